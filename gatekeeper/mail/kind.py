"""The kind of a message: note, invitation, meeting, newsletter, bulk or automatic, and what shows it.

Signals choose the column of the chart; they never grant permission. No single one suffices, so each has points
for a kind, and the rules below weigh them in a fixed order: calendar objects and reports say what they are;
an invitation stays one whatever platform or list it came through; the rest goes to who shows most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gatekeeper.mail.calendar import calendar_of
from gatekeeper.mail.declaration import (
    DECISIVE,
    REPLY_SUBJECT,
    SUBJECT_TAG,
    Kind,
    Signal,
    Weighed,
    declared_automatic,
    declared_list,
    declared_person,
    is_through_list,
)
from gatekeeper.mail.message import Message
from gatekeeper.mail.phrases import PHRASES
from gatekeeper.mail.text import Text, text_of
from gatekeeper.mail.wording import Topic

__all__ = ["Finding", "Kind", "Signal", "declared_kind", "kind_of"]

INVITATION_FROM: Final = 5.0
NEWSLETTER_FROM: Final = 4.0
AUTOMATIC_FROM: Final = 4.0
BULK_FROM: Final = 3.0
HEAD_CHARACTERS: Final = 2_500
"""An invitation says so near its beginning; further down it is one item among others."""
OPENING_CHARACTERS: Final = 700
MANY_RECIPIENTS: Final = 20
MANY_LINKS: Final = 8
FOOTER_CHARACTERS: Final = 1_500
SHORT_CHARACTERS: Final = 600

_INVITING_PATH = re.compile(
    r"(?:^|[/_.-])(?:join\w*|invit\w*|accept\w*|rsvp|regist\w*|signup|sign-up|attend\w*|connect|einladung\w*|"
    r"anmeld\w*|"
    r"uninvited|inscri\w*|zaproszeni\w*|davet\w*|convite\w*|isd)(?:[/_.-]|$)"
)
_UNSUBSCRIBING_PATH = re.compile(
    r"unsub|opt-?out|abmeld|desinscri|desuscri|preferences|subscription|abbestell|\bbaja\b"
)
_ACCEPTED_SUBJECT = re.compile(
    r"^\s*(?:accepted|declined|tentative|tentatively accepted|canceled|cancelled|zugesagt|abgesagt|angenommen|"
    r"abgelehnt|"
    r"accepté|refusé|aceptado|rechazado|accettato|rifiutato|aceito|recusado|geaccepteerd|afgewezen|"
    r"zaakceptowane|принято|"
    r"отклонено|kabul edildi|承諾|辞退|已接受|已拒绝|수락됨|거절됨)\s*:",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^[\s>*_#-]{0,8}([^\W\d][^:：\n]{1,30}?)[*_]{0,2}\s*[:：]", re.MULTILINE)
_BUG_SUBJECT = re.compile(
    r"\[(?:bug|issue|ticket|pr|case)[ #-]*\d+\]|\((?:\w+-\d+|#\d+)\)|\[(?:jira|gitlab|github|"
    r"jenkins)\]",
    re.IGNORECASE,
)
_RULER = re.compile(r"^[ \t]*(?:([-=*_~#+.])\1{9,}|(?:[-=*_~#+] ?){10,60})[ \t]*$", re.MULTILINE)
_FORM_LINE = re.compile(r"[\s>*_-]{0,6}[^\W\d][^:：\n]{0,30}[:：]")
_NUMBERED_SUBJECT = re.compile(
    r"#[ ]?\d{3,}|\b(?:nr|no|n°|nº|№|num|id)[.:]? ?\d{3,}|\b\d{6,}\b|\b[A-Z]{2,5}-?\d{4,}\b", re.IGNORECASE
)
_GROUP_FOOTER = re.compile(
    r"unsubscribe@|unsubscribe from this (?:group|list)|mailing list\s*$|listinfo/|yahoo! ?groups|/options/",
    re.IGNORECASE | re.MULTILINE,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s*[ap]\.?m\b|\d{1,2}\s*(?:uhr|時|点|點|시)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A kind and the signals that chose it, strongest first."""

    kind: Kind
    signals: tuple[Signal, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind} ({', '.join(signal.name for signal in self.signals)})"


