"""A load client: many sessions at once, with or without TLS, that keep for each attempt what they were told."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.load.town import Letter

NO_REPLY = 0
"""The connection ended before the reply to the final dot came: nobody told the client what became of it."""
NOT_SENT = -1
"""The connection ended before the content was sent."""
RETRY_SECONDS = 0.25


class Lost(Exception):
    """The connection ended; `sent` tells whether the final dot was on its way."""

    def __init__(self, *, sent: bool) -> None:
        super().__init__()
        self.sent = sent


@dataclass(kw_only=True)
class Report:
    """What the client was told: for each Message-ID the code of every attempt, in order."""

    attempts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    seconds: list[float] = field(default_factory=list)
    """From the first command of each answered message to its reply."""
    refusals: Counter[str] = field(default_factory=Counter)
    """Refusals without their links, and how often they came."""

    def codes(self, low: int, high: int) -> set[str]:
        """Message-IDs whose last attempt ended with a code in that range."""
        return {id_ for id_, codes in self.attempts.items() if codes and low <= codes[-1] < high}

    def unanswered(self, message_id: str) -> int:
        """How many attempts ended without a reply after the final dot."""
        return sum(code == NO_REPLY for code in self.attempts[message_id])


class LoadClient:
    """`sessions` connections to a port, the first half of them with STARTTLS where there is a context."""

    def __init__(
        self,
        port: int,
        *,
        sessions: int,
        tls: ssl.SSLContext | None = None,
        messages_a_connection: int = 0,
        pipelining: bool = True,
    ) -> None:
        self.port = port
        self.sessions = sessions
        self.tls = tls
        self.messages_a_connection = messages_a_connection
        self.pipelining = pipelining
        self.report = Report()

    async def send(self, letters: Iterator[Letter], *, until_answered: bool = False) -> Report:
        """Send all letters, each session the next one as soon as it is free.

        `until_answered`: what was not acknowledged by a reply, or only by a 421, is sent again, the same
        Message-ID as before, as an MTA does; otherwise a lost connection raises Lost.
        """
        await asyncio.gather(*(self._session(number, letters, until_answered) for number in range(self.sessions)))
        return self.report

    async def _session(self, number: int, letters: Iterator[Letter], until_answered: bool) -> None:
        line: _Line | None = None
        for letter in letters:
            while True:
                attempts = self.report.attempts[letter.message_id]
                try:
                    if line is None or line.messages == self.messages_a_connection > 0:
                        if line is not None:
                            await line.quit()
                        line = await _Line.open(self.port, self.tls if number % 2 == 0 else None)
                    started = time.perf_counter()
                    code, text = await line.transact(letter, pipelining=self.pipelining)
                except (Lost, OSError, ssl.SSLError, asyncio.IncompleteReadError) as error:
                    attempts.append(NO_REPLY if isinstance(error, Lost) and error.sent else NOT_SENT)
                    if line is not None:
                        line.close()
                    line = None
                    if not until_answered:
                        raise
                    await asyncio.sleep(RETRY_SECONDS)
                    continue
                attempts.append(code)
                if code == 250:
                    self.report.seconds.append(time.perf_counter() - started)
                else:
                    self.report.refusals[text.partition("http")[0]] += 1
                if code == 421 and until_answered:
                    line = None
                    await asyncio.sleep(RETRY_SECONDS)
                    continue
                break
        if line is not None:
            await line.quit()


class _Line:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.messages = 0

    @classmethod
    async def open(cls, port: int, tls: ssl.SSLContext | None) -> _Line:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        line = cls(reader, writer)
        await line._reply()
        await line._ask(b"EHLO client.example\r\n")
        if tls is not None:
            await line._ask(b"STARTTLS\r\n")
            await writer.start_tls(tls, server_hostname="gate.example.org")
            await line._ask(b"EHLO client.example\r\n")
        return line

    async def transact(self, letter: Letter, *, pipelining: bool) -> tuple[int, str]:
        """One message; gives code and text of the reply that decided. Raises Lost."""
        self.messages += 1
        commands = [
            f"MAIL FROM:<{letter.sender}>\r\n".encode(),
            *(f"RCPT TO:<{recipient}>\r\n".encode() for recipient in letter.recipients),
            b"DATA\r\n",
        ]
        sent = False
        try:
            if pipelining:
                self._writer.write(b"".join(commands))
                replies = [await self._reply() for _ in commands]
            else:
                replies = [await self._ask(command) for command in commands]
            if replies[-1][0] != 354:
                refused = next(reply for reply in replies if reply[0] >= 400)
                await self._ask(b"RSET\r\n")
                return refused
            # The letters have no line that begins with a dot. In two pieces: a large one is not copied.
            self._writer.write(letter.content)
            self._writer.write(b".\r\n")
            sent = True
            return await self._reply()
        except (OSError, asyncio.IncompleteReadError) as error:
            raise Lost(sent=sent) from error

    async def quit(self) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await self._ask(b"QUIT\r\n")
        self.close()

    def close(self) -> None:
        self._writer.close()

    async def _ask(self, command: bytes) -> tuple[int, str]:
        self._writer.write(command)
        return await self._reply()

    async def _reply(self) -> tuple[int, str]:
        while True:
            line = await self._reader.readuntil(b"\r\n")
            if line[3:4] != b"-":
                return int(line[:3]), line.decode("ascii").strip()
