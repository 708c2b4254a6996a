"""Private Postfix instances: Debian's Postfix with a configuration, queue and log of the test's own.

    with postfix("front", main={"relayhost": f"[127.0.0.1]:{sink.port}"}, services=services) as front:
        smtplib.SMTP("127.0.0.1", front.port) ...

Each listens on free ports of 127.0.0.1, asks no DNS, knows no local users, and is gone with everything in it
at the end. It needs root, as Postfix does; without root or Postfix the test is skipped.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.servers import free_port, require, wait_for_port

SNIPPETS = Path(__file__).parents[2] / "deploy" / "postfix"

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
command_directory = /usr/sbin
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = {name}.postfix.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtpd_peername_lookup = no
alias_maps =
alias_database =
local_recipient_maps =
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_tls_security_level = none
smtp_tls_security_level = none
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 2s
authorized_mailq_users =
authorized_flush_users =
biff = no
"""

MASTER = """
pickup     unix  n - n 60   1 pickup
cleanup    unix  n - n -    0 cleanup
qmgr       unix  n - n 300  1 qmgr
tlsmgr     unix  - - n 1000? 1 tlsmgr
rewrite    unix  - - n -    - trivial-rewrite
bounce     unix  - - n -    0 bounce
defer      unix  - - n -    0 bounce
trace      unix  - - n -    0 bounce
verify     unix  - - n -    1 verify
flush      unix  n - n 1000? 0 flush
proxymap   unix  - - n -    - proxymap
proxywrite unix  - - n -    1 proxymap
smtp       unix  - - n -    - smtp
relay      unix  - - n -    - smtp
showq      unix  n - n -    - showq
error      unix  - - n -    - error
retry      unix  - - n -    - error
discard    unix  - - n -    - discard
lmtp       unix  - - n -    - lmtp
anvil      unix  - - n -    1 anvil
scache     unix  - - n -    1 scache
postlog    unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postfix:
    """A running instance. `port` is where its clients connect."""

    name: str
    folder: Path
    port: int

    @property
    def log(self) -> str:
        path = self.folder / "mail.log"
        return path.read_text(errors="replace") if path.exists() else ""

    @property
    def queue(self) -> list[str]:
        """Paths of the messages that are queued at this moment."""
        folders = ("incoming", "active", "deferred")
        return [str(path) for name in folders for path in (self.folder / "queue" / name).rglob("*") if path.is_file()]

    def wait_for(self, pattern: str, *, seconds: float = 20.0) -> str:
        """The first line of the log in which `pattern` is found. Raises AssertionError with the log."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for line in self.log.splitlines():
                if re.search(pattern, line):
                    return line
            time.sleep(0.05)
        raise AssertionError(f"{self.name}: no line with {pattern!r} in\n{self.log}")


def snippet(name: str, replacements: Mapping[str, str]) -> str:
    """A file of deploy/postfix with other ports and paths; everything else is what an admin installs.

    Each text to replace must be there, so that a snippet that changes cannot slip out of its test.
    """
    text = (SNIPPETS / name).read_text()
    for old, new in replacements.items():
        settings = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
        assert old in settings, f"{name} has no {old!r}"
        text = text.replace(old, new)
    return text


@contextmanager
def postfix(name: str, *, main: str = "", services: str = "", port: int = 0) -> Iterator[Postfix]:
    """Run one instance. `main` and `services` are added to main.cf and master.cf.

    Without `services` it is an smtpd on `port` (a free one if 0) that relays what it gets. Services are waited
    for on `port`.
    """
    program = require("postfix")
    if os.geteuid() != 0:
        pytest.skip("a private Postfix needs root")
    port = port or free_port()
    # Not pytest's tmp_path: Postfix's own user must be able to go through every folder above.
    folder = Path(tempfile.mkdtemp(prefix=f"postfix-{name}-"))
    folder.chmod(0o755)
    try:
        for inner in ("queue", "data"):
            (folder / inner).mkdir()
        shutil.chown(folder / "data", "postfix")
        daemons = _setting("daemon_directory")
        (folder / "main.cf").write_text(MAIN.format(folder=folder, name=name, daemons=daemons) + main)
        (folder / "master.cf").write_text(MASTER + (services or f"127.0.0.1:{port} inet n - n - - smtpd\n"))
        started = subprocess.run([program, "-c", folder, "start"], capture_output=True, text=True, check=False)
        instance = Postfix(name=name, folder=folder, port=port)
        assert started.returncode == 0, f"{started.stderr}\n{instance.log}"
        try:
            wait_for_port(port)
            yield instance
        finally:
            subprocess.run([program, "-c", folder, "stop"], capture_output=True, check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _setting(name: str) -> str:
    command = [require("postconf"), "-d", "-h", name]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
