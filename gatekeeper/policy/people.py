"""People: the recipients of one message as the rules see them, each with his row of the chart, his weight, his cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.campaign import group_factor, stranger_share
from gatekeeper.policy.chart import Permission
from gatekeeper.policy.facts import Facts, RecipientFacts
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Closed, Stage
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.policy.verdict import Because

BULK_KINDS = frozenset({Kind.NEWSLETTER, Kind.BULK, Kind.INVITATION})
"""What an unsubscribe closes."""


@dataclass(slots=True, kw_only=True)
class Person:
    """One recipient as the rules see him: his row of the chart, his weight, what he costs."""

    index: int
    facts: RecipientFacts
    stage: Stage
    weight: float
    cost: float
    because: Because
    exempt: bool
    serviced: bool = False
    """In the scope of the service account that writes."""
    lapsed: bool = False
    """He has written, and so long ago that it counts no more."""


@dataclass(slots=True, kw_only=True)
class Hearing:
    """What every rule gets: the facts, the people, the policy, and the factor of the cold start."""

    facts: Facts
    policy: Policy
    people: Sequence[Person]
    factor: float
    _judged: list[Person] = field(init=False)
    _weighty: list[Person] = field(init=False)

    def __post_init__(self) -> None:
        self._judged = [person for person in self.people if not person.exempt]
        self._weighty = [person for person in self._judged if person.weight]

    def subject_to(self, rule: str) -> list[Person]:
        """The people whom `rule` concerns: neither exempt by nature nor by the policy's `unless`."""
        return self._not_excepted(rule, self._judged) if self.policy.unless else self._judged

    def weighty(self, rule: str) -> list[Person]:
        """Those of them who weigh something: nobody, in most mail."""
        return self._not_excepted(rule, self._weighty) if self.policy.unless else self._weighty

    def _not_excepted(self, rule: str, people: list[Person]) -> list[Person]:
        facts, excepts = self.facts, self.policy.excepts
        sender, kind, forwarded = facts.sender.address, facts.kind, facts.forwarded
        return [one for one in people if not excepts(rule, sender, one.facts.address, kind, forwarded=forwarded)]


def weigh(facts: Facts, policy: Policy) -> tuple[float, ...]:
    """x of each recipient before anybody looked at content or company: who is 0 here needs neither."""
    horizon = facts.now - policy.stages.lapse_seconds
    return tuple(
        [
            # Most have written lately, and weigh nothing whatever else is known of them.
            0.0
            if (relation := one.relation) is not None and relation.in_last and relation.in_last > horizon
            else _share(one, facts, policy)
            for one in facts.recipients
        ]
    )


def _exempt(one: RecipientFacts, facts: Facts, policy: Policy) -> bool:
    if one.is_postmaster or (one.internal and policy.internal == "exempt"):
        return True
    return facts.null_sender and facts.report_form and len(facts.recipients) == 1


def _serviced(one: RecipientFacts, facts: Facts) -> bool:
    return facts.service is not None and facts.service.reaches(one.address)


def _share(one: RecipientFacts, facts: Facts, policy: Policy) -> float:
    if _exempt(one, facts, policy) or one.consents or one.cited or _serviced(one, facts):
        return 0.0
    relation = one.relation
    if relation is not None and (
        relation.is_list or relation.allowed_until > facts.now or relation.has_written(facts.now, policy.stages)
    ):
        return 0.0
    share = stranger_share(relation, False, policy.campaign)
    return min(share, policy.campaign.named_share) if one.named else share


def person(index: int, one: RecipientFacts, share: float, facts: Facts, policy: Policy) -> Person:
    """The recipient at `index`, whose x is `share`."""
    relation, now = one.relation, facts.now
    stage = relation.stage(now, policy.stages) if relation is not None else Stage.STRANGER
    exempt = _exempt(one, facts, policy)
    if one.suppressed or (
        relation is not None and relation.closed == Closed.BULK and facts.kind in BULK_KINDS and not exempt
    ):
        stage = Stage.CLOSED
    elif stage is Stage.STRANGER and (one.cited or one.named or (relation is not None and relation.is_list)):
        # Who is answered, or reached through a list that this account reads, is not a stranger.
        stage = Stage.KNOWN
    weight = share * group_factor(one.known_together, len(facts.recipients) - 1, policy.campaign) if share else 0.0
    because = Because.KNOWN_WELL
    serviced = False
    if exempt:
        because = Because.INTERNAL if one.internal else Because.EXEMPT
    elif serviced := _serviced(one, facts):
        because = Because.SERVICE
    elif one.consents:
        because = Because.CONSENT
    elif relation is not None and relation.allowed_until > now:
        because = Because.ALLOWED
    elif one.cited:
        because = Because.CITED
    elif share:
        because = Because.INTRODUCTION
    cost = 0.0
    if share and not exempt:
        # An introduction names whom one may write to, and pays for nobody: when it did, a reworded drip went to all
        # who were ever named beside a friend (invitations reached 9.5 people instead of 5, and no genuine mail waits).
        is_introduced = stage is Stage.KNOWN and not one.named
        cell = policy.cell(Stage.STRANGER if is_introduced else stage, facts.kind)
        charged = relation.charged if relation is not None else 0.0
        if cell.permission is Permission.CREDIT and not (
            charged and now - charged < policy.credits.person_days * DAY_SECONDS
        ):
            written_before = relation is not None and relation.unanswered > 0
            base = policy.credits.silent_cost if written_before else 1.0
            base *= policy.credits.introduced_share if is_introduced else 1.0
            cost = base * (weight / share) * cell.times
    return Person(
        index=index,
        facts=one,
        stage=stage,
        weight=weight,
        cost=cost,
        because=because,
        exempt=exempt,
        serviced=serviced,
        lapsed=share > 0.0 and relation is not None and relation.heard_last(policy.stages) > 0.0,
    )
