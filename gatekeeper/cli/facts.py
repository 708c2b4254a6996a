"""What is known: `status`, `contact`; and what an admin may do about a pair: `allow`, `close`."""

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
    from gatekeeper.cli.today import clock
    from gatekeeper.store.counts import site_counts
    from gatekeeper.store.coverage import readiness
    from gatekeeper.store.site import site_facts

    config = invocation.config()
    now = time.time()
    with transaction(config) as connection:
        since = site_facts(connection, now).since
        counts = site_counts(connection, now)
    safe, sentence = readiness(counts.coverage, (now - since) / DAY_SECONDS)
    if invocation.json:
        about = {"policy": config.policy, "mode": config.mode, "since": since}
        about |= {"enforcement_is_safe": safe, "because": sentence}
        invocation.tell({**about, **counts.as_facts()})
        return
    click.echo(f"Policy      {config.policy}, mode {config.mode}, seen since {clock(since)}")
    pieces = f"{counts.evidence} pieces of evidence"
    click.echo(f"Knows       {counts.senders} senders, {counts.relations} relations, {pieces}")
    click.echo(f"Coverage    {sentence}")
    if (share := counts.coverage.regulars_share) is not None:
        click.echo(f"            {share:.0%} of {counts.coverage.regulars} regular contacts were seen writing")
    for verdict, number in counts.verdicts.items():
        would = counts.would.get(verdict, 0)
        observed = f" ({would} if everything were enforced)" if would != number else ""
        click.echo(f"Last 24 h   {verdict:8} {number}{observed}")


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("contact_address", metavar="CONTACT")
@common_options
@json_option
@click.pass_obj
def contact(invocation: Invocation, sender_address: str, contact_address: str) -> None:
    """What is known of a pair: the stage, and the evidence behind it."""
    from gatekeeper.cli.today import clock
    from gatekeeper.daemon import wiring
    from gatekeeper.store.people import contact_facts

    config = invocation.config()
    account, other = address_of(sender_address), address_of(contact_address)
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
                "closed_until": facts.relation.closed_until or None,
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
                "said": [
                    {"purpose": purpose, "yes": yes, "at": at, "source": source}
                    for purpose, yes, at, source in facts.choices
                ],
                "acts": [
                    {"at": at, "act": act, "author": author, "reason": reason, "until": until or None}
                    for at, act, author, reason, until in facts.acts
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
    for at, act, author, reason, until in facts.acts:
        end = f" until {clock(until)}" if until else ""
        click.echo(f"Admin       {clock(at)} {act}{end}, by {author}{f': {reason}' if reason else ''}")


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
    from gatekeeper.cli.today import clock
    from gatekeeper.store import people

    account, other, now = address_of(sender_address), address_of(contact_address), time.time()
    until = now + days * DAY_SECONDS
    with transaction(invocation.config()) as connection:
        people.allow(connection, account, other, now, until=until, author=getpass.getuser(), reason=reason)
    click.echo(f"{account} may write to {other} until {clock(until)}.")


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("contact_address", metavar="CONTACT")
@click.option("--days", type=click.IntRange(min=1), help="For how long; without it, for good.")
@reason_option
@common_options
@click.pass_obj
def close(invocation: Invocation, sender_address: str, contact_address: str, days: int | None, reason: str) -> None:
    """Close CONTACT for SENDER; with SENDER "*" for everybody here. Afterwards CONTACT is what the evidence says."""
    from gatekeeper.cli.today import clock
    from gatekeeper.store import people

    account = EVERYBODY if sender_address == EVERYBODY else address_of(sender_address)
    other, now = address_of(contact_address), time.time()
    until = now + days * DAY_SECONDS if days else 0.0
    with transaction(invocation.config()) as connection:
        people.close(connection, account, other, now, until=until, author=getpass.getuser(), reason=reason)
    who = "everybody here" if account == EVERYBODY else account
    click.echo(f"{other} gets no {'' if until else 'more '}mail from {who}{f' until {clock(until)}' if until else ''}.")


def address_of(text: str) -> str:
    """The canonical form of an address. Raises UsageError."""
    from gatekeeper.mail.address import canonical

    if "@" not in text:
        raise UsageError(f'"{text}" is not an address', exit_code=EX_USAGE)
    if not (found := canonical(text)):
        raise UsageError(f'"{text}" is not an address', exit_code=EX_DATAERR)
    return found
