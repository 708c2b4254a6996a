"""A fingerprint: what makes two messages the same content, whoever they are sent to.

Near-duplicate visible text by MinHash over word shingles (A. Broder, "On the resemblance and containment of
documents", 1997); attached files, calendar UIDs and campaign headers as tokens; addresses that it links to.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from xxhash import xxh3_64_intdigest

from gatekeeper.mail.address import domain_of, organisational_domain
from gatekeeper.mail.calendar import calendar_of, is_calendar
from gatekeeper.mail.link import Link
from gatekeeper.mail.message import Message
from gatekeeper.mail.mime import Part
from gatekeeper.mail.shingle import plain_words, shingles
from gatekeeper.mail.text import Text, text_of
from gatekeeper.values import value

PERMUTATIONS: Final = 128
MIN_SHINGLES: Final = 20
"""Shorter texts are alike by chance: "Thanks, see you tomorrow" is no campaign."""
SAME_TEXT: Final = 0.5
"""The share of equal MinHash values from which two texts are the same content."""
LEAST_SHARED: Final = 0.25
"""So much of all their shingles two texts must share before one is looked for in the other."""
BANDS: Final = 42
ROWS: Final = 3
"""42 bands of 3 rows: two texts alike by 0.5 share a band with 99.6%, by 0.1 with 4%."""
MAX_ATTACHMENTS: Final = 20
MAX_LINKS: Final = 100
MIN_ATTACHMENT_OCTETS: Final = 100
MIN_PICTURE_OCTETS: Final = 1_000
MAX_DIGESTED_OCTETS: Final = 1 << 20
"""Of a larger file only its size and this much of its beginning are compared."""
SIGNATURE_SAMPLE: Final = 8
"""One in so many ordinary mails has its links read: enough to know a signature, at little cost."""
_BLOCK: Final = 512

_CAMPAIGN_FIELDS: Final = (
    "x-campaign",
    "x-campaignid",
    "x-campaign-id",
    "x-mailingid",
    "x-mailing-id",
    "x-mailjet-campaign",
    "x-mailin-campaign",
    "x-hubspot-campaign",
    "x-hs-cid",
    "x-job",
    "x-jobid",
    "x-bulkid",
    "x-newsletter-id",
    "x-ses-campaign",
    "x-rpcampaign",
)
_SHARED_HOSTS: Final = frozenset(
    {
        "google.com", "youtube.com", "youtu.be", "facebook.com", "instagram.com", "twitter.com", "x.com",
        "linkedin.com", "tiktok.com", "pinterest.com", "whatsapp.com", "t.me", "microsoft.com", "apple.com",
        "wikipedia.org", "github.com", "gitlab.com", "dropbox.com", "zoom.us", "office.com", "live.com",
        "sharepoint.com", "amazon.com", "w3.org", "goo.gl", "bit.ly", "aka.ms", "office365.com", "outlook.com",
        "vk.com", "weixin.qq.com", "naver.com", "kernel.org", "wetransfer.com", "adobe.com", "xing.com"
    }
)  # fmt: skip
"""Hosts where the address of a page says what it is, and the host alone says nothing."""
_NO_CONTENT: Final = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
        "application/pgp-encrypted",
        "application/ms-tnef",
        "text/vcard",
        "text/x-vcard",
        "message/delivery-status",
    }
)
"""Parts that go with every mail of a person, or say nothing of it."""

_generator = np.random.Generator(np.random.PCG64(0x6761_7465))
# 32 bits are enough to tell thousands of shingles apart, and processors multiply eight such values at once.
_MULTIPLY: Final = _generator.integers(1, 1 << 31, size=(PERMUTATIONS, 1), dtype=np.uint32) * np.uint32(2) + np.uint32(
    1
)
_ADD: Final = _generator.integers(0, 1 << 32, size=(PERMUTATIONS, 1), dtype=np.uint32)


@value
class Fingerprint:
    """`digest` is `content_digest`; `text` a MinHash of PERMUTATIONS little-endian 32-bit values, b"" under
    MIN_SHINGLES shingles; `tokens` and `links` are 63-bit hashes: one shared token is the same content."""

    digest: bytes
    text: bytes = b""
    tokens: frozenset[int] = frozenset()
    links: frozenset[int] = frozenset()


def fingerprint_of(message: Message) -> Fingerprint:
    """The fingerprint of `message`; linear in its size under the limits of `mail.text`, never raises."""
    text = text_of(message)
    return Fingerprint(
        digest=message.digest,
        text=minhash(shingles(plain_words(_content(text)))),
        tokens=frozenset(_tokens(message, text)),
        links=frozenset(_link_hashes(message, text)),
    )


def links_of(message: Message) -> frozenset[int]:
    """The links of the fingerprint alone: a fifth of its cost."""
    return frozenset(_link_hashes(message, text_of(message)))


def minhash(hashes: npt.NDArray[np.uint64]) -> bytes:
    """The MinHash of a set of 64-bit hashes; b"" for fewer than MIN_SHINGLES."""
    if len(hashes) < MIN_SHINGLES:
        return b""
    values = (hashes >> np.uint64(32)).astype(np.uint32)
    least = _least(values[:_BLOCK])
    for start in range(_BLOCK, len(values), _BLOCK):
        np.minimum(least, _least(values[start : start + _BLOCK]), out=least)
    signature: bytes = least.astype("<u4").tobytes()
    return signature


def _least(values: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The least value of each permutation. In place: what does not leave the processor's cache costs half as much."""
    permuted = _MULTIPLY * values
    permuted += _ADD
    least: npt.NDArray[np.uint32] = permuted.min(axis=1)
    return least


