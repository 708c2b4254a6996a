"""Dovecot's auth socket: asks whether a name and a password belong together.

The client side of Dovecot's authentication protocol, version 1 (doc/auth-protocol.txt of Dovecot), with
PLAIN and its initial response; one connection for each question.
"""

from __future__ import annotations

import asyncio
import base64
import os

from gatekeeper.smtpd.credentials import Credentials, Outcome

ANSWER_SECONDS = 30.0
MAX_ANSWER_OCTETS = 8192


class DovecotAuth:
    """Dovecot's auth service behind the socket at `path` (auth-client)."""

    def __init__(self, path: str) -> None:
        self._path = path

    async def verify(self, credentials: Credentials) -> Outcome:
        """What Dovecot says; UNAVAILABLE where it says nothing or that it cannot tell now."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                reader, writer = await asyncio.open_unix_connection(self._path, limit=MAX_ANSWER_OCTETS)
                try:
                    return await _ask(reader, writer, credentials)
                finally:
                    writer.close()
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError):
            return Outcome.UNAVAILABLE


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, credentials: Credentials) -> Outcome:
    writer.write(b"VERSION\t1\t1\nCPID\t%d\n" % os.getpid())
    mechanisms: set[str] = set()
    while (words := await _line(reader))[0] != "DONE":
        if words[0] == "VERSION" and words[1:2] != ["1"]:
            return Outcome.UNAVAILABLE
        if words[0] == "MECH" and len(words) > 1:
            mechanisms.add(words[1])
    if "PLAIN" not in mechanisms:
        return Outcome.UNAVAILABLE
    name, password = credentials.name.encode(), credentials.password.encode()
    if b"\0" in name or b"\0" in password:
        return Outcome.REFUSED
    question = ["AUTH", "1", "PLAIN", "service=smtp", "nologin"]
    if credentials.secured:
        question.append("secured")
    if credentials.client_address:
        question.append(f"rip={credentials.client_address}")
    # `resp` is the last: everything after it belongs to it.
    question.append("resp=" + base64.b64encode(b"\0" + name + b"\0" + password).decode("ascii"))
    writer.write("\t".join(question).encode("ascii") + b"\n")
    while True:
        match await _line(reader):
            case ["OK", "1", *_]:
                return Outcome.ACCEPTED
            case ["FAIL", "1", *why]:
                return Outcome.UNAVAILABLE if "temp" in why else Outcome.REFUSED
            case ["CONT", "1", *_]:
                return Outcome.UNAVAILABLE
            case _:
                pass  # What concerns another question, or is news to this version of the protocol.


async def _line(reader: asyncio.StreamReader) -> list[str]:
    """The next line's words. Raises EOFError at the end."""
    line = await reader.readline()
    if not line.endswith(b"\n"):
        raise EOFError("the auth service closed the connection")
    return line[:-1].decode("utf-8", "replace").split("\t")
