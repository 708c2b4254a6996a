"""Servers for tests: a recording (and, on request, faulty) SMTP/LMTP next hop, Postfix's smtp-sink, free ports.

async with RecordingSink() as sink:                    # inside a test's event loop
    await relay_to(sink.port) ...
    assert sink.messages[0].content == b"..."

with sink_in_thread(RecordingSink(lmtp=True)) as sink:  # for blocking clients: smtplib, swaks, Postfix
    ...

with smtp_sink("-q", "DATA") as port:                   # Postfix's smtp-sink with its fault flags
    ...
"""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType
from typing import Self

import pytest

STREAM_LIMIT_BYTES = 1 << 20
"""Longest line the recording sink reads; with more than twice this unread it lets the client wait."""


def free_port() -> int:
    """A TCP port on 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for_port(port: int, *, seconds: float = 10.0) -> None:
    """Return once something listens on 127.0.0.1:`port`. Raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            probe.settimeout(0.5)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(f"nobody listens on port {port} after {seconds} s")


class Phase(Enum):
    """Where in a dialog a fault strikes."""

    CONNECT = "connect"
    EHLO = "ehlo"
    HELO = "helo"
    STARTTLS = "starttls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    CONTENT = "content"
    """After 354, when the first line of the content has come."""
    DOT = "dot"
    """After the final dot: the message counts as delivered (it is in `messages`) unless the fault is a 4yz or 5yz."""
    RSET = "rset"
    NOOP = "noop"
    QUIT = "quit"


class Misbehaviour(Enum):
    """What a faulty next hop does instead of answering."""

    DROP = "closes the connection"
    HANG = "says nothing, and keeps the connection open"


DROP = Misbehaviour.DROP
HANG = Misbehaviour.HANG

Fault = Misbehaviour | bytes
"""Either a misbehaviour or the reply to give, without the final CRLF. A 421 closes the connection after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One message that the sink took: MAIL and RCPT arguments as they came, content with the dots unstuffed."""

    mail: bytes
    """Everything after "MAIL FROM:", for example b"<a@b.example> SIZE=10"."""
    rcpts: tuple[bytes, ...]
    """Everything after "RCPT TO:" of each accepted recipient."""
    content: bytes
    tls: bool
    login: str | None

    @property
    def sender(self) -> bytes:
        """The reverse-path without brackets and parameters."""
        return bare_path(self.mail)

    @property
    def recipients(self) -> tuple[bytes, ...]:
        """The forward-paths without brackets and parameters."""
        return tuple(bare_path(rcpt) for rcpt in self.rcpts)


def bare_path(argument: bytes) -> bytes:
    """The path in b"<path> PARAMETERS"."""
    return argument[argument.index(b"<") + 1 : argument.rindex(b">")]


class _Closed(Exception):
    """The connection is over: the peer left, or a fault closed it."""


