"""A letter: one message of an archive, as the replay needs it. What is in it is read when somebody asks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.store.sameness import content_key


class Paper(Protocol):
    """What a letter is written on: a mail with its text, or a line of a table that has only the subject."""

    def kind(self) -> Kind:
        """The column of the chart."""

    def is_human(self) -> bool:
        """Whether a person wrote it to people: only then it shows that the author knows them."""

    def list_address(self) -> str:
        """The mailing list that it came through, "" for none."""

    def has_unsubscribe(self) -> bool:
        """Whether it says how to get no more of it (RFC 2369)."""

    def content(self) -> Fingerprint:
        """What makes it the same as another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message. Addresses are canonical; `recipients` has each once and never the author himself."""

    at: float
    author: str
    recipients: tuple[str, ...]
    key: int
    """`message_key` of its Message-ID, or of its place in the archive where it has none."""
    identity: int
    """As a retry brings it again (`store.case.identity_of`)."""
    cites: tuple[int, ...]
    subject: str
    paper: Paper


@dataclass(slots=True, kw_only=True)
class Line:
    """The paper of a letter in a table: a note by a person, whose content is its subject."""

    content_token: int

    def kind(self) -> Kind:
        return Kind.NOTE

    def is_human(self) -> bool:
        return True

    def list_address(self) -> str:
        return ""

    def has_unsubscribe(self) -> bool:
        return False

    def content(self) -> Fingerprint:
        return Fingerprint(digest=b"", tokens=frozenset({self.content_token}))


_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|rif|odp|antw)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*)+")
_ANSWER = re.compile(r"(?:re|aw|sv|rif|odp|antw)\s*(?:\[\d+\]|\(\d+\))?\s*:")
_DIGITS = re.compile(r"\d+")


def subject_token(subject: str, key: int, author: str) -> int:
    """The content token of a letter without a text: its subject without case, digits and prefixes.

    An empty subject is a content of its own: two letters that say nothing have nothing in common. So is each
    author's answer: of answers by others under one subject, 5% on a list and 18% in mailboxes have the same text.
    """
    folded = " ".join(unicodedata.normalize("NFKC", subject).casefold().split())
    bare = _DIGITS.sub("0", _PREFIX.sub("", folded, count=1)).strip()
    if not bare:
        return content_key(f"no subject {key}")
    return content_key(f"{bare}\n{author}" if _ANSWER.match(folded) else bare)
