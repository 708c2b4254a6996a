"""Speech: what the words of a subject and a text speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gatekeeper.kinds.absence import tells_of_absence
from gatekeeper.kinds.appeal import CLOCK, HEAD_PIECES, appealed
from gatekeeper.kinds.author import has_editor, is_organisation, said_by_author
from gatekeeper.kinds.declaration import SUBJECT_TAG, follows_itself, is_reply_subject
from gatekeeper.kinds.doorway import Doorway, doorway_of
from gatekeeper.kinds.phrases import FAMILIAR, LABELS, PHRASES, STRANGERS, WAYS_OUT
from gatekeeper.kinds.pitch import pitched
from gatekeeper.kinds.readers import Readers
from gatekeeper.kinds.topic import Topic
from gatekeeper.kinds.weighing import Kind, Weighed, weighed
from gatekeeper.kinds.wording import Heard, Phrases, Said, says_much
from gatekeeper.mail.message import Message
from gatekeeper.mail.text import Text

OPENING_CHARACTERS: Final = 700
HEAD_CHARACTERS: Final = 2_500
"""An invitation says so near its beginning; further down it is one item among others."""
FOOTER_CHARACTERS: Final = 1_500
WAY_OUT_CHARACTERS: Final = 320
"""A way out that a person has put in words is a sentence or two at the very end."""
WAY_OUT_NEAR_CHARACTERS: Final = 110
SHORT_CHARACTERS: Final = 600
MAX_SUBJECT_CHARACTERS: Final = 400
OFFICE_AUTHORS: Final = frozenset({"brand-author", "role-author", "robot-author", "editor-author"})
MAX_LABEL_CHARACTERS: Final = 42
MAX_LABELS: Final = 30
MAX_DOORS: Final = 20
"""Links that are looked at for where one answers."""
SHORT_SUBJECT_WORDS: Final = 4
BULLET_CHARACTERS: Final = 60
"""Lines of a list are shorter than those of a letter."""

_BUG_SUBJECT = re.compile(
    r"\[(?:bug|issue|ticket|pr|case)[ #-]*\d+\]|\((?:\w+-\d+|#\d+)\)|\[(?:jira|gitlab|github|"
    r"jenkins)\]",
    re.IGNORECASE,
)
_READ = re.compile(
    r"\s*(?:read|gelesen|lu|leído|letto|lido|lida|gelezen|przeczytano|прочитано|okundu|läst|lest|læst|開封済み|已读|已讀|읽음)"
    r"\s*[:：]",
    re.IGNORECASE,
)
"""How mail programs entitle a receipt."""
_WAY_OUT = re.compile(r"\b(?:leave|unsub\w*|remove|off|signoff|abmelden|baja)[-+.=_][^\s@]{0,80}@", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_IS_INVITATION = re.compile(
    r"\s*(?:(?:your|our|special|personal|personali[sz]ed|exclusive|event|reminder|last|final|an?|"
    r"the)\W{1,3}){0,3}"
    r"invit(?:ation|e)\s*(?:to|for|from|:|-|–|\Z)|"
    r"\s*(?:ihre |deine |persönliche |herzliche |save the date:? )?einladung"
    r"(?:\s+(?:zu[rm]?\b|an\b|für\b|von\b|(?:mo|di|mi|do|fr|sa|so)\b|\d+\.)|\s*[:–-]|\Z)|"
    r"\s*(?:votre )?invitation\s+(?:à|au|aux|pour|de)\b|\s*(?:su |tu )?invitaci[óo]n\s+(?:a|al|para|de)\b|"
    r"\s*(?:il tuo |un )?invito\s+(?:a|al|alla|all|per)\b|\s*(?:seu )?convite(?:\s+(?:para|à|ao)\b|\s*[:–-])|"
    r"\s*uitnodiging\s+(?:voor|om|tot)\b|\s*zaproszenie\s+(?:na|do|dla)\b|\s*приглашение\s+(?:на|в|от)\b",
    re.IGNORECASE,
)
"""A subject that is called an invitation, and not one that speaks of it."""
_ISSUE_NUMBER = re.compile(
    r"\b(?:issue|edition|vol(?:ume)?|no|nr|n°|nº|№|ausgabe|numéro|número|numero|nummer|note|digest|выпуск|第)"
    r"\.? ?#? ?\d{1,5}\b|"
    r"#\d{1,4}\b|\d{1,4} ?(?:期|号|號|호)|\A\w[\w'’-]*(?: [\w'’-]+){0,2} \d{1,4} ?[:–—|]",
    re.IGNORECASE,
)
_ISSUE_DATE = re.compile(
    r"\b(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[-./]{1,2}\d{1,2}[-./]{1,2}(?:19|20)?\d\d\b|"
    r"\b(?:jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*"
    r"\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|"
    r"\b\d{1,2}\.? (?:jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*\.? (?:19|20)\d\d|"
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|"
    r"juli|oktober|dezember) (?:19|20)\d\d",
    re.IGNORECASE,
)
"""The number or date by which a periodical names its issues."""


def spoken(message: Message, text: Text, readers: Readers, *, through_list: bool) -> Iterator[Weighed]:
    """Signals of the words, wherever they stand, for `readers` of a mail that came through a list or not."""
    title = message.text("subject")
    # What a person passes on may invite on his behalf; it does not make him a shop or a machine.
    passes_on = bool(text.forwarded)
    content = "\n".join(piece for piece in (text.own, text.forwarded) if piece) or text.attached or text.quoted
    said = _said(title, content)
    heard = PHRASES.heard_in(said)
    subject = heard.in_subject()
    opening = heard.in_text(1)
    head = heard.in_text(2)
    whole = heard.in_text()
    if passes_on:
        yield weighed("forwards", "", Kind.NOTE, 2)
        own = PHRASES.heard_in(_said("", text.own))
        whole = own.in_text()
        opening = {**own.in_text(1), **_only_inviting(opening)}
    alone = follows_itself(message)
    is_reply = passes_on or (is_reply_subject(title) and not alone)
    answered = message.get("in-reply-to") is not None and not alone
    # A line or two that look like a quotation do not make a long text an answer.
    quotes = len(text.quoted) > 40 and bool(text.own) and len(text.quoted) * 25 > len(text.own)
    if quotes and not (is_reply or answered or message.get("references")):
        # In a first letter a few short lines that begin with ">" are a list.
        quotes = len(text.own) < len(text.quoted) or max(map(len, text.quoted.split("\n"))) >= BULLET_CHARACTERS
    if quotes:
        yield weighed("quotes", "", Kind.NOTE, 2)
    if hits := subject.get(Topic.DRAFT):
        yield weighed("draft", ", ".join(hits), Kind.NOTE, 3)
        yield weighed("draft", ", ".join(hits), Kind.INVITATION, -3)
    yield from _of_machines(message, subject, opening, whole, text.own, len(content), is_reply=is_reply)
    # What the subject says may be what is answered: then it counts half.
    answers = (is_reply and not passes_on) or quotes or answered
    share = 0.5 if answers else 1.0
    to_crowd = readers is Readers.CROWD
    # Nobody answers an invitation to a crowd, nor with a link.
    may_answer = not (text.links or to_crowd)
    yield from _of_hosts(title, subject, opening, head, content, share, may_answer=may_answer)
    if not (quotes or passes_on or answered or through_list):
        yield from _of_strangers(message, text, said, subject, head, readers, answers=answers)
    # "Please unsubscribe me" is a person's line: a mailing has more to say, or a link to do it.
    short = SHORT_CHARACTERS if Topic.OWN_CASE in opening else SHORT_CHARACTERS // 2
    if said.unspaced:
        short //= 2  # scripts without spaces say the same in half as many
    hidden = to_crowd and not message.addresses("to")
    asks = len(content) < short and not (text.links or hidden or _WAY_OUT.search(content))
    # An editor is short now and then, too: what he writes is called a letter, an issue, a number.
    if asks and Topic.UNSUBSCRIBE in whole and has_editor(message):
        asks = Topic.NEWSLETTER not in whole and not _issue_in(title)
    yield from _of_editors(title, heard, subject, whole, asks=asks, is_reply=is_reply, to_crowd=to_crowd)
    if not (is_reply or asks or Topic.UNSUBSCRIBE in whole):
        # To one reader, from a person, it may be about anything that he gets.
        mailed = to_crowd or has_editor(message) or is_organisation(message)
        if (mailed or Topic.NEWSLETTER in subject) and (way := _way_out(content)):
            yield _weigh("way-out", way, Kind.NEWSLETTER, 4 if mailed else 2.5)
    yield from _of_sellers(subject, opening, whole)


def _way_out(content: str) -> tuple[str, ...]:
    """What the last lines say of leaving a mailing: what one does, and what becomes of one's address; () for none."""
    heard = WAYS_OUT.heard("", (content[-WAY_OUT_CHARACTERS:],))
    return heard.side_by_side(Topic.DOING, Topic.LEAVING, WAY_OUT_NEAR_CHARACTERS)


