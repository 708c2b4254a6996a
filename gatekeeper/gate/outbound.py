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
from dataclasses import replace
from functools import partial

from gatekeeper.errors import GatekeeperError
from gatekeeper.events import Events
from gatekeeper.feedback.bounce import status_in
from gatekeeper.gate.brief import THREAD_SIZE_BYTES, Briefs, GateSettings, is_lmtp, read
from gatekeeper.gate.inflight import Alone, InFlight
from gatekeeper.gate.remainder import Remainder, is_kept, kept_for_later, one_reply
from gatekeeper.ids import Ids
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.message import Message
from gatekeeper.mail.reply import DISK_FULL, OUR_FAULT, Reply
from gatekeeper.mail.trace import is_looping, received_line
from gatekeeper.metrics import Where
from gatekeeper.policy.explain import explanation, reply_for_one, reply_to
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.relay import Delivery, Relay
from gatekeeper.signing.signer import Signer
from gatekeeper.store.aliases import learn_alias
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Queued, Repeated, Settlement, Unanswered

NAMES_SEEN = 10_000
"""Logins with the further addresses that they write from; more are asked about again."""
LOOP = Reply.of(554, "5.4.6", "Not sent: this message goes in circles between mail servers.")


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
        signer: Signer | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._signer = signer
        self._bench = bench
        self.relay = relay
        self._events = events
        self._ids = ids
        self.settings = settings
        self.briefs = Briefs(settings, ids, lambda: bench.terms.policy, clock)
        self._remainder = Remainder(bench, self.briefs, events)
        self._clock = clock
        self._in_flight: InFlight = {}
        self._names_seen: set[tuple[str, str]] = set()

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
        """The client was gone before it said another word: its retry gets the same answer, not a second delivery.

        Whether it has read the answer, nobody can tell. A host resets the connection when its program closes without
        having read all (RFC 1122 4.2.2.13), and also when a program that has read it asks for that.
        """
        if not replies or not all(reply.positive for reply in replies):
            return
        message, finding, digest = read(content)
        case = self.briefs.case("", session, envelope, message, finding, digest)
        self._events.unread(message.message_id or "(no Message-ID)", sender=case.sender)
        self._bench.ask(
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
        if (unfit := self._unfit(session, envelope, message)) is not None:
            self._finished(id_, envelope, (unfit,), None, started)
            return self._for_each(session, envelope, unfit)
        # While the next hop is down, what this listener may keep is not tried first: one commit, and no waiting.
        is_down = self.settings.queue_when_down and self.relay.is_down
        case = self.briefs.case(id_, session, envelope, message, finding, digest, may_wait=True, is_down=is_down)

        # Hear.
        async with Alone(self._in_flight, (case.sender, case.identity)):
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

            if answer is not None and answer.queued is not Queued.NO:
                reply = self._kept(answer)
                if answer.queued is Queued.FULL:
                    self._ask_to_settle(answer, outcome="deferred")
                self._finished(id_, envelope, (reply,), answer.verdict, started, kept=True)
                return (reply,)

            # Act.
            taken = self._taken(session, envelope, answer)
            delivery: Delivery | None = None
            kept: tuple[Reply, ...] = ()
            if taken:
                onward = envelope
                if len(taken) < len(envelope.recipients):
                    onward = replace(envelope, recipients=tuple(envelope.recipients[index] for index in taken))
                trace = received_line(session, onward, self.settings.hostname, id_, case.now)
                before = time.monotonic()
                signature = b"" if self._signer is None else await self._signer.signature(content)
                delivery = await self.relay.deliver(onward, (trace, signature, content))
                self._events.relayed(seconds=time.monotonic() - before)
            replies = self._replies(session, envelope, answer, taken, delivery, id_)
            if delivery is not None and not is_lmtp(session):
                kept = await self._remainder.keep(
                    id_, session, envelope, content, delivery, account=case.sender, now=case.now
                )
                replies = kept or replies
            if delivery is not None and not kept and not delivery.reports:
                await self._report_success(id_, session, envelope, message, case, taken, delivery)

            # Settle.
            if answer is not None and delivery is not None and (delivery.accepted or not is_kept(kept)):
                self._settle(answer, taken, delivery)
            if delivery is not None and delivery.accepted and session.login is not None:
                self._join(session, message, case.sender)
        told = delivery.replies if is_kept(kept) and delivery is not None and delivery.accepted else replies
        verdict = answer.verdict if answer else None
        self._finished(id_, envelope, told, verdict, started, delivery=delivery, kept=is_kept(kept))
        return replies

    def _unfit(self, session: Session, envelope: Envelope, message: Message) -> Reply | None:
        """The refusal of what needs no judgement: it goes in circles, or is not the login's to send."""
        if is_looping(message, self.settings.hostname):
            return LOOP
        accounts = self.settings.accounts
        if self.settings.own_addresses_only:
            foreign = accounts.foreign(session, envelope, message.addresses("from"))
            if foreign:
                return Reply.of(
                    550,
                    "5.7.1",
                    f"Not sent: {foreign} is not an address of yours; you are logged in as {session.login}.",
                    "Send it from your own address, or ask your mail admin to add this one to your account.",
                )
        return None

    def _kept(self, answer: Judged) -> Reply:
        """250 for what is durable here; the rest of the line says why it is not on its way yet."""
        if answer.queued is Queued.FULL:
            return DISK_FULL
        if answer.verdict.ruling is Ruling.ACCEPT:
            return kept_for_later(answer.case.id)
        outcome = explanation(answer.verdict).outcome
        if answer.verdict.ruling is Ruling.REFUSE:
            known = sum(one.ruling is Ruling.ACCEPT for one in answer.verdict.recipients)
            outcome = f"Sent to {known} of {len(answer.verdict.recipients)}; a report about the others follows."
        return Reply.of(250, "2.0.0", f"Ok: kept here as {answer.case.id}. {outcome}")

    async def _report_success(
        self,
        id_: str,
        session: Session,
        envelope: Envelope,
        message: Message,
        case: Case,
        taken: tuple[int, ...],
        delivery: Delivery,
    ) -> None:
        """A next hop without DSN tells nobody that it took the mail: for whom NOTIFY=SUCCESS asks it, the report goes
        out from here, through the queue (RFC 3461 5.2.2). It has been taken, whatever our bookkeeping says."""
        told = [
            (envelope.recipients[index], reply)
            for index, reply in zip(taken, delivery.replies, strict=True)
            if reply.positive and envelope.recipients[index].asks_for(b"SUCCESS")
        ]
        if not told or not self.settings.queue or envelope.sender.is_null:
            return
        people, replies = zip(*told, strict=True)
        concerned = replace(envelope, recipients=people)
        parcel = self.briefs.parcel_of_rest(
            id_, session, concerned, replies, delivery.next_hop, account=case.sender, arrived=case.now
        )
        # Such a report returns the header only.
        header = message.content[: message.header_size]
        try:
            await self._bench.run(partial(self._bench.room.add, parcel=parcel, content=header, must=True))
        except GatekeeperError as failure:
            self._events.error(Where.BENCH, failure, id=id_)

    def _taken(self, session: Session, envelope: Envelope, answer: Judged | None) -> tuple[int, ...]:
        """The positions of those who shall get it: all, none, or over LMTP those whom nothing stands against."""
        everybody = tuple(range(len(envelope.recipients)))
        if answer is None or answer.verdict.ruling is Ruling.ACCEPT:
            return everybody
        if not is_lmtp(session):
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
        if not is_lmtp(session):
            if delivery is not None:
                return (one_reply(delivery),)
            assert answer is not None
            return (reply_to(answer.verdict, self.briefs.link_to(id_)),)
        given = dict(zip(taken, delivery.replies, strict=True)) if delivery is not None else {}
        replies = []
        for index in range(len(envelope.recipients)):
            if index in given:
                replies.append(given[index])
            else:
                assert answer is not None
                replies.append(reply_for_one(answer.verdict, index, self.briefs.link_to(id_)))
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
            outcome = "deferred" if one_reply(delivery).temporary else "refused"
        failed = tuple(
            (index, reply.enhanced or status_in(reply.text))
            for index, reply in zip(taken, delivery.replies, strict=True)
            if reply.permanent
        )
        self._ask_to_settle(judged, outcome=outcome, delivered=delivered, failed=failed)

    def _ask_to_settle(
        self,
        judged: Judged,
        *,
        outcome: str,
        delivered: tuple[int, ...] = (),
        failed: tuple[tuple[int, str], ...] = (),
    ) -> None:
        settlement = Settlement(judged=judged, now=self._clock(), delivered=delivered, outcome=outcome, failed=failed)
        self._bench.ask(settlement).add_done_callback(self._settled)

    def _join(self, session: Session, message: Message, account: str) -> None:
        """A login that writes in the name of an address that nobody has: asked once in a run, off the path of mail."""
        authors = message.addresses("from")
        address = self.settings.accounts.joins(session, authors[0], account) if len(authors) == 1 else ""
        if not address or (account, address) in self._names_seen:
            return
        if len(self._names_seen) >= NAMES_SEEN:
            self._names_seen.clear()
        self._names_seen.add((account, address))
        learn = partial(learn_alias, account=account, address=address, now=self._clock())
        self._bench.ask(learn).add_done_callback(self._settled)

    def _settled(self, future: asyncio.Future[None]) -> None:
        failure = future.exception()
        if failure is not None:
            self._events.error(Where.BENCH, failure)

    def _for_each(self, session: Session, envelope: Envelope, reply: Reply) -> tuple[Reply, ...]:
        return (reply,) * len(envelope.recipients) if is_lmtp(session) else (reply,)

    def _finished(
        self,
        id_: str,
        envelope: Envelope,
        replies: Sequence[Reply],
        verdict: Verdict | None,
        started: float,
        *,
        delivery: Delivery | None = None,
        kept: bool = False,
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
            kept=kept and not (delivery and delivery.accepted),
            reason=reason or (delivery.reason if delivery else ""),
        )
