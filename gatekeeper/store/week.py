"""A week, looked back on: verdicts from the ledger, campaigns that came near a limit, reputations that moved.

Everything is read in pages, each a transaction of its own: mail waits for no digest.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from gatekeeper.policy.campaign import Scope
from gatekeeper.policy.reputation import HALF_LIFE_SECONDS, Cause, Standing, Tier
from gatekeeper.policy.terms import DAY_SECONDS, CampaignTerms
from gatekeeper.policy.verdict import STRICTNESS, Because, Ruling
from gatekeeper.store import schema

PAGE_ROWS = 2000
NEAR = 0.8
"""From this share of a limit on, what passed was a near miss."""
MOVED = 0.05
"""Less than this between two means is no news."""


Line = tuple[Ruling, Ruling, str, int, str]
"""Of the ledger: verdict, would, sender, message key, reasons."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """The verdicts of a week so far. A message that was heard several times, because it had to wait, counts once for
    each verdict that it got."""

    messages: Counter[Ruling] = field(default_factory=Counter)
    would: Counter[Ruling] = field(default_factory=Counter)
    """Messages for which more would have been done were everything enforced, by that."""
    because: dict[Ruling, Counter[Because]] = field(default_factory=dict)
    senders: dict[Ruling, Counter[str]] = field(default_factory=dict)
    _seen: set[tuple[Ruling, str, int]] = field(default_factory=set)

    def add(self, line: Line) -> None:
        """One line of the ledger."""
        verdict, would, sender, message_key, reasons = line
        if would is not verdict and (would, sender, message_key) not in self._seen:
            self._seen.add((would, sender, message_key))
            self.would[would] += 1
        if verdict is Ruling.ACCEPT:
            self.messages[verdict] += 1
            return
        if (verdict, sender, message_key) in self._seen:
            return
        self._seen.add((verdict, sender, message_key))
        self.messages[verdict] += 1
        self.senders.setdefault(verdict, Counter())[sender] += 1
        deciding = _deciding(reasons)
        if deciding is not None:
            self.because.setdefault(verdict, Counter())[deciding] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A campaign below its limit: `total` is the sum of weight over `people`, NEAR of `limit` or more."""

    scope: Scope
    whose: str
    people: int
    total: float
    limit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sender's reputation at the beginning and the end of the week, and what moved it."""

    sender: str
    before: float
    after: float
    tiers: tuple[Tier, Tier]
    causes: tuple[tuple[Cause, int], ...]

    @property
    def by(self) -> float:
        return self.after - self.before


def verdicts_page(connection: Connection, after: str, end: str) -> tuple[Sequence[Line], str]:
    """A page of the ledger, the ids behind `after` and before `end`, and the last id, "" when there are no more. The
    ids are in order of time."""
    table = schema.ledger
    columns = (table.c.id, table.c.verdict, table.c.would, table.c.sender, table.c.message_key, table.c.reasons)
    rows = connection.execute(
        select(*columns).where(table.c.id > after, table.c.id < end).order_by(table.c.id).limit(PAGE_ROWS)
    ).all()
    lines = [(Ruling(row[1]), Ruling(row[2]), str(row[3]), int(row[4]), str(row[5])) for row in rows]
    return lines, str(rows[-1].id) if len(rows) == PAGE_ROWS else ""


