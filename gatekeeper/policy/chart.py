"""The chart: stage x kind -> what may be sent: the essay's "circles with the stripe", and the policy file's heart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage


class Permission(StrEnum):
    """What a cell of the chart says."""

    YES = "yes"
    NO = "NO"
    CREDIT = "on credit"
    CONSENT = "with consent"
    UNSUBSCRIBE = "with unsubscribe"
    AT_MOST = "at most"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell. `times` multiplies the credit; `per_window`, `window_days` and `in_all` belong to AT_MOST
    (0 means without that bound); WITHIN asks that the contact wrote in the last `window_days`."""

    permission: Permission
    times: float = 1.0
    per_window: int = 0
    window_days: float = 0.0
    in_all: int = 0

    def __str__(self) -> str:
        match self.permission:
            case Permission.CREDIT:
                return "on credit" if self.times == 1.0 else f"on credit x{self.times:g}"
            case Permission.AT_MOST:
                text = f"at most {self.per_window} per {self.window_days:g} d"
                return text + (f", {self.in_all} in all" if self.in_all else "")
            case Permission.WITHIN:
                return f"within {self.window_days:g} d"
            case _:
                return str(self.permission)


FORMS = (
    '"yes"',
    '"NO"',
    '"on credit"',
    '"on credit xN"',
    '"with consent"',
    '"with unsubscribe"',
    '"at most N per D d"',
    '"at most N per D d, M in all"',
    '"within D d"',
)
"""What a policy file may write in a cell."""

_CREDIT = re.compile(r"on credit(?: x(\d+(?:\.\d+)?))?\Z")
_AT_MOST = re.compile(r"at most (\d+) per (\d+(?:\.\d+)?) d(?:, (\d+) in all)?\Z")
_WITHIN = re.compile(r"within (\d+(?:\.\d+)?) d\Z")
_PLAIN = {
    "yes": Permission.YES,
    "no": Permission.NO,
    "with consent": Permission.CONSENT,
    "with unsubscribe": Permission.UNSUBSCRIBE,
}


def parse_cell(text: str) -> Cell:
    """The cell that `text` means. Raises ValueError naming the forms that are allowed."""
    plain = _PLAIN.get(text.casefold())
    if plain is not None:
        return Cell(permission=plain)
    if found := _CREDIT.match(text):
        return Cell(permission=Permission.CREDIT, times=float(found[1] or 1.0))
    if found := _AT_MOST.match(text):
        return Cell(
            permission=Permission.AT_MOST,
            per_window=int(found[1]),
            window_days=float(found[2]),
            in_all=int(found[3] or 0),
        )
    if found := _WITHIN.match(text):
        return Cell(permission=Permission.WITHIN, window_days=float(found[1]))
    raise ValueError(f'"{text}" is not one of {", ".join(FORMS)}')


Chart = dict[tuple[Stage, Kind], Cell]
"""Every stage and kind has its cell; a policy file that lacks one is refused."""