@dataclass
class RecordingSink:
    """An SMTP or LMTP server that keeps envelope and bytes of all it takes, and misbehaves where told.

    Everything may be changed while it runs: `faults`, `recipient_replies`, `delivery_replies` and
    `capabilities` are looked up at the moment they matter.
    """

    lmtp: bool = False
    capabilities: tuple[str, ...] = ("PIPELINING", "SIZE 0", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "DSN")
    faults: Mapping[Phase, Fault] = field(default_factory=dict)
    recipient_replies: Mapping[bytes, bytes] = field(default_factory=dict)
    """Bare path -> the reply to its RCPT (default: accepted)."""
    delivery_replies: Mapping[bytes, bytes] = field(default_factory=dict)
    """LMTP: bare path -> its reply after the dot (default: delivered)."""
    tls: ssl.SSLContext | None = None
    """Offers STARTTLS, or speaks TLS from the start where `implicit_tls`."""
    implicit_tls: bool = False
    users: Mapping[str, str] = field(default_factory=dict)
    """Name -> password: offers AUTH with `mechanisms`, and asks for it before MAIL."""
    mechanisms: tuple[str, ...] = ("PLAIN", "LOGIN")
    group_commands: int = 0
    """Answers MAIL and RCPT only when this many of them, or DATA, have come: a client that does not pipeline
    waits for ever."""
    delay_seconds: float = 0.0
    """Pause before the reply to the final dot."""
    stops_reading: bool = False
    """A HANG also leaves what the client sends in the socket."""
    unix_path: str = ""
    """Listen on this socket instead of a port."""

    port: int = 0
    messages: list[Received] = field(default_factory=list)
    commands: list[bytes] = field(default_factory=list)
    """Every command line of all connections, in order of arrival."""
    connections: int = 0
    """How many were accepted since the start."""
    most_at_once: int = 0
    """The greatest number of connections open at one time."""
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _sessions: set[asyncio.Task[None]] = field(default_factory=set)
    _server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        options = {"limit": STREAM_LIMIT_BYTES, "ssl": self.tls if self.implicit_tls else None}
        if self.unix_path:
            self._server = await asyncio.start_unix_server(self._accept, self.unix_path, **options)  # type: ignore[arg-type]  # keyword options of mixed types
        else:
            self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port, **options)  # type: ignore[arg-type]  # keyword options of mixed types
            self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for session in tuple(self._sessions):
            session.cancel()
        await asyncio.gather(*self._sessions, return_exceptions=True)
        self.drop_connections()

    @property
    def open_connections(self) -> int:
        return len(self._writers)

    def drop_connections(self) -> None:
        """Close every open connection at once, as a restarted next hop does."""
        for writer in tuple(self._writers):
            writer.transport.abort()

    async def say_to_all(self, line: bytes) -> None:
        """Send an unsolicited line (say b"421 4.4.2 idle too long\\r\\n") on every open connection."""
        for writer in tuple(self._writers):
            writer.write(line)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = asyncio.current_task()
        assert session is not None
        self._sessions.add(session)
        self._writers.add(writer)
        self.connections += 1
        self.most_at_once = max(self.most_at_once, len(self._writers))
        try:
            await _Dialog(self, reader, writer).run()
        except (_Closed, ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._writers.discard(writer)
            self._sessions.discard(session)
            writer.close()


class _Dialog:
    """One connection of a RecordingSink."""

    def __init__(self, sink: RecordingSink, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.sink = sink
        self.reader = reader
        self.writer = writer
        self.tls = sink.implicit_tls
        self.login: str | None = None
        self.mail: bytes | None = None
        self.rcpts: list[bytes] = []
        self.held: list[bytes] = []

    async def run(self) -> None:
        await self.answer(Phase.CONNECT, b"220 sink.example ready")
        while True:
            line = (await self.reader.readuntil(b"\r\n"))[:-2]
            self.sink.commands.append(line)
            await self.command(line)

    async def answer(self, phase: Phase, usual: bytes) -> bool:
        """Give the reply of this phase; true when it is positive."""
        fault = self.sink.faults.get(phase)
        if fault is HANG:
            while self.sink.stops_reading or await self.reader.read(1 << 16):
                await asyncio.sleep(0.02)
            raise _Closed
        if fault is DROP:
            raise _Closed
        reply = fault if isinstance(fault, bytes) else usual
        await self.say(reply, hold=phase in (Phase.MAIL, Phase.RCPT))
        return reply[:1] in b"23"

    async def say(self, reply: bytes, *, hold: bool = False) -> None:
        self.held.append(reply + b"\r\n")
        if hold and len(self.held) < self.sink.group_commands:
            return
        self.writer.writelines(self.held)
        self.held.clear()
        await self.writer.drain()
        if reply.startswith(b"421"):
            raise _Closed

    async def command(self, line: bytes) -> None:
        verb = line[:4].upper()
        if verb in (b"EHLO", b"LHLO"):
            await self.ehlo()
        elif verb == b"HELO":
            await self.answer(Phase.HELO, b"250 sink.example")
        elif line.upper() == b"STARTTLS" and self.sink.tls is not None:
            if await self.answer(Phase.STARTTLS, b"220 2.0.0 go ahead"):
                await self.writer.start_tls(self.sink.tls)
                self.tls = True
        elif verb == b"AUTH":
            await self.auth(line)
        elif verb == b"MAIL":
            await self.mail_from(line)
        elif verb == b"RCPT":
            await self.rcpt_to(line)
        elif verb == b"DATA":
            await self.data()
        elif verb == b"RSET":
            self.mail, self.rcpts = None, []
            await self.answer(Phase.RSET, b"250 2.0.0 Ok")
        elif verb == b"NOOP":
            await self.answer(Phase.NOOP, b"250 2.0.0 Ok")
        elif verb == b"QUIT":
            await self.answer(Phase.QUIT, b"221 2.0.0 Bye")
            raise _Closed
        else:
            await self.say(b"500 5.5.2 unknown command")

    async def ehlo(self) -> None:
        offers = ["sink.example", *self.sink.capabilities]
        if self.sink.tls is not None and not self.tls:
            offers.append("STARTTLS")
        if self.sink.users:
            offers.append("AUTH " + " ".join(self.sink.mechanisms))
        lines = [f"250-{offer}" for offer in offers[:-1]] + [f"250 {offers[-1]}"]
        await self.answer(Phase.EHLO, "\r\n".join(lines).encode())

    async def auth(self, line: bytes) -> None:
        words = line.split()
        if words[1].upper() == b"PLAIN":
            if len(words) < 3:
                words.append(await self.challenge(b""))
            _, name, password = base64.b64decode(words[2]).decode().split("\0")
        else:
            name = base64.b64decode(words[2] if len(words) > 2 else await self.challenge(b"Username:")).decode()
            password = base64.b64decode(await self.challenge(b"Password:")).decode()
        if self.sink.users.get(name) != password:
            await self.say(b"535 5.7.8 wrong name or password")
        elif await self.answer(Phase.AUTH, b"235 2.7.0 welcome"):
            self.login = name

    async def challenge(self, prompt: bytes) -> bytes:
        await self.say(b"334 " + base64.b64encode(prompt))
        return (await self.reader.readuntil(b"\r\n")).strip()

    async def mail_from(self, line: bytes) -> None:
        if self.sink.users and self.login is None:
            await self.say(b"530 5.7.0 Authentication required")
        elif self.mail is not None:
            await self.say(b"503 5.5.1 nested MAIL")
        elif await self.answer(Phase.MAIL, b"250 2.1.0 Ok"):
            self.mail = line[len("MAIL FROM:") :]

    async def rcpt_to(self, line: bytes) -> None:
        argument = line[len("RCPT TO:") :]
        refusal = self.sink.recipient_replies.get(bare_path(argument))
        if self.mail is None:
            await self.say(b"503 5.5.1 MAIL first", hold=True)
        elif refusal is not None:
            await self.say(refusal, hold=True)
        elif await self.answer(Phase.RCPT, b"250 2.1.5 Ok"):
            self.rcpts.append(argument)

    async def data(self) -> None:
        if not self.rcpts:
            await self.say(b"503 5.5.1 no valid recipients" if self.sink.lmtp else b"554 5.5.1 no valid recipients")
            return
        if not await self.answer(Phase.DATA, b"354 go ahead"):
            return
        lines: list[bytes] = []
        while (line := await self.reader.readuntil(b"\r\n")) != b".\r\n":
            if not lines and Phase.CONTENT in self.sink.faults:
                await self.answer(Phase.CONTENT, b"")
            lines.append(line[1:] if line.startswith(b".") else line)
        await self.deliver(b"".join(lines))
        self.mail, self.rcpts = None, []

    async def deliver(self, content: bytes) -> None:
        assert self.mail is not None
        if self.sink.delay_seconds:
            await asyncio.sleep(self.sink.delay_seconds)
        fault = self.sink.faults.get(Phase.DOT)
        if not (isinstance(fault, bytes) and fault[:1] in b"45"):
            taken = [rcpt for rcpt in self.rcpts if self.delivery_reply(rcpt)[:1] == b"2"]
            if taken:
                self.sink.messages.append(
                    Received(mail=self.mail, rcpts=tuple(taken), content=content, tls=self.tls, login=self.login)
                )
        if self.sink.lmtp:
            for rcpt in self.rcpts:
                await self.answer(Phase.DOT, self.delivery_reply(rcpt))
        else:
            await self.answer(Phase.DOT, b"250 2.0.0 Ok: queued as %d" % len(self.sink.messages))

    def delivery_reply(self, rcpt: bytes) -> bytes:
        return self.sink.delivery_replies.get(bare_path(rcpt), b"250 2.1.5 delivered")


@contextmanager
def sink_in_thread(sink: RecordingSink) -> Iterator[RecordingSink]:
    """Run `sink` in an event loop of its own thread, for tests that block. Yields it with its port set."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True, name="recording-sink")
    thread.start()
    asyncio.run_coroutine_threadsafe(sink.__aenter__(), loop).result(10)
    try:
        yield sink
    finally:
        asyncio.run_coroutine_threadsafe(sink.__aexit__(None, None, None), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def require(program: str) -> str:
    """The full path of a program of the system; skips the test where it is not installed."""
    path = shutil.which(program, path="/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin")
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


@contextmanager
def smtp_sink(*flags: str, lmtp: bool = False, port: int = 0) -> Iterator[int]:
    """Postfix's smtp-sink on a free port of 127.0.0.1, or on `port`; yields it. Skips the test where it is absent.

    Flags that matter, see smtp-sink(1): -f COMMANDS (500), -r COMMANDS (450), -q COMMANDS (disconnect), -Q COMMANDS
    (421, then disconnect), -W CMD:SECONDS (delayed reply), -A SECONDS (550 in the middle of the content), -H SECONDS
    (reads the content late), -p (no PIPELINING), -8 (no 8BITMIME), -N (no DSN), -e (no ESMTP).
    """
    program = require("smtp-sink")
    port = port or free_port()
    # As root it insists on giving the privileges up.
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    command = [program, *user, *(["-L"] if lmtp else []), *flags, f"127.0.0.1:{port}", "1000"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for_port(port)
        yield port
    finally:
        process.kill()
        process.communicate()
