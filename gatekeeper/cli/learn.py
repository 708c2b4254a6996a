"""`gatekeeper learn`: what an incoming mail teaches, and why it teaches no more."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from gatekeeper.cli.database import Absent, opened
from gatekeeper.cli.files import content_of
from gatekeeper.cli.invocation import Invocation, common_options, json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gatekeeper.config import Config
    from gatekeeper.learn.lesson import Lesson
    from gatekeeper.policy.evidence import Exchange


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Tell, and keep nothing.")
@common_options
@json_option
@click.pass_obj
def learn(invocation: Invocation, files: tuple[str, ...], dry_run: bool) -> None:
    """Learn from mails as if they just came in, one in each FILE; - is standard input."""
    from gatekeeper.daemon import wiring
    from gatekeeper.learn.intake import heard
    from gatekeeper.learn.resolver import txt_record

    config = invocation.config()
    settings = wiring.learn_settings(config)
    contents = [(name, content_of(name)) for name in files]
    exchanges: list[Exchange] = []
    for name, content in contents:
        lesson = heard(content, (), settings, txt_record, time.time())
        exchanges.extend(lesson.exchanges)
        facts = _facts(name, lesson)
        if invocation.json:
            invocation.tell(facts)
            continue
        click.echo(f"File        {name}: {facts['class']}, {lesson.why}")
        click.echo(f"Author      {_said(facts['authenticated'])}: {lesson.vouched.why}")
        for one in facts["evidence"]:
            builds = "" if one["counts"] else " (kept, builds nothing)"
            click.echo(f"Evidence    {one['contact']} {one['what']}, for {one['sender']}{builds}")
        if not facts["evidence"]:
            click.echo("Evidence    none")
    if exchanges and not dry_run:
        _keep(config, exchanges)


def _facts(name: str, lesson: Lesson) -> dict[str, Any]:
    """The lesson as JSON has it."""
    from gatekeeper.learn.lesson import counts
    from gatekeeper.policy.evidence import Proof

    proof = lesson.vouched.proof
    bounce = lesson.bounce
    return {
        "file": name,
        "class": str(lesson.mail_class),
        "authenticated": "unknown" if proof is Proof.UNKNOWN else proof is Proof.AUTHENTICATED,
        "evidence": [
            {"sender": one.sender, "contact": one.contact, "what": str(one.what), "counts": counts(one)}
            for one in lesson.evidence
        ],
        "bounce": None
        if bounce is None
        else {
            "recipients": [result.original or result.recipient for result in bounce.results],
            "status": bounce.status,
            "permanent": bounce.permanent,
        },
        "why": lesson.why,
    }


def _said(authenticated: bool | str) -> str:
    match authenticated:
        case True:
            return "authenticated"
        case False:
            return "not authenticated"
        case _:
            return "unknown whether authenticated"


def _keep(config: Config, exchanges: Sequence[Exchange]) -> None:
    """Learns for good, as live mail."""
    from gatekeeper.daemon import wiring
    from gatekeeper.store.learning import learn_now
    from gatekeeper.store.site import site_facts

    with opened(config, absent=Absent.MADE) as engine:
        with engine.begin() as connection:
            terms = wiring.terms(config, site_facts(connection, time.time()).since)
        with engine.begin() as connection:
            learn_now(connection, exchanges, terms)
