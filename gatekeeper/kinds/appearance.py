"""Appearance: what links, pictures, layout and recipients of a message speak for, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from gatekeeper.kinds.author import display_name, is_machine, is_organisation, said_by_author
from gatekeeper.kinds.declaration import SUBJECT_TAG, is_reply_subject
from gatekeeper.kinds.doorway import Doorway, doorway_of, is_group_address
from gatekeeper.kinds.phrases import BUTTONS
from gatekeeper.kinds.speech import FOOTER_CHARACTERS, HEAD_CHARACTERS
from gatekeeper.kinds.topic import Topic
from gatekeeper.kinds.weighing import Kind, Weighed, weighed
from gatekeeper.mail.link import URL, Link
from gatekeeper.mail.message import Message
from gatekeeper.mail.text import Text

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
HARDLY_A_WORD_CHARACTERS: Final = 40
FEW_RECIPIENTS: Final = 5
PRIVATE_CHARACTERS: Final = 600
GREETING_CHARACTERS: Final = 40

_UNSUBSCRIBING_PATH = re.compile(
    r"unsub|opt-?out|abmeld|desinscri|desuscri|preferences|subscription|abbestell|\bbaja\b|mailing-?list|email-?settings|"
    r"good-?bye|bye-?bye|contact-?choices|e?mail-?prefs|\bmute\b|turn-?off|uitschrij|afmeld|disiscri|descadastr|wypis|otpis|"
    r"abonelik|haeji|tuiding|teishi|kaijo"
)
_NAME_END = re.compile(r"[\W_\d]+")
_RULER = re.compile(r"^[ \t]*(?:([-=*_~#+.])\1{9,}|(?:[-=*_~#+] ?){10,60})[ \t]*$", re.MULTILINE)
_RULERS: Final = tuple((mark, mark * 5, f"{mark} {mark} {mark} ") for mark in "-=*_~#+.")
_FORM_LINE = re.compile(r"[\s>*_-]{0,6}[^\W\d][^:：\n]{0,30}[:：]")
_DIGIT = re.compile(r"\d")
_NUMBERED_SUBJECT = re.compile(
    r"#[ ]?\d{3,}|\b(?:nr|no|n°|nº|№|num|id)[.:]? ?\d{3,}|\b\d{6,}\b|\b[A-Z]{2,5}-?\d{4,}\b", re.IGNORECASE
)
_SEVERITY = re.compile(
    r"\s*[\[【(*!]{1,3}\s?(?:warn(?:ing)?|error|alert|critical|major|minor|notice|info(?:rmation)?|success(?:ful)?|ok|fail(?:ed|ure)?|"
    r"problem|recover(?:y|ed)|resolved|down|up|fatal|warnung|fehler|erfolg|kritisch|alerte|erreur|avertissement|succès|échec|"
    r"aviso|advertencia|éxito|fallo|avviso|errore|allarme|riuscito|alerta|erro|falha|sucesso|waarschuwing|fout|mislukt|"
    r"ostrzeżenie|błąd|sukces|alarm|предупреждение|ошибка|сбой|успешно|uyarı|hata|başarılı|警告|エラー|障害|復旧|成功|失敗|"
    r"错误|告警|失败|恢复|경고|오류|장애|복구|성공|실패)\s?[\]】)*!:]",
    re.IGNORECASE,
)
"""How programs say in front of a subject how grave it is."""
_LOUD = re.compile(
    r"\s*(?:ALARM|ALERT|WARN(?:ING)?|CRITICAL|PROBLEM|RECOVER(?:Y|ED)|RESOLVED|FIRING|ERROR|FAIL(?:ED|URE)?|SUCCESS|WARNUNG|"
    r"FEHLER|STÖRUNG|ENTWARNUNG|ALERTE|ALERTA|AVVISO|ALLARME|RISOLTO|RESUELTO|RESOLVIDO|RÉSOLU|STORING|HERSTELD|AWARIA|"
    r"ROZWIĄZANO|АВАРИЯ|ВОССТАНОВЛЕНО|UYARI|ÇÖZÜLDÜ|\[FIRING:\d+\]|\[RESOLVED:?\d*\])(?:[:\s]|\Z)"
)
"""The same in capitals."""
_CODE = re.compile(
    r"(?:\b(?:code|kod\w*|código|codigo|codice|pin|otp|пароль|код\w*|passcode|token)|"
    r"验证码|驗證碼|取件码|取件碼|校验码|"
    r"コード|番号|인증번호|코드)\W{0,4}[A-Z0-9]{0,3}-?\d[\d -]{2,}|\A\W{0,3}\d{3}[ -]?\d{3} (?:is|ist|est|es|è|é) ",
    re.IGNORECASE,
)
"""A code that somebody shall enter somewhere."""
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
    to = message.addresses("to")
    brief = len(text.own) < PRIVATE_CHARACTERS and not (text.links or text.images)
    if _signs(message, text.own) and not is_machine(message):
        yield weighed("signed", "", Kind.AUTOMATIC, -1.5)
    # "Dear ann@homes.example": a form letter that knows no name.
    if any(len(address) > 5 and address in text.own[:NAMED_WITHIN_CHARACTERS].lower() for address in to[:3]):
        yield weighed("addresses-by-address", "", Kind.AUTOMATIC, 1.5)
        yield weighed("addresses-by-address", "", Kind.NEWSLETTER, 1)
    if is_organisation(message):
        yield weighed("organisation-author", "", Kind.AUTOMATIC, 0.5)
    recipients = len(to) + len(message.addresses("cc"))
    if brief and _greets(message, to, text.own):
        yield weighed("greets-by-name", "", Kind.INVITATION, 0)
    if recipients >= MANY_RECIPIENTS:
        points = 1 if recipients < 2 * MANY_RECIPIENTS else 1.5 if recipients < 5 * MANY_RECIPIENTS else 3
        yield weighed("many-recipients", str(recipients), Kind.BULK, points)
    elif not recipients or to == message.addresses("from"):
        yield weighed("recipients-hidden", "", Kind.BULK, 1)


def _signs(message: Message, own: str) -> bool:
    """Whether the text ends with the first name of its author, as people's letters do."""
    name = display_name(message.text("from"))
    # Without a name the address has it: "ann.lee@homes.example".
    if not name and not said_by_author(message):
        name = "".join(message.addresses("from")[:1]).partition("@")[0].replace(".", " ").replace("_", " ").title()
    first = name.replace(",", " ").split()[0] if name.strip() else ""
    if len(first) < 2 or first not in own[-SIGNED_WITHIN_CHARACTERS:]:
        return False
    closing = own[-SIGNED_WITHIN_CHARACTERS:].split("\n")[-MAX_CLOSING_LINES:]
    return any(word.strip(".,!-") == first for line in closing for word in line.split()[-3:])


