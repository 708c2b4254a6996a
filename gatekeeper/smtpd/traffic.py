"""Traffic: what all conversations share: how many there are, what their bodies weigh, what is being decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.smtpd.credentials import Authenticate

if TYPE_CHECKING:
    from gatekeeper.smtpd.connection import Connection

Receive = Callable[[Session, Envelope, bytes], Awaitable[tuple[Reply, ...]]]
"""Decides and acts on one message: one reply for all, or over LMTP one for each recipient."""
OnError = Callable[[str, BaseException], None]
"""Told of every error of ours: where, and what."""
Unanswered = Callable[[Session, Envelope, bytes, tuple[Reply, ...]], None]
"""Told of every message whose replies could not be written, because the connection had ended."""
Refused = Callable[[str, str, str], None]
"""Told of every client that was turned away or denied: the listener's name, the client's address, the reply."""

MostRecipients = Callable[[str], int]
"""How many recipients one message of this login or envelope sender may have; 0: as many as the listener takes."""


def _no_limit(sender: str) -> int:
    """As many as the listener takes."""
    return 0


def _ignore_error(where: str, error: BaseException) -> None:
    """Nobody wants to know."""


def _ignore_unanswered(session: Session, envelope: Envelope, content: bytes, replies: tuple[Reply, ...]) -> None:
    """Nobody wants to know."""


def _ignore_refused(listener: str, client_address: str, reply: str) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """Whom the conversations of one listener call."""

    receive: Receive
    authenticate: Authenticate | None = None
    most_recipients: MostRecipients = _no_limit
    on_error: OnError = _ignore_error
    unanswered: Unanswered = _ignore_unanswered
    refused: Refused = _ignore_refused


class Traffic:
    """Counts for all listeners of the process, with their bounds."""

    def __init__(
        self,
        *,
        max_connections: int = 2000,
        max_body_octets: int = 512 * 2**20,
        on_connections: Callable[[int], None] | None = None,
    ) -> None:
        self._on_connections = on_connections or (lambda count: None)
        self.max_connections = max_connections
        self.max_body_octets = max_body_octets
        self.body_octets = 0
        """Octets of all bodies in flight, from the first chunk to the reply."""
        self.connections: set[Connection] = set()
        self.per_address: Counter[str] = Counter()
        self.receiving = 0
        """Messages being decided; they go on to their end whatever becomes of the connection."""
        self.draining = False

    def enter(self, connection: Connection, address: str) -> None:
        """Counts `connection` in."""
        self.connections.add(connection)
        self.per_address[address] += 1
        self._on_connections(len(self.connections))

    def leave(self, connection: Connection, address: str) -> None:
        """Counts `connection` out; may be called again."""
        if connection not in self.connections:
            return
        self.connections.discard(connection)
        self.per_address[address] -= 1
        if self.per_address[address] <= 0:
            del self.per_address[address]
        self._on_connections(len(self.connections))

    @property
    def is_full(self) -> bool:
        return len(self.connections) >= self.max_connections

    def reserve(self, octets: int) -> bool:
        """Room for `octets` more of a body, if there is any."""
        if self.body_octets + octets > self.max_body_octets:
            return False
        self.body_octets += octets
        return True

    def release(self, octets: int) -> None:
        """Gives room back."""
        self.body_octets -= octets
