"""A page: the text and links of an HTML part as its reader sees them.

What a reader does not see is dropped: elements that are not displayed, that have no size or no opacity, text
of size zero or of its background's colour, comments. Quotations that mail programs mark as such are put
between QUOTE_START and QUOTE_END, for `mail.text` to set apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from gatekeeper.values import value

QUOTE_START: Final = "\ue000"
QUOTE_END: Final = "\ue001"

MAX_HTML_CHARACTERS: Final = 160_000
"""Of a longer page the first three quarters and the last quarter of this are read, so padding hides little."""
MAX_TAG_CHARACTERS: Final = 4_000
"""Longer tags are cut: pictures inside the page, and thousands of attributes, which cost the parser quadratic time."""
MAX_STYLED_NODES: Final = 1_000
MAX_ANCHORS: Final = 500
MAX_NESTING: Final = 1_500
"""Deeper pages have their tags stripped: the parser's time grows with the square of the depth."""
MAX_RULES: Final = 300
MAX_STYLE_CHARACTERS: Final = 2_000
MAX_TAGS_UNCOUNTED: Final = 1_500

_BLOCKS: Final = (
    r"p(?:re)?|d(?:iv|[dt])|br|t(?:r|able|itle)|h(?:[1-6r]|eader)|li|[uo]l|"
    r"blockquote|section|a(?:rticle|ddress)|footer|center"
)
_BLOCK = re.compile(rf"<(?=/?(?:{_BLOCKS})[\s>/])")
_BLOCK_IN_CAPITALS = re.compile(_BLOCK.pattern, re.IGNORECASE)
_CELL = re.compile(r"<(?=t[dh][\s>])")
_CELL_IN_CAPITALS = re.compile(_CELL.pattern, re.IGNORECASE)
_CAPITALS = re.compile(r"</?[A-Z]")
_TAG = re.compile(
    r"<(/?)(div|span|table|tbody|tr|td|b|i|font|ul|ol|blockquote|center|a|[a-z][a-z0-9]{0,20})\b", re.IGNORECASE
)
_LONG_TAG = re.compile(r"<[a-z][^<>]{4000,}", re.IGNORECASE)
_REPEATED_OPENING = re.compile(r"<{2,}")
_MARKUP = re.compile(r"<(?:!--.*?(?:-->|\Z)|[a-z/!][^<>]*>?)", re.IGNORECASE | re.DOTALL)
_UNCLOSED: Final = frozenset(
    {"br", "img", "hr", "meta", "link", "input", "p", "li", "col", "wbr", "area", "base", "option"}
)
_INVISIBLE: Final = "script,style,noscript,template,head,title,object,iframe,select,textarea,[hidden]"
_STYLED: Final = "[style],font[color]"
_MAY_HIDE = re.compile("none|hidden|collapse|opacity|indent|left|top|clip|overflow|font|color")
"""Words without which a style hides nothing."""
_QUOTATION: Final = (
    "blockquote[type=cite],.gmail_quote,.gmail_extra>.gmail_quote,.yahoo_quoted,.protonmail_quote,"
    ".tutanota_quote,#isReplyContent,.zmail_extra,blockquote.quelltext"
)
_QUOTATION_WORDS: Final = (b"blockquote", b"_quote", b"isreplycontent", b"zmail_extra")
_LOOKED_AT: Final = "img,a[href],table"
_NOTHING_SEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?(?:\.0\d*)?\s*(?:[;!]|\Z|%)"
    r"|(?:text-indent|left|top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0[^1-9]{0,30}\)"
)
_NO_ROOM = re.compile(r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:px|pt|em|%)?\s*(?:[;!]|\Z)")
_NO_SIZE = re.compile(
    r"font-size\s*:\s*(?:0*(?:\.\d+)?|0*1(?:\.\d+)?(?=p))(?:px|pt|em|rem|%)?\s*(?:[;!]|\Z)|font\s*:\s*0[\s/p]"
)
_OWN_SIZE = re.compile(r"font(?:-size)?\s*:")
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]{1,40})")
_BACKGROUND = re.compile(r"background(?:-color|-image)?\s*:\s*([^;]{1,80})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})\b")
_NAMED: Final = {
    "white": (255, 255, 255),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245),
    "black": (0, 0, 0),
}
_WHITE: Final = (255, 255, 255)
NEARLY_SAME_COLOUR: Final = 14
"""The greatest difference of a channel (0-255) at which text cannot be told from its background."""


@value
class Anchor:
    """One `<a href>`: the address as written, and the text shown for it."""

    href: str
    text: str


@value
class Page:
    """What a reader sees. `images` counts shown images, `hidden` the characters that were dropped as unseen,
    `tables` those that lay it out, `pixels` the images too small to be seen;
    `fetched` is whether a shown one comes from a server."""

    text: str
    anchors: tuple[Anchor, ...] = ()
    images: int = 0
    hidden: int = 0
    tables: int = 0
    pixels: int = 0
    fetched: bool = False


