"""The documents: every metric, page, exit code and word of the log stands in them."""

from __future__ import annotations

import re
from pathlib import Path

from gatekeeper import errors
from gatekeeper.cli import main
from gatekeeper.metrics import JOBS, Metrics

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
METRICS = (ROOT / "docs/metrics.md").read_text(encoding="utf-8")


def test_every_metric_is_documented_with_its_labels_and_none_besides() -> None:
    documented = set(re.findall(r"^\| `(gatekeeper_\w+)(?:\{([\w,]+)\})?`", METRICS, re.MULTILINE))
    shown = set()
    for line in Metrics().page().decode().splitlines():
        if found := re.match(r"(gatekeeper_\w+?)(?:_bucket|_count|_sum)?(?:\{(.*)\})? ", line):
            labels = {label for label in re.findall(r"(\w+)=", found[2] or "") if label != "le"}
            shown.add((found[1], frozenset(labels)))
    assert {(name, frozenset(filter(None, labels.split(",")))) for name, labels in documented} == shown


def test_every_exit_code_is_documented() -> None:
    codes = {value for name, value in {**vars(errors), **vars(main)}.items() if name.startswith("EX_")}
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", OPERATIONS, re.MULTILINE)}
    assert codes - {main.EX_INTERRUPTED} <= documented


def test_every_line_of_the_log_is_documented() -> None:
    source = (ROOT / "gatekeeper/events.py").read_text(encoding="utf-8")
    words = re.findall(r'self\.log\.(?:info|warning|error)\(\s*f?"([^"]+)"', source)
    assert len(words) > 8
    for text in words:
        fixed = max(re.split(r"\{[^}]*\}", text), key=len).strip(": ")
        assert fixed in OPERATIONS, text


def test_every_page_and_job_is_documented() -> None:
    for page in ("/why/TOKEN", "/why/TOKEN/PROOF", "/chart", "/admin/", "/metrics", "/healthz", "/readyz"):
        assert f"| `{page}` |" in OPERATIONS
    for job in JOBS:
        assert f"`{job}` " in OPERATIONS
