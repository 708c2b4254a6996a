"""`gatekeeper import`: history from archives; safe to repeat, taken up again where it stopped, taken back by batch."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gatekeeper.cli.database import opened, transaction
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_NOINPUT, EX_USAGE, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from gatekeeper.config import Config
    from gatekeeper.learn.importers import Claim, Progress, Skipped
    from gatekeeper.learn.settings import LearnSettings
    from gatekeeper.policy.evidence import Exchange
    from gatekeeper.store.case import Learnt
    from gatekeeper.store.hearing import Terms

CHUNK_EXCHANGES = 1000
"""Learnt in one transaction: a running daemon waits for no more than this."""
SKIPPED_SHOWN = 10

Found = Callable[..., "Iterator[Exchange | Skipped | Claim]"]


@dataclass(slots=True, kw_only=True)
class Tally:
    """What an import came to."""

    new: int = 0
    repeated: int = 0
    evidence: int = 0
    claims: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def add(self, learnt: Learnt) -> None:
        self.new += learnt.new
        self.repeated += learnt.repeated
        self.evidence += learnt.evidence


@click.group("import")
def import_() -> None:
    """Learn from what a site already has."""


def _archive_command(kind: str, about: str) -> None:
    """Adds the command that imports archives of one kind."""

    @import_.command(kind, help=about)
    @click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--owner", "owners", metavar="ADDRESS", multiple=True, help="Whose archive; repeat for aliases.")
    @click.option("--dry-run", is_flag=True, help="Read everything and keep nothing.")
    @common_options
    @json_option
    @click.pass_obj
    def command(invocation: Invocation, paths: tuple[Path, ...], owners: tuple[str, ...], dry_run: bool) -> None:
        run(invocation, kind, paths, owners, dry_run=dry_run)


for _kind, _about in (
    ("mbox", "mbox files, .gz too; Sent and Inbox both."),
    ("maildir", "Maildirs and all Maildirs below them."),
    ("eml", "Files or folders of .eml files."),
    ("thunderbird", "Thunderbird profiles or mail folders."),
):
    _archive_command(_kind, _about)


def reader_of(kind: str) -> Found:
    """The importer for archives of `kind`."""
    from gatekeeper.learn.importers import folder, mbox, thunderbird

    readers: dict[str, Found] = {
        "mbox": mbox.read,
        "maildir": folder.read_maildir,
        "eml": folder.read_eml,
        "thunderbird": thunderbird.read,
    }
    return readers[kind]


def run(
    invocation: Invocation, kind: str, paths: tuple[Path, ...], owners: tuple[str, ...], *, dry_run: bool
) -> None:
    """Imports `paths` and tells what came of it. Raises UsageError."""
    from gatekeeper.learn.importers import Progress

    config = invocation.config()
    settings = _settings(config, owners)
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder", exit_code=EX_NOINPUT)
    began, progress, number = time.monotonic(), Progress(), 0
    with _bar(progress, quiet=invocation.json) as advance:
        if dry_run:
            tally = _read_only(reader_of(kind)(paths, settings, progress, now=time.time()), advance)
        else:
            with opened(config) as engine:
                number, tally = _learn(engine, config, kind, paths, settings, progress, advance)
    seconds = time.monotonic() - began
    if invocation.json:
        skipped = [{"place": one.place, "why": one.why} for one in tally.skipped]
        counts = {"messages": progress.messages, "new": tally.new, "repeated": tally.repeated}
        invocation.tell(
            {
                "batch": number or None,
                **counts,
                "evidence": tally.evidence,
                "skipped": skipped,
                "seconds": round(seconds, 3),
            }
        )
        return
    click.echo(
        f"{progress.messages:,} messages read in {seconds:.1f} s: {tally.new:,} taught something new, "
        f"{tally.repeated:,} were known, {tally.evidence:,} pieces of evidence."
    )
    if tally.skipped:
        click.echo(f"{len(tally.skipped):,} left out:")
        for one in tally.skipped[:SKIPPED_SHOWN]:
            click.echo(f"  {one.place}: {one.why}")
        if len(tally.skipped) > SKIPPED_SHOWN:
            click.echo("  ... --json names them all")
    undo_hint = f'Batch {number}: "gatekeeper import undo {number}" takes it back.'
    click.echo("Nothing was kept: --dry-run." if dry_run else undo_hint)


@import_.command("list")
@common_options
@json_option
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """What was imported, the newest first."""
    from gatekeeper.policy.explain import clock
    from gatekeeper.store.batches import listed

    with transaction(invocation.config()) as connection:
        batches = listed(connection)
    for one in batches:
        if invocation.json:
            names = ("id", "kind", "place", "started", "finished", "messages", "evidence", "undone")
            invocation.tell({name: getattr(one, name) for name in names})
            continue
        state = "taken back" if one.undone else "done" if one.finished else "not finished: the same command goes on"
        click.echo(
            f"{one.id:4}  {clock(one.started)}  {one.kind:11} {one.messages:9,} messages {one.evidence:9,} pieces of "
            f"evidence  {state}  {one.place}"
        )


@import_.command()
@click.argument("batch", type=int)
@common_options
@json_option
@click.pass_obj
def undo(invocation: Invocation, batch: int) -> None:
    """Take back everything that BATCH taught."""
    from gatekeeper.daemon import wiring
    from gatekeeper.store import batches

    config = invocation.config()
    with transaction(config) as connection:
        gone = batches.undo(connection, batch, time.time(), wiring.terms(config, 0.0).policy)
    if invocation.json:
        invocation.tell({"batch": batch, "evidence": gone})
    else:
        click.echo(f"Batch {batch} is taken back: {gone:,} pieces of evidence.")


def _settings(config: Config, owners: tuple[str, ...]) -> LearnSettings:
    """What the importers need to know of the site. Raises UsageError when nobody is ours."""
    from dataclasses import replace

    from gatekeeper.daemon import wiring
    from gatekeeper.mail.address import canonical

    known = []
    for owner in owners:
        if not (address := canonical(owner)) or "@" not in address:
            raise UsageError(f'--owner: "{owner}" is not an address', exit_code=EX_USAGE)
        known.append(address)
    if not known and not config.local_domains:
        raise UsageError("whose mail is it? Say so with --owner, or set local_domains", exit_code=EX_USAGE)
    return replace(wiring.learn_settings(config), owners=tuple(known))


def _learn(
    engine: Engine,
    config: Config,
    kind: str,
    paths: Sequence[Path],
    settings: LearnSettings,
    progress: Progress,
    advance: Callable[[], None],
) -> tuple[int, Tally]:
    """Reads and keeps, chunk by chunk; an unfinished run of the same paths is taken up where it stopped."""
    from gatekeeper.daemon import wiring
    from gatekeeper.learn.importers import Claim, Skipped
    from gatekeeper.store import batches
    from gatekeeper.store.site import site_facts

    place = " ".join(str(path.resolve()) for path in paths) + "".join(f" of {owner}" for owner in settings.owners)
    with engine.begin() as connection:
        terms = wiring.terms(config, site_facts(connection, time.time()).since)
        batch = batches.begin(connection, kind, place, time.time())
    progress.position = json.loads(batch.position) if batch.position else {}
    tally, kept = Tally(), 0
    chunk: list[Exchange] = []

    def keep() -> None:
        nonlocal kept
        tally.add(_keep(engine, chunk, terms, batch.id, progress, progress.messages - kept))
        kept = progress.messages
        chunk.clear()
        advance()

    for found in reader_of(kind)(paths, settings, progress, now=time.time()):
        if isinstance(found, Skipped):
            tally.skipped.append(found)
        elif isinstance(found, Claim):
            tally.claims += 1
        else:
            chunk.append(found)
            if len(chunk) >= CHUNK_EXCHANGES:
                keep()
    keep()
    with engine.begin() as connection:
        batches.finish(connection, batch.id, time.time())
    return batch.id, tally


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
            tally.skipped.append(one)
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
        task = bar.add_task("")

        def advance() -> None:
            bar.update(
                task,
                total=progress.total or None,
                completed=progress.done,
                description=f"{progress.messages:,} messages",
            )

        yield advance
        advance()
