"""The outbox: runs the queue. What is due is heard again if it must be, delivered, tried later, or reported.

Every end is one transaction: the fates of the recipients, the state of the message, and the report about it. A
node that dies in between leaves a claim that ends, and the message is taken up again: nothing is lost, and a
report is written exactly once.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Connection

from gatekeeper.brief import Briefs, read
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.mail.dsn import Action
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Where
from gatekeeper.policy.explain import explanation, reply_to
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.relay import Delivery, Relay
from gatekeeper.reports import Reporter
from gatekeeper.signing import Signer
from gatekeeper.store import ledger, queue
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Repeated, Settlement
from gatekeeper.store.queue import Addressee, Fate, Parcel, QueueState

CAMPAIGN = frozenset({Because.INVITE_ALL, Because.CAMPAIGN, Because.CAMPAIGN_SHARED, Because.FLOOD})
TOO_LATE = Reply.of(550, "5.4.7", "Not sent: it could not be delivered in time.")
CLAIMED_AT_ONCE = 200


class Ways(Protocol):
    """Where mail of a listener goes, and how its cases are written; "" is the common way, for our own reports."""

    signer: Signer

    def way_of(self, listener: str) -> tuple[Relay, Briefs]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxSettings:
    """How the queue is run. `delay_notice_seconds` 0: nobody is told of a delay."""

    node: str
    concurrency: int = 20
    delay_notice_seconds: float = 4 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A message that its second hearing refused, with its octets for the report."""

    parcel: Parcel
    verdict: Verdict
    content: bytes


