"""The text of a message: what its reader sees, by who wrote it, and the links in it.

Text of files that are attached is kept apart. Where the message offers the same in plain text and in HTML
the HTML counts, for that is what is shown; the plain text counts too where the HTML shows nearly nothing.
"""

from __future__ import annotations

import re
from typing import Final

from gatekeeper.mail.link import URL, Link, link_of
from gatekeeper.mail.message import Message
from gatekeeper.mail.mime import Part
from gatekeeper.mail.page import QUOTE_END, QUOTE_START, Page, page_of
from gatekeeper.mail.quotation import Apart, is_forward_subject, taken_apart
from gatekeeper.values import value

MAX_CHARACTERS: Final = 120_000
"""Of a longer text the first three quarters and the last quarter of this are read."""
MAX_TEXT_PARTS: Final = 20
MAX_LINKS: Final = 300
SHOWS_NEARLY_NOTHING: Final = 20
"""Characters of HTML text below which the plain text beside it is read too."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
"""Characters that take no room and show nothing."""

_PICTURE_PLACE = re.compile(
    r"\[(?:image|cid|bild|imagem|imagen|immagine|inline image)\b[^\]\n]{0,100}\]", re.IGNORECASE
)
"""What programs that turn HTML into plain text leave where a picture was."""

_OTHER_SPACES = re.compile("[\t\r\x0b\x0c\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


@value
class Text:
    """What a reader sees. `own` is the author's, `quoted` what is answered, `forwarded` what is passed on,
    `attached` the text of attached text files; `hidden` counts characters dropped because nobody sees them,
    `tables` and `pixels` what lays out and counts HTML,
    `fetched` whether pictures come from a server."""

    own: str
    quoted: str = ""
    forwarded: str = ""
    attached: str = ""
    links: tuple[Link, ...] = ()
    images: int = 0
    hidden: int = 0
    tables: int = 0
    pixels: int = 0
    fetched: bool = False


def text_of(message: Message) -> Text:
    """The visible text of `message`; bounded, never raises. Read once for each message."""
    if not isinstance(message.memo, Text):
        message.memo = _read(message)
    assert isinstance(message.memo, Text)
    return message.memo


def _read(message: Message) -> Text:
    forward = is_forward_subject(message.text("subject"))
    shown: list[Apart] = []
    attached: list[str] = []
    found: dict[Link, None] = {}
    images = hidden = tables = pixels = 0
    fetched = False
    room = MAX_CHARACTERS
    for part, page in _pages(message):
        if room <= 0:
            break
        text, unseen = _cleaned(page.text)
        room -= len(text)
        hidden += page.hidden + unseen
        tables += page.tables
        pixels += page.pixels
        fetched = fetched or page.fetched
        images += page.images or (len(_PICTURE_PLACE.findall(text)) if "[" in text else 0)
        if part.is_attachment or part.disposition == "attachment":
            attached.append(text)
            continue
        apart = taken_apart(text, forward=forward)
        shown.append(apart)
        passed_on = f"{apart.own}\n{apart.forwarded}"
        for anchor in page.anchors:
            # What is linked inside a quotation is the other's.
            if apart.quoted and (not anchor.text or anchor.text not in passed_on):
                continue
            if link := link_of(anchor.href, anchor.text):
                found[link] = None
        # One slash is looked for in a fiftieth of the time of two.
        if not page.anchors and (("/" in passed_on and "//" in passed_on) or "www." in passed_on.lower()):
            for url in URL.findall(passed_on)[:MAX_LINKS]:
                if link := link_of(url):
                    found[link] = None
    if not images:
        images = sum([part.content_type.startswith("image/") for part in message.parts])
    return Text(
        own="\n".join(apart.own for apart in shown).strip(),
        quoted="\n".join(apart.quoted for apart in shown).strip(),
        forwarded="\n".join(apart.forwarded for apart in shown).strip(),
        attached="\n".join(attached),
        links=tuple(found)[:MAX_LINKS],
        images=images,
        hidden=hidden,
        tables=tables,
        pixels=pixels,
        fetched=fetched,
    )


def _pages(message: Message) -> list[tuple[Part, Page]]:
    """The text parts a reader is shown or offered, each as a page."""
    pages: list[tuple[Part, Page]] = []
    texts = [part for part in message.parts if part.content_type in ("text/html", "text/plain", "text/enriched")]
    for part in message.parts:
        # A forwarded message travels as one part: its text is content of this one.
        if (
            part.content_type == "message/rfc822"
            and message.get("auto-submitted") is None
            and len(texts) < MAX_TEXT_PARTS
        ):
            inner = Message.read(part.payload[:MAX_CHARACTERS])
            texts += [leaf for leaf in inner.parts[:5] if leaf.content_type in ("text/html", "text/plain")]
    told: dict[int, int] = {}
    for part in sorted(texts[:MAX_TEXT_PARTS], key=lambda part: part.content_type != "text/html"):
        if part.alternative and told.get(part.alternative, 0) >= SHOWS_NEARLY_NOTHING:
            continue
        text = _ends(part.text)
        page = page_of(text) if part.content_type == "text/html" else Page(text=_plain(text))
        if part.alternative and part.content_type == "text/html":
            told[part.alternative] = told.get(part.alternative, 0) + len(page.text.strip())
        pages.append((part, page))
    return pages


def _ends(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    return text[: MAX_CHARACTERS * 3 // 4] + "\n" + text[-MAX_CHARACTERS // 4 :]


def _plain(text: str) -> str:
    if QUOTE_START in text or QUOTE_END in text:
        text = text.replace(QUOTE_START, "").replace(QUOTE_END, "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _cleaned(text: str) -> tuple[str, int]:
    """`text` without characters that show nothing, and how many those were; runs of spaces become one."""
    if text.isascii():
        return _single_spaces(text.replace("\t", " ")), 0
    clean = INVISIBLE.sub("", text)
    return _single_spaces(_OTHER_SPACES.sub(" ", clean)), len(text) - len(clean)


def _single_spaces(text: str) -> str:
    while "  " in text:  # each round halves the longest run
        text = text.replace("  ", " ")
    return text
