"""Signatures: DKIM and ARC verified here (RFC 6376, RFC 8301, RFC 8617), with what weak ones are worth: nothing."""

from __future__ import annotations

import re

from gatekeeper.learn.resolver import NoAnswer, TxtLookup
from gatekeeper.mail.address import canonical_domain, organisational_domain
from gatekeeper.mail.message import Message

MAX_SIGNATURES = 5
MAX_KEY_RECORD_OCTETS = 1_500
"""A 4,096-bit key needs 750; longer ones buy the sender nothing but our time."""
SMALLEST_KEY_BITS = 1_024
MAX_ARC_SETS = 10
"""RFC 8617 4.2.1 allows 50; each costs two key lookups."""

_INSTANCE = re.compile(r"[1-9][0-9]?")
"""RFC 8617 4.2.1: 1 to 50. Python's own idea of digits includes superscripts, which are no numbers to it."""
_TAG = re.compile(r"(?:^|;)\s*([a-z][a-z0-9_]{0,15})\s*=([^;]*)")


def tags_of(value: str) -> dict[str, str]:
    """The tag=value list of a signature or key record (RFC 6376 3.2), white space dropped, the first of a name."""
    tags: dict[str, str] = {}
    for name, text in _TAG.findall(value[:20_000]):
        tags.setdefault(name, "".join(text.split()))
    return tags


class _Keys:
    """The lookup that dkimpy is given: it remembers what dkimpy forgets to tell."""

    def __init__(self, lookup: TxtLookup) -> None:
        self._lookup = lookup
        self.unanswered = False
        self.weak = ""

    def __call__(self, name: bytes | str, timeout: float = 5) -> bytes | None:
        text = _in_a_labels(name.decode("utf-8", "replace") if isinstance(name, bytes) else name)
        if self.unanswered:
            # One silence is enough: the rest of a chain would take as long each.
            return None
        try:
            record = self._lookup(text)
        except NoAnswer:
            # dkimpy would call this a failed signature.
            self.unanswered = True
            return None
        if record is None or len(record) > MAX_KEY_RECORD_OCTETS:
            return None
        tags = tags_of(record.decode("latin-1"))
        flags = tags.get("t", "").split(":")
        if "y" in flags:
            self.weak = "its key is marked as a test (t=y)"
        if "s" in flags:
            self.weak = self.weak or "strict"
        if "h" in tags and "sha256" not in tags["h"].lower().split(":"):
            self.weak = "its key is for other algorithms"
        return record


def signed_by(message: Message, domain: str, lookup: TxtLookup) -> tuple[bool | None, str]:
    """Whether a DKIM signature aligned with `domain` holds (None: DNS did not say), and why.

    Aligned means the same organisational domain (RFC 7489 3.1.1). What authenticates nothing: a body length
    (l=: anybody may append), rsa-sha1, RSA keys under 1,024 bits, keys in test mode, a signature that leaves
    out From, or To where there is one: it could be replayed to people it was not meant for.
    """
    wanted = organisational_domain(domain)
    reasons: list[str] = []
    unanswered = False
    tried = 0
    for position, value in enumerate(message.all("dkim-signature")):
        tags = tags_of(value)
        signer = canonical_domain(tags.get("d", "").rstrip("."))
        if not signer or organisational_domain(signer) != wanted:
            continue
        tried += 1
        if tried > MAX_SIGNATURES:
            break
        if flaw := _flaw(tags, message):
            reasons.append(f"the signature of {signer} authenticates nothing: {flaw}")
            continue
        keys = _Keys(lookup)
        valid = _verified(message, position, keys)
        if keys.unanswered:
            unanswered = True
            reasons.append(f"DNS did not answer about the key of {signer}")
        elif not valid:
            reasons.append(f"the signature of {signer} does not hold")
        elif keys.weak == "strict" and canonical_domain(tags.get("i", signer).rpartition("@")[2]) != signer:
            reasons.append(f"the signature of {signer} is for a subdomain that its key excludes")
        elif keys.weak and keys.weak != "strict":
            reasons.append(f"the signature of {signer} authenticates nothing: {keys.weak}")
        else:
            return True, f"DKIM signature of {signer}, verified here"
    if not reasons:
        return False, f"no DKIM signature of {domain}"
    return (None if unanswered else False), reasons[0]


def _in_a_labels(name: str) -> str:
    """The name of a key record as DNS has it; a signer may be named in U-labels (RFC 8616 3)."""
    selector, separator, domain = name.partition("._domainkey.")
    return f"{selector}{separator}{canonical_domain(domain.rstrip('.'))}." if not name.isascii() else name


def _flaw(tags: dict[str, str], message: Message) -> str:
    signed = tags.get("h", "").lower().split(":")
    if "l" in tags:
        return "it covers only part of the body (l=)"
    if tags.get("a", "").lower() not in ("rsa-sha256", "ed25519-sha256"):
        return f"its algorithm is {tags.get('a', 'missing')[:20]}"
    if "from" not in signed:
        return "it leaves out From"
    if "to" not in signed and message.get("to") is not None:
        return "it leaves out To"
    return ""


def _verified(message: Message, position: int, keys: _Keys) -> bool:
    # Imported here, as below: it brings 4 MB along, and most sites' own MTA has verified what comes in.
    import dkim

    try:
        return bool(dkim.DKIM(message.content, minkey=SMALLEST_KEY_BITS).verify(idx=position, dnsfunc=keys))
    except Exception:  # dkimpy lets errors of ASN.1, base64 and integers through; hostile input is no fault of ours
        return False


def sealed_results(message: Message, sealers: frozenset[str], lookup: TxtLookup) -> tuple[list[str] | None, str]:
    """What trusted ARC sealers recorded as Authentication-Results, newest first (None: DNS did not say), and why.

    The chain must hold as a whole (RFC 8617 5.2); results are read from the newest set down as long as the
    seal is a trusted one's.
    """
    if not sealers or message.get("arc-seal") is None:
        return [], "no ARC seal of a trusted sealer"
    seals = {tags.get("i", ""): tags for tags in map(tags_of, message.all("arc-seal")[:50])}
    numbered = {int(instance): instance for instance in seals if _INSTANCE.fullmatch(instance)}
    highest = max(numbered, default=0)
    if len(numbered) < len(seals) or not 0 < highest <= MAX_ARC_SETS:
        return [], "an ARC chain that is broken or too long"
    if canonical_domain(seals[numbered[highest]].get("d", "")) not in sealers:
        return [], "no ARC seal of a trusted sealer"
    for tags in map(tags_of, (*message.all("arc-seal")[:50], *message.all("arc-message-signature")[:50])):
        if tags.get("a", "").lower() != "rsa-sha256" or "l" in tags:
            return [], "the ARC chain has a weak signature"
    import dkim

    keys = _Keys(lookup)
    try:
        outcome, sets, reason = dkim.ARC(message.content, minkey=SMALLEST_KEY_BITS).verify(dnsfunc=keys)
    except Exception:  # as above
        outcome, sets, reason = b"fail", [], "unreadable"
    if keys.unanswered:
        return None, "DNS did not answer about the key of an ARC seal"
    if outcome != b"pass" or (keys.weak and keys.weak != "strict"):
        return [], f"the ARC chain does not hold: {str(reason)[:80]}"
    found: list[str] = []
    for entry in sets:
        if canonical_domain(entry["as-domain"].decode("utf-8", "replace")) not in sealers:
            break
        found.append(re.sub(r"^\s*i\s*=\s*\d+\s*;", "", entry["aar-value"].decode("utf-8", "replace")).strip())
    return found, "ARC chain of a trusted sealer"
