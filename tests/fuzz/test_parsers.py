"""Parsers that read what strangers write: nothing makes them raise what they do not announce, or hang.

Each target's seeds with pieces cut out and words of its language thrown in; `python -m tests.fuzz` tries for long, and
looks for new code. The listener, the relay and the importers have tests of the kind beside them.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.measure import TIMES
from tests.fuzz.targets import TARGETS, Target


@st.composite
def changed(draw: st.DrawFn, target: Target) -> bytes:
    """A seed, changed in up to six places."""
    octets = draw(st.sampled_from(target.seeds))
    crumbs = st.sampled_from(target.crumbs) if target.crumbs else st.nothing()
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(octets)))
        gone = draw(st.integers(0, 40))
        octets = octets[:at] + draw(st.one_of(crumbs, st.binary(max_size=12))) + octets[at + gone :]
    return octets


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.data())
@settings(max_examples=40 * TIMES, deadline=None)
def test_any_octets_are_read_or_refused_in_words(name: str, data: st.DataObject) -> None:
    TARGETS[name].read(data.draw(changed(TARGETS[name])))


@pytest.mark.parametrize("name", TARGETS)
def test_every_seed_is_read(name: str) -> None:
    for octets in TARGETS[name].seeds:
        TARGETS[name].read(octets)
