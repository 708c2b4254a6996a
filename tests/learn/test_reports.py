"""Reports as real mail systems write them, in our own words: what is read from each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.feedback.delivery import Outcome
from gatekeeper.feedback.report import bounce_of, complaint_of, receipt_of
from gatekeeper.mail.message import Message

RETURNED = "From: anna@example.org\nTo: bert@elsewhere.example\nMessage-ID: <q1@example.org>\nSubject: plans\n"


def mail(header: str, body: str) -> Message:
    return Message.read(f"{header.strip()}\n\n{body}".encode().replace(b"\n", b"\r\n"))


def report(report_type: str, *parts: tuple[str, str], header: str = "") -> Message:
    pieces = "".join(f"--b\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts)
    head = f"From: mailer-daemon@mx.example\nTo: anna@example.org\nSubject: report\n{header}"
    return mail(f'{head}Content-Type: multipart/report; report-type={report_type}; boundary="b"', f"{pieces}--b--\n")


def test_a_standard_bounce_names_recipient_status_and_the_mail_it_is_about():
    fields = "Reporting-MTA: dns; mx.example\n\nOriginal-Recipient: rfc822;bert@elsewhere.example\n"
    fields += "Final-Recipient: rfc822; b.ert@mailbox.example\nAction: failed\nStatus: 5.1.1\n"
    found = bounce_of(report("delivery-status", ("message/delivery-status", fields), ("message/rfc822", RETURNED)))
    assert found is not None
    assert [(r.recipient, r.original, r.status, r.permanent) for r in found.results] == [
        ("b.ert@mailbox.example", "bert@elsewhere.example", "5.1.1", True)
    ]
    assert (found.original_id, found.original_sender) == ("<q1@example.org>", "anna@example.org")


def test_only_a_line_end_of_mail_ends_a_field():
    fields = "Reporting-MTA: dns; mx.example\n\nOriginal-Recipient: anna@x.example\x1d\x1dre:\x85\u2028\x1d\n"
    fields += "Final-Recipient: rfc822; bert@elsewhere.example\nAction: failed\nStatus: 5.1.1\n"
    found = bounce_of(report("delivery-status", ("message/global-delivery-status; charset=utf-8", fields)))
    assert found is not None
    assert [one.recipient for one in found.results] == ["bert@elsewhere.example"]


@pytest.mark.parametrize(
    ("action", "status", "outcome", "permanent"),
    [
        ("failed", "5.2.2", Outcome.FAILED, True),
        ("failed", "4.4.7", Outcome.FAILED, False),
        ("delayed", "4.4.1", Outcome.DELAYED, False),
        ("delivered", "2.0.0", Outcome.DELIVERED, False),
        ("relayed", "2.1.5", Outcome.DELIVERED, False),
    ],
)
def test_what_became_of_it(action: str, status: str, outcome: Outcome, permanent: bool):
    fields = f"Final-Recipient: rfc822;bert@elsewhere.example\nAction: {action}\nStatus: {status}\n"
    found = bounce_of(report("delivery-status", ("message/delivery-status", fields)))
    assert found is not None
    assert (found.results[0].outcome, found.permanent) == (outcome, permanent)


PROSE = [
    (
        "qmail",
        "<bert@elsewhere.example>:\n192.0.2.1 said: 550 5.1.1 no such user\n\n"
        "--- Below this line is a copy of the message.\n\n",
        "5.1.1",
    ),
    (
        "exim",
        "could not be delivered:\n\n  bert@elsewhere.example\n    mailbox is full\n\n"
        "------ This is a copy of the message, including all the headers. ------\n\n",
        "5.2.2",
    ),
    (
        "domino",
        "Your message\n\n  Subject: plans\n\nwas not delivered to:\n\n  bert@elsewhere.example\n\n"
        "because:\n\n  User bert not listed in Directory\n\n",
        "5.1.1",
    ),
    (
        "japanese",
        "次の宛先に配信できませんでした。\nbert@elsewhere.example\n550 unknown user <bert@elsewhere.example>\n"
        "-------original message\n",
        "5.1.1",
    ),
    (
        "german",
        "Ihre Nachricht konnte nicht zugestellt werden:\n<bert@elsewhere.example>: 552 over quota\n\n"
        "----- Original message -----\n",
        "5.2.2",
    ),
]


@pytest.mark.parametrize(("who", "words", "status"), PROSE)
def test_prose_is_read_for_recipient_and_status(who: str, words: str, status: str):
    found = bounce_of(
        mail(
            "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: anna@example.org\nSubject: failure notice",
            words + RETURNED,
        )
    )
    assert found is not None, who
    assert [(r.recipient, r.status) for r in found.results] == [("bert@elsewhere.example", status)]


def test_two_recipients_get_each_his_own_status():
    words = "not delivered to:\n\n<bert@a.example>:\n550 5.1.1 unknown\n\n<carl@b.example>:\n552 5.2.2 full\n"
    found = bounce_of(
        mail("Return-Path: <>\nFrom: postmaster@mx.example\nTo: anna@example.org\nSubject: undelivered", words)
    )
    assert found is not None
    assert {r.recipient: r.status for r in found.results} == {"bert@a.example": "5.1.1", "carl@b.example": "5.2.2"}


def test_an_out_of_office_with_the_null_sender_is_no_bounce():
    assert (
        bounce_of(mail("Return-Path: <>\nFrom: bert@elsewhere.example\nSubject: Out of office", "I am away until May."))
        is None
    )


def test_a_bounce_that_a_person_forwards_is_his_mail():
    body = (
        "What does this mean?\n\n> From: MAILER-DAEMON@mx.example\n> <bert@elsewhere.example>: 550 5.1.1 user unknown\n"
    )
    assert bounce_of(mail("From: anna@example.org\nSubject: Fwd: Undelivered mail", body)) is None


def test_a_complaint_names_who_complained_and_about_what():
    fields = "Feedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: <bert@elsewhere.example>\n"
    found = complaint_of(report("feedback-report", ("message/feedback-report", fields), ("message/rfc822", RETURNED)))
    assert found is not None
    assert (found.kind, found.recipients, found.original_id) == (
        "abuse",
        ("bert@elsewhere.example",),
        "<q1@example.org>",
    )
    assert found.by_a_person


def test_an_authentication_failure_report_is_nobodys_complaint():
    found = complaint_of(report("feedback-report", ("message/feedback-report", "Feedback-Type: auth-failure\n")))
    assert found is not None
    assert not found.by_a_person


def test_a_read_receipt_is_a_machines_answer():
    fields = "Final-Recipient: rfc822;bert@elsewhere.example\nOriginal-Message-ID: <q1@example.org>\n"
    found = receipt_of(report("disposition-notification", ("message/disposition-notification", fields)))
    assert found is not None
    assert (found.recipient, found.original_id) == ("bert@elsewhere.example", "<q1@example.org>")


@given(st.binary(max_size=2_000), st.sampled_from(["delivery-status", "feedback-report", "disposition-notification"]))
@settings(max_examples=150, deadline=None)
def test_reading_a_report_never_raises(noise: bytes, kind: str):
    head = "Return-Path: <>\nFrom: mailer-daemon@x\nSubject: failure\n"
    head += f'Content-Type: multipart/report; report-type={kind}; boundary="b"\n\n'
    for body in (
        noise,
        b"--b\nContent-Type: message/delivery-status\n\nFinal-Recipient:" + noise,
        b"--b\nContent-Type: message/feedback-report\n\n" + noise,
        b'{"notificationType":' + noise,
    ):
        message = Message.read(head.encode() + body)
        bounce_of(message)
        complaint_of(message)
        receipt_of(message)


CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "open.tar.xz"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here")
def test_nearly_every_real_bounce_and_every_real_complaint_is_read():
    import tarfile

    read = bounces = complaints = reports = 0
    with tarfile.open(CORPUS) as archive:
        for entry in archive:
            name = entry.name
            if (
                not name.endswith(".eml")
                or ("/dsn-bounces/" not in name and "/arf/" not in name)
                or "/rfc3834-" in name
            ):
                continue
            file = archive.extractfile(entry)
            assert file is not None
            message = Message.read(file.read())
            if "/arf/" in name:
                # One file there is an opt-out mail, no report.
                reports += b"X-Apple-Unsubscribe" not in message.content
                complaints += complaint_of(message) is not None
            else:
                bounces += 1
                found = bounce_of(message)
                read += complaint_of(message) is not None or bool(found and found.results and found.status)
    assert complaints == reports > 0
    assert read >= 0.98 * bounces


@pytest.mark.parametrize(
    "returned",
    [
        "Received:from mail.example.org by mx.example\nMessage-ID:<q1@example.org>\nFrom:Anna <anna@example.org>\n",
        "-------original mail info\nFrom: anna@example.org\nMessage-ID: <q1@example.org>\n",
        "The details:\n  Message-ID: <q1@example.org>\n",
    ],
    ids=["without spaces", "under a title", "among the words"],
)
def test_the_mail_that_a_report_in_prose_is_about_is_found_however_it_is_returned(returned: str):
    words = f"Your mail could not be delivered to bert@elsewhere.example: 550 5.1.1 no such user\n\n{returned}\nHello\n"
    found = bounce_of(mail("From: MAILER-DAEMON@mx.example\nTo: anna@example.org\nSubject: Undelivered mail", words))
    assert found is not None and found.original_id == "<q1@example.org>"
