"""The doors: what stands behind each listener, a gate for outbound mail or an intake for copies, with its next hop.

A reload builds new doors and shows the old ones out; a message in hand ends behind the door it came to.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from gatekeeper.config import Config
from gatekeeper.daemon import wiring
from gatekeeper.events import Events
from gatekeeper.gate import Gate
from gatekeeper.ids import Ids
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.relay import Relay, open_relay
from gatekeeper.smtpd.options import ListenerOptions, Role
from gatekeeper.store.bench import Bench


class Doors:
    """The gates and intakes of one configuration, by the names of their listeners. Raises UsageError."""

    def __init__(
        self, config: Config, listeners: Sequence[ListenerOptions], bench: Bench, events: Events, ids: Ids
    ) -> None:
        self._events = events
        self._relays: dict[str, Relay] = {}
        self._options = wiring.relay_options(config)
        self._common = wiring.next_hop_url(config)
        self._behind: dict[str, Gate] = {}
        for options, listener in zip(listeners, config.listener, strict=False):
            if options.role is Role.OUTBOUND:
                relay = self._relay(listener.next_hop or self._common)
                self._behind[options.name] = Gate(bench, relay, events, ids, wiring.gate_settings(config))

    def _relay(self, url: str) -> Relay:
        """The relay to `url`; listeners with the same next hop share its connections."""
        if url not in self._relays:
            self._relays[url] = open_relay(url, self._options)
        return self._relays[url]

    async def receive(self, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
        """Hands a message to the one behind its listener."""
        return await self._behind[session.listener].receive(session, envelope, content)

    def unanswered(self, session: Session, envelope: Envelope, content: bytes, replies: tuple[Reply, ...]) -> None:
        """The client never read `replies`."""
        self._behind[session.listener].unanswered(session, envelope, content, replies)

    async def probe(self) -> bool:
        """Whether every next hop would take mail now."""
        return all(await asyncio.gather(*(relay.probe() for relay in self._relays.values())))

    async def close(self) -> None:
        """Lets go of the next hops; deliveries under way end first."""
        await asyncio.gather(*(relay.close() for relay in self._relays.values()))
