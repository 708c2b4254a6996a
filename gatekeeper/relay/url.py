"""The next hop's address: smtp, smtps, lmtp and maildir URLs, read and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from gatekeeper.errors import UsageError

DEFAULT_PORTS = {"smtp": 25, "smtps": 465, "lmtp": 24}
FORMS = "smtp://host:port, smtps://host:port, lmtp://host:port, lmtp:///path/to/socket or maildir:PATH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A next hop that speaks SMTP or LMTP. `socket_path` is "" where it is reached by TCP."""

    host: str = ""
    port: int = 0
    socket_path: str = ""
    lmtp: bool = False
    implicit_tls: bool = False
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """For the log, as Postfix writes it: host:port, without name and password."""
        if self.socket_path:
            return self.socket_path
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """On this machine: nothing in between can listen."""
        if self.socket_path or self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class MaildirFolder:
    """A next hop for trials: a folder in which each message becomes a file."""

    path: str


NextHop = Server | MaildirFolder


def next_hop_of(url: str) -> NextHop:
    """Read a next hop URL. Name and password are percent-encoded (RFC 3986 3.2.1).

    Raises UsageError; its sentence never repeats the password.
    """
    scheme, colon, rest = url.partition(":")
    scheme = scheme.lower()
    if colon and scheme == "maildir":
        path = unquote(rest.removeprefix("//"))
        if not path:
            raise UsageError("the next hop maildir: needs a path, as in maildir:var/delivered")
        return MaildirFolder(path=path)
    if not colon or scheme not in DEFAULT_PORTS:
        raise UsageError(f"the next hop must be one of {FORMS}; its scheme is {scheme!r}")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UsageError(f"the next hop's host or port cannot be read; it must be one of {FORMS}") from None
    if parts.query or parts.fragment:
        raise UsageError("the next hop URL must end after the port: no '?' or '#' (percent-encode them in a password)")
    if scheme == "lmtp" and not parts.netloc and parts.path.strip("/"):
        return Server(socket_path=unquote(parts.path), lmtp=True)
    return _tcp_server(scheme, parts, port)


def _tcp_server(scheme: str, parts: SplitResult, port: int | None) -> Server:
    if not parts.hostname:
        raise UsageError(f"the next hop URL names no host; it must be one of {FORMS}")
    if parts.path not in ("", "/"):
        raise UsageError("the next hop URL must end after the port")
    if port == 0:
        raise UsageError("the next hop's port must be 1 to 65535")
    user = unquote(parts.username or "")
    password = unquote(parts.password or "")
    if bool(user) != bool(password):
        raise UsageError("the next hop URL needs both a name and a password, or neither")
    if "\0" in user + password:
        raise UsageError("the next hop's name and password must not contain NUL")
    return Server(
        host=parts.hostname,
        port=port or DEFAULT_PORTS[scheme],
        lmtp=scheme == "lmtp",
        implicit_tls=scheme == "smtps",
        user=user,
        password=password,
    )
