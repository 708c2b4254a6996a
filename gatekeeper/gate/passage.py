"""The passage: mail on its way in goes through to the next hop, judged by nobody, changed by nothing.

What the next hop takes for some recipients and not for others is finished from the queue, as an MTA would: its
failures are reported to the author outside, by the common way for mail that leaves the site.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from gatekeeper.errors import GatekeeperError
from gatekeeper.events import Events
from gatekeeper.gate.brief import Briefs, GateSettings, is_lmtp
from gatekeeper.gate.remainder import Remainder, is_kept, one_reply
from gatekeeper.ids import Ids
from gatekeeper.learn.intake import Passed
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.mail.trace import received_line
from gatekeeper.relay import Delivery, Relay
from gatekeeper.store.bench import Bench


class Passage:
    """The way of one pass-through listener."""

    def __init__(
        self,
        bench: Bench,
        relay: Relay,
        events: Events,
        ids: Ids,
        settings: GateSettings,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.relay = relay
        self._events = events
        self._ids = ids
        self.briefs = Briefs(settings, ids, lambda: bench.terms.policy, clock)
        self._remainder = Remainder(bench, self.briefs, events)
        self._clock = clock

    async def forward(self, session: Session, envelope: Envelope, content: bytes) -> Passed:
        """Hand it on, with one trace line on top (RFC 5321 4.4). Raises what went wrong here, when the log has it."""
        begun, now = time.monotonic(), self._clock()
        id_ = self._ids.new(now)
        delivery: Delivery | None = None
        replies: tuple[Reply, ...] = (OUR_FAULT,)
        told = replies
        kept: tuple[Reply, ...] = ()
        reason = "an error of the gateway"
        try:
            trace = received_line(session, envelope, self.briefs.settings.hostname, id_, now)
            delivery = await self.relay.deliver(envelope, (trace, content))
            self._events.relayed(seconds=time.monotonic() - begun)
            if not delivery.certain:
                self._events.unanswered(id_, relay=delivery.next_hop)
            if is_lmtp(session):
                replies = delivery.replies
            else:
                kept = await self._remainder.keep(id_, session, envelope, content, delivery, account="", now=now)
                replies = kept or (one_reply(delivery),)
            told, reason = delivery.replies if delivery.accepted else replies, delivery.reason
        except GatekeeperError as failure:
            told, reason = (failure.reply,), failure.reason
            raise
        finally:
            self._events.finished(
                id_,
                sender=envelope.sender.address,
                recipients=[one.address for one in envelope.recipients],
                replies=told,
                verdict=None,
                delay_seconds=time.monotonic() - begun,
                relay=delivery.next_hop if delivery else "none",
                certain=delivery.certain if delivery else True,
                reason=reason,
                kept=is_kept(kept) and not (delivery and delivery.accepted),
            )
        return Passed(replies=replies, taken=any(reply.positive for reply in replies))
