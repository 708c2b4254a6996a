"""Logged mail: what a line of an MTA's log, joined with the others of its queue id, teaches about two people.

A log knows envelopes, not letters: who sent, to whom, when, and whether it arrived. What our people sent and
what was delivered counts in full. What came in may have been written by anybody or anything: it is a claim,
and senders that only machines use (no sender, robots, lists, return paths with a token) are left out.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from time import mktime, strptime
from typing import BinaryIO

from xxhash import xxh3_64_intdigest

from gatekeeper.kinds.automatic import robot_address
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.importers.queue_ids import Logged, Queue
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical
from gatekeeper.mail.message import message_key
from gatekeeper.policy.evidence import (
    NO_WEIGHT_ADDRESSEES,
    Evidence,
    Exchange,
    Proof,
    What,
    weight_of_addressees,
)

MAX_RECIPIENTS = 1_000
LINES_BETWEEN_LOOKS = 500
LINES_BETWEEN_PLACES = 20_000
"""How often the place is noted where an import can go on."""
MAX_KEY_OCTETS = 4_096
DAY_SECONDS = 86_400.0
END_OF_TIME = datetime(9999, 1, 1, tzinfo=UTC).timestamp()

_RETURN_PATH = re.compile(
    r"(?:^|[._+-])(?:bounces?|owner|return|errors?|news|newsletter|mailings?|list)(?:[._+=-]|@)|=|\d{6,}|[0-9a-f]{16,}"
)


TakeLine = Callable[[str, float, Queue], Logged | None]
"""Reads one line, with the time up to which undated years count; gives a mail when the line was its last."""


def read_logs(
    paths: Sequence[Path],
    take: TakeLine,
    time_in: Callable[[str, float], float | None],
    settings: LearnSettings,
    progress: Progress,
    *,
    source: str,
) -> Iterator[Exchange | Skipped]:
    """The exchanges in log files, `.gz` too, given in any order.

    `progress.position` is an octet of the content by the file's first line, so that a file is known again when it
    was rotated and packed. It stays at the first line of what is not finished: lines belong together across files.
    """
    queue = Queue()
    progress.total += sum(path.stat().st_size for path in paths)
    for path in paths:
        if path.stat().st_size and not _first_time(path, time_in, latest=END_OF_TIME):
            yield Skipped(place=str(path), why="none of its first lines begins with a time, as a log's do")
    files = [_LogFile.of(path) for path in sorted(paths, key=lambda path: _first_time(path, time_in))]
    starts = [progress.position.get(file.key, 0) for file in files]
    progress.position.clear()
    progress.position.update((file.key, start) for file, start in zip(files, starts, strict=True))
    for number, file in enumerate(files):
        before = progress.done
        size, latest = file.path.stat().st_size, file.path.stat().st_mtime + DAY_SECONDS
        file.end = starts[number]
        try:
            with file.path.open("rb") as opened, closing(_opened(file.path, opened)) as stream:
                stream.seek(file.end)
                for count, octets in enumerate(stream, 1):
                    if count % LINES_BETWEEN_LOOKS == 0:
                        progress.done = before + min(opened.tell(), size)
                        for overdue in queue.overdue():
                            yield from exchanges_of(overdue, settings, source=source)
                        if count % LINES_BETWEEN_PLACES == 0:
                            _keep_place(progress, files[: number + 1], queue.unfinished())
                    queue.place = (number, file.end)
                    if octets.endswith(b"\n"):
                        file.end += len(octets)
                    mail = take(octets.decode("utf-8", "replace"), latest, queue)
                    if mail is not None:
                        progress.messages += 1
                        yield from exchanges_of(mail, settings, source=source)
        except (EOFError, zlib.error, OSError) as error:
            yield Skipped(place=f"{file.path}: after octet {file.end}", why=f"the file ends or breaks here: {error}")
        progress.done = before + size
    unfinished = queue.unfinished()
    for mail in queue.rest():
        yield from exchanges_of(mail, settings, source=source)
    _keep_place(progress, files, unfinished)


@dataclass(slots=True, kw_only=True)
class _LogFile:
    """A file, `key` by which it is known again, and the octet of its content up to which whole lines were read."""

    path: Path
    key: str
    end: int = 0

    @classmethod
    def of(cls, path: Path) -> _LogFile:
        try:
            with path.open("rb") as file, closing(_opened(path, file)) as stream:
                first = stream.readline(MAX_KEY_OCTETS)
        except (EOFError, zlib.error, OSError):
            first = b""
        return cls(path=path, key=f"{xxh3_64_intdigest(first):016x}")


def _keep_place(progress: Progress, files: Sequence[_LogFile], unfinished: tuple[int, int] | None) -> None:
    """The files so far are read to their ends, or up to where something is `unfinished`."""
    number, octet = unfinished or (len(files), 0)
    for position, file in enumerate(files):
        progress.position[file.key] = file.end if position < number else octet if position == number else 0


def exchanges_of(mail: Logged, settings: LearnSettings, *, source: str) -> Iterator[Exchange]:
    """What one logged mail teaches, about its sender here and its recipients here."""
    sender = canonical(mail.sender) if mail.sender else ""
    login = canonical(mail.login) if "@" in mail.login else ""
    if not sender or not mail.results:
        return
    results = mail.results[:MAX_RECIPIENTS]
    account = settings.account(login or sender)
    key = message_key(mail.message_id or f"{mail.id}.{mail.at}")
    ours = account in settings.owners if settings.owners else settings.is_local(account)
    if ours:
        if evidence := tuple(_sent(account, results, settings, source)):
            people = (account, *(one.contact for one in evidence if one.what is What.SENT))
            yield Exchange(
                message_key=key,
                at=mail.at,
                author=account,
                outbound=True,
                people=people if len(people) <= NO_WEIGHT_ADDRESSEES else (),
                evidence=evidence,
            )
        return
    if robot_address(sender) or _RETURN_PATH.search(sender.partition("@")[0] + "@"):
        return
    if evidence := tuple(_wrote(sender, results, settings, source)):
        yield Exchange(message_key=key, at=mail.at, author=sender, outbound=False, evidence=evidence)


def _sent(
    account: str, results: list[tuple[str, str, bool, float]], settings: LearnSettings, source: str
) -> Iterator[Evidence]:
    for recipient, outcome, permanent, at in results:
        contact = canonical(recipient)
        if not contact or settings.account(contact) == account:
            continue
        what = What.SENT if outcome == "sent" else What.BOUNCED
        yield Evidence(
            sender=account,
            contact=contact,
            at=at,
            what=what,
            proof=Proof.AUTHENTICATED,
            source=source,
            permanent=permanent if what is What.BOUNCED else True,
        )


def _wrote(
    sender: str, results: list[tuple[str, str, bool, float]], settings: LearnSettings, source: str
) -> Iterator[Evidence]:
    proof = {"nothing": Proof.NONE, "known": Proof.CLAIMED, "full": Proof.AUTHENTICATED}
    weight = weight_of_addressees(len(results))
    for recipient, outcome, _, at in results:
        account = settings.account(canonical(recipient))
        if outcome != "sent" or account == sender:
            continue
        if account in settings.owners if settings.owners else settings.is_local(account):
            yield Evidence(
                sender=account,
                contact=sender,
                at=at,
                what=What.WROTE,
                proof=proof[settings.unauthenticated_history],
                source=source,
                weight=weight,
            )


@lru_cache(maxsize=4_096)
def syslog_time(stamp: str, latest: float) -> float | None:
    """Seconds since 1970 of "Apr  1 04:52:30" or an ISO 8601 stamp. Without a year: the last one up to `latest`.

    None for what is no stamp, or is later: a contact of the year 2826 would stay fresh for ever. Stamps without a
    zone are in the zone of this machine, as syslog writes them.
    """
    try:
        if stamp[:1].isdigit():
            read = datetime.fromisoformat(stamp)
            at = read.timestamp() if read.tzinfo else mktime(read.timetuple())
            return at if at <= latest else None
        year = datetime.fromtimestamp(latest, UTC).year
        for candidate in (year, year - 1):
            at = mktime(strptime(f"{candidate} {stamp}", "%Y %b %d %H:%M:%S"))
            if at <= latest:
                return at
        return None
    except (ValueError, OverflowError):
        return None


def _opened(path: Path, file: BinaryIO) -> gzip.GzipFile | BinaryIO:
    return gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file


def _first_time(path: Path, time_in: Callable[[str, float], float | None], *, latest: float = 0.0) -> float:
    """When the first line that tells it was written, if before `latest` (a day after the file was); 0.0 without one."""
    try:
        latest = latest or path.stat().st_mtime + DAY_SECONDS
        with path.open("rb") as file, closing(_opened(path, file)) as stream:
            for _, octets in zip(range(50), stream, strict=False):
                if (at := time_in(octets.decode("utf-8", "replace"), latest)) is not None:
                    return at
    except (EOFError, zlib.error, OSError):
        pass
    return 0.0
