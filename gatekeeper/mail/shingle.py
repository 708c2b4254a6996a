"""Shingles: a text reduced to what stays the same when it is sent to somebody else, in overlapping pieces.

The name after a greeting, digits, addresses, tracking tokens, signatures and legal notices change or repeat
without saying anything about the message; so do case, width, accents and letters that look alike.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import numpy.typing as npt
from xxhash import xxh3_64_intdigest

from gatekeeper.mail.letters import folded
from gatekeeper.mail.link import URL, link_of
from gatekeeper.mail.text import INVISIBLE

SHINGLE_WORDS: Final = 3
MAX_WORDS: Final = 4_000
"""Of a longer text the first two thirds and the last third of this are taken."""
MAX_CHARACTERS: Final = 20_000
MAX_KNOWN_WORDS: Final = 50_000
"""Some 8 MB of words and hashes."""
GREETING_CHARACTERS: Final = 400
"""A greeting stands near the beginning."""
MAX_SIGNATURE_WORDS: Final = 70
SIGNATURE_CHARACTERS: Final = 3_000
MAX_CLOSING_CHARACTERS: Final = 80
MIN_NOTICE_WORDS: Final = 12

_WORD = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
_ASCII_WORDS: Final = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
"""What ASCII text is translated by before it is split: a third of the time of looking for words."""
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_GREETING = re.compile(
    r"^[ \t*]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|guten (?:tag|morgen|abend)|"
    r"liebe[rs]?|sehr geehrte[rs]?|moin|servus|gruezi|bonjour|bonsoir|salut|chere?s?|hola|buen[oa]s (?:dias|"
    r"tardes|noches)|"
    r"estimad[oa]s?|querid[oa]s?|ciao|buongiorno|buonasera|salve|car[oaie]|gentil[ei]|egregi[oa]|spett\w*|ola|"
    r"oi|bom dia|"
    r"boa tarde|boa noite|prezad[oa]s?|car[oa]s|beste|geachte|dag|goedemorgen|goedemiddag|hoi|czesc|witaj|witam|"
    r"dzien dobry|"
    r"drog[aiy]\w*|szanown\w*|merhaba|selam|sayin|sevgili|degerli|iyi gunler|gunaydin|hej|kaere|kara|haluk|mr|"
    r"mrs|ms|herr|frau)"
    r"\b[^\n,!:;.?]{0,60}[,!:;.\u3001\uff0c-]*[ \t]*",
    re.MULTILINE,
)
_GREETING_OTHER: Final = tuple(
    folded(word)
    for word in (
        "здравствуйте", "добрый день", "добрый вечер", "доброе утро", "уважаем", "дорог", "привет", "приветствую",
        "您好", "你好", "尊敬的", "亲爱的", "親愛的", "안녕하세요", "お世話に", "こんにちは",
    )
)  # fmt: skip
_HONORIFIC = re.compile("^.{1,24}(?:様|さん|先生|女士|님|님께|귀하|御中|殿|さま)[、,，:：]?$")
_SIGNATURE = re.compile(r"^(?:-- |--|__+|—)[ \t]*$", re.MULTILINE)
_LIST_FOOTER = re.compile(r"^_{20,}\s*\n[^\n]{0,80}mailing list", re.MULTILINE | re.IGNORECASE)
_CLOSING = re.compile(
    r"^[ \t]*(?:(?:best|kind|warm|kindest|warmest)?[ ]?regards|best wishes|all the best|cheers|sincerely|"
    r"yours \w+|many thanks|"
    r"thanks(?: again)?|thank you|best|mit (?:freundlichen|besten|herzlichen|lieben) gru\w+|freundliche gru\w+|"
    r"(?:viele|beste|liebe|herzliche) gru\w+|"
    r"gru\w+|mfg|cordialement|bien cordialement|amicalement|sinceres salutations|saludos|un saludo|atentamente|"
    r"cordiales saludos|"
    r"cordiali saluti|distinti saluti|saluti|atenciosamente|abracos?|cumprimentos|met vriendelijke groet\w*|groet\w*|"
    r"pozdrawiam|z powazaniem|saygilarimla|iyi calismalar|sevgiler)[ \t,.!]*$",
    re.MULTILINE,
)  # fmt: skip
_NOTICE_WORDS: Final = (
    "confidential", "privileged", "intended recipient", "intended solely", "intended only", "vertraulich",
    "confidentiel", "confidencial", "riservat", "vertrouwelijk", "poufn", "gizlidir", "gizlilik",
    folded("конфиденциальн"), "機密", "保密", "기밀",
    "sent from my", "gesendet", "envoye depuis", "envoye de mon", "enviado desde", "enviado do", "get outlook for",
    "virus-free", "virus free", "checked by av",
)  # fmt: skip
"""Words, folded, of legal notices and of what devices add below every mail."""


def plain_words(text: str) -> list[str]:
    """The words of `text` that stay the same from recipient to recipient; one character each where words are
    not spaced. Linear in the text, of which at most MAX_CHARACTERS are read."""
    if len(text) > MAX_CHARACTERS:
        text = text[: MAX_CHARACTERS * 2 // 3] + "\n" + text[-MAX_CHARACTERS // 3 :]
    if not text.isascii():
        text = INVISIBLE.sub("", text)
    if "//" in text or "ww." in text or "WW." in text:
        text = URL.sub(_place, text)
    plain = _without_notices(_without_signature(folded(text)))
    plain = _GREETING.sub("", plain[:GREETING_CHARACTERS]) + plain[GREETING_CHARACTERS:]
    if not plain.isascii():
        plain = "\n".join(line for line in plain.split("\n") if not _greets(line))
    if "@" in plain:
        plain = _ADDRESS.sub(" ", plain)
    words = _without_numbers(plain.translate(_ASCII_WORDS).split() if plain.isascii() else _WORD.findall(plain))
    if len(words) > MAX_WORDS:
        words = words[: MAX_WORDS * 2 // 3] + words[-MAX_WORDS // 3 :]
    return words


class _Hashes(dict[str, int]):
    """The 64-bit hash of each word, kept: most words of a text have been seen in others."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MAX_KNOWN_WORDS:
            self.clear()
        value = self[word] = xxh3_64_intdigest(word.encode("utf-8", "surrogatepass"))
        return value


