"""One account: `sender` says how it stands, why, and what it may do now; `thaw` lifts the takeover guard."""

from __future__ import annotations

import getpass
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.facts import address_of, reason_option
from gatekeeper.cli.invocation import Invocation, common_options, json_option

if TYPE_CHECKING:
    from gatekeeper.store.aliases import Joined
    from gatekeeper.store.people import SenderFacts

DAY_SECONDS = 86_400.0


@click.command()
@click.argument("address")
@click.option("--report", is_flag=True, help="How the sender's mail to new people was received, for himself.")
@click.option("--days", type=click.IntRange(min=1), default=90, show_default=True, help="How far --report looks back.")
@common_options
@json_option
@click.pass_obj
def sender(invocation: Invocation, address: str, report: bool, days: int) -> None:
    """How an account stands: reputation and its causes, circles, credits, limits and what is left of them."""
    from gatekeeper.daemon import wiring
    from gatekeeper.letters.portrait import sender_lines
    from gatekeeper.store import journal
    from gatekeeper.store.aliases import joined_to
    from gatekeeper.store.introductions import effort
    from gatekeeper.store.people import sender_facts
    from gatekeeper.store.site import site_facts

    config = invocation.config()
    account, now = address_of(address), time.time()
    policy = wiring.terms(config, 0.0).policy
    if report:
        with transaction(config) as connection:
            found = effort(connection, account, now - days * DAY_SECONDS, now, policy)
        _show_report(invocation, found)
        return
    with transaction(config) as connection:
        journal.viewed(connection, now, getpass.getuser(), sender=account, what="gatekeeper sender")
        facts = sender_facts(connection, account, now, policy, site_since=site_facts(connection, now).since)
        joined = joined_to(connection, account)
    configured = tuple(alias for alias, first in wiring.accounts(config).aliases.items() if first == account)
    if invocation.json:
        invocation.tell(as_facts(account, facts, now) | {"addresses": [*configured, *(one.address for one in joined)]})
        return
    for name, line in (*sender_lines(account, facts, now), *_addresses(account, joined, configured)):
        click.echo(f"{name:11} {line}".rstrip())


def _addresses(account: str, joined: tuple[Joined, ...], configured: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    from gatekeeper.cli.today import clock

    for alias in configured:
        yield "Address", f"{alias}, by the configuration"
    for one in joined:
        how = f"joined by {one.author}" if one.author else "learnt from mail that this login sent"
        if one.account == account:
            yield "Address", f"{one.address}, {how} on {clock(one.at)}; ended by: gatekeeper part {one.address}"
        else:
            yield "Belongs to", f"{one.account}, {how.replace('this login', 'its login')} on {clock(one.at)}"


@click.command("thaw")
@click.argument("address", metavar="SENDER")
@click.option("--discard", is_flag=True, help="Throw away what waits in the queue for it: somebody else wrote it.")
@reason_option
@common_options
@json_option
@click.pass_obj
def thaw_(invocation: Invocation, address: str, discard: bool, reason: str) -> None:
    """Let a frozen account write to new people again."""
    from gatekeeper.store.thaw import thaw

    account = address_of(address)
    with transaction(invocation.config()) as connection:
        was_frozen, waiting = thaw(
            connection, account, time.time(), author=getpass.getuser(), reason=reason, discards=discard
        )
    if invocation.json:
        invocation.tell({"sender": account, "was_frozen": was_frozen, "waiting": waiting, "discarded": discard})
        return
    click.echo(f"{account} may write to new people again." if was_frozen else f"{account} was not frozen.")
    if waiting:
        many = "1 message that waits" if waiting == 1 else f"{waiting} messages that wait"
        click.echo(f"{many} in the queue: " + ("discarded; nobody is told." if discard else "heard again now."))


def as_facts(account: str, facts: SenderFacts, now: float) -> dict[str, Any]:
    """What `--json` prints."""
    standing = facts.sender.standing
    up = standing.answers_to_rise(now)
    return {
        "sender": account,
        "reputation": {"mean": round(standing.mean(now), 4), "quantile_10": round(standing.quantile(now), 4)},
        "tier": str(standing.tier(now)),
        "next_tier": {"tier": str(up[0]), "answers": up[1]} if up else None,
        "causes": [
            {
                "at": moved.at,
                "cause": str(moved.cause),
                "contact": moved.contact or None,
                "weight": moved.weight,
                "message": moved.message or None,
            }
            for moved in facts.causes
        ],
        "coverage": facts.coverage.as_facts(),
        "circles": {str(stage): number for stage, number in facts.circles.items()},
        "credits": {"balance": round(facts.credit.balance, 3), "capacity": facts.credit.capacity},
        "rates": [
            {
                "name": one.name,
                "whose": str(one.whose),
                "limit": one.limit,
                "left": one.left,
                "full_at": max(one.full_at, now),
            }
            for one in facts.rates
        ],
        "frozen_until": facts.sender.frozen_until if facts.sender.frozen_until > now else None,
        "frozen_why": facts.sender.frozen_why if facts.sender.frozen_until > now else None,
        "verdicts": [
            {"id": id_, "at": at, "verdict": verdict, "outcome": outcome}
            for id_, at, verdict, outcome in facts.verdicts
        ],
    }


def _show_report(invocation: Invocation, found: Any) -> None:
    from dataclasses import asdict

    from gatekeeper.letters.personal import text

    if invocation.json:
        invocation.tell(asdict(found))
        return
    for line in text(found):
        click.echo(line)
