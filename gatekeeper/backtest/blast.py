"""A blast: one sender mails his whole address book, alphabetically, in one of eight styles, on a fork of the replay.

Nobody answers on the fork and no genuine mail goes on; what waits is retried as genuine mail is.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from gatekeeper.backtest.contender import Contender, delivered
from gatekeeper.backtest.replay import RETRY_SECONDS
from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store.case import Case, identity_of
from gatekeeper.store.sameness import content_key


class Style(StrEnum):
    """How a blast is split (model.md, How success is measured)."""

    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"
    S6 = "S6"
    S7 = "S7"
    S8 = "S8"


MEANING = {
    Style.S1: "one message",
    Style.S2: "one each second",
    Style.S3: "tens, every 5 minutes",
    Style.S4: "five an hour",
    Style.S5: "one each second, reworded",
    Style.S6: "eight a day, reworded",
    Style.S7: "a friend with each",
    Style.S8: "two senders in turn",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One message of a blast: seconds after its start, from whom, to whom, with which content."""

    after_seconds: float
    sender: str
    recipients: tuple[str, ...]
    content: int


def shots(style: Style, sender: str, book: Sequence[str], friends: Sequence[str], colleague: str) -> Iterator[Shot]:
    """The messages of a blast by `sender` to everybody in `book`.

    S7 goes one each second, each target with one of `friends` (who are not targets themselves) in turn. S8
    alternates with `colleague`, "" where the sender has none: then he is alone.
    """
    same = content_key("blast")
    match style:
        case Style.S1:
            yield Shot(after_seconds=0.0, sender=sender, recipients=tuple(book), content=same)
        case Style.S3:
            for number, start in enumerate(range(0, len(book), 10)):
                people = tuple(book[start : start + 10])
                yield Shot(after_seconds=300.0 * number, sender=sender, recipients=people, content=same)
        case Style.S7:
            known = frozenset(friends)
            targets = [one for one in book if one not in known]
            for number, target in enumerate(targets):
                people = (target, friends[number % len(friends)]) if friends else (target,)
                yield Shot(after_seconds=float(number), sender=sender, recipients=people, content=same)
        case _:
            step = {Style.S4: 720.0, Style.S6: 10_800.0}.get(style, 1.0)
            for number, target in enumerate(book):
                yield Shot(
                    after_seconds=step * number,
                    sender=colleague if style is Style.S8 and colleague and number % 2 else sender,
                    recipients=(target,),
                    content=content_key(f"blast {number}") if style in {Style.S5, Style.S6} else same,
                )


def reached(contender: Contender, blast: Sequence[Shot], start: float, kind: Kind) -> frozenset[str]:
    """Everybody whom `blast` reaches when it begins at `start` (seconds since 1970) before `contender`."""
    found: set[str] = set()
    turn = itertools.count()
    due = [(start + shot.after_seconds, next(turn), shot, 0) for shot in blast]
    heapq.heapify(due)
    keys = {id(shot): content_key(f"blast message {number}") for number, shot in enumerate(blast)}
    while due:
        now, _, shot, attempt = heapq.heappop(due)
        case = _case(shot, keys[id(shot)], now, kind)
        verdict = contender.judge(case)
        if verdict.ruling is Ruling.ACCEPT:
            contender.settle(delivered(case, verdict, now))
            found.update(shot.recipients)
        elif verdict.ruling is Ruling.DEFER and attempt < len(RETRY_SECONDS):
            again = start + shot.after_seconds + RETRY_SECONDS[attempt]
            heapq.heappush(due, (again, next(turn), shot, attempt + 1))
    return frozenset(found)


def _case(shot: Shot, key: int, now: float, kind: Kind) -> Case:
    return Case(
        id="",
        identity=identity_of(key, b"", shot.recipients),
        now=now,
        sender=shot.sender,
        domain=shot.sender.rpartition("@")[2],
        client="",
        recipients=shot.recipients,
        message_key=key,
        digest=b"",
        cites=(),
        kind=kind,
        signals=(),
        content=partial(_content, shot.content),
    )


def _content(token: int) -> Fingerprint:
    return Fingerprint(digest=b"", tokens=frozenset({token}))
