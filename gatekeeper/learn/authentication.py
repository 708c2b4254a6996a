"""Authentication: who vouches that the author of an incoming mail is who From says (RFC 8601, 6376, 8617).

In this order: the results that the site's own border recorded; a DKIM signature verified here; what a trusted
ARC sealer recorded. The domain vouched for must be From's own as it stands there, or share its organisational
domain. A mail with several From addresses is nobody's evidence.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

import authres

from gatekeeper.learn.resolver import TxtLookup
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.learn.signature import sealed_results, signed_by
from gatekeeper.learn.trace import above_border
from gatekeeper.mail.address import canonical_domain, organisational_domain
from gatekeeper.mail.message import Message
from gatekeeper.policy.evidence import Proof

MAX_RESULTS_CHARACTERS = 8_192
_BEYOND_ASCII = re.compile(r"[\w.-]*[^\x00-\x7f][^\s;@=\"()<>]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """How far the author can be believed, and a sentence that says why."""

    proof: Proof
    why: str


def author_of(message: Message) -> str:
    """The one address in From, canonical; "" when there is none or more than one."""
    if len(message.all("from")) != 1:
        return ""
    addresses = message.addresses("from")
    return addresses[0] if len(addresses) == 1 else ""


def domain_of_author(message: Message) -> str:
    """The domain in From, in A-labels; "" when there is none or more than one.

    Not that of the canonical address: googlemail.com signs as googlemail.com, whatever we compare its mailboxes by.
    """
    domains = message.domains("from") if author_of(message) else ()
    return domains[0] if len(domains) == 1 else ""


def vouched_live(message: Message, settings: LearnSettings, lookup: TxtLookup, *, domain: str = "") -> Vouched:
    """Who vouches for a mail that just came in. Blocking: it may ask DNS and does arithmetic on keys.

    `domain` is whose word is wanted, the author's where it is not given: a mailing list speaks for itself.
    """
    recorded = vouched_by_border(message, settings, domain=domain)
    if recorded is not None:
        return recorded
    domain = domain or domain_of_author(message)
    signed, why = signed_by(message, domain, lookup)
    if signed:
        return Vouched(proof=Proof.AUTHENTICATED, why=why)
    sealed, sealed_why = sealed_results(message, settings.arc_sealers, lookup)
    for results in sealed or ():
        if found := _passed(results, domain):
            return Vouched(proof=Proof.AUTHENTICATED, why=f"{sealed_why}: {found}")
    if signed is None or sealed is None:
        return Vouched(proof=Proof.UNKNOWN, why=why if signed is None else sealed_why)
    return Vouched(proof=Proof.NONE, why=f"nothing authenticates {domain}: {why}")


def vouched_by_border(message: Message, settings: LearnSettings, *, domain: str = "") -> Vouched | None:
    """What can be said from the header alone; None when signatures have to be looked at. Never blocks.

    Results count under a trusted authserv-id and above the boundary Received field only: below it,
    anybody may have written them.
    """
    author = domain_of_author(message)
    if not author:
        return Vouched(proof=Proof.NONE, why="From has no or more than one address")
    found = _recorded(message, domain or author, settings)
    return Vouched(proof=Proof.AUTHENTICATED, why=found) if found else None


async def vouched(message: Message, settings: LearnSettings, lookup: TxtLookup) -> Vouched:
    """`vouched_live` for callers in an event loop: what may block runs in a thread."""
    recorded = vouched_by_border(message, settings)
    if recorded is not None:
        return recorded
    return await asyncio.to_thread(vouched_live, message, settings, lookup)


def vouched_history(message: Message, settings: LearnSettings) -> Vouched:
    """Who vouches for a mail in an archive: keys have rotated, so only what was recorded on delivery.

    Above the border, as for live mail: what stands below it came with the mail. Without a record the author is as
    claimed.
    """
    author = domain_of_author(message)
    if not author:
        return Vouched(proof=Proof.NONE, why="From has no or more than one address")
    if found := _recorded(message, author, settings):
        return Vouched(proof=Proof.AUTHENTICATED, why=f"recorded on delivery: {found}")
    return Vouched(proof=Proof.CLAIMED, why="an archive, without a record of authentication")


def _recorded(message: Message, domain: str, settings: LearnSettings) -> str:
    """The first pass for `domain` that the site's border has written down; "" for none."""
    if not settings.authserv_ids or message.get("authentication-results") is None:
        return ""
    passes = (_trusted_pass(value, domain, settings) for value in above_border(message, settings))
    return next(filter(None, passes), "")


def _trusted_pass(value: str, domain: str, settings: LearnSettings) -> str:
    server, _, _ = value.partition(";")
    name = server.split()[0].lower() if server.split() else ""
    if name not in settings.authserv_ids:
        return ""
    found = _passed(value, domain)
    return f"{found}, recorded by {name}" if found else ""


def _passed(value: str, domain: str) -> str:
    """The first aligned pass in an Authentication-Results value: "dmarc=pass"; "" for none (RFC 8601 2.2)."""
    # The parser knows ASCII only, and mail with SMTPUTF8 may name domains in U-labels (RFC 8601 2.2).
    value = _BEYOND_ASCII.sub(lambda found: canonical_domain(found[0]) or "_", value[:MAX_RESULTS_CHARACTERS])
    try:
        header = authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {value}")
    except Exception:  # authres raises more than it documents, and what cannot be read vouches for nothing
        return ""
    wanted = organisational_domain(domain)
    for result in header.results:
        if result.result.lower() != "pass":
            continue
        named = {f"{p.type}.{p.name}".lower(): (p.value or "").lower() for p in result.properties}
        match result.method.lower():
            case "dmarc":
                if _domain(named.get("header.from", domain)) == domain:
                    return "dmarc=pass"
            case "dkim":
                signer = _domain(named.get("header.d") or named.get("header.i", ""))
                if signer and organisational_domain(signer) == wanted and named.get("header.a") != "rsa-sha1":
                    return f"dkim=pass for {signer}"
            case "spf":
                sender = _domain(named.get("smtp.mailfrom") or named.get("smtp.mfrom", ""))
                if sender and organisational_domain(sender) == wanted:
                    return f"spf=pass for {sender}"
    return ""


def _domain(value: str) -> str:
    return canonical_domain(value.strip('<>" ').rpartition("@")[2].rstrip("."))
