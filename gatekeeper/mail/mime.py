"""The parts of a message: its MIME tree cut into leaves, under limits (RFC 2045, 2046, 2183, 2231).

The standard library's parser compares each line with each enclosing boundary and keeps every line as a
string: 5.3 MB took it 190 ms, and a tree 300 deep in 20 KB 94 ms. Here boundaries are found by searching, and
what lies beyond the limits stays one opaque part.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from email.utils import decode_params, unquote
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

from gatekeeper.mail.encoded import charset_text, decoded_text

MAX_DEPTH: Final = 8
MAX_PARTS: Final = 300
MAX_PART_HEADER_OCTETS: Final = 16_384
MAX_PARAMETERS: Final = 40
MAX_FIELD_OCTETS: Final = 4_096

_PART_FIELD = re.compile(
    rb"^(content-type|content-transfer-encoding|content-disposition|content-id)[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)",
    re.MULTILINE | re.IGNORECASE,
)
_PARAMETER = re.compile(r';[ \t]*([^\s;=:"]{1,80})[ \t]*=[ \t]*("(?:[^"\\]|\\.)*(?:"|\Z)|[^\s;"][^;]*)')
_CONTENT_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+*-]{1,100}")


class Part:
    """One leaf. `payload` is decoded when first asked for; `octets` are as they were sent."""

    __slots__ = (
        "_payload",
        "alternative",
        "charset",
        "content_id",
        "content_type",
        "disposition",
        "encoding",
        "filename",
        "octets",
        "parameters",
    )

    def __init__(
        self,
        octets: bytes,
        *,
        content_type: str,
        encoding: str,
        disposition: str,
        content_id: str = "",
        alternative: int = 0,
    ) -> None:
        self.octets = octets
        self.alternative = alternative
        """Leaves of one multipart/alternative share a number above 0: the reader sees one of them (RFC 2046 5.1.4)."""
        self.content_type, self.parameters = content_type_of(content_type)
        """Lower case, "text/plain" where the message says nothing usable (RFC 2045 5.2)."""
        self.charset = self.parameters.get("charset", "")
        self.encoding = encoding.partition(";")[0].strip().lower()
        kind, _, rest = disposition[:MAX_FIELD_OCTETS].partition(";")
        self.disposition = kind.strip().lower()
        """"inline", "attachment", or "" where nothing is said."""
        filename = _parameters(";" + rest).get("filename") if rest else None
        self.filename = decoded_text(filename or self.parameters.get("name", ""))[:255]
        self.content_id = content_id.strip().strip("<>")[:255]
        self._payload: bytes | None = None

    @property
    def payload(self) -> bytes:
        """The content with its transfer encoding undone, as far as it can be."""
        if self._payload is None:
            self._payload = _decoded(self.octets, self.encoding)
        return self._payload

    @property
    def text(self) -> str:
        """The payload as text."""
        return charset_text(self.payload, self.charset)

    @property
    def is_attachment(self) -> bool:
        """It is offered as a file: so disposed, or named and not text to be shown."""
        return self.disposition == "attachment" or bool(self.filename and not self.content_type.startswith("text/"))

    def __repr__(self) -> str:
        return f"Part({self.content_type}, {self.filename!r}, {len(self.octets)} octets)"


def parts_of(body: bytes, content_type: str, encoding: str, disposition: str) -> tuple[tuple[Part, ...], bool]:
    """The leaves below a message's body in order, and whether limits cut any of them off.

    A forwarded message (message/rfc822) is one leaf. At most MAX_PARTS leaves, MAX_DEPTH levels.
    """
    leaves: list[Part] = []
    cut = False
    alternatives = 0
    # The stack holds what is still to be read, last first: where it begins and ends in the body (cutting it out at
    # each level would copy it a dozen times), header values, depth, enclosing alternative.
    stack = [(0, len(body), content_type, encoding, disposition, "", 0, 0)]
    while stack:
        start, end, content_type, encoding, disposition, content_id, depth, alternative = stack.pop()
        if content_type[:10].lower() == "multipart/":
            multipart, parameters = content_type_of(content_type)
            boundary = parameters.get("boundary", "")
            children: list[tuple[int, int, str, str, str, str]] = []
            if depth >= MAX_DEPTH:
                cut = True
            elif 0 < len(boundary) <= 250:
                default = "message/rfc822" if multipart == "multipart/digest" else ""
                spans = _split(body, start, end, boundary, MAX_PARTS + 1 - len(leaves))
                children = [_headed(body, *span, default) for span in spans]
            if children:
                if multipart == "multipart/alternative":
                    alternatives += 1
                    alternative = alternatives
                stack += [(*child, depth + 1, alternative) for child in reversed(children)]
                continue
            # Nothing to take apart: people are shown the source, so it is text (RFC 2046 5.1.1 leaves it open).
            content_type = "text/plain"
        if len(leaves) >= MAX_PARTS:
            return tuple(leaves), True
        leaves.append(
            Part(
                body[start:end],
                content_type=content_type,
                encoding=encoding,
                disposition=disposition,
                content_id=content_id,
                alternative=alternative,
            )
        )
    return tuple(leaves), cut


def _split(octets: bytes, begin: int, end: int, boundary: str, limit: int) -> list[tuple[int, int]]:
    """Where the pieces between the boundary's delimiter lines begin and end, `limit` at most; preamble and epilogue
    left out. All of it within `begin` and `end`."""
    mark = b"--" + boundary.encode("latin-1", "replace")
    pieces: list[tuple[int, int]] = []
    position = begin if octets.startswith(mark, begin, end) else octets.find(b"\n" + mark, begin, end) + 1
    if position == 0 and not octets.startswith(mark, begin, end):
        return pieces
    start = -1
    tried = 0
    while len(pieces) < limit:
        tried += 1
        after = position + len(mark)
        line_end = octets.find(b"\n", after, min(end, after + 1_000))
        rest = octets[after : line_end if line_end >= 0 else min(end, after + 1_000)].strip()
        if rest in (b"", b"--"):
            if start >= 0:
                last = position - 1
                cut = last > start and octets[last - 1] == 13
                pieces.append((start, max(start, last - cut)))
            if rest == b"--" or line_end < 0:
                return pieces
            start = line_end + 1
        found = octets.find(b"\n" + mark, after - 1 if start < 0 else max(after, start) - 1, end)
        if found < 0 or tried > 20 * MAX_PARTS:
            break
        position = found + 1
    if start >= 0 and len(pieces) < limit:
        pieces.append((start, end))
    return pieces


def _headed(octets: bytes, begin: int, end: int, default_type: str) -> tuple[int, int, str, str, str, str]:
    """Where a part's octets begin and end without its header, then type, encoding, disposition and Content-ID."""
    if octets.startswith((b"\n", b"\r\n"), begin, end):
        return begin + (1 if octets[begin] == 10 else 2), end, default_type, "", "", ""
    limit = min(end, begin + MAX_PART_HEADER_OCTETS)
    bare = octets.find(b"\n\n", begin, limit)
    full = octets.find(b"\n\r\n", begin, limit)
    ends = [found for found in (bare, full) if found >= 0]
    header_end = min(ends) if ends else limit
    header = octets[begin:header_end].replace(b"\r", b"")
    fields: dict[bytes, str] = {}
    for name, value in _PART_FIELD.findall(header):
        fields.setdefault(name.lower(), value[:MAX_FIELD_OCTETS].replace(b"\n", b"").decode("latin-1").strip())
    return (
        header_end + (2 if header_end == bare else 3) if ends else end,
        end,
        fields.get(b"content-type", default_type),
        fields.get(b"content-transfer-encoding", ""),
        fields.get(b"content-disposition", ""),
        fields.get(b"content-id", ""),
    )


