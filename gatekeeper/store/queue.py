"""The queue: messages that were accepted and must wait, with their octets, each in a row of its own.

One mechanism for all of them: the pause and the credits of a person's mail program, mail held for review, the
friends of a mixed message, an outage of the next hop, and our own reports. A row is written in the transaction
that decides, before any 250; what becomes of it and the report about it are one transaction, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Path, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store import schema
from gatekeeper.store.ledger import entry

NOT_RELEASED = Reply.of(550, "5.7.1", "Not sent: this person has never written to you.")

CLAIM_SECONDS = 900.0
"""Longer than any delivery: a row whose claim is over belongs to a node that died."""

SHORTEST_WAIT_SECONDS = 300.0
LONGEST_WAIT_SECONDS = 4000.0
"""Postfix' minimal_backoff_time and maximal_backoff_time."""


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
    FAILED = "failed"


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
    addressees: tuple[Addressee, ...] = ()

    @property
    def waiting(self) -> tuple[int, ...]:
        """The positions of those for whom nothing final has happened."""
        return tuple(index for index, one in enumerate(self.addressees) if one.fate is Fate.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How full the queue is: what is not done."""

    messages: int
    octets: int


def put(connection: Connection, parcel: Parcel, content: bytes) -> None:
    """A new message in the queue; the caller's commit makes it durable."""
    envelope = parcel.envelope
    options = {"body": envelope.body, "smtputf8": envelope.smtputf8, "ret": _text(envelope.ret)}
    options["envid"] = _text(envelope.envid)
    connection.execute(
        insert(schema.queue).values(
            id=parcel.id,
            state=str(parcel.state),
            account=parcel.account,
            arrived=parcel.arrived,
            due=parcel.due,
            until=parcel.until,
            attempts=parcel.attempts,
            judged=parcel.judged,
            reason=parcel.reason,
            sender=envelope.sender.octets,
            session=json.dumps(asdict(parcel.session)),
            options=json.dumps(options),
            size_bytes=len(content),
            noticed=parcel.noticed,
        )
    )
    addressees = parcel.addressees or tuple(Addressee(recipient=one) for one in envelope.recipients)
    connection.execute(
        insert(schema.queue_recipients),
        [
            {
                "id": parcel.id,
                "position": position,
                "path": one.recipient.path.octets,
                "address": one.recipient.address,
                "notify": _text(one.recipient.notify),
                "orcpt": _text(one.recipient.orcpt),
                **_said(one),
            }
            for position, one in enumerate(addressees)
        ],
    )
    connection.execute(insert(schema.queue_bodies).values(id=parcel.id, content=content))


def claim(connection: Connection, now: float, node: str, most: int) -> list[Parcel]:
    """Take up to `most` due messages for delivery by `node`, the longest due first. A claim that is over, because
    its node died, is taken, too."""
    table = schema.queue
    due = (table.c.state == str(QueueState.WAITING)) & (table.c.due <= now)
    left = (table.c.state == str(QueueState.DELIVERING)) & (table.c.claimed_until <= now)
    found = select(table).where(due | left).order_by(table.c.due).limit(most).with_for_update(skip_locked=True)
    rows = connection.execute(found).all()
    if rows:
        connection.execute(
            update(table)
            .where(table.c.id.in_([row.id for row in rows]))
            .values(state=str(QueueState.DELIVERING), claimed_by=node, claimed_until=now + CLAIM_SECONDS)
        )
    return [replace(one, state=QueueState.DELIVERING) for one in _parcels(connection, rows)]


def claim_account(connection: Connection, account: str, now: float, node: str) -> list[Parcel]:
    """Take everything of the account that still waits for its judgement: a campaign of his has shown itself."""
    table = schema.queue
    mine = (table.c.account == account) & (table.c.state == str(QueueState.WAITING)) & table.c.judged.is_(False)
    rows = connection.execute(select(table).where(mine).with_for_update(skip_locked=True)).all()
    if rows:
        connection.execute(
            update(table)
            .where(table.c.id.in_([row.id for row in rows]))
            .values(state=str(QueueState.DELIVERING), claimed_by=node, claimed_until=now + CLAIM_SECONDS)
        )
    return [replace(one, state=QueueState.DELIVERING) for one in _parcels(connection, rows)]


def content_of(connection: Connection, parcel_id: str) -> bytes:
    """The octets. Raises LookupError when the message is not in the queue any more."""
    table = schema.queue_bodies
    found = connection.execute(select(table.c.content).where(table.c.id == parcel_id)).scalar_one_or_none()
    if found is None:
        raise LookupError(f"no message {parcel_id} in the queue")
    return bytes(found)


def record(connection: Connection, parcel: Parcel, fates: Iterable[tuple[int, Addressee]]) -> None:
    """Write down what became of some recipients."""
    table = schema.queue_recipients
    for position, one in fates:
        connection.execute(
            update(table).where(table.c.id == parcel.id, table.c.position == position).values(**_said(one))
        )


def reschedule(connection: Connection, parcel: Parcel, *, due: float, judged: bool, reason: str, tried: bool) -> None:
    """Give the message back to the queue until `due`."""
    table = schema.queue
    connection.execute(
        update(table)
        .where(table.c.id == parcel.id)
        .values(
            state=str(QueueState.WAITING),
            due=due,
            judged=judged,
            reason=reason,
            attempts=table.c.attempts + int(tried),
            claimed_by="",
            claimed_until=0.0,
        )
    )


def hold(connection: Connection, parcel: Parcel, reason: str) -> None:
    """Keep the message for an admin."""
    connection.execute(
        update(schema.queue)
        .where(schema.queue.c.id == parcel.id)
        .values(state=str(QueueState.HELD), reason=reason, claimed_by="", claimed_until=0.0)
    )


def finish(connection: Connection, parcel: Parcel, state: QueueState, now: float) -> None:
    """The message has its end: its octets go, the row stays as a record until it is pruned."""
    connection.execute(
        update(schema.queue)
        .where(schema.queue.c.id == parcel.id)
        .values(state=str(state), due=now, claimed_by="", claimed_until=0.0)
    )
    connection.execute(delete(schema.queue_bodies).where(schema.queue_bodies.c.id == parcel.id))


def noticed(connection: Connection, parcel: Parcel, now: float) -> None:
    """The sender was told that it takes long."""
    connection.execute(update(schema.queue).where(schema.queue.c.id == parcel.id).values(noticed=now))


def release(connection: Connection, parcel_id: str, now: float, *, judged: bool) -> bool:
    """Let a held or waiting message go now; `judged` True without hearing it again. False when there is none."""
    table = schema.queue
    changed = connection.execute(
        update(table)
        .where(table.c.id == parcel_id, table.c.state.in_([str(QueueState.HELD), str(QueueState.WAITING)]))
        .values(state=str(QueueState.WAITING), due=now, judged=table.c.judged | judged)
    )
    return changed.rowcount > 0


def release_to_known(connection: Connection, parcel: Parcel, now: float) -> bool:
    """Let it go to those who know the sender: whom the ledger's verdict accepted, or knows as more than strangers.
    The others are failed, and the report tells so. False when it does not wait, or nobody knows him."""
    found = entry(connection, parcel.id)
    if found is None:
        return False
    known = {
        one.address
        for one in found.verdict.recipients
        if one.ruling is Ruling.ACCEPT or one.stage in {Stage.KNOWN, Stage.LIKED, Stage.TRUSTED}
    }
    waiting = [index for index in parcel.waiting if parcel.addressees[index].recipient.address in known]
    if not waiting:
        return False
    fates = [
        (index, replace(parcel.addressees[index], fate=Fate.FAILED, reply=NOT_RELEASED, at=now))
        for index in parcel.waiting
        if index not in waiting
    ]
    record(connection, parcel, fates)
    return release(connection, parcel.id, now, judged=True)


def retry_now(connection: Connection, now: float, parcel_id: str | None) -> int:
    """Make what was judged and waits due now: one message, or all. Gives how many."""
    table = schema.queue
    which = (table.c.state == str(QueueState.WAITING)) & table.c.judged.is_(True)
    if parcel_id is not None:
        which &= table.c.id == parcel_id
    return connection.execute(update(table).where(which).values(due=now)).rowcount


def find(connection: Connection, parcel_id: str) -> Parcel | None:
    """The message of that id."""
    rows = connection.execute(select(schema.queue).where(schema.queue.c.id == parcel_id)).all()
    return next(iter(_parcels(connection, rows)), None)


def listed(connection: Connection, states: Sequence[QueueState], most: int = 1000) -> list[Parcel]:
    """Messages in these states, the oldest first."""
    table = schema.queue
    wanted = select(table).where(table.c.state.in_([str(state) for state in states]))
    return _parcels(connection, connection.execute(wanted.order_by(table.c.arrived).limit(most)).all())


def load(connection: Connection) -> Load:
    """How full it is."""
    table = schema.queue
    open_states = [str(QueueState.WAITING), str(QueueState.HELD), str(QueueState.DELIVERING)]
    counted = select(func.count(), func.coalesce(func.sum(table.c.size_bytes), 0))
    messages, octets = connection.execute(counted.where(table.c.state.in_(open_states))).one()
    return Load(messages=int(messages), octets=int(octets))


def counts(connection: Connection) -> dict[QueueState, int]:
    """How many messages are in each state."""
    table = schema.queue
    rows = connection.execute(select(table.c.state, func.count()).group_by(table.c.state))
    return {QueueState(state): number for state, number in rows}


def prune(connection: Connection, before: float) -> int:
    """Remove the records of messages that had their end before `before`."""
    table = schema.queue
    ended = [str(QueueState.DONE), str(QueueState.BOUNCED), str(QueueState.DISCARDED)]
    old = select(table.c.id).where(table.c.state.in_(ended), table.c.due < before)
    connection.execute(delete(schema.queue_recipients).where(schema.queue_recipients.c.id.in_(old)))
    return connection.execute(delete(table).where(table.c.state.in_(ended), table.c.due < before)).rowcount


def next_due(parcel: Parcel, now: float) -> float:
    """When to try again, as Postfix does it: as long after as it has waited, within bounds."""
    waited = now - parcel.arrived
    return now + min(LONGEST_WAIT_SECONDS, max(SHORTEST_WAIT_SECONDS, waited))


def _said(one: Addressee) -> dict[str, Any]:
    reply = "" if one.reply is None else json.dumps([one.reply.code, one.reply.enhanced, list(one.reply.lines)])
    return {"state": str(one.fate), "reply": reply, "remote": one.remote, "at": one.at}


def _text(octets: bytes | None) -> str:
    return "" if octets is None else octets.decode("latin-1")


def _octets(text: str) -> bytes | None:
    return text.encode("latin-1") if text else None


def _parcels(connection: Connection, rows: Sequence[Row[Any]]) -> list[Parcel]:
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
        addressees=addressees,
    )
