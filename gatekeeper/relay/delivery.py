"""A delivery: what became of one message at the next hop, and the doors through which one is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from gatekeeper.mail.envelope import Envelope
from gatekeeper.mail.reply import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What the next hop answered.

    `replies` has one reply for each recipient of the envelope, in its order. Over SMTP all are equal: the
    message went to everybody or to nobody.
    `certain` is False when the final dot was sent and no reply to it was read: the next hop may have the
    message all the same (RFC 5321 6.1).
    `refused` are the positions of the recipients whom the next hop refused one by one (at RCPT, or over LMTP
    after the dot); a refusal of the message as a whole names nobody.
    `own` is, over SMTP, what each of `refused` was told at his RCPT, while `replies` has one reply for everybody.
    `next_hop` and `reason` are for the log: where it went, and our side of the story where the replies do
    not tell it ("" otherwise).
    `reports`: the next hop has DSN, and tells the sender what NOTIFY asks for itself (RFC 3461 5.2.2).
    """

    replies: tuple[Reply, ...]
    certain: bool = True
    next_hop: str
    refused: tuple[int, ...] = ()
    own: tuple[Reply, ...] = ()
    reason: str = ""
    reports: bool = False

    @classmethod
    def alike(cls, reply: Reply, envelope: Envelope, *, next_hop: str, certain: bool = True, reason: str = "") -> Self:
        """The same reply for every recipient."""
        replies = (reply,) * len(envelope.recipients)
        return cls(replies=replies, certain=certain, next_hop=next_hop, reason=reason)

    def reply_to(self, position: int) -> Reply:
        """What was said about this recipient himself."""
        if self.own and position in self.refused:
            return self.own[self.refused.index(position)]
        return self.replies[position]

    @property
    def accepted(self) -> bool:
        """The next hop has taken the message for at least one recipient."""
        return any(reply.positive for reply in self.replies)


class Relay(Protocol):
    """A next hop."""

    async def deliver(self, envelope: Envelope, content: Sequence[bytes]) -> Delivery:
        """Hand one message on, byte for byte; `content` is its pieces in order (trace header, then the message).

        Failures of the next hop are values. A cancelled delivery leaves no connection behind, but the message
        may have been delivered: shield it.
        """
        ...

    @property
    def is_down(self) -> bool:
        """Whether the last attempt, a moment ago, got no connection: the next one would only wait for the same."""
        ...

    @property
    def name(self) -> str:
        """Where it goes, for people; no secret of its URL."""
        ...

    async def probe(self) -> str:
        """Why the next hop would not take mail now, "" when it would, as far as a greeting tells."""
        ...

    async def close(self) -> None:
        """Let go of idle connections; deliveries under way end first, new ones get 421 4.3.2."""
        ...
