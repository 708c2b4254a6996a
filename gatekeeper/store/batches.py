"""Batches: what was imported from where, and how it is taken back exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from gatekeeper.errors import EX_USAGE, UsageError
from gatekeeper.policy import effects
from gatekeeper.policy.evidence import Evidence, Proof, What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Closed, Relation
from gatekeeper.policy.sender import Sender
from gatekeeper.store import schema
from gatekeeper.store.companies import has_authors
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Row, Rows, authors_from, authors_text

PAIRS_AT_ONCE = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One import. Times are seconds since 1970, 0.0 for not yet; `position` is where a resumed run goes on."""

    id: int
    kind: str
    place: str
    started: float
    finished: float
    position: str
    messages: int
    evidence: int
    undone: float


def begin(connection: Connection, kind: str, place: str, now: float) -> Batch:
    """A new batch; or the unfinished one of the same kind and place, which goes on where it stopped."""
    table = schema.batches
    unfinished = connection.execute(
        select(table).where(
            table.c.kind == kind, table.c.place == place, table.c.finished == 0.0, table.c.undone == 0.0
        )
    ).first()
    if unfinished is not None:
        return Batch(**unfinished._mapping)
    number = connection.execute(
        table.insert().values(kind=kind, place=place, started=now).returning(table.c.id)
    ).scalar_one()
    return Batch(
        id=number, kind=kind, place=place, started=now, finished=0.0, position="", messages=0, evidence=0, undone=0.0
    )


def progress(connection: Connection, batch: int, *, position: str, messages: int, evidence: int) -> None:
    """Record how far a batch got, in the transaction of its last chunk."""
    table = schema.batches
    connection.execute(
        update(table)
        .where(table.c.id == batch)
        .values(position=position, messages=table.c.messages + messages, evidence=table.c.evidence + evidence)
    )


def finish(connection: Connection, batch: int, now: float) -> None:
    connection.execute(update(schema.batches).where(schema.batches.c.id == batch).values(finished=now))


def listed(connection: Connection) -> list[Batch]:
    """All batches, the newest first."""
    rows = connection.execute(select(schema.batches).order_by(schema.batches.c.id.desc()))
    return [Batch(**row._mapping) for row in rows]


def undo(connection: Connection, number: int, now: float, policy: Policy) -> int:
    """Take back everything that batch `number` taught; gives the pieces of evidence that are gone.

    Relations are recomputed from the evidence that is left, so nothing else changes. Raises UsageError when there
    is no such batch, or it was taken back before.
    """
    known = connection.execute(select(schema.batches).where(schema.batches.c.id == number)).first()
    if known is None:
        raise UsageError(
            f"import undo: there is no batch {number}; `gatekeeper import list` shows them", exit_code=EX_USAGE
        )
    if known.undone:
        raise UsageError(f"import undo: batch {number} was taken back before", exit_code=EX_USAGE)
    table = schema.evidence
    pairs = [
        (row.sender, row.contact)
        for row in connection.execute(select(table.c.sender, table.c.contact).where(table.c.batch == number).distinct())
    ]
    gone = connection.execute(delete(table).where(table.c.batch == number)).rowcount
    for dated in (schema.heard, schema.choices, schema.sender_links):
        connection.execute(delete(dated).where(dated.c.batch == number))
    _forget_companies(connection, number)
    rows = Rows(connection)
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        recompute(connection, rows, pairs[start : start + PAIRS_AT_ONCE], policy)
    for sender in sorted({sender for sender, _ in pairs}):
        _recompute_spans(connection, rows, sender)
    connection.execute(update(schema.batches).where(schema.batches.c.id == number).values(undone=now))
    return gone


