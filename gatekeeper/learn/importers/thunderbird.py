"""Thunderbird profiles: mbox files without an extension, one for each folder, with subfolders in `.sbd` directories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gatekeeper.learn.importers import mbox
from gatekeeper.learn.importers.archive import is_counted_folder
from gatekeeper.learn.importers.folder import read_maildir
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange

_NO_FOLDERS = frozenset({".msf", ".dat", ".html", ".json", ".sqlite", ".log", ".txt", ".js"})
_STORES = ("Mail", "ImapMail")


def read(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Exchange | Skipped]:
    """The exchanges in profiles, or in the mail directories of one. Drafts, templates and junk are left out."""
    folders: list[Path] = []
    maildirs: list[Path] = []
    for path in paths:
        before = len(folders) + len(maildirs)
        for store in [path / name for name in _STORES if (path / name).is_dir()] or [path]:
            folders += list(_folders(store))
            maildirs += [found.parent for found in store.rglob("cur") if found.is_dir()]
        if len(folders) + len(maildirs) == before:
            yield Skipped(place=str(path), why="no profile or mail folder of Thunderbird: no mail in it")
    progress.total += sum(folder.stat().st_size for folder in folders)
    for folder in folders:
        yield from mbox.read_file(folder, settings, progress, now=now, source="thunderbird")
    if maildirs:
        yield from read_maildir(maildirs, settings, progress, now=now)


def _folders(store: Path) -> Iterator[Path]:
    """The mbox files below `store`: no extension of an index or setting, and a From line at the start."""
    for path in sorted(store.iterdir()):
        if path.is_dir():
            if is_counted_folder(path.name) and path.name not in ("cur", "new", "tmp"):
                yield from _folders(path)
        elif path.suffix.lower() not in _NO_FOLDERS and is_counted_folder(path.name) and _is_mbox(path):
            yield path


def _is_mbox(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(5) == b"From "
    except OSError:
        return False
