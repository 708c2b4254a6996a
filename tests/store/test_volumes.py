"""Volumes on the bench: what a policy counts is in the database, and exact between transactions and sessions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Engine, func, select

from gatekeeper.policy.policyfile import parse_policy
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store import schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.hearing import Terms
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
POLICY = """
name = "test"
[[volume]]
kinds = ["note"]
recipients = 4
days = 1.0
"""


def friends(post: Post, count: int) -> list[str]:
    found = [f"friend{number}@far{number}.example" for number in range(count)]
    post.learn(*(post.wrote(one, ANN, NOW - 9 * DAY) for one in found))
    return found


def opened(open_bench: Callable[[], Bench], terms: Terms, policy: str = POLICY) -> Post:
    bench = open_bench()
    bench.change_terms(replace(terms, policy=parse_policy(policy, "test")))
    return Post(bench)


def test_what_one_session_counted_the_next_one_knows(open_bench: Callable[[], Bench], terms: Terms) -> None:
    first = opened(open_bench, terms)
    people = friends(first, 5)
    assert first.judge(first.case(ANN, people[:4])).verdict.ruling is Ruling.ACCEPT
    second = opened(open_bench, terms)
    refused = second.judge(second.case(ANN, people[4:])).verdict
    assert refused.deciding is not None and refused.deciding.because is Because.VOLUME
    later = second.judge(second.case(ANN, people[4:], now=NOW + 1.02 * DAY)).verdict
    assert later.ruling is Ruling.ACCEPT


def test_two_messages_in_one_transaction_are_counted_one_after_the_other(
    open_bench: Callable[[], Bench], terms: Terms
) -> None:
    post = opened(open_bench, terms)
    people = friends(post, 6)
    futures = [post.bench.put(post.case(ANN, people[start : start + 3])) for start in (0, 3)]
    rulings = [future.result(20).verdict.ruling for future in futures]
    assert sorted(rulings) == [Ruling.ACCEPT, Ruling.REFUSE]


def test_a_policy_that_counts_nothing_keeps_nothing(
    engine: Engine, open_bench: Callable[[], Bench], terms: Terms
) -> None:
    post = opened(open_bench, terms, 'name = "test"')
    post.judge(post.case(ANN, friends(post, 3)))
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(schema.volumes)).scalar() == 0


def test_a_window_costs_a_hundred_rows_and_no_more(
    engine: Engine, open_bench: Callable[[], Bench], terms: Terms
) -> None:
    post = opened(open_bench, terms, POLICY.replace("recipients = 4", "recipients = 100000"))
    (one,) = friends(post, 1)
    for minute in range(0, 1440, 4):
        post.judge(post.case(ANN, [one], now=NOW + minute * 60.0))
    with engine.connect() as connection:
        rows = connection.execute(select(func.count(), func.sum(schema.volumes.c.recipients))).one()
    assert rows[0] <= 101
    assert rows[1] > 100
