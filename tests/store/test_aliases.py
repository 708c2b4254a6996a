"""Addresses joined to accounts: what they are worth, and that taking a colleague's is worth nothing."""

from __future__ import annotations

from sqlalchemy import Engine

from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage
from gatekeeper.store import people
from gatekeeper.store.aliases import MOST_LEARNT, join, joined_to, learn_alias, part
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
SMITH = "a.smith@example.org"
BOB = "bob@example.net"
CAROL = "carol@example.org"
POLICY = Policy(name="test")


def learn(engine: Engine, account: str = ANN, address: str = SMITH) -> bool:
    with engine.begin() as connection:
        return learn_alias(connection, account, address, NOW)


def stage(engine: Engine, account: str, contact: str = BOB) -> Stage:
    with engine.begin() as connection:
        return people.contact_facts(connection, account, contact, NOW + DAY, POLICY).stage


def test_an_answer_to_the_address_in_from_counts_for_who_logged_in(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY))
    assert learn(engine)
    post.learn(post.wrote(BOB, SMITH, NOW))
    assert (stage(engine, ANN), stage(engine, SMITH)) == (Stage.LIKED, Stage.STRANGER)


def test_who_takes_the_address_of_a_colleague_who_sends_gets_nothing(post: Post, engine: Engine) -> None:
    post.deliver(post.judge(post.case(CAROL, [BOB])))
    assert not learn(engine, ANN, CAROL)
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, CAROL, NOW))
    assert (stage(engine, ANN), stage(engine, CAROL)) == (Stage.STRANGER, Stage.KNOWN)


def test_who_takes_an_address_that_never_sent_gains_nobody_whom_he_did_not_write_to(post: Post, engine: Engine) -> None:
    assert learn(engine, ANN, CAROL)
    post.learn(post.wrote(BOB, CAROL, NOW))
    assert (stage(engine, ANN), stage(engine, CAROL)) == (Stage.STRANGER, Stage.KNOWN)


def test_a_learnt_address_ends_with_the_first_mail_that_it_sends_by_itself(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY))
    assert learn(engine, ANN, CAROL)
    post.deliver(post.judge(post.case(CAROL, ["dora@example.net"])))
    post.learn(post.wrote(BOB, CAROL, NOW))
    assert (stage(engine, ANN), stage(engine, CAROL)) == (Stage.STRANGER, Stage.KNOWN)


def test_an_address_belongs_to_the_first_and_few_are_learnt(engine: Engine) -> None:
    assert learn(engine)
    assert not learn(engine, CAROL), "the address has an account"
    found = [learn(engine, ANN, f"name{number}@example.org") for number in range(MOST_LEARNT + 3)]
    assert found.count(True) == MOST_LEARNT - 1


def test_a_mail_from_oneself_under_another_address_shows_nothing(post: Post, engine: Engine) -> None:
    assert learn(engine)
    post.learn(post.wrote(ANN, SMITH, NOW))
    assert stage(engine, ANN, ANN) is Stage.STRANGER


def test_an_admin_joins_in_full_and_parts_for_good(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        join(connection, ANN, SMITH, NOW, author="root", reason="her name before")
        assert [(one.address, one.author) for one in joined_to(connection, ANN)] == [(SMITH, "root")]
    post.learn(post.wrote(BOB, SMITH, NOW))
    assert stage(engine, ANN) is Stage.KNOWN
    with engine.begin() as connection:
        assert part(connection, SMITH, NOW, author="root", reason="") == ANN
        assert joined_to(connection, ANN) == ()
    assert not learn(engine)
    post.learn(post.wrote("dora@example.net", SMITH, NOW))
    assert stage(engine, ANN, "dora@example.net") is Stage.STRANGER


def test_a_forgotten_account_takes_its_addresses_with_it(engine: Engine) -> None:
    assert learn(engine)
    with engine.begin() as connection:
        assert people.export(connection, ANN)["aliases"][0]["address"] == SMITH
        people.forget(connection, ANN, NOW, author="root", secret=b"s")
        assert joined_to(connection, SMITH) == ()
