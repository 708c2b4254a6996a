"""The tables of the queue: messages that wait, who shall get each, and the octets.

Times are seconds since 1970 UTC as double precision.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, Table, Text

from gatekeeper.store.tables import metadata

queue = Table(
    "queue",
    metadata,
    Column("id", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("arrived", Float, nullable=False),
    Column("due", Float, nullable=False),
    Column("until", Float, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("judged", Boolean, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("sender", LargeBinary, nullable=False),
    Column("session", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("noticed", Float, nullable=False, default=0.0),
    Column("claimed_by", Text, nullable=False, default=""),
    Column("claimed_until", Float, nullable=False, default=0.0),
    Index("ix_queue_state_due", "state", "due"),
    Index("ix_queue_account", "account"),
)
"""Messages that were accepted and must wait. `judged` False: to be heard again before it goes."""

queue_recipients = Table(
    "queue_recipients",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("path", LargeBinary, nullable=False),
    Column("address", Text, nullable=False),
    Column("notify", Text, nullable=False, default=""),
    Column("orcpt", Text, nullable=False, default=""),
    Column("state", Text, nullable=False),
    Column("reply", Text, nullable=False, default=""),
    Column("remote", Text, nullable=False, default=""),
    Column("at", Float, nullable=False, default=0.0),
    sqlite_with_rowid=False,
)
"""Who shall get a queued message, and what became of it for each: waiting, sent, failed."""

queue_bodies = Table(
    "queue_bodies",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The octets as received, our trace lines in front; deleted when the message is done."""
