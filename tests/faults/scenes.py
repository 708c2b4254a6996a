"""Scenes of our own process and its clients: killed, terminated, without descriptors, with bad files, in a crowd."""

from __future__ import annotations

import asyncio
import random
import signal
import subprocess
import time
from collections import Counter
from contextlib import suppress

from tests.faults.moments import LIBFAKETIME
from tests.faults.stage import Row, Stage
from tests.servers import Phase


async def killed(stage: Stage, share: float) -> list[Row]:
    """kill -9 at seeded random moments while mail passes, waits and leaves the queue."""
    kills = max(3, round(100 * share))
    choice = random.Random(stage.seed)
    await stage.start()
    load, over = stage.sending()
    for number in range(kills):
        # Half of the time the next hop is busy, so that the queue has work.
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"} if number % 4 == 1 else {}
        await asyncio.sleep(choice.uniform(0.05, 0.8))
        await stage.kill()
        await stage.start()
        with suppress(Exception):
            await asyncio.to_thread(stage.hurry)
    stage.sink.faults = {}
    return [await stage.ended(load, over, "kill -9 under load", f"{kills} kills, seed {stage.seed}")]


async def terminated(stage: Stage, share: float) -> list[Row]:
    """SIGTERM under load: what is in hand gets its answer."""
    await stage.start()
    load, over = stage.sending()
    times = max(2, round(20 * share))
    for _ in range(times):
        await asyncio.sleep(0.7)
        await stage.stop()
        await stage.start()
    return [await stage.ended(load, over, "SIGTERM under load", f"{times} times")]


