"""What a verdict changes: the records of the sender, of his relations and campaigns. Arithmetic only; no store.

`hear` is called in the bench's transaction right after `decide`, `settle` when the next hop has answered.
"""

from __future__ import annotations

from collections.abc import Iterable

from gatekeeper.feedback.delivery import is_hard
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy import credits, rates
from gatekeeper.policy.campaign import PERSONS_KEPT_FACTOR, Campaign, Scope
from gatekeeper.policy.evidence import Evidence, Proof, What
from gatekeeper.policy.facts import Facts
from gatekeeper.policy.guard import hash_of
from gatekeeper.policy.metering import load_of, meters_of
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Closed, Relation, with_time
from gatekeeper.policy.reputation import Cause
from gatekeeper.policy.rules import HOUR_SECONDS
from gatekeeper.policy.sender import Attempt, Sender
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.policy.verdict import Because, Ruling, Verdict

BULK_KINDS = frozenset({Kind.NEWSLETTER, Kind.BULK})
FREE = (Because.EXEMPT, Because.INTERNAL)
FREE_IF_JUDGED = (Because.EXEMPT,)
"""Whom no rate counts: where internal mail is exempt, and where it is judged."""
CAMPAIGN_REASONS = frozenset({Because.INVITE_ALL, Because.CAMPAIGN, Because.CAMPAIGN_SHARED})


def hear(facts: Facts, verdict: Verdict, policy: Policy, relations: dict[int, Relation]) -> list[Cause]:
    """Record the attempt, and on acceptance reserve what it takes. Gives the causes that moved the reputation.

    `relations` holds the relation of each recipient that has weight or is bounded in number, by position, for
    charging and counting; the caller creates missing ones. `facts.campaigns` must name real campaigns by now.
    """
    sender, now = facts.sender, facts.now
    if not sender.first_seen:
        sender.first_seen = now
    weighted = [(one.address, one.weight) for one in verdict.recipients if one.weight]
    causes: list[Cause] = []
    found = {reason.because for reason in verdict.reasons}
    # What waits for credits comes again because we said so: its sender tries nothing new, and it counts when it passes.
    # (A recruiter's five letters a day, woken together by one answer, would look like a flood, then like a stolen
    # account.)
    comes_again = facts.waits_for_credit and verdict.ruling is not Ruling.ACCEPT
    if weighted:
        # A campaign that is only observed refuses nothing, so the hour has to count what it found.
        by_campaign = bool(found & CAMPAIGN_REASONS) and "campaign" not in policy.observe
        causes = _attempt(facts, verdict, policy, weighted, is_counted=not by_campaign and not comes_again)
        if Because.FLOOD in found:
            sender.flooded_until = now + HOUR_SECONDS
        elif Because.FLOOD_WAIT in found:
            factor = policy.ramp.factor if verdict.phase == "double" else 1.0
            if sender.hour_weight(now) >= policy.campaign.hour_limit * factor:
                # What waits comes again: as long as that alone is a flood, the hour has not passed.
                sender.flooded_until = now + HOUR_SECONDS
    if Because.RATE in found and not facts.waits_for_rate:
        _over_the_rate(facts, verdict, policy)
    if facts.habits is not None and weighted and not comes_again:
        facts.habits.note_tried([hash_of(address) for address, _ in weighted], now)
    for reason in verdict.reasons:
        if reason.because is Because.FROZEN and reason.detail and reason.enforced:
            sender.frozen_until, sender.frozen_why = reason.until, reason.detail
    passing = taken(facts, verdict)
    if passing:
        _reserve(facts, verdict, policy, relations, passing)
    sender.prune(now, policy.pause.minutes)
    return causes


def take_rates(facts: Facts, verdict: Verdict, policy: Policy, positions: Iterable[int]) -> None:
    """Take what passes to `positions` out of every rate that counts it."""
    counted = counted_in_rates(facts, verdict, policy, positions)
    if counted:
        factor = policy.ramp.factor if verdict.phase == "double" else 1.0
        recipients = verdict.recipients
        weighty = [facts.recipients[index] for index in counted if recipients[index].weight]
        load = load_of(facts, len(counted), weighty)
        becauses = [recipients[index].because for index in counted]
        for meter in meters_of(facts, policy, becauses, factor):
            rates.take(meter, facts.now, load)


