"""The kind of a message: note, invitation, meeting, newsletter, bulk or automatic, and what shows it.

Signals choose the column of the chart; they never grant permission. No single one suffices, so each has points
for a kind, and the rules below weigh them in a fixed order: calendar objects and reports say what they are;
an invitation stays one whatever platform or list it came through; the rest goes to who shows most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gatekeeper.kinds.appearance import seen
from gatekeeper.kinds.declaration import declared_automatic, declared_list, declared_person, is_through_list
from gatekeeper.kinds.pitch import SURELY_SELLS
from gatekeeper.kinds.speech import spoken
from gatekeeper.kinds.weighing import DECISIVE, Kind, Signal, Weighed, weighed
from gatekeeper.mail.calendar import calendar_of
from gatekeeper.mail.message import Message
from gatekeeper.mail.text import text_of
from gatekeeper.values import value

__all__ = ["Finding", "Kind", "Signal", "declared_kind", "kind_of", "signals_of"]

INVITATION_FROM: Final = 5.0
PLATFORM_ADVANTAGE: Final = 1.5
"""Points fewer that it takes where a platform asks."""
NEWSLETTER_FROM: Final = 4.0
AUTOMATIC_FROM: Final = 4.0
OFFICE_FROM: Final = 2.5
"""Points from which a notice that an office sends is automatic."""
PERSON_FROM: Final = 5.0
"""Points from which a notice is automatic though nothing but its words is a machine's."""
BULK_FROM: Final = 3.0
OFFERED_FROM: Final = 0.25
"""A word of selling, where an organisation writes to nobody by name and gives notice of nothing."""

_ACCEPTED_SUBJECT = re.compile(
    r"^\s*(?:accepted|declined|tentative|tentatively accepted|canceled|cancelled|zugesagt|abgesagt|angenommen|"
    r"abgelehnt|"
    r"accepté|refusé|aceptado|rechazado|accettato|rifiutato|aceito|recusado|geaccepteerd|afgewezen|"
    r"zaakceptowane|принято|"
    r"отклонено|kabul edildi|承諾|辞退|已接受|已拒绝|수락됨|거절됨)\s*:",
    re.IGNORECASE,
)


PLUMBING: Final = frozenset(
    {
        "list-unsubscribe",
        "one-click",
        "list-id",
        "precedence",
        "list-return-path",
        "return-path-by-recipient",
        "errors-to",
        "to-many",
        "unsubscribe-link",
        "unsubscribe-wording",
        "way-out",
    }
)
"""Signals that a discussion list leaves on every mail, whoever wrote it."""
LEAVING: Final = frozenset({"list-unsubscribe", "unsubscribe-wording", "unsubscribe-link", "way-out"})
MACHINES: Final = frozenset(
    {
        "auto-submitted",
        "system-header",
        "robot-author",
        "daemon",
        "null-sender",
        "robot-wording",
        "web-form",
        "list-office",
    }
)
NOTICES: Final = frozenset(
    {"notice", "notice-in-subject", "robot-in-subject", "ticket-subject", "system-header", "form", "severity", "code"}
)
DECLARES: Final = frozenset(
    {
        "list-unsubscribe",
        "list-id",
        "precedence",
        "mass-mailer",
        "mass-mailer-header",
        "newsletter-in-subject",
        "editor-author",
    }
)
"""Signals of mailings that notices do not bear; both have footers, pixels and tables."""
NOTICE_ADVANTAGE: Final = 3.0
OFFICES: Final = frozenset({"brand-author", "role-author", "robot-author", "machine-host", "addresses-by-address"})
"""Signals that nobody in person writes: a notice needs less to be one."""
FORMAL: Final = OFFICES | {
    "inviting-author",
    "editor-author",
    "list-id",
    "list-unsubscribe",
    "invites-in-subject",
    "when-and-where",
}
"""Signals that more than one person stands behind an invitation, or that it has an invitation's form."""
ANSWERING: Final = frozenset({"answering-machine", "undelivered"})
INVITING: Final = frozenset(
    {
        "invites-in-subject",
        "invitation-in-subject",
        "network-in-subject",
        "event-in-subject",
        "invites",
        "network",
        "invitation",
        "event",
        "when-and-where",
        "gathers",
        "calls-crowd",
        "asks-to-join",
        "asks-to-answer",
        "inviting-link",
        "inviting-button",
        "inviting-author",
        "calendar-file",
    }
)
SAYS_OUTRIGHT: Final = INVITING - {"event", "event-in-subject", "gathers", "calls-crowd", "when-and-where"}
ASKED_FOR_ANOTHER: Final = frozenset({"network", "network-in-subject", "invites-in-subject", "inviting-link"})
"""What a platform says that somebody wants of the reader."""
TO_MANY: Final = frozenset({"recipients-hidden", "to-crowd"})
NAMES_INVITATION: Final = frozenset({"invitation-in-subject", "invitation"})
SAYS_WELCOME: Final = frozenset({"invites", "invitation", "event", "gathers", "calls-crowd"})
MAGAZINE: Final = frozenset({"long-read", "many-links", "dense-links", "many-pictures", "laid-out", "sections"})
"""What looks like something to leaf through."""
EDITORIAL: Final = frozenset({"newsletter-in-subject", "newsletter-wording", "issue-subject", "long-read"})

