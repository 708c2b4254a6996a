"""Kept: what one transaction of the bench has read and written, for the next one.

Only on SQLite, where a transaction can tell that nobody else has written in between: no other connection, or
`data_version` would be another, nor anybody over this one, or it would count more changes. With PostgreSQL other nodes
write all the time.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows

Mark = tuple[Any, int, int]
"""A connection, the version of the data that it sees, and how many rows it has changed."""


class Kept:
    """The memory of the last transaction. Used by the bench's thread alone."""

    def __init__(self) -> None:
        self._memory: Memory | None = None
        self._mark: Mark | None = None

    def memory(self, connection: Connection, *, trusting: bool) -> Memory:
        """The memory for the transaction that has begun. Unless `keep` follows, the next one gets an empty one."""
        rows = Rows(connection)
        held, self._memory = self._memory, None
        passed_on = None
        if held is not None and self._mark == mark(connection):
            passed_on = held.passed_on(rows, trusting=trusting)
        return passed_on or Memory(rows, trusting=trusting)

    def keep(self, memory: Memory, end: Mark | None) -> None:
        """The transaction is durable; `end` is the mark at its end."""
        if end is not None:
            self._memory, self._mark = memory, end


def mark(connection: Connection) -> Mark | None:
    """The database as the transaction at hand sees it; None where that cannot be told."""
    if connection.dialect.name != "sqlite":
        return None
    driver: Any = connection.connection.dbapi_connection
    (version,) = driver.execute("PRAGMA data_version").fetchone()
    return driver, version, driver.total_changes
