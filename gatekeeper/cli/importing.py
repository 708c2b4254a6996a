"""`gatekeeper import`: history from archives; safe to repeat, taken up again where it stopped, taken back by batch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.import_run import Read, run
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR, EX_NOINPUT, UsageError

if TYPE_CHECKING:
    from gatekeeper.learn.importers import Claim, Progress, Skipped
    from gatekeeper.learn.settings import LearnSettings
    from gatekeeper.policy.evidence import Exchange


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
        for path in paths:
            _require_fit(kind, path)
        place = " ".join(str(path.resolve()) for path in paths)
        reader = reader_of(kind, paths)
        run(invocation, kind, place, reader, owners, dry_run=dry_run, goes_on=kind.endswith("-log"))


FOLDERS_ONLY = frozenset({"maildir", "thunderbird"})
FILES_OR_FOLDERS = frozenset({"eml"})


def _require_fit(kind: str, path: Path) -> None:
    """Raises UsageError when there is nothing at `path`, or a folder where the importer reads files, or a file where it
    reads folders: before a batch is begun."""
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder", exit_code=EX_NOINPUT)
    if path.is_dir() and kind not in FOLDERS_ONLY | FILES_OR_FOLDERS:
        raise UsageError(
            f'{path}: a folder; "import {kind}" reads files, "import maildir", "eml" and "thunderbird" read folders',
            exit_code=EX_DATAERR,
        )
    if path.is_file() and kind in FOLDERS_ONLY:
        raise UsageError(f'{path}: a file; "import {kind}" reads folders', exit_code=EX_DATAERR)


for _kind, _about in (
    ("mbox", "mbox files, .gz too; Sent and Inbox both."),
    ("maildir", "Maildirs and all Maildirs below them."),
    ("eml", "Files or folders of .eml files."),
    ("thunderbird", "Thunderbird profiles or mail folders."),
    ("postfix-log", "Postfix logs, rotated ones too: who sent to whom; the next run goes on where this one ends."),
    ("exim-log", "Exim main logs, rotated ones too: who sent to whom; the next run goes on where this one ends."),
    ("contacts", "Address books, CSV or vCard: claims of their owner, which build nothing."),
    ("consent", "CSV lists of sign-ups: address, purpose, date, source, double."),
):
    _archive_command(_kind, _about)


@import_.command()
@click.argument("host")
@click.option("--user", required=True, help="The account's name at the server.")
@click.option("--password-file", metavar="FILE", help="Its first line is the password; else you are asked.")
@click.option("--token-command", metavar="COMMAND", help="Prints an OAuth token, instead of a password.")
@click.option("--port", type=click.IntRange(1, 65_535), default=993, show_default=True)
@click.option("--no-tls", is_flag=True, help="Without TLS, for a server on this machine.")
@click.option("--folder", "folders", metavar="NAME", multiple=True, help="Only this folder; repeat for more.")
@click.option("--owner", "owners", metavar="ADDRESS", multiple=True, help="Whose account; repeat for aliases.")
@click.option("--dry-run", is_flag=True, help="Read everything and keep nothing.")
@common_options
@json_option
@click.pass_obj
def imap(
    invocation: Invocation,
    host: str,
    user: str,
    password_file: str | None,
    token_command: str | None,
    port: int,
    no_tls: bool,
    folders: tuple[str, ...],
    owners: tuple[str, ...],
    dry_run: bool,
) -> None:
    """An IMAP account at HOST; the next run goes on where this one ends."""
    from gatekeeper.config.file import first_line
    from gatekeeper.learn.importers.imap import Account, read

    password = ""
    if password_file:
        password = first_line(password_file)
    elif not token_command:
        password = click.prompt("Password", hide_input=True, err=True)
    account = Account(
        host=host,
        user=user,
        password=password,
        token_command=token_command or "",
        port=port,
        tls=not no_tls,
        folders=folders,
    )

    def reader(settings: LearnSettings, progress: Progress) -> Iterator[Exchange | Skipped | Claim]:
        return read(account, settings, progress, now=time.time())

    run(invocation, "imap", f"{user} at {host}:{port}", reader, owners or _own(user), dry_run=dry_run, goes_on=True)


def _own(user: str) -> tuple[str, ...]:
    """Most account names are the address of their owner."""
    return (user,) if "@" in user else ()


def reader_of(kind: str, paths: tuple[Path, ...]) -> Read:
    """The importer for files of `kind`."""
    from gatekeeper.learn.importers import consent, contacts, exim_log, folder, mbox, postfix_log, thunderbird

    readers: dict[str, Callable[..., Iterator[Exchange | Skipped | Claim]]] = {
        "mbox": mbox.read,
        "maildir": folder.read_maildir,
        "eml": folder.read_eml,
        "thunderbird": thunderbird.read,
        "postfix-log": postfix_log.read,
        "exim-log": exim_log.read,
        "contacts": contacts.read,
        "consent": consent.read,
    }
    return lambda settings, progress: readers[kind](paths, settings, progress, now=time.time())


@import_.command("list")
@common_options
@json_option
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """What was imported, the newest first."""
    from gatekeeper.cli.today import clock
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
