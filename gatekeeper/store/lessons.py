"""Lessons: what settlements and exchanges leave behind: relations, evidence, reputation, each piece once.

A report about a mail (a bounce, a complaint, an unsubscribe) counts only for the very mail that it quotes: by the
Gatekeeper-Id of the returned header, which the ledger knows, or by its Message-ID and recipient, which the evidence
knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gatekeeper.feedback.delivery import is_hard, is_nonexistent
from gatekeeper.policy import effects, rates
from gatekeeper.policy.campaign import MOST_CO_RECIPIENTS
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.guard import HOUR_SECONDS, finding, hash_of
from gatekeeper.policy.relation import Relation
from gatekeeper.policy.reputation import WEIGHTS, Cause
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.policy.verdict import Because, RecipientRuling, Ruling
from gatekeeper.store.aliases import as_joined
from gatekeeper.store.case import Case, Learnt, Lessons, Settlement
from gatekeeper.store.companies import as_list, has_authors, pairs_of
from gatekeeper.store.hearing import LIKED, SEEN_ARRIVING, Terms
from gatekeeper.store.memory import Memory
from gatekeeper.store.notices import frozen
from gatekeeper.store.remembered import HeardMessage

NOT_IN_OWN_RATES = frozenset({Because.INTERNAL, Because.EXEMPT, Because.SERVICE})
REPORTS = frozenset({What.BOUNCED, What.COMPLAINED, What.OPTED_OUT})


def settle(memory: Memory, settlement: Settlement, terms: Terms) -> None:
    """What the next hop took becomes the outbound side of the relations; what it did not is given back."""
    judged = settlement.judged
    case, rulings = judged.case, judged.verdict.recipients
    if lost := _lost(settlement):
        sender = memory.sender(case.sender)
        effects.give_back(sender, ((one.address, one.weight, one.cost) for one in lost), settlement.now, terms.policy)
        counted = sum(one.because not in NOT_IN_OWN_RATES for one in lost)
        if counted and not settlement.delivered:
            rates.give_back(rates.own(sender, settlement.now, terms.policy.rates), rates.Load(recipients=counted))
        memory.changed(sender)
    for index, status in settlement.failed if case.sender else ():
        if rulings[index].because is not Because.INTERNAL:
            _failed(memory, case.sender, rulings[index].address, status, case.id, settlement.now, terms)
    reached = people_reached(settlement)
    if case.sender:
        _sent(memory, case, reached, terms.policy.stages.half_life_seconds)
    if 2 <= len(reached) <= MOST_CO_RECIPIENTS + 1:
        memory.companies.addressed(case.sender, reached, case.now)


def moves_sender(settlement: Settlement) -> bool:
    """Whether `settle` looks at the record of the sender: where all went well it does not."""
    return bool(settlement.failed) or bool(_lost(settlement))


def _lost(settlement: Settlement) -> list[RecipientRuling]:
    """Those who were to get the message, and did not."""
    verdict, delivered = settlement.judged.verdict, settlement.delivered
    if len(delivered) == len(verdict.recipients) or not (
        settlement.judged.case.divisible or verdict.ruling is Ruling.ACCEPT
    ):
        return []
    return [
        one for index, one in enumerate(verdict.recipients) if index not in delivered and one.ruling is Ruling.ACCEPT
    ]


def people_reached(settlement: Settlement) -> tuple[str, ...]:
    """Whom outside the message has reached."""
    rulings = settlement.judged.verdict.recipients
    reached = [one.address for index in settlement.delivered if (one := rulings[index]).because is not Because.INTERNAL]
    return tuple(dict.fromkeys(reached)) if len(reached) > 1 else tuple(reached)


def pairs_reached(memory: Memory, settlement: Settlement) -> tuple[int, ...]:
    """The keys of all pairs whom the message has addressed together: what `settle` will ask for, one by one."""
    if len(settlement.delivered) < 2:
        return ()
    people, case = people_reached(settlement), settlement.judged.case
    if 2 <= len(people) <= MOST_CO_RECIPIENTS + 1 and not memory.companies.is_fresh(case.sender, people, case.now):
        return pairs_of(people)
    return ()


def _sent(memory: Memory, case: Case, reached: Iterable[str], half_life_seconds: float) -> None:
    """What `_count` does for a mail that went out, for all whom it reached: most of a settlement is this."""
    sender, key, at, sent = case.sender, case.message_key, case.now, str(What.SENT)
    proof, seen = str(Proof.AUTHENTICATED), memory.seen
    for contact in reached:
        if seen.is_new(sender, contact, key, sent):
            memory.relation_or_new(sender, contact).send(at, half_life_seconds)
            seen.keep((sender, contact, key, sent, at, proof, 1.0, "listener", 0))


def learn(memory: Memory, lessons: Lessons, terms: Terms) -> Learnt:
    """Count what the exchanges teach, each piece once, whatever source it comes from."""
    new = repeated = pieces = 0
    for exchange in as_joined(memory, lessons.exchanges):
        counted = 0
        for one in exchange.evidence:
            counted += _count(memory, one, exchange.message_key, terms, batch=lessons.batch)
        _remember(memory, exchange, terms, lessons.batch)
        pieces += counted
        new, repeated = (new + 1, repeated) if counted else (new, repeated + 1)
    return Learnt(new=new, repeated=repeated, evidence=pieces)


def keep_causes(
    memory: Memory, sender: str, causes: Iterable[Cause], at: float, *, contact: str = "", message: str = ""
) -> None:
    """Write down why a reputation moved."""
    for cause in causes:
        memory.keep_cause((sender, at, str(cause), contact, WEIGHTS[cause], message))


def _failed(memory: Memory, address: str, contact: str, status: str, message: str, now: float, terms: Terms) -> None:
    """The next hop said for good that there is no such address."""
    if is_nonexistent(status):
        does_not_exist(memory, address, contact, now, terms)
    if not is_hard(status):
        return
    relation = memory.relation(address, contact)
    if relation is None or not relation.out_last:
        causes = effects.bounced(memory.relation_or_new(address, contact), now)
        sender = memory.sender(address)
        for cause in causes:
            sender.standing.add(cause, now)
        memory.changed(sender)
        keep_causes(memory, address, causes, now, contact=contact, message=message)


def does_not_exist(memory: Memory, address: str, contact: str, now: float, terms: Terms) -> None:
    """The account wrote to an address that there is not: a sign of a stolen account where it happens often."""
    guard = terms.policy.guard
    if not guard.enabled:
        return
    habits, sender = memory.habits(address), memory.sender(address)
    habits.note_unknown(hash_of(contact), now)
    memory.changed_habits(habits)
    if sender.frozen_until > now or not (why := finding(sender, habits, now, guard)):
        return
    if terms.enforce and "frozen" not in terms.policy.observe:
        is_told = sender.frozen_until > now - DAY_SECONDS
        sender.frozen_until, sender.frozen_why = now + guard.freeze_hours * HOUR_SECONDS, why
        memory.changed(sender)
        if terms.notices is not None and not is_told:
            memory.tell(sender, frozen(address, why, sender.frozen_until, now), now)


def _count(memory: Memory, one: Evidence, message_key: int, terms: Terms, *, batch: int) -> bool:
    policy = terms.policy
    if one.what in {What.OPTED_IN, What.OPTED_OUT} and one.purpose:
        yes = one.what is What.OPTED_IN
        known = memory.choices(one.contact).get(one.purpose)
        if yes and known is not None and known.yes and known.confirmed:
            # Who has confirmed it before says nothing new: else two could talk each other up.
            one = replace(one, weight=0.0)
        memory.choose(one.contact, one.purpose, yes, one.at, one.source, double=one.permanent, batch=batch)
    if not one.sender:
        return True
    if one.what in REPORTS and not batch:
        found = _matched(memory, one)
        if found is None and not (one.what is What.OPTED_OUT and one.purpose):
            return False
        # Who says no himself, and to what, is heard without a mail that he quotes (see effects for what that moves).
        one = found or replace(one, about=0, quotes="")
        if one.what is What.BOUNCED and is_nonexistent(one.status):
            does_not_exist(memory, one.sender, one.contact, one.at, terms)
    if not memory.seen.is_new(one.sender, one.contact, message_key, one.what):
        return False
    # A provider may hide who complained: then it is the sender's alone, and closes nobody.
    hidden = Relation(sender=one.sender, contact="")
    relation = memory.relation_or_new(one.sender, one.contact) if one.contact else hidden
    sender = memory.sender(one.sender)
    causes = effects.learn(relation, sender, one, policy, imported=batch > 0)
    memory.changed(sender)
    memory.seen.keep(
        (one.sender, one.contact, message_key, str(one.what), one.at, str(one.proof), one.weight, one.source, batch)
    )
    keep_causes(memory, one.sender, causes, one.at, contact=one.contact, message=one.quotes)
    return True


def _matched(memory: Memory, one: Evidence) -> Evidence | None:
    """The report as it is about a mail of ours; None when it is about none, so that a forged one says nothing."""
    if one.quotes and (relayed := memory.relayed(one.quotes)) is not None:
        contact = one.contact
        if contact not in relayed.recipients:
            # Who forwards his mail is reported under an address that the sender never wrote to.
            contact = relayed.recipients[0] if len(relayed.recipients) == 1 else ""
        if contact or one.what is What.COMPLAINED:
            return replace(one, sender=relayed.sender, contact=contact)
        return None
    one = replace(one, quotes="")
    if not one.contact:
        return None
    if one.about and memory.seen.has(one.sender, one.contact, one.about, What.SENT):
        return one
    if one.what in {What.COMPLAINED, What.OPTED_OUT} and one.proof is Proof.AUTHENTICATED:
        # Providers cut ids out; who vouches for himself is believed about mail that he did get.
        relation = memory.relation(one.sender, one.contact)
        return one if relation is not None and relation.out_last else None
    return None


def _remember(memory: Memory, exchange: Exchange, terms: Terms, batch: int) -> None:
    """What a message shows besides evidence: that it arrived, who was addressed together, who was introduced."""
    if exchange.outbound and exchange.links:
        memory.campaigns.carry_links(exchange.author, exchange.links, exchange.at, batch)
    believed = exchange.outbound or any(
        one.what in SEEN_ARRIVING and one.proof in {Proof.AUTHENTICATED, Proof.CLAIMED} for one in exchange.evidence
    )
    if not believed:
        return
    others = tuple(person for person in exchange.people if person != exchange.author)
    named = frozenset(one.sender for one in exchange.evidence if one.what is What.WROTE)
    # What came through a list alone shows no company: few authors are kept for a pair, and those of a busy list
    # would push out the ones whose word counts (paused mail of developers fell from 7.0% to 6.3%).
    if (exchange.outbound or named) and 2 <= len(others) <= MOST_CO_RECIPIENTS + 1:
        memory.companies.addressed(exchange.author, others, exchange.at, batch)
    if exchange.outbound:
        return
    for account in dict.fromkeys(one.sender for one in exchange.evidence if one.what in SEEN_ARRIVING):
        message = HeardMessage(author=exchange.author, people=exchange.people, at=exchange.at)
        memory.remember_heard(account, exchange.message_key, message, batch)
        if exchange.list_address:
            _list_seen(memory, account, exchange, terms, batch)
        if account not in named:
            continue
        # An import introduces nobody: the 30 days are over, or its owner can wait for the next mail.
        author = None if batch else memory.relation(account, exchange.author)
        if author is None or author.stage(exchange.at, terms.policy.stages) not in LIKED:
            continue
        for person in others:
            if person != account and not terms.is_internal(person):
                relation = memory.relation_or_new(account, person)
                relation.introduced = max(relation.introduced, exchange.at)


def _list_seen(memory: Memory, account: str, exchange: Exchange, terms: Terms, batch: int) -> None:
    """What calls itself a list is one, for `account`, once two authors of different houses have proven themselves
    through it: else one accomplice could name everybody a list, and to lists everybody may write."""
    address = exchange.list_address
    known = memory.relation(account, address)
    if known is not None and known.is_list:
        return
    seen = [one for one in exchange.evidence if one.sender == account and one.what is What.LIST_POST]
    if not seen:
        post = Evidence(
            sender=account,
            contact=address,
            at=exchange.at,
            what=What.LIST_POST,
            proof=Proof.NONE,
            source="listener" if not batch else "import",
        )
        _count(memory, post, exchange.message_key, terms, batch=batch)
    if exchange.author != address and all(one.weight >= 1.0 for one in seen):
        memory.companies.addressed(exchange.author, (account, as_list(address)), exchange.at, batch)
    memory.relation_or_new(account, address).is_list = has_authors(memory.companies, account, address)
