"""The queue: messages that were accepted and must wait, with their octets, each in a row of its own.

One mechanism for all of them: the pause and the credits of a person's mail program, mail held for review, the
friends of a mixed message, an outage of the next hop, and our own reports. A row is written in the transaction
that decides, before any 250; what becomes of it and the report about it are one transaction, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from gatekeeper.mail.reply import Reply
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store import schema
from gatekeeper.store.ledger import entry
from gatekeeper.store.parcel import (
    Addressee,
    Fate,
    Parcel,
    QueueState,
    parcels_of,
    queue_row,
    recipient_row,
)
from gatekeeper.store.rows import Rows

__all__ = ["Addressee", "Fate", "Parcel", "QueueState"]

NOT_RELEASED = Reply.of(550, "5.7.1", "Not sent: this person has never written to you.")

CLAIM_SECONDS = 900.0
"""Longer than any delivery: a row whose claim is over belongs to a node that died."""

SHORTEST_WAIT_SECONDS = 300.0
LONGEST_WAIT_SECONDS = 4000.0
"""Postfix' minimal_backoff_time and maximal_backoff_time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How full the queue is: what is not done."""

    messages: int
    octets: int


def put(connection: Connection, parcel: Parcel, content: bytes) -> None:
    """A new message in the queue; the caller's commit makes it durable."""
    put_all(connection, [(parcel, content)])


def put_all(connection: Connection, messages: Sequence[tuple[Parcel, bytes]]) -> None:
    """Many new messages, in three statements."""
    rows = Rows(connection)
    people = [
        recipient_row(parcel, position, one)
        for parcel, _ in messages
        for position, one in enumerate(
            parcel.addressees or [Addressee(recipient=one) for one in parcel.envelope.recipients]
        )
    ]
    rows.save(schema.queue, [queue_row(parcel, len(content)) for parcel, content in messages], replace=False)
    rows.save(schema.queue_recipients, people, replace=False)
    rows.save(schema.queue_bodies, [(parcel.id, content) for parcel, content in messages], replace=False)


def claim(connection: Connection, now: float, node: str, most: int, octets: int = 2**40) -> list[Parcel]:
    """Take up to `most` due messages of `octets` in all for delivery by `node`, the longest due first, and at
    least one. A claim that is over, because its node died, is taken, too."""
    table = schema.queue
    due = (table.c.state == str(QueueState.WAITING)) & (table.c.due <= now)
    left = (table.c.state == str(QueueState.DELIVERING)) & (table.c.claimed_until <= now)
    rows: list[Row[Any]] = []
    for which in (left, due):
        found = select(table).where(which).order_by(table.c.due).limit(most - len(rows))
        for row in connection.execute(found.with_for_update(skip_locked=True)) if most > len(rows) else ():
            octets -= row.size_bytes
            if rows and octets < 0:
                return _claimed(connection, rows, now, node)
            rows.append(row)
    return _claimed(connection, rows, now, node)


def claim_account(connection: Connection, account: str, now: float, node: str) -> list[Parcel]:
    """Take everything of the account that still waits for its judgement: a campaign of his has shown itself."""
    table = schema.queue
    mine = (table.c.account == account) & (table.c.state == str(QueueState.WAITING)) & table.c.judged.is_(False)
    rows = connection.execute(select(table).where(mine).with_for_update(skip_locked=True)).all()
    return _claimed(connection, rows, now, node)


def _claimed(connection: Connection, rows: Sequence[Row[Any]], now: float, node: str) -> list[Parcel]:
    until = now + CLAIM_SECONDS
    table = schema.queue
    for start in range(0, len(rows), 500):
        ids = [row.id for row in rows[start : start + 500]]
        values = {"state": str(QueueState.DELIVERING), "claimed_by": node, "claimed_until": until}
        connection.execute(update(table).where(table.c.id.in_(ids)).values(values))
    return [
        replace(
            one,
            state=QueueState.DELIVERING,
            claimed_until=until,
            taken_over=one.state is QueueState.DELIVERING,
        )
        for start in range(0, len(rows), 500)
        for one in parcels_of(connection, rows[start : start + 500])
    ]


