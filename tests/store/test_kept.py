"""What one transaction passes on to the next, and when it must not; and what is taken on trust."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select

from gatekeeper.policy.verdict import Because
from gatekeeper.store import schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.kept import Kept, mark
from gatekeeper.store.memory import Memory
from gatekeeper.store.people import close
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
BOB = "bob@example.com"


@pytest.fixture
def post(open_bench: Callable[[], Bench]) -> Post:
    post = Post(open_bench())
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    return post


def closed(post: Post) -> bool:
    return any(reason.because is Because.CLOSED for reason in post.judge(post.case(ANN, [BOB])).verdict.reasons)


@pytest.mark.parametrize("is_same_engine", [True, False])
def test_what_somebody_else_writes_is_seen_by_the_next_verdict(
    engine: Engine, post: Post, database_url: str, is_same_engine: bool
) -> None:
    assert not closed(post)
    other = engine if is_same_engine else open_database(database_url)
    with other.begin() as connection:
        close(connection, ANN, BOB, NOW, author="root", reason="asked by telephone")
    assert closed(post)
    if other is not engine:
        other.dispose()


def test_what_other_work_in_the_transaction_writes_is_seen_by_the_next_verdict(post: Post) -> None:
    assert not closed(post)
    post.bench.put(lambda connection: close(connection, ANN, BOB, NOW, author="root", reason="asked")).result(20)
    assert closed(post)


def test_nothing_of_a_transaction_that_failed_is_passed_on() -> None:
    engine = open_database("sqlite://")
    upgrade(engine)
    kept = Kept()
    with engine.begin() as connection:
        first = kept.memory(connection, trusting=True)
        first.relation_or_new(ANN, BOB).send(NOW, DAY)
        first.write()
        end = mark(connection)
    kept.keep(first, end)
    with pytest.raises(ValueError, match="on purpose"), engine.begin() as connection:
        kept.memory(connection, trusting=True).relation_or_new(ANN, BOB).send(NOW, DAY)
        raise ValueError("on purpose")
    with engine.begin() as connection:
        relation = kept.memory(connection, trusting=True).relation(ANN, BOB)
        assert relation is not None and relation.unanswered == 1
    engine.dispose()


def test_people_and_pairs_are_passed_on_while_nobody_else_writes() -> None:
    engine = open_database("sqlite://")
    upgrade(engine)
    kept = Kept()
    with engine.begin() as connection:
        first = kept.memory(connection, trusting=True)
        first.relation_or_new(ANN, BOB).send(NOW, DAY)
        first.write()
        end = mark(connection)
    kept.keep(first, end)
    with engine.begin() as connection:
        second = kept.memory(connection, trusting=True)
        assert second.relation(ANN, BOB) is first.relation(ANN, BOB)
        end = mark(connection)
    kept.keep(second, end)
    with engine.begin() as connection:
        close(connection, ANN, BOB, NOW, author="root", reason="asked")
    with engine.begin() as connection:
        third = kept.memory(connection, trusting=True).relation(ANN, BOB)
        assert third is not first.relation(ANN, BOB)
        assert third is not None and third.closed == "all"
    engine.dispose()


def test_what_is_written_in_fewer_digits_is_read_again(engine: Engine) -> None:
    with engine.begin() as connection:
        kept = Kept()
        first = kept.memory(connection, trusting=True)
        sender = first.sender(ANN)
        sender.spent[1] = 1.0 / 3.0
        first.changed(sender)
        first.companies.addressed(ANN, (BOB, "eve@example.net"), NOW + 0.25)
        first.write()
        end = mark(connection)
    kept.keep(first, end)
    with engine.begin() as connection:
        second = kept.memory(connection, trusting=True)
        assert second.sender(ANN).spent == {1: 0.333333}


def test_with_postgresql_everything_is_read_again(engine: Engine) -> None:
    with engine.begin() as connection:
        assert (mark(connection) is None) == (engine.dialect.name == "postgresql")


def test_a_mail_that_goes_out_twice_counts_once(engine: Engine, post: Post) -> None:
    judged = post.judge(post.case(ANN, ["new@example.net"]))
    for _ in range(2):
        post.deliver(judged)
    post.deliver(post.judge(post.case(ANN, ["new@example.net"], message_key=judged.case.message_key)))
    with engine.begin() as connection:
        table = schema.evidence
        assert len(connection.execute(select(table).where(table.c.contact == "new@example.net")).all()) == 1
        relation = connection.execute(
            select(schema.relations).where(schema.relations.c.contact == "new@example.net")
        ).one()
    assert relation.unanswered == 1
    assert relation.out_sum == 1.0


def test_a_memory_without_rows_keeps_count_by_itself() -> None:
    memory = Memory()
    assert memory.seen.is_new(ANN, BOB, 1, "sent")
    assert not Memory(parent=memory).seen.is_new(ANN, BOB, 1, "sent")
