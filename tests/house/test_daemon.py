"""The daemon as a process: it starts, takes mail, reloads, drains, and says in one line why it cannot."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import smtplib
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0
COMMAND = (sys.executable, "-m", "gatekeeper")
MAIL = b"From: ann@example.org\r\nTo: bob@example.net\r\nSubject: Tea\r\nMessage-ID: <1@example.org>\r\n\r\nTea?\r\n"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A folder with a configuration."""

    folder: Path
    smtp: int
    web: int

    @property
    def config(self) -> Path:
        return self.folder / "gatekeeper.toml"

    def write(self, **changes: str) -> None:
        keys = {"hostname": '"gate.example.org"', "local_domains": '["example.org"]', **changes}
        self.config.write_text(
            "".join(f"{key} = {value}\n" for key, value in keys.items())
            + f'[[listener]]\naddress = "127.0.0.1:{self.smtp}"\ntrusted = ["127.0.0.0/8"]\n'
            + f'[web]\naddress = "127.0.0.1:{self.web}"\n',
            encoding="utf-8",
        )

    def metric(self, name: str) -> float:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.web}/metrics") as page:
            lines = page.read().decode().splitlines()
        return next(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name + " "))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(folder=tmp_path, smtp=free_port(), web=free_port())
    made.write()
    return made


def command(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=site.folder, env=environment(), capture_output=True, text=True, check=False
    )


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in {"NOTIFY_SOCKET", "JOURNAL_STREAM"}}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


