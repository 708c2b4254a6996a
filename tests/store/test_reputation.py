"""Reputation: what moves it, and that each move has its cause on record and its mail behind it."""

from __future__ import annotations

from sqlalchemy import Engine, select

from gatekeeper.learn.intake import heard
from gatekeeper.learn.resolver import txt_record
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.relation import Closed
from gatekeeper.policy.reputation import Cause, Standing, Tier, beta_below, beta_quantile
from gatekeeper.store import schema
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
BOB = "bob@example.net"


def causes(engine: Engine) -> list[tuple[str, str, str]]:
    """(cause, contact, message), as they came."""
    table = schema.causes
    with engine.begin() as connection:
        rows = connection.execute(
            select(table.c.cause, table.c.contact, table.c.message).where(table.c.sender == ANN).order_by(table.c.at)
        )
        return [(row.cause, row.contact, row.message) for row in rows]


def closed(engine: Engine, contact: str) -> str:
    """How far the contact is closed for Ann."""
    table = schema.relations
    with engine.begin() as connection:
        found = connection.execute(
            select(table.c.closed).where(table.c.sender == ANN, table.c.contact == contact)
        ).scalar_one()
        return str(found)


def report(what: What, contact: str, **more: object) -> Exchange:
    """A report about a mail of Ann's, some days later."""
    evidence = Evidence(
        sender=ANN,
        contact=contact,
        at=NOW + DAY,
        what=what,
        proof=more.pop("proof", Proof.NONE),  # type: ignore[arg-type]  # a story's own words
        source="listener",
        **more,  # type: ignore[arg-type]  # names of the dataclass
    )
    number = abs(hash((what, contact, *sorted(map(str, more.values()))))) >> 2
    return Exchange(message_key=number, at=NOW + DAY, author="", outbound=False, evidence=(evidence,))


def test_an_answered_introduction_is_a_good_cause_and_says_whose(post: Post, engine: Engine) -> None:
    post.deliver(post.judge(post.case(ANN, [BOB])))
    post.learn(post.wrote(BOB, ANN, NOW + DAY))
    assert causes(engine) == [(Cause.ANSWERED, BOB, "")]


