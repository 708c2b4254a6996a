"""Scenes of a database that fails: locked, gone, malformed, on a full disk, with an fsync that fails, failed over."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.databases import Cluster
from tests.faults.pair import Pair
from tests.faults.stage import Row, Stage
from tests.servers import Phase

STRACE = ("strace", "-f", "-q", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e")
REVIVE_SECONDS = 120.0
FAILING = "inject=fsync,fdatasync:error=EIO"


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
    return [await stage.ended(load, over, f"database locked for {seconds:.0f} s")]


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
    return [await stage.ended(load, over, f"database vanished: {what}")]


async def failed_over(stage: Stage, share: float) -> list[Row]:
    """The primary of two PostgreSQL servers dies under load, and its synchronous standby takes over; again and again,
    with what has died as the new standby."""
    pair = stage.cluster
    assert isinstance(pair, Pair)
    await stage.start()
    load, over = stage.sending()
    times = max(1, round(10 * share))
    for number in range(times):
        if number:
            await asyncio.to_thread(pair.renew_spare)
        # The queue has work when it happens.
        stage.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
        await asyncio.sleep(1)
        stage.sink.faults = {}
        hurry = asyncio.create_task(asyncio.to_thread(stage.hurry))
        await asyncio.sleep(0.3)
        await asyncio.to_thread(pair.fail_over)
        with suppress(Exception):
            await hurry
        await asyncio.sleep(1)
    return [await stage.ended(load, over, "PostgreSQL failed over to its standby", f"{times} times")]


async def malformed(stage: Stage, share: float) -> list[Row]:
    """The head of the SQLite file is overwritten, and put right after a while."""
    await stage.start()
    load, over = stage.sending()
    file = stage.folder / "gatekeeper.db"
    for _ in range(max(1, round(5 * share))):
        await asyncio.sleep(0.5)
        with file.open("r+b", buffering=0) as disk:
            head = disk.read(100)
            disk.seek(0)
            disk.write(b"\xff" * 100)
            await asyncio.sleep(1.5)
            disk.seek(0)
            # A checkpoint may have written it in the meantime.
            if disk.read(100) == b"\xff" * 100:
                disk.seek(0)
                disk.write(head)
    return [await stage.ended(load, over, "database malformed for 1.5 s")]


async def fsync_fails(stage: Stage, share: float) -> list[Row]:
    """EIO at every fsync for a while, by strace."""
    await stage.start()
    load, over = stage.sending()
    await asyncio.sleep(0.5)
    assert stage.daemon.process is not None
    strace = subprocess.Popen([*STRACE, FAILING, "-p", str(stage.daemon.process.pid)])
    await asyncio.sleep(max(1.0, 5 * share))
    strace.terminate()
    await asyncio.to_thread(strace.wait)
    return [await stage.ended(load, over, "EIO at fsync")]


async def server_fsync_fails(stage: Stage, share: float) -> list[Row]:
    """EIO at every fsync of the PostgreSQL server, which stops itself then; its cluster has fsync on."""
    assert stage.cluster is not None
    await stage.start()
    load, over = stage.sending()
    for _ in range(max(1, round(5 * share))):
        await asyncio.sleep(0.5)
        first = (stage.cluster.folder / "data" / "postmaster.pid").read_text(encoding="ascii").split("\n")[0]
        others = Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii").split()
        processes = [word for one in (first, *others) for word in ("-p", one)]
        strace = subprocess.Popen([*STRACE, FAILING, *processes], stderr=subprocess.DEVNULL)
        await asyncio.sleep(2)
        strace.terminate()
        await asyncio.to_thread(strace.wait)
        await asyncio.to_thread(_revive, stage.cluster)
    row = await stage.ended(load, over, "EIO at fsync inside the server")
    assert "Input/output error" in (stage.cluster.folder / "log").read_text(encoding="utf-8", errors="replace")
    return [row]


def _revive(cluster: Cluster) -> None:
    """It recovers by itself, or, when its recovery met the fault, has stopped or is about to. Raises TimeoutError."""
    until = time.monotonic() + REVIVE_SECONDS
    while time.monotonic() < until:
        with suppress(psycopg.Error):
            psycopg.connect(cluster.new_database()).close()
            return
        with suppress(subprocess.CalledProcessError):
            cluster.start()
        time.sleep(0.5)
    raise TimeoutError("PostgreSQL does not come up again")


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
    return [await stage.ended(load, over, "disk full")]
