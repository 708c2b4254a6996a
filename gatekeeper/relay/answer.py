"""An answer of the next hop: read from the wire, bounded, and made fit to be passed on (RFC 5321 4.2, RFC 2034)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gatekeeper.mail.reply import Reply

MAX_LINE_OCTETS = 4096
"""RFC 5321 4.5.3.1.5 allows 512; servers do exceed it."""
MAX_LINES = 200
PASSED_ON_LINES = 8
PASSED_ON_OCTETS = 1800
"""Postfix cuts what it shows of a reply at about 2 KB."""

_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)")


class Garbled(ValueError):
    """What came is no SMTP reply, or is longer than any reply should be."""


@dataclass(slots=True)
class Answer:
    """One reply as it came: code, and its lines without the code. Not frozen: made several times a message."""

    code: int
    lines: list[bytes]

    @property
    def positive(self) -> bool:
        return 200 <= self.code < 300

    @property
    def refusal(self) -> bool:
        return self.code >= 400

    def reply(self) -> Reply:
        """The reply to give to our own client for it.

        A 421 becomes a 451, because it is the next hop that closes its connection, not we (RFC 5321 3.8);
        its enhanced code stays. A missing enhanced code becomes X.0.0, as our listeners promise one
        (RFC 2034 4). Lines and length are capped; non-ASCII becomes "?".
        """
        enhanced = ""
        lines: list[str] = []
        room = PASSED_ON_OCTETS
        for raw in self.lines[:PASSED_ON_LINES]:
            line = raw.expandtabs(1).decode("ascii", "replace")
            if not (line.isascii() and line.isprintable()):
                line = "".join(c if " " <= c < "\x7f" else "?" for c in line)
            found = _ENHANCED.match(line)
            if found is not None and int(line[0]) == self.code // 100 and enhanced in ("", found[1]):
                enhanced = found[1]
                line = line[found.end() :]
            if len(line) > room:
                line = line[:room]
            room -= len(line)
            lines.append(line)
            if room <= 0:
                break
        code = 451 if self.code == 421 else self.code
        return Reply(code=code, enhanced=enhanced or f"{code // 100}.0.0", lines=tuple(lines) or ("",))

    def __str__(self) -> str:
        return str(self.reply())


class AnswerReader:
    """Octets in, whole answers out. One per connection."""

    __slots__ = ("_buffer", "_code", "_lines")

    def __init__(self) -> None:
        self._buffer = b""
        self._code = 0
        self._lines: list[bytes] = []

    @property
    def is_between_answers(self) -> bool:
        return not self._buffer and not self._lines

    def feed(self, data: bytes) -> list[Answer]:
        """The answers that `data` completes. Raises Garbled; the connection is of no use after that."""
        answers = []
        *lines, self._buffer = (self._buffer + data).split(b"\n")
        for line in lines:
            line = line.removesuffix(b"\r")
            code, separator = line[:3], line[3:4]
            if not (len(code) == 3 and code.isdigit() and b"200" <= code < b"600" and separator in (b"", b" ", b"-")):
                raise Garbled(f"not a reply: {line[:40]!r}")
            number = int(code)
            if self._lines and number != self._code:
                raise Garbled(f"a reply that begins with {self._code} and goes on with {number}")
            self._code = number
            self._lines.append(line[4:])
            if separator != b"-":
                answers.append(Answer(number, self._lines))
                self._lines = []
            elif len(self._lines) > MAX_LINES:
                raise Garbled(f"a reply of more than {MAX_LINES} lines")
            if len(line) > MAX_LINE_OCTETS:
                raise Garbled(f"a reply line of {len(line)} octets")
        if len(self._buffer) > MAX_LINE_OCTETS:
            raise Garbled("a reply line that does not end")
        return answers
