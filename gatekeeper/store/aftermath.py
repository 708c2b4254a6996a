"""The aftermath of a crash: messages that were accepted, and of which nobody knows whether the next hop has them.

A power cut between the next hop's 250 and ours leaves the client to send again, and the message may arrive twice.
Nothing can prevent that (RFC 1047); but it can be told which messages those are.
"""

from __future__ import annotations

from sqlalchemy import Connection, exists, select, update

from gatekeeper.policy.verdict import Ruling
from gatekeeper.store import schema

UNKNOWN = "unknown"
LOOK_BACK_SECONDS = 86_400.0
MOST = 10_000


def left_open(connection: Connection, first: str) -> tuple[str, ...]:
    """The ids from `first` on of accepted messages that were never settled, oldest first; marks them unknown.

    To be called before anything is delivered. What another node has under way at this moment is among them; its
    settlement sets that right.
    """
    ledger, queue = schema.ledger, schema.queue
    open_ones = (
        select(ledger.c.id)
        .where(
            ledger.c.id >= first,
            ledger.c.verdict == str(Ruling.ACCEPT),
            ledger.c.outcome == "",
            ~exists().where(queue.c.id == ledger.c.id),
        )
        .order_by(ledger.c.id)
        .limit(MOST)
    )
    ids = tuple(connection.execute(open_ones).scalars())
    for id_ in ids:
        connection.execute(update(ledger).where(ledger.c.id == id_).values(outcome=UNKNOWN))
    return ids
