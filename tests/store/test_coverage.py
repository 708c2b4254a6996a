"""Coverage: how much of the truth the gate sees, and what it says about enforcing."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Engine

from gatekeeper.store.coverage import Coverage, coverage, readiness
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
BOB = "bob@example.net"


def test_answers_to_mail_that_we_saw_and_to_mail_that_we_did_not(post: Post, engine: Engine) -> None:
    seen = post.wrote(BOB, ANN, NOW - DAY)
    post.learn(seen)
    for cited in (seen.message_key, 4711):
        post.judge(replace(post.case(ANN, [BOB]), cites=(cited,)))
    post.judge(replace(post.case(ANN, ["stranger@example.net"]), cites=(4712,)))
    with engine.begin() as connection:
        found = coverage(connection)
        assert (found.answers, found.answers_seen, found.answers_share) == (2, 1, 0.5)
        assert coverage(connection, "nobody@example.org").answers_share is None


def test_made_up_ids_to_strangers_count_for_nothing(post: Post, engine: Engine) -> None:
    for number in range(5):
        post.judge(replace(post.case(ANN, [f"stranger{number}@example.net"]), cites=(number,)))
    with engine.begin() as connection:
        assert coverage(connection).answers == 0


def test_regular_contacts_who_never_wrote_show_a_blind_spot(post: Post, engine: Engine) -> None:
    for days in (9, 6, 3):
        post.learn(post.sent(ANN, BOB, NOW - days * DAY), post.sent(ANN, "carol@example.net", NOW - days * DAY))
    post.learn(post.wrote(BOB, ANN, NOW - DAY), post.sent(ANN, "once@example.net", NOW - DAY))
    with engine.begin() as connection:
        found = coverage(connection, ANN)
    assert (found.regulars, found.regulars_who_wrote) == (2, 1)


def test_it_says_when_enforcing_is_safe() -> None:
    def of(answers: int, seen: int) -> Coverage:
        return Coverage(answers=answers, answers_seen=seen, regulars=0, regulars_who_wrote=0)

    assert readiness(of(200, 190), 40)[0]
    assert not readiness(of(200, 120), 40)[0] and "another way" in readiness(of(200, 120), 40)[1]
    assert readiness(of(3, 3), 5) == (
        False,
        "Whether enforcing is safe is not known yet: 3 answers in 5 days; 50 say enough. "
        "Senders whose archives are imported are judged by them already.",
    )
    assert "inbound listener" in readiness(of(3, 3), 100)[1]
