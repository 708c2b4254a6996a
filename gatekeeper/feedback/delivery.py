"""A delivery: what became of a mail, as those who tried to deliver it, or who got it, report it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """RFC 3464 2.3.3 in three words: given up, still trying, and arrived (delivered, relayed, expanded)."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"


NO_SUCH_ADDRESS = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
"""RFC 3463 3.2 and RFC 7505 4.2: the mailbox, its domain or its form is wrong; it has moved; it takes no mail."""


def is_nonexistent(status: str) -> bool:
    """Whether an RFC 3463 status says that there is no such address."""
    return status in NO_SUCH_ADDRESS


def is_hard(status: str) -> bool:
    """Whether a status speaks of the address, and for good. A full mailbox (5.2.2), a message too big (5.3.4) or
    an unwelcome content (5.7.1) says nothing about whether the sender knew the address."""
    return status.startswith(("5.0.", "5.1.")) or status in {"5.2.1", "5.4.4"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one recipient. `status` is an RFC 3463 code such as "5.1.1".

    `recipient` is the address the reporting system tried, `original` the one the sender wrote to where the
    report tells both ("" else): canonical forms.
    """

    recipient: str
    status: str
    outcome: Outcome
    original: str = ""

    @property
    def permanent(self) -> bool:
        """The address does not work, as against "not this time": given up, and a 5.x.x status."""
        return self.outcome is Outcome.FAILED and self.status[:1] == "5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A report on deliveries. `original_id` is the Message-ID of the mail it is about, "" where it does not say."""

    results: tuple[Result, ...]
    original_id: str = ""
    original_sender: str = ""
    gate_id: str = ""
    """The Gatekeeper-Id of the returned header."""

    @property
    def permanent(self) -> bool:
        return any(result.permanent for result in self.results)

    @property
    def status(self) -> str:
        """The first permanent status, else the first."""
        for result in self.results:
            if result.permanent:
                return result.status
        return self.results[0].status if self.results else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A recipient told his provider that he does not want this mail (RFC 5965 3.1, 3.2).

    `recipients` are the addresses that complained, () where the provider hides them. `kind` is the
    Feedback-Type.
    """

    kind: str
    recipients: tuple[str, ...]
    original_id: str = ""
    original_sender: str = ""
    gate_id: str = ""

    @property
    def by_a_person(self) -> bool:
        """An authentication failure report (RFC 6591) comes in the same form, but nobody complained."""
        return self.kind not in ("auth-failure", "dmarc", "not-spam", "virus")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A read receipt (RFC 8098 3.2): a machine's answer, whatever the person did."""

    recipient: str
    original_id: str = ""
