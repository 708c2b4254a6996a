"""Errors: each has a public reply for the client and a private reason for the log."""

from __future__ import annotations

from gatekeeper.mail.reply import OUR_FAULT, Reply


class GatekeeperError(Exception):
    """Anything of ours that went wrong. `reason` goes to the log, never to a client."""

    default_reply = OUR_FAULT

    def __init__(self, reason: str, *, reply: Reply | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.reply = reply or self.default_reply


class TemporaryFailure(GatekeeperError):
    """The client keeps the mail and tries again: always 4yz."""


class PermanentFailure(GatekeeperError):
    """It will never work this way: always 5yz; raised only for the client's own doing."""

    default_reply = Reply.of(550, "5.7.1", "Not accepted")


class UsageError(GatekeeperError):
    """A mistake in a configuration, policy, command or file: one clear sentence, and an exit code of sysexits.h."""

    def __init__(self, reason: str, *, exit_code: int = 78) -> None:
        super().__init__(reason)
        self.exit_code = exit_code


EX_USAGE = 64
EX_DATAERR = 65
EX_NOINPUT = 66
EX_UNAVAILABLE = 69
EX_CONFIG = 78
