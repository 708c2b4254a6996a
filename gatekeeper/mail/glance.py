"""A glance: plain letters to one person are known for notes by header, subject, first and last lines.

Reading a whole text costs several times as much as all the rest of a message's way, and nearly everything that
people write to one another is plain: no link, no attachment, nothing declared, none of the known phrases where an
invitation, a newsletter or a machine has them. Only such a letter is a note at a glance. Of 1,850 such mails in six
real mailboxes the whole text made something else of one. It is a trade: what stands only in the middle of a
single plain letter without any link is not seen.
"""

from __future__ import annotations

import re
from typing import Final

from gatekeeper.mail.declaration import declared_automatic, declared_list
from gatekeeper.mail.kind import Finding, Kind
from gatekeeper.mail.message import Message
from gatekeeper.mail.phrases import PHRASES
from gatekeeper.mail.wording import Topic

FIRST_OCTETS: Final = 700
LAST_OCTETS: Final = 400
READ_OCTETS: Final = FIRST_OCTETS + LAST_OCTETS
MAX_OCTETS: Final = 262_144
"""What is longer is no plain letter, and is read in a thread: looking through it for links costs."""
MAX_SUBJECT_CHARACTERS: Final = 400
NOTE_WITHOUT_LINKS: Final = Finding(kind=Kind.NOTE)
"""What a glance finds: no other finding is this very object."""

_PLAIN = re.compile(r"text/plain\b", re.IGNORECASE)
_UNCODED: Final = frozenset({"", "7bit", "8bit", "binary"})
_ODD_SUBJECT = re.compile(r"\d{3}|[#\[(]|[^ -~]")
"""Numbers, tags and what is not ASCII: tickets, orders and lists have them."""
_NOT_PLAIN: Final = frozenset({"content-disposition", "content-class", "auto-submitted", "return-path", "sender"})
_EVERYDAY: Final = frozenset({Topic.PLACE, Topic.DRAFT})
"""Words such as "when" and "where", which say something only as the labels of an announcement, and "draft"."""
_LINKS: Final = (b"://", b"www.", b"WWW.", b"Www.")


def note_at_a_glance(message: Message) -> Finding | None:
    """The finding that `message` is a note, None where it takes the whole text to tell."""
    if message.unparsed or not (_NOT_PLAIN.isdisjoint(message.names) and message.addresses("to")):
        return None
    content, start = message.content, message.header_size
    if len(content) > MAX_OCTETS:
        return None
    if any(content.find(link, start) >= 0 for link in _LINKS):
        return None
    # Beginning and end: what a newsletter or a machine says of itself stands in its footer.
    shown = body if len(body := message.body) <= READ_OCTETS else body[:FIRST_OCTETS] + b"\n" + body[-LAST_OCTETS:]
    subject = message.text("subject")[:MAX_SUBJECT_CHARACTERS]
    if (
        not shown.isascii()
        or not shown.strip()
        or _ODD_SUBJECT.search(subject)
        or not _PLAIN.match(message.get("content-type") or "text/plain")
        or (message.get("content-transfer-encoding") or "").lower() not in _UNCODED
    ):
        return None
    if next(declared_automatic(message), None) or next(declared_list(message), None):
        return None
    if PHRASES.found(f"{subject}\n{shown.decode('ascii')}").keys() - _EVERYDAY:
        return None
    return NOTE_WITHOUT_LINKS
