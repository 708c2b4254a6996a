"""Stages: from respected stranger to welcome friend, by what both have shown."""

from __future__ import annotations

import pytest

from gatekeeper.policy.effects import learn
from gatekeeper.policy.evidence import Evidence, Proof, What, weight_of_addressees
from gatekeeper.policy.relation import Closed, Relation, Stage, add_decayed, decayed
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import StageTerms
from tests.policy.cast import ANNA, DAY, HALF_LIFE, NOW, POLICY, STAGES, relation


def stage(one: Relation, days: float = 0.0, terms: StageTerms = STAGES) -> Stage:
    return one.stage(NOW + days * DAY, terms)


def test_who_never_wrote_is_a_stranger_however_often_he_was_written_to() -> None:
    assert stage(relation(sent=tuple(range(1, 40)))) is Stage.STRANGER


def test_one_mail_makes_somebody_known() -> None:
    assert stage(relation(heard=(10,))) is Stage.KNOWN


def test_liked_takes_an_answer_later_than_a_mail_of_ours() -> None:
    assert stage(relation(sent=(20,), heard=(10,))) is Stage.LIKED
    assert stage(relation(heard=(20,), sent=(10,))) is Stage.KNOWN


def test_ones_own_blast_completes_no_exchange() -> None:
    assert stage(relation(heard=(300,), sent=(5, 4, 3, 2, 1))) is Stage.KNOWN


def test_an_acquaintance_lapses_after_730_days() -> None:
    one = relation(heard=(0,))
    assert stage(one, 729) is Stage.KNOWN
    assert stage(one, 731) is Stage.STRANGER


def test_a_friendship_lapses_after_730_days() -> None:
    one = relation(sent=(1,), heard=(0,))
    assert stage(one, 729) is Stage.LIKED
    assert stage(one, 731) is Stage.STRANGER


def test_three_mails_each_way_over_a_fortnight_make_trust() -> None:
    assert stage(relation(sent=(20, 10, 5, 2), heard=(19, 9, 4, 1))) is Stage.TRUSTED


def test_one_lively_afternoon_makes_no_trust() -> None:
    assert stage(relation(sent=(0.5, 0.4, 0.3, 0.2), heard=(0.45, 0.35, 0.25, 0.15))) is Stage.LIKED


def test_trust_fades_by_half_in_a_year() -> None:
    one = relation(sent=(20, 10, 5, 2), heard=(19, 9, 4, 1))
    assert stage(one, 100) is Stage.TRUSTED
    assert stage(one, 365) is Stage.LIKED


def test_many_mails_from_one_side_only_make_no_trust() -> None:
    assert stage(relation(sent=(30,), heard=(29, 20, 10, 5, 3, 1))) is Stage.LIKED


def test_a_complaint_ends_trust_for_good() -> None:
    one = relation(sent=(20, 10, 5, 2), heard=(19, 9, 4, 1), complained=NOW - 100 * DAY)
    assert stage(one) is Stage.LIKED


def test_half_of_the_evidence_is_left_after_a_year() -> None:
    assert decayed(8.0, NOW, NOW + 365 * DAY, HALF_LIFE) == pytest.approx(4.0)


def test_the_order_in_which_mail_is_learnt_does_not_matter() -> None:
    times = [NOW - days * DAY for days in (400, 30, 7, 1)]
    sums = []
    for order in (times, times[::-1]):
        total, as_of = 0.0, 0.0
        for at in order:
            total, as_of = add_decayed(total, as_of, at, 1.0, HALF_LIFE)
        sums.append(decayed(total, as_of, NOW, HALF_LIFE))
    assert sums[0] == pytest.approx(sums[1])


def test_whom_a_friend_names_is_known_for_thirty_days() -> None:
    one = relation(introduced=NOW)
    assert stage(one, 29) is Stage.KNOWN
    assert stage(one, 31) is Stage.STRANGER


