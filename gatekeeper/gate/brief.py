"""The brief: a message as it came becomes a case for the bench, and a parcel for the queue where it must wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from ipaddress import ip_address

from gatekeeper.gate.accounts import Accounts
from gatekeeper.ids import Ids
from gatekeeper.kinds.glance import NOTE_WITHOUT_LINKS, note_at_a_glance
from gatekeeper.kinds.kind import Finding, Kind, kind_of
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.fingerprint import SIGNATURE_SAMPLE, Fingerprint, fingerprint_of, links_of
from gatekeeper.mail.message import Message
from gatekeeper.mail.reply import Reply
from gatekeeper.mail.trace import received_line
from gatekeeper.policy.explain import explanation, reply_for_one
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.store.case import Case, Judged, identity_of
from gatekeeper.store.queue import SHORTEST_WAIT_SECONDS, Addressee, Fate, Parcel, QueueState

MOST_FORWARDED_TO = 3
"""Somebody who forwards his mail reads it at another place or two; what goes to more people is sent."""
NOT_TAKEN = "the next hop did not take it"

THREAD_SIZE_BYTES = 262_144
"""A larger message is read in a thread: it must not keep the loop from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSettings:
    """What the path of a message needs of the configuration."""

    hostname: str
    accounts: Accounts = field(default_factory=Accounts)
    public_url: str = ""
    own_addresses_only: bool = False
    """Whether a login may use no other addresses than its own."""
    pass_on_failure: bool = False
    queue: bool = False
    """Whether messages may wait here (the queue is run)."""
    queue_when_down: bool = False
    """Whether an accepted message waits here when the next hop does not take it now."""
    queue_seconds: float = 5 * 86_400.0
    """How long at most (RFC 5321 4.5.4.1: at least 4-5 days)."""


