"""The roster: the accounts of the site by their addresses, each with his tier and his circles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, select

from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.reputation import Standing, Tier
from gatekeeper.store import schema
from gatekeeper.store.rows import relation_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One account. `frozen_until` is 0.0 when it is not frozen."""

    address: str
    tier: Tier
    circles: dict[Stage, int]
    frozen_until: float = 0.0


def addresses(connection: Connection, after: str, most: int) -> list[str]:
    """The next accounts after `after`, in order."""
    table = schema.senders
    wanted = select(table.c.address).where(table.c.address > after).order_by(table.c.address).limit(most)
    return list(connection.execute(wanted).scalars())


def member(connection: Connection, address: str, now: float, policy: Policy) -> Member:
    """One account; reads all of his relations."""
    table, relations = schema.senders, schema.relations
    row = connection.execute(
        select(table.c.good, table.c.bad, table.c.standing_at, table.c.frozen_until).where(table.c.address == address)
    ).first()
    good, bad, at, frozen_until = row or (0.0, 0.0, 0.0, 0.0)
    known = connection.execute(select(relations).where(relations.c.sender == address))
    circles = Counter(relation_from(tuple(one)).stage(now, policy.stages) for one in known)
    return Member(
        address=address,
        tier=Standing(good=good, bad=bad, at=at).tier(now),
        circles={stage: circles.get(stage, 0) for stage in Stage},
        frozen_until=frozen_until if frozen_until > now else 0.0,
    )