def _said(title: str, content: str) -> Said:
    return Said(
        title[:MAX_SUBJECT_CHARACTERS],
        (content[:OPENING_CHARACTERS], content[OPENING_CHARACTERS:HEAD_CHARACTERS], content[HEAD_CHARACTERS:]),
    )


def _of_machines(
    message: Message, subject: Phrases, opening: Phrases, whole: Phrases, own: str, characters: int, *, is_reply: bool
) -> Iterator[Weighed]:
    """Answering machines, delivery reports, notices about what the reader did."""
    short = characters < 3 * SHORT_CHARACTERS
    title = message.text("subject")
    # A machine answers the one who wrote; people tell several that they will be away.
    several = len(message.addresses("to")) + len(message.addresses("cc")) > 1
    if (hits := subject.get(Topic.AWAY)) and not is_reply:
        # "Absence" may be what a student writes about: a machine has hardly another word in its subject.
        sure = any(says_much(hit) for hit in hits) or Topic.AWAY in opening or len(title.split()) <= SHORT_SUBJECT_WORDS
        yield _weigh("answering-machine", hits, Kind.AUTOMATIC, 1 if several or not sure else 5)
    elif hits := opening.get(Topic.AWAY):
        # "I will be out tomorrow" is a person's sentence too: a machine says more of the kind, or answers at once.
        answers = is_reply or message.get("in-reply-to") is not None
        sure = short and not several and (len(hits) > 2 or (answers and len(hits) > 1) or tells_of_absence(title, own))
        yield _weigh("answering-machine", hits, Kind.AUTOMATIC, 5 if sure else 2 if short else 1)
        if characters < SHORT_CHARACTERS and not several and (urgent := opening.get(Topic.URGENT)):
            # It decides by itself, unless the reader is greeted by his name: see `kinds.balance`.
            yield _weigh("absence-notice", (*hits[:1], *urgent), Kind.AUTOMATIC, 0.5)
    if (hits := subject.get(Topic.UNDELIVERED)) and not is_reply:
        yield _weigh("undelivered", hits, Kind.AUTOMATIC, 5)
    elif hits := opening.get(Topic.UNDELIVERED):
        yield _weigh("undelivered", hits, Kind.AUTOMATIC, 4 if short or len(hits) > 1 else 2)
    told = subject.get(Topic.NOTICE, ())
    if told and not is_reply:
        # Shops welcome their readers to winter, too.
        sure = any(says_much(hit) and hit != "welcome to" for hit in told)
        yield _weigh("notice-in-subject", told, Kind.AUTOMATIC, 3 if sure else 2 if "welcome to" in told else 1.5)
    if ("[" in title or "(" in title) and _BUG_SUBJECT.search(title) and not is_reply:
        yield weighed("ticket-subject", "", Kind.AUTOMATIC, 2)
    hits = opening.get(Topic.NOTICE, ())
    if hits and not is_reply and (hits := tuple(hit for hit in hits if hit not in told)):
        weight = sum(1.0 if says_much(hit) else 0.5 for hit in hits)
        yield _weigh("notice", hits, Kind.AUTOMATIC, min(4.0, 0.5 + weight))
    if (hits := subject.get(Topic.ROBOT, ())) and not is_reply:
        yield _weigh("robot-in-subject", hits, Kind.AUTOMATIC, 5)
    if hits := whole.get(Topic.ROBOT, ()):
        yield _weigh("robot-wording", hits, Kind.AUTOMATIC, 3 if is_reply else 4)
    elif hits := whole.get(Topic.GENERATED, ()):
        yield _weigh("generated", hits, Kind.AUTOMATIC, 2.5)
    if short and not is_reply and _READ.match(title):
        yield weighed("answering-machine", title, Kind.AUTOMATIC, 5)


