"""Reports as people and programs read them: golden files, and two parsers that know nothing of how they were made.

`GOLDENS=write pytest tests/queue/test_dsn.py` writes the files anew; read them before committing them.
"""

from __future__ import annotations

import email
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message as Mail
from pathlib import Path as File

import pytest

from gatekeeper.feedback.delivery import Outcome
from gatekeeper.feedback.report import bounce_of
from gatekeeper.ids import Ids
from gatekeeper.mail.address import parse_path
from gatekeeper.mail.dsn import Action
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Recipient, Session
from gatekeeper.mail.message import Message
from gatekeeper.mail.reply import Reply
from gatekeeper.queue.reports import Reporter, ReporterSettings
from gatekeeper.store.parcel import Addressee, Fate, Parcel

GOLDENS = File(__file__).parent / "goldens"
NOW = 1_790_000_000.0
GONE = Reply.of(550, "5.1.1", "nobody of that name here")
GREYLISTED = Reply.of(450, "4.2.0", "come again later")
OK = Reply.of(250, "2.0.0", "Ok: queued as 7")
LINK = "https://gate.example.org/why/1m324zzzzzzzzzzzzzzzzzzzzz"
STRANGER = Reply.of(
    550, "5.7.1", f"Not sent: 2 of 3 recipients have never written to you. {LINK}",
    "Write to each in your own words first, or ask them to sign up.", f"Who, why and what to do: {LINK}",
)  # fmt: skip
NOTE = (
    b"Received: from client.example by gate.example.org with ESMTPSA id 1m324zz; Mon, 21 Sep 2026 14:13:20 +0000\r\n"
    b"Gatekeeper-Id: 1m324zzzzzzzzz\r\nFrom: Ann <ann@example.org>\r\nTo: bob@example.net\r\n"
    b"Subject: The spare keys\r\nMessage-ID: <keys@example.org>\r\n\r\nThey hang behind the door.\r\n"
)


class OneId(Ids):
    """The same id for every report, so that the files stay as they are."""

    def new(self, now: float) -> str:
        return "1m32500report0"


def addressee(address: str, fate: Fate, reply: Reply | None, *, notify: bytes | None = None) -> Addressee:
    """One recipient; whom the next hop spoke about, and who asks for what."""
    path = parse_path(f"<{address}>".encode(), smtputf8=True)
    orcpt = b"rfc822;" + address.replace("+", "+2B").encode() if address.isascii() else None
    remote = "mx.example.net:25" if reply is not STRANGER and reply is not None else ""
    recipient = Recipient(path=path, notify=notify, orcpt=orcpt)
    return Addressee(recipient=recipient, fate=fate, reply=reply, remote=remote, at=NOW)


def parcel(*addressees: Addressee, sender: str = "ann@example.org", ret: bytes | None = None) -> Parcel:
    """A queued message of Ann's to these."""
    return Parcel(
        id="1m324zzzzzzzzz",
        account=sender,
        session=Session(listener="outbound-1"),
        envelope=Envelope(
            sender=parse_path(f"<{sender}>".encode(), smtputf8=True) if sender else NULL_PATH,
            recipients=tuple(one.recipient for one in addressees),
            ret=ret,
            envid=b"env+2B1",
            smtputf8=not sender.isascii(),
        ),
        arrived=NOW - 3600,
        due=NOW,
        until=NOW + 5 * 86_400 - 3600,
        judged=True,
        addressees=addressees,
    )


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def reporter() -> Reporter:
    return Reporter(OneId(b""), ReporterSettings(hostname="gate.example.org", help_contact="Post office, ext. 12"))


def written(report: tuple[Parcel, bytes] | None) -> bytes:
    assert report is not None
    parcel, content = report
    assert parcel.envelope.sender.is_null, "nobody is told about a report"
    return content


def compare(name: str, content: bytes) -> None:
    """The file of that name has these octets."""
    file = GOLDENS / f"{name}.eml"
    if os.environ.get("GOLDENS") == "write":
        file.write_bytes(content)
    assert content == file.read_bytes(), f"{file} has other octets; GOLDENS=write writes it anew"


def parts(content: bytes) -> tuple[Mail, Mail, Mail]:
    """The three parts of RFC 6522, by the standard library."""
    mail = email.message_from_bytes(content)
    assert mail.get_content_type() == "multipart/report" and mail.get_param("report-type") == "delivery-status"
    assert mail["Auto-Submitted"] == "auto-replied" and not mail.defects
    words, machine, returned = mail.get_payload()  # type: ignore[misc]  # a multipart has parts
    assert isinstance(words, Mail) and isinstance(machine, Mail) and isinstance(returned, Mail)
    assert [one.get_content_type() for one in words.walk()][1:] == ["text/plain", "text/html"]
    return words, machine, returned


def text(content: bytes) -> str:
    """What a mail program without HTML shows."""
    plain = parts(content)[0].get_payload(0)
    assert isinstance(plain, Mail)
    shown = plain.get_payload(decode=True)
    assert isinstance(shown, bytes)
    return shown.decode()


