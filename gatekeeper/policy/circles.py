"""The chart's signs and words: one for each permission, whether a terminal draws the circles or a page."""

from __future__ import annotations

from gatekeeper.policy.chart import Cell, Permission
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage

RINGS = (Stage.TRUSTED, Stage.LIKED, Stage.KNOWN, Stage.STRANGER)
"""From the inside out; closed contacts stand outside."""

MARKS = {
    Permission.YES: "●",
    Permission.UNSUBSCRIBE: "◉",
    Permission.CONSENT: "◐",
    Permission.CREDIT: "◔",
    Permission.AT_MOST: "◑",
    Permission.WITHIN: "◒",
    Permission.NO: "⊘",
}
"""One sign for each permission: how full the circle is, or the stripe."""

PHRASES = {
    Permission.YES: "yes",
    Permission.UNSUBSCRIBE: "with a way to unsubscribe",
    Permission.CONSENT: "with a sign-up on record",
    Permission.CREDIT: "a few, on credit",
    Permission.AT_MOST: "so many in so long",
    Permission.WITHIN: "if they wrote lately",
    Permission.NO: "NO (the striped rings)",
}


def words(cell: Cell) -> str:
    """A cell with its sign."""
    return f"{MARKS[cell.permission]} {cell}"


def legend(policy: Policy) -> tuple[Permission, ...]:
    """The permissions that the policy uses, in the order of MARKS."""
    used = {cell.permission for cell in policy.cells.values()}
    return tuple(one for one in MARKS if one in used)
