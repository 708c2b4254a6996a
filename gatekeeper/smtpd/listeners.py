"""The listeners of one process: opened together, drained together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from typing import Any

from gatekeeper.smtpd.conversation import Conversation
from gatekeeper.smtpd.credentials import Authenticate
from gatekeeper.smtpd.dovecot import DovecotAuth
from gatekeeper.smtpd.introduction import HANDSHAKE_SECONDS
from gatekeeper.smtpd.options import ListenerOptions, host_and_port
from gatekeeper.smtpd.traffic import MostRecipients, OnError, Receive, Reception, Refused, Traffic, Unanswered
from gatekeeper.smtpd.users import PasswordFile

BACKLOG = 1024
DOVECOT = "dovecot:"


class Listeners:
    """Opens listeners, counts what goes on in them, and ends them so that no mail is half done."""

    def __init__(
        self,
        *,
        on_error: OnError,
        unanswered: Unanswered,
        on_refused: Refused | None = None,
        max_connections: int = 2000,
        max_body_octets: int = 512 * 2**20,
        on_sessions: Callable[[int], None] | None = None,
    ) -> None:
        """`on_sessions` hears how many connections are open, whenever that changes."""
        # aiosmtpd writes addresses at INFO and messages at DEBUG, whatever the level of our own log.
        for name in ("mail.log", "mail.debug"):
            logging.getLogger(name).disabled = True
        self.traffic = Traffic(
            max_connections=max_connections, max_body_octets=max_body_octets, on_connections=on_sessions
        )
        self._on_error = on_error
        self._unanswered = unanswered
        self._on_refused = on_refused or (lambda listener, client_address, reply: None)
        self._servers: list[asyncio.Server] = []

    @property
    def sessions(self) -> int:
        """Connections that are open now."""
        return len(self.traffic.connections)

    async def open(
        self, options: ListenerOptions, receive: Receive, *, most_recipients: MostRecipients | None = None
    ) -> tuple[str, int]:
        """Starts to listen; gives host and port. Raises OSError (port in use), UsageError (password file)."""
        loop = asyncio.get_running_loop()
        reception = Reception(
            receive=receive,
            authenticate=authenticator(options.users) if options.users else None,
            **({"most_recipients": most_recipients} if most_recipients is not None else {}),
            on_error=self._on_error,
            unanswered=self._unanswered,
            refused=self._on_refused,
        )
        tls = options.tls_context if options.implicit_tls else None
        handshake_seconds = HANDSHAKE_SECONDS if tls is not None else None

        def conversation() -> Conversation:
            return Conversation(options, self.traffic, reception, loop)

        how: dict[str, Any] = {"ssl": tls, "ssl_handshake_timeout": handshake_seconds, "backlog": BACKLOG}
        if options.socket is not None:
            server = await loop.create_server(conversation, sock=options.socket, **how)
        else:
            host, port = host_and_port(options.address)
            server = await loop.create_server(
                conversation, host or None, port, reuse_port=options.shared or None, **how
            )
        self._servers.append(server)
        name = server.sockets[0].getsockname()
        return (name[0], name[1]) if isinstance(name, tuple) else (str(name), 0)

    async def drain(self, seconds: float) -> bool:
        """Accepts nobody any more, tells idle clients 421 4.3.2, and lets messages under way finish.

        After `seconds` the rest is cut off. True when nothing was: then every message has its end.
        """
        self.traffic.draining = True
        for server in self._servers:
            server.close()
        for connection in tuple(self.traffic.connections):
            connection.drain()
        until = time.monotonic() + seconds
        while self.traffic.connections or self.traffic.receiving:
            left = until - time.monotonic()
            if left <= 0:
                break
            await asyncio.sleep(min(0.05, left))
        finished = not self.traffic.receiving and not any(
            connection.in_transaction for connection in self.traffic.connections
        )
        for connection in tuple(self.traffic.connections):
            connection.cut_off()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1.0):
                for server in self._servers:
                    await server.wait_closed()
        return finished


def authenticator(users: str) -> Authenticate:
    """What verifies credentials: Dovecot's socket for "dovecot:PATH", else the password file. Raises UsageError."""
    if users.startswith(DOVECOT):
        return DovecotAuth(users[len(DOVECOT) :]).verify
    return PasswordFile(users).verify
