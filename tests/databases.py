"""Databases for tests: a fresh SQLite file, and a database in a private PostgreSQL cluster, both by URL."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
START_SECONDS = 120.0


class Cluster:
    """A PostgreSQL of the tests' own: a folder in the temporary one, a free port on the loopback, no fsync unless it
    is asked for."""

    def __init__(self, folder: Path, *, fsync: bool = False) -> None:
        self.folder = folder
        self.fsync = fsync
        self.port = _free_port()
        self._binaries = BINARIES[0]
        self._account = _unprivileged_account()
        if self._account is not None:
            shutil.chown(folder, self._account)
        self.make()

    def make(self) -> None:
        """Its files."""
        self._run("initdb", "-D", str(self.folder / "data"), "-A", "trust", "-U", "gatekeeper", "--no-sync")

    def start(self) -> None:
        fsync = "on" if self.fsync else "off"
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync={fsync}"
        self._run(
            "pg_ctl", "-D", str(self.folder / "data"), "-o", options, "-l", str(self.folder / "log"), "-w", "start"
        )

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", mode, "-w", "stop")

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"t{uuid4().hex[:12]}"
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._dsn(name)

    def _dsn(self, name: str) -> str:
        return f"postgresql://gatekeeper@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), *arguments]
        # The server's output goes to its log: a pipe that it inherits would never end.
        subprocess.run(
            command,
            check=True,
            cwd=self.folder,
            user=self._account,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=START_SECONDS,
        )


@contextmanager
def running_cluster(make: Callable[[Path], Cluster] = Cluster) -> Iterator[Cluster]:
    """A started cluster, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="gatekeeper-pg-"))
    try:
        cluster = make(folder)
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The PostgreSQL of this test process; the test is skipped where none is installed."""
    if not BINARIES:
        pytest.skip("no PostgreSQL server here")
    with running_cluster() as one:
        yield one


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'gatekeeper.db'}"
    one: Cluster = request.getfixturevalue("cluster")
    return one.new_database()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


def _unprivileged_account() -> str | None:
    """PostgreSQL refuses to run as root: its own account then, else whoever runs the tests."""
    if os.getuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name


def wait_until(condition: object, seconds: float = START_SECONDS) -> None:
    """Until the callable `condition` is true; AssertionError when it never is."""
    assert callable(condition)
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.02)
