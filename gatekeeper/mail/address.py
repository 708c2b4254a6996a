"""An address: the envelope path as octets (RFC 5321 4.1.2, RFC 6531 3.3), and the one form in which addresses compare.

Paths are read octet by octet by the grammar, never by a header parser: a header parser decodes RFC 2047
words, and what is judged must be what goes to the next hop.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import idna

from gatekeeper.mail.envelope import NULL_PATH, Path
from gatekeeper.mail.reply import Reply

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

MAX_LOCAL_PART_OCTETS = 256
"""RFC 5321 4.5.3.1.1 asks for at least 64; reply and bounce addresses that carry a token are longer in practice."""
MAX_DOMAIN_OCTETS = 255
MAX_CACHED_ADDRESSES = 8_192
"""Those of the senders of the moment, and of whom they write to: an address more is read anew in 4 us."""

# Dots stand where RFC 5321 4.1.2 allows none ("ann..b", "ann.") in addresses that mobile networks in Japan gave out,
# and Postfix takes them.
_DOT_STRING = rb"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\x80-\xff-]++"
_QUOTED = rb'"(?:[ !#-\[\]-~\x80-\xff]|\\[ -~])*+"'
# The underscore is no letter of RFC 5321's Domain, but hosts named with one send mail every day.
_LABEL = rb"[A-Za-z0-9_\x80-\xff](?:[A-Za-z0-9_\x80-\xff-]*[A-Za-z0-9_\x80-\xff])?"
_DOMAIN = _LABEL + rb"(?:\." + _LABEL + rb")*"
_ROUTE = rb"@" + _DOMAIN + rb"(?:,@" + _DOMAIN + rb")*:"
_PATH = re.compile(
    rb"<(?:" + _ROUTE + rb")?(?P<mailbox>(?P<local>" + _DOT_STRING + rb"|" + _QUOTED + rb")"
    rb"@(?P<domain>" + _DOMAIN + rb"|\[[0-9A-Za-z:.]{1,60}\]))>"
)
_PLAIN_ADDRESS = re.compile(r"[a-z0-9!#$%&'*/=?^_`{|}~.-]+@[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?", re.ASCII)
_PLAIN_DOMAIN = re.compile(r"(?!.*\.\.)[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?", re.ASCII)
_PLAIN_LOCAL_PART = re.compile(r"[^\x00-\x20\"(),:;<>@\[\\\]\x7f]+")

_IGNORES_DOTS_AND_TAGS = frozenset({"gmail.com", "googlemail.com", "proton.me", "protonmail.com", "pm.me"})
_IGNORES_TAGS = frozenset(
    {"outlook.com", "hotmail.com", "live.com", "msn.com"}
    | {"icloud.com", "me.com", "mac.com", "fastmail.com", "fastmail.fm"}
)
_FOLDING_DOMAINS = _IGNORES_DOTS_AND_TAGS | _IGNORES_TAGS
_SAME_MAILBOXES = {"googlemail.com": "gmail.com", "protonmail.com": "proton.me", "pm.me": "proton.me"}


class PathError(ValueError):
    """The octets are no path. `reply` is what the client is told (RFC 5321 4.1.2, RFC 6531 3.5)."""

    def __init__(self, reason: str, *, reply: Reply) -> None:
        super().__init__(reason)
        self.reply = reply


def parse_path(octets: bytes, *, smtputf8: bool = False, null_allowed: bool = False) -> Path:
    """The path that `octets`, brackets included, spell. Nothing may follow.

    `null_allowed` marks a reverse path, where "<>" is the null sender. Raises PathError.
    """
    path, rest = parse_path_and_rest(octets, smtputf8=smtputf8, null_allowed=null_allowed)
    if rest:
        raise _syntax_error("text after the path", null_allowed=null_allowed)
    return path


def parse_path_and_rest(octets: bytes, *, smtputf8: bool = False, null_allowed: bool = False) -> tuple[Path, bytes]:
    """The path at the start of `octets`, and what follows it after white space: the ESMTP parameters.

    A source route is dropped, as RFC 5321 4.1.1.3 and appendix F.2 ask. Raises PathError.
    """
    found = _PATH.match(octets)
    if found is None:
        return _unusual_path(octets, null_allowed=null_allowed)
    rest = octets[found.end() :]
    if rest and rest[0] != 0x20:
        raise _syntax_error("no space after the path", null_allowed=null_allowed)
    mailbox, local_part, domain = found.group("mailbox", "local", "domain")
    if len(local_part) > MAX_LOCAL_PART_OCTETS or len(domain) > MAX_DOMAIN_OCTETS:
        raise _syntax_error("path too long", null_allowed=null_allowed)
    if b"=?" in mailbox:
        # Legal atext, but the next header parser down the road would decode it into another address.
        raise _syntax_error("encoded word in a path (RFC 2047 5)", null_allowed=null_allowed)
    if not mailbox.isascii():
        text = _utf8_mailbox(mailbox, smtputf8=smtputf8, null_allowed=null_allowed)
    else:
        text = mailbox.decode("ascii")
    address = canonical(text)
    if not address:
        raise _syntax_error("unusable domain", null_allowed=null_allowed)
    return Path(octets=mailbox, address=address), rest.strip(b" ")


def _unusual_path(octets: bytes, *, null_allowed: bool) -> tuple[Path, bytes]:
    """The two paths without a domain: the null reverse path, and Postmaster (RFC 5321 4.1.1.3, 4.5.1)."""
    inside, bracket, rest = octets.partition(b">")
    if bracket and not (rest and rest[0] != 0x20):
        if null_allowed and inside == b"<":
            return NULL_PATH, rest.strip(b" ")
        if not null_allowed and inside.lower() == b"<postmaster":
            return Path(octets=inside[1:], address="postmaster"), rest.strip(b" ")
    raise _syntax_error("not a path", null_allowed=null_allowed)


def _utf8_mailbox(mailbox: bytes, *, smtputf8: bool, null_allowed: bool) -> str:
    if not smtputf8:
        raise PathError(
            "non-ASCII path without SMTPUTF8",
            reply=Reply.of(553, "5.6.7", "Addresses outside ASCII need the SMTPUTF8 parameter"),
        )
    try:
        text = mailbox.decode("utf-8")
    except UnicodeDecodeError:
        raise _syntax_error("not UTF-8", null_allowed=null_allowed) from None
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text if character > "\x7f"):
        raise _syntax_error("control character in a path", null_allowed=null_allowed)
    return text


def _syntax_error(reason: str, *, null_allowed: bool) -> PathError:
    if null_allowed:
        return PathError(reason, reply=Reply.of(501, "5.1.7", "Bad sender address syntax"))
    return PathError(reason, reply=Reply.of(501, "5.1.3", "Bad recipient address syntax"))


@lru_cache(maxsize=MAX_CACHED_ADDRESSES)
def canonical(address: str) -> str:
    """The form in which addresses compare; "" for what is no address.

    The domain is in lower-case A-labels (IDNA 2008), the local part NFC and casefolded, needless quotes
    are gone. Tags and dots fold only where the provider is known to ignore them: elsewhere they may
    well name somebody else.
    """
    lowered = address.lower()
    if _PLAIN_ADDRESS.fullmatch(lowered):
        domain = lowered.rpartition("@")[2]
        if domain not in _FOLDING_DOMAINS and ".." not in domain:
            return lowered if len(lowered) <= MAX_LOCAL_PART_OCTETS + MAX_DOMAIN_OCTETS else ""
    raw_local_part, at_sign, raw_domain = address.rpartition("@")
    if not at_sign:
        return ""
    local_part = _canonical_local_part(raw_local_part)
    domain = canonical_domain(raw_domain)
    if not local_part or not domain:
        return ""
    if domain in _FOLDING_DOMAINS:
        local_part = _folded(local_part, domain)
        domain = _SAME_MAILBOXES.get(domain, domain)
    return f"{local_part}@{domain}"


def _canonical_local_part(raw: str) -> str:
    if len(raw) >= 2 and raw[0] == raw[-1] == '"':
        inside = re.sub(r"\\(.)", r"\1", raw[1:-1], flags=re.DOTALL)
        plain = _PLAIN_LOCAL_PART.fullmatch(inside) is not None
        if not plain and any(character < " " or character == "\x7f" for character in inside):
            return ""
        text = inside if plain else '"' + re.sub(r'(["\\])', r"\\\1", inside) + '"'
    elif _PLAIN_LOCAL_PART.fullmatch(raw):
        text = raw
    else:
        return ""
    if len(text) > MAX_LOCAL_PART_OCTETS:
        return ""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def canonical_domain(raw: str) -> str:
    """A domain in lower-case A-labels, or an address literal in its shortest spelling; "" for neither."""
    if raw[:1] == "[" and raw[-1:] == "]":
        return _canonical_literal(raw[1:-1])
    if raw.isascii():
        lowered = raw.lower()
        return lowered if len(lowered) <= MAX_DOMAIN_OCTETS and _PLAIN_DOMAIN.fullmatch(lowered) else ""
    if len(raw) > MAX_DOMAIN_OCTETS:
        return ""
    try:
        encoded = idna.encode(raw, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError, ValueError, IndexError):
        return ""
    return encoded if _PLAIN_DOMAIN.fullmatch(encoded) else ""


def _canonical_literal(inside: str) -> str:
    try:
        if inside[:5].lower() == "ipv6:":
            return f"[ipv6:{ipaddress.IPv6Address(inside[5:])}]"
        return f"[{ipaddress.IPv4Address(inside)}]"
    except ValueError:
        return ""


def _folded(local_part: str, domain: str) -> str:
    mailbox = local_part.partition("+")[0]
    if domain in _IGNORES_DOTS_AND_TAGS:
        mailbox = mailbox.replace(".", "")
    return mailbox or local_part


def domain_of(address: str) -> str:
    """The domain of a canonical address; "" where it has none."""
    return address.rpartition("@")[2] if "@" in address else ""


@lru_cache(maxsize=16_384)
def organisational_domain(domain: str) -> str:
    """The domain that somebody registered: `a.b.example.co.uk` gives `example.co.uk`.

    Private suffixes count: two customers of one hosting domain are two organisations. A domain that is
    itself a public suffix, or an address literal, is returned as it is.
    """
    if not domain or domain.startswith("["):
        return domain
    return _suffixes().privatesuffix(domain) or domain


@cache
def _suffixes() -> PublicSuffixList:
    # Imported here because reading the list takes 60 ms that most commands never need.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
