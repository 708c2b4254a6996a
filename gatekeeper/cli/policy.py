"""`gatekeeper policy`: the shipped policies, their charts, their tests and the schema of a policy file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR

if TYPE_CHECKING:
    from gatekeeper.policy.policyfile import Policy


@click.group()
def policy() -> None:
    """Look at policies and test them."""


@policy.command("list")
@common_options
@json_option
@click.pass_obj
def list_(invocation: Invocation) -> None:
    """The policies that come with this program."""
    from gatekeeper.config import shipped_policies
    from gatekeeper.policy.policyfile import read_policy

    for file in sorted(shipped_policies().glob("*.toml")):
        found = read_policy(file)
        if invocation.json:
            invocation.tell({"name": found.name, "title": found.title, "file": str(file)})
        else:
            click.echo(f"{found.name:24}{found.title}")


@policy.command()
@click.argument("name", required=False)
@click.option("--plain", is_flag=True, help="A table instead of the picture.")
@common_options
@json_option
@click.pass_obj
def show(invocation: Invocation, name: str | None, plain: bool) -> None:
    """The chart of a policy: NAME, a path, or the configured one."""
    from gatekeeper.config import policy_file
    from gatekeeper.policy.policyfile import read_policy

    found = read_policy(policy_file(name or invocation.config().policy))
    if invocation.json:
        invocation.tell(found.model_dump(mode="json"))
        return
    click.echo(found.title or found.name)
    if found.about:
        click.echo(found.about)
    click.echo()
    if plain or not _can_draw():
        _show_table(found)
    else:
        from gatekeeper.cli.circles import picture

        click.echo(picture(found))


def _can_draw() -> bool:
    """Whether the terminal's character set has circles."""
    encoding = sys.stdout.encoding or "ascii"
    try:
        "●◉◐◔◑◒⊘╲".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _show_table(found: Policy) -> None:
    from gatekeeper.kinds.kind import Kind
    from gatekeeper.policy.relation import Stage

    rows = [["", *(kind.value for kind in Kind)]]
    rows += [[stage.value, *(str(found.cell(stage, kind)) for kind in Kind)] for stage in Stage]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@policy.command()
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...")
@click.option("--policy", "against", metavar="NAME", help="Play the stories under this policy instead of their own.")
@common_options
@json_option
@click.pass_obj
def test(invocation: Invocation, names: tuple[str, ...], against: str | None) -> None:
    """Play transcripts: of the shipped policies NAME, of FILE, or all that come with this program.

    Ends with 65 when a story went otherwise than it expects.
    """
    from gatekeeper.config import policy_file, shipped_policies
    from gatekeeper.policy.policyfile import read_policy
    from gatekeeper.policy.transcript_lines import read_transcript
    from gatekeeper.store.rehearsal import rehearse

    files = [_transcript_file(name) for name in names] or sorted(shipped_policies().glob("*.transcript"))
    stories = 0
    misses = []
    for file in files:
        transcript = read_transcript(file)
        named = against or transcript.policy
        beside = file.with_suffix(".toml")
        judged_by = policy_file(named) if named else beside if beside.is_file() else policy_file(file.stem)
        found = rehearse(transcript, read_policy(judged_by))
        stories += len(transcript.stories)
        misses += found
        if invocation.json:
            invocation.tell(
                {
                    "file": str(file),
                    "policy": str(judged_by),
                    "stories": len(transcript.stories),
                    "misses": [
                        {"line": one.line, "story": one.story, "expected": one.expected, "found": one.found}
                        for one in found
                    ],
                }
            )
        else:
            for one in found:
                click.echo(f"{one}\n")
    if not invocation.json:
        held = "all of it as expected" if not misses else f"{len(misses)} not as expected"
        click.echo(f"{stories} {'story' if stories == 1 else 'stories'} in {len(files)} transcripts: {held}")
    if misses:
        raise click.exceptions.Exit(EX_DATAERR)


def _transcript_file(name: str) -> Path:
    """A shipped policy's transcript, or a file."""
    from gatekeeper.config import shipped_policies

    shipped = shipped_policies() / f"{name}.transcript"
    if "/" not in name and shipped.is_file():
        return shipped
    path = Path(name)
    return path.with_suffix(".transcript") if path.suffix == ".toml" else path


@policy.command()
def schema() -> None:
    """The JSON Schema of a policy file, for editors."""
    from gatekeeper.policy.policyfile import policy_schema

    click.echo(policy_schema())
