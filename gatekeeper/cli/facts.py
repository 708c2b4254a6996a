"""What is known: `status`, `sender`, `contact`; and what an admin may do about a pair: `allow`, `close`."""

from __future__ import annotations

import getpass
import time

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR, EX_USAGE, UsageError

DAY_SECONDS = 86_400.0
EVERYBODY = "*"


@click.command()
@common_options
@json_option
@click.pass_obj
def status(invocation: Invocation) -> None:
    """What the gate knows and what it did in the last 24 hours."""
    from gatekeeper.policy.explain import clock
    from gatekeeper.store.counts import site_counts
    from gatekeeper.store.site import site_facts

    config = invocation.config()
    now = time.time()
    with transaction(config) as connection:
        since = site_facts(connection, now).since
        counts = site_counts(connection, now)
    if invocation.json:
        about = {"policy": config.policy, "mode": config.mode, "since": since}
        invocation.tell({**about, **counts.as_facts()})
        return
    click.echo(f"Policy      {config.policy}, mode {config.mode}, seen since {clock(since)}")
    pieces = f"{counts.evidence} pieces of evidence"
    click.echo(f"Knows       {counts.senders} senders, {counts.relations} relations, {pieces}")
    if counts.coverage is not None:
        click.echo(f"Coverage    {counts.coverage:.0%} of the mails that people here answer were seen coming in")
    for verdict, number in counts.verdicts.items():
        would = counts.would.get(verdict, 0)
        observed = f" ({would} if everything were enforced)" if would != number else ""
        click.echo(f"Last 24 h   {verdict:8} {number}{observed}")


@click.command()
@click.argument("address")
@common_options
@json_option
@click.pass_obj
def sender(invocation: Invocation, address: str) -> None:
    """What is known of a sender: circles, credits, reputation, limits, the last verdicts."""
    from gatekeeper.daemon import wiring
    from gatekeeper.policy.explain import clock
    from gatekeeper.store.people import sender_facts

    config = invocation.config()
    account, now = _address(address), time.time()
    with transaction(config) as connection:
        facts = sender_facts(connection, account, now, wiring.terms(config, 0.0).policy)
    tier = facts.sender.standing.tier(now)
    if invocation.json:
        invocation.tell(
            {
                "sender": account,
                "circles": {str(stage): number for stage, number in facts.circles.items()},
                "credits": {"balance": round(facts.credit.balance, 3), "capacity": facts.credit.capacity},
                "tier": str(tier),
                "rates": [{"name": one.name, "limit": one.limit, "left": one.left} for one in facts.rates],
                "verdicts": [
                    {"id": id_, "at": at, "verdict": verdict, "outcome": outcome}
                    for id_, at, verdict, outcome in facts.verdicts
                ],
            }
        )
        return
    click.echo(f"Sender      {account}, reputation {tier}")
    click.echo("Circles     " + ", ".join(f"{number} {stage}" for stage, number in facts.circles.items()))
    click.echo(f"Credits     {facts.credit.balance:.1f} of {facts.credit.capacity:.1f} for new people")
    for rate in facts.rates:
        click.echo(f"Limit       {rate.name.replace('_', ' ')}: {rate.left:.0f} of {rate.limit:.0f} left")
    for id_, at, verdict, outcome in facts.verdicts:
        click.echo(f"Verdict     {id_} {clock(at)} {verdict} {outcome}")


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("contact_address", metavar="CONTACT")
@common_options
@json_option
@click.pass_obj
def contact(invocation: Invocation, sender_address: str, contact_address: str) -> None:
    """What is known of a pair: the stage, and the evidence behind it."""
    from gatekeeper.daemon import wiring
    from gatekeeper.policy.explain import clock
    from gatekeeper.store.people import contact_facts

    config = invocation.config()
    account, other = _address(sender_address), _address(contact_address)
    with transaction(config) as connection:
        facts = contact_facts(connection, account, other, time.time(), wiring.terms(config, 0.0).policy)
    if invocation.json:
        invocation.tell(
            {
                "sender": account,
                "contact": other,
                "stage": str(facts.stage),
                "lapses_at": facts.lapses_at or None,
                "closed": str(facts.relation.closed) or None,
                "allowed_until": facts.relation.allowed_until or None,
                "evidence": [
                    {
                        "at": piece.at,
                        "what": str(piece.what),
                        "proof": str(piece.proof),
                        "weight": piece.weight,
                        "source": piece.source,
                        "batch": piece.batch or None,
                    }
                    for piece in facts.evidence
                ],
            }
        )
        return
    click.echo(f"Pair        {account} -> {other}: {facts.stage}")
    if facts.lapses_at:
        click.echo(f"Lapses      {clock(facts.lapses_at)} if nothing passes between them")
    for piece in facts.evidence:
        batch = f", batch {piece.batch}" if piece.batch else ""
        click.echo(f"Evidence    {clock(piece.at)} {piece.what} ({piece.proof}, from {piece.source}{batch})")
    for purpose, yes, at, source in facts.choices:
        click.echo(f"Said        {'yes' if yes else 'no'} to {purpose}, {clock(at)}, from {source}")


reason_option = click.option("--reason", metavar="TEXT", default="", help="Why; it stands in the audit log.")


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("contact_address", metavar="CONTACT")
@click.option("--days", type=click.IntRange(min=1), default=90, show_default=True, help="For how long.")
@reason_option
@common_options
@click.pass_obj
def allow(invocation: Invocation, sender_address: str, contact_address: str, days: int, reason: str) -> None:
    """Vouch that SENDER may write to CONTACT for some time."""
    from gatekeeper.policy.explain import clock
    from gatekeeper.store import people

    account, other, now = _address(sender_address), _address(contact_address), time.time()
    until = now + days * DAY_SECONDS
    with transaction(invocation.config()) as connection:
        people.allow(connection, account, other, now, until=until, author=getpass.getuser(), reason=reason)
    click.echo(f"{account} may write to {other} until {clock(until)}.")


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("contact_address", metavar="CONTACT")
@reason_option
@common_options
@click.pass_obj
def close(invocation: Invocation, sender_address: str, contact_address: str, reason: str) -> None:
    """Close CONTACT for SENDER; with SENDER "*" for everybody here."""
    from gatekeeper.store import people

    account = EVERYBODY if sender_address == EVERYBODY else _address(sender_address)
    other = _address(contact_address)
    with transaction(invocation.config()) as connection:
        people.close(connection, account, other, time.time(), author=getpass.getuser(), reason=reason)
    who = "everybody here" if account == EVERYBODY else account
    click.echo(f"{other} gets no more mail from {who}.")


def _address(text: str) -> str:
    """The canonical form of an address. Raises UsageError."""
    from gatekeeper.mail.address import canonical

    if "@" not in text:
        raise UsageError(f'"{text}" is not an address', exit_code=EX_USAGE)
    if not (found := canonical(text)):
        raise UsageError(f'"{text}" is not an address', exit_code=EX_DATAERR)
    return found
