"""The jobs: what the daemon does by the clock. Each is idempotent, takes `now`, and counts its success."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from gatekeeper.events import Events
from gatekeeper.metrics import Where

FIRST_SECONDS = 60.0
"""No job waits longer than this for its first run."""
LATE_SECONDS = 3600
"""A job that could not start on time still runs when it is not later than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job: `work` gets the time in seconds since 1970 and runs every `every_seconds`."""

    name: str
    every_seconds: float
    work: Callable[[float], Awaitable[None]]


class Jobs:
    """Runs jobs from `start` to `stop`. Two runs of one job never overlap, and missed ones become one."""

    def __init__(self, jobs: tuple[Job, ...], events: Events) -> None:
        self._events = events
        self._jobs = jobs
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        for job in self._jobs:
            self._scheduler.add_job(
                self.run,
                "interval",
                (job,),
                seconds=job.every_seconds,
                id=job.name,
                # A daemon that is restarted every night still does its daily jobs.
                next_run_time=datetime.now(UTC) + timedelta(seconds=min(job.every_seconds, FIRST_SECONDS)),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=LATE_SECONDS,
            )
        self._scheduler.start()

    async def run(self, job: Job) -> None:
        """One run of `job`. What goes wrong is logged and counted; the next run comes all the same."""
        begun = time.monotonic()
        try:
            await job.work(time.time())
        except Exception as error:
            self._events.error(Where.JOB, error, job=job.name)
        else:
            self._events.job_done(job.name, seconds=time.monotonic() - begun)

    def stop(self) -> None:
        """Starts no more runs."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
