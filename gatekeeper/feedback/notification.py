"""Bounces and complaints as JSON, the way Amazon SES mails them through SNS."""

from __future__ import annotations

import json

from gatekeeper.feedback.bounce import MAX_RECIPIENTS, MAX_TEXT_CHARACTERS, status_in
from gatekeeper.feedback.delivery import Bounce, Complaint, Outcome, Result
from gatekeeper.mail.address import canonical


def bounce_in_json(text: str) -> Bounce | None:
    """The bounce (or delivery) in a notification, None when it is about something else."""
    notice = _notice(text)
    kind = notice.get("notificationType") or notice.get("eventType")
    results: dict[str, Result] = {}
    if kind == "Bounce":
        bounce = _table(notice.get("bounce"))
        permanent = bounce.get("bounceType") != "Transient"
        for entry in _list(bounce.get("bouncedRecipients")):
            if recipient := canonical(str(_table(entry).get("emailAddress", ""))):
                diagnostic = str(_table(entry).get("diagnosticCode", ""))
                written = str(_table(entry).get("status", "")) or status_in(diagnostic)
                status = written or ("5.0.0" if permanent else "4.0.0")
                results.setdefault(recipient, Result(recipient=recipient, status=status, outcome=Outcome.FAILED))
    elif kind == "Delivery":
        for entry in _list(_table(notice.get("delivery")).get("recipients")):
            if recipient := canonical(str(entry)):
                results.setdefault(recipient, Result(recipient=recipient, status="2.0.0", outcome=Outcome.DELIVERED))
    if not results:
        return None
    original_id, sender = _original(notice)
    return Bounce(results=tuple(results.values()), original_id=original_id, original_sender=sender)


def complaint_in_json(text: str) -> Complaint | None:
    """The complaint in a notification, None when it is about something else."""
    notice = _notice(text)
    complaint = _table(notice.get("complaint"))
    entries = _list(complaint.get("complainedRecipients"))
    recipients = tuple(filter(None, (canonical(str(_table(entry).get("emailAddress", ""))) for entry in entries)))
    if not recipients:
        return None
    original_id, sender = _original(notice)
    kind = str(complaint.get("complaintFeedbackType") or "abuse")
    return Complaint(kind=kind, recipients=recipients, original_id=original_id, original_sender=sender)


def _original(notice: dict[str, object]) -> tuple[str, str]:
    mail = _table(notice.get("mail"))
    headers = _table(mail.get("commonHeaders"))
    return str(headers.get("messageId") or ""), canonical(str(mail.get("source") or ""))


def _notice(text: str) -> dict[str, object]:
    """The first JSON object in `text`, SNS's wrapping undone; {} where there is none."""
    start = text.find("{")
    if start < 0:
        return {}
    try:
        # Mail systems wrap the long line; a line break inside a JSON string is never meant.
        value, _ = json.JSONDecoder(strict=False).raw_decode(
            text[start:MAX_TEXT_CHARACTERS].replace("\n", " ").replace("\r", "")
        )
        inner = _table(value).get("Message")
        if isinstance(inner, str):
            value = json.loads(inner, strict=False)
    except (ValueError, RecursionError):
        return {}
    return _table(value)


def _table(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value[:MAX_RECIPIENTS] if isinstance(value, list) else []
