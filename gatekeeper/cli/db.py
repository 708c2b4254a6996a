"""`gatekeeper db`: the database's schema."""

from __future__ import annotations

import click

from gatekeeper.cli.invocation import Invocation, common_options


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
@common_options
@click.pass_obj
def upgrade(invocation: Invocation) -> None:
    """Bring the database to the newest schema; "serve" does so by itself."""
    from gatekeeper.store.database import open_database
    from gatekeeper.store.database import upgrade as upgrade_schema

    engine = open_database(invocation.config().database)
    try:
        upgrade_schema(engine)
    finally:
        engine.dispose()
    click.echo("The database has the newest schema.")
