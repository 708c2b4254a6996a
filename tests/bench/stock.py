"""The yardstick: a relay of stock parts, aiosmtpd and aiosmtplib on uvloop, that judges and keeps nothing.

The targets were set on one machine, where such a relay was measured, too. Beside it, in turns, the figures of another
machine say how far from the targets the daemon is.

    python -m tests.bench.stock PORT NEXT_HOP_PORT      runs it
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvloop
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtplib import SMTP as Client

from tests.bench.relaying import Measured, bench_daemon, by_mix, by_source
from tests.load.daemon import cpu_seconds
from tests.load.town import Town
from tests.servers import free_port, smtp_sink


class Handler:
    """Hands each message on over a connection that is kept for the next."""

    def __init__(self, next_hop: int) -> None:
        self._next_hop = next_hop
        self._idle: list[Client] = []

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Envelope) -> str:
        if self._idle:
            client = self._idle.pop()
        else:
            client = Client(hostname="127.0.0.1", port=self._next_hop, start_tls=False)
            await client.connect()
        await client.sendmail(str(envelope.mail_from), envelope.rcpt_tos, envelope.content or b"")
        self._idle.append(client)
        return "250 2.0.0 Ok"


async def serve(port: int, next_hop: int) -> None:
    """Runs until it is killed."""
    loop = asyncio.get_running_loop()
    handler = Handler(next_hop)
    server = await loop.create_server(lambda: SMTP(handler, hostname="stock.example", loop=loop), "127.0.0.1", port)
    print("listening", flush=True)
    await server.serve_forever()


@dataclass(frozen=True, slots=True)
class Stock:
    """The relay as a process."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """User and system time so far."""
        return cpu_seconds(self.pid)


@contextmanager
def stock_relay() -> Iterator[Stock]:
    """A relay of stock parts, and smtp-sink behind it."""
    port = free_port()
    with smtp_sink() as next_hop:
        command = [sys.executable, "-m", __name__, str(port), str(next_hop)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            try:
                assert process.stdout is not None
                process.stdout.readline()
                yield Stock(port, process.pid)
            finally:
                process.kill()


@dataclass(frozen=True, slots=True)
class Beside:
    """What was measured in turns, run by run."""

    ours: list[Measured] = field(default_factory=list)
    stock: list[Measured] = field(default_factory=list)

    def ratios(self, figure: Callable[[Measured], float]) -> list[float]:
        """A figure of ours by that of stock parts."""
        return [figure(one) / figure(other) for one, other in zip(self.ours, self.stock, strict=True)]


def beside_stock(
    rows: dict[str, tuple[Sequence[str], int]], *, few: int, runs: int
) -> tuple[dict[str, Beside], Beside]:
    """Each row is the flags of smtp-source and how many messages a run. The second answer is the mix from ten sessions,
    `few` messages a run."""
    found, ten = {what: Beside() for what in rows}, Beside()
    town = Town(senders=1_000, contacts=100)
    with bench_daemon(town) as daemon, stock_relay() as stock:
        for run in range(runs):
            for what, (flags, messages) in rows.items():
                found[what].ours.append(by_source(daemon, *flags, messages=messages))
                found[what].stock.append(by_source(stock, *flags, messages=messages))
            ten.ours.append(by_mix(daemon, town, first=run * few, messages=few, sessions=10))
            ten.stock.append(by_mix(stock, town, first=run * few, messages=few, sessions=10))
    return found, ten


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1]), int(sys.argv[2])))