class Outbox:
    """See the module. `run` takes what is due; call it by the clock."""

    def __init__(
        self,
        bench: Bench,
        ways: Callable[[], Ways],
        reporter: Reporter,
        events: Events,
        ids: Ids,
        settings: OutboxSettings,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._bench = bench
        self._ways = ways
        self._reporter = reporter
        self._events = events
        self._ids = ids
        self._settings = settings
        self._clock = clock
        self._running = asyncio.Lock()
        self._stopping = False
        self._places = asyncio.Semaphore(settings.concurrency)

    async def run(self, now: float) -> int:
        """Serve everything that is due; gives how many messages that was. Runs do not overlap."""
        async with self._running:
            return await self._run(now)

    async def drain(self) -> None:
        """Take nothing more, and wait for what is under way."""
        self._stopping = True
        async with self._running:
            pass

    async def _run(self, now: float) -> int:
        served = 0
        while not self._stopping:
            parcels: list[Parcel] = await self._bench.run(
                lambda connection: queue.claim(connection, now, self._settings.node, CLAIMED_AT_ONCE)
            )
            if not parcels:
                break
            served += len(parcels)
            # One account after the other within itself: its campaign is reported once.
            accounts = itertools.groupby(sorted(parcels, key=_account), key=_account)
            await asyncio.gather(*(self._serve_account(list(mine)) for _, mine in accounts))
        return served

    async def _serve_account(self, parcels: list[Parcel]) -> None:
        judged = [one for one in parcels if one.judged]
        await asyncio.gather(*(self._guarded(one) for one in judged))
        waiting = deque(one for one in parcels if not one.judged)
        refused: list[Refused] = []
        while waiting:
            found = await self._guarded(waiting.popleft())
            if found is None:
                continue
            refused.append(found)
            if len(refused) == 1:
                # The campaign has shown itself: what still waits is heard now, and told in the same report.
                now, account = self._clock(), found.parcel.account
                waiting.extend(await self._claimed_of(account, now))
        if refused:
            await self._refuse(refused)

    async def _claimed_of(self, account: str, now: float) -> list[Parcel]:
        claimed: list[Parcel] = await self._bench.run(
            lambda connection: queue.claim_account(connection, account, now, self._settings.node)
        )
        return claimed

    async def _guarded(self, parcel: Parcel) -> Refused | None:
        """Serve one message; an error of ours leaves it to be tried later."""
        async with self._places:
            try:
                return await self._serve(parcel)
            except Exception as error:
                self._events.error(Where.RELAY, error, id=parcel.id)
                due = queue.next_due(parcel, self._clock())
                try:
                    await self._bench.run(
                        lambda connection: queue.reschedule(
                            connection, parcel, due=due, judged=parcel.judged, reason="an error of ours", tried=False
                        )
                    )
                except Exception as again:
                    # The claim ends by itself, and the message is taken up then.
                    self._events.error(Where.BENCH, again, id=parcel.id)
                return None

    async def _serve(self, parcel: Parcel) -> Refused | None:
        relay, briefs = self._ways().way_of(parcel.session.listener)
        content: bytes = await self._bench.run(lambda connection: queue.content_of(connection, parcel.id))
        if not parcel.waiting:
            await self._end(parcel, [], content)
            return None
        if parcel.judged:
            judged = await self._bench.run(lambda connection: self._judged(connection, briefs, parcel, content))
            await self._deliver(parcel, relay, content, judged)
            return None
        case = self._case(briefs, parcel, content)
        answer = await self._bench.judge(case)
        now = self._clock()
        if isinstance(answer, Repeated):
            await self._end(parcel, [(i, _sent(parcel, i, answer.reply, "", now)) for i in parcel.waiting], content)
            return None
        verdict = answer.verdict
        self._events.judged(verdict, seconds=0.0)
        match verdict.ruling:
            case Ruling.ACCEPT:
                await self._deliver(parcel, relay, content, answer)
            case Ruling.DEFER:
                due = max(verdict.until, now + queue.SHORTEST_WAIT_SECONDS / 5)
                await self._wait(parcel, content, due, explanation(verdict).outcome, judged=False, tried=False)
            case Ruling.HOLD:
                reason = explanation(verdict).outcome
                await self._bench.run(lambda connection: queue.hold(connection, parcel, reason))
            case Ruling.REFUSE:
                refused = Refused(parcel=parcel, verdict=verdict, content=content)
                deciding = verdict.deciding
                if deciding is not None and deciding.because in CAMPAIGN:
                    return refused
                await self._refuse([refused])
        return None

    def _case(self, briefs: Briefs, parcel: Parcel, content: bytes) -> Case:
        message, finding, digest = read(content)
        envelope = replace(
            parcel.envelope, recipients=tuple(parcel.addressees[index].recipient for index in parcel.waiting)
        )
        return briefs.case(parcel.id, parcel.session, envelope, message, finding, digest)

    def _judged(self, connection: Connection, briefs: Briefs, parcel: Parcel, content: bytes) -> Judged | None:
        """The verdict by which a message was accepted, from the ledger; None for our own reports."""
        found = ledger.entry(connection, parcel.id)
        if found is None:
            return None
        message, finding, digest = read(content)
        case = briefs.case(parcel.id, parcel.session, parcel.envelope, message, finding, digest)
        return Judged(case=case, verdict=found.verdict)

    async def _deliver(self, parcel: Parcel, relay: Relay, content: bytes, judged: Judged | None) -> None:
        """Hand it to the next hop; whom it refuses one by one does not keep the others from getting it."""
        started = time.monotonic()
        fates: dict[int, Addressee] = {}
        left = list(parcel.waiting)
        delivery: Delivery | None = None
        signer = self._ways().signer
        signature = b""
        if parcel.account and signer.signs_passing:
            signature = await asyncio.to_thread(signer.passing, content)
        while left:
            envelope = replace(parcel.envelope, recipients=tuple(parcel.addressees[index].recipient for index in left))
            delivery = await relay.deliver(envelope, (signature, content))
            now = self._clock()
            refused = {left[position] for position in delivery.refused}
            alone = bool(refused) and len(refused) < len(left) and not delivery.accepted
            for position, index in enumerate(left):
                if alone and index not in refused:
                    continue
                fates[index] = _fate(parcel, index, delivery.replies[position], delivery.next_hop, now)
            left = [index for index in left if index not in refused] if alone else []
        assert delivery is not None
        if not delivery.certain:
            self._events.unanswered(parcel.id, relay=delivery.next_hop)
        if judged is not None:
            await self._settle(judged, parcel, fates, certain=delivery.certain)
        self._events.finished(
            parcel.id,
            sender=parcel.envelope.sender.address,
            recipients=[parcel.addressees[index].recipient.address for index in fates],
            replies=[one.reply for one in fates.values() if one.reply is not None],
            verdict=judged.verdict if judged else None,
            delay_seconds=time.monotonic() - started,
            relay=delivery.next_hop,
            certain=delivery.certain,
            reason=delivery.reason,
        )
        if any(one.fate is Fate.WAITING for one in fates.values()):
            due = queue.next_due(parcel, self._clock())
            reason = next(str(one.reply) for one in fates.values() if one.fate is Fate.WAITING)
            await self._wait(parcel, content, due, reason, judged=True, tried=True, fates=fates)
        else:
            await self._end(parcel, list(fates.items()), content)

    async def _settle(self, judged: Judged, parcel: Parcel, fates: dict[int, Addressee], *, certain: bool) -> None:
        """Count what arrived. Positions are the case's: all of the message's, or those that were heard again."""
        order = parcel.waiting if len(judged.case.recipients) != len(parcel.addressees) else None
        arrived = [index for index, one in fates.items() if one.fate is Fate.SENT]
        delivered = tuple(order.index(index) if order is not None else index for index in arrived)
        if not delivered:
            return
        outcome = "sent" if certain else "unknown"
        await self._bench.settle(Settlement(judged=judged, now=self._clock(), delivered=delivered, outcome=outcome))

    async def _wait(
        self,
        parcel: Parcel,
        content: bytes,
        due: float,
        reason: str,
        *,
        judged: bool,
        tried: bool,
        fates: dict[int, Addressee] | None = None,
    ) -> None:
        """Give it back until `due`; a message whose time is over gets its end instead."""
        now = self._clock()
        fates = fates or {}
        if due > parcel.until:
            late = {
                index: replace(fates.get(index, parcel.addressees[index]), fate=Fate.FAILED, reply=TOO_LATE, at=now)
                for index in parcel.waiting
                if fates.get(index, parcel.addressees[index]).fate is Fate.WAITING
            }
            await self._end(parcel, list({**fates, **late}.items()), content)
            return
        notice_after = self._settings.delay_notice_seconds
        late_enough = bool(notice_after) and now - parcel.arrived >= notice_after and not parcel.noticed

        def give_back(connection: Connection) -> None:
            queue.record(connection, parcel, fates.items())
            queue.reschedule(connection, parcel, due=due, judged=judged, reason=reason, tried=tried)
            if late_enough:
                current = _with_fates(parcel, fates)
                self._reporter.report(connection, [current], content, now, Action.DELAYED, reason=reason)
                queue.noticed(connection, parcel, now)

        await self._bench.run(give_back)

    async def _end(self, parcel: Parcel, fates: Sequence[tuple[int, Addressee]], content: bytes) -> None:
        """Nothing waits any more: the fates, the state and the report, in one transaction."""
        now = self._clock()
        current = _with_fates(parcel, dict(fates))
        failed = any(one.fate is Fate.FAILED for one in current.addressees)

        def end(connection: Connection) -> None:
            queue.record(connection, parcel, fates)
            queue.finish(connection, parcel, QueueState.BOUNCED if failed else QueueState.DONE, now)
            self._reporter.report(connection, [current], content, now, Action.FAILED if failed else Action.RELAYED)

        await self._bench.run(end)

    async def _refuse(self, refused: Sequence[Refused]) -> None:
        """The judge says no after all: one report about all of these messages, with the last verdict's words."""
        now = self._clock()
        ways = self._ways()
        ended: list[tuple[Parcel, list[tuple[int, Addressee]], Parcel]] = []
        last = refused[-1]
        for one in refused:
            link = ways.way_of(one.parcel.session.listener)[1].link_to(one.parcel.id)
            reply = reply_to(one.verdict, link)
            fates = [
                (index, replace(one.parcel.addressees[index], fate=Fate.FAILED, reply=reply, at=now))
                for index in one.parcel.waiting
            ]
            ended.append((one.parcel, fates, _with_fates(one.parcel, dict(fates))))
        link = ways.way_of(last.parcel.session.listener)[1].link_to(last.parcel.id)

        def end(connection: Connection) -> None:
            for parcel, fates, _ in ended:
                queue.record(connection, parcel, fates)
                queue.finish(connection, parcel, QueueState.BOUNCED, now)
            told = [current for _, _, current in ended]
            self._reporter.report(
                connection, told, refused[0].content, now, Action.FAILED, words=explanation(last.verdict), link=link
            )

        await self._bench.run(end)


def _account(parcel: Parcel) -> str:
    return parcel.account


def _with_fates(parcel: Parcel, fates: dict[int, Addressee]) -> Parcel:
    return replace(parcel, addressees=tuple(fates.get(index, one) for index, one in enumerate(parcel.addressees)))


def _sent(parcel: Parcel, index: int, reply: Reply, remote: str, now: float) -> Addressee:
    return replace(parcel.addressees[index], fate=Fate.SENT, reply=reply, remote=remote, at=now)


def _fate(parcel: Parcel, index: int, reply: Reply, remote: str, now: float) -> Addressee:
    fate = Fate.SENT if reply.positive else Fate.FAILED if reply.permanent else Fate.WAITING
    return replace(parcel.addressees[index], fate=fate, reply=reply, remote=remote, at=now)
