"""Wording: which of the known phrases a text has, whatever language it is in.

Phrases are words ("join my network"); a word with * at its end stands for all that begin like it, "..." for
up to six words. Languages that put no spaces between words have phrases of letters.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from gatekeeper.kinds.topic import Topic
from gatekeeper.mail.letters import folded

MAX_CHARACTERS: Final = 12_000
"""Of a longer text the first two thirds and the last third of this are read: footers stand at the end."""
MAX_STEM_CHARACTERS: Final = 20
"""No stem is longer."""
MAX_KNOWN_WORDS: Final = 50_000
"""Words of which it is kept what they may begin."""
MAX_GAP_WORDS: Final = 6
UNSPACED_SAYS: Final = 2
"""How much more a character says where no spaces stand."""

_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"[^\x00-\x7f\w]+")
"""Dashes and quotation marks as printers set them: without them most texts are ASCII once they are folded."""
_ASCII_WORDS: Final = "".join(
    chr(code).lower() if chr(code).isalnum() or code == ord("_") else " " for code in range(128)
)
"""What ASCII text is translated by before it is split: folded, and a third of the time of looking for words."""
_SUBJECT_END: Final = "\x1f"
"""Stands between the words of a subject and those of its text, so that no phrase spans both."""
_PATTERN_WORD = re.compile(r"\w+\*?|\.\.\.")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def says_much(phrase: str) -> bool:
    """Whether a phrase has several words; "transaction" or "ticket" alone is anybody's word."""
    return " " in phrase or not phrase.isascii()


@lru_cache(maxsize=8_192)
def weight_of(phrase: str) -> float:
    """What a phrase says that many have reasons to use: one of several words 1, a single word half of that."""
    return 1.0 if " " in phrase or (len(phrase) > 3 and _UNSPACED.search(phrase)) else 0.5


def phrases_in(text: str) -> tuple[str, ...]:
    """The phrases of a block of text, which stand between bars or on lines of their own."""
    return tuple(phrase for line in text.split("\n") for part in line.split("|") if (phrase := part.strip()))


_Sought = tuple[str, Topic, str]
"""What is looked for, its topic, as it was written."""
_Phrase = tuple[str, str, Topic, str]
"""Another word that must be there before it is worth looking, its words as they are looked for, its topic, as it was
written. There are over ten thousand: a set of all its words made each of them three times as large."""
_Pattern = tuple[frozenset[str], str, re.Pattern[str], Topic, str]
"""The words that must all be there before it is worth looking, what it begins with, what is looked for, its topic, as
it was written."""

Phrases = dict[Topic, tuple[str, ...]]


class Hit(NamedTuple):
    """A phrase that was found: `in_subject`, and the offsets among the text's words where it first and last stands
    (-1 for not at all). A plain tuple: a dataclass costs four times as much, and there are dozens in a text."""

    topic: Topic
    phrase: str
    in_subject: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The phrases of a subject and of a text that was given in pieces; `ends` are the offsets where those end, and
    `start` that where the first begins."""

    hits: tuple[Hit, ...] = ()
    ends: tuple[int, ...] = ()
    start: int = 0

    def in_subject(self) -> Phrases:
        """The phrases of the subject by topic, each once."""
        return _by_topic([hit for hit in self.hits if hit.in_subject])

    def in_text(self, pieces: int | None = None) -> Phrases:
        """The phrases that stand in the text's first `pieces` pieces (by default all) by topic, each once."""
        end = self.ends[-1 if pieces is None else min(pieces, len(self.ends)) - 1] if self.ends else 0
        return _by_topic([hit for hit in self.hits if 0 <= hit.first < end])

    def side_by_side(self, one: Topic, other: Topic, words_characters: int) -> tuple[str, ...]:
        """A phrase of each topic in the subject, or in the text's first piece no further apart than this; () for
        none."""
        one_hits = [hit for hit in self.hits if hit.topic is one]
        other_hits = [hit for hit in self.hits if hit.topic is other] if one_hits else []
        if not other_hits:
            return ()
        titled = [next((hit.phrase for hit in some if hit.in_subject), "") for some in (one_hits, other_hits)]
        if all(titled) and titled[0] != titled[1]:
            return titled[0], titled[1]
        end = self.ends[0] if self.ends else 0
        first = [hit for hit in one_hits if 0 <= hit.first < end]
        second = [hit for hit in other_hits if 0 <= hit.first < end]
        for hit in first:
            for near in second:
                if hit.first == near.first:
                    continue  # one word, which both topics know: "signature"
                reach = words_characters // UNSPACED_SAYS if _UNSPACED.search(hit.phrase) else words_characters
                if any(abs(a - b) <= reach for a in (hit.first, hit.last) for b in (near.first, near.last)):
                    return hit.phrase, near.phrase
        return ()

    def at_start(self, topic: Topic, words_characters: int) -> tuple[str, ...]:
        """The phrases of `topic` that stand among the first so many characters of the text's words."""
        found = (hit for hit in self.hits if hit.topic is topic and 0 <= hit.first - self.start < words_characters)
        return tuple(hit.phrase for hit in found)

    def at_end(self, topic: Topic, words_characters: int) -> bool:
        """Whether a phrase of `topic` stands among the last so many characters of the text's words."""
        return bool(self.ends) and any(
            hit.topic is topic and hit.last >= self.ends[-1] - words_characters for hit in self.hits
        )