def counted_in_rates(facts: Facts, verdict: Verdict, policy: Policy, positions: Iterable[int]) -> tuple[int, ...]:
    """Those of `positions` whom the rates count: neither exempt by nature nor by the policy's `unless`."""
    free = FREE_IF_JUDGED if policy.internal == "judge" else FREE
    recipients = verdict.recipients
    counted = [index for index in positions if recipients[index].because not in free]
    if policy.unless:
        sender, kind, forwarded = facts.sender.address, facts.kind, facts.forwarded
        excepts = policy.excepts
        counted = [
            index
            for index in counted
            if not excepts("rates", sender, recipients[index].address, kind, forwarded=forwarded)
        ]
    return tuple(counted)


def _over_the_rate(facts: Facts, verdict: Verdict, policy: Policy) -> None:
    factor = policy.ramp.factor if verdict.phase == "double" else 1.0
    people = {index for reason in verdict.reasons if reason.rule == "rates" for index in reason.recipients}
    load = load_of(facts, len(people), [facts.recipients[one] for one in people if verdict.recipients[one].weight])
    meter = rates.own(facts.sender, facts.now, policy.rates, factor=factor, site_since=facts.site_since)
    rates.attempt(meter, facts.now, policy.rates, load)


def taken(facts: Facts, verdict: Verdict) -> tuple[int, ...]:
    """The positions of those who get the message: all, none, or where it is divisible the accepted ones."""
    if verdict.ruling is not Ruling.ACCEPT and not facts.divisible:
        return ()
    return tuple([index for index, one in enumerate(verdict.recipients) if one.ruling is Ruling.ACCEPT])


def _attempt(
    facts: Facts,
    verdict: Verdict,
    policy: Policy,
    weighted: list[tuple[str, float]],
    *,
    is_counted: bool,
) -> list[Cause]:
    sender, now, terms = facts.sender, facts.now, policy.campaign
    causes: list[Cause] = []
    refused = any(reason.because in CAMPAIGN_REASONS for reason in verdict.reasons)
    enforced = any(reason.enforced and reason.because in CAMPAIGN_REASONS for reason in verdict.reasons)
    for scope, campaign in facts.campaigns:
        if campaign is None:
            continue
        limit = terms.sender_limit if scope is Scope.SENDER else terms.shared_limit
        join(campaign, weighted, now, limit, terms.window_days)
        if refused and not campaign.tripped and scope is Scope.SENDER:
            campaign.tripped = now
            if enforced:
                sender.standing.add(Cause.REFUSED_CAMPAIGN, now)
                causes.append(Cause.REFUSED_CAMPAIGN)
    if is_counted:
        _attempted(sender, weighted, now)
    return causes


def _attempted(sender: Sender, weighted: list[tuple[str, float]], now: float) -> None:
    # A retry is an attempt too: while ten people or more wait, none of them slips through when the hour is over
    # (reworded single mails reached 12 people otherwise, 3 with this, and no genuine mail waited longer).
    horizon = now - HOUR_SECONDS
    first = {one.contact: one.weight for one in sender.attempts if one.at > horizon}
    again = {address for address, _ in weighted}
    sender.attempts = [one for one in sender.attempts if one.contact not in again]
    sender.attempts.extend(
        Attempt(at=now, contact=address, weight=first.get(address, weight)) for address, weight in weighted
    )


def join(campaign: Campaign, people: Iterable[tuple[str, float]], now: float, limit: float, window_days: float) -> None:
    """Count `people` in `campaign`, each with the weight of his first attempt inside the window. A sum that the
    policy has switched off (`limit` 0) keeps nobody."""
    campaign.last = max(campaign.last, now)
    if not limit:
        return
    horizon = now - window_days * DAY_SECONDS
    total = sum(weight for weight, at in campaign.persons.values() if at > horizon)
    for address, weight in people:
        known = campaign.persons.get(address)
        if known is not None and known[1] > horizon:
            continue
        if total > PERSONS_KEPT_FACTOR * limit:
            return
        campaign.persons[address] = (weight, now)
        total += weight


def _reserve(
    facts: Facts,
    verdict: Verdict,
    policy: Policy,
    relations: dict[int, Relation],
    passing: tuple[int, ...],
) -> None:
    sender, now = facts.sender, facts.now
    factor = policy.ramp.factor if verdict.phase == "double" else 1.0
    reached = [(index, one) for index in passing if (one := verdict.recipients[index]).weight]
    for _, one in reached:
        sender.delivered.append(Attempt(at=now, contact=one.address, weight=one.weight))
    cost = sum(one.cost for _, one in reached)
    if cost:
        credits.charge(sender, cost, now, policy.credits, factor)
        for index, one in reached:
            if one.cost:
                relations[index].charged = now
                relations[index].refunded = False
    take_rates(facts, verdict, policy, passing)
    if facts.kind is Kind.INVITATION:
        for relation in relations.values():
            relation.invited = with_time(relation.invited, now)
            relation.invited_total += 1
    elif facts.kind in BULK_KINDS:
        for relation in relations.values():
            relation.bulked = with_time(relation.bulked, now)


