"""The outbox: runs the queue. What is due is heard again if it must be, delivered, tried later, or reported.

Every end is one transaction: the fates of the recipients, the state of the message, and the report about it. A
node that dies in between leaves a claim that ends, and the message is taken up again: nothing is lost, and a
report is written exactly once.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from gatekeeper.errors import GatekeeperError
from gatekeeper.events import Events
from gatekeeper.feedback.bounce import status_in
from gatekeeper.feedback.delivery import is_nonexistent
from gatekeeper.gate.brief import Briefs, read
from gatekeeper.ids import Ids
from gatekeeper.mail.envelope import Envelope
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Where
from gatekeeper.node import is_dead
from gatekeeper.policy.explain import explanation
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.queue.endings import Endings, Refused
from gatekeeper.queue.reports import Reporter
from gatekeeper.relay import Delivery, Relay
from gatekeeper.relay.failure import SILENT
from gatekeeper.signing.signer import Signer
from gatekeeper.store import ledger, queue
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Repeated, Settlement
from gatekeeper.store.ending import Ending
from gatekeeper.store.parcel import Addressee, Fate, Parcel, QueueState

CAMPAIGN = frozenset({Because.INVITE_ALL, Because.CAMPAIGN, Because.CAMPAIGN_SHARED, Because.FLOOD})

CLAIMED_AT_ONCE = 200
CLAIMED_OCTETS = 64 * 2**20
"""What is under way at one time, in messages and in octets (and one more message, however large)."""
PATIENCE_SECONDS = 30.0
"""How long a run waits for deliveries that hang; they go on, and the next run takes what else is due."""
DEAD_SECONDS = 10.0
"""How often it is looked whether a node of this machine died and left claims behind, or this one has such as it knows
nothing of."""
WORK_SECONDS = queue.CLAIM_SECONDS / 3
"""What was claimed longer ago is given back unserved: its claim must outlive the delivery."""


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
class Load:
    """A claimed message as it is served: its octets, the verdict in the ledger, and when its claim gets old."""

    parcel: Parcel
    content: bytes
    entry: ledger.Entry | None
    old_at: float
    is_forgotten: bool = False
    """It was held until its lifetime was over."""


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
        self._events = events
        self._ids = ids
        self._settings = settings
        self._clock = clock
        self._running = asyncio.Lock()
        self._stopping = asyncio.Event()
        self._ending = Endings(
            bench,
            reporter,
            events,
            stopping=self._stopping,
            link_to=self._link_to,
            delay_notice_seconds=settings.delay_notice_seconds,
            clock=clock,
        )
        self._look_for_dead_at = 0.0
        self._doubtful: set[str] = set()
        self._under_way: dict[asyncio.Task[None], tuple[int, int]] = {}
        self._messages_under_way = self._octets_under_way = 0
        self._room = asyncio.Event()
        self._places: WeakKeyDictionary[Relay, asyncio.Semaphore] = WeakKeyDictionary()

    async def run(self, now: float) -> int:
        """Serve everything that is due; gives how many messages that was. Runs do not overlap."""
        async with self._running:
            return await self._run(now)

    async def drain(self) -> None:
        """Take nothing more, and wait for what is under way."""
        self._stopping.set()
        async with self._running:
            if self._under_way:
                await asyncio.wait(self._under_way)

    async def _run(self, now: float) -> int:
        served = 0
        patience = time.monotonic() + PATIENCE_SECONDS
        while not self._stopping.is_set():
            begun = await self._begin(now)
            served += begun
            left = patience - time.monotonic()
            if not self._under_way or (left <= 0 and not begun):
                break
            self._room.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._room.wait(), max(left, 0))
        return served

    async def _begin(self, now: float) -> int:
        """Start serving what there is room for; gives how many messages that was."""
        messages = CLAIMED_AT_ONCE - self._messages_under_way
        octets = CLAIMED_OCTETS - self._octets_under_way
        if not self._has_much_room():
            return 0
        looks = time.monotonic() >= self._look_for_dead_at
        # What this node has claimed and nothing of is under way, it has never seen.
        forgets = looks and not self._under_way
        claimed = partial(self._claimed, now=now, messages=messages, octets=octets, looks=looks, forgets=forgets)
        loads: list[Load] = await self._bench.run(claimed)
        if looks:
            self._look_for_dead_at = time.monotonic() + DEAD_SECONDS
        if forgets:
            self._doubtful.clear()
        for one in loads:
            if one.parcel.taken_over:
                self._events.unanswered(one.parcel.id, relay="a node that died")
        unjudged: dict[str, list[Load]] = {}
        for one in loads:
            if one.parcel.judged:
                self._start([one])
            else:
                # One account after the other within itself: its campaign is reported once.
                unjudged.setdefault(one.parcel.account, []).append(one)
        for some in unjudged.values():
            self._start(some)
        return len(loads)

    def _has_much_room(self) -> bool:
        """Claims are a transaction: taken by many, not one by one."""
        return self._messages_under_way <= CLAIMED_AT_ONCE // 2 and self._octets_under_way <= CLAIMED_OCTETS // 2

    def _start(self, loads: list[Load]) -> None:
        task = asyncio.create_task(self._serve_all(loads))
        size = len(loads), sum(one.parcel.size_bytes for one in loads)
        self._under_way[task] = size
        self._messages_under_way += size[0]
        self._octets_under_way += size[1]
        task.add_done_callback(self._served)

    def _served(self, task: asyncio.Task[None]) -> None:
        messages, octets = self._under_way.pop(task)
        self._messages_under_way -= messages
        self._octets_under_way -= octets
        if self._has_much_room():
            self._room.set()

    def _claimed(
        self, connection: Connection, *, now: float, messages: int, octets: int, looks: bool, forgets: bool
    ) -> list[Load]:
        if looks:
            queue.free_claims(connection, is_dead)
        if forgets:
            queue.free_own(connection, self._settings.node, self._doubtful)
        forgotten = queue.claim_forgotten(connection, now, self._settings.node, messages)
        due = queue.claim(connection, now, self._settings.node, messages, octets)
        over = [replace(one, is_forgotten=True) for one in self._loads(connection, forgotten)]
        return over + self._loads(connection, due)

    async def _load(self, parcel: Parcel) -> Load:
        loads: list[Load] = await self._bench.run(partial(self._loads, parcels=[parcel]))
        return loads[0]

    def _loads(self, connection: Connection, parcels: Sequence[Parcel]) -> list[Load]:
        old_at = time.monotonic() + WORK_SECONDS
        ids = [one.id for one in parcels]
        contents, entries = queue.contents_of(connection, ids), ledger.entries(connection, ids)
        return [
            Load(parcel=one, content=contents[one.id], entry=entries.get(one.id), old_at=old_at)
            for one in parcels
            if one.id in contents
        ]

    async def _serve_all(self, loads: list[Load]) -> None:
        """Messages of one account, one after the other."""
        waiting: deque[Load | Parcel] = deque(loads)
        refused: list[Refused] = []
        while waiting:
            found = await self._guarded(waiting.popleft())
            if found is None:
                continue
            refused.append(found if not refused else replace(found, content=b""))
            if len(refused) == 1:
                # The campaign has shown itself: what still waits is heard now, and told in the same report.
                account, now = found.parcel.account, self._clock()
                more = partial(queue.claim_account, account=account, now=now, node=self._settings.node)
                try:
                    waiting.extend(await self._bench.run(more))
                except GatekeeperError as error:
                    self._events.error(Where.BENCH, error, id=found.parcel.id)
        if refused:
            await self._ending.refuse(refused)

    def _link_to(self, parcel: Parcel) -> str:
        return self._ways().way_of(parcel.session.listener)[1].link_to(parcel.id)

    async def _guarded(self, one: Load | Parcel) -> Refused | None:
        """Serve one message; an error of ours leaves it to be tried later."""
        parcel = one if isinstance(one, Parcel) else one.parcel
        try:
            load = one if isinstance(one, Load) else await self._load(one)
            if self._stopping.is_set() or time.monotonic() > load.old_at:
                await self._give_back(parcel, due=parcel.due, reason=parcel.reason)
                return None
            return await self._serve(load)
        except Exception as error:
            self._events.error(Where.RELAY, error, id=parcel.id)
            try:
                await self._give_back(parcel, due=queue.next_due(parcel, self._clock()), reason="an error of ours")
            except Exception as again:
                # What became of it nobody has written down: its claim ends, and it is taken up as one of a dead node's.
                self._doubtful.add(parcel.id)
                self._events.error(Where.BENCH, again, id=parcel.id)
            return None

    async def _give_back(self, parcel: Parcel, *, due: float, reason: str) -> None:
        await self._bench.end(
            Ending(parcel=parcel, state=QueueState.WAITING, due=due, judged=parcel.judged, reason=reason)
        )

    async def _serve(self, load: Load) -> Refused | None:
        parcel, content = load.parcel, load.content
        if load.is_forgotten:
            await self._ending.forgotten(parcel, content)
            return None
        relay, briefs = self._ways().way_of(parcel.session.listener)
        if not parcel.waiting:
            await self._ending.end(parcel, {}, content)
            return None
        if parcel.judged:
            judged = None if load.entry is None else briefs.judged_before(parcel, content, load.entry.verdict)
            await self._deliver(parcel, relay, content, judged)
            return None
        case = self._case(briefs, parcel, content)
        answer = await self._bench.judge(case)
        now = self._clock()
        if isinstance(answer, Repeated):
            sent = {i: _told(parcel, i, answer.reply, "", now, reports=False) for i in parcel.waiting}
            await self._ending.end(parcel, sent, content)
            return None
        verdict = answer.verdict
        self._events.judged(verdict, seconds=0.0)
        match verdict.ruling:
            case Ruling.ACCEPT:
                await self._deliver(parcel, relay, content, answer)
            case Ruling.DEFER:
                due = max(verdict.until, now + queue.SHORTEST_WAIT_SECONDS / 5)
                await self._ending.wait(parcel, content, due, explanation(verdict).outcome, judged=False, tried=False)
            case Ruling.HOLD:
                await self._ending.hold(parcel, explanation(verdict).outcome)
            case Ruling.REFUSE:
                refused = Refused(parcel=parcel, verdict=verdict, content=content)
                deciding = verdict.deciding
                if deciding is not None and deciding.because in CAMPAIGN:
                    return refused
                await self._ending.refuse([refused])
        return None

    def _case(self, briefs: Briefs, parcel: Parcel, content: bytes) -> Case:
        """The case of those who still wait."""
        left = tuple(parcel.addressees[index].recipient for index in parcel.waiting)
        envelope = replace(parcel.envelope, recipients=left)
        return briefs.case(parcel.id, parcel.session, envelope, *read(content))

    async def _deliver(self, parcel: Parcel, relay: Relay, content: bytes, judged: Judged | None) -> None:
        """Hand it to the next hop; whom it refuses one by one does not keep the others from getting it."""
        started = time.monotonic()
        fates: dict[int, Addressee] = {}
        left = list(parcel.waiting)
        delivery: Delivery | None = None
        # Our own reports are signed when they are written.
        signature = await self._ways().signer.signature(content) if parcel.account else b""
        while left:
            envelope = replace(parcel.envelope, recipients=tuple(parcel.addressees[index].recipient for index in left))
            async with self._places.setdefault(relay, asyncio.Semaphore(self._settings.concurrency)):
                # What is due while the next hop is down need not wait for it one by one.
                delivery = (
                    _not_tried(envelope) if relay.is_down else await relay.deliver(envelope, (signature, content))
                )
            now = self._clock()
            refused = {left[position] for position in delivery.refused}
            alone = bool(refused) and len(refused) < len(left) and not delivery.accepted
            for position, index in enumerate(left):
                if alone and index not in refused:
                    continue
                reply = delivery.reply_to(position)
                # Where the log needs a reason, the words are ours, and nobody else has said them.
                remote = "" if delivery.reason else delivery.next_hop
                fates[index] = _told(parcel, index, reply, remote, now, reports=delivery.reports)
            left = [index for index in left if index not in refused] if alone else []
        assert delivery is not None
        if not delivery.certain:
            self._events.unanswered(parcel.id, relay=delivery.next_hop)
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
        # Asked in one turn of the loop, both are written in one transaction.
        self._settle(judged, parcel, fates, certain=delivery.certain)
        if any(one.fate is Fate.WAITING for one in fates.values()):
            due = queue.next_due(parcel, self._clock())
            reason = next(str(one.reply) for one in fates.values() if one.fate is Fate.WAITING)
            await self._ending.wait(parcel, content, due, reason, judged=True, tried=True, fates=fates)
        else:
            await self._ending.end(parcel, fates, content)

    def _settle(self, judged: Judged | None, parcel: Parcel, fates: dict[int, Addressee], *, certain: bool) -> None:
        """Count what arrived. Positions are the case's: all of the message's, or those that were heard again."""
        arrived = [index for index, one in fates.items() if one.fate.sent]
        failed = [
            (index, one.reply.enhanced or status_in(one.reply.text))
            for index, one in fates.items()
            if one.fate is Fate.FAILED and one.reply is not None
        ]
        nobody = not arrived and bool(failed) and not any(one.fate is Fate.WAITING for one in fates.values())
        if judged is None or not (arrived or nobody):
            return
        order = parcel.waiting if len(judged.case.recipients) != len(parcel.addressees) else None
        delivered = tuple(order.index(index) if order is not None else index for index in arrived)
        outcome = "refused" if nobody else "sent" if certain else "unknown"
        settlement = Settlement(
            judged=judged,
            now=self._clock(),
            delivered=delivered,
            outcome=outcome,
            failed=tuple((order.index(index) if order is not None else index, status) for index, status in failed),
        )
        self._bench.ask(settlement).add_done_callback(self._settled)

    def _settled(self, future: asyncio.Future[None]) -> None:
        """Only a count: what was delivered is not given back to the queue for it."""
        failure = future.exception()
        if failure is not None:
            self._events.error(Where.BENCH, failure)


def _not_tried(envelope: Envelope) -> Delivery:
    return Delivery.alike(SILENT, envelope, next_hop="none", reason="the next hop was down a moment ago")


def _told(parcel: Parcel, index: int, reply: Reply, remote: str, now: float, *, reports: bool) -> Addressee:
    """What the next hop said about one recipient.

    That a report was refused, nobody can be told (RFC 5321 6.1): with a next hop that refuses everything for an hour,
    messages would vanish that had their 250. It is tried again like any other, unless it is the address that is wrong.
    """
    sent = Fate.HANDED_ON if reports else Fate.SENT
    untold = parcel.envelope.sender.is_null and not is_nonexistent(reply.enhanced or status_in(reply.text))
    fate = sent if reply.positive else Fate.FAILED if reply.permanent and not untold else Fate.WAITING
    return replace(parcel.addressees[index], fate=fate, reply=reply, remote=remote, at=now)
