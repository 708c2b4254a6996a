"""Files of one message each, as the commands read them."""

from __future__ import annotations

import sys
from pathlib import Path

from gatekeeper.errors import EX_NOINPUT, UsageError

STANDARD_INPUT = "-"


def content_of(name: str) -> bytes:
    """The octets of a file, with the line ends of SMTP; of standard input for "-". Raises UsageError."""
    try:
        octets = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}", exit_code=EX_NOINPUT) from error
    return octets.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
