"""Reputation: a Beta posterior over explicit evidence, which scales the rates and nothing else (model.md)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

HALF_LIFE_SECONDS = 90 * 86_400.0
PRIOR = 2.0


class Cause(StrEnum):
    """What moves a reputation."""

    ANSWERED = "introduction-answered"
    OPTED_IN = "opted-in"
    UNSUBSCRIBED = "unsubscribed"
    HARD_BOUNCE = "hard-bounce-at-new-address"
    COMPLAINT = "complaint"
    REFUSED_CAMPAIGN = "refused-campaign"


WEIGHTS: dict[Cause, float] = {
    Cause.ANSWERED: 1.0,
    Cause.OPTED_IN: 1.0,
    Cause.UNSUBSCRIBED: -0.5,
    Cause.HARD_BOUNCE: -1.0,
    Cause.COMPLAINT: -5.0,
    Cause.REFUSED_CAMPAIGN: -5.0,
}
"""Silence is not among them: most genuine first mails stay unanswered (10-27% are answered within a week)."""


class Tier(StrEnum):
    """A name for people. Bounds are on the posterior mean."""

    EXCELLENT = "excellent"
    GOOD = "good"
    NEUTRAL = "neutral"
    POOR = "poor"


@dataclass(slots=True, kw_only=True)
class Standing:
    """The two evidence sums, as of `at`; both decay by half in 90 days, exactly, at any time."""

    good: float = 0.0
    bad: float = 0.0
    at: float = 0.0

    def add(self, cause: Cause, now: float) -> None:
        """One more piece of evidence at `now`."""
        fade = self._fade(now)
        weight = WEIGHTS[cause]
        self.good = self.good * fade + max(weight, 0.0)
        self.bad = self.bad * fade + max(-weight, 0.0)
        self.at = max(self.at, now)

    def mean(self, now: float) -> float:
        """rho = a / (a + b), 0.5 for somebody of whom nothing is known."""
        a, b = self._beta(now)
        return a / (a + b)

    def factor(self, now: float) -> float:
        """g = clip(2 rho, 0.25, 2): what the rates are multiplied with."""
        return min(2.0, max(0.25, 2.0 * self.mean(now)))

    def tier(self, now: float) -> Tier:
        mean = self.mean(now)
        if mean >= 0.8:
            return Tier.EXCELLENT
        if mean >= 0.6:
            return Tier.GOOD
        return Tier.NEUTRAL if mean >= 0.35 else Tier.POOR

    def _fade(self, now: float) -> float:
        return math.exp2(-max(0.0, now - self.at) / HALF_LIFE_SECONDS) if self.at else 1.0

    def _beta(self, now: float) -> tuple[float, float]:
        fade = self._fade(now)
        return PRIOR + self.good * fade, PRIOR + self.bad * fade
