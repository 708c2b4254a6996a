"""Letters: one form for what looks the same to a reader, so that texts can be compared and words found."""

from __future__ import annotations

import unicodedata
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
_FOLD: Final = {ord(other): latin for latin, others in _LOOKS_LIKE for other in others}
_MARKS: Final = {
    code: None for code in range(0x10000) if unicodedata.category(chr(code)) in ("Mn", "Me") and code < 0x3130
}


def folded(text: str) -> str:
    """`text` without case, accents, width and the difference of letters that look alike.

    For comparing only: Cyrillic and Greek words come out half Latin, the same on both sides.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_MARKS)
    # Korean comes apart into single letters under NFKD: NFKC puts its syllables together again.
    return unicodedata.normalize("NFKC", decomposed.translate(_FOLD))
