"""One case heard: facts recalled from memory, the judge asked, the effects applied. The same code serves the
daemon's transactions, `try` and the backtest; only the memory behind it differs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from json.encoder import encode_basestring_ascii as quoted

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy import effects
from gatekeeper.policy.campaign import MOST_CO_RECIPIENTS
from gatekeeper.policy.decide import decide
from gatekeeper.policy.evidence import What
from gatekeeper.policy.explain import explanation
from gatekeeper.policy.facts import Facts, RecipientFacts
from gatekeeper.policy.guard import network_of
from gatekeeper.policy.metering import names_of, scope_of
from gatekeeper.policy.people import weigh
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.rates import Buckets, MeterName, over
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.reputation import WEIGHTS
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, ServiceTerms
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.store import sameness, volume
from gatekeeper.store.case import Case, Judged
from gatekeeper.store.companies import pair_key
from gatekeeper.store.forgotten import hashed
from gatekeeper.store.memory import Memory
from gatekeeper.store.notices import NoticeTerms, frozen, slowed
from gatekeeper.store.remembered import Choice

REPLY_ALL_MOST = 10
"""So many people named by anybody's mail can be answered with it, at a small weight; more only if its author is
liked: else an accomplice who names the whole list would open it."""

WAITING_DAYS = 5.0
"""How long a remembered release time is kept: as long as an MTA retries (RFC 5321 4.5.4.1)."""

RATE_MARK = 1
"""Turns the identity of a message into that under which its waiting for a rate is remembered."""

CREDIT_MARK = 2
"""The same for credits."""

_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
COUNTED_KINDS = frozenset({Kind.INVITATION, Kind.NEWSLETTER, Kind.BULK})
SEEN_ARRIVING = frozenset({What.WROTE, What.LIST_POST, What.ARRIVED})
"""What shows that a message arrived for an account: who reads a list answers its authors, whom it never met."""
FORWARDED_SECONDS = 5 * DAY_SECONDS
"""How long after its arrival a mail is still on its way from here: as long as MTAs try (RFC 5321 4.5.4.1)."""
FORWARD_MARK = 8
MOST_FORWARDS = 3
"""How often one mail is sent on from an account: to two or three places, each perhaps in a message of its own."""
POSTMASTERS = frozenset({"postmaster", "abuse"})
NOBODY: frozenset[str] = frozenset()
RATES = frozenset({Because.RATE, Because.RATE_CEILING})
AT_ONCE = frozenset({Because.FLOOD, Because.FLOOD_WAIT, Because.INVITE_ALL, Because.CAMPAIGN, Because.CAMPAIGN_SHARED})
"""What is found about many at once; a message that waits for credits beside it waits for that, too."""
LIKED = frozenset({Stage.LIKED, Stage.TRUSTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a hearing needs to know of the site, besides the policy."""

    policy: Policy
    local_domains: frozenset[str] = frozenset()
    everybody_local: bool = False
    """Backtests of internal archives: every address is an account, and nobody is internal."""
    ramp: bool = True
    enforce: bool = True
    site_since: float = 0.0
    forgotten: frozenset[str] = frozenset()
    secret: bytes = b""
    notices: NoticeTerms | None = None
    """How senders and the admin are told of limits and freezes; None: not by mail."""

    def has_forgotten(self, address: str) -> bool:
        """Somebody who said no and then had himself removed."""
        return bool(self.forgotten) and hashed(address, self.secret) in self.forgotten

    def is_account(self, address: str) -> bool:
        return self.everybody_local or address.rpartition("@")[2] in self.local_domains

    def is_internal(self, address: str) -> bool:
        return not self.everybody_local and address.rpartition("@")[2] in self.local_domains


