"""The queue: messages that were accepted and must wait, with their octets, each in a row of its own.

One mechanism for all of them: the pause and the credits of a person's mail program, mail held for review, the
friends of a mixed message, an outage of the next hop, and our own reports. A row is written in the transaction
that decides, before any 250; what becomes of it and the report about it are one transaction, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from gatekeeper.store import schema
from gatekeeper.store.parcel import (
    Addressee,
    Fate,
    Parcel,
    QueueState,
    parcels_of,
    queue_row,
    recipient_row,
)
from gatekeeper.store.rows import Row, Rows

__all__ = ["Addressee", "Fate", "Parcel", "QueueState"]

SIZE = [column.name for column in schema.queue.columns].index("size_bytes")

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
    """Many new messages, in three statements. An id that is there already raises the driver's error: a message
    that is only nearly written must not be answered with 250."""
    if not messages:
        return
    rows = Rows(connection)
    people = [
        recipient_row(parcel, position, one)
        for parcel, _ in messages
        for position, one in enumerate(
            parcel.addressees or [Addressee(recipient=one) for one in parcel.envelope.recipients]
        )
    ]
    rows.add(schema.queue, [queue_row(parcel, len(content)) for parcel, content in messages])
    rows.add(schema.queue_recipients, people)
    rows.add(schema.queue_bodies, [(parcel.id, content) for parcel, content in messages])


def claim(connection: Connection, now: float, node: str, most: int, octets: int = 2**40) -> list[Parcel]:
    """Take up to `most` due messages of `octets` in all for delivery by `node`, the longest due first, and at
    least one. A claim that is over, because its node died, is taken, too."""
    rows: list[Row] = []
    for state, time in ((QueueState.DELIVERING, "claimed_until"), (QueueState.WAITING, "due")):
        if len(rows) >= most:
            break
        which = f"state = ? AND {time} <= ? ORDER BY due LIMIT ?"
        for row in _found(connection, which, (str(state), now, most - len(rows))):
            octets -= row[SIZE]
            if rows and octets < 0:
                return _claimed(connection, rows, now, node)
            rows.append(row)
    return _claimed(connection, rows, now, node)


def claim_forgotten(connection: Connection, now: float, node: str, most: int) -> list[Parcel]:
    """Take what was held for an admin until its lifetime was over. A held message is due when it ends: so the index
    finds those few."""
    which = "state = ? AND due <= ? AND until <= ? ORDER BY due LIMIT ?"
    return _claimed(connection, _found(connection, which, (str(QueueState.HELD), now, now, most)), now, node)


def claim_account(connection: Connection, account: str, now: float, node: str) -> list[Parcel]:
    """Take everything of the account that still waits for its judgement: a campaign of his has shown itself."""
    which = "account = ? AND state = ? AND NOT judged"
    return _claimed(connection, _found(connection, which, (account, str(QueueState.WAITING))), now, node)


def _found(connection: Connection, which: str, values: tuple[Any, ...]) -> list[Row]:
    """Rows of the queue that no other node looks at in this moment."""
    columns = ", ".join(f'"{column.name}"' for column in schema.queue.columns)
    statement = f"SELECT {columns} FROM queue WHERE {which}"
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        statement = statement.replace("?", "%s") + " FOR UPDATE SKIP LOCKED"
    cursor.execute(statement, values)
    return list(cursor.fetchall())


def _claimed(connection: Connection, rows: Sequence[Row], now: float, node: str) -> list[Parcel]:
    until = now + CLAIM_SECONDS
    if rows:
        mark = "%s" if connection.dialect.name == "postgresql" else "?"
        cursor: Any = connection.connection.cursor()
        cursor.executemany(
            f"UPDATE queue SET state = {mark}, claimed_by = {mark}, claimed_until = {mark} WHERE id = {mark}",
            [(str(QueueState.DELIVERING), node, until, row[0]) for row in rows],
        )
    return parcels_of(connection, rows, claimed_until=until)


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


def free_own(connection: Connection, node: str, doubtful: Collection[str]) -> int:
    """End the claims of `node`, which has nothing under way; gives how many.

    Where the database went away before it could say that a claim was committed, the claim stands, and the node has
    never seen those messages: they wait again, instead of for the end of the claim. What became of the `doubtful` it
    could not write down: those are taken over, and may arrive twice.
    """
    table = schema.queue
    mine = (table.c.state == str(QueueState.DELIVERING)) & (table.c.claimed_by == node)
    ids = sorted(doubtful)
    never_seen = update(table).where(mine, table.c.id.not_in(ids)).values(state=str(QueueState.WAITING))
    over = update(table).where(mine, table.c.id.in_(ids)).values(claimed_until=0.0)
    return connection.execute(never_seen).rowcount + connection.execute(over).rowcount


def content_of(connection: Connection, parcel_id: str) -> bytes:
    """The octets. Raises LookupError when the message is not in the queue any more."""
    found = contents_of(connection, [parcel_id]).get(parcel_id)
    if found is None:
        raise LookupError(f"no message {parcel_id} in the queue")
    return found


def contents_of(connection: Connection, ids: Sequence[str]) -> dict[str, bytes]:
    """The octets of several messages; whose are gone are missing."""
    rows = Rows(connection).find(schema.queue_bodies, ("id",), ids)
    return {id_: bytes(content) for id_, content in rows}


def find(connection: Connection, parcel_id: str) -> Parcel | None:
    """The message of that id."""
    rows = connection.execute(select(schema.queue).where(schema.queue.c.id == parcel_id)).all()
    return next(iter(parcels_of(connection, rows)), None)


def listed(
    connection: Connection, states: Sequence[QueueState], most: int = 1000, *, account: str = ""
) -> list[Parcel]:
    """Messages in these states, the oldest first; those of one account where it is named."""
    table = schema.queue
    wanted = select(table).where(table.c.state.in_([str(state) for state in states]))
    if account:
        wanted = wanted.where(table.c.account == account)
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
