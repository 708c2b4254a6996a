"""A quotation: where a text stops being its author's own and repeats an earlier mail, and what it repeats.

A reply quotes what was said; a forward passes a mail on, and that mail is then this message's content too.
"""

from __future__ import annotations

import re
from typing import Final

from gatekeeper.mail.page import QUOTE_END, QUOTE_START
from gatekeeper.values import value

_SUSPECT_START: Final = frozenset(">-_=*")
"""What every line begins with, or has a colon or a slash, that begins a quotation; most lines do neither."""

_COLONS: Final = (":", "：")

MAX_LINES: Final = 4_000
MAX_OWN_LINES: Final = 1_000
"""Beyond so many lines of its own no text begins to quote: looking for it costs."""
MAX_LINE_CHARACTERS: Final = 2_000

_WROTE = (
    r"wrote|writes|said|schrieb|a écrit|écrivait|escribió|ha scritto|scrive|escreveu|schreef|napisał(?:\(a\))?|pisze|"
    r"написал\(а\)|написала|написал|пишет|yazdı|şunu yazdı|さんは書きました|のメッセージ|写道|寫道|님이 작성|"
    r"skrev|kirjoitti|napsal|írta|a scris|έγραψε"
)
# "On Mon, 1 Jan 2024, Ann <ann@x.example> wrote:" in the order of each language; over one or two lines.
_ATTRIBUTION = re.compile(rf"(?:{_WROTE})[^\n]{{0,60}}[:：]\s*$", re.IGNORECASE)
_ATTRIBUTION_START = re.compile(
    r"^[\s>*_\"“«]{0,6}(?:on|am|le|el|il|em|op|w dniu|dnia|a|den|il giorno|no dia|\d{1,4}[./年-]|\w{2,9}[,.]|пн|"
    r"вт|ср|чт|пт|сб|вс)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b|@")
# Lotus Notes: the name alone, a date, and who it was to.
_NOTES = re.compile(
    r"^\s*\"?[^\n]{2,80}\"?\s+on\s+\d{1,2}/\d{1,2}/\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?\s*$", re.IGNORECASE
)
_NOTES_DATE = re.compile(r"^\s*\d{1,2}/\d{1,2}/(?:19|20)?\d{2}\s+\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M\s*$", re.IGNORECASE)

