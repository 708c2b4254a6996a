"""The doors: what stands behind each listener, a gate for outbound mail or an intake for copies, with its next hop.

A reload builds new doors and shows the old ones out; a message in hand ends behind the door it came to.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gatekeeper.config import Config
from gatekeeper.daemon import wiring
from gatekeeper.errors import GatekeeperError
from gatekeeper.events import Events
from gatekeeper.gate.brief import Briefs
from gatekeeper.gate.delegate import Delegate
from gatekeeper.gate.outbound import Gate
from gatekeeper.gate.passage import Passage
from gatekeeper.ids import Ids
from gatekeeper.learn.intake import Forward, Intake
from gatekeeper.learn.lesson import Lesson
from gatekeeper.letters.personal import ReportDesk
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.metrics import Source, Where
from gatekeeper.policy.evidence import Exchange
from gatekeeper.relay import Relay, open_relay
from gatekeeper.smtpd.options import ListenerOptions, Role
from gatekeeper.store.bench import Bench


class Doors:
    """The gates and intakes of one configuration, by the names of their listeners. Raises UsageError."""

    def __init__(
        self, config: Config, listeners: Sequence[ListenerOptions], bench: Bench, events: Events, ids: Ids
    ) -> None:
        self._bench = bench
        self._events = events
        self._ids = ids
        self._hostname = config.hostname
        self._relays: dict[str, Relay] = {}
        self._options = wiring.relay_options(config)
        self._gates: dict[str, Gate] = {}
        self._intakes: dict[str, Intake] = {}
        self._passages: dict[str, Passage] = {}
        self._delegates: dict[str, Delegate] = {}
        self._common = common = wiring.next_hop_url(config)
        self._settings = wiring.gate_settings(config)
        self.signer = wiring.signer(config)
        self._desk = ReportDesk(
            bench, config.hostname, config.report_address, self._settings.accounts, sign=self.signer.own
        )
        for options, listener in zip(listeners, config.listener, strict=False):
            if options.role is Role.OUTBOUND:
                relay = self._relay(listener.next_hop or common)
                self._gates[options.name] = Gate(
                    bench,
                    relay,
                    events,
                    ids,
                    replace(
                        self._settings,
                        queue_when_down=listener.queue_when_down,
                        own_addresses_only=listener.own_addresses_only,
                    ),
                    signer=self.signer,
                )
            elif options.role is Role.POLICY:
                self._delegates[options.name] = Delegate(
                    bench,
                    events,
                    ids,
                    self._settings.accounts,
                    public_url=config.public_url,
                    pass_on_failure=config.on_failure == "pass",
                )
            else:
                forward: Forward | None = None
                if listener.next_hop:
                    settings = replace(self._settings, queue_when_down=listener.queue_when_down)
                    passage = Passage(bench, self._relay(listener.next_hop), events, ids, settings)
                    self._passages[options.name], forward = passage, passage.forward
                self._intakes[options.name] = Intake(
                    self._learn, wiring.learn_settings(config), forward=forward, told=self._told
                )

    def _relay(self, url: str) -> Relay:
        """The relay to `url`; listeners with the same next hop share its connections."""
        if url not in self._relays:
            self._relays[url] = open_relay(url, self._options)
        return self._relays[url]

    async def _learn(self, exchanges: Sequence[Exchange]) -> None:
        learnt = await self._bench.learn(exchanges)
        self._events.learned(Source.LISTENER, new=learnt.new, repeated=learnt.repeated)

    def _told(self, lesson: Lesson | None, error: Exception | None) -> None:
        if error is not None:
            self._events.error(Where.LEARN, error)
        elif lesson is not None and not lesson.exchanges:
            self._events.learned(Source.LISTENER, skipped=1)

    def way_of(self, listener: str) -> tuple[Relay, Briefs]:
        """Where queued mail of a listener goes, and how its cases are written; unknown names go the common way."""
        way = self._gates.get(listener) or self._passages.get(listener)
        if way is None:
            return self._relay(self._common), Briefs(
                self._settings, self._ids, lambda: self._bench.terms.policy, time.time
            )
        return way.relay, way.briefs

    async def receive(self, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
        """Hands a message to the one behind its listener."""
        gate = self._gates.get(session.listener)
        if gate is not None and self._desk.is_asked(envelope):
            return (await self._report(session, envelope, content),)
        behind = gate or self._intakes[session.listener]
        return await behind.receive(session, envelope, content)

    async def _report(self, session: Session, envelope: Envelope, content: bytes) -> Reply:
        """A sender asks for the report on his own mail: such a message goes no further."""
        begun, id_ = time.monotonic(), self._ids.new(time.time())
        try:
            reply = await self._desk.answer(session, envelope, content)
        except Exception as error:
            self._events.error(Where.GATE, error, id=id_)
            reply = error.reply if isinstance(error, GatekeeperError) else OUR_FAULT
        self._events.finished(
            id_,
            sender=envelope.sender.address,
            recipients=[one.address for one in envelope.recipients],
            replies=(reply,),
            verdict=None,
            delay_seconds=time.monotonic() - begun,
            reason="asks for his own report",
        )
        return reply

    async def asked(self, listener: str, attributes: Mapping[str, str]) -> str:
        """An MTA's question at a policy listener, and the action that answers it."""
        return await self._delegates[listener].answer(attributes)

    def unanswered(self, session: Session, envelope: Envelope, content: bytes, replies: tuple[Reply, ...]) -> None:
        """The client never read `replies`. A copy that comes again teaches nothing twice: only gates need to know."""
        if gate := self._gates.get(session.listener):
            gate.unanswered(session, envelope, content, replies)

    async def probe(self) -> dict[str, str]:
        """By the name of each next hop why it would not take mail now, "" when it would."""
        relays = list(self._relays.values())
        found = await asyncio.gather(*(relay.probe() for relay in relays))
        return {relay.name: reason for relay, reason in zip(relays, found, strict=True)}

    async def close(self) -> None:
        """Lets go of the next hops; deliveries under way end first."""
        await asyncio.gather(*(intake.finish() for intake in self._intakes.values()))
        await asyncio.gather(*(relay.close() for relay in self._relays.values()))