def near_misses(connection: Connection, terms: CampaignTerms, since: float, until: float) -> list[NearMiss]:
    """Campaigns whose last message came between the two times, with a sum from NEAR of the limit up to it."""
    campaigns, persons = schema.campaigns, schema.campaign_persons
    total = func.sum(persons.c.weight)
    limits = [limit for limit in (terms.sender_limit, terms.shared_limit) if limit]
    if not limits:
        return []
    rows = connection.execute(
        select(campaigns.c.scope, func.count(), total)
        .join(persons, persons.c.campaign == campaigns.c.id)
        .where(campaigns.c.last >= since, campaigns.c.last < until, campaigns.c.tripped == 0.0)
        .where(persons.c.at > until - terms.window_days * DAY_SECONDS, persons.c.weight > 0.0)
        .group_by(campaigns.c.id, campaigns.c.scope)
        .having(total >= NEAR * min(limits))
    )
    found = []
    for name, people, weight in rows:
        scope, _, whose = name.partition(":")
        limit = terms.sender_limit if scope == Scope.SENDER else terms.shared_limit
        if NEAR * limit <= weight < limit:
            found.append(NearMiss(scope=Scope(scope), whose=whose, people=people, total=weight, limit=limit))
    return found


def changes_page(connection: Connection, after: str, since: float, until: float) -> tuple[list[Change], str]:
    """Senders behind `after`, in order, whose reputation moved between the two times; and the last sender looked at,
    "" when there are no more."""
    causes = schema.causes
    senders = connection.scalars(
        select(causes.c.sender)
        .where(causes.c.sender > after, causes.c.at > since)
        .group_by(causes.c.sender)
        .order_by(causes.c.sender)
        .limit(PAGE_ROWS // 4)
    ).all()
    standings = {
        row.address: Standing(good=row.good, bad=row.bad, at=row.standing_at)
        for row in connection.execute(
            select(schema.senders.c.address, schema.senders.c.good, schema.senders.c.bad, schema.senders.c.standing_at)
            .where(schema.senders.c.address.in_(senders))
        )
    }  # fmt: skip
    moved: dict[str, list[tuple[float, Cause, float]]] = {}
    rows = select(causes.c.sender, causes.c.at, causes.c.cause, causes.c.weight)
    for sender, at, cause, weight in connection.execute(rows.where(causes.c.sender.in_(senders), causes.c.at > since)):
        moved.setdefault(sender, []).append((at, Cause(cause), weight))
    found = [
        change
        for sender, pieces in moved.items()
        if sender in standings and (change := _change(sender, standings[sender], pieces, since, until)) is not None
    ]
    return found, str(senders[-1]) if len(senders) == PAGE_ROWS // 4 else ""


def rewound(standing: Standing, later: Iterable[tuple[float, float]], moment: float) -> Standing:
    """`standing` as it was at `moment`: without what came `later` (time, weight), and with what had not faded yet."""
    good, bad = standing.good, standing.bad
    for at, weight in later:
        faded = weight * math.exp2(-max(0.0, standing.at - at) / HALF_LIFE_SECONDS)
        good, bad = good - max(faded, 0.0), bad - max(-faded, 0.0)
    growth = math.exp2(max(0.0, standing.at - moment) / HALF_LIFE_SECONDS)
    return Standing(good=max(0.0, good) * growth, bad=max(0.0, bad) * growth, at=min(standing.at, moment))


def _change(
    sender: str, standing: Standing, pieces: Sequence[tuple[float, Cause, float]], since: float, until: float
) -> Change | None:
    then = rewound(standing, ((at, weight) for at, _, weight in pieces), since)
    now = rewound(standing, ((at, weight) for at, _, weight in pieces if at > until), until)
    before, after = then.mean(since), now.mean(until)
    if abs(after - before) < MOVED:
        return None
    causes = Counter(cause for at, cause, _ in pieces if at <= until)
    return Change(
        sender=sender,
        before=before,
        after=after,
        tiers=(then.tier(since), now.tier(until)),
        causes=tuple(causes.most_common()),
    )


def _deciding(reasons: str) -> Because | None:
    """The first of the strictest enforced reasons in a ledger's column."""
    best: tuple[int, Because] | None = None
    for _, because, ruling, _, _, _, _, _, enforced in json.loads(reasons):
        strictness = STRICTNESS[Ruling(ruling)]
        if enforced and (best is None or strictness > best[0]):
            best = strictness, Because(because)
    return best[1] if best else None
