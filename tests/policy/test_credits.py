"""Introduction credits: everybody may write to a few new people, and meets more by being answered."""

from __future__ import annotations

import pytest

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy import credits
from gatekeeper.policy.decide import decide
from gatekeeper.policy.effects import learn
from gatekeeper.policy.evidence import Evidence, Proof, What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.reputation import Cause
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import CreditTerms, PauseTerms
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from tests.policy.cast import ANNA, DAY, NOW, RecipientFacts, facts, heard, relation, stranger, strangers

TERMS = CreditTerms()
UNPAUSED = Policy(name="test", pause=PauseTerms(minutes=0))
"""Without the pause, so that each reason is the credits' own."""


def anna(**more: object) -> Sender:
    found: dict[str, object] = {"address": ANNA, "first_seen": NOW - 400 * DAY, **more}
    return Sender(**found)  # type: ignore[arg-type]  # a story names only what it is about


def cost_of(verdict: Verdict) -> float:
    return sum(one.cost for one in verdict.recipients)


def test_somebody_known_here_for_long_may_write_to_six_new_people_at_once() -> None:
    held = credits.account(anna(), NOW, TERMS)
    assert (held.balance, held.capacity) == (6.0, 6.0)
    assert held.refill_per_second * DAY == pytest.approx(0.25)


def test_a_newcomer_has_twice_as_many_for_sixty_days() -> None:
    assert credits.account(Sender(address=ANNA), NOW, TERMS).capacity == 12.0
    assert credits.account(anna(first_seen=NOW - 59 * DAY), NOW, TERMS).capacity == 12.0
    assert credits.account(anna(first_seen=NOW - 61 * DAY), NOW, TERMS).capacity == 6.0


