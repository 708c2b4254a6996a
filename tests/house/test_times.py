"""Times as people read them: one zone, the configured one, and the year where it is another; and the version."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gatekeeper import __version__
from gatekeeper.kinds.kind import Kind
from gatekeeper.metrics import Metrics
from gatekeeper.policy.explain import clock, reply_to
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Reason, RecipientRuling, Ruling, Verdict

DECEMBER = datetime(2026, 12, 31, 12, 0, tzinfo=UTC).timestamp()
DAY = 86_400.0


@pytest.fixture(autouse=True)
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (DECEMBER, "Thu 31 Dec 13:00 (CET)"),
        (DECEMBER + DAY, "Fri 01 Jan 2027 13:00 (CET)"),
        (DECEMBER + 550 * DAY, "Mon 03 Jul 2028 14:00 (CEST)"),
        (DECEMBER - 400 * DAY, "Wed 26 Nov 2025 13:00 (CET)"),
        # It is 2027 in Paris already.
        (DECEMBER + 11.5 * 3600, "Fri 01 Jan 2027 00:30 (CET)"),
    ],
)
def test_a_date_of_another_year_has_it(moment: float, said: str) -> None:
    assert clock(moment, DECEMBER) == said


def test_a_reply_that_waits_into_the_next_year_says_so() -> None:
    reason = Reason(
        rule="credits",
        because=Because.CREDIT,
        ruling=Ruling.DEFER,
        recipients=(0,),
        number=6,
        until=DECEMBER + DAY,
    )
    person = RecipientRuling(
        address="bob@example.net", stage=Stage.STRANGER, ruling=Ruling.DEFER, because=Because.CREDIT
    )
    verdict = Verdict(
        ruling=Ruling.DEFER, would=Ruling.DEFER, kind=Kind.NOTE, recipients=(person,), reasons=(reason,), at=DECEMBER
    )
    assert "The next one can go on Fri 01 Jan 2027 13:00 (CET), or" in reply_to(verdict, "").text


def command(folder: Path, *arguments: str) -> str:
    whole = [sys.executable, "-m", "gatekeeper", *arguments]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": os.environ["PATH"], "TZ": "UTC"}
    return subprocess.run(whole, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def test_commands_tell_times_in_the_configured_zone_whatever_the_shell_has(tmp_path: Path) -> None:
    file = tmp_path / "gatekeeper.toml"
    file.write_text('timezone = "Asia/Tokyo"\nlocal_domains = ["example.org"]\n')
    command(tmp_path, "db", "upgrade")
    allowed = command(tmp_path, "allow", "ann@example.org", "bob@example.net", "--days", "900")
    assert re.search(r"until \w{3} \d\d \w{3} 20\d\d \d\d:\d\d \(JST\)\.", allowed)
    for arguments in (("status",), ("contact", "ann@example.org", "bob@example.net")):
        told = command(tmp_path, *arguments)
        assert "(JST)" in told and "(UTC)" not in told


def test_the_program_knows_its_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert f'version="{__version__}"' in Metrics().page().decode()
    assert command(Path(), "--version") == f"gatekeeper, version {__version__}\n"
