"""Thaw: an admin has spoken with the owner of an account that looked stolen."""

from __future__ import annotations

from sqlalchemy import Connection

from gatekeeper.store.memory import Memory
from gatekeeper.store.parcel import QueueState
from gatekeeper.store.people import audit
from gatekeeper.store.queue import listed
from gatekeeper.store.release import discard, release
from gatekeeper.store.rows import Rows

MOST_WAITING = 100_000
"""Of one account in the queue: as many as it holds unless the site says more."""


def thaw(
    connection: Connection, sender: str, now: float, *, author: str, reason: str, discards: bool = False
) -> tuple[bool, int]:
    """Lift the takeover guard of the account. What it saw in the last hour, and where the account wrote from, is his
    own doing then, and what waits in the queue for him is heard again now; or, with `discards`, was somebody else's
    and is thrown away. Gives whether he was frozen, and how many messages were concerned."""
    memory = Memory(Rows(connection))
    record = memory.sender(sender)
    was_frozen = record.frozen_until > now
    record.frozen_until, record.frozen_why = 0.0, ""
    memory.changed(record)
    habits = memory.habits(sender)
    habits.tried, habits.unknown = {}, {}
    memory.changed_habits(habits)
    memory.write()
    waiting = [one for one in listed(connection, (QueueState.WAITING,), MOST_WAITING, account=sender) if not one.judged]
    for one in waiting:
        if discards:
            discard(connection, one, now)
        else:
            release(connection, one.id, now, judged=False)
    audit(connection, now, author, "thaw", sender, "discarded" if discards else "", reason, 0.0)
    return was_frozen, len(waiting)
