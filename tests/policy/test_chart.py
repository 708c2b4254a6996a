"""The chart: what each cell may say, and that the judge reads it so."""

from __future__ import annotations

import pytest

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.chart import FORMS, Cell, Permission, parse_cell
from gatekeeper.policy.decide import decide
from gatekeeper.policy.explain import explanation
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Closed, with_time
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from tests.policy.cast import (
    DAY,
    NOW,
    POLICY,
    RecipientFacts,
    acquaintance,
    confidant,
    facts,
    friend,
    heard,
    relation,
    stranger,
)

NEWSLETTER, BULK, INVITATION = Kind.NEWSLETTER, Kind.BULK, Kind.INVITATION


def why(verdict: Verdict) -> Because | None:
    return verdict.deciding.because if verdict.deciding is not None else None


@pytest.mark.parametrize(
    "text",
    ["yes", "NO", "on credit", "on credit x4", "with consent", "with unsubscribe", "at most 1 per 14 d, 2 in all",
     "at most 2 per 30 d", "within 182 d"],
)  # fmt: skip
def test_a_cell_reads_back_what_it_says(text: str) -> None:
    assert str(parse_cell(text)) == text


@pytest.mark.parametrize(
    "text", ["", "maybe", "on credit 4", "at most 1 per day", "within a year", "at most 1 per 14 d,"]
)
def test_a_cell_that_is_not_understood_names_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match="on credit xN") as refused:
        parse_cell(text)
    assert all(form in str(refused.value) for form in FORMS)


def test_no_means_no_and_any_case_will_do() -> None:
    assert parse_cell("no") == Cell(permission=Permission.NO)


def test_the_default_chart() -> None:
    people = {"stranger": stranger(), "known": acquaintance(), "liked": friend(), "trusted": confidant()}
    expected = {
        ("stranger", NEWSLETTER): Because.NO_CONSENT,
        ("stranger", BULK): Because.NO_CONSENT,
        ("known", NEWSLETTER): Because.NO_CONSENT,
        ("known", BULK): Because.NO_CONSENT,
        ("liked", NEWSLETTER): Because.NO_CONSENT,
        ("trusted", NEWSLETTER): Because.NO_UNSUBSCRIBE,
    }
    for name, person in people.items():
        for kind in Kind:
            assert why(decide(facts(person, kind=kind), POLICY)) == expected.get((name, kind)), (name, kind)


def test_a_newsletter_with_a_way_out_goes_to_whom_one_trusts() -> None:
    assert decide(facts(confidant(), kind=NEWSLETTER, has_unsubscribe=True), POLICY).ruling is Ruling.ACCEPT


@pytest.mark.parametrize("kind", [NEWSLETTER, BULK])
def test_who_signed_up_gets_mass_mail_though_he_is_a_stranger(kind: Kind) -> None:
    verdict = decide(facts(stranger(consents=True), kind=kind), POLICY)
    assert (verdict.ruling, verdict.recipients[0].because) == (Ruling.ACCEPT, Because.CONSENT)


def test_consent_does_not_open_who_is_closed() -> None:
    one = relation(heard=(10,))
    one.close(Closed.ALL, NOW - DAY, "complained")
    person = RecipientFacts(address=one.contact, relation=one, consents=True)
    assert why(decide(facts(person, kind=NEWSLETTER), POLICY)) is Because.CLOSED


@pytest.mark.parametrize(
    ("said_by", "words"),
    [
        ("admin", "Not sent: your mail admin has closed this person for your mail."),
        ("complained", "Not sent: this person asked not to get mail from you."),
    ],
)
def test_a_refusal_does_not_say_that_a_contact_asked_for_what_an_admin_did(said_by: str, words: str) -> None:
    one = relation(heard=(10,))
    one.close(Closed.ALL, NOW - DAY, said_by)
    verdict = decide(facts(RecipientFacts(address=one.contact, relation=one)), POLICY)
    assert explanation(verdict).outcome == words


def test_nor_where_the_admin_closed_it_for_a_time() -> None:
    one = relation(heard=(10,))
    one.closed_until = NOW + DAY
    verdict = decide(facts(RecipientFacts(address=one.contact, relation=one)), POLICY)
    assert explanation(verdict).outcome == "Not sent: your mail admin has closed this person for your mail."


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_goes_to_who_said_no_to_the_site(kind: Kind) -> None:
    person = RecipientFacts(address="x@example.net", relation=relation(heard=(10,)), suppressed=True)
    assert why(decide(facts(person, kind=kind), POLICY)) is Because.CLOSED


@pytest.mark.parametrize("kind", list(Kind))
def test_an_unsubscribe_closes_mass_mail_and_invitations_only(kind: Kind) -> None:
    one = relation(heard=(10,))
    one.close(Closed.BULK, NOW - DAY, "unsubscribed")
    verdict = decide(facts(RecipientFacts(address=one.contact, relation=one), kind=kind), POLICY)
    closed = kind in {NEWSLETTER, BULK, INVITATION}
    assert why(verdict) == (Because.CLOSED if closed else None)


def invited(*days: float, total: int = 0) -> RecipientFacts:
    one = relation(heard=(10,), invited_total=total or len(days))
    for day in days:
        one.invited = with_time(one.invited, NOW - day * DAY)
    return RecipientFacts(address=one.contact, relation=one)


def test_at_most_one_invitation_in_a_fortnight_and_two_in_all() -> None:
    def asked(person: RecipientFacts) -> Because | None:
        return why(decide(facts(person, kind=INVITATION), POLICY))

    assert asked(invited(13)) is Because.TOO_OFTEN
    assert asked(invited(15)) is None
    assert asked(invited(300, 200)) is Because.TOO_OFTEN
    assert asked(invited(15, total=2)) is Because.TOO_OFTEN


def test_an_invitation_that_went_is_counted_and_one_that_did_not_is_not() -> None:
    person = acquaintance()
    case = facts(person, kind=INVITATION)
    heard(case, decide(case, POLICY))
    assert person.relation is not None and person.relation.invited_total == 1
    again = facts(person, kind=INVITATION)
    verdict = decide(again, POLICY)
    assert why(verdict) is Because.TOO_OFTEN
    heard(again, verdict)
    assert person.relation.invited_total == 1


def test_a_note_is_not_an_invitation() -> None:
    person = acquaintance()
    case = facts(person)
    heard(case, decide(case, POLICY))
    assert person.relation is not None and person.relation.invited == ""


def test_within_asks_for_a_mail_in_so_many_days() -> None:
    row = {kind.value: "within 182 d" for kind in Kind}
    policy = Policy.model_validate({"name": "test", "chart": {"known": row}})

    def written(days: float) -> RecipientFacts:
        return RecipientFacts(address="x@example.net", relation=relation(heard=(days,)))

    assert decide(facts(written(181), kind=BULK), policy).ruling is Ruling.ACCEPT
    late = decide(facts(written(183), kind=BULK), policy)
    assert why(late) is Because.NOT_LATELY
    assert late.deciding is not None and late.deciding.detail == "182"


def test_who_is_answered_counts_as_known() -> None:
    assert decide(facts(stranger(cited=True), kind=INVITATION), POLICY).recipients[0].stage == "known"
