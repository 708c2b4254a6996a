"""The hour and the ten minutes: what stops a blast whose every message is worded anew."""

from __future__ import annotations

import pytest

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.decide import decide
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.sender import Attempt, Sender
from gatekeeper.policy.terms import PauseTerms
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from tests.policy.cast import (
    ANNA,
    DAY,
    HOUR,
    NOW,
    POLICY,
    campaign,
    facts,
    friend,
    friends,
    heard,
    of_sender,
    stranger,
    strangers,
)

UNPAUSED = Policy(name="test", pause=PauseTerms(minutes=0))


def anna(attempted: float = 0, delivered: float = 0, minutes: float = 1.0) -> Sender:
    """A sender with this much weight attempted and delivered so many minutes ago."""

    def some(count: float) -> list[Attempt]:
        at = NOW - minutes * 60.0
        return [Attempt(at=at, contact=f"earlier-{number}@example.com", weight=1.0) for number in range(int(count))]

    return Sender(
        address=ANNA, first_seen=NOW - 400 * DAY, attempts=some(attempted), delivered=some(delivered), balance=0.0
    )


def becauses(verdict: Verdict) -> set[Because]:
    return {reason.because for reason in verdict.reasons}


def test_the_tenth_new_person_in_an_hour_is_refused_whatever_the_content() -> None:
    assert Because.FLOOD in becauses(decide(facts(stranger(), sender=anna(9)), POLICY))
    assert Because.FLOOD not in becauses(decide(facts(stranger(), sender=anna(8)), POLICY))


def test_an_hour_later_it_is_forgotten() -> None:
    assert Because.FLOOD not in becauses(decide(facts(stranger(), sender=anna(9, minutes=61)), POLICY))


def test_the_same_person_again_is_no_flood() -> None:
    sender = anna(9)
    again = stranger()
    sender.attempts[0].contact = again.address
    assert Because.FLOOD not in becauses(decide(facts(again, sender=sender), POLICY))


def test_after_a_flood_new_people_wait_an_hour_and_friends_do_not() -> None:
    sender = anna(9)
    case = facts(stranger(), sender=sender)
    heard(case, decide(case, POLICY))
    assert sender.flooded_until == NOW + HOUR
    later = decide(facts(stranger(5), sender=sender, now=NOW + 60), POLICY)
    assert Because.FLOOD_WAIT in becauses(later)
    assert later.ruling is Ruling.DEFER
    assert later.until == NOW + HOUR
    assert decide(facts(friend(), sender=sender, now=NOW + 60), POLICY).ruling is Ruling.ACCEPT


def test_what_a_campaign_refused_does_not_count_in_the_hour_again() -> None:
    sender = anna()
    case = facts(*strangers(12), sender=sender, campaigns=of_sender(campaign(0.0)))
    verdict = decide(case, POLICY)
    assert Because.FLOOD not in becauses(verdict)
    heard(case, verdict)
    assert sender.hour_weight(NOW) == 0.0


def test_the_third_stranger_in_ten_minutes_waits() -> None:
    verdict = decide(facts(stranger(), sender=anna(delivered=2)), POLICY)
    assert (verdict.ruling, verdict.until) == (Ruling.DEFER, NOW + 600)
    assert becauses(verdict) == {Because.PAUSE}
    assert decide(facts(stranger(), sender=anna(delivered=1)), POLICY).ruling is Ruling.ACCEPT


def test_more_than_three_strangers_in_one_message_wait() -> None:
    assert decide(facts(*strangers(3)), POLICY).ruling is Ruling.ACCEPT
    assert Because.PAUSE in becauses(decide(facts(*strangers(4)), POLICY))


def test_one_delivered_and_three_more_wait() -> None:
    assert Because.PAUSE in becauses(decide(facts(*strangers(3), sender=anna(delivered=1)), POLICY))
    assert decide(facts(*strangers(2), sender=anna(delivered=1)), POLICY).ruling is Ruling.ACCEPT


def test_after_ten_minutes_what_was_delivered_is_no_longer_just_arriving() -> None:
    assert decide(facts(stranger(), sender=anna(delivered=2, minutes=11)), POLICY).ruling is Ruling.ACCEPT


def test_a_message_past_its_release_time_is_not_paused_again() -> None:
    busy = anna(delivered=2)
    early = decide(facts(stranger(), sender=busy, release_at=NOW + 60), POLICY)
    assert (early.ruling, early.until) == (Ruling.DEFER, NOW + 60)
    assert decide(facts(stranger(), sender=busy, release_at=NOW - 1), POLICY).ruling is Ruling.ACCEPT


def test_a_message_that_waits_is_refused_when_its_campaign_trips_meanwhile() -> None:
    case = facts(stranger(), release_at=NOW - 1, campaigns=of_sender(campaign(9.5)))
    assert decide(case, POLICY).ruling is Ruling.REFUSE


def test_mail_to_friends_is_never_paused() -> None:
    assert decide(facts(*friends(60), sender=anna(delivered=5)), POLICY).ruling is Ruling.ACCEPT


def test_what_was_delivered_is_remembered_for_the_pause() -> None:
    case = facts(*strangers(2), *friends(3))
    heard(case, decide(case, POLICY))
    assert sum(case.sender.delivered_weights(NOW, 10.0).values()) == pytest.approx(2.0)


def test_a_third_note_to_the_same_new_person_is_not_a_third_person() -> None:
    sender = anna()
    for minute in range(5):
        case = facts(stranger(), sender=sender, now=NOW + minute * 60)
        verdict = decide(case, POLICY)
        assert verdict.ruling is Ruling.ACCEPT
        heard(case, verdict)


def test_a_policy_may_do_without_the_pause() -> None:
    assert decide(facts(stranger(), sender=anna(delivered=5)), UNPAUSED).ruling is Ruling.ACCEPT


def test_a_retry_is_an_attempt_and_the_same_person() -> None:
    sender = anna()
    for minute in range(5):
        case = facts(stranger(), sender=sender, now=NOW + minute * 60, kind=Kind.NOTE)
        heard(case, decide(case, POLICY))
    assert sender.hour_weight(NOW + 300) == pytest.approx(1.0)