async def clock_off(stage: Stage, share: float) -> list[Row]:
    """The queue is filled today, and served by a clock that is a year ahead, then one that is a year behind. By the
    first every message is too old: whom it does not reach at once, its sender hears of it."""
    stage.sink.takes_reports = True
    rows = []
    for what, offset in (("ahead", "+1y"), ("behind", "-1y")):
        before = dict(stage.client.report.attempts)
        await stage.start()
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
        await stage.send(60)
        await stage.stop()
        stage.sink.faults = {}
        stage.daemon.environment = {
            "LD_PRELOAD": LIBFAKETIME, "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }  # fmt: skip
        await stage.start()
        await stage.send(20)
        await asyncio.sleep(3)
        await stage.stop()
        stage.daemon.environment = {}
        await stage.start()
        await stage.empty_the_queue()
        await stage.stop()
        rows.append(stage.row(f"clock a year {what}", since=before))
    return rows


async def descriptors_gone(stage: Stage, share: float) -> list[Row]:
    """The daemon may open 60 files, and 100 clients come."""
    await stage.start()
    assert stage.daemon.process is not None
    pid = str(stage.daemon.process.pid)
    subprocess.run(["prlimit", "--pid", pid, "--nofile=60:20000"], check=True)
    load, over = stage.sending()
    lines = [await asyncio.open_connection("127.0.0.1", stage.daemon.port) for _ in range(100)]
    await asyncio.sleep(max(1.0, 5 * share))
    for _, writer in lines:
        writer.close()
    subprocess.run(["prlimit", "--pid", pid, "--nofile=20000:20000"], check=True)
    return [await stage.ended(load, over, "descriptors exhausted")]


async def bad_reload(stage: Stage, share: float) -> list[Row]:
    """Broken configuration and policy, and SIGHUP: the old ones stay."""
    await stage.start()
    load, over = stage.sending()
    assert stage.daemon.process is not None
    for name, text in (("gatekeeper.toml", "hostname = ["), ("load.toml", "name = 1\n[rates]\nnonsense = 2\n")):
        file = stage.folder / name
        good = file.read_text(encoding="utf-8")
        file.write_text(text, encoding="utf-8")
        for _ in range(max(1, round(10 * share))):
            stage.daemon.process.send_signal(signal.SIGHUP)
            await asyncio.sleep(0.3)
        file.write_text(good, encoding="utf-8")
    row = await stage.ended(load, over, "reload of bad files")
    assert "not reloaded" in stage.daemon.log.read_text(encoding="utf-8")
    return [row]


async def idle_crowd(stage: Stage, share: float) -> list[Row]:
    """10,000 connections that say nothing, slow senders, and readers who never read; others' mail passes."""
    await stage.start()
    crowd = round(10_000 * share)
    before = stage.daemon.resident_bytes()
    lines = [await asyncio.open_connection("127.0.0.1", stage.daemon.port) for _ in range(crowd)]
    used = (stage.daemon.resident_bytes() - before) / 2**20
    slow = [await asyncio.open_connection("127.0.0.1", stage.daemon.port) for _ in range(50)]
    deaf = [await asyncio.open_connection("127.0.0.1", stage.daemon.port, limit=1024) for _ in range(20)]
    for _, writer in deaf:
        writer.write(b"HELP me please\r\n" * 20_000)
    started = time.monotonic()
    load = asyncio.create_task(stage.send(round(2_000 * max(share, 0.1))))
    while not load.done():
        for _, writer in slow:
            writer.write(b"E")
        await asyncio.sleep(0.2)
    await load
    seconds = time.monotonic() - started
    for _, writer in (*lines, *slow, *deaf):
        writer.transport.abort()
    await stage.empty_the_queue()
    await stage.stop()
    note = f"{crowd} idle (+{used:.0f} MB), 50 slow, 20 deaf; the mail of others took {seconds:.1f} s"
    return [stage.row("idle crowd, slow senders, deaf readers", note)]


async def huge_messages(stage: Stage, share: float) -> list[Row]:
    """Messages of 25 MB, all at once, with 256 MB for all of them and an address space of 2 GB. Who is told to come
    again does so, with ten at a time."""
    stage.size_bytes = 25_000_000
    count = max(4, round(200 * share))
    stage.client.sessions = count
    await stage.start()
    assert stage.daemon.process is not None
    subprocess.run(["prlimit", "--pid", str(stage.daemon.process.pid), f"--as={2 * 2**30}"], check=True)
    peak, told = 0, Counter[int]()

    async def watched(sending: asyncio.Task[None]) -> None:
        nonlocal peak
        while not sending.done():
            peak = max(peak, stage.daemon.resident_bytes())
            await asyncio.sleep(0.2)
        await sending

    await watched(asyncio.create_task(stage.send(count)))
    attempts = stage.client.report.attempts
    told.update(code for codes in attempts.values() for code in codes)
    stage.client.sessions = 10
    for _ in range(20):
        again = sorted(stage.client.report.codes(400, 500))
        if not again:
            break
        serials = (int(one.split(".")[1].partition("@")[0]) for one in again)
        letters = (stage.town.letter(serial, size_bytes=stage.size_bytes) for serial in serials)
        await watched(asyncio.create_task(stage.resend(letters)))
    await stage.empty_the_queue()
    await stage.stop()
    answers = ", ".join(f"{number} x {code or 'no answer'}" for code, number in sorted(told.items()))
    note = f"{count} at once ({answers}), then again by ten; {peak / 2**20:.0f} MB at most"
    return [stage.row("messages of 25 MB under a memory limit", note)]


async def two_nodes(stage: Stage, share: float) -> list[Row]:
    """Two daemons on one PostgreSQL; one is killed again and again while it delivers from the queue."""
    other = Stage(folder=stage.folder / "other", sink=stage.sink, cluster=stage.cluster, seed=99)
    stage.neighbour = other
    other.daemon.database = stage.daemon.database
    other.daemon.configure()
    await stage.start()
    await other.start()
    for _ in range(max(1, round(10 * share))):
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
        await stage.send(100)
        stage.sink.faults, stage.sink.dot_seconds = {}, 0.3
        await asyncio.to_thread(stage.hurry)
        await asyncio.sleep(1.4)
        await stage.kill()
        await asyncio.sleep(0.5)
        await stage.start()
    await stage.empty_the_queue()
    await stage.stop()
    await other.stop()
    return [stage.row("two daemons on one database, one killed while it delivers")]
