"""Real mail programs at the submission listener: swaks, smtplib and msmtp, with STARTTLS and AUTH."""

from __future__ import annotations

import smtplib
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from tests.postfix.gate import Gate, gatekeeper, outgoing
from tests.servers import RecordingSink, require, sink_in_thread

ANN, BOB = "ann@home.example", "bob@far.example"
PASSWORD = "correct horse, battery"


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def submission(tmp_path: Path, ca: trustme.CA) -> Iterator[tuple[Gate, RecordingSink]]:
    ca.issue_cert("127.0.0.1", "localhost").private_key_and_cert_chain_pem.write_to_path(tmp_path / "gate.pem")
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    with sink_in_thread(RecordingSink()) as world:
        next_hop = f"smtp://127.0.0.1:{world.port}"
        with gatekeeper(tmp_path, next_hop, certificate=tmp_path / "gate.pem", users={ANN: PASSWORD}) as gate:
            gate.hear_from(BOB, ANN)
            yield gate, world


def run(*command: str | Path, octets: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=octets, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_swaks(submission: tuple[Gate, RecordingSink], mechanism: str) -> None:
    gate, world = submission
    swaks = [require("swaks"), "--server", f"127.0.0.1:{gate.submission}", "--from", ANN, "--to", BOB]
    login = ["--auth", mechanism, "--auth-user", ANN, "--auth-password", PASSWORD]
    sent = run(*swaks, "--tls", *login, "--h-Subject", "Sunday", "--body", "See you at ten.")
    assert sent.returncode == 0, sent.stdout.decode()
    assert b"See you at ten." in world.messages[0].content
    wrong = run(*swaks, "--tls", "--auth", mechanism, "--auth-user", ANN, "--auth-password", "guess")
    assert wrong.returncode == 28 and b"535 5.7.8" in wrong.stdout
    assert b"530 5.7.0" in run(*swaks).stdout, "nobody sends without logging in"
    assert run(*swaks, *login).returncode == 28, "no password is taken in the clear"
    assert len(world.messages) == 1


def test_swaks_over_lmtp(submission: tuple[Gate, RecordingSink]) -> None:
    gate, world = submission
    command = [require("swaks"), "--protocol", "LMTP", "--server", f"127.0.0.1:{gate.lmtp}"]
    sent = run(*command, "--from", ANN, "--to", BOB, "--body", "See you at ten.")
    assert sent.returncode == 0, sent.stdout.decode()
    assert len(world.messages) == 1


def test_smtplib(submission: tuple[Gate, RecordingSink], ca: trustme.CA) -> None:
    gate, world = submission
    context = ssl.create_default_context()
    ca.configure_trust(context)
    note = outgoing(ANN, BOB, text="Grüße".encode().decode("latin-1"))
    note = note.replace("Grüße".encode().decode("latin-1").encode(), "Grüße".encode())
    with smtplib.SMTP("127.0.0.1", gate.submission) as client:
        client.starttls(context=context)
        client.login(ANN, PASSWORD)
        assert client.sendmail(ANN, [BOB], note, mail_options=["BODY=8BITMIME"]) == {}
    (message,) = world.messages
    assert message.content.endswith(note)
    assert b"BODY=8BITMIME" in message.mail


def test_msmtp(submission: tuple[Gate, RecordingSink], tmp_path: Path) -> None:
    gate, world = submission
    settings = tmp_path / "msmtprc"
    settings.write_text(
        f"account default\nhost 127.0.0.1\nport {gate.submission}\ntls on\ntls_starttls on\n"
        f"tls_trust_file {tmp_path / 'ca.pem'}\nauth on\nuser {ANN}\npassword {PASSWORD}\nfrom {ANN}\n"
    )
    settings.chmod(0o600)
    note = outgoing(ANN, BOB).replace(b"\r\n", b"\n")
    sent = run(require("msmtp"), f"--file={settings}", BOB, octets=note)
    assert sent.returncode == 0, sent.stderr.decode()
    assert world.messages[0].content.endswith(note.replace(b"\n", b"\r\n"))
    assert world.messages[0].sender == ANN.encode()
