"""Metering: which rates a message is counted in, and how much it takes of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gatekeeper.policy.facts import Facts, RecipientFacts
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.rates import Buckets, Load, Meter, MeterName, own, scale_of
from gatekeeper.policy.terms import ServiceTerms
from gatekeeper.policy.verdict import Because


def names_of(service: ServiceTerms | None, policy: Policy) -> tuple[MeterName, ...]:
    """The rates besides the sender's own that the policy limits for this sender. Usually none."""
    if service is None and not policy.rates.limits_others:
        return ()
    found = []
    if service is not None and service.rates.is_set:
        found.append(MeterName.SERVICE)
    terms = policy.rates
    for name, limits in (
        (MeterName.CONSENTED, terms.consented),
        (MeterName.DOMAIN, terms.domain),
        (MeterName.CLIENT, terms.client),
    ):
        if limits.is_set:
            found.append(name)
    return tuple(found)


def meters_of(facts: Facts, policy: Policy, becauses: Sequence[Because], factor: float) -> tuple[Meter, ...]:
    """The rates that count a message whose people stand there for `becauses`, the sender's first.

    A service account inside its scope, and mail to people who all signed up, have rates of their own in place of
    the sender's; those of the domain and the client count everything.
    """
    terms, sender, now = policy.rates, facts.sender, facts.now
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


def load_of(facts: Facts, people: Iterable[tuple[RecipientFacts, float]]) -> Load:
    """What the message takes for `people`, each with his weight."""
    recipients = contacts = 0
    for one, weight in people:
        recipients += 1
        contacts += bool(weight) and (one.relation is None or not one.relation.out_last)
    return Load(messages=0 if facts.is_counted else 1, recipients=recipients, contacts=contacts)
