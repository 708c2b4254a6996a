"""Appearance: what links, pictures, layout and recipients of a message speak for, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from gatekeeper.mail.author import display_name
from gatekeeper.mail.declaration import SUBJECT_TAG, is_reply_subject
from gatekeeper.mail.link import Link
from gatekeeper.mail.message import Message
from gatekeeper.mail.phrases import BUTTONS
from gatekeeper.mail.speech import FOOTER_CHARACTERS, HEAD_CHARACTERS
from gatekeeper.mail.text import Text
from gatekeeper.mail.weighing import Kind, Weighed, weighed
from gatekeeper.mail.wording import Topic

MANY_RECIPIENTS: Final = 20
MANY_LINKS: Final = 8
LONG_READ_CHARACTERS: Final = 5_000
DENSE_CHARACTERS: Final = 250
"""Fewer characters of text for each link than this is a page to choose from, not a letter."""
MANY_TABLES: Final = 4
MANY_LOOKED_AT: Final = 30
SIGNED_WITHIN_CHARACTERS: Final = 200
MAX_CLOSING_LINES: Final = 5
NAMED_WITHIN_CHARACTERS: Final = 400

_INVITING_PATH = re.compile(
    r"(?:^|[/_.-])(?:join\w*|invit\w*|accept\w*|rsvp|regist\w*|signup|sign-up|attend\w*|connect|einladung\w*|"
    r"anmeld\w*|"
    r"uninvited|inscri\w*|zaproszeni\w*|davet\w*|convite\w*|isd)(?:[/_.-]|$)"
)
_UNSUBSCRIBING_PATH = re.compile(
    r"unsub|opt-?out|abmeld|desinscri|desuscri|preferences|subscription|abbestell|\bbaja\b|mailing-?list|email-?settings"
)
_RULER = re.compile(r"^[ \t]*(?:([-=*_~#+.])\1{9,}|(?:[-=*_~#+] ?){10,60})[ \t]*$", re.MULTILINE)
_RULERS: Final = tuple(ruler for mark in "-=*_~#+." for ruler in (mark * 5, f"{mark} {mark} {mark} "))
_FORM_LINE = re.compile(r"[\s>*_-]{0,6}[^\W\d][^:：\n]{0,30}[:：]")
_DIGIT = re.compile(r"\d")
_NUMBERED_SUBJECT = re.compile(
    r"#[ ]?\d{3,}|\b(?:nr|no|n°|nº|№|num|id)[.:]? ?\d{3,}|\b\d{6,}\b|\b[A-Z]{2,5}-?\d{4,}\b", re.IGNORECASE
)
_GROUP_FOOTER = re.compile(
    r"unsubscribe@|unsubscribe from this (?:group|list)|mailing list\s*$|listinfo/|yahoo! ?groups|/options/",
    re.IGNORECASE | re.MULTILINE,
)


def seen(message: Message, text: Text) -> Iterator[Weighed]:
    """Signals of how a message looks and whom it goes to."""
    subject = message.text("subject")
    if text.links:
        yield from _of_links(message, text)
    # A group's tag and footer on a mail whose list headers were lost on the way.
    if SUBJECT_TAG.match(subject) and _GROUP_FOOTER.search(text.own[-FOOTER_CHARACTERS:]):
        yield weighed("group-footer", "", Kind.NOTE, 3)
    yield from _of_lines(subject, text)
    yield from _of_pictures(text)
    if _signs(message, text.own):
        yield weighed("signed", "", Kind.AUTOMATIC, -1.5)
    to = message.addresses("to")
    # "Dear ann@homes.example": a form letter that knows no name.
    if any(len(address) > 5 and address in text.own[:NAMED_WITHIN_CHARACTERS].lower() for address in to[:3]):
        yield weighed("addresses-by-address", "", Kind.AUTOMATIC, 1.5)
        yield weighed("addresses-by-address", "", Kind.NEWSLETTER, 1)
    recipients = len(to) + len(message.addresses("cc"))
    if recipients >= MANY_RECIPIENTS:
        yield weighed("many-recipients", str(recipients), Kind.BULK, 1)
    elif not recipients or to == message.addresses("from"):
        yield weighed("recipients-hidden", "", Kind.BULK, 1)


def _signs(message: Message, own: str) -> bool:
    """Whether the text ends with the first name of its author, as people's letters do."""
    name = display_name(message.text("from"))
    first = name.replace(",", " ").split()[0] if name else ""
    if len(first) < 2 or not own:
        return False
    closing = own[-SIGNED_WITHIN_CHARACTERS:].split("\n")[-MAX_CLOSING_LINES:]
    return any(word.strip(".,!-") == first for line in closing for word in line.split()[-3:])


