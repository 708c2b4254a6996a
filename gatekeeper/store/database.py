"""The database: how it is opened, and brought to the newest schema. SQLite or PostgreSQL by URL."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from gatekeeper.errors import EX_CONFIG, EX_NOINPUT, EX_UNAVAILABLE, UsageError

BUSY_TIMEOUT_MS = 10_000
MIGRATION_LOCK = 0x6761746B  # "gatk": the advisory lock of whoever migrates

# A server that fell silent would hold up every judgement for minutes; libpq's own patience is two minutes for a
# connection, and hours for a statement on one whose other end is gone. The URL may say otherwise.
PATIENCE = {
    "connect_timeout": "5", "keepalives_idle": "10", "keepalives_interval": "5", "keepalives_count": "3",
    "tcp_user_timeout": "25000",
}  # fmt: skip
_SEVERAL_HOSTS = re.compile(r"(postgresql://(?:[^/?]*@)?)([^/?@]*,[^/?@]*)(.*)", re.DOTALL)


def open_database(url: str) -> Engine:
    """An engine for `url`. Raises UsageError for a URL of another kind, or a driver that is not installed."""
    try:
        parsed = _parsed(url)
    except (ArgumentError, ValueError) as error:
        raise UsageError(
            "database: this is not a database URL; right would be sqlite:///PATH or postgresql://HOST/NAME",
            exit_code=EX_CONFIG,
        ) from error
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _sqlite(url, parsed.database)
    if backend != "postgresql":
        raise UsageError(f"database: {backend} is not supported; use sqlite or postgresql", exit_code=EX_CONFIG)
    patience = {key: value for key, value in PATIENCE.items() if key not in parsed.query}
    parsed = parsed.set(drivername="postgresql+psycopg").update_query_dict(patience)
    try:
        return create_engine(parsed, pool_pre_ping=True, pool_size=2)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise UsageError(
            "database: PostgreSQL needs its driver: pip install 'gatekeeper[postgresql]'", exit_code=EX_CONFIG
        ) from error


def missing_file(url: str) -> Path | None:
    """The file of a SQLite database that is not there yet; None for any other."""
    if not url.startswith("sqlite"):
        return None
    path = make_url(url).database
    return Path(path) if path and path != ":memory:" and not Path(path).exists() else None


def require_there(url: str) -> None:
    """Raises UsageError for a SQLite database that is not there: a mistyped path makes no new one."""
    if (path := missing_file(url)) is not None:
        raise UsageError(
            f'database: there is no {path}; if the path is right, "gatekeeper db upgrade" makes it, as "serve" does',
            exit_code=EX_NOINPUT,
        )


def _parsed(url: str) -> URL:
    """The URL; of several PostgreSQL servers, written as libpq has it (HOST:PORT,HOST:PORT), one is chosen at each
    connection: with target_session_attrs=read-write the one that can be written to."""
    found = _SEVERAL_HOSTS.fullmatch(url)
    if found is None:
        return make_url(url)
    servers = [one.rpartition(":") if re.search(r":\d*$", one) else (one, "", "") for one in found[2].split(",")]
    return make_url(found[1] + found[3]).update_query_dict(
        {
            "host": ",".join(host.strip("[]") for host, _, _ in servers),
            "port": ",".join(port or "5432" for _, _, port in servers),
        }
    )


def _sqlite(url: str, path: str | None) -> Engine:
    in_memory = not path or path == ":memory:"
    if not in_memory and path is not None:
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"database: cannot make the folder of {path}: {error.strerror}", exit_code=EX_CONFIG
            ) from error
    options: dict[str, Any] = {"connect_args": {"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000}}
    if in_memory:
        options["poolclass"] = StaticPool
    engine = create_engine(url, **options)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions by itself: BEGIN IMMEDIATE below takes the write lock at once.
        # With the driver's own deferred BEGIN, 881 of 1,200 concurrent increments were lost silently.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        # NORMAL does not fsync each commit in WAL mode, and a 250 relies on the commit.
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA cache_size=-8192")
        # A checkpoint writes each changed page once: rarer ones write less (pages of 4 KB).
        cursor.execute("PRAGMA wal_autocheckpoint=8000")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest version; several starters at once wait for each other.

    Raises UsageError when the database cannot be reached or was made by a newer gatekeeper.
    """
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
            if _known_version(connection) != _versions()[-1]:
                _migrate(connection)
    except SQLAlchemyError as error:
        raise UsageError(f"database: cannot be used: {_plain(error)}", exit_code=EX_UNAVAILABLE) from error


def require_known_schema(connection: Connection) -> None:
    """Raises UsageError when the database was made by a newer gatekeeper; an empty one is fine."""
    _known_version(connection)


def _known_version(connection: Connection) -> str | None:
    """The schema's version, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    current: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if current is not None and current not in _versions():
        raise UsageError(
            f"database: made by a newer gatekeeper (schema {current}); upgrade gatekeeper first",
            exit_code=EX_CONFIG,
        )
    return current


def _versions() -> list[str]:
    """All that this program knows, oldest first: each migration's file begins with its version."""
    files = (resources.files("gatekeeper.store") / "migrations" / "versions").iterdir()
    return sorted(one.name[:4] for one in files if one.name[:4].isdigit())


def _migrate(connection: Connection) -> None:
    # Alembic is 11 MB of a process that keeps it for good, and most starts find the newest schema.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("gatekeeper.store") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _plain(error: SQLAlchemyError) -> str:
    original = getattr(error, "orig", None) or error
    return str(original).strip().splitlines()[0]
