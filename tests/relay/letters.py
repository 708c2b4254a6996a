"""Envelopes and content for the relay's tests."""

from __future__ import annotations

from gatekeeper.mail.envelope import NULL_PATH, Envelope, Path, Recipient
from gatekeeper.relay import RelayOptions, TimeLimits

TRACE = b"Received: from client by gate.example; Mon, 23 Nov 2026 13:00:00 +0000\r\n"
NOTE = b"From: ann@home.example\r\nSubject: Sunday\r\n\r\nShall we meet at ten?\r\n.\r\n..two dots\r\nAnn\r\n"


def path(address: str | bytes) -> Path:
    octets = address if isinstance(address, bytes) else address.encode()
    return Path(octets=octets, address=octets.decode().lower())


def envelope(
    *recipients: str,
    sender: str = "ann@home.example",
    body: str = "7BIT",
    smtputf8: bool = False,
    ret: bytes | None = None,
    envid: bytes | None = None,
) -> Envelope:
    return Envelope(
        sender=path(sender) if sender else NULL_PATH,
        recipients=tuple(Recipient(path=path(recipient)) for recipient in recipients or ("bob@far.example",)),
        body=body,
        smtputf8=smtputf8,
        ret=ret,
        envid=envid,
    )


def options(**changes: object) -> RelayOptions:
    """Time-outs short enough for a test, wherever a test does not say otherwise."""
    limits = TimeLimits(delivery_seconds=0.8, reset_seconds=0.3, probe_seconds=0.5)
    return RelayOptions(**{"hostname": "gate.example", "limits": limits, **changes})  # type: ignore[arg-type]  # options by name


PATIENT = TimeLimits(delivery_seconds=20.0)