def fields(content: bytes) -> list[Mail]:
    """The groups of the machine part: about the message, then each recipient."""
    groups = parts(content)[1].get_payload()
    assert isinstance(groups, list)
    return [group for group in groups if isinstance(group, Mail)]


def results(content: bytes) -> dict[str, tuple[Outcome, str]]:
    """What our own reading of other people's bounces makes of it."""
    found = bounce_of(Message.read(b"Return-Path: <>\r\n" + content))
    assert found is not None
    return {one.recipient: (one.outcome, one.status) for one in found.results}


def test_a_refused_note_comes_back_with_the_next_servers_words() -> None:
    one = parcel(addressee("bob@example.net", Fate.FAILED, GONE))
    content = written(reporter().report([one], NOTE, NOW, Action.FAILED))
    assert text(content).splitlines()[0] == "Not sent to bob@example.net."
    assert "mx.example.net:25 said: 550 5.1.1 nobody of that name here" in text(content)
    assert 'Your message "The spare keys" reached the mail gateway' in text(content)
    message, bob = fields(content)
    assert message["Original-Envelope-Id"] == "env+1" and message["Reporting-MTA"] == "dns; gate.example.org"
    assert (bob["Action"], bob["Status"], bob["Remote-MTA"]) == ("failed", "5.1.1", "dns; mx.example.net")
    assert bob["Diagnostic-Code"] == "smtp; 550 5.1.1 nobody of that name here"
    returned = parts(content)[2]
    assert returned.get_content_type() == "text/rfc822-headers" and b"behind the door" not in content
    assert results(content) == {"bob@example.net": (Outcome.FAILED, "5.1.1")}
    compare("failed-headers", content)


def test_ret_full_brings_the_whole_message_back_byte_for_byte() -> None:
    one = parcel(addressee("bob@example.net", Fate.FAILED, GONE), ret=b"FULL")
    content = written(reporter().report([one], NOTE, NOW, Action.FAILED))
    assert b"Content-Type: message/rfc822\r\n\r\n" + NOTE in content
    assert parts(content)[2].get_payload(0)["Message-ID"] == "<keys@example.org>"  # type: ignore[union-attr, index]  # a message inside
    compare("failed-full", content)


def test_a_delay_says_until_when_it_is_tried_again() -> None:
    one = parcel(addressee("bob@example.net", Fate.WAITING, GREYLISTED))
    content = written(reporter().report([one], NOTE, NOW, Action.DELAYED))
    assert text(content).startswith(
        "Waiting: not sent to bob@example.net yet. It is tried again by itself until Sat 26 Sep 13:13 (UTC)."
    )
    bob = fields(content)[1]
    assert (bob["Action"], bob["Status"]) == ("delayed", "4.2.0") and bob["Will-Retry-Until"]
    assert results(content) == {"bob@example.net": (Outcome.DELAYED, "4.2.0")}
    compare("delayed", content)


def test_who_asked_for_it_is_told_that_it_went_on_to_a_server_without_reports() -> None:
    one = parcel(addressee("bob@example.net", Fate.SENT, OK, notify=b"SUCCESS,FAILURE"))
    content = written(reporter().report([one], NOTE, NOW, Action.RELAYED))
    assert text(content).startswith("Sent to bob@example.net.")
    assert fields(content)[1]["Action"] == "relayed"
    assert results(content) == {"bob@example.net": (Outcome.DELIVERED, "2.0.0")}
    compare("relayed", content)


def test_a_next_hop_that_reports_itself_leaves_nothing_to_report() -> None:
    one = parcel(addressee("bob@example.net", Fate.HANDED_ON, OK, notify=b"SUCCESS"))
    assert reporter().report([one], NOTE, NOW, Action.RELAYED) is None


def test_a_mixed_message_tells_groups_and_gives_each_reason_once() -> None:
    one = parcel(
        addressee("friend@example.net", Fate.SENT, OK),
        addressee("new1+club@example.net", Fate.FAILED, STRANGER),
        addressee("new2@example.net", Fate.FAILED, STRANGER),
        addressee("slow@example.net", Fate.WAITING, GREYLISTED),
        addressee("quiet@example.net", Fate.FAILED, GONE, notify=b"NEVER"),
        addressee("before@example.net", Fate.RETURNED, GONE),
    )
    content = written(reporter().report([one], NOTE, NOW, Action.FAILED))
    shown = text(content)
    assert shown.startswith("Not sent to 2 of 4 recipients.")
    assert shown.count(STRANGER.lines[1]) == 1
    places = [shown.index(title) for title in ("Not sent to 2:", "Not sent yet to 1:", "Sent to 1:")]
    assert places == sorted(places)
    assert b"quiet@" not in content and b"before@" not in content
    assert shown.count(LINK) == 1
    assert fields(content)[2]["Original-Recipient"] == "rfc822; new1+club@example.net"
    assert results(content) == {
        "friend@example.net": (Outcome.DELIVERED, "2.0.0"),
        "new1+club@example.net": (Outcome.FAILED, "5.7.1"),
        "new2@example.net": (Outcome.FAILED, "5.7.1"),
        "slow@example.net": (Outcome.DELAYED, "4.2.0"),
    }
    compare("mixed", content)