def free_claims(connection: Connection, is_dead: Callable[[str], bool]) -> int:
    """End the claims of nodes that are known to be dead, so that nobody waits for their time; gives how many."""
    table = schema.queue
    claimed = table.c.state == str(QueueState.DELIVERING)
    nodes = connection.execute(select(table.c.claimed_by).where(claimed).distinct()).scalars().all()
    dead = [node for node in nodes if is_dead(node)]
    if not dead:
        return 0
    over = update(table).where(claimed, table.c.claimed_by.in_(dead)).values(claimed_until=0.0)
    return connection.execute(over).rowcount


def content_of(connection: Connection, parcel_id: str) -> bytes:
    """The octets. Raises LookupError when the message is not in the queue any more."""
    table = schema.queue_bodies
    found = connection.execute(select(table.c.content).where(table.c.id == parcel_id)).scalar_one_or_none()
    if found is None:
        raise LookupError(f"no message {parcel_id} in the queue")
    return bytes(found)


def contents_of(connection: Connection, ids: Sequence[str]) -> dict[str, bytes]:
    """The octets of several messages; whose are gone are missing."""
    table = schema.queue_bodies
    rows = connection.execute(select(table.c.id, table.c.content).where(table.c.id.in_(ids)))
    return {id_: bytes(content) for id_, content in rows}


def record(connection: Connection, parcel: Parcel, fates: Iterable[tuple[int, Addressee]]) -> None:
    """Write down what became of some recipients."""
    rows = [recipient_row(parcel, position, one) for position, one in fates]
    Rows(connection).save(schema.queue_recipients, rows)


def reschedule(connection: Connection, parcel: Parcel, *, due: float, judged: bool, reason: str, tried: bool) -> bool:
    """Give the message back to the queue until `due`. False when the claim is another's by now."""
    values = (str(QueueState.WAITING), due, judged, reason, int(tried))
    return _change(connection, parcel, "state = ?, due = ?, judged = ?, reason = ?, attempts = attempts + ?", values)


def hold(connection: Connection, parcel: Parcel, reason: str) -> bool:
    """Keep the message for an admin. False when the claim is another's by now."""
    return _change(connection, parcel, "state = ?, reason = ?", (str(QueueState.HELD), reason))


def finish(connection: Connection, parcel: Parcel, state: QueueState, now: float) -> bool:
    """The message has its end: its octets go, the row stays as a record until it is pruned. False when the claim
    is another's by now: then nothing may be done about it."""
    if not _change(connection, parcel, "state = ?, due = ?", (str(state), now)):
        return False
    _execute(connection, "DELETE FROM queue_bodies WHERE id = ?", (parcel.id,))
    return True


def _change(connection: Connection, parcel: Parcel, columns: str, values: tuple[Any, ...]) -> bool:
    statement = f"UPDATE queue SET {columns}, claimed_by = '', claimed_until = 0 WHERE id = ? AND claimed_until = ?"
    return _execute(connection, statement, (*values, parcel.id, parcel.claimed_until)) > 0


def _execute(connection: Connection, statement: str, values: tuple[Any, ...]) -> int:
    """For the hot statements: a quarter of what composing them costs. Gives the number of rows."""
    if connection.dialect.name == "postgresql":
        statement = statement.replace("?", "%s")
    return connection.exec_driver_sql(statement, values).rowcount


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
    return next(iter(parcels_of(connection, rows)), None)


def listed(connection: Connection, states: Sequence[QueueState], most: int = 1000) -> list[Parcel]:
    """Messages in these states, the oldest first."""
    table = schema.queue
    wanted = select(table).where(table.c.state.in_([str(state) for state in states]))
    return parcels_of(connection, connection.execute(wanted.order_by(table.c.arrived).limit(most)).all())


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
