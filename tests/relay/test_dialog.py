"""The dialog with an SMTP next hop: what goes out, and what every fault of its turns into."""

from __future__ import annotations

import asyncio
import gc
import sys
import time

import pytest

from gatekeeper.mail.envelope import Envelope, Recipient
from gatekeeper.relay import Delivery, TimeLimits, open_relay
from tests.relay.letters import NOTE, PATIENT, TRACE, envelope, options, path
from tests.servers import DROP, HANG, Fault, Phase, RecordingSink, free_port

pytestmark = pytest.mark.asyncio


async def deliver(
    sink: RecordingSink, letter: Envelope | None = None, content: bytes = NOTE, **changes: object
) -> Delivery:
    relay = open_relay(f"smtp://127.0.0.1:{sink.port}", options(**changes))
    try:
        return await relay.deliver(letter or envelope(), (TRACE, content))
    finally:
        await relay.close()


async def test_the_bytes_that_go_out_are_the_bytes_that_came_in() -> None:
    async with RecordingSink() as sink:
        delivery = await deliver(sink)
    assert str(delivery.replies[0]) == "250 2.0.0 Ok: queued as 1"
    assert delivery.certain and delivery.accepted and delivery.next_hop == f"127.0.0.1:{sink.port}"
    assert sink.messages[0].content == TRACE + NOTE
    assert sink.messages[0].sender == b"ann@home.example"
    assert sink.messages[0].recipients == (b"bob@far.example",)


async def test_mail_rcpt_and_data_travel_together() -> None:
    async with RecordingSink(group_commands=3) as sink:
        assert (await deliver(sink)).accepted
        sink.group_commands = 4
        assert (await deliver(sink, envelope("b@far.example", "c@far.example", "d@far.example"))).accepted


async def test_without_pipelining_each_command_waits_for_its_reply() -> None:
    async with RecordingSink(capabilities=("8BITMIME",)) as sink:
        delivery = await deliver(sink, envelope("b@far.example", "c@far.example"))
    assert delivery.accepted
    assert sink.messages[0].recipients == (b"b@far.example", b"c@far.example")


async def test_helo_where_ehlo_is_unknown() -> None:
    async with RecordingSink(faults={Phase.EHLO: b"502 5.5.1 what?"}) as sink:
        assert (await deliver(sink)).accepted
    assert b"HELO gate.example" in sink.commands
    assert sink.messages[0].mail == b"<ann@home.example>"


async def test_content_without_a_last_line_end_gets_one() -> None:
    async with RecordingSink() as sink:
        await deliver(sink, content=b"Subject: x\r\n\r\nno end")
    assert sink.messages[0].content == TRACE + b"Subject: x\r\n\r\nno end\r\n"


async def test_a_great_message_arrives_whole() -> None:
    content = b"Subject: big\r\n\r\n" + b"".join(b".%d dots\r\n" % n for n in range(400_000))
    async with RecordingSink() as sink:
        delivery = await deliver(sink, content=content, limits=PATIENT)
    assert delivery.accepted
    assert sink.messages[0].content == TRACE + content


# Parameters.


async def test_dsn_and_size_parameters_are_carried() -> None:
    letter = Envelope(
        sender=path("ann@home.example"),
        recipients=(
            Recipient(path=path("bob@far.example"), notify=b"SUCCESS,DELAY", orcpt=b"rfc822;Bob+2Bx@far.example"),
        ),
        ret=b"HDRS",
        envid=b"QQ314+2B15",
    )
    async with RecordingSink() as sink:
        await deliver(sink, letter)
    size = len(TRACE + NOTE)
    assert sink.messages[0].mail == b"<ann@home.example> SIZE=%d RET=HDRS ENVID=QQ314+2B15" % size
    assert sink.messages[0].rcpts == (b"<bob@far.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;Bob+2Bx@far.example",)
    async with RecordingSink(capabilities=("PIPELINING",)) as sink:
        await deliver(sink, letter)
    assert sink.messages[0].mail == b"<ann@home.example>"
    assert sink.messages[0].rcpts == (b"<bob@far.example>",)