def declared_kind(message: Message) -> Finding | None:
    """What the header alone decides, without reading the body; None where it takes the text to tell."""
    weighed = [*declared_automatic(message), *declared_list(message)]
    if sum(w.points for w in weighed if w.kind is Kind.AUTOMATIC) >= DECISIVE:
        return _finding(Kind.AUTOMATIC, weighed)
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
    if _points(automatic, Kind.AUTOMATIC) >= DECISIVE or (reports := list(_report_parts(message))):
        return _finding(Kind.AUTOMATIC, automatic or reports)
    weighed = [*automatic, *declared_list(message), *declared_person(message)]
    text = text_of(message)
    weighed += _worded(message, text)
    weighed += _shaped(message, text)
    if calendar is not None:
        weighed.append(Weighed(signal=Signal(name="calendar-file"), kind=Kind.INVITATION, points=1))
    return _weighed_up(message, weighed)


PLUMBING: Final = frozenset(
    {
        "list-unsubscribe",
        "one-click",
        "list-id",
        "precedence",
        "list-return-path",
        "unsubscribe-link",
        "unsubscribe-wording",
    }
)
"""Signals that a discussion list leaves on every mail, whoever wrote it."""

LEAVING: Final = frozenset({"list-unsubscribe", "unsubscribe-wording", "unsubscribe-link"})
MACHINES: Final = frozenset(
    {"auto-submitted", "system-header", "robot-author", "daemon", "null-sender", "robot-wording"}
)


def _weighed_up(message: Message, weighed: Sequence[Weighed]) -> Finding:
    points = {kind: _points(weighed, kind) for kind in Kind}
    # Answering machines write little else: their words in the subject decide before all else.
    if any(w.signal.name in ("answering-machine", "undelivered") and w.points >= 5 for w in weighed):
        return _finding(Kind.AUTOMATIC, weighed)
    # An invitation in a mail that is otherwise a newsletter must open it, or it is one item among others;
    # in an answer it is most often what is being answered.
    declared = points[Kind.NEWSLETTER] >= NEWSLETTER_FROM
    if points[Kind.INVITATION] >= INVITATION_FROM + (1 if declared else 0) + (2 if points[Kind.NOTE] >= 3 else 0):
        return _finding(Kind.INVITATION, weighed)
    # A person's mail through a list is that person's mail, whatever the list added to its header; what only
    # sounds like a machine there is a person who speaks of one.
    through_list = is_through_list(message)
    if through_list:
        points[Kind.NEWSLETTER] = sum(
            w.points for w in weighed if w.kind is Kind.NEWSLETTER and w.signal.name not in PLUMBING
        )
        machine = any(w.kind is Kind.AUTOMATIC and w.signal.name in MACHINES for w in weighed)
        editorial = points[Kind.NEWSLETTER] + min(2.0, points[Kind.BULK])
        if not machine and editorial - points[Kind.NOTE] < NEWSLETTER_FROM:
            return _finding(Kind.NOTE, weighed)
    told = points[Kind.AUTOMATIC] - points[Kind.NOTE] / 2
    # Who may leave a mailing was put on it: that outweighs the mail program it was written with.
    leaving = any(w.signal.name in LEAVING and not through_list for w in weighed)
    person = sum(
        w.points
        for w in weighed
        if w.kind is Kind.NOTE and not (leaving and w.signal.name in ("mail-program", "quotes"))
    )
    read = points[Kind.NEWSLETTER] - person
    if told >= AUTOMATIC_FROM and told >= read:
        return _finding(Kind.AUTOMATIC, weighed)
    if read + (points[Kind.BULK] / 2 if leaving else 0) >= NEWSLETTER_FROM:
        return _finding(Kind.NEWSLETTER, weighed)
    if points[Kind.BULK] + max(0.0, read) / 2 - person >= BULK_FROM:
        return _finding(Kind.BULK, weighed)
    return _finding(Kind.NOTE, weighed)


