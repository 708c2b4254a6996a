"""After a crash: what was accepted and never settled is told, once."""

from __future__ import annotations

from sqlalchemy import Engine

from gatekeeper.store.aftermath import left_open
from tests.store.conftest import Post


def test_what_was_accepted_and_never_settled_is_told_once(engine: Engine, post: Post) -> None:
    settled = post.judge(post.case("ann@example.org", ["bob@homes.example"]))
    post.deliver(settled)
    open_one = post.judge(post.case("ann@example.org", ["cid@homes.example"]))
    with engine.begin() as connection:
        assert left_open(connection, "case") == (open_one.case.id,)
    with engine.begin() as connection:
        assert left_open(connection, "case") == ()
