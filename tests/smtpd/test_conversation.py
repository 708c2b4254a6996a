"""What is received, and the traps: one test for each story."""

from __future__ import annotations

import asyncio
import random
import resource
import smtplib
import ssl

import pytest

from gatekeeper.mail.reply import Reply
from gatekeeper.smtpd.dataphase import Body
from gatekeeper.smtpd.options import Limits, LineEndings, Protocol, Role, networks
from tests.smtpd.post import LOCAL, Post

pytestmark = pytest.mark.asyncio
TEST_NETWORK = networks("192.0.2.0/24")


async def until(condition: object, seconds: float = 5.0) -> None:
    """Waits for `condition()` to hold."""
    assert callable(condition)
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def test_envelope_and_message_arrive_as_they_were_sent(post: Post) -> None:
    await post.open()
    client = await post.client()
    await client.in_data(mail="MAIL FROM:<Ann@example.org> BODY=8BITMIME RET=HDRS ENVID=Qq+2B1 SMTPUTF8")
    client.send("Subject: grüß\r\n\r\n..dot\r\n\0\r\n.\r\n".encode())
    assert await client.reply() == "250 2.0.0 Ok: queued"
    [(session, envelope, content)] = post.received
    assert content == "Subject: grüß\r\n\r\n.dot\r\n\0\r\n".encode()
    assert (envelope.sender.octets, envelope.sender.address) == (b"Ann@example.org", "ann@example.org")
    assert [recipient.address for recipient in envelope.recipients] == ["bob@example.net"]
    assert (envelope.body, envelope.ret, envelope.envid, envelope.smtputf8) == ("8BITMIME", b"HDRS", b"Qq+2B1", True)
    assert (session.listener, session.protocol, session.helo) == ("test", "UTF8SMTP", "client.example")
    assert (session.peer_address, session.login, session.client_is_person) == ("127.0.0.1", None, False)


async def test_the_null_sender_is_a_value_not_a_string(post: Post) -> None:
    await post.open()
    client = await post.client()
    await client.in_data(mail="MAIL FROM:<>")
    assert (await client.says("a\r\n.")).startswith("250")
    assert post.received[0][1].sender.is_null


async def test_pipelined_commands_get_their_replies_in_one_go(post: Post) -> None:
    await post.open()
    client = await post.client()
    client.send(b"MAIL FROM:<ann@example.org>\r\nRCPT TO:<bob@example.net>\r\nRCPT TO:<bad\r\nDATA\r\n")
    assert [(await client.reply())[:3] for _ in range(4)] == ["250", "250", "501", "354"]
    client.send(b"a\r\n.\r\nMAIL FROM:<ann@example.org>\r\nRCPT TO:<bob@example.net>\r\nDATA\r\nb\r\n.\r\nQUIT\r\n")
    assert [(await client.reply())[:3] for _ in range(6)] == ["250", "250", "250", "354", "250", "221"]
    assert [content for _, _, content in post.received] == [b"a\r\n", b"b\r\n"]


async def test_what_is_sent_before_354_is_the_message_not_commands(post: Post) -> None:
    await post.open()
    client = await post.client()
    client.send(b"MAIL FROM:<ann@example.org>\r\nRCPT TO:<bob@example.net>\r\nDATA\r\nRSET\r\nQUIT\r\n.\r\nNOOP\r\n")
    assert [(await client.reply())[:3] for _ in range(5)] == ["250", "250", "354", "250", "250"]
    assert post.received[0][2] == b"RSET\r\nQUIT\r\n"


async def test_a_bare_line_feed_ends_no_command(post: Post) -> None:
    await post.open()
    client = await post.client()
    assert (await client.says(b"MAIL FROM:<ann@example.org>\nRCPT TO:<bob@example.net>")).startswith("500 5.5.2")
    assert (await client.says(b"NOOP\rNOOP")).startswith("500 5.5.2")
    assert (await client.says(b"NOOP")).startswith("250")


