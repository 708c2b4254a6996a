"""The reconciliation: what the client was told against what the next hop has, for every Message-ID."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.load.client import NO_REPLY, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Every number is one of Message-IDs."""

    letters: int
    accepted: int
    deferred: int
    refused: int
    open: int
    """The last attempt had no reply."""
    lost: frozenset[str]
    """The client has a 250, the next hop does not have the message."""
    phantom: frozenset[str]
    """The client was only ever refused, the next hop has it all the same."""
    doubled: frozenset[str]
    """Delivered again although no reply was missing: nobody could excuse that."""
    twice: frozenset[str]
    """Delivered again after a reply that never came: the next hop's 250 fell before the kill, ours did not."""
    spare: frozenset[str]
    """At the next hop, and no client ever sent it."""

    @property
    def is_whole(self) -> bool:
        return not (self.lost or self.phantom or self.doubled or self.spare or self.open)

    def __str__(self) -> str:
        return (
            f"{self.letters} messages: {self.accepted} accepted, {self.deferred} deferred, {self.refused} refused, "
            f"{self.open} open; lost {len(self.lost)}, phantom {len(self.phantom)}, "
            f"duplicates {len(self.doubled)}, twice after a missing reply {len(self.twice)}, "
            f"unknown to the client {len(self.spare)}"
        )


def reconcile(report: Report, delivered: Counter[str]) -> Reconciliation:
    """Compare. An attempt without a reply may or may not have delivered the message; one with a reply tells."""
    lost: set[str] = set()
    phantom: set[str] = set()
    doubled: set[str] = set()
    twice: set[str] = set()
    for id_, codes in report.attempts.items():
        least = sum(code == 250 for code in codes)
        most = least + sum(code == NO_REPLY for code in codes)
        count = delivered[id_]
        if count < least:
            lost.add(id_)
        elif count > most:
            (doubled if most else phantom).add(id_)
        elif count > 1:
            twice.add(id_)
    return Reconciliation(
        letters=len(report.attempts),
        accepted=len(report.codes(200, 300)),
        deferred=len(report.codes(400, 500)),
        refused=len(report.codes(500, 600)),
        open=len(report.codes(-1, 1)),
        lost=frozenset(lost),
        phantom=frozenset(phantom),
        doubled=frozenset(doubled),
        twice=frozenset(twice),
        spare=frozenset(delivered.keys() - report.attempts.keys()),
    )
