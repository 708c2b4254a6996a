"""The parsers that read what strangers write, each as a target: octets in, and no exception but those it announces.

What comes out must keep what the reader promises. Seeds are texts of our own; a fuzzer changes them.
"""

from __future__ import annotations

import email
import io
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path as File

from gatekeeper.config.file import read as read_configuration
from gatekeeper.errors import UsageError
from gatekeeper.feedback.attendance import answer_of
from gatekeeper.feedback.report import bounce_of, complaint_of, receipt_of
from gatekeeper.learn.authentication import vouched_history, vouched_live
from gatekeeper.learn.importers import exim_log, mbox, postfix_log
from gatekeeper.learn.importers.logged import Queue
from gatekeeper.learn.mailclass import class_of
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.learn.trace import above_border, hop_of
from gatekeeper.mail.address import PathError, canonical, parse_path, parse_path_and_rest
from gatekeeper.mail.calendar import calendar_of
from gatekeeper.mail.dsn import Action, RecipientReport, Report, notification
from gatekeeper.mail.message import MAX_ADDRESSES, MAX_CITED, Message
from gatekeeper.mail.mime import MAX_PARTS
from gatekeeper.mail.page import page_of
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.policyfile import parse_policy
from gatekeeper.policy.transcript_lines import parse_transcript
from gatekeeper.relay.answer import AnswerReader, Garbled
from gatekeeper.relay.capabilities import capabilities_of
from gatekeeper.relay.stuffing import ending, stuffed
from gatekeeper.smtpd.dataphase import Body
from gatekeeper.smtpd.identity import NO_CLAIMS, ClaimError, authenticated_sender, xclient, xforward
from gatekeeper.smtpd.options import LineEndings
from gatekeeper.smtpd.parameters import Extension, ParameterError, mail_parameters, rcpt_parameters
from tests.fuzz import seeds
from tests.learn.keys import dns_for
from tests.mail.test_reading_fuzz import read_all

ALL = frozenset(Extension)
SITE = LearnSettings(authserv_ids=frozenset({"mx.example.org"}), arc_sealers=frozenset({"hub.example"}))
DNS = dns_for("friend.example")
NOW = 1.79e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One parser: `read` raises AssertionError, or what nobody announced, when the octets show a mistake."""

    read: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    crumbs: tuple[bytes, ...] = ()
    """Words of its language, for a fuzzer's dictionary."""


def path(octets: bytes) -> None:
    for smtputf8 in (False, True):
        for null_allowed in (False, True):
            try:
                found, rest = parse_path_and_rest(octets, smtputf8=smtputf8, null_allowed=null_allowed)
            except PathError as error:
                assert error.reply.code in (501, 550, 553)
                continue
            assert not any(octet < 0x20 or octet == 0x7F for octet in found.octets)
            assert smtputf8 or found.octets.isascii()
            assert null_allowed or found.octets
            again = parse_path(b"<" + found.octets + b">", smtputf8=smtputf8, null_allowed=null_allowed)
            assert again == found, "what is written to the next hop is the same path"
            assert octets.rstrip(b" ").endswith(rest)
            alone = found.is_null or found.octets.lower() == b"postmaster"
            assert alone or canonical(found.address) == found.address != ""


def parameters(octets: bytes) -> None:
    for parse in (
        lambda: mail_parameters(octets, ALL),
        lambda: rcpt_parameters(octets, ALL, smtputf8=True),
        lambda: rcpt_parameters(octets, ALL, smtputf8=False),
        lambda: xclient(octets, NO_CLAIMS),
        lambda: xforward(octets, NO_CLAIMS),
    ):
        try:
            parse()
        except (ParameterError, ClaimError) as error:
            assert error.reply.permanent


