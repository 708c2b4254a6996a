"""A calendar object in a message: its method, UID and answer (RFC 5545, 5546, 6047)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gatekeeper.mail.message import Message
from gatekeeper.mail.mime import Part

MAX_CALENDAR_OCTETS: Final = 262_144

ANSWERS: Final = frozenset({"REPLY", "COUNTER"})
"""Methods by which an invited person answers (RFC 5546 1.4)."""

_TYPES: Final = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_METHOD = re.compile(rb"^METHOD(?:;[^:\r\n]{0,200})?:[ \t]*([A-Za-z-]{1,40})", re.MULTILINE | re.IGNORECASE)
_UID = re.compile(rb"^UID(?:;[^:\r\n]{0,200})?:[ \t]*([^\r\n]{1,500})", re.MULTILINE | re.IGNORECASE)
_FOLD = re.compile(rb"\r?\n[ \t]")
_CALENDAR = re.compile(rb"^BEGIN:VCALENDAR", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """One calendar object. `method` is upper case, "" for a file that asks for nothing; `uids` of its first events."""

    method: str
    uids: tuple[str, ...] = ()

    @property
    def is_answer(self) -> bool:
        return self.method in ANSWERS


def is_calendar(part: Part) -> bool:
    """Whether the part says that it is a calendar object."""
    return part.content_type in _TYPES or part.filename[-4:].lower() in (".ics", ".vcs")


def calendar_of(message: Message) -> Calendar | None:
    """The first calendar object of the message, preferring one with a method; None if there is none."""
    plain: Calendar | None = None
    for part in message.parts:
        if not is_calendar(part):
            continue
        octets = _FOLD.sub(b"", part.payload[:MAX_CALENDAR_OCTETS])
        stated = _METHOD.search(octets)
        method = stated[1].decode("ascii") if stated else part.parameters.get("method", "")
        if not stated and not _CALENDAR.search(octets) and not method:
            continue
        uids = tuple(uid.decode("utf-8", "replace").strip() for uid in _UID.findall(octets)[:10])
        calendar = Calendar(method=method.strip().upper(), uids=uids)
        if calendar.method:
            return calendar
        plain = plain or calendar
    return plain