class Briefs:
    """Writes the cases of one configuration. `policy` gives the one in force."""

    def __init__(
        self, settings: GateSettings, ids: Ids, policy: Callable[[], Policy], clock: Callable[[], float]
    ) -> None:
        self.settings = settings
        self._ids = ids
        self._policy = policy
        self._clock = clock

    def case(
        self,
        id_: str,
        session: Session,
        envelope: Envelope,
        message: Message,
        finding: Finding,
        digest: bytes,
        *,
        may_wait: bool = False,
        is_down: bool = False,
    ) -> Case:
        """What the bench is asked about this message. `may_wait`: the verdict may put it in the queue; `is_down`: so
        it shall, with what is accepted, because the next hop does not answer."""
        authors = message.addresses("from")
        author = authors[0] if len(authors) == 1 else ""
        accounts = self.settings.accounts
        sender = accounts.of(session, envelope, author)
        list_id = message.get("list-id") or ""
        ordinary = (
            message.key % SIGNATURE_SAMPLE == 0
            and len(message.content) <= THREAD_SIZE_BYTES
            and finding is not NOTE_WITHOUT_LINKS
        )
        recipients = tuple(recipient.address for recipient in envelope.recipients)
        forwarders = accounts.forwarders(session, sender, message) if len(recipients) <= MOST_FORWARDED_TO else ()
        keep = may_wait and self.settings.queue
        return Case(
            id=id_,
            identity=identity_of(message.key, digest, recipients),
            now=self._clock(),
            sender=sender,
            domain=sender.rpartition("@")[2],
            client=_telling_address(session),
            recipients=recipients,
            message_key=message.key,
            digest=digest,
            cites=message.cites,
            author=author if author != sender and author.rpartition("@")[2] in accounts.local_domains else "",
            kind=finding.kind,
            signals=tuple(signal.name for signal in finding.signals),
            content=_Content(message),
            has_unsubscribe=message.get("list-unsubscribe") is not None,
            has_one_click=message.get("list-unsubscribe-post") is not None,
            subject=partial(message.text, "subject"),
            purposes=tuple(filter(None, (list_id.strip("<> ").casefold(), sender, sender.rpartition("@")[2]))),
            forwarders=forwarders,
            written_by=author if forwarders else "",
            null_sender=envelope.sender.is_null and session.login is None,
            report_form=finding.kind is Kind.AUTOMATIC,
            links=partial(links_of, message) if ordinary else None,
            divisible=is_lmtp(session) or self._delivers_known(session),
            parcel=partial(self._parcel, id_, session, envelope, message.content, sender, is_down) if keep else None,
        )

    def judged_before(self, parcel: Parcel, content: bytes, verdict: Verdict) -> Judged:
        """A queued message whose verdict stands, as far as a settlement asks for it; it is not heard again."""
        message = Message.read(content)
        case = Case(
            id=parcel.id,
            now=self._clock(),
            sender=parcel.account,
            domain=parcel.account.rpartition("@")[2],
            client="",
            recipients=tuple(recipient.address for recipient in parcel.envelope.recipients),
            message_key=message.key,
            digest=b"",
            cites=(),
            kind=verdict.kind,
            signals=(),
            content=partial(fingerprint_of, message),
            divisible=is_lmtp(parcel.session) or self._delivers_known(parcel.session),
        )
        return Judged(case=case, verdict=verdict)

    def _delivers_known(self, session: Session) -> bool:
        return self.settings.queue and not is_lmtp(session) and self._policy().mixed == "deliver-known"

    def _parcel(
        self,
        id_: str,
        session: Session,
        envelope: Envelope,
        content: bytes,
        account: str,
        is_down: bool,
        verdict: Verdict,
    ) -> tuple[Parcel, bytes] | None:
        """What waits here instead of being answered with 4yz or 5yz, if this verdict and this client allow it.

        A person's mail program would show an error and lose the message to a draft; an MTA retries by itself.
        """
        deciding = verdict.deciding
        bridged = is_down and verdict.ruling is Ruling.ACCEPT
        if is_lmtp(session) or not (bridged or (deciding is not None and not envelope.sender.is_null)):
            return None
        now = self._clock()
        parcel = Parcel(
            id=id_,
            account=account,
            session=session,
            envelope=envelope,
            arrived=now,
            due=now,
            until=now + self.settings.queue_seconds,
            judged=True,
            reason=NOT_TAKEN if bridged else explanation(verdict).outcome,
        )
        known = tuple(one.ruling is Ruling.ACCEPT for one in verdict.recipients)
        if bridged:
            parcel = replace(parcel, due=now + SHORTEST_WAIT_SECONDS)
        elif verdict.ruling is Ruling.HOLD:
            parcel = replace(parcel, state=QueueState.HELD, due=parcel.until, judged=False)
        elif verdict.ruling is Ruling.DEFER and session.client_is_person and deciding and deciding.until:
            parcel = replace(parcel, due=verdict.until, judged=False)
        elif verdict.ruling is Ruling.REFUSE and self._delivers_known(session) and any(known):
            link = self.link_to(id_)
            parcel = replace(
                parcel,
                addressees=tuple(
                    Addressee(recipient=one)
                    if known[index]
                    else Addressee(recipient=one, fate=Fate.FAILED, reply=reply_for_one(verdict, index, link), at=now)
                    for index, one in enumerate(envelope.recipients)
                ),
            )
        else:
            return None
        trace = received_line(session, envelope, self.settings.hostname, id_, now)
        return parcel, trace + content

    def parcel_of_rest(
        self,
        id_: str,
        session: Session,
        envelope: Envelope,
        replies: Sequence[Reply],
        remote: str,
        *,
        account: str,
        arrived: float,
    ) -> Parcel:
        """An accepted message of which the next hop has not taken everything; due at once, for its report too."""
        fates = {True: Fate.SENT, False: Fate.FAILED}
        return Parcel(
            id=id_,
            account=account,
            session=session,
            envelope=envelope,
            arrived=arrived,
            due=arrived,
            until=arrived + self.settings.queue_seconds,
            judged=True,
            reason=NOT_TAKEN,
            addressees=tuple(
                Addressee(
                    recipient=one,
                    fate=Fate.WAITING if reply.temporary else fates[reply.positive],
                    reply=reply,
                    remote=remote,
                    at=arrived,
                )
                for one, reply in zip(envelope.recipients, replies, strict=True)
            ),
        )

    def link_to(self, id_: str) -> str:
        """Where the sender reads more: unguessable, and at most 80 characters with a usual public URL."""
        return f"{self.settings.public_url}/why/{self._ids.token(id_)}" if self.settings.public_url else ""


def read(content: bytes) -> tuple[Message, Finding, bytes]:
    """The message, its kind and its digest. Pure; linear in its size."""
    message = Message.read(content)
    return message, note_at_a_glance(message) or kind_of(message), message.digest


def is_lmtp(session: Session) -> bool:
    """Each recipient has his own reply."""
    return session.protocol.startswith("LMTP")


class _Content:
    """Reads the fingerprint of a message when it is asked for, and keeps it. `functools.cache` takes a tenth of a
    case's time to set up, and most cases are decided without it."""

    __slots__ = ("_fingerprint", "_message")

    def __init__(self, message: Message) -> None:
        self._message = message
        self._fingerprint: Fingerprint | None = None

    def __call__(self) -> Fingerprint:
        if self._fingerprint is None:
            self._fingerprint = fingerprint_of(self._message)
        return self._fingerprint


def _telling_address(session: Session) -> str:
    """The client's address where it says something about the sender: not the MTA in front, nor this machine."""
    return _telling(session.client_address) if session.client_address_is_known else ""


@lru_cache(maxsize=4_096)
def _telling(client_address: str) -> str:
    try:
        address = ip_address(client_address)
    except ValueError:
        return ""
    return "" if address.is_loopback or address.is_unspecified else str(address)
