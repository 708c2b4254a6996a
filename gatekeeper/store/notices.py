"""Notices: senders and the admin are told of a limit or a freeze by mail, once for each episode.

A limit is useless unless somebody is told of it; a mail for every message would be worse than none. Written into
the queue in the verdict's own transaction, so that no notice tells of what did not happen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection

from gatekeeper.mail.address import canonical
from gatekeeper.mail.notice import notice
from gatekeeper.policy.explain import Explanation, clock
from gatekeeper.policy.rates import Buckets, Load, Meter, MeterName, longest, take
from gatekeeper.policy.terms import RateLimits
from gatekeeper.store import queue
from gatekeeper.store.parcel import own_mail

KEPT_SECONDS = 86_400.0
"""A notice that is a day late tells nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTerms:
    """Who writes notices, and who gets them besides the sender. `sign` adds a DKIM signature."""

    hostname: str
    local_domains: frozenset[str]
    """Only people of the site are told: an address from outside may be forged."""
    admin: str = ""
    help_contact: str = ""
    per_hour: int = 20
    sign: Callable[[bytes], bytes] = lambda content: content


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to tell: to the sender in his words, to the admin in his."""

    sender: str
    at: float
    subject: str
    for_sender: tuple[str, ...]
    for_admin: tuple[str, ...]


def slowed(sender: str, words: Explanation, now: float) -> Notice:
    """The account is over a rate."""
    once = "You are told this once; mail that waits is sent as soon as it can go."
    return Notice(
        sender=sender,
        at=now,
        subject="Some of your mail waits",
        for_sender=(words.outcome, words.way_out, once),
        for_admin=(f"{sender} is over a limit, and has been told:", words.outcome, words.way_out),
    )


def frozen(sender: str, why: str, until: float, now: float) -> Notice:
    """The takeover guard has frozen the account's new contacts."""
    return Notice(
        sender=sender,
        at=now,
        subject="Mail to new people waits",
        for_sender=(
            "Your account does things it has never done, so mail to new people waits.",
            "Mail to people you know still goes.",
            f"If it was you, nothing is lost: ask your mail admin, or wait until {clock(until, now)}.",
            "If it was not you, change your password now and tell your mail admin.",
        ),
        for_admin=(
            f"New contacts of {sender} wait until {clock(until, now)}. What was seen: {why}.",
            "Mail to people whom the account knows still goes.",
            f"Ask the owner. If it was him: gatekeeper thaw {sender}",
            f"If it was not: change the password, end his sessions, then gatekeeper thaw {sender} --discard",
        ),
    )


def put(connection: Connection, notices: Sequence[Notice], buckets: Buckets, terms: NoticeTerms) -> int:
    """Put them in the queue, as far as the site's own limit allows; gives how many mails that made."""
    made = 0
    for one in notices:
        for to, lines in _readers(one, terms):
            meter = Meter(name=MeterName.SERVICE, buckets=buckets, limits=RateLimits(messages_per_hour=terms.per_hour))
            if longest((meter,), one.at, Load()) is not None:
                return made
            take(meter, one.at, Load())
            _put(connection, one, to, lines, terms)
            made += 1
    return made


def _readers(one: Notice, terms: NoticeTerms) -> Iterator[tuple[str, tuple[str, ...]]]:
    if terms.admin:
        yield terms.admin, one.for_admin
    if one.sender.rpartition("@")[2] in terms.local_domains and one.sender != canonical(terms.admin):
        asks = (f"Questions: {terms.help_contact}",) if terms.help_contact else ()
        yield one.sender, (*one.for_sender, *asks)


def _put(connection: Connection, one: Notice, to: str, lines: tuple[str, ...], terms: NoticeTerms) -> None:
    id_ = f"notice-{uuid4().hex[:16]}"
    text = "\n\n".join(line for line in lines if line) + "\n"
    content = notice(to=to, hostname=terms.hostname, id_=id_, now=one.at, subject=one.subject, text=text)
    parcel = own_mail(id_=id_, to=to, now=one.at, kept_seconds=KEPT_SECONDS, reason="a notice")
    queue.put(connection, parcel, terms.sign(content))
