"""Introduction credits: a person may always write to a few new people, and learns more room by being answered."""

from __future__ import annotations

from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, CreditTerms
from gatekeeper.values import value

UNIT = 6.0
"""What a person with h = 1 may hold; h is measured in it (model.md, Introduction credits)."""


@value
class Account:
    """A sender's credits at one moment."""

    balance: float
    capacity: float
    refill_per_second: float

    def passes(self, cost: float) -> bool:
        """A mail passes while the balance is at least min(cost, 1); it may go into debt, at most the capacity."""
        return cost <= 0.0 or self.balance >= self._needed(cost) - 1e-9

    def wait_seconds(self, cost: float) -> float:
        """How long until `cost` passes; infinite when it never will."""
        needed = self._needed(cost)
        if needed <= self.balance:
            return 0.0
        if needed > self.capacity or not self.refill_per_second:
            return float("inf")
        return (needed - self.balance) / self.refill_per_second

    def _needed(self, cost: float) -> float:
        return max(min(cost, 1.0), cost - self.capacity)


def account(sender: Sender, now: float, terms: CreditTerms, factor: float = 1.0) -> Account:
    """The credits of `sender` at `now`. `factor` is the cold start's.

    h is learnt from the most the sender spent in any 30 of the last 180 days, so that who normally meets many
    people is not stopped by a number made for others.
    """
    h = min(terms.most_h, max(1.0, sender.most_spent(now) / UNIT))
    since = min((moment for moment in (sender.first_seen, sender.sent_first) if moment), default=now)
    if now - since < terms.newcomer_days * DAY_SECONDS:
        h = max(h, terms.newcomer_h)
    capacity = terms.capacity * h * factor
    refill = terms.refill_per_day * h * factor / DAY_SECONDS
    if not sender.balance_at:
        balance = capacity
    else:
        balance = min(capacity, sender.balance + max(0.0, now - sender.balance_at) * refill)
    return Account(balance=balance, capacity=capacity, refill_per_second=refill)


def charge(sender: Sender, cost: float, now: float, terms: CreditTerms, factor: float = 1.0) -> None:
    """Spend `cost`, kept in the day's spending."""
    held = account(sender, now, terms, factor)
    sender.balance = min(held.capacity, held.balance - cost)
    sender.balance_at = now
    day = int(now // DAY_SECONDS)
    sender.spent[day] = max(0.0, sender.spent.get(day, 0.0) + cost)


def refund(sender: Sender, amount: float, now: float, terms: CreditTerms, factor: float = 1.0) -> None:
    """An introduction was answered: `amount` comes back, up to the capacity; what was spent stays spent."""
    held = account(sender, now, terms, factor)
    if sender.balance_at and sender.balance >= held.capacity:
        # The cold start has allowed more than this capacity: what comes back must not take that away.
        return
    sender.balance = min(held.capacity, held.balance + amount)
    sender.balance_at = now


def give_back(sender: Sender, cost: float, now: float, terms: CreditTerms) -> None:
    """The mail was not delivered after all: it cost nothing, and shows nothing about what the sender needs."""
    refund(sender, cost, now, terms)
    day = int(now // DAY_SECONDS)
    sender.spent[day] = max(0.0, sender.spent.get(day, 0.0) - cost)
