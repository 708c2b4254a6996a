"""mbox: many messages in one file, in the dialects that programs write (RFC 4155 appendix A, mboxo, mboxrd, mboxcl).

Read as a stream: memory holds one chunk and the first megabyte of one message, whatever the file's size.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO, Protocol

from gatekeeper.learn.importers.archive import MAX_KEPT_OCTETS, exchanges_of
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange

CHUNK_OCTETS = 1 << 20
MAX_FROM_LINE_OCTETS = 1_000

_FROM_LINE = re.compile(
    rb"From (?:-|\S.{0,300}?) {1,4}(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? |\d{1,2}[ -])"
    rb"[^\n]{0,80}\d{2}:\d{2}[^\n]{0,80}\r?\n|"
    rb"From \S{1,320}\r?\n"
)
_CONTENT_LENGTH = re.compile(rb"(?im)^content-length[ \t]*:[ \t]*(\d{1,12})[ \t]*\r?$")
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")


class Readable(Protocol):
    """A file, a packed file, or octets in memory."""

    def read1(self, size: int, /) -> bytes: ...


def read(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float, source: str = "mbox"
) -> Iterator[Exchange | Skipped]:
    """The exchanges in mbox files, `.gz` too. Taken up again at `progress.position[path]`, an octet of the content."""
    progress.total += sum(path.stat().st_size for path in paths)
    for path in paths:
        yield from read_file(path, settings, progress, now=now, source=source)


def read_file(
    path: Path, settings: LearnSettings, progress: Progress, *, now: float, source: str = "mbox"
) -> Iterator[Exchange | Skipped]:
    """The exchanges in one mbox file; what follows a break in it is left out and told."""
    name = str(path)
    before = progress.done
    offset = progress.position.get(name, 0)
    with path.open("rb") as file, closing(gzip.GzipFile(fileobj=file) if _is_gzip(file) else file) as stream:
        try:
            stream.seek(offset)
            for begin, content in messages(stream, offset):
                offset = begin
                progress.position[name] = offset
                progress.done = before + min(file.tell(), path.stat().st_size)
                if content is None:
                    yield Skipped(place=f"{path}: byte {offset}", why="no From line where a message should begin")
                    continue
                progress.messages += 1
                place = f"{path}: byte {offset}"
                yield from exchanges_of(content, settings, source=source, place=place, now=now)
        except (EOFError, zlib.error, gzip.BadGzipFile, OSError) as error:
            yield Skipped(place=f"{path}: after byte {offset}", why=f"the file ends or breaks here: {error}")
    progress.done = before + path.stat().st_size


def messages(stream: Readable, offset: int = 0) -> Iterator[tuple[int, bytes | None]]:
    """(octet at which its From line begins, message) for each message; None for a piece that does not begin so.

    A message ends before the next From line, or where its Content-Length says when a From line stands there
    (mboxcl2 quotes nothing). Quoting of From lines is undone. Of each message the first megabyte is given.
    Where the stream breaks, what came before it is given first, then the error is raised.
    """
    data = bytearray()
    ended = False
    broken: Exception | None = None

    def fill(wanted: int) -> None:
        nonlocal ended, broken
        while not ended and len(data) < wanted:
            try:
                # One piece at a time: what a packed file gave before it broke is not lost with the rest.
                chunk = stream.read1(CHUNK_OCTETS)
            except (EOFError, zlib.error, OSError) as error:
                chunk, broken = b"", error
            ended = not chunk
            data.extend(chunk)

    fill(CHUNK_OCTETS)
    while data:
        line = _FROM_LINE.match(data)
        body = line.end() if line else 0
        end = _declared_end(data, body, fill) if line else -1
        head = b""
        gone = 0
        position = max(body - 1, 0)
        while end < 0:
            found = data.find(b"\nFrom ", position)
            if found >= 0:
                fill(found + MAX_FROM_LINE_OCTETS)
                end = found + 1 if _FROM_LINE.match(data, found + 1) else -1
                position = found + 1
            elif ended:
                end = len(data)
            else:
                if len(data) > body + MAX_KEPT_OCTETS:
                    # A long message: its head is kept, what was searched is forgotten.
                    head = head or bytes(data[body : body + MAX_KEPT_OCTETS])
                    gone += len(data) - 8
                    del data[:-8]
                    body = 0
                position = max(len(data) - 8, body - 1, 0)
                fill(len(data) + CHUNK_OCTETS)
        content = head or bytes(data[body : min(end, body + MAX_KEPT_OCTETS)])
        yield offset, (_unquoted(content) if line else None)
        offset += gone + end
        del data[:end]
        fill(CHUNK_OCTETS)
    if broken is not None:
        raise broken


def _declared_end(data: bytearray, body: int, fill: Callable[[int], None]) -> int:
    """Where the message ends by its Content-Length, if a From line or the end of the file stands there; else -1."""
    header_end = data.find(b"\n\n", body, body + 65_536)
    width = 2
    if header_end < 0:
        header_end = data.find(b"\r\n\r\n", body, body + 65_536)
        width = 4
    if header_end < 0:
        return -1
    found = _CONTENT_LENGTH.search(data, body, header_end + 1)
    if found is None:
        return -1
    end = header_end + width + int(found.group(1))
    if end > header_end + 64 * MAX_KEPT_OCTETS:
        return -1
    fill(end + MAX_FROM_LINE_OCTETS)
    for line_end in ("", "\n", "\r\n", "\n\n", "\r\n\r\n"):
        position = end + len(line_end)
        if data.startswith(line_end.encode(), end) and (position == len(data) or _FROM_LINE.match(data, position)):
            return position
    return -1


def _unquoted(content: bytes) -> bytes:
    return _QUOTED_FROM.sub(rb"\1", content) if b">From " in content else content


def _is_gzip(file: IO[bytes]) -> bool:
    magic = file.read(2)
    file.seek(0)
    return magic == b"\x1f\x8b"
