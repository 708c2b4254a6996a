"""One run of an import: read, learnt chunk by chunk behind a progress bar, and told."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from gatekeeper.cli.database import Absent, opened
from gatekeeper.cli.invocation import Invocation
from gatekeeper.errors import EX_DATAERR, EX_NOINPUT, EX_USAGE, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from gatekeeper.config import Config
    from gatekeeper.learn.importers import Claim, Progress, Skipped
    from gatekeeper.learn.settings import LearnSettings
    from gatekeeper.policy.evidence import Exchange
    from gatekeeper.store.batches import Batch
    from gatekeeper.store.case import Learnt
    from gatekeeper.store.hearing import Terms

CHUNK_EXCHANGES = 1000
"""Learnt in one transaction: a running daemon waits for no more than this."""
SKIPPED_SHOWN = 10
SKIPPED_KEPT = 10_000
"""Named with --json; of more only the number is told, for memory stays as it is however much is broken."""

Read = Callable[["LearnSettings", "Progress"], "Iterator[Exchange | Skipped | Claim]"]
"""Reads everything there is, beginning where the progress says."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What an import came to."""

    new: int = 0
    repeated: int = 0
    evidence: int = 0
    claims: int = 0
    left_out: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, learnt: Learnt) -> None:
        self.new += learnt.new
        self.repeated += learnt.repeated
        self.evidence += learnt.evidence

    def leave_out(self, one: Skipped) -> None:
        self.left_out += 1
        if self.left_out <= SKIPPED_KEPT:
            self.skipped.append(one)


def run(
    invocation: Invocation,
    kind: str,
    place: str,
    read: Read,
    owners: tuple[str, ...],
    *,
    dry_run: bool,
    goes_on: bool = False,
) -> None:
    """Imports what `read` finds and tells what came of it. `goes_on`: from where the last run ended.

    Raises UsageError.
    """
    from gatekeeper.learn.importers import Progress

    config = invocation.config()
    settings = _settings(config, owners, anybody=kind == "consent")
    place += "".join(f" of {owner}" for owner in settings.owners)
    began, progress, number = time.monotonic(), Progress(), 0
    went_on = False
    try:
        with _bar(progress, quiet=invocation.json) as advance:
            if dry_run:
                tally = _read_only(read(settings, progress), advance)
            else:
                with opened(config, absent=Absent.MADE) as engine:
                    batch = _begun(engine, kind, place, progress, goes_on=goes_on)
                    number, went_on = batch.id, bool(progress.position)
                    tally = _learn(engine, config, batch, read(settings, progress), progress, advance)
    except OSError as error:
        raise UsageError(f"{error.filename or place}: {error.strerror or error}", exit_code=EX_NOINPUT) from error
    seconds = time.monotonic() - began
    if invocation.json:
        skipped = [{"place": one.place, "why": one.why} for one in tally.skipped]
        counts = {"messages": progress.messages, "new": tally.new, "repeated": tally.repeated}
        invocation.tell(
            {
                "batch": number or None,
                **counts,
                "evidence": tally.evidence,
                "claims": tally.claims,
                "left_out": tally.left_out,
                "skipped": skipped,
                "seconds": round(seconds, 3),
            }
        )
    else:
        _tell(progress, tally, number, seconds, owners, dry_run=dry_run)
    recognised = tally.claims if kind == "contacts" else progress.messages
    if tally.skipped and not recognised and not went_on:
        raise UsageError(f"{place}: nothing there is what {kind} reads", exit_code=EX_DATAERR)


def _tell(
    progress: Progress, tally: Tally, number: int, seconds: float, owners: tuple[str, ...], *, dry_run: bool
) -> None:
    """What came of it, for people."""
    click.echo(
        f"{progress.messages:,} messages read in {seconds:.1f} s ({progress.messages / seconds:,.0f}/s): "
        f"{tally.new:,} taught something new, {tally.repeated:,} were known, {tally.evidence:,} pieces of evidence."
    )
    if owners and progress.messages and not (tally.new or tally.repeated or tally.claims):
        click.echo(f"None of them is a person's mail from or to {' or '.join(owners)}: is that the address?")
    if tally.claims:
        click.echo(f"{tally.claims:,} addresses stand in an address book: that alone builds nothing.")
    if tally.skipped:
        click.echo(f"{tally.left_out:,} left out:")
        for one in tally.skipped[:SKIPPED_SHOWN]:
            click.echo(f"  {one.place}: {one.why}")
        if tally.left_out > SKIPPED_SHOWN:
            click.echo(f"  ... --json names {'them all' if tally.left_out <= SKIPPED_KEPT else f'{SKIPPED_KEPT:,}'}")
    undo_hint = f'Batch {number}: "gatekeeper import undo {number}" takes it back.'
    click.echo("Nothing was kept: --dry-run." if dry_run else undo_hint)


