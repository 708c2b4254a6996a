"""Reputation counts explicit evidence only and scales the rates; the rates are GCRA."""

from __future__ import annotations

import pytest

from gatekeeper.policy import rates
from gatekeeper.policy.decide import decide
from gatekeeper.policy.effects import learn
from gatekeeper.policy.evidence import Evidence, Proof, What
from gatekeeper.policy.policyfile import Policy, parse_policy
from gatekeeper.policy.reputation import Cause, Standing, Tier
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import RateTerms
from gatekeeper.policy.verdict import Because, Ruling
from tests.policy.cast import ANNA, DAY, HOUR, NOW, POLICY, confidant, facts, friend, friends, heard, relation

TERMS = RateTerms()


def test_nobody_begins_in_the_middle() -> None:
    standing = Standing()
    assert standing.mean(NOW) == 0.5
    assert standing.factor(NOW) == 1.0
    assert standing.tier(NOW) is Tier.NEUTRAL


@pytest.mark.parametrize(
    ("cause", "mean"),
    [
        (Cause.ANSWERED, 3 / 5),
        (Cause.OPTED_IN, 3 / 5),
        (Cause.UNSUBSCRIBED, 2 / 4.5),
        (Cause.HARD_BOUNCE, 2 / 5),
        (Cause.COMPLAINT, 2 / 9),
        (Cause.REFUSED_CAMPAIGN, 2 / 9),
    ],
)
def test_each_piece_of_evidence_has_its_weight(cause: Cause, mean: float) -> None:
    standing = Standing()
    standing.add(cause, NOW)
    assert standing.mean(NOW) == pytest.approx(mean)


def test_half_of_it_is_forgotten_after_ninety_days() -> None:
    standing = Standing()
    standing.add(Cause.COMPLAINT, NOW)
    assert standing.mean(NOW + 90 * DAY) == pytest.approx(2 / 6.5)


def test_two_complaints_ninety_days_apart_add_up_exactly() -> None:
    standing = Standing()
    standing.add(Cause.COMPLAINT, NOW)
    standing.add(Cause.COMPLAINT, NOW + 90 * DAY)
    assert standing.bad == pytest.approx(7.5)


def test_the_factor_stays_between_a_quarter_and_two() -> None:
    bad, good = Standing(), Standing()
    for _ in range(50):
        bad.add(Cause.COMPLAINT, NOW)
        good.add(Cause.ANSWERED, NOW)
    assert bad.factor(NOW) == 0.25
    assert 1.9 < good.factor(NOW) <= 2.0
    assert (bad.tier(NOW), good.tier(NOW)) == (Tier.POOR, Tier.EXCELLENT)


def happened(what: What, **more: object) -> Sender:
    sender = Sender(address=ANNA)
    one = relation(**more)  # type: ignore[arg-type]  # a story names only what it is about
    evidence = Evidence(
        sender=ANNA, contact=one.contact, at=NOW, what=what, proof=Proof.AUTHENTICATED, source="listener"
    )
    learn(one, sender, evidence, POLICY, imported=False)
    return sender


def test_silence_is_no_evidence() -> None:
    assert happened(What.SENT).standing.bad == 0.0


def test_a_bounce_counts_only_at_an_address_not_written_to_before() -> None:
    assert happened(What.BOUNCED, unanswered=1).standing.bad == 1.0
    assert happened(What.BOUNCED, unanswered=5).standing.bad == 0.0
    assert happened(What.BOUNCED, heard=(10,)).standing.bad == 0.0


def test_what_an_import_shows_moves_no_reputation() -> None:
    sender, one = Sender(address=ANNA), relation()
    evidence = Evidence(
        sender=ANNA, contact=one.contact, at=NOW, what=What.COMPLAINED, proof=Proof.AUTHENTICATED, source="mbox"
    )
    assert learn(one, sender, evidence, POLICY, imported=True) == []
    assert sender.standing.bad == 0.0


def test_reputation_never_lowers_what_a_friend_may_be_sent() -> None:
    sender = Sender(address=ANNA, first_seen=NOW - 400 * DAY)
    for _ in range(20):
        sender.standing.add(Cause.COMPLAINT, NOW)
    assert decide(facts(friend(), sender=sender), POLICY).ruling is Ruling.ACCEPT


