"""Rates: messages and recipients an hour and a day for one sender, by GCRA, scaled by reputation.

The generic cell rate algorithm (ITU-T I.371) keeps one time per limit, the theoretical arrival time: the bucket
is full when it lies in the past, empty when it lies a whole period ahead.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import RateTerms

HOUR_SECONDS = 3600.0
DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One limit as it stands for a sender now. `left` is what passes at once, `full_at` when all of it is back."""

    name: str
    limit: float
    left: float
    full_at: float
    until: float
    """When the message at hand would pass; now or earlier when it passes."""


_LIMITS = (
    ("messages_per_hour", "messages_hour", HOUR_SECONDS, False),
    ("recipients_per_hour", "recipients_hour", HOUR_SECONDS, True),
    ("messages_per_day", "messages_day", DAY_SECONDS, False),
    ("recipients_per_day", "recipients_day", DAY_SECONDS, True),
)


def standing(
    sender: Sender, now: float, terms: RateTerms, *, recipients: int = 1, factor: float = 1.0
) -> tuple[Rate, ...]:
    """Every rate of `sender` as it stands at `now`, for a message to `recipients` people."""
    found = []
    scale = sender.standing.factor(now) * factor
    for name, attribute, period, by_recipient in _LIMITS:
        base = getattr(terms, name)
        if not base:
            continue
        limit = max(1.0, float(int(base * scale)))
        interval = period / limit
        arrival = max(getattr(sender, attribute), now)
        # A message larger than the whole limit passes when the bucket is full: it must be sendable at all.
        cost = min(float(recipients) if by_recipient else 1.0, limit)
        found.append(
            Rate(
                name=name,
                limit=limit,
                left=max(0.0, (period - (arrival - now)) // interval),
                full_at=arrival,
                until=arrival + cost * interval - period,
            )
        )
    return tuple(found)


def over(sender: Sender, now: float, terms: RateTerms, *, recipients: int, factor: float = 1.0) -> Rate | None:
    """The rate that this message must wait for longest, None when it passes all of them."""
    if max(sender.messages_hour, sender.recipients_hour, sender.messages_day, sender.recipients_day) <= now and (
        recipients <= 1
    ):
        return None  # every bucket is full
    late = [
        rate for rate in standing(sender, now, terms, recipients=recipients, factor=factor) if rate.until > now + 1e-6
    ]
    return max(late, key=lambda rate: rate.until) if late else None


def spend(sender: Sender, now: float, terms: RateTerms, *, recipients: int, factor: float = 1.0) -> None:
    """Take a message to `recipients` people out of every rate."""
    scale = sender.standing.factor(now) * factor
    for name, attribute, period, by_recipient in _LIMITS:
        base = getattr(terms, name)
        if not base:
            continue
        limit = max(1.0, float(int(base * scale)))
        cost = min(float(recipients) if by_recipient else 1.0, limit)
        setattr(sender, attribute, max(getattr(sender, attribute), now) + cost * period / limit)
