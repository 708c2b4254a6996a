"""The kind of a message: note, invitation, meeting, newsletter, bulk or automatic, and what shows it.

Signals choose the column of the chart; they never grant permission. No single one suffices, so each has points
for a kind: calendar objects and reports say what they are, and the rest is weighed in `kinds.balance`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gatekeeper.kinds.appearance import seen
from gatekeeper.kinds.balance import weighed_up
from gatekeeper.kinds.declaration import declared_automatic, declared_list, declared_person, is_through_list
from gatekeeper.kinds.readers import Readers, readers_of
from gatekeeper.kinds.speech import spoken
from gatekeeper.kinds.weighing import DECISIVE, Kind, Signal, Weighed, weighed
from gatekeeper.mail.calendar import calendar_of
from gatekeeper.mail.message import Message
from gatekeeper.mail.text import text_of
from gatekeeper.values import value

__all__ = ["Finding", "Kind", "Signal", "declared_kind", "kind_of", "signals_of"]

_ACCEPTED_SUBJECT = re.compile(
    r"^\s*(?:accepted|declined|tentative|tentatively accepted|canceled|cancelled|zugesagt|abgesagt|angenommen|"
    r"abgelehnt|"
    r"accepté|refusé|aceptado|rechazado|accettato|rifiutato|aceito|recusado|geaccepteerd|afgewezen|"
    r"zaakceptowane|принято|"
    r"отклонено|kabul edildi|承諾|辞退|已接受|已拒绝|수락됨|거절됨)\s*:",
    re.IGNORECASE,
)


@value
class Finding:
    """A kind and the signals that chose it, strongest first."""

    kind: Kind
    signals: tuple[Signal, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind} ({', '.join(signal.name for signal in self.signals)})"


def declared_kind(message: Message) -> Finding | None:
    """What the header alone decides, without reading the body; None where it takes the text to tell."""
    weights = list(declared_automatic(message))
    if _points(weights, Kind.AUTOMATIC) >= DECISIVE:
        return _finding(Kind.AUTOMATIC, weights)
    return None


def kind_of(message: Message) -> Finding:
    """The kind of `message`; linear in its size under the limits of `mail.text`, never raises.

    A message that cannot be parsed is a note, and a signal says so: its envelope judges it.
    """
    if message.unparsed:
        return Finding(kind=Kind.NOTE, signals=(Signal(name="unparsed"),))
    calendar = calendar_of(message)
    if calendar is not None and calendar.method:
        kind = Kind.AUTOMATIC if calendar.is_answer else Kind.MEETING
        return Finding(kind=kind, signals=(Signal(name="calendar-method", detail=calendar.method[:40]),))
    if "calendarmessage" in (message.get("content-class") or ""):
        answered = _ACCEPTED_SUBJECT.match(message.text("subject")) is not None
        kind = Kind.AUTOMATIC if answered else Kind.MEETING
        return Finding(
            kind=kind, signals=(Signal(name="calendar-class", detail="urn:content-classes:calendarmessage"),)
        )
    automatic = list(declared_automatic(message))
    if _points(automatic, Kind.AUTOMATIC) >= DECISIVE:
        return _finding(Kind.AUTOMATIC, automatic)
    if reports := list(_report_parts(message)):
        return _finding(Kind.AUTOMATIC, reports)
    readers, through_list = readers_of(message), is_through_list(message)
    weights = _signals(message, automatic, readers, through_list=through_list)
    return _finding(weighed_up(weights, through_list=through_list or readers is Readers.LIST), weights)


def signals_of(message: Message) -> list[Weighed]:
    """Everything that header, words and looks of `message` speak for."""
    automatic = list(declared_automatic(message))
    return _signals(message, automatic, readers_of(message), through_list=is_through_list(message))


def _signals(message: Message, automatic: list[Weighed], readers: Readers, *, through_list: bool) -> list[Weighed]:
    text = text_of(message)
    weights = [
        *automatic,
        *declared_list(message),
        *declared_person(message),
        *spoken(message, text, readers, through_list=through_list),
        *seen(message, text),
    ]
    if calendar_of(message) is not None:
        weights.append(weighed("calendar-file", "", Kind.INVITATION, 1))
    return weights


def _points(weights: Sequence[Weighed], kind: Kind) -> float:
    return sum(w.points for w in weights if w.kind is kind)


def _finding(kind: Kind, weights: Sequence[Weighed]) -> Finding:
    """The kind with the signals that spoke for it."""
    mine = sorted([w for w in weights if w.kind is kind and w.points > 0], key=lambda w: -w.points)
    return Finding(kind=kind, signals=tuple([w.signal for w in mine]))


def _report_parts(message: Message) -> Iterator[Weighed]:
    for part in message.parts:
        if part.content_type in (
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/global-delivery-status",
        ):
            yield weighed("report", part.content_type, Kind.AUTOMATIC, DECISIVE)
