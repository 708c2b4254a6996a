"""The workers: several daemons of one configuration on the same addresses; started, watched and ended together.

Each worker is a whole daemon in a process of its own. What must be exact between them (rates, campaigns, credits, the
queue) is kept by the database, as it is between nodes; what is counted in memory (connections, octets in flight,
connections to the next hop) counts for each worker. They tell this process how they fare as a daemon tells systemd.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from prometheus_client import multiprocess

from gatekeeper.config import Config
from gatekeeper.daemon.systemd import Notifier
from gatekeeper.events import Events
from gatekeeper.metrics import SHARED_FOLDER

RESTART_SECONDS = 1.0
"""How long the place of a worker that ended by itself stays empty: one that cannot live must not eat the machine."""


@dataclass(slots=True, kw_only=True)
class _Worker:
    number: int
    channel: socket.socket
    process: asyncio.subprocess.Process | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    heard: float = 0.0
    """When it last fed the watchdog, by the monotonic clock."""


class Workers:
    """Runs `config.workers` of them until SIGTERM or SIGINT. `passed` are sockets of the service manager."""

    def __init__(
        self,
        config: Config,
        config_file: str | None,
        events: Events,
        notifier: Notifier,
        passed: Sequence[socket.socket] = (),
    ) -> None:
        self._config = config
        self._config_file = config_file
        self._events = events
        self._notifier = notifier
        self._passed = tuple(one.fileno() for one in passed)
        self._stop = asyncio.Event()
        self._exit_code = 0

    async def run(self) -> int:
        """The exit code: 0, or that of a worker that could not even start."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        with tempfile.TemporaryDirectory(prefix="gatekeeper-workers-") as folder:
            self._folder = Path(folder)
            self._workers = [self._place(number) for number in range(1, self._config.workers + 1)]
            keepers = [asyncio.create_task(self._start_and_keep(), name="workers")]
            loop.add_signal_handler(signal.SIGHUP, self._reload)
            if self._notifier.watchdog_seconds:
                keepers.append(asyncio.create_task(self._feed_watchdog()))
            await self._stop.wait()
            self._notifier.stopping()
            for keeper in keepers:
                keeper.cancel()
            await asyncio.gather(*keepers, return_exceptions=True)
            await asyncio.gather(*(_ended(worker) for worker in self._workers))
            for worker in self._workers:
                loop.remove_reader(worker.channel)
                worker.channel.close()
        return self._exit_code

    def _place(self, number: int) -> _Worker:
        channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        channel.bind(str(self._folder / f"worker-{number}"))
        worker = _Worker(number=number, channel=channel)
        asyncio.get_running_loop().add_reader(channel, self._hear, worker)
        return worker

    async def _start_and_keep(self) -> None:
        """The first one alone, until it is ready: it brings the database to the newest schema, and a mistake that
        keeps all of them from starting is told once."""
        async with asyncio.TaskGroup() as keeping:
            for worker in self._workers:
                keeping.create_task(self._keep(worker))
                if worker.number == 1:
                    await worker.ready.wait()
            for worker in self._workers:
                await worker.ready.wait()
            self._notifier.ready(f"{len(self._workers)} workers")

    async def _keep(self, worker: _Worker) -> None:
        """Starts `worker`, and again whenever it ended by itself."""
        while True:
            worker.process = await self._started(worker)
            status = await worker.process.wait()
            multiprocess.mark_process_dead(worker.process.pid, str(self._folder))  # type: ignore[no-untyped-call]  # the library lacks it
            if not worker.ready.is_set():
                self._exit_code = status if status > 0 else 1
                self._stop.set()
                return
            self._events.noted("a worker ended by itself and is started again", worker=worker.number, status=status)
            await asyncio.sleep(RESTART_SECONDS)

    async def _started(self, worker: _Worker) -> asyncio.subprocess.Process:
        file = ("--config", self._config_file) if self._config_file else ()
        environ = {
            **os.environ,
            "NOTIFY_SOCKET": str(self._folder / f"worker-{worker.number}"),
            SHARED_FOLDER: str(self._folder),
        }
        if self._notifier.watchdog_seconds:
            environ["WATCHDOG_USEC"] = str(int(self._notifier.watchdog_seconds * 1_000_000))
        worker.heard = time.monotonic()
        passed = ",".join(map(str, self._passed)) or "none"
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "gatekeeper", "serve", "--worker", passed, *file,
            # It ends when this pipe does, so that a death of ours leaves nobody behind.
            stdin=asyncio.subprocess.PIPE, env=environ, pass_fds=self._passed,
        )  # fmt: skip

    def _hear(self, worker: _Worker) -> None:
        told = worker.channel.recv(4096).decode(errors="replace").split("\n")
        if "READY=1" in told:
            worker.ready.set()
            worker.heard = time.monotonic()
        if "WATCHDOG=1" in told:
            worker.heard = time.monotonic()

    def _reload(self) -> None:
        """Each reads its files and says what it makes of them; with mistakes in them all go on as before."""
        self._notifier.reloading()
        for worker in self._workers:
            _signal(worker, signal.SIGHUP)
        self._notifier.ready(f"{len(self._workers)} workers")

    async def _feed_watchdog(self) -> None:
        """Only while every worker feeds it: systemd then starts all of them anew."""
        seconds = self._notifier.watchdog_seconds
        while True:
            if all(time.monotonic() - worker.heard < seconds for worker in self._workers if worker.ready.is_set()):
                self._notifier.alive()
            await asyncio.sleep(seconds / 2)


async def _ended(worker: _Worker) -> None:
    """Ends one, when the mail that it has in hand is done."""
    if worker.process is None:
        return
    _signal(worker, signal.SIGTERM)
    await worker.process.wait()


def _signal(worker: _Worker, number: signal.Signals) -> None:
    if worker.process is not None and worker.process.returncode is None:
        worker.process.send_signal(number)
