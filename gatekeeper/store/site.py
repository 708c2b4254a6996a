"""The site: the few facts about itself that the store keeps, made when it is opened for the first time."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from gatekeeper.store import schema
from gatekeeper.store.forgotten import forgotten

SECRET_OCTETS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """Since when this site is seen (seconds since 1970), and the secret that its links are made with."""

    since: float
    secret: bytes = field(repr=False)
    forgotten: frozenset[str] = field(default=frozenset(), repr=False)
    """Keyed hashes of people who said no and had themselves removed."""


def site_facts(connection: Connection, now: float) -> SiteFacts:
    """What is kept; at the first time `now` and a new secret. Several starters get the same."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    fresh = [{"name": "since", "value": repr(now)}, {"name": "secret", "value": os.urandom(SECRET_OCTETS).hex()}]
    connection.execute(insert(schema.site).on_conflict_do_nothing(), fresh)
    rows = connection.execute(select(schema.site.c.name, schema.site.c.value))
    kept: dict[str, str] = {row.name: row.value for row in rows}
    return SiteFacts(since=float(kept["since"]), secret=bytes.fromhex(kept["secret"]), forgotten=forgotten(connection))