@pytest.mark.parametrize("fake_end", [b"\n.\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r"])
async def test_a_false_end_smuggles_no_second_message(post: Post, fake_end: bytes) -> None:
    await post.open()
    client = await post.client()
    await client.in_data()
    client.send(b"a" + fake_end + b"MAIL FROM:<root@example.org>\r\nRCPT TO:<eve@example.net>\r\nDATA\r\nb\r\n.\r\n")
    assert (await client.reply()).startswith("550 5.6.0")
    assert (await client.says("NOOP")).startswith("250")
    assert post.received == []


async def test_a_listener_for_old_devices_normalises(post: Post) -> None:
    await post.open(line_endings=LineEndings.NORMALISE)
    client = await post.client()
    await client.in_data()
    assert (await client.says(b"a\nb\rc\r\n.")).startswith("250")
    assert post.received[0][2] == b"a\r\nb\r\nc\r\n"


async def test_a_line_without_end_is_thrown_away(post: Post) -> None:
    await post.open()
    client = await post.client()
    client.send(b"NOOP " + b"x" * 100_000)
    assert (await client.says(b"")).startswith("500 5.5.2")
    assert (await client.says(b"NOOP " + b"x" * 5000)).startswith("500 5.5.2")
    assert (await client.says(b"NOOP")).startswith("250")


async def test_an_error_of_ours_is_451_and_says_nothing_else(post: Post) -> None:
    async def fail() -> None:
        raise RuntimeError("secret")

    post.before_reply = fail
    await post.open()
    client = await post.client()
    await client.in_data()
    reply = await client.says(".")
    assert reply.startswith("451 4.3.0")
    assert "secret" not in reply
    assert [(where, str(error)) for where, error in post.errors] == [("receive", "secret")]
    assert (await client.says("NOOP")).startswith("250")


