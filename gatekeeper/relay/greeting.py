"""The greeting: from a socket to a connection that is ready for MAIL (connect, EHLO, STARTTLS, AUTH)."""

from __future__ import annotations

import asyncio
import base64
import ssl

from gatekeeper.errors import UsageError
from gatekeeper.relay.answer import Answer
from gatekeeper.relay.capabilities import NO_CAPABILITIES, capabilities_of
from gatekeeper.relay.connection import Connection
from gatekeeper.relay.failure import NextHopDropped, NextHopFailure, NextHopMisconfigured, NextHopSilent
from gatekeeper.relay.options import RelayOptions, Tls
from gatekeeper.relay.url import Server

NO_EHLO = (500, 501, 502, 503, 504, 550)
"""How servers say that they do not know EHLO (RFC 5321 3.2)."""


class _TlsFailed(Exception):
    """The handshake went wrong; where TLS is only opportunistic, the next attempt goes without."""


class Greeter:
    """Opens connections to one server. Holds the TLS context, which is dear to make."""

    def __init__(self, server: Server, options: RelayOptions) -> None:
        """Raises UsageError when the CA file cannot be read."""
        self.server = server
        self.options = options
        self._verifies = self._must_verify()
        self._context = self._tls_context()

    async def connect(self, deadline: float) -> Connection:
        """A connection ready for MAIL. Raises NextHopFailure."""
        try:
            return await self._greeted(deadline, starttls=self.options.tls is not Tls.NEVER)
        except _TlsFailed as error:
            # RFC 7435: opportunistic encryption that fails is worth as much as none.
            if self.options.tls is Tls.REQUIRED or self._verifies or self.server.implicit_tls:
                raise NextHopMisconfigured(f"TLS with the next hop failed: {error}") from error
        return await self._greeted(deadline, starttls=False)

    async def _greeted(self, deadline: float, *, starttls: bool) -> Connection:
        connection = await self._open(deadline)
        try:
            limits = self.options.limits
            greeting = await self._ask(connection, b"", limits.greeting_seconds, deadline)
            _expect(greeting, 220, "greeting")
            await self._introduce(connection, deadline)
            if starttls and not connection.encrypted:
                await self._encrypt(connection, deadline)
            if self.server.user:
                await self._authenticate(connection, deadline)
        except BaseException:
            connection.abort()
            raise
        return connection

    async def _open(self, deadline: float) -> Connection:
        loop = asyncio.get_running_loop()
        server = self.server
        limit = min(deadline, loop.time() + self.options.limits.connect_seconds)
        try:
            async with asyncio.timeout_at(limit):
                if server.socket_path:
                    _, connection = await loop.create_unix_connection(Connection, server.socket_path)
                elif server.implicit_tls:
                    _, connection = await loop.create_connection(
                        Connection, server.host, server.port, ssl=self._context, server_hostname=server.host
                    )
                else:
                    _, connection = await loop.create_connection(Connection, server.host, server.port)
        except ssl.SSLError as error:
            raise _TlsFailed(str(error)) from error
        except (OSError, UnicodeError) as error:
            # TimeoutError is an OSError; UnicodeError comes from IDNA.
            raise NextHopSilent(f"cannot connect: {error or 'timed out'}") from error
        return connection

    async def _introduce(self, connection: Connection, deadline: float) -> None:
        name = self.options.hostname.encode("idna" if not self.options.hostname.isascii() else "ascii")
        seconds = self.options.limits.command_seconds
        verb = b"LHLO" if self.server.lmtp else b"EHLO"
        answer = await self._ask(connection, verb + b" " + name + b"\r\n", seconds, deadline)
        if answer.code == 250:
            connection.capabilities = capabilities_of(answer.lines)
            return
        if answer.code in NO_EHLO and not self.server.lmtp:
            answer = await self._ask(connection, b"HELO " + name + b"\r\n", seconds, deadline)
        _expect(answer, 250, verb.decode())
        connection.capabilities = NO_CAPABILITIES

    async def _encrypt(self, connection: Connection, deadline: float) -> None:
        if not connection.capabilities.starttls:
            if self.options.tls is Tls.REQUIRED:
                raise NextHopMisconfigured("the next hop offers no STARTTLS, and TLS is required")
            return
        seconds = self.options.limits.command_seconds
        answer = await self._ask(connection, b"STARTTLS\r\n", seconds, deadline)
        if answer.code != 220:
            raise _TlsFailed(str(answer))
        limit = min(deadline, asyncio.get_running_loop().time() + seconds)
        try:
            await connection.start_tls(self._context, self.server.host or "localhost", limit)
        except OSError as error:
            raise _TlsFailed(str(error) or "no answer") from error
        await self._introduce(connection, deadline)

    async def _authenticate(self, connection: Connection, deadline: float) -> None:
        """AUTH PLAIN, else LOGIN (RFC 4954 4, RFC 4616)."""
        server, offered = self.server, connection.capabilities.auth
        if not (connection.encrypted or server.is_local or self.options.password_without_tls):
            raise NextHopMisconfigured("the next hop offers no TLS, and the password is not sent in the clear")
        name, password = server.user.encode(), server.password.encode()
        if "PLAIN" in offered:
            dialog = [b"AUTH PLAIN " + base64.b64encode(b"\0" + name + b"\0" + password)]
        elif "LOGIN" in offered:
            dialog = [b"AUTH LOGIN", base64.b64encode(name), base64.b64encode(password)]
        else:
            raise NextHopMisconfigured(f"the next hop offers neither AUTH PLAIN nor LOGIN, but {sorted(offered)}")
        for line in dialog:
            answer = await self._ask(connection, line + b"\r\n", self.options.limits.command_seconds, deadline)
            if answer.code != 334:
                break
        if answer.code != 235:
            raise NextHopMisconfigured(f"AUTH at the next hop failed: {answer}")

    async def _ask(self, connection: Connection, octets: bytes, seconds: float, deadline: float) -> Answer:
        limit = min(deadline, asyncio.get_running_loop().time() + seconds)
        return (await connection.ask(octets, 1, limit))[0]

    def _must_verify(self) -> bool:
        if self.options.verify_certificate is not None:
            return self.options.verify_certificate
        protects_password = bool(self.server.user) and not self.server.is_local
        return self.options.tls is Tls.REQUIRED or self.server.implicit_tls or protects_password

    def _tls_context(self) -> ssl.SSLContext:
        try:
            context = ssl.create_default_context(cafile=self.options.ca_file or None)
        except OSError as error:
            raise UsageError(f"the next hop's CA file {self.options.ca_file} cannot be read: {error}") from error
        if not self._verifies:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context


def _expect(answer: Answer, code: int, what: str) -> None:
    """Its 4yz is passed on; its 5yz is about us, not about the message: an admin must look (451 4.3.0)."""
    if answer.code == code:
        return
    if 400 <= answer.code < 500:
        raise NextHopFailure(f"{what} refused: {answer}", reply=answer.reply())
    if answer.code >= 500:
        raise NextHopMisconfigured(f"{what} refused: {answer}")
    raise NextHopDropped(f"{what} answered with {answer}")
