"""Campaigns: the same content to many people who never wrote, however it is split."""

from __future__ import annotations

import pytest

from gatekeeper.policy.campaign import Campaign, Scope, added_weight
from gatekeeper.policy.decide import decide
from gatekeeper.policy.effects import join
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.terms import CampaignTerms
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from tests.policy.cast import DAY, NOW, POLICY, campaign, facts, friends, heard, of_sender, stranger, strangers

TERMS = CampaignTerms()


def becauses(verdict: Verdict) -> set[Because]:
    return {reason.because for reason in verdict.reasons}


def test_ten_strangers_in_one_message_are_an_invite_all() -> None:
    verdict = decide(facts(*strangers(10), campaigns=of_sender(None)), POLICY)
    assert verdict.ruling is Ruling.REFUSE
    assert verdict.deciding is not None
    assert (verdict.deciding.because, verdict.deciding.number, verdict.deciding.of) == (Because.INVITE_ALL, 10, 10)


def test_nine_strangers_are_no_campaign() -> None:
    assert Because.INVITE_ALL not in becauses(decide(facts(*strangers(9), campaigns=of_sender(None)), POLICY))


def test_pieces_of_a_blast_add_up() -> None:
    verdict = decide(facts(stranger(), campaigns=of_sender(campaign(9.0))), POLICY)
    assert Because.CAMPAIGN in becauses(verdict)


def test_the_same_person_twice_counts_once() -> None:
    known = campaign(9.0)
    known.persons["stranger-0@example.com"] = (1.0, NOW)
    assert added_weight(known, [("stranger-0@example.com", 1.0)], NOW, TERMS) == 0.0


def test_padding_a_blast_with_friends_never_lowers_its_sum() -> None:
    plain = decide(facts(*strangers(10), campaigns=of_sender(None)), POLICY)
    padded = decide(facts(*strangers(10), *friends(40), campaigns=of_sender(None)), POLICY)
    assert plain.ruling is padded.ruling is Ruling.REFUSE
    assert padded.deciding is not None and padded.deciding.number == 10 and padded.deciding.of == 50


def test_only_who_never_wrote_is_refused_where_each_has_his_own_reply() -> None:
    verdict = decide(facts(*strangers(10), *friends(2), campaigns=of_sender(None), divisible=True), POLICY)
    assert [one.ruling for one in verdict.recipients] == [Ruling.REFUSE] * 10 + [Ruling.ACCEPT] * 2


def test_after_fourteen_days_a_content_is_forgotten() -> None:
    old = campaign(9.0, at=NOW - 14.1 * DAY)
    assert Because.CAMPAIGN not in becauses(decide(facts(stranger(), campaigns=of_sender(old)), POLICY))


def test_refused_people_stay_counted() -> None:
    content = campaign(0.0)
    case = facts(*strangers(12), campaigns=of_sender(content))
    heard(case, decide(case, POLICY))
    assert content.weight(NOW, TERMS) == pytest.approx(12.0)
    verdict = decide(facts(stranger(99), campaigns=of_sender(content)), POLICY)
    assert Because.CAMPAIGN in becauses(verdict)


def test_one_domain_may_reach_fourteen_with_one_content() -> None:
    shared = campaign(13.0, scope="domain:example.org")
    verdict = decide(facts(stranger(), campaigns=((Scope.SENDER, None), (Scope.DOMAIN, shared))), POLICY)
    assert becauses(verdict) == {Because.CAMPAIGN_SHARED}
    below = campaign(12.0, scope="domain:example.org")
    verdict = decide(facts(stranger(), campaigns=((Scope.SENDER, None), (Scope.DOMAIN, below))), POLICY)
    assert becauses(verdict) == set()


def test_the_limits_are_twice_as_high_in_the_second_month() -> None:
    case = facts(*strangers(12), campaigns=of_sender(None), site_since=NOW - 45 * DAY)
    assert Because.INVITE_ALL not in becauses(decide(case, POLICY))
    case = facts(*strangers(20), campaigns=of_sender(None), site_since=NOW - 45 * DAY)
    assert Because.INVITE_ALL in becauses(decide(case, POLICY))


def test_a_refused_campaign_costs_reputation_once() -> None:
    content = campaign(0.0)
    case = facts(*strangers(12), campaigns=of_sender(content))
    for _ in range(3):
        heard(case, decide(case, POLICY))
    assert case.sender.standing.bad == pytest.approx(5.0)


def test_a_campaign_keeps_a_bounded_number_of_people() -> None:
    content = campaign(0.0)
    join(content, ((f"{number}@example.com", 1.0) for number in range(5000)), NOW, 10.0, 14.0)
    assert len(content.persons) <= 62


def test_a_sum_that_is_switched_off_keeps_nobody() -> None:
    content = campaign(0.0)
    join(content, (("a@example.com", 1.0),), NOW, 0.0, 14.0)
    assert not content.persons


def test_a_campaign_that_is_only_observed_hides_no_flood() -> None:
    policy = Policy(name="test", observe=("campaign",))
    nine = decide(facts(*strangers(9), campaigns=of_sender(None)), policy)
    ten = decide(facts(*strangers(10), campaigns=of_sender(None)), policy)
    assert nine.ruling is not Ruling.ACCEPT
    assert ten.ruling is Ruling.REFUSE
    assert Because.FLOOD in becauses(ten)


def test_the_first_attempt_gives_a_person_his_weight() -> None:
    content = Campaign(id=1, scope="sender:x", started=NOW, last=NOW)
    join(content, (("a@example.com", 1.0),), NOW, 10.0, 14.0)
    join(content, (("a@example.com", 0.2),), NOW + DAY, 10.0, 14.0)
    assert content.persons["a@example.com"] == (1.0, NOW)


def test_a_switched_off_sum_refuses_nobody() -> None:
    policy = POLICY.model_copy(update={"campaign": TERMS.model_copy(update={"sender_limit": 0.0, "hour_limit": 0.0})})
    verdict = decide(facts(*strangers(30), campaigns=of_sender(None)), policy)
    assert not becauses(verdict) & {Because.INVITE_ALL, Because.FLOOD}
