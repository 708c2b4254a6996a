"""The SMTP and LMTP relay: a transaction over a pooled connection, and once more where the connection was stale."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from gatekeeper.mail.envelope import Envelope
from gatekeeper.relay.connection import Connection
from gatekeeper.relay.delivery import Delivery
from gatekeeper.relay.failure import NextHopFailure
from gatekeeper.relay.greeting import Greeter
from gatekeeper.relay.options import RelayOptions
from gatekeeper.relay.pool import Pool
from gatekeeper.relay.transaction import StaleConnection, Transaction
from gatekeeper.relay.url import Server


class ServerRelay:
    """A `Relay` to an SMTP or LMTP server."""

    def __init__(self, server: Server, options: RelayOptions) -> None:
        """Raises UsageError when the CA file cannot be read."""
        self._server = server
        self._options = options
        self._greeter = Greeter(server, options)
        self._pool = Pool(self._connect, options)
        self._down_until = 0.0

    async def deliver(self, envelope: Envelope, content: Sequence[bytes]) -> Delivery:
        """See `Relay.deliver`."""
        limits = self._options.limits
        loop = asyncio.get_running_loop()
        deadline = loop.time() + limits.delivery_seconds
        transaction = Transaction(self._server, limits, envelope, content, loop)
        try:
            lease = await self._pool.acquire(deadline)
            while True:
                try:
                    delivery = await transaction.run(lease, deadline)
                except StaleConnection:
                    lease = await self._pool.replace(lease, deadline)
                except BaseException:
                    self._pool.release(lease.connection, keep=False)
                    raise
                else:
                    self._pool.release(lease.connection, keep=transaction.keep)
                    self._down_until = 0.0
                    return delivery
        except NextHopFailure as failure:
            return Delivery.alike(failure.reply, envelope, next_hop=self._server.name, reason=failure.reason)

    @property
    def is_down(self) -> bool:
        """See `Relay.is_down`. One message that gets through says otherwise for all."""
        return self._down_until > 0.0 and asyncio.get_running_loop().time() < self._down_until

    @property
    def name(self) -> str:
        """Host and port, or the socket's path."""
        return self._server.name

    async def probe(self) -> str:
        """NOOP on an idle connection, else a new one as far as EHLO, beside the pool.

        With every connection at work the next hop is evidently there; a further one might be refused.
        """
        if self._pool.is_full_of_work:
            return ""
        deadline = asyncio.get_running_loop().time() + self._options.limits.probe_seconds
        connection = self._pool.idle_connection()
        if connection is not None and await self._answers_noop(connection, deadline):
            return ""
        try:
            fresh = await self._connect(deadline)
        except NextHopFailure as failure:
            return failure.reason or str(failure.reply)
        fresh.leave()
        return ""

    async def close(self) -> None:
        """See `Relay.close`."""
        await self._pool.close()

    async def _connect(self, deadline: float) -> Connection:
        try:
            connection = await self._greeter.connect(deadline)
        except NextHopFailure:
            self._down_until = asyncio.get_running_loop().time() + self._options.limits.down_seconds
            raise
        self._down_until = 0.0
        return connection

    async def _answers_noop(self, connection: Connection, deadline: float) -> bool:
        alive = False
        try:
            alive = (await connection.ask(b"NOOP\r\n", 1, deadline))[0].positive
        except NextHopFailure:
            pass
        finally:
            self._pool.release(connection, keep=alive)
        return alive
