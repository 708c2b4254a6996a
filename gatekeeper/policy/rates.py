"""Rates: messages, recipients and new contacts an hour and a day, by GCRA, scaled by reputation within bounds.

The generic cell rate algorithm (ITU-T I.371) keeps one time per limit, the theoretical arrival time: the bucket
is full when it lies in the past, empty when it lies a whole period ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gatekeeper.policy.reputation import Standing
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, HOUR_SECONDS, RateLimits, RateTerms
from gatekeeper.values import value


class MeterName(StrEnum):
    """Whose rate it is."""

    SENDER = "sender"
    DOMAIN = "domain"
    CLIENT = "client"
    SERVICE = "service"
    CONSENTED = "consented"


@dataclass(slots=True, kw_only=True)
class Buckets:
    """The arrival times of what is no sender; the attributes are called as `Sender`'s."""

    messages_hour: float = 0.0
    recipients_hour: float = 0.0
    contacts_hour: float = 0.0
    messages_day: float = 0.0
    recipients_day: float = 0.0
    contacts_day: float = 0.0


@value
class Meter:
    """Limits, how many times as high they are now, and where the times are kept."""

    name: MeterName
    buckets: Sender | Buckets
    limits: RateLimits
    scale: float = 1.0


@value
class Load:
    """What a message takes."""

    messages: int = 1
    recipients: int = 1
    contacts: int = 0


@value
class Rate:
    """One limit as it stands now. `left` is what passes at once, `full_at` when all of it is back."""

    name: str
    limit: float
    left: float
    full_at: float
    until: float
    """When the message at hand would pass; now or earlier when it passes."""
    whose: MeterName = MeterName.SENDER


def scale_of(sender: Sender, now: float, terms: RateTerms, *, factor: float = 1.0, site_since: float = 0.0) -> float:
    """How many times as high the sender's rates are as the policy writes them: by reputation within the policy's
    bounds, in a cold start `factor` times, and less in the first days of an account at an old site."""
    scale = scale_by_reputation(sender.standing, now, terms) * factor
    # Another worker may have seen him first a moment after this message came in.
    age = max(0.0, now - sender.first_seen) / DAY_SECONDS if sender.first_seen else 0.0
    warm_up = terms.warm_up_days
    is_newcomer = site_since and (sender.first_seen or now) - site_since > warm_up * DAY_SECONDS
    if age < warm_up and is_newcomer and not sender.has_partial_history:
        scale *= terms.warm_up_share + (1.0 - terms.warm_up_share) * age / warm_up
    return scale


def scale_by_reputation(standing: Standing, now: float, terms: RateTerms) -> float:
    """g of model.md: twice the mean, within the policy's bounds."""
    return min(terms.reputation_most, max(terms.reputation_least, 2.0 * standing.mean(now)))


def own(sender: Sender, now: float, terms: RateTerms, *, factor: float = 1.0, site_since: float = 0.0) -> Meter:
    """The sender's own rates."""
    scale = scale_of(sender, now, terms, factor=factor, site_since=site_since)
    return Meter(name=MeterName.SENDER, buckets=sender, limits=terms, scale=scale)


def standing(
    sender: Sender, now: float, terms: RateTerms, *, recipients: int = 1, factor: float = 1.0, site_since: float = 0.0
) -> tuple[Rate, ...]:
    """Every rate of `sender` as it stands at `now`, for a message to `recipients` people."""
    meter = own(sender, now, terms, factor=factor, site_since=site_since)
    return tuple(readings(meter, now, Load(recipients=recipients)))


