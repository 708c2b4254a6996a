"""Wording: which of the known phrases a text has, whatever language it is in.

Phrases are words ("join my network"); a word with * at its end stands for all that begin like it, "..." for
up to three words. Languages that put no spaces between words have phrases of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
_SUBJECT_END: Final = "\x1f"
"""Stands between the words of a subject and those of its text, so that no phrase spans both."""
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
    PRESS = "press"
    """A press release."""
    DRAFT = "draft"
    """Speaks of a text that is not finished."""
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


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found: `in_subject`, and the offsets among the text's words where it first and last stands
    (-1 for not at all)."""

    topic: Topic
    phrase: str
    in_subject: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The phrases of a subject and of a text that was given in pieces; `ends` are the offsets where those end."""

    hits: tuple[Hit, ...] = ()
    ends: tuple[int, ...] = ()

    def by_topic(self, *, subject: bool = False, pieces: int | None = None) -> dict[Topic, tuple[str, ...]]:
        """Phrases by topic: those of the subject, or those of the text's first `pieces` pieces (by default all)."""
        end = self.ends[-1 if pieces is None else min(pieces, len(self.ends)) - 1] if self.ends else 0
        found: dict[Topic, list[str]] = {}
        for hit in self.hits:
            if hit.in_subject if subject else 0 <= hit.first < end:
                found.setdefault(hit.topic, []).append(hit.phrase)
        return {topic: tuple(dict.fromkeys(phrases)) for topic, phrases in found.items()}

    def at_end(self, topic: Topic, words_characters: int) -> bool:
        """Whether a phrase of `topic` stands among the last so many characters of the text's words."""
        return bool(self.ends) and any(
            hit.topic is topic and hit.last >= self.ends[-1] - words_characters for hit in self.hits
        )


