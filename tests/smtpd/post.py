"""A listener on a free port, what it received, and a client that speaks octet by octet."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.smtpd.listeners import Listeners
from gatekeeper.smtpd.options import ListenerOptions, networks

LOCAL = networks("127.0.0.0/8")


class Client:
    """One connection to a listener, without any library's idea of SMTP."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def reply(self) -> str:
        """The next reply, its lines joined by newlines; "" at the end of the connection."""
        lines: list[str] = []
        while True:
            line = await asyncio.wait_for(self.reader.readline(), 10)
            lines.append(line.decode("ascii").rstrip("\r\n"))
            if line[3:4] != b"-":
                return "\n".join(lines)

    def send(self, octets: bytes) -> None:
        self.writer.write(octets)

    async def says(self, line: str | bytes) -> str:
        """Sends one line and gives the reply to it."""
        self.send((line.encode() if isinstance(line, str) else line) + b"\r\n")
        return await self.reply()

    async def in_data(self, *recipients: str, mail: str = "MAIL FROM:<ann@example.org>") -> None:
        """Goes as far as 354."""
        assert (await self.says(mail)).startswith("250")
        for recipient in recipients or ("bob@example.net",):
            assert (await self.says(f"RCPT TO:<{recipient}>")).startswith("250")
        assert (await self.says("DATA")).startswith("354")

    async def is_closed(self) -> bool:
        return await asyncio.wait_for(self.reader.read(), 10) == b""

    async def start_tls(self, context: ssl.SSLContext) -> None:
        assert (await self.says("STARTTLS")).startswith("220")
        await self.writer.start_tls(context, server_hostname="gate.example")

    def close(self) -> None:
        self.writer.close()

    def reset(self) -> None:
        """Ends the connection with a reset, as a host that has lost it does."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()

    def abort(self) -> None:
        # asyncio forgets the TLS of a transport that was closed: aborting it again fails.
        if not self.writer.transport.is_closing():
            self.writer.transport.abort()


@dataclass
class Post:
    """A listener for a test, and all that its callbacks were told."""

    received: list[tuple[Session, Envelope, bytes]] = field(default_factory=list)
    errors: list[tuple[str, BaseException]] = field(default_factory=list)
    unanswered: list[tuple[Session, Envelope, bytes, tuple[Reply, ...]]] = field(default_factory=list)
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    replies: tuple[Reply, ...] = (Reply.of(250, "2.0.0", "Ok: queued"),)
    before_reply: Callable[[], Awaitable[None]] | None = None
    listeners: Listeners = field(init=False)
    host: str = ""
    port: int = 0
    clients: list[Client] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.listeners = self.new_listeners()

    def new_listeners(self, **bounds: Any) -> Listeners:
        return Listeners(
            on_error=lambda where, error: self.errors.append((where, error)),
            unanswered=lambda *message: self.unanswered.append(message),
            on_refused=lambda *refusal: self.refused.append(refusal),
            **bounds,
        )

    async def receive(self, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
        if self.before_reply is not None:
            await self.before_reply()
        self.received.append((session, envelope, content))
        return self.replies

    async def open(self, *, most_recipients: Callable[[str], int] | None = None, **options: Any) -> None:
        options.setdefault("trusted", LOCAL)
        given = ListenerOptions(name="test", hostname="gate.example", **options)
        self.host, self.port = await self.listeners.open(given, self.receive, most_recipients=most_recipients)

    async def client(self, *, hello: str | None = "EHLO client.example", **how: Any) -> Client:
        """A client that has read the greeting and said `hello`."""
        reader, writer = await asyncio.open_connection(self.host, self.port, **how)
        client = Client(reader, writer)
        self.clients.append(client)
        if hello is not None:
            assert (await client.reply()).startswith("220")
            assert (await client.says(hello)).startswith("250")
        return client
