"""The queue: what was accepted is never lost, and its report explains itself."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from gatekeeper.errors import TemporaryFailure
from gatekeeper.log import open_log
from gatekeeper.policy.policyfile import Policy
from gatekeeper.queue.outbox import DEAD_SECONDS
from gatekeeper.store import queue
from gatekeeper.store.queue import Fate, QueueState
from gatekeeper.store.release import release
from tests.queue.conftest import MTA, PERSON, Office
from tests.servers import DROP, Phase

pytestmark = pytest.mark.asyncio

BLAST = (
    "Dear all, our new club opens its doors in spring and everybody is welcome to come and see the rooms, "
    "the garden and the small library that we have built together over the last three years."
)


async def test_a_persons_paused_mail_waits_here_and_goes_when_its_time_comes(office: Office) -> None:
    for number in range(2):
        assert (await office.send(f"new{number}@example.net")).code == 250
    kept = await office.send("third@example.net")
    assert kept.code == 250 and "kept here as" in kept.text and "Waiting until" in kept.text
    assert len(office.arrived()) == 2
    assert await office.later(300) == 0
    assert await office.later(301) == 1
    assert office.arrived()[-1] == b"third@example.net"
    assert office.queued(QueueState.DONE) and not office.queued(QueueState.WAITING)
    assert office.reports() == []


async def test_an_mta_is_told_to_come_again_instead(office: Office) -> None:
    for number in range(2):
        await office.send(f"new{number}@example.net", session=MTA)
    assert (await office.send("third@example.net", session=MTA)).code == 450
    assert office.queued() == []


async def test_a_campaign_that_trips_refuses_what_waits_and_tells_the_sender_once(office: Office) -> None:
    replies = [await office.send(f"stranger{number}@example.net", text=BLAST) for number in range(12)]
    assert replies[0].code == 250 and replies[-1].code == 550
    assert len(office.arrived()) == 2
    await office.later(601)
    await office.later(1)
    assert len(office.arrived()) == 2, "nothing that waited went out"
    reports = office.reports()
    assert len(reports) == 1
    machine = str(reports[0].get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert machine.count("Action: failed") == sum(reply.code == 250 for reply in replies) - 2
    assert len(office.queued(QueueState.BOUNCED)) == machine.count("Action: failed")


async def test_the_log_tells_what_waits_and_each_end_of_it(office: Office) -> None:
    log = io.StringIO()
    office.events.log = open_log(stream=log)
    for number in range(12):
        await office.send(f"stranger{number}@example.net", text=BLAST)
    await asyncio.sleep(0)
    first = log.getvalue()
    assert first.count(" status=sent (") == 2
    waiting = set(re.findall(r" (\w+): from=.* status=waiting \(250 ", first))
    assert waiting
    await office.later(601)
    await office.later(1)
    await asyncio.sleep(0)
    ends = set(re.findall(r" (\w+): from=.* status=refused \(550 ", log.getvalue()[len(first) :]))
    assert ends == waiting


async def test_a_next_hop_that_is_down_is_tried_again_as_postfix_does_it(office: Office) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    office.sink.faults = {Phase.MAIL: b"451 4.3.2 not now"}
    await office.later(601)
    waiting = office.queued(QueueState.WAITING)
    assert len(waiting) == 1 and waiting[0].attempts == 1
    assert waiting[0].due == pytest.approx(office.now + 601)
    office.sink.faults = {}
    await office.later(602)
    assert office.arrived()[-1] == b"new2@example.net"


async def test_a_delay_is_told_once_and_the_end_of_its_life_too(office: Office) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    office.sink.faults = {Phase.RCPT: b"451 4.2.0 not now"}
    for _ in range(40):
        await office.later(4000)
    office.sink.faults = {}
    office.now += 4000
    await office.outbox.run(office.now)
    subjects = [report["Subject"] for report in office.reports()]
    assert sum("Waiting" in subject for subject in subjects) <= 1
    for _ in range(120):
        await office.later(4000)
    assert not office.queued(QueueState.WAITING, QueueState.DELIVERING)


async def test_a_message_that_outlives_its_lifetime_goes_back_to_its_sender(office: Office) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    office.sink.recipient_replies = {b"new2@example.net": b"451 4.2.0 not now"}
    for _ in range(115):
        await office.later(4000)
    last = office.reports()[-1]
    machine = str(last.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert "Status: 5.4.7" in machine and "Action: failed" in machine and "Remote-MTA" not in machine
    assert "451 4.2.0 not now" in machine, "what the next hop said last"
    assert [one.state for one in office.queued(QueueState.BOUNCED)] == [QueueState.BOUNCED]


async def test_one_recipient_whom_the_next_hop_refuses_does_not_keep_the_others_from_it(office: Office) -> None:
    for number in range(2):
        await office.send(f"new{number}@example.net")
    office.sink.recipient_replies = {b"gone@example.net": b"550 5.1.1 nobody of that name"}
    await office.send("good@example.net", "gone@example.net")
    await office.later(601)
    assert office.arrived()[2:] == [b"good@example.net"]
    await office.later(1)
    (report,) = office.reports()
    machine = str(report.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert "Final-Recipient: rfc822; gone@example.net" in machine
    assert "Status: 5.1.1" in machine and "Action: relayed" in machine
    assert "Original-Envelope-Id: env3" in machine and "Original-Recipient: rfc822; gone@example.net" in machine


@pytest.mark.parametrize("policy", [Policy(name="test", mixed="deliver-known")])
async def test_a_mixed_message_goes_to_those_who_know_the_sender(office: Office) -> None:
    from tests.store.conftest import DAY, Post

    post = Post(office.bench)
    for number in range(3):
        friend = f"friend{number}@example.net"
        await asyncio.to_thread(
            post.learn,
            post.sent("ann@example.org", friend, office.now - 3 * DAY),
            post.wrote(friend, "ann@example.org", office.now - 2 * DAY),
        )
    friends = [f"friend{number}@example.net" for number in range(3)]
    reply = await office.send(*friends, *(f"stranger{number}@example.net" for number in range(12)), text=BLAST)
    assert reply.code == 250 and "Sent to 3 of 15" in reply.text
    await office.later(1)
    await office.later(1)
    assert sorted(office.arrived()) == [friend.encode() for friend in friends]
    (report,) = office.reports()
    machine = str(report.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert machine.count("Action: failed") == 12 and machine.count("Action: relayed") == 3


@pytest.mark.parametrize("policy", [Policy(name="test", action="hold")])
async def test_held_mail_waits_for_an_admin_and_goes_when_he_says_so(office: Office, engine: Engine) -> None:
    reply = await office.send(*(f"stranger{number}@example.net" for number in range(12)), text=BLAST, session=MTA)
    assert reply.code == 250
    await office.later(86_400)
    (held,) = office.queued(QueueState.HELD)
    assert office.arrived() == []
    with engine.begin() as connection:
        assert release(connection, held.id, office.now, judged=True)
    await office.later(1)
    assert len(office.arrived()) == 12


@pytest.mark.parametrize("policy", [Policy(name="test", action="hold")])
async def test_held_mail_that_nobody_looks_at_goes_back_to_its_sender(office: Office) -> None:
    await office.send(*(f"stranger{number}@example.net" for number in range(12)), text=BLAST, session=MTA)
    await office.later(5 * 86_400 - 10)
    assert office.queued(QueueState.HELD)
    await office.later(20)
    await office.later(1)
    assert office.arrived() == [] and len(office.queued(QueueState.BOUNCED)) == 1
    (report,) = office.reports()
    machine = str(report.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert machine.count("Status: 5.4.7") == 12
    assert "nobody has released it in time" in str(report.get_payload(0))  # type: ignore[arg-type]  # a multipart has parts


@pytest.mark.parametrize("when_down", [True])
async def test_an_outage_of_the_next_hop_is_bridged_where_the_listener_says_so(office: Office) -> None:
    office.sink.faults = {Phase.EHLO: DROP, Phase.HELO: DROP}
    reply = await office.send("bob@example.net", session=MTA)
    assert reply.code == 250 and "kept here" in reply.text
    office.sink.faults = {}
    await office.later(1)
    await office.later(600)
    assert office.arrived() == [b"bob@example.net"]


@pytest.mark.parametrize(("when_down", "down_seconds"), [(True, 60.0)])
async def test_during_an_outage_mail_is_kept_without_trying_each_time(office: Office) -> None:
    office.sink.faults = {Phase.CONNECT: DROP}
    assert (await office.send("bob@example.net", session=MTA)).code == 250
    assert office.relay.is_down
    tried = office.sink.connections
    assert "is tried again" in (await office.send("carol@example.net", session=MTA)).text
    assert office.sink.connections == tried
    assert len(office.queued(QueueState.WAITING)) == 2
    office.sink.faults = {}
    office.forget_the_outage()
    await office.later(301)
    assert len(office.arrived()) == 2 and not office.relay.is_down


@pytest.mark.parametrize(("when_down", "down_seconds"), [(True, 60.0)])
async def test_what_is_due_during_an_outage_does_not_wait_for_the_next_hop_one_by_one(office: Office) -> None:
    office.sink.faults = {Phase.CONNECT: DROP}
    for number in range(2):
        await office.send(f"bob{number}@example.net", session=MTA)
    tried = office.sink.connections
    for _ in range(3):
        await office.later(4_000)
    assert office.sink.connections == tried
    waiting = office.queued(QueueState.WAITING)
    assert len(waiting) == 2 and all(one.attempts == 3 for one in waiting)
    office.now += 4 * 3_600
    await office.outbox.run(office.now)
    office.sink.faults = {}
    office.forget_the_outage()
    await office.later(4_000)
    await office.later(1)
    report, _ = [one for one in office.reports() if "Waiting" in one["Subject"]]
    machine = str(report.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert "Status: 4.4.1" in machine and "Remote-MTA" not in machine
    assert " said:" not in str(report.get_payload(0))  # type: ignore[arg-type]  # a multipart has parts


@pytest.mark.parametrize(("when_down", "down_seconds"), [(True, 60.0)])
async def test_an_outage_with_a_full_queue_gives_back_what_was_reserved(office: Office) -> None:
    office.bench.room.most_messages = 0
    office.sink.faults = {Phase.CONNECT: DROP}
    for _ in range(5):
        reply = await office.send("bob@example.net", session=MTA)
        assert (reply.code, reply.enhanced) == (452, "4.3.1"), "the same person again and again is no crowd"
    assert office.queued() == []


@pytest.mark.parametrize("lmtp_next_hop", [True])
async def test_an_lmtp_next_hop_that_takes_it_for_some_gets_no_lie_told_about_it(office: Office) -> None:
    office.sink.delivery_replies = {b"gone@example.net": b"550 5.1.1 nobody of that name"}
    reply = await office.send("good@example.net", "gone@example.net", session=MTA)
    assert reply.code == 250
    await office.later(1)
    (report,) = [one for one in office.queued() if not one.envelope.sender.octets]
    assert report.addressees[0].recipient.address == "ann@example.org"


async def test_notify_never_means_never(office: Office) -> None:
    for number in range(2):
        await office.send(f"new{number}@example.net")
    office.sink.recipient_replies = {b"gone@example.net": b"550 5.1.1 nobody of that name"}
    await office.send("gone@example.net", notify=b"NEVER")
    await office.later(601)
    await office.later(1)
    assert office.reports() == []
    assert len(office.queued(QueueState.BOUNCED)) == 1


async def test_a_report_that_cannot_be_delivered_is_not_reported(office: Office) -> None:
    for number in range(2):
        await office.send(f"new{number}@example.net")
    office.sink.recipient_replies = {
        b"gone@example.net": b"550 5.1.1 nobody of that name",
        b"ann@example.org": b"550 5.1.1 she has left",
    }
    await office.send("gone@example.net")
    await office.later(601)
    for _ in range(5):
        await office.later(4000)
    assert not office.queued(QueueState.WAITING, QueueState.DELIVERING)
    assert len(office.queued(QueueState.BOUNCED)) == 2


async def test_a_report_is_not_lost_with_a_next_hop_that_refuses_everything_for_an_hour(office: Office) -> None:
    for number in range(2):
        await office.send(f"new{number}@example.net")
    assert (await office.send("new3@example.net")).code == 250
    office.sink.faults = {Phase.MAIL: b"554 5.7.1 we are moving"}
    office.sink.drop_connections()
    await office.later(601)
    await office.later(1200)
    assert [one.envelope.sender.is_null for one in office.queued(QueueState.WAITING)] == [True]
    office.sink.faults = {}
    await office.later(4000)
    assert office.reports()[0]["Subject"].startswith("Not sent")


async def test_a_full_queue_says_452_and_never_250(office: Office) -> None:
    office.bench.room.most_messages = 1
    for number in range(2):
        await office.send(f"new{number}@example.net")
    assert (await office.send("third@example.net")).code == 250
    full = await office.send("fourth@example.net")
    assert (full.code, full.enhanced) == (452, "4.3.1")
    assert len(office.queued()) == 1


async def test_a_node_that_died_while_delivering_leaves_nothing_behind(office: Office, engine: Engine) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    office.now += 601
    with engine.begin() as connection:
        (claimed,) = queue.claim(connection, office.now, "node-that-dies", 10)
    assert await office.outbox.run(office.now) == 0, "it is claimed"
    await office.later(queue.CLAIM_SECONDS + 1)
    assert office.arrived()[-1] == b"new2@example.net"
    with engine.begin() as connection:
        found = queue.find(connection, claimed.id)
    assert found is not None and [one.fate for one in found.addressees] == [Fate.HANDED_ON]


async def test_what_was_claimed_when_the_database_went_away_waits_for_no_claims_end(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    run = office.bench.run

    async def committed_but_not_said(work: Callable[[Connection], Any]) -> Any:
        await run(work)
        raise TemporaryFailure("database: the server closed the connection")

    monkeypatch.setattr(office.bench, "run", committed_but_not_said)
    with pytest.raises(TemporaryFailure):
        await office.later(601)
    assert [one.state for one in office.queued()] == [QueueState.DELIVERING], "it is claimed, and nobody has it"
    monkeypatch.setattr(office.bench, "run", run)
    await office.later(DEAD_SECONDS + 1)
    assert office.arrived()[-1] == b"new2@example.net"


async def test_what_could_not_be_written_down_is_taken_over_as_of_a_dead_node(office: Office, engine: Engine) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    with engine.begin() as connection:
        (claimed,) = queue.claim(connection, office.now + 601, "node-a", 10)
        queue.free_own(connection, "node-b", {claimed.id})
        assert not queue.claim(connection, office.now + 601, "node-a", 10), "another's claims are not ours"
        queue.free_own(connection, "node-a", {claimed.id})
        (again,) = queue.claim(connection, office.now + 601, "node-a", 10)
    assert again.taken_over


async def test_two_nodes_never_deliver_the_same_message(office: Office) -> None:
    for number in range(3):
        await office.send(f"new{number}@example.net")
    office.now += 601
    other = office.new_outbox("node-b")
    served = await asyncio.gather(office.outbox.run(office.now), other.run(office.now))
    assert sum(served) == 1
    assert office.arrived().count(b"new2@example.net") == 1


async def test_the_octets_that_go_out_are_those_that_came_in(office: Office) -> None:
    for number in range(2):
        await office.send(f"new{number}@example.net")
    await office.send(
        "third@example.net", text="a line\r\n..a dot\r\n\r\ntabs\tand umlauts \u00e4\u00f6", session=PERSON
    )
    await office.later(601)
    content = office.sink.messages[-1].content
    assert b"\r\n\r\na line\r\n..a dot\r\n\r\ntabs\tand umlauts \xc3\xa4\xc3\xb6\r\n" in content
    assert content.startswith(b"Received: from ") and content.count(b"Gatekeeper-Id:") == 1
