"""The database: a newer one is refused in one sentence, by `check` as by `serve`."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from gatekeeper.config import load
from gatekeeper.daemon.trial import mistakes
from gatekeeper.errors import UsageError
from gatekeeper.store.database import upgrade


def test_a_database_of_a_newer_gatekeeper_is_refused_and_left_alone(
    engine: Engine, database_url: str, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="made by a newer gatekeeper .schema 9999.; upgrade gatekeeper first"):
        upgrade(engine)
    file = tmp_path / "gatekeeper.toml"
    file.write_text(f'hostname = "gate.example.org"\ndatabase = "{database_url}"\n')
    found = mistakes(load(str(file)), ports=False)
    assert len(found) == 1 and "made by a newer gatekeeper" in found[0]