def similarity(a: bytes, b: bytes) -> float:
    """How much two MinHashes are one content, 0..1: the share of the smaller set that is in the larger one too, so that
    padding a text with another hides nothing; their similarity where they share less than LEAST_SHARED.

    Each value is the least of its set, so where `a` has the lesser one, the least of both is only in `a`.
    """
    if len(a) != PERMUTATIONS * 4 or len(b) != PERMUTATIONS * 4:
        return 0.0
    ours, theirs = np.frombuffer(a, dtype="<u4"), np.frombuffer(b, dtype="<u4")
    both = int(np.count_nonzero(ours == theirs))
    if both < LEAST_SHARED * PERMUTATIONS:
        return both / PERMUTATIONS
    only_ours = int(np.count_nonzero(ours < theirs))
    only_theirs = PERMUTATIONS - both - only_ours
    return both / (both + min(only_ours, only_theirs))


def bands(text: bytes) -> tuple[int, ...]:
    """A 63-bit key for each band of a MinHash: similar texts share at least one. () for b""."""
    width = ROWS * 4
    return tuple(
        xxh3_64_intdigest(text[band * width : (band + 1) * width], seed=band) >> 1 for band in range(BANDS) if text
    )


def _hash(name: str, value: str) -> int:
    return xxh3_64_intdigest(f"{name}:{value}".encode("utf-8", "surrogatepass")) >> 1


def _content(text: Text) -> str:
    """What counts as this message's text: its own, what it passes on, and attached text. An answer's quotation
    is the other's, unless there is next to nothing else: then it is what is being sent."""
    content = "\n\n".join(piece for piece in (text.own, text.forwarded, text.attached) if piece)
    return content if len(content) >= 40 or not text.quoted else f"{content}\n\n{text.quoted}"


def _tokens(message: Message, text: Text) -> set[int]:
    tokens: set[int] = set()
    only_pictures = len(text.own) < 40 and not text.forwarded
    for part in message.parts:
        if len(tokens) >= MAX_ATTACHMENTS:
            break
        if _is_content(part, only_pictures):
            octets = part.payload
            if len(octets) >= MIN_ATTACHMENT_OCTETS:
                tokens.add(_hash("file", f"{len(octets)}:{xxh3_64_intdigest(octets[:MAX_DIGESTED_OCTETS])}"))
    calendar = calendar_of(message)
    if calendar is not None:
        tokens |= {_hash("uid", uid) for uid in calendar.uids}
    list_id = message.get("list-id")
    if list_id:
        tokens.add(_hash("list", list_id.rpartition("<")[2].rstrip("> ").lower()))
    for name in _CAMPAIGN_FIELDS:
        if value := message.get(name):
            tokens.add(_hash(name, value[:200]))
    # Some providers put a Feedback-ID with nothing but the account on every mail of a person.
    feedback = (message.get("feedback-id") or "")[:300].split(":")
    if len(feedback) >= 3 and feedback[0].strip():
        tokens.add(_hash("feedback", f"{feedback[0].strip()}:{feedback[-1].strip()}"))
    return tokens


def _is_content(part: Part, only_pictures: bool) -> bool:
    if part.content_type in _NO_CONTENT or is_calendar(part) or part.filename[-4:].lower() == ".vcf":
        return False
    if part.content_type.startswith("image/"):
        # Pictures inside a text are logos more often than not; alone they are the message.
        shown_alone = only_pictures and len(part.octets) >= MIN_PICTURE_OCTETS
        return shown_alone or (part.disposition == "attachment" and not part.content_id)
    return part.is_attachment or part.content_type.startswith(("application/", "audio/", "video/"))


def _link_hashes(message: Message, text: Text) -> set[int]:
    hashes: set[int] = set()
    if not text.links:
        return hashes
    authors = message.addresses("from")
    own = organisational_domain(domain_of(authors[0])) if authors else ""
    for link in text.links[:MAX_LINKS]:
        hashes |= _one_link(link, own)
    return hashes


def _one_link(link: Link, own: str) -> set[int]:
    """Up to two hashes: the very page, and its shape where that is telling (tokens differ by recipient)."""
    home = link.shape == "/" and "?" not in link.exact
    shared = link.host in _SHARED_HOSTS or any(link.host.endswith("." + host) for host in _SHARED_HOSTS)
    if home and (shared or link.host == own or link.host.endswith("." + own)):
        return set()  # the home page in a signature, the icons of networks
    hashes = {_hash("page", link.exact)}
    if not shared and not home and "*" in link.shape and any(s not in ("*", "") for s in link.shape.split("/")):
        hashes.add(_hash("shape", link.host + link.shape))
    return hashes