def _of_hosts(
    title: str, subject: Phrases, opening: Phrases, head: Phrases, content: str, share: float, *, may_answer: bool
) -> Iterator[Weighed]:
    """Who invites, and to what. `may_answer`: it may speak of an invitation that its reader has sent."""
    if match := _IS_INVITATION.match(title[tag.end() :] if (tag := SUBJECT_TAG.match(title)) else title):
        yield weighed("invites-in-subject", match.group(), Kind.INVITATION, 4 * share)
    elif hits := subject.get(Topic.INVITES):
        yield _weigh("invites-in-subject", hits, Kind.INVITATION, 4 * share)
    if hits := subject.get(Topic.INVITATION):
        yield _weigh("invitation-in-subject", hits, Kind.INVITATION, 3 * share)
    if hits := subject.get(Topic.NETWORK):
        yield _weigh("network-in-subject", hits, Kind.INVITATION, 3 * share)
    if hits := subject.get(Topic.EVENT):
        yield _weigh("event-in-subject", hits, Kind.INVITATION, 1.5 * share)
    if hits := (subject.get(Topic.THANKS) or opening.get(Topic.THANKS)) if may_answer else None:
        yield _weigh("speaks-of-invitation", hits, Kind.INVITATION, -4)
    # "Please join us in welcoming Kim" invites nobody to anything.
    polite = Topic.COURTESY in opening or Topic.COURTESY in head
    if hits := _without_courtesy(opening.get(Topic.INVITES, ()), polite=polite):
        yield _weigh("invites", hits, Kind.INVITATION, 3.5 if share < 1 else min(5.0, 2.5 + len(hits)))
        if any("rsvp" in hit for hit in hits):
            yield weighed("rsvp", "", Kind.INVITATION, 0)
    elif hits := _without_courtesy(head.get(Topic.INVITES, ()), polite=polite):
        yield _weigh("invites", hits, Kind.INVITATION, 2)
    if hits := opening.get(Topic.NETWORK):
        yield _weigh("network", hits, Kind.INVITATION, 3 if share < 1 or len(content) > SHORT_CHARACTERS else 4)
    if hits := head.get(Topic.INVITATION):
        yield _weigh("invitation", hits, Kind.INVITATION, min(3.0, 1 + 0.5 * len(hits)))
    if hits := head.get(Topic.EVENT):
        yield _weigh("event", hits, Kind.INVITATION, min(2.0, 0.5 + 0.5 * len(hits)))
    start = content[:HEAD_CHARACTERS]
    if len(labels := _labels(start)) >= 2:
        hits = LABELS.found("\n".join(labels)).get(Topic.PLACE, ())
        if len(hits) >= 2 and CLOCK.search(start):
            yield _weigh("when-and-where", hits, Kind.INVITATION, 2)