def recompute(connection: Connection, rows: Rows, pairs: Sequence[tuple[str, str]], policy: Policy) -> None:
    """Rebuild the relations of `pairs` from their evidence, oldest first; what admins did and credits stay."""
    memory = Memory(rows)
    memory.recall_relations(pairs)
    evidence: dict[tuple[str, str], list[Row]] = {}
    for row in rows.find(schema.evidence, ("sender", "contact"), list(pairs)):
        evidence.setdefault((row[0], row[1]), []).append(row)
    empty: list[tuple[str, str]] = []
    for pair in pairs:
        old = memory.relation(*pair)
        new = memory.relation_or_new(*pair)
        fresh = _rebuilt(pair, evidence.get(pair, ()), policy)
        if any(row[3] == What.LIST_POST for row in evidence.get(pair, ())):
            fresh.is_list = has_authors(memory.companies, *pair)
        if old is not None:
            _keep_acts(old, fresh)
        if not evidence.get(pair) and _is_empty(fresh):
            empty.append(pair)
        for name in Relation.__slots__:
            setattr(new, name, getattr(fresh, name))
    memory.write()
    table = schema.relations
    for sender, contact in empty:
        connection.execute(delete(table).where(table.c.sender == sender, table.c.contact == contact))


def _rebuilt(pair: tuple[str, str], rows: Iterable[Row], policy: Policy) -> Relation:
    relation = Relation(sender=pair[0], contact=pair[1])
    nobody = Sender(address=pair[0])
    for row in sorted(rows, key=lambda one: float(one[4])):
        piece = Evidence(
            sender=row[0],
            contact=row[1],
            what=What(row[3]),
            at=row[4],
            proof=Proof(row[5]),
            weight=row[6],
            source=row[7],
        )
        effects.learn(relation, nobody, piece, policy, imported=True)
    return relation


def _keep_acts(old: Relation, fresh: Relation) -> None:
    fresh.allowed_until, fresh.closed_until = old.allowed_until, old.closed_until
    fresh.introduced, fresh.bounced = old.introduced, old.bounced
    fresh.charged, fresh.refunded = old.charged, old.refunded
    fresh.invited, fresh.invited_total, fresh.bulked = old.invited, old.invited_total, old.bulked
    if old.closed_why == "admin":
        fresh.closed, fresh.closed_at, fresh.closed_why = old.closed, old.closed_at, old.closed_why


def _is_empty(one: Relation) -> bool:
    return not (
        one.in_last
        or one.claimed_last
        or one.out_last
        or one.introduced
        or one.closed != Closed.OPEN
        or one.allowed_until
        or one.closed_until
        or one.charged
        or one.bounced
        or one.invited
        or one.bulked
    )


def _forget_companies(connection: Connection, number: int) -> None:
    table = schema.companies
    mark = f" {number} "
    changed = []
    for row in connection.execute(select(table).where(table.c.authors.contains(mark))):
        authors = {name: one for name, one in authors_from(row.authors).items() if one.batch != number}
        changed.append((row.pair, authors))
    for pair, authors in changed:
        if authors:
            last = max(one.at for one in authors.values())
            connection.execute(
                update(table).where(table.c.pair == pair).values(authors=authors_text(authors), last=last)
            )
        else:
            connection.execute(delete(table).where(table.c.pair == pair))


def _recompute_spans(connection: Connection, rows: Rows, address: str) -> None:
    table = schema.evidence
    memory = Memory(rows)
    sender = memory.sender(address)
    sender.heard_first = sender.heard_last = sender.sent_first = sender.sent_last = 0.0
    for row in connection.execute(select(table.c.what, table.c.at).where(table.c.sender == address, table.c.batch > 0)):
        if row.what == What.SENT:
            sender.sent_first, sender.sent_last = (
                min(sender.sent_first or row.at, row.at),
                max(sender.sent_last, row.at),
            )
        elif row.what in {What.WROTE, What.ACCEPTED_MEETING}:
            sender.heard_first = min(sender.heard_first or row.at, row.at)
            sender.heard_last = max(sender.heard_last, row.at)
    memory.changed(sender)
    memory.write()