def headers(octets: bytes) -> None:
    """A header alone, and what is read from it."""
    message = Message.read(octets)
    assert 0 <= message.header_size <= len(message.content)
    for name, value in message.headers:
        assert name == name.lower() and b"\n" not in value
        if name == "received":
            hop_of(message.text(name))
    assert all(len(message.addresses(name)) <= MAX_ADDRESSES for name in ("from", "to", "cc", "reply-to"))
    assert len(message.cites) <= MAX_CITED and 0 <= message.key < 1 << 63
    assert message.date is None or isinstance(message.date, float)
    authenticated_sender(octets)
    above_border(message, SITE)


def authentication(octets: bytes) -> None:
    message = Message.read(octets)
    assert vouched_live(message, SITE, DNS) == vouched_live(Message.read(octets), SITE, DNS)
    vouched_history(message, SITE)


def mime(octets: bytes) -> None:
    """A whole message: its parts, text, kind and fingerprint."""
    read_all(octets)
    message = Message.read(octets)
    assert len(message.parts) <= MAX_PARTS
    class_of(message, SITE)


def page(octets: bytes) -> None:
    page_of(octets.decode("utf-8", "replace"))


def dsn(octets: bytes) -> None:
    found = bounce_of(Message.read(octets))
    assert found == bounce_of(Message.read(octets))
    for one in found.results if found is not None else ():
        assert one.recipient == canonical(one.recipient)


def arf(octets: bytes) -> None:
    message = Message.read(octets)
    assert complaint_of(message) == complaint_of(Message.read(octets))
    assert receipt_of(message) == receipt_of(Message.read(octets))


def calendar(octets: bytes) -> None:
    message = Message.read(b"From: a@b.example\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n" + octets)
    found = calendar_of(message)
    assert found is None or found.method == found.method.upper()
    answer = answer_of(message)
    assert answer is None or answer.attendee == canonical(answer.attendee)


def log_lines(octets: bytes) -> None:
    lines = octets.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    for reader in (postfix_log, exim_log):
        queue = Queue()
        for line in lines:
            reader.take_line(line, NOW, queue)
        for mail in (*queue.overdue(), *queue.rest()):
            assert mail.at <= NOW and isinstance(mail.login, str)


def archive(octets: bytes) -> None:
    offsets = [offset for offset, _ in mbox.messages(io.BytesIO(octets))]
    assert offsets == sorted(set(offsets)) and (not octets or offsets[0] == 0)


def policy(octets: bytes) -> None:
    """A policy, and the same text as a configuration and as a transcript."""
    text = octets.decode("utf-8", "replace")
    try:
        assert parse_policy(text, "a.toml").name
    except UsageError as error:
        assert "a.toml" in error.reason
    try:
        parse_transcript(text, "a.transcript")
    except UsageError as error:
        assert "a.transcript" in error.reason
    try:
        read_configuration(tomllib.loads(text), "a.toml")
    except UsageError as error:
        assert "a.toml" in error.reason or "cannot read the secret" in error.reason
    except (tomllib.TOMLDecodeError, RecursionError):
        pass  # `load` has its own words for it


