"""The people of the stories: relations, senders and facts as short as the stories need them."""

from __future__ import annotations

from typing import Any

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.campaign import Campaign, Scope
from gatekeeper.policy.effects import hear
from gatekeeper.policy.evidence import Proof
from gatekeeper.policy.facts import Facts, RecipientFacts
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Relation
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, StageTerms
from gatekeeper.policy.verdict import Verdict

NOW = 1_800_000_000.0
DAY = DAY_SECONDS
HOUR = 3600.0
ANNA = "anna@example.org"
POLICY = Policy(name="test")
STAGES = StageTerms()
HALF_LIFE = STAGES.half_life_seconds


def relation(
    *,
    heard: tuple[float, ...] = (),
    sent: tuple[float, ...] = (),
    claimed: tuple[float, ...] = (),
    contact: str = "bob@example.net",
    **more: Any,
) -> Relation:
    """A relation of Anna's with mails so many days ago, in and out, in the order of time."""
    one = Relation(sender=ANNA, contact=contact, **more)
    events = [(days, "heard") for days in heard] + [(days, "sent") for days in sent]
    events += [(days, "claimed") for days in claimed]
    for days, what in sorted(events, reverse=True):
        at = NOW - days * DAY
        if what == "sent":
            one.send(at, HALF_LIFE)
        else:
            one.hear(at, Proof.AUTHENTICATED if what == "heard" else Proof.CLAIMED, 1.0, HALF_LIFE)
    return one


def friend(number: int = 0) -> RecipientFacts:
    """Somebody who answered ten days ago."""
    address = f"friend-{number}@example.net"
    return RecipientFacts(address=address, relation=relation(heard=(10,), sent=(20,), contact=address))


def acquaintance(number: int = 0) -> RecipientFacts:
    address = f"acquaintance-{number}@example.net"
    return RecipientFacts(address=address, relation=relation(heard=(10,), contact=address))


def confidant(number: int = 0) -> RecipientFacts:
    address = f"confidant-{number}@example.net"
    known = relation(heard=(60, 50, 40, 30, 20), sent=(59, 49, 39, 29, 19), contact=address)
    return RecipientFacts(address=address, relation=known)


def stranger(number: int = 0, **more: Any) -> RecipientFacts:
    return RecipientFacts(address=f"stranger-{number}@example.com", relation=None, **more)


def strangers(count: int, start: int = 0) -> tuple[RecipientFacts, ...]:
    return tuple(stranger(number) for number in range(start, start + count))


def friends(count: int) -> tuple[RecipientFacts, ...]:
    return tuple(friend(number) for number in range(count))


def facts(*recipients: RecipientFacts, kind: Kind = Kind.NOTE, **more: Any) -> Facts:
    """A message of Anna's at an old gate, of a content nobody has sent before."""
    known: dict[str, Any] = {
        "now": NOW,
        "sender": Sender(address=ANNA, first_seen=NOW - 400 * DAY),
        "site_since": NOW - 1000 * DAY,
        "campaigns": (),
    }
    known.update(more)
    return Facts(kind=kind, recipients=recipients, **known)


def campaign(weight: float = 0.0, *, at: float = NOW, persons: int = 0, scope: str = "sender:" + ANNA) -> Campaign:
    """A content that so many persons got, of the given weight together."""
    persons = persons or round(weight)
    one = Campaign(id=1, scope=scope, started=at, last=at)
    for number in range(persons):
        one.persons[f"earlier-{number}@example.com"] = (weight / persons, at)
    return one


def of_sender(one: Campaign | None) -> tuple[tuple[Scope, Campaign | None], ...]:
    return ((Scope.SENDER, one),)


def heard(case: Facts, verdict: Verdict, policy: Policy = POLICY) -> None:
    """The effects of a verdict, with new relations where there are none."""
    taken = {
        index: one.relation or Relation(sender=ANNA, contact=one.address) for index, one in enumerate(case.recipients)
    }
    hear(case, verdict, policy, taken)
