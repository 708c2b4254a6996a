"""AUTH: the dialog that ends in a name and a password (RFC 4954 4, RFC 4616, and LOGIN as everybody does it)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable

from gatekeeper.mail.reply import Reply

MECHANISMS = ("PLAIN", "LOGIN")
USERNAME_PROMPT = b"VXNlcm5hbWU6"
"""Clients compare it octet by octet: "Username:" in base64."""
PASSWORD_PROMPT = b"UGFzc3dvcmQ6"

SUCCEEDED = Reply.of(235, "2.7.0", "Authentication successful")
REFUSED = Reply.of(535, "5.7.8", "Authentication failed: name or password is wrong")
UNAVAILABLE = Reply.of(454, "4.7.0", "Authentication is not possible at present; please try again")
TOO_MANY_ATTEMPTS = Reply.of(421, "4.7.0", "Too many failed authentications")
NEEDS_TLS = Reply.of(538, "5.7.11", "Authentication needs encryption: use STARTTLS first")
NOT_OFFERED = Reply.of(502, "5.5.1", "Authentication is not offered here")
ALREADY_DONE = Reply.of(503, "5.5.1", "Already authenticated")
IN_TRANSACTION = Reply.of(503, "5.5.1", "Not within a mail transaction")
UNKNOWN_MECHANISM = Reply.of(504, "5.5.4", "Unknown authentication mechanism")
CANCELLED = Reply.of(501, "5.7.0", "Authentication cancelled")
NOT_BASE64 = Reply.of(501, "5.5.2", "Cannot decode this base64")
BAD_CREDENTIALS = Reply.of(501, "5.5.2", "Cannot read these credentials")
TOO_LONG = Reply.of(500, "5.5.6", "Authentication line too long")

Ask = Callable[[bytes], Awaitable[bytes | None]]
"""Sends a challenge (in base64) and gives the client's line; None where it left or sent too much."""


class ExchangeError(ValueError):
    """The dialog came to no credentials. `reply` says why."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply))
        self.reply = reply


async def name_and_password(mechanism: str, initial: bytes | None, ask: Ask) -> tuple[str, str]:
    """The credentials that the client gives by `mechanism`, one of MECHANISMS. Raises ExchangeError."""
    if mechanism == "PLAIN":
        return _plain(_decoded(initial if initial is not None else await _asked(ask, b"")))
    name = _decoded(initial if initial is not None else await _asked(ask, USERNAME_PROMPT))
    password = _decoded(await _asked(ask, PASSWORD_PROMPT))
    return _text(name), _text(password)


async def _asked(ask: Ask, challenge: bytes) -> bytes:
    answer = await ask(challenge)
    if answer is None:
        raise ExchangeError(TOO_LONG)
    if answer == b"*":
        raise ExchangeError(CANCELLED)
    return answer


def _decoded(octets: bytes) -> bytes:
    if octets == b"=":  # An empty initial response (RFC 4954 4).
        return b""
    try:
        return base64.b64decode(octets, validate=True)
    except binascii.Error:
        raise ExchangeError(NOT_BASE64) from None


def _plain(message: bytes) -> tuple[str, str]:
    """authzid NUL authcid NUL passwd (RFC 4616 2). To act for somebody else is nobody's right here."""
    parts = message.split(b"\0")
    if len(parts) != 3:
        raise ExchangeError(BAD_CREDENTIALS)
    acts_for, name, password = map(_text, parts)
    if acts_for not in {"", name}:
        raise ExchangeError(REFUSED)
    return name, password


def _text(octets: bytes) -> str:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        raise ExchangeError(BAD_CREDENTIALS) from None
