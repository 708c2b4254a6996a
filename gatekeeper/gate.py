"""The gate: the one path of a message. Read, hear, act, settle; in this order, on one screen.

1. read    the bytes become a case; pure and bounded
2. hear    the bench decides and commits, together with all cases that wait
3. act     accept: relay now, and the next hop's reply is ours. defer, refuse: the reply says why
4. settle  what the next hop took counts; what it did not is given back
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from ipaddress import ip_address

from gatekeeper.errors import GatekeeperError
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.fingerprint import fingerprint_of
from gatekeeper.mail.kind import Finding, Kind, kind_of
from gatekeeper.mail.message import Message, content_digest
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.mail.trace import is_looping, received_line
from gatekeeper.metrics import Where
from gatekeeper.policy.explain import reply_for_one, reply_to
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.relay import Delivery, Relay
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Repeated, Settlement, Unanswered, identity_of

LOOP = Reply.of(554, "5.4.6", "Not sent: this message goes in circles between mail servers.")

SIGNATURE_SAMPLE = 8
"""One in so many ordinary mails has its links read, so that a signature is known and the hot path stays short."""

VERDICT_OF_CLIENT_SECONDS = 0.05
"""How long the listener may take to notice that a client is gone."""

THREAD_SIZE_BYTES = 262_144
"""A larger message is read in a thread: it must not keep the loop from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSettings:
    """What the gate needs of the configuration."""

    hostname: str
    local_domains: tuple[str, ...] = ()
    public_url: str = ""
    pass_on_failure: bool = False


