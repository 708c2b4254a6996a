"""Companies: who has addressed two people together. People who form a group are not a random address book."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

import xxhash

from gatekeeper.mail.address import domain_of, organisational_domain
from gatekeeper.store import schema
from gatekeeper.store.rows import Addressed, Rows, authors_from, authors_text

AUTHORS_KEPT = 12
"""Enough that two whose word counts are left beside strangers who address the same people, as on a busy list: of
developers' genuine mail 2.9% was refused and 6.3% paused with 4, 2.6% and 5.5% with 12."""

MOST_PASSED_ON = 5_000
MOST_FRESH = 500
"""Pairs, and circles of people, that go from one transaction to the next."""

COMPANY_REFRESH_SECONDS = 7 * 86_400.0
"""A pair addressed again by the same author within a week is not written again: the window is 730 days."""


def pair_key(one: str, other: str) -> int:
    """The key of two people who were addressed together, in either order."""
    first, second = (one, other) if one < other else (other, one)
    return int(xxhash.xxh3_64_intdigest(f"{first}\n{second}".encode())) >> 1


@lru_cache(maxsize=64)
def pairs_of(people: tuple[str, ...]) -> tuple[int, ...]:
    """The keys of all pairs among `people`, who are distinct. Kept for a moment: a settlement asks for them twice, and
    45 of them were a sixth of what the bench spent on a message to ten."""
    return tuple(pair_key(one, other) for one, other in combinations(people, 2))


class Companies:
    """The pairs that the cases of one transaction read and change; over rows, over a parent, or over nothing."""

    def __init__(self, rows: Rows | None, parent: Companies | None) -> None:
        self._rows = rows
        self._parent = parent
        self._companies: dict[int, dict[str, Addressed] | None] = {}
        self._changed: set[int] = set()
        self._fresh: dict[tuple[str, tuple[str, ...]], tuple[float, float]] = {}

    def recall(self, pairs: Iterable[int]) -> None:
        wanted = [pair for pair in set(pairs) if pair not in self._companies]
        if self._rows is not None and wanted:
            for pair in wanted:
                self._companies[pair] = None
            for row in self._rows.find(schema.companies, ("pair",), wanted):
                self._companies[row[0]] = authors_from(row[1])

    def together(self, pair: int) -> dict[str, Addressed]:
        """The authors who addressed the pair."""
        if pair not in self._companies:
            if self._parent is not None:
                return self._parent.together(pair)
            self.recall((pair,))
        return self._companies.get(pair) or {}

    def is_fresh(self, author: str, people: tuple[str, ...], at: float) -> bool:
        """Whether it is known that `addressed` would change nothing: `author` writes to the same people again."""
        span = self._fresh.get((author, people))
        return span is not None and span[0] < at < span[1]

    def addressed(self, author: str, people: tuple[str, ...], at: float, batch: int = 0) -> None:
        """`author` has addressed `people` together. What an import shows never takes the place of what was seen
        live, so that taking the import back loses nothing else."""
        if not batch and self.is_fresh(author, people, at):
            return
        known, times = self._companies, []
        pairs = pairs_of(tuple(dict.fromkeys(people)))
        for pair in pairs:
            authors = known.get(pair) or self.together(pair)
            last = authors.get(author)
            if last is not None and (
                (batch and not last.batch) or (batch == last.batch and abs(at - last.at) < COMPANY_REFRESH_SECONDS)
            ):
                times.append(last.at)
                continue
            keeps_time = last is not None and (batch > 0) == (last.batch > 0)
            latest = max(at, last.at) if keeps_time and last is not None else at
            authors = {**authors, author: Addressed(at=latest, batch=batch)}
            if len(authors) > AUTHORS_KEPT:
                del authors[min(authors, key=lambda name: (authors[name].batch == 0, authors[name].at))]
            known[pair] = authors
            self._changed.add(pair)
            self._fresh.clear()
        if times and len(times) == len(pairs) and not batch:
            # A second less on either side: times are written without fractions.
            span = max(times) - COMPANY_REFRESH_SECONDS + 1.0, min(times) + COMPANY_REFRESH_SECONDS - 1.0
            self._fresh[author, people] = span

    def passed_on(self, rows: Rows) -> Companies:
        """For the next transaction: see `Memory.passed_on`."""
        twin = Companies(rows, None)
        if len(self._companies) <= MOST_PASSED_ON:
            for pair in self._changed:
                del self._companies[pair]
            twin._companies = self._companies
        if len(self._fresh) <= MOST_FRESH:
            twin._fresh = self._fresh
        return twin

    def write(self) -> None:
        """Write the changed pairs."""
        if self._rows is None:
            return
        changed = ((pair, self._companies[pair] or {}) for pair in sorted(self._changed))
        self._rows.save(
            schema.companies,
            [
                (pair, authors_text(authors), max((one.at for one in authors.values()), default=0.0))
                for pair, authors in changed
            ],
        )


def as_list(address: str) -> str:
    """How the list at `address` stands in a pair: apart from the person whom somebody may call a list."""
    return f"list {address}"


def has_authors(companies: Companies, account: str, list_address: str) -> bool:
    """Whether authors of two houses have written to `account` through the list."""
    authors = companies.together(pair_key(account, as_list(list_address)))
    return len({organisational_domain(domain_of(author)) for author in authors}) >= 2
