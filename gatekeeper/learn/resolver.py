"""Key lookup: TXT records for DKIM and ARC, cached, with "no answer" told apart from "no record"."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from gatekeeper.mail.address import organisational_domain

if TYPE_CHECKING:
    from dns.resolver import Resolver

LIFETIME_SECONDS = 5.0
CACHED_NAMES = 20_000
SILENCE_SECONDS = 60.0
SILENT_DOMAINS = 3
MAX_SILENT_DOMAINS = 1_000

TxtLookup = Callable[[str], bytes | None]
"""The TXT record of a name, None when there is none. Raises NoAnswer when DNS did not say. Blocking; any thread."""


class NoAnswer(Exception):
    """DNS gave neither a record nor the certainty that there is none: a time-out, a broken server."""


class Silence:
    """Who did not answer of late, so that not every mail waits for him again.

    Eight threads that wait five seconds for each key verify 1.6 mails a second, and mail that passes through would
    wait for them. A domain whose servers are silent is not asked again for a minute; when SILENT_DOMAINS of them in
    a row said nothing, it is our own resolver that is silent, and nobody is asked.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[str, float] = {}
        self._in_a_row: set[str] = set()
        self._all_until = 0.0

    def covers(self, name: str) -> bool:
        """Whether `name` would not be answered now."""
        return self._clock() < max(self._all_until, self._until.get(organisational_domain(name), 0.0))

    def heard(self) -> None:
        """Somebody answered, be it that there is no such name."""
        self._in_a_row.clear()
        self._all_until = 0.0

    def unheard(self, name: str) -> None:
        """Nobody answered about `name`."""
        domain, until = organisational_domain(name), self._clock() + SILENCE_SECONDS
        if len(self._until) >= MAX_SILENT_DOMAINS:
            self._until.clear()
        self._until[domain] = until
        self._in_a_row.add(domain)
        if len(self._in_a_row) >= SILENT_DOMAINS:
            self._in_a_row.clear()
            self._all_until = until


_silence = Silence()


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

    Records stay cached as long as their time to live says, absence as RFC 2308 says. Raises NoAnswer, at once where
    nobody answered a moment ago.
    """
    import dns.exception
    import dns.resolver

    if _silence.covers(name):
        raise NoAnswer(f"{name}: DNS has been silent about it")
    try:
        answer = _resolver().resolve(name, "TXT", search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        _silence.heard()
        return None
    except dns.exception.Timeout as error:
        _silence.unheard(name)
        raise NoAnswer(f"{name}: {error}") from error
    except (dns.exception.DNSException, OSError, ValueError) as error:
        raise NoAnswer(f"{name}: {error}") from error
    _silence.heard()
    for record in answer:
        return b"".join(record.strings)
    return None
