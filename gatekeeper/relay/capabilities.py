"""The capabilities of a next hop: what its EHLO offers (RFC 5321 4.1.1.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What the next hop can do. After HELO: nothing."""

    pipelining: bool = False
    size: bool = False
    max_size_octets: int = 0
    """0: no limit told (RFC 1870 4)."""
    eight_bit_mime: bool = False
    smtputf8: bool = False
    dsn: bool = False
    starttls: bool = False
    auth: frozenset[str] = frozenset()


NO_CAPABILITIES = Capabilities()


def capabilities_of(lines: Sequence[bytes]) -> Capabilities:
    """Read the lines of a 250 to EHLO or LHLO; the first is the greeting. Unknown keywords are passed over."""
    offers: dict[str, list[str]] = {}
    for line in lines[1:]:
        # "AUTH=LOGIN" is how servers before RFC 2554 wrote it; some still offer both spellings.
        keyword, *values = line.decode("ascii", "replace").upper().replace("AUTH=", "AUTH ", 1).split() or [""]
        offers.setdefault(keyword, []).extend(values)
    size = offers.get("SIZE", [])
    return Capabilities(
        pipelining="PIPELINING" in offers,
        size="SIZE" in offers,
        max_size_octets=int(size[0]) if size and size[0].isdecimal() and len(size[0]) <= 20 else 0,
        eight_bit_mime="8BITMIME" in offers,
        smtputf8="SMTPUTF8" in offers,
        dsn="DSN" in offers,
        starttls="STARTTLS" in offers,
        auth=frozenset(offers.get("AUTH", [])),
    )
