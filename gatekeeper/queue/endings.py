"""Endings: what became of a queued message is written down, with the report about it, in one transaction.

The bench writes many of them together; see `store.ending` for the claim that guards each.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from gatekeeper.errors import TemporaryFailure
from gatekeeper.events import Events
from gatekeeper.mail.dsn import Action
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Where
from gatekeeper.policy.explain import explanation, reply_to
from gatekeeper.policy.verdict import Verdict
from gatekeeper.queue.reports import Reporter
from gatekeeper.store import ending, queue
from gatekeeper.store.bench import Bench
from gatekeeper.store.ending import Ending
from gatekeeper.store.parcel import Addressee, Fate, Parcel, QueueState

TOO_LATE = Reply.of(550, "5.4.7", "Not sent: it could not be delivered in time.")
NOT_REVIEWED = Reply.of(550, "5.4.7", "Not sent: it was held for a review, and nobody has released it in time.")
WRITE_AGAIN_SECONDS = queue.CLAIM_SECONDS / 3
"""How long what became of a message is kept and tried to be written down, when the database does not take it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A message that its second hearing refused, with its octets for the report."""

    parcel: Parcel
    verdict: Verdict
    content: bytes


class Endings:
    """See the module. `link_to` gives the why page of a message; `stopping` ends the patience with the database."""

    def __init__(
        self,
        bench: Bench,
        reporter: Reporter,
        events: Events,
        *,
        stopping: asyncio.Event,
        link_to: Callable[[Parcel], str],
        delay_notice_seconds: float,
        clock: Callable[[], float],
    ) -> None:
        self._bench = bench
        self._reporter = reporter
        self._events = events
        self._stopping = stopping
        self._link_to = link_to
        self._delay_notice_seconds = delay_notice_seconds
        self._clock = clock

    async def wait(
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
        """Give it back until `due`; a message whose time is over gets its end instead. Who was refused by now is
        reported at once, not at the end of the others' time."""
        now = self._clock()
        fates = fates or {}
        if due > parcel.until:
            late = {
                index: _late(fates.get(index, parcel.addressees[index]), now)
                for index in parcel.waiting
                if fates.get(index, parcel.addressees[index]).fate is Fate.WAITING
            }
            await self.end(parcel, {**fates, **late}, content)
            if late:
                self._finished(parcel, list(late.values()), None)
            return
        notice_after = self._delay_notice_seconds
        late_enough = bool(notice_after) and now - parcel.arrived >= notice_after and not parcel.noticed
        current = _with_fates(parcel, fates)
        report, noticed = None, 0.0
        if any(one.fate is Fate.FAILED for one in current.addressees):
            report = await self._report([current], content, now, Action.FAILED)
        elif late_enough:
            report = await self._report([current], content, now, Action.DELAYED, outcome="" if tried else reason)
            noticed = now
        await self.write(
            Ending(
                parcel=parcel,
                state=QueueState.WAITING,
                due=due,
                judged=judged,
                reason=reason,
                tried=tried,
                noticed=noticed,
                fates=_news(current, fates),
                report=report,
            )
        )

    async def end(self, parcel: Parcel, fates: dict[int, Addressee], content: bytes) -> None:
        """Nothing waits any more: the fates, the state and the report, in one transaction."""
        now = self._clock()
        current = _with_fates(parcel, fates)
        failed = [one for one in current.addressees if one.fate in {Fate.FAILED, Fate.RETURNED}]
        action = Action.FAILED if any(one.fate is Fate.FAILED for one in failed) else Action.RELAYED
        report = await self._report([current], content, now, action)
        state = QueueState.BOUNCED if failed else QueueState.DONE
        await self.write(Ending(parcel=parcel, state=state, due=now, fates=_news(current, fates), report=report))

    async def hold(self, parcel: Parcel, reason: str) -> None:
        """It waits for an admin, for the rest of its lifetime."""
        await self.write(Ending(parcel=parcel, state=QueueState.HELD, due=parcel.until, judged=False, reason=reason))

    async def forgotten(self, parcel: Parcel, content: bytes) -> None:
        """It was held, and no admin has said anything in its lifetime."""
        now = self._clock()
        late = {
            index: replace(parcel.addressees[index], fate=Fate.FAILED, reply=NOT_REVIEWED, remote="", at=now)
            for index in parcel.waiting
        }
        await self.end(parcel, late, content)

    async def write(self, one: Ending) -> None:
        """Write down what became of a message."""
        await self._insist(one.parcel, partial(self._bench.end, one))

    async def _report(
        self, parcels: Sequence[Parcel], content: bytes, now: float, action: Action, *, outcome: str = ""
    ) -> tuple[Parcel, bytes] | None:
        """The report, if somebody wants one; written and signed in a thread, because RSA takes its time."""
        if not self._reporter.is_wanted(parcels, action):
            return None
        return await asyncio.to_thread(self._reporter.report, parcels, content, now, action, outcome=outcome)

    async def _insist(self, parcel: Parcel, work: Callable[[], Awaitable[bool]]) -> None:
        """It has happened: while the database does not take it, it is kept here and tried again, because a message
        that is only forgotten to be done is delivered twice."""
        pause, until = 0.5, time.monotonic() + WRITE_AGAIN_SECONDS
        while True:
            try:
                if not await work():
                    self._events.noted("another node has served it in the meantime", id=parcel.id)
                return
            except TemporaryFailure as failure:
                self._events.error(Where.BENCH, failure, id=parcel.id)
                if self._stopping.is_set() or time.monotonic() > until:
                    self._events.unanswered(parcel.id, relay="the queue")
                    raise
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)
            pause = min(2 * pause, 15.0)

    async def refuse(self, refused: Sequence[Refused]) -> None:
        """The judge says no after all: one report about all of these messages, with the last verdict's words."""
        now = self._clock()
        endings: list[Ending] = []
        currents: list[Parcel] = []
        last = refused[-1]
        for one in refused:
            reply = reply_to(one.verdict, self._link_to(one.parcel))
            fates = {
                index: replace(one.parcel.addressees[index], fate=Fate.FAILED, reply=reply, remote="", at=now)
                for index in one.parcel.waiting
            }
            current = _with_fates(one.parcel, fates)
            currents.append(current)
            state = QueueState.BOUNCED
            endings.append(Ending(parcel=one.parcel, state=state, due=now, fates=_news(current, fates)))
        link, words, content = self._link_to(last.parcel), explanation(last.verdict), refused[0].content

        def end(connection: Connection) -> bool:
            written = ending.write(connection, endings)
            told = [current for current, mine in zip(currents, written, strict=True) if mine]
            # Only those are told of whose end this is: whom another node has served, that node tells.
            report = told and self._reporter.report(
                told, content, now, Action.FAILED, outcome=words.outcome, way_out=words.way_out, link=link
            )
            if report:
                queue.put_all(connection, [report])
            return all(written)

        await self._insist(last.parcel, partial(self._bench.run, end))
        for one, current in zip(refused, currents, strict=True):
            self._finished(current, [current.addressees[index] for index in one.parcel.waiting], one.verdict)

    def _finished(self, parcel: Parcel, people: Sequence[Addressee], verdict: Verdict | None) -> None:
        """The line that tells the end of `people` without a delivery."""
        self._events.finished(
            parcel.id,
            sender=parcel.envelope.sender.address,
            recipients=[one.recipient.address for one in people],
            replies=[one.reply for one in people if one.reply is not None],
            verdict=verdict,
            delay_seconds=self._clock() - parcel.arrived,
        )


def _late(one: Addressee, now: float) -> Addressee:
    """The end of somebody's time, with what was said last."""
    lines = TOO_LATE.lines
    if one.reply is not None:
        lines += (f"{one.remote or 'This gateway'} said last: {one.reply}",)
    return replace(one, fate=Fate.FAILED, reply=replace(TOO_LATE, lines=lines), remote="", at=now)


def _with_fates(parcel: Parcel, fates: dict[int, Addressee]) -> Parcel:
    if not fates:
        return parcel
    return replace(parcel, addressees=tuple(fates.get(index, one) for index, one in enumerate(parcel.addressees)))


def _news(current: Parcel, fates: dict[int, Addressee]) -> tuple[tuple[int, Addressee], ...]:
    """The fates as they are written next to the report about them."""
    return tuple(
        (index, replace(one, fate=Fate.RETURNED) if one.fate is Fate.FAILED else one)
        for index, one in enumerate(current.addressees)
        if index in fates or one.fate is Fate.FAILED
    )
