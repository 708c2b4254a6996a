"""The SMTP dialogue, driven at random: commands in any order, pipelined, cut off, with TLS at any point.

A model says what a server that keeps RFC 5321 answers; the listener must agree, and what it received is exactly
what was acknowledged. `FUZZ=20` makes it twenty times as long.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Coroutine
from typing import Any

import trustme
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from gatekeeper.smtpd.options import Limits
from tests.fuzz.measure import TIMES
from tests.smtpd.post import Client, Post

_REPLY = re.compile(r"(?:[245]\d\d-[^\r\n]*\n)*[2345]\d\d(?: [^\r\n]*)?", re.A)
_AUTHORITY: list[trustme.CA] = []

SENDERS = ["<ann@example.org>", "<>", '<"a b"@example.org>', "<@relay.example:ann@example.org>"]
BAD_PATHS = ["ann@example.org", "<ann@example.org", "<=?utf-8?q?x?=@example.org>", "<a b@example.org>", "<ann>x", "< >"]
NOISE = st.binary(min_size=1, max_size=60).filter(lambda octets: not set(octets) & {10, 13} and octets.strip())
LINES = st.lists(st.binary(max_size=30).filter(lambda octets: not set(octets) & {0, 10, 13}), max_size=5)


def contexts() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Server's and client's; the keys are made once."""
    if not _AUTHORITY:
        _AUTHORITY.append(trustme.CA())
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    _AUTHORITY[0].issue_cert("gate.example").configure_cert(server)
    client = ssl.create_default_context()
    _AUTHORITY[0].configure_trust(client)
    return server, client


class DialogueMachine(RuleBasedStateMachine):
    """See the module. `mail` and `rcpts` are the model of the transaction."""

    client: Client

    @initialize()
    def open(self) -> None:
        self.loop = asyncio.new_event_loop()
        server, self.context = contexts()
        self.post = Post()
        self.acknowledged: list[bytes] = []
        self.run(
            self.post.open(
                address="127.0.0.1:0", tls_context=server, limits=Limits(junk_commands=10_000, errors=10_000)
            )
        )
        self.connect()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(asyncio.wait_for(coroutine, 20))

    def connect(self) -> None:
        self.client = self.run(self.post.client(hello=None))
        self.greeted = self.tls = self.mail = False
        self.rcpts = self.commands = 0
        assert self.run(self.client.reply()).startswith("220")

    def say(self, line: str | bytes) -> str:
        """One command and its reply; a connection that the server ends (421) is opened anew."""
        self.commands += 1
        reply: str = self.run(self.client.says(line))
        assert _REPLY.fullmatch(reply), reply
        if reply.startswith("421"):
            assert self.run(self.client.is_closed())
            self.connect()
        return reply

    # What a client does ------------------------------------------------------------------------------------------

    @rule(verb=st.sampled_from(["EHLO", "HELO", "ehlo"]))
    def hello(self, verb: str) -> None:
        assert self.say(f"{verb} client.example").startswith("250")
        self.greeted, self.mail, self.rcpts = True, False, 0

    @rule(path=st.sampled_from(SENDERS))
    def mail_from(self, path: str) -> None:
        reply = self.say(f"MAIL FROM:{path}")
        expected = "250" if self.greeted and not self.mail else "503"
        assert reply.startswith(expected), reply
        self.mail = self.mail or reply.startswith("250")

    @rule(path=st.sampled_from(BAD_PATHS), verb=st.sampled_from(["MAIL FROM:", "RCPT TO:"]))
    def bad_path(self, path: str, verb: str) -> None:
        reply = self.say(verb + path)
        assert reply.startswith(("501", "503", "553", "555", "550")), reply

    @rule(number=st.integers(0, 99))
    def rcpt_to(self, number: int) -> None:
        reply = self.say(f"RCPT TO:<r{number}@example.net>")
        assert reply.startswith("250" if self.mail else "503"), reply
        self.rcpts += reply.startswith("250")

    @rule(lines=LINES)
    def data(self, lines: list[bytes]) -> None:
        reply = self.say("DATA")
        if not (self.mail and self.rcpts):
            assert reply.startswith(("503", "554")), reply
            return
        assert reply.startswith("354"), reply
        content = b"Subject: x\r\n\r\n" + b"".join(line + b"\r\n" for line in lines)
        self.client.send(
            b"".join(b"." * line.startswith(b".") + line + b"\r\n" for line in content.split(b"\r\n")[:-1])
        )
        reply = self.say(b".")
        assert reply.startswith("250"), reply
        self.acknowledged.append(content)
        self.mail, self.rcpts = False, 0

    @rule(number=st.integers(1, 3), lines=LINES)
    def pipelined(self, number: int, lines: list[bytes]) -> None:
        """RSET, MAIL, RCPTs and DATA in one write."""
        if not self.greeted:
            self.hello("EHLO")
        rcpts = [f"RCPT TO:<p{index}@example.net>" for index in range(number)]
        self.client.send("".join(f"{line}\r\n" for line in ["RSET", "MAIL FROM:<ann@example.org>", *rcpts]).encode())
        for _ in range(2 + number):
            assert self.run(self.client.reply()).startswith("250")
        self.mail, self.rcpts = True, number
        self.data(lines)

    @rule(command=st.sampled_from(["RSET", "NOOP", "NOOP x", "VRFY bob", "HELP", "EXPN list", "TURN", "DATA now"]))
    def small_talk(self, command: str) -> None:
        reply = self.say(command)
        assert not reply.startswith("354"), reply
        if command == "RSET" and reply.startswith("250"):
            self.mail, self.rcpts = False, 0

    @rule(octets=NOISE)
    def noise(self, octets: bytes) -> None:
        """No verb begins like this."""
        reply = self.say(b"X" + octets)
        assert reply.startswith(("5", "421")), reply

    @rule()
    def start_tls(self) -> None:
        reply = self.say("STARTTLS")
        if self.tls:
            assert reply.startswith("50"), reply
            return
        if reply.startswith("220"):
            self.run(self.client.writer.start_tls(self.context, server_hostname="gate.example"))
            self.greeted = self.mail = False
            self.tls, self.rcpts = True, 0
        else:
            assert self.mail and reply.startswith("503"), reply

    @rule(how=st.sampled_from(["close", "reset", "quit", "in the middle"]))
    def leave(self, how: str) -> None:
        if how == "quit":
            assert self.say("QUIT").startswith("221")
        elif how == "in the middle" and self.mail and self.rcpts:
            assert self.say("DATA").startswith("354")
            self.client.send(b"Subject: half\r\n\r\nnever fini")
        if how == "reset":
            self.client.reset()
        else:
            self.client.close()
        self.connect()

    # What always holds -------------------------------------------------------------------------------------------

    @invariant()
    def received_is_what_was_acknowledged(self) -> None:
        if hasattr(self, "post"):
            assert [content for _, _, content in self.post.received] == self.acknowledged
            assert not self.post.errors, self.post.errors

    def teardown(self) -> None:
        if not hasattr(self, "post"):
            return
        for client in self.post.clients:
            client.abort()
        self.run(self.post.listeners.drain(0.2))
        self.received_is_what_was_acknowledged()
        self.loop.close()


DialogueMachine.TestCase.settings = settings(
    max_examples=20 * TIMES,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestDialogue = DialogueMachine.TestCase
