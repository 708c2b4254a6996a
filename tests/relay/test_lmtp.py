"""LMTP: each recipient has a reply of his own (RFC 2033)."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatekeeper.mail.envelope import Envelope
from gatekeeper.relay import Delivery, open_relay
from tests.relay.letters import NOTE, envelope, options
from tests.servers import DROP, Phase, RecordingSink

pytestmark = pytest.mark.asyncio

THREE = envelope("a@far.example", "b@far.example", "c@far.example")


async def deliver(sink: RecordingSink, letter: Envelope = THREE, times: int = 1) -> Delivery:
    relay = open_relay(f"lmtp://{sink.unix_path or f'127.0.0.1:{sink.port}'}", options())
    for _ in range(times):
        delivery = await relay.deliver(letter, (NOTE,))
    await relay.close()
    return delivery


def codes(delivery: Delivery) -> list[str]:
    return [f"{reply.code} {reply.enhanced}" for reply in delivery.replies]


async def test_all_are_delivered_over_a_unix_socket(tmp_path: Path) -> None:
    async with RecordingSink(lmtp=True, unix_path=str(tmp_path / "lmtp")) as sink:
        delivery = await deliver(sink, times=2)
    assert codes(delivery) == ["250 2.1.5"] * 3
    assert delivery.next_hop == str(tmp_path / "lmtp")
    assert sink.commands[0] == b"LHLO gate.example"
    assert len(sink.messages) == 2 and sink.connections == 1


async def test_mixed_replies_at_rcpt_and_after_the_dot() -> None:
    async with RecordingSink(
        lmtp=True,
        recipient_replies={b"a@far.example": b"550 5.1.1 No such user"},
        delivery_replies={b"c@far.example": b"452 4.2.2 Over quota"},
    ) as sink:
        delivery = await deliver(sink, times=2)
    assert codes(delivery) == ["550 5.1.1", "250 2.1.5", "452 4.2.2"]
    assert delivery.refused == (0, 2)
    assert delivery.certain and delivery.accepted
    assert [message.recipients for message in sink.messages] == [(b"b@far.example",)] * 2
    assert sink.connections == 1


@pytest.mark.parametrize("letter", [THREE, envelope("a@far.example")])
async def test_all_refused_sends_no_content(letter: Envelope) -> None:
    async with RecordingSink(lmtp=True, faults={Phase.RCPT: b"550 5.1.1 nobody"}) as sink:
        delivery = await deliver(sink, letter, times=2)
    assert set(codes(delivery)) == {"550 5.1.1"}
    assert sink.messages == [] and sink.connections == 1


async def test_data_refused_speaks_for_those_who_were_accepted() -> None:
    async with RecordingSink(
        lmtp=True,
        recipient_replies={b"b@far.example": b"550 5.1.1 No such user"},
        faults={Phase.DATA: b"451 4.3.1 no room"},
    ) as sink:
        assert codes(await deliver(sink)) == ["451 4.3.1", "550 5.1.1", "451 4.3.1"]


async def test_a_drop_between_the_replies_leaves_the_rest_unknown() -> None:
    async with RecordingSink(lmtp=True, delivery_replies={b"b@far.example": b"421 4.3.2 Going"}) as sink:
        delivery = await deliver(sink)
    assert codes(delivery) == ["250 2.1.5", "451 4.3.2", "451 4.4.2"]
    assert not delivery.certain
    async with RecordingSink(lmtp=True, faults={Phase.DOT: DROP}) as sink:
        delivery = await deliver(sink)
    assert codes(delivery) == ["451 4.4.2"] * 3
    assert not delivery.certain


async def test_a_drop_at_rcpt_turns_nobody_elses_refusal_into_his() -> None:
    async with RecordingSink(lmtp=True, recipient_replies={b"b@far.example": b"421 4.3.2 Going"}) as sink:
        delivery = await deliver(sink)
    assert all(reply.temporary for reply in delivery.replies)
    assert delivery.certain
