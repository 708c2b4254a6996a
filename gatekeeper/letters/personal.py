"""The personal report: how a sender's mail to new people was received, for himself, in plain words.

"Many do not know how to measure their own effectiveness" is an old complaint about networking. These are the
figures that tell: who answered, not how much was sent. Nobody else's data stands in it: counts, and no names.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, select

from gatekeeper.gate.accounts import Accounts
from gatekeeper.kinds.automatic import header_sign
from gatekeeper.kinds.declaration import declared_list
from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.message import Message
from gatekeeper.mail.notice import notice
from gatekeeper.mail.reply import Reply
from gatekeeper.store import queue, runs, schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.introductions import Effort, effort
from gatekeeper.store.parcel import own_mail

JOB = "report"
KEPT_SECONDS = 5 * 86_400.0
PAGE_SENDERS = 100
"""Reported on in one transaction: mail waits for no more than this."""
WIDEST_BAR = 40
DAY_SECONDS = 86_400.0
ASKED_DAYS = 90
"""How far a report looks back that somebody asks for."""

Every = Literal["never", "weekly", "monthly"]


def period_before(now: float, every: Every) -> tuple[float, float, str]:
    """The last week or month that is over at `now`: its start, its end, and a name that sorts by time."""
    today = datetime.fromtimestamp(now, tz=UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    if every == "weekly":
        end = today - timedelta(days=today.weekday())
        start = end - timedelta(days=7)
        year, number, _ = start.isocalendar()
        return start.timestamp(), end.timestamp(), f"{year}-W{number:02}"
    end = today.replace(day=1)
    start = (end - timedelta(days=1)).replace(day=1)
    return start.timestamp(), end.timestamp(), f"{start:%Y-%m}"


class PersonalReports:
    """Puts the reports of a period into the queue, each once, whatever crashes in between."""

    def __init__(
        self, bench: Bench, hostname: str, every: Every, *, sign: Callable[[bytes], bytes] = lambda content: content
    ) -> None:
        self._bench = bench
        self._hostname = hostname
        self._every = every
        self._sign = sign

    async def write(self, now: float) -> int:
        """The reports of the last period that is over; gives how many."""
        if self._every == "never":
            return 0
        since, until, period = period_before(now, self._every)
        known = await self._bench.run(partial(runs.record, job=JOB))
        if known.period >= period or self._bench.terms.site_since >= until:
            return 0
        number: int
        written, last = 0, ""
        while True:
            number, last = await self._bench.run(partial(self._page, last, since, until, period, now))
            written += number
            if not last:
                break
        await self._bench.run(partial(runs.begin_period, job=JOB, period=period))
        return written

    def _page(
        self, after: str, since: float, until: float, period: str, now: float, connection: Connection
    ) -> tuple[int, str]:
        terms, table = self._bench.terms, schema.senders
        wanted = select(table.c.address).where(table.c.address > after).order_by(table.c.address).limit(PAGE_SENDERS)
        senders = list(connection.execute(wanted).scalars())
        written = 0
        for sender in senders:
            if not terms.is_account(sender):
                continue
            found = effort(connection, sender, since, until, terms.policy)
            id_ = f"report-{period.lower()}-{sha256(sender.encode()).hexdigest()[:16]}"
            if not found.is_empty and queue.find(connection, id_) is None:
                _send(connection, found, id_, now, self._sign(_letter(found, self._hostname, id_, now)))
                written += 1
        return written, senders[-1] if len(senders) == PAGE_SENDERS else ""


class ReportDesk:
    """Where a sender asks for his report: by a mail to the desk's address, from a login of his own.

    The report goes to the account's own address and to no other, whatever From or Reply-To say, once an hour at
    most; and nothing goes out for mail that nobody wrote (RFC 3834 2).
    """

    def __init__(
        self,
        bench: Bench,
        hostname: str,
        address: str,
        accounts: Accounts,
        *,
        sign: Callable[[bytes], bytes] = lambda content: content,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._bench = bench
        self._hostname = hostname
        self._address = canonical(address)
        self._accounts = accounts
        self._sign = sign
        self._clock = clock

    def is_asked(self, envelope: Envelope) -> bool:
        """Whether a message is for the desk, and for nobody else."""
        return len(envelope.recipients) == 1 and bool(self._address) and envelope.recipients[0].address == self._address

    async def answer(self, session: Session, envelope: Envelope, content: bytes) -> Reply:
        """The reply to a message for the desk; the report is durable when it says that it comes."""
        message = Message.read(content)
        if envelope.sender.is_null or header_sign(message) or any(declared_list(message)):
            return Reply.of(250, "2.0.0", "Ok: nothing is sent in answer to automatic mail.")
        account = self._accounts.of(session, envelope, "")
        if session.login is None or "@" not in account:
            return Reply.of(550, "5.7.1", "Not sent: only who logs in can ask for the report on his own mail.")
        await self._bench.run(partial(self._put, account, message.message_id or "", self._clock()))
        return Reply.of(250, "2.0.0", f"Ok: the report on your mail comes to {account}, once an hour at most.")

    def _put(self, account: str, answers: str, now: float, connection: Connection) -> None:
        id_ = f"asked-{int(now // 3600)}-{sha256(account.encode()).hexdigest()[:16]}"
        if queue.find(connection, id_) is None:
            found = effort(connection, account, now - ASKED_DAYS * DAY_SECONDS, now, self._bench.terms.policy)
            content = _letter(found, self._hostname, id_, now, author=self._address, answers=answers)
            _send(connection, found, id_, now, self._sign(content))


def _letter(found: Effort, hostname: str, id_: str, now: float, *, author: str = "", answers: str = "") -> bytes:
    return notice(
        to=found.sender,
        hostname=hostname,
        id_=id_,
        now=now,
        subject=f"Your mail to new people: {found.answered} of {found.made} have answered",
        text="\n".join(text(found)) + "\n",
        author=author,
        answers=answers,
    )


def _send(connection: Connection, found: Effort, id_: str, now: float, content: bytes) -> None:
    parcel = own_mail(id_=id_, to=found.sender, now=now, kept_seconds=KEPT_SECONDS, reason="a personal report")
    queue.put(connection, parcel, content)


def text(one: Effort) -> Iterator[str]:
    """The report, line by line."""
    yield f"{_day(one.since)} to {_day(one.until - 1)} {_year(one.until - 1)}, {one.sender}"
    yield ""
    yield f"Introductions  {_count(one.made, 'new person', 'new people')} written to, {one.answered} answered so far."
    yield f"Your circle    {_count(one.circle, 'person', 'people')} in exchange with you, {one.grown} of them new."
    if one.invited:
        yield f"Invitations    {_count(one.invited, 'person', 'people')} invited, {one.joined} have written since."
    if one.meetings:
        yield f"Meetings       {one.meetings} accepted."
    if one.refused_campaigns:
        times = _count(one.refused_campaigns, "time", "times")
        yield f"Not sent       {times} the same to many people who have never written to you."
    against = [
        (one.complaints, "complained"),
        (one.unsubscribed, "unsubscribed"),
        (one.bounced, "of the new addresses did not work"),
    ]
    if any(number for number, _ in against):
        yield "Against it     " + ", ".join(f"{number} {what}" for number, what in against if number) + "."
    if any(week.made for week in one.weeks):
        yield ""
        yield "New people by week (# has answered, . has not yet):"
        for week in one.weeks:
            bar = "#" * week.answered + "." * (week.made - week.answered)
            yield f"  {_day(week.start)}  {bar[:WIDEST_BAR]}".rstrip()
    yield ""
    yield _advice(one)


def _advice(one: Effort) -> str:
    if one.refused_campaigns:
        return "What is written to one person in your own words is answered far more often than what goes to all."
    if one.made >= 5 and one.answered * 5 < one.made:
        return "Few have answered. A short note that says why you write to this very person does best."
    return "Who answers counts: each answer lets you write to more new people."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _year(moment: float) -> int:
    return datetime.fromtimestamp(moment, tz=UTC).astimezone().year


def _day(moment: float) -> str:
    return f"{datetime.fromtimestamp(moment, tz=UTC).astimezone():%d %b}"
