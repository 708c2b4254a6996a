"""Metering: which rates a message is counted in, and how much it takes of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gatekeeper.policy.facts import Facts, RecipientFacts
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.rates import Buckets, Load, Meter, MeterName, own, scale_of
from gatekeeper.policy.terms import ServiceTerms
from gatekeeper.policy.verdict import Because


def names_of(service: ServiceTerms | None, policy: Policy, *, consents: bool) -> tuple[MeterName, ...]:
    """The rates besides the sender's own that may count a message of this sender, `consents` when somebody in it has
    signed up. Usually none: what is not limited is not looked up."""
    found = []
    if service is not None and service.rates.is_set:
        found.append(MeterName.SERVICE)
    terms = policy.rates
    if consents and terms.consented.is_set:
        found.append(MeterName.CONSENTED)
    if terms.domain.is_set:
        found.append(MeterName.DOMAIN)
    if terms.client.is_set:
        found.append(MeterName.CLIENT)
    return tuple(found)


def scope_of(name: MeterName, sender: str, *, service: ServiceTerms | None = None, client: str = "") -> str:
    """Under which key the buckets of a rate are kept; "" where there is nothing to count by."""
    domain = sender.rpartition("@")[2]
    match name:
        case MeterName.SERVICE:
            return f"service:{service.name if service is not None else ''}:{sender}"
        case MeterName.DOMAIN:
            return f"domain:{domain}" if domain else ""
        case MeterName.CLIENT:
            return f"client:{client}" if client else ""
        case MeterName.CONSENTED | MeterName.SENDER:
            return f"{name}:{sender}"


def meters_of(facts: Facts, policy: Policy, becauses: Sequence[Because], factor: float) -> tuple[Meter, ...]:
    """The rates that count a message whose people stand there for `becauses`, the sender's first.

    A service account inside its scope, and mail to people who all signed up, have rates of their own in place of
    the sender's; those of the domain and the client count everything.
    """
    terms, sender, now = policy.rates, facts.sender, facts.now
    if not facts.meters and facts.service is None:
        return (own(sender, now, terms, factor=factor, site_since=facts.site_since),)
    buckets: dict[MeterName, Buckets] = dict(facts.meters)
    found: list[Meter] = []
    if facts.service is not None and all(one is Because.SERVICE for one in becauses):
        if MeterName.SERVICE in buckets:
            found.append(Meter(name=MeterName.SERVICE, buckets=buckets[MeterName.SERVICE], limits=facts.service.rates))
    elif MeterName.CONSENTED in buckets and all(one is Because.CONSENT for one in becauses):
        scale = scale_of(sender, now, terms)
        consented = buckets[MeterName.CONSENTED]
        found.append(Meter(name=MeterName.CONSENTED, buckets=consented, limits=terms.consented, scale=scale))
    else:
        found.append(own(sender, now, terms, factor=factor, site_since=facts.site_since))
    for name, limits in ((MeterName.DOMAIN, terms.domain), (MeterName.CLIENT, terms.client)):
        if name in buckets:
            found.append(Meter(name=name, buckets=buckets[name], limits=limits, scale=factor))
    return tuple(found)


def load_of(facts: Facts, recipients: int, weighty: Iterable[RecipientFacts]) -> Load:
    """What the message takes for so many people, of whom `weighty` weigh something."""
    contacts = 0
    for one in weighty:
        contacts += one.relation is None or not one.relation.out_last
    return Load(messages=0 if facts.is_counted else 1, recipients=recipients, contacts=contacts)
