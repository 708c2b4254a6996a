"""The class of a mail that came in: what sort of evidence it can be at all (model.md's "human" and its opposites)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from gatekeeper.feedback.attendance import Answer, answer_of
from gatekeeper.feedback.delivery import Bounce, Complaint
from gatekeeper.feedback.optout import is_optout
from gatekeeper.feedback.report import bounce_of, complaint_of, receipt_of
from gatekeeper.kinds.automatic import MACHINE_SUBJECT, first_words, header_sign, role_address, words_sign
from gatekeeper.kinds.declaration import SUBJECT_TAG, is_digest, is_reply_subject
from gatekeeper.kinds.kind import Finding, Kind, kind_of, signals_of
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.message import Message


class MailClass(StrEnum):
    HUMAN = "human"
    AUTOMATIC = "automatic"
    LIST = "list"
    """A person's mail through a mailing list: it shows nothing about one reader."""
    NEWSLETTER = "newsletter"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    OPT_OUT = "opt-out"
    MEETING_REPLY = "meeting-reply"
    UNPARSABLE = "unparsable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classed:
    """A class, a sentence that says why, and the report that was read on the way, if it is one."""

    mail_class: MailClass
    why: str
    bounce: Bounce | None = None
    complaint: Complaint | None = None
    answer: Answer | None = None


_DISCUSSION_FIELDS = (
    "list-post",
    "mailing-list",
    "x-mailing-list",
    "x-beenthere",
    "x-mailman-version",
    "x-list-id",
    "x-ml-name",
    "x-listname",
)
_BULK_FIELDS = (
    "list-unsubscribe",
    "list-unsubscribe-post",
    "x-campaign",
    "x-campaignid",
    "x-campaign-id",
    "x-mailchimp-campaign",
    "x-mc-user",
    "x-sg-eid",
    "x-mailgun-sid",
    "x-sfmc-stack",
    "x-csa-complaints",
    "x-250ok-cid",
    "x-rpcampaign",
    "x-mailer-recptid",
    "x-emarsys-identify",
    "x-cheetahmailer",
    "x-newsletter",
    "x-bulkmail",
    "x-massmail",
)
_BULK_PRECEDENCE = frozenset({"bulk", "junk", "list"})
_WORDS_OF_PEOPLE = ("notice", "answering-machine", "undelivered")
_LIST_FOOTER = re.compile(
    rb"(?i)-unsubscribe@|unsubscribe from this (?:group|list)|mailing list\r?\n|/listinfo/|use of yahoo! ?groups"
)
FOOTER_OCTETS = 1_500
MAILING_FROM = 4.0
"""Points for a newsletter from which an invitation is one that went to many."""
_NULL_POST = re.compile(r"(?i)^\s*no\b")


def class_of(message: Message, settings: LearnSettings, *, deep: Callable[[Message], bool] = lambda _: True) -> Classed:
    """The class of `message`. Bounded; never raises. Most mail is decided by its header and first words.

    `deep` says whether the whole text of what is left is read too, for newsletters and notices that declare nothing.
    """
    if message.unparsed or not message.headers:
        return Classed(mail_class=MailClass.UNPARSABLE, why="no header that could be read")
    if complaint := complaint_of(message):
        why = f"a feedback report ({complaint.kind})"
        return Classed(mail_class=MailClass.COMPLAINT, why=why, complaint=complaint)
    if bounce := bounce_of(message):
        why = f"a delivery report: {bounce.status or 'no status'}"
        return Classed(mail_class=MailClass.BOUNCE, why=why, bounce=bounce)
    if receipt_of(message):
        return Classed(mail_class=MailClass.AUTOMATIC, why="a read receipt")
    if answer := answer_of(message):
        why = f"an answer to a meeting: {answer.state or answer.method}"
        return Classed(mail_class=MailClass.MEETING_REPLY, why=why, answer=answer)
    listed = list_of(message)
    reading = _Reading(message) if deep(message) else None
    if not listed and (found := _optout(message, settings)):
        return Classed(mail_class=MailClass.OPT_OUT, why=found)
    sign = header_sign(message)
    if listed and (sign.startswith("a field") or (sign == MACHINE_SUBJECT and message.get("in-reply-to") is not None)):
        sign = ""  # a list's own fields, and people who answer a machine
    # Editors, too, write from addresses such as notify@ and alerts@.
    if sign and not (sign.startswith("a robot's address") and reading and reading.finding.kind is Kind.NEWSLETTER):
        return Classed(mail_class=MailClass.LIST if is_digest(message) else MailClass.AUTOMATIC, why=sign)
    if is_digest(message):
        return Classed(mail_class=MailClass.LIST, why="a digest of a list")
    if found := bulk_sign(message):
        return Classed(mail_class=MailClass.NEWSLETTER, why=found)
    # Who answers through a list is a person; who begins there may be an editor.
    if listed and reading and not _answers(message) and reading.finding.kind is Kind.NEWSLETTER:
        return Classed(mail_class=MailClass.NEWSLETTER, why=reading.why)
    words = first_words(message)
    if not listed and (found := words_sign(message, words)):
        kind = reading.finding.kind if reading else Kind.AUTOMATIC
        mail_class = MailClass.NEWSLETTER if kind is Kind.NEWSLETTER else MailClass.AUTOMATIC
        return Classed(mail_class=mail_class, why=found)
    if not listed and reading:
        finding = reading.finding
        # People, too, send notices and say that they are away: such words make a machine only of an office.
        told = [signal for signal in finding.signals if not signal.name.startswith(_WORDS_OF_PEOPLE)]
        if finding.kind is Kind.AUTOMATIC and (told or role_address("".join(message.addresses("from")[:1]))):
            return Classed(mail_class=MailClass.AUTOMATIC, why=reading.why)
        if finding.kind in (Kind.NEWSLETTER, Kind.BULK) or (finding.kind is Kind.INVITATION and reading.is_mailing):
            return Classed(mail_class=MailClass.NEWSLETTER, why=reading.why)
    if listed:
        return Classed(mail_class=MailClass.LIST, why=f"a person's mail through a list: {listed}")
    return Classed(mail_class=MailClass.HUMAN, why="a person's mail: nothing speaks of a machine or a list")