async def test_the_null_sender_stays_null() -> None:
    async with RecordingSink() as sink:
        await deliver(sink, envelope(sender=""))
    assert sink.messages[0].mail.startswith(b"<> ")


async def test_eight_bit_content_is_declared_or_refused() -> None:
    eight_bit = "Subject: x\r\n\r\nGrüße\r\n".encode()
    async with RecordingSink() as sink:
        assert (await deliver(sink, content=eight_bit)).accepted
        assert b"BODY=8BITMIME" in sink.messages[0].mail
        sink.capabilities = ("PIPELINING",)
        assert str((await deliver(sink, content=eight_bit)).replies[0]).startswith("554 5.6.3 ")
        assert (await deliver(sink, envelope(body="8BITMIME"))).accepted
    assert sink.messages[1].mail == b"<ann@home.example>"


async def test_smtputf8_is_carried_or_refused_where_it_is_needed() -> None:
    utf8 = envelope("bøb@far.example", smtputf8=True)
    async with RecordingSink() as sink:
        assert (await deliver(sink, utf8)).accepted
        assert sink.messages[0].mail.endswith(b" SMTPUTF8")
        sink.capabilities = ("PIPELINING", "8BITMIME")
        assert str((await deliver(sink, utf8)).replies[0]).startswith("550 5.6.7 ")
        in_header = "Subject: Grüße\r\n\r\nx\r\n".encode()
        assert (await deliver(sink, envelope(smtputf8=True), in_header)).replies[0].enhanced == "5.6.7"
        in_body = "Subject: x\r\n\r\nGrüße\r\n".encode()
        assert (await deliver(sink, envelope(smtputf8=True), in_body)).accepted
    assert b"SMTPUTF8" not in sink.messages[1].mail


async def test_a_message_over_the_announced_size_is_not_begun() -> None:
    async with RecordingSink(capabilities=("PIPELINING", "SIZE 50")) as sink:
        delivery = await deliver(sink)
    assert str(delivery.replies[0]) == "552 5.3.4 Not sent: the next server takes no more than 50 octets"
    assert not any(command.startswith(b"MAIL") for command in sink.commands)


async def test_no_line_end_leaves_in_a_command() -> None:
    smuggled = envelope("bob@far.example>\r\nRCPT TO:<victim@far.example")
    async with RecordingSink() as sink:
        with pytest.raises(ValueError, match="control character"):
            await deliver(sink, smuggled)
    assert not any(command.startswith(b"RCPT") for command in sink.commands)


# Refusals.


async def test_one_refused_recipient_refuses_the_message_for_all() -> None:
    refusals = {b"bad@far.example": b"550-5.1.1 No such user\r\n550 5.1.1 here", b"full@far.example": b"452 4.2.2 Full"}
    async with RecordingSink(recipient_replies=refusals) as sink:
        relay = open_relay(f"smtp://127.0.0.1:{sink.port}", options())
        delivery = await relay.deliver(envelope("a@far.example", "bad@far.example"), (NOTE,))
        assert delivery.refused == (1,)
        assert delivery.replies[0] == delivery.replies[1]
        assert delivery.replies[0].lines == (
            "Not sent to anybody: the next server refused 1 of 2 recipients (number 2 of 2)",
            "No such user",
            "here",
        )
        assert (delivery.replies[0].code, delivery.replies[0].enhanced) == (550, "5.1.1")
        delivery = await relay.deliver(envelope("bad@far.example", "full@far.example", "c@far.example"), (NOTE,))
        assert delivery.replies[0].code == 452, "4yz before 5yz"
        assert delivery.refused == (0, 1)
        assert (
            str((await relay.deliver(envelope("bad@far.example"), (NOTE,))).replies[0]) == "550 5.1.1 No such user here"
        )
        assert (await relay.deliver(envelope("a@far.example"), (NOTE,))).accepted
        await relay.close()
        assert [message.recipients for message in sink.messages] == [(b"a@far.example",)]
        assert sink.connections == 1, "RSET clears a refused transaction"