def _without_courtesy(hits: tuple[str, ...], *, polite: bool) -> tuple[str, ...]:
    return tuple(hit for hit in hits if "join" not in hit) if polite else hits


def _of_strangers(
    message: Message, text: Text, said: Said, subject: Phrases, head: Phrases, readers: Readers, *, answers: bool
) -> Iterator[Weighed]:
    """Who sells, and who asks many to come or to answer."""
    title = message.text("subject")[:MAX_SUBJECT_CHARACTERS]
    heard = STRANGERS.heard_in(said, HEAD_PIECES)
    subject = subject | heard.in_subject()
    head = head | heard.in_text()
    to = message.addresses("to")
    author = "".join(message.addresses("from")[:1])
    domain = "@" + author.rpartition("@")[2]
    offices = {seen.signal.name for seen in said_by_author(message)} & OFFICE_AUTHORS
    # Colleagues speak of prices and customers all day; an office that writes to its own address writes to customers.
    colleague = not (offices or author in to or readers is Readers.CROWD) and any(
        address.endswith(domain) for address in to
    )
    pitch = None if colleague else pitched(heard, title, subject, head, text.own, readers)
    if pitch:
        yield pitch
    if readers is Readers.CROWD and not answers:
        # What an organisation has to tell everybody at once is an announcement, whatever it says.
        office = bool(offices) or is_organisation(message)
        if to:
            yield weighed("to-crowd", to[0], Kind.BULK, 3 if office else 1)
        elif office:
            yield weighed("office-to-hidden", "", Kind.BULK, 2)
    if readers is Readers.LIST:
        yield weighed("to-list", "".join(to[:1]), Kind.NOTE, 0)
    if not answers:
        platform = not offices.isdisjoint(("brand-author", "robot-author"))
        yield from appealed(
            heard,
            said,
            subject,
            head,
            to=len(to) + len(message.addresses("cc")),
            to_crowd=readers is Readers.CROWD,
            to_list=readers is Readers.LIST,
            linked=bool(text.links),
            to_poll=any(doorway_of(link) is Doorway.POLL for link in text.links[:MAX_DOORS]),
            pitch=pitch.points if pitch else 0.0,
            platform=platform,
        )


