"""What is remembered of single messages and people, besides relations and senders: small records that never change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardMessage:
    """A message that came in for an account: who wrote it and who else got it."""

    author: str
    people: tuple[str, ...]
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person chose for himself: yes or no, when, on whose record, and whether it was confirmed."""

    yes: bool
    at: float
    source: str
    confirmed: bool
    until: float = 0.0
    """When an admin's no ends, 0.0 for never."""

    def holds(self, now: float) -> bool:
        return not self.until or now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Whose a further address is (see `store.aliases`): by an admin's word, or learnt where `author` is ""."""

    account: str
    at: float
    author: str
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayed:
    """A message that was let through: whose it was, and for whom."""

    sender: str
    recipients: tuple[str, ...]