def give_back(sender: Sender, recipients: Iterable[tuple[str, float, float]], now: float, policy: Policy) -> None:
    """The next hop did not take it: the credits and the delivered weight of `recipients` (address, weight, cost)
    come back. The attempt stays counted: it was made."""
    cost = 0.0
    for address, weight, one_cost in recipients:
        cost += one_cost
        if weight:
            for position in range(len(sender.delivered) - 1, -1, -1):
                if sender.delivered[position].contact == address:
                    del sender.delivered[position]
                    break
    if cost:
        credits.give_back(sender, cost, now, policy.credits)


def learn(relation: Relation, sender: Sender, evidence: Evidence, policy: Policy, *, imported: bool) -> list[Cause]:
    """What one piece of evidence changes in its relation and its sender. Gives the causes that moved the reputation."""
    half_life = policy.stages.half_life_seconds
    causes: list[Cause] = []
    at = evidence.at
    match evidence.what:
        case What.SENT:
            relation.send(at, half_life)
            if imported:
                sender.sent_first = min(sender.sent_first or at, at)
                sender.sent_last = max(sender.sent_last, at)
        case What.WROTE | What.ACCEPTED_MEETING:
            if evidence.proof is Proof.AUTHENTICATED and evidence.weight > 0.0 and not imported:
                causes += _answered(relation, sender, at, policy)
            if evidence.proof in {Proof.AUTHENTICATED, Proof.CLAIMED} and evidence.weight > 0.0:
                relation.hear(at, evidence.proof, evidence.weight, half_life)
            if imported:
                sender.heard_first = min(sender.heard_first or at, at)
                sender.heard_last = max(sender.heard_last, at)
        case What.ARRIVED | What.LIST_POST:
            pass
        case What.OPTED_IN:
            # Who signs up again takes his unsubscribe back.
            if evidence.proof is Proof.AUTHENTICATED and relation.closed == Closed.BULK and at > relation.closed_at:
                relation.closed, relation.closed_why = Closed.OPEN, ""
            if evidence.proof is Proof.AUTHENTICATED and evidence.weight > 0.0 and not imported:
                causes.append(Cause.OPTED_IN)
        case What.OPTED_OUT:
            # Who was never written to, or said so before, moves nothing: else a stranger could talk anybody down. Nor
            # does who neither vouches for himself nor quotes a mail of ours: anybody can write "unsubscribe" in a
            # friend's name. His no is honoured all the same.
            proven = evidence.proof is Proof.AUTHENTICATED or bool(evidence.about or evidence.quotes)
            if proven and relation.out_last and not relation.closed and not imported:
                causes.append(Cause.UNSUBSCRIBED)
            relation.close(Closed.BULK, at, "unsubscribed")
        case What.COMPLAINED:
            relation.close(Closed.ALL, at, "complained")
            relation.complained = max(relation.complained, at)
            if not imported:
                causes.append(Cause.COMPLAINT)
        case What.BOUNCED:
            if evidence.permanent and is_hard(evidence.status or "5.0.0") and not imported:
                causes += bounced(relation, at)
    for cause in causes:
        sender.standing.add(cause, at)
    return causes


def bounced(relation: Relation, at: float) -> list[Cause]:
    """The address of `relation` does not work. It counts once, and only where nothing ever came from it and at
    most one mail had gone to it: people leave their posts, and a list that was bought is full of the dead."""
    if relation.in_last or relation.claimed_last or relation.unanswered > 1 or relation.bounced:
        return []
    relation.bounced = at
    return [Cause.HARD_BOUNCE]


def _answered(relation: Relation, sender: Sender, at: float, policy: Policy) -> list[Cause]:
    # An introduction that was answered inside 30 days gives two credits back, once per contact: who is answered
    # meets more people.
    terms = policy.credits
    if relation.in_last or not relation.charged or relation.refunded:
        return []
    if not 0.0 <= at - relation.charged <= terms.refund_days * DAY_SECONDS:
        return []
    relation.refunded = True
    credits.refund(sender, terms.refund, at, terms)
    return [Cause.ANSWERED]