def _by_topic(hits: list[Hit]) -> Phrases:
    if not hits:
        return {}
    found: dict[Topic, dict[str, None]] = {}
    for hit in hits:
        found.setdefault(hit.topic, {})[hit.phrase] = None
    return {topic: tuple(phrases) for topic, phrases in found.items()}


NOTHING_HEARD: Final = Heard()


class _Lead(NamedTuple):
    """What a word may be part of: phrases, stems, and patterns."""

    phrases: Sequence[_Phrase]
    stems: Sequence[_Sought]
    patterns: Sequence[_Pattern]


class _Leads(dict[str, _Lead | None]):
    """What each word seen so far may be part of; `idle` are those that lead to nothing, as most do."""

    def __init__(self) -> None:
        self.idle: set[str] = set()
        self._phrases: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Sought]] = {}
        self._patterns: dict[str, list[_Pattern]] = {}
        self._by_stem: dict[str, list[_Pattern]] = {}

    def add(self, words: list[str], topic: Topic, phrase: str) -> None:
        """Know `phrase` by the longest of its words: that is the one which the fewest other texts have."""
        longest = max(words, key=len)
        other = max((word for word in words if word != longest), key=len, default=longest)
        sought = " ".join(words)
        entry = (sys.intern(other), phrase if sought == phrase else sought, topic, phrase)
        self._phrases.setdefault(sys.intern(longest), []).append(entry)

    def add_stem(self, stem: str, phrase: _Sought) -> None:
        """Know `phrase` by all words that begin like it."""
        self._stems.setdefault(stem, []).append(phrase)

    def add_pattern(self, words: list[str], pattern: _Pattern) -> None:
        """Know `pattern` by the longest of its words, or by all that begin like it where that is a stem."""
        longest = max((word for word in words if word != "..."), key=lambda word: len(word.rstrip("*")))
        by = self._by_stem if longest[-1] == "*" else self._patterns
        by.setdefault(longest.rstrip("*"), []).append(pattern)

    def __missing__(self, word: str) -> _Lead | None:
        if len(self.idle) >= MAX_KNOWN_WORDS:
            self.idle.clear()
        beginnings = [word[:size] for size in range(1, min(len(word), MAX_STEM_CHARACTERS) + 1)]
        stems = tuple(phrase for beginning in beginnings for phrase in self._stems.get(beginning, ()))
        patterns = [pattern for beginning in beginnings for pattern in self._by_stem.get(beginning, ())]
        lead = _Lead(self._phrases.get(word, ()), stems, (*self._patterns.get(word, ()), *patterns))
        if not any(lead):
            self.idle.add(word)
            return None
        if len(self) >= MAX_KNOWN_WORDS:
            self.clear()
        self[word] = lead
        return lead


