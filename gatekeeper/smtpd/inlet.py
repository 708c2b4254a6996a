"""What a client sent and nobody has read yet: lines for the commands, pieces for a body."""

from __future__ import annotations

import asyncio

MAX_WAITING_OCTETS = 65_536
"""Beyond this the client is not read from until somebody takes what waits."""
MAX_LINE_OCTETS = 12_288
"""RFC 4954 4 asks for 12,288 octets in an AUTH exchange; the other commands are held to less."""


class LineTooLong(Exception):
    """A line beyond MAX_LINE_OCTETS; it has been thrown away to its end."""


class Inlet:
    """The octets that wait. They lie in one `bytes` with a mark: what comes in one piece is never copied.

    The three `read...` methods are the reader that aiosmtpd's PROXY handshake wants.
    """

    __slots__ = ("_loop", "_mark", "_octets", "_paused", "_skipping", "_transport", "_waiter", "ended")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._octets = b""
        self._mark = 0
        self._waiter: asyncio.Future[None] | None = None
        self._paused = False
        self._skipping = False
        self.ended = False
        """Nothing more will come; what waits may still be taken."""

    def attach(self, transport: asyncio.Transport) -> None:
        """From now on octets come from `transport`."""
        self._transport = transport
        self._paused = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return self._mark >= len(self._octets)

    def add(self, octets: bytes) -> None:
        """Takes what has arrived, and wakes nobody."""
        if self._mark < len(self._octets):
            self._octets = self._octets[self._mark :] + octets
        else:
            self._octets = octets
        self._mark = 0

    def feed(self, octets: bytes) -> None:
        """Takes what has arrived, and wakes who waits for it."""
        self.add(octets)
        if self._waiter is not None:
            self.wake()
        elif len(self._octets) > MAX_WAITING_OCTETS and not self._paused and self._transport is not None:
            self._paused = True
            self._transport.pause_reading()

    def end(self) -> None:
        """Says that nothing more comes."""
        self.ended = True
        self.wake()

    def wake(self) -> None:
        """Ends the wait of whoever waits for more."""
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    async def more(self) -> None:
        """Waits until something has arrived or the end has come."""
        if self.ended:
            return
        if self._paused and self._transport is not None:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def line(self) -> bytes | None:
        """The next line without its CR LF; None where there is no whole one. Only CR LF ends a line.

        Raises LineTooLong once the end of a line that was too long has come.
        """
        end = self._octets.find(b"\r\n", self._mark)
        if end < 0:
            if len(self._octets) - self._mark > MAX_LINE_OCTETS:
                # The CR may be the first half of this line's end.
                self._skipping = True
                self._mark = len(self._octets) - (1 if self._octets.endswith(b"\r") else 0)
            return None
        line = self._octets[self._mark : end]
        self._mark = end + 2
        if self._skipping or len(line) > MAX_LINE_OCTETS:
            self._skipping = False
            raise LineTooLong
        return line

    def take(self) -> bytes:
        """All that waits."""
        octets = self._octets[self._mark :] if self._mark else self._octets
        self._octets, self._mark = b"", 0
        return octets

    def put_back(self, octets: bytes) -> None:
        """Returns what was taken and not used; nothing else may wait."""
        self._octets, self._mark = octets, 0

    async def read(self, n: int = -1) -> bytes:
        """At most `n` octets, at least one; b"" at the end."""
        while self._mark >= len(self._octets) and not self.ended:
            await self.more()
        octets = self.take()
        if 0 <= n < len(octets):
            self.put_back(octets[n:])
        return octets[:n] if n >= 0 else octets

    async def readexactly(self, n: int) -> bytes:
        """`n` octets. Raises IncompleteReadError at the end."""
        while len(self._octets) - self._mark < n:
            if self.ended:
                raise asyncio.IncompleteReadError(self.take(), n)
            await self.more()
        return await self.read(n)

    async def readuntil(self, separator: bytes = b"\n") -> bytes:
        """All up to and with `separator`. Raises IncompleteReadError, LimitOverrunError."""
        while (end := self._octets.find(separator, self._mark)) < 0:
            if self.ended:
                raise asyncio.IncompleteReadError(self.take(), None)
            if len(self._octets) - self._mark > MAX_LINE_OCTETS:
                raise asyncio.LimitOverrunError("no separator", MAX_LINE_OCTETS)
            await self.more()
        return await self.read(end - self._mark + len(separator))
