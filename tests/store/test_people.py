"""People: what is told about them, and what an admin does about them."""

from __future__ import annotations

from sqlalchemy import Engine, func, select

from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store import people, schema
from gatekeeper.store.forgotten import forgotten, hashed
from gatekeeper.store.hearing import Terms, judge
from gatekeeper.store.memory import Memory
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
BOB = "bob@example.net"
POLICY = Policy(name="test")


def test_a_contact_is_told_with_each_piece_of_evidence(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    with engine.begin() as connection:
        facts = people.contact_facts(connection, ANN, BOB, NOW, POLICY)
    assert facts.stage is Stage.LIKED
    assert [piece.what for piece in facts.evidence] == ["sent", "wrote"]
    assert facts.lapses_at == NOW - 2 * DAY + 730 * DAY


def test_a_sender_has_circles(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    post.learn(post.wrote("carol@example.net", ANN, NOW - DAY), post.sent(ANN, "dave@example.net", NOW - DAY))
    with engine.begin() as connection:
        facts = people.sender_facts(connection, ANN, NOW, POLICY)
    assert (facts.circles[Stage.LIKED], facts.circles[Stage.KNOWN], facts.circles[Stage.STRANGER]) == (1, 1, 1)


def test_a_closed_contact_gets_nothing_and_an_allowed_one_does(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        people.close(connection, ANN, BOB, NOW, author="root", reason="he asked us")
    judged = post.judge(post.case(ANN, [BOB], now=NOW + 1))
    assert judged.verdict.ruling is Ruling.REFUSE
    assert judged.verdict.deciding is not None and judged.verdict.deciding.because is Because.CLOSED
    with engine.begin() as connection:
        people.allow(connection, ANN, BOB, NOW, until=NOW + DAY, author="root", reason="he changed his mind")
    assert post.judge(post.case(ANN, [BOB], now=NOW + 2)).verdict.ruling is Ruling.ACCEPT
    with engine.begin() as connection:
        acts = connection.execute(select(schema.audit.c.act).order_by(schema.audit.c.id)).scalars().all()
    assert list(acts) == ["close", "allow"]


def test_a_closing_with_an_end_leaves_the_contact_as_its_evidence_says(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    with engine.begin() as connection:
        people.close(connection, ANN, BOB, NOW, until=NOW + 10 * DAY, author="root", reason="on leave")
    closed = post.judge(post.case(ANN, [BOB], now=NOW + 9 * DAY)).verdict
    assert closed.deciding is not None and closed.deciding.because is Because.CLOSED
    assert post.judge(post.case(ANN, [BOB], now=NOW + 11 * DAY)).verdict.ruling is Ruling.ACCEPT
    with engine.begin() as connection:
        during = people.contact_facts(connection, ANN, BOB, NOW + DAY, POLICY)
        after = people.contact_facts(connection, ANN, BOB, NOW + 11 * DAY, POLICY)
    assert (during.stage, after.stage) == (Stage.CLOSED, Stage.LIKED)
    assert during.acts == ((NOW, "close", "root", "on leave", NOW + 10 * DAY),)


def test_a_closing_with_an_end_shortens_no_complaint_and_no_closing_for_good(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    with engine.begin() as connection:
        for until in (0.0, NOW + DAY):
            people.close(connection, ANN, BOB, NOW, until=until, author="root", reason="")
            people.close(connection, "*", "carol@example.net", NOW, until=until, author="root", reason="")
    for contact in (BOB, "carol@example.net"):
        assert post.judge(post.case(ANN, [contact], now=NOW + 2 * DAY)).verdict.ruling is Ruling.REFUSE


def test_the_whole_site_may_be_closed_for_some_days(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        people.close(connection, "*", BOB, NOW, until=NOW + DAY, author="root", reason="moving house")
    assert post.judge(post.case(ANN, [BOB], now=NOW + 1)).verdict.ruling is Ruling.REFUSE
    assert post.judge(post.case(ANN, [BOB], now=NOW + 2 * DAY)).verdict.ruling is Ruling.ACCEPT


def test_a_no_to_the_whole_site_closes_for_everybody(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    with engine.begin() as connection:
        people.close(connection, "*", BOB, NOW, author="root", reason="letter of 3 May")
    for sender in (ANN, "new@example.org"):
        assert post.judge(post.case(sender, [BOB], now=NOW + 1)).verdict.ruling is Ruling.REFUSE


def test_a_forgotten_person_is_gone_from_every_table(post: Post, engine: Engine) -> None:
    post.learn(post.sent(ANN, BOB, NOW - 3 * DAY), post.wrote(BOB, ANN, NOW - 2 * DAY))
    post.deliver(post.judge(post.case(ANN, [BOB, "carol@example.net", "dave@example.net"])))
    with engine.begin() as connection:
        assert people.export(connection, BOB)
        assert people.forget(connection, BOB, NOW, author="root", secret=b"s") > 0
    with engine.begin() as connection:
        for table in schema.metadata.sorted_tables:
            kept = " ".join(str(tuple(row)) for row in connection.execute(select(table)))
            assert BOB not in kept, table.name
        assert people.export(connection, BOB) == {}
        assert connection.execute(select(func.count()).select_from(schema.relations)).scalar_one() == 2


def test_a_forgotten_no_is_kept_by_its_keyed_hash_alone_and_goes_on_being_honoured(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        people.close(connection, "*", BOB, NOW, author="root", reason="he said no")
        people.forget(connection, BOB, NOW, author="root", secret=b"s")
        kept = connection.execute(select(schema.choices.c.contact)).scalars().all()
        gone = forgotten(connection)
    assert kept == [hashed(BOB, b"s")]
    terms = Terms(policy=POLICY, forgotten=gone, secret=b"s", ramp=False)
    case = post.case(ANN, [BOB])
    assert judge(Memory(), case, terms, lambda: 1).ruling is Ruling.REFUSE
    assert judge(Memory(), post.case(ANN, ["carol@example.net"]), terms, lambda: 1).ruling is Ruling.ACCEPT
