"""The commands of an envelope: MAIL and RCPT, written from the validated octets (RFC 5321 4.1.1, RFC 3461 4)."""

from __future__ import annotations

from collections.abc import Sequence

from gatekeeper.mail.envelope import Envelope
from gatekeeper.relay.capabilities import Capabilities


def mail_command(envelope: Envelope, capabilities: Capabilities, *, eight_bit: bool, size_octets: int) -> bytes:
    """MAIL with those parameters that the next hop knows; the others are dropped (RFC 3461 6.1 for DSN)."""
    line = b"MAIL FROM:<" + envelope.sender.octets + b">"
    if capabilities.size:
        line += b" SIZE=%d" % size_octets
    if capabilities.eight_bit_mime and eight_bit:
        line += b" BODY=8BITMIME"
    if capabilities.smtputf8 and envelope.smtputf8:
        line += b" SMTPUTF8"
    if capabilities.dsn:
        if envelope.ret is not None:
            line += b" RET=" + envelope.ret
        if envelope.envid is not None:
            line += b" ENVID=" + envelope.envid
    return _one_line(line)


def rcpt_commands(envelope: Envelope, capabilities: Capabilities) -> list[bytes]:
    """One RCPT for each recipient, in order."""
    if not capabilities.dsn:
        return [_one_line(b"RCPT TO:<" + recipient.path.octets + b">") for recipient in envelope.recipients]
    commands = []
    for recipient in envelope.recipients:
        line = b"RCPT TO:<" + recipient.path.octets + b">"
        if recipient.notify is not None:
            line += b" NOTIFY=" + recipient.notify
        # An ORCPT in raw UTF-8 is for SMTPUTF8 sessions only (RFC 6533 3).
        if recipient.orcpt is not None and (recipient.orcpt.isascii() or capabilities.smtputf8):
            line += b" ORCPT=" + recipient.orcpt
        commands.append(_one_line(line))
    return commands


def needs_smtputf8(envelope: Envelope, content: Sequence[bytes]) -> bool:
    """Whether a next hop without SMTPUTF8 cannot take it: not ASCII are an address, or headers under SMTPUTF8.

    A client that asks for SMTPUTF8 without needing it is relayed as if it had not asked (RFC 6531 3.2).
    """
    if not envelope.sender.octets.isascii():
        return True
    if not all(recipient.path.octets.isascii() for recipient in envelope.recipients):
        return True
    return envelope.smtputf8 and not _header_is_ascii(content)


def _header_is_ascii(content: Sequence[bytes]) -> bool:
    """True when everything before the first empty line is ASCII. The first piece may be trace lines alone."""
    tail = b""
    for piece in content:
        header, empty_line, _ = (tail + piece).partition(b"\r\n\r\n")
        if not header.isascii():
            return False
        if empty_line:
            break
        tail = piece[-3:]
    return True


def _one_line(line: bytes) -> bytes:
    """The second lock behind the address parser: what came as one command goes out as one command."""
    if b"\r" in line or b"\n" in line or b"\0" in line:
        raise ValueError("control character in an envelope command")
    return line + b"\r\n"
