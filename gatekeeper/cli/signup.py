"""`gatekeeper join-link` and `leave-link`: how somebody signs up for a sender's mail, and how he leaves it."""

from __future__ import annotations

import time

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.facts import address_of
from gatekeeper.cli.invocation import Invocation, common_options
from gatekeeper.errors import EX_DATAERR, EX_UNAVAILABLE, UsageError


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
    token = Ids(secret).seal(address_of(sender), address_of(contact))
    click.echo(f"List-Unsubscribe: <{config.public_url}/leave/{token}>")
    click.echo("List-Unsubscribe-Post: List-Unsubscribe=One-Click")


@click.command("join-link")
@click.argument("sender")
@click.argument("contact")
@click.option("--list", "list_id", metavar="LIST-ID", default="", help="Only for this list of the sender's (RFC 2919).")
@click.option("--send", is_flag=True, help="Mail it to CONTACT, at most once a day.")
@common_options
@click.pass_obj
def join_link(invocation: Invocation, sender: str, contact: str, list_id: str, send: bool) -> None:
    """The link by which CONTACT confirms that he wants SENDER's mail (confirmed opt-in)."""
    from gatekeeper.daemon import wiring
    from gatekeeper.ids import Ids
    from gatekeeper.letters import signup
    from gatekeeper.store.site import site_facts

    config, now = invocation.config(), time.time()
    account = address_of(sender)
    purpose = list_id.strip("<> ").casefold() or account
    if not purpose.isprintable():
        raise UsageError("a List-Id has no such characters", exit_code=EX_DATAERR)
    wish = signup.Signup(sender=account, contact=address_of(contact), purpose=purpose, asked=int(now))
    with transaction(config) as connection:
        if signup.has_said_no(connection, wish):
            raise UsageError(f"{wish.contact} has said no to mail from {account}", exit_code=EX_DATAERR)
        link = f"{config.public_url}/join/{wish.token(Ids(site_facts(connection, now).secret))}"
        sign = wiring.signer(config).own
        if send and not signup.ask(connection, wish, link, config.hostname, now, sign=sign):
            raise UsageError(f"{account} has asked too many people in this hour", exit_code=EX_UNAVAILABLE)
    click.echo(f"{wish.contact} is asked by mail." if send else link)
