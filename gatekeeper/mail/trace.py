"""Trace: the header lines that this gate puts on what passes, and how a loop shows itself (RFC 5321 4.4, 6.3)."""

from __future__ import annotations

from email.utils import formatdate
from functools import lru_cache

from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.message import Message

MOST_RECEIVED = 50
MOST_OWN_TRACES = 5


def received_line(session: Session, envelope: Envelope, hostname: str, id_: str, now: float) -> bytes:
    """The `Received:` and `Gatekeeper-Id:` lines, with CRLF.

    `for` is named only when there is a single recipient: several would tell each other of a Bcc (RFC 5321 7.2).
    """
    client = session.client_name if session.client_name and session.client_name != "unknown" else "unknown"
    address = session.client_address or "unknown"
    literal = f"IPv6:{address}" if ":" in address else address
    tls = f"\r\n\t(using {session.tls})" if session.tls else ""
    target = ""
    if len(envelope.recipients) == 1:
        target = f"\r\n\tfor <{envelope.recipients[0].path.octets.decode('utf-8', 'replace')}>"
    line = (
        f"Received: from {_atom(session.helo) or 'unknown'} ({_atom(client)} [{literal}]){tls}\r\n"
        f"\tby {hostname} (gatekeeper) with {session.protocol} id {id_}{target};\r\n"
        f"\t{_date(int(now))}\r\n"
        f"Gatekeeper-Id: {id_}\r\n"
    )
    return line.encode("utf-8" if envelope.smtputf8 else "ascii", "replace")


def is_looping(message: Message, hostname: str) -> bool:
    """More than 50 Received lines, or this gate's own five times."""
    lines = message.all("received")
    if len(lines) < MOST_OWN_TRACES:
        return False
    own = f"by {hostname} (gatekeeper)".casefold()
    return len(lines) > MOST_RECEIVED or sum(own in line.casefold() for line in lines) >= MOST_OWN_TRACES


@lru_cache(maxsize=4)
def _date(second: int) -> str:
    return formatdate(second, localtime=True)


@lru_cache(maxsize=1024)
def _atom(text: str) -> str:
    """What a client calls itself, made harmless for a header: printable, without blanks, brackets or comments."""
    return "".join(c for c in text if "!" <= c <= "~" and c not in '()<>[]\\"')[:255]
