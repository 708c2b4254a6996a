"""IMAP accounts: every folder that holds mail, from where the last run ended (RFC 3501, UIDVALIDITY).

Only the first part of each message is fetched, and nothing is marked as read. OAuth is left to a command that
prints a token.
"""

from __future__ import annotations

import contextlib
import imaplib
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from gatekeeper.errors import EX_UNAVAILABLE, UsageError
from gatekeeper.learn.importers.archive import exchanges_of, is_counted_folder
from gatekeeper.learn.importers.progress import Progress, Skipped
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange

FETCHED_AT_ONCE = 200
FETCHED_OCTETS = 131_072
TIMEOUT_SECONDS = 60.0
TOKEN_SECONDS = 60.0

_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) (?P<name>.+)$')
_UID = re.compile(rb"UID (\d{1,10})")
_NOT_COUNTED = (b"\\noselect", b"\\nonexistent", b"\\junk", b"\\drafts", b"\\all")
"""Special uses (RFC 6154) left out; \\All holds everything a second time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where and as whom. `token_command` prints an OAuth token and takes the place of the password."""

    host: str
    user: str
    password: str = ""
    token_command: str = ""
    port: int = 993
    tls: bool = True
    folders: tuple[str, ...] = ()


def read(account: Account, settings: LearnSettings, progress: Progress, *, now: float) -> Iterator[Exchange | Skipped]:
    """The exchanges in an account's folders. `progress.position["FOLDER UIDVALIDITY"]` is the last UID read.

    A folder whose UIDVALIDITY changed is read from its start: its old numbers mean nothing any more. Raises
    UsageError when the server cannot be reached or does not let us in.
    """
    progress.unit = "messages"
    connection = _connected(account)
    try:
        folders = list(account.folders) or list(_folders(connection))
        for folder in folders:
            yield from _folder(connection, folder, settings, progress, now)
    except (imaplib.IMAP4.error, OSError) as error:
        yield Skipped(place=account.host, why=f"the connection broke: {error}; run it again to go on")
    finally:
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            connection.logout()


def _connected(account: Account) -> imaplib.IMAP4:
    try:
        kind = imaplib.IMAP4_SSL if account.tls else imaplib.IMAP4
        connection = kind(account.host, account.port, timeout=TIMEOUT_SECONDS)
        if account.token_command:
            words = shlex.split(account.token_command)
            told = subprocess.run(words, capture_output=True, text=True, timeout=TOKEN_SECONDS, check=True)
            token = f"user={account.user}\x01auth=Bearer {told.stdout.strip()}\x01\x01"
            connection.authenticate("XOAUTH2", lambda _: token.encode())
        else:
            connection.login(account.user, account.password)
    except (imaplib.IMAP4.error, OSError, subprocess.SubprocessError, ValueError) as error:
        raise UsageError(f"{account.host}: cannot log in: {error}", exit_code=EX_UNAVAILABLE) from error
    return connection


def _folders(connection: imaplib.IMAP4) -> Iterator[str]:
    _, lines = connection.list()
    for line in lines:
        octets = b" ".join(line) if isinstance(line, tuple) else line
        found = _LISTED.match(octets or b"")
        if found is None or any(flag in found.group("flags").lower() for flag in _NOT_COUNTED):
            continue
        name = found.group("name").decode("ascii", "replace").strip()
        if is_counted_folder(name.strip('"')):
            yield name if name.startswith('"') else f'"{name}"'


def _folder(
    connection: imaplib.IMAP4, folder: str, settings: LearnSettings, progress: Progress, now: float
) -> Iterator[Exchange | Skipped]:
    status, count = connection.select(folder if folder.startswith('"') else f'"{folder}"', readonly=True)
    if status != "OK":
        yield Skipped(place=folder, why="the server does not open this folder")
        return
    progress.total += int(count[0] or b"0")
    validity = (connection.response("UIDVALIDITY")[1] or [None])[0]
    key = f"{folder} {validity.decode('ascii', 'replace') if isinstance(validity, bytes) else '0'}"
    last = progress.position.get(key, 0)
    _, found = connection.uid("SEARCH", f"UID {last + 1}:*")
    # "n:*" names the last message even when its UID is below n.
    uids = sorted(uid for uid in map(int, (found[0] or b"").split()) if uid > last)
    progress.done += int(count[0] or b"0") - len(uids)
    for start in range(0, len(uids), FETCHED_AT_ONCE):
        some = uids[start : start + FETCHED_AT_ONCE]
        wanted = ",".join(map(str, some))
        _, data = connection.uid("FETCH", wanted, f"(UID BODY.PEEK[]<0.{FETCHED_OCTETS}>)")
        for number, piece in enumerate(data):
            if not isinstance(piece, tuple):
                continue
            after = data[number + 1] if number + 1 < len(data) else b""
            named = _UID.search(piece[0]) or _UID.search(after if isinstance(after, bytes) else b"")
            uid = int(named.group(1)) if named else 0
            progress.messages += 1
            place = f"{folder}: UID {uid}"
            yield from exchanges_of(piece[1], settings, source="imap", place=place, now=now)
        progress.done += len(some)
        progress.position[key] = some[-1]
