"""However a blast is split, padded, slowed down or spread over accounts, it reaches few strangers."""

from __future__ import annotations

import pytest

from gatekeeper.mail.address import canonical
from gatekeeper.mail.message import message_key
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store.campaigns import COMPARED
from tests.evasion.stage import ANNA, DAY, SITE, Stage, letter, strangers

FAST, SLOW = 4, 12
"""How many strangers a fast blast and a drip may reach (the replay on real mail found 3-4 and 8-11)."""


def same(_: int) -> bytes:
    return letter()


def test_one_message_to_everybody_reaches_nobody() -> None:
    stage = Stage()
    assert stage.blast(same, strangers(), at_once=40) == 0
    assert Because.INVITE_ALL in stage.becauses()


@pytest.mark.parametrize("seconds", [0.0, 1.0, 10.0, 60.0])
def test_one_by_one(seconds: float) -> None:
    assert Stage().blast(same, strangers(), every=seconds) <= FAST


@pytest.mark.parametrize("seconds", [120.0, 300.0, 600.0])
def test_one_every_few_minutes(seconds: float) -> None:
    """Slower than the pause looks back: the sum stops it, at ten."""
    assert Stage().blast(same, strangers(), every=seconds) < 10


@pytest.mark.parametrize("size", [2, 3, 5, 9, 10])
def test_in_small_groups(size: int) -> None:
    assert Stage().blast(same, strangers(60), at_once=size, every=300.0) < 10


def test_five_an_hour() -> None:
    assert Stage().blast(same, strangers(60), every=720.0) <= SLOW


def test_ten_a_day() -> None:
    assert Stage().blast(same, strangers(60), every=8640.0) <= SLOW


def test_a_text_too_short_to_compare_in_pieces_of_one_message() -> None:
    """A client or an MTA that splits keeps the Message-ID and the octets: that is one message, whatever it says."""
    content = letter("Come and join us!")
    stage = Stage()
    assert stage.blast(lambda _: content, strangers(60), at_once=5) < 10
    assert stage.becauses() >= {Because.CAMPAIGN}


def test_a_message_that_is_sent_again_starts_no_new_campaign() -> None:
    stage = Stage()
    content = letter("Shall we meet?")
    for minute in range(5):
        stage.now += 60.0 * minute
        stage.send(content, *strangers(4))
    assert len(stage.memory.campaigns.by_key(f"sender:{ANNA}", (COMPARED,), 0.0)) == 1


def test_padded_with_friends() -> None:
    stage = Stage()
    friends = stage.friends(40)
    assert stage.blast(same, strangers(), at_once=10, every=300.0, padding=friends) <= FAST
    assert Stage().blast(same, strangers(), every=60.0, padding=friends) <= 6


def test_friends_get_the_same_message_all_the_same() -> None:
    stage = Stage()
    friends = stage.friends(40)
    assert stage.blast(same, strangers(), every=1.0) <= FAST
    assert stage.blast(same, friends, every=1.0) == 40


def test_bcc_counts_as_to() -> None:
    """No header names the recipients: the envelope does."""
    stage = Stage()
    assert stage.send(letter(header="To: undisclosed-recipients:;"), *strangers()).ruling is Ruling.REFUSE


def test_tags_and_dots_make_no_new_person_of_a_stranger() -> None:
    people = [f"b.o.b+{number}@gmail.com" for number in range(30)]
    assert {canonical(one) for one in people} == {"bob@gmail.com"}
    stage = Stage()
    for one in people[:12]:
        stage.send(letter(), one)
    assert Because.CAMPAIGN not in stage.becauses()


def test_tags_and_dots_make_no_stranger_of_a_friend() -> None:
    stage = Stage()
    stage.heard(canonical("bob@gmail.com"))
    assert stage.send(letter(), "B.ob+news@googlemail.com").recipients[0].because is Because.KNOWN_WELL


def test_two_accounts_in_turn() -> None:
    accounts = (ANNA, f"ben@{SITE}")
    assert Stage().blast(same, strangers(), accounts=accounts) <= 6


def test_ten_accounts_in_turn() -> None:
    accounts = [f"user{number}@{SITE}" for number in range(10)]
    assert Stage().blast(same, strangers(60), accounts=accounts) <= 13


def test_a_from_that_changes_changes_nothing_for_who_is_logged_in() -> None:
    def changing(number: int) -> bytes:
        return letter(sender=f"name{number}@{SITE}")

    assert Stage().blast(changing, strangers()) <= FAST


def test_a_return_path_that_changes_is_still_one_domain() -> None:
    accounts = [f"name{number}@{SITE}" for number in range(60)]
    assert Stage().blast(same, strangers(60), accounts=accounts, login=False) <= 13


def test_domains_that_change_are_still_one_client() -> None:
    accounts = [f"anna@domain{number}.example" for number in range(60)]
    stage = Stage()
    assert stage.blast(same, strangers(60), accounts=accounts, login=False, client="192.0.2.7") <= 13


def test_re_and_a_made_up_message_id_answer_nothing() -> None:
    def answering(number: int) -> bytes:
        return letter(subject="Re: your question", header=f"In-Reply-To: <made-up-{number}@example.net>")

    assert Stage().blast(answering, strangers()) <= FAST


def test_a_message_that_somebody_else_got_answers_nothing() -> None:
    stage = Stage()
    stage.heard("bob@example.net", f"ben@{SITE}", key=message_key("<real@example.net>"))

    def answering(_: int) -> bytes:
        return letter(subject="Re: hello", header="In-Reply-To: <real@example.net>\nReferences: <real@example.net>")

    assert stage.blast(answering, strangers()) <= FAST


