"""Next hop URLs, good and bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatekeeper.errors import UsageError
from gatekeeper.relay import RelayOptions, next_hop_of, open_relay
from gatekeeper.relay.url import MaildirFolder, Server


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://127.0.0.1:10026", Server(host="127.0.0.1", port=10026)),
        ("SMTP://Mail.Example", Server(host="mail.example", port=25)),
        ("smtp://[::1]:2525/", Server(host="::1", port=2525)),
        ("smtps://mail.example", Server(host="mail.example", port=465, implicit_tls=True)),
        ("lmtp://127.0.0.1:24", Server(host="127.0.0.1", port=24, lmtp=True)),
        ("lmtp:///run/dovecot/lmtp", Server(socket_path="/run/dovecot/lmtp", lmtp=True)),
        ("smtp://a%40b:p%2Fw@h:587", Server(host="h", port=587, user="a@b", password="p/w")),
        ("maildir:var/delivered", MaildirFolder(path="var/delivered")),
        ("maildir:/srv/mail", MaildirFolder(path="/srv/mail")),
    ],
)
def test_a_good_url_is_read(url: str, expected: object) -> None:
    assert next_hop_of(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "127.0.0.1:25",
        "http://host:25",
        "smtp:",
        "smtp://",
        "smtp://:25",
        "smtp://host:port",
        "smtp://host:99999",
        "smtp://host:0",
        "smtp://host:25/path",
        "smtp://host:25?tls=no",
        "smtp://user@host:25",
        "smtp://[::1:25",
        "lmtp:///",
        "lmtp://",
        "maildir:",
    ],
)
def test_a_bad_url_is_named_in_one_sentence(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_relay(url, RelayOptions())
    assert caught.value.exit_code == 78
    assert "\n" not in caught.value.reason
    assert "next hop" in caught.value.reason


def test_the_password_is_in_no_message() -> None:
    with pytest.raises(UsageError) as caught:
        next_hop_of("smtp://user:hunter2@host:port")
    assert "hunter2" not in caught.value.reason
    assert "hunter2" not in repr(next_hop_of("smtp://user:hunter2@host:25"))


def test_a_missing_ca_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere.pem"):
        open_relay("smtp://localhost:25", RelayOptions(ca_file=str(tmp_path / "nowhere.pem")))
