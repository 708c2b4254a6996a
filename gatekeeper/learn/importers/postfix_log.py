"""Postfix logs: who sent to whom, in the lines of smtpd, cleanup, qmgr and the delivery agents."""

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
    r"(\d{4}-\d\d-\d\dT\S{8,30}|"
    r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) \S{1,255} [^\s\[]{1,80}/([a-z]{1,20})\[\d{1,10}\]: "
    r"([0-9A-Za-z]{6,20}): (.{0,2000})"
)
_STAMP = re.compile(r"(\d{4}-\d\d-\d\dT\S{8,30}|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) ")
_RECIPIENT = re.compile(r"to=<([^>]{0,320})>,(?: orig_to=<[^>]{0,320}>,)? relay=([^,\[]{0,255})(?:\[([^\]]{0,60})\])?")
_STATUS = re.compile(r"dsn=(\d)\.\d{1,3}\.\d{1,3}, status=(\w{1,20})")
_LOGIN = re.compile(r"sasl_username=([^\s,]{1,255})")
_FROM = re.compile(r"from=<([^>]{0,320})>")
_OWN_HOSTS = frozenset({"127.0.0.1", "::1"})


def read(
    paths: Sequence[Path], settings: LearnSettings, progress: Progress, *, now: float
) -> Iterator[Exchange | Skipped]:
    """The exchanges in Postfix logs, rotated ones in any order."""
    yield from read_logs(paths, take_line, _time_in, settings, progress, source="postfix-log")


def _time_in(line: str, latest: float) -> float | None:
    found = _STAMP.match(line)
    return syslog_time(found.group(1), latest) if found else None


def take_line(line: str, latest: float, queue: Queue) -> Logged | None:
    """Read one line into `queue`; the mail when this was its last line. Other lines are passed over."""
    if "=<" not in line and "sasl_username=" not in line and not line.endswith(": removed\n"):
        return None
    found = _LINE.match(line)
    if found is None:
        return None
    stamp, program, id_, rest = found.groups()
    if rest.startswith("removed"):
        return queue.close(id_)
    at = syslog_time(stamp, latest)
    if at is None or id_ == "NOQUEUE":
        return None
    if rest.startswith("to=<"):
        _delivered(rest, at, queue.get(id_, at))
    elif rest.startswith("message-id="):
        queue.get(id_, at).message_id = rest[len("message-id=") :].strip(" \n<>")[:998]
    elif program in ("qmgr", "pickup") and (sender := _FROM.search(rest)):
        queue.get(id_, at).sender = sender.group(1)
    elif login := _LOGIN.search(rest):
        queue.get(id_, at).login = login.group(1)
    return None


def _delivered(rest: str, at: float, mail: Logged) -> None:
    recipient, status = _RECIPIENT.match(rest), _STATUS.search(rest)
    if recipient is None or status is None:
        return
    address, relay, host = recipient.groups()
    if status.group(2) == "sent":
        # Handed to a filter on this machine: the delivery itself has a queue id of its own.
        if (host or relay) not in _OWN_HOSTS or "lmtp" in rest[:300].lower():
            mail.results.append((address, "sent", False, at))
    elif status.group(2) in ("bounced", "expired"):
        mail.results.append((address, "bounced", status.group(1) == "5", at))
