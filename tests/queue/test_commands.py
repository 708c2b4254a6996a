"""`gatekeeper queue` and `gatekeeper held`, as an admin types them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import schema
from gatekeeper.store.queue import QueueState
from tests.queue.conftest import MTA, Office
from tests.queue.test_outbox import BLAST

pytestmark = pytest.mark.asyncio


@pytest.fixture
def command(tmp_path: Path, database_url: str) -> list[str]:
    config = tmp_path / "gatekeeper.toml"
    config.write_text(f'hostname = "gate.example.org"\ndatabase = "{database_url}"\n')
    return [sys.executable, "-m", "gatekeeper", "--config", str(config)]


def run(command: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command, *arguments], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("policy", [Policy(name="test", action="hold")])
async def test_an_admin_looks_at_held_mail_and_lets_one_go_and_discards_the_other(
    office: Office, engine: Engine, command: list[str]
) -> None:
    people = [f"stranger{number}@example.net" for number in range(12)]
    for _ in range(2):
        await office.send(*people, text=BLAST, session=MTA)
    listed = [json.loads(line) for line in run(command, "held", "list", "--json").stdout.splitlines()]
    assert [one["state"] for one in listed] == ["held", "held"]
    assert "12" in run(command, "held", "list").stdout or "and 9 more" in run(command, "held", "list").stdout
    first, second = (one["id"] for one in listed)
    assert BLAST[:40] in run(command, "held", "show", first, "--content").stdout
    assert run(command, "held", "discard", second, "--reason", "a party that is over").returncode == 0
    assert run(command, "held", "release", first).returncode == 0
    assert run(command, "held", "release", second).returncode == 65
    await office.later(10_000_000)
    assert len(office.arrived()) == 12
    assert [one.id for one in office.queued(QueueState.DISCARDED)] == [second]
    with engine.begin() as connection:
        acts = connection.execute(select(schema.audit.c.act, schema.audit.c.reason)).all()
    assert [tuple(act) for act in acts] == [("discard", "a party that is over"), ("release", "")]


async def test_asking_for_what_is_not_there_is_one_clear_sentence(engine: Engine, command: list[str]) -> None:
    for arguments in (("queue", "show", "nothing"), ("held", "release", "nothing"), ("queue", "retry", "nothing")):
        told = run(command, *arguments)
        assert told.returncode == 65
        assert len(told.stderr.strip().splitlines()) == 1 and "nothing" in told.stderr
    assert run(command, "queue", "list").stdout == "The queue is empty.\n"
