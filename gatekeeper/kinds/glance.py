"""A glance: a plain letter in which no known phrase stands is a note, and takes no more looking.

Most of what people write to one another is plain: no link, no attachment, nothing declared in the header, and none
of the words by which an invitation, a newsletter or a machine gives itself away. What could still be said of such a
letter, by how it looks and whom it goes to, does not suffice for any other kind. Its words are looked through once,
to the end; telling what is quoted in it, how it is laid out and how it greets costs twice as much again.
"""

from __future__ import annotations

import re
from typing import Final

from gatekeeper.kinds.declaration import declared_automatic, declared_list
from gatekeeper.kinds.kind import Finding, Kind
from gatekeeper.kinds.phrases import PHRASES, STRANGERS
from gatekeeper.kinds.pitch import PITCHING, may_be_priced, part_weight
from gatekeeper.kinds.readers import Readers, readers_of
from gatekeeper.kinds.speech import HEAD_CHARACTERS, MAX_SUBJECT_CHARACTERS
from gatekeeper.kinds.topic import Topic
from gatekeeper.kinds.wording import Said, weight_of
from gatekeeper.mail.message import Message

MAX_OCTETS: Final = 262_144
"""What is longer is no plain letter, and is read in a thread: looking through it for links costs."""
NOTE_WITHOUT_LINKS: Final = Finding(kind=Kind.NOTE)
"""What a glance finds: no other finding is this very object."""

_PLAIN = re.compile(r"text/plain\b", re.IGNORECASE)
_UNCODED: Final = frozenset({"", "7bit", "8bit", "binary"})
_ODD_SUBJECT = re.compile(r"\d{3}|[#\[(]|[^ -~]")
"""Numbers, tags and what is not ASCII: tickets, orders and lists have them."""
_NOT_PLAIN: Final = frozenset({"content-disposition", "content-class", "auto-submitted", "return-path", "sender"})
_EVERYDAY: Final = frozenset({Topic.PLACE, Topic.DRAFT, Topic.EVENT, Topic.THANKS, Topic.OWN_CASE, Topic.URGENT})
"""Words such as "when" and "where", which say something only as the labels of an announcement, "draft", what is
attended where nobody is asked to come, words that speak for a person, and what is urgent where nobody is away."""
_PARTS: Final = PITCHING | {Topic.TO_OFFICE}
PARTS_FROM: Final = 2.0
"""What the parts of a pitch must weigh: less of them makes none, unless an amount of money goes with it."""
COMING_FROM: Final = 1.0
"""What words must weigh that ask whether one comes: less calls nobody."""


def note_at_a_glance(message: Message) -> Finding | None:
    """The finding that `message` is a note, None where it takes more to tell."""
    if message.unparsed or not (_NOT_PLAIN.isdisjoint(message.names) and message.addresses("to")):
        return None
    subject = message.text("subject")[:MAX_SUBJECT_CHARACTERS]
    if (
        len(message.content) > MAX_OCTETS
        or _ODD_SUBJECT.search(subject)
        or not _PLAIN.match(message.get("content-type") or "text/plain")
        or (message.get("content-transfer-encoding") or "").lower() not in _UNCODED
    ):
        return None
    body = message.body
    if not body.isascii() or not body or body.isspace() or _has_link(body):
        return None
    if next(declared_automatic(message), None) or next(declared_list(message), None):
        return None
    # What a crowd is told takes fewer words to be an invitation or an announcement.
    if readers_of(message) is Readers.CROWD:
        return None
    text = body.decode("ascii")
    said = Said(subject, (text[:HEAD_CHARACTERS], text[HEAD_CHARACTERS:]))
    heard = PHRASES.heard_in(said)
    if any(hit.topic not in _EVERYDAY for hit in heard.hits):
        return None
    parts = coming = 0.0
    for hit in STRANGERS.heard_in(said, 1).hits:
        if hit.topic in _PARTS:
            parts += part_weight(hit.topic, hit.phrase)
        elif hit.topic is Topic.COMING:
            coming += weight_of(hit.phrase)
    if coming >= COMING_FROM or parts >= PARTS_FROM or may_be_priced(subject, text, parts):
        return None
    return NOTE_WITHOUT_LINKS


def _has_link(body: bytes) -> bool:
    # One octet is looked for in a fraction of the time of several.
    return (b"/" in body and b"://" in body) or b"ww." in body or b"WW." in body
