"""Who has addressed two people together, however often."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from gatekeeper.store.companies import Companies, pairs_of
from tests.store.conftest import DAY, NOW

PEOPLE = ("bob@example.com", "eve@example.net", "fay@example.net")
GROUPS = (PEOPLE, PEOPLE[:2], PEOPLE[1:], PEOPLE[::-1])
MAILS = some.lists(
    some.tuples(
        some.integers(1, 14).map(lambda number: f"author{number}@example.org"),
        some.sampled_from(GROUPS),
        some.floats(0.0, 9.0 * DAY),
        some.sampled_from((0, 0, 0, 1)),
    ),
    max_size=60,
)


@given(MAILS, some.booleans())
def test_to_know_that_a_circle_is_written_to_again_changes_nothing_of_what_is_remembered(
    mails: list[tuple[str, tuple[str, ...], float, int]], is_one_author: bool
) -> None:
    one_by_one, in_a_row = Companies(None, None), Companies(None, None)
    at = NOW
    for author, people, later, batch in mails:
        at += later
        author = "ann@example.org" if is_one_author else author
        in_a_row.addressed(author, people, at, batch)
        one_by_one._fresh.clear()
        one_by_one.addressed(author, people, at, batch)
        for pair in pairs_of(PEOPLE):
            assert in_a_row.together(pair) == one_by_one.together(pair)


def test_a_circle_is_written_down_again_after_a_week() -> None:
    companies = Companies(None, None)
    last = []
    for day in range(16):
        companies.addressed("ann@example.org", PEOPLE, NOW + day * DAY)
        last.append((companies.together(pairs_of(PEOPLE)[0])["ann@example.org"].at - NOW) / DAY)
    assert last == [0.0] * 7 + [7.0] * 7 + [14.0] * 2
