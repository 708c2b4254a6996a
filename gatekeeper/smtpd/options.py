"""What a listener is told: where it listens, whom it trusts, what it offers, and its limits."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Networks = tuple[IPv4Network | IPv6Network, ...]


class Role(StrEnum):
    """What comes in: mail to be sent, copies of mail that was received, or questions of an MTA."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"
    POLICY = "policy"


class Protocol(StrEnum):
    """SMTP gives one reply to a message, LMTP one to each recipient (RFC 2033 4.2)."""

    SMTP = "smtp"
    LMTP = "lmtp"


class LineEndings(StrEnum):
    """What becomes of a CR or LF that stands alone in a body (RFC 5321 2.3.8)."""

    REFUSE = "refuse"
    NORMALISE = "normalise"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one client may take. Sizes in octets, times in seconds."""

    message_octets: int = 50 * 2**20
    recipients: int = 1000
    connections_per_address: int = 50
    """For strangers; peers that are trusted or may name the sender are counted in the total only."""
    commands: int = 100_000
    errors: int = 20
    junk_commands: int = 100
    """Commands other than MAIL, RCPT and DATA since the last message."""
    auth_attempts: int = 3
    idle_seconds: float = 300.0
    """RFC 5321 4.5.3.2.7: at least five minutes."""
    data_seconds: float = 180.0
    """Between two pieces of a body (RFC 5321 4.5.3.2.5)."""
    transaction_seconds: float = 1800.0
    """From MAIL to the end of the data."""
    cut_off_seconds: float = 10.0
    """How long a closed connection may take to read its last reply."""
    line_octets: int = 0
    """Longest line in a body; 0 for none. RFC 5321 4.5.3.1.6 says 998, and real mail does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenerOptions:
    """One listener. Raises ValueError for combinations that cannot work."""

    name: str
    address: str = "127.0.0.1:0"
    """"host:port", "[ipv6]:port"; not used where `socket` is given."""
    socket: socket.socket | None = None
    """A listening socket that somebody else opened (systemd)."""
    shared: bool = False
    """Other processes of this daemon listen there too (SO_REUSEPORT): the kernel deals the connections out."""
    hostname: str = "localhost"
    role: Role = Role.OUTBOUND
    protocol: Protocol = Protocol.SMTP
    trusted: Networks = ()
    """May relay without AUTH; to an inbound listener, may speak at all."""
    identity_from: Networks = ()
    """May say who the sender is: XCLIENT, XFORWARD, PROXY, MAIL AUTH=, the trusted header."""
    tls_context: ssl.SSLContext | None = None
    implicit_tls: bool = False
    users: str = ""
    """A password file, or "dovecot:PATH" for Dovecot's auth socket; "" offers no AUTH."""
    auth_without_tls: bool = False
    """Offer AUTH over a connection that anybody on the way can read."""
    trusted_header: bool = False
    """Believe "(Authenticated sender: NAME)" in the topmost Received of peers in `identity_from`."""
    proxy_protocol: bool = False
    eight_bit_mime: bool = True
    smtputf8: bool = True
    dsn: bool = True
    line_endings: LineEndings = LineEndings.REFUSE
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.implicit_tls and self.tls_context is None:
            raise ValueError("implicit TLS needs a certificate and a key")
        if self.proxy_protocol and self.implicit_tls:
            raise ValueError("the PROXY protocol comes before TLS: it cannot go with implicit TLS here")
        if self.proxy_protocol and not self.identity_from:
            raise ValueError("the PROXY protocol needs peers in identity_from")
        if self.users and self.tls_context is None and not self.auth_without_tls:
            raise ValueError("AUTH needs a certificate and a key, or auth_without_tls")
        if self.socket is None:
            host_and_port(self.address)


def networks(*texts: str) -> Networks:
    """`texts` as networks; a single address is a network of one. Raises ValueError."""
    return tuple(ip_network(text, strict=False) for text in texts)


def within(address: str, networks: Networks) -> bool:
    """Whether `address` lies in one of `networks`. IPv4 mapped into IPv6 counts as IPv4."""
    if not networks:
        return False
    parsed = _parsed(address)
    return parsed is not None and any(parsed.version == network.version and parsed in network for network in networks)


@lru_cache(maxsize=4096)
def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return parsed.ipv4_mapped or parsed if parsed.version == 6 else parsed


def host_and_port(address: str) -> tuple[str, int]:
    """`address` in its two halves. Raises ValueError."""
    host, colon, port = address.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise ValueError(f"{address!r} is not host:port")
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
    elif ":" in host:
        raise ValueError(f"{address!r}: write an IPv6 address in brackets")
    return host, int(port)
