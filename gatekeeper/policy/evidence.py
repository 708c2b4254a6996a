"""Evidence: one interaction seen between an account here and a contact, and how far it can be believed."""

from __future__ import annotations

from enum import StrEnum

from gatekeeper.values import value

FULL_WEIGHT_ADDRESSEES = 10
NO_WEIGHT_ADDRESSEES = 50
DAY_SECONDS = 86_400.0


class What(StrEnum):
    """What was seen. All but SENT come from the contact."""

    SENT = "sent"
    """The account's own mail, delivered. Never shows that the contact knows the account."""
    WROTE = "wrote"
    """A mail by a person, from the contact to the account."""
    ACCEPTED_MEETING = "accepted-meeting"
    """An iCalendar REPLY with PARTSTAT=ACCEPTED (RFC 5546 3.2.3)."""
    OPTED_IN = "opted-in"
    OPTED_OUT = "opted-out"
    """An unsubscribe: closes newsletter, bulk and invitation."""
    COMPLAINED = "complained"
    """A feedback report (RFC 5965): closes the contact."""
    LIST_POST = "list-post"
    """A post that reached the account through what calls itself the list `contact`; its weight is 1 where the author
    vouches for himself, and not the list alone."""
    ARRIVED = "arrived"
    """A mail by a machine arrived: it builds nothing, and an answer to it is an answer."""
    BOUNCED = "bounced"
    """A permanent failure reported for a mail of the account to this contact."""


class Proof(StrEnum):
    """Who vouches for the author."""

    AUTHENTICATED = "authenticated"
    """A trusted Authentication-Results, an aligned DKIM signature verified here, or our own login."""
    CLAIMED = "claimed"
    """Imported history whose proof is gone: worth what `unauthenticated_history` says."""
    NONE = "none"
    """Live mail that nothing authenticates: kept, builds nothing."""
    UNKNOWN = "unknown"
    """The check could not be made (DNS time-out): kept, builds nothing."""


@value
class Evidence:
    """One interaction. `at` is seconds since 1970 UTC; `weight` is 0..1; `source` is "listener", "admin",
    "consent" or an importer's name; `purpose` is the list or purpose of a consent."""

    sender: str
    contact: str
    at: float
    what: What
    proof: Proof
    source: str
    weight: float = 1.0
    permanent: bool = True
    purpose: str = ""
    status: str = ""
    """What a bounce says (RFC 3463), such as "5.1.1"."""
    about: int = 0
    """The message key of the mail that a report quotes."""
    quotes: str = ""
    """The Gatekeeper-Id that it quotes."""


@value
class Exchange:
    """One message seen, in either direction, and what it teaches.

    `message_key` is `mail.message.message_key()` of its Message-ID (or of its digest where it has none):
    the same message is counted once, whatever source it comes from. `people` are the author and the To and
    Cc addresses in canonical form, () beyond 50: they make reply-all and "people who form a group"
    possible. `links` are the link hashes of an outbound mail (signature links do not make a campaign).
    `cites` are the message keys it answers.
    """

    message_key: int
    at: float
    author: str
    outbound: bool
    people: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    links: frozenset[int] = frozenset()
    cites: tuple[int, ...] = ()
    list_address: str = ""
    """The list this came through: the site receives it, so its members may be written to through it."""


def opted_out(sender: str, contact: str, at: float) -> Exchange:
    """A one-click unsubscribe (RFC 8058) by a link that only this site can make: counted once a day, however
    often clicked."""
    seen = Evidence(
        sender=sender,
        contact=contact,
        at=at,
        what=What.OPTED_OUT,
        proof=Proof.AUTHENTICATED,
        source="link",
        purpose=sender,
    )
    return Exchange(message_key=int(at // DAY_SECONDS), at=at, author=contact, outbound=False, evidence=(seen,))


def opted_in(sender: str, contact: str, purpose: str, asked: float, at: float) -> Exchange:
    """A sign-up confirmed at `at` by the link that was `asked` for then: each link counts once."""
    seen = Evidence(
        sender=sender,
        contact=contact,
        at=at,
        what=What.OPTED_IN,
        proof=Proof.AUTHENTICATED,
        source="link",
        purpose=purpose,
    )
    return Exchange(message_key=int(asked), at=at, author=contact, outbound=False, evidence=(seen,))


def weight_of_addressees(count: int) -> float:
    """How much an inbound mail to `count` people shows about each: 1 up to 10, fading to 0 at 50."""
    if count <= FULL_WEIGHT_ADDRESSEES:
        return 1.0
    if count >= NO_WEIGHT_ADDRESSEES:
        return 0.0
    return (NO_WEIGHT_ADDRESSEES - count) / (NO_WEIGHT_ADDRESSEES - FULL_WEIGHT_ADDRESSEES)
