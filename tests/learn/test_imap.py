"""An IMAP account on a real Dovecot: ten thousand messages, interrupted, taken up again, renumbered."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gatekeeper.errors import UsageError
from gatekeeper.learn.importers import Progress, Skipped, imap
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange

DOVECOT = shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin")
NOW = 1_780_000_000.0
OWNER = LearnSettings(owners=("anna@example.org",))
MESSAGES = 10_000

pytestmark = pytest.mark.skipif(DOVECOT is None or os.geteuid() != 0, reason="needs Dovecot, and root to start it")

CONFIGURATION = """\
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail
first_valid_uid = 1
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={folder}
}}
namespace inbox {{
  inbox = yes
  separator = .
  mailbox Junk {{
    special_use = \\Junk
    auto = create
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


def letter(number: int) -> bytes:
    return (
        f"From: p{number}@friend.example\r\nTo: anna@example.org\r\nDate: Mon, 5 Jan 2026 10:00:00 +0000\r\n"
        f"Message-ID: <{number}@friend.example>\r\nSubject: hi\r\n\r\nHello!\r\n"
    ).encode()


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[imap.Account, Path]]:
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name in ("mail", "mail/.Junk", "mail/.Work"):
        for part in ("cur", "new", "tmp"):
            (folder / name / part).mkdir(parents=True)
    for number in range(MESSAGES):
        (folder / "mail/cur" / f"{number:06}.x:2,S").write_bytes(letter(number))
    (folder / "mail/.Work/cur/1.x:2,S").write_bytes(letter(MESSAGES))
    (folder / "mail/.Junk/cur/1.x:2,S").write_bytes(letter(MESSAGES + 1))
    owner = pwd.getpwnam("nobody")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.pw_uid, owner.pw_gid)
    (folder / "dovecot.conf").write_text(CONFIGURATION.format(folder=folder, port=port))
    assert DOVECOT is not None
    process = subprocess.Popen([DOVECOT, "-F", "-c", str(folder / "dovecot.conf")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield imap.Account(host="127.0.0.1", port=port, user="anna", password="secret", tls=False), folder
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def keys(items: list[Exchange | Skipped]) -> set[int]:
    assert [item for item in items if isinstance(item, Skipped)] == []
    return {item.message_key for item in items if isinstance(item, Exchange)}


def test_an_account_is_read_interrupted_taken_up_again_and_renumbered(server: tuple[imap.Account, Path]):
    account, folder = server
    progress = Progress()
    first: list[Exchange | Skipped] = []
    for item in imap.read(account, OWNER, progress, now=NOW):
        first.append(item)
        if len(first) == 4_321:
            break
    taken_up = Progress(position=dict(progress.position))
    rest = list(imap.read(account, OWNER, taken_up, now=NOW))
    assert len(keys(first + rest)) == MESSAGES + 1
    assert len(rest) <= MESSAGES + 1 - 4_321 + imap.FETCHED_AT_ONCE
    assert taken_up.done == taken_up.total == MESSAGES + 1

    again = list(imap.read(account, OWNER, Progress(position=dict(taken_up.position)), now=NOW))
    assert again == []

    uidlist = folder / "mail/dovecot-uidlist"
    head, _, tail = uidlist.read_text().partition("\n")
    words = [f"V{int(w[1:]) + 7}" if w[0] == "V" else w for w in head.split(" ")]
    uidlist.write_text(" ".join(words) + "\n" + tail)
    for index in (folder / "mail").glob("dovecot.index*"):
        index.unlink()
    renumbered = list(imap.read(account, OWNER, Progress(position=dict(taken_up.position)), now=NOW))
    assert len(keys(renumbered)) == MESSAGES


def test_a_wrong_password_ends_in_one_sentence(server: tuple[imap.Account, Path]):
    account, _ = server
    with pytest.raises(UsageError, match="cannot log in"):
        list(imap.read(replace(account, password="wrong"), OWNER, Progress(), now=NOW))


def test_a_token_command_that_fails_ends_in_one_sentence(server: tuple[imap.Account, Path]):
    account, _ = server
    with pytest.raises(UsageError, match="cannot log in"):
        list(imap.read(replace(account, token_command="false"), OWNER, Progress(), now=NOW))
