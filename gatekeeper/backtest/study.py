"""A study: the product's policy, the baselines and perhaps another policy, side by side on the same replay."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gatekeeper.backtest import figures
from gatekeeper.backtest.archive import Archive
from gatekeeper.backtest.baselines import NewContacts, PenPals, RecipientsAnHour
from gatekeeper.backtest.blast import Style
from gatekeeper.backtest.contender import Contender, Product
from gatekeeper.backtest.letter import Letter
from gatekeeper.backtest.trial import Blasts, Trial, fork_points, run, split
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store.hearing import Terms

STARTS_EMPTY = "the same, started empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be run. `baselines` False leaves the other people's policies out."""

    styles: tuple[Style, ...] = tuple(Style)
    forks: int = 250
    seed: int = 1
    baselines: bool = True
    other: Policy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What came out. `trial` is the product's own."""

    archive: Archive
    trial: Trial
    empty: Trial
    baselines: tuple[Trial, ...]
    other: Trial | None
    wish: Wish
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One contender: who makes it, before which terms, with which blasts."""

    contender: Contender
    terms: Terms
    blasts: Blasts | None
    from_empty: bool = False


def study(
    archive: Archive,
    terms: Terms,
    wish: Wish,
    *,
    progress: Callable[[str, int, int], None] = lambda name, done, total: None,
) -> Study:
    """Run everything in `wish` on `archive`. `progress` gets a name, the steps done and all steps."""
    started = time.perf_counter()
    letters = archive.letters
    terms = replace(terms, site_since=letters[0].at)
    _read_papers(letters, terms, progress)
    entries = _entries(letters, terms, wish)
    trials = []
    for entry in entries:
        total = len(letters) + (len(entry.blasts.points) if entry.blasts else 0)
        name, done = entry.contender.name, 0

        def step(steps: int, name: str = name, total: int = total) -> None:
            nonlocal done
            done += steps
            progress(name, done, total)

        trials.append(
            run(
                entry.contender,
                letters,
                entry.terms,
                blasts=entry.blasts,
                from_empty=entry.from_empty,
                progress=step,
            )
        )
        progress(name, total, total)
    others = trials[2:]
    other = others.pop(0) if wish.other is not None else None
    return Study(
        archive=archive,
        trial=trials[0],
        empty=trials[1],
        baselines=tuple(others),
        other=other,
        wish=wish,
        seconds=time.perf_counter() - started,
    )


def _read_papers(letters: Sequence[Letter], terms: Terms, progress: Callable[[str, int, int], None]) -> None:
    """Read what is in the letters once, before any contender: the speed of the judge is measured without it."""
    learnt = len(split(letters)[0])
    for number, letter in enumerate(letters):
        letter.paper.is_human()
        if terms.is_account(letter.author):
            letter.paper.kind()
            if number >= learnt:
                letter.paper.content()
        if number % 100 == 99:
            progress("reading mail", number + 1, len(letters))
    progress("reading mail", len(letters), len(letters))


def _entries(letters: Sequence[Letter], terms: Terms, wish: Wish) -> list[_Entry]:
    points = fork_points(letters, terms, wish.forks, wish.seed) if wish.styles and wish.forks else ()
    blasts = Blasts(points=points, styles=wish.styles, seed=wish.seed)
    entries = [
        _Entry(contender=Product(terms.policy.name, terms), terms=terms, blasts=blasts),
        _Entry(contender=Product(STARTS_EMPTY, terms), terms=terms, blasts=None, from_empty=True),
    ]
    if wish.other is not None:
        theirs = replace(terms, policy=wish.other)
        entries.append(_Entry(contender=Product(wish.other.name, theirs), terms=theirs, blasts=blasts))
    if wish.baselines:
        # They do not look at what is sent, so a note and an invitation are one to them.
        notes = replace(blasts, kinds=(Kind.NOTE,))
        baselines: tuple[Contender, ...] = (RecipientsAnHour(100), RecipientsAnHour(20), NewContacts(20, 20), PenPals())
        entries += [_Entry(contender=one, terms=terms, blasts=notes) for one in baselines]
    return entries


def facts(found: Study) -> dict[str, Any]:
    """What `backtest --json` prints; its keys are documented in docs/backtest.md."""
    trial = found.trial
    judged = len(trial.outcomes)
    return {
        "messages": len(found.archive.letters),
        "unusable": found.archive.unusable,
        "repeated": found.archive.repeated,
        "learnt": len(split(found.archive.letters)[0]),
        **figures.genuine(trial),
        "seconds": found.seconds,
        "judged_per_second": judged / trial.judging_seconds if trial.judging_seconds else 0.0,
        "replayed_per_second": len(found.archive.letters) / trial.seconds if trial.seconds else 0.0,
        "policy": trial.name,
        "seed": found.wish.seed,
        "styles": figures.reaches(trial, Kind.NOTE),
        "as_invitation": figures.reaches(trial, Kind.INVITATION),
        "baselines": {one.name: _beside(one) for one in found.baselines},
        "by_age": figures.by_age(found.empty),
        "refused_messages": figures.refusals(trial),
        "other": _other(found),
    }


def _beside(trial: Trial) -> dict[str, Any]:
    return {**figures.genuine(trial), "styles": figures.reaches(trial, Kind.NOTE)}


def _other(found: Study) -> dict[str, Any] | None:
    if found.other is None:
        return None
    return {
        "policy": found.other.name,
        **_beside(found.other),
        "as_invitation": figures.reaches(found.other, Kind.INVITATION),
        "refused_messages": figures.refusals(found.other),
        "differences": figures.differences(found.trial, found.other),
    }
