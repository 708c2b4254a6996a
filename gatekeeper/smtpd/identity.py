"""Identity: what a peer that may do so says of the true client: XCLIENT, XFORWARD, PROXY, the trusted header."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from ipaddress import ip_address

from gatekeeper.mail.reply import Reply
from gatekeeper.smtpd.parameters import decode_xtext

XCLIENT_ATTRIBUTES = ("NAME", "ADDR", "PORT", "PROTO", "HELO", "LOGIN", "DESTADDR", "DESTPORT")
XFORWARD_ATTRIBUTES = ("NAME", "ADDR", "PORT", "PROTO", "HELO", "IDENT", "SOURCE")
MAX_VALUE_OCTETS = 255
MAX_HEADER_OCTETS = 65_536
"""How far down the topmost Received is looked for."""

_AUTHENTICATED_SENDER = re.compile(rb"\(Authenticated sender: ([^()\r\n]{1,320})\)")


class ClaimError(ValueError):
    """A command that says nothing understandable. `reply` is what the peer is told."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply))
        self.reply = reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What was said of the client; None where nothing was, "" where the peer does not know either."""

    address: str | None = None
    name: str | None = None
    helo: str | None = None
    protocol: str | None = None
    login: str | None = None


NO_CLAIMS = Claims()


def xclient(octets: bytes, before: Claims) -> Claims:
    """`before` as XCLIENT changes it (Postfix XCLIENT_README). Raises ClaimError."""
    return _changed(octets, before, XCLIENT_ATTRIBUTES)


def xforward(octets: bytes, before: Claims) -> Claims:
    """`before` as XFORWARD changes it (Postfix XFORWARD_README). Raises ClaimError."""
    return _changed(octets, before, XFORWARD_ATTRIBUTES)


def _changed(octets: bytes, before: Claims, known: tuple[str, ...]) -> Claims:
    words = octets.split()
    if not words:
        raise ClaimError(Reply.of(501, "5.5.4", "Attributes missing"))
    claims = before
    for word in words:
        name, equals, raw = word.partition(b"=")
        attribute = name.upper().decode("ascii", "replace")
        if not equals or attribute not in known:
            raise ClaimError(Reply.of(501, "5.5.4", "Unknown attribute"))
        value = _value(raw)
        match attribute:
            case "ADDR":
                claims = replace(claims, address=_address(value))
            case "NAME":
                claims = replace(claims, name=value)
            case "HELO":
                claims = replace(claims, helo=value)
            case "PROTO":
                claims = replace(claims, protocol=value.upper())
            case "LOGIN":
                claims = replace(claims, login=value)
            case _:
                pass  # Ports, queue ids and the destination change no judgement.
    return claims


def _value(raw: bytes) -> str:
    """An attribute's value, "" for [UNAVAILABLE] and [TEMPUNAVAIL]. Raises ClaimError."""
    if raw.upper() in {b"[UNAVAILABLE]", b"[TEMPUNAVAIL]"}:
        return ""
    try:
        value = decode_xtext(raw).decode("utf-8")
    except ValueError:
        raise ClaimError(Reply.of(501, "5.5.4", "Bad attribute value")) from None
    if not value or len(raw) > MAX_VALUE_OCTETS or not value.isprintable():
        raise ClaimError(Reply.of(501, "5.5.4", "Bad attribute value"))
    return value


def _address(value: str) -> str:
    if not value:
        return ""
    try:
        return str(ip_address(value[5:] if value[:5].upper() == "IPV6:" else value))
    except ValueError:
        raise ClaimError(Reply.of(501, "5.5.4", "Bad address")) from None


def authenticated_sender(content: bytes) -> str | None:
    """Who authenticated, by the topmost Received of `content`, as Postfix's
    smtpd_sasl_authenticated_header writes it; None where that header does not say.

    Only the topmost is from the peer: each one below may be forged.
    """
    position = 0
    while position < min(len(content), MAX_HEADER_OCTETS):
        end = _field_end(content, position)
        field = content[position:end]
        if field[:9].lower() == b"received:":
            found = _AUTHENTICATED_SENDER.search(field)
            return found[1].decode("utf-8", "replace").strip() or None if found else None
        if not field.strip() or b":" not in field:
            return None
        position = end
    return None


def _field_end(content: bytes, start: int) -> int:
    """Where the header field at `start` ends, its folded lines included."""
    position = start
    while True:
        newline = content.find(b"\n", position, start + MAX_HEADER_OCTETS)
        if newline < 0:
            return len(content)
        position = newline + 1
        if content[position : position + 1] not in {b" ", b"\t"}:
            return position
