"""Figures: what a trial comes to, as shares with their uncertainty, delays, and the reach of the blasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np

from gatekeeper.backtest.blast import Style
from gatekeeper.backtest.replay import Fate, Outcome
from gatekeeper.backtest.trial import Run, Trial
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because

SMALL_RECIPIENTS = 3
"""A message to so few is somebody's letter: refusing it is the worst that can happen."""

BOOTSTRAPS = 2_000
INTERVAL_SEED = 4_711
DAY_SECONDS = 86_400.0
AGES = (("0-30", 0.0, 30.0), ("30-60", 30.0, 60.0), ("60-90", 60.0, 90.0), ("90+", 90.0, float("inf")))
"""The ages of a site that starts empty, in days (model.md, Whose mail, and where it starts)."""


def share(outcomes: Sequence[Outcome], counts: Callable[[Outcome], bool] = lambda one: one.refused) -> float:
    """The share of messages for which `counts`, 0.0 of none."""
    return sum(map(counts, outcomes)) / len(outcomes) if outcomes else 0.0


def small(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return [one for one in outcomes if len(one.letter.recipients) <= SMALL_RECIPIENTS]


def interval(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """The 95% interval of the refused share, by drawing senders (not messages) with replacement.

    One sender's refusals come together, so messages are no independent draws.
    """
    if not outcomes:
        return 0.0, 0.0
    senders: dict[str, list[int]] = {}
    for one in outcomes:
        counted = senders.setdefault(one.letter.author, [0, 0])
        counted[0] += 1
        counted[1] += one.refused
    counts = np.array(list(senders.values()), dtype=np.int64)
    generator = np.random.default_rng(INTERVAL_SEED)
    drawn = generator.multinomial(len(counts), np.full(len(counts), 1.0 / len(counts)), size=BOOTSTRAPS)
    sums = drawn @ counts
    low, high = np.percentile(sums[:, 1] / np.maximum(sums[:, 0], 1), (2.5, 97.5))
    return float(low), float(high)


def delays(outcomes: Iterable[Outcome]) -> dict[str, float] | None:
    """The median, the 90th percentile and the longest delay in seconds; None when nothing waited."""
    waited = [one.delay_seconds for one in outcomes]
    if not waited:
        return None
    median, p90 = np.percentile(waited, (50, 90))
    return {"median": float(median), "p90": float(p90), "most": float(max(waited))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What the blasts of one style came to. `protected` is P = 1 - K / all, the mean over the blasts."""

    runs: int
    reach_median: float
    reach_p90: float
    protected: float
    possible_median: float

    def as_facts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def reach(runs: Sequence[Run]) -> Reach:
    """K and P of the blasts in `runs`; of none, nothing is reached."""
    if not runs:
        return Reach(runs=0, reach_median=0.0, reach_p90=0.0, protected=1.0, possible_median=0.0)
    got = [run.reach for run in runs]
    possible = [run.possible for run in runs]
    return Reach(
        runs=len(runs),
        reach_median=float(np.median(got)),
        reach_p90=float(np.percentile(got, 90)),
        protected=float(np.mean([1.0 - run.reach / run.possible for run in runs if run.possible])),
        possible_median=float(np.median(possible)),
    )


def reaches(trial: Trial, kind: Kind) -> dict[str, Any]:
    """The reach of each style that was run as `kind`."""
    found = {style: trial.runs[kind, style] for style in Style if (kind, style) in trial.runs}
    return {style.value: reach(runs).as_facts() for style, runs in found.items()}


def genuine(trial: Trial) -> dict[str, Any]:
    """What became of the genuine mail: counts are messages, `fr` and `fr_small` shares of them."""
    outcomes = trial.outcomes
    few = small(outcomes)
    paused, deferred = [o for o in outcomes if o.paused], [o for o in outcomes if o.deferred]
    return {
        "judged": len(outcomes),
        "refused": sum(one.refused for one in outcomes),
        "fr": share(outcomes),
        "fr_interval": interval(outcomes),
        "fr_small": share(few),
        "fr_small_interval": interval(few),
        "small": len(few),
        "held": sum(one.fate == "held" for one in outcomes),
        "deferred": len(deferred),
        "deferred_seconds": delays(deferred),
        "paused": len(paused),
        "paused_seconds": delays(paused),
        "deliveries_by_stage": deliveries_by_stage(outcomes),
    }


def deliveries_by_stage(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """To how many recipients the mail that was delivered went, by what each was to its sender then."""
    reached = Counter(
        one.stage
        for outcome in outcomes
        if outcome.fate is Fate.DELIVERED
        for one in outcome.verdict.recipients
        if one.because not in {Because.INTERNAL, Because.EXEMPT}
    )
    return {str(stage): reached[stage] for stage in Stage}


def by_age(trial: Trial) -> dict[str, Any]:
    """The figures of a site that started empty, by its age in days."""
    if not trial.outcomes:
        return {}
    start = trial.outcomes[0].letter.at
    found = {}
    for name, least, most in AGES:
        outcomes = [o for o in trial.outcomes if least * DAY_SECONDS <= o.letter.at - start < most * DAY_SECONDS]
        found[name] = {
            "judged": len(outcomes),
            "refused": sum(one.refused for one in outcomes),
            "fr": share(outcomes),
            "fr_small": share(small(outcomes)),
            "deferred": sum(one.deferred for one in outcomes),
            "paused": sum(one.paused for one in outcomes),
        }
    return found


def refusals(trial: Trial) -> list[dict[str, Any]]:
    """Every genuine message that was refused, to be read by hand: real mail contains real blasts."""
    return [
        {
            "time": moment(one.letter.at),
            "sender": one.letter.author,
            "recipients": len(one.letter.recipients),
            "subject": one.letter.subject,
            "kind": one.verdict.kind.value,
            "fate": one.fate.value,
            "reasons": reasons(one),
        }
        for one in trial.outcomes
        if one.refused
    ]


def reasons(outcome: Outcome) -> list[str]:
    """Why, in the words of the ledger."""
    found = [one.because.value for one in outcome.verdict.reasons if one.enforced]
    return found or sorted(because.value for because in outcome.waited_for)


def differences(one: Trial, other: Trial) -> list[dict[str, Any]]:
    """The messages that two policies treat differently, in time order."""
    found = []
    for ours, theirs in zip(one.outcomes, other.outcomes, strict=True):
        if (ours.fate, ours.paused, ours.deferred) == (theirs.fate, theirs.paused, theirs.deferred):
            continue
        found.append(
            {
                "time": moment(ours.letter.at),
                "sender": ours.letter.author,
                "recipients": len(ours.letter.recipients),
                "subject": ours.letter.subject,
                "policy": {"fate": ours.fate.value, "delay_seconds": ours.delay_seconds, "reasons": reasons(ours)},
                "other": {"fate": theirs.fate.value, "delay_seconds": theirs.delay_seconds, "reasons": reasons(theirs)},
            }
        )
    return found


def moment(at: float) -> str:
    """A time for people and programs: ISO 8601, UTC."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")
