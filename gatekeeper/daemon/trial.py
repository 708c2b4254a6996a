"""The trial: everything that `serve` would stumble over, found before anything is opened; one line each.

What may be over by itself (a database that comes up late, an address still in use) is told apart from what somebody
must mend: service managers try the former again, and leave the latter alone.
"""

from __future__ import annotations

import os
import socket
import sqlite3
import ssl
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from gatekeeper.config import Config, policy_file
from gatekeeper.config.place import endpoint
from gatekeeper.daemon import wiring
from gatekeeper.errors import EX_CONFIG, EX_UNAVAILABLE, UsageError
from gatekeeper.policy.policyfile import read_policy
from gatekeeper.relay import next_hop_of, open_relay
from gatekeeper.relay.url import MaildirFolder
from gatekeeper.smtpd.listeners import authenticator
from gatekeeper.store.database import open_database, require_known_schema

CONNECT_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One line about what stands in the way of `serve`. `may_pass`: it may be over by itself."""

    line: str
    may_pass: bool = False


def exit_code_of(obstacles: Sequence[Obstacle]) -> int:
    """69 when all may be over by themselves, 78 when somebody must mend one."""
    return EX_UNAVAILABLE if all(one.may_pass for one in obstacles) else EX_CONFIG


def obstacles(config: Config, *, ports: bool = True, passed: Collection[str] = ()) -> list[Obstacle]:
    """What stands in the way of `serve`; empty when nothing does.

    `ports`: also whether the addresses are free, but for those `passed` by the service manager.
    """
    found: list[Obstacle] = []

    def attempt(key: str, step: Callable[[], object]) -> None:
        try:
            step()
        except UsageError as error:
            may_pass = error.exit_code == EX_UNAVAILABLE
            lines = (f"{key}: {line}" if key else line for line in error.reason.splitlines())
            found.extend(Obstacle(line=line, may_pass=may_pass) for line in lines)

    attempt("", lambda: read_policy(policy_file(config.policy)))
    attempt("database", partial(_try_database, config.database))
    attempt("", partial(wiring.next_hop_url, config))
    attempt("next_hop.url", partial(_try_next_hop, config.next_hop.url, config))
    attempt("next_hop.tls_ca", partial(_try_ca, config.next_hop.tls_ca))
    attempt("", partial(wiring.signer, config))
    if config.web.users:
        attempt("web.users", partial(authenticator, config.web.users))
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
    """Raises UsageError with all obstacles, a line each that begins with `source`, the configuration's file."""
    if found := obstacles(config, passed=passed):
        raise UsageError("\n".join(f"{source}: {one.line}" for one in found), exit_code=exit_code_of(found))


def _try_address(address: str) -> None:
    """Whether one could listen there now."""
    place = endpoint(address)
    try:
        candidates = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise wiring.cannot_listen(address, error) from error
    for family, kind, protocol, _, name in candidates:
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                trial.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            try:
                trial.bind(name)
                trial.listen(1)
            except OSError as error:
                raise wiring.cannot_listen(address, error) from error


def _try_next_hop(url: str, config: Config) -> None:
    """Whether the URL, its secrets and its certificates can be used; nothing is connected."""
    next_hop = next_hop_of(url)
    if isinstance(next_hop, MaildirFolder):
        _require_room(Path(next_hop.path) / "new", "the Maildir")
    else:
        # The CA file has a key of its own.
        open_relay(url, replace(wiring.relay_options(config), ca_file=""))


def _try_ca(path: str) -> None:
    if not path:
        return
    try:
        ssl.create_default_context(cafile=path)
    except ssl.SSLError as error:
        raise UsageError(f"{path} has no certificate in PEM") from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error


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
        raise UsageError(f"cannot be reached: {lines[0]}", exit_code=EX_UNAVAILABLE) from error
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
        is_busy = error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        raise UsageError(
            f"{path} cannot be used: {error}", exit_code=EX_UNAVAILABLE if is_busy else EX_CONFIG
        ) from error


def _require_room(folder: Path, what: str) -> None:
    """Whether `folder` is there and writable, or can be made."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise UsageError(f"{what} cannot be made: {nearest} is no folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise UsageError(f"{what} cannot be made: {nearest} is not writable")
