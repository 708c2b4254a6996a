"""What the header of a message declares it to be: by a machine, for a list, by a person's mail program.

Each finding is a signal with points for one kind, weighed in `kinds.balance`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gatekeeper.kinds.author import display_name, is_list_office, said_by_author
from gatekeeper.kinds.dialect import (
    CAMPAIGN_FIELDS,
    DECISIVE_FIELDS,
    MACHINE_MESSAGE_ID,
    MAIL_PROGRAMS,
    MASS_MAILERS,
    MASS_PREFIXES,
    PROGRAMS_OF_MACHINES,
    ROBOT_PREFIXES,
    SERVICE_PREFIXES,
)
from gatekeeper.kinds.weighing import DECISIVE, Kind, Weighed, weighed
from gatekeeper.mail.message import Message

_LIST_RETURN_PATH = re.compile(
    r"bounces?[-+=_.@]|[-+](?:bounces?|return|owner|errors?|admin)[-+=@.]|owner-|list-?errors?|[-.](?:bounces?|"
    r"reply)\.|"
    r"@(?:bounces?|mailer|lists?|email|e?news|newsletter|em\d*|mail-?ing|mkt|emessages?|campaigns?)\.",
    re.IGNORECASE,
)
_VERP = re.compile(r"<?(?!srs[01]|prvs=|btv\d|batv)[^@<>]*[-+._][^@<>=]{1,64}=[\w-]+\.[\w.-]+@", re.IGNORECASE)
"""The recipient's address inside the return path (variable envelope return paths)."""
_MANY = re.compile(
    r"\b(?:recipients?|subscribers?|members?|customers?|readers?|friends of|list|everyone|all (?:staff|employees)|"
    r"abonnenten|empf[aä]nger|kunden|mitglieder|abonn[ée]s|suscriptores|iscritti|assinantes)\b",
    re.IGNORECASE,
)
REPLY_SUBJECT = re.compile(
    r"^\s*(?:\[[^\]]{1,60}\]\s*)*(?:re|aw|antw|antwort|sv|vs|ynt|yan|odp|rif|res|ref|r|回复|回覆|答复|返信|답장|"
    r"回信|отв|ответ)"
    r"\s*(?:\[\d+\]|\(\d+\))?\s*[:：]",
    re.IGNORECASE,
)
SUBJECT_TAG = re.compile(r"\[[^\]]{2,60}\]")


_EVENT_FIELD = re.compile(
    r"x-(?!ms-|microsoft|forefront|exchange|google|gm-|ironport|mimecast|[\w-]*(?:spam|virus|scan|proofpoint|barracuda))[\w-]*?-?(?:reason|alert\w*|event\w*|evento|incident|ticket\w*|notif\w*|order-?id|tracking|job-?\w*|build\w*|ricevuta|"
    r"tiporicevuta|monitor\w*|severity|device|cron\w*)(?:-\w+)?"
)
"""How systems of any make call what they say of themselves."""


@lru_cache(maxsize=4_096)
def _writer_of(name: str) -> str:
    """What sort of system writes fields of that name: "system", "mass mailer", "service", "" for any."""
    if name[:2] not in ("x-", "rt"):
        return ""
    if name in CAMPAIGN_FIELDS or name.startswith(MASS_PREFIXES):
        return "mass mailer"
    if name.startswith(ROBOT_PREFIXES) or _EVENT_FIELD.fullmatch(name):
        return "system"
    return "service" if name.startswith(SERVICE_PREFIXES) else ""


class _Program(NamedTuple):
    """Whose a program is, by its name."""

    person: bool
    mass_mailer: bool
    machine: bool


@lru_cache(maxsize=2_048)
def _program(name: str) -> _Program:
    """Read once for each different name: a few programs write most mail."""
    return _Program(
        MAIL_PROGRAMS.search(name) is not None,
        MASS_MAILERS.search(name) is not None,
        PROGRAMS_OF_MACHINES.search(name) is not None,
    )


@lru_cache(maxsize=2_048)
def is_reply_subject(subject: str) -> bool:
    """Whether mail programs begin the subject of an answer like this."""
    return REPLY_SUBJECT.match(subject) is not None


_ORDINARY = frozenset(
    {
        "received", "from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references", "user-agent",
        "mime-version", "content-type", "content-transfer-encoding", "content-language", "content-disposition",
    }
)  # fmt: skip
"""Fields whose presence declares nothing: what has no others need not be asked for two dozen that do."""


