"""A connection: reads lines, writes replies, keeps time, and cuts off who abuses it.

aiosmtpd's SMTP is the base: its command methods, its PROXY handshake and its place in the loop stay. What
is replaced is what was measured to be slow or found to be wrong: the reading of lines (a bare LF ended
one), a drain, a timer and a log line for each command, the inspection of all members for each connection,
and the cancelling of a message that is being decided.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Coroutine
from functools import lru_cache
from typing import Any, ClassVar, cast

from aiosmtpd.proxy_protocol import get_proxy
from aiosmtpd.smtp import SMTP

from gatekeeper.mail.reply import OUR_FAULT, SHUTTING_DOWN, Reply
from gatekeeper.smtpd.inlet import Inlet, LineTooLong
from gatekeeper.smtpd.options import ListenerOptions, Role, within
from gatekeeper.smtpd.traffic import Reception, Traffic

MAX_COMMAND_OCTETS = 4096
"""RFC 5321 4.5.3.1.4 asks for 512 and each extension for some more; ENVID, ORCPT and XCLIENT for many."""
MOST_REPLIES_WAITING = 64
"""More replies than these are written before the next command is looked at."""
FOREVER = float("inf")
TICK_SECONDS = 10.0
"""How often a connection's timer looks at its deadlines: they are kept to within this."""
_wire = lru_cache(maxsize=512)(Reply.wire)
"""Most replies are always the same."""

TOO_MANY_CONNECTIONS = Reply.of(421, "4.3.2", "Too many connections; please try again")
TOO_MANY_FROM_YOU = Reply.of(421, "4.7.0", "Too many connections from your address; please try again")
TOO_MANY_ERRORS = Reply.of(421, "4.7.0", "Too many errors")
TOO_MANY_COMMANDS = Reply.of(421, "4.7.0", "Too many commands")
TIMED_OUT = Reply.of(421, "4.4.2", "Timed out waiting for you")
NOT_FOR_YOU = Reply.of(554, "5.7.1", "This address takes no mail from yours")
LINE_TOO_LONG = Reply.of(500, "5.5.2", "Line too long")
BAD_SYNTAX = Reply.of(500, "5.5.2", "Syntax error")
UNKNOWN_COMMAND = Reply.of(500, "5.5.1", "Command not recognised")


