"""Exim main logs: arrivals (<=), deliveries (=>, ->), failures (**) and completions, joined by message id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gatekeeper.learn.importers.logged import read_logs, syslog_time
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.importers.queue_ids import Logged, Queue
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange

_LINE = re.compile(
    r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?: ([+-]\d{4}))? (?:\[\d{1,10}\] )?"
    r"([0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})) (<=|=>|->|\*\*|"
    r"Completed)(.{0,2000})"
)
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?: ([+-]\d{4}))? ")
_ADDRESS = re.compile(r" (?:[^\s<]{0,320} )?<?([^\s<>:]{1,64}@[^\s<>:]{1,255})>?")
_LOGIN = re.compile(r" A=[a-z0-9_]{1,60}:(\S{1,255})", re.IGNORECASE)
_ID = re.compile(r" id=(\S{1,998})")


def read(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Exchange | Skipped]:
    """The exchanges in Exim main logs, rotated ones in any order."""
    yield from read_logs(paths, take_line, _time_in, settings, progress, source="exim-log")


def _time_in(line: str, latest: float) -> float | None:
    found = _STAMP.match(line)
    return _time(found, latest) if found else None


def _time(found: re.Match[str], latest: float) -> float | None:
    return syslog_time(f"{found.group(1)}T{found.group(2)}{found.group(3) or ''}", latest)


def take_line(line: str, latest: float, queue: Queue) -> Logged | None:
    """Read one line into `queue`; the mail when this was its last line. Other lines are passed over."""
    found = _LINE.match(line)
    if found is None:
        return None
    id_, sign, rest = found.group(4), found.group(5), found.group(6)
    if sign == "Completed":
        return queue.close(id_)
    at = _time(found, latest)
    if at is None:
        return None
    address = _ADDRESS.match(rest)
    if sign == "<=":
        mail = queue.get(id_, at)
        mail.sender = address.group(1) if address and not rest.startswith(" <>") else ""
        if login := _LOGIN.search(rest):
            mail.login = login.group(1)
        if message_id := _ID.search(rest):
            mail.message_id = message_id.group(1)
    elif address and not rest.startswith(" :blackhole:"):
        outcome = "bounced" if sign == "**" else "sent"
        queue.get(id_, at).results.append((address.group(1), outcome, " retry timeout" not in rest, at))
    return None
