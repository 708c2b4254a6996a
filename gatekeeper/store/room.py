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

    def put(self, connection: Connection, parcel: queue.Parcel, content: bytes) -> Queued:
        """Put the message in the queue if there is room."""
        now = self._clock()
        if now - self._counted_at >= RECOUNT_SECONDS:
            self._load, self._counted_at = queue.load(connection), now
        load = queue.Load(messages=self._load.messages + 1, octets=self._load.octets + len(content))
        if load.messages > self.most_messages or load.octets > self.most_octets:
            return Queued.FULL
        queue.put(connection, parcel, content)
        self._load = load
        return Queued.YES
