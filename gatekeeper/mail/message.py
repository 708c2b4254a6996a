"""A message: the octets a client sent after DATA, read no further than somebody asks (RFC 5322).

Reading costs a slice. The header section is split at the first question about a header, the MIME tree at
the first question about a part, and both stop at limits: what a stranger sends decides neither our time
nor our memory. Nothing here raises on bad input.
"""

from __future__ import annotations

import re
from collections.abc import KeysView
from email.utils import mktime_tz, parsedate_tz
from functools import lru_cache
from typing import Final

from xxhash import xxh3_64_intdigest, xxh3_128

from gatekeeper.mail.address import canonical, canonical_domain
from gatekeeper.mail.encoded import decoded_text
from gatekeeper.mail.mime import Part, parts_of

MAX_HEADER_OCTETS: Final = 1 << 20
"""A header section longer than this is cut here, and the message counts as unparsed."""
MAX_FIELDS: Final = 2_000
"""Header fields read. RFC 5321 6.3 thinks of 100 Received fields as a loop; no honest mail comes near."""
MAX_LINES: Final = 2 * MAX_FIELDS
MAX_ADDRESSES: Final = 1_000
"""Addresses taken from all fields of one name: beyond 50 nothing is computed from them."""
MAX_ADDRESS_OCTETS: Final = 1 << 16
MAX_CITED: Final = 20
MAX_TEXT_OCTETS: Final = 8_192
"""A header field for people to read is cut here."""

