"""Retention: what is deleted, and when. No longer kept than the site said, no sooner than the rules need it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, not_, select, tuple_

from gatekeeper.policy.relation import Closed
from gatekeeper.store import schema
from gatekeeper.store.queue import QueueState

DAY_SECONDS = 86_400.0
ANSWERED_DAYS = 1.0
"""A retry that wants its first answer comes within the hour."""
CAUSES_DAYS = 360.0
"""Four half-lives of a reputation: what is older has lost 15/16 of its weight."""
ROWS_AT_ONCE = 2000
"""Deleted in one transaction: mail waits for no more than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Days, by what a row is about; the configuration's [retention]."""

    contacts_days: float
    verdicts_days: float
    messages_days: float
    campaigns_days: float
    audit_days: float


def steps(retention: Retention, now: float) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """What is over in each table at `now`. A no is never over: it must go on being honoured."""

    def before(days: float) -> float:
        return now - days * DAY_SECONDS

    relations, contacts = schema.relations.c, before(retention.contacts_days)
    silent = and_(
        *(
            column < contacts
            for column in (
                relations.in_last,
                relations.claimed_last,
                relations.out_last,
                relations.introduced,
                relations.bounced,
            )
        )
    )
    is_open = and_(relations.closed == str(Closed.OPEN), relations.closed_until < now)
    yield schema.relations, and_(silent, is_open, relations.allowed_until < now)
    yield schema.choices, and_(schema.choices.c.until > 0.0, schema.choices.c.until < now)
    yield schema.evidence, schema.evidence.c.at < contacts
    yield schema.aliases, and_(schema.aliases.c.author == "", schema.aliases.c.at < contacts)
    yield schema.sender_links, schema.sender_links.c.first < contacts
    yield schema.companies, schema.companies.c.last < contacts
    yield schema.heard, schema.heard.c.at < before(retention.messages_days)
    yield schema.campaigns, schema.campaigns.c.last < before(retention.campaigns_days)
    for members in (schema.campaign_keys, schema.campaign_persons):
        campaign = select(schema.campaigns.c.id).where(schema.campaigns.c.id == members.c.campaign)
        yield members, not_(campaign.exists())
    yield schema.causes, schema.causes.c.at < before(CAUSES_DAYS)
    # A bucket whose every time is past is full, as one that was never used.
    yield schema.meters, and_(*(column < now for column in schema.meters.c if column.name != "scope"))
    yield schema.habits, schema.habits.c.last < contacts
    ended = [str(QueueState.DONE), str(QueueState.BOUNCED)]
    is_done = and_(schema.queue.c.state.in_(ended), schema.queue.c.due < before(retention.verdicts_days))
    done = select(schema.queue.c.id).where(schema.queue.c.id == schema.queue_recipients.c.id, is_done)
    yield schema.queue_recipients, done.exists()
    yield schema.queue, is_done
    yield schema.volumes, schema.volumes.c.until < now
    yield schema.waiting, schema.waiting.c.until < now
    yield schema.answered, schema.answered.c.at < before(ANSWERED_DAYS)
    yield schema.ledger, schema.ledger.c.at < before(retention.verdicts_days)
    yield schema.audit, schema.audit.c.at < before(retention.audit_days)


def prune(connection: Connection, table: Table, is_over: ColumnElement[bool]) -> int:
    """Deletes some rows of `table` that are over, at most ROWS_AT_ONCE; gives how many. Repeat until none is left."""
    key = tuple(table.primary_key.columns)
    some = select(*key).where(is_over).limit(ROWS_AT_ONCE)
    wanted = key[0].in_(some) if len(key) == 1 else tuple_(*key).in_(some)
    return connection.execute(delete(table).where(wanted)).rowcount
