"""The database: a newer one is refused in one sentence, by `check` as by `serve`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from gatekeeper.config import load
from gatekeeper.daemon.trial import obstacles
from gatekeeper.errors import UsageError
from gatekeeper.store import database
from gatekeeper.store.database import open_database, upgrade


def test_a_database_of_a_newer_gatekeeper_is_refused_and_left_alone(
    engine: Engine, database_url: str, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="made by a newer gatekeeper .schema 9999.; upgrade gatekeeper first"):
        upgrade(engine)
    file = tmp_path / "gatekeeper.toml"
    file.write_text(f'hostname = "gate.example.org"\ndatabase = "{database_url}"\n')
    (found,) = obstacles(load(str(file)), ports=False)
    assert "made by a newer gatekeeper" in str(found)


def test_each_migrations_file_begins_with_its_version() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).with_name("migrations")))
    chain = [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]
    assert chain[::-1] == database._versions()


def test_a_start_on_the_newest_schema_does_without_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'gatekeeper.db'}"
    upgrade(open_database(url))
    code = f"""
import sys
from gatekeeper.daemon.life import live
from gatekeeper.store.database import open_database, upgrade
upgrade(open_database({url!r}))
print([name for name in sys.modules if name.startswith("alembic")])
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


@pytest.mark.parametrize(
    ("url", "hosts", "ports"),
    [
        ("postgresql://gk:p%40w@one:6432,two/gate?target_session_attrs=read-write", "one,two", "6432,5432"),
        ("postgresql://[2001:db8::1],[2001:db8::2]:5433/gate", "2001:db8::1,2001:db8::2", "5432,5433"),
    ],
)
def test_a_primary_and_its_standby_are_written_as_libpq_writes_them(url: str, hosts: str, ports: str) -> None:
    engine = open_database(url)
    _, arguments = engine.dialect.create_connect_args(engine.url)
    assert (arguments["host"], arguments["port"], arguments["dbname"]) == (hosts, ports, "gate")
    assert arguments.get("password") == ("p@w" if "p%40w" in url else None)


def test_nobody_waits_for_minutes_for_a_silent_server_unless_the_url_says_so() -> None:
    _, arguments = (engine := open_database("postgresql://one/gate")).dialect.create_connect_args(engine.url)
    assert int(arguments["connect_timeout"]) <= 10 and int(arguments["tcp_user_timeout"]) <= 30_000
    _, arguments = (engine := open_database("postgresql://one/g?connect_timeout=60")).dialect.create_connect_args(
        engine.url
    )
    assert arguments["connect_timeout"] == "60"


def test_a_wrong_url_is_told_without_its_password() -> None:
    with pytest.raises(UsageError, match="not a database URL") as caught:
        open_database("postgresql://gk:secret@one:none/gate")
    assert "secret" not in caught.value.reason
