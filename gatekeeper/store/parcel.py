"""A parcel: a queued message without its octets, and how its rows are written and read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import Connection

from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Path, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.store import schema
from gatekeeper.store.rows import Row, Rows


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


def own_mail(*, id_: str, to: str, now: float, kept_seconds: float, reason: str) -> Parcel:
    """The parcel of a mail of the gate's own: under the null return path, so that nobody answers it, and judged."""
    path = Path(octets=to.encode(), address=canonical(to))
    return Parcel(
        id=id_,
        account="",
        session=Session(listener="", protocol="ESMTP"),
        envelope=Envelope(sender=NULL_PATH, recipients=(Recipient(path=path, notify=b"NEVER"),)),
        arrived=now,
        due=now,
        until=now + kept_seconds,
        judged=True,
        reason=reason,
    )


def queue_row(parcel: Parcel, size_bytes: int) -> Row:
    """The row of `queue`, in the order of its columns."""
    envelope = parcel.envelope
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
        _session_text(parcel.session),
        _options_text(envelope.body, envelope.smtputf8, envelope.ret, envelope.envid),
        size_bytes,
        parcel.noticed,
        "",
        0.0,
    )


def recipient_row(parcel: Parcel, position: int, one: Addressee) -> Row:
    """The row of `queue_recipients`, in the order of its columns."""
    recipient = one.recipient
    notify, orcpt = _text(recipient.notify), _text(recipient.orcpt)
    said = (str(one.fate), reply_text(one.reply), one.remote, one.at)
    return (parcel.id, position, recipient.path.octets, recipient.address, notify, orcpt, *said)


def reply_text(reply: Reply | None) -> str:
    """A reply as `queue_recipients` keeps it."""
    return "" if reply is None else json.dumps([reply.code, reply.enhanced, list(reply.lines)])


def parcels_of(connection: Connection, rows: Sequence[Row], *, claimed_until: float | None = None) -> list[Parcel]:
    """The parcels of rows of `queue`; `claimed_until`: as they are now that they have been claimed."""
    people: dict[str, list[Row]] = {row[0]: [] for row in rows}
    for row in Rows(connection).find(schema.queue_recipients, ("id",), list(people)):
        people[row[0]].append(row)
    return [_parcel(row, sorted(people[row[0]], key=_position), claimed_until) for row in rows]


def _position(row: Row) -> int:
    position: int = row[1]
    return position


def _addressee(row: Row) -> Addressee:
    _, _, path, address, notify, orcpt, state, said, remote, at = row
    reply = None
    if said:
        code, enhanced, lines = json.loads(said)
        reply = Reply(code=code, enhanced=enhanced, lines=tuple(lines))
    recipient = Recipient(path=Path(octets=bytes(path), address=address), notify=_octets(notify), orcpt=_octets(orcpt))
    return Addressee(recipient=recipient, fate=Fate(state), reply=reply, remote=remote, at=at)


def _parcel(row: Row, people: Sequence[Row], claimed_until: float | None) -> Parcel:
    id_, state, account, arrived, due, until, attempts, judged, reason, sender, session, options, *rest = row
    size_bytes, noticed, _, claim = rest
    addressees = tuple(map(_addressee, people))
    body, smtputf8, ret, envid = _options_of(options)
    octets = bytes(sender)
    was = QueueState(state)
    return Parcel(
        id=id_,
        account=account,
        session=_session_of(session),
        envelope=Envelope(
            sender=Path(octets=octets, address=canonical(octets.decode("utf-8", "replace"))),
            recipients=tuple(one.recipient for one in addressees),
            body=body,
            smtputf8=smtputf8,
            ret=ret,
            envid=envid,
        ),
        arrived=arrived,
        due=due,
        until=until,
        judged=bool(judged),
        state=was if claimed_until is None else QueueState.DELIVERING,
        attempts=attempts,
        reason=reason,
        size_bytes=size_bytes,
        noticed=noticed,
        claimed_until=claim if claimed_until is None else claimed_until,
        taken_over=claimed_until is not None and was is QueueState.DELIVERING,
        addressees=addressees,
    )


# Many messages come over one connection, and most ask for nothing special: what they have in common is written and
# read once.


@lru_cache(256)
def _session_text(session: Session) -> str:
    return json.dumps({one.name: getattr(session, one.name) for one in fields(session)})


@lru_cache(256)
def _session_of(text: str) -> Session:
    return Session(**json.loads(text))


@lru_cache(64)
def _options_text(body: str, smtputf8: bool, ret: bytes | None, envid: bytes | None) -> str:
    return json.dumps({"body": body, "smtputf8": smtputf8, "ret": _text(ret), "envid": _text(envid)})


@lru_cache(64)
def _options_of(text: str) -> tuple[str, bool, bytes | None, bytes | None]:
    options = json.loads(text)
    return options["body"], options["smtputf8"], _octets(options["ret"]), _octets(options["envid"])


def _text(octets: bytes | None) -> str:
    return "" if octets is None else octets.decode("latin-1")


def _octets(text: str) -> bytes | None:
    return text.encode("latin-1") if text else None
