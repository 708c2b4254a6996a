"""Rows: what the bench reads and writes in its open transaction, and the records that rows carry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from gatekeeper.policy.campaign import Campaign
from gatekeeper.policy.guard import Habits
from gatekeeper.policy.relation import Relation
from gatekeeper.policy.reputation import Standing
from gatekeeper.policy.sender import Attempt, Sender
from gatekeeper.store import statements

Row = tuple[Any, ...]


_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


class Rows:
    """The rows of one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self._dialect = connection.dialect.name
        # The driver's own cursor, inside SQLAlchemy's transaction: its execute() costs 2 us here, not 25. Numbers come
        # as octets from PostgreSQL: a row of 26 columns is read in 1.4 us, not 4.
        raw: Any = connection.connection
        self._cursor: Any = raw.cursor(binary=True) if self._dialect == statements.POSTGRESQL else raw.cursor()

    def find(self, table: Table, by: tuple[str, ...], keys: Sequence[Any]) -> Sequence[Row]:
        """The rows of `table` for `keys`: tuples as long as `by`, or plain values when `by` is one column."""
        if not keys:
            return ()
        self._cursor.execute(statements.select(self._dialect, table, by), (_JSON(keys),))
        rows: list[Row] = self._cursor.fetchall()
        return rows

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Write whole new rows, in the order of the table's columns. An existing key raises the driver's error."""
        self._run(table, statements.insert(self._dialect, table), rows)

    def save(self, table: Table, rows: Sequence[Row], *, replace: bool = True) -> int:
        """Write whole rows, in the order of the table's columns; of those with one key the last. Gives how many were
        new or changed."""
        if statements.takes_json(self._dialect, table) and replace:
            # One statement changes no row twice; the columns of the key come first in each table.
            length = len(table.primary_key.columns)
            rows = list({row[:length]: row for row in rows}.values())
        return self._run(table, statements.upsert(self._dialect, table, replace), rows)

    def set(self, table: Table, column: str, rows: Sequence[Row]) -> None:
        """Change one column of known rows: (value, key) each; of those with one key the last counts."""
        self._run(table, statements.update(self._dialect, table, column), list({row[1]: row for row in rows}.values()))

    def lock(self, senders: Iterable[str], scopes: Iterable[str]) -> None:
        """Take the senders concerned, then the shared scopes, each in sorted order (PostgreSQL only: SQLite's
        BEGIN IMMEDIATE holds everything). Sorted, so that two nodes cannot wait for each other."""
        if self._dialect == statements.POSTGRESQL:
            names = [*sorted(set(senders)), *sorted(set(scopes))]
            self._cursor.execute(statements.LOCK, (_JSON(names),))

    def _run(self, table: Table, statement: str, rows: Sequence[Row]) -> int:
        if not rows:
            return 0
        if statements.takes_json(self._dialect, table):
            self._cursor.execute(statement, (_JSON(rows),))
        else:
            self._cursor.executemany(statement, rows)
        written: int = self._cursor.rowcount
        return written


def sender_from(row: Row) -> Sender:
    """The record that a row of `senders` keeps."""
    return Sender(
        address=row[0],
        first_seen=row[1],
        balance=row[2],
        balance_at=row[3],
        spent={int(day): float(amount) for day, amount in _pairs(row[4])} if row[4] else {},
        attempts=_attempts(row[5]),
        delivered=_attempts(row[6]),
        flooded_until=row[7],
        standing=Standing(good=row[8], bad=row[9], at=row[10]),
        frozen_until=row[11],
        frozen_why=row[12],
        heard_first=row[13],
        heard_last=row[14],
        sent_first=row[15],
        sent_last=row[16],
        messages_hour=row[17],
        recipients_hour=row[18],
        messages_day=row[19],
        recipients_day=row[20],
        answers=row[21],
        answers_seen=row[22],
        contacts_hour=row[23],
        contacts_day=row[24],
        tried_messages=row[25],
        tried_recipients=row[26],
        noticed=row[27],
    )


def sender_row(one: Sender) -> Row:
    return (
        one.address,
        one.first_seen,
        one.balance,
        one.balance_at,
        " ".join([f"{day}:{amount:g}" for day, amount in one.spent.items()]) if one.spent else "",
        _attempts_text(one.attempts) if one.attempts else "",
        _attempts_text(one.delivered) if one.delivered else "",
        one.flooded_until,
        one.standing.good,
        one.standing.bad,
        one.standing.at,
        one.frozen_until,
        one.frozen_why,
        one.heard_first,
        one.heard_last,
        one.sent_first,
        one.sent_last,
        one.messages_hour,
        one.recipients_hour,
        one.messages_day,
        one.recipients_day,
        one.answers,
        one.answers_seen,
        one.contacts_hour,
        one.contacts_day,
        one.tried_messages,
        one.tried_recipients,
        one.noticed,
    )


def relation_from(row: Row) -> Relation:
    """The record that a row of `relations` keeps; the columns stand in the order of its fields."""
    return Relation(*row)


def relation_row(one: Relation) -> Row:
    return (
        one.sender,
        one.contact,
        one.in_sum,
        one.in_first,
        one.in_last,
        one.claimed_sum,
        one.claimed_first,
        one.claimed_last,
        one.out_sum,
        one.out_first,
        one.out_last,
        one.unanswered,
        one.introduced,
        str(one.closed),
        one.closed_at,
        one.closed_why,
        one.complained,
        one.allowed_until,
        one.charged,
        one.refunded,
        one.invited,
        one.invited_total,
        one.bulked,
        one.is_list,
        one.bounced,
        one.closed_until,
    )


def campaign_from(row: Row) -> Campaign:
    return Campaign(
        id=row[0],
        scope=row[1],
        started=row[2],
        last=row[3],
        text=bytes(row[4]),
        tokens=_numbers(row[5]),
        links=_numbers(row[6]),
        tripped=row[7],
    )


def campaign_row(one: Campaign) -> Row:
    return (
        one.id,
        one.scope,
        one.started,
        one.last,
        one.text,
        " ".join(map(str, one.tokens)),
        " ".join(map(str, one.links)),
        one.tripped,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """When an author last addressed a pair together, and the import that showed it (0: seen live)."""

    at: float
    batch: int


def habits_from(row: Row) -> Habits:
    """The record that a row of `habits` keeps."""
    networks = {}
    for line in row[2].split():
        network, first, last = line.split("@")
        networks[network] = (float(first), float(last))
    return Habits(
        sender=row[0],
        hours={int(hour): int(days) for hour, days in _pairs(row[1])},
        networks=networks,
        tried={int(one): float(at) for one, at in _pairs(row[3])},
        unknown={int(one): float(at) for one, at in _pairs(row[4])},
        last=row[5],
    )


def habits_row(one: Habits) -> Row:
    return (
        one.sender,
        " ".join(f"{hour}:{days}" for hour, days in sorted(one.hours.items())),
        " ".join(f"{network}@{first:.0f}@{last:.0f}" for network, (first, last) in one.networks.items()),
        " ".join(f"{stranger}:{at:.0f}" for stranger, at in one.tried.items()),
        " ".join(f"{address}:{at:.0f}" for address, at in one.unknown.items()),
        one.last,
    )


def authors_from(text: str) -> dict[str, Addressed]:
    """Who addressed a pair together."""
    found = {}
    for line in text.split("\n"):
        if line:
            at, batch, author = line.split(" ", 2)
            found[author] = Addressed(at=float(at), batch=int(batch))
    return found


def authors_text(authors: dict[str, Addressed]) -> str:
    return "\n".join(f"{one.at:.0f} {one.batch} {author}" for author, one in authors.items())


def _pairs(text: str) -> Iterable[list[str]]:
    return (part.split(":", 1) for part in text.split())


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(part) for part in text.split())


def _attempts(text: str) -> list[Attempt]:
    if not text:
        return []
    found = []
    for line in text.split("\n"):
        if line:
            at, weight, contact = line.split(" ", 2)
            found.append(Attempt(at=float(at), weight=float(weight), contact=contact))
    return found


def _attempts_text(attempts: list[Attempt]) -> str:
    return "\n".join(f"{one.at!r} {one.weight:g} {one.contact}" for one in attempts)
