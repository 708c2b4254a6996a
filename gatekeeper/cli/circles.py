"""The chart of a policy as a picture: a circle within a circle for each stage, and the stripe for NO.

The nearer to the sender, the more may be sent; a striped ring may not be written to at all. Shapes and letters
say it all, so it reads the same without colour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.chart import Permission
from gatekeeper.policy.circles import MARKS, PHRASES, RINGS, legend, words
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage

RADIUS = 6.0
ASPECT = 2.0
"""A character is about twice as high as it is wide."""

ABREAST = 3
"""So many kinds stand side by side: a terminal has 80 columns."""

STRIPE = "╲"
"""What fills a ring that may not be written to."""


def picture(policy: Policy) -> str:
    """The whole chart: the circles of each kind side by side, and the cells in words below."""
    panels = [_panel(policy, kind) for kind in Kind]
    rows: list[str] = []
    for start in range(0, len(panels), ABREAST):
        rows += ["  ".join(parts).rstrip() for parts in zip(*panels[start : start + ABREAST], strict=True)]
        rows.append("")
    signs = [f"{MARKS[one]} {PHRASES[one]}" for one in legend(policy)]
    lines = ["   ".join(signs[start : start + ABREAST]) for start in range(0, len(signs), ABREAST)]
    lines += ["@ is the sender; the rings, from the inside: trusted, liked, known, stranger."]
    lines += ["Closed contacts stand outside."]
    kinds = list(Kind)
    tables = [_words(policy, kinds[start : start + ABREAST]) for start in range(0, len(kinds), ABREAST)]
    return "\n".join((*rows, *lines, *(line for table in tables for line in ("", *table))))


def _panel(policy: Policy, kind: Kind) -> list[str]:
    """One kind: rings of marks round the sender, from trusted in the middle to strangers outside."""
    width = int(RADIUS * ASPECT) * 2 + 1
    lines = []
    for row in range(-int(RADIUS), int(RADIUS) + 1):
        line = ""
        for column in range(-(width // 2), width // 2 + 1):
            line += _sign(policy, kind, row, column)
        lines.append(line)
    return [kind.value.center(width), *lines]


def _sign(policy: Policy, kind: Kind, row: int, column: int) -> str:
    distance = math.hypot(row, column / ASPECT)
    if distance < 0.6:
        return "@" if column == 0 else " "
    ring = int((distance - 0.6) / (RADIUS - 0.4) * len(RINGS))
    if ring >= len(RINGS) or column % 2:
        return " "
    cell = policy.cell(RINGS[ring], kind)
    return STRIPE if cell.permission is Permission.NO else MARKS[cell.permission]


def _words(policy: Policy, kinds: Sequence[Kind]) -> list[str]:
    cells = {(stage, kind): words(policy.cell(stage, kind)) for stage in Stage for kind in kinds}
    widths = {kind: max(len(kind.value), *(len(cells[stage, kind]) for stage in Stage)) for kind in kinds}
    lines = [" " * 10 + "  ".join(kind.value.ljust(widths[kind]) for kind in kinds).rstrip()]
    for stage in Stage:
        row = "  ".join(cells[stage, kind].ljust(widths[kind]) for kind in kinds)
        lines.append(f"{stage.value:10}{row}".rstrip())
    return lines
