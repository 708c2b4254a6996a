"""`gatekeeper sender` and `thaw`: how an account stands, why, what it may do, and what would raise it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gatekeeper.policy.reputation import WEIGHTS, Cause
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows

ANN = "ann@example.org"
Command = Callable[..., str]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs a command at a site where Ann was answered once, complained about once, and is frozen."""
    (tmp_path / "gatekeeper.toml").write_text('local_domains = ["example.org"]\ndatabase = "sqlite:///site.db"\n')
    engine = open_database(f"sqlite:///{tmp_path / 'site.db'}")
    upgrade(engine)
    now = time.time()
    with engine.begin() as connection:
        memory = Memory(Rows(connection))
        ann = memory.sender(ANN)
        ann.first_seen = now - 1e7
        for cause, contact in ((Cause.ANSWERED, "bob@example.net"), (Cause.COMPLAINT, "eve@example.net")):
            ann.standing.add(cause, now)
            memory.keep_cause((ANN, now, str(cause), contact, WEIGHTS[cause], "k3f9q2"))
        ann.frozen_until, ann.frozen_why = now + 3600.0, "25 strangers within an hour, a network never used before"
        ann.messages_hour = now + 36.0
        memory.changed(ann)
        memory.write()
    engine.dispose()

    def run(*arguments: str) -> str:
        whole = [sys.executable, "-m", "gatekeeper", *arguments, "--config", "gatekeeper.toml"]
        root = str(Path(__file__).parents[2])
        done = subprocess.run(
            whole, cwd=tmp_path, env={"PYTHONPATH": root, "PATH": ""}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_it_shows_the_number_the_tier_the_causes_the_limits_and_what_would_raise_it(command: Command) -> None:
    shown = command("sender", ANN)
    assert "Reputation  poor: 0.30, with 90% certainty at least 0.1" in shown
    assert "-5 complaint on " in shown and "(eve@example.net, message k3f9q2)" in shown
    assert "Raised by   one answered introduction (+1 each) until neutral" in shown
    assert "halves in 90 days" in shown
    assert "60 messages an hour; 59 left, full again on " in shown
    assert "Frozen      for new people until " in shown and "gatekeeper thaw ann@example.org" in shown


def test_programs_get_the_same_as_json(command: Command) -> None:
    facts = json.loads(command("sender", ANN, "--json"))
    assert facts["reputation"] == {"mean": 0.3, "quantile_10": pytest.approx(0.14, abs=0.02)}
    assert sorted((one["cause"], one["weight"], one["message"]) for one in facts["causes"]) == [
        ("complaint", -5.0, "k3f9q2"),
        ("introduction-answered", 1.0, "k3f9q2"),
    ]
    assert facts["tier"] == "poor" and facts["next_tier"] == {"tier": "neutral", "answers": 1}
    assert facts["frozen_why"].startswith("25 strangers")


def test_a_thaw_is_told_and_kept(command: Command) -> None:
    assert command("thaw", ANN, "--reason", "it was her") == f"{ANN} may write to new people again.\n"
    assert command("thaw", ANN) == f"{ANN} was not frozen.\n"
    assert "Frozen" not in command("sender", ANN)


def test_the_report_is_for_the_sender_and_names_nobody(command: Command) -> None:
    shown = command("sender", ANN, "--report")
    assert re.match(r"\d\d \w{3} to \d\d \w{3} 20\d\d, ann@example.org\n", shown)
    assert "0 new people written to" in shown and "1 complained" in shown
    assert "eve@" not in shown
    assert json.loads(command("sender", ANN, "--report", "--json"))["complaints"] == 1
