"""The room in the queue: how much may wait here before clients are told that there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from gatekeeper.store import queue
from gatekeeper.store.case import Queued
from gatekeeper.store.ending import ENDED, Ending

RECOUNT_SECONDS = 300.0
"""What this node puts and ends is counted as it happens; other nodes and admins change the load, too."""
REFUSE_AGAIN_SECONDS = 10.0
"""Nobody is refused on an older count than this."""


class Room:
    """Counts what is put and what ends, and refuses what is too much. Used by the bench's thread alone.

    `begin` and `committed` frame each transaction: after one that was rolled back everything is counted anew.
    """

    def __init__(
        self, clock: Callable[[], float], *, most_messages: int = 100_000, most_octets: int = 10 * 2**30
    ) -> None:
        self._clock = clock
        self.most_messages = most_messages
        self.most_octets = most_octets
        self._load = queue.Load(messages=0, octets=0)
        self._counted_at = float("-inf")
        self._is_open = False
        self._added: list[tuple[queue.Parcel, bytes]] = []

    def begin(self) -> None:
        """A new transaction begins."""
        self._added = []
        if self._is_open:
            self._counted_at = float("-inf")
        self._is_open = True

    def add(self, connection: Connection, parcel: queue.Parcel, content: bytes, *, must: bool = False) -> Queued:
        """Put the message in the queue if there is room, or in any case where it `must` not be refused; it is
        written by `write`, with others."""
        if not self._takes(connection, len(content)) and not must:
            return Queued.FULL
        self._load = _plus(self._load, 1, len(content))
        self._added.append((parcel, content))
        return Queued.YES

    def write(self, connection: Connection) -> None:
        """Write what was added in this transaction."""
        queue.put_all(connection, self._added)
        self._added = []

    def written(self, endings: Sequence[Ending]) -> None:
        """These endings are part of this transaction, with their reports."""
        for one in endings:
            if one.state in ENDED:
                self._load = _plus(self._load, -1, -one.parcel.size_bytes)
            if one.report is not None:
                self._load = _plus(self._load, 1, len(one.report[1]))

    def committed(self) -> None:
        """The transaction is durable."""
        self._is_open = False

    def _takes(self, connection: Connection, octets: int) -> bool:
        age = self._clock() - self._counted_at
        if not (0 <= age < RECOUNT_SECONDS and (self._has_room(octets) or age < REFUSE_AGAIN_SECONDS)):
            # What was added in this transaction is not written yet.
            unwritten = sum(len(content) for _, content in self._added)
            self._load = _plus(queue.load(connection), len(self._added), unwritten)
            self._counted_at = self._clock()
        return self._has_room(octets)

    def _has_room(self, octets: int) -> bool:
        return self._load.messages < self.most_messages and self._load.octets + octets <= self.most_octets


def _plus(load: queue.Load, messages: int, octets: int) -> queue.Load:
    return queue.Load(messages=load.messages + messages, octets=load.octets + octets)
