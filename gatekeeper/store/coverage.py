"""Coverage: how much of the truth the gate sees, and whether enforcing on it is safe (model.md, Whose mail).

Where incoming mail takes a way that the gate does not see, friends look like strangers. Two shares tell: of the
answers that people here send to somebody who has written, how many cite a mail that was seen coming in; and of
the contacts whom they write to again and again, how many have ever been seen writing. Low coverage is reported;
by itself it lifts no limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.store import schema

GOOD_SHARE = 0.9
"""Measured on real mail: 0.93-0.98 where the whole inbound path is seen, 0.46-0.88 where part of it is not."""

ENOUGH_ANSWERS = 50
"""Fewer say too little: at a share of 0.93 the standard error of 50 is 0.04."""

REGULAR_MAILS = 2.5
REGULAR_SPAN_SECONDS = 2 * DAY_SECONDS
"""Three mails, hardly faded, with at least two days between the first and the last: three different days."""

OBSERVE_DAYS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The counts of a site or of one sender. Shares are None where nothing was counted."""

    answers: int
    answers_seen: int
    regulars: int
    regulars_who_wrote: int

    @property
    def answers_share(self) -> float | None:
        return self.answers_seen / self.answers if self.answers else None

    @property
    def regulars_share(self) -> float | None:
        return self.regulars_who_wrote / self.regulars if self.regulars else None

    def as_facts(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "answers": self.answers,
            "answers_seen": self.answers_seen,
            "answers_share": self.answers_share,
            "regulars": self.regulars,
            "regulars_who_wrote": self.regulars_who_wrote,
            "regulars_share": self.regulars_share,
        }


def coverage(connection: Connection, sender: str | None = None) -> Coverage:
    """Of the whole site, or of one sender."""
    senders, relations = schema.senders, schema.relations
    counted = select(func.sum(senders.c.answers), func.sum(senders.c.answers_seen))
    regular = (relations.c.out_sum >= REGULAR_MAILS) & (
        relations.c.out_last - relations.c.out_first >= REGULAR_SPAN_SECONDS
    )
    people = select(func.count()).select_from(relations).where(regular, relations.c.is_list.is_(False))
    if sender is not None:
        counted = counted.where(senders.c.address == sender)
        people = people.where(relations.c.sender == sender)
    answers, seen = connection.execute(counted).one()
    wrote = people.where(or_(relations.c.in_last > 0, relations.c.claimed_last > 0))
    return Coverage(
        answers=int(answers or 0),
        answers_seen=int(seen or 0),
        regulars=int(connection.execute(people).scalar_one()),
        regulars_who_wrote=int(connection.execute(wrote).scalar_one()),
    )


def readiness(found: Coverage, seen_days: float) -> tuple[bool, str]:
    """Whether enforcing is safe, and one sentence why."""
    share = found.answers_share
    if found.answers >= ENOUGH_ANSWERS and share is not None:
        if share >= GOOD_SHARE:
            return True, f"Enforcing is safe: {share:.0%} of {found.answers} answered mails were seen coming in."
        return False, (
            f"Enforcing is not safe yet: only {share:.0%} of {found.answers} answered mails were seen coming in. "
            "Part of the incoming mail goes another way: send copies of it to the inbound listener."
        )
    if seen_days < OBSERVE_DAYS:
        return False, (
            f"Whether enforcing is safe is not known yet: {found.answers} answers in {seen_days:.0f} days; "
            f"{ENOUGH_ANSWERS} say enough. Senders whose archives are imported are judged by them already."
        )
    return False, (
        f"Whether enforcing is safe is not known: only {found.answers} answers in {seen_days:.0f} days. "
        "Does incoming mail reach the inbound listener?"
    )
