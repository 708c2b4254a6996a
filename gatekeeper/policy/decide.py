"""The judge: facts and a policy in, a verdict with every reason out.

Every rule runs and every reason is kept; the strictest enforced one decides (accept < defer < hold < refuse).
A rule in observe only records. The rules themselves are in `rules`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gatekeeper.policy.facts import Facts, phase
from gatekeeper.policy.people import Hearing, person, weigh
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.rules import RULES, Rule
from gatekeeper.policy.verdict import STRICTNESS, Because, Reason, RecipientRuling, Ruling, Verdict

CAMPAIGN_REASONS = frozenset({Because.INVITE_ALL, Because.CAMPAIGN, Because.CAMPAIGN_SHARED})

EXPLICIT = frozenset(
    {
        Because.CLOSED,
        Because.NULL_FORM,
        Because.RATE,
        Because.RATE_CEILING,
        Because.TOO_MANY_RECIPIENTS,
        Because.FROZEN,
    }
)
"""Findings that need no history, so the cold start enforces them too: somebody said no, or counted."""


def decide(
    facts: Facts,
    policy: Policy,
    *,
    ramp: bool = True,
    enforce: bool = True,
    rules: tuple[tuple[str, Rule], ...] = RULES,
    shares: Sequence[float] | None = None,
) -> Verdict:
    """The verdict on `facts` under `policy`. `ramp` switches the cold start, `enforce=False` is observe mode; `shares`
    is what `weigh` has given for these people, if it was asked already."""
    where = phase(facts, policy.ramp, ramp)
    if shares is None:
        shares = weigh(facts, policy)
    hearing = Hearing(
        facts=facts,
        policy=policy,
        people=[
            person(index, one, share, facts, policy)
            for index, (one, share) in enumerate(zip(facts.recipients, shares, strict=True))
        ],
        factor=policy.ramp.factor if where == "double" else 1.0,
    )
    reasons: list[Reason] = []
    for name, rule in rules:
        for reason in rule(hearing):
            enforced = enforce and name not in policy.observe and (where != "observe" or reason.because in EXPLICIT)
            reasons.append(reason if enforced else replace(reason, enforced=False))
    if "campaign" not in policy.observe and any(reason.because in CAMPAIGN_REASONS for reason in reasons):
        # What a campaign has refused does not count in the hour again, so it cannot be refused for it either.
        reasons = [reason for reason in reasons if reason.because not in {Because.FLOOD, Because.FLOOD_WAIT}]
    return _verdict(hearing, reasons, where)


def _verdict(hearing: Hearing, reasons: list[Reason], where: str) -> Verdict:
    rulings = [Ruling.ACCEPT] * len(hearing.people)
    becauses = [person.because for person in hearing.people]
    overall = would = Ruling.ACCEPT
    until = 0.0
    for reason in reasons:
        ruling = reason.ruling
        if ruling is Ruling.REFUSE and hearing.policy.action == "hold":
            ruling = Ruling.HOLD
        if STRICTNESS[ruling] > STRICTNESS[would]:
            would = ruling
        if not reason.enforced:
            continue
        if STRICTNESS[ruling] > STRICTNESS[overall]:
            overall = ruling
        if ruling is Ruling.DEFER:
            until = max(until, reason.until)
        for index in reason.recipients:
            if STRICTNESS[ruling] > STRICTNESS[rulings[index]]:
                rulings[index], becauses[index] = ruling, reason.because
    return Verdict(
        ruling=overall,
        would=would,
        kind=hearing.facts.kind,
        recipients=tuple(
            [
                RecipientRuling(
                    address=person.facts.address,
                    stage=person.stage,
                    ruling=ruling,
                    because=because,
                    weight=person.weight,
                    cost=person.cost,
                )
                for person, ruling, because in zip(hearing.people, rulings, becauses, strict=True)
            ]
        ),
        reasons=tuple(reasons),
        until=until if overall is Ruling.DEFER else 0.0,
        at=hearing.facts.now,
        phase=where,
    )
