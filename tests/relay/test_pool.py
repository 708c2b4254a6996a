"""The pool: reuse, death of idle connections, bounds, order, cancellation."""

from __future__ import annotations

import asyncio

import pytest

from gatekeeper.relay import RelayOptions
from gatekeeper.relay.smtp import ServerRelay
from gatekeeper.relay.url import Server
from tests.relay.letters import NOTE, PATIENT, envelope, options
from tests.servers import DROP, HANG, Phase, RecordingSink, free_port

pytestmark = pytest.mark.asyncio


def relay_to(sink: RecordingSink, **changes: object) -> ServerRelay:
    return ServerRelay(Server(host="127.0.0.1", port=sink.port), options(**changes))


async def send(relay: ServerRelay, recipient: str = "bob@far.example") -> bool:
    return (await relay.deliver(envelope(recipient), (NOTE,))).accepted


async def test_fifty_deliveries_share_ten_connections() -> None:
    async with RecordingSink(delay_seconds=0.01) as sink:
        relay = relay_to(sink, max_connections=10, limits=PATIENT)
        assert all(await asyncio.gather(*(send(relay, f"r{n}@far.example") for n in range(50))))
        assert sink.connections == 10
        assert {message.recipients for message in sink.messages} == {(b"r%d@far.example" % n,) for n in range(50)}
        await relay.close()
        assert sink.commands.count(b"QUIT") == 10
        assert relay._pool.connections == 0


async def test_waiters_are_served_in_order_of_arrival() -> None:
    async with RecordingSink(delay_seconds=0.01) as sink:
        relay = relay_to(sink, max_connections=1, limits=PATIENT)
        await asyncio.gather(*(send(relay, f"r{n}@far.example") for n in range(8)))
        assert [message.recipients[0] for message in sink.messages] == [b"r%d@far.example" % n for n in range(8)]
        await relay.close()


async def test_who_waits_too_long_for_a_connection_gets_451() -> None:
    async with RecordingSink(delay_seconds=2) as sink:
        relay = relay_to(sink, max_connections=1)
        first, second = await asyncio.gather(*(relay.deliver(envelope(), (NOTE,)) for _ in range(2)))
        assert not first.certain
        assert second.certain and second.replies[0].enhanced == "4.4.1"


async def test_an_idle_connection_that_the_server_closed_is_not_used() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink)
        assert await send(relay)
        sink.drop_connections()
        await asyncio.sleep(0.05)
        assert relay._pool.connections == 0
        assert await send(relay)
        assert sink.connections == 2
        await relay.close()


async def test_an_idle_connection_that_said_421_is_not_used() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink)
        assert await send(relay)
        await sink.say_to_all(b"421 4.4.2 idle too long\r\n")
        assert await send(relay)
        assert len(sink.messages) == 2 and sink.connections == 2
        await relay.close()


async def test_a_close_that_is_not_yet_seen_is_found_out_before_use() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink)
        assert await send(relay)
        sink.drop_connections()
        # No turn of the loop in between: our side has not been told, only the socket knows.
        assert await send(relay)
        assert len(sink.messages) == 2
        await relay.close()


@pytest.mark.parametrize("fault", [DROP, b"421 4.4.2 timed out"])
async def test_a_stale_connection_is_replaced_once(fault: bytes) -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink)
        assert await send(relay)
        sink.faults = {Phase.MAIL: fault}
        assert not await send(relay)
        assert sink.connections == 2, "one try on the old connection, one on a new one, no more"
        sink.faults = {}
        assert await send(relay)
        await relay.close()
        assert relay._pool.connections == 0


async def test_nothing_is_sent_twice_once_the_dot_is_out() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink)
        assert await send(relay)
        sink.faults = {Phase.DOT: DROP}
        delivery = await relay.deliver(envelope(), (NOTE,))
        assert not delivery.certain
        assert len(sink.messages) == 2 and sink.connections == 1


async def test_nothing_is_tried_again_once_something_was_answered() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink)
        assert await send(relay)
        sink.faults = {Phase.RCPT: DROP}
        assert (await relay.deliver(envelope(), (NOTE,))).replies[0].enhanced == "4.4.2"
        assert sink.connections == 1


async def test_a_connection_retires_after_its_messages() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink, max_messages_per_connection=3)
        for _ in range(7):
            assert await send(relay)
        assert sink.connections == 3
        await relay.close()


async def test_an_unused_connection_is_closed_with_quit() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink, idle_seconds=0.1)
        assert await send(relay)
        await asyncio.sleep(0.3)
        assert sink.commands[-1] == b"QUIT"
        assert relay._pool.connections == 0 and sink.open_connections == 0
        assert await send(relay)
        await relay.close()


@pytest.mark.parametrize("phase", [Phase.CONNECT, Phase.EHLO, Phase.MAIL, Phase.DATA, Phase.DOT])
async def test_a_cancelled_delivery_leaks_no_connection(phase: Phase) -> None:
    async with RecordingSink(faults={phase: HANG}) as sink:
        relay = relay_to(sink, max_connections=2, limits=PATIENT)
        tasks = [asyncio.create_task(send(relay)) for _ in range(5)]
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(result, asyncio.CancelledError) for result in results)
        assert relay._pool.connections == 0
        sink.faults = {}
        assert await send(relay)
        await relay.close()
        await asyncio.sleep(0.05)
        assert sink.open_connections == 0


async def test_a_waiter_cancelled_as_he_is_served_hands_his_place_on() -> None:
    async with RecordingSink(delay_seconds=0.02) as sink:
        relay = relay_to(sink, max_connections=1, limits=PATIENT)
        for pause in (0.0, 0.018, 0.02, 0.022, 0.025):
            tasks = [asyncio.create_task(send(relay, f"r{n}@far.example")) for n in range(6)]
            await asyncio.sleep(pause)
            for task in tasks[1:5]:
                task.cancel()
            await asyncio.gather(*tasks[1:5], return_exceptions=True)
            assert await tasks[0] and await tasks[5]
        assert relay._pool.connections == 1
        await relay.close()


async def test_closing_lets_deliveries_end_and_takes_no_new_ones() -> None:
    async with RecordingSink(delay_seconds=0.2) as sink:
        relay = relay_to(sink, max_connections=1, limits=PATIENT)
        under_way = asyncio.create_task(send(relay))
        waiting = asyncio.create_task(relay.deliver(envelope(), (NOTE,)))
        await asyncio.sleep(0.05)
        await relay.close()
        assert under_way.done() and await under_way
        assert (await waiting).replies[0].code == 421
        assert (await relay.deliver(envelope(), (NOTE,))).replies[0].code == 421


async def test_probe_tells_whether_mail_would_be_taken() -> None:
    async with RecordingSink() as sink:
        relay = relay_to(sink, max_connections=1)
        assert await relay.probe() == ""
        assert await send(relay)
        assert await relay.probe() == ""
        assert sink.commands[-1] == b"NOOP"
        sink.faults = {Phase.NOOP: DROP}
        assert await relay.probe() == "", "a dead idle connection says nothing about the next hop"
        sink.faults = {Phase.CONNECT: b"421 4.3.2 down"}
        assert await relay.probe() != ""
        sink.faults = {Phase.CONNECT: HANG}
        assert await relay.probe() != ""
        await relay.close()
    assert await ServerRelay(Server(host="127.0.0.1", port=free_port()), RelayOptions()).probe() != ""
