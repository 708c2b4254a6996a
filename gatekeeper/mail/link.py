"""A link: where it leads (host and path shape), what is shown for it, and whether it carries a token."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from gatekeeper.values import value

MAX_URL_CHARACTERS: Final = 1_000

URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"'）】」』]{2,1000}", re.IGNORECASE)
_SCHEME, _USER, _REST = (
    r"(?:https?:)?(?://)?",
    r"(?:[^/?#@\s]{0,200}@)?",
    r"([^/?#:\s]{3,253})(?::\d{1,5})?([^?#]*)(?:\?([^#]*))?",
)
_PARTS = re.compile(_SCHEME + _REST, re.IGNORECASE)
_PARTS_WITH_USER = re.compile(_SCHEME + _USER + _REST, re.IGNORECASE)
_WORD_SEGMENT = re.compile(r"[^\W\d_]{1,24}(?:[-_.][^\W\d_]{1,24}){0,5}")
_TOKEN = re.compile(
    r"(?=[\w.~%=+-]{8,})(?:[\w.~%=+-]*\d[\w.~%=+-]*|[\w.~%=+-]{24,})|[0-9]{4,}|(?=\D*\d\D*\d)(?=\d*[a-z])\w{6,7}",
    re.IGNORECASE,
)
"""No word and no small number: drawn for one reader or one thing."""
_TRACKING: Final = re.compile(
    r"(?:utm_|mc_|_hs|mkt_|pk_|hsa_|ga_|__s|fbclid|gclid|trk|midtoken|eid\b|cid\b|ref\b|source\b)", re.IGNORECASE
)


@value
class Link:
    """One link. `shape` is the path with each segment that is no plain word as "*"; `exact` is host, path and
    those query values that do not only track; `text` is what is shown ("" for a bare address)."""

    host: str
    shape: str
    exact: str
    has_token: bool
    text: str = ""


@lru_cache(maxsize=2_048)
def link_of(url: str, text: str = "") -> Link | None:
    """The link behind an http(s) address; None for any other (mailto:, cid:, data:...)."""
    url = url.strip()[:MAX_URL_CHARACTERS].rstrip(".,;:!?)]}*'\"")
    if ":" in url[:12] and not url[:8].lower().startswith(("http://", "https://", "//")):
        return None
    match = (_PARTS_WITH_USER if "@" in url else _PARTS).match(url)
    if match is None or "." not in match[1]:
        return None
    host = match[1].lower().rstrip(".")
    path = (unquote(match[2]) if "%" in match[2] else match[2]).rstrip("/")
    query = match[3] or ""
    segments = path.split("/")[1:20]
    shape = "/".join(segment.lower() if _WORD_SEGMENT.fullmatch(segment) else "*" for segment in segments)
    pairs = query.replace("&amp;", "&").split("&")[:30] if query else []
    kept = sorted(pair for pair in pairs if "=" in pair and not _TRACKING.match(pair))
    return Link(
        host=host.removeprefix("www."),
        shape="/" + shape,
        exact=f"{host.removeprefix('www.')}{path}?{'&'.join(kept)}" if kept else host.removeprefix("www.") + path,
        has_token=any(_TOKEN.fullmatch(segment) for segment in segments)
        or any(_TOKEN.fullmatch(pair.partition("=")[2]) for pair in kept),
        text=text[:300],
    )
