"""`gatekeeper policy`: the shipped policies, their charts, their tests and the schema of a policy file."""

from __future__ import annotations

import click

from gatekeeper.cli.invocation import Invocation, common_options, json_option


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
            click.echo(f"{found.name:20} {found.title}")


@policy.command()
@click.argument("name", required=False)
@common_options
@json_option
@click.pass_obj
def show(invocation: Invocation, name: str | None) -> None:
    """The chart of a policy: NAME, a path, or the configured one."""
    from gatekeeper.config import policy_file
    from gatekeeper.mail.kind import Kind
    from gatekeeper.policy.policyfile import read_policy
    from gatekeeper.policy.relation import Stage

    found = read_policy(policy_file(name or invocation.config().policy))
    if invocation.json:
        invocation.tell(found.model_dump(mode="json"))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=found.title or found.name, caption=found.about or None)
    table.add_column("")
    for kind in Kind:
        table.add_column(kind.value)
    for stage in Stage:
        table.add_row(stage.value, *(str(found.cell(stage, kind)) for kind in Kind))
    Console().print(table)


@policy.command()
def schema() -> None:
    """The JSON Schema of a policy file, for editors."""
    from gatekeeper.policy.policyfile import policy_schema

    click.echo(policy_schema())
