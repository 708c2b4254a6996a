"""AUTH: the dialog, the password file, Dovecot's socket, and real clients."""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
import smtplib
import ssl
import stat
import subprocess
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from gatekeeper.errors import UsageError
from gatekeeper.smtpd import users
from gatekeeper.smtpd.credentials import Credentials, Outcome
from gatekeeper.smtpd.dovecot import DovecotAuth
from gatekeeper.smtpd.options import Limits
from tests.smtpd.post import LOCAL, Post

PASSWORD = "open sesame, für alle"


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


PLAIN = b64(f"\0ann@example.org\0{PASSWORD}")
WRONG = b64("\0ann@example.org\0wrong")


@pytest.fixture(scope="module")
def password_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("users") / "users"
    users.add(path, "ann@example.org", PASSWORD)
    users.add(path, "bob@example.org", "sesame")
    return path


@pytest.fixture
def open_post(post: Post, password_file: Path) -> Callable[..., Coroutine[Any, Any, Post]]:
    """A listener that takes mail of nobody who has not authenticated, in the clear."""

    async def opened(**options: Any) -> Post:
        given = {"users": str(password_file), "auth_without_tls": True, "trusted": ()} | options
        await post.open(**given)
        return post

    return opened


Opened = Callable[..., Coroutine[Any, Any, Post]]


@pytest.mark.asyncio
async def test_plain_with_an_initial_response(open_post: Opened) -> None:
    post = await open_post()
    client = await post.client()
    assert (await client.says("MAIL FROM:<ann@example.org>")).startswith("530 5.7.0")
    assert (await client.says(f"auth plain {PLAIN}")).startswith("235 2.7.0")
    assert (await client.says(f"AUTH PLAIN {PLAIN}")).startswith("503 5.5.1")
    await client.in_data()
    await client.says(".")
    session = post.received[0][0]
    assert (session.login, session.login_source, session.protocol) == ("ann@example.org", "AUTH", "ESMTPA")
    assert session.client_is_person
    assert session.client_address_is_known


@pytest.mark.asyncio
async def test_plain_without_an_initial_response(open_post: Opened) -> None:
    client = await (await open_post()).client()
    assert await client.says("AUTH PLAIN") == "334 "
    assert (await client.says(PLAIN)).startswith("235")


@pytest.mark.asyncio
async def test_login_asks_in_the_words_that_clients_know(open_post: Opened) -> None:
    client = await (await open_post()).client()
    assert await client.says("AUTH LOGIN") == "334 VXNlcm5hbWU6"
    assert await client.says(b64("ann@example.org")) == "334 UGFzc3dvcmQ6"
    assert (await client.says(b64(PASSWORD))).startswith("235")


@pytest.mark.asyncio
async def test_login_with_the_name_at_once(open_post: Opened) -> None:
    client = await (await open_post()).client()
    assert await client.says("AUTH LOGIN " + b64("ann@example.org")) == "334 UGFzc3dvcmQ6"
    assert (await client.says(b64(PASSWORD))).startswith("235")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("command", "starts"),
    [
        ("AUTH", "501 5.5.4"),
        ("AUTH PLAIN a b", "501 5.5.4"),
        ("AUTH CRAM-MD5", "504 5.5.4"),
        ("AUTH PLAIN ====", "501 5.5.2"),
        ("AUTH PLAIN =", "501 5.5.2"),
        ("AUTH PLAIN " + b64("ann@example.org"), "501 5.5.2"),
        ("AUTH PLAIN " + b64(f"root\0ann@example.org\0{PASSWORD}"), "535 5.7.8"),
        ("AUTH PLAIN " + b64("\0nobody\0nothing"), "535 5.7.8"),
        ("AUTH PLAIN " + WRONG, "535 5.7.8"),
        ("AUTH PLAIN\r\n*", "334|501 5.7.0"),
        ("AUTH LOGIN\r\n*", "334|501 5.7.0"),
        ("AUTH PLAIN\r\n" + "A" * 12_300, "334|500 5.5.6"),
        ("AUTH PLAIN\r\n" + "A" * 12_288, "334|501 5.5.2"),
        ("EHLO again\r\nMAIL FROM:<>\r\nAUTH PLAIN " + PLAIN, "250|530|235"),
    ],
)
async def test_what_comes_to_no_credentials(open_post: Opened, command: str, starts: str) -> None:
    client = await (await open_post()).client()
    client.send(command.encode() + b"\r\n")
    for start in starts.split("|"):
        assert (await client.reply()).startswith(start)
    assert (await client.says("NOOP")).startswith("250")


