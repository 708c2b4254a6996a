"""Several workers on one PostgreSQL: one address, one set of figures, limits that hold for all of them together."""

from __future__ import annotations

import os
import re
import signal
import smtplib
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.databases import Cluster, wait_until
from tests.house.test_daemon import START_SECONDS, Site, command, free_port, log_of, running

MANY = 60
LIMIT = 25
POLICY = f"""\
name = "tight"
[rates]
messages_per_hour = {LIMIT}
warm_up_days = 0
reputation_least = 1.0
reputation_most = 1.0
"""


@pytest.fixture
def site(tmp_path: Path, cluster: Cluster) -> Site:
    made = Site(folder=tmp_path, smtp=free_port(), web=free_port())
    made.write(database=f'"{cluster.new_database()}"', workers="2", ramp='"off"')
    return made


@pytest.fixture
def daemon(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    with running(site, status="2 workers") as one:
        yield one


def workers_of(daemon: subprocess.Popen[bytes]) -> set[int]:
    listed = subprocess.run(["pgrep", "-P", str(daemon.pid)], capture_output=True, text=True, check=True)
    return {int(line) for line in listed.stdout.split()}


def is_alive(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def send(site: Site, number: int) -> int:
    """The code that the message of that number got, over a connection of its own."""
    content = (
        f"From: ann@example.org\r\nTo: bob@example.net\r\nSubject: Tea\r\nMessage-ID: <{number}@example.org>\r\n\r\n"
        f"Cup number {number}.\r\n"
    )
    with smtplib.SMTP("127.0.0.1", site.smtp) as client:
        client.ehlo()
        client.mail("ann@example.org")
        client.rcpt("bob@example.net")
        return client.data(content)[0]


def test_limits_and_figures_are_those_of_all_workers_together(site: Site, daemon: subprocess.Popen[bytes]) -> None:
    (site.folder / "tight.toml").write_text(POLICY, encoding="utf-8")
    site.write(
        database=re.findall(r'database = (".*")', site.config.read_text(encoding="utf-8"))[0],
        workers="2",
        ramp='"off"',
        policy='"tight.toml"',
    )
    daemon.send_signal(signal.SIGHUP)
    wait_until(lambda: log_of(site).count("reloaded: policy=tight") == 2)
    with ThreadPoolExecutor(8) as clients:
        codes = list(clients.map(lambda number: send(site, number), range(MANY)))
    assert codes.count(250) == LIMIT
    assert codes.count(450) + codes.count(550) == MANY - LIMIT
    assert site.metric('gatekeeper_messages_total{kind="note",verdict="accept"}') == LIMIT
    delivered = (one.read_bytes() for one in (site.folder / "var/delivered/new").iterdir())
    assert sum(b"Cup number" in content for content in delivered) == LIMIT  # beside the notice of the limit
    assert site.metric("gatekeeper_next_hop_up") == 1.0


def test_a_worker_that_dies_is_followed_by_another(site: Site, daemon: subprocess.Popen[bytes]) -> None:
    before = workers_of(daemon)
    assert len(before) == 2
    os.kill(min(before), signal.SIGKILL)
    wait_until(lambda: len(workers_of(daemon) - before) == 1)
    wait_until(lambda: log_of(site).count("ready: listening=") == 3)
    assert "a worker ended by itself and is started again: worker=" in log_of(site)
    assert send(site, 1) == 250


def test_sigterm_ends_all_of_them(site: Site, daemon: subprocess.Popen[bytes]) -> None:
    workers = workers_of(daemon)
    assert send(site, 1) == 250
    daemon.terminate()
    assert daemon.wait(START_SECONDS) == 0
    assert not any(map(is_alive, workers))
    assert log_of(site).count("stopped") == 2
    assert "Traceback" not in log_of(site)


def test_nobody_is_left_behind_when_the_overseer_is_killed(site: Site, daemon: subprocess.Popen[bytes]) -> None:
    workers = workers_of(daemon)
    daemon.kill()
    wait_until(lambda: not any(map(is_alive, workers)))
    assert log_of(site).count("stopped") == 2


def test_a_mistake_that_only_the_start_shows_is_told_once(site: Site) -> None:
    site.write(database='"postgresql://127.0.0.1:1/x"', workers="2")
    ended = command(site, "serve")
    assert ended.returncode == 69
    assert ended.stderr.count("database: cannot be reached") == 1
