"""A pair of PostgreSQL servers: what the primary has committed, its standby has; when one dies, the other takes over.

Replication is synchronous: a commit is acknowledged when the standby has written it, so that a failover loses none.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.databases import Cluster, wait_until


class Server(Cluster):
    """One of the two."""

    def clone(self, primary: Cluster) -> None:
        """Become a standby of `primary`, with its files."""
        shutil.rmtree(self.folder / "data", ignore_errors=True)
        source = f"host=127.0.0.1 port={primary.port} user=gatekeeper"
        self._run("pg_basebackup", "-D", str(self.folder / "data"), "-d", source, "-R", "-c", "fast", "--no-sync")
        self.start()

    def promote(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "promote")

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self._dsn("postgres"), autocommit=True)


class Pair(Cluster):
    """See the module. The URL of its databases names both servers, and asks for the one that can be written to."""

    def __init__(self, folder: Path) -> None:
        # PostgreSQL's account must reach the folders of the two.
        folder.chmod(0o755)
        places = [folder / "one", folder / "two"]
        for place in places:
            place.mkdir()
        self.primary, self.spare = (Server(place) for place in places)
        self.hosts = ",".join(f"127.0.0.1:{one.port}" for one in (self.primary, self.spare))

    def start(self) -> None:
        self.primary.start()
        self.renew_spare()

    def stop(self, mode: str = "fast") -> None:
        for server in (self.spare, self.primary):
            # Where a scene broke off, one of them may be down.
            with suppress(subprocess.CalledProcessError):
                server.stop(mode)

    def new_database(self) -> str:
        name = self.primary.new_database().rpartition("/")[2]
        return f"postgresql://gatekeeper@{self.hosts}/{name}?target_session_attrs=read-write"

    def fail_over(self) -> None:
        """The primary dies, and the standby becomes it."""
        self.primary.stop("immediate")
        self.spare.promote()
        self.primary, self.spare = self.spare, self.primary

    def renew_spare(self) -> None:
        """What is not the primary begins anew as its standby, and commits wait for it from then on."""
        self.spare.clone(self.primary)
        with self.primary.connect() as connection:
            state = "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'"
            wait_until(lambda: connection.execute(state).fetchone())
            connection.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            connection.execute("SELECT pg_reload_conf()")
            state += " AND sync_state = 'sync'"
            wait_until(lambda: connection.execute(state).fetchone())
