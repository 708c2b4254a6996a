"""The database, opened for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import TYPE_CHECKING

import click

from gatekeeper.errors import EX_UNAVAILABLE, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from gatekeeper.config import Config


class Absent(Enum):
    """What a command does where there is no database yet. Nothing makes one without a word."""

    REFUSED = auto()
    MADE = auto()
    """A new one is made, for a command that has something to put in."""
    IMAGINED = auto()
    """An empty one in memory, for a command that changes nothing."""


@contextmanager
def opened(config: Config, *, absent: Absent = Absent.REFUSED) -> Iterator[Engine]:
    """The engine, on the newest schema. Raises UsageError when there is no database, or it fails on the way."""
    from sqlalchemy.exc import SQLAlchemyError

    from gatekeeper.store.database import missing_file, open_database, require_there, upgrade

    url, missing = config.database, missing_file(config.database)
    if absent is Absent.REFUSED:
        require_there(url)
    elif missing is not None and absent is Absent.MADE:
        click.echo(f"database: {missing} is a new one", err=True)
    elif missing is not None:
        click.echo(f"database: there is no {missing} yet: judged as if nobody had ever written", err=True)
        url = "sqlite://"
    engine = open_database(url)
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
def transaction(config: Config, *, absent: Absent = Absent.REFUSED) -> Iterator[Connection]:
    """One transaction: committed at the end, taken back on any error. Raises UsageError."""
    with opened(config, absent=absent) as engine, engine.begin() as connection:
        yield connection
