"""`gatekeeper jobs`: what the daemon does by the clock, and how to do it now."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import click

from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_UNAVAILABLE, UsageError

if TYPE_CHECKING:
    from gatekeeper.daemon.by_hand import Shown
    from gatekeeper.store.lease import Lease


@click.group()
def jobs() -> None:
    """What the daemon does by the clock; works with or without a daemon."""


@jobs.command("list")
@common_options
@json_option
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """Every job: how often it runs, when it last succeeded, and who is at it."""
    shown = asyncio.run(_shown(invocation))
    if invocation.json:
        for one in shown:
            invocation.tell(
                {
                    "job": one.job.name,
                    "every_seconds": one.job.every_seconds,
                    "site_wide": one.job.site_wide,
                    "finished": one.record.finished or None,
                    "seconds": one.record.seconds,
                    "failures": one.record.failures,
                    "failed": one.record.failed or None,
                    "reason": one.record.reason,
                    "holder": one.lease.holder if one.lease else None,
                    "until": one.lease.until if one.lease else None,
                }
            )
        return
    for one in shown:
        click.echo(f"{one.job.name:8} {_told(one)}")


@jobs.command()
@click.argument("name")
@common_options
@json_option
@click.pass_obj
def run(invocation: Invocation, name: str) -> None:
    """Run a job now, whether it is due or not."""
    begun = time.monotonic()
    at_it = asyncio.run(_run(invocation, name))
    if at_it is not None:
        from gatekeeper.cli.today import clock

        raise UsageError(
            f"{name} is running on {at_it.holder}; its lease lasts until {clock(at_it.until)}",
            exit_code=EX_UNAVAILABLE,
        )
    seconds = time.monotonic() - begun
    if invocation.json:
        invocation.tell({"job": name, "seconds": round(seconds, 3)})
    else:
        click.echo(f"{name}: done in {seconds:.1f} s.")


async def _shown(invocation: Invocation) -> list[Shown]:
    from gatekeeper.daemon.by_hand import opened
    from gatekeeper.events import Events

    async with opened(invocation.config(), Events.unheard()) as hand:
        return await hand.shown(time.time())


async def _run(invocation: Invocation, name: str) -> Lease | None:
    from gatekeeper.daemon.by_hand import opened
    from gatekeeper.events import Events

    config = invocation.config()
    async with opened(config, Events.to_stderr("warning")) as hand:
        return await hand.run(name)


def _told(one: Shown) -> str:
    from gatekeeper.cli.today import clock

    every = _period(one.job.every_seconds)
    if not one.job.site_wide:
        return f"every {every}, on each node; its metrics tell when it ran"
    parts = [f"every {every}, on one node"]
    record = one.record
    parts.append(f"last done {clock(record.finished)} in {record.seconds:.1f} s" if record.finished else "never done")
    if record.failed > record.finished:
        parts.append(f"failed {clock(record.failed)}: {record.reason}")
    if one.lease is not None:
        parts.append(f"running on {one.lease.holder}, lease until {clock(one.lease.until)}")
    return "; ".join(parts)


def _period(seconds: float) -> str:
    for unit, length in (("day", 86_400.0), ("hour", 3600.0), ("minute", 60.0)):
        if seconds >= length:
            number = round(seconds / length)
            return unit if number == 1 else f"{number} {unit}s"
    return "second" if seconds == 1 else f"{seconds:g} seconds"