def _of_links(message: Message, text: Text) -> Iterator[Weighed]:
    newsletter = Kind.NEWSLETTER
    inviting = [link for link in text.links if _INVITING_PATH.search(link.shape)]
    if inviting:
        points = 2.0 if any(link.has_token for link in inviting) else 1.0
        yield weighed("inviting-link", f"{inviting[0].host}{inviting[0].shape}", Kind.INVITATION, points)
    labels = "\n".join(link.text for link in text.links[:MANY_LOOKED_AT] if link.text)[:2_000]
    shown = BUTTONS.found(labels) if labels else {}
    if hits := shown.get(Topic.INVITES, ()) + shown.get(Topic.NETWORK, ()):
        yield weighed("inviting-button", hits[0], Kind.INVITATION, 1.5)
    leaving = next((link for link in text.links if _UNSUBSCRIBING_PATH.search(link.exact.lower())), None)
    if leaving or shown.get(Topic.UNSUBSCRIBE):
        yield weighed("unsubscribe-link", leaving.host if leaving else shown[Topic.UNSUBSCRIBE][0], newsletter, 2)
    count = len(text.links)
    if count >= MANY_LINKS:
        yield weighed("many-links", str(count), newsletter, 1.0 if count < 2 * MANY_LINKS else 2.0)
    if count >= 4 and len(text.own) < DENSE_CHARACTERS * count:
        yield weighed("dense-links", f"{len(text.own) // count} characters a link", newsletter, 1)
    if count >= 5 and len(text.own) > LONG_READ_CHARACTERS and not text.quoted:
        yield weighed("long-read", str(len(text.own)), newsletter, 1.5)
    if counted := _counted_for_each(text.links):
        yield weighed("counted-links", counted, newsletter, 1.5)
    # Who puts the reader's own address into a link lets a program fill in a form letter.
    readers = [address for address in message.addresses("to")[:3] if len(address) > 5]
    if any(reader in link.exact.lower() for link in text.links for reader in readers):
        yield weighed("link-names-reader", "", newsletter, 1.5)


def _counted_for_each(links: Sequence[Link]) -> str:
    """The host through which three links or more are led, each with a token: clicks are counted; "" for none."""
    through = Counter(link.host for link in links if link.has_token)
    host, count = through.most_common(1)[0] if through else ("", 0)
    return host if count >= 3 and count * 2 >= len(links) else ""


def _of_lines(subject: str, text: Text) -> Iterator[Weighed]:
    start = text.own[: 4 * HEAD_CHARACTERS]
    if _has_rulers(start) and len(_RULER.findall(start)) >= 3:
        yield weighed("sections", "", Kind.NEWSLETTER, 1)
    head = text.own[:HEAD_CHARACTERS]
    if head.count(":") + head.count("：") >= 3:
        lines = [line for line in head.split("\n") if line.strip()]
        fields = sum(1 for line in lines if _FORM_LINE.match(line))
        if fields >= 3 and fields >= 0.6 * len(lines):
            yield weighed("form", f"{fields} fields", Kind.AUTOMATIC, 2.5 if fields > 3 else 1.5)
    if _DIGIT.search(subject) and _NUMBERED_SUBJECT.search(subject) and not is_reply_subject(subject):
        yield weighed("numbered-subject", "", Kind.AUTOMATIC, 1)


def _has_rulers(text: str) -> bool:
    return any(map(text.__contains__, _RULERS))


def _of_pictures(text: Text) -> Iterator[Weighed]:
    if text.images >= 4:
        yield weighed("many-pictures", str(text.images), Kind.NEWSLETTER, 1)
    if text.images and len(text.own) < 40 and not text.forwarded:
        yield weighed("pictures-only", str(text.images), Kind.BULK, 3)
    if text.pixels and not text.quoted:
        yield weighed("counting-pixel", "", Kind.NEWSLETTER, 1)
    if text.tables >= MANY_TABLES and not text.quoted:
        points = 1.0 if text.tables < 2 * MANY_TABLES else 1.5
        yield weighed("laid-out", f"{text.tables} tables", Kind.NEWSLETTER, points)
        yield weighed("laid-out", f"{text.tables} tables", Kind.AUTOMATIC, 0.5)
    if text.hidden >= 200:
        yield weighed("hidden-text", str(text.hidden), Kind.BULK, 1)
