"""Weighing: a signal seen in a message, and how much it speaks for a kind.

Points of DECISIVE decide by themselves; the rest are weighed against each other in `mail.kind`.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing seen in a message, for a person to read: `name` from a closed set, `detail` as found."""

    name: str
    detail: str = ""


class Weighed(NamedTuple):
    """A signal and how much it speaks for a kind; negative points speak against. A tuple: a message has dozens."""

    signal: Signal
    kind: Kind
    points: float


DECISIVE: Final = 10.0


def weighed(name: str, detail: str, kind: Kind, points: float) -> Weighed:
    """A signal with its points; of a long detail the beginning."""
    return Weighed(signal=Signal(name=name, detail=detail[:100]), kind=kind, points=points)
