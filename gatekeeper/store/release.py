"""Release: what an admin says about mail in the queue: let it go, to some or to all, try it now, or discard it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from sqlalchemy import Connection, update

from gatekeeper.mail.reply import Reply
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store import ending, schema
from gatekeeper.store.ending import Ending
from gatekeeper.store.ledger import entry
from gatekeeper.store.parcel import Fate, Parcel, QueueState
from gatekeeper.store.people import audit

NOT_RELEASED = Reply.of(550, "5.7.1", "Not sent: this person has never written to you.")
UNCLAIMED = frozenset({QueueState.WAITING, QueueState.HELD})


class Word(StrEnum):
    """What an admin can say about a message that waits."""

    RELEASE = "release"
    RELEASE_TO_KNOWN = "release to known"
    DISCARD = "discard"


def say(connection: Connection, parcel: Parcel, word: Word, now: float, *, author: str, reason: str) -> bool:
    """Does what the admin says, and leaves a line in the audit log. False when the message does not wait any more,
    or nobody knows its sender."""
    match word:
        case Word.RELEASE:
            done = release(connection, parcel.id, now, judged=True)
        case Word.RELEASE_TO_KNOWN:
            done = release_to_known(connection, parcel, now)
        case Word.DISCARD:
            done = discard(connection, parcel, now)
    if done:
        act = "discard" if word is Word.DISCARD else "release"
        audit(connection, now, author, act, parcel.account, parcel.id, reason, 0.0)
    return done


def release(connection: Connection, parcel_id: str, now: float, *, judged: bool) -> bool:
    """Let a held or waiting message go now; `judged` True without hearing it again. False when there is none."""
    table = schema.queue
    changed = connection.execute(
        update(table)
        .where(table.c.id == parcel_id, table.c.state.in_(sorted(map(str, UNCLAIMED))))
        .values(state=str(QueueState.WAITING), due=now, judged=table.c.judged | judged)
    )
    return changed.rowcount > 0


def release_to_known(connection: Connection, parcel: Parcel, now: float) -> bool:
    """Let it go to those who know the sender: whom the ledger's verdict accepted, or knows as more than strangers.
    The others are failed, and the report tells so. False when it does not wait, or nobody knows him."""
    found = entry(connection, parcel.id)
    if found is None or parcel.state not in UNCLAIMED:
        return False
    known = {
        one.address
        for one in found.verdict.recipients
        if one.ruling is Ruling.ACCEPT or one.stage in {Stage.KNOWN, Stage.LIKED, Stage.TRUSTED}
    }
    waiting = [index for index in parcel.waiting if parcel.addressees[index].recipient.address in known]
    if not waiting:
        return False
    fates = tuple(
        (index, replace(parcel.addressees[index], fate=Fate.FAILED, reply=NOT_RELEASED, at=now))
        for index in parcel.waiting
        if index not in waiting
    )
    return ending.write(connection, [Ending(parcel=parcel, state=QueueState.WAITING, due=now, fates=fates)])[0]


def retry_now(connection: Connection, now: float, parcel_id: str | None) -> int:
    """Make what was judged and waits due now: one message, or all. Gives how many."""
    table = schema.queue
    which = (table.c.state == str(QueueState.WAITING)) & table.c.judged.is_(True)
    if parcel_id is not None:
        which &= table.c.id == parcel_id
    return connection.execute(update(table).where(which).values(due=now)).rowcount


def discard(connection: Connection, parcel: Parcel, now: float) -> bool:
    """Delete it; nobody is told. False when it does not wait, or a node has claimed it in the meantime."""
    if parcel.state not in UNCLAIMED:
        return False
    return ending.write(connection, [Ending(parcel=parcel, state=QueueState.DISCARDED, due=now)])[0]
