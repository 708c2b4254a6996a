"""`gatekeeper user`: who may log in where a password file says so: at a listener, or at the admin's pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gatekeeper.cli.invocation import Invocation, common_options, json_option
from gatekeeper.errors import EX_DATAERR, UsageError

DOVECOT = "dovecot:"


@click.group()
def user() -> None:
    """Keep the password file of a listener, or of the admins."""


file_option = click.option("--file", metavar="PATH", help="The password file; else the one that is configured.")


@user.command()
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input instead of asking.")
@file_option
@common_options
@click.pass_obj
def add(invocation: Invocation, name: str, password_stdin: bool, file: str | None) -> None:
    """Let NAME log in, or give NAME a new password."""
    from gatekeeper.smtpd import users

    path = _password_file(invocation, file)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    try:
        is_new = users.add(path, name, password)
    except OSError as error:
        raise UsageError(f"{path}: cannot write the password file: {error.strerror}") from error
    click.echo(f"{name}: added" if is_new else f"{name}: new password")


@user.command()
@click.argument("name")
@file_option
@common_options
@click.pass_obj
def remove(invocation: Invocation, name: str, file: str | None) -> None:
    """Let NAME log in no more."""
    from gatekeeper.smtpd import users

    path = _password_file(invocation, file)
    if not users.remove(path, name):
        raise UsageError(f"{path}: no user is called {name}", exit_code=EX_DATAERR)
    click.echo(f"{name}: removed")


@user.command("list")
@file_option
@common_options
@json_option
@click.pass_obj
def list_(invocation: Invocation, file: str | None) -> None:
    """Who may log in."""
    from gatekeeper.smtpd import users

    names = users.names(_password_file(invocation, file))
    if invocation.json:
        invocation.tell(names)
    else:
        for name in names:
            click.echo(name)


def _password_file(invocation: Invocation, given: str | None) -> Path:
    """The file meant: the one given, else the only one that is configured. Raises UsageError."""
    if given:
        return Path(given)
    config = invocation.config()
    used = {*(listener.users for listener in config.listener), config.web.users} - {""}
    files = sorted(one for one in used if not one.startswith(DOVECOT))
    if len(files) == 1:
        return Path(files[0])
    if files:
        raise UsageError(f"there are several password files ({', '.join(files)}); say which with --file")
    raise UsageError('no listener has a password file, nor [web]; set its key "users", or say which with --file')
