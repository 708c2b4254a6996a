"""The `gatekeeper` command."""

from __future__ import annotations

import click

from gatekeeper import __version__


@click.group()
@click.version_option(__version__, prog_name="gatekeeper")
def main() -> None:
    """An SMTP relay that knows who has really been in touch with whom."""
