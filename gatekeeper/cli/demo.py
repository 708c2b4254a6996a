"""`gatekeeper demo`: a few scenes over real SMTP, with a fictional sender and a throw-away database."""

from __future__ import annotations

import click

from gatekeeper.cli.invocation import Invocation, common_options


@click.command()
@common_options
@click.pass_obj
def demo(_: Invocation) -> None:
    """Show what the gate does, in one minute and without any mail of yours."""
    from gatekeeper.daemon.demo import play

    play(click.echo)
