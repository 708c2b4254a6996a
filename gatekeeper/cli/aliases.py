"""Addresses of one account: `join` and `part`, for what was learnt wrongly or cannot be learnt."""

from __future__ import annotations

import getpass
import time

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.facts import address_of, reason_option
from gatekeeper.cli.invocation import Invocation, common_options
from gatekeeper.errors import EX_USAGE, UsageError


@click.command()
@click.argument("sender_address", metavar="SENDER")
@click.argument("address")
@reason_option
@common_options
@click.pass_obj
def join(invocation: Invocation, sender_address: str, address: str, reason: str) -> None:
    """Say that ADDRESS is another one of SENDER's: what comes to it counts for SENDER from now on."""
    from gatekeeper.store import aliases

    account, other = address_of(sender_address), address_of(address)
    if account == other:
        raise UsageError(f"join: {other} is the account itself", exit_code=EX_USAGE)
    with transaction(invocation.config()) as connection:
        aliases.join(connection, account, other, time.time(), author=getpass.getuser(), reason=reason)
    click.echo(f"What comes to {other} counts for {account}.")


@click.command()
@click.argument("address")
@reason_option
@common_options
@click.pass_obj
def part(invocation: Invocation, address: str, reason: str) -> None:
    """Part ADDRESS from the account that it was joined to; it is not learnt again."""
    from gatekeeper.store import aliases

    other = address_of(address)
    with transaction(invocation.config()) as connection:
        account = aliases.part(connection, other, time.time(), author=getpass.getuser(), reason=reason)
    click.echo(f"{other} is no more {account}'s." if account else f"{other} is nobody's, and will not be learnt.")
