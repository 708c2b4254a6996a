"""The digest: what happened in a week, told to the admins by mail in plain words, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.charset import QP, Charset
from email.message import Message as Mail
from email.utils import formatdate
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from gatekeeper.ids import Ids
from gatekeeper.policy.campaign import Scope
from gatekeeper.policy.reputation import Cause
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store import queue, runs, week
from gatekeeper.store.bench import Bench
from gatekeeper.store.parcel import own_mail
from gatekeeper.store.week import Change, NearMiss, Tally

Name = TypeVar("Name", bound=str)

JOB = "digest"
KEPT_SECONDS = 5 * 86_400.0
"""How long it is tried to deliver one."""
SLICE_SECONDS = 6 * 3600.0
"""Campaigns are summed by so much of the week at once."""
MOST_NAMED = 10
"""Of each list: who wants more asks `gatekeeper sender`."""

WORDS = {
    Because.CLOSED: "to people who asked not to get mail from the sender",
    Because.NO_CONSENT: "newsletters and mailings without a sign-up on record",
    Because.NO_UNSUBSCRIBE: "mailings without a way to unsubscribe",
    Because.NO_ONE_CLICK: "mailings without one-click unsubscribe",
    Because.NO_SUBJECT_TAG: "mailings without the mark that the subject must have",
    Because.NOT_LATELY: "to people who have not written lately",
    Because.STAGE: "invitations and mailings to people who have never written",
    Because.TOO_OFTEN: "more of the same than may be sent to one person",
    Because.INVITE_ALL: "one message to many people who have never written",
    Because.CAMPAIGN: "the same content to many people who have never written, in pieces",
    Because.CAMPAIGN_SHARED: "the same content from several senders to many people who have never written",
    Because.FLOOD: "many new people within one hour",
    Because.FLOOD_WAIT: "new people again, shortly after many of them",
    Because.CREDIT: "more new people than usual; they go a little later",
    Because.CREDIT_LONG: "more new people than the sender may write to at present",
    Because.PAUSE: "the ten-minute wait before more new people get the same",
    Because.VOLUME: "more recipients than the policy allows",
    Because.RATE: "more in an hour or a day than the sender's rate",
    Because.RATE_CEILING: "far more in an hour or a day than the sender's rate",
    Because.TOO_MANY_RECIPIENTS: "too many recipients in one message",
    Because.FROZEN: "new contacts of an account that does things it has never done",
    Because.NULL_FORM: "an empty return path on what is no report",
    Because.REVIEW: "messages to be looked at first",
}
CAUSES = {
    Cause.ANSWERED: ("introduction answered", "introductions answered"),
    Cause.OPTED_IN: ("sign-up", "sign-ups"),
    Cause.UNSUBSCRIBED: ("unsubscribed", "unsubscribed"),
    Cause.HARD_BOUNCE: ("bounce at a new address", "bounces at new addresses"),
    Cause.COMPLAINT: ("complaint", "complaints"),
    Cause.REFUSED_CAMPAIGN: ("refused campaign", "refused campaigns"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSettings:
    """Whom it goes to, who writes it, and whether the gate only observes."""

    to: str
    hostname: str
    observes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A calendar week that is over, Monday to Sunday in the site's time zone, and what happened in it."""

    start: datetime
    end: datetime
    tally: Tally
    near: tuple[NearMiss, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def days(self) -> str:
        last = self.end - timedelta(days=1)
        return f"{self.start:%a} {self.start.day} {self.start:%b} to {last:%a} {last.day} {last:%b %Y}"


def week_before(now: float) -> tuple[datetime, datetime, str]:
    """The last week that is over at `now`: its start, its end, and its name ("2026-W39", ISO 8601)."""
    today = datetime.fromtimestamp(now)
    monday = today.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=today.weekday())
    start = monday - timedelta(days=7)
    year, number, _ = start.isocalendar()
    return start.astimezone(), monday.astimezone(), f"{year}-W{number:02}"


class Digests:
    """Reads a week and puts its digest into the queue. `sign` adds a DKIM signature where a key is configured."""

    def __init__(
        self,
        bench: Bench,
        ids: Ids,
        settings: DigestSettings,
        *,
        sign: Callable[[bytes], bytes] = lambda content: content,
    ) -> None:
        self._bench = bench
        self._ids = ids
        self._settings = settings
        self._sign = sign

    async def write(self, now: float) -> bool:
        """The digest of the last week that is over, unless there is one already. False when nothing was written."""
        start, end, period = week_before(now)
        known = await self._bench.run(partial(runs.record, job=JOB))
        if known.period >= period or self._bench.terms.site_since >= end.timestamp():
            return False
        content = self._sign(letter(await self._week(start, end), self._settings, period, now))
        written: bool = await self._bench.run(partial(self._put, content, period, now))
        return written

    async def _week(self, start: datetime, end: datetime) -> Week:
        since, until = start.timestamp(), end.timestamp()
        tally, last = Tally(), self._ids.first(since)
        while last:
            page = partial(week.verdicts_page, after=last, end=self._ids.first(until))
            lines, last = await self._bench.run(page)
            for line in lines:
                tally.add(line)
        near: list[NearMiss] = []
        begin = since
        while begin < until:
            finish = min(until, begin + SLICE_SECONDS)
            terms = self._bench.terms.policy.campaign
            near += await self._bench.run(partial(week.near_misses, terms=terms, since=begin, until=finish))
            begin = finish
        changes: list[Change] = []
        sender, more = "", True
        while more:
            moved = partial(week.changes_page, after=sender, since=since, until=until)
            found, sender = await self._bench.run(moved)
            changes, more = changes + found, bool(sender)
        return Week(start=start, end=end, tally=tally, near=tuple(near), changes=tuple(changes))

    def _put(self, content: bytes, period: str, now: float, connection: Connection) -> bool:
        """The mark and the mail are one transaction: two nodes, or a crash, still make one digest."""
        if not runs.begin_period(connection, JOB, period):
            return False
        parcel = own_mail(
            id_=self._ids.new(now),
            to=self._settings.to,
            now=now,
            kept_seconds=KEPT_SECONDS,
            reason="the weekly digest",
        )
        queue.put(connection, parcel, content)
        return True