def test_a_sender_beyond_ascii_gets_the_global_forms() -> None:
    note = NOTE.replace(b"ann@example.org", "änn@example.org".encode()).replace(b"spare keys", "Schlüssel".encode())
    one = parcel(addressee("björn@example.net", Fate.FAILED, GONE), sender="änn@example.org", ret=b"FULL")
    content = written(reporter().report([one], note, NOW, Action.FAILED))
    _, machine, returned = parts(content)
    assert machine.get_content_type() == "message/global-delivery-status"
    assert returned.get_content_type() == "message/global" and note in content
    assert "Final-Recipient: utf-8; björn@example.net".encode() in content
    assert "Not sent to björn@example.net." in text(content)
    assert set(results(content)) == {"björn@example.net"}
    compare("smtputf8", content)


def test_a_campaign_is_one_report_about_many_messages() -> None:
    many = [
        replace(parcel(addressee(f"new{number}@example.net", Fate.FAILED, STRANGER)), id=f"1m324zzzzzzzz{number}")
        for number in range(5)
    ]
    outcome = "Not sent: you are sending the same to 7 people who have never written to you."
    way_out = "Write to each in your own words first, or ask them to sign up."
    told = reporter().report(
        many, NOTE, NOW, Action.FAILED, outcome=outcome, way_out=way_out, link=LINK
    )  # fmt: skip
    content = written(told)
    shown = text(content).splitlines()
    assert shown[0] == outcome and shown[2:4] == [way_out, f"Who, why and what to do: {LINK}"]
    assert "This is about 5 messages of yours." in text(content) and text(content).count(way_out) == 1
    assert "Original-Envelope-Id" not in fields(content)[0], "it is one message's (RFC 3464 2.2.1)"
    assert len(results(content)) == 5
    compare("campaign", content)


def test_nobody_is_told_about_a_report() -> None:
    one = parcel(addressee("bob@example.net", Fate.FAILED, GONE), sender="")
    assert reporter().report([one], NOTE, NOW, Action.FAILED) is None


def test_nobody_is_told_twice_about_the_same_recipient() -> None:
    one = parcel(addressee("bob@example.net", Fate.RETURNED, GONE), addressee("eve@example.net", Fate.SENT, OK))
    assert reporter().report([one], NOTE, NOW, Action.FAILED) is None


@pytest.mark.parametrize("whole", [b"FULL", b"HDRS"])
def test_a_message_that_holds_our_boundary_does_not_break_the_report(whole: bytes) -> None:
    hostile = b"X-One: --=_1m32500report0_report--\r\n" + NOTE + b"\r\n--=_1m32500report0_report\r\n\r\nfalse\r\n"
    one = parcel(addressee("bob@example.net", Fate.FAILED, GONE), ret=whole)
    content = written(reporter().report([one], hostile, NOW, Action.FAILED))
    words, _, _ = parts(content)
    assert words.get_content_type() == "multipart/alternative"
    assert (hostile in content) is (whole == b"FULL")


def test_what_a_server_of_seven_bits_refused_comes_back_in_seven_bits() -> None:
    refused = Reply.of(554, "5.6.3", "Not sent: the next server takes no 8-bit content")
    one = parcel(addressee("bob@example.net", Fate.FAILED, refused), ret=b"FULL")
    note = NOTE.replace(b"keys\r\n", "Schlüssel\r\n".encode())
    told = reporter().report([one], note, NOW, Action.FAILED)
    content = written(told)
    assert content.isascii() and told is not None and told[0].envelope.body == "7BIT"
    returned = parts(content)[2].get_payload(decode=True)
    assert isinstance(returned, bytes) and "Schlüssel".encode() in returned


def test_a_huge_message_comes_back_as_its_header() -> None:
    one = parcel(addressee("bob@example.net", Fate.FAILED, GONE), ret=b"FULL")
    content = written(reporter().report([one], NOTE + b"x\r\n" * 400_000, NOW, Action.FAILED))
    assert len(content) < 20_000


def test_a_hostile_answer_of_the_next_server_stays_text() -> None:
    evil = Reply.of(550, "5.0.0", '<script>alert("x")</script>\r\nFinal-Recipient: rfc822; eve@example.net')
    one = parcel(addressee("bob@example.net", Fate.FAILED, evil))
    content = written(reporter().report([one], NOTE, NOW, Action.FAILED))
    page = parts(content)[0].get_payload(1)
    assert isinstance(page, Mail) and b"<script>" not in (page.get_payload(decode=True) or b"")
    assert set(results(content)) == {"bob@example.net"} and len(fields(content)) == 2
