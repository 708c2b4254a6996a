"""Address books: CSV exports and vCards. A claim by who has them: recorded, and nothing is built on it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gatekeeper.learn.importers.progress import Claim, Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical

MAX_FIELD_CHARACTERS = 65_536
_VCARD_MAIL = re.compile(r"(?i)^(?:[\w-]{1,40}\.)?EMAIL(?:;[^:\n]{0,500})?:(?:mailto:)?(.{1,320})$")
_ADDRESS = re.compile(r"[^\s<>(),;:\"'\x00-\x1f\x7f\ufffd]{1,64}@[^\s<>(),;:\"'\x00-\x1f\x7f\ufffd]{1,255}")
LOOKED_AT_OCTETS = 8_192


def read(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Claim | Skipped]:
    """The addresses in CSV files (any column) and .vcf files, as claims of the first owner."""
    csv.field_size_limit(MAX_FIELD_CHARACTERS)
    progress.total += sum(path.stat().st_size for path in paths)
    owner = settings.owners[0] if settings.owners else ""
    for path in paths:
        if _is_binary(path):
            yield Skipped(place=str(path), why="not text, as CSV and vCard are")
            continue
        vcard = path.suffix.lower() in (".vcf", ".vcard")
        found = 0
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            for number, addresses in _vcards(file) if vcard else _rows(file):
                progress.messages += 1
                for address in addresses:
                    found += 1
                    yield Claim(owner=owner, contact=address, place=f"{path}: line {number}")
        if not found:
            yield Skipped(place=str(path), why="no address in it")
        progress.done += path.stat().st_size


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return b"\0" in file.read(LOOKED_AT_OCTETS)


def _vcards(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, 1):
        if found := _VCARD_MAIL.match(line.strip()):
            yield number, [a for a in [canonical(found.group(1).strip())] if a]


def _rows(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(lines, 1):
        yield number, [a for a in map(canonical, _ADDRESS.findall(line[:MAX_FIELD_CHARACTERS])) if a]