_FIELD_NAME = re.compile(r"[!-9;-~]{1,200}")
_TRACE: Final = frozenset(
    {"received", "return-path", "delivered-to", "x-original-to", "gatekeeper-id", "authentication-results"}
)
_TRACE_FIELD = re.compile(
    rf"^(?:{'|'.join(sorted(_TRACE))})[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*".encode(), re.MULTILINE | re.IGNORECASE
)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,998}>")
_ADDRESS_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|<[^<>]*>|[(),;:]|\\.|[^"<(),;:\\]+|.', re.DOTALL)
_PLAIN_ADDRESSES = re.compile(r"[^\"(;:\\]*\Z")


class Message:
    """One message as received. Values are computed when first asked for, and kept."""

    __slots__ = (
        "_addresses",
        "_by_name",
        "_digest",
        "_fields",
        "_key",
        "_message_id",
        "_parts",
        "_texts",
        "_unparsed",
        "content",
        "header_size",
        "memo",
    )

    content: bytes
    header_size: int
    """Octets of the header section, the empty line that ends it not included."""

    def __init__(self, content: bytes, header_size: int, *, unparsed: bool) -> None:
        self.content = content
        self.header_size = header_size
        self._unparsed = unparsed
        self._by_name: dict[str, list[str]] | None = None
        # Octets as characters of Latin-1: one decoding for the whole section.
        self._fields: list[tuple[str, str]] = []
        self._message_id: str | None = None
        self._key: int | None = None
        self._parts: tuple[tuple[Part, ...], bool] | None = None
        self._digest: bytes | None = None
        self._texts: dict[str, str] = {}
        self._addresses: dict[str, tuple[str, ...]] = {}
        self.memo: object = None
        """What `mail.text` read in the body, kept so that kind and fingerprint read it once."""

    @classmethod
    def read(cls, content: bytes) -> Message:
        """The message in `content`: finds where its header section ends (RFC 5322 2.1), nothing more.

        A section that does not end within MAX_HEADER_OCTETS is cut there and the message is `unparsed`.
        """
        if b"\n" not in content[:1_000] and b"\r" in content[:1_000]:
            content = content.replace(b"\r", b"\n")  # an old mailbox file: no SMTP client may send this
        if content[:2] == b"\r\n" or content[:1] == b"\n":
            return cls(content, 0, unparsed=True)
        end = content.find(b"\r\n\r\n", 0, MAX_HEADER_OCTETS)
        limit = end if end >= 0 else MAX_HEADER_OCTETS
        bare = content.find(b"\n\n", 0, limit)
        if bare >= 0:
            return cls(content, bare + 1, unparsed=False)
        if end >= 0:
            return cls(content, end + 2, unparsed=False)
        return cls(content, min(len(content), MAX_HEADER_OCTETS), unparsed=len(content) > MAX_HEADER_OCTETS)

    @property
    def body(self) -> bytes:
        """Everything after the empty line that ends the header section."""
        start = self.header_size
        if self.content[start : start + 2] == b"\r\n":
            start += 2
        elif self.content[start : start + 1] == b"\n":
            start += 1
        return self.content[start:]

    def _index(self) -> dict[str, list[str]]:
        """The fields by lower-case name, octets as characters; read once."""
        if self._by_name is None:
            index: dict[str, list[str]] = {}
            fields = self._fields
            for line in _unfolded_lines(self.content[: self.header_size]):
                raw_name, colon, value = line.partition(":")
                if colon and (name := _field_name(raw_name)):
                    fields.append((name, value))
                    if name in index:
                        index[name].append(value)
                    else:
                        index[name] = [value]
                    if len(fields) >= MAX_FIELDS:
                        self._unparsed = True
                        break
            self._by_name = index
            if not fields:
                self._unparsed = True
        return self._by_name

    @property
    def unparsed(self) -> bool:
        """True when the header section has no field at all or goes beyond our limits: judge the envelope."""
        self._index()
        return self._unparsed

    @property
    def headers(self) -> tuple[tuple[str, bytes], ...]:
        """(lower-case name, unfolded value) of each field in order, the first MAX_FIELDS of them."""
        self._index()
        return tuple((name, value.encode("latin-1")) for name, value in self._fields)

    @property
    def names(self) -> KeysView[str]:
        """The lower-case names of the fields that are there."""
        return self._index().keys()

    def get(self, name: str) -> str | None:
        """The first field of that lower-case name, unfolded, encoded words left as they are; None if absent."""
        values = (self._index() if self._by_name is None else self._by_name).get(name)
        return _octets_to_text(values[0]).strip() if values is not None else None

    def all(self, name: str) -> tuple[str, ...]:
        """Every field of that lower-case name, as `get` gives the first."""
        return tuple([_octets_to_text(value).strip() for value in self._index().get(name, ())])

    def text(self, name: str) -> str:
        """The first field of that lower-case name for people: encoded words decoded (RFC 2047); "" if absent."""
        text = self._texts.get(name)
        if text is None:
            values = self._index().get(name)
            text = decoded_text(_octets_to_text(values[0][:MAX_TEXT_OCTETS])).strip() if values else ""
            self._texts[name] = text
        return text

    @property
    def message_id(self) -> str:
        """The Message-ID with its brackets and without white space; "" if there is none (RFC 5322 3.6.4)."""
        if self._message_id is None:
            self._message_id = "".join((self.get("message-id") or "")[:998].split())
        return self._message_id

    @property
    def digest(self) -> bytes:
        """16 octets that are equal for the pieces of one message that an MTA split, however they travelled.

        Everything but the trace fields, which differ from piece to piece.
        """
        if self._digest is None:
            header = self.content[: self.header_size]
            if self.unparsed or not _TRACE.isdisjoint(self.names):
                header = _TRACE_FIELD.sub(b"", header)
            hasher = xxh3_128(header)
            hasher.update(memoryview(self.content)[self.header_size :])
            self._digest = hasher.digest()
        return self._digest

    @property
    def key(self) -> int:
        """`message_key` of the Message-ID, or of the digest where there is none."""
        if self._key is None:
            self._key = message_key(self.message_id or self.digest.hex())
        return self._key

    @property
    def cites(self) -> tuple[int, ...]:
        """Message keys of In-Reply-To and the last of References, 20 at most, each once (RFC 5322 3.6.4)."""
        if "in-reply-to" not in self.names and "references" not in self.names:
            return ()
        answered = _MESSAGE_ID.findall((self.get("in-reply-to") or "")[:4_096])[:MAX_CITED]
        thread = _MESSAGE_ID.findall((self.get("references") or "")[-MAX_CITED * 1_000 :])[-MAX_CITED:]
        return tuple(dict.fromkeys(message_key(cited) for cited in answered + thread[::-1]))[:MAX_CITED]

    def addresses(self, name: str) -> tuple[str, ...]:
        """Canonical addresses of all fields of that lower-case name, in order, each once, MAX_ADDRESSES at most.

        Group names, comments and what is no usable address are left out (RFC 5322 3.4).
        """
        known = self._addresses.get(name)
        if known is not None:
            return known
        found: dict[str, None] = {}
        room = MAX_ADDRESS_OCTETS
        for value in self._index().get(name, ()):
            for raw in _raw_addresses(_octets_to_text(value[:room]), MAX_ADDRESSES - len(found)):
                address = canonical(raw)
                if address:
                    found[address] = None
            room -= len(value)
            if room <= 0 or len(found) >= MAX_ADDRESSES:
                break
        self._addresses[name] = tuple(found)
        return self._addresses[name]

    def domains(self, name: str) -> tuple[str, ...]:
        """The domains of the addresses in the first field of that lower-case name, in A-labels, each once.

        As they stand there: `addresses` makes one of a provider's several names, and who vouches for one of them
        does not vouch for the others (RFC 7489 3.1).
        """
        found: dict[str, None] = {}
        for value in self._index().get(name, ())[:1]:
            for raw in _raw_addresses(_octets_to_text(value[:MAX_ADDRESS_OCTETS]), MAX_ADDRESSES):
                if canonical(raw):
                    found[canonical_domain(raw.rpartition("@")[2])] = None
        return tuple(found)

    @property
    def date(self) -> float | None:
        """The Date field in seconds since 1970 UTC; None if absent or not a date (RFC 5322 3.3)."""
        value = self.get("date")
        if not value:
            return None
        try:
            parsed = parsedate_tz(value[:200])
            return float(mktime_tz(parsed)) if parsed else None
        except (ValueError, OverflowError, IndexError, TypeError):
            return None

    def _read_parts(self) -> tuple[tuple[Part, ...], bool]:
        if self._parts is None:
            self._parts = parts_of(
                self.body,
                self.get("content-type") or "",
                self.get("content-transfer-encoding") or "",
                self.get("content-disposition") or "",
            )
        return self._parts

    @property
    def parts(self) -> tuple[Part, ...]:
        """The leaves of the MIME tree in order, under the limits of `mail.mime` (RFC 2045, 2046)."""
        return self._read_parts()[0]

    @property
    def parts_cut(self) -> bool:
        """True when the MIME tree went beyond our limits: `parts` is then not the whole of it."""
        return self._read_parts()[1]


def message_key(message_id: str) -> int:
    """63 bits of the XXH3 hash of a Message-ID, brackets and white space not counted."""
    return xxh3_64_intdigest(message_id.strip(" \t\r\n<>").encode("utf-8", "surrogateescape")) >> 1


def content_digest(content: bytes) -> bytes:
    """The digest of the message in `content`."""
    return Message.read(content).digest


def _unfolded_lines(header: bytes) -> list[str]:
    """The lines of a header section, octets as characters, folded ones joined (RFC 5322 2.2.3)."""
    if b"\r" in header:
        header = header.replace(b"\r", b"")
    unfolded = header.replace(b"\n ", b" ").replace(b"\n\t", b"\t").decode("latin-1")
    return unfolded.split("\n", MAX_LINES)[:MAX_LINES]


@lru_cache(maxsize=2_048)
def _field_name(raw: str) -> str:
    """The lower-case name, "" for what cannot be one (RFC 5322 2.2)."""
    name = raw.rstrip(" \t")
    return name.lower() if _FIELD_NAME.fullmatch(name) else ""


def _octets_to_text(octets: str) -> str:
    """The text that octets, as characters of Latin-1, spell: UTF-8 where they are that."""
    if octets.isascii():
        return octets
    try:
        return octets.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return octets


def _raw_addresses(value: str, limit: int) -> list[str]:
    """The address specifications in an address list, without brackets, `limit` at most."""
    if _PLAIN_ADDRESSES.match(value):
        return [
            entry[start + 1 :].partition(">")[0] if (start := entry.rfind("<")) >= 0 else entry.strip()
            for entry in value.split(",", limit)[:limit]
        ]
    found: list[str] = []
    bare: list[str] = []
    angle = ""
    depth = 0
    for match in _ADDRESS_TOKEN.finditer(value):
        token = match.group()
        if token == "(":
            depth += 1
        elif depth:
            depth -= token == ")"
        elif token[0] == "<" and len(token) > 1:
            angle = token[1:-1].strip()
        elif token in (",", ";"):
            if candidate := angle or "".join(bare).strip():
                found.append(candidate)
                if len(found) >= limit:
                    return found
            bare, angle = [], ""
        elif token == ":":
            bare = []
        else:
            bare.append(token)
    if candidate := angle or "".join(bare).strip():
        found.append(candidate)
    return found
