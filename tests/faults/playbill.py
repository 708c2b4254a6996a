"""The playbill: every scene by its name, what it needs, and how one is played."""

from __future__ import annotations

import os
import shutil
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from tests.databases import Cluster, running_cluster
from tests.faults import database_scenes, moments, next_hop_scenes, scenes
from tests.faults.pair import Pair
from tests.faults.sink import FaultySink
from tests.faults.stage import Row, Stage

Scene = Callable[[Stage, float], Awaitable[list[Row]]]
"""Gets the stage and how long it may play: 1.0 is the long run."""

BOTH: dict[str, Scene] = {
    "next-hop": next_hop_scenes.next_hop, "smtp-sink": next_hop_scenes.postfix_sink, "dns": next_hop_scenes.silent_dns,
    "kills": scenes.killed, "between-250s": moments.between_two_250s, "sigterm": scenes.terminated,
    "locked": database_scenes.database_locked, "vanished": database_scenes.database_vanished,
    "descriptors": scenes.descriptors_gone, "reload": scenes.bad_reload, "crowd": scenes.idle_crowd,
    "huge": scenes.huge_messages,
}  # fmt: skip
SQLITE_ONLY: dict[str, Scene] = {
    "fsync": database_scenes.fsync_fails, "disk-full": database_scenes.disk_full,
    "malformed": database_scenes.malformed, "commit": moments.before_the_commit,
    "reports": moments.while_a_report_is_written, "clock": scenes.clock_off,
}  # fmt: skip
POSTGRESQL_ONLY: dict[str, Scene] = {
    "two-nodes": scenes.two_nodes, "claims": moments.claims_end_by_time, "failover": database_scenes.failed_over,
    "server-fsync": database_scenes.server_fsync_fails,
}  # fmt: skip
CHANGES = {
    "crowd": {"max_connections": "12000"},
    "huge": {"max_bytes_in_flight": "268435456"},
}
CLUSTERS: dict[str, Callable[[Path], Cluster]] = {"failover": Pair, "server-fsync": partial(Cluster, fsync=True)}
PROGRAMS = {
    "fsync": "strace", "server-fsync": "strace", "commit": "strace", "reports": "strace", "smtp-sink": "smtp-sink",
    "dns": "unshare", "descriptors": "prlimit", "huge": "prlimit",
}  # fmt: skip
PATH = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"


def missing(name: str) -> str:
    """What this machine has not, that the scene needs; "" when it can be played."""
    if name in ("clock", "claims") and not moments.LIBFAKETIME:
        return "libfaketime"
    if name == "dns" and os.geteuid() != 0:
        return "root: a resolver of its own, and port 53"
    program = PROGRAMS.get(name, "")
    return program if program and not shutil.which(program, path=PATH) else ""


def database(name: str, kind: str) -> AbstractContextManager[Cluster | None]:
    """The PostgreSQL that a scene needs; None for SQLite."""
    return running_cluster(CLUSTERS.get(name, Cluster)) if kind == "postgresql" else nullcontext()


async def play(
    name: str, folder: Path, *, cluster: Cluster | None = None, share: float = 1.0, seed: int = 7
) -> list[Row]:
    """One scene on one database."""
    async with FaultySink() as sink:
        stage = Stage(folder=folder, sink=sink, cluster=cluster, seed=seed, changes=CHANGES.get(name, {}))
        try:
            return await {**BOTH, **SQLITE_ONLY, **POSTGRESQL_ONLY}[name](stage, share)
        finally:
            if stage.daemon.process is not None and stage.daemon.process.poll() is None:
                stage.daemon.kill()