def readings(meter: Meter, now: float, load: Load) -> Iterator[Rate]:
    """Each limit of `meter` as it stands at `now`, for a message that takes `load`."""
    for name, attribute, period, unit, base in meter.limits.set_ones:
        limit = _limit(base, meter.scale)
        interval = period / limit
        arrival = max(getattr(meter.buckets, attribute), now)
        # A message larger than the whole limit passes when the bucket is full: it must be sendable at all.
        cost = min(float(getattr(load, unit)), limit)
        yield Rate(
            name=name,
            limit=limit,
            left=max(0.0, (period - (arrival - now) + 1e-6) // interval),
            full_at=arrival,
            until=arrival + cost * interval - period if cost else now,
            whose=meter.name,
        )


def over(
    sender: Sender,
    now: float,
    terms: RateTerms,
    *,
    recipients: int,
    contacts: int = 0,
    factor: float = 1.0,
    site_since: float = 0.0,
) -> Rate | None:
    """The own rate that this message must wait for longest, None when it passes all of them."""
    if is_full(sender, now):
        return None
    meter = own(sender, now, terms, factor=factor, site_since=site_since)
    return longest((meter,), now, Load(recipients=recipients, contacts=contacts))


def longest(meters: Sequence[Meter], now: float, load: Load) -> Rate | None:
    """The rate among `meters` that `load` must wait for longest, None when it passes all of them."""
    late = [
        rate
        for meter in meters
        if _is_late(meter, now, load)
        for rate in readings(meter, now, load)
        if rate.until > now + 1e-6
    ]
    return max(late, key=lambda rate: rate.until) if late else None


def _is_late(meter: Meter, now: float, load: Load) -> bool:
    """Whether any rate of `meter` has to be waited for: as `readings` reckons, for one in a thousand messages."""
    for _, attribute, period, unit, base in meter.limits.set_ones:
        limit = _limit(base, meter.scale)
        cost = min(float(getattr(load, unit)), limit)
        if cost and max(getattr(meter.buckets, attribute), now) + cost * (period / limit) - period > now + 1e-6:
            return True
    return False


def spend(sender: Sender, now: float, terms: RateTerms, *, recipients: int, factor: float = 1.0) -> None:
    """Take a message to `recipients` people out of the sender's own rates."""
    take(own(sender, now, terms, factor=factor), now, Load(recipients=recipients))


def take(meter: Meter, now: float, load: Load) -> None:
    """Take `load` out of every rate of `meter`."""
    for _, attribute, period, unit, base in meter.limits.set_ones:
        amount = getattr(load, unit)
        if amount:
            limit = _limit(base, meter.scale)
            arrival = max(getattr(meter.buckets, attribute), now)
            setattr(meter.buckets, attribute, arrival + min(float(amount), limit) * period / limit)


def give_back(meter: Meter, load: Load) -> None:
    """What the next hop did not take: an outage and its retries must not use up anybody's day."""
    for _, attribute, period, unit, base in meter.limits.set_ones:
        amount = getattr(load, unit)
        if amount:
            limit = _limit(base, meter.scale)
            arrival = getattr(meter.buckets, attribute) - min(float(amount), limit) * period / limit
            setattr(meter.buckets, attribute, max(0.0, arrival))


def ceiling(meter: Meter, now: float, terms: RateTerms, load: Load) -> Rate | None:
    """The ceiling that this attempt is over. What a mail program or a robot tries again and again is not slowed
    by being told to wait; beyond so many times the hourly limit it is refused."""
    sender = meter.buckets
    if not terms.ceiling_times or not isinstance(sender, Sender):
        return None
    for name, attribute, unit in _TRIED:
        base = getattr(terms, name)
        if base:
            limit = _limit(base, meter.scale * terms.ceiling_times)
            arrival = max(getattr(sender, attribute), now)
            until = arrival + min(float(getattr(load, unit)), limit) * HOUR_SECONDS / limit - HOUR_SECONDS
            if until > now + 1e-6:
                return Rate(name=name, limit=limit, left=0.0, full_at=arrival, until=until)
    return None


def attempt(meter: Meter, now: float, terms: RateTerms, load: Load) -> None:
    """Count an attempt towards the ceiling, whatever becomes of it."""
    sender = meter.buckets
    if terms.ceiling_times and isinstance(sender, Sender):
        for name, attribute, unit in _TRIED:
            base = getattr(terms, name)
            if base:
                limit = _limit(base, meter.scale * terms.ceiling_times)
                arrival = max(getattr(sender, attribute), now)
                # No higher than the ceiling and a little: who stops is free again within the hour.
                most = now + HOUR_SECONDS * 1.05
                cost = min(float(getattr(load, unit)), limit) * HOUR_SECONDS / limit
                setattr(sender, attribute, min(most, arrival + cost))


_TRIED = (
    ("messages_per_hour", "tried_messages", "messages"),
    ("recipients_per_hour", "tried_recipients", "recipients"),
)


def _limit(base: int, scale: float) -> float:
    return max(1.0, float(int(base * scale)))


def is_full(sender: Sender, now: float) -> bool:
    """Whether every bucket of the sender's own is full."""
    return (
        max(
            sender.messages_hour,
            sender.recipients_hour,
            sender.contacts_hour,
            sender.messages_day,
            sender.recipients_day,
            sender.contacts_day,
        )
        <= now
    )