async def test_an_error_in_a_command_is_451_too(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("secret")

    monkeypatch.setattr("gatekeeper.smtpd.conversation.parse_path_and_rest", fail)
    await post.open()
    client = await post.client()
    reply = await client.says("MAIL FROM:<ann@example.org>")
    assert reply.startswith("451 4.3.0")
    assert "secret" not in reply
    assert [where for where, _ in post.errors] == ["smtpd"]


async def test_lmtp_has_a_reply_for_each_recipient(post: Post) -> None:
    post.replies = (Reply.of(250, "2.0.0", "Ok"), Reply.of(550, "5.7.1", "Not sent"))
    await post.open(protocol=Protocol.LMTP)
    client = await post.client(hello="LHLO client.example")
    await client.in_data("bob@example.net", "eve@example.net")
    assert (await client.says("."))[:3] == "250"
    assert (await client.reply())[:3] == "550"
    assert post.received[0][0].protocol == "LMTP"


async def test_a_refused_body_has_a_reply_for_each_lmtp_recipient(post: Post) -> None:
    await post.open(protocol=Protocol.LMTP)
    client = await post.client(hello="LHLO client.example")
    await client.in_data("bob@example.net", "eve@example.net")
    assert (await client.says("a\nb\r\n."))[:3] == "550"
    assert (await client.reply())[:3] == "550"


@pytest.mark.parametrize("seed", range(8))
async def test_no_sequence_of_commands_is_an_error_of_ours(post: Post, seed: int) -> None:
    words = [
        b"EHLO x",
        b"HELO",
        b"LHLO x",
        b"MAIL FROM:<a@b.example>",
        b"MAIL FROM:<> SIZE=1",
        b"RCPT TO:<c@d.example>",
    ]
    words += [b"DATA", b".", b"\r\n.", b"RSET", b"AUTH PLAIN", b"AUTH LOGIN =", b"*", b"XCLIENT ADDR=1.2.3.4 LOGIN=x"]
    words += [b"XFORWARD NAME=x", b"VRFY", b"HELP", b"\xff\xfe", b"\0", b"", b" ", b"STARTTLS", b"BDAT 1", b"\n", b"\r"]
    dice = random.Random(seed)
    await post.open(
        identity_from=LOCAL, limits=Limits(errors=10**6, junk_commands=10**6, idle_seconds=0.3, data_seconds=0.3)
    )
    client = await post.client()
    octets = b"".join(dice.choice(words) + dice.choice([b"\r\n", b"\r\n", b"\r\n", b" ", b"\n"]) for _ in range(400))
    for start in range(0, len(octets), 97):
        client.send(octets[start : start + 97])
        await asyncio.sleep(0)
    while not await client.is_closed():
        pass
    assert post.errors == []


# -- a connection that ends before the reply ----------------------------------------------------------


async def test_a_client_that_disconnects_does_not_stop_the_decision(post: Post) -> None:
    go_on = asyncio.Event()
    post.before_reply = go_on.wait  # type: ignore[assignment]  # what it returns does not matter
    await post.open()
    client = await post.client()
    await client.in_data()
    client.send(b"a\r\n.\r\n")
    await until(lambda: post.listeners.traffic.receiving)
    client.reset()
    await until(lambda: not post.listeners.sessions)
    go_on.set()
    await until(lambda: post.unanswered)
    assert [content for _, _, content in post.received] == [b"a\r\n"]
    assert post.unanswered[0][3] == post.replies
    assert post.listeners.traffic.body_octets == 0


async def test_a_client_that_is_gone_with_the_dot_itself_does_not_stop_the_decision(post: Post) -> None:
    await post.open()
    client = await post.client()
    await client.in_data()
    (connection,) = post.listeners.traffic.connections
    # Dot and reset come in one turn of the loop, before the conversation wakes.
    connection.data_received(b"a\r\n.\r\n")
    connection.connection_lost(ConnectionResetError())
    await until(lambda: post.unanswered)
    assert [(str(envelope.recipients[0].path.octets), content) for _, envelope, content in post.received] == [
        ("b'bob@example.net'", b"a\r\n")
    ]
    assert post.errors == []
    assert post.listeners.traffic.body_octets == 0


@pytest.mark.parametrize("where", ["feed", "message"])
async def test_a_mistake_of_ours_in_the_content_is_a_451(
    post: Post, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise MemoryError

    await post.open()
    client = await post.client()
    await client.in_data()
    monkeypatch.setattr(Body, where, broken)
    client.send(b"a\r\n.\r\n")
    assert (await client.reply()).startswith("451 4.3.0")
    assert await client.is_closed()
    assert [type(error) for _, error in post.errors] == [MemoryError]
    await until(lambda: not post.listeners.sessions)
    assert post.received == [] and post.listeners.traffic.body_octets == 0


async def test_a_client_that_closes_before_the_reply_is_found_out(post: Post) -> None:
    go_on = asyncio.Event()
    post.before_reply = go_on.wait  # type: ignore[assignment]  # what it returns does not matter
    await post.open()
    client = await post.client()
    await client.in_data()
    client.send(b"a\r\n.\r\n")
    await until(lambda: post.listeners.traffic.receiving)
    client.close()
    await asyncio.sleep(0.05)
    go_on.set()
    await until(lambda: post.unanswered)
    assert len(post.received) == 1


async def test_a_client_that_half_closes_still_reads_its_reply(post: Post) -> None:
    go_on = asyncio.Event()
    post.before_reply = go_on.wait  # type: ignore[assignment]  # what it returns does not matter
    await post.open()
    client = await post.client()
    client.send(b"MAIL FROM:<ann@example.org>\r\nRCPT TO:<bob@example.net>\r\nDATA\r\na\r\n.\r\nQUIT\r\n")
    client.writer.write_eof()
    await asyncio.sleep(0.05)
    go_on.set()
    assert [(await client.reply())[:3] for _ in range(5)] == ["250", "250", "354", "250", "221"]
    assert await client.is_closed()
    assert post.unanswered == []


async def test_a_client_that_sends_quit_with_the_dot_counts_as_answered(post: Post) -> None:
    await post.open()
    for _ in range(3):
        client = await post.client()
        await client.in_data()
        client.send(b"a\r\n.\r\nQUIT\r\n")
        assert [(await client.reply())[:3] for _ in range(2)] == ["250", "221"]
        assert await client.is_closed()
    await until(lambda: not post.listeners.sessions)
    assert post.unanswered == []
    assert post.errors == []


async def test_a_client_that_closes_without_quit_after_its_reply_counts_as_answered(post: Post) -> None:
    await post.open()
    client = await post.client()
    await client.in_data()
    assert (await client.says("a\r\n.")).startswith("250")
    client.close()
    await until(lambda: not post.listeners.sessions)
    assert post.unanswered == []
    assert post.errors == []


async def test_a_timer_does_not_end_a_decision(post: Post) -> None:
    async def slow() -> None:
        await asyncio.sleep(0.6)

    post.before_reply = slow
    await post.open(limits=Limits(idle_seconds=0.2, data_seconds=0.2, transaction_seconds=0.2))
    client = await post.client()
    await client.in_data()
    assert (await client.says(".")).startswith("250")
    assert post.unanswered == []


async def test_a_message_that_was_cut_off_is_not_received(post: Post) -> None:
    await post.open()
    client = await post.client()
    await client.in_data()
    client.send(b"half a message\r\n.")
    client.close()
    await until(lambda: not post.listeners.sessions)
    assert post.received == []
    assert post.listeners.traffic.body_octets == 0


# -- who may -----------------------------------------------------------------------------------------


async def test_an_inbound_listener_speaks_only_to_its_network(post: Post) -> None:
    await post.open(role=Role.INBOUND, trusted=TEST_NETWORK)
    client = await post.client(hello=None)
    assert (await client.reply()).startswith("554 5.7.1")
    assert await client.is_closed()


async def test_whoever_is_denied_is_told_of(post: Post) -> None:
    await post.open(trusted=(), limits=Limits(errors=1))
    client = await post.client()
    for _ in range(3):
        await client.says("MAIL FROM:<ann@example.org>")
    assert [(name, address, reply[:9]) for name, address, reply in post.refused] == [
        ("test", "127.0.0.1", "550 5.7.1"),
        ("test", "127.0.0.1", "550 5.7.1"),
        ("test", "127.0.0.1", "421 4.7.0"),
    ]


async def test_an_inbound_listener_takes_copies_from_its_network(post: Post) -> None:
    await post.open(role=Role.INBOUND, line_endings=LineEndings.KEEP)
    client = await post.client()
    await client.in_data()
    assert (await client.says(b"a\nb\r\n.")).startswith("250")
    assert post.received[0][2] == b"a\nb\r\n"


async def test_xclient_names_the_client_and_his_login(post: Post) -> None:
    await post.open(identity_from=LOCAL)
    client = await post.client()
    await client.says("XCLIENT ADDR=192.0.2.7 NAME=pc.example.org LOGIN=Ann+40Example.org HELO=[UNAVAILABLE]")
    await client.says("EHLO laptop")
    await client.in_data()
    await client.says(".")
    session = post.received[0][0]
    assert (session.client_address, session.client_name, session.helo) == ("192.0.2.7", "pc.example.org", "laptop")
    assert (session.login, session.login_source) == ("ann@example.org", "XCLIENT")
    assert (session.client_address_is_known, session.client_is_person) == (True, False)


async def test_xforward_holds_for_one_message_and_gives_no_rights(post: Post) -> None:
    await post.open(identity_from=LOCAL)
    client = await post.client()
    assert (await client.says("XFORWARD ADDR=192.0.2.7 NAME=pc.example.org PROTO=ESMTP HELO=laptop")).startswith("250")
    for _ in range(2):
        await client.in_data()
        await client.says(".")
    first, second = (session for session, _, _ in post.received)
    assert (first.client_address, first.client_name, first.helo) == ("192.0.2.7", "pc.example.org", "laptop")
    assert first.client_address_is_known
    assert (second.client_address, second.helo) == ("127.0.0.1", "client.example")
    assert not second.client_address_is_known


@pytest.mark.parametrize("believed", [True, False])
async def test_mail_auth_is_believed_from_a_peer_that_may_name_the_sender(post: Post, believed: bool) -> None:
    await post.open(identity_from=LOCAL if believed else ())
    client = await post.client()
    reply = await client.says("MAIL FROM:<ann@example.org> AUTH=ann+40example.org")
    assert reply.startswith("250" if believed else "555")
    if believed:
        await client.says("RCPT TO:<bob@example.net>")
        await client.says("DATA")
        await client.says(".")
        assert (post.received[0][0].login, post.received[0][0].login_source) == ("ann@example.org", "MAIL AUTH")


@pytest.mark.parametrize(("trusted_header", "login"), [(True, "ann@example.org"), (False, None)])
async def test_the_front_mta_s_header_names_the_sender_where_the_listener_says_so(
    post: Post, trusted_header: bool, login: str | None
) -> None:
    await post.open(identity_from=LOCAL, trusted_header=trusted_header)
    client = await post.client()
    await client.in_data()
    await client.says(
        "Received: from pc (pc [192.0.2.7])\r\n\t(Authenticated sender: Ann@example.org)\r\n\tby front.example\r\n"
        "Received: from x (Authenticated sender: forged@example.org)\r\nSubject: x\r\n\r\nx\r\n."
    )
    assert post.received[0][0].login == login


async def test_a_forged_header_below_the_topmost_names_nobody(post: Post) -> None:
    await post.open(identity_from=LOCAL, trusted_header=True)
    client = await post.client()
    await client.in_data()
    await client.says(
        "Received: from pc by front.example\r\n"
        "Received: from x (Authenticated sender: forged@example.org)\r\nSubject: x\r\n\r\nx\r\n."
    )
    assert post.received[0][0].login is None


@pytest.mark.parametrize(
    ("line", "trusted"),
    [
        (b"PROXY TCP4 192.0.2.7 192.0.2.1 1 25\r\n", True),
        (b"PROXY TCP4 198.51.100.1 192.0.2.1 1 25\r\n", False),
        (b"PROXY UNKNOWN\r\n", False),
        (b"\r\n\r\n\0\r\nQUIT\n\x21\x11\x00\x0c\xc0\x00\x02\x07\xc0\x00\x02\x01\x00\x01\x00\x19", True),
    ],
)
async def test_the_proxy_protocol_names_the_client(post: Post, line: bytes, trusted: bool) -> None:
    await post.open(identity_from=LOCAL, proxy_protocol=True, trusted=TEST_NETWORK)
    client = await post.client(hello=None)
    client.send(line)
    assert (await client.reply()).startswith("220")
    assert (await client.says("EHLO pc")).startswith("250")
    assert (await client.says("MAIL FROM:<ann@example.org>")).startswith("250" if trusted else "550 5.7.1")


async def test_without_a_proxy_header_nobody_is_spoken_to(post: Post) -> None:
    await post.open(identity_from=LOCAL, proxy_protocol=True)
    client = await post.client(hello=None)
    client.send(b"EHLO client.example\r\n")
    with pytest.raises((ConnectionError, asyncio.IncompleteReadError, AssertionError)):
        assert not await client.is_closed()


async def test_what_an_option_turns_off_is_not_advertised(post: Post) -> None:
    await post.open(eight_bit_mime=False, smtputf8=False, dsn=False)
    client = await post.client(hello=None)
    await client.reply()
    said = await client.says("EHLO client.example")
    assert not {"8BITMIME", "SMTPUTF8", "DSN", "STARTTLS"} & {line[4:] for line in said.splitlines()}
    assert "AUTH" not in said
    assert "XCLIENT" not in said
    assert (await client.says("MAIL FROM:<ann@example.org> BODY=8BITMIME")).startswith("555")


# -- limits ------------------------------------------------------------------------------------------


async def test_too_many_recipients(post: Post) -> None:
    await post.open(limits=Limits(recipients=2))
    client = await post.client()
    await client.says("MAIL FROM:<ann@example.org>")
    replies = [await client.says(f"RCPT TO:<bob{number}@example.net>") for number in range(3)]
    assert [reply[:9] for reply in replies] == ["250 2.1.5", "250 2.1.5", "452 4.5.3"]


async def test_the_policy_may_limit_the_recipients_of_a_message(post: Post) -> None:
    await post.open(most_recipients=lambda sender: 2 if sender == "ann@example.org" else 0)
    client = await post.client()
    for sender, last in (("ann", "452 4.5.3"), ("carol", "250 2.1.5")):
        await client.says(f"MAIL FROM:<{sender}@example.org>")
        replies = [await client.says(f"RCPT TO:<bob{number}@example.net>") for number in range(3)]
        assert [reply[:9] for reply in replies] == ["250 2.1.5", "250 2.1.5", last]
        await client.says("RSET")


async def test_a_message_that_is_too_big_is_refused_after_its_end(post: Post) -> None:
    await post.open(limits=Limits(message_octets=1000))
    client = await post.client()
    await client.in_data()
    client.send(b"x" * 200_000 + b"\r\n")
    assert (await client.says(".")).startswith("552 5.3.4")
    assert (await client.says("NOOP")).startswith("250")
    assert post.received == []


async def test_all_bodies_together_have_a_bound(post: Post) -> None:
    post.listeners = post.new_listeners(max_body_octets=1000)
    await post.open()
    first, second = await post.client(), await post.client()
    await first.in_data()
    first.send(b"x" * 800)
    await until(lambda: post.listeners.traffic.body_octets == 800)
    await second.in_data()
    second.send(b"x" * 800 + b"\r\n")
    assert (await second.says(".")).startswith("452 4.3.1")
    assert (await first.says("\r\n.")).startswith("250")
    assert post.listeners.traffic.body_octets == 0


async def test_connections_in_total_and_from_one_address(post: Post) -> None:
    post.listeners = post.new_listeners(max_connections=2)
    await post.open()
    await post.client()
    await post.client()
    third = await post.client(hello=None)
    assert (await third.reply()).startswith("421 4.3.2")
    assert await third.is_closed()


async def test_a_stranger_has_few_connections(post: Post) -> None:
    await post.open(trusted=(), limits=Limits(connections_per_address=1))
    first = await post.client()
    second = await post.client(hello=None)
    assert (await second.reply()).startswith("421 4.7.0")
    await first.says("QUIT")
    await until(lambda: not post.listeners.sessions)
    await post.client()


@pytest.mark.parametrize(
    ("limits", "command"),
    [
        (Limits(commands=5), "NOOP"),
        (Limits(junk_commands=5), "RSET"),
        (Limits(errors=5), "RCPT TO:<>"),
    ],
)
async def test_patience_with_a_client_ends(post: Post, limits: Limits, command: str) -> None:
    await post.open(limits=limits)
    client = await post.client()
    async with asyncio.timeout(5):
        while not (reply := await client.says(command)).startswith("421"):
            pass
    assert reply.startswith("421 4.7.0")
    assert await client.is_closed()


async def test_an_idle_client_is_told_and_closed(post: Post) -> None:
    await post.open(limits=Limits(idle_seconds=0.2))
    client = await post.client()
    assert (await client.reply()).startswith("421 4.4.2")
    assert await client.is_closed()


async def test_a_client_that_trickles_a_message_is_stopped(post: Post) -> None:
    await post.open(limits=Limits(transaction_seconds=0.5))
    client = await post.client()
    await client.in_data()
    reply = asyncio.create_task(client.reply())
    while not reply.done():
        client.send(b"x\r\n")
        await asyncio.sleep(0.05)
    assert reply.result().startswith("421 4.4.2")
    assert post.received == []


async def test_a_client_that_never_reads_is_cut_off(post: Post) -> None:
    await post.open(limits=Limits(idle_seconds=0.5, cut_off_seconds=0.2, junk_commands=10**9, commands=10**9))
    client = await post.client()
    client.reader._transport.pause_reading()  # type: ignore[attr-defined]  # the stream reads ahead otherwise
    client.writer.transport.set_write_buffer_limits(high=0)

    async def flood() -> None:
        while True:
            client.send(b"NOOP\r\n" * 20_000)
            await client.writer.drain()

    flooding = asyncio.create_task(flood())
    await until(lambda: not post.listeners.sessions, 30)
    flooding.cancel()
    usage = resource.getrusage(resource.RUSAGE_SELF)
    assert usage.ru_maxrss < 1_000_000


# -- TLS ---------------------------------------------------------------------------------------------


async def test_starttls_begins_anew(post: Post, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext) -> None:
    await post.open(tls_context=server_tls)
    client = await post.client()
    await client.start_tls(client_tls)
    assert (await client.says("MAIL FROM:<ann@example.org>")).startswith("503")
    said = await client.says("EHLO client.example")
    assert "STARTTLS" not in said
    assert (await client.says("STARTTLS")).startswith("503 5.5.1")
    await client.in_data()
    assert (await client.says(".")).startswith("250")
    assert post.received[0][0].protocol == "ESMTPS"
    assert (post.received[0][0].tls or "").startswith("TLS")


async def test_commands_in_the_clear_behind_starttls_are_thrown_away(
    post: Post, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    await post.open(tls_context=server_tls)
    client = await post.client()
    client.send(b"STARTTLS\r\nEHLO injected.example\r\nMAIL FROM:<injected@example.org>\r\n")
    assert (await client.reply()).startswith("220")
    await client.writer.start_tls(client_tls, server_hostname="gate.example")
    assert (await client.says("NOOP")).startswith("250 2.0.0")
    assert (await client.says("RCPT TO:<bob@example.net>")).startswith("503")


async def test_a_failed_handshake_ends_the_connection(post: Post, server_tls: ssl.SSLContext) -> None:
    await post.open(tls_context=server_tls)
    client = await post.client()
    assert (await client.says("STARTTLS")).startswith("220")
    client.send(b"EHLO plain.example\r\n" * 20)
    await until(lambda: not post.listeners.sessions)
    assert post.errors == []


async def test_smtplib_over_implicit_tls(post: Post, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext) -> None:
    await post.open(tls_context=server_tls, implicit_tls=True)

    def send() -> None:
        with smtplib.SMTP_SSL("localhost", post.port, context=client_tls) as client:
            client.sendmail("ann@example.org", ["bob@example.net"], "Subject: x\n\n.x\n" + "y" * 300_000 + "\n")

    await asyncio.to_thread(send)
    assert post.received[0][2] == b"Subject: x\r\n\r\n.x\r\n" + b"y" * 300_000 + b"\r\n"
    assert post.received[0][0].protocol == "ESMTPS"


# -- the end -----------------------------------------------------------------------------------------


async def test_draining_ends_idle_clients_and_lets_messages_finish(post: Post) -> None:
    await post.open()
    idle, busy = await post.client(), await post.client()
    await busy.in_data()
    draining = asyncio.create_task(post.listeners.drain(5))
    assert (await idle.reply()).startswith("421 4.3.2")
    assert (await busy.says("a\r\n.")).startswith("250")
    assert (await busy.says("MAIL FROM:<ann@example.org>")).startswith("421 4.3.2")
    assert await draining
    assert len(post.received) == 1
    with pytest.raises(OSError):
        await asyncio.open_connection(post.host, post.port)


async def test_draining_waits_for_a_decision_whose_client_has_left(post: Post) -> None:
    go_on = asyncio.Event()
    post.before_reply = go_on.wait  # type: ignore[assignment]  # what it returns does not matter
    await post.open()
    client = await post.client()
    await client.in_data()
    client.send(b"a\r\n.\r\n")
    await until(lambda: post.listeners.traffic.receiving)
    client.abort()
    draining = asyncio.create_task(post.listeners.drain(5))
    await asyncio.sleep(0.1)
    assert not draining.done()
    go_on.set()
    assert await draining
    assert len(post.received) == len(post.unanswered) == 1


async def test_draining_gives_up_in_the_end_and_says_so(post: Post) -> None:
    await post.open()
    client = await post.client()
    await client.in_data()
    assert not await post.listeners.drain(0.2)
