"""The web pages, asked over real HTTP."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from gatekeeper.config import Config
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage
from gatekeeper.store.bench import Bench
from gatekeeper.store.database import open_database
from gatekeeper.store.hearing import Terms
from gatekeeper.web.admin import Office
from gatekeeper.web.app import Site, application
from gatekeeper.web.circles import drawing
from gatekeeper.web.page import Count, Fate, WhyPage
from gatekeeper.web.server import WebServer

TOKEN = "k3f9q2"
STYLES = "/static/gatekeeper.css"
NOW = datetime(2025, 3, 4, 14, 5, tzinfo=UTC)
POLICY = Policy(name="trial", title="A trial")
PAGE = WhyPage(
    fate=Fate.NOT_SENT,
    headline="Not sent: 37 of 52 recipients have never written to you.",
    sentences=("37 of 52 recipients have never written to you.", "A <b>second</b> reason."),
    way_out=("Write to each in your own words first, or ask them to sign up.",),
    counts=(Count(label="have never written to you", number=37, of=52),),
    judged_at=NOW,
    valid_until=NOW + timedelta(days=30),
    help_contact="Ann & Bob",
    chart=drawing(POLICY, numbers={(Stage.STRANGER, Kind.INVITATION): 37}, of=Kind.INVITATION),
    can_prove=True,
)


OFFICE = Office(
    bench=Bench(open_database("sqlite://"), Terms(policy=POLICY)),
    ids=Ids(b"secret"),
    config=Config,
    verify=lambda: None,
)


def why(token: str, seal: str) -> WhyPage | None:
    if token == "broken":
        raise RuntimeError("secret inside")
    return PAGE if token == TOKEN and not seal else None


@asynccontextmanager
async def served(missing: Mapping[str, str] | None = None) -> AsyncIterator[tuple[httpx.AsyncClient, Events]]:
    async def readiness() -> Mapping[str, str]:
        return missing or {}

    async def leave(token: str, is_no: bool) -> str | None:
        return None

    events = Events.unheard()
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = WebServer(
        application(
            Site(
                hostname="gate.example.org",
                why=why,
                prove=lambda token: token == TOKEN,
                policy=lambda: POLICY,
                readiness=readiness,
                join=leave,
                leave=leave,
                office=OFFICE,
                events=events,
            )
        ),
        listening,
    )
    await server.start()
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            yield client, events
    finally:
        await server.stop()


@pytest.mark.asyncio
async def test_the_link_in_a_reply_shows_outcome_counts_and_the_way_out() -> None:
    async with served() as (client, _):
        answer = await client.get(f"/why/{TOKEN}")
    assert answer.status_code == 200
    for expected in (
        "Not sent: 37 of 52 recipients have never written to you.",
        "<strong>37</strong> of 52",
        "Write to each in your own words first",
        "Tue 4 Mar 2025, 14:05 (UTC)",
        "Thu 3 Apr 2025",
    ):
        assert expected in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.asyncio
async def test_what_people_wrote_is_escaped() -> None:
    async with served() as (client, _):
        text = (await client.get(f"/why/{TOKEN}")).text
    assert "A &lt;b&gt;second&lt;/b&gt; reason." in text
    assert "Ask Ann &amp; Bob" in text


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/why/other", "/why/" + "x" * 65, "/why/%C3%A9", "/nowhere"])
async def test_a_link_that_is_over_or_wrong_says_so(path: str) -> None:
    async with served() as (client, _):
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.asyncio
async def test_pages_can_only_be_looked_at() -> None:
    async with served() as (client, _):
        for path in (f"/why/{TOKEN}", "/chart", "/metrics"):
            for method in ("PUT", "DELETE"):
                assert (await client.request(method, path)).status_code == 405
        assert (await client.post("/chart")).status_code == 405


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "path", ["/", "/chart", "/admin/", f"/why/{TOKEN}", "/why/broken", "/nowhere", "/metrics", STYLES]
)
async def test_every_answer_has_the_security_headers_and_needs_nothing_from_elsewhere(path: str) -> None:
    async with served() as (client, _):
        answer = await client.get(path)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers
    assert "<script" not in answer.text
    assert "http://" not in answer.text and "https://" not in answer.text


@pytest.mark.asyncio
async def test_an_error_of_ours_tells_nothing_and_is_counted() -> None:
    async with served() as (client, events):
        answer = await client.get("/why/broken")
        metrics = (await client.get("/metrics")).text
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert 'gatekeeper_errors_total{where="web"} 1.0' in metrics
    assert events is not None


@pytest.mark.asyncio
async def test_readiness_names_what_is_missing() -> None:
    async with served() as (client, _):
        answer = await client.get("/readyz")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok", "missing": {}})
    async with served({"database": "It cannot be written."}) as (client, _):
        answer = await client.get("/readyz")
        assert answer.status_code == 503
        assert answer.json()["missing"] == {"database": "It cannot be written."}
        assert (await client.get("/healthz")).status_code == 200


@pytest.mark.asyncio
async def test_metrics_are_a_page_that_prometheus_reads() -> None:
    async with served() as (client, _):
        answer = await client.get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "# TYPE gatekeeper_messages_total counter" in answer.text


@pytest.mark.asyncio
async def test_the_chart_is_drawn_and_told_in_words() -> None:
    async with served() as (client, _):
        text = (await client.get("/chart")).text
    assert "A trial" in text and text.count('role="img"') == len(Kind)
    assert text.count('class="ring ') == len(Kind) * 4
    assert '<circle class="ring no" r="94" fill="url(#stripe)"/>' in text, (
        "strangers get no newsletter: the outermost ring is striped"
    )
    for kind in Kind:
        assert f'<th scope="col">{kind}</th>' in text
        for stage in Stage:
            assert f"{POLICY.cell(stage, kind)}</td>" in text
    assert "stranger: NO" in text and "style=" not in text


@pytest.mark.asyncio
async def test_a_why_page_marks_its_cell_and_counts() -> None:
    async with served() as (client, _):
        text = (await client.get(f"/why/{TOKEN}")).text
    assert text.count('role="img"') == 1 and "<title" in text
    assert text.count('class="here"') == 1
    assert "◔ on credit x4 <strong>37 here</strong>" in text
    assert "@" not in text.replace(">@<", "").replace("@ is the sender", ""), "no address"


@pytest.mark.asyncio
async def test_who_asks_for_the_people_is_told_the_same_whoever_he_is() -> None:
    async with served() as (client, _):
        answer = await client.post(f"/why/{TOKEN}")
        assert answer.status_code == 200 and "If the sender has a mailbox here" in answer.text
        assert (await client.post("/why/other")).status_code == 404
        assert (await client.get(f"/why/{TOKEN}/forged.seal")).status_code == 404
