"""An archived mail: what one message out of somebody's archive teaches, whichever way it went."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gatekeeper.kinds.automatic import header_sign
from gatekeeper.learn.authentication import Vouched, author_of, vouched_history
from gatekeeper.learn.importers.progress import Skipped
from gatekeeper.learn.lesson import NEEDS_PROOF, UNVOUCHED, inbound, outbound
from gatekeeper.learn.mailclass import MailClass, class_of
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.learn.trace import received_times
from gatekeeper.mail.message import Message
from gatekeeper.policy.evidence import Exchange, Proof

EARLIEST = 631_152_000.0
"""1990-01-01: a date before it is a clock that was never set."""
MAX_KEPT_OCTETS = 1 << 20
"""Of a longer message only this much is read: header and first words decide."""
LOOKED_AT_OCTETS = 8_192

_MAILING_WORDS = tuple(
    word.encode()
    for word in (
        "unsubscri",
        "opt-out",
        "opt out",
        "newsletter",
        "in your browser",
        "abbestell",
        "abmelde",
        "désinscri",
        "désabonn",
        "=c3=a9sinscri",
        "=c3=a9sabonn",
        "darse de baja",
        "suscripci",
        "descadastr",
        "disiscri",
        "afmelden",
        "uitschrijven",
        "avregistrera",
        "wypisa",
        "отпис",
        "配信停止",
        "退订",
        "取消订阅",
    )
)
"""What newsletters in thirteen languages cannot do without; words that people use too only cost a closer look."""
_NOT_COUNTED = re.compile(
    r"(?i)^\.?(?:.*[./])?(?:junk|spam|bulk mail|junk[ -]e-?mail|drafts?|templates?|unsent messages|outbox|"
    r"\[g(?:oogle)?mail\][./](?:spam|drafts)|"
    r"entw[üu]rfe|vorlagen|spamverdacht|brouillons|pourriel|ind[ée]sirables|borradores|correo no deseado|"
    r"rascunhos|lixo eletr[ôo]nico|bozze|posta indesiderata|concepten|ongewenst|utkast|skr[äa]ppost|kladder|"
    r"uønsket|luonnokset|roskaposti|szkice|spam-?verdacht|черновики|спам|下書き|迷惑メール|草稿|垃圾邮件|"
    r"스팸)(?:\.sbd)?/?$"
)


def is_counted_folder(name: str) -> bool:
    """False for folders that hold what was never sent, or what somebody did not want: drafts and junk."""
    return _NOT_COUNTED.match(name) is None


def exchanges_of(
    content: bytes, settings: LearnSettings, *, source: str, place: str, now: float
) -> Iterator[Exchange | Skipped]:
    """What an archived message teaches: nothing, one exchange, or two when both sides are ours.

    With `owners`, From one of them: sent by him; anything else: received by him. Without, who is ours by domain.
    Never raises.
    """
    message = Message.read(content)
    if message.unparsed or not message.headers:
        yield Skipped(place=place, why="no header that could be read")
        return
    author = author_of(message)
    owned = author in settings.owners if settings.owners else settings.is_local(settings.account(author))
    if not owned and not settings.owners and not _names_us(message, settings):
        return
    at = time_of(message, settings, now)
    if at is None:
        yield Skipped(place=place, why="no date between 1990 and now")
        return
    if owned and not header_sign(message):
        account = settings.owners[0] if settings.owners else settings.account(author)
        if exchange := outbound(message, account, settings, at=at, source=source):
            yield exchange
        if settings.owners:
            return
    classed = class_of(message, settings, deep=_may_be_mailing)
    if classed.mail_class in (MailClass.AUTOMATIC, MailClass.NEWSLETTER):
        return
    vouched = _vouched(message, settings) if classed.mail_class in NEEDS_PROOF else UNVOUCHED
    yield from inbound(message, classed, vouched, settings, at=at, source=source, archive=True).exchanges


def time_of(message: Message, settings: LearnSettings, now: float) -> float | None:
    """When the site took the message, else its Date; None when that is not between 1990 and `now`."""
    for received in received_times(message, settings):
        if EARLIEST <= received <= now:
            return received
        break
    dated = message.date
    return dated if dated is not None and EARLIEST <= dated <= now else None


def _vouched(message: Message, settings: LearnSettings) -> Vouched:
    vouched = vouched_history(message, settings)
    if vouched.proof is not Proof.CLAIMED or settings.unauthenticated_history == "known":
        return vouched
    believed = settings.unauthenticated_history == "full"
    return Vouched(proof=Proof.AUTHENTICATED if believed else Proof.NONE, why=f"{vouched.why}; as configured")


def _names_us(message: Message, settings: LearnSettings) -> bool:
    addressed = (*message.addresses("to"), *message.addresses("cc"))
    return any(settings.is_local(settings.account(address)) for address in addressed)


def _may_be_mailing(message: Message) -> bool:
    """Whether the whole text is worth reading for the class: it answers nothing and says a newsletter's words."""
    if message.get("in-reply-to") is not None or message.get("references") is not None:
        return False
    size = message.header_size
    content = message.content
    looked_at = content[size : size + LOOKED_AT_OCTETS] + content[max(size, len(content) - LOOKED_AT_OCTETS) :]
    lowered = looked_at.lower()
    return any(word in lowered for word in _MAILING_WORDS)