_HASHES: Final = _Hashes()


def shingles(words: list[str]) -> npt.NDArray[np.uint64]:
    """One 64-bit hash for each different run of SHINGLE_WORDS words, in order."""
    if len(words) < SHINGLE_WORDS:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.fromiter(map(_HASHES.__getitem__, words), dtype=np.uint64, count=len(words))
    mixed = hashes[:-2] * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed += hashes[1:-1]
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    mixed += hashes[2:]
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    mixed.sort()
    different = np.empty(len(mixed), dtype=np.bool_)
    different[0] = True
    np.not_equal(mixed[1:], mixed[:-1], out=different[1:])
    return mixed[different]


def _without_numbers(words: list[str]) -> list[str]:
    """The words with "0" for each run of those that are no plain words: amounts, dates, codes."""
    coded = {word for word in set(words) if not word.isalpha()}
    if not coded:
        return words
    kept: list[str] = []
    for word in words:
        if word not in coded:
            kept.append(word)
        elif not kept or kept[-1] != "0":
            kept.append("0")
    return kept


def _place(match: re.Match[str]) -> str:
    """A URL as words: host and path shape."""
    link = link_of(match.group())
    return f" {link.host.replace('.', ' ')} {link.shape.replace('/', ' ').replace('*', '0')} " if link else " "


def _without_signature(text: str) -> str:
    """`text` up to its signature: after the delimiter, or a closing that only a few short lines follow."""
    if "_" * 20 in text and (footer := _LIST_FOOTER.search(text)):
        text = text[: footer.start()]
    before = max(0, len(text) - SIGNATURE_CHARACTERS)
    if "--" in text or "__" in text or "—" in text:
        for match in _SIGNATURE.finditer(text, before):
            if _ends_soon(text, match.end()):
                text = text[: match.start()]
                break
    # From the end, line by line: a closing is a short line, and few words follow it.
    end, words, closing = len(text), 0, 0
    while end > before and words <= MAX_SIGNATURE_WORDS:
        start = text.rfind("\n", before, end) + 1
        line = text[start or before : end]
        if start and len(line) <= MAX_CLOSING_CHARACTERS and _CLOSING.match(line):
            closing = start
        words += len(line.split())
        end = start - 1
    return text[:closing] if closing else text


def _ends_soon(text: str, position: int) -> bool:
    return len(text[position:].split(None, MAX_SIGNATURE_WORDS + 1)) <= MAX_SIGNATURE_WORDS


def _without_notices(text: str) -> str:
    """`text` without legal notices and what devices add: a company puts the same under every note."""
    if not any(word in text for word in _NOTICE_WORDS):
        return text
    kept: list[str] = []
    for paragraph in re.split(r"\n[ \t>]*\n", text):
        if any(word in paragraph for word in _NOTICE_WORDS) and (kept or len(paragraph) < 400):
            words = len(paragraph.split())
            if words >= MIN_NOTICE_WORDS or paragraph.strip().startswith(
                ("sent from", "get outlook", "von mein", "env")
            ):
                continue
        kept.append(paragraph)
    return "\n\n".join(kept)


def _greets(line: str) -> bool:
    line = line.strip()
    return len(line) <= 60 and (line.startswith(_GREETING_OTHER) or _HONORIFIC.match(line) is not None)
