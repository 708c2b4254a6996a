"""A lean next hop: keeps how often each Message-ID was delivered, and nothing else."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from types import TracebackType
from typing import Self, cast

_MESSAGE_ID = re.compile(rb"^message-id:[ \t]*(<[^>\r\n]*>)", re.IGNORECASE | re.MULTILINE)
_END = b"\r\n.\r\n"
_EHLO = b"250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n"


class CountingSink:
    """An SMTP server that says yes to everything. `delivered` counts Message-IDs whose final dot it has read."""

    def __init__(self, port: int = 0) -> None:
        """`port` 0: any free one."""
        self.delivered: Counter[str] = Counter()
        self.port = port
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Dialog(self), "127.0.0.1", self.port, backlog=1_000)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()


class _Dialog(asyncio.Protocol):
    def __init__(self, sink: CountingSink) -> None:
        self._sink = sink
        self._waiting = b""
        self._in_data = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(b"220 sink.example ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        replies: list[bytes] = []
        while self._waiting:
            if self._in_data:
                # The line before the content ended with CRLF: a lone dot would end an empty message.
                end = self._waiting.find(_END)
                if end < 0:
                    break
                found = _MESSAGE_ID.search(self._waiting, 0, end)
                self._sink.delivered[found[1].decode("ascii") if found else ""] += 1
                self._waiting = self._waiting[end + len(_END) :]
                self._in_data = False
                replies.append(b"250 2.0.0 Ok\r\n")
                continue
            line, separator, rest = self._waiting.partition(b"\r\n")
            if not separator:
                break
            self._waiting = rest
            replies.append(self._answer(line[:4].upper()))
        if replies:
            self._transport.write(b"".join(replies))

    def _answer(self, verb: bytes) -> bytes:
        if verb in (b"EHLO", b"LHLO"):
            return _EHLO
        if verb == b"DATA":
            self._in_data = True
            return b"354 go ahead\r\n"
        if verb == b"QUIT":
            return b"221 2.0.0 Bye\r\n"
        return b"250 2.0.0 Ok\r\n"