class Vocabulary:
    """Phrases by topic, looked up by the words they begin with.

    The words of subject and text are split once, and intersected with the first words of the phrases, which costs
    the same however many phrases there are; only what is left is looked at closely.
    """

    __slots__ = ("_beginnings", "_by_beginning", "_by_letter", "_by_pair", "_by_word", "_first_words", "_letters")

    def __init__(self, phrases: Mapping[Topic, Iterable[str]]) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_pair: dict[str, list[tuple[str, list[_Phrase]]]] = {}
        self._by_beginning: dict[str, list[tuple[frozenset[str], re.Pattern[str], Topic, str]]] = {}
        self._by_letter: dict[str, list[_Phrase]] = {}
        pairs: dict[tuple[str, str], list[_Phrase]] = {}
        for topic, written in phrases.items():
            for phrase in written:
                self._add(topic, phrase, folded(phrase), pairs)
        for (first, second), found in sorted(pairs.items()):
            self._by_pair.setdefault(first, []).append((second, found))
        self._first_words = frozenset(self._by_word.keys() | self._by_pair.keys())
        self._beginnings = frozenset(self._by_beginning)
        self._letters = frozenset(self._by_letter)

    def _add(self, topic: Topic, phrase: str, plain: str, pairs: dict[tuple[str, str], list[_Phrase]]) -> None:
        if _UNSPACED.search(plain):
            letters = "".join(plain.split())
            self._by_letter.setdefault(letters[0], []).append((letters, topic, phrase))
            return
        words = _PATTERN_WORD.findall(plain)
        if "..." in words or "*" in plain:
            key = words[0].rstrip("*")[:KEY_CHARACTERS]
            pattern = (
                " " + " ".join(words).replace(" ...", rf"(?: \w+){{0,{MAX_GAP_WORDS}}}").replace("*", r"\w*") + " "
            )
            whole = frozenset(word for word in words if word != "..." and "*" not in word)
            self._by_beginning.setdefault(key, []).append((whole, re.compile(pattern), topic, phrase))
        elif len(words) == 1:
            self._by_word.setdefault(words[0], []).append((f" {words[0]} ", topic, phrase))
        else:
            pairs.setdefault((words[0], words[1]), []).append((f" {' '.join(words)} ", topic, phrase))

    def heard(self, subject: str, pieces: Sequence[str]) -> Heard:
        """The phrases that `subject` and the text in `pieces` have; linear in their size.

        Of a last piece longer than MAX_CHARACTERS the first two thirds and the last third of this are read.
        """
        texts = [subject, *pieces]
        if len(texts[-1]) > MAX_CHARACTERS:
            texts[-1] = texts[-1][: MAX_CHARACTERS * 2 // 3] + "\n" + texts[-1][-MAX_CHARACTERS // 3 :]
        joined, bounds, different, unspaced = _words_of(texts)
        hits = list(self._found_in(joined, bounds[0], different))
        if unspaced is not None:
            letters, letter_bounds = unspaced
            scale = _Scale(letter_bounds, bounds)
            for letter in self._letters.intersection(letters):
                for wanted, topic, phrase in self._by_letter[letter]:
                    if (hit := _hit(letters, letter_bounds[0], wanted, topic, phrase)) is not None:
                        hits.append(scale.moved(hit))
        return Heard(tuple(hits), tuple(bounds[1:]))

    def found(self, text: str) -> dict[Topic, tuple[str, ...]]:
        """The phrases that `text` has, by topic, each once; linear in the text."""
        return self.heard("", (text,)).by_topic()

    def _found_in(self, joined: str, start: int, different: set[str]) -> Iterator[Hit]:
        known = sorted(self._first_words & different)
        for word in known:
            for wanted, topic, phrase in self._by_word.get(word, ()):
                if (hit := _hit(joined, start, wanted, topic, phrase)) is not None:
                    yield hit
        # Both words of a pair must be there before it is worth looking whether they stand side by side.
        for first in known:
            for second, phrases in self._by_pair.get(first, ()):
                if second in different:
                    for wanted, topic, phrase in phrases:
                        if (hit := _hit(joined, start, wanted, topic, phrase)) is not None:
                            yield hit
        for key in sorted(self._beginnings.intersection(map(_beginning, different))):
            for whole, pattern, topic, phrase in self._by_beginning[key]:
                if whole <= different and (match := pattern.search(joined)):
                    after = match if match.start() >= start - 1 else pattern.search(joined, start - 1)
                    first_at = after.start() if after else -1
                    yield Hit(topic, phrase, match.start() < start - 1, first_at, first_at)


def _hit(joined: str, start: int, wanted: str, topic: Topic, phrase: str) -> Hit | None:
    at = joined.find(wanted)
    if at < 0:
        return None
    if at >= start - 1:
        return Hit(topic, phrase, False, at, joined.rfind(wanted))
    last = joined.rfind(wanted)
    if last < start - 1:
        return Hit(topic, phrase, True, -1, -1)
    return Hit(topic, phrase, True, joined.find(wanted, start - 1), last)


def _words_of(texts: Sequence[str]) -> tuple[str, list[int], set[str], tuple[str, list[int]] | None]:
    """All words between single spaces with _SUBJECT_END after the first text's, the offset where each text's words
    end, the different words, and the same without spaces where some script has none."""
    joined = " "
    bounds: list[int] = []
    different: set[str] = set()
    letters = ""
    letter_bounds: list[int] = []
    plains = [folded(text) for text in texts]
    unspaced = any(not plain.isascii() and _UNSPACED.search(plain) for plain in plains)
    for number, plain in enumerate(plains):
        words = plain.translate(_ASCII_WORDS).split() if plain.isascii() else _WORD.findall(plain)
        different.update(words)
        if words:
            joined += " ".join(words) + " "
        if unspaced:
            letters += "".join(plain.split())
        if number == 0:
            joined += _SUBJECT_END + " "
            letters += _SUBJECT_END
        bounds.append(len(joined))
        letter_bounds.append(len(letters))
    return joined, bounds, different, (letters, letter_bounds) if unspaced else None


class _Scale:
    """Offsets in a text without spaces as offsets in the same text's words: into the same piece, and in order."""

    __slots__ = ("_from", "_to")

    def __init__(self, bounds: list[int], other: list[int]) -> None:
        self._from = bounds
        self._to = other

    def moved(self, hit: Hit) -> Hit:
        return Hit(hit.topic, hit.phrase, hit.in_subject, self._offset(hit.first), self._offset(hit.last))

    def _offset(self, offset: int) -> int:
        if offset < 0:
            return -1
        piece = next((n for n, end in enumerate(self._from) if offset < end), len(self._from) - 1)
        begin, end = (self._from[piece - 1] if piece else 0), self._from[piece]
        other_begin, other_end = (self._to[piece - 1] if piece else 0), self._to[piece]
        share = (offset - begin) / max(1, end - begin)
        return min(other_end - 1, other_begin + int(share * (other_end - other_begin)))