@pytest.mark.parametrize("phase", [Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.DOT])
@pytest.mark.parametrize("capabilities", [("PIPELINING",), ()])
@pytest.mark.parametrize(
    ("says", "expected"),
    [
        (b"550-5.7.1 We do not\r\n550 5.7.1 like it", "550 5.7.1 We do not like it"),
        (b"451 4.7.1 Greylisted", "451 4.7.1 Greylisted"),
        (b"421 4.3.2 Going down", "451 4.3.2 Going down"),
    ],
)
async def test_its_refusals_pass_through(
    phase: Phase, capabilities: tuple[str, ...], says: bytes, expected: str
) -> None:
    async with RecordingSink(capabilities=capabilities, faults={phase: says}) as sink:
        delivery = await deliver(sink)
    assert str(delivery.replies[0]) == expected
    assert delivery.certain
    assert sink.messages == []


@pytest.mark.parametrize(
    ("phase", "fault", "code", "enhanced"),
    [
        (Phase.CONNECT, b"421 4.7.0 Too many connections", 451, "4.7.0"),
        (Phase.CONNECT, b"450 4.3.2 Later", 450, "4.3.2"),
        (Phase.CONNECT, b"554 5.7.1 Not you", 451, "4.3.0"),
        (Phase.CONNECT, DROP, 451, "4.4.2"),
        (Phase.CONNECT, HANG, 451, "4.4.1"),
        (Phase.CONNECT, b"hello", 451, "4.4.2"),
        (Phase.EHLO, b"554 5.7.1 Not you", 451, "4.3.0"),
        (Phase.EHLO, DROP, 451, "4.4.2"),
        (Phase.EHLO, HANG, 451, "4.4.1"),
        (Phase.MAIL, b"530 5.7.0 Must issue a STARTTLS command first", 451, "4.3.0"),
        (Phase.MAIL, b"354 what", 451, "4.4.2"),
        (Phase.MAIL, DROP, 451, "4.4.2"),
        (Phase.MAIL, HANG, 451, "4.4.1"),
        (Phase.RCPT, DROP, 451, "4.4.2"),
        (Phase.RCPT, HANG, 451, "4.4.1"),
        (Phase.DATA, DROP, 451, "4.4.2"),
        (Phase.DATA, HANG, 451, "4.4.1"),
        (Phase.DATA, b"250 2.0.0 fine", 451, "4.4.2"),
    ],
)
@pytest.mark.parametrize("recipients", [("b@far.example",), ("b@far.example", "c@far.example")])
async def test_trouble_before_the_dot_is_temporary_and_certain(
    phase: Phase, fault: Fault, code: int, enhanced: str, recipients: tuple[str, ...]
) -> None:
    async with RecordingSink(faults={phase: fault}) as sink:
        delivery = await deliver(sink, envelope(*recipients))
    assert {(reply.code, reply.enhanced) for reply in delivery.replies} == {(code, enhanced)}
    assert len(delivery.replies) == len(recipients)
    assert delivery.certain
    assert sink.messages == []
    shown = " ".join(reply.text for reply in delivery.replies)
    assert "127.0.0.1" not in shown and "@" not in shown


async def test_a_dead_next_hop_is_451_4_4_1() -> None:
    relay = open_relay(f"smtp://127.0.0.1:{free_port()}", options())
    delivery = await relay.deliver(envelope(), (NOTE,))
    assert (delivery.replies[0].code, delivery.replies[0].enhanced) == (451, "4.4.1")
    assert delivery.reason.startswith("cannot connect")
    assert await relay.probe() != ""


@pytest.mark.parametrize("fault", [DROP, HANG, b"mumble", b"354 go on"])
async def test_without_a_reply_to_the_dot_the_outcome_is_unknown(fault: Fault) -> None:
    async with RecordingSink(faults={Phase.DOT: fault}) as sink:
        delivery = await deliver(sink)
    assert len(sink.messages) == 1, "this next hop has it"
    assert not delivery.certain
    assert (delivery.replies[0].code, delivery.replies[0].enhanced) == (451, "4.4.2")
    assert delivery.reason or fault == b"354 go on"


