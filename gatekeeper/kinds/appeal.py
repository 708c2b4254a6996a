"""An appeal: what makes a mail one that asks many to come, to come in, to answer or to sign, in any wording.

Whom it speaks to, when it is, whether one comes, what it takes: each alone is anybody's word, together they invite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gatekeeper.kinds.phrases import DAYS
from gatekeeper.kinds.pitch import PITCH_FROM, SURELY_SELLS
from gatekeeper.kinds.topic import Topic
from gatekeeper.kinds.weighing import Kind, Weighed, weighed
from gatekeeper.kinds.wording import Heard, Phrases, Said, weight_of

CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b|\b\d{1,2} o['’]?clock|"
    r"\d{1,2}\s*(?:uhr|uur|時|时|点|點|시|heures?\b|h\b)",
    re.IGNORECASE,
)
"""A time of the day."""
GREETING_CHARACTERS: Final = 60
FEW: Final = 5
HEAD_PIECES: Final = 2
"""The pieces of a text that its beginning is given in."""
NEAR_CHARACTERS: Final = 60
"""As far apart as words of one sentence stand."""
SHORT_CHARACTERS: Final = 900
CALLS_FROM: Final = 3.0
"""How much must be told of coming, of what and when: then those who are greeted are called together."""
CROWD_FROM: Final = 2.5
"""The same where To names a crowd: what else should it be told a day for?"""
BARGAINS: Final = 2.0
"""Below this much of a shop's own words a pitch to a crowd may be a club's, which also says what is free and what it
costs."""
SURE_OF_COMING: Final = 2.0
"""What must be told of coming by who moves house or changes his hours."""
COMING_TOLD: Final = 0.5
"""One word of coming, to a crowd that the header names."""
TERSE_CHARACTERS: Final = 400
"""Who tells a crowd of a chat in so few words, with a link, wants it to come in."""


def appealed(
    heard: Heard,
    said: Said,
    subject: Phrases,
    head: Phrases,
    *,
    to: int,
    to_crowd: bool,
    to_list: bool,
    linked: bool,
    to_poll: bool,
    pitch: float,
    platform: bool,
) -> Iterator[Weighed]:
    """What is asked of the readers with words that were `heard` in the beginning of what was `said`.

    `to` is how many readers the header names, `to_crowd` whether it names a crowd, `to_list` whether it names a
    discussion list, `linked` whether there is a link, `to_poll` whether one leads to where one answers, votes or gives,
    `pitch` how much it is a sales letter, `platform` whether an organisation or a machine is the author.
    """
    crowd = heard.at_start(Topic.CROWD, GREETING_CHARACTERS)
    # "Hi guys" to three who are named is a note among friends; to one address it is to a list.
    many = to_crowd or (bool(crowd) and not 1 < to <= FEW)
    may_be_club = to_crowd and pitch < SURELY_SELLS and _amount(_hits(Topic.SALES, subject, head)) < BARGAINS
    if pitch < PITCH_FROM or may_be_club:
        yield from _to_come(said, subject, head, crowd, to_crowd=to_crowd, to_list=to_list, many=many, linked=linked)
    characters = sum(map(len, said.texts[1:]))
    short = characters < SHORT_CHARACTERS
    if linked or to_crowd or (to_list and Topic.POLL in subject):
        asked = many or (platform and (to_poll or Topic.POLL in subject))
        yield from _to_answer(
            heard, subject, head, many=asked, to_list=to_list, short=short, linked=linked, to_poll=to_poll
        )
    if to_crowd and (pair := heard.side_by_side(Topic.JOINING, Topic.NEWCOMERS, NEAR_CHARACTERS)):
        yield _invites("asks-to-join", pair, 5)
    if not linked:
        return
    if pair := heard.side_by_side(Topic.JOINING, Topic.CIRCLE, NEAR_CHARACTERS):
        # In a longer text it is one matter among others.
        yield _invites("asks-to-join", pair, 5 if short else 2)
    elif many and characters < TERSE_CHARACTERS and (chat := _hits(Topic.CHAT, subject, head)):
        yield _invites("asks-to-join", (*crowd[:1], *chat[:1]), 5)
    if platform and (pair := heard.side_by_side(Topic.WANTING, Topic.FRIEND, NEAR_CHARACTERS)):
        yield _invites("network", pair, 4)


def _to_come(
    said: Said,
    subject: Phrases,
    head: Phrases,
    crowd: tuple[str, ...],
    *,
    to_crowd: bool,
    to_list: bool,
    many: bool,
    linked: bool,
) -> Iterator[Weighed]:
    """Whether one comes, to what, and when; a friend asks that too, but not of many, and gives no link for it."""
    coming = _hits(Topic.COMING, subject, head)
    wanted = min(3.0, _amount(coming + _hits(Topic.INVITATION, subject, head)))
    if wanted < (COMING_TOLD if to_crowd else 1):
        return
    if wanted < SURE_OF_COMING and _hits(Topic.CHANGES, subject, head):
        return  # where one is found from Monday on
    event = _hits(Topic.EVENT, subject, head)
    day = tuple(dict.fromkeys(hit.phrase for hit in DAYS.heard_in(said, HEAD_PIECES).hits))
    if not (event or day):
        return
    # On a list one speaks of events all day; who calls it together says who is welcome, and how one comes.
    many = many or (to_list and wanted >= SURE_OF_COMING)
    shown = (*crowd[:1], *coming[:1], *event[:1], *day[:1])
    if many:
        greeted = bool(crowd) or (to_crowd and Topic.ANNOUNCEMENT in head)
        timed = to_crowd and wanted >= 1 and CLOCK.search("\n".join(said.texts[: HEAD_PIECES + 1])) is not None
        told = wanted + bool(event) + bool(day) + (greeted + linked + timed) / 2
        yield _invites("calls-crowd", shown, 5 if told >= (CROWD_FROM if to_crowd else CALLS_FROM) else 2)
    elif wanted < 1:
        return
    elif linked and event and wanted >= 2:
        yield _invites("gathers", shown, 4.5 if wanted >= 3 and day else 3.5)
    elif linked and day and wanted >= 3:
        yield _invites("gathers", shown, 4)
    elif linked and event and day:
        yield _invites("gathers", shown, 2.5)


def _to_answer(
    heard: Heard,
    subject: Phrases,
    head: Phrases,
    *,
    many: bool,
    to_list: bool,
    short: bool,
    linked: bool,
    to_poll: bool,
) -> Iterator[Weighed]:
    """A survey or a petition: what is answered or signed, what that takes, and who else should."""
    poll = _hits(Topic.POLL, subject, head) or (("a link to answer at",) if to_poll else ())
    part = _hits(Topic.TAKING_PART, subject, head)
    effort = _hits(Topic.EFFORT, subject, head)
    carried = _hits(Topic.PASS_ON, subject, head)
    # Without a link it must be said what it is, or what it takes.
    plainly = linked or any(weight_of(hit) == 1 for hit in poll)
    if Topic.POLL in subject:
        yield _invites("poll-in-subject", subject[Topic.POLL], 0)
    # Many are asked where it says where, what it takes, or what it is about. On a list one speaks of polls, too.
    asked = many and bool(Topic.POLL in subject or (not to_list and (linked or effort or carried)))
    if poll and part and heard.side_by_side(Topic.TAKING_PART, Topic.POLL, NEAR_CHARACTERS):
        plain = short or many or bool(effort or carried) or Topic.POLL in subject
        yield _invites("asks-to-answer", (*part[:1], *poll[:1]), 5 if plain else 2)
    elif poll and plainly and min(2.0, _amount(effort)) + bool(carried) + asked + bool(part) >= 2:
        yield _invites("asks-to-answer", (*poll[:1], *effort[:1], *carried[:1]), 5)
    elif part and many and linked and (effort or carried):
        yield _invites("asks-to-answer", (*part[:1], *effort[:1], *carried[:1]), 4)


def _hits(topic: Topic, *places: Phrases) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit for place in places for hit in place.get(topic, ())))


def _amount(hits: tuple[str, ...]) -> float:
    """What the phrases weigh; a word that a longer one of them contains does not count again."""
    return sum(weight_of(hit) for hit in hits if not any(hit in other for other in hits if len(other) > len(hit)))


def _invites(name: str, phrases: tuple[str, ...], points: float) -> Weighed:
    return weighed(name, ", ".join(phrases[:3]), Kind.INVITATION, points)
