"""Weights: how much of a stranger somebody is (x), and how much of a random address book (m)."""

from __future__ import annotations

import pytest

from gatekeeper.policy.campaign import group_factor, stranger_share
from gatekeeper.policy.decide import decide
from gatekeeper.policy.people import weigh
from gatekeeper.policy.terms import CampaignTerms
from tests.policy.cast import POLICY, RecipientFacts, acquaintance, facts, friend, relation, stranger

TERMS = CampaignTerms()


def one(**more: object) -> RecipientFacts:
    return stranger(1, **more)


def test_a_stranger_weighs_one() -> None:
    assert stranger_share(None, False, TERMS) == 1.0


@pytest.mark.parametrize(
    ("unanswered", "share"), [(0, 1.0), (1, 0.6), (2, 0.42), (3, 0.294), (4, 0.2058), (5, 0.2), (50, 0.2)]
)
def test_who_never_answers_fades_and_never_becomes_a_friend(unanswered: int, share: float) -> None:
    assert stranger_share(relation(unanswered=unanswered), False, TERMS) == pytest.approx(share)


def test_who_wrote_weighs_nothing() -> None:
    assert weigh(facts(friend(), acquaintance()), POLICY) == (0.0, 0.0)


def test_who_wrote_long_ago_weighs_as_a_stranger_again() -> None:
    lapsed = RecipientFacts(address="x@example.net", relation=relation(heard=(731,)))
    assert weigh(facts(lapsed), POLICY) == (1.0,)


def test_who_signed_up_or_is_answered_weighs_nothing() -> None:
    assert weigh(facts(one(consents=True), one(cited=True), one()), POLICY) == (0.0, 0.0, 1.0)


def test_a_list_that_the_account_reads_weighs_nothing() -> None:
    through = RecipientFacts(address="list@example.net", relation=relation(is_list=True))
    assert weigh(facts(through), POLICY) == (0.0,)


def test_whom_a_friend_introduced_still_weighs_one() -> None:
    introduced = RecipientFacts(address="x@example.net", relation=relation(introduced=facts().now))
    assert weigh(facts(introduced), POLICY) == (1.0,)


@pytest.mark.parametrize(
    ("together", "others", "factor"),
    [(0, 0, 1.0), (0, 10, 1.0), (5, 10, 1.0), (6, 10, 1.0), (7, 10, 0.75), (8, 10, 0.5), (10, 10, 0.2), (51, 51, 1.0)],
)
def test_people_who_form_a_group_weigh_less(together: int, others: int, factor: float) -> None:
    assert group_factor(together, others, TERMS) == pytest.approx(factor)


def test_the_weight_is_the_product_of_both() -> None:
    group = tuple(
        RecipientFacts(address=f"{number}@example.net", relation=relation(unanswered=1), known_together=9)
        for number in range(10)
    )
    verdict = decide(facts(*group), POLICY)
    assert [person.weight for person in verdict.recipients] == pytest.approx([0.6 * 0.2] * 10)
