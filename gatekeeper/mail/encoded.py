"""Encoded text: octets and RFC 2047 words to text, whatever character set they claim."""

from __future__ import annotations

import binascii
import codecs
import re
from functools import lru_cache
from typing import Final

_ENCODED_WORD = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z0-9-]{0,20})?\?([bBqQ])\?([^?\r\n]{0,4096})\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)[ \t\r\n]{1,200}(?==\?)")

_SLOW_OR_NO_CHARSETS: Final = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
"""Codecs of Python that are no character set of mail; the first two take quadratic time."""


@lru_cache(maxsize=256)
def _codec(charset: str) -> str:
    try:
        info = codecs.lookup(charset)
        b"a".decode(info.name)
    except (LookupError, ValueError, UnicodeError):
        return "utf-8"
    name = info.name.replace("-", "_")
    if name in _SLOW_OR_NO_CHARSETS:
        return "utf-8"
    # Mail that says ASCII or Latin-1 and holds more means what browsers take it for (WHATWG Encoding 4.2).
    if name in ("ascii", "iso8859_1"):
        return "cp1252"
    return "gb18030" if name in ("gb2312", "gbk") else info.name


def charset_text(octets: bytes, charset: str) -> str:
    """`octets` as text: valid UTF-8 where they are that, else in `charset`, "?"-marks for what does not fit."""
    if octets.isascii() and not (b"\x1b" in octets or b"+" in octets or b"~" in octets):
        return octets.decode("ascii")
    codec = _codec(charset.lower()[:40]) if charset else "utf-8"
    if codec in ("utf-8", "cp1252"):
        try:
            return octets.decode("utf-8")
        except UnicodeDecodeError:
            return octets.decode("utf-8" if charset and codec == "utf-8" else "cp1252", "replace")
    try:
        return octets.decode(codec, "replace")
    except (UnicodeError, ValueError, OverflowError):
        return octets.decode("latin-1")


def _word(match: re.Match[str]) -> str:
    charset, encoding, text = match.groups()
    octets = text.encode("utf-8", "surrogateescape")
    if encoding in "bB":
        try:
            octets = binascii.a2b_base64(octets + b"===")
        except ValueError:
            return match.group()
    else:
        octets = binascii.a2b_qp(octets, header=True)
    return charset_text(octets, charset)


def decoded_text(value: str) -> str:
    """`value` with its encoded words decoded (RFC 2047 6.2); linear in its length, never raises."""
    if "=?" not in value:
        return value
    return _ENCODED_WORD.sub(_word, _BETWEEN_WORDS.sub(r"\1", value))
