"""Reports: what mail systems say about mail: bounces (RFC 3464), complaints (RFC 5965), receipts (RFC 8098).

Structured reports are read by their fields; the prose of everybody else by `feedback.bounce`. Whatever cannot be read
gives None, and nothing here raises on bad input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gatekeeper.feedback import bounce
from gatekeeper.feedback.delivery import Bounce, Complaint, Outcome, Receipt, Result
from gatekeeper.feedback.notification import bounce_in_json, complaint_in_json
from gatekeeper.mail.address import canonical
from gatekeeper.mail.message import Message

MAX_REPORT_PARTS = 40
MAX_RETURNED_OCTETS = 65_536


Fields = dict[str, str]

_MAILER_NAME = re.compile(
    r"(?i)mailer.?daemon|post.?master|mail.?delivery|mail.?deliver.?system|delivery.?(?:subsystem|"
    r"status)|mail.?system|bounce|mmsc ndr|inter ?scan|"
    r"mail.?administrator|microsoftexchange[0-9a-f]{8}"
)
_SUBJECT = re.compile(
    r"(?i)deliver(?:y|ed|able)?\W.{0,30}(?:fail|status|notif|problem|error|delay|report)|(?:fail|"
    r"failure|failed|delay|delayed|error|problem).{0,30}(?:deliver|send|notice)|"
    r"undeliver|returned mail|returned to sender|returning message|mail failure|failure notice|"
    r"mail (?:system )?error|non.?deliver|could not be (?:delivered|sent)|"
    r"not delivered|bounced|unzustellbar|nicht zugestellt|unknown user|user unknown|message not sent|"
    r"can.?t be delivered|cannot be delivered|there was an error sending|"
    r"[ée]chec d|non remis|no (?:se )?(?:ha podido )?entrega|falha (?:na|de) entrega|"
    r"mancato recapito|mancata consegna|onbestelbaar|не ?доставлен|недостав|"
    r"エラー|配信|送信|不達|退信|投递|無法傳遞|반송"
)
_ARF_SUBJECT = re.compile(
    r"(?i)complaint about message|abuse report|feedback report|email feedback|spam (?:complaint|"
    r"report)"
)
_LINE_END = re.compile(r"\r\n|[\r\n]")
"""Python's own lines end at U+001D, U+0085 and others, too: in one recipient's fields these made two of him."""
_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:[ \t]*(.*)$")
_FINAL = ("final-recipient", "original-recipient")
_ID = re.compile(r"<?([^<>\s]{1,900}@[^<>\s]{1,200})>?")


def bounce_of(message: Message) -> Bounce | None:
    """The delivery report that `message` is, None when it is none.

    A forwarded bounce is a person's mail; an out-of-office with the null sender is no bounce.
    """
    content_type = (message.get("content-type") or "").lower()
    structured = "delivery-status" in content_type or message.get("x-failed-recipients") is not None
    null_sender = _null_sender(message)
    author = message.text("from")
    named = _is_mailer(author)
    titled = _is_title(message.text("subject"))
    sns = "sns.amazonaws.com" in author
    if not (structured or null_sender or named or titled or sns):
        return None
    if not structured and "feedback-report" in content_type:
        return None
    text, fields, returned = _read(message)
    results = tuple(_results_of(fields))
    if sns or '"notificationType"' in text[:8192]:
        return bounce_in_json(text) if text else None
    if (
        not results
        and not structured
        and not _prose(text, returned, null_sender=null_sender, named=named, titled=titled)
    ):
        return None
    original = _header_fields(returned)
    others = {
        a.lower()
        for a in bounce.addresses_in(
            f"{message.get('to') or ''} {message.get('from') or ''} {original.get('from', '')}"
        )
    }
    if not results:
        results = _results_of_prose(message, text, original, frozenset(others))
    if not results and not (structured or null_sender or named):
        return None
    elif any(result.status[1:] in ("", ".0.0") and result.outcome is not Outcome.DELIVERED for result in results):
        told = {canonical(address): words for address, words in bounce.failed_addresses(text, not_these=frozenset())}
        results = tuple(_with_status(result, told.get(result.recipient, text)) for result in results)
    return Bounce(
        results=results,
        original_id=_message_id(
            original.get("message-id", "") or _loose_id(returned) or _loose_id(text) or _cited(message)
        ),
        original_sender=_first_address(original.get("return-path", "") or original.get("from", "")),
        gate_id=_gate_id(original),
    )


def complaint_of(message: Message) -> Complaint | None:
    """The complaint that `message` is (RFC 5965, and Outlook.com's own form without a report part)."""
    content_type = (message.get("content-type") or "").lower()
    author = message.get("from") or ""
    marked = "feedback-report" in content_type or "sns.amazonaws.com" in author
    if (
        not marked
        and not _is_complaint_title(message.text("subject"))
        and not content_type.startswith("multipart/report")
    ):
        return None
    fields: list[Fields] = []
    returned = ""
    for part in message.parts[:MAX_REPORT_PARTS]:
        if part.content_type == "message/feedback-report":
            fields += list(_groups(part.text[: bounce.MAX_TEXT_CHARACTERS]))
        elif part.content_type in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers") and not returned:
            returned = part.text[:MAX_RETURNED_OCTETS]
        elif "sns.amazonaws.com" in author and '"complaint"' in part.text[:8192].lower():
            return complaint_in_json(part.text)
    merged: Fields = {}
    for group in fields:
        for name, value in group.items():
            merged.setdefault(name, value)
    original = _header_fields(returned)
    hotmail = original.get("x-hmxmroriginalrecipient", "")
    if not merged and "feedback-report" not in content_type and not hotmail:
        return None
    kind = merged.get("feedback-type", "abuse").split()[0:1]
    names = ("original-rcpt-to", "removal-recipient", "redacted-address")
    found = [merged.get(name, "") for name in names] + [hotmail]
    recipients = _unique(a for value in found for a in bounce.addresses_in(value)) or _unique(
        a for a in bounce.addresses_in(original.get("to", "")) if "redacted" not in a
    )
    return Complaint(
        kind=kind[0].lower() if kind else "abuse",
        recipients=recipients,
        original_id=_message_id(original.get("message-id", "") or merged.get("original-message-id", "")),
        original_sender=_first_address(merged.get("original-mail-from", "") or original.get("from", "")),
        gate_id=_gate_id(original),
    )


def receipt_of(message: Message) -> Receipt | None:
    """The read receipt that `message` is, None when it is none."""
    if "disposition-notification" not in (message.get("content-type") or "").lower():
        return None
    for part in message.parts[:MAX_REPORT_PARTS]:
        if part.content_type == "message/disposition-notification":
            for group in _groups(part.text[:16_384]):
                return Receipt(
                    recipient=_first_address(group.get("final-recipient", "")),
                    original_id=_message_id(group.get("original-message-id", "")),
                )
    return Receipt(recipient=_first_address(message.get("from") or ""))


@lru_cache(maxsize=4_096)
def _is_mailer(author: str) -> bool:
    return _MAILER_NAME.search(author) is not None


@lru_cache(maxsize=4_096)
def _is_title(subject: str) -> bool:
    return _SUBJECT.search(subject) is not None


@lru_cache(maxsize=4_096)
def _is_complaint_title(subject: str) -> bool:
    return _ARF_SUBJECT.search(subject) is not None


def _null_sender(message: Message) -> bool:
    path = message.get("return-path")
    if path is not None and path.replace(" ", "") in ("<>", ""):
        return True
    return "mailer-daemon" in (path or "").lower()


def _read(message: Message) -> tuple[str, list[Fields], str]:
    """The words of the report, its delivery-status groups, and the returned message or its header."""
    words: list[str] = []
    groups: list[Fields] = []
    returned = ""
    html = ""
    for part in message.parts[:MAX_REPORT_PARTS]:
        kind = part.content_type
        if kind in ("message/delivery-status", "message/global-delivery-status"):
            groups += list(_groups(part.text[: bounce.MAX_TEXT_CHARACTERS]))
        elif kind in (
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers",
        ):
            returned = returned or part.text[:MAX_RETURNED_OCTETS]
        elif kind == "text/html":
            html = html or part.text[: bounce.MAX_TEXT_CHARACTERS]
        elif kind.startswith("text/") and not returned:
            if part.is_attachment and re.match(
                r"(?i)(?:received|return-path|from|date|subject|message-id):", part.text[:40].lstrip()
            ):
                returned = part.text[:MAX_RETURNED_OCTETS]
            else:
                words.append(part.text[: bounce.MAX_TEXT_CHARACTERS])
    text = "\n".join(words)
    if not text.strip() and html:
        text = re.sub(
            r"[ \t]{2,}",
            " ",
            re.sub(r"<[^>]{0,2000}>", " ", re.sub(r"(?i)<(?:br|/p|/div|/tr|/h\d|/td)[^>]{0,200}>", "\n", html)),
        )
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ")
    if not groups and re.search(r"(?im)^(?:final|original)-recipient[ \t]*:", text):
        groups = [group for group in _groups(text) if any(name in group for name in (*_FINAL, "action"))]
    shown, following = bounce.split_returned(text)
    return shown, groups, returned or following


def _groups(text: str) -> Iterator[Fields]:
    """Blocks of "Name: value" lines between empty lines, folded lines joined (RFC 3464 2.1)."""
    group: Fields = {}
    last = ""
    for line in _LINE_END.split(text)[:4_000]:
        if not line.strip():
            if group:
                yield group
            group, last = {}, ""
        elif line[0] in " \t" and last:
            group[last] += " " + line.strip()
        elif found := _FIELD.match(line.strip()):
            last = found.group(1).lower()
            if last in group and last in _FINAL:
                yield group
                group = {}
            group.setdefault(last, found.group(2).strip())
    if group:
        yield group


def _results_of(groups: list[Fields]) -> Iterator[Result]:
    """The per-recipient groups of RFC 3464 2.3, one result for each address."""
    seen: set[str] = set()
    merged: list[Fields] = []
    for group in groups:
        # Some systems put an empty line between the recipient and what became of him.
        if merged and not any(name in group for name in _FINAL) and "status" in group and "status" not in merged[-1]:
            merged[-1] = merged[-1] | group
        else:
            merged.append(dict(group))
    for group in merged[: bounce.MAX_RECIPIENTS]:
        final = _first_address(group.get("final-recipient", ""))
        original = _first_address(group.get("original-recipient", ""))
        recipient = final or original or _first_address(group.get("x-actual-recipient", ""))
        if not recipient or recipient in seen or not any(name in group for name in (*_FINAL, "status", "action")):
            continue
        seen.add(recipient)
        diagnostic = group.get("diagnostic-code", "")
        written = re.search(r"([245])\.(\d{1,3})\.(\d{1,3})", group.get("status", ""))
        status = written.group() if written else ""
        action = group.get("action", "").lower()
        if (
            action.startswith(("deliver", "relay", "expand"))
            and "undeliver" not in action
            and not diagnostic.startswith("5")
        ):
            outcome = Outcome.DELIVERED
        elif action.startswith("delay") or (not action.startswith("fail") and status.startswith("4")):
            outcome = Outcome.DELAYED
        elif not action and status.startswith("2"):
            outcome = Outcome.DELIVERED
        else:
            outcome = Outcome.FAILED
        if outcome is not Outcome.DELIVERED and (not status or status.endswith(".0.0") or status.startswith("2")):
            told = bounce.status_in(diagnostic)
            if told and (not status or status[0] == told[0] or status[0] == "2"):
                status = told
        yield Result(
            recipient=recipient,
            status=status or {Outcome.FAILED: "", Outcome.DELAYED: "4.0.0", Outcome.DELIVERED: "2.0.0"}[outcome],
            outcome=outcome,
            original=original if original != recipient else "",
        )


def _prose(text: str, returned: str, *, null_sender: bool, named: bool, titled: bool) -> bool:
    """Whether words alone make a bounce: a mail system wrote them, and they tell of a delivery."""
    if named and titled and null_sender:
        return True
    failure = bounce.tells_of_failure(text)
    if named or (null_sender and titled):
        return failure or bounce.shows_smtp_reply(text) or (titled and bool(returned))
    if null_sender:
        return failure and (
            bool(returned) or bounce.shows_smtp_reply(text) or bool(re.search(r"(?i)deliver|returned|送信", text))
        )
    return (
        failure and bool(returned or re.search(r"(?i)rcpt to|message details", text)) and not re.search(r"(?m)^>", text)
    )


def _results_of_prose(message: Message, text: str, original: Fields, others: frozenset[str]) -> tuple[Result, ...]:
    named = bounce.addresses_in(message.get("x-failed-recipients") or "")
    delayed = bounce.tells_of_delay(text) and "permanent" not in text[:4096].lower()
    if named:
        found = tuple((address, text) for address in named)
    else:
        found = bounce.failed_addresses(text, not_these=others) or tuple(
            (address, text)
            for address in bounce.addresses_in(
                original.get("x-envelope-to", "") or original.get("to", "") or original.get("x-actual-recipient", "")
            )
        )
        if not found:
            found = bounce.failed_addresses(text, not_these=frozenset())
    results: dict[str, Result] = {}
    for address, words in found:
        if recipient := canonical(address):
            status = bounce.status_in(words) or bounce.status_in(text)
            outcome = Outcome.DELAYED if delayed else Outcome.FAILED
            results.setdefault(
                recipient,
                Result(recipient=recipient, status=status or ("4.0.0" if delayed else "5.0.0"), outcome=outcome),
            )
    return tuple(results.values())


def _with_status(result: Result, words: str) -> Result:
    """The result with the status that the words tell, where its own says nothing (RFC 3463 3.1: x.0.0)."""
    if result.status[1:] not in ("", ".0.0") or result.outcome is Outcome.DELIVERED:
        return result
    told = bounce.status_in(words)
    status = told if told and result.status[:1] in ("", told[0]) else result.status or "5.0.0"
    return Result(recipient=result.recipient, status=status, outcome=result.outcome, original=result.original)


def _header_fields(text: str) -> Fields:
    """The header of a returned message, the first of each name; the separator line before it is skipped."""
    fields: Fields = {}
    last = ""
    for line in _LINE_END.split(text[:MAX_RETURNED_OCTETS])[:600]:
        if not line.strip():
            if "message-id" in fields or len(fields) > 3:
                break
        elif line[0] in " \t" and last:
            fields[last] += " " + line.strip()
        elif found := _FIELD.match(line):
            last = found.group(1).lower()
            fields.setdefault(last, found.group(2).strip())
        else:
            last = ""
    return fields


def _gate_id(original: Fields) -> str:
    """The id that this gate gave the returned message, "" for none."""
    found = re.fullmatch(r"[0-9a-z]{1,32}", original.get("gatekeeper-id", ""))
    return found.group() if found else ""


def _loose_id(text: str) -> str:
    found = re.search(r"(?im)^[>\s]{0,8}message-id:\s*(<[^<>\s]{1,900}>)", text)
    return found.group(1) if found else ""


def _cited(message: Message) -> str:
    return message.get("in-reply-to") or ""


def _message_id(value: str) -> str:
    """ "<id>" as it stands in the returned header, "" for none."""
    found = _ID.search(value)
    return f"<{found.group(1)}>" if found else ""


def _first_address(value: str) -> str:
    for address in bounce.addresses_in(value):
        return canonical(address)
    return ""


def _unique(addresses: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for a in map(canonical, addresses) if a))
