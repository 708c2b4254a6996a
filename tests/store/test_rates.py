"""Rates on the bench: exact between sessions, for whom they are meant, and no one else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from gatekeeper.policy.explain import explanation, reply_to
from gatekeeper.policy.policyfile import Policy, parse_policy
from gatekeeper.policy.reputation import Cause
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.store import people, schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.hearing import Terms
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
HOUR = 3600.0


def because(verdict: Verdict) -> Because | None:
    return verdict.deciding.because if verdict.deciding else None


def friends(post: Post, account: str, count: int) -> list[str]:
    """People who have written to the account, and it to them."""
    found = [f"friend{number}@far{number}.example" for number in range(count)]
    for one in found:
        post.learn(post.sent(account, one, NOW - 40 * DAY), post.wrote(one, account, NOW - 39 * DAY))
    return found


@pytest.fixture
def at(open_bench: Callable[[], Bench], terms: Terms) -> Callable[[str], Post]:
    """A bench under a policy: the text after its name."""

    def open_one(policy: str) -> Post:
        bench = open_bench()
        bench.change_terms(replace(terms, policy=parse_policy(f'name = "test"\n{policy}', "test")))
        return Post(bench)

    return open_one


def send(post: Post, sender: str, recipients: list[str], **more: Any) -> Verdict:
    return post.judge(post.case(sender, recipients, **more)).verdict


def test_a_limit_is_exact_however_many_sessions_and_nodes_send_at_once(at: Callable[[str], Post]) -> None:
    one, other = (at("[rates]\nmessages_per_hour = 40") for _ in range(2))
    friend = friends(one, ANN, 1)
    answers: list[Future[Any]] = []
    for number in range(120):
        post = one if number % 2 else other
        answers.append(post.bench.put(post.case(ANN, friend, id=f"case{number:09}", message_key=5000 + number)))
    rulings = [answer.result(60).verdict.ruling for answer in answers]
    assert rulings.count(Ruling.ACCEPT) == 40


def test_who_waits_is_told_the_limit_what_is_left_and_when_it_is_full_again(at: Callable[[str], Post]) -> None:
    post = at("[rates]\nrecipients_per_hour = 40")
    known = friends(post, ANN, 30)
    assert send(post, ANN, known).ruling is Ruling.ACCEPT
    verdict = send(post, ANN, known)
    assert because(verdict) is Because.RATE
    words = explanation(verdict)
    assert words.outcome.startswith("Waiting: your limit is 40 recipients an hour at present; 10 left, full again on ")
    assert verdict.until == pytest.approx(NOW + 20 * 90)
    assert (reply_to(verdict, "").code, reply_to(verdict, "").enhanced) == (450, "4.7.1")
    assert send(post, ANN, known, now=verdict.until + 1).ruling is Ruling.ACCEPT


def test_new_contacts_have_a_rate_of_their_own(at: Callable[[str], Post]) -> None:
    post = at("[rates]\ncontacts_per_day = 2")
    known = friends(post, ANN, 20)
    assert send(post, ANN, ["new1@a.example"]).ruling is Ruling.ACCEPT
    assert send(post, ANN, ["new2@b.example"], now=NOW + HOUR).ruling is Ruling.ACCEPT
    third = send(post, ANN, ["new3@c.example"], now=NOW + 2 * HOUR)
    assert because(third) is Because.RATE
    assert "2 new contacts a day" in explanation(third).outcome
    assert send(post, ANN, known, now=NOW + 2 * HOUR).ruling is Ruling.ACCEPT


def test_a_domain_and_a_client_address_have_one_rate_for_all_their_senders(at: Callable[[str], Post]) -> None:
    post = at("[rates.domain]\nmessages_per_hour = 3\n[rates.client]\nmessages_per_hour = 2")
    senders = [f"user{number}@example.org" for number in range(4)]
    for one in senders:
        friends(post, one, 1)
    friend = ["friend0@far0.example"]
    found = [send(post, one, friend, client="192.0.2.1").ruling for one in senders[:2]]
    assert found == [Ruling.ACCEPT, Ruling.ACCEPT]
    third = send(post, senders[2], friend, client="192.0.2.1")
    assert "the limit for your network address is 2 messages an hour" in explanation(third).outcome
    assert send(post, senders[2], friend, client="192.0.2.2").ruling is Ruling.ACCEPT
    fourth = send(post, senders[3], friend, client="192.0.2.3")
    assert "the limit for all of your domain is 3 messages an hour" in explanation(fourth).outcome


def test_where_nothing_but_the_senders_is_limited_no_meter_is_kept(post: Post, engine: Engine) -> None:
    send(post, ANN, ["new@a.example"], client="192.0.2.1")
    with engine.begin() as connection:
        assert connection.execute(select(func.count()).select_from(schema.meters)).scalar_one() == 0


def test_who_tries_ten_times_his_limit_within_the_hour_is_refused(at: Callable[[str], Post]) -> None:
    post = at("[rates]\nmessages_per_hour = 10")
    friend = friends(post, ANN, 1)
    verdicts = [send(post, ANN, friend, now=NOW + number) for number in range(130)]
    found = [verdict.ruling for verdict in verdicts]
    assert found.count(Ruling.ACCEPT) == 10
    assert found[-1] is Ruling.REFUSE and because(verdicts[-1]) is Because.RATE_CEILING
    assert (reply_to(verdicts[-1], "").code, reply_to(verdicts[-1], "").enhanced) == (550, "5.7.28")
    assert 95 <= found.count(Ruling.DEFER) <= 115


def test_a_message_that_an_mta_retries_counts_once_towards_the_ceiling(at: Callable[[str], Post]) -> None:
    post = at("[rates]\nmessages_per_hour = 1\nmessages_per_day = 1\nceiling_times = 2")
    friend = friends(post, ANN, 1)
    assert send(post, ANN, friend).ruling is Ruling.ACCEPT
    waiting = post.case(ANN, friend)
    rulings = {post.judge(replace(waiting, id=f"again{n:09}", now=NOW + 60 * n)).verdict.ruling for n in range(1, 30)}
    assert rulings == {Ruling.DEFER}


def test_too_many_recipients_in_one_message(at: Callable[[str], Post]) -> None:
    post = at("[rates]\nrecipients_per_message = 20")
    verdict = send(post, ANN, friends(post, ANN, 21))
    assert (reply_to(verdict, "").code, reply_to(verdict, "").enhanced) == (550, "5.5.3")


def test_a_bad_reputation_lowers_the_rates_and_no_further_than_the_policy_says(
    at: Callable[[str], Post], engine: Engine
) -> None:
    post = at("[rates]\nmessages_per_hour = 40\nreputation_least = 0.5")
    friend = friends(post, ANN, 1)
    with engine.begin() as connection:
        memory = Memory(Rows(connection))
        for _ in range(50):
            memory.sender(ANN).standing.add(Cause.COMPLAINT, NOW)
        memory.changed(memory.sender(ANN))
        memory.write()
    assert sum(send(post, ANN, friend).ruling is Ruling.ACCEPT for _ in range(50)) == 20


def test_a_newcomer_at_an_old_site_warms_up(post: Post, terms: Terms) -> None:
    old_site = replace(terms, site_since=NOW - 400 * DAY, policy=Policy(name="test"))
    post.bench.change_terms(old_site)
    friend = friends(post, ANN, 1)
    assert sum(send(post, ANN, friend).ruling is Ruling.ACCEPT for _ in range(120)) == 50
    later = NOW + 20 * DAY
    assert sum(send(post, ANN, friend, now=later).ruling is Ruling.ACCEPT for _ in range(120)) == 100


def test_mail_that_the_next_hop_did_not_take_uses_up_nothing(at: Callable[[str], Post]) -> None:
    post = at("[rates]\nmessages_per_hour = 2")
    friend = friends(post, ANN, 1)
    for number in range(10):
        judged = post.judge(post.case(ANN, friend, now=NOW + number))
        assert judged.verdict.ruling is Ruling.ACCEPT
        post.deliver(judged, positions=(), outcome="deferred")


def test_colleagues_reports_and_the_postmaster_are_not_counted(at: Callable[[str], Post]) -> None:
    post = at("[rates]\nmessages_per_hour = 1")
    for number in range(5):
        now = NOW + number
        assert send(post, ANN, ["bert@example.org"], now=now).ruling is Ruling.ACCEPT
        assert send(post, ANN, ["postmaster@example.org"], now=now).ruling is Ruling.ACCEPT
        report = post.case("", ["far@a.example"], now=now, null_sender=True, report_form=True)
        assert post.judge(report).verdict.ruling is Ruling.ACCEPT


def test_colleagues_are_counted_where_the_policy_judges_internal_mail(at: Callable[[str], Post]) -> None:
    post = at('internal = "judge"\n[rates]\nmessages_per_hour = 1')
    post.learn(post.sent(ANN, "bert@example.org", NOW - 40 * DAY), post.wrote("bert@example.org", ANN, NOW - DAY))
    assert send(post, ANN, ["bert@example.org"]).ruling is Ruling.ACCEPT
    assert because(send(post, ANN, ["bert@example.org"])) is Because.RATE


SERVICE = """
[[service]]
name = "orders"
senders = ["orders@example.org"]
recipients = ["*@customers.example"]
rates = { messages_per_hour = 50 }
reason = "order confirmations"
"""


def test_a_service_account_writes_to_its_circle_within_limits_of_its_own(at: Callable[[str], Post]) -> None:
    post = at(SERVICE)
    circle = [f"customer{number}@customers.example" for number in range(80)]
    found = [send(post, "orders@example.org", [one], content="your order") for one in circle]
    assert [verdict.ruling for verdict in found].count(Ruling.ACCEPT) == 50
    assert "the limit for this service account is 50 messages an hour" in explanation(found[-1]).outcome
    assert found[0].recipients[0].because is Because.SERVICE


def test_outside_its_scope_a_service_account_is_judged_like_anybody(at: Callable[[str], Post]) -> None:
    post = at(SERVICE)
    outside = [f"stranger{number}@elsewhere.example" for number in range(12)]
    assert because(send(post, "orders@example.org", outside)) is Because.INVITE_ALL
    assert because(send(post, ANN, [f"c{n}@customers.example" for n in range(12)])) is Because.INVITE_ALL


def test_a_no_is_honoured_by_a_service_account_too(at: Callable[[str], Post], engine: Engine) -> None:
    post = at(SERVICE)
    with engine.begin() as connection:
        people.close(connection, "orders@example.org", "bob@customers.example", NOW, author="root", reason="asked")
    assert because(send(post, "orders@example.org", ["bob@customers.example"])) is Because.CLOSED


def test_subscribers_have_a_schedule_of_their_own(at: Callable[[str], Post], engine: Engine) -> None:
    post = at("[rates]\nrecipients_per_hour = 10\n[rates.consented]\nrecipients_per_hour = 100")
    readers = [f"reader{number}@far.example" for number in range(60)]
    with engine.begin() as connection:
        memory = Memory(Rows(connection))
        for one in readers:
            memory.choose(one, "news.example.org", True, NOW - DAY, "form", double=True, batch=0)
        memory.write()
    assert send(post, ANN, readers, purposes=("news.example.org",)).ruling is Ruling.ACCEPT
    again = send(post, ANN, readers, purposes=("news.example.org",))
    assert "your limit for mail to subscribers is 100 recipients an hour" in explanation(again).outcome
    assert send(post, ANN, friends(post, ANN, 9)).ruling is Ruling.ACCEPT
