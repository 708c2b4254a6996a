"""The options of the next hop's client: pool, time-outs, TLS."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Tls(StrEnum):
    """When STARTTLS is used (RFC 3207). With smtps:// TLS is there from the start, whatever this says."""

    NEVER = "never"
    OFFERED = "offered"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimits:
    """How long each phase may take, in seconds: RFC 5321 4.5.3.2, under one roof.

    `delivery_seconds` bounds everything from the wait for a connection to the reply to the dot. Postfix's
    smtpd_proxy_filter gives up after 100 s: who answers later has delivered what Postfix sends again.
    """

    connect_seconds: float = 30.0
    greeting_seconds: float = 300.0
    command_seconds: float = 300.0
    """EHLO, STARTTLS, AUTH, MAIL, RCPT."""
    data_seconds: float = 120.0
    """From DATA to 354."""
    block_seconds: float = 180.0
    """Without the next hop reading anything of the content."""
    dot_seconds: float = 600.0
    """From the final dot to its reply."""
    delivery_seconds: float = 90.0
    reset_seconds: float = 5.0
    """A refused transaction is cleared with RSET; past this the connection is given up."""
    probe_seconds: float = 10.0
    down_seconds: float = 5.0
    """After a failed connection, whoever can keep the mail need not try another one for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayOptions:
    """How the next hop is spoken to. The defaults suit an MTA on the same machine."""

    hostname: str = "localhost"
    """Our name in EHLO and LHLO, and in Maildir file names."""
    max_connections: int = 20
    """Postfix allows 50 from one client (smtpd_client_connection_count_limit); loopback is exempt."""
    max_messages_per_connection: int = 1000
    idle_seconds: float = 30.0
    """Unused connections are closed after this. Postfix under stress closes idle ones after 10 s, else after 300 s."""
    tls: Tls = Tls.OFFERED
    verify_certificate: bool | None = None
    """None: with smtps://, where TLS is required and where a password is sent; not where TLS is opportunistic."""
    ca_file: str = ""
    """PEM file with the authorities to trust; "": those of the system."""
    password_without_tls: bool = False
    """Send the password over an unencrypted connection to another machine."""
    limits: TimeLimits = field(default_factory=TimeLimits)
