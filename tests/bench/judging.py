"""Judging: what the bench alone does in a second, and what a relation weighs on the disk, up to a million."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uvloop
from sqlalchemy import Engine, text

from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Relation
from gatekeeper.policy.terms import RateTerms
from gatekeeper.store import schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, identity_of
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms
from gatekeeper.store.rows import Rows
from tests.bench.relaying import liked
from tests.load.town import SITE, save_relations

AT_ONCE = 500
"""Cases that wait at the same time."""
LOOKED_UP_AT_ONCE = 100
NO_RATES = RateTerms(messages_per_hour=0, recipients_per_hour=0, messages_per_day=0, recipients_per_day=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One run. `bytes_a_relation` counts the whole database, indexes included."""

    relations: int
    decisions_a_second: tuple[float, ...]
    cpu_us_a_decision: tuple[float, ...]
    """Of this whole process, the asking coroutines included."""
    lookups_a_second: tuple[float, ...]
    bytes_a_relation: float


def judge(*, relations: int, decisions: int, runs: int, database: str = "") -> Judged:
    """Fill a new database with relations, 100 to a sender, then decide and look up."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(database or f"sqlite:///{Path(folder) / 'gatekeeper.db'}")
        upgrade(engine)
        empty = _size_bytes(engine)
        senders = max(1, relations // 100)
        now = time.time()
        save_relations(engine, _relations(senders, now))
        size = (_size_bytes(engine) - empty) / (senders * 100)
        lookups = tuple(_lookups(engine, senders, decisions, seed) for seed in range(runs))
        decided = [_decisions(engine, senders, decisions, seed) for seed in range(runs)]
        engine.dispose()
    return Judged(
        relations=senders * 100,
        decisions_a_second=tuple(decisions / seconds for seconds, _ in decided),
        cpu_us_a_decision=tuple(1e6 * cpu / decisions for _, cpu in decided),
        lookups_a_second=lookups,
        bytes_a_relation=size,
    )


def _relations(senders: int, now: float) -> Iterator[Relation]:
    for sender in range(senders):
        for contact in range(100):
            yield liked(_sender(sender), _contact(sender, contact), now)


def _sender(number: int) -> str:
    return f"person{number}@{SITE}"


def _contact(sender: int, number: int) -> str:
    return f"contact{number}.of{sender}@homes.example"


def _lookups(engine: Engine, senders: int, count: int, seed: int) -> float:
    """Relations found in a second, asked for as the bench asks: many keys in one statement."""
    choice = random.Random(seed)
    keys = [
        (_sender(one), _contact(one, choice.randrange(100)))
        for one in (choice.randrange(senders) for _ in range(count))
    ]
    began = time.perf_counter()
    found = 0
    with engine.begin() as connection:
        rows = Rows(connection)
        for start in range(0, count, LOOKED_UP_AT_ONCE):
            found += len(rows.find(schema.relations, ("sender", "contact"), keys[start : start + LOOKED_UP_AT_ONCE]))
    assert found >= count * 0.9
    return count / (time.perf_counter() - began)


def _decisions(engine: Engine, senders: int, count: int, seed: int) -> tuple[float, float]:
    """Seconds and CPU seconds of verdicts, recorded with their reasons: 98% to friends, 2% to strangers."""
    choice = random.Random(f"decisions {seed}")
    terms = Terms(policy=Policy(name="bench", rates=NO_RATES), local_domains=frozenset({SITE}), ramp=False)
    bench = Bench(engine, terms)
    bench.start()
    now = time.time()
    cases = [_case(choice, senders, now, f"{seed}.{number}") for number in range(count)]

    async def ask() -> None:
        waiting = iter(cases)

        async def one_after_another() -> None:
            for case in waiting:
                await bench.judge(case)

        await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))

    began, cpu = time.perf_counter(), time.process_time()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(ask())
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    bench.stop()
    return seconds, cpu_seconds


def _case(choice: random.Random, senders: int, now: float, name: str) -> Case:
    sender = choice.randrange(senders)
    known = choice.random() < 0.98
    recipients = (_contact(sender, choice.randrange(100)) if known else f"stranger{name}@away.example",)
    key = choice.getrandbits(62)
    token = frozenset({choice.getrandbits(62)})
    return Case(
        id=f"bench{name}.{key}",
        identity=identity_of(key, b"", recipients),
        now=now,
        sender=_sender(sender),
        domain=SITE,
        client="",
        recipients=recipients,
        message_key=key,
        digest=b"",
        cites=(),
        kind=Kind.NOTE,
        signals=(),
        content=lambda: Fingerprint(digest=b"", tokens=token),
    )


def _size_bytes(engine: Engine) -> float:
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            size = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
        else:
            pages = connection.execute(text("PRAGMA page_count")).scalar_one()
            size = pages * connection.execute(text("PRAGMA page_size")).scalar_one()
    return float(size)