class _Reading:
    """The whole text, read when somebody asks."""

    def __init__(self, message: Message) -> None:
        self._message = message

    @cached_property
    def finding(self) -> Finding:
        return kind_of(self._message)

    @property
    def why(self) -> str:
        return f"it reads like {self.finding.kind}: {', '.join(signal.name for signal in self.finding.signals[:3])}"

    @cached_property
    def is_mailing(self) -> bool:
        """Whether it is a mailing besides, whatever it asks for."""
        weights = signals_of(self._message)
        return sum(w.points for w in weights if w.kind is Kind.NEWSLETTER) >= MAILING_FROM


def _answers(message: Message) -> bool:
    return message.get("in-reply-to") is not None or is_reply_subject(message.text("subject"))


def list_of(message: Message) -> str:
    """The address or id of the discussion list a mail came through; "" for none (RFC 2369 3.4, RFC 2919)."""
    for name in _DISCUSSION_FIELDS:
        value = message.get(name)
        if value is not None and not (name == "list-post" and _NULL_POST.match(value)):
            found = re.search(r"([^\s<>:;,@]{1,64}@[\w.-]{1,255})", value)
            return found.group(1).lower() if found else value[:80]
    identity = message.get("list-id")
    precedence = (message.get("precedence") or "").strip().lower()
    if identity is not None and (
        precedence == "list" or message.get("in-reply-to") is not None or message.get("list-archive") is not None
    ):
        return identity[:80]
    if message.get("delivered-to") is not None and any(
        "mailing list" in value.lower() for value in message.all("delivered-to")
    ):
        return "a list"
    sender = (message.get("sender") or message.get("errors-to") or "").lower()
    if precedence in ("list", "bulk") and re.search(r"(?:owner-|-owner|-admin|-bounces?|-request)[^@]{0,40}@", sender):
        return sender.strip("<> ")[:80]
    return _list_by_tag(message)


def _list_by_tag(message: Message) -> str:
    """The list whose tag the subject bears, where its headers were lost: its name is whom it went to, or a footer."""
    tag = SUBJECT_TAG.search(message.text("subject")[:120])
    if tag is None:
        return ""
    name = tag.group()[1:-1].strip().lower()
    for address in (*message.addresses("to")[:5], *message.addresses("cc")[:5]):
        if len(name) > 2 and address.partition("@")[0] in (name, name.replace(" ", "-")):
            return address
    return name if _LIST_FOOTER.search(message.content[-FOOTER_OCTETS:]) else ""


def bulk_sign(message: Message) -> str:
    """What in the header declares a mailing to many (RFC 2369, RFC 8058); "" when nothing does."""
    if list_of(message):
        return ""
    for name in _BULK_FIELDS:
        if message.get(name) is not None:
            return f"it declares itself a mailing: {name}"
    precedence = (message.get("precedence") or "").strip().lower()
    if precedence in _BULK_PRECEDENCE:
        return f"Precedence: {precedence}"
    if message.get("list-id") is not None:
        return "it declares itself a mailing: list-id"
    return ""


def _optout(message: Message, settings: LearnSettings) -> str:
    """A mail to the site that says "take me off" and no more."""
    recipients = message.addresses("to")[:5]
    if not recipients or (settings.local_domains and not any(settings.is_local(a) for a in recipients)):
        return ""
    subject = message.text("subject")
    if message.get("x-apple-unsubscribe") is not None:
        return "a mail program's unsubscribe"
    # The words cost more than the header: look at them only where they can decide.
    size = len(message.content) - message.header_size
    if size > 6_000 and not is_optout(subject, "", recipients):
        return ""
    if is_optout(subject, first_words(message), recipients):
        return f'it says "{subject[:40] or "take me off"}" and no more'
    return ""
