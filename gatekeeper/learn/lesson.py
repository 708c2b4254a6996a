"""A lesson: what one mail teaches about who knows whom, as evidence for each account concerned.

Whose mail it is:

- The author is the one address in From. Several addresses: nobody's evidence.
- Sender says who pressed the button (an assistant, a list's robot): it vouches for nobody and knows nobody.
- Reply-To may name anybody and is not read.
- Resent-* fields tell of a redirection: the mail remains its author's, to the people in its own To and Cc.
- Who is ours among To and Cc is known by the author from then on; who got a hidden copy is not: a mail that
  names nobody of ours openly counts for nobody. Envelope recipients count beside a named address of ours,
  because an alias may stand in To for the person behind it.
- In full up to 10 addressees, fading to nothing at 50.
- A mail to oneself, under whatever of one's own addresses, shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from gatekeeper.feedback.delivery import Bounce, Outcome
from gatekeeper.learn.authentication import Vouched, author_of
from gatekeeper.learn.mailclass import Classed, MailClass, list_of
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical, domain_of
from gatekeeper.mail.fingerprint import SIGNATURE_SAMPLE, links_of
from gatekeeper.mail.message import Message, message_key
from gatekeeper.policy.evidence import NO_WEIGHT_ADDRESSEES, Evidence, Exchange, Proof, What, weight_of_addressees

UNVOUCHED = Vouched(proof=Proof.NONE, why="such mail needs nobody to vouch for it")
NEEDS_PROOF = frozenset(
    {MailClass.HUMAN, MailClass.LIST, MailClass.MEETING_REPLY, MailClass.COMPLAINT, MailClass.AUTOMATIC}
    | {MailClass.NEWSLETTER}
    | {MailClass.OPT_OUT}
)
"""The classes for which it matters who vouches for the author."""
VOUCHED_BY_LIST = 0.5
"""The weight of a post whose author did not vouch for himself: it arrived, and says nothing of who writes there."""
_KEPT = frozenset({What.WROTE, What.ACCEPTED_MEETING, What.ARRIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What was found. `evidence` is all that was seen; `exchanges` what the store is to keep of it."""

    mail_class: MailClass
    why: str
    vouched: Vouched
    evidence: tuple[Evidence, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    bounce: Bounce | None = None


def counts(evidence: Evidence) -> bool:
    """Whether a piece of evidence changes anything: an unproven mail is kept and builds nothing."""
    match evidence.what:
        case What.WROTE | What.ACCEPTED_MEETING | What.LIST_POST:
            return evidence.proof in (Proof.AUTHENTICATED, Proof.CLAIMED) and evidence.weight > 0.0
        case What.COMPLAINED:
            quotes = bool(evidence.about or evidence.quotes)
            return quotes or (evidence.proof is Proof.AUTHENTICATED and bool(evidence.contact))
        case What.BOUNCED:
            return evidence.permanent
        case What.SENT | What.OPTED_IN | What.OPTED_OUT:
            return True
        case What.ARRIVED:
            return False
        case _:
            assert_never(evidence.what)


def inbound(
    message: Message,
    classed: Classed,
    vouched: Vouched,
    settings: LearnSettings,
    *,
    at: float,
    source: str,
    recipients: tuple[str, ...] = (),
    archive: bool = False,
    by_list: bool = False,
) -> Lesson:
    """What a mail that came in teaches. `at` is seconds since 1970, `recipients` are canonical envelope addresses.

    `archive` marks history, where a list's copy may be the only one kept of a mail that names us in To or Cc;
    `by_list` says that the list it came through is who vouches, and not its author.
    """
    seen: Iterable[Evidence] = ()
    list_address = ""
    match classed.mail_class:
        case MailClass.HUMAN:
            seen = _written(message, vouched, settings, at, source, recipients)
        case MailClass.LIST:
            list_address = list_address_of(message)
            seen = _through_list(
                message, vouched, settings, at, source, recipients, list_address, archive=archive, by_list=by_list
            )
        case MailClass.MEETING_REPLY:
            if classed.answer and classed.answer.accepted and classed.answer.attendee in ("", author_of(message)):
                written = _written(message, vouched, settings, at, source, recipients)
                seen = [_as(one, What.ACCEPTED_MEETING) for one in written]
        case MailClass.BOUNCE:
            seen = _bounced(message, classed.bounce, settings, at, source, recipients) if classed.bounce else ()
        case MailClass.COMPLAINT:
            seen = _complained(message, classed, vouched, settings, at, source)
        case MailClass.OPT_OUT:
            seen = _opted_out(message, vouched, settings, at, source)
        case MailClass.AUTOMATIC:
            seen = [_as(one, What.ARRIVED) for one in _written(message, vouched, settings, at, source, recipients)]
        case MailClass.NEWSLETTER | MailClass.UNPARSABLE:
            pass
        case _:
            assert_never(classed.mail_class)
    evidence = tuple(seen)
    kept = tuple(one for one in evidence if counts(one) or one.what in _KEPT)
    if classed.mail_class is MailClass.NEWSLETTER and not archive:
        # It teaches nothing; that it arrived is what lets its reader forward it.
        kept = tuple(_as(one, What.ARRIVED) for one in _written(message, vouched, settings, at, source, recipients))
    exchanges: tuple[Exchange, ...] = ()
    if kept:
        cites = message.cites
        if classed.bounce and classed.bounce.original_id:
            cites = (message_key(classed.bounce.original_id),)
        exchange = Exchange(
            message_key=message.key,
            at=at,
            author=author_of(message),
            outbound=False,
            people=people_of(message),
            evidence=kept,
            cites=cites,
            list_address=list_address if any(one.what is What.LIST_POST for one in kept) else "",
        )
        exchanges = (exchange,)
    return Lesson(
        mail_class=classed.mail_class,
        why=classed.why,
        vouched=vouched,
        evidence=evidence,
        exchanges=exchanges,
        bounce=classed.bounce,
    )


def outbound(message: Message, account: str, settings: LearnSettings, *, at: float, source: str) -> Exchange | None:
    """What a mail of `account` teaches: that it was sent. None when it went to nobody else."""
    addressed = (*message.addresses("to"), *message.addresses("cc"), *message.addresses("bcc"))
    proof = Proof.AUTHENTICATED if settings.owners else Proof.CLAIMED
    evidence = tuple(
        Evidence(sender=account, contact=contact, at=at, what=What.SENT, proof=proof, source=source)
        for contact in dict.fromkeys(addressed)
        if settings.account(contact) != account
    )
    if not evidence:
        return None
    return Exchange(
        message_key=message.key,
        at=at,
        author=account,
        outbound=True,
        people=people_of(message),
        evidence=evidence,
        links=_signature(message),
        cites=message.cites,
    )


def _signature(message: Message) -> frozenset[int]:
    """The links of an answer, now and then: what somebody's answers carry is his signature and no campaign. A blast
    answers nothing, so that an archived one makes its links no ordinary ones."""
    if message.key % SIGNATURE_SAMPLE or not message.cites or b"http" not in message.content:
        return frozenset()
    return links_of(message)


def people_of(message: Message) -> tuple[str, ...]:
    """Author, To and Cc, each once; () beyond 50, where nothing is computed from them."""
    people = tuple(dict.fromkeys((author_of(message), *message.addresses("to"), *message.addresses("cc"))))
    return () if len(people) > NO_WEIGHT_ADDRESSEES else tuple(person for person in people if person)


def _accounts(message: Message, settings: LearnSettings, recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The accounts of ours that a mail is addressed to openly, with the envelope's beside them."""
    addressed = dict.fromkeys((*message.addresses("to"), *message.addresses("cc")))
    if settings.owners:
        mine = frozenset(settings.owners)
        named = [settings.owners[0]] if any(address in mine for address in addressed) else []
    else:
        named = [settings.account(a) for a in addressed if settings.is_local(settings.account(a))]
        if named:
            named += [settings.account(a) for a in recipients if settings.is_local(settings.account(a))]
    return tuple(dict.fromkeys(named))


def _written(
    message: Message,
    vouched: Vouched,
    settings: LearnSettings,
    at: float,
    source: str,
    recipients: tuple[str, ...],
) -> list[Evidence]:
    author = author_of(message)
    if not author:
        return []
    weight = weight_of_addressees(len(set(message.addresses("to")) | set(message.addresses("cc"))))
    return [
        Evidence(
            sender=account,
            contact=author,
            at=at,
            what=What.WROTE,
            proof=vouched.proof,
            source=source,
            weight=weight,
        )
        for account in _accounts(message, settings, recipients)
        if account != settings.account(author) and author not in settings.owners
    ]


def _through_list(
    message: Message,
    vouched: Vouched,
    settings: LearnSettings,
    at: float,
    source: str,
    recipients: tuple[str, ...],
    list_address: str,
    *,
    archive: bool,
    by_list: bool,
) -> list[Evidence]:
    """A list's mail shows that the site receives the list, as a contact of its own; not that its author knows us.

    Only in an archive does it count for whom the author named himself: his own copy was not kept twice.
    """
    seen = _written(message, vouched, settings, at, source, ()) if archive else []
    if list_address:
        subscribers = settings.owners[:1] or tuple(a for a in recipients if settings.is_local(a))
        seen += [
            Evidence(
                sender=settings.account(account),
                contact=list_address,
                at=at,
                what=What.LIST_POST,
                proof=vouched.proof,
                source=source,
                weight=VOUCHED_BY_LIST if by_list else 1.0,
            )
            for account in subscribers
        ]
    return seen


def list_address_of(message: Message) -> str:
    """The address to which the list's members write; from its id where nothing else says it (RFC 2919 2)."""
    listed = list_of(message)
    if address := canonical(listed):
        return address
    found = re.search(r"<?([\w-]{1,64})\.([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})>?\s*$", listed)
    return canonical(f"{found.group(1)}@{found.group(2)}") if found else ""


def _bounced(
    message: Message, bounce: Bounce, settings: LearnSettings, at: float, source: str, recipients: tuple[str, ...]
) -> list[Evidence]:
    """Who of ours wrote, and to whom it failed. A report that does not say about which mail, or whose, is nobody's."""
    candidates = (bounce.original_sender, *settings.owners[:1], *recipients, *message.addresses("to"))
    ours = [settings.account(a) for a in candidates if a in settings.owners or settings.is_local(settings.account(a))]
    if not ours or not (bounce.original_id or bounce.original_sender or bounce.gate_id):
        return []
    return [
        Evidence(
            sender=ours[0],
            contact=result.original or result.recipient,
            at=at,
            what=What.BOUNCED,
            proof=Proof.CLAIMED,
            source=source,
            permanent=result.permanent,
            status=result.status,
            about=message_key(bounce.original_id) if bounce.original_id else 0,
            quotes=bounce.gate_id,
        )
        for result in bounce.results
        if result.outcome is Outcome.FAILED
    ]


def _complained(
    message: Message, classed: Classed, vouched: Vouched, settings: LearnSettings, at: float, source: str
) -> list[Evidence]:
    """A complaint counts when its reporter is authenticated or quotes an id that we relayed, which the store knows:
    else anybody could silence anybody. Where the provider hides who complained, the id tells it, or nobody."""
    complaint = classed.complaint
    if complaint is None or not complaint.by_a_person:
        return []
    sender = settings.account(complaint.original_sender)
    if complaint.gate_id and not sender:
        sender = next((settings.account(a) for a in message.addresses("to") if settings.is_local(a)), "")
    if not sender or not (settings.is_local(sender) or sender in settings.owners):
        return []
    what = What.OPTED_OUT if complaint.kind == "opt-out" else What.COMPLAINED
    return [
        Evidence(
            sender=sender,
            contact=recipient,
            at=at,
            what=what,
            proof=vouched.proof,
            source=source,
            about=message_key(complaint.original_id) if complaint.original_id else 0,
            quotes=complaint.gate_id,
        )
        for recipient in complaint.recipients or ("",)
        if recipient or what is What.COMPLAINED
    ]


def _opted_out(message: Message, vouched: Vouched, settings: LearnSettings, at: float, source: str) -> list[Evidence]:
    """ "No" is honoured without proof: wrongly believed it costs a newsletter, wrongly doubted it costs somebody's
    peace. Against the sender it counts only from an author who is authenticated, or who answers a mail of ours."""
    author = author_of(message)
    if not author:
        return []
    local = [a for a in message.addresses("to") if settings.is_local(settings.account(a)) or not settings.local_domains]
    answered = next(iter(message.cites), 0)
    return [
        Evidence(
            sender=settings.account(address),
            contact=author,
            at=at,
            what=What.OPTED_OUT,
            proof=vouched.proof,
            source=source,
            about=answered,
            purpose=address if domain_of(address) else "",
        )
        for address in local[:5]
        if settings.account(address) != author
    ]


def _as(one: Evidence, what: What) -> Evidence:
    return Evidence(
        sender=one.sender,
        contact=one.contact,
        at=one.at,
        what=what,
        proof=one.proof,
        source=one.source,
        weight=one.weight,
    )
