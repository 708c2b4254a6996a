"""A bounce in words: who was not reached, and why, read from text that no standard describes.

Half of the world's mail systems write their bounces as RFC 3464 says; the others write prose. What they have in
common is little: an address that stands where a recipient would stand, something like an SMTP reply near it, and
the returned message after a line that announces it. This module reads just that, and guesses nothing else.
"""

from __future__ import annotations

import itertools
import re

MAX_TEXT_CHARACTERS = 65_536
MAX_RECIPIENTS = 200

_ADDRESS = re.compile(
    r"(?:\"[^\"\s<>@]{1,64}\"|(?<![\w.@/=+?-])[^\s<>()\[\]{},;:\"'`|"
    r"\\@\u3000-\u303f]{1,128})@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}"
)

_RETURNED = re.compile(
    r"(?im)^(?:"
    r"[-=*_> \t]{0,80}+(?:the )?(?:(?:start of )?original message|original headers?|"
    r"orig(?:inal)?[- ](?:message|mail\b)|returned message|"
    r"unsent message|undelivered message|message headers?|header of the original|"
    r"headers? of (?:the )?(?:original|your)|"
    r"below this line is a copy|below (?:is|are) (?:a copy|the)[^\n]{0,40}(?:message|headers?)|"
    r"this is a copy of|the message headers|included is a copy|included below|(?:the )?body of the message|"
    r"non-delivered message|original mail as follows|rejected message|the following is (?:a copy|the)|"
    r"your (?:original )?message (?:follows|begins|headers)|message (?:text|body) follows|"
    r"copy of (?:the |your )?(?:original )?message)"
    r"[^\n]{0,80}$"
    r"|(?:Received|Return-Path|DKIM-Signature|X-Google-Smtp-Source|X-Received):[ \t]?\S)"
)
"""Where the returned message starts: a line that announces it, or its first trace header."""

_FAILURE_WORDS = re.compile(
    r"(?i)could ?n[o']t be (?:completely )?delivered|could not be sent|cannot be delivered|"
    r"can ?not be sent|can't be delivered|"
    r"unable to (?:be )?deliver|not (?:able to|possible to) deliver|was(?:n't| not) delivered|"
    r"was(?:n't| not) able to deliver|"
    r"undeliver(?:able|ed)|did not reach|didn't reach|delivery (?:has |"
    r"to [^\n]{1,80} )?(?:has )?(?:been )?(?:failed|failure|error|delayed|problem)|"
    r"failed to deliver|failed to be delivered|fail(?:ed|ure)(?: permanently| notice| reasons)|"
    r"deliver(?:y)? (?:status|failure|report|attempt)|returned mail|"
    r"returned to sender|returning (?:the |your )?m(?:ail|essage)|message not delivered|"
    r"not delivered|permanent (?:fatal )?errors?|"
    r"fatal errors|transcript of session|had delivery problems|delivery problem|problem delivering|"
    r"trouble (?:in )?delivering|"
    r"error (?:while |in |has occurred )?[^\n]{0,30}(?:deliver|sending)|message could not|"
    r"mail could not|e-?mail could not|"
    r"rejected by (?:a |the )?(?:remote |recipient)|was rejected|have been rejected|"
    r"has been rejected|unknown user|user unknown|no such user|"
    r"no such (?:recipient|mailbox|address)|invalid (?:user|recipient|address)|account is disabled|"
    r"no valid recipients|"
    r"mailbox (?:is )?(?:full|unavailable|disabled|not found|exceeds)|mail loop|too many hops|relaying denied|"
    r"(?:has|have|was) not (?:yet )?been delivered|delayed|could not send|over(?: |-)?quota|"
    r"quota exceeded|does(?:n't| not) exist|may not exist|"
    r"unzustellbar|nicht (?:zugestellt|[^\n]{0,30}zustell)|konnte nicht|non (?:remis|distribu|"
    r"d[ée]livr)|[ée]chec de|n'a pas (?:pu|[ée]t[ée])|"
    r"no (?:se )?(?:ha podido|pudo|entregad)|imposible entregar|error al (?:enviar|entregar)|"
    r"n[ãa]o (?:p[ôo]de|foi poss[íi]vel|entregue)|"
    r"falha (?:na|de) entrega|mancata consegna|impossibile (?:recapitare|consegnare)|"
    r"non [èe] stato (?:possibile|recapitato)|"
    r"niet (?:worden )?(?:bezorgd|afgeleverd)|onbestelbaar|kunde inte levereras|kunne ikke leveres|"
    r"nie (?:dostarczono|mo[żz]e zosta[ćc])|"
    r"nedoru[čc]iteln|nem k[ée]zbes[íi]thet|teslim edilemedi|не (?:может быть|удалось|доставлен)|"
    r"недостав|невозможно доставить|"
    r"配信(?:でき|不能|失敗)|送信(?:でき|に失敗|失敗|エラー)|お届けでき|エラーメール|届けられ|存在しない|送達|退信|無法(?:傳送|遞送|投遞)|无法(?:发送|投递|送达)|投递失败|"
    r"未能(?:投递|送达)|반송|전송(?:하지 못|실패)|배달(?:하지 못|되지)"
)

