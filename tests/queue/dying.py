"""A process that is killed while it writes the end of a message: `python -m tests.queue.dying URL MOMENT`.

It serves what is due on the database at URL and kills itself, without a word, at the first end with a report:

- state: the new state is written, the report is not
- commit: both are written, the commit is not asked for
- fsync: the commit is under way, and the disk is asked to keep it (SQLite; a tracer sends the signal)
- committed: the commit is done, and nobody has been told of it
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import queue
from gatekeeper.store.database import open_database
from gatekeeper.store.room import Room
from tests.queue.conftest import NOW, Office
from tests.servers import RecordingSink

MOMENTS = ("state", "commit", "fsync", "committed")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def trace() -> None:
    """From here on the next fdatasync kills this process on its way in."""
    kill = "inject=fdatasync,fsync:signal=SIGKILL"
    subprocess.Popen(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e", kill, "-p", str(os.getpid())]
    )
    while "TracerPid:\t0\n" in Path(f"/proc/self/task/{threading.get_native_id()}/status").read_text(encoding="ascii"):
        time.sleep(0.01)


def die_at(moment: str, engine: Engine) -> None:
    """Lay the trap."""
    put_all, committed = queue.put_all, Room.committed
    written: list[object] = []

    def putting(connection: Connection, messages: Sequence[tuple[queue.Parcel, bytes]]) -> None:
        if messages and moment == "state":
            die()
        written.extend(messages)
        put_all(connection, messages)

    def committing(connection: Connection) -> None:
        if written and moment == "commit":
            die()
        if written and moment == "fsync":
            trace()

    def done(room: Room) -> None:
        if written and moment == "committed":
            die()
        committed(room)

    queue.put_all = putting
    Room.committed = done  # type: ignore[method-assign]  # the trap
    event.listen(engine, "commit", committing)


async def serve(url: str, moment: str) -> None:
    engine = open_database(url)
    async with RecordingSink() as sink:
        office = Office(engine=engine, sink=sink, policy=Policy(name="test"))
        office.start()
        die_at(moment, engine)
        await office.outbox.run(NOW)


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
