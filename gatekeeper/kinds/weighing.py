"""Weighing: a signal seen in a message, and how much it speaks for a kind.

Points of DECISIVE decide by themselves; the rest are weighed against each other in `kinds.balance`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Kind(StrEnum):
    """What a message is for: the columns of the chart."""

    NOTE = "note"
    INVITATION = "invitation"
    MEETING = "meeting"
    NEWSLETTER = "newsletter"
    BULK = "bulk"
    AUTOMATIC = "automatic"


class Signal(NamedTuple):
    """One thing seen in a message, for a person to read: `name` from a closed set, `detail` as found. A tuple: it is
    made in a third of the time of a frozen dataclass, and a message has dozens."""

    name: str
    detail: str = ""


class Weighed(NamedTuple):
    """A signal and how much it speaks for a kind; negative points speak against. A tuple like the signal."""

    signal: Signal
    kind: Kind
    points: float


DECISIVE: Final = 10.0


def weighed(name: str, detail: str, kind: Kind, points: float) -> Weighed:
    """A signal with its points; of a long detail the beginning."""
    return Weighed(Signal(name, detail[:100]), kind, points)