_SMTP_LINE = re.compile(r"(?:^|[\s'\"(:<#\[=])[45][0-5]\d(?:[\s-]+#?[45]\.\d{1,3}\.\d{1,3}|[\s-])")
_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,2})\.(\d{1,3})(?![\d.]*\d)")
_SMTP_CODE = re.compile(r"(?<![\d.:/@-])([45])([0-5]\d)(?![\d.:/@])(?=[\s#-]|$)")
_DELAYED = re.compile(
    r"(?i)will (?:be retried|continue|keep) (?:to )?try|still trying|has been delayed|"
    r"delivery[^\n]{0,20} delayed|delivery delay|not yet been delivered|"
    r"this is a warning message only|do not need to resend|don't need to resend|temporar(?:y|"
    r"ily) (?:undeliver|delay)|attempts? will (?:be|continue)|"
    r"no (?:further )?action is required"
)

REASONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "5.4.6",
        re.compile(
            r"(?i)mail loop|too many hops|loops? back to|mail for [^\n]{1,80} loops|routing loop|"
            r"duplicated message-id"
        ),
    ),
    (
        "5.3.4",
        re.compile(
            r"(?i)(?:message|mail|e-?mail)(?: size)? (?:is )?(?:too (?:large|big)|exceeds|limit exceeded)|"
            r"size limit|max(?:imum)? message size"
        ),
    ),
    (
        "5.2.2",
        re.compile(
            r"(?i)mailbox(?: \S{1,60})? is (?:over|full)|mailbox (?:full|exceed|quota)|(?:over|exceed\w*|"
            r"full|out of|disk|storage)[ -]?(?:the |his |its |their )?(?:allowed |allocated )?(?:quota|"
            r"storage|space|size)|"
            r"quota (?:exceed|full|violation|reached)|exceeds allowed size|inbox is full|"
            r"insufficient (?:disk|storage|system storage)|too many messages in|"
            r"messages in recipient's mailbox exceeded|mailbox is full|一杯|容量|満杯"
        ),
    ),
    (
        "5.7.1",
        re.compile(
            r"(?i)relay(?:ing)? (?:access )?(?:denied|not permitted)|not (?:permitted|allowed) to relay|"
            r"access denied|blocked|black ?list|spam|policy|dmarc|spf fail|authentication required|"
            r"unauthenticated|virus|not authorized|permission to post|banned|rejected (?:because|due)|filter"
        ),
    ),
    (
        "5.1.1",
        re.compile(
            r"(?i)user unknown|unknown (?:user|recipient|address|local[ -]?part|mailbox)|no such (?:user|"
            r"recipient|mailbox|address|account|person|local)|no mailbox here|"
            r"(?:user|recipient|account|address|mailbox|name|alias)\b[^\n]{0,60}(?:not found|not recognized|"
            r"doesn'?t (?:exist|have)|does not (?:exist|have)|is unknown|unavailable|not listed|invalid|"
            r"wasn'?t found|not known|no longer|unrouteable)|"
            r"(?:invalid|bad|non-?existent|unrouteable|incorrect) (?:user|recipient|mailbox|address|"
            r"destination)|recipient (?:address )?(?:rejected|is possibly)|not listed in|"
            r"couldn't be found|may not exist|not our customer|doesn't have an? \S+ account|"
            r"no valid recipients|宛先|存在しま|见つか|ディレクトリ"
        ),
    ),
    (
        "5.2.1",
        re.compile(
            r"(?i)(?:account|mailbox|user)[^\n]{0,40}(?:disabled|suspended|inactive|deactivated|discontinued|"
            r"locked|blocked|expired)|account is disabled|not accepting"
        ),
    ),
    (
        "4.4.7",
        re.compile(
            r"(?i)retry time(?:out)? (?:not reached|exceeded)|too long|cannot send message (?:for|within)|"
            r"delivery time expired|in (?:the )?queue (?:for )?(?:too long|more)|expired|timeout exceeded|"
            r"for \d+ (?:days|hours)"
        ),
    ),
    (
        "4.4.3",
        re.compile(
            r"(?i)host not\s+found, try again|dns (?:error|failure|lookup)|"
            r"name server: [^\n]{0,60}: host name lookup failure|try again"
        ),
    ),
    (
        "5.1.2",
        re.compile(
            r"(?i)host (?:unknown|not found)|unknown host|(?:domain|host)[^\n]{0,60}(?:not found|not exist|"
            r"unknown|invalid)|name service error|no such (?:host|domain)|bad destination (?:host|system)|"
            r"unrouteable mail domain|couldn't find any host|illegal host"
        ),
    ),
    (
        "4.4.1",
        re.compile(
            r"(?i)connection (?:timed out|refused|reset|dropped|closed|attempts? failed)|timed out|"
            r"no (?:answer|response) from|host (?:is )?(?:down|unreachable|not responding)|"
            r"network (?:is )?unreachable|could ?n[o']t connect|deferred|temporar"
        ),
    ),
)
"""A phrase and the RFC 3463 status it amounts to, the most telling first."""

