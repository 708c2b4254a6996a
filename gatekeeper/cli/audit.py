"""`gatekeeper audit`: what people did here, and who looked at whose relations."""

from __future__ import annotations

import getpass
import time
from dataclasses import asdict

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.facts import EVERYBODY, address_of
from gatekeeper.cli.invocation import Invocation, common_options, json_option


@click.command()
@click.option("--sender", metavar="ADDRESS", help='Only lines about this sender; "*" is everybody here.')
@click.option("--contact", metavar="ADDRESS", help="Only lines about this contact.")
@click.option("--last", type=click.IntRange(min=1), default=50, show_default=True, help="How many lines.")
@common_options
@json_option
@click.pass_obj
def audit(invocation: Invocation, sender: str | None, contact: str | None, last: int) -> None:
    """The audit log, the newest line first. To read it is a look at relations, too, and leaves a line."""
    from gatekeeper.cli.today import clock
    from gatekeeper.store import journal

    account = sender if sender in (None, EVERYBODY) else address_of(sender)
    other = address_of(contact) if contact else ""
    with transaction(invocation.config()) as connection:
        found = journal.lines(connection, sender=account or "", contact=other, last=last)
        about = {"sender": account or "", "contact": other}
        journal.viewed(connection, time.time(), getpass.getuser(), **about, what="gatekeeper audit")
    if invocation.json:
        for one in found:
            invocation.tell({**asdict(one), "until": one.until or None})
        return
    for one in found:
        pair = " -> ".join(filter(None, (one.sender, one.contact)))
        until = f" until {clock(one.until)}" if one.until else ""
        reason = f": {one.reason}" if one.reason else ""
        click.echo(f"{clock(one.at)}  {one.author}  {one.act}{until}  {pair}{reason}".rstrip())
    if not found:
        click.echo("Nothing is in the audit log.")
