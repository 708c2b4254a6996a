"""The trial: everything that `serve` would stumble over, found before anything is opened; one line each."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from gatekeeper.config import Config, policy_file
from gatekeeper.config.place import endpoint
from gatekeeper.daemon import wiring
from gatekeeper.errors import UsageError
from gatekeeper.policy.policyfile import read_policy
from gatekeeper.relay import next_hop_of, open_relay
from gatekeeper.relay.url import MaildirFolder
from gatekeeper.smtpd.listeners import authenticator
from gatekeeper.store.database import open_database, require_known_schema

CONNECT_SECONDS = 5


def mistakes(config: Config, *, ports: bool = True, passed: Collection[str] = ()) -> list[str]:
    """What stands in the way of `serve`, one line each; empty when nothing does.

    `ports`: also whether the addresses are free, but for those `passed` by the service manager.
    """
    found: list[str] = []

    def attempt(key: str, step: Callable[[], object]) -> None:
        try:
            step()
        except UsageError as error:
            found.extend(f"{key}: {line}" if key else line for line in error.reason.splitlines())

    attempt("", lambda: read_policy(policy_file(config.policy)))
    attempt("database", partial(_try_database, config.database))
    attempt("next_hop.url", lambda: _try_next_hop(wiring.next_hop_url(config), config))
    attempt("", partial(wiring.signer, config))
    for position, listener in enumerate(config.listener):
        attempt("", partial(wiring.listener_options, config, position))
        if listener.users:
            attempt(wiring.key_of(position, "users"), partial(authenticator, listener.users))
        if listener.next_hop:
            attempt(wiring.key_of(position, "next_hop"), partial(_try_next_hop, listener.next_hop, config))
        if ports and listener.address not in passed:
            attempt(wiring.key_of(position, "address"), partial(_try_address, listener.address))
    if ports and config.web.address not in passed:
        attempt("web.address", partial(_try_address, config.web.address))
    return found


def require(config: Config, source: str, *, passed: Collection[str] = ()) -> None:
    """Raises UsageError with all mistakes, a line each that begins with `source`, the configuration's file."""
    if found := mistakes(config, passed=passed):
        raise UsageError("\n".join(f"{source}: {line}" for line in found))


def _try_address(address: str) -> None:
    """Whether one could listen there now."""
    place = endpoint(address)
    try:
        candidates = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except socket.gaierror as error:
        raise UsageError(f"{address}: no such host: {error.strerror}") from error
    for family, kind, protocol, _, name in candidates:
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                trial.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            try:
                trial.bind(name)
                trial.listen(1)
            except OSError as error:
                raise UsageError(f"{address}: cannot listen there: {error.strerror}") from error


def _try_next_hop(url: str, config: Config) -> None:
    """Whether the URL, its secrets and its certificates can be used; nothing is connected."""
    next_hop = next_hop_of(url)
    if isinstance(next_hop, MaildirFolder):
        _require_room(Path(next_hop.path) / "new", "the Maildir")
    else:
        open_relay(url, wiring.relay_options(config))


def _try_database(url: str) -> None:
    if url.startswith("sqlite"):
        path = Path(make_url(url).database or "")
        if not path.exists():
            _require_room(path.parent, "the database")
            return
        _try_sqlite(path)
    engine = open_database(url)
    try:
        with engine.connect() as connection:
            require_known_schema(connection)
    except SQLAlchemyError as error:
        lines = str(getattr(error, "orig", None) or error).strip().splitlines()
        raise UsageError(f"cannot be reached: {lines[0]}") from error
    finally:
        engine.dispose()


def _try_sqlite(path: Path) -> None:
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK | os.X_OK):
        raise UsageError(f"{path} and its folder must be writable: SQLite keeps its journal beside it")
    try:
        connection = sqlite3.connect(f"file:{path}?mode=rw", uri=True, timeout=CONNECT_SECONDS)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise UsageError(f"{path} cannot be used: {error}") from error


def _require_room(folder: Path, what: str) -> None:
    """Whether `folder` is there and writable, or can be made."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise UsageError(f"{what} cannot be made: {nearest} is no folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise UsageError(f"{what} cannot be made: {nearest} is not writable")