def facts_of(memory: Memory, case: Case, terms: Terms) -> tuple[Facts, tuple[float, ...]]:
    """Everything the judge may look at, and what `weigh` gave for the people. Content and company are recalled only
    where somebody has weight."""
    policy = terms.policy
    sender = memory.sender(case.sender)
    service = policy.service_of(case.sender) if policy.service else None
    is_guarded = policy.guard.enabled and bool(case.sender)
    recipients = recipient_facts(memory, case, terms, *_answerable(memory, case, policy))
    facts = Facts(
        now=case.now,
        sender=sender,
        kind=case.kind,
        recipients=recipients,
        null_sender=case.null_sender,
        report_form=case.report_form,
        has_unsubscribe=case.has_unsubscribe,
        has_one_click=case.has_one_click,
        subject=case.subject() if case.subject is not None and volume.asks_for_subject(policy) else "",
        forwarded=bool(case.forwarders and _forwarder(memory, case)),
        divisible=case.divisible,
        release_at=memory.release_at(case.sender, case.identity),
        site_since=terms.site_since,
        service=service,
        meters=meters_of_case(memory, case, service, policy, consents=any(one.consents for one in recipients)),
        habits=memory.habits(case.sender) if is_guarded else None,
        network=network_of(case.client) if is_guarded and case.client else "",
        waits_for_rate=_waits_for_rate(memory, case, sender, terms),
    )
    shares = weigh(facts, policy)
    if any(shares):
        if sender.balance_at and memory.release_at(case.sender, case.identity ^ CREDIT_MARK):
            facts = replace(facts, waits_for_credit=True)
        if 1 < len(case.recipients) <= MOST_CO_RECIPIENTS + 1:
            facts = replace(facts, recipients=_with_company(memory, case, facts, shares, terms))
        facts = replace(facts, campaigns=sameness.found(memory, case, policy))
    elif volume.is_counted(policy) and volume.asks_for_content(facts, policy):
        facts = replace(facts, campaigns=sameness.found(memory, case, policy))
    if volume.is_counted(policy):
        volumes, required = volume.before(memory, facts, policy)
        facts = replace(facts, volumes=volumes, required=required)
    return facts, shares


def judge(memory: Memory, case: Case, terms: Terms, new_id: Callable[[], int]) -> Verdict:
    """Hear `case`: recall, decide, and change the memory by what was decided."""
    policy = terms.policy
    facts, shares = facts_of(memory, case, terms)
    verdict = decide(facts, policy, ramp=terms.ramp, enforce=terms.enforce, shares=shares)
    weighted = bool([one for one in verdict.recipients if one.weight])
    if facts.campaigns:
        facts = replace(facts, campaigns=sameness.started(memory, case, facts, policy, new_id))
    counted = {}
    if weighted or case.kind in COUNTED_KINDS:
        counted = {
            index: memory.relation_or_new(case.sender, verdict.recipients[index].address)
            for index in effects.taken(facts, verdict)
            if verdict.recipients[index].cost
            or (case.kind in COUNTED_KINDS and verdict.recipients[index].because is not Because.INTERNAL)
        }
    # A freeze that follows another within a day is the same story: whose mail still waits is frozen again by it.
    was_frozen = facts.sender.frozen_until > case.now - DAY_SECONDS
    for cause in effects.hear(facts, verdict, policy, counted):
        memory.keep_cause((case.sender, case.now, str(cause), "", WEIGHTS[cause], case.id))
    if volume.is_counted(policy):
        volume.count(memory, facts, verdict, policy, effects.taken(facts, verdict))
    if case.cites:
        _cover(memory, case, facts)
    for _, campaign in facts.campaigns:
        if campaign is not None:
            memory.campaigns.joined(campaign)
    if verdict.ruling is Ruling.DEFER and verdict.until and not facts.release_at:
        deciding = verdict.deciding
        if deciding is not None and deciding.because is Because.PAUSE:
            memory.wait(case.sender, case.identity, verdict.until, case.now + WAITING_DAYS * DAY_SECONDS)
    found = {reason.because for reason in verdict.reasons}
    if Because.RATE in found and not facts.waits_for_rate:
        memory.wait(case.sender, case.identity ^ RATE_MARK, case.now, case.now + WAITING_DAYS * DAY_SECONDS)
    if Because.CREDIT in found and not facts.waits_for_credit and not found & AT_ONCE:
        memory.wait(case.sender, case.identity ^ CREDIT_MARK, case.now, case.now + WAITING_DAYS * DAY_SECONDS)
    if not weighted and case.links is not None:
        memory.campaigns.carry_links(case.sender, case.links(), case.now)
    if facts.habits is not None and (
        weighted or (verdict.ruling is Ruling.ACCEPT and facts.habits.note_use(case.now, facts.network))
    ):
        memory.changed_habits(facts.habits)
    if facts.forwarded and verdict.ruling is Ruling.ACCEPT and (account := _forwarder(memory, case)):
        _note_forward(memory, account, case)
    if terms.notices is not None and case.sender and verdict.ruling is not Ruling.ACCEPT:
        _tell(memory, case, facts, verdict, was_frozen=was_frozen)
    memory.changed(facts.sender)
    return verdict


