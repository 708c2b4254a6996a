"""`gatekeeper serve` and `gatekeeper check`: the daemon, and the search for what would keep it from starting."""

from __future__ import annotations

import click

from gatekeeper.cli.invocation import Invocation, common_options, json_option


@click.command()
@click.option("--check", "only_check", is_flag=True, help='Only look for mistakes, as "gatekeeper check" does.')
@click.option("--worker", hidden=True, help="Started by a daemon of several workers; descriptors that it passes on.")
@common_options
@click.pass_obj
def serve(invocation: Invocation, only_check: bool, worker: str | None) -> None:
    """Run the daemon. SIGHUP reloads, SIGTERM ends it when the mail in hand is done."""
    if only_check:
        _check(invocation, ports=True)
        return
    from gatekeeper.daemon.life import live

    live(invocation.config_file, worker=worker)


@click.command()
@click.option("--running", is_flag=True, help="The daemon is running: do not ask whether its ports are free.")
@common_options
@json_option
@click.pass_obj
def check(invocation: Invocation, running: bool) -> None:
    """Find all that would keep "serve" from starting: one line each, and exit code 78; 69 if it may pass by itself."""
    _check(invocation, ports=not running)


def _check(invocation: Invocation, *, ports: bool) -> None:
    from gatekeeper.config import find
    from gatekeeper.daemon.trial import exit_code_of, obstacles

    config = invocation.config()
    source = str(find(invocation.config_file) or "defaults")
    found = obstacles(config, ports=ports)
    lines = [f"{source}: {one.line}" for one in found]
    if invocation.json:
        invocation.tell({"config": source, "mistakes": lines, "advice": list(config.advice)})
    else:
        for line in lines:
            click.echo(line, err=True)
        if not found:
            # What must be mended comes first, alone.
            for line in config.advice:
                click.echo(f"{source}: {line}", err=True)
            click.echo(f"{source}: good")
    if found:
        raise SystemExit(exit_code_of(found))
