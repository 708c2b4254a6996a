"""The digest: one mail a week in plain words, written once, whoever writes it and whatever crashes."""

from __future__ import annotations

import asyncio
import email
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select

from gatekeeper.ids import Ids
from gatekeeper.kinds.kind import Kind
from gatekeeper.letters.digest import WORDS, Digests, DigestSettings, week_before
from gatekeeper.policy.reputation import WEIGHTS, Cause, Standing
from gatekeeper.policy.verdict import Because
from gatekeeper.store import queue, schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.queue import QueueState
from gatekeeper.store.week import rewound
from tests.store.conftest import DAY, Post

GOLDEN = Path(__file__).parent / "digest.txt"
MONDAY = datetime(2026, 9, 21, tzinfo=UTC).timestamp()
IDS = Ids(b"s" * 32)
SETTINGS = DigestSettings(to="admin@example.org", hostname="gate.example.org")
ANN, BEN, EVE = "ann@example.org", "ben@example.org", "eve@example.org"

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def strangers(number: int, domain: str = "example.net") -> list[str]:
    return [f"stranger{index}@{domain}" for index in range(number)]


def lived(post: Post, engine: Engine) -> None:
    """A week: Ann blasts and is refused, Ben stays just below the limit, Eve is answered, and friends write."""

    def at(day: int, hour: float) -> float:
        return MONDAY + day * DAY + hour * 3600.0

    def judged(sender: str, people: list[str], now: float, content: str = "", kind: Kind = Kind.NOTE) -> None:
        post.judge(replace(post.case(sender, people, now=now, content=content, kind=kind), id=IDS.new(now)))

    judged(ANN, strangers(30), at(0, 9), content="party", kind=Kind.INVITATION)
    again = replace(post.case(ANN, strangers(30), now=at(0, 10), content="party"), kind=Kind.INVITATION)
    for minute in (0.0, 900.0):
        post.judge(replace(again, id=IDS.new(again.now + minute), now=again.now + minute))
    for index, address in enumerate(strangers(9, "example.com")):
        judged(BEN, [address], at(1 + index // 3, 9 + index % 3 * 2), content="offer")
    judged(EVE, ["frank@example.net"], at(2, 9))
    judged(EVE, ["frank@example.net"], at(-3, 9))
    judged(EVE, ["frank@example.net"], at(7, 9))
    judged(EVE, strangers(4, "example.edu"), at(4, 9))
    with engine.begin() as connection:
        for sender, cause, number in ((EVE, Cause.ANSWERED, 3), (BEN, Cause.COMPLAINT, 1)):
            standing = Standing()
            for index in range(number):
                moment = at(1 + index, 12)
                standing.add(cause, moment)
                row = {"sender": sender, "at": moment, "cause": str(cause), "contact": f"c{index}@example.net"}
                connection.execute(schema.causes.insert().values(**row, weight=WEIGHTS[cause], message=""))
            changed = {"good": standing.good, "bad": standing.bad, "standing_at": standing.at}
            connection.execute(schema.senders.update().where(schema.senders.c.address == sender).values(**changed))


def letters(engine: Engine) -> list[bytes]:
    with engine.begin() as connection:
        waiting = queue.listed(connection, [QueueState.WAITING])
        for one in waiting:
            assert one.envelope.sender.is_null and one.judged and one.waiting
            assert [str(person.recipient.address) for person in one.addressees] == ["admin@example.org"]
        return [queue.content_of(connection, one.id) for one in waiting]


async def test_a_week_is_told_in_plain_words(post: Post, engine: Engine) -> None:
    await asyncio.to_thread(lived, post, engine)
    assert await Digests(post.bench, IDS, SETTINGS).write(MONDAY + 7 * DAY + 600.0)
    (content,) = letters(engine)
    assert content.count(b"\n") == content.count(b"\r\n")
    mail = email.message_from_bytes(content)
    payload = mail.get_payload(decode=True)
    assert isinstance(payload, bytes)
    header = "".join(f"{name}: {value}\n" for name, value in mail.items())
    told = (header + "\n" + payload.decode()).replace("\r\n", "\n")
    assert told == GOLDEN.read_text(encoding="utf-8")


async def test_each_week_is_told_once_whoever_tells_it(open_bench: Callable[[], Bench], engine: Engine) -> None:
    now = MONDAY + 7 * DAY
    nodes = [Digests(open_bench(), IDS, SETTINGS) for _ in range(3)]
    assert sum(await asyncio.gather(*(node.write(now + 60.0) for node in nodes))) == 1
    assert not await nodes[0].write(now + 6 * DAY)
    assert await nodes[1].write(now + 7 * DAY)
    assert len(letters(engine)) == 2


async def test_a_crash_before_the_commit_leaves_the_week_to_be_told(
    post: Post, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests, now = Digests(post.bench, IDS, SETTINGS), MONDAY + 7 * DAY
    with monkeypatch.context() as patched:
        patched.setattr(queue, "put", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await digests.write(now)
    assert letters(engine) == []
    assert await digests.write(now)


async def test_a_site_that_did_not_exist_then_hears_nothing_of_that_week(post: Post, engine: Engine) -> None:
    post.bench.change_terms(replace(post.bench.terms, site_since=MONDAY + 7 * DAY + 3600.0))
    assert not await Digests(post.bench, IDS, SETTINGS).write(MONDAY + 8 * DAY)
    assert letters(engine) == []


async def test_a_week_is_from_monday_to_monday_in_the_sites_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    start, end, name = week_before(datetime(2026, 11, 9, 4, 59, tzinfo=UTC).timestamp())
    assert (start.isoformat(), name) == ("2026-10-26T00:00:00-04:00", "2026-W44")
    assert end.isoformat() == "2026-11-02T00:00:00-05:00"
    assert week_before(datetime(2026, 11, 9, 5, 0, tzinfo=UTC).timestamp())[2] == "2026-W45"


async def test_a_reputation_is_rewound_exactly() -> None:
    standing = Standing()
    standing.add(Cause.ANSWERED, MONDAY - 40 * DAY)
    standing.add(Cause.HARD_BOUNCE, MONDAY - 10 * DAY)
    then = standing.mean(MONDAY)
    later = [(MONDAY + DAY, Cause.COMPLAINT), (MONDAY + 3 * DAY, Cause.ANSWERED)]
    for at, cause in later:
        standing.add(cause, at)
    back = rewound(standing, ((at, WEIGHTS[cause]) for at, cause in later), MONDAY)
    assert back.mean(MONDAY) == pytest.approx(then, abs=1e-12)


async def test_every_reason_to_refuse_or_delay_has_its_words() -> None:
    good = {
        Because.INTERNAL,
        Because.KNOWN_WELL,
        Because.CONSENT,
        Because.ALLOWED,
        Because.EXEMPT,
        Because.CITED,
        Because.INTRODUCTION,
        Because.SERVICE,
    }
    assert set(Because) - good == set(WORDS)


async def test_a_pruned_ledger_is_told_as_far_as_it_goes(post: Post, engine: Engine) -> None:
    await asyncio.to_thread(lived, post, engine)
    with engine.begin() as connection:
        connection.execute(delete(schema.ledger))
        assert connection.execute(select(schema.ledger)).first() is None
    assert await Digests(post.bench, IDS, SETTINGS).write(MONDAY + 7 * DAY)
    (content,) = letters(engine)
    assert b"0 messages" in content