def _forwarder(memory: Memory, case: Case) -> str:
    """Whom this very mail arrived for, of those who, it says, send it on; "" for none.

    A hacked machine of the site can write any header, and its master can have a mail arrive first: therefore one that
    came in is good for a few messages, each to a few people, and for no campaign.
    """
    for account in case.forwarders:
        found = memory.heard(account, case.message_key)
        if found is None or found.author != case.written_by or case.now - found.at > FORWARDED_SECONDS:
            continue
        if memory.release_at(account, case.identity ^ FORWARD_MARK) or _place(memory, account, case) is not None:
            return account
    return ""


def _place(memory: Memory, account: str, case: Case) -> int | None:
    """The key under which one more forward of this mail is noted; None when it was sent on often enough."""
    keys = (case.message_key ^ (FORWARD_MARK + number) for number in range(MOST_FORWARDS))
    return next((key for key in keys if not memory.release_at(account, key)), None)


def _note_forward(memory: Memory, account: str, case: Case) -> None:
    """It is on its way: a retry of it stays a forward, and one place less is left."""
    key = _place(memory, account, case)
    if key is not None and not memory.release_at(account, case.identity ^ FORWARD_MARK):
        for one in (key, case.identity ^ FORWARD_MARK):
            memory.wait(account, one, case.now, case.now + FORWARDED_SECONDS)


def _cover(memory: Memory, case: Case, facts: Facts) -> None:
    """Coverage: of the answers to people who have written with proof, how many cite a message that we saw."""
    if any(one.relation is not None and one.relation.in_last for one in facts.recipients):
        facts.sender.answers += 1
        facts.sender.answers_seen += any(
            memory.heard(name, cited) is not None for cited in case.cites for name in case.names
        )


def _answerable(memory: Memory, case: Case, policy: Policy) -> tuple[frozenset[str], frozenset[str]]:
    """Whom this message may answer: the authors of cited messages that we saw arrive, with those whom an author
    that the sender likes has named; and those whom only somebody else has named."""
    if not case.cites:
        return NOBODY, NOBODY
    found: set[str] = set()
    named: set[str] = set()
    for cited, account in product(case.cites, case.names):
        message = memory.heard(account, cited)
        if message is None:
            continue
        found.add(message.author)
        author = memory.relation(account, message.author)
        if author is not None and author.stage(case.now, policy.stages) in LIKED:
            found.update(message.people)
        elif len(message.people) <= REPLY_ALL_MOST or _on_a_list(memory, account, message.people):
            named.update(message.people)
    return frozenset(found), frozenset(named - found)


def _on_a_list(memory: Memory, account: str, people: tuple[str, ...]) -> bool:
    """Whether these people were written to together with a list that the account reads: then they talk in public,
    and to answer all of them is the custom. (At one company on a development list: 30 of its 44 genuine refusals.)"""
    relations = (memory.relation(account, person) for person in people)
    return any(relation is not None and relation.is_list for relation in relations)


def recipient_facts(
    memory: Memory, case: Case, terms: Terms, answerable: frozenset[str], named: frozenset[str]
) -> tuple[RecipientFacts, ...]:
    """What is known of each recipient by himself."""
    sender, now, policy, ours, relation_to = case.sender, case.now, terms.policy, terms.local_domains, memory.relation
    found = []
    for address in case.recipients:
        local, _, domain = address.rpartition("@")
        is_ours = domain in ours
        internal = is_ours and not terms.everybody_local
        choices = {} if internal else memory.choices(address)
        found.append(
            RecipientFacts(
                address=address,
                relation=None if internal else relation_to(sender, address),
                internal=internal,
                consents=bool(choices)
                and any(_consents(choices.get(purpose), now, policy) for purpose in case.purposes),
                suppressed=(bool(choices) and _says_no(choices.get("*"), now)) or terms.has_forgotten(address),
                cited=address in answerable,
                named=address in named,
                is_postmaster=is_ours and local in POSTMASTERS,
            )
        )
    return tuple(found)


