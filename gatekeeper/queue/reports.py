"""Reports: when a sender is told about a queued message, and the parcel that tells him (RFC 3461, 3464)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gatekeeper.ids import Ids
from gatekeeper.mail.dsn import Action, RecipientReport, Report, notification
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Recipient, Session
from gatekeeper.mail.message import Message
from gatekeeper.mail.reply import OUR_FAULT
from gatekeeper.policy.explain import clock
from gatekeeper.store.parcel import Addressee, Fate, Parcel

REPORT_DAYS = 5.0
DAY_SECONDS = 86_400.0
MOST_SUBJECT_CHARACTERS = 100
ACTIONS = {
    Fate.SENT: Action.RELAYED,
    Fate.HANDED_ON: Action.RELAYED,
    Fate.FAILED: Action.FAILED,
    Fate.RETURNED: Action.FAILED,
    Fate.WAITING: Action.DELAYED,
}
CAUSES = {Fate.SENT: Action.RELAYED, Fate.FAILED: Action.FAILED, Fate.WAITING: Action.DELAYED}
"""What makes a report: not who was handed on to a next hop that reports itself, nor who was reported before."""
WANTED = {Action.FAILED: b"FAILURE", Action.DELAYED: b"DELAY", Action.RELAYED: b"SUCCESS"}
BY_DEFAULT = frozenset({Action.FAILED, Action.DELAYED})
"""What is told where the client gave no NOTIFY (RFC 3461 4.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterSettings:
    """Who reports, and whom a sender may ask."""

    hostname: str
    help_contact: str = ""


class Reporter:
    """Writes reports. `sign` adds a DKIM signature where a key is configured."""

    def __init__(
        self, ids: Ids, settings: ReporterSettings, *, sign: Callable[[bytes], bytes] = lambda content: content
    ) -> None:
        self._ids = ids
        self._settings = settings
        self._sign = sign

    def is_wanted(self, parcels: Sequence[Parcel], action: Action) -> bool:
        """Whether there is somebody to tell, and something to tell him of that he wants to know."""
        return not parcels[0].envelope.sender.is_null and any(
            CAUSES.get(one.fate) is action and _wants(one, action) for parcel in parcels for one in parcel.addressees
        )

    def report(
        self,
        parcels: Sequence[Parcel],
        content: bytes,
        now: float,
        action: Action,
        *,
        outcome: str = "",
        way_out: str = "",
        link: str = "",
    ) -> tuple[Parcel, bytes] | None:
        """What tells the sender of `parcels`, to be queued with their ending; None when nobody wants to know.

        Never about a message with a null return path, nor about a recipient for whom NOTIFY says otherwise, nor
        twice about the same one. `outcome` and `way_out` are the judge's words; without them the fates tell.
        """
        if not self.is_wanted(parcels, action):
            return None
        first = parcels[0]
        sender = first.envelope.sender
        people = [one for parcel in parcels for one in parcel.addressees]
        told = [one for one in people if not one.recipient.asks_for(b"NEVER") and one.fate is not Fate.RETURNED]
        id_ = self._ids.new(now)
        outcome = outcome or _outcome(told, action, first.until, now)
        report = Report(
            to=sender,
            hostname=self._settings.hostname,
            id=id_,
            now=now,
            arrived=first.arrived,
            outcome=outcome,
            way_out=way_out,
            link=link,
            recipients=tuple({(one.recipient.address, one.fate): _about(one, first.until) for one in told}.values()),
            about=_about_message(parcels, content, self._settings.hostname, now),
            content=content,
            whole=(first.envelope.ret or b"").upper() == b"FULL" and action is Action.FAILED,
            envid=first.envelope.envid if len(parcels) == 1 else None,
            smtputf8=first.envelope.smtputf8,
            help_contact=self._settings.help_contact,
        )
        to = Recipient(path=sender, notify=b"NEVER")
        octets = self._sign(notification(report))
        body = "7BIT" if octets.isascii() else "8BITMIME"
        parcel = Parcel(
            id=id_,
            account="",
            session=Session(listener="", protocol="ESMTP"),
            envelope=Envelope(sender=NULL_PATH, recipients=(to,), body=body, smtputf8=first.envelope.smtputf8),
            arrived=now,
            due=now,
            until=now + REPORT_DAYS * DAY_SECONDS,
            judged=True,
            reason=outcome,
        )
        return parcel, octets


def _wants(one: Addressee, action: Action) -> bool:
    if one.recipient.notify is None:
        return action in BY_DEFAULT
    return one.recipient.asks_for(WANTED.get(action, b""))


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


def _outcome(people: Sequence[Addressee], action: Action, until: float, now: float) -> str:
    """One sentence: what happened, to whom of how many."""
    concerned = [one for one in people if ACTIONS[one.fate] is action]
    of = f" {len(concerned)} of {len(people)} recipients"
    to = f" {concerned[0].recipient.path.octets.decode('utf-8', 'replace')}" if len(people) == 1 else of
    match action:
        case Action.FAILED:
            return f"Not sent to{to}."
        case Action.DELAYED:
            return f"Waiting: not sent to{to} yet. It is tried again by itself until {clock(until, now)}."
        case Action.RELAYED | Action.DELIVERED:
            return f"Sent to{to}."


def _about_message(parcels: Sequence[Parcel], content: bytes, hostname: str, now: float) -> str:
    """Which message it was, as its sender knows it."""
    subject = " ".join(Message.read(content).text("subject").split())[:MOST_SUBJECT_CHARACTERS]
    named = f'"{subject}"' if subject else "without a subject"
    came = f"reached the mail gateway {hostname} on {clock(parcels[0].arrived, now)}"
    if len(parcels) == 1:
        return f"Your message {named} {came}."
    return f"This is about {len(parcels)} messages of yours. The first, {named}, {came}."