def _greets(message: Message, to: tuple[str, ...], own: str) -> bool:
    """Whether a mail to a few begins with the name of one of them, as letters do."""
    if not 0 < len(to) <= FEW_RECIPIENTS:
        return False
    names = {word for address in to for word in _NAME_END.split(address.partition("@")[0])}
    names.update(word for word in _NAME_END.split(message.text("to")[:400].lower()) if word not in names)
    greeting = own[:GREETING_CHARACTERS].lower()
    if any(len(word) > 1 and word in names for word in _NAME_END.split(greeting)):
        return True
    # Where no space stands between a name and what it is followed by.
    return not greeting.isascii() and any(name and not name.isascii() and greeting.startswith(name) for name in names)


def _of_links(message: Message, text: Text) -> Iterator[Weighed]:
    newsletter = Kind.NEWSLETTER
    yield from _of_doorways(text)
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


def _of_doorways(text: Text) -> Iterator[Weighed]:
    """Links that lead to a place to join, by what they ask and how little else there is."""
    hosts = {link.host for link in text.links}
    doors = [(link, door) for link in text.links if (door := doorway_of(link))]
    if not doors:
        if len(hosts) == 1 and len(text.own) < PRIVATE_CHARACTERS and any(link.has_token for link in text.links):
            # Groups and friends' offers have addresses that say nothing, and no other link beside them.
            yield weighed("lone-link", text.links[0].host, Kind.INVITATION, 1)
        return
    link, door = next(((link, door) for link, door in doors if link.has_token), doors[0])
    points = 2.0 if link.has_token else 0.5 if door is Doorway.POLL else 1.0
    if is_group_address(link):
        points = 4.0
    elif link.has_token and any(door is Doorway.ACCEPT for _, door in doors):
        # Who is asked to accept was asked by somebody.
        points = 3.5
    detail = f"{link.host}{link.shape}"
    yield weighed("inviting-link", detail, Kind.INVITATION, points)
    particular = link.has_token or "*" in link.shape or is_group_address(link)
    if particular and len(hosts) == 1 and len(URL.sub("", text.own).strip()) < HARDLY_A_WORD_CHARACTERS:
        yield weighed("nothing-but-link", detail, Kind.INVITATION, 3)


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
        if fields >= 3 and fields >= 0.5 * len(lines):
            yield weighed("form", f"{fields} fields", Kind.AUTOMATIC, 2.5 if fields > 3 else 1.5)
    if (match := _CODE.search(subject)) and not is_reply_subject(subject):
        yield weighed("code", match.group(), Kind.AUTOMATIC, 3)
    if match := _SEVERITY.match(subject) or _LOUD.match(subject):
        yield weighed("severity", match.group(), Kind.AUTOMATIC, 2)
    if _DIGIT.search(subject) and _NUMBERED_SUBJECT.search(subject) and not is_reply_subject(subject):
        yield weighed("numbered-subject", "", Kind.AUTOMATIC, 1)


def _has_rulers(text: str) -> bool:
    return any(mark in text and (solid in text or spaced in text) for mark, solid, spaced in _RULERS)


def _of_pictures(text: Text) -> Iterator[Weighed]:
    if text.images >= 4:
        yield weighed("many-pictures", str(text.images), Kind.NEWSLETTER, 1)
    if text.images and len(text.own) < HARDLY_A_WORD_CHARACTERS and not text.forwarded:
        # People attach photographs; who shows a picture of a text fetches it from his own server, or links it.
        yield weighed("pictures-only", str(text.images), Kind.BULK, 3 if text.links or text.fetched else 1)
    if text.pixels and not text.quoted:
        yield weighed("counting-pixel", "", Kind.NEWSLETTER, 1)
    if text.tables >= MANY_TABLES and not text.quoted:
        points = 1.0 if text.tables < 2 * MANY_TABLES else 1.5
        yield weighed("laid-out", f"{text.tables} tables", Kind.NEWSLETTER, points)
        yield weighed("laid-out", f"{text.tables} tables", Kind.AUTOMATIC, 0.5)
    if text.hidden >= 200:
        yield weighed("hidden-text", str(text.hidden), Kind.BULK, 1)
