"""Wording: which of the known phrases a text has, whatever language it is in.

Phrases are words ("join my network"); a word with * at its end stands for all that begin like it, "..." for
up to three words. Languages that put no spaces between words have phrases of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from operator import itemgetter
from typing import Final

from gatekeeper.mail.letters import folded

MAX_CHARACTERS: Final = 12_000
"""Of a longer text the first two thirds and the last third of this are read: footers stand at the end."""
KEY_CHARACTERS: Final = 4
MAX_GAP_WORDS: Final = 3

_WORD = re.compile(r"\w+")
_ASCII_WORDS: Final = "".join(chr(code) if chr(code).isalnum() or code == ord("_") else " " for code in range(128))
"""What ASCII text is translated by before it is split: a third of the time of looking for words."""
_beginning = itemgetter(slice(0, KEY_CHARACTERS))
_PATTERN_WORD = re.compile(r"\w+\*?|\.\.\.")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Topic(StrEnum):
    """What a phrase speaks of."""

    INVITES = "invites"
    """Says outright that the reader is invited or asked to join."""
    INVITATION = "invitation"
    """The word, or what goes with it: RSVP, save the date, registration."""
    EVENT = "event"
    """Names an event: seminar, reception, webcast."""
    PLACE = "place"
    """The form of an announcement: When, Where, Location."""
    NETWORK = "network"
    """Connect, add as a friend, join a group on a platform."""
    UNSUBSCRIBE = "unsubscribe"
    BROWSER = "browser"
    """View this mail in the browser; add us to your address book."""
    NEWSLETTER = "newsletter"
    SALES = "sales"
    ANNOUNCEMENT = "announcement"
    """Speaks to everybody at once: dear customers, press release."""
    AWAY = "away"
    """An automatic answer: out of the office, received your request."""
    UNDELIVERED = "undelivered"
    NOTICE = "notice"
    """An account, order or ticket: what a machine tells about what the reader did."""
    ROBOT = "robot"
    """Says outright that a machine wrote it: do not reply."""


def phrases_in(text: str) -> tuple[str, ...]:
    """The phrases of a block of text, which stand between bars or on lines of their own."""
    return tuple(phrase for line in text.split("\n") for part in line.split("|") if (phrase := part.strip()))


_Phrase = tuple[str, Topic, str]
"""As it is looked for, its topic, as it was written."""


class Vocabulary:
    """Phrases by topic, looked up by the words they begin with.

    A text's words and beginnings of words are intersected with those of the phrases, which
    costs the same however many phrases there are; only what is left is looked at closely.
    """

    __slots__ = ("_beginnings", "_by_beginning", "_by_pair", "_by_word", "_first_words", "_unspaced")

    def __init__(self, phrases: Mapping[Topic, Iterable[str]]) -> None:
        self._by_word: dict[str, list[tuple[Topic, str]]] = {}
        self._by_pair: dict[str, list[tuple[str, list[_Phrase]]]] = {}
        self._by_beginning: dict[str, list[tuple[re.Pattern[str], Topic, str]]] = {}
        self._unspaced: list[_Phrase] = []
        pairs: dict[tuple[str, str], list[_Phrase]] = {}
        for topic, written in phrases.items():
            for phrase in written:
                self._add(topic, phrase, folded(phrase), pairs)
        for (first, second), found in sorted(pairs.items()):
            self._by_pair.setdefault(first, []).append((second, found))
        self._first_words = frozenset(self._by_word.keys() | self._by_pair.keys())
        self._beginnings = frozenset(self._by_beginning)

    def _add(self, topic: Topic, phrase: str, plain: str, pairs: dict[tuple[str, str], list[_Phrase]]) -> None:
        if _UNSPACED.search(plain):
            self._unspaced.append(("".join(plain.split()), topic, phrase))
            return
        words = _PATTERN_WORD.findall(plain)
        if "..." in words or "*" in plain:
            key = words[0].rstrip("*")[:KEY_CHARACTERS]
            pattern = (
                " " + " ".join(words).replace(" ...", rf"(?: \w+){{0,{MAX_GAP_WORDS}}}").replace("*", r"\w*") + " "
            )
            self._by_beginning.setdefault(key, []).append((re.compile(pattern), topic, phrase))
        elif len(words) == 1:
            self._by_word.setdefault(words[0], []).append((topic, phrase))
        else:
            pairs.setdefault((words[0], words[1]), []).append((f" {' '.join(words)} ", topic, phrase))

    def found(self, text: str) -> dict[Topic, tuple[str, ...]]:
        """The phrases that `text` has, by topic, each once; linear in the text."""
        if len(text) > MAX_CHARACTERS:
            text = text[: MAX_CHARACTERS * 2 // 3] + "\n" + text[-MAX_CHARACTERS // 3 :]
        plain = folded(text)
        hits: dict[Topic, list[str]] = {}
        words = plain.translate(_ASCII_WORDS).split() if plain.isascii() else _WORD.findall(plain)
        if not words:
            return {}
        different = set(words)
        joined = f" {' '.join(words)} "
        known = sorted(self._first_words & different)
        for word in known:
            for topic, phrase in self._by_word.get(word, ()):
                hits.setdefault(topic, []).append(phrase)
        # Both words of a pair must be there before it is worth looking whether they stand side by side.
        for first in known:
            for second, phrases in self._by_pair.get(first, ()):
                if second in different:
                    for wanted, topic, phrase in phrases:
                        if wanted in joined:
                            hits.setdefault(topic, []).append(phrase)
        for key in sorted(self._beginnings.intersection(map(_beginning, different))):
            for pattern, topic, phrase in self._by_beginning[key]:
                if pattern.search(joined):
                    hits.setdefault(topic, []).append(phrase)
        if not plain.isascii() and _UNSPACED.search(plain):
            letters = "".join(plain.split())
            for wanted, topic, phrase in self._unspaced:
                if wanted in letters:
                    hits.setdefault(topic, []).append(phrase)
        return {topic: tuple(dict.fromkeys(phrases)) for topic, phrases in hits.items()}