def replies(octets: bytes) -> None:
    """What a next hop says, in one piece and cut into two."""
    outcomes = []
    for cut in (0, len(octets) // 2):
        reader, found = AnswerReader(), []
        try:
            for piece in (octets[:cut], octets[cut:]):
                found += [(one.code, tuple(one.lines), one.reply().wire()) for one in reader.feed(piece)]
        except Garbled:
            outcomes.append(None)
        else:
            outcomes.append(found)
            for code, lines, wire in found:
                assert wire.isascii() and wire.endswith(b"\r\n") and 200 <= code < 600
                capabilities_of(lines)
    assert outcomes[0] == outcomes[1]


def content(octets: bytes) -> None:
    """The data phase: however the octets are cut, the same content; and what we send of it reads back the same."""
    borders = sorted({0, len(octets), *(len(octets) * octet // 255 for octet in octets[:5])})
    results = []
    for cuts in ([0, len(octets)], borders):
        body, rest = Body(limit_octets=1 << 20, reserve=lambda count: True), b""
        for start, end in pairwise(cuts):
            if body.ended:
                rest += octets[start:end]
            elif body.feed(octets[start:end]):
                rest = body.rest
        results.append((body.ended, rest, body.message(line_endings=LineEndings.KEEP) if body.ended else b""))
    assert results[0] == results[1]
    pieces = [octets[start:end] for start, end in pairwise(borders)]
    sent = b"".join(stuffed(pieces)) + ending(pieces)
    back = Body(limit_octets=1 << 20, reserve=lambda count: True)
    assert back.feed(sent) and not back.rest
    whole = octets if not octets or octets.endswith(b"\r\n") else octets + b"\r\n"
    assert back.message(line_endings=LineEndings.KEEP) == whole or (b"\0" in octets or not octets)


def report(octets: bytes) -> None:
    """A report of ours about whatever mail, with whatever words of the next hop, can be read by others and by us."""
    words, _, mail = octets.partition(b"\0")
    orcpt, _, envid = words.partition(b" ")
    bert = parse_path(b"<bert@friend.example>")
    one = RecipientReport(
        path=bert, action=Action.FAILED, reply=Reply.of(550, "5.1.1", words.decode("utf-8", "replace")),
        orcpt=orcpt if orcpt.strip() and not set(orcpt) & set(b"\r\n") else None, remote_mta="mx.example.net:25",
    )  # fmt: skip
    written = notification(
        Report(
            to=parse_path(b"<ann@example.org>"), hostname="gate.example.org", id="1m32500report0", now=NOW,
            arrived=NOW, outcome="Not sent.", way_out="", link="", recipients=(one,),
            about=words.decode("utf-8", "replace"), content=mail, whole=len(octets) % 2 == 0,
            envid=envid.strip() or None, smtputf8=len(octets) % 3 == 0,
        )
    )  # fmt: skip
    parsed = email.message_from_bytes(written)
    assert parsed.get_content_type() == "multipart/report" and len(parsed.get_payload()) == 3
    found = bounce_of(Message.read(b"Return-Path: <>\r\n" + written))
    assert found is not None and [each.status for each in found.results] == ["5.1.1"], found


def _shipped() -> tuple[bytes, ...]:
    folder = File(__file__).parents[2] / "policies"
    return tuple(file.read_bytes() for file in sorted(folder.iterdir()) if file.suffix in (".toml", ".transcript"))


TARGETS = {
    "path": Target(read=path, seeds=seeds.PATHS),
    "parameters": Target(read=parameters, seeds=seeds.PARAMETERS),
    "headers": Target(read=headers, seeds=seeds.MAILS, crumbs=seeds.HEADER_WORDS),
    "authentication": Target(read=authentication, seeds=seeds.SIGNED, crumbs=seeds.HEADER_WORDS),
    "mime": Target(read=mime, seeds=seeds.MAILS, crumbs=seeds.MIME_WORDS),
    "page": Target(read=page, seeds=seeds.PAGES, crumbs=seeds.PAGE_WORDS),
    "dsn": Target(read=dsn, seeds=seeds.BOUNCES, crumbs=seeds.REPORT_WORDS),
    "arf": Target(read=arf, seeds=seeds.COMPLAINTS, crumbs=seeds.REPORT_WORDS),
    "calendar": Target(read=calendar, seeds=seeds.CALENDARS, crumbs=seeds.CALENDAR_WORDS),
    "log-lines": Target(read=log_lines, seeds=seeds.LOGS),
    "archive": Target(read=archive, seeds=seeds.ARCHIVES),
    "policy": Target(read=policy, seeds=_shipped(), crumbs=seeds.POLICY_WORDS),
    "replies": Target(read=replies, seeds=seeds.REPLIES),
    "content": Target(read=content, seeds=seeds.CONTENTS, crumbs=(b"\r\n.\r\n", b"\r\n.", b"\r", b"\n", b".")),
    "report": Target(read=report, seeds=tuple(b"rfc822;bert E1\0" + mail for mail in seeds.MAILS[:20])),
}
