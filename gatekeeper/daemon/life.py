"""The life of the daemon: started, reloaded by SIGHUP, drained by SIGTERM, watched by systemd or by its overseer."""

from __future__ import annotations

import asyncio
import gc
import resource
import signal
import sys

import uvloop

from gatekeeper.config import Config, find, load
from gatekeeper.config.zone import use_time_zone
from gatekeeper.daemon import trial
from gatekeeper.daemon.allocator import return_large_blocks
from gatekeeper.daemon.house import House
from gatekeeper.daemon.systemd import Notifier, inherited_sockets, passed_sockets
from gatekeeper.daemon.wiring import address_of
from gatekeeper.daemon.workers import Workers
from gatekeeper.errors import UsageError
from gatekeeper.events import Events
from gatekeeper.metrics import Where

GC_ALLOCATIONS = 20_000


def live(config_file: str | None = None, *, worker: str | None = None) -> None:
    """Runs until SIGTERM or SIGINT. Raises UsageError with all mistakes when it cannot start.

    `worker`: this process is one of several, and these are the sockets passed on to it (see `workers`).
    """
    source = find(config_file)
    config = load(config_file)
    passed = passed_sockets() if worker is None else inherited_sockets(worker)
    if worker is None:
        trial.require(config, str(source or "defaults"), passed=[address_of(one) for one in passed])
    use_time_zone(config)
    raise_descriptor_limit()
    events = Events.to_stderr(config.log_level)
    if worker is None and config.workers > 1:
        overseer = Workers(config, config_file, events, Notifier(), passed)
        raise SystemExit(asyncio.run(overseer.run()))
    house = House(config, events, passed=passed)
    welcome = "" if source else welcome_text(config)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_Life(house, Notifier(), config_file, events, overseen=worker is not None).run(welcome))


def raise_descriptor_limit() -> None:
    """Takes as many file descriptors as this process may: each connection is one, and its way onward another."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class _Life:
    def __init__(
        self, house: House, notifier: Notifier, config_file: str | None, events: Events, *, overseen: bool
    ) -> None:
        self._house = house
        self._notifier = notifier
        self._config_file = config_file
        self._events = events
        self._overseen = overseen
        self._stop = asyncio.Event()
        self._reloading: asyncio.Task[None] | None = None

    async def run(self, welcome: str) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._unexpected)
        # Before anything listens: who sends SIGTERM during the start wants it to end, too.
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._hang_up)
        if self._overseen:
            # Nothing is ever said on this pipe: what can be read is its end, and that of the overseer.
            loop.add_reader(sys.stdin.fileno(), self._stop.set)
        watchdog = asyncio.create_task(self._feed_watchdog())
        return_large_blocks()
        await self._house.start()
        # What was loaded stays: the collector need not look at it again, and at the rest less often. Messages make
        # few cycles, and their objects go when the last reference does.
        gc.collect()
        gc.freeze()
        gc.set_threshold(GC_ALLOCATIONS, 20, 50)
        try:
            self._notifier.ready(f"listening on {' '.join(self._house.places)}")
            if welcome:
                print(welcome, file=sys.stderr, flush=True)
            await self._stop.wait()
        finally:
            if self._overseen:
                loop.remove_reader(sys.stdin.fileno())
            self._notifier.stopping()
            if self._reloading is not None:
                await asyncio.wait([self._reloading])
            await self._house.stop()
            watchdog.cancel()

    def _hang_up(self) -> None:
        if self._reloading is None or self._reloading.done():
            self._reloading = asyncio.create_task(self._reload())

    async def _reload(self) -> None:
        """Takes over what the files say now; with any mistake in them all stays as it was."""
        self._notifier.reloading()
        try:
            # In a thread: reading files and trying the database may take a while, and mail goes on.
            config = await asyncio.to_thread(self._read_again)
            await self._house.reload(config)
        except UsageError as error:
            self._events.reload_failed(error.reason)
        except Exception as error:
            self._events.reload_failed("an error of our own")
            self._events.error(Where.RELOAD, error)
        self._notifier.ready(f"listening on {' '.join(self._house.places)}")

    def _read_again(self) -> Config:
        config = load(self._config_file)
        source = str(find(self._config_file) or "defaults")
        if found := trial.obstacles(config, ports=False):
            raise UsageError("\n".join(f"{source}: {one.line}" for one in found))
        return config

    async def _feed_watchdog(self) -> None:
        if not self._notifier.watchdog_seconds:
            return
        while True:
            self._notifier.alive()
            await asyncio.sleep(self._notifier.watchdog_seconds / 2)

    def _unexpected(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        """An exception that nobody awaited."""
        error = context.get("exception")
        reason = error if isinstance(error, BaseException) else str(context.get("message", "no reason"))
        self._events.error(Where.LISTENER, reason)


def welcome_text(config: Config) -> str:
    """What to try next, for somebody who has just typed `make run`."""
    command = "gatekeeper" if sys.argv[0].find(".venv") < 0 else ".venv/bin/gatekeeper"
    outbound, inbound = config.listener[0].address, config.listener[1].address
    host, _, port = outbound.rpartition(":")
    return f"""
  gatekeeper runs with its defaults: mail to {outbound} is judged and delivered into var/delivered/new,
  copies of incoming mail go to {inbound}, the web is http://{config.web.address}/

  In another terminal:
    {command} demo                                      a few scenes, played over real SMTP
    {command} import mbox YOUR.mbox --owner YOU@HERE    learn from your own archive (maildir, too)
    swaks --server {host}:{port} --from YOU@HERE --to SOMEBODY@THERE
    {command} explain ID                                why a message was accepted or refused
    curl http://{config.web.address}/metrics

  Ctrl-C ends it. A gatekeeper.toml in this folder changes the defaults; {command} check finds its mistakes.
"""