def test_who_meets_many_people_for_a_living_is_given_more_room() -> None:
    today = int(NOW // DAY)
    busy = anna(spent={today - 100 - number: 1.0 for number in range(15)})
    assert credits.account(busy, NOW, TERMS).capacity == pytest.approx(15.0)
    busiest = anna(spent={today - 100: 500.0})
    assert credits.account(busiest, NOW, TERMS).capacity == 24.0


def test_what_was_spent_half_a_year_ago_says_nothing_today() -> None:
    today = int(NOW // DAY)
    assert anna(spent={today - 181: 20.0}).most_spent(NOW) == 0.0
    assert anna(spent={today - 31: 2.0, today - 1: 3.0}).most_spent(NOW) == 3.0
    assert anna(spent={today - 29: 2.0, today: 3.0}).most_spent(NOW) == 5.0


def test_credits_come_back_one_in_four_days() -> None:
    sender = anna()
    credits.charge(sender, 6.0, NOW, TERMS)
    assert credits.account(sender, NOW, TERMS).balance == pytest.approx(0.0)
    assert credits.account(sender, NOW + 4 * DAY, TERMS).balance == pytest.approx(1.0)
    assert credits.account(sender, NOW + 400 * DAY, TERMS).balance == 6.0


def test_one_mail_may_go_into_debt_by_the_capacity_and_no_more() -> None:
    held = credits.Account(balance=1.0, capacity=6.0, refill_per_second=0.25 / DAY)
    assert held.passes(7.0)
    assert not held.passes(7.5)
    assert not credits.Account(balance=0.9, capacity=6.0, refill_per_second=0.25 / DAY).passes(5.0)
    assert credits.Account(balance=0.2, capacity=6.0, refill_per_second=0.25 / DAY).passes(0.2)


def test_what_the_capacity_can_never_carry_never_passes() -> None:
    held = credits.Account(balance=6.0, capacity=6.0, refill_per_second=0.25 / DAY)
    assert held.wait_seconds(12.0) == 0.0
    assert held.wait_seconds(12.5) == float("inf")


def test_a_stranger_costs_one_and_an_invitation_four() -> None:
    assert cost_of(decide(facts(stranger()), UNPAUSED)) == 1.0
    assert cost_of(decide(facts(stranger(), kind=Kind.INVITATION), UNPAUSED)) == 4.0


def test_who_never_answered_costs_a_fifth() -> None:
    silent = RecipientFacts(address="x@example.net", relation=relation(unanswered=3))
    assert cost_of(decide(facts(silent), UNPAUSED)) == pytest.approx(0.2)


def test_a_group_costs_less_by_its_factor() -> None:
    group = tuple(stranger(number, known_together=9) for number in range(10))
    assert cost_of(decide(facts(*group), UNPAUSED)) == pytest.approx(10 * 0.2)


def test_the_same_person_is_charged_once_in_thirty_days() -> None:
    def charged(days: float) -> RecipientFacts:
        return RecipientFacts(address="x@example.net", relation=relation(charged=NOW - days * DAY, unanswered=1))

    assert cost_of(decide(facts(charged(29)), UNPAUSED)) == 0.0
    assert cost_of(decide(facts(charged(31)), UNPAUSED)) == pytest.approx(0.2)


def test_an_introduction_names_somebody_and_pays_for_nobody() -> None:
    introduced = RecipientFacts(address="x@example.net", relation=relation(introduced=NOW))
    assert cost_of(decide(facts(introduced), UNPAUSED)) == 1.0
    assert cost_of(decide(facts(introduced, kind=Kind.INVITATION), UNPAUSED)) == 4.0
    generous = UNPAUSED.model_copy(update={"credits": CreditTerms(introduced_share=0.0)})
    assert cost_of(decide(facts(introduced), generous)) == 0.0


def test_whom_a_mail_that_is_answered_names_costs_nothing() -> None:
    named = RecipientFacts(address="x@example.net", relation=None, named=True)
    assert cost_of(decide(facts(named), UNPAUSED)) == 0.0


def test_without_credit_a_note_waits_and_says_until_when() -> None:
    sender = anna(balance=0.75, balance_at=NOW)
    verdict = decide(facts(stranger(), sender=sender), UNPAUSED)
    assert verdict.ruling is Ruling.DEFER
    assert verdict.deciding is not None and verdict.deciding.because is Because.CREDIT
    assert verdict.until == pytest.approx(NOW + DAY)


def test_a_wait_beyond_two_days_is_a_refusal_that_names_the_date() -> None:
    def asked(balance: float) -> Verdict:
        return decide(facts(stranger(), sender=anna(balance=balance, balance_at=NOW)), UNPAUSED)

    assert asked(0.51).ruling is Ruling.DEFER
    long = asked(0.49)
    assert long.ruling is Ruling.REFUSE
    assert long.deciding is not None and long.deciding.because is Because.CREDIT_LONG
    assert long.deciding.until == pytest.approx(NOW + 0.51 * 4 * DAY)


def test_mail_to_friends_needs_no_credit() -> None:
    known = RecipientFacts(address="x@example.net", relation=relation(heard=(10,)))
    sender = anna(balance=-6.0, balance_at=NOW)
    assert decide(facts(known, sender=sender), UNPAUSED).ruling is Ruling.ACCEPT


def test_what_is_sent_is_charged_and_what_waits_is_not() -> None:
    case = facts(*strangers(2))
    heard(case, decide(case, UNPAUSED), UNPAUSED)
    assert case.sender.balance == pytest.approx(4.0)
    waiting = facts(stranger(9), sender=anna(balance=0.75, balance_at=NOW))
    heard(waiting, decide(waiting, UNPAUSED), UNPAUSED)
    assert waiting.sender.balance == 0.75


def answered(days: float, *, charged: float = NOW, refunded: bool = False) -> tuple[list[Cause], Sender]:
    sender = anna(balance=0.0, balance_at=charged)
    one = relation(charged=charged, refunded=refunded)
    evidence = Evidence(
        sender=ANNA,
        contact=one.contact,
        at=NOW + days * DAY,
        what=What.WROTE,
        proof=Proof.AUTHENTICATED,
        source="listener",
    )
    causes = learn(one, sender, evidence, UNPAUSED, imported=False)
    causes += learn(one, sender, evidence, UNPAUSED, imported=False)
    return causes, sender


def test_an_answer_gives_two_credits_back_once() -> None:
    causes, sender = answered(0.0)
    assert causes == [Cause.ANSWERED]
    assert sender.balance == pytest.approx(2.0)


def test_an_answer_after_thirty_days_gives_nothing_back() -> None:
    causes, sender = answered(31)
    assert causes == []
    assert sender.balance == 0.0


def test_a_refund_never_exceeds_the_capacity() -> None:
    sender = anna(balance=5.5, balance_at=NOW)
    credits.refund(sender, 2.0, NOW, TERMS)
    assert sender.balance == 6.0


def test_what_comes_back_does_not_cut_the_room_of_a_cold_start() -> None:
    sender = anna()
    credits.charge(sender, 2.0, NOW, TERMS, factor=2.0)
    assert sender.balance == pytest.approx(10.0)
    credits.give_back(sender, 1.0, NOW, TERMS)
    assert sender.balance == pytest.approx(10.0)
    assert sum(sender.spent.values()) == pytest.approx(1.0)


def test_mail_that_the_next_hop_did_not_take_costs_nothing() -> None:
    sender = anna()
    credits.charge(sender, 4.0, NOW, TERMS)
    credits.give_back(sender, 4.0, NOW, TERMS)
    assert sender.balance == pytest.approx(6.0)
    assert sender.most_spent(NOW) == 0.0
