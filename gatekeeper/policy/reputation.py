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


QUANTILE = 0.1
"""Of the posterior: with 90% certainty the sender is at least this good. Shown to people, used by no rule."""


class Tier(StrEnum):
    """A name for people. Bounds are on the posterior mean: neutral is who is not known, or of whom as much good
    as bad is known."""

    EXCELLENT = "excellent"
    GOOD = "good"
    NEUTRAL = "neutral"
    POOR = "poor"


FROM: dict[Tier, float] = {Tier.EXCELLENT: 0.8, Tier.GOOD: 0.6, Tier.NEUTRAL: 0.35, Tier.POOR: 0.0}
"""From which mean on a tier begins."""


@dataclass(slots=True, kw_only=True)
class Standing:
    """The two evidence sums, as of `at`; both decay by half in 90 days, exactly, at any time."""

    good: float = 0.0
    bad: float = 0.0
    at: float = 0.0

    def add(self, cause: Cause, now: float) -> None:
        """One more piece of evidence at `now`."""
        fade = self._fade(now)
        # What is told late has faded by then: the sums are the same in whatever order evidence comes.
        weight = WEIGHTS[cause] * math.exp2(-max(0.0, self.at - now) / HALF_LIFE_SECONDS)
        self.good = self.good * fade + max(weight, 0.0)
        self.bad = self.bad * fade + max(-weight, 0.0)
        self.at = max(self.at, now)

    def mean(self, now: float) -> float:
        """rho = a / (a + b), 0.5 for somebody of whom nothing is known."""
        if not self.good and not self.bad:
            return 0.5
        a, b = self._beta(now)
        return a / (a + b)

    def quantile(self, now: float, share: float = QUANTILE) -> float:
        """The value that the posterior lies above with the probability 1 - `share`."""
        return beta_quantile(share, *self._beta(now))

    def factor(self, now: float) -> float:
        """g = clip(2 rho, 0.25, 2): what the rates are multiplied with."""
        return min(2.0, max(0.25, 2.0 * self.mean(now)))

    def tier(self, now: float) -> Tier:
        mean = self.mean(now)
        return next(tier for tier, bound in FROM.items() if mean >= bound)

    def answers_to_rise(self, now: float) -> tuple[Tier, int] | None:
        """The next tier up, and how many answered introductions lead there; None at the top."""
        a, b = self._beta(now)
        above = [(tier, bound) for tier, bound in FROM.items() if bound > a / (a + b)]
        if not above:
            return None
        tier, bound = above[-1]
        return tier, math.ceil((bound * (a + b) - a) / (1.0 - bound) - 1e-9)

    def quiet_until(self, now: float) -> float:
        """When what speaks against the sender has faded to less than a tenth, if nothing more comes; 0.0 when it
        already has."""
        bad = self._beta(now)[1] - PRIOR
        return now + math.log2(bad / 0.1) * HALF_LIFE_SECONDS if bad > 0.1 else 0.0

    def _fade(self, now: float) -> float:
        return math.exp2(-max(0.0, now - self.at) / HALF_LIFE_SECONDS) if self.at else 1.0

    def _beta(self, now: float) -> tuple[float, float]:
        fade = self._fade(now)
        return PRIOR + self.good * fade, PRIOR + self.bad * fade


def beta_quantile(share: float, a: float, b: float) -> float:
    """Where the Beta(a, b) distribution has `share` of its mass below, to 1e-9, by bisection."""
    low, high = 0.0, 1.0
    while high - low > 1e-9:
        middle = (low + high) / 2.0
        if beta_below(middle, a, b) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def beta_below(x: float, a: float, b: float) -> float:
    """I_x(a, b), the regularised incomplete beta function: the mass of Beta(a, b) below `x`, for a, b > 0.

    NIST Digital Library of Mathematical Functions, 8.17.22: a continued fraction that converges fast for
    x < (a + 1) / (a + b + 2); beyond it by the symmetry I_x(a, b) = 1 - I_{1-x}(b, a) (8.17.4).
    """
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - beta_below(1.0 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    # Evaluated from its tail: 200 terms are far more than a, b up to thousands need.
    fraction = 1.0
    for term in range(200, 0, -1):
        m = term // 2
        if term % 2:
            d = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            d = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        fraction = 1.0 + d / fraction
    return front / (a * fraction)
