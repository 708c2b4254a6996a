"""Key lookup: TXT records for DKIM and ARC, cached, with "no answer" told apart from "no record"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dns.resolver import Resolver

LIFETIME_SECONDS = 5.0
CACHED_NAMES = 20_000

TxtLookup = Callable[[str], bytes | None]
"""The TXT record of a name, None when there is none. Raises NoAnswer when DNS did not say. Blocking; any thread."""


class NoAnswer(Exception):
    """DNS gave neither a record nor the certainty that there is none: a time-out, a broken server."""


@cache
def _resolver() -> Resolver:
    # Imported here: most commands never resolve anything, and reading resolv.conf can fail.
    import dns.resolver

    resolver = dns.resolver.Resolver()
    resolver.cache = dns.resolver.LRUCache(CACHED_NAMES)
    resolver.lifetime = LIFETIME_SECONDS
    return resolver


def txt_record(name: str) -> bytes | None:
    """The TXT record of `name` from the system's resolvers, its strings joined (RFC 6376 3.6.2.2).

    Records stay cached as long as their time to live says, absence as RFC 2308 says. Raises NoAnswer.
    """
    import dns.exception
    import dns.resolver

    try:
        answer = _resolver().resolve(name, "TXT", search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return None
    except (dns.exception.DNSException, OSError, ValueError) as error:
        raise NoAnswer(f"{name}: {error}") from error
    for record in answer:
        return b"".join(record.strings)
    return None
