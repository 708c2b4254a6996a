"""Folders of files, one message each: Maildir and Maildir++ trees, directories of .eml files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gatekeeper.learn.importers.archive import MAX_KEPT_OCTETS, exchanges_of, is_counted_folder
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange


def read_maildir(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Exchange | Skipped]:
    """The exchanges in Maildirs and all Maildirs below them; drafts and junk are left out."""
    for path in paths:
        if not any(True for _ in _maildirs(path)):
            yield Skipped(place=str(path), why="no Maildir: nothing in it is called cur or new")
    yield from _read(paths, _maildir_files, settings, progress, now=now, source="maildir")


def read_eml(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Exchange | Skipped]:
    """The exchanges in .eml files, given or anywhere below the directories given."""
    yield from _read(paths, _eml_files, settings, progress, now=now, source="eml")


def _read(
    paths: Sequence[Path],
    files: Callable[[Path], Iterator[os.DirEntry[str] | Path]],
    settings: LearnSettings,
    progress: Progress,
    *,
    now: float,
    source: str,
) -> Iterator[Exchange | Skipped]:
    # Counted first: the second walk costs little, and a bar without an end tells nothing.
    progress.unit = "messages"
    progress.total += sum(1 for path in paths for _ in files(path))
    resumed = progress.position.get(source, 0)
    for number, entry in enumerate(entry for path in paths for entry in files(path)):
        progress.done += 1
        progress.position[source] = number
        if number < resumed:
            continue
        place = os.fspath(entry)
        try:
            # Asked for more than there is, Python takes the memory first: a megabyte for each short mail.
            with open(place, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of a million files is slow
                content = file.read(min(MAX_KEPT_OCTETS, os.fstat(file.fileno()).st_size))
        except OSError as error:
            yield Skipped(place=place, why=error.strerror or str(error))
            continue
        progress.messages += 1
        yield from exchanges_of(content, settings, source=source, place=place, now=now)


def _maildir_files(path: Path) -> Iterator[os.DirEntry[str]]:
    for folder in _maildirs(path):
        yield from (file for file in _entries(folder.path) if file.is_file() and file.name[:1] != ".")


def _maildirs(path: Path) -> Iterator[os.DirEntry[str]]:
    """The folders cur and new at and below `path`, but for drafts and junk."""
    folders = [str(path)]
    while folders:
        folder = folders.pop()
        for entry in _entries(folder):
            if not entry.is_dir(follow_symlinks=False):
                continue
            if entry.name in ("cur", "new"):
                yield entry
            elif entry.name != "tmp" and is_counted_folder(entry.name):
                folders.append(entry.path)


def _eml_files(path: Path) -> Iterator[os.DirEntry[str] | Path]:
    if path.is_file():
        yield path
        return
    folders = [str(path)]
    while folders:
        for entry in _entries(folders.pop()):
            if entry.is_dir(follow_symlinks=False):
                if is_counted_folder(entry.name):
                    folders.append(entry.path)
            elif entry.name.lower().endswith(".eml"):
                yield entry


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
