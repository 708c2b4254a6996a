"""The bench: one database thread, one transaction for all cases that wait.

Recall, decide, record, reserve, commit; settlements and lessons ride along. That is exact between sessions and
durable before any effect, and it was measured at 45,000-55,000 decisions a second against about 1,000 for a
transaction per message.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from gatekeeper.errors import TemporaryFailure
from gatekeeper.mail.reply import DISK_FULL
from gatekeeper.policy.evidence import Exchange, What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import ending, hearing, notices
from gatekeeper.store.case import Case, Judged, Learnt, Lessons, Queued, Repeated, Settlement, Unanswered
from gatekeeper.store.ending import Ending
from gatekeeper.store.kept import Kept, mark
from gatekeeper.store.lessons import learn, moves_sender, pairs_reached, settle
from gatekeeper.store.memory import Memory
from gatekeeper.store.room import Room
from gatekeeper.store.sameness import scopes_of
from gatekeeper.store.seen import CountedBefore

MOST_IN_ONE_TRANSACTION = 500
"""Cases heard together: more would let the first of them wait too long."""

RIDE_SECONDS = 0.02
"""How long a settlement waits for a case to ride along with."""

GATHER_SECONDS = 0.004
BUSY_BATCH = 8
"""A transaction that was this large is followed by one that waits a moment for as many."""

DISK_FULL_WORDS = ("disk is full", "No space left on device")
"""How SQLite and PostgreSQL say it."""

ANSWER_KEPT_SECONDS = 3600.0
"""A client that never read its 250 comes again within the hour (smtp.md, Traps)."""

Item = Case | Settlement | Unanswered | Lessons | Ending | Callable[[Connection], Any]


@dataclass(slots=True)
class _Waiting:
    item: Item
    future: Future[Any] | asyncio.Future[Any]


class Bench:
    """See the module. Safe to call from any thread; `start` before, `stop` after."""

    def __init__(self, engine: Engine, terms: hearing.Terms, *, clock: Callable[[], float] = time.time) -> None:
        self._engine = engine
        self._terms = terms
        self._clock = clock
        self._queue: queue.SimpleQueue[list[_Waiting] | None] = queue.SimpleQueue()
        self._gathered: list[_Waiting] = []
        self._gathering: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="bench", daemon=True)
        self._numbers = _numbers()
        self._room = Room(clock)
        self._last_batch = 0
        self._kept = Kept()

    @property
    def room(self) -> Room:
        """How much the queue may hold."""
        return self._room

    @property
    def terms(self) -> hearing.Terms:
        return self._terms

    def change_terms(self, terms: hearing.Terms) -> None:
        """A reload: the next transaction judges by `terms`."""
        self._terms = terms

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish what waits, then end the thread."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()

    # Questions, from coroutines -------------------------------------------------------------------------------

    async def judge(self, case: Case) -> Judged | Repeated:
        """The verdict on `case`, committed. Raises TemporaryFailure when the database cannot say."""
        judged: Judged | Repeated = await self.ask(case)
        return judged

    async def settle(self, settlement: Settlement) -> None:
        await self.ask(settlement)

    async def end(self, one: Ending) -> bool:
        """What became of a queued message, committed; False when its claim is another's by now."""
        written: bool = await self.ask(one)
        return written

    async def learn(self, exchanges: Sequence[Exchange], *, batch: int = 0) -> Learnt:
        """What the exchanges teach, committed."""
        learnt: Learnt = await self.ask(Lessons(exchanges=tuple(exchanges), batch=batch))
        return learnt

    async def run(self, work: Callable[[Connection], Any]) -> Any:
        """Run `work` in the bench's next transaction."""
        return await self.ask(work)

    def ask(self, item: Item) -> asyncio.Future[Any]:
        """Queue an item for the next transaction, from the loop.

        What is asked in one turn of the loop goes to the thread together, and its answers come back together:
        waking a thread costs as much as hearing a case.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()
        if loop is not self._gathering:
            # What another loop left behind when it ended is not lost.
            self._hand_over()
            self._gathering = loop
        if not self._gathered:
            loop.call_soon(self._hand_over)
        self._gathered.append(_Waiting(item, future))
        return future

    def _hand_over(self) -> None:
        gathered, self._gathered = self._gathered, []
        if gathered:
            self._queue.put(gathered)

    def put(self, item: Item) -> Future[Any]:
        """Queue an item for the next transaction, from any thread."""
        future: Future[Any] = Future()
        self._queue.put([_Waiting(item, future)])
        return future

    # The thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        stopping = False
        while not stopping:
            batch: list[_Waiting] = []
            while len(batch) < MOST_IN_ONE_TRANSACTION and not stopping:
                try:
                    more = self._queue.get(timeout=self._patience(batch))
                except queue.Empty:
                    break
                if more is None:
                    stopping = True
                else:
                    batch += more
            if batch:
                self._hear(batch)
                self._last_batch = len(batch)

    def _patience(self, batch: list[_Waiting]) -> float | None:
        """How long to wait for more before a transaction, in seconds; None for as long as there is nothing to do.

        Nobody waits for a settlement: it rides along with the next case. And where many come at once, a moment
        spent gathering costs less than the commit that it spares.
        """
        if not batch:
            return None
        if all(isinstance(waiting.item, Settlement) for waiting in batch):
            return RIDE_SECONDS
        return GATHER_SECONDS if len(batch) < self._last_batch and self._last_batch >= BUSY_BATCH else 0.0

    def _hear(self, batch: list[_Waiting]) -> None:
        answers: Sequence[Any]
        try:
            answers = self._transact([waiting.item for waiting in batch])
        except Exception as error:
            if len(batch) > 1:
                # One bad case must not cost the others their transaction: hear each alone.
                for waiting in batch:
                    self._hear([waiting])
                return
            _tell(batch, (None,), self._failure(error))
            return
        _tell(batch, answers, None)

    def _failure(self, error: Exception) -> Exception:
        """What the waiting coroutine gets: the database's errors are temporary, whatever they are."""
        driver = self._engine.dialect.dbapi
        driver_error = driver.Error if driver is not None else SQLAlchemyError
        if not isinstance(error, (SQLAlchemyError, driver_error)):
            return error
        reason = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        full = any(word in reason for word in DISK_FULL_WORDS)
        failure = TemporaryFailure(f"database: {reason}", reply=DISK_FULL if full else None)
        failure.__cause__ = error
        return failure

    def _transact(self, items: Sequence[Item]) -> list[Any]:
        try:
            return self._attempt(items, trusting=True)
        except CountedBefore:
            # A mail that went out again, or that an import has shown: looked up beforehand then, not for each mail.
            return self._attempt(items, trusting=False)

    def _attempt(self, items: Sequence[Item], *, trusting: bool) -> list[Any]:
        """Cases first, then endings, then other work: so each kind is read and written in bulk."""
        terms = self._terms
        self._room.begin()
        answers: list[Any] = [None] * len(items)
        endings: dict[int, Ending] = {}
        works: dict[int, Callable[[Connection], Any]] = {}
        with self._engine.begin() as connection:
            memory = self._kept.memory(connection, trusting=trusting)
            recall(memory, items, terms.policy)
            for position, item in enumerate(items):
                match item:
                    case Case():
                        answers[position] = self._judge(connection, memory, item, terms)
                    case Settlement():
                        settle(memory, item, terms)
                        memory.keep_outcome(item.judged.case.id, item.outcome)
                    case Unanswered():
                        memory.keep_answer(item.sender, item.identity, item.reply, item.now)
                    case Lessons():
                        answers[position] = learn(memory, item, terms)
                    case Ending():
                        endings[position] = item
                    case _:
                        works[position] = item
            _put_notices(connection, memory, terms)
            memory.write()
            self._room.write(connection)
            if endings:
                written = ending.write(connection, list(endings.values()))
                self._room.written([one for one, mine in zip(endings.values(), written, strict=True) if mine])
                for position, mine in zip(endings, written, strict=True):
                    answers[position] = mine
            for position, work in works.items():
                answers[position] = work(connection)
            self._room.write(connection)
            end = mark(connection) if not works else None
        self._room.committed()
        self._kept.keep(memory, end)
        return answers

    def _judge(self, connection: Connection, memory: Memory, case: Case, terms: hearing.Terms) -> Judged | Repeated:
        earlier = memory.answer(case.sender, case.identity)
        if earlier is not None:
            return Repeated(case=case, reply=earlier)
        verdict = hearing.judge(memory, case, terms, self._numbers)
        parcel = case.parcel(verdict) if case.parcel is not None else None
        queued = Queued.NO
        if parcel is not None:
            queued = self._room.add(connection, *parcel)
        judged = Judged(case=case, verdict=verdict, queued=queued)
        memory.keep_verdict(hearing.ledger_row(judged))
        return judged


