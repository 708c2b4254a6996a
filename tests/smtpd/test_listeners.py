"""How listeners open, and that they keep quiet."""

from __future__ import annotations

import logging
import socket
import ssl

import pytest

from gatekeeper.errors import UsageError
from gatekeeper.smtpd.options import ListenerOptions, host_and_port, networks, within
from tests.smtpd.post import LOCAL, Post


@pytest.mark.asyncio
async def test_a_port_in_use_is_an_error_at_once(post: Post) -> None:
    await post.open()
    with pytest.raises(OSError, match="in use"):
        await post.open(address=f"127.0.0.1:{post.port}")


@pytest.mark.asyncio
async def test_a_socket_may_be_passed_in(post: Post) -> None:
    raw = socket.create_server(("127.0.0.1", 0))
    port = raw.getsockname()[1]
    await post.open(socket=raw)
    assert post.port == port
    await post.client()


@pytest.mark.asyncio
@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
async def test_ipv6(post: Post) -> None:
    try:
        await post.open(address="[::1]:0", trusted=networks("::1"))
    except OSError:
        pytest.skip("no IPv6 loopback here")
    client = await post.client()
    await client.in_data()
    await client.says(".")
    assert post.received[0][0].peer_address == "::1"


@pytest.mark.asyncio
async def test_a_missing_password_file_stops_the_start(post: Post) -> None:
    with pytest.raises(UsageError):
        await post.open(users="/nonexistent/users", auth_without_tls=True)


@pytest.mark.asyncio
async def test_no_address_gets_into_a_log(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await post.open()
    client = await post.client()
    await client.in_data()
    await client.says("Subject: secret\r\n.")
    assert "example.org" not in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.asyncio
async def test_replies_are_not_held_back_by_the_kernel(post: Post) -> None:
    await post.open()
    await post.client()
    [connection] = post.listeners.traffic.connections
    assert connection.transport is not None
    raw = connection.transport.get_extra_info("socket")
    assert raw.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_what_cannot_work_is_said_at_once() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    for options in (
        {"implicit_tls": True},
        {"proxy_protocol": True},
        {"proxy_protocol": True, "identity_from": LOCAL, "implicit_tls": True, "tls_context": context},
        {"users": "users"},
        {"address": "25"},
        {"address": "::1:25"},
        {"address": "localhost:smtp"},
        {"address": "localhost:99999"},
    ):
        with pytest.raises(ValueError):
            ListenerOptions(name="test", **options)  # type: ignore[arg-type]  # one wrong thing at a time


def test_addresses_and_networks() -> None:
    assert host_and_port("[::1]:25") == ("::1", 25)
    assert within("192.0.2.7", networks("192.0.2.0/24", "2001:db8::/32"))
    assert within("::ffff:192.0.2.7", networks("192.0.2.0/24"))
    assert within("2001:db8::1%eth0", networks("2001:db8::/32"))
    assert not within("198.51.100.1", networks("192.0.2.0/24"))
    assert not within("", networks("0.0.0.0/0"))
    assert not within("nonsense", networks("0.0.0.0/0"))
