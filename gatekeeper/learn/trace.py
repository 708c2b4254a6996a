"""The trace: which header fields of a received mail the site's own systems wrote (RFC 5321 4.4, RFC 8601 5).

A header is read from the top, the newest field first. Hops inside the site come first; the first hop from a
public address is the border. What stands above it was written by the site; what stands below, anybody may
have written. The name a client gave in HELO decides nothing: only addresses count, and one public address
among them is enough to call a hop the border.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz
from functools import lru_cache

from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.message import Message

MAX_HOPS = 50
MAX_FIELD_CHARACTERS = 2_000

_IPV4 = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])")
_IPV6 = re.compile(r"(?i)(?:ipv6:|[\[(])([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3})(?=[\])%])")
_BY = re.compile(r"(?:^|\s)by\s+([^\s;()]{1,255})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One Received field: who wrote it, whether the other side was inside the site, when (seconds UTC)."""

    by: str
    internal: bool
    at: float | None


@lru_cache(maxsize=1_024)
def _is_public(text: str) -> bool:
    try:
        return not (address := ipaddress.ip_address(text)).is_private and not address.is_link_local
    except ValueError:
        return False


def hop_of(value: str) -> Hop:
    """What one Received field says. A hop that names no address at all but has a "from" is not internal."""
    value = value[:MAX_FIELD_CHARACTERS]
    by = _BY.search(value)
    came_from = value[: by.start()] if by else value
    addresses = [*_IPV4.findall(came_from), *_IPV6.findall(came_from)]
    internal = not came_from.strip() if not addresses else not any(_is_public(address) for address in addresses)
    return Hop(by=by.group(1).lower() if by else "", internal=internal, at=_date(value))


def _date(value: str) -> float | None:
    try:
        parsed = parsedate_tz(value.rpartition(";")[2].strip()[:100])
        return float(mktime_tz(parsed)) if parsed else None
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def above_border(message: Message, settings: LearnSettings, name: str = "authentication-results") -> tuple[str, ...]:
    """The `name` fields that the site wrote: those above its border.

    There is no border when the first hop from a public address was not written by a host of the site: then
    nothing in the header is the site's word.
    """
    above: list[str] = []
    hops = 0
    for field, value in message.headers:
        if field == "received":
            hops += 1
            here = hop_of(value.decode("latin-1"))
            if not here.internal:
                return tuple(above) if settings.is_own_host(here.by) else ()
            if hops > MAX_HOPS:
                break
        elif field == name:
            above.append(value.decode("utf-8", "replace").strip())
    return ()


def received_times(message: Message, settings: LearnSettings) -> Iterator[float]:
    """The times at which hosts of the site, or hops inside it, took the message: newest first."""
    for value in message.all("received")[:MAX_HOPS]:
        hop = hop_of(value)
        if hop.at is not None and (hop.internal or settings.is_own_host(hop.by)):
            yield hop.at
        if not hop.internal:
            return