def test_a_bounce_counts_when_it_quotes_the_mail_that_we_relayed(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    forged = report(What.BOUNCED, BOB, status="5.1.1", about=999, quotes="0000000000000a")
    post.learn(forged)
    assert causes(engine) == []
    post.learn(report(What.BOUNCED, BOB, status="5.1.1", about=judged.case.message_key))
    assert causes(engine) == [(Cause.HARD_BOUNCE, BOB, "")]


def test_a_delivery_report_that_comes_in_finds_the_mail_that_it_is_about(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    settings = LearnSettings(local_domains=frozenset({"example.org"}))

    def coming_in(gate_id: str) -> None:
        report = (
            "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.net\r\nTo: ann@example.org\r\n"
            f"Subject: Undelivered Mail\r\nMessage-ID: <{gate_id}@mx.example.net>\r\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
            "--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n"
            "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n"
            f"Final-Recipient: rfc822; {BOB}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
            f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nGatekeeper-Id: {gate_id}\r\n"
            "From: ann@example.org\r\nSubject: Sunday\r\n\r\n--b--\r\n"
        )
        lesson = heard(report.encode(), (ANN,), settings, txt_record, NOW + DAY)
        post.learn(*lesson.exchanges)

    coming_in("0000000000000c")
    assert causes(engine) == []
    coming_in(judged.case.id)
    assert causes(engine) == [(Cause.HARD_BOUNCE, BOB, judged.case.id)]


def test_a_bounce_is_matched_by_the_id_in_the_returned_header_although_the_address_was_forwarded(
    post: Post, engine: Engine
) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    post.learn(report(What.BOUNCED, "robert@elsewhere.example", status="5.1.1", quotes=judged.case.id))
    assert causes(engine) == [(Cause.HARD_BOUNCE, BOB, judged.case.id)]


def test_an_address_that_does_not_work_counts_once(post: Post, engine: Engine) -> None:
    for number in range(3):
        judged = post.judge(post.case(ANN, [BOB], now=NOW + number * 60))
        post.deliver(judged)
        post.learn(report(What.BOUNCED, BOB, status="5.1.1", quotes=judged.case.id))
    assert [cause for cause, _, _ in causes(engine)] == [Cause.HARD_BOUNCE]


def test_a_full_mailbox_and_a_refused_content_are_no_hard_bounces(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    for status in ("5.2.2", "5.3.4", "5.7.1", "4.2.2"):
        permanent = status.startswith("5")
        post.learn(report(What.BOUNCED, BOB, status=status, permanent=permanent, quotes=judged.case.id))
    assert causes(engine) == []


def test_the_next_hops_no_at_a_new_address_counts_as_a_bounce(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged, positions=(), outcome="refused", failed=((0, "5.1.1"),))
    assert causes(engine) == [(Cause.HARD_BOUNCE, BOB, judged.case.id)]
    friend = "friend@example.net"
    post.learn(post.sent(ANN, friend, NOW - 3 * DAY), post.wrote(friend, ANN, NOW - 2 * DAY))
    judged = post.judge(post.case(ANN, [friend], now=NOW + 60))
    post.deliver(judged, positions=(), outcome="refused", failed=((0, "5.1.1"),))
    assert len(causes(engine)) == 1


def test_an_unauthenticated_complaint_counts_only_when_it_quotes_our_id(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    post.learn(report(What.COMPLAINED, BOB))
    post.learn(report(What.COMPLAINED, BOB, quotes="0000000000000b"))
    assert causes(engine) == []
    post.learn(report(What.COMPLAINED, BOB, quotes=judged.case.id))
    assert causes(engine) == [(Cause.COMPLAINT, BOB, judged.case.id)]


def test_a_provider_that_hides_who_complained_is_understood_by_the_id(post: Post, engine: Engine) -> None:
    alone = post.judge(post.case(ANN, [BOB]))
    post.deliver(alone)
    post.learn(report(What.COMPLAINED, "", quotes=alone.case.id))
    both = post.judge(post.case(ANN, [BOB, "carol@example.net"], now=NOW + 60))
    post.deliver(both)
    post.learn(report(What.COMPLAINED, "", quotes=both.case.id, proof=Proof.AUTHENTICATED))
    assert [contact for _, contact, _ in causes(engine)] in ([BOB, ""], ["", BOB])


def test_who_vouches_for_himself_may_complain_about_mail_that_he_got_and_no_other(post: Post, engine: Engine) -> None:
    post.learn(report(What.COMPLAINED, BOB, proof=Proof.AUTHENTICATED))
    assert causes(engine) == []
    post.deliver(post.judge(post.case(ANN, [BOB])))
    post.learn(report(What.COMPLAINED, BOB, proof=Proof.AUTHENTICATED, about=3))
    assert [cause for cause, _, _ in causes(engine)] == [Cause.COMPLAINT]


def test_an_unsubscribe_counts_once_and_only_from_somebody_who_got_mail(post: Post, engine: Engine) -> None:
    post.learn(report(What.OPTED_OUT, "nobody@example.net", proof=Proof.AUTHENTICATED, purpose=ANN))
    post.deliver(post.judge(post.case(ANN, [BOB])))
    post.learn(report(What.OPTED_OUT, BOB, proof=Proof.AUTHENTICATED, purpose=ANN))
    post.learn(report(What.OPTED_OUT, BOB, proof=Proof.AUTHENTICATED, about=7, purpose=ANN))
    assert causes(engine) == [(Cause.UNSUBSCRIBED, BOB, "")]


def test_a_forged_unsubscribe_is_honoured_and_talks_nobody_down(post: Post, engine: Engine) -> None:
    post.deliver(post.judge(post.case(ANN, [BOB])))
    post.learn(report(What.OPTED_OUT, BOB, purpose=ANN))
    post.learn(report(What.OPTED_OUT, BOB, purpose=ANN, about=999))
    assert causes(engine) == []
    assert closed(engine, BOB) == Closed.BULK


def test_an_unsubscribe_that_answers_a_mail_of_ours_counts_without_other_proof(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    post.learn(report(What.OPTED_OUT, BOB, purpose=ANN, about=judged.case.message_key))
    assert causes(engine) == [(Cause.UNSUBSCRIBED, BOB, "")]


def test_a_forged_report_of_an_unsubscribe_says_nothing(post: Post, engine: Engine) -> None:
    judged = post.judge(post.case(ANN, [BOB]))
    post.deliver(judged)
    post.learn(report(What.OPTED_OUT, BOB), report(What.OPTED_OUT, BOB, quotes="0000000000000b"))
    assert (causes(engine), closed(engine, BOB)) == ([], Closed.OPEN)
    post.learn(report(What.OPTED_OUT, BOB, quotes=judged.case.id))
    assert (causes(engine), closed(engine, BOB)) == ([(Cause.UNSUBSCRIBED, BOB, judged.case.id)], Closed.BULK)


def test_a_refused_campaign_is_a_cause_once(post: Post, engine: Engine) -> None:
    people = [f"stranger{number}@example.net" for number in range(15)]
    judged = post.judge(post.case(ANN, people, content="join"))
    post.judge(post.case(ANN, people[:3], content="join", now=NOW + 60))
    assert causes(engine) == [(Cause.REFUSED_CAMPAIGN, "", judged.case.id)]


def test_the_quantile_is_where_a_tenth_of_the_mass_lies_below() -> None:
    # Closed forms: Beta(1, 1) is uniform, Beta(2, 2) has the distribution 3x^2 - 2x^3, Beta(a, 1) is x^a.
    assert abs(beta_quantile(0.1, 1.0, 1.0) - 0.1) < 1e-8
    x = beta_quantile(0.1, 2.0, 2.0)
    assert abs(3 * x**2 - 2 * x**3 - 0.1) < 1e-8
    assert abs(beta_below(0.7, 5.0, 1.0) - 0.7**5) < 1e-12
    assert abs(beta_below(0.2, 1.0, 500.0) - (1 - 0.8**500)) < 1e-12
    assert abs(beta_below(0.3, 2.5, 7.25) + beta_below(0.7, 7.25, 2.5) - 1.0) < 1e-12


def test_more_evidence_brings_the_quantile_nearer_to_the_mean() -> None:
    few, many = Standing(), Standing()
    few.add(Cause.ANSWERED, NOW)
    for _ in range(40):
        many.add(Cause.ANSWERED, NOW)
    assert few.mean(NOW) - few.quantile(NOW) > many.mean(NOW) - many.quantile(NOW)
    assert many.tier(NOW) is Tier.EXCELLENT and few.quantile(NOW) < 0.5


def test_evidence_counts_the_same_in_whatever_order_it_is_told() -> None:
    one, other = Standing(), Standing()
    told = [(Cause.ANSWERED, NOW), (Cause.COMPLAINT, NOW - 40 * DAY), (Cause.HARD_BOUNCE, NOW + 3 * DAY)]
    for cause, at in told:
        one.add(cause, at)
    for cause, at in reversed(told):
        other.add(cause, at)
    assert abs(one.mean(NOW + 9 * DAY) - other.mean(NOW + 9 * DAY)) < 1e-12
