"""A pitch: what makes a letter one that sells to strangers, in any wording.

Such letters are made of a few parts: who we are, what it costs, what you should do, how we came upon you, and a
salutation to an office. Each part alone is anybody's word; who writes several of them sells something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from gatekeeper.kinds.readers import Readers
from gatekeeper.kinds.topic import Topic
from gatekeeper.kinds.weighing import Kind, Weighed, weighed
from gatekeeper.kinds.wording import Heard, Phrases, weight_of

PITCH_FROM: Final = 3.0
"""Points from which the parts of a letter make a pitch; below that they count half."""
SURELY_SELLS: Final = 4.0
"""Points from which it is no club's invitation either."""
MAX_POINTS: Final = 5.0
TITLE_CHARACTERS: Final = 200
OPENING_CHARACTERS: Final = 700
HEAD_CHARACTERS: Final = 2_500
SALUTATION_CHARACTERS: Final = 60
ACQUAINTED_CHARACTERS: Final = 250
PRICES: Final = 3
"""Amounts of money, or lines that end with one, that make a price list."""
ACQUAINTANCE: Final = 2.5
"""Points that a letter loses for what writer and reader know of each other."""

_MOST: Final = {
    # A firm's words and its terms are in every letter of business; how it came upon the reader is in few.
    Topic.FIRM: 2.0,
    Topic.TERMS: 3.5,
    Topic.ASKING: 2.0,
    Topic.APPROACH: 2.5,
    # "I came across your website", "are you thinking of selling": said by no one who knows the reader.
    Topic.UNASKED: 4.0,
    Topic.VACANCY: 2.5,
    Topic.CHANGES: 3.0,
}
PITCHING: Final = frozenset(_MOST)
SPEAKS_FOR_FIRM: Final = frozenset({Topic.FIRM, Topic.TERMS, Topic.TO_OFFICE, Topic.ANNOUNCEMENT, Topic.APPROACH})
PRIVATE_CHANGES: Final = 1.0
"""Points at most for news of a move to one reader in which no firm speaks."""
_MOST_PRIVATE: Final = _MOST | {Topic.CHANGES: PRIVATE_CHANGES}
LEAST_PART: Final = 0.5
"""What one word of a part weighs."""
UNASKED_WEIGHT: Final = 1.75
"""How much more a phrase says that only strangers use than one that many have reasons to use."""
_MONEY: Final = "€$£¥₽₺₩円元원"
_PRICED = re.compile(
    r"(?:[€$£¥₽₺₩]|\b(?:eur|usd|gbp|chf|rs|tl|zł|pln))\s?\d|"
    r"\d\s?(?:[%％€$£₽₺円元원折割]|percent|prozent|процент|por ciento|per cento|eur|usd|chf|zł|tl\b|руб|р\.|万|"
    r"만\s?원|천\s?원)",
    re.IGNORECASE,
)
"""An amount of money or a share: in a subject it is what is offered."""


_PRICE_AT_END = re.compile(
    r"(?:\.{3}|…|[ \t–—-]{2}|\t|[주회])[ \t]?[€$£¥₽₺₩]?[ \t]?\d[\d.,]{0,9}"
    r"(?:[ \t]?(?:[€$£¥₽₺₩円元원]|만 ?원|천 ?원|万円|eur|usd|chf|zł|руб\.?|р\.|tl|kr|ea|each|p\.p\.))?\Z",
    re.IGNORECASE,
)
"""An amount at the end of a line that stands apart from what it is for."""
_ENDS_IN_NUMBER = re.compile(r"\d[\d.,]{0,9}[^\d\n]{0,9}$", re.MULTILINE)
PRICE_CHARACTERS: Final = 24
LONGEST_PRICED: Final = 120


def pitched(heard: Heard, title: str, subject: Phrases, head: Phrases, own: str, readers: Readers) -> Weighed | None:
    """How much the parts of a pitch that were `heard` speak for a sales letter to `readers`; None for nothing."""
    if Topic.OWN_CASE in head:
        return None
    points = 0.0
    shown: list[str] = []
    # People move, too, and tell their friends one by one.
    moves = readers is Readers.PEOPLE and SPEAKS_FOR_FIRM.isdisjoint(head)
    for topic, most in (_MOST_PRIVATE if moves else _MOST).items():
        if said := dict.fromkeys(subject.get(topic, ()) + head.get(topic, ())):
            points += min(most, sum(part_weight(topic, hit) for hit in said if not _is_in_another(hit, said)))
            shown.append(max(said, key=len))
    if not shown:
        return None
    if (lines := _priced_lines(own[:HEAD_CHARACTERS])) >= PRICES:
        points += 2
        shown.append(f"{lines} prices")
    elif sum(map(own.count, _MONEY)) >= PRICES:
        points += 1
    if (match := _PRICED.search(title[:TITLE_CHARACTERS])) is not None:
        points += 1.5
        shown.append(match.group())
    if hits := heard.at_start(Topic.TO_OFFICE, SALUTATION_CHARACTERS):
        points += 1
        shown.append(hits[0])
    elif Topic.ANNOUNCEMENT in head or readers is Readers.CROWD:
        points += 1
    if readers is Readers.CROWD and Topic.NEWSLETTER not in subject and _PRICED.search(own[:HEAD_CHARACTERS]):
        points += 1  # what it costs, told to a crowd, is an offer, unless it is news from a shop
    if readers is Readers.OFFICE:
        # Customers write to an office too, but a seller says what he does, and what it costs.
        points += 0.5 if Topic.FIRM not in head else 1.5 if _PRICED.search(own[:OPENING_CHARACTERS]) else 1
    if heard.at_start(Topic.ACQUAINTED, ACQUAINTED_CHARACTERS):
        points -= ACQUAINTANCE
    # One part alone is what people in business say to each other, unless it is a whole price list.
    if points < PITCH_FROM or (len(shown) < 2 and not head.keys() & {Topic.TERMS, Topic.UNASKED}):
        points /= 2
    return weighed("pitch", ", ".join(shown), Kind.BULK, min(MAX_POINTS, points)) if points > 0 else None


def part_weight(topic: Topic, phrase: str) -> float:
    """What a phrase of a pitch's part adds."""
    return weight_of(phrase) * (UNASKED_WEIGHT if topic is Topic.UNASKED else 1.0)


def may_be_priced(title: str, own: str, parts: float) -> bool:
    """Whether amounts of money are named as offers and price lists do, beside `parts` of a pitch."""
    if parts < LEAST_PART:
        return False
    if _PRICED.search(title[:TITLE_CHARACTERS]) or sum(map(own.count, _MONEY)) >= PRICES:
        return True
    return _priced_lines(own[:HEAD_CHARACTERS]) >= PRICES


def _priced_lines(text: str) -> int:
    """How many lines end with an amount that stands apart."""
    if len(_ENDS_IN_NUMBER.findall(text)) < PRICES:
        return 0  # as of most texts, found in a tenth of the time
    lines = (line.rstrip() for line in text.split("\n") if len(line) <= LONGEST_PRICED)
    return sum(1 for line in lines if _PRICE_AT_END.search(line[-PRICE_CHARACTERS:]))


def _is_in_another(hit: str, said: Iterable[str]) -> bool:
    """Whether another phrase that was heard has `hit` in it: "20 minute*" beside "20 minutes", "your website" beside
    "had a look at your website"."""
    begin = hit.rstrip("*")
    return any(begin in other and len(other) > len(begin) and other != hit for other in said)
