"""The whole: figures, the command, its JSON, and real mail where it is at hand."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest
from click.testing import CliRunner

from gatekeeper.backtest import figures
from gatekeeper.backtest.archive import Archive, read_archive
from gatekeeper.backtest.blast import Style
from gatekeeper.backtest.study import Wish, facts, study
from gatekeeper.cli.backtest import backtest
from gatekeeper.cli.invocation import Invocation
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store.hearing import Terms
from tests.backtest.archives import office, terms

CORPUS = Path(__file__).parents[2] / "../shared/corpora/enron-156.tsv.xz"
KEYS = {"messages", "judged", "refused", "fr", "fr_small", "held", "deferred", "seconds", "paused"}
REACH = {"runs", "reach_median", "reach_p90", "protected"}


def _archive() -> Archive:
    return Archive(letters=office(), unusable=0, repeated=0)


def _table(path: Path) -> Path:
    lines = ["time\tsender\trecipients\tmessage_id\tin_reply_to\tsubject"]
    lines += [f"{o.at}\t{o.author}\t{','.join(o.recipients)}\t<{n}@x>\t\t{o.subject}" for n, o in enumerate(office())]
    path.write_text("\n".join(lines) + "\n")
    return path


def test_friends_are_never_refused_and_every_figure_is_there() -> None:
    archive = _archive()
    found = facts(study(archive, terms(archive.letters), Wish(forks=2, styles=(Style.S1, Style.S2))))
    assert found.keys() >= KEYS
    assert found["judged"] > 250
    assert found["refused"] == 0
    assert found["fr_interval"] == (0.0, 0.0)
    for table in (found["styles"], found["as_invitation"]):
        assert set(table) == {"S1", "S2"}
        assert all(one.keys() >= REACH for one in table.values())
    assert found["styles"]["S1"]["protected"] == 1.0
    assert set(found["by_age"]) == {"0-30", "30-60", "60-90", "90+"}
    assert len(found["baselines"]) == 4
    assert found["baselines"]["pen pals only"]["refused"] == 151, "Ben's partner never answers"
    json.dumps(found)


def test_another_policy_is_compared_on_the_same_replay() -> None:
    archive = _archive()
    strict = Policy.model_validate({"name": "mute", "chart": {"liked": _row("NO"), "trusted": _row("NO")}})
    wish = Wish(forks=1, styles=(Style.S1,), baselines=False, other=strict)
    found = study(archive, terms(archive.letters), wish)
    assert found.other is not None
    differences = figures.differences(found.trial, found.other)
    assert differences
    assert {one["policy"]["fate"] for one in differences} == {"delivered"}
    assert {one["other"]["fate"] for one in differences} == {"refused"}
    assert facts(found)["other"]["refused"] == len(differences)


def _row(text: str) -> dict[str, str]:
    return dict.fromkeys(("note", "invitation", "meeting", "newsletter", "bulk", "automatic"), text)


def test_the_interval_draws_senders_not_messages() -> None:
    archive = _archive()
    trial = study(archive, terms(archive.letters), Wish(styles=(), baselines=False)).trial
    assert figures.interval(trial.outcomes) == (0.0, 0.0)
    assert figures.interval([]) == (0.0, 0.0)


def test_the_command_prints_json_and_nothing_else(tmp_path: Path) -> None:
    table = _table(tmp_path / "mail.tsv")
    arguments = [str(table), "--local", "site.example", "--styles", "S1", "--forks", "1", "--no-baselines", "--json"]
    done = CliRunner().invoke(backtest, arguments, obj=Invocation(), catch_exceptions=False)
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["messages"] == len(office())
    assert found["styles"]["S1"]["reach_median"] == 0.0


def test_the_command_prints_tables_for_people(tmp_path: Path) -> None:
    table = _table(tmp_path / "mail.tsv")
    arguments = [str(table), "--everybody", "--styles", "S1,S2", "--forks", "1"]
    done = CliRunner().invoke(backtest, arguments, obj=Invocation(), catch_exceptions=False)
    assert done.exit_code == 0
    assert "Genuine mail" in done.stdout
    assert "pen pals" in done.stdout


def test_the_command_asks_whose_mail_is_judged(tmp_path: Path) -> None:
    done = CliRunner().invoke(backtest, [str(_table(tmp_path / "mail.tsv"))], obj=Invocation())
    assert "--everybody" in str(done.exception)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here")
def test_a_sample_of_real_mail_is_let_through_and_blasts_are_not(tmp_path: Path) -> None:
    sample = tmp_path / "sample.tsv"
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        sample.write_text("".join(line for number, line in enumerate(lines) if number <= 4_000))
    archive = read_archive([sample], LearnSettings(), now=1_800_000_000.0)
    site = Terms(policy=Policy(name="test"), everybody_local=True)
    found = facts(study(archive, site, Wish(forks=4, styles=(Style.S1, Style.S2), baselines=False)))
    assert found["fr"] <= 0.002
    assert found["fr_small"] <= 0.0005
    assert found["styles"]["S1"]["reach_median"] == 0.0
    assert found["styles"]["S2"]["reach_median"] <= 5.0
