"""Sameness: which campaign a message belongs to, in each scope that counts its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import xxhash

from gatekeeper.mail.fingerprint import Fingerprint, bands, similarity
from gatekeeper.policy.campaign import Campaign, Scope
from gatekeeper.policy.facts import Facts
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.store.campaigns import COMPARED, COMPARED_MOST
from gatekeeper.store.case import Case
from gatekeeper.store.memory import Memory

SHARED_LINKS = 0.5
"""Two sets of links are one content when they share this part of all their links."""


def scopes_of(case: Case) -> tuple[tuple[Scope, str], ...]:
    """The scopes that a case's content is summed in."""
    found = [(Scope.SENDER, f"sender:{case.sender}")]
    if case.domain:
        found.append((Scope.DOMAIN, f"domain:{case.domain}"))
    if case.client:
        found.append((Scope.CLIENT, f"client:{case.client}"))
    return tuple(found)


def found(memory: Memory, case: Case, policy: Policy) -> tuple[tuple[Scope, Campaign | None], ...]:
    content = _content(case)
    since = case.now - policy.campaign.window_days * DAY_SECONDS
    found: list[tuple[Scope, Campaign | None]] = []
    for scope, name in scopes_of(case):
        candidates = _compared(memory, name, since) if scope is Scope.SENDER else []
        if scope is not Scope.SENDER or len(candidates) >= COMPARED_MOST:
            candidates = [*candidates, *memory.campaigns.by_key(name, keys_of(content), since)]
        found.append((scope, _best(memory, case, content, candidates, policy)))
    return tuple(found)


def _compared(memory: Memory, scope: str, since: float) -> list[Campaign]:
    return memory.campaigns.by_key(scope, (COMPARED,), since)


def _content(case: Case) -> Fingerprint:
    """The content, with a token for the message itself: its pieces and its retries are one, however short it is."""
    content = case.content()
    seed = f"message:{case.message_key}:{case.digest.hex()}"
    return replace(content, tokens=content.tokens | {content_key(seed)})


def _best(
    memory: Memory, case: Case, content: Fingerprint, candidates: Iterable[Campaign], policy: Policy
) -> Campaign | None:
    """The campaign whose first member the message matches best, the older one on a tie."""
    best, best_score = None, 0.0
    for one in sorted(candidates, key=lambda campaign: campaign.started):
        score = 0.0
        if content.text and one.text:
            alike = similarity(content.text, one.text)
            score = alike if alike >= policy.campaign.same_text else 0.0
        if score < 1.0 and content.tokens & one.tokens:
            score = 1.0 if _tokens_are_new(memory, case.sender, content.tokens & one.tokens, one) else score
        if score < 1.0 and content.links and one.links:
            # Links that the sender's ordinary mail carried before the campaign began are his signature.
            mine = {link for link in content.links if not _carried_before(memory, case.sender, link, one)}
            theirs = {link for link in one.links if not _carried_before(memory, case.sender, link, one)}
            union = mine | theirs
            shared = len(mine & theirs) / len(union) if union else 0.0
            if shared >= SHARED_LINKS:
                score = max(score, shared)
        if score > best_score:
            best, best_score = one, score
    return best


def _carried_before(memory: Memory, sender: str, link: int, campaign: Campaign) -> bool:
    known = memory.campaigns.link_known_since(sender, link)
    return bool(known) and known < campaign.started


def _tokens_are_new(memory: Memory, sender: str, shared: frozenset[int], campaign: Campaign) -> bool:
    return any(not _carried_before(memory, sender, token, campaign) for token in shared)


def keys_of(content: Fingerprint) -> tuple[int, ...]:
    """By what a campaign is found that is not compared with every message: tokens, links, and the MinHash bands."""
    return (*sorted(content.tokens), *sorted(content.links), *(bands(content.text) if content.text else ()))


def started(
    memory: Memory, case: Case, facts: Facts, policy: Policy, new_id: Callable[[], int]
) -> tuple[tuple[Scope, Campaign | None], ...]:
    """The campaigns of the case, started where its content is the first of its kind."""
    names = dict(scopes_of(case))
    since = case.now - policy.campaign.window_days * DAY_SECONDS
    found: list[tuple[Scope, Campaign | None]] = []
    for scope, campaign in facts.campaigns:
        if campaign is None:
            content = _content(case)
            campaign = Campaign(
                id=new_id(),
                scope=names[scope],
                started=case.now,
                last=case.now,
                text=content.text,
                tokens=content.tokens,
                links=content.links,
            )
            is_compared = scope is Scope.SENDER and len(_compared(memory, names[scope], since)) < COMPARED_MOST
            memory.campaigns.start(campaign, (COMPARED,) if is_compared else keys_of(content), since)
        found.append((scope, campaign))
    return tuple(found)


def content_key(text: str) -> int:
    """A content token for tables that have no bodies: the normalised subject, or a made-up one."""
    return int(xxhash.xxh3_64_intdigest(text.encode())) >> 1
