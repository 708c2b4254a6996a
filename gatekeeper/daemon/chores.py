"""The chores: every job of the daemon, how often it runs, and where. The same ones run by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from gatekeeper.config import Config
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.jobs import Job
from gatekeeper.letters.digest import Digests, DigestSettings
from gatekeeper.letters.personal import PersonalReports
from gatekeeper.metrics import QueueState
from gatekeeper.policy.terms import RateLimits
from gatekeeper.store import queue
from gatekeeper.store.bench import Bench
from gatekeeper.store.counts import standings
from gatekeeper.store.coverage import coverage
from gatekeeper.store.forgotten import forgotten
from gatekeeper.store.retention import Retention, prune, steps

PROBE_SECONDS = 30.0
QUEUE_SECONDS = 1.0
COUNT_SECONDS = 300.0
PRUNE_SECONDS = 86_400.0
DIGEST_SECONDS = 3600.0
"""How often it is looked whether a week is over."""

Work = Callable[[float], Awaitable[None]]


class Chores:
    """What the jobs do, by the configuration in force."""

    def __init__(
        self,
        config: Callable[[], Config],
        bench: Bench,
        events: Events,
        ids: Ids,
        *,
        sign: Callable[[bytes], bytes] = lambda content: content,
    ) -> None:
        self._config = config
        self._bench = bench
        self._events = events
        self._ids = ids
        self._sign = sign

    def jobs(self, *, probe: Work, run_queue: Work) -> tuple[Job, ...]:
        """All of them; the next hops and the queue are the caller's."""
        return (
            Job(name="prune", every_seconds=PRUNE_SECONDS, work=self.prune, site_wide=True),
            Job(name="digest", every_seconds=DIGEST_SECONDS, work=self.digest, site_wide=True),
            Job(name="report", every_seconds=DIGEST_SECONDS, work=self.report, site_wide=True),
            Job(name="count", every_seconds=COUNT_SECONDS, work=self.count),
            Job(name="probe", every_seconds=PROBE_SECONDS, work=probe),
            Job(name="queue", every_seconds=QUEUE_SECONDS, work=run_queue),
        )

    async def count(self, now: float) -> None:
        """The gauges that the store knows."""
        rates = self._bench.terms.policy.rates
        senders = await self._bench.run(partial(standings, now=now, terms=rates))
        seen = await self._bench.run(coverage)
        states = await self._bench.run(queue.counts)
        # Who was forgotten by a command beside the daemon.
        gone = await self._bench.run(forgotten)
        self._bench.change_terms(replace(self._bench.terms, forgotten=gone))
        waiting = {state: states.get(queue.QueueState(state.value), 0) for state in QueueState}
        limits = {name: getattr(rates, name) for name in RateLimits.model_fields}
        self._events.counted(
            tiers=senders.tiers,
            limits={
                (name, tier): limit * scale for name, limit in limits.items() for tier, scale in senders.scales.items()
            },
            frozen=senders.frozen,
            queue=waiting,
            coverage=seen.answers_share,
        )

    async def prune(self, now: float) -> None:
        """Delete what is over."""
        retention = Retention(**self._config().retention.model_dump())
        for table, is_over in steps(retention, now):
            # Between two of these transactions the bench hears the mail that waits.
            while await self._bench.run(partial(prune, table=table, is_over=is_over)):
                pass

    async def report(self, now: float) -> None:
        """What the site's people are told of their own mail, where the site wants that."""
        config = self._config()
        reports = PersonalReports(self._bench, config.hostname, config.personal_reports, sign=self._sign)
        await reports.write(now)

    async def digest(self, now: float) -> None:
        """The week's digest for the admins, where somebody is to get it."""
        config = self._config()
        if config.admin_address:
            settings = DigestSettings(
                to=config.admin_address, hostname=config.hostname, observes=config.mode == "observe"
            )
            await Digests(self._bench, self._ids, settings, sign=self._sign).write(now)
