"""Kill -9 under load: nothing acknowledged is lost, nothing refused is delivered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.kills import play


@pytest.mark.xdist_group("load")
def test_twelve_kills_under_load_lose_nothing(tmp_path: Path, database_url: str) -> None:
    database = database_url if database_url.startswith("postgresql") else ""
    outcome = play(tmp_path, kills=12, seed=11, database=database)
    print(outcome.table())
    assert outcome.found.is_whole, outcome.table()
    assert len(outcome.found.twice) <= outcome.without_reply
    assert outcome.told >= len(outcome.found.twice), outcome.table()
    # Otherwise the kills met nobody, and the test would say nothing.
    assert outcome.without_reply > 0, outcome.table()
    assert outcome.found.accepted > 100, outcome.table()
