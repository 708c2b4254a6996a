"""Reports: when a sender is told about a queued message, and the parcel that tells him (RFC 3461, 3464)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from gatekeeper.ids import Ids
from gatekeeper.mail.dsn import Action, RecipientReport, Report, notification
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Recipient, Session
from gatekeeper.mail.reply import OUR_FAULT
from gatekeeper.policy.explain import Explanation
from gatekeeper.store import queue
from gatekeeper.store.queue import Addressee, Fate, Parcel

REPORT_DAYS = 5.0
DAY_SECONDS = 86_400.0
ACTIONS = {Fate.SENT: Action.RELAYED, Fate.FAILED: Action.FAILED, Fate.WAITING: Action.DELAYED}
WANTED = {Action.FAILED: b"FAILURE", Action.DELAYED: b"DELAY", Action.RELAYED: b"SUCCESS"}
BY_DEFAULT = frozenset({Action.FAILED, Action.DELAYED})
"""What is told where the client gave no NOTIFY (RFC 3461 4.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterSettings:
    """Who reports, and whom a sender may ask."""

    hostname: str
    help_contact: str = ""


class Reporter:
    """Writes reports into the queue. `sign` adds a DKIM signature where a key is configured."""

    def __init__(
        self, ids: Ids, settings: ReporterSettings, *, sign: Callable[[bytes], bytes] = lambda content: content
    ) -> None:
        self._ids = ids
        self._settings = settings
        self._sign = sign

    def report(
        self,
        connection: Connection,
        parcels: Sequence[Parcel],
        content: bytes,
        now: float,
        action: Action,
        *,
        words: Explanation | None = None,
        link: str = "",
        reason: str = "",
    ) -> Parcel | None:
        """Tell the sender of `parcels`, in the caller's transaction; None when nobody wants to know.

        Never about a message with a null return path, nor about a recipient for whom NOTIFY says otherwise.
        """
        first = parcels[0]
        if first.envelope.sender.is_null:
            return None
        people = [one for parcel in parcels for one in parcel.addressees]
        if not any(ACTIONS[one.fate] is action and _wants(one, action) for one in people):
            return None
        told = tuple(_about(one, first.until) for one in people if _may_be_told(one))
        id_ = self._ids.new(now)
        outcome = words.outcome if words is not None else _outcome(people, action)
        report = Report(
            to=first.envelope.sender,
            hostname=self._settings.hostname,
            id=id_,
            now=now,
            arrived=first.arrived,
            outcome=outcome,
            sentences=(reason,) if reason else (),
            way_out=words.way_out if words is not None else "",
            link=link,
            recipients=told,
            content=content,
            whole=(first.envelope.ret or b"").upper() == b"FULL" and action is Action.FAILED,
            envid=first.envelope.envid,
            smtputf8=first.envelope.smtputf8,
            help_contact=self._settings.help_contact,
        )
        to = Recipient(path=first.envelope.sender, notify=b"NEVER")
        parcel = Parcel(
            id=id_,
            account="",
            session=Session(listener="", protocol="ESMTP"),
            envelope=Envelope(sender=NULL_PATH, recipients=(to,), body="8BITMIME", smtputf8=first.envelope.smtputf8),
            arrived=now,
            due=now,
            until=now + REPORT_DAYS * DAY_SECONDS,
            judged=True,
            reason=outcome,
        )
        queue.put(connection, parcel, self._sign(notification(report)))
        return parcel


def _may_be_told(one: Addressee) -> bool:
    """RFC 3461 4.1: NEVER stands alone."""
    return (one.recipient.notify or b"").upper() != b"NEVER"


def _wants(one: Addressee, action: Action) -> bool:
    notify = one.recipient.notify
    if notify is None:
        return action in BY_DEFAULT
    return WANTED.get(action, b"") in notify.upper().split(b",")


def _about(one: Addressee, until: float) -> RecipientReport:
    return RecipientReport(
        path=one.recipient.path,
        action=ACTIONS[one.fate],
        reply=one.reply or OUR_FAULT,
        orcpt=one.recipient.orcpt,
        remote_mta=one.remote,
        retry_until=until,
        at=one.at,
    )


def _outcome(people: Sequence[Addressee], action: Action) -> str:
    number = sum(ACTIONS[one.fate] is action for one in people)
    match action:
        case Action.FAILED:
            return f"Not sent to {number} of {len(people)} recipients." if len(people) > 1 else "Not sent."
        case Action.DELAYED:
            return "Waiting: your message has not gone out yet. It is tried again by itself; nothing to do."
        case Action.RELAYED | Action.DELIVERED:
            return f"Sent to {number} of {len(people)} recipients." if len(people) > 1 else "Sent."
