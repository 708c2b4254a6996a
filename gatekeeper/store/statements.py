"""Statements: the hot SQL of the bench, written once for each dialect.

Keys go in as one JSON array, and with PostgreSQL whole rows, too: that is one statement and one answer for any number
of rows. (With arrays for `unnest` a row of 26 columns took 20 us of the client's CPU, a statement of its own for each
row 12 us, JSON 5 us.) There each key is looked up by a lateral join of its own: `= ANY($1)` fell into a generic plan of
7-8 ms for a sender with 100,000 contacts, and this form took 0.46 ms. SQLite binds faster than it reads JSON.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import LargeBinary, Table
from sqlalchemy.dialects import postgresql

POSTGRESQL = "postgresql"
LOCK = "SELECT count(pg_advisory_xact_lock(hashtextextended(value, 0))) FROM jsonb_array_elements_text(%s::jsonb)"
"""Takes the locks of the given names one after another, in their order (PostgreSQL)."""


@cache
def select(dialect: str, table: Table, by: tuple[str, ...]) -> str:
    """Rows of `table` whose columns `by` match the given keys: a JSON array of values, or of arrays where there are
    several columns."""
    columns = ", ".join(f't."{column.name}"' for column in table.columns)
    is_postgresql = dialect == POSTGRESQL
    if len(by) == 1:
        keys = [f"k.value::{_type(table, by[0])}" if is_postgresql else "k.value"]
    elif is_postgresql:
        keys = [f"(k.value->>{position})::{_type(table, name)}" for position, name in enumerate(by)]
    else:
        keys = [f"json_extract(k.value, '$[{position}]')" for position in range(len(by))]
    match = " AND ".join(f't."{name}" = {key}' for name, key in zip(by, keys, strict=True))
    if not is_postgresql:
        return f"SELECT {columns} FROM json_each(?) k CROSS JOIN {table.name} t ON {match}"
    elements = "jsonb_array_elements_text" if len(by) == 1 else "jsonb_array_elements"
    return (
        f"SELECT t.* FROM {elements}(%s::jsonb) AS k(value) CROSS JOIN LATERAL "
        f"(SELECT {columns} FROM {table.name} t WHERE {match} OFFSET 0) t"
    )


@cache
def insert(dialect: str, table: Table) -> str:
    """Insert whole rows; an existing key is an error."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if takes_json(dialect, table):
        values = ", ".join(
            f"(r.value->>{position})::{_type(table, column.name)}" for position, column in enumerate(table.columns)
        )
        return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM jsonb_array_elements(%s::jsonb) AS r(value)"
    marks = ", ".join("%s" if dialect == POSTGRESQL else "?" for _ in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})"


@cache
def upsert(dialect: str, table: Table, replace: bool) -> str:
    """Insert whole rows; an existing key is replaced, or left alone."""
    keys = [column.name for column in table.primary_key.columns]
    rest = [column.name for column in table.columns if column.name not in keys]
    action = (
        "DO UPDATE SET " + ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
        if replace and rest
        else "DO NOTHING"
    )
    conflict = ", ".join(f'"{key}"' for key in keys)
    return f"{insert(dialect, table)} ON CONFLICT ({conflict}) {action}"


@cache
def update(dialect: str, table: Table, column: str) -> str:
    """Change one column of known rows: (value, key) each."""
    key = next(iter(table.primary_key.columns)).name
    if takes_json(dialect, table):
        value, name = f"(r.value->>0)::{_type(table, column)}", f"(r.value->>1)::{_type(table, key)}"
        return (
            f'UPDATE {table.name} SET "{column}" = {value} '
            f'FROM jsonb_array_elements(%s::jsonb) AS r(value) WHERE "{key}" = {name}'
        )
    mark = "%s" if dialect == POSTGRESQL else "?"
    return f'UPDATE {table.name} SET "{column}" = {mark} WHERE "{key}" = {mark}'


@cache
def takes_json(dialect: str, table: Table) -> bool:
    """Whether rows of `table` go in as one JSON array, and not one by one: octets cannot."""
    return dialect == POSTGRESQL and not any(isinstance(column.type, LargeBinary) for column in table.columns)


def _type(table: Table, column: str) -> str:
    return table.columns[column].type.compile(dialect=postgresql.dialect())  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it
