"""`gatekeeper explain` and `gatekeeper try`: why a message was judged as it was, and how one would be judged now."""

from __future__ import annotations

import getpass
import itertools
import time
from typing import TYPE_CHECKING

import click

from gatekeeper.cli import verdicts
from gatekeeper.cli.database import Absent, transaction
from gatekeeper.cli.files import content_of
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR, UsageError
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Recipient, Session
from gatekeeper.mail.envelope import Path as EnvelopePath

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from gatekeeper.mail.message import Message
    from gatekeeper.policy.verdict import Verdict
    from gatekeeper.store.case import Case
    from gatekeeper.store.hearing import Terms


@click.command()
@click.argument("id_", metavar="ID")
@common_options
@json_option
@click.pass_obj
def explain(invocation: Invocation, id_: str) -> None:
    """Why the message ID was judged as it was. ID is from the log, the Gatekeeper-Id header or the link in a reply."""
    from gatekeeper.cli.today import clock
    from gatekeeper.ids import RANDOM_LETTERS, TIME_LETTERS
    from gatekeeper.store import journal
    from gatekeeper.store.ledger import entry

    # A link ends in the id and a seal.
    wanted = id_.rstrip("/").rpartition("/")[2][: TIME_LETTERS + RANDOM_LETTERS]
    with transaction(invocation.config()) as connection:
        found = entry(connection, wanted)
        if found is not None:
            what = f"gatekeeper explain {found.id}"
            journal.viewed(connection, time.time(), getpass.getuser(), sender=found.sender, what=what)
    if found is None:
        raise UsageError(f"{id_}: no message of this id is on record (any more)", exit_code=EX_DATAERR)
    if invocation.json:
        about = {"id": found.id, "at": found.at, "sender": found.sender, "outcome": found.outcome}
        invocation.tell({**about, "signals": list(found.signals), **verdicts.facts(found.verdict)})
        return
    click.echo(f"Message     {found.id}, {clock(found.at)}")
    click.echo(f"Sender      <{found.sender}>")
    verdicts.tell(found.verdict, signals=found.signals)
    click.echo(f"Next hop    {found.outcome or 'was not asked'}")


@click.command("try")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--sender", metavar="ADDRESS", help="The envelope sender; else the author in From.")
@click.option("--recipient", "recipients", metavar="ADDRESS", multiple=True, help="A recipient; else To, Cc and Bcc.")
@common_options
@json_option
@click.pass_obj
def try_(invocation: Invocation, files: tuple[str, ...], sender: str | None, recipients: tuple[str, ...]) -> None:
    """Judge messages as if they came now, and change nothing. FILE - is standard input."""
    from gatekeeper.daemon import wiring
    from gatekeeper.gate.brief import Briefs, read
    from gatekeeper.ids import Ids
    from gatekeeper.mail.reply import ACCEPTED
    from gatekeeper.policy.explain import reply_to
    from gatekeeper.policy.verdict import Ruling
    from gatekeeper.store.site import site_facts

    config = invocation.config()
    contents = [(name, content_of(name)) for name in files]
    with transaction(config, absent=Absent.IMAGINED) as connection:
        site = site_facts(connection, time.time())
        terms = wiring.terms(config, site.since)
        ids = Ids(site.secret)
        briefs = Briefs(wiring.gate_settings(config), ids, lambda: terms.policy, time.time)
        for name, content in contents:
            message, finding, digest = read(content)
            id_ = ids.new(time.time())
            session, envelope = _envelope(message, sender, recipients)
            case = briefs.case(id_, session, envelope, message, finding, digest)
            verdict = _judged(connection, case, terms)
            accepted = verdict.ruling is Ruling.ACCEPT
            reply = ACCEPTED if accepted else reply_to(verdict, briefs.link_to(id_))
            if invocation.json:
                told = {"file": name, "id": id_, **verdicts.facts(verdict)}
                invocation.tell({**told, "reply": verdicts.reply_facts(reply)})
                continue
            click.echo(f"File        {name}")
            if not envelope.recipients:
                click.echo("Note        it names no recipient; say who with --recipient")
            verdicts.tell(verdict, signals=case.signals)
            click.echo(f"Reply       {reply}\n")


def _envelope(message: Message, sender: str | None, recipients: tuple[str, ...]) -> tuple[Session, Envelope]:
    """The envelope of a file: as given, else from its header. A file that names nobody is judged all the same: its
    kind shows, and the verdict concerns no one."""
    authors = message.addresses("from")
    author = sender if sender is not None else (authors[0] if authors else "")
    named = recipients or tuple(
        dict.fromkeys(itertools.chain(*(message.addresses(field) for field in ("to", "cc", "bcc"))))
    )
    paths = tuple(Recipient(path=_path(address, "--recipient")) for address in named)
    return Session(listener="try"), Envelope(sender=_path(author, "--sender"), recipients=paths)


def _path(address: str, option: str) -> EnvelopePath:
    from gatekeeper.mail.address import canonical

    if not address:
        return NULL_PATH
    found = canonical(address)
    if not found:
        raise UsageError(f'{option}: "{address}" is not an address', exit_code=EX_DATAERR)
    return EnvelopePath(octets=address.encode(), address=found)


def _judged(connection: Connection, case: Case, terms: Terms) -> Verdict:
    """What the bench would say, in a memory that is thrown away."""
    from gatekeeper.store.bench import recall
    from gatekeeper.store.hearing import judge
    from gatekeeper.store.memory import Memory
    from gatekeeper.store.rows import Rows

    memory = Memory(Rows(connection))
    recall(memory, [case], terms.policy)
    numbers = itertools.count(1)
    return judge(memory, case, terms, lambda: next(numbers))
