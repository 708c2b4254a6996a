"""The portrait of a sender and of a pair, line by line, as commands and the admin's pages show them."""

from __future__ import annotations

from collections.abc import Iterator

from gatekeeper.policy.explain import clock
from gatekeeper.policy.rates import Rate
from gatekeeper.policy.reputation import WEIGHTS, Cause
from gatekeeper.store.closing import Closing
from gatekeeper.store.people import ContactFacts, SenderFacts

TO_WHOM = {"consented": " to people who signed up", "service": " within its service"}

Line = tuple[str, str]
"""What it is about, "" for the same as the line before, and what there is to say."""


def sender_lines(account: str, facts: SenderFacts, now: float) -> Iterator[Line]:
    """How an account stands, why, and what it may do."""
    standing = facts.sender.standing
    mean, low = standing.mean(now), standing.quantile(now)
    yield "Sender", account
    yield "Reputation", f"{standing.tier(now)}: {mean:.2f}, with 90% certainty at least {low:.2f} (0 to 1, from 0.50)"
    for moved in facts.causes:
        about = ", ".join(filter(None, (moved.contact, f"message {moved.message}" if moved.message else "")))
        yield "Because", f"{moved.weight:+g} {moved.cause} on {clock(moved.at, now)}{f' ({about})' if about else ''}"
    if (up := standing.answers_to_rise(now)) is not None:
        tier, answers = up
        many = "one answered introduction" if answers == 1 else f"{answers} answered introductions"
        yield "Raised by", f"{many} ({WEIGHTS[Cause.ANSWERED]:+g} each) until {tier}; confirmed sign-ups count alike"
    if quiet := standing.quiet_until(now):
        yield "", f"time: what speaks against it halves in 90 days and is nearly gone by {clock(quiet, now)}"
    yield "Circles", ", ".join(f"{number} {stage}" for stage, number in facts.circles.items())
    if (share := facts.coverage.answers_share) is not None:
        yield "Coverage", f"{share:.0%} of {facts.coverage.answers} mails that this sender answered were seen coming in"
    held = facts.credit
    full = ""
    if held.balance < held.capacity and held.refill_per_second:
        full = f", full again on {clock(now + (held.capacity - held.balance) / held.refill_per_second, now)}"
    yield "Credits", f"{held.balance:.1f} of {held.capacity:.1f} for new people left{full}"
    for rate in facts.rates:
        yield "Limit", _rate(rate, now)
    if facts.sender.frozen_until > now:
        yield "Frozen", f"for new people until {clock(facts.sender.frozen_until, now)}: {facts.sender.frozen_why}"
        yield "", f"lifted by: gatekeeper thaw {account}"
    for id_, at, verdict, outcome in facts.verdicts:
        yield "Verdict", f"{id_} {clock(at, now)} {verdict} {outcome}"


def _rate(rate: Rate, now: float) -> str:
    unit, _, period = rate.name.partition("_per_")
    unit = "new contacts" if unit == "contacts" else unit
    full = f", full again on {clock(rate.full_at, now)}" if rate.full_at > now else ""
    to = TO_WHOM.get(rate.whose, "")
    return f"{rate.limit:.0f} {unit} {'a day' if period == 'day' else 'an hour'}{to}; {rate.left:.0f} left{full}"


def contact_lines(account: str, other: str, facts: ContactFacts, now: float) -> Iterator[Line]:
    """A pair: its stage, what is closed, and the evidence behind it."""
    yield "Pair", f"{account} -> {other}: {facts.stage}"
    for one in facts.closings:
        yield "Closed", _closing(one, now)
    if facts.lapses_at:
        yield "Lapses", f"{clock(facts.lapses_at, now)} if nothing passes between them"
    for piece in facts.evidence:
        batch = f", batch {piece.batch}" if piece.batch else ""
        yield "Evidence", f"{clock(piece.at, now)} {piece.what} ({piece.proof}, from {piece.source}{batch})"
    for purpose, yes, at, source in facts.choices:
        yield "Said", f"{'yes' if yes else 'no'} to {purpose}, {clock(at, now)}, from {source}"
    for at, act, author, reason, until in facts.acts:
        end = f" until {clock(until, now)}" if until else ""
        yield "Admin", f"{clock(at, now)} {act}{end}, by {author}{f': {reason}' if reason else ''}"


def _closing(one: Closing, now: float) -> str:
    by = f"by {one.author}" if one.author else "by an admin" if one.why == "admin" else one.why
    since = f" since {clock(one.at, now)}" if one.at else ""
    until = f" until {clock(one.until, now)}" if one.until else ""
    return f"for {one.reach}{since}{until}, {by}{f': {one.reason}' if one.reason else ''}"
