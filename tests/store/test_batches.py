"""Imports: safe to repeat, and taken back exactly."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, select

from gatekeeper.errors import UsageError
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import batches, schema
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
KEPT = (
    schema.relations,
    schema.evidence,
    schema.heard,
    schema.companies,
    schema.sender_links,
    schema.choices,
)


def everything(engine: Engine) -> dict[str, list[Any]]:
    with engine.begin() as connection:
        return {table.name: sorted(map(tuple, connection.execute(select(table)))) for table in KEPT}


def history(post: Post) -> list[Exchange]:
    found = []
    for number in range(4):
        friend = f"friend{number}@example.net"
        found += [post.sent(ANN, friend, NOW - 60 * DAY + number), post.wrote(friend, ANN, NOW - 50 * DAY + number)]
    return found


def test_a_poisoned_import_is_undone_exactly(post: Post, engine: Engine) -> None:
    post.learn(*history(post))
    before = everything(engine)
    with engine.begin() as connection:
        batch = batches.begin(connection, "mbox", "poisoned.mbox", NOW)
    poison = [post.wrote(f"target{number}@example.net", ANN, NOW - 20 * DAY) for number in range(30)]
    poison += [
        post.wrote("friend1@example.net", ANN, NOW - 5 * DAY),
        post.sent(ANN, "friend2@example.net", NOW - 5 * DAY),
    ]
    group = tuple(f"target{number}@example.net" for number in range(5))
    poison.append(
        Exchange(
            message_key=99, at=NOW - 3 * DAY, author=ANN, outbound=True, people=(ANN, *group), links=frozenset({5})
        )
    )
    post.learn(*poison, batch=batch.id)
    assert everything(engine) != before
    with engine.begin() as connection:
        assert batches.undo(connection, batch.id, NOW, Policy(name="test")) == 32
    assert everything(engine) == before


def test_a_list_that_only_an_import_showed_is_none_when_that_is_undone(post: Post, engine: Engine) -> None:
    def through_the_list(author: str, number: int) -> Exchange:
        talk = "talk@lists.example"
        post_of = Evidence(sender=ANN, contact=talk, at=NOW, what=What.LIST_POST, proof=Proof.CLAIMED, source="mbox")
        return Exchange(
            message_key=number,
            at=NOW,
            author=author,
            outbound=False,
            people=(author, talk),
            evidence=(post_of,),
            list_address=talk,
        )

    def is_list() -> bool:
        with engine.begin() as connection:
            relation = Memory(Rows(connection)).relation(ANN, "talk@lists.example")
            return relation is not None and relation.is_list

    post.learn(through_the_list("bob@example.net", 1))
    assert not is_list()
    with engine.begin() as connection:
        batch = batches.begin(connection, "mbox", "talk.mbox", NOW)
    post.learn(through_the_list("carol@example.com", 2), batch=batch.id)
    assert is_list()
    with engine.begin() as connection:
        batches.undo(connection, batch.id, NOW, Policy(name="test"))
    assert not is_list()


def test_undoing_twice_or_what_is_not_there_is_one_clear_sentence(engine: Engine) -> None:
    with engine.begin() as connection:
        batch = batches.begin(connection, "mbox", "a.mbox", NOW)
        batches.undo(connection, batch.id, NOW, Policy(name="test"))
        with pytest.raises(UsageError, match=f"batch {batch.id} was taken back before"):
            batches.undo(connection, batch.id, NOW, Policy(name="test"))
        with pytest.raises(UsageError, match="there is no batch 4711"):
            batches.undo(connection, 4711, NOW, Policy(name="test"))


def test_an_interrupted_import_goes_on_where_it_stopped(engine: Engine) -> None:
    with engine.begin() as connection:
        first = batches.begin(connection, "mbox", "a.mbox", NOW)
        batches.progress(connection, first.id, position="1234", messages=10, evidence=20)
    with engine.begin() as connection:
        again = batches.begin(connection, "mbox", "a.mbox", NOW + 60)
        assert (again.id, again.position, again.messages) == (first.id, "1234", 10)
        batches.finish(connection, again.id, NOW + 70)
        assert batches.begin(connection, "mbox", "a.mbox", NOW + 80).id != first.id


def test_links_that_were_seen_live_stay_when_an_import_that_shows_them_too_is_taken_back(engine: Engine) -> None:
    with engine.begin() as connection:
        memory = Memory(Rows(connection))
        memory.campaigns.carry_links(ANN, [1], NOW)
        memory.write()
        memory = Memory(Rows(connection))
        memory.campaigns.carry_links(ANN, [1, 2], NOW - DAY, batch=7)
        memory.write()
        rows = connection.execute(select(schema.sender_links)).all()
    assert sorted((row.link, row.first, row.batch) for row in rows) == [(1, NOW, 0), (2, NOW - DAY, 7)]
