"""The chart as a page draws it: for each kind of message a circle within a circle, and the stripe for NO.

The same signs and words as `gatekeeper policy show`; the numbers of one message can be marked in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.chart import Permission
from gatekeeper.policy.circles import MARKS, PHRASES, RINGS, legend, words
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage

SENDER_RADIUS = 14
RING_WIDTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """One stage of one kind. `radius` is the outer one; the sign stands at height `sign_y`, `number` at `number_x`."""

    stage: Stage
    permission: Permission
    sign: str
    words: str
    radius: int
    number: int = 0
    """So many recipients of the message at hand stand here."""

    @property
    def name(self) -> str:
        """The permission as a class of the style sheet."""
        return self.permission.name.lower().replace("_", "-")

    @property
    def sign_y(self) -> float:
        return RING_WIDTH / 2 - self.radius

    @property
    def number_x(self) -> float:
        return self.radius - RING_WIDTH / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The circles of one kind, the outermost first: each is painted over the one before."""

    kind: Kind
    rings: tuple[Ring, ...]
    in_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stage in the table: a ring's facts for each kind, closed contacts too."""

    stage: Stage
    cells: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart ready to be drawn. `title` is the policy's; `legend` pairs a class of the style sheet, sign and words."""

    title: str
    about: str
    kinds: tuple[Kind, ...]
    panels: tuple[Panel, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str, str], ...]
    sender_radius: int = SENDER_RADIUS
    half_width: int = SENDER_RADIUS + len(RINGS) * RING_WIDTH + 4


Numbers = Mapping[tuple[Stage, Kind], int]


def drawing(policy: Policy, *, numbers: Numbers | None = None, of: Kind | None = None) -> Drawing:
    """The chart of `policy`: circles of every kind, or of one; the table has them all. `numbers` are marked."""
    marked = numbers or {}
    kinds = tuple(Kind)
    rows = tuple(Row(stage=stage, cells=tuple(_ring(policy, stage, kind, marked) for kind in kinds)) for stage in Stage)
    return Drawing(
        title=policy.title or policy.name,
        about=policy.about,
        kinds=kinds,
        panels=tuple(_panel(policy, kind, marked) for kind in kinds if of in (None, kind)),
        rows=rows,
        legend=tuple((one.name.lower().replace("_", "-"), MARKS[one], PHRASES[one]) for one in legend(policy)),
    )


def _ring(policy: Policy, stage: Stage, kind: Kind, numbers: Numbers) -> Ring:
    cell = policy.cell(stage, kind)
    position = RINGS.index(stage) + 1 if stage in RINGS else len(RINGS) + 1
    return Ring(
        stage=stage,
        permission=cell.permission,
        sign=MARKS[cell.permission],
        words=words(cell),
        radius=SENDER_RADIUS + position * RING_WIDTH,
        number=numbers.get((stage, kind), 0),
    )


def _panel(policy: Policy, kind: Kind, numbers: Numbers) -> Panel:
    rings = tuple(_ring(policy, stage, kind, numbers) for stage in reversed(RINGS))
    told = (f"{ring.stage}: {policy.cell(ring.stage, kind)}" for ring in reversed(rings))
    return Panel(kind=kind, rings=rings, in_words="; ".join(told))
