"""Attendance: who accepted, declined or countered which meeting (RFC 5546 3.2.3, RFC 6047)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gatekeeper.mail.address import canonical
from gatekeeper.mail.calendar import ANSWERS, MAX_CALENDAR_OCTETS, calendar_of, is_calendar
from gatekeeper.mail.message import Message

LOOKED_AT_OCTETS = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`attendee` is canonical; `state` the PARTSTAT in upper case ("" for a COUNTER without one)."""

    method: str
    attendee: str
    state: str
    uid: str = ""

    @property
    def accepted(self) -> bool:
        return self.method == "REPLY" and self.state == "ACCEPTED"


def answer_of(message: Message) -> Answer | None:
    """The calendar answer in a mail, None when there is none. Never raises."""
    if b"calendar" not in message.content[: message.header_size + LOOKED_AT_OCTETS].lower():
        return None
    calendar = calendar_of(message)
    if calendar is None or calendar.method not in ANSWERS:
        return None
    for part in message.parts:
        if is_calendar(part):
            attendee, state = _attendee(part.payload[:MAX_CALENDAR_OCTETS])
            if attendee or state:
                return Answer(method=calendar.method, attendee=attendee, state=state, uid=next(iter(calendar.uids), ""))
    return Answer(method=calendar.method, attendee="", state="")


def _attendee(payload: bytes) -> tuple[str, str]:
    """The first attendee of the first event, who is the one that answers, and his PARTSTAT."""
    # Imported here: it takes a quarter of a second that most mail never needs.
    from icalendar import Calendar

    try:
        for component in Calendar.from_ical(payload).walk():
            listed = component.get("ATTENDEE")
            first = listed[0] if isinstance(listed, list) and listed else listed
            if first is not None:
                address = canonical(re.sub(r"(?i)^mailto:", "", str(first)))
                return address, str(first.params.get("PARTSTAT", "")).upper()
    except Exception:  # a calendar from outside breaks its parser in many ways; then its text must do
        text = re.sub(r"\r?\n[ \t]", "", payload.decode("utf-8", "replace"))
        if found := re.search(r"(?im)^ATTENDEE([^:\n]{0,500}):(?:mailto:)?([^\s]{1,320})", text):
            told = re.search(r"(?i)PARTSTAT=([A-Z-]{1,20})", found.group(1))
            return canonical(found.group(2)), told.group(1).upper() if told else ""
    return "", ""
