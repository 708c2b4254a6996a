"""The decision: every rule runs, the strictest enforced one decides; and what holds for any message at all."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.errors import UsageError
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.campaign import Scope
from gatekeeper.policy.decide import decide
from gatekeeper.policy.explain import reply_to
from gatekeeper.policy.facts import Facts, RecipientFacts
from gatekeeper.policy.policyfile import Policy, parse_policy
from gatekeeper.policy.relation import Closed
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.verdict import STRICTNESS, Because, Ruling, Verdict
from tests.policy.cast import ANNA, DAY, NOW, POLICY, campaign, facts, friend, of_sender, relation, stranger, strangers


def becauses(verdict: Verdict) -> set[Because]:
    return {reason.because for reason in verdict.reasons}


# Exemptions -----------------------------------------------------------------------------------------------------


def test_colleagues_are_exempt_unless_the_policy_judges_them() -> None:
    colleagues = tuple(stranger(number, internal=True) for number in range(40))
    exempt = decide(facts(*colleagues, kind=Kind.BULK, campaigns=of_sender(None)), POLICY)
    assert (exempt.ruling, exempt.recipients[0].because) == (Ruling.ACCEPT, Because.INTERNAL)
    judged = decide(facts(*colleagues, campaigns=of_sender(None)), Policy(name="test", internal="judge"))
    assert judged.ruling is Ruling.REFUSE


def test_a_blocked_sender_can_always_ask_the_postmaster() -> None:
    sender = Sender(address=ANNA, first_seen=NOW - 400 * DAY, balance=-6.0, balance_at=NOW, flooded_until=NOW + 99)
    assert decide(facts(stranger(is_postmaster=True), sender=sender), POLICY).ruling is Ruling.ACCEPT


def test_a_bounce_to_one_person_needs_no_acquaintance() -> None:
    assert decide(facts(stranger(), kind=Kind.AUTOMATIC, null_sender=True), POLICY).ruling is Ruling.ACCEPT


def test_an_empty_return_path_is_for_one_recipient_and_the_form_of_a_report() -> None:
    for case in (
        facts(*strangers(2), kind=Kind.AUTOMATIC, null_sender=True),
        facts(friend(), null_sender=True, report_form=False),
    ):
        verdict = decide(case, POLICY)
        assert verdict.ruling is Ruling.REFUSE
        assert Because.NULL_FORM in becauses(verdict)


def exempting(**more: Any) -> Policy:
    table = {"rules": ["campaign", "flood", "pause", "credits"], "reason": "personnel department", **more}
    return Policy.model_validate({"name": "test", "unless": [table]})


def test_an_exemption_is_explicit_and_takes_people_out_of_the_named_rules_only() -> None:
    policy = exempting(senders=["anna@*"])
    assert decide(facts(*strangers(40), campaigns=of_sender(None)), policy).ruling is Ruling.ACCEPT
    newsletter = decide(facts(*strangers(40), kind=Kind.NEWSLETTER, campaigns=of_sender(None)), policy)
    assert becauses(newsletter) == {Because.NO_CONSENT}


def test_an_exemption_covers_only_whom_it_names() -> None:
    case = facts(*strangers(40), campaigns=of_sender(None))
    assert decide(case, exempting(senders=["bob@*"])).ruling is Ruling.REFUSE
    assert decide(case, exempting(recipients=["*@example.com"])).ruling is Ruling.ACCEPT
    assert decide(case, exempting(recipients=["*@example.net"])).ruling is Ruling.REFUSE
    assert decide(case, exempting(kinds=["meeting"])).ruling is Ruling.REFUSE
    assert decide(case, exempting(senders=["anna@*"], recipients=["*@example.net"])).ruling is Ruling.REFUSE


def test_an_exemption_for_everybody_is_no_exemption() -> None:
    with pytest.raises(UsageError, match="at least one of senders, recipients, kinds"):
        parse_policy('name = "x"\n[[unless]]\nrules = ["pause"]\nreason = "why not"\n', "x.toml")


# Observing, and the cold start ------------------------------------------------------------------------------------


def test_observe_mode_records_and_refuses_nothing() -> None:
    verdict = decide(facts(*strangers(40), campaigns=of_sender(None)), POLICY, enforce=False)
    assert (verdict.ruling, verdict.would) == (Ruling.ACCEPT, Ruling.REFUSE)
    assert Because.INVITE_ALL in becauses(verdict)
    assert not any(reason.enforced for reason in verdict.reasons)


def test_a_rule_in_observe_only_records() -> None:
    policy = Policy(name="test", observe=("pause",))
    verdict = decide(facts(*strangers(5)), policy)
    assert (verdict.ruling, verdict.would) == (Ruling.ACCEPT, Ruling.DEFER)


@pytest.mark.parametrize(
    ("days", "phase", "ruling"),
    [(1, "observe", Ruling.ACCEPT), (29, "observe", Ruling.ACCEPT), (31, "double", Ruling.DEFER),
     (89, "double", Ruling.DEFER), (91, "enforce", Ruling.REFUSE)],
)  # fmt: skip
def test_a_gate_watches_for_a_month_and_allows_twice_as_much_for_three(days: float, phase: str, ruling: Ruling) -> None:
    verdict = decide(facts(*strangers(12), campaigns=of_sender(None), site_since=NOW - days * DAY), POLICY)
    assert (verdict.phase, verdict.ruling) == (phase, ruling)


def test_a_history_imported_both_ways_ends_the_cold_start() -> None:
    def imported(days: float) -> Sender:
        first = NOW - days * DAY
        return Sender(address=ANNA, heard_first=first, heard_last=NOW, sent_first=first, sent_last=NOW)

    new = {"site_since": NOW - DAY, "campaigns": of_sender(None)}
    assert decide(facts(*strangers(12), sender=imported(91), **new), POLICY).phase == "enforce"
    assert decide(facts(*strangers(12), sender=imported(60), **new), POLICY).phase == "double"
    one_way = Sender(address=ANNA, sent_first=NOW - 400 * DAY, sent_last=NOW)
    assert decide(facts(*strangers(12), sender=one_way, **new), POLICY).phase == "double"


def test_a_newcomer_at_an_old_site_is_judged_from_the_first_day() -> None:
    newcomer = Sender(address=ANNA)
    assert decide(facts(*strangers(12), sender=newcomer, campaigns=of_sender(None)), POLICY).ruling is Ruling.REFUSE


def test_the_cold_start_can_be_switched_off() -> None:
    verdict = decide(facts(*strangers(12), campaigns=of_sender(None), site_since=NOW), POLICY, ramp=False)
    assert verdict.ruling is Ruling.REFUSE


def test_who_said_no_is_left_alone_even_while_the_gate_only_watches() -> None:
    one = relation()
    one.close(Closed.ALL, NOW - DAY, "complained")
    person = RecipientFacts(address=one.contact, relation=one)
    assert decide(facts(person, site_since=NOW), POLICY).ruling is Ruling.REFUSE


# The strictest decides --------------------------------------------------------------------------------------------


def test_every_reason_is_kept_and_the_strictest_decides() -> None:
    verdict = decide(facts(*strangers(12), kind=Kind.NEWSLETTER, campaigns=of_sender(None)), POLICY)
    assert becauses(verdict) >= {Because.INVITE_ALL, Because.NO_CONSENT, Because.PAUSE}
    assert verdict.deciding is not None and verdict.deciding.because is Because.INVITE_ALL


def test_a_policy_may_hold_what_another_would_refuse() -> None:
    policy = Policy(name="test", action="hold")
    assert decide(facts(*strangers(12), campaigns=of_sender(None)), policy).ruling is Ruling.HOLD


# What holds for any message ---------------------------------------------------------------------------------------

RULE_NAMES = ["chart", "campaign", "flood", "credits", "pause", "rates"]

days = st.floats(0, 900)
relations = st.one_of(
    st.none(),
    st.builds(
        relation,
        heard=st.lists(days, max_size=4).map(tuple),
        sent=st.lists(days, max_size=4).map(tuple),
        claimed=st.lists(days, max_size=2).map(tuple),
        invited_total=st.integers(0, 3),
        closed=st.sampled_from(list(Closed)),
        is_list=st.booleans(),
    ),
)
people = st.lists(
    st.builds(
        RecipientFacts,
        address=st.integers(0, 10_000).map(lambda number: f"person-{number}@example.net"),
        relation=relations,
        internal=st.booleans(),
        consents=st.booleans(),
        suppressed=st.booleans(),
        cited=st.booleans(),
        is_postmaster=st.sampled_from([False] * 9 + [True]),
    ),
    min_size=1,
    max_size=25,
    unique_by=lambda one: one.address,
).map(tuple)
policies = st.builds(
    Policy,
    name=st.just("test"),
    internal=st.sampled_from(["exempt", "judge"]),
    observe=st.lists(st.sampled_from(["chart", "campaign", "flood", "credits", "pause", "rates"]), max_size=3).map(
        tuple
    ),
)
senders = st.builds(
    Sender,
    address=st.just(ANNA),
    first_seen=st.sampled_from([0.0, NOW - 400 * DAY]),
    balance=st.floats(-30, 30),
    balance_at=st.sampled_from([0.0, NOW - DAY]),
    flooded_until=st.sampled_from([0.0, NOW + 60]),
    frozen_until=st.sampled_from([0.0, NOW + 60]),
)
cases = st.builds(
    facts,
    kind=st.sampled_from(list(Kind)),
    sender=senders,
    null_sender=st.booleans(),
    report_form=st.booleans(),
    has_unsubscribe=st.booleans(),
    divisible=st.booleans(),
    site_since=st.sampled_from([0.0, NOW, NOW - 40 * DAY, NOW - 1000 * DAY]),
    campaigns=st.sampled_from([of_sender(None), of_sender(campaign(9.0)), ((Scope.DOMAIN, campaign(13.5)),)]),
)


def among(case: Facts, recipients: tuple[RecipientFacts, ...]) -> Facts:
    return replace(case, recipients=recipients)


@settings(max_examples=100, deadline=None)
@given(cases, people, policies)
def test_any_message_gets_a_verdict_and_the_same_one_twice(
    case: Facts, recipients: tuple[RecipientFacts, ...], policy: Policy
) -> None:
    case = among(case, recipients)
    untouched = copy.deepcopy(case)
    verdict = decide(case, policy)
    assert decide(case, policy) == verdict
    assert case == untouched
    assert len(verdict.recipients) == len(recipients)
    assert STRICTNESS[verdict.ruling] <= STRICTNESS[verdict.would]
    assert (verdict.deciding is None) == (verdict.ruling is Ruling.ACCEPT)
    if verdict.ruling is not Ruling.ACCEPT:
        assert len(reply_to(verdict, "https://gate.example.org/why/x").lines) <= 4


@settings(max_examples=100, deadline=None)
@given(cases, people, policies)
def test_one_more_stranger_never_makes_a_refusal_an_acceptance(
    case: Facts, recipients: tuple[RecipientFacts, ...], policy: Policy
) -> None:
    before = decide(among(case, recipients), policy)
    after = decide(among(case, (*recipients, stranger(99_999))), policy)
    assert STRICTNESS[after.ruling] >= STRICTNESS[before.ruling]


@settings(max_examples=60, deadline=None)
@given(cases, people)
def test_friends_in_the_same_message_never_make_it_pass(case: Facts, recipients: tuple[RecipientFacts, ...]) -> None:
    before = decide(among(case, recipients), POLICY)
    after = decide(among(case, (*recipients, *(friend(number) for number in range(5)))), POLICY)
    if not case.null_sender:
        assert STRICTNESS[after.ruling] >= STRICTNESS[before.ruling]
