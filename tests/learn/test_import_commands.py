"""`gatekeeper import` of logs: interrupted, grown, taken back; each piece of evidence counts once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gatekeeper.cli import import_run
from gatekeeper.cli.invocation import Invocation
from gatekeeper.cli.main import gatekeeper
from gatekeeper.learn.importers import logged
from tests.learn.test_maillogs import postfix

Import = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path) -> Import:
    """Runs the command on a site of its own; gives what it tells as JSON."""

    def command(*arguments: str, site: str = "one") -> Any:
        config = tmp_path / f"{site}.toml"
        config.write_text(f'database = "sqlite:///{tmp_path / site}.db"\nlocal_domains = ["example.org"]\n')
        told = CliRunner().invoke(gatekeeper, [*arguments, "--config", str(config), "--json"], obj=Invocation())
        if told.exception is not None:
            raise told.exception
        return json.loads(told.stdout)

    return command


def write(path: Path, first: int, count: int) -> None:
    with path.open("a") as file:
        for number in range(count):
            file.write(postfix(f"{first + number:06X}", "anna@example.org", f"p{number % 50}@x.example"))


def relations(database: Path) -> list[Any]:
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT * FROM relations ORDER BY 1, 2").fetchall()


def test_an_interrupted_import_counts_every_piece_once(
    run: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "mail.log"
    write(log, 0xA00000, 200)
    whole = run("import", "postfix-log", str(log), site="whole")
    monkeypatch.setattr(import_run, "CHUNK_EXCHANGES", 10)
    monkeypatch.setattr(logged, "LINES_BETWEEN_LOOKS", 5)
    monkeypatch.setattr(logged, "LINES_BETWEEN_PLACES", 25)
    keep, kept = import_run._keep, 0

    def until_interrupted(*arguments: Any) -> Any:
        nonlocal kept
        kept += 1
        if kept == 8:
            raise KeyboardInterrupt
        return keep(*arguments)

    monkeypatch.setattr(import_run, "_keep", until_interrupted)
    with pytest.raises(SystemExit):
        run("import", "postfix-log", str(log))
    monkeypatch.setattr(import_run, "_keep", keep)
    rest = run("import", "postfix-log", str(log))
    assert rest["new"] == 130 and rest["messages"] < 145, "not read again from the start"
    assert relations(tmp_path / "one.db") == relations(tmp_path / "whole.db")
    assert whole["new"] == 200


def test_the_next_import_of_a_log_goes_on_where_the_last_one_ended(run: Import, tmp_path: Path) -> None:
    log = tmp_path / "mail.log"
    write(log, 0xA00000, 30)
    assert run("import", "postfix-log", str(log))["new"] == 30
    assert run("import", "postfix-log", str(log))["messages"] == 0
    write(log, 0xB00000, 5)
    assert run("import", "postfix-log", str(log))["messages"] == 5


def test_what_was_taken_back_is_read_again(run: Import, tmp_path: Path) -> None:
    log = tmp_path / "mail.log"
    write(log, 0xA00000, 30)
    first = run("import", "postfix-log", str(log))["batch"]
    run("import", "postfix-log", str(log))
    run("import", "undo", str(first))
    assert relations(tmp_path / "one.db") == []
    assert run("import", "postfix-log", str(log))["new"] == 30