_AT_START = re.compile(r"^[\s>*\-#\"'<]*$")
_AFTER = re.compile(r"^[>\"']{0,2}\s*(?:$|[:(<,]|\.\.\.|on \w|-|\s|\[|;)")
_BEFORE = re.compile(
    r"(?i)(?:rcpt to:?\s*<?|\bto:?\s*[<\"']?|for:?\s*<?|recipients?(?: is|\(s\))?:?\s*<?|"
    r"addresse?(?:s|\(es\))?:?\s*<?|user:?\s*\(?<?|user \S{1,60} \(|mailbox:?\s*<?|unknown:?\s*<?|"
    r"account:?\s*<?|allowed size:?\s*|errors:\s*|unable to deliver [^\n]{0,20}<?|reach:?\s*<?|"
    r"mailto:|deliver(?:ed|y)?[^\n]{0,30}<?|an [<\"']?|à [<\"']?)$"
)
_NOT_RECIPIENT_LINE = re.compile(
    r"(?i)contact|assistance|^\s{0,20}>?\s{0,20}(?:from|reply-to|sender|mail from|message-id|return-path|"
    r"original sender|errors-to|cc|references|in-reply-to|subject)\b\s*:|envelope[- ]from|"
    r"after mail from|please (?:send|forward|write|e-?mail)|for (?:further )?(?:help|"
    r"more information)|message-id|https?://\S{0,300}@|help desk|administrator at|report (?:this|abuse)"
)
_NEVER = re.compile(r"(?i)^(?:postmaster|mailer-daemon|mail-daemon|abuse|support|helpdesk)@")


def split_returned(text: str) -> tuple[str, str]:
    """The words of the mail system, and the message it returns after them ("" where it returns none)."""
    text = text[:MAX_TEXT_CHARACTERS]
    for found in _RETURNED.finditer(text):
        if text[: found.start()].strip():
            return text[: found.start()], text[found.start() :]
    return text, ""


def tells_of_failure(text: str) -> bool:
    """True when the words say that a message was not, or not yet, delivered."""
    return _FAILURE_WORDS.search(text[:16_384]) is not None


def shows_smtp_reply(text: str) -> bool:
    """True when a 4yz or 5yz reply stands in the text."""
    return _SMTP_LINE.search(text[:16_384]) is not None


def tells_of_delay(text: str) -> bool:
    """True when the words say that the system still tries."""
    return _DELAYED.search(text[:16_384]) is not None


def addresses_in(text: str) -> tuple[str, ...]:
    """Everything in `text` that has the form of an address, in order, once each, at most `MAX_RECIPIENTS`."""
    seen: dict[str, None] = {}
    for found in _ADDRESS.finditer(text[:MAX_TEXT_CHARACTERS]):
        seen.setdefault(found.group().rstrip("."), None)
        if len(seen) >= MAX_RECIPIENTS:
            break
    return tuple(seen)


def failed_addresses(words: str, *, not_these: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """(address, the words about it) for each recipient that `words` report on.

    Addresses that stand where a recipient stands come alone if there are any; else all that are left.
    `not_these` are lower-case addresses of others: who gets the bounce, and who sent it.
    """
    strong: dict[str, int] = {}
    weak: dict[str, int] = {}
    position = 0
    for line in words[:MAX_TEXT_CHARACTERS].splitlines(keepends=True):
        start, position = position, position + len(line)
        if "@" not in line or len(strong) + len(weak) > MAX_RECIPIENTS:
            continue
        excluded_line = _NOT_RECIPIENT_LINE.search(line) is not None
        for found in _ADDRESS.finditer(line):
            address = found.group().rstrip(".")
            if address.lower() in not_these:
                continue
            before, after = line[: found.start()], line[found.end() :]
            rcpt = "rcpt to" in before.lower()
            placed = (_AT_START.match(before) and _AFTER.match(after)) or _BEFORE.search(before[-80:])
            if (rcpt or (placed and not excluded_line)) and (not _NEVER.match(address) or rcpt):
                strong.setdefault(address, start)
                continue
            if not excluded_line:
                weak.setdefault(address, start)
    chosen = strong or {a: p for a, p in weak.items() if not _NEVER.match(a)} or weak
    places = [*sorted(set(chosen.values())), len(words)]
    following = dict(itertools.pairwise(places))
    single = len(chosen) == 1
    return tuple((a, words if single else words[p : following[p]]) for a, p in chosen.items())


def status_in(words: str) -> str:
    """The RFC 3463 status that `words` give or amount to; "" when they say nothing about it."""
    words = words[:16_384]
    general = ""
    for found in _ENHANCED.finditer(words):
        status = ".".join(found.groups())
        if status[0] == "2":
            continue
        if not status.endswith(".0.0"):
            return status
        general = general or status
    code = _SMTP_CODE.search(words)
    klass = general[:1] or (code.group(1) if code else "")
    for status, pattern in REASONS:
        if pattern.search(words):
            return (klass or status[0]) + status[1:]
    if general:
        return general
    return f"{klass}.0.0" if klass else ""