@contextmanager
def running(site: Site, *, status: str = "listening on 127.0.0.1:") -> Iterator[subprocess.Popen[bytes]]:
    """A daemon that is ready, as it tells its service manager."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(site.folder / "notify"))
        manager.settimeout(0.2)
        with (site.folder / "log").open("wb") as log:
            daemon = subprocess.Popen(
                [*COMMAND, "serve"],
                cwd=site.folder,
                env=environment(NOTIFY_SOCKET=str(site.folder / "notify")),
                stderr=log,
            )
        try:
            said = heard(site, manager, daemon)
            assert said.startswith(f"READY=1\nSTATUS={status}".encode())
            yield daemon
        finally:
            if daemon.poll() is None:
                daemon.terminate()
            daemon.wait(START_SECONDS)


def heard(site: Site, manager: socket.socket, daemon: subprocess.Popen[bytes]) -> bytes:
    """What the daemon tells its service manager next; the test fails when it dies instead."""
    end = time.monotonic() + START_SECONDS
    while daemon.poll() is None and time.monotonic() < end:
        with suppress(TimeoutError):
            return manager.recv(4096)
    pytest.fail(log_of(site))


def log_of(site: Site) -> str:
    return (site.folder / "log").read_text(encoding="utf-8")


def until(site: Site, words: str) -> None:
    """Waits until `words` stand in the log."""
    end = time.monotonic() + START_SECONDS
    while words not in log_of(site):
        assert time.monotonic() < end, log_of(site)
        time.sleep(0.02)


def send(site: Site, content: bytes = MAIL) -> None:
    with smtplib.SMTP("127.0.0.1", site.smtp) as client:
        client.sendmail("ann@example.org", ["bob@example.net"], content)


def test_a_message_goes_through_and_everything_ends_well(site: Site) -> None:
    with running(site) as daemon:
        send(site)
        (delivered,) = (site.folder / "var/delivered/new").iterdir()
        assert delivered.read_bytes().endswith(MAIL)
        assert site.metric('gatekeeper_messages_total{kind="note",verdict="accept"}') == 1.0
        with urllib.request.urlopen(f"http://127.0.0.1:{site.web}/readyz") as answer:
            assert json.load(answer) == {"status": "ok", "missing": {}}
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(START_SECONDS) == 0
    log = log_of(site)
    assert "from=<ann@example.org>, to=<bob@example.net>, nrcpt=1, kind=note, verdict=accept" in log
    assert "status=sent (250 2.0.0 Ok: delivered as" in log
    assert log.splitlines()[-1].endswith("stopped")
    assert "Traceback" not in log


def test_a_client_that_is_idle_is_told_of_the_end(site: Site) -> None:
    with running(site) as daemon, smtplib.SMTP("127.0.0.1", site.smtp) as client:
        client.ehlo()
        daemon.terminate()
        assert client.getreply()[0] == 421
        client.close()
        assert daemon.wait(START_SECONDS) == 0


def test_a_reload_takes_over_what_changed(site: Site) -> None:
    with running(site) as daemon:
        site.write(mode='"observe"', log_level='"debug"')
        daemon.send_signal(signal.SIGHUP)
        until(site, "reloaded: policy=notworking")
        assert site.metric("gatekeeper_policy_reload_success") == 1.0
        assert "changed, and needs a restart: key=log_level" in log_of(site)
        send(site)


def test_a_bad_file_keeps_the_old_configuration_and_says_why(site: Site) -> None:
    with running(site) as daemon:
        site.write(mode='"sometimes"')
        daemon.send_signal(signal.SIGHUP)
        until(site, 'mode: "sometimes" is not allowed; allowed: "enforce" or "observe"')
        assert site.metric("gatekeeper_policy_reload_success") == 0.0
        send(site)
        site.write()
        daemon.send_signal(signal.SIGHUP)
        until(site, "reloaded: policy=notworking")
        assert site.metric("gatekeeper_policy_reload_success") == 1.0


def test_a_bad_policy_keeps_the_old_one(site: Site) -> None:
    policy = site.folder / "own.toml"
    policy.write_text('name = "own"\n', encoding="utf-8")
    site.write(policy='"own.toml"')
    with running(site) as daemon:
        policy.write_text('name = "own"\nnonsense = 1\n', encoding="utf-8")
        daemon.send_signal(signal.SIGHUP)
        until(site, "own.toml: nonsense: unknown key")
        assert site.metric("gatekeeper_policy_reload_success") == 0.0
        send(site)


def test_a_reload_serves_the_certificate_that_is_on_the_disk_now(site: Site) -> None:
    def renew() -> trustme.LeafCert:
        authority = trustme.CA()
        certificate = authority.issue_cert("gate.example.org")
        certificate.private_key_and_cert_chain_pem.write_to_path(site.folder / "gate.pem")
        return certificate

    def served() -> bytes:
        with smtplib.SMTP("127.0.0.1", site.smtp) as client:
            client.starttls(context=ssl._create_unverified_context())
            assert isinstance(client.sock, ssl.SSLSocket)
            found = client.sock.getpeercert(binary_form=True)
            assert found is not None
            return found

    first = renew()
    site.config.write_text(
        site.config.read_text(encoding="utf-8").replace(
            "trusted =", 'tls_certificate = "gate.pem"\ntls_key = "gate.pem"\ntrusted ='
        ),
        encoding="utf-8",
    )
    with running(site) as daemon:
        assert served() == ssl.PEM_cert_to_DER_cert(first.cert_chain_pems[0].bytes().decode())
        second = renew()
        daemon.send_signal(signal.SIGHUP)
        until(site, "reloaded: policy=notworking")
        assert served() == ssl.PEM_cert_to_DER_cert(second.cert_chain_pems[0].bytes().decode())


def test_who_may_not_relay_is_turned_away_and_logged(site: Site) -> None:
    site.config.write_text(
        site.config.read_text(encoding="utf-8").replace('trusted = ["127.0.0.0/8"]', "trusted = []"), encoding="utf-8"
    )
    with running(site):
        with pytest.raises(smtplib.SMTPException):
            send(site)
        until(site, "turned away: listener=outbound-1, client=127.0.0.1, reply=")


def test_the_link_in_a_refusal_works(site: Site) -> None:
    site.write(ramp='"off"', help_contact='"Ann Smith"')
    with running(site), smtplib.SMTP("127.0.0.1", site.smtp) as client:
        strangers = [f"p{number}@example{number}.net" for number in range(30)]
        with pytest.raises(smtplib.SMTPDataError) as refused:
            client.sendmail("ann@example.org", strangers, MAIL)
        assert refused.value.smtp_code == 550
        told = refused.value.smtp_error.decode()
        (link,) = {word for word in told.split() if word.startswith("http://")}
        assert link.startswith(f"http://127.0.0.1:{site.web}/why/")
        with urllib.request.urlopen(link) as page:
            text = page.read().decode()
        assert "30 of 30 recipients have never written to you" in told
        assert "30 of 30 recipients have never written to you" in text
        assert "Ann Smith" in text
        assert not re.search(r"\w@\w", text), "no addresses; @ alone is the sender in the chart"
        with pytest.raises(urllib.error.HTTPError) as wrong:
            urllib.request.urlopen(link[:-1] + ("0" if link[-1] != "0" else "1"))
        assert wrong.value.code == 404


@pytest.mark.skipif(shutil.which("systemd-socket-activate") is None, reason="needs systemd-socket-activate")
def test_sockets_that_systemd_opened_are_served(site: Site) -> None:
    places = [f"--listen=127.0.0.1:{port}" for port in (site.smtp, site.web)]
    with (site.folder / "log").open("wb") as log:
        command = ["systemd-socket-activate", *places, f"--setenv=PYTHONPATH={ROOT}", *COMMAND, "serve"]
        daemon = subprocess.Popen(command, cwd=site.folder, env=environment(), stderr=log)
    try:
        until(site, "Listening on")
        # The first connection starts the daemon, and waits in the socket that it takes over.
        send(site)
        assert site.metric("gatekeeper_sessions") == 0.0
        assert len(list((site.folder / "var/delivered/new").iterdir())) == 1
    finally:
        daemon.terminate()
        assert daemon.wait(START_SECONDS) == 0


def test_a_next_hop_that_does_not_answer_is_told_and_mail_stays_the_clients(site: Site) -> None:
    site.write(**{"next_hop.url": f'"smtp://127.0.0.1:{free_port()}"'})
    with running(site):
        until(site, "the next hop does not answer")
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(f"http://127.0.0.1:{site.web}/readyz")
        assert json.load(missing.value)["missing"] == {"next_hop": "It did not answer the last probe."}
        assert site.metric("gatekeeper_next_hop_up") == 0.0
        with pytest.raises(smtplib.SMTPDataError) as refused:
            send(site)
        assert refused.value.smtp_code == 451


def test_a_good_configuration_is_good(site: Site) -> None:
    done = command(site, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "gatekeeper.toml: good\n", "")
    assert not (site.folder / "var").exists(), "looking changes nothing"


def test_a_port_in_use_may_pass_by_itself_so_check_and_serve_end_with_69(site: Site) -> None:
    line = f"listener 1: address: 127.0.0.1:{site.smtp}: cannot listen there: Address already in use"
    with socket.create_server(("127.0.0.1", site.smtp)):
        for arguments in (("check",), ("serve",), ("serve", "--check")):
            done = command(site, *arguments)
            assert done.returncode == 69
            assert done.stderr.strip().removeprefix("gatekeeper: ") == f"gatekeeper.toml: {line}"
        assert command(site, "check", "--running").returncode == 0
        site.write(policy='"nowt"')
        assert command(site, "serve").returncode == 78, "a mistake beside it must be mended"


def test_a_database_that_comes_up_late_is_waited_for_by_the_service_manager(site: Site) -> None:
    site.write(database='"postgresql://nobody@127.0.0.1:1/x"')
    for arguments in (("check",), ("serve",)):
        done = command(site, *arguments)
        (line,) = done.stderr.splitlines()
        assert line.removeprefix("gatekeeper: ").startswith(
            "gatekeeper.toml: database: cannot be reached: connection failed"
        )
        assert done.returncode == 69
    unit = (ROOT / "deploy" / "gatekeeper.service").read_text(encoding="utf-8")
    (prevented,) = [line for line in unit.splitlines() if line.startswith("RestartPreventExitStatus=")]
    assert "78" in prevented and "69" not in prevented
    assert "StartLimitIntervalSec=0" in unit, "five tries would be over before a slow database is up"


MISTAKES = [
    ({"mode": '"x"'}, 'gatekeeper.toml: mode: "x" is not allowed; allowed: "enforce" or "observe"'),
    ({"policy": '"nowt"'}, 'gatekeeper.toml: policy: no shipped policy is called "nowt"; there are:'),
    ({"policy": '"gone.toml"'}, "gatekeeper.toml: policy: no file gone.toml"),
    ({"policy": '"gatekeeper.toml"'}, "gatekeeper.toml: gatekeeper.toml: "),
    ({"database": '"sqlite:///gatekeeper.toml"'}, "gatekeeper.toml: database: gatekeeper.toml cannot be used: file is"),
    (
        {"database": '"sqlite:///gatekeeper.toml/db"'},
        "gatekeeper.toml: database: the database cannot be made: gatekeeper.toml is no folder",
    ),
    ({"next_hop.url": '"smtp://"'}, "gatekeeper.toml: next_hop.url: "),
    ({"next_hop.url": '"maildir:gatekeeper.toml"'}, "gatekeeper.toml: next_hop.url: the Maildir cannot be made"),
    (
        {"next_hop.tls_ca": '"gone.pem"', "next_hop.url": '"smtp://h"'},
        "gatekeeper.toml: next_hop.tls_ca: cannot read gone.pem: No such file",
    ),
    ({"next_hop.tls_ca": '"gatekeeper.toml"'}, "gatekeeper.toml: next_hop.tls_ca: gatekeeper.toml has no certificate"),
    (
        {"next_hop.user": '"u"', "next_hop.password_file": '"gone"', "next_hop.url": '"smtp://h"'},
        "gatekeeper.toml: next_hop.password_file: gone: cannot read the secret: No such file",
    ),
]


@pytest.mark.parametrize(("changes", "line"), MISTAKES)
def test_check_and_serve_tell_the_same_mistake(site: Site, changes: dict[str, str], line: str) -> None:
    site.write(**changes)
    for arguments in (("check",), ("serve",)):
        done = command(site, *arguments)
        told = [one.removeprefix("gatekeeper: ") for one in done.stderr.splitlines()]
        assert done.returncode == 78, done.stderr
        assert [one for one in told if one.startswith(line)] == told, done.stderr
        assert "Traceback" not in done.stderr


LISTENER_MISTAKES = [
    ('tls_certificate = "c.pem"\ntls_key = "k.pem"', "listener 1: tls_certificate: cannot read c.pem: No such file"),
    (
        'tls_certificate = "gatekeeper.toml"\ntls_key = "gatekeeper.toml"',
        "listener 1: tls_key: cannot use gatekeeper.toml and gatekeeper.toml: not PEM",
    ),
    ('users = "noise"\nauth_requires_tls = false', "listener 1: users: noise: not a password file, which is text;"),
    ('users = "gone"\nauth_requires_tls = false', "listener 1: users: gone: no such password file"),
    ('next_hop = "ftp://h"', "listener 1: next_hop: the next hop must be one of smtp://host:port"),
    ('address = "nowhere.invalid:2525"', "listener 1: address: nowhere.invalid:2525: no such host"),
]


@pytest.mark.parametrize(("text", "line"), LISTENER_MISTAKES)
def test_a_mistake_of_a_listener_is_told_by_check_and_serve(site: Site, text: str, line: str) -> None:
    address = "" if "address" in text else f'address = "127.0.0.1:{site.smtp}"\n'
    web = f'[web]\naddress = "127.0.0.1:{site.web}"\n'
    site.config.write_text(f"[[listener]]\n{address}{text}\n{web}", encoding="utf-8")
    (site.folder / "noise").write_bytes(bytes(range(256)))
    for arguments in (("check",), ("serve",)):
        done = command(site, *arguments)
        assert done.returncode == 78, done.stderr
        (told,) = done.stderr.splitlines()
        assert told.removeprefix("gatekeeper: ").startswith(f"gatekeeper.toml: {line}")


def test_several_mistakes_are_a_line_each_and_json_tells_them_too(site: Site) -> None:
    site.write(policy='"nowt"', database='"sqlite:///gatekeeper.toml"')
    assert len(command(site, "check").stderr.splitlines()) == 2
    assert len(json.loads(command(site, "check", "--json").stdout)["mistakes"]) == 2
