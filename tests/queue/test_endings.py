"""Ends of queued messages: written once, by whoever holds the claim, however the database feels about it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import Connection, Engine

from gatekeeper.errors import TemporaryFailure
from gatekeeper.node import is_dead, this_node
from gatekeeper.store import ending, queue
from gatekeeper.store.case import Queued
from gatekeeper.store.ending import Ending
from gatekeeper.store.parcel import Fate, QueueState
from tests.queue.conftest import MTA, Office
from tests.servers import Phase

pytestmark = pytest.mark.asyncio
GONE = b"550 5.1.1 nobody of that name"
LATER = b"450 4.2.0 come again"


async def paused(office: Office, *recipients: str, notify: bytes | None = None) -> None:
    """One message of Ann's that waits because she has written to two new people."""
    for number in range(2):
        await office.send(f"new{number}@example.net")
    assert "kept here" in (await office.send(*recipients, notify=notify)).text


async def test_who_is_refused_is_reported_at_once_while_others_still_wait(office: Office) -> None:
    await paused(office, "gone@example.net", "slow@example.net")
    office.sink.recipient_replies = {b"gone@example.net": GONE, b"slow@example.net": LATER}
    await office.later(601)
    await office.later(1)
    (report,) = office.reports()
    assert "Action: failed" in str(report.get_payload(1)) and "Action: delayed" in str(report.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    office.sink.recipient_replies = {b"slow@example.net": GONE}
    await office.later(700)
    await office.later(1)
    _, second = office.reports()
    machine = str(second.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert "slow@example.net" in machine and "gone@example.net" not in machine, "nobody is reported twice"


@pytest.mark.parametrize("dsn", [True, False])
async def test_success_is_reported_only_where_the_next_hop_cannot(office: Office, dsn: bool) -> None:
    if not dsn:
        office.sink.capabilities = ("PIPELINING", "SIZE 0", "8BITMIME", "ENHANCEDSTATUSCODES")
    await paused(office, "bob@example.net", notify=b"SUCCESS,FAILURE")
    await office.later(601)
    await office.later(1)
    assert len(office.reports()) == (0 if dsn else 1)
    if dsn:
        assert b" NOTIFY=SUCCESS,FAILURE" in office.sink.messages[-1].rcpts[0]
    else:
        assert "Action: relayed" in str(office.reports()[0].get_payload(1))  # type: ignore[arg-type]  # a multipart has parts


@pytest.mark.parametrize("dsn", [True, False])
async def test_success_is_reported_for_mail_that_never_waited(office: Office, dsn: bool) -> None:
    if not dsn:
        office.sink.capabilities = ("PIPELINING", "SIZE 0", "8BITMIME", "ENHANCEDSTATUSCODES")
    assert (await office.send("bob@example.net", notify=b"SUCCESS")).code == 250
    assert office.arrived() == [b"bob@example.net"]
    for _ in range(3):
        await office.later(1)
    assert len(office.reports()) == (0 if dsn else 1) and len(office.arrived()) == 1
    if not dsn:
        machine = str(office.reports()[0].get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
        assert "Action: relayed" in machine and "Original-Envelope-Id: env1" in machine


async def test_a_node_that_comes_back_too_late_changes_nothing(office: Office, engine: Engine) -> None:
    await paused(office, "gone@example.net")
    office.now += 601
    with engine.begin() as connection:
        (mine,) = queue.claim(connection, office.now, "a-slow-node", 10)
    office.sink.recipient_replies = {b"gone@example.net": GONE}
    await office.later(queue.CLAIM_SECONDS + 1)
    with engine.begin() as connection:
        late = [Ending(parcel=mine, state=state, due=0.0) for state in (QueueState.DONE, QueueState.WAITING)]
        assert ending.write(connection, late) == [False, False]
    await office.later(1)
    assert len(office.reports()) == 1


async def test_an_end_that_the_database_does_not_take_is_kept_until_it_does(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await paused(office, "bob@example.net")
    failures = iter([True, True])
    write = ending.write

    def unwilling(connection: Connection, endings: Sequence[Ending]) -> list[bool]:
        if next(failures, False):
            raise TemporaryFailure("database: disk I/O error")
        return write(connection, endings)

    monkeypatch.setattr(ending, "write", unwilling)
    await office.later(601)
    assert office.arrived().count(b"bob@example.net") == 1
    assert not office.queued(QueueState.WAITING, QueueState.DELIVERING)
    await office.later(queue.CLAIM_SECONDS + 1)
    assert office.arrived().count(b"bob@example.net") == 1, "it is not delivered again"


@pytest.mark.parametrize("lmtp_next_hop", [True])
async def test_what_an_lmtp_next_hop_took_for_some_is_kept_for_the_rest_without_any_room(office: Office) -> None:
    office.bench.room.most_messages = 0
    office.sink.delivery_replies = {b"slow@example.net": LATER}
    reply = await office.send("good@example.net", "slow@example.net", session=MTA)
    assert reply.code == 250
    (kept,) = office.queued(QueueState.WAITING)
    assert [one.fate for one in kept.addressees] == [Fate.SENT, Fate.WAITING]


async def test_claims_of_a_process_that_died_end_at_once(engine: Engine, office: Office) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    machine = this_node().rpartition("/")[0]
    dead = f"{machine}/{gone.pid}"
    assert is_dead(dead) and not is_dead(f"{machine}/{os.getpid()}") and not is_dead(f"elsewhere/{gone.pid}")
    await paused(office, "bob@example.net")
    office.now += 601
    with engine.begin() as connection:
        assert len(queue.claim(connection, office.now, dead, 10)) == 1
    await office.new_outbox("node-b").run(office.now)
    assert office.arrived()[-1] == b"bob@example.net"


async def test_a_next_hop_that_hangs_does_not_keep_a_drain_from_ending(office: Office) -> None:
    await paused(office, "bob@example.net")
    office.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
    await office.later(601)
    await asyncio.wait_for(office.outbox.drain(), 10)
    assert await office.outbox.run(office.now + 10_000) == 0, "after a drain nothing is begun"


async def test_a_message_whose_id_is_taken_is_not_said_to_be_kept(office: Office) -> None:
    await paused(office, "bob@example.net")
    (kept,) = office.queued(QueueState.WAITING)
    again = partial(office.bench.room.add, parcel=kept, content=b"another message\r\n")
    other = partial(office.bench.room.add, parcel=replace(kept, id="1m324zzzzzzzzz"), content=b"a third\r\n")
    answers = await asyncio.gather(office.bench.run(again), office.bench.run(other), return_exceptions=True)
    assert isinstance(answers[0], TemporaryFailure) and answers[1] is Queued.YES
    with office.engine.begin() as connection:
        assert b"another message" not in queue.content_of(connection, kept.id)


async def test_the_room_of_what_has_ended_is_free_at_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.bench.room.most_messages = 2
    await paused(office, "bob@example.net")
    assert (await office.send("carol@example.net")).code == 250
    assert (await office.send("dan@example.net")).code == 452
    monkeypatch.setattr(queue, "load", lambda connection: pytest.fail("counted again"))
    await office.later(601)
    office.now -= 601
    assert (await office.send("eve@example.net")).code == 250
