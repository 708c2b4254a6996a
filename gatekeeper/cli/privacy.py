"""`gatekeeper export`, `forget` and `leave-link`: what is held about a person, how it goes, and how he says no."""

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
    from gatekeeper.store import people

    with transaction(invocation.config()) as connection:
        found = people.export(connection, _canonical(address))
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


@click.command("leave-link")
@click.argument("sender")
@click.argument("contact")
@common_options
@click.pass_obj
def leave_link(invocation: Invocation, sender: str, contact: str) -> None:
    """The header lines by which CONTACT leaves SENDER's newsletters with one click (RFC 8058)."""
    from gatekeeper.ids import Ids
    from gatekeeper.store.site import site_facts

    config = invocation.config()
    with transaction(config) as connection:
        secret = site_facts(connection, time.time()).secret
    token = Ids(secret).seal(_canonical(sender), _canonical(contact))
    click.echo(f"List-Unsubscribe: <{config.public_url}/leave/{token}>")
    click.echo("List-Unsubscribe-Post: List-Unsubscribe=One-Click")


def _canonical(address: str) -> str:
    from gatekeeper.mail.address import canonical

    found = canonical(address)
    if not found:
        raise UsageError(f'"{address}" is not an address', exit_code=EX_DATAERR)
    return found
