"""A trial: one contender's whole run, its outcomes on genuine mail and the reach of every blast."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gatekeeper.backtest.blast import Style, reached, shots
from gatekeeper.backtest.circle import LEAST_STRANGERS, Circles
from gatekeeper.backtest.contender import Contender
from gatekeeper.backtest.letter import Letter
from gatekeeper.backtest.replay import Outcome, Replay
from gatekeeper.kinds.kind import Kind
from gatekeeper.store.hearing import Terms

LEARNT_SHARE = 0.25
"""The first quarter of the messages is learnt, the rest judged (model.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One blast: how many people without inbound it could reach, and how many it did."""

    point: int
    reach: int
    possible: int


@dataclass(slots=True, kw_only=True)
class Trial:
    """What came out for one contender. `seconds` went into genuine mail, learnt and judged, without the blasts;
    `judging_seconds` of them into judgement."""

    name: str
    outcomes: list[Outcome] = field(default_factory=list)
    runs: dict[tuple[Kind, Style], list[Run]] = field(default_factory=dict)
    seconds: float = 0.0
    judging_seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Blasts:
    """Which blasts are sent: at these positions of the judged letters, in these styles, as these kinds."""

    points: tuple[int, ...]
    styles: tuple[Style, ...]
    kinds: tuple[Kind, ...] = (Kind.NOTE, Kind.INVITATION)
    seed: int = 1


def split(letters: Sequence[Letter]) -> tuple[Sequence[Letter], Sequence[Letter]]:
    """What is learnt, and what is judged."""
    learnt = int(len(letters) * LEARNT_SHARE)
    return letters[:learnt], letters[learnt:]


def fork_points(letters: Sequence[Letter], terms: Terms, count: int, seed: int) -> tuple[int, ...]:
    """`count` random positions in the judged letters whose sender has a book worth a blast; fewer if there are
    not so many. They are drawn once, from the archive alone, so that every contender gets the same blasts."""
    history, judged = split(letters)
    circles = Circles(terms.is_account, terms.is_internal)
    for letter in history:
        _seen(circles, letter, terms)
    worth = []
    for position, letter in enumerate(judged):
        _seen(circles, letter, terms)
        if terms.is_account(letter.author) and circles.has_strangers(letter.author, LEAST_STRANGERS):
            worth.append(position)
    return tuple(sorted(random.Random(seed).sample(worth, min(count, len(worth)))))


def _seen(circles: Circles, letter: Letter, terms: Terms) -> None:
    if terms.is_account(letter.author):
        circles.sent(letter)
    circles.received(letter)


def run(
    contender: Contender,
    letters: Sequence[Letter],
    terms: Terms,
    *,
    blasts: Blasts | None = None,
    from_empty: bool = False,
    progress: Callable[[int], None] = lambda steps: None,
) -> Trial:
    """Replay `letters` before `contender`. `from_empty` learns nothing first and judges them all.

    `progress` is told of each letter, and of each fork as one step more.
    """
    history, judged = split(letters)
    if from_empty:
        history, judged = (), letters
    trial = Trial(name=contender.name)
    replay = Replay(contender, terms)
    spent_on_blasts = 0.0

    def visit(point: int) -> None:
        nonlocal spent_on_blasts
        assert blasts is not None
        before = time.perf_counter()
        _blast(trial, replay, judged[point].author, point, blasts)
        spent_on_blasts += time.perf_counter() - before
        progress(1)

    started = time.perf_counter()
    replay.learn(history)
    progress(len(history))
    points = frozenset(blasts.points) if blasts is not None else frozenset()
    trial.outcomes = replay.judge(judged, points=points, visit=visit, progress=progress)
    trial.seconds = time.perf_counter() - started - spent_on_blasts
    trial.judging_seconds = replay.judging_seconds
    return trial


def _blast(trial: Trial, replay: Replay, sender: str, point: int, blasts: Blasts) -> None:
    circles = replay.circles
    book, strangers = circles.book(sender), circles.strangers(sender)
    if len(strangers) < LEAST_STRANGERS:
        return  # in this world some of the mail that filled the book was refused
    friends = tuple(one for one in book if one not in strangers)
    chance = random.Random(f"{blasts.seed} {point}")
    colleagues = circles.colleagues(sender)
    colleague = chance.choice(colleagues) if colleagues else ""
    for kind in blasts.kinds:
        for style in blasts.styles:
            targets = strangers
            if style is Style.S8 and colleague:
                # Whom the colleague knows is no stranger to the mail that the colleague sends.
                targets = strangers - circles.wrote_to(colleague)
            got = reached(
                replay.contender.fork(), tuple(shots(style, sender, book, friends, colleague)), replay.now, kind
            )
            trial.runs.setdefault((kind, style), []).append(
                Run(point=point, reach=len(got & targets), possible=len(targets))
            )
