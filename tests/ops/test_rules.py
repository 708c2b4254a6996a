"""Rules, alerts, runbook and the page about metrics: they agree with each other, and with what the code shows."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from gatekeeper.metrics import JOBS, Metrics
from tests.servers import require

ROOT = Path(__file__).parents[2]
RULES = ROOT / "deploy/prometheus/gatekeeper-rules.yml"
ALERTS = ROOT / "deploy/prometheus/gatekeeper-alerts.yml"
SCRAPE = ROOT / "deploy/prometheus/gatekeeper-scrape.yml"
STORY = Path(__file__).parent / "alerts.yml"
PAGE = (ROOT / "docs/metrics.md").read_text(encoding="utf-8")
RUNBOOK = (ROOT / "docs/runbook.md").read_text(encoding="utf-8")
MOST_SERIES = 500
BY_PROMETHEUS = {"up"}
FIXED = {
    "gatekeeper_messages_total{verdict,kind}",
    "gatekeeper_recipients_total{ruling,stage}",
    "gatekeeper_decision_seconds",
    "gatekeeper_relay_seconds",
    "gatekeeper_sessions",
    "gatekeeper_queue_messages{state}",
    "gatekeeper_evidence_total{source,outcome}",
    "gatekeeper_observed_total{verdict,kind}",
    "gatekeeper_errors_total{where}",
    "gatekeeper_policy_reload_success",
    "gatekeeper_coverage_ratio",
    "gatekeeper_senders{tier}",
    "gatekeeper_rate_deferred_total{limit}",
    "gatekeeper_next_hop_up",
    "gatekeeper_job_last_success_timestamp_seconds{job}",
    "gatekeeper_build_info",
}
"""The names that admins' own dashboards and scripts may rely on."""


def shown() -> set[str]:
    """The names of all series of a fresh daemon, as a query would say them."""
    lines = Metrics().page().decode().splitlines()
    return {re.split(r"[{ ]", line)[0] for line in lines if not line.startswith("#")}


def alerts() -> dict[str, str]:
    """Each alert and the text of its rule."""
    pieces = re.split(r"^ +- alert: ", ALERTS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {piece.split("\n", 1)[0]: piece for piece in pieces}


def recorded() -> dict[str, str]:
    """Each recorded series and the text of its rule."""
    pieces = re.split(r"^ +- record: ", RULES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {piece.split("\n", 1)[0]: piece for piece in pieces}


def series_in(rule: str) -> set[str]:
    """The series that a rule stands on in the end."""
    expression = rule.partition("expr:")[2].partition("annotations:")[0]
    found = set(re.findall(r"\b(?:gatekeeper|process)_\w+|\bup\b", expression))
    for name, text in recorded().items():
        if name in expression:
            found |= series_in(text)
    return found


def promtool(*arguments: object, cwd: Path | None = None) -> None:
    command = [require("promtool"), *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_promtool_finds_no_mistake_in_the_rules_and_the_scrape_configuration(tmp_path: Path) -> None:
    promtool("check", "rules", RULES, ALERTS)
    config = tmp_path / "prometheus.yml"
    config.write_text(SCRAPE.read_text(encoding="utf-8").replace("/etc/prometheus", str(RULES.parent)), "utf-8")
    promtool("check", "config", config)


def test_each_alert_comes_when_it_should_and_not_before(tmp_path: Path) -> None:
    for file in (RULES, ALERTS, STORY):
        shutil.copy(file, tmp_path)
    promtool("test", "rules", STORY.name, cwd=tmp_path)
    told = re.findall(r"exp_alerts", STORY.read_text(encoding="utf-8"))
    assert len(told) >= len(alerts())
    for alert in alerts():
        assert f"alertname: {alert}\n" in STORY.read_text(encoding="utf-8"), alert


def test_each_alert_has_its_section_in_the_runbook_and_says_so() -> None:
    sections = re.findall(r"^## (\w+)$", RUNBOOK, re.MULTILINE)
    assert sections == list(alerts())
    for alert, rule in alerts().items():
        assert f"runbook: docs/runbook.md#{alert.lower()}\n" in rule
        assert re.search(r"severity: (critical|warning|info)\b", rule)


def test_alerts_and_recordings_stand_on_series_that_there_are() -> None:
    for rule in (*alerts().values(), *recorded().values()):
        assert series_in(rule)
        assert series_in(rule) <= shown() | BY_PROMETHEUS


def test_the_alert_about_late_jobs_knows_each_job() -> None:
    named = re.findall(r'exported_job=~?"([\w|]+)"', alerts()["GatekeeperJobLate"])
    assert {job for names in named for job in names.split("|")} == set(JOBS)


def test_the_page_says_of_each_metric_which_alert_uses_it() -> None:
    rows = re.findall(r"^\| `(gatekeeper_\w+)[^|]*\|[^|]*\|.*\|([^|]*)\|$", PAGE, re.MULTILINE)
    told = {name: set(filter(None, (alert.strip() for alert in cell.split(",")))) for name, cell in rows}
    used: dict[str, set[str]] = {name: set() for name in told}
    for alert, rule in alerts().items():
        for series in series_in(rule):
            name = re.sub(r"_bucket$", "", series)
            if name in told:
                used[name].add(alert)
            else:
                assert alert in PAGE and series in PAGE
    assert told == used


def test_the_fixed_names_are_all_there() -> None:
    documented = {f"{name}{labels}" for name, labels in re.findall(r"^\| `(gatekeeper_\w+)(\{[\w,]+\})?`", PAGE, re.M)}
    assert FIXED - documented == {"gatekeeper_build_info"}
    assert "gatekeeper_build_info{version,python}" in documented


def test_a_fresh_daemon_shows_few_series_and_no_label_that_could_grow() -> None:
    lines = [line for line in Metrics().page().decode().splitlines() if not line.startswith("#")]
    assert f"fewer than {MOST_SERIES} series" in PAGE
    assert len(lines) < MOST_SERIES
    labels = {label for line in lines for label in re.findall(r'(\w+)="', line)}
    closed = {"verdict", "kind", "ruling", "stage", "source", "outcome", "where", "state", "tier", "limit", "job"}
    assert labels <= closed | {"le", "version", "python"}
