"""The log: one line per happening on standard error, as syslog and journald like it.

Under systemd each line begins with its priority, `<6>`, and the journal adds the time; elsewhere the line
begins with the time. Libraries speak only from warnings on, for they log addresses and contents below that.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import Mapping
from typing import TextIO

SYSLOG_PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3}
LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
SILENT = logging.CRITICAL


class Log:
    """Says what happens, from a level on: an event and its values, as `event: key=value, key=value`.

    A value called `trace` goes on lines of its own. Each line has its prefix: a trace is read line by line, too.
    """

    def __init__(self, out: Sturdy, level: int, *, priorities: bool) -> None:
        self._out = out
        self._level = level
        self._priorities = priorities

    def debug(self, event: str, **values: object) -> None:
        """What helps to follow the program."""
        self._say(logging.DEBUG, event, values)

    def info(self, event: str, **values: object) -> None:
        """What happened, as it should."""
        self._say(logging.INFO, event, values)

    def warning(self, event: str, **values: object) -> None:
        """What an admin wants to know."""
        self._say(logging.WARNING, event, values)

    def error(self, event: str, **values: object) -> None:
        """What an admin has to look at."""
        self._say(logging.ERROR, event, values)

    def _say(self, level: int, event: str, values: dict[str, object]) -> None:
        if level < self._level:
            return
        if self._priorities:
            prefix = f"<{SYSLOG_PRIORITIES[level]}>"
        else:
            prefix = time.strftime("%Y-%m-%dT%H:%M:%S%z ")
            if level != logging.INFO:
                prefix += f"{logging.getLevelName(level).lower()}: "
        text = prefix + clean(event)
        trace = values.pop("trace", "")
        if values:
            text += ": " + ", ".join(f"{key}={clean(str(value))}" for key, value in values.items())
        for line in str(trace).splitlines():
            text += f"\n{prefix}  {clean(line)}"
        self._out.write(text + "\n")


class Sturdy:
    """A stream on which a failed write is no error: a full disk under the log must not touch any mail. How many
    writes failed is told as soon as one succeeds.

    What is said in one turn of an event loop is written at its end, together: a write for each line gave the
    interpreter to another thread each time, and cost as much as judging a message.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._said: list[str] = []
        self._turn_of: asyncio.AbstractEventLoop | None = None
        self._lost = 0

    def write(self, text: str) -> None:
        self._said.append(text)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._pour()
        else:
            if loop is not self._turn_of:
                self._turn_of = loop
                loop.call_soon(self._pour)

    def _pour(self) -> None:
        said, self._said, self._turn_of = self._said, [], None
        if not said:
            return
        told = [f"{self._lost} entries could not be written to the log\n", *said] if self._lost else said
        try:
            self._stream.write("".join(told))
            self._stream.flush()
        except (OSError, ValueError):
            self._lost += len(said)
        else:
            self._lost = 0


def clean(text: str) -> str:
    """`text` without characters that could forge a line or steer a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "?" for c in text)


def open_log(level: str = "info", *, stream: TextIO | None = None, environ: Mapping[str, str] = os.environ) -> Log:
    """The log, writing to `stream` (standard error) what is at least `level`. Raises KeyError for another level."""
    log = Log(Sturdy(stream or sys.stderr), LEVELS[level], priorities=under_systemd(environ))
    _route_libraries(log)
    return log


def silent_log() -> Log:
    """A log that keeps nothing of what `events` says, for one-off commands and tests."""
    return Log(Sturdy(sys.stderr), SILENT, priorities=False)


def under_systemd(environ: Mapping[str, str]) -> bool:
    """Whether standard error goes to the journal (systemd.exec, JOURNAL_STREAM)."""
    return "JOURNAL_STREAM" in environ


class _LibraryHandler(logging.Handler):
    """Hands a library's warning to our log."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        speak = self._log.error if record.levelno >= logging.ERROR else self._log.warning
        speak(f"{record.name}: {record.getMessage()}", **({"trace": trace} if trace else {}))


def _route_libraries(log: Log) -> None:
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _LibraryHandler)]:
        root.removeHandler(handler)
    root.addHandler(_LibraryHandler(log))
    root.setLevel(logging.WARNING)
    # It logs a traceback with the client's words for what our own listeners answer and count.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
