"""What admins did, who looked, and a no to the whole site: commands tell the truth about all three."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

import pytest

from tests.house.test_cli import ANN, BOB, Done, Run, mail, run

__all__ = ["run"]


@pytest.fixture
def site(run: Run) -> Run:
    """Runs commands at a site that has a database."""
    assert run("db", "upgrade").code == 0
    return run


ME = getpass.getuser()


def told(done: Done) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_closed_pair_shows_when_by_whom_and_why(site: Run) -> None:
    site("close", ANN, BOB, "--reason", "asked by phone")
    shown = site("contact", ANN, BOB)
    assert f"Pair        {ANN} -> {BOB}: closed" in shown.out
    assert "Closed      for this sender since " in shown.out and f", by {ME}: asked by phone\n" in shown.out
    (closing,) = site("contact", ANN, BOB, "--json").facts["closings"]
    assert (closing["reach"], closing["author"], closing["reason"]) == ("this sender", ME, "asked by phone")


def test_a_no_to_the_whole_site_closes_every_pair(site: Run, tmp_path: Path) -> None:
    site("close", "*", BOB, "--reason", "a pest")
    shown = site("contact", ANN, BOB)
    assert ": closed\n" in shown.out and "Closed      for everybody here since " in shown.out and "a pest" in shown.out
    facts = site("contact", ANN, BOB, "--json").facts
    assert (facts["stage"], facts["closings"][0]["reach"]) == ("closed", "everybody here")
    promised = site("allow", ANN, BOB)
    assert promised.code == 65 and "is closed for everybody here" in promised.err and "allow '*'" in promised.err
    (tmp_path / "note.eml").write_bytes(mail(ANN, BOB, "Tea").as_bytes())
    assert site("try", "note.eml", "--json").facts["verdict"] == "refuse"
    assert "not closed for everybody here any more" in site("allow", "*", BOB, "--reason", "a mistake").out
    assert site("contact", ANN, BOB, "--json").facts["stage"] == "stranger"
    assert site("allow", "*", BOB).code == 65
    assert site("allow", ANN, BOB).code == 0


def test_who_looks_at_relations_is_in_the_audit_log(site: Run) -> None:
    site("allow", ANN, BOB, "--reason", "a partner")
    for arguments in (("contact", ANN, BOB), ("sender", ANN), ("export", BOB)):
        assert site(*arguments).code == 0
    lines = told(site("audit", "--json"))
    assert [(one["act"], one["author"], one["sender"], one["contact"], one["reason"]) for one in lines] == [
        ("view", ME, "", BOB, "gatekeeper export"),
        ("view", ME, ANN, "", "gatekeeper sender"),
        ("view", ME, ANN, BOB, "gatekeeper contact"),
        ("allow", ME, ANN, BOB, "a partner"),
    ]
    assert [one["reason"] for one in told(site("audit", "--last", "1", "--json"))] == ["gatekeeper audit"]
    assert len(told(site("audit", "--sender", ANN, "--json"))) == 3
    assert f"{ME}  allow until " in site("audit", "--sender", ANN).out
    assert "view" not in site("contact", ANN, BOB).out, "looks do not hide what was done"


@pytest.mark.parametrize(
    ("ramp", "said", "phase"),
    [("auto", "Only observing until ", "observe"), ("off", "Over: all limits are as the policy has them.", "enforce")],
)
def test_status_says_what_is_enforced_and_until_when(
    site: Run, tmp_path: Path, ramp: str, said: str, phase: str
) -> None:
    (tmp_path / "gatekeeper.toml").write_text(f'local_domains = ["example.org"]\nramp = "{ramp}"\n', encoding="utf-8")
    shown = site("status").out
    assert f"Cold start  {said}" in shown
    assert "Whether enforcing is safe is not known yet" in shown
    facts = site("status", "--json").facts
    assert facts["cold_start"]["phase"] == phase and facts["enforcement_is_safe"] is False
    if phase == "observe":
        ends = facts["cold_start"]
        assert (ends["phase_ends"] - facts["since"], ends["ends"] - facts["since"]) == (30 * 86_400, 90 * 86_400)