def letter(one: Week, settings: DigestSettings, period: str, now: float) -> bytes:
    """The digest as a message, with CRLF. Auto-Submitted says that nobody needs to answer (RFC 3834 5)."""
    counts = one.tally.messages
    mail = Mail()
    mail["From"] = f"Mail gateway <postmaster@{settings.hostname}>"
    mail["To"] = f"<{settings.to}>"
    mail["Subject"] = f"Mail gateway: {counts[Ruling.REFUSE]} refused, {counts[Ruling.DEFER]} told to wait, {one.days}"
    mail["Date"] = formatdate(now, localtime=True)
    mail["Message-ID"] = f"<digest.{period.lower()}@{settings.hostname}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["MIME-Version"] = "1.0"
    charset = Charset("utf-8")
    charset.body_encoding = QP
    mail.set_payload(text(one, settings), charset)
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def text(one: Week, settings: DigestSettings) -> str:
    """The words."""
    tally = one.tally
    counts = tally.messages
    lines = [f"{one.days} at the mail gateway {settings.hostname}.", ""]
    lines.append(
        f"{counts.total():,} messages: {counts[Ruling.ACCEPT]:,} went, {counts[Ruling.DEFER]:,} told to wait, "
        f"{counts[Ruling.HOLD]:,} kept for you to look at, {counts[Ruling.REFUSE]:,} refused."
    )
    if counts[Ruling.DEFER]:
        lines.append("A message that waited and then went stands in both numbers.")
    if tally.would[Ruling.REFUSE] or tally.would[Ruling.DEFER]:
        why = "The gateway only observes" if settings.observes else "Some rules only observe, or only begin to count"
        lines += [
            f"{why}: were everything enforced, {tally.would[Ruling.REFUSE]:,} more would have been refused and "
            f"{tally.would[Ruling.DEFER]:,} more told to wait."
        ]
    for title, ruling in (("Refused", Ruling.REFUSE), ("Told to wait", Ruling.DEFER), ("Kept", Ruling.HOLD)):
        lines += _ruling(title, ruling, tally)
    lines += _near(one.near)
    rising = sorted((change for change in one.changes if change.by > 0), key=lambda change: (-change.by, change.sender))
    falling = sorted((change for change in one.changes if change.by < 0), key=lambda change: (change.by, change.sender))
    lines += _changes("Senders who rose", rising) + _changes("Senders who fell", falling)
    lines += ["", "More about a sender: gatekeeper sender ADDRESS"]
    return "\n".join(lines) + "\n"


def _ruling(title: str, ruling: Ruling, tally: Tally) -> list[str]:
    if not tally.messages[ruling]:
        return []
    lines = ["", title]
    for because, number in _first(tally.because.get(ruling, Counter())):
        lines.append(f"  {number:6,}  {WORDS.get(because, str(because))}")
    named = ", ".join(f"{sender} {number:,}" for sender, number in _first(tally.senders[ruling]))
    more = len(tally.senders[ruling]) - MOST_NAMED
    return [*lines, f"  senders: {named}" + (f", and {more:,} more" if more > 0 else "")]


def _near(near: Iterable[NearMiss]) -> list[str]:
    lines = ["", "Close to a limit, and not over it"]
    ordered = sorted(near, key=lambda one: (-one.total / one.limit, one.scope, one.whose))
    if not ordered:
        return [*lines, "  nobody"]
    for one in ordered[:MOST_NAMED]:
        who = {Scope.SENDER: one.whose, Scope.DOMAIN: f"all of {one.whose}", Scope.CLIENT: f"the client {one.whose}"}
        people = "1 person" if one.people == 1 else f"{one.people:,} people"
        lines.append(
            f"  {who[one.scope]}: the same to {people} who have hardly or never written, "
            f"{one.total / one.limit:.0%} of the limit"
        )
    return lines + ([f"  and {len(ordered) - MOST_NAMED:,} more"] if len(ordered) > MOST_NAMED else [])


def _changes(title: str, changes: Sequence[Change]) -> list[str]:
    lines = ["", title]
    if not changes:
        return [*lines, "  nobody"]
    for one in changes[:MOST_NAMED]:
        before, after = one.tiers
        now = f"still {after}" if before is after else f"{before}, now {after}"
        causes = ", ".join(f"{number} {_cause(cause, number)}" for cause, number in one.causes)
        lines.append(f"  {one.sender}: {now} ({causes})")
    return lines + ([f"  and {len(changes) - MOST_NAMED:,} more"] if len(changes) > MOST_NAMED else [])


def _cause(cause: Cause, number: int) -> str:
    one, several = CAUSES.get(cause, (str(cause).replace("-", " "),) * 2)
    return one if number == 1 else several


def _first(counted: Counter[Name]) -> list[tuple[Name, int]]:
    """The most frequent, equal ones in the order of their names."""
    return sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))[:MOST_NAMED]
