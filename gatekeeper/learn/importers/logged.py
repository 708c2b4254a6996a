"""Logged mail: what a line of an MTA's log, joined with the others of its queue id, teaches about two people.

A log knows envelopes, not letters: who sent, to whom, when, and whether it arrived. What our people sent and
what was delivered counts in full. What came in may have been written by anybody or anything: it is a claim,
and senders that only machines use (no sender, robots, lists, return paths with a token) are left out.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from time import mktime, strptime
from typing import BinaryIO

from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical
from gatekeeper.mail.automatic import robot_address
from gatekeeper.mail.message import message_key
from gatekeeper.policy.evidence import (
    NO_WEIGHT_ADDRESSEES,
    Evidence,
    Exchange,
    Proof,
    What,
    weight_of_addressees,
)

MAX_OPEN = 100_000
"""Queue ids followed at once; the oldest is closed when there are more."""
MAX_RECIPIENTS = 1_000
LINES_BETWEEN_LOOKS = 500
DAY_SECONDS = 86_400.0

_RETURN_PATH = re.compile(
    r"(?:^|[._+-])(?:bounces?|owner|return|errors?|news|newsletter|mailings?|list)(?:[._+=-]|@)|=|\d{6,}|[0-9a-f]{16,}"
)


@dataclass(slots=True, kw_only=True)
class Logged:
    """One queue id. `results` holds (recipient, "sent" or "bounced", permanent, seconds since 1970)."""

    id: str
    at: float = 0.0
    sender: str | None = None
    login: str = ""
    message_id: str = ""
    results: list[tuple[str, str, bool, float]] = field(default_factory=list)


class Queue:
    """The queue ids that are open while a log is read, oldest first; and who logged in for which message."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Logged] = OrderedDict()
        self._logins: OrderedDict[str, str] = OrderedDict()

    def get(self, id_: str, at: float) -> Logged:
        mail = self._open.get(id_)
        if mail is None:
            mail = self._open[id_] = Logged(id=id_, at=at)
        return mail

    def close(self, id_: str) -> Logged | None:
        """The mail whose last line was read, None where its first ones were in no file."""
        mail = self._open.pop(id_, None)
        return self._known(mail) if mail else None

    def overdue(self) -> Iterator[Logged]:
        """What has to be closed because too much is open."""
        while len(self._open) > MAX_OPEN:
            yield self._known(self._open.popitem(last=False)[1])

    def rest(self) -> Iterator[Logged]:
        while self._open:
            yield self._known(self._open.popitem(last=False)[1])

    def _known(self, mail: Logged) -> Logged:
        # A content filter gives a message a second queue id, on which nobody logged in.
        if mail.login and mail.message_id:
            self._logins[mail.message_id] = mail.login
            if len(self._logins) > MAX_OPEN:
                self._logins.popitem(last=False)
        elif mail.message_id:
            mail.login = self._logins.get(mail.message_id, "")
        return mail


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
    """The exchanges in log files, `.gz` too, given in any order. Read again from the start when taken up again:
    lines belong together across files, and what is read twice counts once."""
    queue = Queue()
    progress.total += sum(path.stat().st_size for path in paths)
    for path in sorted(paths, key=lambda path: _first_time(path, time_in)):
        before = progress.done
        size, latest = path.stat().st_size, path.stat().st_mtime + DAY_SECONDS
        number = 0
        try:
            with path.open("rb") as file, closing(_opened(path, file)) as stream:
                for number, octets in enumerate(stream, 1):
                    if number % LINES_BETWEEN_LOOKS == 0:
                        progress.done = before + min(file.tell(), size)
                    mail = take(octets.decode("utf-8", "replace"), latest, queue)
                    if mail is not None:
                        progress.messages += 1
                        yield from exchanges_of(mail, settings, source=source)
                    for overdue in queue.overdue():
                        yield from exchanges_of(overdue, settings, source=source)
        except (EOFError, zlib.error, OSError) as error:
            yield Skipped(place=f"{path}: after line {number}", why=f"the file ends or breaks here: {error}")
        progress.done = before + size
    for mail in queue.rest():
        yield from exchanges_of(mail, settings, source=source)


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


def _first_time(path: Path, time_in: Callable[[str, float], float | None]) -> float:
    """When the first line that tells it was written; files without one come first."""
    try:
        latest = path.stat().st_mtime + DAY_SECONDS
        with path.open("rb") as file, closing(_opened(path, file)) as stream:
            for _, octets in zip(range(50), stream, strict=False):
                if (at := time_in(octets.decode("utf-8", "replace"), latest)) is not None:
                    return at
    except (EOFError, zlib.error, OSError):
        pass
    return 0.0
