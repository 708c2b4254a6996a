"""Policy delegation: Postfix' protocol for asking a server about a client's mail (SMTPD_POLICY_README).

A request is lines of "name=value" and an empty line; the answer is "action=..." and an empty line. Postfix keeps
the connection open for further requests.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping

from gatekeeper.smtpd.options import ListenerOptions, host_and_port, within
from gatekeeper.smtpd.traffic import OnError

MOST_LINE_OCTETS = 8192
MOST_ATTRIBUTES = 200
REQUEST = "smtpd_access_policy"

Answer = Callable[[Mapping[str, str]], Awaitable[str]]


class NotARequest(ValueError):
    """What came is no request of this protocol."""


class Delegation:
    """Listens for MTAs that ask; `stop` lets requests under way have their answers."""

    def __init__(self, on_error: OnError) -> None:
        self._on_error = on_error
        self._servers: list[asyncio.Server] = []
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._busy: set[asyncio.Task[None]] = set()

    async def open(self, options: ListenerOptions, answer: Answer) -> tuple[str, int]:
        """Starts to listen; gives host and port. Raises OSError. Only `options.trusted` may ask."""

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._open[task] = writer
            try:
                await self._serve(task, options, answer, reader, writer)
            except (ConnectionError, TimeoutError, NotARequest, asyncio.CancelledError):
                pass
            except Exception as error:
                self._on_error("policy", error)
            finally:
                self._open.pop(task, None)
                self._busy.discard(task)
                writer.close()

        if options.socket is not None:
            server = await asyncio.start_server(serve, sock=options.socket, limit=MOST_LINE_OCTETS)
        else:
            host, port = host_and_port(options.address)
            server = await asyncio.start_server(
                serve, host or None, port, limit=MOST_LINE_OCTETS, reuse_port=options.shared or None
            )
        self._servers.append(server)
        name = server.sockets[0].getsockname()
        return (name[0], name[1]) if isinstance(name, tuple) else (str(name), 0)

    async def _serve(
        self,
        task: asyncio.Task[None],
        options: ListenerOptions,
        answer: Answer,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        peer = writer.get_extra_info("peername")
        if isinstance(peer, tuple) and not within(str(peer[0]), options.trusted):
            return
        while len(self._open) <= options.limits.connections_per_address:
            async with asyncio.timeout(options.limits.idle_seconds):
                asked = await read_request(reader)
            if asked is None:
                return
            self._busy.add(task)
            action = await answer(asked) if asked.get("request") == REQUEST else "DUNNO"
            writer.write(f"action={_line(action)}\n\n".encode("utf-8", "replace"))
            await writer.drain()
            self._busy.discard(task)

    async def stop(self, seconds: float) -> None:
        """Accepts nobody any more and closes what is idle; what is being answered has so many seconds."""
        for server in self._servers:
            server.close()
        for task, writer in tuple(self._open.items()):
            if task not in self._busy:
                writer.close()
        if self._busy:
            await asyncio.wait(tuple(self._busy), timeout=seconds)
        for task in tuple(self._open):
            task.cancel()
        if self._open:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(*self._open, return_exceptions=True)


async def read_request(reader: asyncio.StreamReader) -> dict[str, str] | None:
    """The attributes of the next request; None at the end of the connection. Raises NotARequest."""
    asked: dict[str, str] = {}
    for _ in range(MOST_ATTRIBUTES):
        try:
            line = await reader.readline()
        except ValueError as error:
            raise NotARequest("a line too long") from error
        if not line.endswith(b"\n"):
            return None
        if line in (b"\n", b"\r\n"):
            return asked
        name, separator, value = line.decode("utf-8", "replace").rstrip("\r\n").partition("=")
        if not separator:
            raise NotARequest("not name=value")
        asked[name] = value
    raise NotARequest("too many attributes")


def _line(action: str) -> str:
    return " ".join(action.split())
