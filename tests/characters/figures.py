"""The figures: one line for each hand, and what the honest ones suffered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.characters.chronicle import Chronicle, Tally

HEAD = ("who", "messages", "passed", "waited", "median wait", "longest", "refused", "strangers", "because")


def table(chronicle: Chronicle) -> Iterator[str]:
    """A table in Markdown; `refused` counts who was told no at once, or waited until his sender gave up."""
    yield f"| {' | '.join(HEAD)} |"
    yield "|---|" + "---:|" * (len(HEAD) - 2) + "---|"
    for tally in chronicle.tallies.values():
        yield (
            f"| {tally.hand.name} | {tally.tried:,} | {tally.passed:,} | {len(tally.delays_seconds):,} | "
            f"{_hours(tally.delay_median_hours)} | {_hours(tally.delay_most_hours)} | {tally.refused:,} | "
            f"{len(tally.strangers):,} | {_because(tally)} |"
        )
    yield ""
    yield "| account | reputation: first, least, last | messages an hour: least, most | new people at once |"
    yield "|---|---|---|---|"
    for account, samples in chronicle.samples.items():
        means = [one.reputation for one in samples]
        hourly = [one.messages_per_hour for one in samples]
        room = [one.credit_capacity for one in samples]
        yield (
            f"| {account} | {means[0]:.2f}, {min(means):.2f}, {means[-1]:.2f} | {min(hourly):.0f}, {max(hourly):.0f} | "
            f"{min(room):.0f}, {max(room):.0f} |"
        )


def facts_of(chronicle: Chronicle) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "who": tally.hand.name,
            "honest": tally.hand.honest,
            "tried": tally.tried,
            "passed": tally.passed,
            "at_once": tally.at_once,
            "recipients": tally.recipients,
            "waited": len(tally.delays_seconds),
            "delay_median_hours": round(tally.delay_median_hours, 2),
            "delay_most_hours": round(tally.delay_most_hours, 2),
            "refused": tally.refused,
            "discarded": tally.discarded,
            "strangers": len(tally.strangers),
            "waited_for": dict(tally.waited_for),
            "refused_for": dict(tally.refused_for),
            "notices": chronicle.notices.get(tally.hand.account, 0),
        }
        for tally in chronicle.tallies.values()
    ]


def _because(tally: Tally) -> str:
    waited = [f"waited for {because} {number:,}" for because, number in tally.waited_for.most_common(2)]
    refused = [f"refused for {because} {number:,}" for because, number in tally.refused_for.most_common(2)]
    return "; ".join(waited + refused)


def _hours(hours: float) -> str:
    if not hours:
        return ""
    return f"{hours * 60:.0f} min" if hours < 2 else f"{hours:.1f} h"
