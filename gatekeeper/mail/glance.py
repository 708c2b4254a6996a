"""A glance: plain letters to one person are known for notes by header, subject and first lines.

Reading a whole text costs several times as much as all the rest of a message's way, and nearly everything that
people write to one another is plain: no link, no attachment, nothing declared, none of the known phrases where an
invitation, a newsletter or a machine has them. Only such a letter is a note at a glance. Of 1,200 such mails in six
real mailboxes the whole text made something else of none. It is a trade: words of advertising that begin only after
the first lines of a single plain letter without any link are not seen.
"""

from __future__ import annotations

import re
from typing import Final

from gatekeeper.mail.declaration import declared_automatic, declared_list
from gatekeeper.mail.kind import Finding, Kind
from gatekeeper.mail.message import Message
from gatekeeper.mail.phrases import PHRASES

OPENING_OCTETS: Final = 700
MAX_SUBJECT_CHARACTERS: Final = 400
NOTE: Final = Finding(kind=Kind.NOTE)

_PLAIN = re.compile(r"text/plain\b", re.IGNORECASE)
_UNCODED: Final = frozenset({"", "7bit", "8bit", "binary"})
_ODD_SUBJECT = re.compile(r"\d{3}|[#\[(]|[^ -~]")
"""Numbers, tags and what is not ASCII: tickets, orders and lists have them."""
_NOT_PLAIN: Final = frozenset({"content-disposition", "content-class", "auto-submitted", "return-path", "sender"})
_LINKS: Final = (b"://", b"www.", b"WWW.", b"Www.")


def note_at_a_glance(message: Message) -> Finding | None:
    """The finding that `message` is a note, None where it takes the whole text to tell."""
    if message.unparsed or not (_NOT_PLAIN.isdisjoint(message.names) and message.addresses("to")):
        return None
    content, start = message.content, message.header_size
    if any(content.find(link, start) >= 0 for link in _LINKS):
        return None
    opening = message.body[:OPENING_OCTETS]
    subject = message.text("subject")[:MAX_SUBJECT_CHARACTERS]
    if (
        not opening.isascii()
        or not opening.strip()
        or _ODD_SUBJECT.search(subject)
        or not _PLAIN.match(message.get("content-type") or "text/plain")
        or (message.get("content-transfer-encoding") or "").lower() not in _UNCODED
    ):
        return None
    if next(declared_automatic(message), None) or next(declared_list(message), None):
        return None
    if PHRASES.found(f"{subject}\n{opening.decode('ascii')}"):
        return None
    return NOTE
