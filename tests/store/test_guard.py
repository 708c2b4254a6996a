"""The takeover guard: what freezes an account, what does not, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, select

from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.policyfile import Policy, parse_policy
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.store import people, queue, schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.hearing import Terms
from gatekeeper.store.notices import NoticeTerms
from gatekeeper.store.queue import QueueState
from gatekeeper.store.thaw import thaw
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
HOUR = 3600.0
NOON = NOW - NOW % DAY + 12 * HOUR
HOME, ABROAD = "192.0.2.1", "198.51.100.1"
NOTICES = NoticeTerms(
    hostname="gate.example.org", local_domains=frozenset({"example.org"}), admin="root@example.org", help_contact="Eve"
)

FREE = """
name = "t"
[campaign]
sender_limit = 0
shared_limit = 0
hour_limit = 0
[credits]
capacity = 500.0
[pause]
minutes = 0.0
"""
"""A policy under which strangers may be written to freely, so that only the guard is left."""


@pytest.fixture
def quiet(open_bench: Callable[[], Bench], terms: Terms) -> Post:
    """A site whose Ann has written to five friends, at noon and from home, for two months."""
    bench = open_bench()
    post = Post(bench)
    for number in range(5):
        friend = f"friend{number}@far.example"
        post.learn(post.sent(ANN, friend, NOON - 90 * DAY), post.wrote(friend, ANN, NOON - 89 * DAY))
    for day in range(60, 0, -1):
        judged = post.judge(post.case(ANN, [f"friend{day % 5}@far.example"], now=NOON - day * DAY, client=HOME))
        assert judged.verdict.ruling is Ruling.ACCEPT
    bench.change_terms(replace(terms, notices=NOTICES))
    return post


def because(verdict: Verdict) -> set[Because]:
    return {reason.because for reason in verdict.reasons}


def blast(post: Post, start: float, client: str, count: int = 30) -> Verdict:
    """Single reworded mails to strangers; gives the last verdict."""
    for number in range(count):
        case = post.case(ANN, [f"stranger{number}@s{number}.example"], now=start + 20 * number, client=client)
        verdict = post.judge(case).verdict
    return verdict


def told(engine: Engine) -> list[tuple[str, str]]:
    """(reader, text) of every notice in the queue."""
    with engine.begin() as connection:
        return [
            (one.addressees[0].recipient.address, queue.content_of(connection, one.id).decode())
            for one in queue.listed(connection, [QueueState.WAITING])
        ]


def test_strangers_by_the_dozen_from_a_network_never_used_freeze_the_account(quiet: Post) -> None:
    assert Because.FROZEN in because(blast(quiet, NOON, ABROAD))
    later = quiet.judge(quiet.case(ANN, ["new@elsewhere.example"], now=NOON + 3 * HOUR)).verdict
    assert later.ruling is Ruling.DEFER and because(later) == {Because.FROZEN}


def test_mail_to_people_he_knows_still_goes_while_he_is_frozen(quiet: Post) -> None:
    blast(quiet, NOON, ABROAD)
    friend = quiet.judge(quiet.case(ANN, ["friend1@far.example"], now=NOON + HOUR, client=ABROAD)).verdict
    assert friend.ruling is Ruling.ACCEPT


def test_many_strangers_at_noon_from_home_are_no_takeover(quiet: Post) -> None:
    assert Because.FROZEN not in because(blast(quiet, NOON, HOME))


def test_a_letter_from_abroad_at_night_is_no_takeover(quiet: Post) -> None:
    night = quiet.case(ANN, ["new@elsewhere.example"], now=NOON + 15 * HOUR, client=ABROAD)
    assert quiet.judge(night).verdict.ruling is Ruling.ACCEPT


def test_strangers_by_the_dozen_at_an_hour_never_used_freeze_the_account(quiet: Post) -> None:
    assert Because.FROZEN in because(blast(quiet, NOON + 15 * HOUR, HOME))


def test_who_meets_many_people_is_used_to_it(quiet: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        day = int((NOON - 10 * DAY) // DAY)
        connection.execute(schema.senders.update().values(spent=f"{day}:12"))
    assert Because.FROZEN not in because(blast(quiet, NOON, ABROAD))


def test_a_new_account_has_no_history_to_compare_with(quiet: Post) -> None:
    strangers = [f"stranger{number}@s.example" for number in range(30)]
    for number, one in enumerate(strangers):
        case = quiet.case("new@example.org", [one], now=NOON + number, client=ABROAD)
        assert Because.FROZEN not in because(quiet.judge(case).verdict)


def bounce(contact: str, quotes: str, at: float) -> Exchange:
    evidence = Evidence(
        sender=ANN,
        contact=contact,
        at=at,
        what=What.BOUNCED,
        proof=Proof.CLAIMED,
        source="listener",
        status="5.1.1",
        quotes=quotes,
    )
    return Exchange(message_key=abs(hash(contact)) >> 2, at=at, author="", outbound=False, evidence=(evidence,))


def test_a_hundred_addresses_that_do_not_exist_freeze_even_a_new_account(quiet: Post) -> None:
    quiet.bench.change_terms(
        replace(
            quiet.bench.terms,
            policy=parse_policy(FREE, "t"),
        )
    )
    people_ = [f"typo{number}@far.example" for number in range(100)]
    judged = quiet.judge(quiet.case("bert@example.org", people_, now=NOON, client=HOME))
    assert judged.verdict.ruling is Ruling.ACCEPT
    failed = tuple((index, "5.1.1") for index in range(100))
    quiet.deliver(judged, positions=(), outcome="refused", failed=failed)
    later = quiet.judge(quiet.case("bert@example.org", ["new@elsewhere.example"], now=NOON + 60))
    assert because(later.verdict) == {Because.FROZEN}


def test_bounces_of_one_hour_are_counted_and_those_of_a_day_are_not(quiet: Post, engine: Engine) -> None:
    relaxed = f"{FREE}[guard]\nunknown_alone = 5"
    quiet.bench.change_terms(replace(quiet.bench.terms, policy=parse_policy(relaxed, "t")))
    everybody = [f"typo{number}@far.example" for number in range(12)]
    judged = quiet.judge(quiet.case(ANN, everybody, now=NOON, client=HOME))
    quiet.deliver(judged)
    for number, one in enumerate(everybody[:6]):
        quiet.learn(bounce(one, judged.case.id, NOON + HOUR * (1 + number)))
    with engine.begin() as connection:
        assert people.sender_facts(connection, ANN, NOON, Policy(name="test")).sender.frozen_until == 0.0
    for one in everybody[6:]:
        quiet.learn(bounce(one, judged.case.id, NOON + 9 * HOUR))
    with engine.begin() as connection:
        found = people.sender_facts(connection, ANN, NOON, Policy(name="test")).sender
    assert found.frozen_why == "5 addresses that do not exist within an hour"


def test_a_thaw_lifts_it_and_so_does_time(quiet: Post, engine: Engine) -> None:
    blast(quiet, NOON, ABROAD)
    with engine.begin() as connection:
        until = people.sender_facts(connection, ANN, NOON, Policy(name="test")).sender.frozen_until
        assert until > NOON + 11 * HOUR
        assert thaw(connection, ANN, NOON + HOUR, author="root", reason="it was her") == (True, 0)
    # The hour's flood is over by then, too.
    after = quiet.judge(quiet.case(ANN, ["new@elsewhere.example"], now=NOON + 4 * HOUR)).verdict
    assert Because.FROZEN not in because(after)
    blast(quiet, NOON + DAY + 15 * HOUR, ABROAD)
    by_itself = quiet.judge(quiet.case(ANN, ["other@elsewhere.example"], now=NOON + 3 * DAY)).verdict
    assert Because.FROZEN not in because(by_itself)


def test_a_thaw_holds_although_the_last_hour_is_still_remembered(quiet: Post, engine: Engine) -> None:
    blast(quiet, NOON, ABROAD)
    with engine.begin() as connection:
        thaw(connection, ANN, NOON + 700, author="root", reason="it was her")
    again = quiet.judge(quiet.case(ANN, ["new@elsewhere.example"], now=NOON + 720, client=ABROAD)).verdict
    assert Because.FROZEN not in because(again)


def test_the_sender_and_the_admin_are_told_once(quiet: Post, engine: Engine) -> None:
    blast(quiet, NOON, ABROAD, count=40)
    found = told(engine)
    assert sorted(reader for reader, _ in found) == [ANN, "root@example.org"]
    admin = next(text for reader, text in found if reader == "root@example.org")
    assert "gatekeeper thaw ann@example.org" in admin and "Auto-Submitted: auto-generated" in admin
    mine = next(text for reader, text in found if reader == ANN)
    assert "change your password" in mine and "Eve" in mine and "stranger" not in mine


def test_who_is_over_his_rate_is_told_once_a_day(quiet: Post, engine: Engine) -> None:
    limited = Policy.model_validate({"name": "t", "rates": {"messages_per_hour": 2}})
    quiet.bench.change_terms(replace(quiet.bench.terms, policy=limited))
    for day in range(2):
        for number in range(6):
            quiet.judge(quiet.case(ANN, ["friend1@far.example"], now=NOON + day * 1.5 * DAY + number, client=HOME))
    texts = [text for reader, text in told(engine) if reader == ANN]
    assert len(texts) == 2 and "your limit is 2 messages an hour" in texts[0].replace("=\r\n", "")


def test_nobody_outside_is_told_and_the_notices_themselves_are_limited(quiet: Post, engine: Engine) -> None:
    limited = Policy.model_validate({"name": "t", "rates": {"messages_per_hour": 1}})
    quiet.bench.change_terms(replace(quiet.bench.terms, policy=limited, notices=replace(NOTICES, admin="", per_hour=3)))
    for sender in ("forged@elsewhere.example", *(f"user{number}@example.org" for number in range(8))):
        quiet.learn(
            quiet.sent(sender, "f@far.example", NOON - 40 * DAY), quiet.wrote("f@far.example", sender, NOON - DAY)
        )
        for number in range(2):
            quiet.judge(quiet.case(sender, ["f@far.example"], now=NOON + number))
    assert sorted(reader for reader, _ in told(engine)) == [f"user{number}@example.org" for number in range(3)]


def test_the_guard_can_be_switched_off_and_then_keeps_nothing(
    open_bench: Callable[[], Bench], terms: Terms, engine: Engine
) -> None:
    bench = open_bench()
    off = Policy.model_validate({"name": "t", "guard": {"enabled": False}})
    bench.change_terms(replace(terms, policy=off))
    Post(bench).judge(Post(bench).case(ANN, ["new@elsewhere.example"], client=ABROAD))
    with engine.begin() as connection:
        assert connection.execute(select(schema.habits)).all() == []


def test_noon_is_noon() -> None:
    assert datetime.fromtimestamp(NOON, tz=UTC).hour == 12


def test_a_freeze_that_follows_another_within_a_day_is_told_again_only_after_a_thaw(
    quiet: Post, engine: Engine
) -> None:
    quiet.bench.change_terms(replace(quiet.bench.terms, policy=parse_policy(FREE, "t")))
    for start, count, mails in ((NOON, 30, 2), (NOON + 13 * HOUR, 120, 2), (NOON + 30 * HOUR, 120, 4)):
        assert because(blast(quiet, start, ABROAD, count)) == {Because.FROZEN}
        assert len(told(engine)) == mails
        if start > NOON:
            with engine.begin() as connection:
                thaw(connection, ANN, start + HOUR, author="root", reason="it was her")


def test_who_is_over_a_rate_day_after_day_is_told_once(quiet: Post, engine: Engine) -> None:
    slow = 'name = "t"\n[rates]\nmessages_per_day = 4'
    quiet.bench.change_terms(replace(quiet.bench.terms, policy=parse_policy(slow, "t")))
    for day, mails in ((0, 2), (0.7, 2), (1.4, 2), (2.1, 2), (6.0, 4)):
        for number in range(8):
            case = quiet.case(ANN, ["friend1@far.example"], now=NOON + day * DAY + number, client=HOME)
            quiet.judge(case)
        assert len(told(engine)) == mails
