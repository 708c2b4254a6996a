"""A sender: what is remembered of one account here, besides its relations.

Mutable and plain, as `Relation` is. The short lists (an hour, ten minutes, 180 days) are pruned as they grow.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from gatekeeper.policy.reputation import Standing
from gatekeeper.policy.terms import DAY_SECONDS

HOUR_SECONDS = 3600.0
SPENT_DAYS = 180
RECENT_MOST = 400
"""Attempts kept for the hour sum: far beyond any limit, so a flood costs no more memory than this."""


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One person attempted: when, who, with what weight."""

    at: float
    contact: str
    weight: float


@dataclass(slots=True, kw_only=True)
class Sender:
    """One account. Times are seconds since 1970 UTC, 0.0 for never."""

    address: str
    first_seen: float = 0.0
    balance: float = 0.0
    balance_at: float = 0.0
    """0.0 until the first charge: the balance is then the whole capacity."""
    spent: dict[int, float] = field(default_factory=dict)
    """Credits spent by day (days since 1970), the last 180."""
    attempts: list[Attempt] = field(default_factory=list)
    """Persons with weight attempted in the last hour that no campaign has refused."""
    delivered: list[Attempt] = field(default_factory=list)
    """Weight delivered in the last minutes, for the pause."""
    flooded_until: float = 0.0
    standing: Standing = field(default_factory=Standing)
    frozen_until: float = 0.0
    frozen_why: str = ""
    heard_first: float = 0.0
    heard_last: float = 0.0
    sent_first: float = 0.0
    sent_last: float = 0.0
    """The span of what was imported for this account, by direction."""
    messages_hour: float = 0.0
    recipients_hour: float = 0.0
    messages_day: float = 0.0
    recipients_day: float = 0.0
    """GCRA theoretical arrival times, one for each rate."""
    answers: int = 0
    """Mails that cite a message and go to a contact who has written with proof."""
    answers_seen: int = 0
    """Those among them whose cited message we saw arrive: how much of the truth the gate sees."""
    contacts_hour: float = 0.0
    contacts_day: float = 0.0
    tried_messages: float = 0.0
    tried_recipients: float = 0.0
    """GCRA times like those above: for new contacts, and for what was tried, whether it passed or not."""
    noticed: float = 0.0
    """When this account was last over a limit, or told by mail that it is frozen: an episode ends a day after."""

    def hour_weight(self, now: float) -> float:
        """The sum of w over distinct persons attempted in the last hour."""
        horizon = now - HOUR_SECONDS
        return sum(attempt.weight for attempt in self.attempts if attempt.at > horizon)

    def attempted_within_hour(self, now: float) -> frozenset[str]:
        horizon = now - HOUR_SECONDS
        return frozenset(attempt.contact for attempt in self.attempts if attempt.at > horizon)

    def delivered_weights(self, now: float, minutes: float) -> dict[str, float]:
        """w of each person whom mail reached in the last `minutes`: who gets three notes is one person."""
        horizon = now - minutes * 60.0
        weights: dict[str, float] = {}
        for attempt in self.delivered:
            if attempt.at > horizon:
                weights.setdefault(attempt.contact, attempt.weight)
        return weights

    def most_spent(self, now: float, days: int = 30) -> float:
        """The most credits spent in any `days` in a row of the last 180."""
        today = int(now // DAY_SECONDS)
        recent = sorted((day, amount) for day, amount in self.spent.items() if day > today - SPENT_DAYS)
        best = total = 0.0
        start = 0
        for end, (day, amount) in enumerate(recent):
            total += amount
            while recent[start][0] <= day - days:
                total -= recent[start][1]
                start += 1
            best = max(best, total)
            assert start <= end
        return best

    def prune(self, now: float, pause_minutes: float) -> None:
        """Drop what no rule can look at any more."""
        if self.attempts and (self.attempts[0].at <= now - HOUR_SECONDS or len(self.attempts) > RECENT_MOST):
            self.attempts = [one for one in self.attempts if one.at > now - HOUR_SECONDS][-RECENT_MOST:]
        if self.delivered and (self.delivered[0].at <= now - pause_minutes * 60.0 or len(self.delivered) > RECENT_MOST):
            self.delivered = [one for one in self.delivered if one.at > now - pause_minutes * 60.0][-RECENT_MOST:]
        if len(self.spent) > 40:
            oldest = int(now // DAY_SECONDS) - SPENT_DAYS
            self.spent = {day: amount for day, amount in self.spent.items() if day > oldest}

    @property
    def is_plain(self) -> bool:
        """Whether nothing but single numbers is remembered."""
        return not (self.spent or self.attempts or self.delivered)

    def twin(self) -> Sender:
        """The same, to be changed by itself."""
        twin = copy.copy(self)
        twin.spent, twin.attempts, twin.delivered = dict(self.spent), list(self.attempts), list(self.delivered)
        twin.standing = copy.copy(self.standing)
        return twin

    def imported_days_both_ways(self) -> float:
        """How many days of this account's history were imported in both directions."""
        if not (self.heard_first and self.sent_first):
            return 0.0
        overlap = min(self.heard_last, self.sent_last) - max(self.heard_first, self.sent_first)
        return max(0.0, overlap) / DAY_SECONDS

    @property
    def has_partial_history(self) -> bool:
        return bool(self.heard_first or self.sent_first)
