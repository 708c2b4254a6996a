"""Postfix's smtp-sink as the next hop, with its faults switched on."""

from __future__ import annotations

import asyncio

import pytest

from gatekeeper.relay import TimeLimits, open_relay
from tests.relay.letters import NOTE, PATIENT, envelope, options
from tests.servers import smtp_sink

pytestmark = pytest.mark.asyncio

PHASES = ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."]


async def outcomes(port: int, *, count: int = 1, scheme: str = "smtp", **changes: object) -> set[str]:
    relay = open_relay(f"{scheme}://127.0.0.1:{port}", options(**{"limits": PATIENT, **changes}))
    deliveries = await asyncio.gather(*(relay.deliver(envelope(), (NOTE,)) for _ in range(count)))
    await relay.close()
    return {
        f"{reply.code} {reply.enhanced}{'' if delivery.certain else ' unknown'}"
        for delivery in deliveries
        for reply in delivery.replies
    }


@pytest.mark.parametrize(("scheme", "expected"), [("smtp", "250 2.0.0"), ("lmtp", "250 2.2.0")])
async def test_five_hundred_messages(scheme: str, expected: str) -> None:
    with smtp_sink(lmtp=scheme == "lmtp") as port:
        assert await outcomes(port, count=500, scheme=scheme) == {expected}


@pytest.mark.parametrize("flags", [("-p",), ("-8",), ("-N",), ("-e",), ("-E",)])
async def test_a_next_hop_that_knows_less(flags: tuple[str, ...]) -> None:
    with smtp_sink(*flags) as port:
        assert await outcomes(port, count=10) == {"250 2.0.0"}


@pytest.mark.parametrize("phase", PHASES)
async def test_hard_refusals(phase: str) -> None:
    # The greeting is about us; EHLO falls back to HELO; the rest is about the message.
    expected = {"CONNECT": "451 4.3.0", "EHLO": "250 2.0.0"}.get(phase, "500 5.3.0")
    with smtp_sink("-f", phase) as port:
        assert await outcomes(port, count=3) == {expected}


@pytest.mark.parametrize("phase", PHASES)
async def test_soft_refusals(phase: str) -> None:
    with smtp_sink("-r", phase) as port:
        assert await outcomes(port, count=3) == {"450 4.3.0"}


@pytest.mark.parametrize("phase", PHASES)
async def test_disconnects(phase: str) -> None:
    expected = "451 4.4.2 unknown" if phase == "." else "451 4.4.2"
    with smtp_sink("-q", phase) as port:
        assert await outcomes(port, count=3) == {expected}


@pytest.mark.parametrize("phase", PHASES)
async def test_421_and_disconnect(phase: str) -> None:
    with smtp_sink("-Q", phase) as port:
        found = await outcomes(port, count=3)
    assert all(outcome.startswith("451 4.") and "unknown" not in outcome for outcome in found)


@pytest.mark.parametrize("phase", PHASES)
async def test_silence(phase: str) -> None:
    expected = "451 4.4.2 unknown" if phase == "." else "451 4.4.1"
    # Without -p it answers the commands behind a delayed one first.
    with smtp_sink("-p", "-W", f"{phase}:5") as port:
        assert await outcomes(port, limits=TimeLimits(delivery_seconds=0.5)) == {expected}


async def test_abort_in_the_content_and_late_reading() -> None:
    with smtp_sink("-A", "0") as port:
        (outcome,) = await outcomes(port)
        assert outcome.startswith(("550 5.", "500 5.", "451 4.4.2"))
    with smtp_sink("-H", "1") as port:
        assert await outcomes(port) == {"250 2.0.0"}


@pytest.mark.parametrize("flag", ["-q", "-Q", "-f"])
async def test_trouble_at_quit_is_no_trouble(flag: str) -> None:
    with smtp_sink(flag, "QUIT") as port:
        assert await outcomes(port, count=20) == {"250 2.0.0"}
