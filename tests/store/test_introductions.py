"""The personal report: counts of people, in plain words, once for each period."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from gatekeeper.kinds.kind import Kind
from gatekeeper.letters.personal import PersonalReports, period_before, text
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import queue
from gatekeeper.store.introductions import effort
from gatekeeper.store.queue import QueueState
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
POLICY = Policy(name="test")


@pytest.fixture
def busy(post: Post) -> Post:
    """Ann wrote to four new people, of whom two answered; one invited; and once to everybody."""
    for number in range(4):
        post.deliver(post.judge(post.case(ANN, [f"new{number}@a{number}.example"], now=NOW + number * DAY)))
    for number in range(2):
        post.learn(post.wrote(f"new{number}@a{number}.example", ANN, NOW + (5 + number) * DAY))
    invitation = post.case(ANN, ["new0@a0.example"], kind=Kind.INVITATION, now=NOW + 8 * DAY)
    post.deliver(post.judge(invitation))
    post.learn(post.wrote("new0@a0.example", ANN, NOW + 9 * DAY))
    post.judge(post.case(ANN, [f"stranger{number}@b.example" for number in range(15)], now=NOW + 10 * DAY))
    return post


def test_introductions_answers_circles_and_campaigns_are_counted(busy: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        found = effort(connection, ANN, NOW - DAY, NOW + 20 * DAY, POLICY)
    assert (found.made, found.answered, found.circle, found.grown) == (4, 2, 2, 2)
    assert (found.invited, found.joined, found.refused_campaigns, found.complaints) == (1, 1, 1, 0)
    assert sum(week.made for week in found.weeks) == 4


def test_the_report_has_words_a_plot_and_nobody_elses_name(busy: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        told = "\n".join(text(effort(connection, ANN, NOW - DAY, NOW + 20 * DAY, POLICY)))
    assert "4 new people written to, 2 answered so far." in told
    assert "2 people in exchange with you, 2 of them new." in told
    assert "##.." in told
    assert "a0.example" not in told and "stranger" not in told


def test_a_report_by_mail_is_written_once_and_only_to_who_wrote(busy: Post, engine: Engine) -> None:
    busy.bench.change_terms(replace(busy.bench.terms, site_since=NOW - 90 * DAY))
    busy.judge(busy.case("bert@example.org", ["carl@example.org"], now=NOW))
    after = NOW + 40 * DAY

    async def write() -> list[int]:
        return [await PersonalReports(busy.bench, "gate.example.org", "monthly").write(after) for _ in range(2)]

    assert asyncio.run(write()) == [1, 0]
    with engine.begin() as connection:
        (parcel,) = queue.listed(connection, [QueueState.WAITING])
        content = queue.content_of(connection, parcel.id).decode()
    assert parcel.addressees[0].recipient.address == ANN and parcel.envelope.sender.is_null
    assert "Auto-Submitted: auto-generated" in content and "4 new people written to" in content


def test_who_wants_none_gets_none(busy: Post) -> None:
    assert asyncio.run(PersonalReports(busy.bench, "gate.example.org", "never").write(NOW + 40 * DAY)) == 0


@pytest.mark.parametrize(("every", "name"), [("weekly", "2026-W46"), ("monthly", "2026-10")])
def test_a_period_is_the_last_one_that_is_over(every: str, name: str) -> None:
    now = datetime(2026, 11, 18, 12, tzinfo=UTC).timestamp()
    since, until, found = period_before(now, every)  # type: ignore[arg-type]  # one of the words
    assert found == name
    assert since < until <= now
