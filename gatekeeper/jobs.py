"""The jobs: what the daemon does by the clock. Each is idempotent, takes `now`, and shows in the metrics.

A node's own jobs run on every node. Those of the whole site run on one: whoever finds such a job due takes its
lease, works, and writes down that it is done, so that the others leave it until it is due again. When he dies, his
lease ends and somebody else does it.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from gatekeeper.events import Events
from gatekeeper.metrics import Where
from gatekeeper.store import lease, runs
from gatekeeper.store.bench import Bench
from gatekeeper.store.lease import LEASE_SECONDS, Lease

FIRST_SECONDS = 60.0
"""No job waits longer than this for its first run."""
LATE_SECONDS = 3600
"""A job that could not start on time still runs when it is not later than this."""
LOOK_SECONDS = 60.0
"""How often a node looks whether a job of the whole site is due."""
AGAIN_SECONDS = 300.0
"""How long after a failure a job of the whole site is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job: `work` gets the time in seconds since 1970 and runs every `every_seconds`; `site_wide` on one node."""

    name: str
    every_seconds: float
    work: Callable[[float], Awaitable[None]]
    site_wide: bool = False

    @property
    def look_seconds(self) -> float:
        """How often the clock calls it."""
        return min(LOOK_SECONDS, self.every_seconds) if self.site_wide else self.every_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Why a job of the whole site did not run here: `lease` is who is at it, None when it is not due yet."""

    lease: Lease | None = None


class LeaseLost(Exception):
    """The work took so long without a renewal that another node has begun it."""


def this_node() -> str:
    """A name for this process in leases, that no other has: machine, process, and chance (containers share both)."""
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(3)}"


class Jobs:
    """Runs jobs from `start` to `stop`. Two runs of one job never overlap, and missed ones become one."""

    def __init__(
        self,
        jobs: tuple[Job, ...],
        bench: Bench,
        events: Events,
        *,
        node: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.node = node or this_node()
        self._bench = bench
        self._events = events
        self._clock = clock
        self._jobs = jobs
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._running: dict[asyncio.Task[None], Job] = {}

    def start(self) -> None:
        for job in self._jobs:
            self._scheduler.add_job(
                self._call,
                "interval",
                (job,),
                seconds=job.look_seconds,
                id=job.name,
                # A daemon that is restarted every night still does its daily jobs.
                next_run_time=datetime.now(UTC) + timedelta(seconds=min(job.look_seconds, FIRST_SECONDS)),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=LATE_SECONDS,
            )
        self._scheduler.start()

    async def run(self, job: Job) -> None:
        """One run of `job`, if it is due. What goes wrong is logged and counted; the next run comes all the same."""
        try:
            await self.perform(job)
        except Exception as error:
            self._events.job_failed(job.name)
            self._events.error(Where.JOB, error, job=job.name)

    async def perform(self, job: Job, *, by_hand: bool = False) -> Skipped | None:
        """One run, None when the work is done. `by_hand`: whether it is due or not. Raises what the work raises."""
        if not job.site_wide:
            begun = time.monotonic()
            await job.work(self._clock())
            self._events.job_done(job.name, at=self._clock(), seconds=time.monotonic() - begun)
            return None
        begun = time.monotonic()
        try:
            skipped: Skipped | None = await self._bench.run(partial(self._take, job, self._clock(), by_hand))
            if skipped is not None:
                return skipped
            await self._leased(job)
        except BaseException as error:
            # Whatever ends the work, another may have the lease; what cannot be written now ends by itself.
            with suppress(Exception):
                await self._bench.run(partial(self._give_up, job, self._clock(), error))
            raise
        await self._bench.run(partial(self._finish, job, self._clock(), time.monotonic() - begun))
        self._events.job_done(job.name, at=self._clock(), seconds=time.monotonic() - begun)
        return None

    async def stop(self) -> None:
        """Starts no more runs. The node's own end first; the site's are left to another node, or to the next start."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for task, job in self._running.items():
            if job.site_wide:
                task.cancel()
        if self._running:
            await asyncio.wait(self._running)

    async def _call(self, job: Job) -> None:
        """What the clock calls. The scheduler cancels it when it stops, and a delivery must not end in the middle."""
        task = asyncio.create_task(self.run(job))
        self._running[task] = job
        task.add_done_callback(self._running.pop)
        # It would log what it cancels as an error.
        with suppress(asyncio.CancelledError):
            await asyncio.shield(task)

    async def _leased(self, job: Job) -> None:
        """The work, for as long as the lease is ours. Raises LeaseLost, and what the work raises."""
        async with asyncio.timeout(None) as held:
            renewing = asyncio.create_task(self._renew(job, held))
            try:
                await job.work(self._clock())
            except asyncio.CancelledError:
                if held.expired():
                    raise LeaseLost(f"{job.name}: another node has begun it") from None
                raise
            finally:
                renewing.cancel()

    async def _renew(self, job: Job, held: asyncio.Timeout) -> None:
        """Keeps the lease while the work lasts; ends the work when the lease is lost."""
        until = time.monotonic() + LEASE_SECONDS
        while True:
            await asyncio.sleep(LEASE_SECONDS / 4)
            begun = time.monotonic()
            try:
                renewal = partial(lease.renew, name=job.name, holder=self.node, now=self._clock())
                mine = await self._bench.run(renewal)
            except Exception as error:
                # The database may come back before the lease is over.
                self._events.error(Where.JOB, error, job=job.name)
                mine = begun < until
            else:
                until = begun + LEASE_SECONDS
            if not mine:
                held.reschedule(asyncio.get_running_loop().time())
                return

    # In the bench's transactions ---------------------------------------------------------------------------------

    def _take(self, job: Job, now: float, by_hand: bool, connection: Connection) -> Skipped | None:
        """Take the lease if the job is due, in one transaction."""
        if not by_hand and not self._is_due(connection, job, now):
            return Skipped()
        if not lease.take(connection, job.name, self.node, now):
            return Skipped(lease=lease.held(connection, job.name, now))
        # Whoever had the lease a moment ago may have done it.
        if not by_hand and not self._is_due(connection, job, now):
            lease.release(connection, job.name, self.node)
            return Skipped()
        return None

    def _is_due(self, connection: Connection, job: Job, now: float) -> bool:
        known = runs.record(connection, job.name)
        self._events.job_known(job.name, at=known.finished, seconds=known.seconds)
        again = known.failed + min(AGAIN_SECONDS, job.every_seconds) if known.failed > known.finished else 0.0
        return now >= max(known.finished + job.every_seconds, again)

    def _finish(self, job: Job, now: float, seconds: float, connection: Connection) -> None:
        runs.succeeded(connection, job.name, now, seconds=seconds)
        lease.release(connection, job.name, self.node)

    def _give_up(self, job: Job, now: float, error: BaseException, connection: Connection) -> None:
        if isinstance(error, Exception):
            runs.failed(connection, job.name, now, f"{type(error).__name__}: {error}")
        lease.release(connection, job.name, self.node)
