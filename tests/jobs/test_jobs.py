"""Jobs: those of the site run once, on whichever node; a node that dies is followed; a failure is seen and repeated."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url

from gatekeeper.events import Events
from gatekeeper.jobs import AGAIN_SECONDS, Job, Jobs, LeaseLost, Skipped
from gatekeeper.store import lease, runs
from gatekeeper.store.bench import Bench
from gatekeeper.store.lease import LEASE_SECONDS
from tests.store.conftest import DAY, NOW

ROOT = Path(__file__).parents[2]
START_SECONDS = 30.0

pytestmark = pytest.mark.asyncio


@dataclass(kw_only=True)
class Node:
    """One node of the site, with a clock that the test sets; `work` writes down when it was called."""

    bench: Bench
    name: str
    now: float = NOW
    done: list[float] = field(default_factory=list)
    fails: bool = False
    events: Events = field(default_factory=Events.unheard)

    def __post_init__(self) -> None:
        self.job = Job(name="prune", every_seconds=DAY, work=self.work, site_wide=True)
        self.jobs = Jobs((self.job,), self.bench, self.events, node=self.name, clock=lambda: self.now)

    async def work(self, now: float) -> None:
        if self.fails:
            raise OSError("the disk is full")
        self.done.append(now)

    async def tick(self, now: float) -> None:
        self.now = now
        await self.jobs.run(self.job)

    def metric(self, name: str) -> float:
        value = self.events.metrics.registry.get_sample_value(f"gatekeeper_job_{name}", {"job": "prune"})
        assert value is not None
        return value


@pytest.fixture
def nodes(open_bench: Callable[[], Bench]) -> tuple[Node, Node]:
    return Node(bench=open_bench(), name="one"), Node(bench=open_bench(), name="two")


async def test_of_two_nodes_one_does_the_days_work_and_both_know(nodes: tuple[Node, Node]) -> None:
    for minute in range(0, 2 * 24 * 60, 60):
        await asyncio.gather(*(node.tick(NOW + minute * 60.0) for node in nodes))
    one, two = nodes
    assert sorted(one.done + two.done) == [NOW, NOW + DAY]
    assert one.metric("last_success_timestamp_seconds") == NOW + DAY
    assert two.metric("last_success_timestamp_seconds") == NOW + DAY


async def test_who_is_at_it_keeps_the_others_out(nodes: tuple[Node, Node], engine: Engine) -> None:
    _, two = nodes
    with engine.begin() as connection:
        assert lease.take(connection, "prune", "one", NOW)
    skipped = await two.jobs.perform(two.job, by_hand=True)
    assert isinstance(skipped, Skipped) and skipped.lease is not None
    assert (skipped.lease.holder, skipped.lease.until, two.done) == ("one", NOW + LEASE_SECONDS, [])
    two.now = NOW + LEASE_SECONDS
    assert await two.jobs.perform(two.job, by_hand=True) is None
    with engine.begin() as connection:
        assert lease.held(connection, "prune", two.now) is None


HOLDER = """
import asyncio, sys, time
from gatekeeper.events import Events
from gatekeeper.jobs import Job, Jobs
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store.bench import Bench
from gatekeeper.store.database import open_database
from gatekeeper.store.hearing import Terms

async def work(now):
    print("at it", flush=True)
    await asyncio.sleep(600)

async def main():
    bench = Bench(open_database(sys.argv[1]), Terms(policy=Policy(name="test"), local_domains=frozenset()))
    bench.start()
    job = Job(name="prune", every_seconds=86400.0, work=work, site_wide=True)
    await Jobs((job,), bench, Events.unheard(), node="killed", clock=lambda: float(sys.argv[2])).run(job)

asyncio.run(main())
"""


async def test_when_a_node_is_killed_at_its_work_another_does_it(nodes: tuple[Node, Node], engine: Engine) -> None:
    url = make_url(engine.url).set(drivername=engine.url.get_backend_name()).render_as_string(hide_password=False)
    command = [sys.executable, "-c", HOLDER, url, str(NOW)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    assert killed.stdout is not None
    assert await asyncio.wait_for(asyncio.to_thread(killed.stdout.readline), START_SECONDS) == b"at it\n"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()

    _, two = nodes
    await two.tick(NOW + LEASE_SECONDS - 1.0)
    assert two.done == []
    await two.tick(NOW + LEASE_SECONDS)
    assert two.done == [NOW + LEASE_SECONDS]


async def test_a_failure_is_counted_written_down_and_tried_again_soon(nodes: tuple[Node, Node], engine: Engine) -> None:
    one, two = nodes
    one.fails = True
    await one.tick(NOW)
    assert (one.metric("failures_total"), one.metric("last_success_timestamp_seconds")) == (1.0, 0.0)
    with engine.begin() as connection:
        known = runs.record(connection, "prune")
        assert lease.held(connection, "prune", NOW) is None
    assert (known.failures, known.failed, known.reason) == (1, NOW, "OSError: the disk is full")
    await two.tick(NOW + AGAIN_SECONDS - 1.0)
    assert two.done == []
    await two.tick(NOW + AGAIN_SECONDS)
    assert two.done == [NOW + AGAIN_SECONDS]


async def test_who_loses_his_lease_stops_working(
    nodes: tuple[Node, Node], engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gatekeeper.jobs.LEASE_SECONDS", 0.04)
    one, _ = nodes

    async def work(now: float) -> None:
        with engine.begin() as connection:
            lease.release(connection, "prune", "one")
            assert lease.take(connection, "prune", "two", now)
        await asyncio.sleep(START_SECONDS)

    job = Job(name="prune", every_seconds=DAY, work=work, site_wide=True)
    with pytest.raises(LeaseLost):
        await one.jobs.perform(job)
    with engine.begin() as connection:
        held = lease.held(connection, "prune", NOW)
    assert held is not None and held.holder == "two"


async def test_a_stop_lets_the_nodes_own_end_and_leaves_the_sites_to_others(open_bench: Callable[[], Bench]) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def deliver(now: float) -> None:
        begun.set()
        await asyncio.sleep(0.2)
        ended.set()

    async def prune(now: float) -> None:
        await asyncio.sleep(START_SECONDS)

    own = Job(name="queue", every_seconds=0.01, work=deliver)
    sites = Job(name="prune", every_seconds=0.01, work=prune, site_wide=True)
    bench = open_bench()
    jobs = Jobs((own, sites), bench, Events.unheard())
    jobs.start()
    await begun.wait()
    async with asyncio.timeout(START_SECONDS / 2):
        await jobs.stop()
    assert ended.is_set()
    assert await bench.run(lambda connection: lease.held(connection, "prune", 0.0)) is None


async def test_two_that_begin_a_period_at_once_begin_it_once(engine: Engine) -> None:
    def begin(_: int) -> bool:
        with engine.begin() as connection:
            return runs.begin_period(connection, "digest", "2026-W39")

    begun = await asyncio.gather(*(asyncio.to_thread(begin, number) for number in range(8)))
    assert sum(begun) == 1
    with engine.begin() as connection:
        assert not runs.begin_period(connection, "digest", "2026-W38")
        assert runs.begin_period(connection, "digest", "2026-W40")
