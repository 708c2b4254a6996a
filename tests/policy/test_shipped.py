"""The shipped policies: every file loads, says where its numbers come from, and the default is the code's default."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from gatekeeper.policy.policyfile import Policy, read_policy

POLICIES = Path(__file__).parents[2] / "policies"
FILES = sorted(POLICIES.glob("*.toml"))


def test_the_default_policy_writes_out_the_defaults_of_the_code() -> None:
    found = read_policy(POLICIES / "notworking.toml")
    plain = Policy(name=found.name, title=found.title, about=found.about)
    assert found == plain


def test_the_default_policy_leaves_no_number_to_the_code() -> None:
    written = tomllib.loads((POLICIES / "notworking.toml").read_text(encoding="utf-8"))
    for table in ("stages", "chart", "campaign", "pause", "credits", "consent", "ramp", "rates", "guard"):
        assert set(written[table]) == set(type(getattr(Policy(name="x"), table)).model_fields), table


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_policy_is_called_as_its_file_and_has_a_title(file: Path) -> None:
    found = read_policy(file)
    assert found.name == file.stem
    assert found.title and found.about


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_policy_says_when_it_was_checked_and_that_it_is_not_legal_advice(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "not legal advice" in " ".join(text.replace("#", " ").split())
    assert "2026-11-23" in text
