"""The room in the queue: how much may wait here before clients are told that there is none."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from gatekeeper.store import queue
from gatekeeper.store.case import Queued

RECOUNT_SECONDS = 30.0
"""Other nodes and finished deliveries change the load; in between only what came is added."""


class Room:
    """Counts what is put, and refuses what is too much. Used by the bench's thread alone."""

    def __init__(
        self, clock: Callable[[], float], *, most_messages: int = 100_000, most_octets: int = 10 * 2**30
    ) -> None:
        self._clock = clock
        self.most_messages = most_messages
        self.most_octets = most_octets
        self._load = queue.Load(messages=0, octets=0)
        self._counted_at = float("-inf")
        self._added: list[tuple[queue.Parcel, bytes]] = []

    def add(self, connection: Connection, parcel: queue.Parcel, content: bytes) -> Queued:
        """Put the message in the queue if there is room; it is written by `write`, with others."""
        if not self._takes(connection, len(content)):
            return Queued.FULL
        self._added.append((parcel, content))
        return Queued.YES

    def write(self, connection: Connection) -> None:
        """Write what was added in this transaction."""
        if self._added:
            queue.put_all(connection, self._added)
            self._added = []

    def forget(self) -> None:
        """A new transaction begins: what another one added was rolled back."""
        self._added = []

    def put(self, connection: Connection, parcel: queue.Parcel, content: bytes, *, must: bool = False) -> Queued:
        """Put the message in the queue at once if there is room, or in any case where it `must` not be refused."""
        if not self._takes(connection, len(content)) and not must:
            return Queued.FULL
        queue.put(connection, parcel, content)
        return Queued.YES

    def _takes(self, connection: Connection, octets: int) -> bool:
        now = self._clock()
        if not 0 <= now - self._counted_at < RECOUNT_SECONDS:
            self._load, self._counted_at = queue.load(connection), now
        load = queue.Load(messages=self._load.messages + 1, octets=self._load.octets + octets)
        if load.messages > self.most_messages or load.octets > self.most_octets:
            return False
        self._load = load
        return True