def _points(weighed: Sequence[Weighed], kind: Kind) -> float:
    return sum(w.points for w in weighed if w.kind is kind)


def _finding(kind: Kind, weighed: Sequence[Weighed]) -> Finding:
    """The kind with the signals that spoke for it."""
    mine = sorted((w for w in weighed if w.kind is kind and w.points > 0), key=lambda w: -w.points)
    return Finding(kind=kind, signals=tuple(w.signal for w in mine))


def _report_parts(message: Message) -> Iterator[Weighed]:
    for part in message.parts:
        if part.content_type in (
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/global-delivery-status",
        ):
            yield Weighed(signal=Signal(name="report", detail=part.content_type), kind=Kind.AUTOMATIC, points=DECISIVE)


def _worded(message: Message, text: Text) -> Iterator[Weighed]:
    """What the words of subject and text speak for."""

    def weigh(name: str, phrases: tuple[str, ...], kind: Kind, points: float) -> Weighed:
        return Weighed(signal=Signal(name=name, detail=", ".join(phrases[:3])[:100]), kind=kind, points=points)

    subject = PHRASES.found(message.text("subject")[:400])
    # What a person passes on may invite on his behalf; it does not make him a shop or a machine.
    passes_on = bool(text.forwarded)
    content = "\n".join(piece for piece in (text.own, text.forwarded) if piece) or text.attached or text.quoted
    opening = PHRASES.found(content[:OPENING_CHARACTERS])
    head = _together(opening, PHRASES.found(content[OPENING_CHARACTERS:HEAD_CHARACTERS]))
    whole = _together(head, PHRASES.found(content[HEAD_CHARACTERS:]))
    if passes_on:
        yield Weighed(signal=Signal(name="forwards"), kind=Kind.NOTE, points=2)
        whole = PHRASES.found(text.own)
        opening = {**PHRASES.found(text.own[:OPENING_CHARACTERS]), **_only_inviting(opening)}
    is_reply = passes_on or REPLY_SUBJECT.match(message.text("subject")) is not None

    quotes = len(text.quoted) > 40 and bool(text.own)
    if quotes:
        yield Weighed(signal=Signal(name="quotes"), kind=Kind.NOTE, points=2)

    short = len(content) < 3 * SHORT_CHARACTERS
    if (hits := subject.get(Topic.AWAY)) and not is_reply:
        yield weigh("answering-machine", hits, Kind.AUTOMATIC, 5)
    elif hits := opening.get(Topic.AWAY):
        # "I will be out tomorrow" is a person's sentence too: a machine says more of the kind, or answers at once.
        answers = is_reply or message.get("in-reply-to") is not None
        sure = short and (len(hits) > 2 or (answers and len(hits) > 1))
        yield weigh("answering-machine", hits, Kind.AUTOMATIC, 5 if sure else 2 if short else 1)
    if (hits := subject.get(Topic.UNDELIVERED)) and not is_reply:
        yield weigh("undelivered", hits, Kind.AUTOMATIC, 5)
    elif hits := opening.get(Topic.UNDELIVERED):
        yield weigh("undelivered", hits, Kind.AUTOMATIC, 4 if short or len(hits) > 1 else 2)
    told = subject.get(Topic.NOTICE, ())
    if told and not is_reply:
        yield weigh("notice-in-subject", told, Kind.AUTOMATIC, 3 if any(_says_much(hit) for hit in told) else 1.5)
    if _BUG_SUBJECT.search(message.text("subject")) and not is_reply:
        yield Weighed(signal=Signal(name="ticket-subject"), kind=Kind.AUTOMATIC, points=2)
    hits = tuple(hit for hit in opening.get(Topic.NOTICE, ()) if hit not in told)
    if hits and not is_reply:
        weight = sum(1.0 if _says_much(hit) else 0.5 for hit in hits)
        yield weigh("notice", hits, Kind.AUTOMATIC, min(4.0, 0.5 + weight))
    if hits := whole.get(Topic.ROBOT, ()):
        yield weigh("robot-wording", hits, Kind.AUTOMATIC, 3)

    # What the subject says may be what is answered: then it counts half.
    share = 0.5 if (is_reply and not passes_on) or quotes else 1.0
    if hits := subject.get(Topic.INVITES):
        yield weigh("invites-in-subject", hits, Kind.INVITATION, 4 * share)
    if hits := subject.get(Topic.INVITATION):
        yield weigh("invitation-in-subject", hits, Kind.INVITATION, 3 * share)
    if hits := subject.get(Topic.NETWORK):
        yield weigh("network-in-subject", hits, Kind.INVITATION, 3 * share)
    if hits := subject.get(Topic.EVENT):
        yield weigh("event-in-subject", hits, Kind.INVITATION, 1.5 * share)
    if hits := opening.get(Topic.INVITES):
        yield weigh("invites", hits, Kind.INVITATION, 3.5)
    elif hits := head.get(Topic.INVITES):
        yield weigh("invites", hits, Kind.INVITATION, 2)
    if hits := opening.get(Topic.NETWORK):
        yield weigh("network", hits, Kind.INVITATION, 3)
    if hits := head.get(Topic.INVITATION):
        yield weigh("invitation", hits, Kind.INVITATION, min(3.0, 1 + 0.5 * len(hits)))
    if hits := head.get(Topic.EVENT):
        yield weigh("event", hits, Kind.INVITATION, min(2.0, 0.5 + 0.5 * len(hits)))
    labels = "\n".join(_LABELLED.findall(content[:HEAD_CHARACTERS])[:30])
    if len(hits := PHRASES.found(labels).get(Topic.PLACE, ())) >= 2 and _CLOCK.search(content[:HEAD_CHARACTERS]):
        yield weigh("when-and-where", hits, Kind.INVITATION, 2)

    # "Please unsubscribe me" is a person's line: a mailing has more to say, or a link to do it.
    asks = len(content) < SHORT_CHARACTERS // 2 and not text.links
    if hits := whole.get(Topic.UNSUBSCRIBE):
        yield weigh("unsubscribe-wording", hits, Kind.NEWSLETTER, 1 if asks else 3)
    if hits := whole.get(Topic.BROWSER):
        yield weigh("browser-wording", hits, Kind.NEWSLETTER, 2)
    if hits := subject.get(Topic.NEWSLETTER):
        yield weigh("newsletter-in-subject", hits, Kind.NEWSLETTER, 2)
    if (hits := whole.get(Topic.NEWSLETTER)) and not asks:
        yield weigh("newsletter-wording", hits, Kind.NEWSLETTER, min(2.0, 0.5 + 0.5 * len(hits)))
    sales = subject.get(Topic.SALES, ()) + whole.get(Topic.SALES, ())
    if sales:
        weight = sum(1.0 if _says_much(hit) else 0.5 for hit in sales)
        yield weigh("sales-wording", sales, Kind.BULK, min(4.0, weight))
    if hits := opening.get(Topic.ANNOUNCEMENT):
        yield weigh("speaks-to-all", hits, Kind.BULK, 2)


