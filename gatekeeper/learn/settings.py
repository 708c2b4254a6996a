"""Learn settings: what the site tells us about itself, as far as learning needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from gatekeeper.mail.address import domain_of, organisational_domain

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnSettings:
    """Domains are lower-case A-labels, addresses canonical.

    `authserv_ids` are the names under which the site's own border writes Authentication-Results (RFC 8601 2.5);
    `arc_sealers` the domains whose ARC seals are believed (RFC 8617 5.2). `unauthenticated_history` says what
    imported mail without proof is worth: "nothing", "known" or "full". `aliases` maps a further address of an
    account to its first. `owners` are the addresses whose archive is imported: all one person's when there are
    several.
    """

    local_domains: frozenset[str] = frozenset()
    authserv_ids: frozenset[str] = frozenset()
    arc_sealers: frozenset[str] = frozenset()
    unauthenticated_history: Literal["nothing", "known", "full"] = "known"
    aliases: Mapping[str, str] = field(default_factory=lambda: _NO_ALIASES)
    owners: tuple[str, ...] = ()

    def is_local(self, address: str) -> bool:
        """Whether the address belongs to the site: its domain, or a subdomain that is not another's."""
        return domain_of(address) in self.local_domains

    def account(self, address: str) -> str:
        """The account that an address of ours belongs to: itself unless it is an alias."""
        return self.aliases.get(address, address)

    def is_own_host(self, host: str) -> bool:
        """Whether a host that a Received field names is the site's: an authserv-id, or in the domain of one."""
        host = host.lower().rstrip(".")
        if not host or host in self.authserv_ids:
            return bool(host)
        own = {organisational_domain(name) for name in self.authserv_ids} | self.local_domains
        return "." in host and (organisational_domain(host) in own or any(host.endswith(f".{name}") for name in own))
