"""The scenes: each plays one fault of ours under load, and gives its row."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.faults.stage import Row, Stage
from tests.servers import DROP, HANG, Fault, Phase

Scene = Callable[[Stage, float], Awaitable[list[Row]]]
"""Gets the stage and how long it may play: 1.0 is the long run."""

PHASES = (Phase.CONNECT, Phase.EHLO, Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.CONTENT, Phase.DOT, Phase.QUIT)
FAULTS: tuple[tuple[str, Fault], ...] = (
    ("4yz", b"451 4.3.2 not now"), ("5yz", b"554 5.3.0 never"), ("drops", DROP), ("hangs", HANG),
)  # fmt: skip
CELLS_IN_SHORT = ((Phase.CONNECT, 2), (Phase.RCPT, 0), (Phase.DATA, 1), (Phase.DOT, 2))


async def next_hop(stage: Stage, share: float) -> list[Row]:
    """Every fault of the next hop in every phase; what was kept goes out when it is over."""
    await stage.start()
    cells = [(phase, *fault) for phase in PHASES for fault in FAULTS]
    if share < 1:
        cells = [(phase, *FAULTS[number]) for phase, number in CELLS_IN_SHORT]
    rows = []
    for phase, name, fault in cells:
        before = dict(stage.client.report.attempts)
        stage.sink.hang_up()
        stage.sink.faults = {phase: fault}
        await stage.send(20)
        await stage.empty_the_queue()
        rows.append(stage.row(f"next hop {name} at {phase.value}", since=before))
    await stage.stop()
    return rows


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
            await asyncio.to_thread(stage._hurry)
    over.set()
    # A daemon that died must fail the scene, not make its clients try for ever.
    await asyncio.wait_for(load, LOAD_SECONDS)
    await stage.empty_the_queue()
    await stage.stop()
    return [stage.row("kill -9 under load", f"{kills} kills, seed {stage.seed}")]


async def terminated(stage: Stage, share: float) -> list[Row]:
    """SIGTERM under load: what is in hand gets its answer."""
    await stage.start()
    load, over = stage.sending()
    times = max(2, round(20 * share))
    for _ in range(times):
        await asyncio.sleep(0.7)
        await stage.stop()
        await stage.start()
    over.set()
    await load
    await stage.empty_the_queue()
    await stage.stop()
    return [stage.row("SIGTERM under load", f"{times} times")]


async def database_locked(stage: Stage, share: float) -> list[Row]:
    """Somebody else holds the database for longer than we wait."""
    seconds = 12.0 if share == 1 else 1.5
    await stage.start()
    load, over = stage.sending()
    await asyncio.sleep(0.5)
    if stage.cluster is None:
        other = sqlite3.connect(stage.folder / "gatekeeper.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await asyncio.sleep(seconds)
        other.execute("COMMIT")
        other.close()
    else:
        async with await psycopg.AsyncConnection.connect(stage.daemon.url) as connection:
            await connection.execute("LOCK TABLE ledger, queue IN ACCESS EXCLUSIVE MODE")
            await asyncio.sleep(seconds)
    return [await _ended(stage, load, over, f"database locked for {seconds:.0f} s")]


async def database_vanished(stage: Stage, share: float) -> list[Row]:
    """PostgreSQL is stopped hard and comes back; the SQLite file is moved away and back."""
    await stage.start()
    load, over = stage.sending()
    for _ in range(max(1, round(5 * share))):
        await asyncio.sleep(0.5)
        if stage.cluster is None:
            file = stage.folder / "gatekeeper.db"
            away = file.rename(stage.folder / "away.db")
            await asyncio.sleep(1)
            away.rename(file)
        else:
            await asyncio.to_thread(stage.cluster.stop, "immediate")
            await asyncio.sleep(1)
            await asyncio.to_thread(stage.cluster.start)
    what = "file moved away and back" if stage.cluster is None else "server stopped hard and started"
    return [await _ended(stage, load, over, f"database vanished: {what}")]


async def fsync_fails(stage: Stage, share: float) -> list[Row]:
    """EIO at every fsync for a while, by strace; SQLite only (the tests' PostgreSQL does not fsync)."""
    await stage.start()
    load, over = stage.sending()
    await asyncio.sleep(0.5)
    assert stage.daemon.process is not None
    command = ["strace", "-f", "-q", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e"]
    strace = subprocess.Popen([*command, "inject=fsync,fdatasync:error=EIO", "-p", str(stage.daemon.process.pid)])
    await asyncio.sleep(max(1.0, 5 * share))
    strace.terminate()
    await asyncio.to_thread(strace.wait)
    return [await _ended(stage, load, over, "EIO at fsync")]


async def disk_full(stage: Stage, share: float) -> list[Row]:
    """The file system of the database fills up, and gets room again."""
    await stage.start()
    load, over = stage.sending()
    stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
    for _ in range(max(1, round(5 * share))):
        await asyncio.sleep(1)
        ballast = stage.folder / "ballast"
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(b"\0" * 65_536):
                pass
        await asyncio.sleep(1.5)
        stage.sink.faults = {}
        await asyncio.sleep(0.5)
        ballast.unlink()
    return [await _ended(stage, load, over, "disk full")]


async def clock_off(stage: Stage, share: float) -> list[Row]:
    """The queue is filled today, and served by a clock that is a year ahead, then one that is a year behind."""
    rows = []
    for what, offset in (("ahead", "+1y"), ("behind", "-1y")):
        before = dict(stage.client.report.attempts)
        await stage.start()
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
        await stage.send(60)
        await stage.stop()
        stage.sink.faults = {}
        os.environ.update(LD_PRELOAD=_LIBFAKETIME, FAKETIME=offset, FAKETIME_DONT_FAKE_MONOTONIC="1")
        try:
            await stage.start()
        finally:
            for name in ("LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC"):
                del os.environ[name]
        await stage.send(20)
        await asyncio.sleep(3)
        await stage.stop()
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
    return [await _ended(stage, load, over, "descriptors exhausted")]


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
    row = await _ended(stage, load, over, "reload of bad files")
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
    """Messages of 25 MB with 256 MB for all of them, and an address space of 2 GB."""
    stage.size_bytes = 25_000_000
    stage.client.sessions = 10
    await stage.start()
    assert stage.daemon.process is not None
    subprocess.run(["prlimit", "--pid", str(stage.daemon.process.pid), f"--as={2 * 2**30}"], check=True)
    count = max(4, round(200 * share))
    peak = 0
    sending = asyncio.create_task(stage.send(count))
    while not sending.done():
        peak = max(peak, stage.daemon.resident_bytes())
        await asyncio.sleep(0.2)
    await sending
    await stage.empty_the_queue()
    await stage.stop()
    return [stage.row("messages of 25 MB under a memory limit", f"{count} messages, {peak / 2**20:.0f} MB at most")]


async def two_nodes(stage: Stage, share: float) -> list[Row]:
    """Two daemons on one PostgreSQL; one is killed again and again while it delivers from the queue."""
    other = Stage(folder=stage.folder / "other", sink=stage.sink, cluster=stage.cluster, seed=99)
    other.daemon.database = stage.daemon.database
    other.daemon.configure()
    await stage.start()
    await other.start()
    for _ in range(max(1, round(10 * share))):
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
        await stage.send(100)
        stage.sink.faults, stage.sink.dot_seconds = {}, 0.3
        await asyncio.to_thread(stage._hurry)
        await asyncio.sleep(1.4)
        await stage.kill()
        await asyncio.sleep(0.5)
        await stage.start()
    await stage.empty_the_queue()
    await stage.stop()
    await other.stop()
    return [stage.row("two daemons on one database, one killed while it delivers")]


async def _ended(stage: Stage, load: asyncio.Task[object], over: asyncio.Event, fault: str, note: str = "") -> Row:
    await asyncio.sleep(0.5)
    over.set()
    await load
    await stage.empty_the_queue()
    await stage.stop()
    return stage.row(fault, note)


LOAD_SECONDS = 120.0
_LIBFAKETIME = next((str(one) for one in Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), "")

BOTH: dict[str, Scene] = {
    "next-hop": next_hop, "kills": killed, "sigterm": terminated, "locked": database_locked,
    "vanished": database_vanished, "descriptors": descriptors_gone, "reload": bad_reload, "crowd": idle_crowd,
    "huge": huge_messages,
}  # fmt: skip
SQLITE_ONLY: dict[str, Scene] = {"fsync": fsync_fails, "disk-full": disk_full, "clock": clock_off}
POSTGRESQL_ONLY: dict[str, Scene] = {"two-nodes": two_nodes}
CHANGES = {
    "crowd": {"max_connections": "12000"},
    "huge": {"max_bytes_in_flight": "268435456"},
}
