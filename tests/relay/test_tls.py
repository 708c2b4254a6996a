"""STARTTLS, implicit TLS and AUTH with the next hop."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
import trustme

from gatekeeper.relay import Delivery, Tls, open_relay
from tests.relay.letters import NOTE, PATIENT, envelope, options
from tests.servers import DROP, Fault, Phase, RecordingSink

pytestmark = pytest.mark.asyncio

CA = trustme.CA()


def server_context(name: str = "127.0.0.1") -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    CA.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def ca_file(tmp_path: Path) -> str:
    path = tmp_path / "ca.pem"
    CA.cert_pem.write_to_path(path)
    return str(path)


async def deliver(sink: RecordingSink, url: str = "smtp://127.0.0.1:{}", **changes: object) -> Delivery:
    relay = open_relay(url.format(sink.port), options(**changes))
    first = await relay.deliver(envelope(), (NOTE,))
    if first.accepted:
        assert (await relay.deliver(envelope(), (NOTE,))).accepted, "and again over the same connection"
        assert sink.connections == 1
    await relay.close()
    return first


async def test_starttls_is_used_where_offered_without_asking_who_it_is() -> None:
    async with RecordingSink(tls=server_context("elsewhere.example")) as sink:
        assert (await deliver(sink)).accepted
    assert all(message.tls and message.content == NOTE for message in sink.messages)


async def test_a_required_certificate_is_verified(ca_file: str) -> None:
    async with RecordingSink(tls=server_context()) as sink:
        assert (await deliver(sink, tls=Tls.REQUIRED, ca_file=ca_file)).accepted
    async with RecordingSink(tls=server_context()) as sink:
        delivery = await deliver(sink, tls=Tls.REQUIRED)
        assert (delivery.replies[0].code, delivery.replies[0].enhanced) == (451, "4.3.0")
        assert "certificate" in delivery.reason
    async with RecordingSink(tls=server_context("elsewhere.example")) as sink:
        assert not (await deliver(sink, tls=Tls.OFFERED, verify_certificate=True, ca_file=ca_file)).accepted
    async with RecordingSink(tls=server_context("elsewhere.example")) as sink:
        assert (await deliver(sink, tls=Tls.REQUIRED, verify_certificate=False)).accepted


async def test_required_tls_that_is_not_offered_sends_nothing() -> None:
    async with RecordingSink() as sink:
        delivery = await deliver(sink, tls=Tls.REQUIRED)
    assert delivery.replies[0].enhanced == "4.3.0"
    assert "no STARTTLS" in delivery.reason
    assert not any(command.startswith(b"MAIL") for command in sink.commands)


async def test_tls_is_never_used_where_so_configured() -> None:
    async with RecordingSink(tls=server_context()) as sink:
        assert (await deliver(sink, tls=Tls.NEVER)).accepted
    assert not sink.messages[0].tls


@pytest.mark.parametrize("fault", [b"454 4.7.0 TLS not available", b"501 5.5.4 no"])
async def test_opportunistic_tls_that_fails_goes_on_in_the_clear(fault: Fault) -> None:
    async with RecordingSink(tls=server_context(), faults={Phase.STARTTLS: fault}) as sink:
        relay = open_relay(f"smtp://127.0.0.1:{sink.port}", options())
        assert (await relay.deliver(envelope(), (NOTE,))).accepted
        await relay.close()
    async with RecordingSink(tls=server_context(), faults={Phase.STARTTLS: fault}) as sink:
        assert (await deliver(sink, tls=Tls.REQUIRED, verify_certificate=False)).replies[0].enhanced == "4.3.0"


async def test_a_drop_at_starttls_is_temporary() -> None:
    async with RecordingSink(tls=server_context(), faults={Phase.STARTTLS: DROP}) as sink:
        assert (await deliver(sink)).replies[0].enhanced == "4.4.2"


async def test_replies_injected_before_the_handshake_are_refused() -> None:
    injected = b"220 go ahead\r\n250 injected"
    async with RecordingSink(tls=server_context(), faults={Phase.STARTTLS: injected}) as sink:
        delivery = await deliver(sink, tls=Tls.REQUIRED, verify_certificate=False)
    assert delivery.replies[0].enhanced == "4.3.0"
    assert "in the clear" in delivery.reason


async def test_smtps(ca_file: str) -> None:
    async with RecordingSink(tls=server_context(), implicit_tls=True) as sink:
        assert (await deliver(sink, "smtps://127.0.0.1:{}", ca_file=ca_file)).accepted
        assert sink.messages[0].tls
        assert (await deliver(sink, "smtps://127.0.0.1:{}")).replies[0].enhanced == "4.3.0"


@pytest.mark.parametrize("mechanisms", [("PLAIN", "LOGIN"), ("LOGIN",), ("CRAM-MD5", "PLAIN")])
async def test_auth(mechanisms: tuple[str, ...]) -> None:
    async with RecordingSink(users={"gate@home.example": "pass word/é"}, mechanisms=mechanisms) as sink:
        delivery = await deliver(sink, "smtp://gate%40home.example:pass%20word%2F%C3%A9@127.0.0.1:{}")
    assert delivery.accepted
    assert sink.messages[0].login == "gate@home.example"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda sink: setattr(sink, "users", {"gate": "other"}), "AUTH at the next hop failed"),
        (lambda sink: setattr(sink, "mechanisms", ("GSSAPI",)), "neither AUTH PLAIN nor LOGIN"),
        (lambda sink: setattr(sink, "faults", {Phase.AUTH: b"454 4.7.0 later"}), "AUTH at the next hop failed"),
    ],
)
async def test_failed_auth_is_our_admins_work(change: Callable[[RecordingSink], None], reason: str) -> None:
    async with RecordingSink(users={"gate": "secret"}) as sink:
        change(sink)
        delivery = await deliver(sink, "smtp://gate:secret@127.0.0.1:{}")
    assert (delivery.replies[0].code, delivery.replies[0].enhanced) == (451, "4.3.0")
    assert reason in delivery.reason and "secret" not in delivery.reason


async def test_great_messages_over_tls(ca_file: str) -> None:
    content = NOTE + b"line\r\n.dot\r\n" * 50_000
    async with RecordingSink(tls=server_context()) as sink:
        relay = open_relay(f"smtp://127.0.0.1:{sink.port}", options(max_connections=5, ca_file=ca_file, limits=PATIENT))
        deliveries = await asyncio.gather(*(relay.deliver(envelope(), (content,)) for _ in range(20)))
        await relay.close()
    assert all(delivery.accepted for delivery in deliveries)
    assert all(message.tls and message.content == content for message in sink.messages)
