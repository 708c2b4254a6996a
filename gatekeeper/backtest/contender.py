"""A contender: one policy in the replay. The product's is the judge and the memory that `serve` runs.

Each contender has a world of its own: what it refuses is not delivered there, and nobody answers it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Protocol, Self

from gatekeeper.policy.verdict import Verdict
from gatekeeper.store import hearing
from gatekeeper.store.case import Case, Judged, Lessons, Settlement
from gatekeeper.store.hearing import Terms
from gatekeeper.store.lessons import learn, settle
from gatekeeper.store.memory import Memory


class Contender(Protocol):
    """A policy with its memory."""

    name: str

    def judge(self, case: Case) -> Verdict:
        """The verdict on `case`; what the judgement itself changes is remembered."""

    def settle(self, settlement: Settlement) -> None:
        """What the next hop took."""

    def learn(self, lessons: Lessons) -> None:
        """Mail that was seen."""

    def fork(self) -> Self:
        """A twin that remembers everything until now, and whose future is thrown away."""


class Product:
    """The product's own policy: `hearing.judge` over a memory without rows."""

    def __init__(
        self, name: str, terms: Terms, memory: Memory | None = None, new_id: Callable[[], int] | None = None
    ) -> None:
        self.name = name
        self._terms = terms
        self._memory = memory or Memory()
        self._new_id = new_id or itertools.count(1).__next__

    def judge(self, case: Case) -> Verdict:
        return hearing.judge(self._memory, case, self._terms, self._new_id)

    def settle(self, settlement: Settlement) -> None:
        settle(self._memory, settlement, self._terms)

    def learn(self, lessons: Lessons) -> None:
        learn(self._memory, lessons, self._terms)

    def fork(self) -> Product:
        return Product(self.name, self._terms, Memory(parent=self._memory), self._new_id)


def delivered(case: Case, verdict: Verdict, now: float) -> Settlement:
    """The settlement of a message that everybody got."""
    return Settlement(
        judged=Judged(case=case, verdict=verdict),
        now=now,
        delivered=tuple(range(len(case.recipients))),
        outcome="sent",
    )
