"""Relaying: what a message costs the daemon, with the whole judgement on, between a client and smtp-sink."""

from __future__ import annotations

import asyncio
import math
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import uvloop

from gatekeeper.policy.relation import Relation
from gatekeeper.policy.terms import DAY_SECONDS
from tests.load.client import LoadClient
from tests.load.daemon import Daemon, cpu_seconds
from tests.load.town import SITE, Town, save_relations
from tests.servers import require, smtp_sink

SOURCE = f"source@{SITE}"
TARGET = "target@homes.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run. CPU is user and system time of the daemon's process."""

    messages: int
    seconds: float
    cpu_seconds: float
    p99_seconds: float = math.nan

    @property
    def cpu_ms(self) -> float:
        """For one message."""
        return 1_000 * self.cpu_seconds / self.messages

    @property
    def messages_a_second(self) -> float:
        return self.messages / self.seconds


@contextmanager
def bench_daemon(town: Town, *, database: str = "", changes: dict[str, str] | None = None) -> Iterator[Daemon]:
    """A daemon with the town's relations, and smtp-sink behind it. `SOURCE` and its targets like each other."""
    now = time.time()
    with tempfile.TemporaryDirectory() as folder, smtp_sink() as port:
        daemon = Daemon(folder=Path(folder), next_hop=port, database=database, changes=changes or {})
        engine = daemon.engine()
        town.settle(engine, now)
        targets = (TARGET, *(f"{number}{TARGET}" for number in range(1, 101)))
        save_relations(engine, (liked(SOURCE, target, now) for target in targets))
        engine.dispose()
        daemon.configure()
        daemon.start()
        try:
            yield daemon
        finally:
            daemon.stop()


def liked(sender: str, contact: str, now: float) -> Relation:
    """A pair that wrote to each other in the last weeks."""
    return Relation(
        sender=sender, contact=contact,
        in_sum=2.0, in_first=now - 15 * DAY_SECONDS, in_last=now - 10 * DAY_SECONDS,
        out_sum=2.0, out_first=now - 18 * DAY_SECONDS, out_last=now - 12 * DAY_SECONDS,
    )  # fmt: skip


class Relay(Protocol):
    """A process with a listener."""

    @property
    def port(self) -> int: ...

    def cpu_seconds(self) -> float: ...


def by_source(daemon: Relay, *flags: str, messages: int) -> Measured:
    """One run of smtp-source: identical bodies to liked contacts, which is the ceiling."""
    command = [
        require("smtp-source"), "-m", str(messages), "-f", SOURCE, "-t", TARGET, *flags, f"127.0.0.1:{daemon.port}"
    ]  # fmt: skip
    cpu, began = daemon.cpu_seconds(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    return Measured(messages=messages, seconds=seconds, cpu_seconds=daemon.cpu_seconds() - cpu)


def ceiling(*flags: str, messages: int) -> Measured:
    """The same load on smtp-sink alone; CPU is that of smtp-sink."""
    with smtp_sink() as port:
        own = ["pgrep", "-n", "-P", str(os.getpid()), "smtp-sink"]
        process = int(subprocess.run(own, capture_output=True, check=True).stdout)
        began = time.perf_counter()
        subprocess.run(
            [require("smtp-source"), "-m", str(messages), "-f", SOURCE, "-t", TARGET, *flags, f"127.0.0.1:{port}"],
            check=True,
            capture_output=True,
        )
        seconds = time.perf_counter() - began
        return Measured(messages=messages, seconds=seconds, cpu_seconds=cpu_seconds(process))


def by_mix(daemon: Relay, town: Town, *, first: int, messages: int, sessions: int, keep: bool = True) -> Measured:
    """One run of the mix: unique texts to friends, acquaintances and a few strangers; the client does not pipeline,
    as most do not."""
    letters = list(town.letters(messages, first=first))
    client = LoadClient(daemon.port, sessions=sessions, pipelining=False, messages_a_connection=0 if keep else 1)
    cpu, began = daemon.cpu_seconds(), time.perf_counter()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        report = runner.run(client.send(iter(letters)))
    seconds = time.perf_counter() - began
    times = sorted(report.seconds)
    return Measured(
        messages=messages,
        seconds=seconds,
        cpu_seconds=daemon.cpu_seconds() - cpu,
        p99_seconds=times[int(len(times) * 0.99)],
    )