def test_history_without_proof_makes_known_and_never_liked() -> None:
    one = relation(sent=(20,), claimed=(10,))
    assert stage(one) is Stage.KNOWN
    assert one.has_written(NOW, STAGES)


def test_history_without_proof_can_be_worth_nothing_or_all() -> None:
    one = relation(sent=(20, 15, 9, 4), claimed=(19, 14, 8, 3))
    assert stage(one, terms=StageTerms(unauthenticated_history="nothing")) is Stage.STRANGER
    assert not one.has_written(NOW, StageTerms(unauthenticated_history="nothing"))
    assert stage(one, terms=StageTerms(unauthenticated_history="full")) is Stage.TRUSTED


def test_an_admin_who_vouches_makes_known_until_the_day_he_named() -> None:
    one = relation(allowed_until=NOW + 10 * DAY)
    assert stage(one, 9) is Stage.KNOWN
    assert stage(one, 11) is Stage.STRANGER


def test_a_complaint_closes_until_the_contact_writes_again() -> None:
    one = relation(heard=(10,))
    one.close(Closed.ALL, NOW - 5 * DAY, "complained")
    assert stage(one) is Stage.CLOSED
    one.hear(NOW - DAY, Proof.AUTHENTICATED, 1.0, HALF_LIFE)
    assert stage(one) is Stage.KNOWN


def test_a_forged_mail_does_not_undo_a_complaint() -> None:
    one = relation(heard=(10,))
    one.close(Closed.ALL, NOW - 5 * DAY, "complained")
    one.hear(NOW - DAY, Proof.CLAIMED, 1.0, HALF_LIFE)
    assert stage(one) is Stage.CLOSED


def test_what_an_admin_closed_only_an_admin_opens() -> None:
    one = relation()
    one.close(Closed.ALL, NOW - 5 * DAY, "admin")
    one.hear(NOW - DAY, Proof.AUTHENTICATED, 1.0, HALF_LIFE)
    assert stage(one) is Stage.CLOSED


def test_an_old_complaint_that_is_learnt_late_does_not_close_who_wrote_since() -> None:
    one = relation(heard=(2,))
    one.close(Closed.ALL, NOW - 100 * DAY, "complained")
    assert stage(one) is Stage.KNOWN


def test_an_unsubscribe_never_weakens_a_complaint() -> None:
    one = relation()
    one.close(Closed.ALL, NOW - 5 * DAY, "complained")
    one.close(Closed.BULK, NOW - DAY, "unsubscribed")
    assert stage(one) is Stage.CLOSED


def _happens(what: What, one: Relation, at: float = NOW) -> None:
    evidence = Evidence(
        sender=ANNA, contact=one.contact, at=at, what=what, proof=Proof.AUTHENTICATED, source="listener"
    )
    learn(one, Sender(address=ANNA), evidence, POLICY, imported=False)


def test_an_unsubscribe_leaves_the_stage_and_closes_mass_mail() -> None:
    one = relation(heard=(10,))
    _happens(What.OPTED_OUT, one)
    assert stage(one) is Stage.KNOWN
    assert one.closed == Closed.BULK


def test_who_signs_up_again_takes_his_unsubscribe_back() -> None:
    one = relation()
    _happens(What.OPTED_OUT, one, NOW - DAY)
    _happens(What.OPTED_IN, one, NOW)
    assert one.closed == Closed.OPEN


def test_mail_without_proof_that_arrives_live_builds_nothing() -> None:
    one = relation()
    for proof in (Proof.NONE, Proof.UNKNOWN):
        evidence = Evidence(sender=ANNA, contact=one.contact, at=NOW, what=What.WROTE, proof=proof, source="listener")
        learn(one, Sender(address=ANNA), evidence, POLICY, imported=False)
    assert stage(one) is Stage.STRANGER


def test_a_mail_to_many_shows_less_about_each() -> None:
    assert weight_of_addressees(10) == 1.0
    assert 0.0 < weight_of_addressees(30) < 1.0
    assert weight_of_addressees(50) == 0.0