@pytest.mark.asyncio
async def test_no_auth_within_a_transaction(open_post: Opened) -> None:
    client = await (await open_post(trusted=LOCAL)).client()
    await client.says("MAIL FROM:<ann@example.org>")
    assert (await client.says(f"AUTH PLAIN {PLAIN}")).startswith("503 5.5.1")


@pytest.mark.asyncio
async def test_guessing_ends_after_a_few_attempts(open_post: Opened) -> None:
    post = await open_post(limits=Limits(auth_attempts=2))
    client = await post.client()
    assert (await client.says(f"AUTH PLAIN {WRONG}")).startswith("535")
    assert (await client.says(f"AUTH PLAIN {WRONG}")).startswith("535")
    assert (await client.reply()).startswith("421 4.7.0")
    assert await client.is_closed()
    assert [reply[:9] for _, _, reply in post.refused] == ["535 5.7.8", "535 5.7.8"]


@pytest.mark.asyncio
async def test_no_password_in_the_clear(
    open_post: Opened, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    post = await open_post(auth_without_tls=False, tls_context=server_tls)
    client = await post.client(hello=None)
    await client.reply()
    assert "AUTH" not in await client.says("EHLO client.example")
    assert (await client.says(f"AUTH PLAIN {PLAIN}")).startswith("538 5.7.11")
    await client.start_tls(client_tls)
    assert "AUTH PLAIN LOGIN" in await client.says("EHLO client.example")
    assert (await client.says(f"AUTH PLAIN {PLAIN}")).startswith("235")


@pytest.mark.asyncio
async def test_smtplib_authenticates_over_implicit_tls(
    open_post: Opened, server_tls: ssl.SSLContext, client_tls: ssl.SSLContext
) -> None:
    post = await open_post(auth_without_tls=False, tls_context=server_tls, implicit_tls=True)

    def send() -> None:
        with smtplib.SMTP_SSL("localhost", post.port, context=client_tls) as client:
            client.login("bob@example.org", "sesame")
            client.sendmail("bob@example.org", ["ann@example.net"], "Subject: x\n\nx\n")

    await asyncio.to_thread(send)
    assert post.received[0][0].protocol == "ESMTPSA"


@pytest.mark.asyncio
@pytest.mark.skipif(shutil.which("swaks") is None, reason="swaks is not installed")
@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
async def test_swaks_with_starttls_and_auth(
    post: Post, tmp_path: Path, server_tls: ssl.SSLContext, mechanism: str
) -> None:
    users.add(tmp_path / "users", "ann", "sesame")
    await post.open(users=str(tmp_path / "users"), tls_context=server_tls, trusted=())
    done = await asyncio.to_thread(
        subprocess.run,
        [
            *("swaks", "--server", f"127.0.0.1:{post.port}", "--ehlo", "client.example", "-tls"),
            *("--from", "ann@example.org", "--to", "bob@example.net,eve@example.net"),
            *("--auth", mechanism, "--auth-user", "ann", "--auth-password", "sesame"),
        ],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert post.received[0][0].login == "ann"
    assert len(post.received[0][1].recipients) == 2


# -- the password file -------------------------------------------------------------------------------


def test_users_are_added_replaced_listed_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "users"
    assert users.add(path, "bob", "one")
    assert users.add(path, "ann", "two")
    assert not users.add(path, "bob", "three")
    assert users.names(path) == ("ann", "bob")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    table = users.load(path)
    assert users.verify(table, "bob", "three")
    assert not users.verify(table, "bob", "one")
    assert not users.verify(table, "eve", "three")
    assert users.remove(path, "bob")
    assert not users.remove(path, "bob")
    assert [file.name for file in tmp_path.iterdir()] == ["users"]


@pytest.mark.parametrize("text", ["ann", "ann:secret", ":$argon2id$x", "a:$argon2id$x\na:$argon2id$y"])
def test_a_broken_password_file_says_where(tmp_path: Path, text: str) -> None:
    path = tmp_path / "users"
    path.write_text(text + "\n")
    with pytest.raises(UsageError, match=r"users:\d: "):
        users.load(path)


def test_a_missing_password_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such password file"):
        users.PasswordFile(str(tmp_path / "users"))


@pytest.mark.parametrize("name", ["", " ann", "a\nb", "#ann"])
def test_a_name_that_would_break_the_file_is_not_added(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        users.add(tmp_path / "users", name, "secret")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        users.add(tmp_path / "nothing" / "users", "ann", "secret")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_the_file_stays_its_owner_s(tmp_path: Path) -> None:
    path = tmp_path / "users"
    users.add(path, "ann", "one")
    os.chown(path, 1234, 1234)
    users.add(path, "ann", "two")
    assert path.stat().st_uid == 1234


@pytest.mark.asyncio
async def test_a_changed_password_counts_at_once(tmp_path: Path) -> None:
    path = tmp_path / "users"
    users.add(path, "ann", "one")
    file = users.PasswordFile(str(path))
    assert await file.verify(Credentials(name="ann", password="one")) is Outcome.ACCEPTED
    users.add(path, "ann", "two")
    assert await file.verify(Credentials(name="ann", password="one")) is Outcome.REFUSED
    path.unlink()
    assert await file.verify(Credentials(name="ann", password="two")) is Outcome.UNAVAILABLE


def test_no_password_shows_in_a_log() -> None:
    assert "sesame" not in repr(Credentials(name="ann", password="sesame"))


# -- Dovecot -----------------------------------------------------------------------------------------


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("OK\t1\tuser=ann@example.org", Outcome.ACCEPTED),
        ("FAIL\t1\tuser=ann@example.org\treason=no", Outcome.REFUSED),
        ("FAIL\t1\tuser=ann@example.org\ttemp", Outcome.UNAVAILABLE),
        ("CONT\t1\t", Outcome.UNAVAILABLE),
        ("OK\t2\tuser=eve\nFAIL\t1", Outcome.REFUSED),
        ("", Outcome.UNAVAILABLE),
    ],
)
async def test_dovecot_is_asked_in_its_own_words(tmp_path: Path, answer: str, outcome: Outcome) -> None:
    asked: list[str] = []

    async def dovecot(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(
            b"VERSION\t1\t2\nMECH\tPLAIN\tplaintext\nMECH\tLOGIN\tplaintext\nSPID\t7\nCUID\t1\nCOOKIE\tab\nDONE\n"
        )
        asked.extend([(await reader.readline()).decode().rstrip() for _ in range(3)])
        writer.write((answer + "\n").encode() if answer else b"")
        writer.close()

    path = tmp_path / "auth"
    server = await asyncio.start_unix_server(dovecot, path)
    credentials = Credentials(name="ann@example.org", password="sesame", client_address="192.0.2.7", secured=True)
    assert await DovecotAuth(str(path)).verify(credentials) is outcome
    server.close()
    assert asked[0] == "VERSION\t1\t1"
    assert asked[1].startswith("CPID\t")
    words = asked[2].split("\t")
    assert words[:4] == ["AUTH", "1", "PLAIN", "service=smtp"]
    assert {"secured", "rip=192.0.2.7"} <= set(words)
    assert words[-1] == "resp=" + b64("\0ann@example.org\0sesame")


@pytest.mark.asyncio
async def test_without_dovecot_the_client_may_try_again(post: Post, tmp_path: Path) -> None:
    await post.open(users=f"dovecot:{tmp_path / 'nothing'}", auth_without_tls=True)
    client = await post.client()
    assert (await client.says(f"AUTH PLAIN {PLAIN}")).startswith("454 4.7.0")