def _labels(text: str) -> list[str]:
    """What stands before a colon at the beginning of a line."""
    if text.count(":") + text.count("：") < 2:
        return []
    labels: list[str] = []
    for line in text.replace("：", ":").split("\n"):
        label, colon, _ = line[:MAX_LABEL_CHARACTERS].partition(":")
        if colon and (label := label.strip(" \t>*_#-")) and label[0].isalpha():
            labels.append(label)
    return labels[:MAX_LABELS]


def _of_editors(
    title: str, heard: Heard, subject: Phrases, whole: Phrases, *, asks: bool, is_reply: bool, to_crowd: bool
) -> Iterator[Weighed]:
    """What those say who write to subscribers."""
    if hits := whole.get(Topic.UNSUBSCRIBE):
        # Below a text of some length it is the way out that mailings offer, whatever stands above.
        footer = not asks and not is_reply and heard.at_end(Topic.UNSUBSCRIBE, FOOTER_CHARACTERS // 2)
        yield _weigh("unsubscribe-wording", hits, Kind.NEWSLETTER, 1 if asks else 4 if footer else 3)
    if hits := whole.get(Topic.BROWSER):
        yield _weigh("browser-wording", hits, Kind.NEWSLETTER, 2)
    if hits := subject.get(Topic.NEWSLETTER):
        yield _weigh("newsletter-in-subject", hits, Kind.NEWSLETTER, 2)
    if (hits := whole.get(Topic.NEWSLETTER)) and not asks:
        yield _weigh("newsletter-wording", hits, Kind.NEWSLETTER, min(2.0, 0.5 + 0.5 * len(hits)))
    if is_reply:
        return
    issue = ", ".join(subject.get(Topic.PERIODICAL, ())) or _issue_in(title)
    if issue:
        yield weighed("issue-subject", issue, Kind.NEWSLETTER, 1.5)
    # People, too, tell their friends of what was on a day.
    if to_crowd and (Topic.NEWSLETTER in subject or (issue and not _ISSUE_DATE.search(issue))):
        yield weighed("newsletter-to-many", "", Kind.NEWSLETTER, 2)


def _issue_in(title: str) -> str:
    """The number or date by which a subject names an issue; "" for none."""
    if not _DIGIT.search(title[:200]):
        return ""
    match = _ISSUE_NUMBER.search(title[:200]) or _ISSUE_DATE.search(title[:200])
    return match.group() if match else ""


def _of_sellers(subject: Phrases, opening: Phrases, whole: Phrases) -> Iterator[Weighed]:
    """What those say who write to everybody."""
    if sales := subject.get(Topic.SALES, ()) + whole.get(Topic.SALES, ()):
        weight = sum(1.0 if says_much(hit) else 0.5 for hit in sales)
        yield _weigh("sales-wording", sales, Kind.BULK, min(4.0, weight))
    # People talk of press releases; who sends one says so in the subject.
    if hits := subject.get(Topic.PRESS):
        yield _weigh("press-release-in-subject", hits, Kind.BULK, 2)
    if hits := whole.get(Topic.PRESS):
        yield _weigh("press-release", hits, Kind.BULK, 1)
    if hits := opening.get(Topic.ANNOUNCEMENT):
        yield _weigh("speaks-to-all", hits, Kind.BULK, 2 if set(hits) - FAMILIAR else 1)


def _weigh(name: str, phrases: tuple[str, ...], kind: Kind, points: float) -> Weighed:
    return weighed(name, ", ".join(phrases[:3]), kind, points)


def _only_inviting(hits: Phrases) -> Phrases:
    return {topic: phrases for topic, phrases in hits.items() if topic in (Topic.INVITES, Topic.NETWORK)}
