"""A lease: which node does a thing at present, so that a site of several nodes does it once.

A holder that dies is followed by another when its time is over. The nodes' clocks must agree to some seconds; what
runs under a lease is idempotent all the same, for a node may be asleep while its time runs out.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from gatekeeper.store import schema

LEASE_SECONDS = 120.0
"""How long a lease lasts without being renewed: after a crash, nobody does the thing for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Who holds it, and until when (seconds since 1970) if he does not renew it."""

    name: str
    holder: str
    until: float


def take(connection: Connection, name: str, holder: str, now: float) -> bool:
    """Take the lease if it is free or over. One of several who try at once gets it, in one statement."""
    leases = schema.leases
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    wanted = insert(leases).values(name=name, holder=holder, until=now + LEASE_SECONDS)
    taken = wanted.on_conflict_do_update(
        index_elements=[leases.c.name],
        set_={"holder": holder, "until": now + LEASE_SECONDS},
        where=leases.c.until <= now,
    ).returning(leases.c.holder)
    return connection.execute(taken).first() is not None


def renew(connection: Connection, name: str, holder: str, now: float) -> bool:
    """Hold it for longer; False when it is somebody else's by now."""
    leases = schema.leases
    mine = (leases.c.name == name) & (leases.c.holder == holder)
    return connection.execute(update(leases).where(mine).values(until=now + LEASE_SECONDS)).rowcount > 0


def release(connection: Connection, name: str, holder: str) -> None:
    """Give it back; nothing happens when it is somebody else's by now."""
    leases = schema.leases
    connection.execute(delete(leases).where(leases.c.name == name, leases.c.holder == holder))


def held(connection: Connection, name: str, now: float) -> Lease | None:
    """Who holds it, None when nobody does."""
    leases = schema.leases
    row = connection.execute(select(leases).where(leases.c.name == name, leases.c.until > now)).first()
    return None if row is None else Lease(name=row.name, holder=row.holder, until=row.until)
