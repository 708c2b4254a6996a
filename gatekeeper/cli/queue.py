"""`gatekeeper queue` and `gatekeeper held`: what was accepted and waits, and what an admin does about it."""

from __future__ import annotations

import getpass
import sys
import time
from typing import TYPE_CHECKING, Any

import click

from gatekeeper.cli.database import transaction
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from gatekeeper.store.queue import Parcel
    from gatekeeper.store.release import Word


@click.group()
def queue() -> None:
    """Mail that was accepted and waits: for its time, for the next hop, for an admin."""


@click.group()
def held() -> None:
    """Mail that waits for an admin's word."""


def _tell(invocation: Invocation, parcels: list[Parcel], empty: str) -> None:
    from gatekeeper.cli.today import clock

    for one in parcels:
        if invocation.json:
            invocation.tell(_facts(one))
            continue
        to = ", ".join(each.recipient.address for each in one.addressees[:3])
        more = f" and {len(one.addressees) - 3} more" if len(one.addressees) > 3 else ""
        click.echo(f"{one.id}  {one.state:10} {one.account or '(a report)'} -> {to}{more}")
        times = {"waiting": f"next at {clock(one.due)}, ", "held": f"until {clock(one.until)}, "}
        due = times.get(one.state, "")
        click.echo(f"    since {clock(one.arrived)}, {due}{one.attempts} tries, {one.size_bytes} bytes: {one.reason}")
    if not parcels and not invocation.json:
        click.echo(empty)


def _facts(one: Parcel) -> dict[str, Any]:
    return {
        "id": one.id,
        "state": str(one.state),
        "account": one.account,
        "arrived": one.arrived,
        "due": one.due,
        "until": one.until,
        "attempts": one.attempts,
        "bytes": one.size_bytes,
        "reason": one.reason,
        "recipients": [
            {"address": each.recipient.address, "fate": str(each.fate), "reply": str(each.reply or "")}
            for each in one.addressees
        ],
    }


@queue.command("list")
@common_options
@json_option
@click.pass_obj
def queue_list(invocation: Invocation) -> None:
    """Everything that has not had its end."""
    from gatekeeper.store.queue import QueueState, listed

    states = (QueueState.WAITING, QueueState.HELD, QueueState.DELIVERING)
    with transaction(invocation.config()) as connection:
        _tell(invocation, listed(connection, states), "The queue is empty.")


@held.command("list")
@common_options
@json_option
@click.pass_obj
def held_list(invocation: Invocation) -> None:
    """What waits for an admin."""
    from gatekeeper.store.queue import QueueState, listed

    with transaction(invocation.config()) as connection:
        _tell(invocation, listed(connection, (QueueState.HELD,)), "Nothing is held.")


def _show(invocation: Invocation, message_id: str, content: bool) -> None:
    from gatekeeper.store.queue import content_of

    with transaction(invocation.config()) as connection:
        found = _found(connection, message_id)
        octets = content_of(connection, message_id) if content else b""
    if content:
        sys.stdout.buffer.write(octets)
        return
    if invocation.json:
        invocation.tell(_facts(found))
        return
    _tell(invocation, [found], "")
    for each in found.addressees:
        said = f": {each.reply}" if each.reply is not None else ""
        click.echo(f"    {each.recipient.address}  {each.fate}{said}")


def _release(invocation: Invocation, message_id: str, known: bool, reason: str) -> None:
    from gatekeeper.store.release import Word

    _say(invocation, message_id, Word.RELEASE_TO_KNOWN if known else Word.RELEASE, reason)
    click.echo(f"{message_id} goes out now" + (", to those who know the sender" if known else ""))


def _discard(invocation: Invocation, message_id: str, reason: str) -> None:
    from gatekeeper.store.release import Word

    _say(invocation, message_id, Word.DISCARD, reason)
    click.echo(f"{message_id} is discarded; nobody is told")


def _say(invocation: Invocation, message_id: str, word: Word, reason: str) -> None:
    from gatekeeper.store.release import say

    with transaction(invocation.config()) as connection:
        found = _found(connection, message_id)
        if not say(connection, found, word, time.time(), author=getpass.getuser(), reason=reason):
            raise UsageError(f"{message_id} is {found.state}: nothing to {word}", exit_code=EX_DATAERR)


def _found(connection: Connection, message_id: str) -> Parcel:
    from gatekeeper.store.queue import find

    parcel = find(connection, message_id)
    if parcel is None:
        raise UsageError(f"there is no message {message_id} in the queue", exit_code=EX_DATAERR)
    return parcel


def _commands(group: click.Group) -> None:
    """What both groups can do with one message."""

    @group.command("show")
    @click.argument("message_id", metavar="ID")
    @click.option("--content", is_flag=True, help="The message itself, as it came.")
    @common_options
    @json_option
    @click.pass_obj
    def show(invocation: Invocation, message_id: str, content: bool) -> None:
        """One message, with what became of it for each recipient."""
        _show(invocation, message_id, content)

    @group.command("release")
    @click.argument("message_id", metavar="ID")
    @click.option("--known", is_flag=True, help="Only to those who know the sender; a report tells about the others.")
    @click.option("--reason", default="", help="Stands in the audit log.")
    @common_options
    @click.pass_obj
    def release(invocation: Invocation, message_id: str, known: bool, reason: str) -> None:
        """Let it go out now, without hearing it again."""
        _release(invocation, message_id, known, reason)

    @group.command("discard")
    @click.argument("message_id", metavar="ID")
    @click.option("--reason", required=True, help="Stands in the audit log.")
    @common_options
    @click.pass_obj
    def discard(invocation: Invocation, message_id: str, reason: str) -> None:
        """Delete it. Nobody is told, so say why."""
        _discard(invocation, message_id, reason)


_commands(queue)
_commands(held)


@queue.command("retry")
@click.argument("message_id", metavar="ID", required=False)
@common_options
@click.pass_obj
def retry(invocation: Invocation, message_id: str | None) -> None:
    """Try ID again now, or everything that was judged and waits for the next hop."""
    from gatekeeper.store.release import retry_now

    with transaction(invocation.config()) as connection:
        number = retry_now(connection, time.time(), message_id)
    if message_id and not number:
        raise UsageError(f"there is no waiting message {message_id} in the queue", exit_code=EX_DATAERR)
    click.echo(f"{number} {'message is' if number == 1 else 'messages are'} tried again now")