@pytest.mark.parametrize("phase", [Phase.RSET, Phase.QUIT])
@pytest.mark.parametrize("fault", [DROP, HANG, b"421 4.3.2 no", b"554 5.0.0 no"])
async def test_nothing_after_the_250_undoes_it(phase: Phase, fault: Fault) -> None:
    async with RecordingSink(faults={phase: fault}) as sink:
        began = time.monotonic()
        assert (await deliver(sink)).accepted
    assert time.monotonic() - began < 5


async def test_a_failing_rset_changes_no_refusal() -> None:
    faults: dict[Phase, Fault] = {Phase.RSET: HANG, Phase.MAIL: b"550 5.1.8 unknown sender"}
    async with RecordingSink(faults=faults) as sink:
        assert str((await deliver(sink)).replies[0]) == "550 5.1.8 unknown sender"


@pytest.mark.parametrize("fault", [b"552 5.3.4 too big for me", b"421 4.3.1 no room"])
async def test_a_refusal_in_the_middle_of_the_content_is_heard(fault: bytes) -> None:
    content = b"Subject: big\r\n\r\n" + b"x" * 70 + b"\r\n" + (b"y" * 998 + b"\r\n") * 30_000
    async with RecordingSink(faults={Phase.CONTENT: fault}) as sink:
        delivery = await deliver(sink, content=content, limits=PATIENT)
    # The refusal names the code where it was read before the connection went; either way it is no success.
    assert not delivery.accepted
    assert delivery.replies[0].code in (451, 552)


async def test_a_421_behind_the_354_is_heard_before_the_dot() -> None:
    async with RecordingSink(faults={Phase.DATA: b"354 go on\r\n421 4.3.2 or rather not"}) as sink:
        delivery = await deliver(sink)
        assert str(delivery.replies[0]) == "451 4.3.2 or rather not"
        assert delivery.certain


async def test_a_connection_lost_in_the_content_is_certain() -> None:
    content = b"Subject: big\r\n\r\n" + (b"y" * 998 + b"\r\n") * 30_000
    async with RecordingSink(faults={Phase.CONTENT: DROP}) as sink:
        delivery = await deliver(sink, content=content, limits=PATIENT)
    assert delivery.replies[0].enhanced == "4.4.2"
    assert delivery.certain
    assert sink.messages == []


async def test_a_next_hop_that_stops_reading_is_given_up() -> None:
    content = b"Subject: big\r\n\r\n" + (b"y" * 998 + b"\r\n") * 30_000
    async with RecordingSink(faults={Phase.DATA: b"354 go\r\n250 early"}) as sink:
        assert (await deliver(sink, content=content)).replies[0].enhanced == "4.4.2"
    limits = TimeLimits(delivery_seconds=20, block_seconds=0.3)
    async with RecordingSink(faults={Phase.CONTENT: HANG}) as sink:
        sink.stops_reading = True
        delivery = await deliver(sink, content=content, limits=limits)
    assert delivery.replies[0].enhanced == "4.4.1"
    assert delivery.certain


async def test_a_message_that_a_next_hop_did_not_read_is_forgotten_at_once() -> None:
    """Not when the collector comes, which sees few objects and not how large they are."""
    content = b"Subject: big\r\n\r\n" + (b"y" * 998 + b"\r\n") * 30_000
    limits = TimeLimits(delivery_seconds=20, block_seconds=0.3)
    gc.collect()
    gc.disable()
    try:
        before = sys.getrefcount(content)
        async with RecordingSink(faults={Phase.CONTENT: HANG}) as sink:
            sink.stops_reading = True
            await deliver(sink, content=content, limits=limits)
        await asyncio.sleep(0)
        assert sys.getrefcount(content) == before
    finally:
        gc.enable()
