"""Learning outside the daemon: what exchanges teach, in a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from gatekeeper.policy.evidence import Exchange
from gatekeeper.store import hearing
from gatekeeper.store.bench import recall
from gatekeeper.store.case import Learnt, Lessons
from gatekeeper.store.lessons import learn
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows


def learn_now(connection: Connection, exchanges: Sequence[Exchange], terms: hearing.Terms, *, batch: int = 0) -> Learnt:
    """The same as `Bench.learn`. `batch` is the import's number, 0 for live mail."""
    lessons = Lessons(exchanges=tuple(exchanges), batch=batch)
    memory = Memory(Rows(connection))
    recall(memory, [lessons], terms.policy)
    learnt = learn(memory, lessons, terms)
    memory.write()
    return learnt
