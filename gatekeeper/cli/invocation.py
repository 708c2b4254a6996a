"""An invocation: what every command can be told (--config, --json, --debug), before or after its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from gatekeeper.config import Config

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


@dataclass(slots=True, kw_only=True)
class Invocation:
    """The options common to all commands. `config_file` None: the file that is found, or the defaults."""

    config_file: str | None = None
    json: bool = False
    debug: bool = False

    def config(self) -> Config:
        """The configuration that this command works with. Raises UsageError."""
        from gatekeeper.config import load
        from gatekeeper.config.zone import use_time_zone

        config = load(self.config_file)
        use_time_zone(config)
        return config

    def tell(self, facts: Any) -> None:
        """One line of JSON on standard output."""
        click.echo(json.dumps(facts, ensure_ascii=False, default=str))


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    # An option after the command's name overrides the one before it; an absent one overrides nothing.
    if value:
        invocation = context.ensure_object(Invocation)
        setattr(invocation, {"config": "config_file"}.get(str(parameter.name), str(parameter.name)), value)


def common_options(command: AnyCommand) -> AnyCommand:
    """--config and --debug."""
    command = click.option(
        "--config", metavar="FILE", expose_value=False, callback=_keep, help="The configuration file."
    )(command)
    return click.option(
        "--debug", is_flag=True, expose_value=False, callback=_keep, help="Show where an unexpected error happened."
    )(command)


def json_option(command: AnyCommand) -> AnyCommand:
    """--json, for commands that print facts."""
    return click.option("--json", is_flag=True, expose_value=False, callback=_keep, help="Print JSON.")(command)
