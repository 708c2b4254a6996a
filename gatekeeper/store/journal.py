"""The journal: the audit log read back, and the lines that a look at somebody's relations leaves in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from gatekeeper.store import schema
from gatekeeper.store.people import VIEW, audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What somebody did. `until` 0.0: for good, or of no meaning to the act."""

    at: float
    author: str
    act: str
    sender: str
    contact: str
    reason: str
    until: float


def lines(connection: Connection, *, sender: str = "", contact: str = "", last: int = 50) -> list[Line]:
    """The last lines, the newest first: all, or those about a sender or a contact."""
    table = schema.audit
    wanted = select(table).order_by(table.c.id.desc()).limit(last)
    if sender:
        wanted = wanted.where(table.c.sender == sender)
    if contact:
        wanted = wanted.where(table.c.contact == contact)
    return [
        Line(
            at=row.at,
            author=row.author,
            act=row.act,
            sender=row.sender,
            contact=row.contact,
            reason=row.reason,
            until=row.until,
        )
        for row in connection.execute(wanted)
    ]


def viewed(connection: Connection, now: float, author: str, *, sender: str = "", contact: str = "", what: str) -> None:
    """`author` looks at what is known of these people; `what` says where."""
    audit(connection, now, author, VIEW, sender, contact, what, 0.0)
