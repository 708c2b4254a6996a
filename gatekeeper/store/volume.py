"""Volume: how many recipients a sender's mail has gone to, for the policies that count them.

A window is kept in a hundred slots, so a year of a policy costs a hundred small rows and no more; a slot counts until
all of it has left the window, which errs to the strict side by one hundredth.
"""

from __future__ import annotations

from functools import lru_cache

import xxhash

from gatekeeper.policy.campaign import Scope
from gatekeeper.policy.facts import Facts
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.terms import DAY_SECONDS, CountTerms, RequireTerms
from gatekeeper.policy.verdict import Because, Verdict
from gatekeeper.store.memory import Memory

SLOTS = 100
ANY_CONTENT = 0


def is_counted(policy: Policy) -> bool:
    """Whether the policy counts anything at all: most count nothing, and nothing is then looked up."""
    return bool(policy.volume or policy.require)


def asks_for_content(facts: Facts, policy: Policy) -> bool:
    """Whether a rule that counts by content concerns this message even if nobody in it weighs anything."""
    rules = (*policy.volume, *policy.require)
    return any(rule.content == "same" and not rule.strangers_only and facts.kind in rule.kinds for rule in rules)


def asks_for_subject(policy: Policy) -> bool:
    return any(rule.subject_tag for rule in policy.require)


def before(memory: Memory, facts: Facts, policy: Policy) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What the policy's volume rules and requirements count already, without this message."""
    return (
        tuple(_inside(memory, facts, rule) for rule in policy.volume),
        tuple(_inside(memory, facts, rule) for rule in policy.require),
    )


def count(memory: Memory, facts: Facts, verdict: Verdict, policy: Policy, passing: tuple[int, ...]) -> None:
    """Count the recipients who get this message (positions `passing`)."""
    for rule in (*policy.volume, *policy.require):
        if facts.kind not in rule.kinds or _never_asked(rule):
            continue
        number = sum(1 for index in passing if _counts(verdict, index, rule, policy))
        content = _content(facts, rule)
        if number and content is not None:
            length = _slot_seconds(rule)
            slot = int(facts.now // length)
            until = (slot + 1) * length + rule.days * DAY_SECONDS
            memory.add_volume(facts.sender.address, _name(rule), content, slot, number, until)


def _inside(memory: Memory, facts: Facts, rule: CountTerms) -> int:
    content = _content(facts, rule)
    if facts.kind not in rule.kinds or _never_asked(rule) or content is None:
        return 0
    first = int((facts.now - rule.days * DAY_SECONDS) // _slot_seconds(rule))
    slots = memory.volume(facts.sender.address, _name(rule), content)
    return sum(number for slot, number in slots.items() if slot >= first)


def _counts(verdict: Verdict, index: int, rule: CountTerms, policy: Policy) -> bool:
    one = verdict.recipients[index]
    if one.because is Because.EXEMPT or (one.because is Because.INTERNAL and policy.internal == "exempt"):
        return False
    return bool(one.weight) or not rule.strangers_only


def _never_asked(rule: CountTerms) -> bool:
    return isinstance(rule, RequireTerms) and not rule.above_recipients


def _content(facts: Facts, rule: CountTerms) -> int | None:
    """The number of the content, None where nothing of the same content was sent yet."""
    if rule.content == "any":
        return ANY_CONTENT
    return next(
        (campaign.id for scope, campaign in facts.campaigns if scope is Scope.SENDER and campaign is not None), None
    )


def _slot_seconds(rule: CountTerms) -> float:
    return rule.days * DAY_SECONDS / SLOTS


@lru_cache(maxsize=256)
def _named(days: float, content: str, strangers_only: bool, kinds: str) -> int:
    return int(xxhash.xxh3_64_intdigest(f"{days}|{content}|{strangers_only}|{kinds}".encode())) >> 1


def _name(rule: CountTerms) -> int:
    """A rule's number in the table: what it counts, not how many it allows, so a changed limit forgets nothing."""
    return _named(rule.days, rule.content, rule.strangers_only, " ".join(sorted(rule.kinds)))
