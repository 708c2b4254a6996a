"""The bench: exact between sessions, durable before any effect, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, func, select, text

from gatekeeper.errors import TemporaryFailure
from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.reply import ACCEPTED
from gatekeeper.policy.evidence import Proof
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store import schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Repeated, Unanswered
from gatekeeper.store.database import upgrade
from gatekeeper.store.ledger import entry
from gatekeeper.store.people import contact_facts
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"


def strangers(count: int) -> list[str]:
    return [f"stranger{number}@example.net" for number in range(count)]


def because(judged: Any) -> Because | None:
    deciding = judged.verdict.deciding
    return deciding.because if deciding else None


def test_a_stranger_gets_one_personal_note(post: Post) -> None:
    judged = post.judge(post.case(ANN, ["carol@example.net"]))
    assert judged.verdict.ruling is Ruling.ACCEPT


def test_an_invitation_to_everybody_is_refused_and_says_how_many(post: Post) -> None:
    friends = [f"friend{number}@example.net" for number in range(5)]
    for friend in friends:
        post.learn(post.sent(ANN, friend, NOW - 40 * DAY), post.wrote(friend, ANN, NOW - 39 * DAY))
    judged = post.judge(post.case(ANN, friends + strangers(12), kind=Kind.INVITATION))
    deciding = judged.verdict.deciding
    assert judged.verdict.ruling is Ruling.REFUSE
    assert deciding is not None and (deciding.because, deciding.number, deciding.of) == (Because.INVITE_ALL, 12, 17)


def test_pieces_of_a_blast_are_one_campaign(post: Post) -> None:
    everybody = strangers(30)
    rulings = [
        post.judge(post.case(ANN, [one], content="join", now=NOW + number)).verdict
        for number, one in enumerate(everybody)
    ]
    assert rulings[0].ruling is Ruling.ACCEPT
    assert rulings[-1].ruling is Ruling.REFUSE
    assert sum(verdict.ruling is Ruling.ACCEPT for verdict in rulings) <= 3


def test_hundreds_of_sessions_at_once_cannot_slip_through_between_two_sums(
    post: Post, open_bench: Callable[[], Bench], engine: Engine
) -> None:
    # Two benches stand for two nodes; on SQLite the second one waits for the file, on PostgreSQL for the locks.
    other = open_bench()
    answers: list[Future[Any]] = []
    for number, one in enumerate(strangers(200)):
        bench = post.bench if number % 2 else other
        answers.append(bench.put(post.case(ANN, [one], content="join", now=NOW)))
    rulings = [answer.result(60).verdict.ruling for answer in answers]
    # Two delivered weights of 1 are the pause's bound; whatever the interleaving, no third passes at once.
    assert rulings.count(Ruling.ACCEPT) == 2
    with engine.begin() as connection:
        persons = connection.execute(
            select(func.count())
            .select_from(schema.campaign_persons)
            .join(schema.campaigns, schema.campaigns.c.id == schema.campaign_persons.c.campaign)
            .where(schema.campaigns.c.scope == f"sender:{ANN}")
        ).scalar_one()
    assert persons >= 10


def test_a_delivered_mail_is_the_outbound_side_and_an_answer_makes_a_friend(post: Post, engine: Engine) -> None:
    post.deliver(post.judge(post.case(ANN, ["carol@example.net"])))
    assert stage_of(engine, post, "carol@example.net", NOW + 1) == "stranger"
    post.learn(post.wrote("carol@example.net", ANN, NOW + DAY))
    assert stage_of(engine, post, "carol@example.net", NOW + 2 * DAY) == "liked"


def test_an_answered_introduction_gives_credits_back_once(post: Post, engine: Engine) -> None:
    post.deliver(post.judge(post.case(ANN, ["carol@example.net"])))
    spent = balance(engine)
    post.learn(post.wrote("carol@example.net", ANN, NOW + DAY))
    answered = balance(engine)
    post.learn(post.wrote("carol@example.net", ANN, NOW + 2 * DAY))
    assert answered > spent
    assert balance(engine) == answered


def test_what_the_next_hop_refused_is_given_back(post: Post, engine: Engine) -> None:
    before = post.judge(post.case(ANN, ["carol@example.net"]))
    charged = balance(engine)
    post.deliver(before, positions=(), outcome="refused")
    assert balance(engine) == pytest.approx(charged + 1.0)
    assert stage_of(engine, post, "carol@example.net", NOW + 1) == "stranger"
    with engine.begin() as connection:
        assert connection.execute(select(func.count()).select_from(schema.evidence)).scalar_one() == 0
        found = entry(connection, before.case.id)
    assert found is not None and found.outcome == "refused"


def test_the_same_message_never_counts_twice_whatever_its_source(post: Post) -> None:
    exchange = post.wrote("carol@example.net", ANN, NOW - DAY)
    first = post.learn(exchange)
    again = post.learn(exchange, batch=7)
    assert (first.new, first.evidence, again.new, again.repeated, again.evidence) == (1, 1, 0, 1, 0)


def test_unauthenticated_history_makes_somebody_known_and_no_more(post: Post, engine: Engine) -> None:
    post.learn(
        post.sent(ANN, "dave@example.net", NOW - 50 * DAY),
        post.wrote("dave@example.net", ANN, NOW - 40 * DAY, proof=Proof.CLAIMED),
    )
    assert stage_of(engine, post, "dave@example.net", NOW) == "known"


def test_a_forged_mail_teaches_nothing(post: Post, engine: Engine) -> None:
    post.learn(post.wrote("dave@example.net", ANN, NOW - DAY, proof=Proof.NONE))
    assert stage_of(engine, post, "dave@example.net", NOW) == "stranger"


def test_a_retry_after_an_unread_250_gets_the_same_answer(post: Post) -> None:
    case = post.case(ANN, ["carol@example.net"])
    post.deliver(post.judge(case))
    unread = Unanswered(sender=case.sender, identity=case.identity, now=NOW, reply=ACCEPTED)
    post.bench.put(unread).result(20)
    again = post.answer(replace(case, id="case-again", now=NOW + 600))
    assert isinstance(again, Repeated) and again.reply.code == 250
    later = post.answer(replace(case, id="case-later", now=NOW + 2 * 3600))
    assert not isinstance(later, Repeated)


def test_a_paused_message_comes_again_at_its_time_and_passes(post: Post) -> None:
    for number in range(2):
        post.deliver(post.judge(post.case(ANN, [f"new{number}@example.net"])))
    case = post.case(ANN, ["third@example.net"], now=NOW + 5)
    paused = post.judge(case).verdict
    assert paused.ruling is Ruling.DEFER and paused.until == pytest.approx(NOW + 605)
    early = post.judge(replace(case, id="case-early", now=NOW + 300)).verdict
    assert early.until == pytest.approx(NOW + 605), "the release time is remembered, not moved"
    assert post.judge(replace(case, id="case-due", now=NOW + 606)).verdict.ruling is Ruling.ACCEPT


def test_a_verdict_is_read_back_as_it_was_given(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, strangers(12), kind=Kind.INVITATION))
    with engine.begin() as connection:
        found = entry(connection, judged.case.id)
    assert found is not None
    assert found.verdict.ruling is Ruling.REFUSE
    assert found.verdict.deciding == judged.verdict.deciding
    assert [one.address for one in found.verdict.recipients] == strangers(12)


def test_one_bad_case_does_not_cost_the_others_their_transaction(post: Post) -> None:
    def broken(_: Connection) -> None:
        raise RuntimeError("out of paper")

    answers = [post.bench.put(post.case(ANN, ["carol@example.net"])), post.bench.put(broken)]
    answers.append(post.bench.put(post.case(ANN, ["dave@example.net"])))
    assert answers[0].result(20).verdict.ruling is Ruling.ACCEPT
    with pytest.raises(RuntimeError):
        answers[1].result(20)
    assert answers[2].result(20).verdict.ruling is Ruling.ACCEPT


def test_a_vanished_table_is_a_temporary_failure(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE ledger"))
    with pytest.raises(TemporaryFailure) as failure:
        post.judge(post.case(ANN, ["carol@example.net"]))
    assert failure.value.reply.code == 451


def test_the_migrations_make_the_schema_that_the_code_expects(engine: Engine) -> None:
    upgrade(engine)  # a second start changes nothing
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []


def stage_of(engine: Engine, post: Post, contact: str, now: float) -> str:
    with engine.begin() as connection:
        return str(contact_facts(connection, ANN, contact, now, post.bench.terms.policy).stage)


def balance(engine: Engine) -> float:
    with engine.begin() as connection:
        found: float = connection.execute(
            select(schema.senders.c.balance).where(schema.senders.c.address == ANN)
        ).scalar_one()
        return found
