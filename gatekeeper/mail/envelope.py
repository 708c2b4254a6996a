"""An envelope: who sends, who shall get it, and what the client asked of SMTP (RFC 5321 2.3.1, RFC 3461)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One envelope path. `octets` is what stood between the brackets and is what goes on; `address` is
    the canonical form for comparing ("" for the null path)."""

    octets: bytes
    address: str

    @property
    def is_null(self) -> bool:
        return not self.octets

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


NULL_PATH = Path(octets=b"", address="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One RCPT. `notify` and `orcpt` are the DSN parameters as the client wrote them (RFC 3461 4.1, 4.2)."""

    path: Path
    notify: bytes | None = None
    orcpt: bytes | None = None

    @property
    def address(self) -> str:
        return self.path.address

    def asks_for(self, what: bytes) -> bool:
        """Whether NOTIFY names `what`: SUCCESS, FAILURE, DELAY or NEVER. False where the client gave none."""
        return self.notify is not None and what in self.notify.upper().split(b",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """MAIL and its RCPTs. `ret` and `envid` as written (RFC 3461 4.3, 4.4); `body` is "7BIT" or "8BITMIME"."""

    sender: Path
    recipients: tuple[Recipient, ...]
    body: str = "7BIT"
    smtputf8: bool = False
    ret: bytes | None = None
    envid: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is known of the client at the end of DATA.

    `login` is who authenticated (AUTH here, XCLIENT LOGIN, MAIL AUTH= or the trusted header; canonical
    form where it is an address, else as given), None where nobody did; `login_source` says which.
    `client_address` is the true client's (after XCLIENT, XFORWARD or PROXY from a peer that may say so);
    `client_is_person` is true when the peer itself submitted with AUTH: a mail program, not an MTA.
    """

    listener: str
    protocol: str = "ESMTP"
    """As `with` in Received: SMTP, ESMTP, ESMTPS, ESMTPSA, LMTP, UTF8SMTP... (RFC 5321 4.4, RFC 3848, RFC 6531)."""
    peer_address: str = ""
    client_address: str = ""
    client_name: str = ""
    helo: str = ""
    tls: str | None = None
    login: str | None = None
    login_source: str = ""
    client_is_person: bool = False
    client_address_is_known: bool = field(default=False)
    """False when an MTA in front did not say whose address it relays for: then it says nothing about the sender."""
