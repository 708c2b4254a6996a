"""Outbound mail through a real Postfix on both sides, with the very snippets that admins install."""

from __future__ import annotations

import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.postfix.gate import Gate, gatekeeper, outgoing
from tests.postfix.instance import Postfix, postfix, snippet
from tests.servers import RecordingSink, free_port, sink_in_thread

ANN = "ann@home.example"
FRIENDS = [f"friend{n}@far.example" for n in range(3)]
STRANGERS = [f"stranger{n}@elsewhere{n}.example" for n in range(30)]


@contextmanager
def chain(folder: Path, services_file: str, main_file: str = "") -> Iterator[tuple[Postfix, Gate, RecordingSink]]:
    """Postfix -> gatekeeper -> the same Postfix, as in the snippets -> the world, which is a recording sink."""
    front, back = free_port(), free_port()
    with sink_in_thread(RecordingSink()) as world, gatekeeper(folder, f"smtp://127.0.0.1:{back}") as gate:
        inlet = {"127.0.0.1:10025": f"127.0.0.1:{gate.smtp}"}
        if main_file:
            inlet = {"[127.0.0.1]:10024": f"[127.0.0.1]:{gate.lmtp}"}
        ports = {"submission inet": f"127.0.0.1:{front} inet", "127.0.0.1:10026": f"127.0.0.1:{back}", **inlet}
        main = f"relayhost = [127.0.0.1]:{world.port}\n" + (snippet(main_file, {}) if main_file else "")
        with postfix("site", main=main, services=snippet(services_file, ports), port=front) as site:
            yield site, gate, world


@pytest.fixture
def proxied(tmp_path: Path) -> Iterator[tuple[Postfix, Gate, RecordingSink]]:
    with chain(tmp_path, "proxy-filter.master.cf") as all_three:
        yield all_three


@pytest.fixture
def filtered(tmp_path: Path) -> Iterator[tuple[Postfix, Gate, RecordingSink]]:
    with chain(tmp_path, "content-filter.master.cf", "content-filter.main.cf") as all_three:
        yield all_three


def wait_until(condition: object, what: str, log: object, *, seconds: float = 20.0) -> None:
    assert callable(condition) and callable(log)
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what}\n{log()}"
        time.sleep(0.05)


def test_a_note_passes_byte_for_byte_through_the_proxy(proxied: tuple[Postfix, Gate, RecordingSink]) -> None:
    site, gate, world = proxied
    gate.hear_from(FRIENDS[0], ANN)
    note = outgoing(ANN, FRIENDS[0], text="See you.\r\n.\r\n..Sunday\r\n" + "x" * 900)
    with smtplib.SMTP("127.0.0.1", site.port) as client:
        assert client.sendmail(ANN, FRIENDS[:1], note) == {}
    wait_until(lambda: world.messages, "nothing came out", lambda: site.log + gate.log)
    (message,) = world.messages
    assert message.sender == ANN.encode() and message.recipients == (FRIENDS[0].encode(),)
    assert message.content.endswith(note)
    trace = message.content[: -len(note)]
    assert b"by gate.home.example" in trace and b"\r\nGatekeeper-Id: " in trace


def test_invite_all_is_refused_to_the_client_before_postfix_queues_it(
    proxied: tuple[Postfix, Gate, RecordingSink],
) -> None:
    site, gate, world = proxied
    for friend in FRIENDS:
        gate.hear_from(friend, ANN)
    invitation = outgoing(ANN, *FRIENDS, *STRANGERS, subject="Join me on Example", text="Join me: https://x.example/i")
    with smtplib.SMTP("127.0.0.1", site.port) as client:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            client.sendmail(ANN, [*FRIENDS, *STRANGERS], invitation)
        text = refused.value.smtp_error
        text = text.decode() if isinstance(text, bytes) else text
        assert refused.value.smtp_code == 550
        assert text.startswith("5.7.1 Not sent: 30 of 33 ")
        # The same connection goes on.
        assert client.sendmail(ANN, FRIENDS[:1], outgoing(ANN, FRIENDS[0])) == {}
    wait_until(lambda: world.messages, "nothing came out", lambda: site.log + gate.log)
    assert [message.recipients for message in world.messages] == [(FRIENDS[0].encode(),)]
    assert site.queue == []


def test_the_refusal_of_the_next_hop_comes_back_to_the_client(tmp_path: Path) -> None:
    with chain(tmp_path, "proxy-filter.master.cf") as (site, gate, world):
        gate.hear_from(FRIENDS[0], ANN)
        big = outgoing(ANN, FRIENDS[0], text=("x" * 76 + "\r\n") * 200_000)
        with smtplib.SMTP("127.0.0.1", site.port) as client:
            # The Postfix behind has the usual message_size_limit of 10,240,000; smtplib is told at MAIL already.
            with pytest.raises(smtplib.SMTPSenderRefused) as refused:
                client.sendmail(ANN, FRIENDS[:1], big)
        assert refused.value.smtp_code == 552
        assert world.messages == []


def test_each_recipient_has_his_own_answer_behind_the_queue(filtered: tuple[Postfix, Gate, RecordingSink]) -> None:
    site, gate, world = filtered
    for friend in FRIENDS:
        gate.hear_from(friend, ANN)
    invitation = outgoing(ANN, *FRIENDS, *STRANGERS, subject="Join me on Example", text="Join me: https://x.example/i")
    with smtplib.SMTP("127.0.0.1", site.port) as client:
        assert client.sendmail(ANN, [*FRIENDS, *STRANGERS], invitation) == {}
    wait_until(lambda: len(world.messages) >= 2, "message and bounce expected", lambda: site.log + gate.log)
    wait_until(lambda: site.queue == [], "the queue did not empty", lambda: site.log + gate.log)
    by_sender = {message.sender: message for message in world.messages}
    assert len(world.messages) == 2
    assert sorted(by_sender[ANN.encode()].recipients) == [friend.encode() for friend in FRIENDS]
    # Postfix itself folds a long To for its users; from the subject on it leaves all as it was.
    assert by_sender[ANN.encode()].content.endswith(invitation[invitation.index(b"Subject:") :])
    bounce = by_sender[b""]
    assert bounce.recipients == (ANN.encode(),)
    assert b"Content-Type: multipart/report; report-type=delivery-status" in bounce.content
    said = b" ".join(bounce.content.split())
    assert b"have never written to you" in said or b"has never written to you" in said
    assert all(stranger.encode() in bounce.content for stranger in STRANGERS)
    assert not any(b"Final-Recipient: rfc822; " + friend.encode() in bounce.content for friend in FRIENDS)


def test_mail_waits_in_postfix_while_gatekeeper_is_away(tmp_path: Path) -> None:
    front, back, lmtp = free_port(), free_port(), free_port()
    ports = {
        "submission inet": f"127.0.0.1:{front} inet",
        "127.0.0.1:10026": f"127.0.0.1:{back}",
        "[127.0.0.1]:10024": f"[127.0.0.1]:{lmtp}",
    }
    main = snippet("content-filter.main.cf", {})
    with postfix("site", main=main, services=snippet("content-filter.master.cf", ports), port=front) as site:
        with smtplib.SMTP("127.0.0.1", front) as client:
            assert client.sendmail(ANN, FRIENDS[:1], outgoing(ANN, FRIENDS[0])) == {}
        site.wait_for(r"gatekeeper/lmtp.*status=deferred.*Connection refused")
        assert len(site.queue) == 1
