"""`gatekeeper export` and `forget`: what is held about a person, and how it goes."""

from __future__ import annotations

import getpass
import json
import time

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR, UsageError


@click.command()
@click.argument("address")
@common_options
@json_option
@click.pass_obj
def export(invocation: Invocation, address: str) -> None:
    """Everything that is held about a person, as JSON by table (GDPR Art. 15 and 20)."""
    from gatekeeper.store import journal, people

    person = _canonical(address)
    with transaction(invocation.config()) as connection:
        journal.viewed(connection, time.time(), getpass.getuser(), contact=person, what="gatekeeper export")
        found = people.export(connection, person)
    if invocation.json:
        invocation.tell(found)
    else:
        click.echo(json.dumps(found, indent=2, ensure_ascii=False, default=str))


@click.command()
@click.argument("address")
@common_options
@click.pass_obj
def forget(invocation: Invocation, address: str) -> None:
    """Remove a person from every table. Where he said no, a keyed hash keeps the no."""
    from gatekeeper.store import people
    from gatekeeper.store.site import site_facts

    now = time.time()
    with transaction(invocation.config()) as connection:
        secret = site_facts(connection, now).secret
        gone = people.forget(connection, _canonical(address), now, author=getpass.getuser(), secret=secret)
    click.echo(f"{address} is gone: {gone} {'row' if gone == 1 else 'rows'}")


def _canonical(address: str) -> str:
    from gatekeeper.mail.address import canonical

    found = canonical(address)
    if not found:
        raise UsageError(f'"{address}" is not an address', exit_code=EX_DATAERR)
    return found
