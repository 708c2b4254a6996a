"""systemd's side of the daemon: readiness, reloads and watchdog told (sd_notify), sockets taken over (LISTEN_FDS).

See sd_notify(3), sd_listen_fds(3), sd_watchdog_enabled(3). Everything here does nothing outside systemd.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import MutableMapping

FIRST_PASSED_DESCRIPTOR = 3


class Notifier:
    """Tells the service manager how the daemon fares."""

    def __init__(self, environ: MutableMapping[str, str] = os.environ) -> None:
        address = environ.pop("NOTIFY_SOCKET", "")
        # A name in the abstract namespace is written with "@" for its NUL.
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self.watchdog_seconds = _watchdog_seconds(environ)
        """The manager acts when it hears nothing for so long; 0.0 without a watchdog."""

    def ready(self, status: str = "") -> None:
        """Everything listens."""
        self._say("READY=1", f"STATUS={status}")

    def reloading(self) -> None:
        """A reload begins; `ready` ends it. Type=notify-reload wants the time of it."""
        self._say("RELOADING=1", f"MONOTONIC_USEC={time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000}")

    def stopping(self) -> None:
        """What is under way ends; nothing new is taken."""
        self._say("STOPPING=1")

    def alive(self) -> None:
        """Feeds the watchdog."""
        self._say("WATCHDOG=1")

    def _say(self, *assignments: str) -> None:
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            try:
                channel.sendto("\n".join(assignments).encode(), self._address)
            except OSError:
                # The manager is gone or its queue full: the mail goes on all the same.
                return


def passed_sockets(environ: MutableMapping[str, str] = os.environ) -> tuple[socket.socket, ...]:
    """The listening sockets that the service manager opened for this process, each to be closed by the caller."""
    count, process = environ.pop("LISTEN_FDS", ""), environ.pop("LISTEN_PID", "")
    environ.pop("LISTEN_FDNAMES", None)
    if not count.isdigit() or process != str(os.getpid()):
        return ()
    descriptors = range(FIRST_PASSED_DESCRIPTOR, FIRST_PASSED_DESCRIPTOR + int(count))
    for descriptor in descriptors:
        os.set_inheritable(descriptor, False)
    return tuple(socket.socket(fileno=descriptor) for descriptor in descriptors)


def inherited_sockets(descriptors: str) -> tuple[socket.socket, ...]:
    """The listening sockets that a parent process passes on: their numbers with commas between, or "none"."""
    if descriptors == "none":
        return ()
    return tuple(socket.socket(fileno=int(descriptor)) for descriptor in descriptors.split(","))


def _watchdog_seconds(environ: MutableMapping[str, str]) -> float:
    interval, process = environ.pop("WATCHDOG_USEC", ""), environ.pop("WATCHDOG_PID", "")
    if not interval.isdigit() or process not in ("", str(os.getpid())):
        return 0.0
    return int(interval) / 1_000_000
