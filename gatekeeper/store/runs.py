"""Runs: when each job of the whole site last succeeded or failed, on whichever node, and for which period."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from gatekeeper.store import schema

MOST_CHARACTERS = 300
"""Of a failure's reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a job. Times are seconds since 1970, 0.0 for never; `reason` is the last failure's."""

    job: str
    finished: float = 0.0
    seconds: float = 0.0
    failures: int = 0
    failed: float = 0.0
    reason: str = ""
    period: str = ""


def record(connection: Connection, job: str) -> Record:
    """The record of `job`, an empty one before its first run."""
    row = connection.execute(select(schema.runs).where(schema.runs.c.job == job)).mappings().first()
    return Record(job=job) if row is None else Record(**row)


def succeeded(connection: Connection, job: str, now: float, *, seconds: float) -> None:
    """`job` has done its work at `now`, in so many seconds."""
    _open(connection, job)
    connection.execute(update(schema.runs).where(schema.runs.c.job == job).values(finished=now, seconds=seconds))


def failed(connection: Connection, job: str, now: float, reason: str) -> None:
    """`job` could not do its work."""
    _open(connection, job)
    values = {"failures": schema.runs.c.failures + 1, "failed": now, "reason": reason[:MOST_CHARACTERS]}
    connection.execute(update(schema.runs).where(schema.runs.c.job == job).values(values))


def begin_period(connection: Connection, job: str, period: str) -> bool:
    """Mark that `job` has written about `period` (later ones sort later); False when it already has.

    In the same transaction as what it writes: then each period is written about once, whatever crashes.
    """
    _open(connection, job)
    runs = schema.runs
    fresh = update(runs).where(runs.c.job == job, runs.c.period < period).values(period=period)
    return connection.execute(fresh).rowcount > 0


def _open(connection: Connection, job: str) -> None:
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    empty = {"finished": 0.0, "seconds": 0.0, "failures": 0, "failed": 0.0, "reason": "", "period": ""}
    connection.execute(insert(schema.runs).values(job=job, **empty).on_conflict_do_nothing())
