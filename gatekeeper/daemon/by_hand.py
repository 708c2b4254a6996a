"""By hand: the daemon's jobs without the daemon, on the configured database, beside a daemon or without one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from gatekeeper.config import Config
from gatekeeper.daemon import wiring
from gatekeeper.daemon.chores import Chores
from gatekeeper.daemon.doors import Doors
from gatekeeper.errors import EX_UNAVAILABLE, EX_USAGE, UsageError
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.jobs import Job, Jobs
from gatekeeper.queue.outbox import Outbox
from gatekeeper.queue.reports import Reporter, ReporterSettings
from gatekeeper.store import lease, runs
from gatekeeper.store.bench import Bench
from gatekeeper.store.database import open_database, require_there, upgrade
from gatekeeper.store.lease import Lease
from gatekeeper.store.runs import Record
from gatekeeper.store.site import site_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A job as `jobs list` shows it: its record, empty for a node's own, and who is at it now."""

    job: Job
    record: Record
    lease: Lease | None


class Hand:
    """The jobs of one site, opened for one command."""

    def __init__(self, jobs: Jobs, all_jobs: tuple[Job, ...], bench: Bench) -> None:
        self._jobs = jobs
        self._all = all_jobs
        self._bench = bench

    async def shown(self, now: float) -> list[Shown]:
        """All jobs."""
        found: list[Shown] = await self._bench.run(
            lambda connection: [
                Shown(job=job, record=runs.record(connection, job.name), lease=lease.held(connection, job.name, now))
                for job in self._all
            ]
        )
        return found

    async def run(self, name: str) -> Lease | None:
        """Run the job now, due or not; gives who is at it already, and then it was not run.

        Raises UsageError for an unknown name, and what the job raises.
        """
        job = next((job for job in self._all if job.name == name), None)
        if job is None:
            names = ", ".join(job.name for job in self._all)
            raise UsageError(f'there is no job "{name}"; there are: {names}', exit_code=EX_USAGE)
        skipped = await self._jobs.perform(job, by_hand=True)
        return skipped.lease if skipped is not None else None


@asynccontextmanager
async def opened(config: Config, events: Events) -> AsyncIterator[Hand]:
    """The jobs of the configured site. Raises UsageError when its database or next hop cannot be used."""
    async with AsyncExitStack() as stack:
        require_there(config.database)
        engine = open_database(config.database)
        stack.callback(engine.dispose)
        upgrade(engine)
        with engine.begin() as connection:
            facts = site_facts(connection, time.time())
        ids = Ids(facts.secret)
        bench = Bench(engine, wiring.terms(config, facts.since))
        bench.start()
        stack.push_async_callback(asyncio.to_thread, bench.stop)
        options = tuple(wiring.listener_options(config, position) for position in range(len(config.listener)))
        doors = Doors(config, options, bench, events, ids)
        stack.push_async_callback(doors.close)
        settings = ReporterSettings(hostname=config.hostname, help_contact=config.help_contact)
        reporter = Reporter(ids, settings, sign=doors.signer.own)
        outbox = Outbox(bench, lambda: doors, reporter, events, ids, wiring.outbox_settings(config))

        async def probe(now: float) -> None:
            silent = [f"{name} does not answer: {reason}" for name, reason in (await doors.probe()).items() if reason]
            if silent:
                raise UsageError("\n".join(silent), exit_code=EX_UNAVAILABLE)

        async def run_queue(now: float) -> None:
            await outbox.run(now)

        all_jobs = Chores(lambda: config, bench, events, ids, sign=doors.signer.own).jobs(
            probe=probe, run_queue=run_queue
        )
        yield Hand(Jobs(all_jobs, bench, events), all_jobs, bench)
