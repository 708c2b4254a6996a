"""Consent lists: CSV with a header line: who agreed to which list or purpose, when, where, and whether confirmed.

Columns, in any order: `address` (or email), `purpose` (or list), `date` (ISO 8601, or seconds since 1970),
`source` (where it was given), `double` (double opt-in: yes, true, 1 or confirmed).
Address, purpose and date are needed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from gatekeeper.learn.importers.archive import EARLIEST
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical
from gatekeeper.mail.message import message_key
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What

MAX_FIELD_CHARACTERS = 65_536
_NAMES = {
    "address": ("address", "email", "e-mail", "mail", "e-mail address", "email address"),
    "purpose": ("purpose", "list", "newsletter", "topic"),
    "date": ("date", "at", "time", "timestamp", "since", "opt-in date"),
    "double": ("double", "double opt-in", "double_opt_in", "doi", "confirmed"),
    "source": ("source", "origin", "form"),
}
_YES = frozenset({"yes", "y", "true", "1", "confirmed", "double", "ja", "oui", "si", "sim", "tak"})


def read(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Exchange | Skipped]:
    """An opt-in for each line; lines that lack address, purpose or a date between 1990 and now are skipped."""
    csv.field_size_limit(MAX_FIELD_CHARACTERS)
    progress.total += sum(path.stat().st_size for path in paths)
    for path in paths:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = csv.reader(file, delimiter=_delimiter(path))
            columns = _columns(next(rows, []))
            if "address" not in columns or "purpose" not in columns or "date" not in columns:
                yield Skipped(place=f"{path}: line 1", why="needs columns named address, purpose and date")
                continue
            try:
                for row in rows:
                    progress.messages += 1
                    yield _opt_in(row, columns, f"{path}: line {rows.line_num}", now)
            except csv.Error as error:
                yield Skipped(place=f"{path}: line {rows.line_num}", why=f"not CSV from here on: {error}")
        progress.done += path.stat().st_size


def _opt_in(row: list[str], columns: dict[str, int], place: str, now: float) -> Exchange | Skipped:
    def value(name: str) -> str:
        position = columns.get(name, len(row))
        return row[position].strip()[:500] if position < len(row) else ""

    contact, purpose, at = canonical(value("address")), value("purpose"), _time(value("date"))
    if not contact or not purpose:
        return Skipped(place=place, why="no usable address, or no purpose")
    if at is None or not EARLIEST <= at <= now:
        return Skipped(place=place, why="no date between 1990 and now")
    double = value("double").lower() in _YES
    evidence = Evidence(
        sender="",
        contact=contact,
        at=at,
        what=What.OPTED_IN,
        proof=Proof.AUTHENTICATED if double else Proof.CLAIMED,
        source="consent",
        permanent=double,
        purpose=purpose,
    )
    key = message_key(f"consent {contact} {purpose} {at}")
    return Exchange(message_key=key, at=at, author=contact, outbound=False, evidence=(evidence,))


def _columns(header: list[str]) -> dict[str, int]:
    places = {name.strip().lower(): position for position, name in reversed(list(enumerate(header)))}
    return {ours: places[theirs] for ours, names in _NAMES.items() for theirs in reversed(names) if theirs in places}


def _time(text: str) -> float | None:
    try:
        if text.replace(".", "", 1).isdigit() and len(text) > 8:
            return float(text)
        read = datetime.fromisoformat(text)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _delimiter(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        first = file.readline(MAX_FIELD_CHARACTERS)
    return max(",;\t", key=first.count)