def _says_no(choice: Choice | None, now: float) -> bool:
    return choice is not None and not choice.yes and choice.holds(now)


def _consents(choice: Choice | None, now: float, policy: Policy) -> bool:
    return choice is not None and choice.yes and policy.consent.holds(choice.at, choice.source, choice.confirmed, now)


def _tell(memory: Memory, case: Case, facts: Facts, verdict: Verdict, *, was_frozen: bool) -> None:
    """A notice by mail, once for each episode: told again when a day has passed without it, or he is frozen anew."""
    deciding, sender = verdict.deciding, facts.sender
    if not was_frozen and sender.frozen_until > case.now:
        memory.tell(sender, frozen(sender.address, sender.frozen_why, sender.frozen_until, case.now), case.now)
    elif deciding is not None and deciding.because in RATES:
        if case.now - sender.noticed > DAY_SECONDS:
            memory.tell(sender, slowed(sender.address, explanation(verdict), case.now), case.now)
        sender.noticed = case.now


def meters_of_case(
    memory: Memory, case: Case, service: ServiceTerms | None, policy: Policy, *, consents: bool = False
) -> tuple[tuple[MeterName, Buckets], ...]:
    """The rates besides the sender's own, where the policy limits any."""
    found = []
    for name in names_of(service, policy, consents=consents):
        if scope := scope_of(name, case.sender, service=service, client=case.client):
            found.append((name, memory.meter(scope)))
    return tuple(found)


def _waits_for_rate(memory: Memory, case: Case, sender: Sender, terms: Terms) -> bool:
    """Whether this very message was told before to wait; asked only where it has to wait now."""
    rates, count = terms.policy.rates, len(case.recipients)
    if over(sender, case.now, rates, recipients=count, site_since=terms.site_since) is None:
        return False
    return memory.release_at(case.sender, case.identity ^ RATE_MARK) > 0.0


def _with_company(
    memory: Memory, case: Case, facts: Facts, shares: Sequence[float], terms: Terms
) -> tuple[RecipientFacts, ...]:
    """`known_together` for everybody who weighs something."""
    policy = terms.policy
    horizon = case.now - policy.stages.lapse_seconds
    memory.companies.recall(
        pair_key(one.address, other)
        for one, share in zip(facts.recipients, shares, strict=True)
        if share
        for other in case.recipients
        if other != one.address
    )
    found = []
    for one, share in zip(facts.recipients, shares, strict=True):
        if not share:
            found.append(one)
            continue
        together = 0
        for other in case.recipients:
            if other == one.address:
                continue
            authors = memory.companies.together(pair_key(one.address, other))
            others = [author for author, last in authors.items() if author != case.sender and last.at > horizon]
            if len(others) < policy.campaign.group_others:
                continue
            vouching = sum(1 for author in others if _vouches(memory, case, author, terms))
            together += vouching >= policy.campaign.group_others
        found.append(replace(one, known_together=together))
    return tuple(found)


def _vouches(memory: Memory, case: Case, author: str, terms: Terms) -> bool:
    """An account here, or a contact whom the sender likes. Anybody else could be the sender's accomplice."""
    if terms.is_account(author):
        return True
    relation = memory.relation(case.sender, author)
    return relation is not None and relation.stage(case.now, terms.policy.stages) in LIKED


def ledger_row(judged: Judged) -> tuple[object, ...]:
    """The verdict as the ledger keeps it."""
    case, verdict = judged.case, judged.verdict
    # Put together by hand: the encoder takes 2 us a call, and half of all calls are for one recipient.
    recipients = [
        f'[{quoted(one.address)},"' + '","'.join((one.stage, one.ruling, one.because)) + '"]'
        for one in verdict.recipients
    ]
    reasons = [
        [
            one.rule,
            one.because,
            one.ruling,
            list(one.recipients) if len(one.recipients) < len(recipients) else "all",
            one.number,
            one.of,
            one.until,
            one.detail,
            one.enforced,
        ]
        for one in verdict.reasons
    ]
    return (
        case.id,
        case.now,
        case.sender,
        case.message_key,
        str(verdict.ruling),
        str(verdict.would),
        str(verdict.kind),
        verdict.phase,
        f"[{','.join(recipients)}]",
        _JSON(reasons) if reasons else "[]",
        " ".join(case.signals),
        verdict.until,
        "",
    )
