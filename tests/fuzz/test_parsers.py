"""Parsers that read what strangers write: nothing makes them raise what they do not announce, or hang.

The readers of mail, of bounces and of logs have their own in tests/mail, tests/smtpd, tests/relay and tests/learn.
"""

from __future__ import annotations

import email

from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.errors import UsageError
from gatekeeper.mail.address import PathError, parse_path_and_rest
from gatekeeper.mail.calendar import calendar_of
from gatekeeper.mail.dsn import Action, RecipientReport, Report, notification
from gatekeeper.mail.envelope import Path
from gatekeeper.mail.message import Message
from gatekeeper.mail.reply import Reply
from gatekeeper.mail.report import bounce_of, complaint_of, receipt_of
from gatekeeper.policy.policyfile import parse_policy
from tests.fuzz.measure import TIMES

fuzzed = settings(max_examples=200 * TIMES, deadline=None)

CRUMBS = st.sampled_from(
    [
        b"BEGIN:VCALENDAR", b"END:VEVENT", b"METHOD:REPLY", b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:", b"DTSTART;TZID=",
        b"RRULE:FREQ=YEARLY;COUNT=999999999", b"BEGIN:VEVENT", b"UID:", b"SEQUENCE:99999999999999999999", b"\r\n ",
        b"Final-Recipient: rfc822; ", b"Action: failed", b"Status: 5.1.1", b"Feedback-Type: abuse", b"\r\n\r\n",
        b"Original-Rcpt-To: ", b"Diagnostic-Code: smtp; ", b"a@b.example", b"--b\r\n", b"--b--\r\n", b"\0", b"\xff",
        b"Content-Type: message/delivery-status\r\n\r\n", b"Content-Type: message/feedback-report\r\n\r\n", b";", b":",
        b"Content-Type: text/calendar; method=REQUEST\r\n\r\n", b"Reporting-MTA: dns; ", b"Arrival-Date: x",
    ]
)  # fmt: skip
TEXT = st.lists(st.one_of(CRUMBS, st.binary(max_size=12)), max_size=30).map(b"".join)
HEADS = st.sampled_from(
    [
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        b"Content-Type: multipart/report; report-type=feedback-report; boundary=b",
        b"Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
        b"Content-Type: text/calendar; method=REPLY; charset=utf-8",
        b"Content-Type: multipart/mixed; boundary=b",
        b"Return-Path: <>\r\nSubject: Undelivered Mail Returned to Sender",
    ]
)
WORDS = st.sampled_from(
    ["name", "=", '"x"', "[rates]", "[campaign]", "[[unless]]", "1e999", "nan", "-1", "{", "}", "\n", "[", "]", "#",
     "messages_per_hour", "action", "'hold'", "true", "9" * 400, "\\u0000", "a.b.c", "2026-13-99"]
)  # fmt: skip


@fuzzed
@given(head=HEADS, body=TEXT)
def test_any_report_or_calendar_can_be_read(head: bytes, body: bytes) -> None:
    message = Message.read(b"From: x@example.net\r\n" + head + b"\r\n\r\n" + body)
    for reader in (bounce_of, complaint_of, receipt_of, calendar_of):
        first, second = reader(message), reader(Message.read(message.content))
        assert first == second


@fuzzed
@given(words=st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=25))
def test_any_policy_file_is_a_policy_or_a_usage_error(words: list[str]) -> None:
    try:
        policy = parse_policy(" ".join(words), "policy.toml")
    except UsageError as error:
        assert "policy.toml" in error.reason
    else:
        assert policy.name


@fuzzed
@given(octets=st.one_of(st.binary(max_size=80), st.builds(lambda text: b"<" + text + b"> SIZE=1", st.binary())))
def test_any_octets_are_a_path_or_a_path_error(octets: bytes) -> None:
    for smtputf8 in (False, True):
        for null_allowed in (False, True):
            try:
                path, _ = parse_path_and_rest(octets, smtputf8=smtputf8, null_allowed=null_allowed)
            except PathError as error:
                assert error.reply.permanent
            else:
                assert not set(path.octets) & set(b"\r\n\0<")


@fuzzed
@given(
    words=st.text(max_size=200),
    recipient=st.from_regex(rb"[a-z0-9][a-z0-9+]{0,19}@[a-z]{1,10}\.example", fullmatch=True),
    orcpt=st.one_of(st.none(), st.binary(max_size=40).filter(lambda octets: not set(octets) & {10, 13})),
    content=TEXT,
    whole=st.booleans(),
    utf8=st.booleans(),
)
def test_whatever_stands_in_a_report_of_ours_its_form_holds(
    words: str, recipient: bytes, orcpt: bytes | None, content: bytes, whole: bool, utf8: bool
) -> None:
    """The next hop's words, the message and its parameters are strangers' text."""
    path = Path(octets=recipient, address=recipient.decode())
    reply = Reply.of(550, "5.1.1", words)
    one = RecipientReport(path=path, action=Action.FAILED, reply=reply, orcpt=orcpt, remote_mta="mx.example.net:25")
    report = Report(
        to=Path(octets=b"ann@example.org", address="ann@example.org"), hostname="gate.example.org", id="1m32500report0",
        now=1.79e9, arrived=1.79e9, outcome="Not sent.", way_out="", link="", recipients=(one,), about=words,
        content=content, whole=whole, envid=orcpt, smtputf8=utf8,
    )  # fmt: skip
    written = notification(report)
    assert b"\n" not in written.replace(b"\r\n", b"") or b"\n" in content.replace(b"\r\n", b"")
    mail = email.message_from_bytes(written)
    assert mail.get_content_type() == "multipart/report" and len(mail.get_payload()) == 3
    found = bounce_of(Message.read(b"Return-Path: <>\r\n" + written))
    assert found is not None and [one.status for one in found.results] == ["5.1.1"], found