class Gate:
    """One outbound gate: its listeners call `receive`, and `unanswered` when a reply could not be given."""

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
        self._bench = bench
        self._relay = relay
        self._events = events
        self._ids = ids
        self.settings = settings
        self._clock = clock
        self._in_flight = InFlight()

    async def receive(self, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
        """The reply for everybody, or over LMTP one for each recipient. Our own errors are 451, never an exception."""
        started = time.monotonic()
        id_ = self._ids.new(self._clock())
        try:
            return await self._pass(id_, session, envelope, content, started)
        except Exception as error:
            self._events.error(Where.GATE, error, id=id_)
            reply = error.reply if isinstance(error, GatekeeperError) else OUR_FAULT
            self._finished(id_, envelope, (reply,), None, started, reason="an error of the gateway")
            return self._for_each(session, envelope, reply)

    def unanswered(self, session: Session, envelope: Envelope, content: bytes, replies: Sequence[Reply]) -> None:
        """The client was gone before it could read the answer: its retry gets the same one, not a second delivery."""
        if not replies or not all(reply.positive for reply in replies):
            return
        message, finding, digest = read(content)
        case = self.case("", session, envelope, message, finding, digest)
        self._events.unanswered(message.message_id or "(no Message-ID)", relay="client")
        self._bench.put(
            Unanswered(sender=case.sender, identity=case.identity, now=case.now, reply=replies[0])
        ).add_done_callback(self._settled)

    async def _pass(
        self, id_: str, session: Session, envelope: Envelope, content: bytes, started: float
    ) -> tuple[Reply, ...]:
        # Read.
        if len(content) > THREAD_SIZE_BYTES:
            message, finding, digest = await asyncio.to_thread(read, content)
        else:
            message, finding, digest = read(content)
        if is_looping(message, self.settings.hostname):
            self._finished(id_, envelope, (LOOP,), None, started, reason="too many Received headers")
            return self._for_each(session, envelope, LOOP)
        case = self.case(id_, session, envelope, message, finding, digest)

        # Hear.
        async with _Alone(self._in_flight, (case.sender, case.identity)):
            try:
                answer = await self._bench.judge(case)
            except GatekeeperError as failure:
                self._events.error(Where.BENCH, failure, id=id_)
                if not self.settings.pass_on_failure:
                    self._finished(id_, envelope, (OUR_FAULT,), None, started, reason=failure.reason)
                    return self._for_each(session, envelope, OUR_FAULT)
                answer = None
            if isinstance(answer, Repeated):
                self._events.answered_from_record(id_, sender=case.sender)
                return self._for_each(session, envelope, answer.reply)
            if answer is not None:
                self._events.judged(answer.verdict, seconds=time.monotonic() - started)

            # Act.
            taken = self._taken(session, envelope, answer)
            delivery: Delivery | None = None
            if taken:
                onward = replace(envelope, recipients=tuple(envelope.recipients[index] for index in taken))
                trace = received_line(session, onward, self.settings.hostname, id_, case.now)
                before = time.monotonic()
                delivery = await self._relay.deliver(onward, (trace, content))
                self._events.relayed(seconds=time.monotonic() - before)
            replies = self._replies(session, envelope, answer, taken, delivery, id_)

            # Settle.
            if answer is not None and delivery is not None:
                self._settle(answer, taken, delivery)
        self._finished(id_, envelope, replies, answer.verdict if answer else None, started, delivery=delivery)
        return replies

    def case(
        self,
        id_: str,
        session: Session,
        envelope: Envelope,
        message: Message,
        finding: Finding,
        digest: bytes,
    ) -> Case:
        """What the bench is asked about this message; `try` asks the same."""
        sender = self.account_of(session, envelope)
        list_id = message.get("list-id") or ""
        ordinary = message.key % SIGNATURE_SAMPLE == 0 and len(message.content) <= THREAD_SIZE_BYTES
        recipients = tuple(recipient.address for recipient in envelope.recipients)
        return Case(
            id=id_,
            identity=identity_of(message.key, digest, recipients),
            now=self._clock(),
            sender=sender,
            domain=sender.rpartition("@")[2],
            client=_telling_address(session),
            recipients=recipients,
            message_key=message.key,
            digest=digest,
            cites=message.cites,
            kind=finding.kind,
            signals=tuple(signal.name for signal in finding.signals),
            content=partial(fingerprint_of, message),
            has_unsubscribe=message.get("list-unsubscribe") is not None,
            has_one_click=message.get("list-unsubscribe-post") is not None,
            subject=partial(message.text, "subject"),
            purposes=tuple(filter(None, (list_id.strip("<> ").casefold(), sender, sender.rpartition("@")[2]))),
            null_sender=envelope.sender.is_null and session.login is None,
            report_form=finding.kind is Kind.AUTOMATIC,
            links=(lambda: fingerprint_of(message).links) if ordinary else None,
            divisible=_is_lmtp(session),
        )

    def account_of(self, session: Session, envelope: Envelope) -> str:
        """The account that is judged: who logged in, whatever MAIL FROM says, else the envelope sender."""
        if session.login is None:
            return envelope.sender.address
        if "@" in session.login or not self.settings.local_domains:
            return canonical(session.login) or session.login
        return canonical(f"{session.login}@{self.settings.local_domains[0]}") or session.login

    def link_to(self, id_: str) -> str:
        """Where the sender reads more: unguessable, and at most 80 characters with a usual public URL."""
        return f"{self.settings.public_url}/why/{self._ids.token(id_)}" if self.settings.public_url else ""

    def _taken(self, session: Session, envelope: Envelope, answer: Judged | None) -> tuple[int, ...]:
        """The positions of those who shall get it: all, none, or over LMTP those whom nothing stands against."""
        everybody = tuple(range(len(envelope.recipients)))
        if answer is None or answer.verdict.ruling is Ruling.ACCEPT:
            return everybody
        if not _is_lmtp(session):
            return ()
        rulings = answer.verdict.recipients
        return tuple(index for index in everybody if rulings[index].ruling is Ruling.ACCEPT)

    def _replies(
        self,
        session: Session,
        envelope: Envelope,
        answer: Judged | None,
        taken: tuple[int, ...],
        delivery: Delivery | None,
        id_: str,
    ) -> tuple[Reply, ...]:
        if not _is_lmtp(session):
            if delivery is not None:
                return (_for_all(delivery),)
            assert answer is not None
            return (reply_to(answer.verdict, self.link_to(id_)),)
        given = dict(zip(taken, delivery.replies, strict=True)) if delivery is not None else {}
        replies = []
        for index in range(len(envelope.recipients)):
            if index in given:
                replies.append(given[index])
            else:
                assert answer is not None
                replies.append(reply_for_one(answer.verdict, index, self.link_to(id_)))
        return tuple(replies)

    def _settle(self, judged: Judged, taken: tuple[int, ...], delivery: Delivery) -> None:
        delivered = tuple(index for index, reply in zip(taken, delivery.replies, strict=True) if reply.positive)
        if not delivery.certain:
            # The next hop may have it: what was reserved stays spent, so that doubt never helps a blast.
            self._events.unanswered(judged.case.id, relay=delivery.next_hop)
            delivered, outcome = taken, "unknown"
        elif delivered:
            outcome = "sent"
        else:
            outcome = "deferred" if _for_all(delivery).temporary else "refused"
        self._bench.put(
            Settlement(judged=judged, now=self._clock(), delivered=delivered, outcome=outcome)
        ).add_done_callback(self._settled)

    def _settled(self, future: object) -> None:
        failure = future.exception()  # type: ignore[attr-defined]  # a concurrent future
        if failure is not None:
            self._events.error(Where.BENCH, failure)

    def _for_each(self, session: Session, envelope: Envelope, reply: Reply) -> tuple[Reply, ...]:
        return (reply,) * len(envelope.recipients) if _is_lmtp(session) else (reply,)

    def _finished(
        self,
        id_: str,
        envelope: Envelope,
        replies: Sequence[Reply],
        verdict: Verdict | None,
        started: float,
        *,
        delivery: Delivery | None = None,
        reason: str = "",
    ) -> None:
        self._events.finished(
            id_,
            sender=envelope.sender.address,
            recipients=[recipient.address for recipient in envelope.recipients],
            replies=replies,
            verdict=verdict,
            delay_seconds=time.monotonic() - started,
            relay=delivery.next_hop if delivery else "none",
            certain=delivery.certain if delivery else True,
            reason=reason or (delivery.reason if delivery else ""),
        )


class InFlight(dict[tuple[str, int], "asyncio.Future[None]"]):
    """Messages on their way, by sender and identity; `awaited` are those whose copy waits."""

    def __init__(self) -> None:
        super().__init__()
        self.awaited: set[tuple[str, int]] = set()


class _Alone:
    """Two copies of one message at the same time: the second waits for the first, whose client may be gone.

    When that client never read the answer, the second finds it in the record; when it did, the second was sent
    on purpose and is a mail of its own.
    """

    def __init__(self, in_flight: InFlight, key: tuple[str, int]) -> None:
        self._in_flight = in_flight
        self._key = key

    async def __aenter__(self) -> None:
        while (other := self._in_flight.get(self._key)) is not None:
            self._in_flight.awaited.add(self._key)
            await asyncio.shield(other)
        self._in_flight[self._key] = asyncio.get_running_loop().create_future()

    async def __aexit__(self, *_: object) -> None:
        future = self._in_flight.pop(self._key)
        if self._key in self._in_flight.awaited:
            self._in_flight.awaited.discard(self._key)
            # The listener finds out in its next steps whether the answer could be given.
            asyncio.get_running_loop().call_later(VERDICT_OF_CLIENT_SECONDS, future.set_result, None)


def read(content: bytes) -> tuple[Message, Finding, bytes]:
    """The message, its kind and its digest. Pure; linear in its size."""
    message = Message.read(content)
    return message, kind_of(message), content_digest(content)


def _is_lmtp(session: Session) -> bool:
    return session.protocol.startswith("LMTP")


def _for_all(delivery: Delivery) -> Reply:
    """One reply for everybody: 4yz before 5yz before 2yz, so that a refusal means that nobody got it."""
    return min(delivery.replies, key=lambda reply: 0 if reply.temporary else 1 if reply.permanent else 2)


def _telling_address(session: Session) -> str:
    """The client's address where it says something about the sender: not the MTA in front, nor this machine."""
    if not session.client_address_is_known:
        return ""
    try:
        address = ip_address(session.client_address)
    except ValueError:
        return ""
    return "" if address.is_loopback or address.is_unspecified else str(address)
