"""A next hop that counts, and misbehaves where it is told: every copy with its Message-ID, our id and its time."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self, cast

from tests.servers import Fault, Misbehaviour, Phase

_MESSAGE_ID = re.compile(rb"^message-id:[ \t]*(<[^>\r\n]*>)", re.IGNORECASE | re.MULTILINE)
_GATE_ID = re.compile(rb"^gatekeeper-id:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
_END = b"\r\n.\r\n"
_EHLO = b"250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE 0\r\n250 ENHANCEDSTATUSCODES"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One message that was taken. Reports of ours have no Message-ID of a letter."""

    message_id: str
    gate_id: str
    at: float
    report: bool


class FaultySink:
    """An SMTP server. `faults` may change at any time; `dot_seconds` delays the answer to the dot."""

    def __init__(self) -> None:
        self.port = 0
        self.faults: dict[Phase, Fault] = {}
        self.takes_reports = False
        """Faults strike only letters; a report that is taken counts as a copy of the letter it is about."""
        self.dot_seconds = 0.0
        self.answered: Callable[[], object] | None = None
        """Called when the answer to a dot is on its way."""
        self.copies: list[Copy] = []
        self._dialogs: set[_Dialog] = set()
        self._server: asyncio.Server | None = None

    @property
    def delivered(self) -> Counter[str]:
        """How often each letter was taken."""
        return Counter(one.message_id for one in self.copies if not one.report)

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Dialog(self), "127.0.0.1", self.port, backlog=1_000)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        self.hang_up()
        await self._server.wait_closed()

    def take(self, head: bytes, *, report: bool) -> None:
        """Keep a copy."""
        letters, ours = _MESSAGE_ID.findall(head), _GATE_ID.search(head)
        about = report and self.takes_reports
        self.copies.append(
            Copy(
                message_id=letters[-1 if about else 0].decode("ascii") if letters else "",
                gate_id=ours[1].decode("ascii") if ours else "",
                at=time.time(),
                report=report and not about,
            )
        )

    def hang_up(self) -> None:
        """Close every connection, so that the next fault meets a new one."""
        for dialog in tuple(self._dialogs):
            dialog.transport.abort()


class _Dialog(asyncio.Protocol):
    transport: asyncio.Transport

    def __init__(self, sink: FaultySink) -> None:
        self._sink = sink
        self._waiting = bytearray()
        self._searched = 0
        self._in_data = self._silent = self._report = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self._sink._dialogs.add(self)
        self._answer(Phase.CONNECT, b"220 sink.example ESMTP")

    def connection_lost(self, error: Exception | None) -> None:
        self._sink._dialogs.discard(self)

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        while self._waiting and not self._silent:
            if self._in_data:
                end = self._waiting.find(_END, max(0, self._searched - 4))
                self._searched = len(self._waiting)
                if Phase.CONTENT in self._sink.faults and not self._answer(Phase.CONTENT, b"250 no fault"):
                    return
                if end < 0:
                    return
                head = bytes(self._waiting[: min(end, 16_384)])
                del self._waiting[: end + len(_END)]
                self._in_data = False
                self._taken(head)
                continue
            line, separator, _ = bytes(self._waiting[:4096]).partition(b"\r\n")
            if not separator:
                return
            del self._waiting[: len(line) + 2]
            self._command(line)

    def _taken(self, head: bytes) -> None:
        fault = self._sink.faults.get(Phase.DOT)
        if not (isinstance(fault, bytes) and fault[:1] in b"45"):
            self._sink.take(head, report=self._report)
        if self._sink.dot_seconds:
            loop = asyncio.get_running_loop()
            loop.call_later(self._sink.dot_seconds, self._answer, Phase.DOT, b"250 2.0.0 Ok")
        else:
            self._answer(Phase.DOT, b"250 2.0.0 Ok")
        if self._sink.answered is not None:
            self._sink.answered()

    def _command(self, line: bytes) -> None:
        match line[:4].upper():
            case b"EHLO":
                self._answer(Phase.EHLO, _EHLO)
            case b"HELO":
                self._answer(Phase.EHLO, b"250 sink.example")
            case b"MAIL":
                self._report = line[5:].upper().startswith(b"FROM:<>")
                self._answer(Phase.MAIL, b"250 2.1.0 Ok")
            case b"RCPT":
                self._answer(Phase.RCPT, b"250 2.1.5 Ok")
            case b"DATA":
                self._in_data = self._answer(Phase.DATA, b"354 go ahead")
                self._searched = 0
            case b"QUIT":
                self._answer(Phase.QUIT, b"221 2.0.0 Bye")
            case _:
                self._answer(Phase.NOOP, b"250 2.0.0 Ok")

    def _answer(self, phase: Phase, usual: bytes) -> bool:
        """Give the reply of this phase; true when it is the usual one."""
        spared = self._report and self._sink.takes_reports
        fault = usual if spared else self._sink.faults.get(phase, usual)
        if fault is Misbehaviour.DROP:
            self.transport.abort()
            self._silent = True
        elif fault is Misbehaviour.HANG:
            self._silent = True
        elif isinstance(fault, bytes) and not self.transport.is_closing():
            self.transport.write(fault + b"\r\n")
        return fault is usual
