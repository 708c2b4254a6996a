"""The database, opened for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gatekeeper.errors import EX_UNAVAILABLE, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from gatekeeper.config import Config


@contextmanager
def opened(config: Config) -> Iterator[Engine]:
    """The engine, on the newest schema. Raises UsageError when there is no database, or it fails on the way."""
    from sqlalchemy.exc import SQLAlchemyError

    from gatekeeper.store.database import open_database, upgrade

    engine = open_database(config.database)
    try:
        upgrade(engine)
        yield engine
    # Hot statements go to the driver itself, whose errors SQLAlchemy does not wrap.
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        told = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise UsageError(f"database: {told}", exit_code=EX_UNAVAILABLE) from error
    finally:
        engine.dispose()


@contextmanager
def transaction(config: Config) -> Iterator[Connection]:
    """One transaction: committed at the end, taken back on any error. Raises UsageError."""
    with opened(config) as engine, engine.begin() as connection:
        yield connection