def _together(
    first: dict[Topic, tuple[str, ...]], second: dict[Topic, tuple[str, ...]]
) -> dict[Topic, tuple[str, ...]]:
    """The phrases of two pieces of one text."""
    return {topic: tuple(dict.fromkeys(first.get(topic, ()) + second.get(topic, ()))) for topic in (*first, *second)}


def _only_inviting(hits: dict[Topic, tuple[str, ...]]) -> dict[Topic, tuple[str, ...]]:
    return {topic: phrases for topic, phrases in hits.items() if topic in (Topic.INVITES, Topic.NETWORK)}


def _says_much(phrase: str) -> bool:
    """A notice of several words; "transaction" or "ticket" alone is anybody's word."""
    return " " in phrase or not phrase.isascii()


def _shaped(message: Message, text: Text) -> Iterator[Weighed]:
    """What links, pictures and recipients speak for."""
    inviting = [link for link in text.links if _INVITING_PATH.search(link.shape)]
    if inviting:
        points = 2.0 if any(link.has_token for link in inviting) else 1.0
        detail = f"{inviting[0].host}{inviting[0].shape}"
        yield Weighed(signal=Signal(name="inviting-link", detail=detail), kind=Kind.INVITATION, points=points)
    shown = PHRASES.found("\n".join(link.text for link in text.links[:30] if link.text)[:2_000])
    if hits := shown.get(Topic.INVITES, ()) + shown.get(Topic.NETWORK, ()):
        yield Weighed(signal=Signal(name="inviting-button", detail=hits[0]), kind=Kind.INVITATION, points=1.5)
    leaving = next((link for link in text.links if _UNSUBSCRIBING_PATH.search(link.exact.lower())), None)
    if leaving or shown.get(Topic.UNSUBSCRIBE):
        detail = leaving.host if leaving else shown[Topic.UNSUBSCRIBE][0]
        yield Weighed(signal=Signal(name="unsubscribe-link", detail=detail), kind=Kind.NEWSLETTER, points=2)
    # A group's tag and footer on a mail whose list headers were lost on the way.
    if SUBJECT_TAG.match(message.text("subject")) and _GROUP_FOOTER.search(text.own[-FOOTER_CHARACTERS:]):
        yield Weighed(signal=Signal(name="group-footer"), kind=Kind.NOTE, points=3)
    if len(text.links) >= MANY_LINKS:
        points = 1.0 if len(text.links) < 2 * MANY_LINKS else 2.0
        yield Weighed(
            signal=Signal(name="many-links", detail=str(len(text.links))), kind=Kind.NEWSLETTER, points=points
        )
    if len(_RULER.findall(text.own[: 4 * HEAD_CHARACTERS])) >= 3:
        yield Weighed(signal=Signal(name="sections"), kind=Kind.NEWSLETTER, points=1)
    lines = [line for line in text.own[:HEAD_CHARACTERS].split("\n") if line.strip()]
    fields = sum(1 for line in lines if _FORM_LINE.match(line))
    if fields >= 4 and fields >= 0.6 * len(lines):
        yield Weighed(signal=Signal(name="form", detail=f"{fields} fields"), kind=Kind.AUTOMATIC, points=2.5)
    if _NUMBERED_SUBJECT.search(message.text("subject")) and not REPLY_SUBJECT.match(message.text("subject")):
        yield Weighed(signal=Signal(name="numbered-subject"), kind=Kind.AUTOMATIC, points=1)
    if text.images >= 4:
        yield Weighed(signal=Signal(name="many-pictures", detail=str(text.images)), kind=Kind.NEWSLETTER, points=1)
    if text.images and len(text.own) < 40 and not text.forwarded:
        yield Weighed(signal=Signal(name="pictures-only", detail=str(text.images)), kind=Kind.BULK, points=3)
    if text.hidden >= 200:
        yield Weighed(signal=Signal(name="hidden-text", detail=str(text.hidden)), kind=Kind.BULK, points=1)
    recipients = len(message.addresses("to")) + len(message.addresses("cc"))
    if recipients >= MANY_RECIPIENTS:
        yield Weighed(signal=Signal(name="many-recipients", detail=str(recipients)), kind=Kind.BULK, points=1)
    elif not recipients or message.addresses("to") == message.addresses("from"):
        yield Weighed(signal=Signal(name="recipients-hidden"), kind=Kind.BULK, points=1)
