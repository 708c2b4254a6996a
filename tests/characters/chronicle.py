"""The chronicle: what happened to each character's mail, and how each account stood over time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import Any

HOUR = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who wrote: a character's name and account. `honest` mail is what the product must not hinder."""

    name: str
    account: str
    honest: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """How an account stood at one moment, out of what `gatekeeper sender --json` prints."""

    at: float
    reputation: float
    tier: str
    messages_per_hour: float
    messages_per_day: float
    credit_capacity: float
    credit_balance: float
    is_frozen: bool

    @classmethod
    def of(cls, now: float, facts: dict[str, Any]) -> Sample:
        limits = {one["name"]: one["limit"] for one in facts["rates"] if one["whose"] == "sender"}
        return cls(
            at=now,
            reputation=facts["reputation"]["mean"],
            tier=facts["tier"],
            messages_per_hour=limits["messages_per_hour"],
            messages_per_day=limits["messages_per_day"],
            credit_capacity=facts["credits"]["capacity"],
            credit_balance=facts["credits"]["balance"],
            is_frozen=facts["frozen_until"] is not None,
        )


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of one hand's messages."""

    hand: Hand
    tried: int = 0
    passed: int = 0
    at_once: int = 0
    recipients: int = 0
    refused: int = 0
    discarded: int = 0
    delays_seconds: list[float] = field(default_factory=list)
    """Of the messages that waited and passed."""
    waited_for: Counter[str] = field(default_factory=Counter)
    """Messages by what they were first told to wait for."""
    refused_for: Counter[str] = field(default_factory=Counter)
    strangers: set[str] = field(default_factory=set)
    """Who got mail from him and had neither written to him nor signed up."""
    reached: list[tuple[float, int]] = field(default_factory=list)
    """When a message passed, and how many it reached."""
    frozen_at: float = 0.0
    """When he was first told to wait for the takeover guard."""
    first_tried: float = 0.0

    @property
    def delay_median_hours(self) -> float:
        return median(self.delays_seconds) / HOUR if self.delays_seconds else 0.0

    @property
    def delay_most_hours(self) -> float:
        return max(self.delays_seconds, default=0.0) / HOUR


@dataclass(slots=True, kw_only=True)
class Chronicle:
    """All of it. `tallies` by hand, `samples` by account."""

    tallies: dict[Hand, Tally] = field(default_factory=dict)
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    notices: dict[str, int] = field(default_factory=dict)
    """Mails that told an account (or the admin) that something waits."""

    @property
    def accounts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hand.account for hand in self.tallies))

    def begin(self, hand: Hand) -> None:
        self.tallies[hand] = Tally(hand=hand)

    def tried(self, hand: Hand, now: float) -> None:
        tally = self.tallies[hand]
        tally.tried += 1
        tally.first_tried = tally.first_tried or now

    def passed(self, hand: Hand, now: float, delay: float, recipients: int, strangers: list[str]) -> None:
        tally = self.tallies[hand]
        tally.passed += 1
        tally.recipients += recipients
        tally.strangers.update(strangers)
        tally.reached.append((now, recipients))
        if delay:
            tally.delays_seconds.append(delay)
        else:
            tally.at_once += 1

    def told_to_wait(self, hand: Hand, now: float, because: str, *, first: bool) -> None:
        tally = self.tallies[hand]
        if first:
            tally.waited_for[because] += 1
        if because == "frozen":
            tally.frozen_at = tally.frozen_at or now

    def refused(self, hand: Hand, now: float, because: str) -> None:
        self.tallies[hand].refused += 1
        self.tallies[hand].refused_for[because] += 1

    def discarded(self, hand: Hand) -> None:
        """An admin has thrown away what still waited."""
        self.tallies[hand].discarded += 1
