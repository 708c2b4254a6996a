"""Endings: what became of a queued message is written down, with the report about it, in one transaction.

It is the claim under which the message was served that lets its row be changed: a node that was away for longer
than its claim changes nothing, and writes no second report.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from gatekeeper.errors import TemporaryFailure
from gatekeeper.events import Events
from gatekeeper.mail.dsn import Action
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Where
from gatekeeper.policy.explain import explanation, reply_to
from gatekeeper.policy.verdict import Verdict
from gatekeeper.reports import Reporter
from gatekeeper.store import queue
from gatekeeper.store.bench import Bench
from gatekeeper.store.parcel import Addressee, Fate, Parcel, QueueState

TOO_LATE = Reply.of(550, "5.4.7", "Not sent: it could not be delivered in time.")
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
                index: replace(fates.get(index, parcel.addressees[index]), fate=Fate.FAILED, reply=TOO_LATE, at=now)
                for index in parcel.waiting
                if fates.get(index, parcel.addressees[index]).fate is Fate.WAITING
            }
            await self.end(parcel, {**fates, **late}, content)
            return
        notice_after = self._delay_notice_seconds
        late_enough = bool(notice_after) and now - parcel.arrived >= notice_after and not parcel.noticed
        current = _with_fates(parcel, fates)

        def give_back(connection: Connection) -> bool:
            if not queue.reschedule(connection, parcel, due=due, judged=judged, reason=reason, tried=tried):
                return False
            queue.record(connection, current, _returned(current))
            if any(one.fate is Fate.FAILED for one in current.addressees):
                self._reporter.report(connection, [current], content, now, Action.FAILED)
            elif late_enough:
                words = "" if tried else reason
                self._reporter.report(connection, [current], content, now, Action.DELAYED, outcome=words)
                queue.noticed(connection, parcel, now)
            return True

        await self.write(parcel, give_back)

    async def end(self, parcel: Parcel, fates: dict[int, Addressee], content: bytes) -> None:
        """Nothing waits any more: the fates, the state and the report, in one transaction."""
        now = self._clock()
        current = _with_fates(parcel, fates)
        failed = [one for one in current.addressees if one.fate in {Fate.FAILED, Fate.RETURNED}]
        action = Action.FAILED if any(one.fate is Fate.FAILED for one in failed) else Action.RELAYED

        def end(connection: Connection) -> bool:
            if not queue.finish(connection, parcel, QueueState.BOUNCED if failed else QueueState.DONE, now):
                return False
            queue.record(connection, current, _returned(current))
            self._reporter.report(connection, [current], content, now, action)
            return True

        await self.write(parcel, end)

    async def write(self, parcel: Parcel, work: Callable[[Connection], bool]) -> None:
        """Write down what became of a message. It has happened: while the database does not take it, it is kept
        here and tried again, because a message that is only forgotten to be done is delivered twice."""
        pause, until = 0.5, time.monotonic() + WRITE_AGAIN_SECONDS
        while True:
            try:
                if not await self._bench.run(work):
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
        ended: list[tuple[Parcel, Parcel]] = []
        last = refused[-1]
        for one in refused:
            reply = reply_to(one.verdict, self._link_to(one.parcel))
            fates = {
                index: replace(one.parcel.addressees[index], fate=Fate.FAILED, reply=reply, remote="", at=now)
                for index in one.parcel.waiting
            }
            ended.append((one.parcel, _with_fates(one.parcel, fates)))
        link = self._link_to(last.parcel)

        def end(connection: Connection) -> bool:
            told = []
            for parcel, current in ended:
                if queue.finish(connection, parcel, QueueState.BOUNCED, now):
                    queue.record(connection, current, _returned(current))
                    told.append(current)
            words = explanation(last.verdict)
            if told:
                content = refused[0].content
                self._reporter.report(
                    connection,
                    told,
                    content,
                    now,
                    Action.FAILED,
                    outcome=words.outcome,
                    way_out=words.way_out,
                    link=link,
                )
            return len(told) == len(ended)

        await self.write(last.parcel, end)


def _with_fates(parcel: Parcel, fates: dict[int, Addressee]) -> Parcel:
    return replace(parcel, addressees=tuple(fates.get(index, one) for index, one in enumerate(parcel.addressees)))


def _returned(parcel: Parcel) -> Iterable[tuple[int, Addressee]]:
    """The fates as they are written next to the report about them."""
    for index, one in enumerate(parcel.addressees):
        yield index, replace(one, fate=Fate.RETURNED) if one.fate is Fate.FAILED else one