# Rates -------------------------------------------------------------------------------------------------------------


def send(sender: Sender, now: float, recipients: int = 1) -> bool:
    if rates.over(sender, now, TERMS, recipients=recipients) is not None:
        return False
    rates.spend(sender, now, TERMS, recipients=recipients)
    return True


def test_a_hundred_messages_pass_at_once_and_the_next_waits_its_turn() -> None:
    sender = Sender(address=ANNA)
    assert sum(send(sender, NOW) for _ in range(150)) == 100
    over = rates.over(sender, NOW, TERMS, recipients=1)
    assert over is not None and over.name == "messages_per_hour"
    assert over.until == pytest.approx(NOW + 36.0)
    assert send(sender, over.until + 0.001)


def test_three_hundred_recipients_an_hour() -> None:
    sender = Sender(address=ANNA)
    assert sum(send(sender, NOW, 50) for _ in range(10)) == 6


def test_five_hundred_messages_a_day() -> None:
    sender = Sender(address=ANNA)
    assert sum(send(sender, NOW + minute * 60) for minute in range(12 * 60)) < 760
    assert sum(send(sender, NOW + 30 * HOUR + minute * 60) for minute in range(1)) == 1


def test_a_message_larger_than_the_whole_limit_can_be_sent_when_the_bucket_is_full() -> None:
    sender = Sender(address=ANNA)
    assert send(sender, NOW, 5000)
    assert not send(sender, NOW, 1)


def test_reputation_scales_the_rates() -> None:
    sender = Sender(address=ANNA)
    for _ in range(50):
        sender.standing.add(Cause.COMPLAINT, NOW)
    assert sum(send(sender, NOW) for _ in range(150)) == 25


def test_who_is_over_his_rate_waits_and_is_told_the_limit() -> None:
    policy = Policy(name="test", rates=RateTerms(messages_per_hour=1))
    case = facts(confidant())
    heard(case, decide(case, policy), policy)
    verdict = decide(facts(confidant(), sender=case.sender), policy)
    assert verdict.ruling is Ruling.DEFER
    assert verdict.deciding is not None
    assert (verdict.deciding.because, verdict.deciding.number) == (Because.RATE, 1)
    assert verdict.until == pytest.approx(NOW + HOUR)


def test_recipients_of_one_message_may_be_limited() -> None:
    policy = Policy(name="test", rates=RateTerms(recipients_per_message=20))
    verdict = decide(facts(*friends(21)), policy)
    assert verdict.deciding is not None and verdict.deciding.because is Because.TOO_MANY_RECIPIENTS
    assert policy.most_recipients("ann@example.org") == 20


def test_who_may_be_exempt_is_not_limited_before_his_recipients_are_known() -> None:
    policy = parse_policy(
        'name = "test"\n[rates]\nrecipients_per_message = 20\n'
        '[[service]]\nname = "payroll"\nreason = "It pays."\n'
        'senders = ["payroll@example.org"]\nrecipients = ["*@bank.example"]\n',
        "test",
    )
    assert (policy.most_recipients("payroll@example.org"), policy.most_recipients("ann@example.org")) == (0, 20)


def test_a_rate_of_zero_is_no_limit() -> None:
    free = RateTerms(messages_per_hour=0, recipients_per_hour=0, messages_per_day=0, recipients_per_day=0)
    assert rates.standing(Sender(address=ANNA), NOW, free) == ()


@pytest.mark.parametrize("days", [0.0, 3.0])
def test_a_message_from_before_its_sender_was_first_seen_is_weighed_like_the_first(days: float) -> None:
    # Two workers: one has seen him a moment after the other's message came in.
    terms = RateTerms(warm_up_days=days)
    unknown, seen = Sender(address=ANNA), Sender(address=ANNA, first_seen=NOW + 0.02)
    first = rates.scale_of(unknown, NOW, terms, site_since=1.0)
    assert rates.scale_of(seen, NOW, terms, site_since=1.0) == first