def _settings(config: Config, owners: tuple[str, ...], *, anybody: bool = False) -> LearnSettings:
    """What the importers need to know of the site. Raises UsageError when nobody is ours, unless `anybody` will do."""
    from gatekeeper.daemon import wiring
    from gatekeeper.mail.address import canonical

    known = []
    for owner in owners:
        if not (address := canonical(owner)) or "@" not in address:
            raise UsageError(f'--owner: "{owner}" is not an address', exit_code=EX_USAGE)
        known.append(address)
    if not known and not config.local_domains and not anybody:
        raise UsageError("whose mail is it? Say so with --owner, or set local_domains", exit_code=EX_USAGE)
    return replace(wiring.learn_settings(config), owners=tuple(known))


def _begun(engine: Engine, kind: str, place: str, progress: Progress, *, goes_on: bool) -> Batch:
    """The batch to fill: an unfinished one of this place goes on where it stopped."""
    from gatekeeper.store import batches

    with engine.begin() as connection:
        earlier = [one for one in batches.listed(connection) if (one.kind, one.place) == (kind, place)]
        # What was taken back has to be read again, and what went on from there knows nothing of it.
        taken_back = max((one.undone for one in earlier), default=0.0)
        batch = batches.begin(connection, kind, place, time.time())
    position = batch.position
    if goes_on and not position:
        position = next((one.position for one in earlier if one.position and one.started > taken_back), "")
    progress.position = json.loads(position) if position else {}
    return batch


def _learn(
    engine: Engine,
    config: Config,
    batch: Batch,
    found_there: Iterator[Exchange | Skipped | Claim],
    progress: Progress,
    advance: Callable[[], None],
) -> Tally:
    """Reads and keeps, chunk by chunk."""
    from gatekeeper.daemon import wiring
    from gatekeeper.learn.importers import Claim, Skipped
    from gatekeeper.store import batches
    from gatekeeper.store.site import site_facts

    with engine.begin() as connection:
        terms = wiring.terms(config, site_facts(connection, time.time()).since)
    tally, kept = Tally(), 0
    chunk: list[Exchange] = []

    def keep() -> None:
        nonlocal kept
        tally.add(_keep(engine, chunk, terms, batch.id, progress, progress.messages - kept))
        kept = progress.messages
        chunk.clear()
        advance()

    for found in found_there:
        if isinstance(found, Skipped):
            tally.leave_out(found)
        elif isinstance(found, Claim):
            tally.claims += 1
        else:
            chunk.append(found)
            if len(chunk) >= CHUNK_EXCHANGES:
                keep()
    keep()
    with engine.begin() as connection:
        batches.finish(connection, batch.id, time.time())
    return tally


def _keep(
    engine: Engine, chunk: Sequence[Exchange], terms: Terms, batch: int, progress: Progress, messages: int
) -> Learnt:
    """One transaction: what the chunk teaches, and how far the batch has come."""
    from gatekeeper.store import batches
    from gatekeeper.store.learning import learn_now

    with engine.begin() as connection:
        learnt = learn_now(connection, chunk, terms, batch=batch)
        position = json.dumps(progress.position)
        batches.progress(connection, batch, position=position, messages=messages, evidence=learnt.evidence)
    return learnt


def _read_only(found: Iterator[Exchange | Skipped | Claim], advance: Callable[[], None]) -> Tally:
    from gatekeeper.learn.importers import Claim, Skipped

    tally = Tally()
    for one in found:
        if isinstance(one, Skipped):
            tally.leave_out(one)
        elif isinstance(one, Claim):
            tally.claims += 1
        else:
            tally.new += 1
            tally.evidence += len(one.evidence)
            if tally.new % CHUNK_EXCHANGES == 0:
                advance()
    return tally


@contextmanager
def _bar(progress: Progress, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, where somebody looks at it; gives what moves it."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda: None
        return
    percentage, description = TextColumn("{task.percentage:3.0f}%"), TextColumn("{task.description}")
    columns = (percentage, BarColumn(), description, TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task, began = bar.add_task(""), time.monotonic()

        def advance() -> None:
            bar.update(
                task,
                total=progress.total or None,
                completed=progress.done,
                description=(
                    f"{progress.messages:,} messages, {progress.messages / max(time.monotonic() - began, 1e-3):,.0f}/s"
                ),
            )

        yield advance
        advance()
