"""An archive: every letter in it, in time order, each once, whatever form it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gatekeeper.backtest.letter import Letter
from gatekeeper.backtest.mailbox import letter_of_file, letters_of_folder, letters_of_mbox
from gatekeeper.backtest.table import letters_of_table
from gatekeeper.errors import EX_DATAERR, UsageError
from gatekeeper.learn.settings import LearnSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What was read. `unusable` had no time, author or recipient; `repeated` was there before."""

    letters: tuple[Letter, ...]
    unusable: int
    repeated: int


def read_archive(
    paths: Sequence[Path],
    settings: LearnSettings,
    *,
    now: float,
    progress: Callable[[int], None] = lambda letters: None,
) -> Archive:
    """The letters at `paths`. Raises UsageError for a path that cannot be read, or when nothing is in them."""
    found: dict[tuple[str, int], Letter] = {}
    seen: set[tuple[float, str, tuple[str, ...], str]] = set()
    unusable = repeated = 0
    for path in paths:
        try:
            for number, letter in enumerate(_letters(path, settings, now), start=1):
                if number % 100 == 0:
                    progress(100)
                if letter is None:
                    unusable += 1
                    continue
                # Some stores give each folder's copy a Message-ID of its own.
                looks = (letter.at, letter.author, letter.recipients, letter.subject)
                if (letter.author, letter.key) in found or looks in seen:
                    repeated += 1
                    continue
                seen.add(looks)
                found[letter.author, letter.key] = letter
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror or error}", exit_code=EX_DATAERR) from error
    if not found:
        raise UsageError(
            f"{', '.join(map(str, paths))}: no message with a time, a sender and a recipient", exit_code=EX_DATAERR
        )
    letters = tuple(sorted(found.values(), key=lambda letter: letter.at))
    return Archive(letters=letters, unusable=unusable, repeated=repeated)


def _letters(path: Path, settings: LearnSettings, now: float) -> Iterator[Letter | None]:
    if path.is_dir():
        return letters_of_folder(path, settings, now)
    if path.suffix.lower() == ".eml":
        return iter((letter_of_file(path, settings, now),))
    with path.open("rb") as file:
        begins = file.read(5)
    if begins == b"From " or path.suffix in {".gz", ".mbox"}:
        return letters_of_mbox(path, settings, now)
    return letters_of_table(path)
