"""Waiting: what was told to come again comes again because the gate said so, and is judged as that."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Engine

from gatekeeper.mail.envelope import Envelope, Path, Recipient, Session
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store import queue
from gatekeeper.store.parcel import Parcel, QueueState
from gatekeeper.store.thaw import thaw
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
HOUR = 3600.0


def test_letters_that_wait_for_credits_and_wake_together_are_no_flood(post: Post) -> None:
    waiting = []
    for number in range(27):
        case = post.case(ANN, [f"person{number}@place{number}.example"], now=NOW + number * HOUR / 2)
        judged = post.judge(case)
        if judged.verdict.ruling is Ruling.ACCEPT:
            post.deliver(judged)
        else:
            assert {reason.because for reason in judged.verdict.reasons} == {Because.CREDIT}
            waiting.append(case)
    assert len(waiting) >= 12
    later = NOW + 3 * DAY
    found = []
    for number, case in enumerate(waiting):
        judged = post.judge(replace(case, now=later + number))
        found.append((judged.verdict.ruling, {reason.because for reason in judged.verdict.reasons}))
    assert found[0] == (Ruling.ACCEPT, set())
    assert found[2:] == [(Ruling.DEFER, {Because.CREDIT})] * (len(waiting) - 2)


def test_a_blast_that_comes_again_is_still_one(post: Post) -> None:
    cases = [post.case(ANN, [f"person{number}@place{number}.example"], now=NOW + number) for number in range(30)]
    first = {reason.because for case in cases for reason in post.judge(case).verdict.reasons}
    assert Because.FLOOD in first
    again = [post.judge(replace(case, now=NOW + HOUR / 2 + number)) for number, case in enumerate(cases)]
    assert all(judged.verdict.ruling is not Ruling.ACCEPT for judged in again[3:])


def parcel(number: int, account: str = ANN) -> Parcel:
    to = Recipient(path=Path(octets=b"bob@example.net", address="bob@example.net"))
    return Parcel(
        id=f"queued{number}",
        account=account,
        session=Session(listener="outbound-1"),
        envelope=Envelope(sender=Path(octets=account.encode(), address=account), recipients=(to,)),
        arrived=NOW,
        due=NOW + 12 * HOUR,
        until=NOW + 5 * DAY,
        judged=False,
    )


def test_a_thaw_wakes_what_waits_and_with_a_word_more_throws_it_away(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        for number, account in enumerate((ANN, ANN, "bert@example.org")):
            queue.put(connection, parcel(number, account), b"Subject: Tea\r\n\r\nTea?\r\n")
        assert thaw(connection, ANN, NOW, author="root", reason="it was her") == (False, 2)
    with engine.begin() as connection:
        due = {one.id: one.due for one in queue.listed(connection, (QueueState.WAITING,))}
        assert due == {"queued0": NOW, "queued1": NOW, "queued2": NOW + 12 * HOUR}
        thaw(connection, ANN, NOW, author="root", reason="it was not", discards=True)
    with engine.begin() as connection:
        assert [one.account for one in queue.listed(connection, (QueueState.WAITING,))] == ["bert@example.org"]