def content_type_of(value: str) -> tuple[str, Mapping[str, str]]:
    """A Content-Type field's type in lower case and its parameters; "text/plain" if unusable (RFC 2045 5.2)."""
    return _content_type(value[:MAX_FIELD_OCTETS])


@lru_cache(maxsize=256)
def _content_type(value: str) -> tuple[str, Mapping[str, str]]:
    """Read once for each different value: most mail says one of a few."""
    kind, semicolon, rest = value.partition(";")
    kind = "".join(kind.split()).lower()
    if not _CONTENT_TYPE.fullmatch(kind):
        kind = "text/plain"
    return kind, _parameters(semicolon + rest) if rest else {}


def _parameters(value: str) -> dict[str, str]:
    """Parameters by lower-case name, RFC 2231 pieces joined, MAX_PARAMETERS at most; the first of a name wins."""
    pairs: list[tuple[str, str]] = [("", "")]
    for match in _PARAMETER.finditer(value):
        pairs.append((match.group(1).lower(), match.group(2).strip()))
        if len(pairs) > MAX_PARAMETERS:
            break
    found: dict[str, str] = {}
    if not any("*" in name for name, _ in pairs):
        for name, raw in pairs[1:]:
            found.setdefault(name, unquote(raw))
        return found
    try:
        decoded = decode_params(pairs)
    except (ValueError, IndexError, TypeError):
        return found
    for name, plain in decoded[1:]:
        if isinstance(plain, tuple):
            charset, _, text = plain
            octets = unquote_to_bytes(text.encode("latin-1", "replace").strip(b'"'))
            found.setdefault(name, charset_text(octets, charset or ""))
        else:
            found.setdefault(name, unquote(plain))
    return found


def _decoded(octets: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        try:
            return binascii.a2b_base64(octets)
        except ValueError:
            return _lenient_base64(octets)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(octets)
    return octets


def _lenient_base64(octets: bytes) -> bytes:
    """What can be had from base64 with its end cut off or stray octets in it."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", octets)
    try:
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
    except ValueError:
        return b""
