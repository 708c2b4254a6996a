"""Letters: one form for what looks the same to a reader, so that texts can be compared and words found."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LOOKS_LIKE: Final = (
    # Latin letter, then Cyrillic, Greek, Armenian, small capital and other letters that are taken for it.
    ("a", "аɑαᴀ"),
    ("b", "вьʙβƀ"),
    ("c", "сϲᴄ"),
    ("d", "ԁɗᴅđ"),
    ("e", "еєεҽɛ"),
    ("f", "ƒſ"),
    ("g", "ɡց"),
    ("h", "һհн"),
    ("i", "іıιɩӏ"),
    ("j", "јϳ"),
    ("k", "кκĸᴋ"),
    ("l", "ⅼɫł"),
    ("m", "мᴍ"),
    ("n", "ոηɴп"),
    ("o", "оοσօøө"),
    ("p", "рρᴘ"),
    ("q", "ԛգ"),
    ("r", "гᴦʀ"),
    ("s", "ѕꜱ"),
    ("t", "тτᴛ"),
    ("u", "υսцᴜʋ"),
    ("v", "νѵᴠ"),
    ("w", "ԝωшᴡ"),
    ("x", "хχ"),
    ("y", "уүγʏ"),
    ("z", "ᴢ"),
)
_FOLD: Final[dict[int, str | None]] = {
    **{code: None for code in range(0x3130) if unicodedata.category(chr(code)) in ("Mn", "Me")},
    **{ord(other): latin for latin, others in _LOOKS_LIKE for other in others},
}
_OTHERS = re.compile("[^\x00-\x7f]+")
MAX_KEPT_CHARACTERS: Final = 16


def folded(text: str) -> str:
    """`text` without case, accents, width and the difference of letters that look alike.

    For comparing only: Cyrillic and Greek words come out half Latin, the same on both sides.
    """
    if text.isascii():
        return text.lower()
    # Between ASCII letters stand the same few accented ones and quotation marks, over and over.
    return _OTHERS.sub(_folded_run, text).lower()


def _folded_run(run: re.Match[str]) -> str:
    others = run.group()
    return _kept(others) if len(others) <= MAX_KEPT_CHARACTERS else _without_difference(others)


def _without_difference(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_FOLD)
    # Korean comes apart into single letters under NFKD: NFKC puts its syllables together again.
    return unicodedata.normalize("NFKC", plain)


_kept = lru_cache(maxsize=4_096)(_without_difference)
