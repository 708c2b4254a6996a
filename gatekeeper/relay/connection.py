"""A connection to the next hop: octets out, answers in, one dialog at a time."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import cast

from gatekeeper.relay.answer import Answer, AnswerReader, Garbled
from gatekeeper.relay.capabilities import NO_CAPABILITIES, Capabilities
from gatekeeper.relay.failure import NextHopDropped, NextHopSilent

BLOCK_OCTETS = 256 * 1024
"""Content is written in blocks of this size, waiting between them for the next hop to read."""
QUIT_SECONDS = 2.0
"""How long a connection that said QUIT is kept for its 221."""


class Connection(asyncio.Protocol):
    """One connection. `answers` are those that came and were not taken yet.

    Whoever uses it owns it alone until he gives it back; every wait has a deadline, and any failure or
    cancellation leaves it unusable.
    """

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.capabilities: Capabilities = NO_CAPABILITIES
        self.messages = 0
        self.idle_since = 0.0
        self.encrypted = False
        self.on_gone: Callable[[Connection], None] | None = None
        """Called when an idle connection is closed by the next hop or says something unasked."""
        self._transport: asyncio.Transport | None = None
        self._loop = asyncio.get_running_loop()
        self._reader = AnswerReader()
        self._broken = ""
        self._wanted = 0
        self._answered: asyncio.Future[bool] | None = None
        self._writable: asyncio.Future[bool] | None = None
        self._write_paused = False
        self._leaving: asyncio.TimerHandle | None = None
        self._waited_for: asyncio.Future[bool] | None = None
        self._due = 0.0
        self._watch: asyncio.TimerHandle | None = None
        self._closed = self._loop.create_future()

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are no subclass of asyncio.Transport.
        self._transport = cast(asyncio.Transport, transport)
        sock = transport.get_extra_info("socket")
        if sock is not None and sock.family in (socket.AF_INET, socket.AF_INET6):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.encrypted = transport.get_extra_info("ssl_object") is not None

    def data_received(self, data: bytes) -> None:
        if self._leaving is not None:
            self.abort()
            return
        if self._broken:
            return
        try:
            self.answers += self._reader.feed(data)
        except Garbled as error:
            self._fail(str(error))
            return
        if self._wanted and len(self.answers) >= self._wanted:
            self._wake(self._answered)
        elif not self._wanted and self.on_gone is not None:
            self._fail("unasked reply")
        if self._writable is not None:
            # The content is still being written: whoever writes it must see this answer.
            self._wake(self._writable)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
        if self._watch is not None:
            self._watch.cancel()
        self._fail(f"connection lost: {type(exc).__name__}" if exc is not None else "connection closed")
        self._wake(self._closed)

    def eof_received(self) -> bool:
        self._fail("connection closed")
        return False

    def pause_writing(self) -> None:
        self._write_paused = True

    def resume_writing(self) -> None:
        self._write_paused = False
        self._wake(self._writable)

    # What the dialog calls.

    @property
    def usable(self) -> bool:
        """Whether a new transaction may begin, by all that was read so far: open, and every answer taken.

        What comes unasked in this turn of the loop is not seen here. A goodbye then shows as a stale connection, and
        an answer too many at DATA, whose 354 nothing else can be.
        """
        if self._broken or self._transport is None or self._transport.is_closing():
            return False
        return self._reader.is_between_answers and not self.answers

    async def ask(self, octets: bytes, count: int, deadline: float) -> list[Answer]:
        """Send commands and take `count` answers, waiting until `deadline` (loop time).

        Raises NextHopDropped or NextHopSilent; those answers that did come are then left in `answers`.
        """
        if octets and not self._broken:
            self._write(octets)
        if len(self.answers) < count:
            if self._broken:
                raise NextHopDropped(self._broken)
            self._wanted = count
            self._answered = self._loop.create_future()
            try:
                await self._sleep(self._answered, deadline, "no answer")
            finally:
                self._wanted = 0
            if len(self.answers) < count:
                raise NextHopDropped(self._broken)
        taken, self.answers = self.answers[:count], self.answers[count:]
        return taken

    async def tell(self, pieces: Iterable[bytes], block_seconds: float, deadline: float) -> bool:
        """Write all pieces at the pace of the next hop.

        False when the next hop answers before the last block: the rest is then not written. Raises as `ask` does.
        """
        for piece in pieces:
            view = memoryview(piece)
            for start in range(0, len(view), BLOCK_OCTETS):
                while self._write_paused and not self._broken and not self.answers:
                    self._writable = self._loop.create_future()
                    limit = min(deadline, self._loop.time() + block_seconds)
                    await self._sleep(self._writable, limit, "the next hop does not read")
                    self._writable = None
                if self._broken:
                    raise NextHopDropped(self._broken)
                if self.answers:
                    return False
                self._write(view[start : start + BLOCK_OCTETS])
        if self._broken and not self.answers:
            raise NextHopDropped(self._broken)
        return not self.answers

    async def start_tls(self, context: ssl.SSLContext, server_name: str, deadline: float) -> None:
        """Encrypt from here on. Raises ssl.SSLError, OSError or TimeoutError.

        Answers that came in the clear after the 220 would count as said under TLS: that is refused
        (RFC 3207 4.2, the injection of CVE-2011-0411).
        """
        assert self._transport is not None
        if not self._reader.is_between_answers or self.answers:
            raise ssl.SSLError("data in the clear after the reply to STARTTLS")
        async with asyncio.timeout_at(deadline):
            transport = await self._loop.start_tls(self._transport, self, context, server_hostname=server_name)
        if transport is None:
            raise ConnectionError("closed during the TLS handshake")
        self._transport = transport
        self.encrypted = True

    def rest(self) -> None:
        """Nobody uses it from now on."""
        self.idle_since = self._loop.time()

    def leave(self) -> None:
        """Say QUIT and close, without making anybody wait for the answer."""
        self.on_gone = None
        if self._broken or self._transport is None or self._transport.is_closing():
            self.abort()
            return
        self._write(b"QUIT\r\n")
        self._broken = "left"
        self._leaving = self._loop.call_later(QUIT_SECONDS, self.abort)

    def abort(self) -> None:
        """Close at once, without QUIT."""
        self.on_gone = None
        self._broken = self._broken or "given up"
        if self._transport is not None:
            self._transport.abort()

    async def closed(self) -> None:
        """Return when the connection is gone."""
        await asyncio.shield(self._closed)

    def _write(self, octets: bytes | memoryview) -> None:
        assert self._transport is not None
        self._transport.write(octets)

    async def _sleep(self, future: asyncio.Future[bool], deadline: float, silence: str) -> None:
        """Wait for `future`. NextHopSilent at `deadline`; after that or a cancellation the connection is dead."""
        self._waited_for, self._due = future, deadline
        # One timer stays and looks at the deadline when it fires: one for each wait costs more than the wait's answer.
        if self._watch is None or self._watch.when() > deadline:
            self._set_watch(deadline)
        try:
            timed_out = await future
        except BaseException:
            self._fail("given up")
            raise
        finally:
            self._waited_for = None
        if timed_out:
            self._fail("given up")
            # Raised here, not set in the future: a future that we hold would keep it, it our frame, and that the
            # message, until the collector comes. Messages of 25 MB came to more than a gigabyte by then.
            raise NextHopSilent(silence)

    def _set_watch(self, at: float) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._watch = self._loop.call_at(at, self._look)

    def _look(self) -> None:
        """The watch has come: whoever waits is woken if his deadline is over, else looked at again then."""
        self._watch = None
        if self._waited_for is None:
            return
        if self._due <= self._loop.time():
            self._wake(self._waited_for, timed_out=True)
        else:
            self._set_watch(self._due)

    def _fail(self, reason: str) -> None:
        """The connection is of no use any more; whoever waits is told."""
        if not self._broken:
            self._broken = reason
        self._wake(self._answered)
        self._wake(self._writable)
        gone, self.on_gone = self.on_gone, None
        if self._transport is not None:
            self._transport.abort()
        if gone is not None:
            gone(self)

    @staticmethod
    def _wake(future: asyncio.Future[bool] | None, timed_out: bool = False) -> None:
        if future is not None and not future.done():
            future.set_result(timed_out)
