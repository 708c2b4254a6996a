"""Progress: how far an import is, where it can be taken up again, and what it had to leave out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """One thing that was not imported: where it stands ("inbox: byte 4711") and why, in words."""

    place: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An address that `owner` has in his address book: recorded, it builds nothing."""

    owner: str
    contact: str
    place: str


@dataclass(slots=True, kw_only=True)
class Progress:
    """Changed by the importer as it reads; looked at by whoever draws a bar or keeps the place.

    `total` and `done` are octets, or messages where octets are not known beforehand (`unit` says which).
    `messages` counts what was read, whatever came of it. `position` is where each file or folder is taken up
    again: an importer that is given one starts there. It is always at or before what was yielded last, and
    what is read twice counts once.
    """

    unit: str = "bytes"
    total: int = 0
    done: int = 0
    messages: int = 0
    position: dict[str, int] = field(default_factory=dict)