def declared_automatic(message: Message) -> Iterator[Weighed]:
    """Signals of a machine as the author (RFC 3834, 3461, 8098), and what else the author's address and name say."""
    automatic = Kind.AUTOMATIC
    content_type = (message.get("content-type") or "").lower()
    if content_type.startswith("multipart/report"):
        yield weighed("report", content_type[:80], automatic, DECISIVE)
    program = ""
    if not message.names <= _ORDINARY:
        yield from _fields_of_machines(message)
        program = f"{message.get('x-mailer') or ''} {message.get('x-generator') or ''}".strip()
    if program and _program(program[:200]).machine:
        yield weighed("machine-program", program, automatic, 1.5)
    elif MACHINE_MESSAGE_ID.search(message.message_id):
        yield weighed("machine-program", message.message_id, automatic, 1)
    authors = message.addresses("from")
    if authors and is_list_office(authors[0]) and not message.get("x-beenthere"):
        yield weighed("list-office", authors[0], automatic, 3)
    yield from said_by_author(message)


def _fields_of_machines(message: Message) -> Iterator[Weighed]:
    automatic = Kind.AUTOMATIC
    submitted = (message.get("auto-submitted") or "no").lower()
    if submitted.startswith(("auto-replied", "auto-generated (")):
        yield weighed("auto-submitted", submitted, automatic, DECISIVE)
    elif not submitted.startswith("no"):
        yield weighed("auto-submitted", submitted, automatic, 4)
    # Some forms leave the field in their mail, and empty.
    if answering := [name for name in sorted(DECISIVE_FIELDS & message.names) if (message.get(name) or "").strip()]:
        yield weighed("answering-machine-header", answering[0], automatic, DECISIVE)
    precedence = (message.get("precedence") or "").lower()
    if precedence.startswith("auto"):
        yield weighed("precedence", precedence, automatic, DECISIVE)
    if (message.get("return-path") or "").replace(" ", "") == "<>":
        yield weighed("null-sender", "Return-Path: <>", automatic, 5)
    suppress = message.get("x-auto-response-suppress")
    if suppress:
        yield weighed("auto-response-suppress", suppress, automatic, 2)
    if named := next((name for name in message.names if _writer_of(name) == "system"), ""):
        yield weighed("system-header", f"{named}: {(message.get(named) or '')[:60]}", automatic, 5)
    if message.get("x-php-originating-script") or message.get("x-php-script"):
        yield weighed("web-form", "written by a PHP script", automatic, 2)


def declared_list(message: Message) -> Iterator[Weighed]:
    """Signals of mail to many who subscribed (RFC 2369, 2919, 8058)."""
    if not message.names <= _ORDINARY:
        yield from _fields_of_lists(message)
    shown_to = display_name(message.text("to"))
    if shown_to and _MANY.search(shown_to[:100]):
        yield weighed("to-many", shown_to, Kind.NEWSLETTER, 1.5)


def _fields_of_lists(message: Message) -> Iterator[Weighed]:
    newsletter = Kind.NEWSLETTER
    unsubscribe = message.get("list-unsubscribe")
    if unsubscribe:
        yield weighed("list-unsubscribe", unsubscribe, newsletter, 4)
    if message.get("list-unsubscribe-post"):
        yield weighed("one-click", "List-Unsubscribe-Post", newsletter, 1)
    list_id = message.get("list-id") or message.get("mailing-list")
    if list_id:
        # A list to which nobody can post, and that is no answer, is a publisher's.
        posted = message.get("list-post") or message.get("in-reply-to") or message.get("mailing-list")
        yield weighed("list-id", list_id, newsletter, 2 if posted else 3)
    precedence = (message.get("precedence") or "").lower()
    if precedence in ("bulk", "list", "junk"):
        yield weighed("precedence", precedence, newsletter, 2 if precedence == "list" else 4)
    feedback = message.get("feedback-id")
    if feedback:
        yield weighed("feedback-id", feedback, newsletter, 1)
    writers = {_writer_of(name): name for name in message.names}
    if "mass mailer" in writers:
        yield weighed("mass-mailer-header", writers["mass mailer"], newsletter, 3)
    mailer = message.get("x-mailer") or ""
    if mailer and _program(mailer[:200]).mass_mailer:
        yield weighed("mass-mailer", mailer, newsletter, 3)
    if "service" in writers:
        yield weighed("sending-service", writers["service"], newsletter, 1)
    sender = f"{message.get('return-path') or ''} {message.get('sender') or ''} {message.get('errors-to') or ''}"
    if _LIST_RETURN_PATH.search(sender[:1_000]):
        yield weighed("list-return-path", sender.strip(), newsletter, 1.5)
    elif _VERP.search((message.get("return-path") or "")[:500]):
        yield weighed("return-path-by-recipient", message.get("return-path") or "", newsletter, 1.5)
    if message.get("errors-to"):
        yield weighed("errors-to", message.get("errors-to") or "", newsletter, 1)


