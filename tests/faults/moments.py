"""Scenes of deaths at chosen moments: before a commit, between the next hop's 250 and ours, while a report is written;
and of claims that a dead node on another machine has left."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from gatekeeper.store.database import open_database
from tests.faults.stage import Row, Stage
from tests.servers import Phase

LIBFAKETIME = next((str(one) for one in Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), "")
STRACE = ("strace", "-f", "-q", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e")


async def before_the_commit(stage: Stage, share: float) -> list[Row]:
    """Killed on entering the fsync that a 250 waits for: nothing of that batch may have had one."""
    await stage.start()
    load, over = stage.sending()
    times = max(2, round(20 * share))
    for number in range(times):
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"} if number % 2 else {}
        await _killed_at_fsync(stage, number % 7 + 1)
        await stage.start()
        with suppress(Exception):
            await asyncio.to_thread(stage.hurry)
    stage.sink.faults = {}
    return [await stage.ended(load, over, "killed before the commit", f"{times} times")]


async def between_two_250s(stage: Stage, share: float) -> list[Row]:
    """Killed when the next hop has just said 250, and nobody has heard it."""
    await stage.start()
    load, over = stage.sending()
    times = max(2, round(20 * share))
    died = asyncio.Event()

    def die() -> None:
        stage.sink.answered = None
        stage.kills.append(time.time())
        assert stage.daemon.process is not None
        os.kill(stage.daemon.process.pid, signal.SIGKILL)
        died.set()

    for _ in range(times):
        await asyncio.sleep(0.3)
        died.clear()
        stage.sink.answered = die
        await asyncio.wait_for(died.wait(), 60)
        await stage.kill()
        await stage.start()
    return [await stage.ended(load, over, "killed between the next hop's 250 and ours", f"{times} times")]


async def while_a_report_is_written(stage: Stage, share: float) -> list[Row]:
    """Killed again and again while the queue writes its reports: each message is reported, and no more than once but
    where a kill fell while the report was on its way."""
    stage.sink.takes_reports = True
    await stage.start()
    stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
    await stage.send(round(400 * max(share, 0.1)))
    stage.sink.faults = {Phase.RCPT: b"550 5.1.1 nobody of that name"}
    times = max(2, round(20 * share))
    for number in range(times):
        killing = asyncio.create_task(_killed_at_fsync(stage, number % 4 + 1))
        await asyncio.to_thread(stage.hurry)
        await killing
        await stage.start()
    await stage.empty_the_queue(faults=stage.sink.faults)
    await stage.stop()
    return [stage.row("killed while a report is written", f"{times} times; every message ends in a report")]


async def claims_end_by_time(stage: Stage, share: float) -> list[Row]:
    """A node on another machine has died with claims in its hands. Nobody can know, until their time is over: the
    clock of the node that lives jumps a quarter of an hour ahead."""
    await stage.start()
    stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
    await stage.send(100)
    stage.sink.faults, stage.sink.dot_seconds = {}, 0.5
    await asyncio.to_thread(stage.hurry)
    await asyncio.sleep(1.5)
    await stage.kill()
    left = await asyncio.to_thread(_move_claims, stage.daemon.url)
    assert left, "the kill met no delivery"
    clock = stage.folder / "clock"
    clock.write_text("+0", encoding="ascii")
    stage.daemon.environment = {
        "LD_PRELOAD": LIBFAKETIME, "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }  # fmt: skip
    stage.sink.dot_seconds = 0.0
    await stage.start()
    await asyncio.sleep(12)
    assert await asyncio.to_thread(_move_claims, stage.daemon.url) == left, "a claim ended before its time"
    clock.write_text("+16m", encoding="ascii")
    await stage.empty_the_queue()
    await stage.stop()
    note = f"{left} claims; none ended before, all after 15 minutes by the clock"
    return [stage.row("claims of a dead node on another machine", note)]


async def _killed_at_fsync(stage: Stage, number: int) -> None:
    """Kill the daemon when it enters its `number`th fsync from now on, or after ten seconds without so many."""
    process = stage.daemon.process
    assert process is not None
    inject = f"inject=fdatasync,fsync:signal=SIGKILL:when={number}"
    strace = subprocess.Popen([*STRACE, inject, "-p", str(process.pid)], stderr=subprocess.DEVNULL)
    with suppress(subprocess.TimeoutExpired):
        await asyncio.to_thread(process.wait, 10)
    await stage.kill()
    await asyncio.to_thread(strace.wait)


def _move_claims(url: str) -> int:
    """All claims are a machine's that is not here; gives how many there are."""
    engine = open_database(url)
    with engine.begin() as connection:
        found = connection.execute(text("UPDATE queue SET claimed_by = 'elsewhere/1' WHERE state = 'delivering'"))
    engine.dispose()
    return found.rowcount
