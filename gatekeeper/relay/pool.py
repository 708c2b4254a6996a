"""The pool: a bounded number of connections to one next hop, first come first served."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from gatekeeper.mail.reply import SHUTTING_DOWN
from gatekeeper.relay.connection import Connection
from gatekeeper.relay.failure import NextHopFailure, NextHopSilent
from gatekeeper.relay.options import RelayOptions


@dataclass(frozen=True, slots=True)
class Lease:
    """A connection lent to one transaction. `reused`: it may have died unnoticed since its last message."""

    connection: Connection
    reused: bool


class Pool:
    """At most `max_connections`, idle ones included. Waiters are served in order of arrival.

    A freed place goes straight to the first waiter, as a live connection or as the right to open one
    (None), so nobody who comes later can take it.
    """

    def __init__(self, connect: Callable[[float], Awaitable[Connection]], options: RelayOptions) -> None:
        self._connect = connect
        self._options = options
        self._idle: list[Connection] = []
        self._waiters: deque[asyncio.Future[Connection | None]] = deque()
        self._places_taken = 0
        self._closing = False
        self._reaper: asyncio.TimerHandle | None = None
        self._emptied: asyncio.Future[None] | None = None

    @property
    def connections(self) -> int:
        """How many are open or being opened."""
        return self._places_taken

    @property
    def is_full_of_work(self) -> bool:
        return not self._idle and self._places_taken >= self._options.max_connections

    def idle_connection(self) -> Connection | None:
        """An idle connection that lives, or None; to be given back like a lease."""
        while self._idle:
            connection = self._idle.pop()
            connection.on_gone = None
            if connection.usable:
                return connection
            connection.abort()
            self._places_taken -= 1
        return None

    async def acquire(self, deadline: float) -> Lease:
        """Lend a connection. Raises NextHopFailure: cannot connect, none free until `deadline`, or closing."""
        if self._closing:
            raise NextHopFailure("closing", reply=SHUTTING_DOWN)
        connection = self.idle_connection()
        if connection is None and self._places_taken < self._options.max_connections:
            self._places_taken += 1
        elif connection is None:
            connection = await self._wait_for_place(deadline)
            if connection is not None and not connection.usable:
                connection.abort()
                connection = None
        return Lease(connection, reused=True) if connection is not None else await self._open(deadline)

    async def replace(self, lease: Lease, deadline: float) -> Lease:
        """A fresh connection in the place of a dead one. Raises NextHopFailure; the place is then free."""
        lease.connection.abort()
        return await self._open(deadline)

    def release(self, connection: Connection, *, keep: bool) -> None:
        """Take a connection back; unless `keep`, it is closed at once and its place goes to the next."""
        worn_out = connection.messages >= self._options.max_messages_per_connection
        if not keep or worn_out or self._closing or not connection.usable:
            if keep:
                connection.leave()
            else:
                connection.abort()
            self._free_place()
            return
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return
        connection.rest()
        connection.on_gone = self._forget
        self._idle.append(connection)
        if self._reaper is None:
            self._set_reaper()

    async def close(self) -> None:
        """Close idle connections, turn waiters away with 421, and return when all that are lent are back."""
        self._closing = True
        if self._reaper is not None:
            self._reaper.cancel()
            self._reaper = None
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_exception(NextHopFailure("closing", reply=SHUTTING_DOWN))
        leaving, self._idle = self._idle, []
        for connection in leaving:
            connection.leave()
            self._free_place()
        if self._places_taken:
            self._emptied = asyncio.get_running_loop().create_future()
            await self._emptied
        for connection in leaving:
            await connection.closed()

    async def _wait_for_place(self, deadline: float) -> Connection | None:
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[Connection | None] = loop.create_future()
        self._waiters.append(waiter)
        timer = loop.call_at(deadline, _give_up, waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            # Served and cancelled in the same turn of the loop: what was given must not be lost.
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                given = waiter.result()
                if given is not None:
                    self.release(given, keep=True)
                else:
                    self._free_place()
            raise
        finally:
            timer.cancel()

    async def _open(self, deadline: float) -> Lease:
        try:
            return Lease(await self._connect(deadline), reused=False)
        except BaseException:
            self._free_place()
            raise

    def _free_place(self) -> None:
        """One connection less: its place, if anybody waits, goes to him."""
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return
        self._places_taken -= 1
        if self._places_taken == 0 and self._emptied is not None and not self._emptied.done():
            self._emptied.set_result(None)

    def _forget(self, connection: Connection) -> None:
        """An idle connection was closed by the next hop."""
        if connection in self._idle:
            self._idle.remove(connection)
            self._free_place()

    def _set_reaper(self) -> None:
        """The list is in order of `idle_since`: the last one in is the first one out again."""
        due = self._idle[0].idle_since + self._options.idle_seconds
        self._reaper = asyncio.get_running_loop().call_at(due, self._reap)

    def _reap(self) -> None:
        self._reaper = None
        oldest_kept = asyncio.get_running_loop().time() - self._options.idle_seconds
        while self._idle and self._idle[0].idle_since <= oldest_kept:
            self._idle.pop(0).leave()
            self._free_place()
        if self._idle:
            self._set_reaper()


def _give_up(waiter: asyncio.Future[Connection | None]) -> None:
    if not waiter.done():
        waiter.set_exception(NextHopSilent("no connection to the next hop became free"))