def follows_itself(message: Message) -> bool:
    """Whether it answers a mail of its author's own house and goes to no one there: nobody has answered anything.

    Who writes unasked writes again, as an answer to his first letter.
    """
    answered = message.get("in-reply-to")
    authors = message.addresses("from")
    if not answered or not authors:
        return False
    domain = "@" + authors[0].rpartition("@")[2]
    if not answered.strip("<> \t").lower().endswith(domain):
        return False
    return not any(address.endswith(domain) for name in ("to", "cc") for address in message.addresses(name))


def declared_person(message: Message) -> Iterator[Weighed]:
    """Signals of a person who writes: a mail program, an answer, a thread."""
    note = Kind.NOTE
    if is_digest(message):
        yield weighed("list-digest", message.text("subject"), note, 5)
    subject = message.text("subject")
    if not follows_itself(message):
        if message.get("in-reply-to") or message.get("references"):
            yield weighed("answers", "In-Reply-To or References", note, 3)
        if is_reply_subject(subject):
            yield weighed("reply-subject", subject, note, 2)
    program = f"{message.get('user-agent') or ''} {message.get('x-mailer') or ''}".strip()
    written_with = _program(program[:200])
    if written_with.person and not written_with.mass_mailer:
        yield weighed("mail-program", program, note, 2)
    elif "@mail.gmail.com>" in message.message_id:
        yield weighed("mail-program", "Gmail", note, 2)
    if message.get("thread-index") or message.get("x-ms-has-attach") is not None or message.get("x-keepsent"):
        yield weighed("mail-program", "Exchange or Notes", note, 1)


_DIGEST = re.compile(r"\bdigest\b,? ?(?:of |v(?:ol(?:ume)?)?\.? ?\d|#|issue|no\b|nr|number|\d)", re.IGNORECASE)
_DISCUSSION_FIELDS = ("x-beenthere", "mailing-list", "x-mailing-list")


def is_digest(message: Message) -> bool:
    """Whether a list's software put what people wrote into one mail (RFC 1153, RFC 2046 5.1.5)."""
    if "multipart/digest" in (message.get("content-type") or "").lower():
        return True
    subject = message.text("subject")
    if "igest" not in subject or is_reply_subject(subject) or _DIGEST.search(subject) is None:
        return False
    office = "".join(message.addresses("from")[:1])
    return is_list_office(office) or message.get("precedence") is not None or message.get("list-id") is not None


def is_through_list(message: Message) -> bool:
    """Whether a discussion list passed the message on: it names itself, and where to post."""
    if is_digest(message):
        return True
    post = (message.get("list-post") or "no").strip().upper()
    if not post.startswith("NO") or any(message.get(name) is not None for name in _DISCUSSION_FIELDS):
        return True
    subject = message.text("subject")
    precedence = (message.get("precedence") or "").lower()
    if precedence in ("list", "bulk"):
        answers = message.get("in-reply-to") is not None or is_reply_subject(subject)
        by_list = (
            _LIST_OFFICER.search(f"{message.get('sender') or ''} {message.get('errors-to') or ''}"[:500]) is not None
        )
        tagged = SUBJECT_TAG.match(subject) is not None
        typed = _program(f"{message.get('user-agent') or ''} {message.get('x-mailer') or ''}"[:200]).person
        # Where one may leave and not post, an editor writes.
        edited = message.get("list-unsubscribe") is not None and message.get("list-post") is None and not answers
        speaks = (by_list and (answers or tagged or typed)) or (precedence == "list" and (answers or by_list or tagged))
        if speaks and not edited:
            return True
    # Where nobody may post, the tag is a publisher's.
    publishes = precedence == "bulk" or message.get("list-post") is not None
    return not publishes and message.get("list-id") is not None and SUBJECT_TAG.search(subject) is not None


_LIST_OFFICER = re.compile(r"\bowner-|-(?:owner|admin|request|bounces?)@", re.IGNORECASE)
