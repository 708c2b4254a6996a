"""Introductions: what became of a sender's mail to new people, read back from relations, evidence and causes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from gatekeeper.policy.evidence import What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage, times
from gatekeeper.policy.reputation import Cause
from gatekeeper.store import schema
from gatekeeper.store.rows import relation_from

WEEK_SECONDS = 7 * 86_400.0
WEEKS_PLOTTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """People first written to in one week, and how many of them have written since."""

    start: float
    made: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """A sender's mail between two times. Counts of people, but for campaigns and meetings."""

    sender: str
    since: float
    until: float
    made: int
    answered: int
    circle: int
    """Who has exchanged mail with the sender, at the end."""
    grown: int
    """Of those, who first wrote in this time."""
    invited: int
    joined: int
    """Of the invited, who have written since."""
    meetings: int
    refused_campaigns: int
    complaints: int
    unsubscribed: int
    bounced: int
    weeks: tuple[Week, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing happened that is worth a letter."""
        return not (self.made or self.answered or self.grown or self.invited or self.refused_campaigns)


def effort(connection: Connection, sender: str, since: float, until: float, policy: Policy) -> Effort:
    """What became of the sender's mail from `since` to `until`; the weeks are the last twelve before `until`."""
    made = answered = circle = grown = invited = joined = 0
    begin = until - WEEKS_PLOTTED * WEEK_SECONDS
    by_week: Counter[int] = Counter()
    answered_by_week: Counter[int] = Counter()
    table = schema.relations
    for row in connection.execute(select(table).where(table.c.sender == sender)):
        one = relation_from(tuple(row))
        wrote = bool(one.in_last and one.in_last > one.charged)
        if begin <= one.charged < until:
            week = int((one.charged - begin) // WEEK_SECONDS)
            by_week[week] += 1
            answered_by_week[week] += wrote
        if since <= one.charged < until:
            made += 1
            answered += wrote
        if one.stage(until, policy.stages) in {Stage.LIKED, Stage.TRUSTED}:
            circle += 1
            grown += since <= one.in_first < until
        asked = [at for at in times(one.invited) if since <= at < until]
        if asked:
            invited += 1
            joined += one.in_last > min(asked)
    moved = schema.causes
    counted = connection.execute(
        select(moved.c.cause, func.count())
        .where(moved.c.sender == sender, moved.c.at >= since, moved.c.at < until)
        .group_by(moved.c.cause)
    )
    causes: dict[str, int] = {row[0]: int(row[1]) for row in counted}
    seen = schema.evidence
    meetings = connection.execute(
        select(func.count())
        .select_from(seen)
        .where(
            seen.c.sender == sender,
            seen.c.what == str(What.ACCEPTED_MEETING),
            seen.c.batch == 0,
            seen.c.at >= since,
            seen.c.at < until,
        )
    ).scalar_one()
    return Effort(
        sender=sender,
        since=since,
        until=until,
        made=made,
        answered=answered,
        circle=circle,
        grown=grown,
        invited=invited,
        joined=joined,
        meetings=int(meetings),
        refused_campaigns=causes.get(Cause.REFUSED_CAMPAIGN, 0),
        complaints=causes.get(Cause.COMPLAINT, 0),
        unsubscribed=causes.get(Cause.UNSUBSCRIBED, 0),
        bounced=causes.get(Cause.HARD_BOUNCE, 0),
        weeks=tuple(
            Week(start=begin + number * WEEK_SECONDS, made=by_week[number], answered=answered_by_week[number])
            for number in range(WEEKS_PLOTTED)
        ),
    )