_ORIGINAL = re.compile(
    r"^[\s>]*[-_=*]{2,}\s*(?:original (?:message|appointment)|ursprüngliche nachricht|originalnachricht|"
    r"message d'origine|"
    r"mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|wiadomość oryginalna|"
    r"исходное сообщение|пересылаемое сообщение|özgün ileti|orijinal mesaj|元のメッセージ|原始邮件|原始郵件|"
    r"원본 메시지|원본 메일|reply message|reply separator)\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"^[\s>]*(?:[-_=*]{2,}\s*|begin |anfang |début du )?(?:forwarded (?:message|by)|"
    r"weitergeleitete (?:nachricht|e-?mail)|"
    r"weitergeleiteten nachricht|message (?:transféré|transmis)|(?:mensaje|mensagem) (?:reenviado|encaminhada)|"
    r"messaggio inoltrato|"
    r"doorgestuurd bericht|wiadomość przekazana|переадресованное сообщение|пересланное сообщение|iletilen mesaj|"
    r"yönlendirilen (?:mesaj|ileti)|転送されたメッセージ|転送メッセージ|转发的邮件|轉寄的郵件|已转发邮件|"
    r"전달된 메시지|전달된 메일|fwd:)",
    re.IGNORECASE,
)
_HEADER_FROM = re.compile(
    r"^[\s>*]{0,6}(?:from|von|de|da|van|od|от|kimden|gönderen|差出人|发件人|寄件者|寄件人|보낸 사람|från|fra|"
    r"lähettäjä)\*?\s*[:：]",
    re.IGNORECASE,
)
_HEADER_NEXT = re.compile(
    r"^[\s>*]{0,6}(?:sent|date|to|subject|cc|gesendet|datum|an|betreff|envoyé|à|objet|enviado|enviada|para|"
    r"asunto|assunto|"
    r"inviato|data|oggetto|a|verzonden|aan|onderwerp|wysłano|do|temat|отправлено|дата|кому|тема|gönderildi|"
    r"tarih|kime|konu|"
    r"送信日時|日時|宛先|件名|发送时间|日期|收件人|主题|寄件日期|主旨|보낸 날짜|날짜|받는 사람|제목|skickat|"
    r"till|ämne)\*?\s*[:：]",
    re.IGNORECASE,
)
_FORWARD_SUBJECT = re.compile(
    r"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|i|enc|doorst|pd|ynt|ilt|vs|転送|转发|轉寄|전달|fw)\s*[:：]",
    re.IGNORECASE,
)


@value
class Apart:
    """One text taken apart: what its author wrote, what it answers, what it passes on."""

    own: str
    quoted: str = ""
    forwarded: str = ""


def is_forward_subject(subject: str) -> bool:
    """Whether mail programs begin the subject of a forward like this."""
    return _FORWARD_SUBJECT.match(subject) is not None


def taken_apart(text: str, *, forward: bool = False) -> Apart:
    """`text` by who wrote it. `forward` says that the subject announces a forward: what follows a header
    block is then passed on, not quoted. Linear in the text, whose lines beyond MAX_LINES are left out."""
    own: list[str] = []
    quoted: list[str] = []
    forwarded: list[str] = []
    here = own
    depth = 0
    lines = text.split("\n", MAX_LINES)[:MAX_LINES]
    if len(text) > MAX_LINE_CHARACTERS:
        lines = [line if len(line) <= MAX_LINE_CHARACTERS else line[:MAX_LINE_CHARACTERS] for line in lines]
    marked = QUOTE_START in text or QUOTE_END in text
    after = 0
    for number in range(len(lines)) if marked else _suspects(lines):
        if number > after:
            here += _plain(lines[after:number])
        after = number + 1
        line = lines[number]
        if marked and (QUOTE_START in line or QUOTE_END in line):
            depth = max(0, depth + line.count(QUOTE_START) - line.count(QUOTE_END))
            line = line.replace(QUOTE_START, "").replace(QUOTE_END, "")
        bare = line.strip()
        if not bare:
            here.append("")
            continue
        if not depth and ":" not in bare and bare[0] not in _SUSPECT_START and "/" not in bare and "：" not in bare:
            here.append(line)
            continue
        if here is forwarded:
            forwarded.append(line.lstrip("> "))
            continue
        if here is own and _FORWARD.match(line):
            here = forwarded
            continue
        if here is own and (_ORIGINAL.match(line) or _is_header_block(lines, number)):
            here = forwarded if forward else quoted
            continue
        if here is own and len(own) < MAX_OWN_LINES and _is_attribution(lines, number):
            # Only lines marked as quoted, or all that follows where nothing is marked (Outlook, Notes).
            here = forwarded if forward else quoted if not _marked_below(lines, number) else own
            if here is own:
                quoted.append(line)
            continue
        if bare[0] == ">" and "://" in bare and here is own and not quoted and _stands_alone(lines, number):
            own.append(line.lstrip("> "))
            continue
        if bare[0] == ">" or (depth and here is own):
            (forwarded if forward else quoted).append(line.lstrip("> "))
            continue
        here.append(line)
    here += _plain(lines[after:])
    return Apart(own="\n".join(own).strip(), quoted="\n".join(quoted).strip(), forwarded="\n".join(forwarded).strip())


def _suspects(lines: list[str]) -> list[int]:
    """Which lines may begin a quotation, or stand in one."""
    return [
        number
        for number, line in enumerate(lines)
        if ":" in line or "/" in line or line.lstrip()[:1] in _SUSPECT_START or "：" in line
    ]


def _plain(lines: list[str]) -> list[str]:
    return ["" if line.isspace() else line for line in lines]


def _marked_below(lines: list[str], number: int) -> bool:
    return any(line.lstrip()[:1] == ">" or QUOTE_START in line for line in lines[number + 1 : number + 6])


def _stands_alone(lines: list[str], number: int) -> bool:
    """Whether a marked line has none beside it: an arrow that points at a link, where nothing was quoted before."""
    beside = lines[max(0, number - 2) : number] + lines[number + 1 : number + 3]
    return not any(line.lstrip()[:1] == ">" for line in beside)


def _is_attribution(lines: list[str], number: int) -> bool:
    line = lines[number]
    dated = "/" in line and ":" in line
    if dated and (_NOTES.match(line) or (_NOTES_DATE.match(line) and number and number + 1 < len(lines))):
        return True
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if not line.rstrip().endswith(_COLONS) and not following.rstrip().endswith(_COLONS):
        return False
    if not _ATTRIBUTION_START.match(line) or not _DATED.search(line):
        return False
    if _ATTRIBUTION.search(line[-200:]):
        return True
    return len(line) < 200 and len(following) < 200 and bool(_ATTRIBUTION.search(following))


def _is_header_block(lines: list[str], number: int) -> bool:
    """Outlook's From/Sent/To/Subject, in any language it speaks: three such lines together."""
    if not _HEADER_FROM.match(lines[number]):
        return False
    return sum(1 for line in lines[number + 1 : number + 7] if _HEADER_NEXT.match(line)) >= 2
