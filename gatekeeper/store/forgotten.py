"""The forgotten: people who had themselves removed after they had said no. Only keyed hashes of them are left, so
that the no goes on being honoured and nobody can read who they are (GDPR Art. 17(3)(b), 21(3))."""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import Connection, select

from gatekeeper.store import schema

MARK = "#"


def hashed(address: str, secret: bytes) -> str:
    """The keyed hash by which a forgotten person's no is kept."""
    return MARK + hmac.new(secret, address.encode(), hashlib.sha256).hexdigest()[:32]


def forgotten(connection: Connection) -> frozenset[str]:
    """The hashes of all forgotten people."""
    table = schema.choices
    rows = connection.execute(select(table.c.contact).where(table.c.contact.startswith(MARK)))
    return frozenset(rows.scalars())