def _put_notices(connection: Connection, memory: Memory, terms: hearing.Terms) -> None:
    """What is to be told by mail, in the transaction of what it tells."""
    if memory.notices and terms.notices is not None:
        notices.put(connection, memory.notices, memory.meter("notices"), terms.notices)
        memory.notices = []


def recall(memory: Memory, items: Sequence[Item], policy: Policy) -> None:
    """Fetch in bulk what the items will ask for: a handful of statements, however many cases."""
    cases = [item for item in items if isinstance(item, Case)]
    settlements = [item for item in items if isinstance(item, Settlement)]
    exchanges = [one for item in items if isinstance(item, Lessons) for one in item.exchanges]
    evidence = [(one, exchange) for exchange in exchanges for one in exchange.evidence]
    senders = {case.sender for case in cases}
    senders.update(one.sender for one, _ in evidence if one.sender)
    memory.lock(
        itertools.chain(senders, (item.judged.case.sender for item in settlements)),
        (name for case in cases for _, name in scopes_of(case)[1:]),
    )
    senders.update(item.judged.case.sender for item in settlements if moves_sender(item))
    memory.recall_senders(senders)
    if policy.guard.enabled:
        memory.recall_habits({case.sender for case in cases if case.sender})
    memory.recall_relations(
        itertools.chain(
            ((case.sender, address) for case in cases for address in case.recipients),
            ((item.judged.case.sender, one.address) for item in settlements for one in item.judged.verdict.recipients),
            ((one.sender, one.contact) for one, _ in evidence if one.sender),
            ((one.sender, exchange.author) for one, exchange in evidence if one.sender),
        )
    )
    memory.companies.recall([pair for item in settlements for pair in pairs_reached(memory, item)])
    memory.recall_heard((name, cited) for case in cases for cited in case.cites for name in case.names)
    memory.recall_heard((account, case.message_key) for case in cases for account in case.forwarders)
    memory.recall_choices(address for case in cases for address in case.recipients)
    memory.recall_waiting((case.sender, case.identity) for case in cases)
    if cases:
        since = min(case.now for case in cases) - ANSWER_KEPT_SECONDS
        memory.recall_answers(((case.sender, case.identity) for case in cases), since)
    memory.seen.recall(
        itertools.chain(
            (
                (item.judged.case.sender, one.address, item.judged.case.message_key, str(What.SENT))
                for item in (settlements if not memory.seen.trusting else ())
                for one in item.judged.verdict.recipients
            ),
            (
                (one.sender, one.contact, exchange.message_key, str(one.what))
                for one, exchange in evidence
                if one.sender
            ),
        )
    )


def _tell(batch: Sequence[_Waiting], answers: Sequence[Any], failure: Exception | None) -> None:
    """Give the answers; all those for one loop in one call."""
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Any]]] = {}
    for waiting, answer in zip(batch, answers, strict=True):
        future = waiting.future
        if isinstance(future, Future):
            _finish(future, answer, failure)
        else:
            by_loop.setdefault(future.get_loop(), []).append((future, answer))
    for loop, told in by_loop.items():
        # A loop that is closed by now has nobody left who waits.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(_resolve, told, failure)


def _resolve(told: Sequence[tuple[asyncio.Future[Any], Any]], failure: Exception | None) -> None:
    for future, answer in told:
        if future.done():
            continue
        if failure is not None:
            future.set_exception(failure)
        else:
            future.set_result(answer)


def _finish(future: Future[Any], answer: Any, failure: Exception | None) -> None:
    if not future.set_running_or_notify_cancel():
        return
    if failure is not None:
        future.set_exception(failure)
    else:
        future.set_result(answer)


def _numbers() -> Callable[[], int]:
    """Numbers for campaigns: unique between nodes and runs, 63 bits."""

    def number() -> int:
        return int.from_bytes(os.urandom(8), "big") >> 1

    return number