class Connection(SMTP):
    """One client's connection; what the commands mean is in `Conversation`."""

    commands: ClassVar[dict[bytes, Any]] = {}
    """The methods by their verb, gathered once for a class, not once for a connection: what `take_VERB` does is done
    when it returns; `smtp_VERB`, as aiosmtpd calls them, is a coroutine and may wait."""
    useful: ClassVar[frozenset[bytes]] = frozenset({b"MAIL", b"RCPT", b"DATA", b"AUTH", b"STARTTLS", b"XFORWARD"})
    """Verbs that do not count as junk."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.commands = {
            name[5:].encode("ascii"): getattr(cls, name)
            for prefix in ("smtp_", "take_")
            for name in dir(cls)
            if name.startswith(prefix)
        }

    def __init__(
        self, options: ListenerOptions, traffic: Traffic, reception: Reception, loop: asyncio.AbstractEventLoop
    ) -> None:
        # SMTP.__init__ is passed over on purpose: it looks at all members of the class each time.
        asyncio.StreamReaderProtocol.__init__(self, cast(Any, None), None, loop)
        self.loop = loop
        self.options = options
        self.limits = options.limits
        self.traffic = traffic
        self.reception = reception
        self.hostname = options.hostname
        self.inlet = Inlet(loop)
        self.transport: asyncio.Transport | None = None
        self.peer_address = ""
        self.in_transaction = False
        self.in_content = False
        """Between DATA and the dot: what arrives is no command."""
        self.receiving = False
        self._out: list[bytes] = []
        self._deadline = FOREVER
        self.transaction_deadline = FOREVER
        self._timer: asyncio.TimerHandle | None = None
        limits = self.limits
        self._tick_seconds = min(TICK_SECONDS, limits.idle_seconds, limits.data_seconds, limits.transaction_seconds)
        self._clogged: asyncio.Future[None] | None = None
        self._leaving = False
        self._left = False
        self._listening = False
        self._longer: Coroutine[Any, Any, None] | None = None
        self._handler_coroutine: asyncio.Task[None] | None = None
        self.command_count = self.error_count = self.junk_count = 0

    # -- the life of a connection ---------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Counts the client in, or turns it away with a 421."""
        asyncio.StreamReaderProtocol.connection_made(self, transport)
        self.transport = cast(asyncio.Transport, transport)
        self.inlet.attach(self.transport)
        peer = transport.get_extra_info("peername")
        self.peer_address = str(peer[0]) if isinstance(peer, tuple) else ""
        raw_socket = transport.get_extra_info("socket")
        if raw_socket is not None and raw_socket.family in {socket.AF_INET, socket.AF_INET6}:
            raw_socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        refusal = self._refusal_at_the_door()
        self.traffic.enter(self, self.peer_address)
        self._reset_timeout()
        self._timer = self.loop.call_later(self._tick_seconds, self._timeout_cb)
        if refusal is not None:
            self.turn_away(refusal)
            return
        self._handler_coroutine = self.loop.create_task(self._handle_client())

    def _refusal_at_the_door(self) -> Reply | None:
        traffic, peer = self.traffic, self.peer_address
        if traffic.draining:
            return SHUTTING_DOWN
        if traffic.is_full:
            return TOO_MANY_CONNECTIONS
        known = within(peer, self.options.trusted) or within(peer, self.options.identity_from)
        if not known and self.options.role is Role.INBOUND:
            return NOT_FOR_YOU
        if not known and traffic.per_address[peer] >= self.limits.connections_per_address:
            return TOO_MANY_FROM_YOU
        return None

    def data_received(self, data: bytes) -> None:
        """What needs no waiting is done right here: waking the conversation costs more than most commands."""
        if not self._listening or self._clogged is not None:
            self.inlet.feed(data)
            return
        self.inlet.add(data)
        try:
            self._longer = self.go_on()
        except Exception as error:
            self.reception.on_error("smtpd", error)
            self.leave(OUR_FAULT)
            return
        if self._longer is None:
            self.flush()
        else:
            self._listening = False
            self.inlet.wake()

    def eof_received(self) -> bool:
        """A client may close its half and still read our replies; under TLS it cannot."""
        self.inlet.end()
        return self.transport is not None and self.transport.get_extra_info("sslcontext") is None

    def connection_lost(self, error: BaseException | None) -> None:
        """Nothing is cancelled: a message that is being decided goes on to its end."""
        self._left = self._leaving = True
        if self._timer is not None:
            self._timer.cancel()
        self.inlet.end()
        self.resume_writing()
        asyncio.StreamReaderProtocol.connection_lost(self, cast(Exception | None, error))
        self.traffic.leave(self, self.peer_address)

    @property
    def is_open(self) -> bool:
        """Whether a reply can still be written."""
        return not self._left and self.transport is not None and not self.transport.is_closing()

    def leave(self, reply: Reply | None = None) -> None:
        """Says `reply`, closes, and cuts off a client that does not read it in time."""
        if self._left or self._leaving or self.transport is None:
            return
        if reply is not None:
            self.say(reply)
        self.flush()
        self._leaving = True
        self.inlet.end()
        self.transport.close()
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_later(self.limits.cut_off_seconds, self.cut_off)

    def turn_away(self, reply: Reply) -> None:
        """Leaves, and has it told."""
        self.tell_refused(reply)
        self.leave(reply)

    def tell_refused(self, reply: Reply) -> None:
        """Has it told that a client was denied something: who watches for attacks reads that."""
        self.reception.refused(self.options.name, self.client_address, str(reply))

    @property
    def client_address(self) -> str:
        """The address whose rights count."""
        return self.peer_address

    def cut_off(self) -> None:
        """Ends the connection at once, whatever was not read."""
        if not self._left and self.transport is not None:
            self.transport.abort()

    def drain(self) -> None:
        """Ends the connection politely if nothing is under way; else it ends after the message."""
        if not self.in_transaction and not self.receiving and self._handler_coroutine is not None:
            self.leave(SHUTTING_DOWN)

    # -- time -----------------------------------------------------------------------------------------

    def _reset_timeout(self, duration: float | None = None) -> None:
        """Moves the deadline. The timer itself stays and looks at it when it fires."""
        self._deadline = self.loop.time() + (duration or self.limits.idle_seconds)

    def _timeout_cb(self) -> None:
        now = self.loop.time()
        deadline = FOREVER if self.receiving else min(self._deadline, self.transaction_deadline)
        if deadline > now:
            self._timer = self.loop.call_at(min(deadline, now + self._tick_seconds), self._timeout_cb)
        elif self.transport is not None and self.transport.get_write_buffer_size():
            self.cut_off()
        else:
            self.leave(TIMED_OUT)

    # -- replies --------------------------------------------------------------------------------------

    def say(self, reply: Reply) -> None:
        """Puts `reply` in line; it is written with its neighbours (RFC 2920 3.2)."""
        if reply.code >= 400:
            self.error_count += 1
        self._out.append(_wire(reply))

    async def push(self, status: str | bytes) -> None:
        """Puts a reply of aiosmtpd's own in line."""
        octets = status.encode("ascii", "replace") if isinstance(status, str) else status
        if octets[:1] in {b"4", b"5"}:
            self.error_count += 1
        self._out.append(octets + b"\r\n")

    def flush(self) -> None:
        """Writes all replies in line, in one go."""
        if self._out:
            if self.is_open and self.transport is not None:
                self.transport.write(b"".join(self._out))
            self._out.clear()

    def pause_writing(self) -> None:
        """The client does not read: it gets no further commands carried out."""
        self._clogged = self.loop.create_future()

    def resume_writing(self) -> None:
        clogged, self._clogged = self._clogged, None
        if clogged is not None and not clogged.done():
            clogged.set_result(None)

    async def drained(self) -> None:
        """Waits while the client does not read; the timer cuts it off in the end."""
        if self._clogged is not None:
            await self._clogged

    # -- commands -------------------------------------------------------------------------------------

    async def greet(self) -> None:
        """Says the first word."""
        raise NotImplementedError

    def hear_content(self) -> Coroutine[Any, Any, None] | None:
        """Takes what has arrived of a message; at its end gives back what it takes to answer it."""
        raise NotImplementedError

    async def part(self) -> None:
        """Does what is left to do when the client has closed its half."""

    async def _handle_client(self) -> None:
        try:
            if self.options.proxy_protocol and not await self._hear_proxy():
                self.cut_off()
                return
            await self.greet()
            while True:
                longer, self._longer = self._longer or self.go_on(), None
                if longer is not None:
                    try:
                        await longer
                    except Exception as error:
                        self._has_failed(error)
                    continue
                self.flush()
                if self._leaving:
                    break
                if self.inlet.ended:
                    await self.part()
                    break
                await self.drained()
                self._listening = True
                await self.inlet.more()
                self._listening = False
            self.leave()
        except ConnectionError:
            self.cut_off()
        except Exception as error:
            self.reception.on_error("smtpd", error)
            self.leave(OUR_FAULT)

    async def _hear_proxy(self) -> bool:
        """The PROXY handshake; only a peer that may say who the client is gets a hearing."""
        if not within(self.peer_address, self.options.identity_from):
            return False
        heard = await get_proxy(self.inlet)
        if not heard.valid:
            return False
        self.proxied(str(heard.src_addr) if heard.src_addr is not None else "")
        return True

    def proxied(self, address: str) -> None:
        """Takes the client's address from PROXY; "" where the proxy speaks for itself."""
        raise NotImplementedError

    def go_on(self) -> Coroutine[Any, Any, None] | None:
        """Takes what has arrived, command by command; what takes longer is given back, to be awaited."""
        while not (self._leaving or self.inlet.is_empty):
            if len(self._out) > MOST_REPLIES_WAITING:
                self.flush()
                if self._clogged is not None:
                    return self.drained()
            if self.in_content:
                longer = self.hear_content()
                if longer is not None:
                    return longer
                continue
            try:
                line = self.inlet.line()
            except LineTooLong:
                self.say(LINE_TOO_LONG)
                continue
            if line is None:
                return None
            longer = self._obey(line)
            if longer is not None:
                return longer
        return None

    def _obey(self, line: bytes) -> Coroutine[Any, Any, None] | None:
        """Carries one command out, or gives back what it takes to do so."""
        word, _, argument = line.partition(b" ")
        verb = word.upper()
        if not self._may_go_on(verb):
            return None
        method = self.commands.get(verb)
        if len(line) > MAX_COMMAND_OCTETS and verb != b"AUTH":
            self.say(LINE_TOO_LONG)
        elif b"\n" in line or b"\r" in line or b"\0" in line:
            self.say(BAD_SYNTAX)
        elif method is None:
            self.say(UNKNOWN_COMMAND)
        else:
            self._reset_timeout()
            try:
                longer: Coroutine[Any, Any, None] | None = method(
                    self, argument.strip(b" ").decode("utf-8", "surrogateescape")
                )
            except Exception as error:
                self._has_failed(error)
            else:
                return longer
        return None

    def _may_go_on(self, verb: bytes) -> bool:
        """Whether the client has not worn our patience out, nor we are closing; else it is told, and that is all."""
        self.command_count += 1
        if verb not in self.useful:
            self.junk_count += 1
        if self.error_count > self.limits.errors:
            self.turn_away(TOO_MANY_ERRORS)
        elif self.command_count > self.limits.commands or self.junk_count > self.limits.junk_commands:
            self.turn_away(TOO_MANY_COMMANDS)
        elif self.traffic.draining and not self.in_transaction and verb != b"QUIT":
            self.leave(SHUTTING_DOWN)
        else:
            return True
        return False

    def _has_failed(self, error: Exception) -> None:
        """A command failed by a mistake of ours: 451 4.3.0 and nothing else for the client."""
        self.reception.on_error("smtpd", error)
        self.say(OUR_FAULT)


def octets_of(argument: str) -> bytes:
    """The octets that came in: aiosmtpd's commands take text that keeps them all."""
    return argument.encode("utf-8", "surrogateescape")
