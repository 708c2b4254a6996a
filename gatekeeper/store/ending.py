"""An ending: what became of a message that was claimed, with the report about it; written together with others'.

It is the claim under which the message was served that lets its row be changed: a node that was away for longer
than its claim changes nothing, and its report is not written.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from gatekeeper.store import queue
from gatekeeper.store.parcel import Addressee, Parcel, QueueState, reply_text

ENDED = frozenset({QueueState.DONE, QueueState.BOUNCED, QueueState.DISCARDED})
"""States in which the octets are gone; the row stays as a record until it is pruned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """`parcel` as it was claimed becomes `state`; `due` is when it is tried again, or the time of its end.

    `fates` are the recipients of whom there is news, by position. `tried`: the next hop was asked. `noticed` is
    when the sender was told of the delay, 0.0 if he was not. `report` goes into the queue with it.
    """

    parcel: Parcel
    state: QueueState
    due: float
    judged: bool = True
    reason: str = ""
    tried: bool = False
    noticed: float = 0.0
    fates: tuple[tuple[int, Addressee], ...] = ()
    report: tuple[Parcel, bytes] | None = None


def write(connection: Connection, endings: Sequence[Ending]) -> list[bool]:
    """Write all of them in six statements at most; False for whose claim is another's by now: of such a one nothing
    is written."""
    claims = _claims(connection, [one.parcel.id for one in endings])
    held = []
    for one in endings:
        mine = claims.get(one.parcel.id) == one.parcel.claimed_until
        held.append(mine)
        if mine:
            del claims[one.parcel.id]
    written = [one for one, mine in zip(endings, held, strict=True) if mine]
    _many(
        connection,
        "UPDATE queue SET state = ?, due = ?, judged = ?, reason = ?, attempts = attempts + ?, noticed = ?, "
        "claimed_by = '', claimed_until = 0 WHERE id = ?",
        [
            (
                str(one.state),
                one.due,
                one.judged,
                one.reason or one.parcel.reason,
                int(one.tried),
                one.noticed or one.parcel.noticed,
                one.parcel.id,
            )
            for one in written
        ],
    )
    _many(
        connection,
        "UPDATE queue_recipients SET state = ?, reply = ?, remote = ?, at = ? WHERE id = ? AND position = ?",
        [
            (str(fate.fate), reply_text(fate.reply), fate.remote, fate.at, one.parcel.id, position)
            for one in written
            for position, fate in one.fates
        ],
    )
    _many(
        connection,
        "DELETE FROM queue_bodies WHERE id = ?",
        [(one.parcel.id,) for one in written if one.state in ENDED],
    )
    queue.put_all(connection, [one.report for one in written if one.report is not None])
    return held


def _claims(connection: Connection, ids: Sequence[str]) -> dict[str, float]:
    """Under which claim each row is, locked until the commit. In the order of the ids, so that two nodes cannot
    wait for each other; SQLite's BEGIN IMMEDIATE holds everything."""
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        wanted = "SELECT id, claimed_until FROM queue WHERE id = ANY(%s) ORDER BY id FOR UPDATE"
        cursor.execute(wanted, (list(ids),))
    else:
        wanted = "SELECT q.id, q.claimed_until FROM json_each(?) k CROSS JOIN queue q ON q.id = k.value"
        cursor.execute(wanted, (json.dumps(list(ids)),))
    return dict(cursor.fetchall())


def _many(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        cursor: Any = connection.connection.cursor()
        mark = "%s" if connection.dialect.name == "postgresql" else "?"
        cursor.executemany(statement.replace("?", mark), rows)
