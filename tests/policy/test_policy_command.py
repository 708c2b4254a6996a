"""`gatekeeper policy`: what an admin sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gatekeeper.cli.circles import STRIPE, picture
from gatekeeper.cli.invocation import Invocation
from gatekeeper.cli.policy import policy as command
from gatekeeper.errors import EX_DATAERR, UsageError
from gatekeeper.policy.chart import Permission
from gatekeeper.policy.circles import MARKS
from gatekeeper.policy.policyfile import Policy, read_policy

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.toml"))
MISTAKEN = "story All wrong\nanna@example.org sends a note to 40 strangers\nexpect accept\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments), obj=Invocation())


def test_the_list_names_every_shipped_policy_with_its_title() -> None:
    lines = run("list").output.splitlines()
    assert len(lines) >= 10
    assert any(line.startswith("notworking ") and "Know me, like me, trust me" in line for line in lines)


def test_all_shipped_transcripts_hold() -> None:
    found = run("test")
    assert found.exit_code == 0
    assert "all of it as expected" in found.output


def test_a_story_that_went_otherwise_ends_with_65_and_a_diff(tmp_path: Path) -> None:
    file = tmp_path / "ours.transcript"
    file.write_text(MISTAKEN)
    found = run("test", str(file), "--policy", "notworking")
    assert found.exit_code == EX_DATAERR
    assert f"{file}:3: All wrong\n- accept\n+ refuse because" in found.output


def test_a_transcript_is_played_under_the_policy_beside_it(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('name = "ours"\nobserve = ["campaign", "pause", "credits", "flood"]\n')
    (tmp_path / "ours.transcript").write_text(MISTAKEN)
    assert run("test", str(tmp_path / "ours.transcript")).exit_code == 0
    assert run("test", str(tmp_path / "ours.toml")).exit_code == 0


def test_the_result_as_json(tmp_path: Path) -> None:
    file = tmp_path / "ours.transcript"
    file.write_text(MISTAKEN)
    found = json.loads(run("test", str(file), "--policy", "notworking", "--json").output)
    assert (found["stories"], found["misses"][0]["line"], found["misses"][0]["expected"]) == (1, 3, "accept")


def test_a_missing_or_unreadable_transcript_is_one_clear_error(tmp_path: Path) -> None:
    assert isinstance(run("test", "no-such-policy").exception, UsageError)
    binary = tmp_path / "x.transcript"
    binary.write_bytes(b"story \xff\n")
    found = run("test", str(binary), "--policy", "notworking").exception
    assert isinstance(found, UsageError) and "UTF-8" in found.reason


def test_the_picture_says_with_shapes_what_the_chart_says() -> None:
    text = picture(Policy(name="test"))
    assert STRIPE in text
    assert all(MARKS[one] in text for one in (Permission.YES, Permission.CREDIT, Permission.CONSENT, Permission.NO))
    assert MARKS[Permission.WITHIN] not in text
    assert "\x1b" not in text


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_picture_of_every_shipped_policy_fits_a_terminal(path: Path) -> None:
    assert max(map(len, picture(read_policy(path)).splitlines())) <= 80


def test_the_table_has_every_stage_and_is_plain_ascii() -> None:
    text = run("show", "--plain", "notworking").output
    assert text.isascii()
    assert [line.split()[0] for line in text.splitlines()[-5:]] == ["stranger", "known", "liked", "trusted", "closed"]


@pytest.mark.parametrize("name", ["casl", "strict"])
def test_a_policy_is_shown_whole_as_json(name: str) -> None:
    assert Policy.model_validate(json.loads(run("show", name, "--json").output)).name == name
