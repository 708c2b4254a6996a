"""What is deployed: the unit is sound and shut tight, the documented file loads, the wheel has everything inside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from gatekeeper.config import load, settings
from gatekeeper.config.file import read

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
EXPOSURE_AT_MOST = 2.0

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit, with a program that is there on this machine."""
    text = (DEPLOY / "gatekeeper.service").read_text(encoding="utf-8")
    there = tmp_path / "gatekeeper"
    there.write_text("#!/bin/sh\n", encoding="utf-8")
    there.chmod(0o755)
    installed = tmp_path / "gatekeeper.service"
    installed.write_text(text.replace("/opt/gatekeeper/bin/gatekeeper", str(there)), encoding="utf-8")
    return installed


@needs_systemd
def test_systemd_finds_nothing_to_complain_of_in_the_unit(unit: Path) -> None:
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if unit.name in line]
    assert (done.returncode, complaints) == (0, [])


@needs_systemd
def test_the_unit_leaves_little_exposed(unit: Path) -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", unit]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert found is not None, done.stderr
    assert float(found[1]) <= EXPOSURE_AT_MOST


def test_the_unit_gives_a_stop_the_time_that_it_needs() -> None:
    stop = re.search(r"^TimeoutStopSec=(\d+)$", (DEPLOY / "gatekeeper.service").read_text(encoding="utf-8"), re.M)
    assert stop is not None
    config = settings.Config()
    assert float(stop[1]) > config.drain_seconds + config.next_hop.delivery_seconds


def test_the_lmtp_listener_that_content_filter_needs_is_there_to_be_taken() -> None:
    text = (DEPLOY / "gatekeeper.toml").read_text(encoding="utf-8")
    config = read(tomllib.loads(re.sub(r"^#   ", "", text, flags=re.M)), "gatekeeper.toml")
    filtered = (DEPLOY / "postfix/content-filter.master.cf").read_text(encoding="utf-8")
    (listener,) = (one for one in config.listener if one.protocol == "lmtp")
    assert f"content_filter=gatekeeper:[127.0.0.1]:{listener.endpoint.port}" in filtered
    assert listener.sasl_header and listener.trusted and listener.identity_from


SECTIONS = {
    "the top": settings.Config,
    "[next_hop]": settings.NextHop,
    "[[listener]]": settings.Listener,
    "[evidence]": settings.EvidenceSettings,
    "[web]": settings.WebSettings,
    "[queue]": settings.QueueSettings,
    "#[[account]]": settings.AccountSettings,
    "#[[dkim]]": settings.DkimKey,
    "[retention]": settings.RetentionSettings,
}


def documented() -> list[tuple[type[settings.Section], str, str]]:
    """Each key of the documented file: its section, and its value behind a "#", "" where it is set."""
    section, found = settings.Config, []
    for line in (DEPLOY / "gatekeeper.toml").read_text(encoding="utf-8").splitlines():
        section = SECTIONS.get(line, section)
        if key := re.match(r"(#?)([a-z_]+) = (.+)", line):
            found.append((section, key[2], key[3] if key[1] else ""))
    return found


def test_the_documented_file_loads_and_names_every_key() -> None:
    assert load(DEPLOY / "gatekeeper.toml").mode == "observe"
    named = {(section, key) for section, key, _ in documented()}
    tables = {heading.strip("#[]") for heading in SECTIONS}
    every = {(section, key) for section in SECTIONS.values() for key in section.model_fields if key not in tables}
    # A listener's next_hop is called as the table of the common one.
    assert named == every | {(settings.Listener, "next_hop")}


def test_the_defaults_that_the_documented_file_shows_are_the_defaults() -> None:
    for section, key, value in documented():
        field = section.model_fields[key]
        # A setting that must be given, or is unset by default, has nothing that TOML could show.
        if value and not field.is_required() and (default := field.default) is not None:
            shown = tomllib.loads(f"value = {value}")["value"]
            assert shown == (list(default) if isinstance(default, tuple) else default), f"{section.__name__}.{key}"


def test_the_wheel_has_policies_templates_and_migrations_inside(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    for name in (
        "gatekeeper/policies_shipped/notworking.toml",
        "gatekeeper/web/templates/why.html",
        "gatekeeper/web/static/gatekeeper.css",
        "gatekeeper/store/migrations/env.py",
    ):
        assert name in names
    assert any(re.fullmatch(r"gatekeeper/store/migrations/versions/\w+\.py", name) for name in names)
    assert not any(name.startswith("tests/") or "__pycache__" in name for name in names)

    program = "from gatekeeper.config import policy_file; print(policy_file('notworking'))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(tmp_path / "installed/gatekeeper/policies_shipped/notworking.toml"), done.stderr
