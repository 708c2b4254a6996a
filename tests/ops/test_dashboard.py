"""The dashboard: every expression on it, asked of a real Prometheus that has scraped a real daemon under load."""

from __future__ import annotations

import asyncio
import json
import math
import re
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import uvloop

from gatekeeper.metrics import JOBS
from tests.load.client import LoadClient
from tests.load.daemon import Daemon
from tests.load.sink import CountingSink
from tests.load.town import Town
from tests.ops.test_rules import ALERTS, RULES, alerts, recorded
from tests.servers import free_port, require, wait_for_port

ROOT = Path(__file__).parents[2]
DASHBOARD = json.loads((ROOT / "deploy/grafana/gatekeeper.json").read_text(encoding="utf-8"))
SCRAPED_SECONDS = 15.0
START_SECONDS = 60.0
MESSAGES = 2_000

CONFIG = """
global: {{scrape_interval: 1s, evaluation_interval: 1s}}
rule_files: [{rules}, {alerts}]
scrape_configs:
  - job_name: gatekeeper
    static_configs: [{{targets: ["127.0.0.1:{port}"]}}]
"""


class Prometheus:
    """A running Prometheus, asked over its API."""

    def __init__(self, port: int) -> None:
        self._address = f"http://127.0.0.1:{port}/api/v1"

    def ask(self, expression: str) -> list[dict[str, Any]]:
        """The instant vector of `expression`; the test fails when it has a mistake."""
        query = urllib.parse.urlencode({"query": expression})
        try:
            with urllib.request.urlopen(f"{self._address}/query?{query}") as answer:
                result: list[dict[str, Any]] = json.load(answer)["data"]["result"]
        except urllib.error.HTTPError as error:
            pytest.fail(f"{expression}: {error.read().decode()}")
        return result

    def numbers(self, expression: str) -> list[float]:
        return [float(one["value"][1]) for one in self.ask(expression)]


@contextmanager
def prometheus(folder: Path, scraped: int) -> Iterator[Prometheus]:
    """A Prometheus with our rules, which scrapes one port every second."""
    program, port = require("prometheus"), free_port()
    config = folder / "prometheus.yml"
    config.write_text(CONFIG.format(rules=RULES, alerts=ALERTS, port=scraped), encoding="utf-8")
    options = [f"--config.file={config}", f"--storage.tsdb.path={folder / 'series'}"]
    command = [program, *options, f"--web.listen-address=127.0.0.1:{port}", "--log.level=warn"]
    with (folder / "prometheus.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        wait_for_port(port, seconds=START_SECONDS)
        yield Prometheus(port)
    finally:
        process.terminate()
        process.wait(START_SECONDS)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    """A Prometheus that has seen a daemon judge and relay for some seconds."""
    require("prometheus")
    folder = tmp_path_factory.mktemp("watched")
    town = Town(seed=5)

    async def play(daemon: Daemon, sink: CountingSink) -> None:
        until = time.monotonic() + SCRAPED_SECONDS
        letters = iter(town.letters(MESSAGES, size_bytes=2_048))
        client = LoadClient(daemon.port, sessions=4)
        while time.monotonic() < until:
            await client.send(islice(letters, 20))
            await asyncio.sleep(0.2)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        sink = CountingSink()
        runner.run(sink.__aenter__())
        daemon = Daemon(folder=folder, next_hop=sink.port)
        engine = daemon.engine()
        town.settle(engine, time.time())
        engine.dispose()
        daemon.configure()

        async def started() -> None:
            await asyncio.to_thread(daemon.start)

        runner.run(started())
        try:
            with prometheus(folder, daemon.web) as one:
                runner.run(play(daemon, sink))
                yield one
        finally:
            runner.run(asyncio.to_thread(daemon.stop))


def expressions() -> list[tuple[str, str]]:
    """Each panel's title with each of its expressions, the variables filled in as Grafana would."""
    found = []
    for panel in DASHBOARD["panels"]:
        for target in panel.get("targets", ()):
            expression = target["expr"].replace("$__rate_interval", "10s")
            found.append((panel["title"], expression.replace("$job", "gatekeeper").replace("$instance", ".*")))
    return found


@pytest.mark.xdist_group("load")
def test_every_expression_of_the_dashboard_shows_something(watched: Prometheus) -> None:
    assert len(expressions()) > 30
    for title, expression in expressions():
        numbers = watched.numbers(expression)
        assert numbers and not all(math.isnan(number) for number in numbers), f"{title}: {expression}"


@pytest.mark.xdist_group("load")
def test_under_load_the_dashboard_shows_the_load(watched: Prometheus) -> None:
    assert watched.numbers("sum(gatekeeper_messages_total)")[0] > 100
    assert watched.numbers("sum(rate(gatekeeper_relay_seconds_count[30s]))")[0] > 1
    assert 0 < watched.numbers("gatekeeper:decision_seconds:p95_5m")[0] < 10


@pytest.mark.xdist_group("load")
def test_every_recorded_series_is_there_and_every_alert_can_be_asked(watched: Prometheus) -> None:
    for name in recorded():
        assert watched.numbers(name), name
    for name, rule in alerts().items():
        expression = rule.partition("expr:")[2].partition("for:")[0].strip().removeprefix("|")
        watched.ask(expression)
        assert not watched.ask(f'ALERTS{{alertname="{name}", alertstate="firing"}}'), name


@pytest.mark.xdist_group("load")
def test_prometheus_calls_the_label_of_our_jobs_as_the_rules_do(watched: Prometheus) -> None:
    found = watched.ask("gatekeeper_job_last_success_timestamp_seconds")
    assert {one["metric"]["exported_job"] for one in found} == set(JOBS)
    assert {one["metric"]["job"] for one in found} == {"gatekeeper"}


@pytest.mark.xdist_group("load")
def test_load_makes_no_new_series(watched: Prometheus) -> None:
    (first,) = watched.ask("min_over_time(scrape_samples_scraped[5m])")
    (last,) = watched.ask("max_over_time(scrape_samples_scraped[5m])")
    assert first["value"][1] == last["value"][1]


def test_the_dashboard_asks_only_its_data_source_and_rates_by_its_interval() -> None:
    names = {variable["name"] for variable in DASHBOARD["templating"]["list"]}
    assert names == {"datasource", "job", "instance"}
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    for panel in DASHBOARD["panels"]:
        for target in panel.get("targets", ()):
            assert panel["datasource"] == target["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
            assert 'job=~"$job"' in target["expr"] and 'instance=~"$instance"' in target["expr"]
            for window in re.findall(r"rate\([^[]*\[([^]]+)\]", target["expr"]):
                assert window == "$__rate_interval"
