"""Postfix asks: rates and closed contacts at RCPT, with the very snippet that admins install."""

from __future__ import annotations

import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.postfix.gate import command, daemon_with
from tests.postfix.instance import Postfix, postfix, snippet
from tests.servers import RecordingSink, free_port, sink_in_thread

ANN = "ann@home.example"
POLICY = 'name = "test"\n[rates]\nmessages_per_hour = 2\nrecipients_per_hour = 6\n'
"""Few enough to be over at once."""


@contextmanager
def asking(folder: Path) -> Iterator[tuple[Postfix, int, RecordingSink]]:
    """A Postfix that asks the gate at RCPT, and relays to a recording sink. XCLIENT says who logged in."""
    port = free_port()
    (folder / "policy.toml").write_text(POLICY)
    config = (
        f'hostname = "gate.home.example"\nlocal_domains = ["home.example"]\nramp = "off"\n'
        f'policy = "{folder}/policy.toml"\n[web]\naddress = "127.0.0.1:{free_port()}"\n'
        f'[[listener]]\naddress = "127.0.0.1:{port}"\nrole = "policy"\ntrusted = ["127.0.0.0/8"]\n'
    )
    with sink_in_thread(RecordingSink()) as world, daemon_with(folder, config, port):
        main = f"relayhost = [127.0.0.1]:{world.port}\nsmtpd_authorized_xclient_hosts = 127.0.0.0/8\n" + snippet(
            "policy.main.cf", {"127.0.0.1:10027": f"127.0.0.1:{port}"}
        )
        with postfix("asking", main=main) as site:
            yield site, port, world


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Postfix]:
    with asking(tmp_path) as (one, _, _):
        yield one


def send(site: Postfix, login: str, *recipients: str) -> list[tuple[int, str]]:
    """One message; gives the replies to its RCPTs."""
    with smtplib.SMTP("127.0.0.1", site.port) as client:
        client.ehlo()
        if login:
            assert client.docmd("XCLIENT", f"LOGIN={login}")[0] == 220
            client.ehlo()
        client.mail(ANN)
        found = [client.rcpt(one) for one in recipients]
        if any(code == 250 for code, _ in found):
            assert client.data(b"Subject: Sunday\r\n\r\nSee you.\r\n")[0] == 250
    return [(code, text.decode()) for code, text in found]


def test_a_login_over_its_rate_is_told_to_wait_and_until_when(site: Postfix) -> None:
    friends = [f"friend{number}@far.example" for number in range(4)]
    assert [code for code, _ in send(site, ANN, *friends)] == [250] * 4
    codes = send(site, ANN, *friends)
    assert [code for code, _ in codes] == [250, 250, 450, 450]
    assert "4.7.1" in codes[2][1]
    assert "your limit is 6 recipients an hour at present; 0 left, full again on" in codes[2][1]
    third = send(site, ANN, "friend0@far.example")
    assert third[0][0] == 450


def test_the_recipients_of_one_message_count_as_one_message(site: Postfix) -> None:
    assert [code for code, _ in send(site, "bert@home.example", *[f"f{n}@far.example" for n in range(3)])] == [250] * 3
    assert send(site, "bert@home.example", "f4@far.example")[0][0] == 250
    over = send(site, "bert@home.example", "f5@far.example")
    assert over[0][0] == 450 and "2 messages an hour" in over[0][1]


def test_who_has_not_logged_in_is_no_business_of_it(site: Postfix) -> None:
    for _ in range(4):
        assert send(site, "", "friend@far.example")[0][0] == 250


def test_a_closed_contact_is_refused_at_rcpt(tmp_path: Path) -> None:
    with asking(tmp_path) as (site, _, _):
        command(tmp_path, "close", ANN, "bob@far.example", "--reason", "he asked")
        found = send(site, ANN, "bob@far.example", "carol@far.example")
        assert [code for code, _ in found] == [550, 250]
        assert "asked not to get mail from you" in found[0][1]


def test_what_is_no_request_ends_the_connection_and_nothing_else(tmp_path: Path) -> None:
    with asking(tmp_path) as (site, port, _):
        for rubbish in (b"GET / HTTP/1.1\r\n\r\n", b"x" * 100_000, b"a=b\n" * 1000, b"\x00\xff\n\n"):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
                try:
                    one.sendall(rubbish)
                    assert one.recv(100) == b""
                except ConnectionError:
                    pass
        assert send(site, ANN, "friend@far.example")[0][0] == 250