OFFERING: Final = frozenset(
    {
        "pitch",
        "sales-wording",
        "press-release",
        "press-release-in-subject",
        "pictures-only",
        "hidden-text",
        "office-to-hidden",
    }
)
"""Signals of bulk mail that more than its greeting and its readers show."""
ENTITLED: Final = frozenset({"newsletter-in-subject", "issue-subject"})
"""What only a subject says."""

_NO_POINTS: Final = dict.fromkeys(Kind, 0.0)


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
    return _weighed_up(message, _signals(message, automatic))


def signals_of(message: Message) -> list[Weighed]:
    """Everything that header, words and looks of `message` speak for."""
    return _signals(message, list(declared_automatic(message)))


def _signals(message: Message, automatic: list[Weighed]) -> list[Weighed]:
    text = text_of(message)
    weights = [
        *automatic,
        *declared_list(message),
        *declared_person(message),
        *spoken(message, text),
        *seen(message, text),
    ]
    if calendar_of(message) is not None:
        weights.append(weighed("calendar-file", "", Kind.INVITATION, 1))
    return weights


def _weighed_up(message: Message, weights: Sequence[Weighed]) -> Finding:
    points = _NO_POINTS.copy()
    for weight in weights:
        points[weight.kind] += weight.points
    names = {weight.signal.name for weight in weights}
    # Answering machines write little else: their words in the subject decide before all else.
    if names & ANSWERING and any(w.signal.name in ANSWERING and w.points >= 5 for w in weights):
        return _finding(Kind.AUTOMATIC, weights)
    # Who tells one reader by his name of his holiday is a colleague.
    if "absence-notice" in names and "greets-by-name" not in names:
        return _finding(Kind.AUTOMATIC, weights)
    inviting = points[Kind.INVITATION]
    pitch = max((w.points for w in weights if w.signal.name == "pitch"), default=0.0)
    sells = pitch >= BULK_FROM
    if inviting >= INVITATION_FROM - PLATFORM_ADVANTAGE and inviting >= _invitation_from(points, names, pitch):
        return _finding(Kind.INVITATION, weights)
    # A person's mail through a list is that person's mail, whatever the list added to its header; what only
    # sounds like a machine there is a person who speaks of one.
    # An editor has his mailing's list to himself.
    edits = not points[Kind.NOTE] and names >= {"editor-author", "newsletter-wording"}
    through_list = not edits and is_through_list(message)
    if through_list:
        points[Kind.NEWSLETTER] = sum(
            w.points for w in weights if w.kind is Kind.NEWSLETTER and w.signal.name not in PLUMBING
        )
        editorial = points[Kind.NEWSLETTER] + min(2.0, points[Kind.BULK])
        if not names & MACHINES and editorial - points[Kind.NOTE] < NEWSLETTER_FROM:
            return _finding(Kind.NOTE, weights)
    told = points[Kind.AUTOMATIC] - points[Kind.NOTE] / 2
    if "office-to-hidden" in names:
        # A circular has its matters one below another, as a form has its fields.
        told -= sum(w.points for w in weights if w.signal.name == "form")
    if "auto-submitted" in names:
        # Where it says of itself that a machine wrote it, a name below is whom it speaks of.
        told -= sum(w.points for w in weights if w.signal.name == "signed")
    # Who may leave a mailing was put on it: that outweighs the mail program it was written with. So do an
    # organisation's name over a mail, and a layout with a pixel that counts its readers.
    leaving = not through_list and bool(names & LEAVING)
    mass = leaving or "brand-author" in names or names >= {"laid-out", "counting-pixel"}
    person = points[Kind.NOTE]
    if mass:
        person -= sum(w.points for w in weights if w.kind is Kind.NOTE and w.signal.name in ("mail-program", "quotes"))
    read = points[Kind.NEWSLETTER] - person
    if "robot-author" in names and not names & (LEAVING | DECLARES - ENTITLED - {"precedence"}):
        # The disks of a machine have volumes, and its reports numbers; "Precedence: bulk" asks answering machines not
        # to answer (RFC 3834 5), which a machine wants, too.
        unedited = ENTITLED | {"precedence"}
        read -= sum(w.points for w in weights if w.kind is Kind.NEWSLETTER and w.signal.name in unedited)
    # A platform's notices may be turned off, too: then they have a way out, and nothing else of a mailing.
    turned_off = {"robot-author", "notice-in-subject"} <= names and not names & (EDITORIAL | {"pitch", "sales-wording"})
    advantage = NOTICE_ADVANTAGE if names & NOTICES and (turned_off or not names & DECLARES) else 0.0
    if turned_off:
        read -= sum(w.points for w in weights if w.signal.name == "list-unsubscribe")
    impersonal = not points[Kind.NOTE] and "signed" not in names
    office = impersonal and (bool(names & OFFICES and names & NOTICES) or "robot-author" in names)
    # People write "welcome to Turkey, your flight leaves at nine": words alone must say more than a machine's do.
    spoken_only = not names & (
        OFFICES | MACHINES | {"organisation-author", "answering-machine", "undelivered", "form", "numbered-subject"}
    )
    needed = OFFICE_FROM if office else PERSON_FROM if spoken_only else AUTOMATIC_FROM
    # Who offers something speaks of orders, delivery and invoices too.
    offers = (
        names & {"pitch", "to-crowd"}
        and points[Kind.BULK] > max(told, BULK_FROM)
        and not names & MACHINES - {"robot-author"}
    )
    if told >= needed and told + advantage >= read and not offers:
        return _finding(Kind.AUTOMATIC, weights)
    # A call for papers has an editor and a volume, and a seller's "of the day"; it is no issue of anything.
    # An editor may sell what he likes in what he sends to many.
    issue = (
        not sells
        or names >= {"editor-author", "newsletter-to-many"}
        or bool(names & (LEAVING | MAGAZINE | DECLARES - {"editor-author", "newsletter-in-subject"}))
    )
    if issue and read + (points[Kind.BULK] / 2 if leaving else 0) >= NEWSLETTER_FROM:
        return _finding(Kind.NEWSLETTER, weights)
    # Who tells all his friends how his father is greets them all, too, and signs.
    offers_nothing = "signed" in names and not names & OFFERING
    if not offers_nothing and points[Kind.BULK] + max(0.0, read) / 2 - person >= BULK_FROM:
        # What appears regularly is a newsletter even where it declares nothing.
        edited = read >= 2 and issue and (len(names & EDITORIAL) > 1 or "newsletter-in-subject" in names)
        return _finding(Kind.NEWSLETTER if edited else Kind.BULK, weights)
    if not points[Kind.NOTE] and "brand-author" in names and not through_list:
        # An organisation to one reader, and no mailing: it sells something, or gives notice of something, or somebody
        # there writes a letter.
        offered = 1.0 if names & MACHINES or "greets-by-name" in names else OFFERED_FROM
        if "to-crowd" in names or (points[Kind.BULK] >= offered and not names & NOTICES):
            return _finding(Kind.BULK, weights)
        # A clerk's letter greets its reader; what a machine calls him by his name for is notice of something.
        if impersonal and ("greets-by-name" not in names or names & NOTICES):
            return _finding(Kind.AUTOMATIC, weights)
    return _finding(Kind.NOTE, weights)


