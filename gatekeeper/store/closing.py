"""Closings: every reason why a contact may not be written to, with its time, its author and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, select

from gatekeeper.policy.relation import Closed, Relation
from gatekeeper.store import schema
from gatekeeper.store.forgotten import hashed
from gatekeeper.store.site import site_facts

EVERYBODY = "*"
"""What stands for the sender, or for the purpose, of a no to the whole site."""

Act = tuple[float, str, str, str, float]
"""Of the audit log: (at, act, author, reason, until or 0.0)."""


class Reach(StrEnum):
    """Whose mail is closed out."""

    SENDER = "this sender"
    SENDERS_BULK = "this sender's newsletters, bulk mail and invitations"
    EVERYBODY = "everybody here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One no. `why` is what was learnt ("complained", "unsubscribed", an opt-out's source) or "admin"; then `author`
    and `reason` are from the audit log. `at` 0.0: not on record; `until` 0.0: for good."""

    at: float
    reach: Reach
    why: str
    author: str = ""
    reason: str = ""
    until: float = 0.0


def closings(connection: Connection, relation: Relation, acts: Sequence[Act], now: float) -> tuple[Closing, ...]:
    """What is closed for the pair at `now`; `acts` are what admins did about it."""
    found = []
    if relation.closed == Closed.ALL:
        found.append(_closing(relation.closed_at, Reach.SENDER, relation.closed_why, acts))
    elif relation.closed == Closed.BULK:
        found.append(_closing(relation.closed_at, Reach.SENDERS_BULK, relation.closed_why, acts))
    if relation.closed_until > now:
        found.append(_closing(0.0, Reach.SENDER, "admin", acts, until=relation.closed_until))
    site_wide = site_closing(connection, relation.contact, now, acts)
    return (*found, site_wide) if site_wide is not None else tuple(found)


def site_closing(connection: Connection, contact: str, now: float, acts: Sequence[Act] = ()) -> Closing | None:
    """The contact's no to everybody here, the admin's or his own; None when there is none."""
    table = schema.choices
    secret = site_facts(connection, now).secret
    wanted = table.c.contact.in_((contact, hashed(contact, secret))) & (table.c.purpose == EVERYBODY)
    for row in connection.execute(select(table).where(wanted, table.c.yes.is_(False))):
        if not row.until or now < row.until:
            return _closing(row.at, Reach.EVERYBODY, row.source, acts, until=row.until)
    return None


def reopen(connection: Connection, contact: str) -> bool:
    """Take an admin's no to everybody here back; False when there is none. A person's own no stays."""
    table = schema.choices
    wanted = (
        table.c.contact == contact,
        table.c.purpose == EVERYBODY,
        table.c.source == "admin",
        table.c.yes.is_(False),
    )
    return connection.execute(delete(table).where(*wanted)).rowcount > 0


def _closing(at: float, reach: Reach, why: str, acts: Sequence[Act], *, until: float = 0.0) -> Closing:
    by = [act for act in acts if act[1] == "close" and act[4] == until] if why == "admin" else []
    when, _, author, reason, _ = by[-1] if by else (at, "", "", "", 0.0)
    return Closing(at=at or when, reach=reach, why=why, author=author, reason=reason, until=until)