class Said:
    """A subject and a text in pieces, split into words once for all vocabularies."""

    __slots__ = ("_joined", "texts", "unspaced", "words")

    def __init__(self, subject: str, pieces: Sequence[str]) -> None:
        self.texts = [subject, *pieces]
        if len(self.texts[-1]) > MAX_CHARACTERS:
            last = self.texts[-1]
            self.texts[-1] = last[: MAX_CHARACTERS * 2 // 3] + "\n" + last[-MAX_CHARACTERS // 3 :]
        self.words, self.unspaced = _words_of(self.texts)
        self._joined: tuple[str, list[int]] | None = None

    def joined(self) -> tuple[str, list[int]]:
        """All words with a space before and after each, and where each text's words end in that."""
        if self._joined is None:
            self._joined = _joined(self.words)
        return self._joined


class Vocabulary:
    """Phrases by topic, each known by the one of its words that says most.

    The words of subject and text are split once, those that lead to nothing are taken away in one step, and what is
    left is looked at closely: that costs the same however many phrases there are.
    """

    __slots__ = ("_by_letter", "_leads")

    def __init__(self, phrases: Mapping[Topic, Iterable[str]]) -> None:
        self._leads = _Leads()
        self._by_letter: dict[str, list[_Sought]] = {}
        for topic, written in phrases.items():
            # Two languages may write a word alike but for its accents.
            for plain, phrase in {folded(phrase): phrase for phrase in reversed(tuple(written))}.items():
                self._add(topic, phrase, plain)

    def _add(self, topic: Topic, phrase: str, plain: str) -> None:
        if _UNSPACED.search(plain):
            joined = "".join(plain.split())
            letters = phrase if joined == phrase else joined
            self._by_letter.setdefault(letters[0], []).append((letters, topic, phrase))
            return
        words = _PATTERN_WORD.findall(plain)
        wanted = f" {' '.join(words)} "
        if "..." not in words and "*" not in plain:
            self._leads.add(words, topic, phrase)
        elif len(words) == 1:
            self._leads.add_stem(words[0][:-1], (wanted[:-2], topic, phrase))
        else:
            source = wanted.replace(" ...", rf"(?: \w+){{0,{MAX_GAP_WORDS}}}").replace("*", r"\w*")
            whole = frozenset(word for word in words if word != "..." and "*" not in word)
            begin = f" {words[0]} ".replace("* ", "")
            self._leads.add_pattern(words, (whole, begin, re.compile(source), topic, phrase))

    def heard(self, subject: str, pieces: Sequence[str]) -> Heard:
        """The phrases that `subject` and the text in `pieces` have; linear in their size.

        Of a last piece longer than MAX_CHARACTERS the first two thirds and the last third of this are read.
        """
        return self.heard_in(Said(subject, pieces))

    def heard_in(self, said: Said, pieces: int | None = None) -> Heard:
        """The phrases of what was `said`, or of its subject and its text's first `pieces` pieces."""
        until = None if pieces is None else pieces + 1
        texts, words, unspaced = said.texts[:until], said.words[:until], said.unspaced
        different = set().union(*words)
        leads = [lead for word in different - self._leads.idle if (lead := self._leads[word]) is not None]
        phrases = [phrase for lead in leads for phrase in lead.phrases if phrase[0] in different]
        stems = {stem for lead in leads for stem in lead.stems}
        patterns = {pattern for lead in leads for pattern in lead.patterns if pattern[0] <= different}
        if not (phrases or stems or patterns or unspaced):
            return NOTHING_HEARD
        joined, bounds = said.joined()
        bounds = bounds[:until]
        joined = joined[: bounds[-1]]
        hits = sorted(_found_in(phrases, stems, patterns, joined, bounds[0]))
        if unspaced:
            letters, letter_bounds = _without_spaces(texts)
            for letter in sorted(self._by_letter.keys() & set(letters)):
                for wanted, topic, phrase in self._by_letter[letter]:
                    if (at := letters.find(wanted)) >= 0:
                        hit = _hit(letters, at, letter_bounds[0], wanted, topic, phrase)
                        hits.append(_moved(hit, letter_bounds, bounds))
        return Heard(tuple(hits), tuple(bounds[1:]), bounds[0])

    def found(self, text: str) -> Phrases:
        """The phrases that `text` has, by topic, each once; linear in the text."""
        return self.heard("", (text,)).in_text()


def _found_in(
    phrases: Iterable[_Phrase], stems: Iterable[_Sought], patterns: Iterable[_Pattern], joined: str, start: int
) -> Iterator[Hit]:
    for _, words, topic, phrase in phrases:
        wanted = f" {words} "
        if (at := joined.find(wanted)) >= 0:
            yield _hit(joined, at, start, wanted, topic, phrase)
    for wanted, topic, phrase in stems:
        hit = _hit(joined, joined.find(wanted), start, wanted, topic, phrase)
        yield hit._replace(last=hit.first)
    for _, begin, pattern, topic, phrase in patterns:
        if (first := _first(joined, begin, pattern, 0)) >= 0:
            after = first if first >= start - 1 else _first(joined, begin, pattern, start - 1)
            at = after + 1 if after >= 0 else -1
            yield Hit(topic, phrase, first < start - 1, at, at)


def _first(joined: str, begin: str, pattern: re.Pattern[str], start: int) -> int:
    """Where `pattern`, which begins with `begin`, first matches; -1 for nowhere. Ten times as fast as searching it."""
    at = joined.find(begin, start)
    while at >= 0 and not pattern.match(joined, at):
        at = joined.find(begin, at + 1)
    return at


def _hit(joined: str, at: int, start: int, wanted: str, topic: Topic, phrase: str) -> Hit:
    """`wanted`, which stands first at `at` in `joined`, whose text begins at `start`; what begins with a space stands
    where its word does."""
    lead = wanted[0] == " "
    last = joined.rfind(wanted) + lead
    if last < start:
        return Hit(topic, phrase, True, -1, -1)
    if at + lead >= start:
        return Hit(topic, phrase, False, at + lead, last)
    return Hit(topic, phrase, True, joined.find(wanted, start - lead) + lead, last)


def _words_of(texts: Sequence[str]) -> tuple[list[list[str]], bool]:
    """The words of each text, _SUBJECT_END after the first text's, and whether some script has none."""
    words: list[list[str]] = []
    unspaced = False
    for text in texts:
        if not text.isascii():
            text = folded(text)
            if not text.isascii():
                unspaced = unspaced or _UNSPACED.search(text) is not None
                text = _NO_WORD.sub(" ", text)
        words.append(text.translate(_ASCII_WORDS).split() if text.isascii() else _WORD.findall(text))
    words[0].append(_SUBJECT_END)
    return words, unspaced


def _joined(words: list[list[str]]) -> tuple[str, list[int]]:
    """All words with a space before and after each, and where each text's words end in that."""
    joined = " "
    bounds: list[int] = []
    for some in words:
        if some:
            joined += " ".join(some) + " "
        bounds.append(len(joined))
    return joined, bounds


def _without_spaces(texts: Sequence[str]) -> tuple[str, list[int]]:
    """All texts folded and without spaces, _SUBJECT_END after the first, and where each ends in that."""
    letters = ""
    bounds: list[int] = []
    for number, text in enumerate(texts):
        letters += "".join(folded(text).split()) + (_SUBJECT_END if number == 0 else "")
        bounds.append(len(letters))
    return letters, bounds


def _moved(hit: Hit, bounds: list[int], other: list[int]) -> Hit:
    """A hit in a text without spaces as one in the same text's words: in the same piece, and as far into it."""

    def offset(of: int) -> int:
        if of < 0:
            return -1
        piece = next((number for number, end in enumerate(bounds) if of < end), len(bounds) - 1)
        begin, other_begin = (bounds[piece - 1], other[piece - 1]) if piece else (0, 0)
        share = (of - begin) / max(1, bounds[piece] - begin)
        return min(other[piece] - 1, other_begin + int(share * (other[piece] - other_begin)))

    return hit._replace(first=offset(hit.first), last=offset(hit.last))
