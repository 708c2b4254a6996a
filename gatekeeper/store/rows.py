"""Rows: the hot statements of the bench, written once for each dialect, and the records they carry.

Keys go in as one JSON array (SQLite) or as arrays for unnest with a lateral join (PostgreSQL, where
`= ANY($1)` fell into a generic plan of 7-8 ms for a sender with 100,000 contacts, and this form took 0.46 ms).
"""

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

Row = tuple[Any, ...]


class Statements:
    """The SQL text of one dialect."""

    def __init__(self, dialect: str) -> None:
        self.postgresql = dialect == "postgresql"
        self.mark = "%s" if self.postgresql else "?"
        self._selects: dict[tuple[str, tuple[str, ...]], str] = {}
        self._upserts: dict[tuple[str, bool], str] = {}

    def select(self, table: Table, by: tuple[str, ...]) -> str:
        """Rows of `table` whose columns `by` match the given keys."""
        found = self._selects.get((table.name, by))
        if found is None:
            columns = ", ".join(f't."{column.name}"' for column in table.columns)
            if self.postgresql:
                casts = ", ".join(f"%s::{_array(table, name)}" for name in by)
                names = ", ".join(f"k{position}" for position in range(len(by)))
                match = " AND ".join(f't."{name}" = k.k{position}' for position, name in enumerate(by))
                found = (
                    f"SELECT t.* FROM unnest({casts}) AS k({names}) CROSS JOIN LATERAL "
                    f"(SELECT {columns} FROM {table.name} t WHERE {match} OFFSET 0) t"
                )
            elif len(by) == 1:
                found = f'SELECT {columns} FROM json_each(?) k CROSS JOIN {table.name} t ON t."{by[0]}" = k.value'
            else:
                match = " AND ".join(
                    f"t.\"{name}\" = json_extract(k.value, '$[{position}]')" for position, name in enumerate(by)
                )
                found = f"SELECT {columns} FROM json_each(?) k CROSS JOIN {table.name} t ON {match}"
            self._selects[table.name, by] = found
        return found

    def insert(self, table: Table) -> str:
        """Insert whole rows; an existing key is an error."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        marks = ", ".join(self.mark for _ in table.columns)
        return f"INSERT INTO {table.name} ({names}) VALUES ({marks})"

    def upsert(self, table: Table, *, replace: bool) -> str:
        """Insert whole rows; an existing key is replaced, or left alone."""
        found = self._upserts.get((table.name, replace))
        if found is None:
            keys = [column.name for column in table.primary_key.columns]
            rest = [column.name for column in table.columns if column.name not in keys]
            action = (
                "DO UPDATE SET " + ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
                if replace and rest
                else "DO NOTHING"
            )
            conflict = ", ".join(f'"{key}"' for key in keys)
            found = f"{self.insert(table)} ON CONFLICT ({conflict}) {action}"
            self._upserts[table.name, replace] = found
        return found


def _array(table: Table, column: str) -> str:
    return "text[]" if table.columns[column].type.python_type is str else "bigint[]"


_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_STATEMENTS: dict[str, Statements] = {}


class Rows:
    """The rows of one open transaction."""

    def __init__(self, connection: Connection) -> None:
        # The driver's own cursor, inside SQLAlchemy's transaction: its execute() costs 2 us here, not 25.
        self._cursor: Any = connection.connection.cursor()
        dialect = connection.dialect.name
        self._statements = _STATEMENTS.setdefault(dialect, Statements(dialect))

    def find(self, table: Table, by: tuple[str, ...], keys: Sequence[Any]) -> Sequence[Row]:
        """The rows of `table` for `keys`: tuples as long as `by`, or plain values when `by` is one column."""
        if not keys:
            return ()
        parameters: tuple[Any, ...]
        if self._statements.postgresql:
            parameters = tuple(zip(*keys, strict=True)) if len(by) > 1 else (keys,)
            parameters = tuple(list(column) for column in parameters)
        else:
            parameters = (_JSON(keys),)
        self._cursor.execute(self._statements.select(table, by), parameters)
        rows: list[Row] = self._cursor.fetchall()
        return rows

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Write whole new rows, in the order of the table's columns. An existing key raises the driver's error."""
        if rows:
            self._cursor.executemany(self._statements.insert(table), rows)

    def save(self, table: Table, rows: Sequence[Row], *, replace: bool = True) -> int:
        """Write whole rows, in the order of the table's columns; gives how many were new or changed."""
        if not rows:
            return 0
        self._cursor.executemany(self._statements.upsert(table, replace=replace), rows)
        written: int = self._cursor.rowcount
        return written

    def set(self, table: Table, column: str, rows: Sequence[Row]) -> None:
        """Change one column of known rows: (value, key) each."""
        if rows:
            key = next(iter(table.primary_key.columns)).name
            mark = self._statements.mark
            statement = f'UPDATE {table.name} SET "{column}" = {mark} WHERE "{key}" = {mark}'
            self._cursor.executemany(statement, rows)

    def lock(self, senders: Iterable[str], scopes: Iterable[str]) -> None:
        """Take the senders concerned, then the shared scopes, each in sorted order (PostgreSQL only: SQLite's
        BEGIN IMMEDIATE holds everything). Sorted, so that two nodes cannot wait for each other."""
        if not self._statements.postgresql:
            return
        for name in [*sorted(set(senders)), *sorted(set(scopes))]:
            self._cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,))


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
