"""A place: where something listens or is reached, as a configuration file spells it.

Every function here raises ValueError with one sentence that says what would be right.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import zoneinfo
from dataclasses import dataclass
from urllib.parse import urlsplit

from gatekeeper.mail.address import canonical

MAX_PUBLIC_URL_OCTETS = 48
"""A reply's link is at most 80 characters, and the token after /why/ needs its share."""

_HOST = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A TCP address to listen on. Port 0 is any free one."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def endpoint(text: str) -> Endpoint:
    """The place that "HOST:PORT" or "[IPV6]:PORT" names."""
    wanted = f'must be "HOST:PORT" or "[IPV6]:PORT", not "{text}"'
    host, colon, port = text.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit():
        raise ValueError(wanted)
    if int(port) > 65_535:
        raise ValueError(f"has port {port}; the highest is 65535")
    if host.startswith("[") and host.endswith("]"):
        host = host[1:-1]
        _require_address(host, wanted)
    elif ":" in host or not _HOST.fullmatch(host):
        raise ValueError(wanted)
    elif re.fullmatch(r"[0-9.]+", host):
        _require_address(host, wanted)
    return Endpoint(host=host, port=int(port))


def _require_address(host: str, wanted: str) -> None:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        raise ValueError(wanted) from None


def network(text: str) -> str:
    """`text` as a network in its usual form: "10.0.0.0/8", "::1/128"."""
    try:
        return str(ipaddress.ip_network(text, strict=False))
    except ValueError:
        raise ValueError(f'must be networks such as "10.0.0.0/8" or "::1", not "{text}"') from None


def domain(text: str) -> str:
    """`text` as a canonical domain (IDNA 2008 A-labels in lower case)."""
    found = canonical(f"postmaster@{text}").rpartition("@")[2] if "@" not in text else ""
    if not found:
        raise ValueError(f'must be domains such as "example.org", not "{text}"')
    return found


def address(text: str) -> str:
    """`text` as a canonical mail address."""
    found = canonical(text)
    if not found:
        raise ValueError(f'must be an address such as "ann@example.org", not "{text}"')
    return found


def public_url(text: str) -> str:
    """`text` without a closing slash; short enough to stand in a reply."""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f'must be a URL such as "https://gate.example.org", not "{text}"')
    if not text.isascii() or re.search(r"[\s\x00-\x1f]", text):
        raise ValueError("must be ASCII without spaces: it stands in SMTP replies")
    if len(text) > MAX_PUBLIC_URL_OCTETS:
        raise ValueError(f"has {len(text)} characters; at most {MAX_PUBLIC_URL_OCTETS} fit into an SMTP reply")
    return text.rstrip("/")


def own_file(text: str) -> str:
    """`text` when it is a path, not somebody else's server: every mailbox would be an admin's."""
    if text.startswith("dovecot:"):
        raise ValueError("must be a password file; Dovecot knows who has a mailbox, not who is an admin")
    return text


def host_name(text: str) -> str:
    """`text` when it can stand in an EHLO (RFC 5321 4.1.1.1)."""
    if not _HOST.fullmatch(text) or len(text) > 255:
        raise ValueError(f'must be a host name such as "gate.example.org", not "{text}"')
    return text


def mail_address(text: str) -> str:
    """`text` when mail can be sent to it."""
    local_part, _, name = text.rpartition("@")
    usable = text.isascii() and text.isprintable() and not any(letter in " <>" for letter in text)
    if not usable or not local_part or not _HOST.fullmatch(name):
        raise ValueError(f'must be a mail address such as "postmaster@example.org", not "{text}"')
    return text


def own_host_name() -> str:
    """What this machine calls itself, without asking DNS."""
    name = socket.gethostname()
    return name if _HOST.fullmatch(name) else "localhost"


def time_zone(text: str) -> str:
    """`text` when it names a time zone."""
    try:
        zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f'must be a time zone such as "Europe/Paris", not "{text}"') from None
    return text


def database(text: str) -> str:
    """`text` when it is a database URL that the store can open."""
    scheme, separator, rest = text.partition("://")
    if scheme == "sqlite" and separator and rest.startswith("/") and rest.strip("/"):
        return text
    if scheme == "postgresql" and separator and rest.strip("/"):
        return text
    wanted = '"sqlite:///PATH" (four slashes for an absolute path) or "postgresql://HOST/NAME"'
    raise ValueError(f'must be {wanted}, not "{_without_secret(text)}"')


def _without_secret(url: str) -> str:
    return re.sub(r"//[^/@]*@", "//...@", url)
