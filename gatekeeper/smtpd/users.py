"""The password file: one "name:hash" on a line, argon2id, readable by its owner alone."""

from __future__ import annotations

import asyncio
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import argon2
from argon2.exceptions import InvalidHashError, VerificationError

from gatekeeper.errors import EX_DATAERR, EX_NOINPUT, UsageError
from gatekeeper.smtpd.credentials import Credentials, Outcome

_HASHER = argon2.PasswordHasher()
_THREADS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")
"""Few: each verification takes 64 MiB for some hundredths of a second."""


@cache
def _unknown_user_hash() -> str:
    """Verified for names that are not there, so that the time tells nobody who is."""
    return _HASHER.hash(os.urandom(16))


def load(path: Path) -> dict[str, str]:
    """Names and hashes of the file at `path`. Raises UsageError with the line that is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError(f"{path}: no such password file", exit_code=EX_NOINPUT) from None
    except OSError as error:
        raise UsageError(f"{path}: cannot read the password file: {error.strerror}", exit_code=EX_NOINPUT) from None
    except UnicodeDecodeError:
        raise UsageError(
            f'{path}: not a password file, which is text; "gatekeeper user add" makes one', exit_code=EX_DATAERR
        ) from None
    users: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, digest = line.rpartition(":")
        if not colon or not name or not digest.startswith("$argon2"):
            raise UsageError(f"{path}:{number}: not name:argon2-hash", exit_code=EX_DATAERR)
        if name in users:
            raise UsageError(f"{path}:{number}: {name} is there twice", exit_code=EX_DATAERR)
        users[name] = digest.strip()
    return users


def add(path: Path, name: str, password: str) -> bool:
    """Writes `name` with a hash of `password`; false where it replaced an older one. Raises UsageError."""
    if not name or not name.isprintable() or name != name.strip() or name.startswith("#"):
        raise UsageError("a user's name is printable text that neither begins nor ends with a space, nor begins with #")
    if not password or "\0" in password:
        raise UsageError("a password is not empty and has no NUL")
    users = load(path) if path.exists() else {}
    is_new = name not in users
    users[name] = _HASHER.hash(password)
    _write(path, users)
    return is_new


def remove(path: Path, name: str) -> bool:
    """Takes `name` out; false where it was not there. Raises UsageError."""
    users = load(path)
    if users.pop(name, None) is None:
        return False
    _write(path, users)
    return True


def names(path: Path) -> tuple[str, ...]:
    """The names in the file, sorted. Raises UsageError."""
    return tuple(sorted(load(path)))


def verify(users: dict[str, str], name: str, password: str) -> bool:
    """Whether `password` is that of `name`; takes as long for a name that is not there. Blocks for tens of ms."""
    digest = users.get(name)
    try:
        return _HASHER.verify(digest or _unknown_user_hash(), password) and digest is not None
    except (VerificationError, InvalidHashError):
        return False


def _write(path: Path, users: dict[str, str]) -> None:
    """Replaces the file in one step; mode 0600, and the owner stays: the daemon must go on reading it."""
    lines = "".join(f"{name}:{digest}\n" for name, digest in sorted(users.items()))
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(lines)
            file.flush()
            if path.exists() and os.geteuid() == 0:
                before = path.stat()
                os.fchown(file.fileno(), before.st_uid, before.st_gid)
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


class PasswordFile:
    """A password file in use: read again whenever it has changed. Raises UsageError when it cannot be read at first."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._stamp = self._read_stamp()
        self._users = load(self._path)
        _unknown_user_hash()

    def _read_stamp(self) -> tuple[int, int, int]:
        try:
            status = self._path.stat()
        except OSError:
            return (0, 0, 0)
        return (status.st_mtime_ns, status.st_ino, status.st_size)

    async def verify(self, credentials: Credentials) -> Outcome:
        """Hashes in a thread. UNAVAILABLE while the file cannot be read."""
        return await asyncio.get_running_loop().run_in_executor(_THREADS, self._verify_now, credentials)

    def _verify_now(self, credentials: Credentials) -> Outcome:
        stamp = self._read_stamp()
        if stamp != self._stamp:
            try:
                self._users = load(self._path)
            except UsageError:
                return Outcome.UNAVAILABLE
            self._stamp = stamp
        accepted = verify(self._users, credentials.name, credentials.password)
        return Outcome.ACCEPTED if accepted else Outcome.REFUSED
