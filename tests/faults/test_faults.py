"""A short run of the fault bench: a scene of each kind; `make faults` plays them all, and for long."""

from __future__ import annotations

import asyncio
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest
import uvloop

from tests.databases import BINARIES, Cluster, cluster
from tests.faults.__main__ import small_disk
from tests.faults.playbill import database, missing, play
from tests.faults.stage import Row

__all__ = ["cluster"]

SHARE = 0.03
pytestmark = pytest.mark.xdist_group("load")


def short(name: str, folder: Path, cluster: Cluster | None = None) -> list[Row]:
    """The rows of a short run of this scene."""
    if missing(name):
        pytest.skip(f"needs {missing(name)}")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(play(name, folder, cluster=cluster, share=SHARE))


@pytest.mark.parametrize("name", ["next-hop", "dns", "kills", "between-250s", "sigterm", "descriptors", "crowd"])
def test_no_fault_loses_doubles_or_smuggles_a_message(name: str, tmp_path: Path) -> None:
    for row in short(name, tmp_path / "stage"):
        assert row.is_whole, row.line()


def test_a_kill_while_reports_are_written_leaves_nobody_without_one(tmp_path: Path) -> None:
    (row,) = short("reports", tmp_path / "stage")
    assert row.is_whole, row.line()


def test_an_fsync_that_fails_makes_no_250(tmp_path: Path) -> None:
    (row,) = short("fsync", tmp_path / "stage")
    assert row.is_whole and row.accepted < row.sent, row.line()


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(small_disk(tmp_path / "disk"))
        except (subprocess.CalledProcessError, FileNotFoundError):
            pytest.skip("a file system of one's own cannot be mounted here")
        (row,) = short("disk-full", folder)
    assert row.is_whole and row.accepted < row.sent, row.line()


@pytest.mark.skipif(not BINARIES, reason="no PostgreSQL server here")
def test_a_standby_that_takes_over_has_all_that_was_accepted(tmp_path: Path) -> None:
    with database("failover", "postgresql") as pair:
        (row,) = short("failover", tmp_path / "stage", pair)
    assert row.is_whole, row.line()


@pytest.mark.parametrize("name", ["vanished", "two-nodes"])
def test_a_postgresql_that_goes_away_and_a_node_that_dies_lose_nothing(
    name: str, tmp_path: Path, cluster: Cluster
) -> None:
    for row in short(name, tmp_path / "stage", cluster):
        assert row.is_whole, row.line()
