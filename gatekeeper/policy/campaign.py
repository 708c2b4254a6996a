"""Campaigns: the same content to many people who never wrote, however it is split; sums over distinct persons.

Why sums and not one message: no classifier of one message suffices (the best single feature catches 0-52% of
blasts at 1% false positives on real mail), while the sum of strangers reached with one content tells a blast
from a circle of friends at 0.04% (model.md).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from gatekeeper.policy.relation import Relation
from gatekeeper.policy.terms import DAY_SECONDS, CampaignTerms

MOST_CO_RECIPIENTS = 50
"""Beyond so many the group factor is 1: neither computed nor stored."""

PERSONS_KEPT_FACTOR = 6.0
"""A campaign stops growing in memory at this multiple of its limit: it has tripped long before."""


class Scope(StrEnum):
    """Whose sum it is."""

    SENDER = "sender"
    DOMAIN = "domain"
    CLIENT = "client"


@dataclass(slots=True, kw_only=True)
class Campaign:
    """One content in one scope. `persons` maps an address to the weight and the time of the first attempt."""

    id: int
    scope: str
    """The scope's key: "sender:anna@example.org", "domain:example.org", "client:192.0.2.7"."""
    started: float
    last: float
    text: bytes = b""
    tokens: frozenset[int] = frozenset()
    links: frozenset[int] = frozenset()
    persons: dict[str, tuple[float, float]] = field(default_factory=dict)
    tripped: float = 0.0
    """When its sum first went over the limit, 0.0 before."""

    def weight(self, now: float, terms: CampaignTerms) -> float:
        """The sum of w over distinct persons attempted inside the window."""
        horizon = now - terms.window_days * DAY_SECONDS
        return sum(weight for weight, at in self.persons.values() if at > horizon)

    def count(self, now: float, terms: CampaignTerms) -> int:
        """How many persons the window holds."""
        horizon = now - terms.window_days * DAY_SECONDS
        return sum(1 for _, at in self.persons.values() if at > horizon)

    def has(self, person: str, now: float, terms: CampaignTerms) -> bool:
        known = self.persons.get(person)
        return known is not None and known[1] > now - terms.window_days * DAY_SECONDS


def stranger_share(relation: Relation | None, wrote: bool, terms: CampaignTerms) -> float:
    """x of model.md: 0 for who has written, 1 for a stranger, fading with deliveries that stayed unanswered.

    Who was written to before without an answer is less of a stranger than a new address, and still not a
    friend: one's own mail shows nothing about the other.
    """
    if wrote:
        return 0.0
    if relation is None or relation.unanswered < 1:
        return 1.0
    faded = terms.unanswered_start * terms.unanswered_factor ** (relation.unanswered - 1)
    return max(terms.unanswered_floor, faded)


def group_factor(known_together: int, co_recipients: int, terms: CampaignTerms) -> float:
    """m of model.md. `known_together` of the `co_recipients` were addressed together with this person by at
    least two others; people who form a group are not a random address book."""
    if co_recipients > MOST_CO_RECIPIENTS:
        return 1.0
    share = known_together / co_recipients if co_recipients else 0.0
    return min(1.0, max(terms.group_floor, (1.0 - share) / terms.group_share))


def added_weight(
    campaign: Campaign | None, weights: Collection[tuple[str, float]], now: float, terms: CampaignTerms
) -> float:
    """How much `weights` (person, w) would add to the campaign's sum: each person once."""
    if campaign is None:
        return sum(weight for _, weight in weights)
    return sum(weight for person, weight in weights if not campaign.has(person, now, terms))
