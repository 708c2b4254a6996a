"""A month of a site in one run: what the ten characters may rely on. The figures of a year: docs/characters.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.characters.cast import simulate
from tests.characters.chronicle import Chronicle, Tally
from tests.characters.figures import table
from tests.characters.world import HOUR

DAYS = 30
IN_MEMORY = Path("/dev/shm")
"""A month of mail is some ten thousand transactions, each of which waits for a disk."""


@pytest.fixture(scope="module")
def month() -> Iterator[Chronicle]:
    with TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        yield simulate(Path(folder), seed=1, days=DAYS)


def tally(month: Chronicle, name: str) -> Tally:
    return next(one for hand, one in month.tallies.items() if hand.name == name)


@pytest.mark.xdist_group("characters")
@pytest.mark.parametrize("name", ["the quiet one", "the support desk", "the list", "the newcomer", "the owner"])
def test_nobody_refuses_people_who_write_to_whom_they_know_and_to_a_few_new_ones(month: Chronicle, name: str) -> None:
    one = tally(month, name)
    assert one.tried > 10 and one.refused == 0


@pytest.mark.xdist_group("characters")
@pytest.mark.parametrize("name", ["the quiet one", "the support desk", "the list", "the newsletter"])
def test_nor_are_they_told_to_wait(month: Chronicle, name: str) -> None:
    assert not tally(month, name).waited_for


@pytest.mark.xdist_group("characters")
def test_a_newsletter_with_consent_goes_out_on_its_day_to_all_who_have_not_left(month: Chronicle) -> None:
    one = tally(month, "the newsletter")
    assert set(one.refused_for) <= {"closed"} and one.refused <= 3
    assert one.at_once == one.passed > 900 and not one.strangers


@pytest.mark.xdist_group("characters")
def test_a_bought_list_reaches_next_to_nobody_and_its_buyers_friends_all_the_same(month: Chronicle) -> None:
    buyer, friends = tally(month, "the list buyer"), tally(month, "the list buyer's friends")
    assert buyer.tried >= 600 and len(buyer.strangers) <= 15
    assert friends.refused == 0 and friends.passed > 30


@pytest.mark.xdist_group("characters")
def test_a_slow_drip_is_slowed_to_what_credits_allow(month: Chronicle) -> None:
    assert len(tally(month, "the slow dripper").strangers) <= 30
    assert tally(month, "the slow dripper's friends").refused == 0


@pytest.mark.xdist_group("characters")
def test_a_stolen_account_is_frozen_within_the_hour_and_its_owner_still_reaches_his_friends(month: Chronicle) -> None:
    thief, owner = tally(month, "the thief"), tally(month, "the owner")
    samples = month.samples[owner.hand.account]
    assert any(one.is_frozen and 0 < one.at - thief.first_tried <= HOUR + 60 for one in samples)
    assert len(thief.strangers) <= 4 and thief.discarded > 500
    # Only the one letter to somebody new has waited, until the admin had spoken with him.
    assert owner.waited_for == {"frozen": 1} and owner.delay_most_hours < 1.0
    assert month.notices[owner.hand.account] == 1


@pytest.mark.xdist_group("characters")
def test_who_meets_many_new_people_waits_for_credits_and_is_taken_for_nothing_else(month: Chronicle) -> None:
    for name in ("the recruiter", "the networker"):
        one = tally(month, name)
        assert set(one.waited_for) <= {"credit", "pause"} and set(one.refused_for) <= {"credit", "credit-long"}
        assert one.hand.account not in month.notices
    assert tally(month, "the networker").refused <= 4


@pytest.mark.xdist_group("characters")
def test_the_figures_name_every_hand(month: Chronicle) -> None:
    shown = "\n".join(table(month))
    assert all(f"| {hand.name} |" in shown for hand in month.tallies)