def test_a_message_from_one_contact_answers_no_other() -> None:
    stage = Stage()
    stage.heard("bob@example.net", key=message_key("<real@example.net>"))

    def answering(_: int) -> bytes:
        return letter(subject="Re: hello", header="In-Reply-To: <real@example.net>")

    assert stage.blast(answering, strangers()) <= FAST
    assert stage.send(answering(0), "bob@example.net").ruling is Ruling.ACCEPT


def test_an_accomplice_inside_who_writes_to_the_whole_list_first_opens_nothing() -> None:
    """People who form a group weigh less, but it takes two others who have addressed them together."""
    stage = Stage()
    stage.sent(strangers(), f"ben@{SITE}", days=1)
    assert stage.blast(same, strangers(), at_once=40) == 0
    assert stage.blast(same, strangers(), every=1.0) <= FAST


def test_an_accomplice_outside_who_names_the_whole_list_opens_nothing() -> None:
    stage = Stage()
    key = message_key("<everybody@example.net>")
    stage.heard("mallory@example.net", days=0.1, people=strangers(), key=key)

    def to_all(_: int) -> bytes:
        return letter(subject="Re: everybody", header="In-Reply-To: <everybody@example.net>")

    assert stage.blast(to_all, strangers(), at_once=40) == 0


def test_a_list_split_by_an_accomplice_into_tens_opens_few() -> None:
    """Ten people named by anybody's mail may be answered; ten mails name a hundred, and each is one to answer."""
    stage = Stage()
    for start in range(0, 40, 10):
        key = message_key(f"<part-{start}@example.net>")
        stage.heard("mallory@example.net", days=0.1, people=strangers()[start : start + 10], key=key)
    assert stage.blast(same, strangers(), every=1.0) <= FAST


def test_an_accomplice_who_names_eight_at_a_time_and_is_answered_to_all_opens_no_hundred() -> None:
    stage = Stage()
    everybody = strangers(100)
    reached = 0
    for start in range(0, 100, 8):
        part = everybody[start : start + 8]
        stage.heard("mallory@example.net", days=0.1, people=part, key=message_key(f"<part-{start}@example.net>"))
        answer = letter(subject="Re: hello", header=f"In-Reply-To: <part-{start}@example.net>")
        stage.now += 700
        if stage.send(answer, *part).ruling is Ruling.ACCEPT:
            reached += len(part)
    assert reached <= 48


def test_an_accomplice_who_calls_every_target_a_list_opens_nothing() -> None:
    """A list that the site receives weighs nothing; one author alone makes none, whatever header he writes."""
    stage = Stage()
    for one in strangers():
        stage.heard_through_a_list("mallory@example.net", one)
        stage.heard_through_a_list("eve@mail.example.net", one)
    assert stage.blast(same, strangers(), at_once=40) == 0
    assert stage.blast(same, strangers(), every=1.0) <= FAST


@pytest.mark.parametrize("others", [(), ("bob@example.com", "carol@example.org.uk")])
def test_a_list_that_an_accomplice_runs_for_himself_opens_no_answer_to_everybody(others: tuple[str, ...]) -> None:
    """People talk in public on a list, and are answered all together; his own list vouches for whom he makes up."""
    stage = Stage()
    for one in others:
        stage.heard_through_a_list(one, "all@lists.example.net", proven=False)
    key = message_key("<everybody@example.net>")
    stage.heard_through_a_list("mallory@example.net", "all@lists.example.net", people=strangers(), key=key)

    def to_all(_: int) -> bytes:
        return letter(subject="Re: everybody", header="In-Reply-To: <everybody@example.net>")

    assert stage.blast(to_all, strangers(), at_once=40) == 0


def test_an_answer_to_everybody_on_a_real_list_passes() -> None:
    stage = Stage()
    for author in ("bob@example.com", "carol@example.edu"):
        stage.heard_through_a_list(author, "growers@lists.example.net")
    key = message_key("<pears@example.com>")
    stage.heard_through_a_list("bob@example.com", "growers@lists.example.net", people=strangers(14), key=key)
    answer = letter("Pears, if you ask me.", subject="Re: pears", header="In-Reply-To: <pears@example.com>")
    to = ("growers@lists.example.net", "bob@example.com", *strangers(14))
    verdict = stage.send(answer, *to)
    stage.now += 600.0
    assert Ruling.ACCEPT in (verdict.ruling, stage.send(answer, *to).ruling)


def test_a_real_reply_to_all_of_a_friend_passes() -> None:
    stage = Stage()
    friend = stage.friends(1)[0]
    stage.heard(friend, days=0.1, people=strangers(20), key=message_key("<party@example.com>"))
    answer = letter("Great idea, count me in.", subject="Re: party", header="In-Reply-To: <party@example.com>")
    assert stage.send(answer, friend, *strangers(20)).ruling is Ruling.ACCEPT


def test_the_same_again_the_next_day_goes_on_where_it_stopped() -> None:
    stage = Stage()
    first = stage.blast(same, strangers(), every=1.0)
    stage.now += DAY
    assert stage.blast(same, strangers(), every=1.0) == first


def test_a_blast_does_not_keep_a_sender_from_his_friends() -> None:
    stage = Stage()
    friend = stage.friends(1)[0]
    stage.blast(same, strangers(), every=1.0)
    assert stage.send(letter("See you tomorrow?", subject="Lunch"), friend).ruling is Ruling.ACCEPT


def test_the_drip_is_long_over_when_a_fortnight_has_passed() -> None:
    stage = Stage()
    stage.blast(same, strangers(60), every=6 * 3600.0)
    assert len(stage.reached) <= 24
