"""Credentials: what a client shows in AUTH, and what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import Enum, auto


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A name and a password, and where they came from. The password is in no repr."""

    name: str
    password: str = field(repr=False)
    client_address: str = ""
    secured: bool = False


class Outcome(Enum):
    """What a password file or an authentication server says."""

    ACCEPTED = auto()
    REFUSED = auto()
    UNAVAILABLE = auto()
    """Nobody could tell: the client may try again (454 4.7.0, RFC 4954 6)."""


Authenticate = Callable[[Credentials], Awaitable[Outcome]]
