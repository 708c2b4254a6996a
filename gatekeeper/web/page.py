"""A why page's content: what a reply's link shows. No addresses, no scores, nobody else's data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Fate(StrEnum):
    """What became of the message: the outcome comes first."""

    NOT_SENT = "Not sent"
    WAITING = "Waiting"
    SENT = "Sent"
    PARTLY_SENT = "Partly sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One figure about the message: "have never written to you", 37 of 52."""

    label: str
    number: int
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """What the page of one verdict says. The sentences are those of the reply and of `explain`.

    `headline` is the deciding reason, `sentences` are further ones; `way_out` what can be done today; `judged_at` and
    `valid_until` carry their time zone; `help_contact` is whom to ask, "" for nobody.
    """

    fate: Fate
    headline: str
    sentences: tuple[str, ...]
    way_out: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    kind: str = ""
    judged_at: datetime
    valid_until: datetime
    help_contact: str = ""
    signup_url: str = ""
    message_id: str = ""
    """The id in `gatekeeper explain ID`: what the helper needs, and says nothing to others."""


Why = Callable[[str], "WhyPage | None"]
"""The page of a token; None for a token that never was or is over. Called in a thread: it may ask the store."""
