"""How campaigns are found again: exactly for a person, and at a bounded cost for a service or a whole house."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, delete, insert, select

from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import PERMUTATIONS, Fingerprint
from gatekeeper.policy.campaign import Scope
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import migrations, sameness, schema
from gatekeeper.store.campaigns import COMMON, COMPARED, COMPARED_MOST
from gatekeeper.store.case import Case, identity_of
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms, judge
from gatekeeper.store.memory import Memory
from tests.store.conftest import NOW, Post

SERVICE = "service@example.org"
NUMBERS = itertools.count(1)


def text(seed: int) -> bytes:
    """The MinHash of a text of its own."""
    return np.random.default_rng(seed).integers(0, 1 << 32, PERMUTATIONS, dtype="<u4").tobytes()


def reworded(original: bytes, seed: int, *, kept: int = 70) -> bytes:
    """The MinHash of a text that shares `kept` of its values with `original`."""
    values = np.frombuffer(original, dtype="<u4").copy()
    chance = np.random.default_rng(seed)
    changed = chance.permutation(PERMUTATIONS)[kept:]
    values[changed] = chance.integers(0, 1 << 32, len(changed), dtype="<u4")
    return values.tobytes()


def case(content: Fingerprint, *, sender: str = SERVICE, now: float = NOW, to: str = "") -> Case:
    number = next(NUMBERS)
    to = to or f"person{number}@place{number}.example.net"
    return Case(
        id=f"case{number:09}",
        now=now,
        sender=sender,
        domain=sender.rpartition("@")[2],
        client="",
        recipients=(to,),
        message_key=number,
        digest=b"",
        cites=(),
        kind=Kind.NOTE,
        signals=(),
        content=lambda: content,
        identity=identity_of(number, b"", [to]),
    )


def busy(memory: Memory, terms: Terms, messages: int, *, links: frozenset[int] = frozenset()) -> None:
    for number in range(messages):
        content = Fingerprint(digest=b"", text=text(number), links=links)
        judge(memory, case(content, now=NOW + number), terms, lambda: next(NUMBERS))


def test_a_service_with_thousands_of_texts_compares_no_more_than_a_person() -> None:
    terms, memory = Terms(policy=Policy(name="test")), Memory()
    busy(memory, terms, 1_000)
    since = NOW - 86_400.0
    assert len(memory.campaigns.by_key(f"sender:{SERVICE}", (COMPARED,), since)) == COMPARED_MOST
    keys = sameness.keys_of(Fingerprint(digest=b"", text=text(5_000)))
    assert len(memory.campaigns.by_key(f"sender:{SERVICE}", keys, since)) < 10


@pytest.mark.parametrize("which", [0, COMPARED_MOST - 1, COMPARED_MOST, 999])
def test_a_reworded_text_is_found_among_a_thousand_whichever_it_resembles(which: int) -> None:
    terms, memory = Terms(policy=Policy(name="test")), Memory()
    busy(memory, terms, 1_000)
    content = Fingerprint(digest=b"", text=reworded(text(which), 7))
    found = dict(sameness.found(memory, case(content, now=NOW + 2_000), terms.policy))
    ours = found[Scope.SENDER]
    assert ours is not None
    assert ours.text == text(which)


def test_a_link_that_a_whole_house_carries_leads_to_no_thousand_campaigns() -> None:
    terms, memory = Terms(policy=Policy(name="test")), Memory()
    for number in range(200):
        mine = frozenset({77, *range(1_000 + 10 * number, 1_009 + 10 * number)})
        content = Fingerprint(digest=b"", text=text(number), links=mine)
        judge(memory, case(content, sender=f"user{number}@example.org", now=NOW + number), terms, lambda: next(NUMBERS))
    found = memory.campaigns.by_key("domain:example.org", (77,), NOW - 86_400.0)
    assert len(found) == COMMON


def test_a_campaign_that_retention_has_deleted_before_its_keys_is_over(post: Post, engine: Engine) -> None:
    post.judge(post.case("anna@example.org", ["new@example.net"], content="the studio"))
    with engine.begin() as connection:
        connection.execute(delete(schema.campaigns))
    assert post.judge(post.case("anna@example.org", ["other@example.net"], content="the studio")).verdict.recipients


def test_an_older_database_keeps_its_open_campaigns(database_url: str) -> None:
    engine = open_database(database_url)
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    row = {"started": NOW, "last": NOW, "text": b"", "tokens": "", "links": "", "tripped": 0.0}
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            insert(schema.campaigns),
            [{"id": 1, "scope": "sender:anna@example.org", **row}, {"id": 2, "scope": "domain:example.org", **row}],
        )
    upgrade(engine)
    with engine.begin() as connection:
        found = connection.execute(select(schema.campaign_keys)).all()
    engine.dispose()
    assert [tuple(one) for one in found] == [("sender:anna@example.org", COMPARED, 1)]