def page_of(html: str) -> Page:
    """The page as a reader sees it; bounded, never raises."""
    if len(html) > MAX_HTML_CHARACTERS:
        html = html[: MAX_HTML_CHARACTERS * 3 // 4] + " " + html[-MAX_HTML_CHARACTERS // 4 :]
    # Replacing one character after the other takes a tenth of the time of a translation.
    source = html.replace("\n", " ").replace("\r", " ").replace("\0", "")
    if QUOTE_START in source or QUOTE_END in source:
        source = source.replace(QUOTE_START, "").replace(QUOTE_END, "")
    if "<<" in source:
        source = _REPEATED_OPENING.sub("<", source)
    if _has_long_tag(source):
        source = _LONG_TAG.sub(lambda tag: tag.group()[:MAX_TAG_CHARACTERS] + '">', source)
    if _too_deep(source):
        return Page(text=_stripped(source))
    # Looking for either case takes three times as long.
    capitals = _CAPITALS.search(source) is not None
    source = (_BLOCK_IN_CAPITALS if capitals else _BLOCK).sub("\n<", source)
    source = (_CELL_IN_CAPITALS if capitals else _CELL).sub(" <", source)
    try:
        # Octets are put into small letters in a fraction of the time of characters.
        return _rendered(LexborHTMLParser(source), source.encode("utf-8", "surrogatepass").lower())
    except (SelectolaxError, ValueError, RuntimeError):
        return Page(text=_stripped(source))


def _has_long_tag(source: str) -> bool:
    """Whether somewhere more than MAX_TAG_CHARACTERS go by without another tag."""
    at = -1
    while at + 1 + MAX_TAG_CHARACTERS < len(source):
        at = source.rfind("<", at + 1, at + 2 + MAX_TAG_CHARACTERS)
        if at < 0:
            return True
    return False


def _too_deep(source: str) -> bool:
    if source.count("<") < MAX_TAGS_UNCOUNTED:
        return False
    depth = 0
    for closing, name in _TAG.findall(source):
        if closing:
            depth -= depth > 0
        elif name.lower() not in _UNCLOSED:
            depth += 1
            if depth > MAX_NESTING:
                return True
    return False


def _stripped(source: str) -> str:
    return unescape(_MARKUP.sub(" ", source))


def _rendered(tree: LexborHTMLParser, source: bytes) -> Page:
    """`source` is what was parsed, in small letters: a word that is not in it need not be looked for in the tree."""
    body = tree.body
    if body is None:
        return Page(text="")
    hidden = 0
    if b"<style" in source:
        for selector in _hiding_rules(tree):
            for node in _matches(tree, selector):
                hidden += _drop(node)
    for node in tree.css(_INVISIBLE):
        node.decompose()
    if b"style" in source or b"<font" in source:
        hidden += _without_unseen(tree, source)
    if any(word in source for word in _QUOTATION_WORDS):
        for node in tree.css(_QUOTATION)[:50]:
            node.insert_before(QUOTE_START)
            node.insert_after(QUOTE_END)
    seen: dict[str, list[LexborNode]] = {"img": [], "a": [], "table": []}
    for node in tree.css(_LOOKED_AT):
        seen[node.tag or ""].append(node)
    pictures = [picture.attributes for picture in seen["img"][:MAX_ANCHORS]]
    pixels = sum(1 for picture in pictures if _is_pixel(picture))
    anchors = tuple(
        Anchor(href=href.strip()[:2_000], text=" ".join(node.text()[:500].split()))
        for node in seen["a"][:MAX_ANCHORS]
        if (href := node.attributes.get("href"))
    )
    return Page(
        text=body.text(separator=""),
        anchors=anchors,
        images=len(pictures) - pixels,
        hidden=hidden,
        tables=len(seen["table"]),
        pixels=pixels,
        fetched=any("//" in (picture.get("src") or "")[:12] for picture in pictures),
    )


def _without_unseen(tree: LexborHTMLParser, source: bytes) -> int:
    """Drop what styles hide; gives how many characters those were."""
    suspects = []
    # One selector for all styles is a tenth of the work of one for each word.
    for node in tree.css(_STYLED):
        attributes = node.attributes
        style = _style(attributes.get("style") or "")
        if style.may_hide or node.tag == "font":
            suspects.append(
                (node, style, style.colour if style.sets_colour else _colour(attributes.get("color") or ""))
            )
            if len(suspects) >= MAX_STYLED_NODES:
                break
    hidden = 0
    behind: tuple[tuple[int, ...], ...] = ()
    if any(colour for _, _, colour in suspects):
        written = b"background" in source or b"bgcolor" in source or b"&#" in source
        behind = _backgrounds(tree) if written else (_WHITE,)
    for node, style, colour in suspects:
        if style.unseen:
            hidden += _drop(node)
        elif style.no_size:
            hidden += _drop_text(node, _sets_size)
        elif colour and any(_alike(colour, other) for other in behind) and _is_camouflaged(node, colour):
            hidden += _drop_text(node, _sets_colour)
    return hidden


def _drop(node: LexborNode) -> int:
    # A node whose ancestor is gone already has no parent to leave.
    if node.parent is None or node.tag in ("body", "html"):
        return 0
    size = len((node.text() or "").strip())
    node.remove()
    return size


def _drop_text(node: LexborNode, own: Callable[[LexborNode], bool]) -> int:
    """Remove the text below `node` that does not sit in an element which sets the matter anew."""
    dropped = 0
    stack = [node]
    budget = 500
    while stack and budget:
        budget -= 1
        for child in list(stack.pop().iter(include_text=True)):
            if child.is_text_node:
                dropped += len((child.text() or "").strip())
                child.replace_with(" ")
            elif not own(child):
                stack.append(child)
    return dropped


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style attribute says that may hide text; `background` as `_background` gives it."""

    unseen: bool = False
    no_size: bool = False
    sets_size: bool = False
    sets_colour: bool = False
    colour: tuple[int, int, int] | None = None
    background: tuple[int, ...] | None = None
    names_colour: bool = False
    may_hide: bool = False


@lru_cache(maxsize=4_096)
def _style(written: str) -> _Style:
    """Read once for each different style: a page repeats a few dozen of them."""
    style = written[:MAX_STYLE_CHARACTERS].lower()
    if not style:
        return _Style()
    colour = _COLOUR.search(style)
    background = _BACKGROUND.search(style)
    return _Style(
        unseen=bool(_NOTHING_SEEN.search(style) or ("overflow" in style and _NO_ROOM.search(style))),
        no_size="font" in style and _NO_SIZE.search(style) is not None,
        sets_size=_OWN_SIZE.search(style) is not None,
        sets_colour=colour is not None,
        colour=_colour(colour.group(1)) if colour else None,
        background=_colour_behind(background.group(1)) if background else None,
        names_colour="color" in style or "background" in style,
        may_hide=_MAY_HIDE.search(style) is not None,
    )


def _colour_behind(value: str) -> tuple[int, ...] | None:
    """A background's colour; () for an image or what we cannot tell; None where it is left as it was."""
    value = value.strip().lower()
    if "url(" in value or "gradient" in value:
        return ()
    if not value or value.startswith(("transparent", "inherit", "initial", "none")):
        return None
    return _colour(value) or ()


def _sets_size(node: LexborNode) -> bool:
    return _style(node.attributes.get("style") or "").sets_size or "size" in node.attributes


def _sets_colour(node: LexborNode) -> bool:
    attributes = node.attributes
    named = bool({"color", "bgcolor", "background"} & attributes.keys())
    return named or _style(attributes.get("style") or "").names_colour


def _backgrounds(tree: LexborHTMLParser) -> tuple[tuple[int, ...], ...]:
    """The different colours that stand behind something on the page, white among them."""
    nodes = tree.css("[bgcolor],[style*=background i]")[:MAX_STYLED_NODES]
    return tuple({_WHITE, *(colour for node in nodes if (colour := _background(node)))})


def _is_camouflaged(node: LexborNode, colour: tuple[int, ...]) -> bool:
    at: LexborNode | None = node
    for _ in range(40):
        if at is None or at.tag in ("html", "-undef"):
            break
        background = _background(at)
        if background is not None:
            return background != () and _alike(colour, background)
        at = at.parent
    return _alike(colour, _WHITE)


def _background(node: LexborNode) -> tuple[int, ...] | None:
    """The colour behind `node` as itself sets it; () for an image or what we cannot tell; None if it sets none."""
    attributes = node.attributes
    if attributes.get("background"):
        return ()
    written = attributes.get("style") or ""
    if written and (style := _style(written)).background is not None:
        return style.background
    return _colour_behind(attributes.get("bgcolor") or "")


@lru_cache(maxsize=1_024)
def _colour(value: str) -> tuple[int, int, int] | None:
    value = value.strip().lower()
    if match := _RGB.match(value):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _HEX.match(value):
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    return _NAMED.get(value.split(" ")[0])


@lru_cache(maxsize=4_096)
def _alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= NEARLY_SAME_COLOUR


def _is_pixel(image: Mapping[str, str | None]) -> bool:
    width, height = (image.get("width") or "").strip(), (image.get("height") or "").strip()
    return width in ("0", "1", "2") or height in ("0", "1")


def _matches(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)[:500]
    except (SelectolaxError, ValueError, RuntimeError):
        return []


def _hiding_rules(tree: LexborHTMLParser) -> Iterator[str]:
    """Selectors of style sheets that hide what they match, rules for some devices only left out."""
    rules = 0
    for sheet in tree.css("style")[:10]:
        depth, start = 0, 0
        selector = ""
        text = (sheet.text() or "")[:65_536]
        if _NOTHING_SEEN.search(text.lower()) is None:
            continue
        for match in re.finditer(r"[{}]", text):
            if match.group() == "{":
                depth += 1
                if depth == 1:
                    selector, start = text[start : match.start()].strip(), match.end()
                continue
            depth = max(0, depth - 1)
            if depth == 0:
                declared = text[start : match.start()].lower()
                start = match.end()
                rules += 1
                if rules > MAX_RULES:
                    return
                if selector[:1] not in ("@", "") and len(selector) < 200 and _NOTHING_SEEN.search(declared):
                    yield selector.rpartition("*/")[2].strip()
