"""The `gatekeeper` command: finds the command asked for, and turns every error into one line and an exit code."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

from gatekeeper import __version__
from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_UNAVAILABLE, EX_USAGE, GatekeeperError, UsageError

EX_SOFTWARE = 70
EX_INTERRUPTED = 130

COMMANDS = {
    "serve": "gatekeeper.cli.serve:serve",
    "check": "gatekeeper.cli.serve:check",
    "demo": "gatekeeper.cli.demo:demo",
    "try": "gatekeeper.cli.judge:try_",
    "learn": "gatekeeper.cli.learn:learn",
    "import": "gatekeeper.cli.importing:import_",
    "explain": "gatekeeper.cli.judge:explain",
    "status": "gatekeeper.cli.facts:status",
    "sender": "gatekeeper.cli.sender:sender",
    "thaw": "gatekeeper.cli.sender:thaw_",
    "contact": "gatekeeper.cli.facts:contact",
    "allow": "gatekeeper.cli.facts:allow",
    "close": "gatekeeper.cli.facts:close",
    "join": "gatekeeper.cli.aliases:join",
    "part": "gatekeeper.cli.aliases:part",
    "audit": "gatekeeper.cli.audit:audit",
    "join-link": "gatekeeper.cli.signup:join_link",
    "leave-link": "gatekeeper.cli.signup:leave_link",
    "export": "gatekeeper.cli.privacy:export",
    "forget": "gatekeeper.cli.privacy:forget",
    "queue": "gatekeeper.cli.queue:queue",
    "held": "gatekeeper.cli.queue:held",
    "user": "gatekeeper.cli.user:user",
    "policy": "gatekeeper.cli.policy:policy",
    "backtest": "gatekeeper.cli.backtest:backtest",
    "jobs": "gatekeeper.cli.jobs:jobs",
    "db": "gatekeeper.cli.db:db",
}
"""Where each command is. Its module is imported when it is called, and no other."""


class _Commands(click.Group):
    """A group that imports a command when somebody asks for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "obj": None})
@click.version_option(__version__, prog_name="gatekeeper")
@common_options
@json_option
@click.pass_context
def gatekeeper(context: click.Context) -> None:
    """An SMTP relay that knows who has really been in touch with whom."""
    context.ensure_object(Invocation)


def main() -> NoReturn:
    """Runs one command and exits with a code of sysexits.h."""
    invocation = Invocation()
    try:
        code = gatekeeper.main(obj=invocation, standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        error.show()
        sys.exit(EX_USAGE)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(EX_INTERRUPTED)
    except UsageError as error:
        for line in error.reason.splitlines():
            _complain(line)
        sys.exit(error.exit_code)
    except GatekeeperError as error:
        _complain(error.reason)
        sys.exit(EX_UNAVAILABLE)
    except BrokenPipeError:
        # Whoever read our output has read enough; without this the interpreter complains at its end.
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if invocation.debug:
            raise
        _complain(f"unexpected error: {type(error).__name__}: {error}; --debug shows where")
        sys.exit(EX_SOFTWARE)
    sys.exit(code if isinstance(code, int) else 0)


def _complain(line: str) -> None:
    print(f"gatekeeper: {line}", file=sys.stderr)
