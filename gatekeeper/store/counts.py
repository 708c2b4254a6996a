"""Counts: how much the store knows and did, for `status` and the metrics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from gatekeeper.policy.rates import scale_by_reputation
from gatekeeper.policy.reputation import Standing, Tier
from gatekeeper.policy.terms import RateTerms
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store import schema
from gatekeeper.store.coverage import Coverage, coverage

DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCounts:
    """`verdicts` are those of the last 24 hours as they were given, `would` as if everything were enforced;
    `coverage` is how much of the truth the gate sees."""

    senders: int
    relations: int
    evidence: int
    verdicts: dict[str, int]
    would: dict[str, int]
    tiers: dict[Tier, int]
    coverage: Coverage

    def as_facts(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "senders": self.senders,
            "relations": self.relations,
            "evidence": self.evidence,
            "verdicts": self.verdicts,
            "would": self.would,
            "tiers": {str(tier): number for tier, number in self.tiers.items()},
            "coverage": self.coverage.as_facts(),
        }


def site_counts(connection: Connection, now: float) -> SiteCounts:
    """All counts. Reads whole tables: for people who ask, not for every scrape."""
    ledger = schema.ledger
    rows = connection.execute(
        select(ledger.c.verdict, ledger.c.would, func.count())
        .where(ledger.c.at > now - DAY_SECONDS)
        .group_by(ledger.c.verdict, ledger.c.would)
    ).all()
    return SiteCounts(
        senders=_rows_in(connection, schema.senders),
        relations=_rows_in(connection, schema.relations),
        evidence=_rows_in(connection, schema.evidence),
        verdicts={str(one): sum(number for given, _, number in rows if given == one) for one in Ruling},
        would={str(one): sum(number for _, would, number in rows if would == one) for one in Ruling},
        tiers=standings(connection, now, RateTerms()).tiers,
        coverage=coverage(connection),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """How the senders stand: `tiers` counts them, `scales` is how many times as high as written the rates of a tier
    are on average (0.0 where nobody is in it), `frozen` counts whom the takeover guard keeps from new people."""

    tiers: dict[Tier, int]
    scales: dict[Tier, float]
    frozen: int


def standings(connection: Connection, now: float, terms: RateTerms) -> Standings:
    """The senders by tier. The cold start and the warm-up of new accounts are not in the scales."""
    table = schema.senders
    total = _rows_in(connection, table)
    tiers, sums = dict.fromkeys(Tier, 0), dict.fromkeys(Tier, 0.0)
    # Of whom nothing is known is neutral: only the others have to be looked at.
    judged = connection.execute(
        select(table.c.good, table.c.bad, table.c.standing_at).where(or_(table.c.good > 0, table.c.bad > 0))
    ).all()
    for good, bad, at in judged:
        one = Standing(good=good, bad=bad, at=at)
        tier = one.tier(now)
        tiers[tier] += 1
        sums[tier] += scale_by_reputation(one, now, terms)
    unknown = Standing()
    tiers[unknown.tier(now)] += total - len(judged)
    sums[unknown.tier(now)] += (total - len(judged)) * scale_by_reputation(unknown, now, terms)
    frozen = select(func.count()).select_from(table).where(table.c.frozen_until > now)
    return Standings(
        tiers=tiers,
        scales={tier: sums[tier] / number if number else 0.0 for tier, number in tiers.items()},
        frozen=int(connection.execute(frozen).scalar_one()),
    )


def _rows_in(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
