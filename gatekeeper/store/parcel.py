"""A parcel: a queued message without its octets, and how its rows are written and read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select

from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Path, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.store import schema


class QueueState(StrEnum):
    """Where a queued message stands."""

    WAITING = "waiting"
    HELD = "held"
    """For an admin to look at; it has no time of its own."""
    DELIVERING = "delivering"
    DONE = "done"
    BOUNCED = "bounced"
    DISCARDED = "discarded"
    """An admin's word; nobody is told."""


class Fate(StrEnum):
    """What became of a queued message for one recipient."""

    WAITING = "waiting"
    SENT = "sent"
    HANDED_ON = "handed-on"
    """Sent, and the next hop has promised to report itself (RFC 3461 5.2.2)."""
    FAILED = "failed"
    RETURNED = "returned"
    """Failed, and the sender has been told."""

    @property
    def sent(self) -> bool:
        """The next hop has it."""
        return self in {Fate.SENT, Fate.HANDED_ON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One recipient of a queued message. `reply` is the last thing said about him, `remote` by whom."""

    recipient: Recipient
    fate: Fate = Fate.WAITING
    reply: Reply | None = None
    remote: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A queued message without its octets. Times are seconds since 1970.

    `judged` False: it is heard again when it is due. `reason` tells admins why it waits. `session` is who brought
    it, so that it can be heard again as it came, and goes where that listener's mail goes.
    """

    id: str
    account: str
    session: Session
    envelope: Envelope
    arrived: float
    due: float
    until: float
    judged: bool
    state: QueueState = QueueState.WAITING
    attempts: int = 0
    reason: str = ""
    size_bytes: int = 0
    noticed: float = 0.0
    claimed_until: float = 0.0
    """The claim under which it was read; it is the key to change the row, so that a late node changes nothing."""
    taken_over: bool = False
    """Another node had begun to deliver it when it died: it may have been delivered."""
    addressees: tuple[Addressee, ...] = ()

    @property
    def waiting(self) -> tuple[int, ...]:
        """The positions of those for whom nothing final has happened."""
        return tuple(index for index, one in enumerate(self.addressees) if one.fate is Fate.WAITING)


def queue_row(parcel: Parcel, size_bytes: int) -> tuple[Any, ...]:
    """The row of `queue`, in the order of its columns."""
    envelope = parcel.envelope
    options = {"body": envelope.body, "smtputf8": envelope.smtputf8, "ret": _text(envelope.ret)}
    options["envid"] = _text(envelope.envid)
    return (
        parcel.id,
        str(parcel.state),
        parcel.account,
        parcel.arrived,
        parcel.due,
        parcel.until,
        parcel.attempts,
        parcel.judged,
        parcel.reason,
        envelope.sender.octets,
        json.dumps({one.name: getattr(parcel.session, one.name) for one in fields(parcel.session)}),
        json.dumps(options),
        size_bytes,
        parcel.noticed,
        "",
        0.0,
    )


def recipient_row(parcel: Parcel, position: int, one: Addressee) -> tuple[Any, ...]:
    """The row of `queue_recipients`, in the order of its columns."""
    reply = "" if one.reply is None else json.dumps([one.reply.code, one.reply.enhanced, list(one.reply.lines)])
    recipient = one.recipient
    notify, orcpt = _text(recipient.notify), _text(recipient.orcpt)
    said = (str(one.fate), reply, one.remote, one.at)
    return (parcel.id, position, recipient.path.octets, recipient.address, notify, orcpt, *said)


def _text(octets: bytes | None) -> str:
    return "" if octets is None else octets.decode("latin-1")


def _octets(text: str) -> bytes | None:
    return text.encode("latin-1") if text else None


def parcels_of(connection: Connection, rows: Sequence[Row[Any]]) -> list[Parcel]:
    people: dict[str, list[Addressee]] = {row.id: [] for row in rows}
    table = schema.queue_recipients
    if rows:
        wanted = select(table).where(table.c.id.in_(list(people))).order_by(table.c.id, table.c.position)
        for row in connection.execute(wanted):
            people[row.id].append(_addressee(row))
    return [_parcel(row, tuple(people[row.id])) for row in rows]


def _addressee(row: Row[Any]) -> Addressee:
    reply = None
    if row.reply:
        code, enhanced, lines = json.loads(row.reply)
        reply = Reply(code=code, enhanced=enhanced, lines=tuple(lines))
    recipient = Recipient(
        path=Path(octets=bytes(row.path), address=row.address), notify=_octets(row.notify), orcpt=_octets(row.orcpt)
    )
    return Addressee(recipient=recipient, fate=Fate(row.state), reply=reply, remote=row.remote, at=row.at)


def _parcel(row: Row[Any], addressees: tuple[Addressee, ...]) -> Parcel:
    options = json.loads(row.options)
    octets = bytes(row.sender)
    envelope = Envelope(
        sender=Path(octets=octets, address=canonical(octets.decode("utf-8", "replace"))),
        recipients=tuple(one.recipient for one in addressees),
        body=options["body"],
        smtputf8=options["smtputf8"],
        ret=_octets(options["ret"]),
        envid=_octets(options["envid"]),
    )
    return Parcel(
        id=row.id,
        account=row.account,
        session=Session(**json.loads(row.session)),
        envelope=envelope,
        arrived=row.arrived,
        due=row.due,
        until=row.until,
        judged=bool(row.judged),
        state=QueueState(row.state),
        attempts=row.attempts,
        reason=row.reason,
        size_bytes=row.size_bytes,
        noticed=row.noticed,
        claimed_until=row.claimed_until,
        addressees=addressees,
    )
