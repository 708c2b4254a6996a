"""A study printed for people: three tables and the list of refused messages."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from gatekeeper.backtest import figures
from gatekeeper.backtest.blast import MEANING
from gatekeeper.backtest.study import Study
from gatekeeper.backtest.trial import Trial
from gatekeeper.kinds.kind import Kind

MOST_LISTED = 200


def print_study(found: Study, console: Console) -> None:
    """Everything that a reader needs to judge a policy, the figures that matter most first."""
    trial = found.trial
    own = [trial, *([found.other] if found.other else [])]
    archive = found.archive
    console.print(
        f"{len(archive.letters)} messages ({archive.unusable} unusable, {archive.repeated} repeated); "
        f"{len(trial.outcomes)} judged at {len(trial.outcomes) / max(trial.judging_seconds, 1e-9):,.0f} a second, "
        f"replayed at {len(archive.letters) / max(trial.seconds, 1e-9):,.0f}; all in {found.seconds:.0f} s"
    )
    console.print(_genuine_table([*own, *found.baselines]))
    if trial.runs:
        console.print(_reach_table(found, [*own, *found.baselines]))
    console.print(_age_table(found))
    _print_messages(found, console)


def _genuine_table(trials: Sequence[Trial]) -> Table:
    table = Table(title="Genuine mail", caption="FR: share of messages refused; 95% intervals by sender")
    table.add_column("policy", overflow="fold", min_width=10)
    for name in ("refused", "FR", "95%", f"FR, {figures.SMALL_RECIPIENTS} or fewer", "deferred", "paused", "held"):
        table.add_column(name, justify="right")
    for trial in trials:
        found = figures.genuine(trial)
        judged = max(1, found["judged"])
        low, high = found["fr_interval"]
        table.add_row(
            trial.name,
            str(found["refused"]),
            _percent(found["fr"]),
            f"{_percent(low)} - {_percent(high)}",
            _percent(found["fr_small"]),
            _waiting(found["deferred"] / judged, found["deferred_seconds"]),
            _waiting(found["paused"] / judged, found["paused_seconds"]),
            str(found["held"]),
        )
    return table


def _reach_table(found: Study, trials: Sequence[Trial]) -> Table:
    styles = found.wish.styles
    runs = found.trial.runs[Kind.NOTE, styles[0]]
    table = Table(
        title="Strangers reached by a blast to the whole address book: median / 90th percentile; P, who is spared",
        caption=f"{len(runs)} blasts in each style; {figures.reach(runs).possible_median:.0f} strangers in the median "
        f"book. {'; '.join(f'{style.value} {MEANING[style]}' for style in styles)}",
    )
    table.add_column("policy")
    for style in styles:
        table.add_column(style.value, justify="right", no_wrap=True)
    for trial in trials:
        for kind, name in ((Kind.NOTE, trial.name), (Kind.INVITATION, "  as invitations")):
            if (kind, styles[0]) in trial.runs:
                reached = [figures.reach(trial.runs[kind, style]) for style in styles]
                table.add_row(name, *(f"{one.reach_median:.0f}/{one.reach_p90:.0f}" for one in reached))
                table.add_row("    P", *(f"{one.protected:.2f}" for one in reached), end_section=True)
    return table


def _age_table(found: Study) -> Table:
    table = Table(title="By age of the site in days, started empty")
    table.add_column("days")
    for name in ("judged", "refused", "FR", f"FR, {figures.SMALL_RECIPIENTS} or fewer", "deferred", "paused"):
        table.add_column(name, justify="right")
    for age, one in figures.by_age(found.empty).items():
        counts = [str(one[name]) for name in ("deferred", "paused")]
        table.add_row(
            age, str(one["judged"]), str(one["refused"]), _percent(one["fr"]), _percent(one["fr_small"]), *counts
        )
    return table


def _print_messages(found: Study, console: Console) -> None:
    refused = figures.refusals(found.trial)
    if refused:
        console.print(f"\nGenuine messages refused by {found.trial.name}, to be read: real mail contains real blasts")
    for one in refused[:MOST_LISTED]:
        because = ", ".join(one["reasons"])
        line = f"{one['time']} {one['sender']} to {one['recipients']}: {one['subject']!r} ({one['kind']}): {because}"
        console.print(line, markup=False, highlight=False)
    if found.other is not None:
        changed = figures.differences(found.trial, found.other)
        console.print(f"\n{len(changed)} messages that {found.other.name} treats differently")
        for one in changed[:MOST_LISTED]:
            ours, theirs = one["policy"], one["other"]
            line = (
                f"{one['time']} {one['sender']} to {one['recipients']}: {one['subject']!r}: "
                f"{ours['fate']} ({', '.join(ours['reasons'])}) -> {theirs['fate']} ({', '.join(theirs['reasons'])})"
            )
            console.print(line, markup=False, highlight=False)


def _percent(value: float) -> str:
    return f"{value:.3%}"


def _waiting(value: float, delay: dict[str, float] | None) -> str:
    if delay is None:
        return _percent(value)
    return f"{_percent(value)} ({delay['median'] / 60:.0f} / {delay['p90'] / 60:.0f} min)"
