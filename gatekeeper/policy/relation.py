"""A relation: what one account here and one contact have shown each other, and the stage that makes.

Plain mutable records: the bench changes thousands of them in one transaction. The arithmetic is exact in any
order of events as long as none is taken back; an undone import is recomputed from the evidence that is left.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from gatekeeper.policy.evidence import Proof
from gatekeeper.policy.terms import StageTerms


class Stage(StrEnum):
    """How far two people have come: the rows of the chart (model.md, stages)."""

    STRANGER = "stranger"
    KNOWN = "known"
    LIKED = "liked"
    TRUSTED = "trusted"
    CLOSED = "closed"


ADMIN = "admin"
"""Why a contact is closed, where it was an admin's word."""


class Closed(StrEnum):
    """How far a contact is closed for a sender."""

    OPEN = ""
    BULK = "bulk"
    """An unsubscribe: newsletter, bulk and invitation only."""
    ALL = "all"
    """A complaint, a "no", or an admin."""


@dataclass(slots=True)
class Relation:
    """One row for each sender and contact, its fields in the order of the table's columns.

    Times are seconds since 1970 UTC, 0.0 for never; the sums decay with the policy's half-life and are kept as of
    the last event of their kind.
    """

    sender: str
    contact: str
    in_sum: float = 0.0
    in_first: float = 0.0
    in_last: float = 0.0
    claimed_sum: float = 0.0
    claimed_first: float = 0.0
    claimed_last: float = 0.0
    out_sum: float = 0.0
    out_first: float = 0.0
    out_last: float = 0.0
    unanswered: int = 0
    """Deliveries since the contact last wrote."""
    introduced: float = 0.0
    """When somebody this account likes last named the contact in To or Cc."""
    closed: str = Closed.OPEN
    closed_at: float = 0.0
    closed_why: str = ""
    complained: float = 0.0
    allowed_until: float = 0.0
    """An admin vouches for the pair until then."""
    charged: float = 0.0
    """When an introduction credit was last spent on the contact."""
    refunded: bool = False
    invited: str = ""
    """Times of the invitations that passed, the newest eight, as a comma-separated list."""
    invited_total: int = 0
    bulked: str = ""
    """The same for newsletters and bulk mail."""
    is_list: bool = False
    """A mailing list that this account receives, through which authors of two houses have proven themselves: its
    members are reached through it, not one by one."""
    bounced: float = 0.0
    """When the address was first reported not to work, while nothing had ever come from it."""
    closed_until: float = 0.0
    """An admin has closed the contact until then, whatever the evidence says."""

    def hear(self, at: float, proof: Proof, weight: float, half_life_seconds: float) -> None:
        """The contact wrote, as a person. Nothing that is not authenticated or claimed history may call this."""
        if proof is Proof.AUTHENTICATED:
            self.in_sum, self.in_last = add_decayed(self.in_sum, self.in_last, at, weight, half_life_seconds)
            self.in_first = min(self.in_first or at, at)
        else:
            self.claimed_sum, self.claimed_last = add_decayed(
                self.claimed_sum, self.claimed_last, at, weight, half_life_seconds
            )
            self.claimed_first = min(self.claimed_first or at, at)
        if at >= self.out_last:
            self.unanswered = 0
        # Who writes by himself opens the door again (model.md, stages), but only with proof: a forged
        # From must not undo a complaint.
        if proof is Proof.AUTHENTICATED and self.closed and at > self.closed_at and self.closed_why != ADMIN:
            self.closed = Closed.OPEN
            self.closed_why = ""

    def send(self, at: float, half_life_seconds: float) -> None:
        """A mail of the account was delivered to the contact."""
        self.out_sum, self.out_last = add_decayed(self.out_sum, self.out_last, at, 1.0, half_life_seconds)
        if not self.out_first or at < self.out_first:
            self.out_first = at
        if at > self.in_last and at > self.claimed_last:
            self.unanswered += 1

    def close(self, scope: Closed, at: float, why: str) -> None:
        """Close the contact for this account; a narrower scope never weakens a wider one, and what the contact
        wrote by himself since then weighs more, in whatever order the two are learnt."""
        if (self.closed == Closed.ALL and scope is Closed.BULK) or (why != ADMIN and self.in_last > at):
            return
        self.closed, self.closed_at, self.closed_why = scope, at, why

    def stage(self, now: float, terms: StageTerms) -> Stage:
        """The row of the chart for this pair at `now` (model.md, stages)."""
        if (self.closed == Closed.ALL and now >= self.closed_at) or self.closed_until > now:
            return Stage.CLOSED
        heard_sum, heard_first, heard_last = self.in_sum, self.in_first, self.in_last
        if terms.unauthenticated_history == "full" and self.claimed_last:
            # Both sums at the later of the two times.
            latest = max(heard_last, self.claimed_last)
            heard_sum = decayed(heard_sum, heard_last, latest, terms.half_life_seconds) + decayed(
                self.claimed_sum, self.claimed_last, latest, terms.half_life_seconds
            )
            heard_first = min(heard_first or self.claimed_first, self.claimed_first)
            heard_last = latest
        horizon = now - terms.lapse_seconds
        if heard_last > horizon and heard_last > 0.0:
            # An answer is an inbound mail later than a mail of ours: one's own blast completes nothing.
            out_first, out_last = self.out_first, self.out_last
            if not (out_first and heard_last > out_first):
                return Stage.KNOWN
            spread = (out_last if out_last > heard_last else heard_last) - (
                out_first if out_first < heard_first else heard_first
            )
            if spread >= terms.trusted_spread_seconds and not self.complained:
                # Both fade, so that who has not exchanged so much in all never has: most pairs are told without exp2.
                if math.sqrt(heard_sum * self.out_sum) < terms.trusted_exchange:
                    return Stage.LIKED
                heard_now = decayed(heard_sum, heard_last, now, terms.half_life_seconds)
                sent_now = decayed(self.out_sum, out_last, now, terms.half_life_seconds)
                if math.sqrt(heard_now * sent_now) >= terms.trusted_exchange:
                    return Stage.TRUSTED
            return Stage.LIKED
        if self.allowed_until > now:
            return Stage.KNOWN
        if terms.unauthenticated_history != "nothing" and self.claimed_last and self.claimed_last > horizon:
            return Stage.KNOWN
        if self.introduced and now - self.introduced <= terms.introduced_seconds:
            return Stage.KNOWN
        return Stage.STRANGER

    def has_written(self, now: float, terms: StageTerms) -> bool:
        """Whether the contact wrote inside the lapse: then the pair weighs nothing in a campaign."""
        horizon = now - terms.lapse_seconds
        if self.in_last and self.in_last > horizon:
            return True
        return bool(terms.unauthenticated_history != "nothing" and self.claimed_last and self.claimed_last > horizon)

    def heard_last(self, terms: StageTerms) -> float:
        """When the contact last wrote, as far as it counts; 0.0 for never."""
        return max(self.in_last, self.claimed_last if terms.unauthenticated_history != "nothing" else 0.0)

    def lapses_at(self, terms: StageTerms) -> float:
        """When the evidence is too old to count, 0.0 when there is none."""
        last = self.heard_last(terms)
        return last + terms.lapse_seconds if last else 0.0


def decayed(total: float, as_of: float, at: float, half_life_seconds: float) -> float:
    """`total`, known as of `as_of`, seen from `at`. A clock that ran backwards does not make it grow."""
    if not total:
        return 0.0
    return total * math.exp2((as_of - at) / half_life_seconds) if at > as_of else total


def add_decayed(total: float, as_of: float, at: float, weight: float, half_life_seconds: float) -> tuple[float, float]:
    """The sum with one more event, and the time it is as of: the later of the two, so order does not matter."""
    if at >= as_of:
        return decayed(total, as_of, at, half_life_seconds) + weight, at
    return total + weight * math.exp2(-(as_of - at) / half_life_seconds), as_of


def times(text: str) -> tuple[float, ...]:
    """The times kept in `invited` or `bulked`."""
    return tuple(float(part) for part in text.split(",")) if text else ()


def with_time(text: str, at: float, keep: int = 8) -> str:
    """`text` with one more time, the newest `keep` of them."""
    return ",".join(f"{moment:.0f}" for moment in sorted((*times(text), at))[-keep:])
