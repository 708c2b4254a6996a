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
    from gatekeeper.daemon import wiring
    from gatekeeper.policy.coldstart import cold_start
    from gatekeeper.store.counts import site_counts
    from gatekeeper.store.coverage import readiness
    from gatekeeper.store.site import site_facts

    config = invocation.config()
    now = time.time()
    with transaction(config) as connection:
        since = site_facts(connection, now).since
        counts = site_counts(connection, now)
    start = cold_start(since, now, wiring.terms(config, since).policy.ramp, ramp=config.ramp == "auto")
    safe, sentence = readiness(counts.coverage, (now - since) / DAY_SECONDS)
    if invocation.json:
        about = {"policy": config.policy, "mode": config.mode, "since": since}
        about |= {"enforcement_is_safe": safe, "because": sentence, "advice": list(config.advice)}
        about["cold_start"] = {"phase": start.phase, "phase_ends": start.phase_ends or None, "ends": start.ends or None}
        invocation.tell({**about, **counts.as_facts()})
        return
    click.echo(f"Policy      {config.policy}, mode {config.mode}, seen since {clock(since)}")
    click.echo(f"Cold start  {start.sentence(clock(start.phase_ends), clock(start.ends))}")
    pieces = f"{counts.evidence} pieces of evidence"
    click.echo(f"Knows       {counts.senders} senders, {counts.relations} relations, {pieces}")
    click.echo(f"Coverage    {sentence}")
    for line in config.advice:
        click.echo(f"Advice      {line}")
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
    from gatekeeper.daemon import wiring
    from gatekeeper.letters.portrait import contact_lines
    from gatekeeper.store import journal
    from gatekeeper.store.people import contact_facts

    config, now = invocation.config(), time.time()
    account, other = address_of(sender_address), address_of(contact_address)
    with transaction(config) as connection:
        journal.viewed(connection, now, getpass.getuser(), sender=account, contact=other, what="gatekeeper contact")
        facts = contact_facts(connection, account, other, now, wiring.terms(config, 0.0).policy)
    if invocation.json:
        invocation.tell(
            {
                "sender": account,
                "contact": other,
                "stage": str(facts.stage),
                "lapses_at": facts.lapses_at or None,
                "closed": str(facts.relation.closed) or None,
                "closed_until": facts.relation.closed_until or None,
                "closings": [
                    {
                        "at": one.at or None,
                        "reach": str(one.reach),
                        "why": one.why,
                        "author": one.author or None,
                        "reason": one.reason,
                        "until": one.until or None,
                    }
                    for one in facts.closings
                ],
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
    for name, line in contact_lines(account, other, facts, now):
        click.echo(f"{name:11} {line}".rstrip())


reason_option = click.option("--reason", metavar="TEXT", default="", help="Why; it stands in the audit log.")


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("contact_address", metavar="CONTACT")
@click.option("--days", type=click.IntRange(min=1), default=90, show_default=True, help="For how long.")
@reason_option
@common_options
@click.pass_obj
def allow(invocation: Invocation, sender_address: str, contact_address: str, days: int, reason: str) -> None:
    """Vouch that SENDER may write to CONTACT for some time. With SENDER "*" an admin's "close '*' CONTACT" is taken
    back; what CONTACT has said himself stays."""
    from gatekeeper.cli.today import clock
    from gatekeeper.store import people
    from gatekeeper.store.closing import reopen, site_closing

    other, now = address_of(contact_address), time.time()
    if sender_address == EVERYBODY:
        with transaction(invocation.config()) as connection:
            if not reopen(connection, other):
                raise UsageError(f"no admin has closed {other} for everybody here", exit_code=EX_DATAERR)
            people.audit(connection, now, getpass.getuser(), "allow", EVERYBODY, other, reason, 0.0)
        click.echo(f"{other} is not closed for everybody here any more.")
        return
    account, until = address_of(sender_address), now + days * DAY_SECONDS
    with transaction(invocation.config()) as connection:
        if (no := site_closing(connection, other, now)) is not None:
            lifted = f"; allow '*' {other} takes that back" if no.why == "admin" else ""
            raise UsageError(
                f"{other} is closed for everybody here since {clock(no.at)} ({no.why}){lifted}", exit_code=EX_DATAERR
            )
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
