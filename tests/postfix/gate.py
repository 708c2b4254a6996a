"""A gatekeeper for tests: the daemon as a process, with outbound SMTP, outbound LMTP and inbound listeners."""

from __future__ import annotations

import os
import smtplib
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import free_port, wait_for_port

ROOT = Path(__file__).parents[2]
HOME, FAR = "home.example", "far.example"
MX = "mx.home.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A running daemon and the ports of its listeners."""

    folder: Path
    smtp: int
    lmtp: int
    inbound: int
    submission: int
    """STARTTLS and AUTH; trusts nobody."""
    web: int

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")

    def metric(self, name: str) -> float:
        """The value of a metric; `name` with its labels as the page shows them. 0 where it is not there."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.web}/metrics", timeout=10) as page:
            lines = page.read().decode().splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name))

    def hear_from(self, contact: str, owner: str, *, text: str = "How are you?") -> None:
        """Show the inbound listener a person's authenticated mail, so that `contact` is known to `owner`."""
        with smtplib.SMTP("127.0.0.1", self.inbound) as client:
            client.sendmail(contact, [copy_address(owner)], incoming(contact, owner, text=text))


def copy_address(owner: str) -> str:
    """The address under which deploy/postfix/gatekeeper-copies.regexp sends `owner`'s copies."""
    return f"copy+{owner.replace('@', '=')}@gatekeeper.invalid"


def incoming(contact: str, owner: str, *, text: str = "How are you?", authenticated: bool = True) -> bytes:
    """A mail from a person, as it is after the MX has vouched for its author."""
    domain = contact.partition("@")[2]
    result = f"dkim=pass header.d={domain}; dmarc=pass header.from={domain}" if authenticated else "dkim=none"
    lines = [
        f"Authentication-Results: {MX}; {result}",
        # The border of the site: only a hop from a public address, written by a host of ours, is believed.
        f"Received: from mail.{domain} (mail.{domain} [93.184.215.14]) by {MX} (Postfix) with ESMTP id 4RtF2;",
        "\tMon, 23 Nov 2026 10:00:01 +0000",
        f"From: {contact.partition('@')[0].title()} <{contact}>",
        f"To: {owner}",
        "Subject: Sunday",
        f"Message-ID: <{os.urandom(8).hex()}@{domain}>",
        "Date: Mon, 23 Nov 2026 10:00:00 +0000",
        "",
        text,
        "",
    ]
    return "\r\n".join(lines).encode()


def outgoing(sender: str, *recipients: str, subject: str = "Sunday", text: str = "See you at ten.") -> bytes:
    """A mail as a user writes it."""
    lines = [
        f"From: {sender}",
        f"To: {', '.join(recipients)}",
        f"Subject: {subject}",
        f"Message-ID: <{os.urandom(8).hex()}@{HOME}>",
        "Date: Mon, 23 Nov 2026 10:00:00 +0000",
        "",
        text,
        "",
    ]
    return "\r\n".join(lines).encode()


@contextmanager
def gatekeeper(
    folder: Path, next_hop: str, *, certificate: Path | None = None, users: dict[str, str] | None = None
) -> Iterator[Gate]:
    """Run the daemon on free ports, its state in `folder`, with the shipped policy and no ramp.

    With `certificate` (PEM with the key) and `users` there is a submission listener that trusts no network.
    """
    gate = Gate(
        folder=folder, smtp=free_port(), lmtp=free_port(), inbound=free_port(), submission=free_port(), web=free_port()
    )
    sections = [
        f'hostname = "gate.{HOME}"\nlocal_domains = ["{HOME}"]\nramp = "off"\n',
        f'[next_hop]\nurl = "{next_hop}"\n',
        _listener(gate.smtp, 'trusted = ["127.0.0.0/8"]', 'identity_from = ["127.0.0.0/8"]', "sasl_header = true"),
        _listener(gate.lmtp, 'trusted = ["127.0.0.0/8"]', 'identity_from = ["127.0.0.0/8"]', 'protocol = "lmtp"'),
        _listener(gate.inbound, 'trusted = ["127.0.0.0/8"]', 'role = "inbound"'),
        f'[evidence]\nauthserv_ids = ["{MX}"]\n[web]\naddress = "127.0.0.1:{gate.web}"\n',
    ]
    if certificate is not None:
        pem = f'tls_certificate = "{certificate}"\ntls_key = "{certificate}"'
        sections.insert(4, _listener(gate.submission, pem, f'users = "{folder}/users"'))
    config = folder / "gatekeeper.toml"
    config.write_text("".join(sections))
    command = [sys.executable, "-m", "gatekeeper"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name, password in (users or {}).items():
        subprocess.run(
            [*command, "user", "add", name, "--password-stdin", "--config", config],
            input=password,
            cwd=folder,
            env=environment,
            text=True,
            check=True,
            capture_output=True,
        )
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen([*command, "serve", "--config", config], cwd=folder, env=environment, stderr=log)
    try:
        try:
            wait_for_port(gate.inbound, seconds=30)
            if certificate is not None:
                wait_for_port(gate.submission)
        except TimeoutError as error:
            raise AssertionError(f"the daemon did not start:\n{gate.log}") from error
        yield gate
    finally:
        daemon.terminate()
        daemon.wait(40)


@contextmanager
def daemon_with(folder: Path, config: str, port: int) -> Iterator[Path]:
    """Run the daemon in `folder` with a configuration of the test's own, until it listens on `port`."""
    (folder / "gatekeeper.toml").write_text(config)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    serve = [sys.executable, "-m", "gatekeeper", "serve", "--config", str(folder / "gatekeeper.toml")]
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen(serve, cwd=folder, env=environment, stderr=log)
    try:
        try:
            wait_for_port(port, seconds=30)
        except TimeoutError as error:
            raise AssertionError(f"the daemon did not start:\n{(folder / 'log').read_text()}") from error
        yield folder
    finally:
        daemon.terminate()
        daemon.wait(40)


def command(folder: Path, *arguments: str) -> str:
    """Run a command of gatekeeper's with the configuration in `folder`; gives what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    whole = [sys.executable, "-m", "gatekeeper", *arguments, "--config", str(folder / "gatekeeper.toml")]
    done = subprocess.run(whole, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _listener(port: int, *lines: str) -> str:
    return "\n".join(["[[listener]]", f'address = "127.0.0.1:{port}"', *lines, ""])