def _invitation_from(points: dict[Kind, float], names: set[str], pitch: float) -> float:
    """The points from which a mail is an invitation.

    In a newsletter it must open the mail, or it is one item among others; in an answer it is most often what is
    being answered.
    """
    needed = INVITATION_FROM
    sells = pitch >= BULK_FROM
    # A club's list is no newsletter of its own: what goes through it is one matter.
    edited = names & (LEAVING | EDITORIAL | MAGAZINE | {"editor-author", "mass-mailer", "mass-mailer-header"})
    if points[Kind.NEWSLETTER] >= NEWSLETTER_FROM and edited:
        item = names & {"newsletter-in-subject", "gathers", "calls-crowd"} or not names & SAYS_OUTRIGHT
        needed += 4 if item else 1
    if points[Kind.NOTE] >= 3 or "reply-subject" in names:
        needed += 2
    # "Kim, come to dinner on Sunday" is a note to a friend: no link, no form, and it is not called an invitation.
    if "greets-by-name" in names and "calls-crowd" not in names and not names & FORMAL:
        needed += 1 if "network" in names else 4
    wants = names & INVITING
    # A guest list, a printer's question about the cards: it speaks of an invitation, and does none.
    if wants and wants <= NAMES_INVITATION and not names & {"brand-author", "robot-author"}:
        needed += 2
    # A sales letter looks forward to seeing its reader too; a club that calls its people says what it costs.
    if sells and wants <= SAYS_WELCOME and ("calls-crowd" not in names or pitch >= SURELY_SELLS):
        needed += 2
    # Who says so outright to a crowd invites it.
    if names & (TO_MANY | {"list-id"}) and names & SAYS_OUTRIGHT and not edited:
        needed -= 1
    # A platform that lets somebody ask for the reader's acquaintance, or his company.
    if names & OFFICES and names & ASKED_FOR_ANOTHER and not sells:
        needed -= PLATFORM_ADVANTAGE
    return needed


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
