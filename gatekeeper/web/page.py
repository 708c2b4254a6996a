"""A why page's content: what a reply's link shows. No scores, nobody else's data, and addresses for the sender only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gatekeeper.policy.verdict import Ruling
from gatekeeper.store.ledger import Entry
from gatekeeper.web.circles import Drawing
from gatekeeper.web.people import Group


class Fate(StrEnum):
    """What became of the message: the outcome comes first."""

    NOT_SENT = "Not sent"
    WAITING = "Waiting"
    SENT = "Sent"
    PARTLY_SENT = "Partly sent"


def fate_of(found: Entry) -> Fate:
    """What became of a message of the ledger."""
    match found.verdict.ruling:
        case Ruling.ACCEPT:
            return Fate.SENT
        case Ruling.REFUSE:
            return Fate.PARTLY_SENT if found.outcome == "sent" else Fate.NOT_SENT
        case Ruling.DEFER | Ruling.HOLD:
            return Fate.WAITING


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
    chart: Drawing
    """The chart of the policy in force, with this message's cells marked."""
    can_prove: bool = False
    """Whether a link to the people can be mailed to the sender."""
    groups: tuple[Group, ...] = ()
    """Whom it was for; empty unless the reader has proved to be the sender."""
    help_contact: str = ""
    signup_url: str = ""
    message_id: str = ""
    """The id in `gatekeeper explain ID`: what the helper needs, and says nothing to others."""


Why = Callable[[str, str], "WhyPage | None"]
"""The page of a token, and of the seal that its sender was sent or ""; None for what never was or is over. Called in
a thread: it may ask the store."""

Prove = Callable[[str], bool]
"""Mails the seal to the sender of a token's message; False for a token that never was or is over. In a thread, too."""
