"""A reply: what an SMTP server says to a client, as a value (RFC 5321 4.2, RFC 3463)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

MAX_LINE_OCTETS = 510
"""RFC 5321 4.5.3.1.5 allows 512 octets with CRLF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One SMTP reply: a code, an enhanced code ("" where RFC 2034 gives none), and ASCII lines."""

    code: int
    enhanced: str = ""
    lines: tuple[str, ...] = ("",)

    @classmethod
    def of(cls, code: int, enhanced: str, *lines: str) -> Self:
        return cls(code=code, enhanced=enhanced, lines=lines or ("",))

    @property
    def positive(self) -> bool:
        """2yz: the command did what it asked for."""
        return 200 <= self.code < 300

    @property
    def temporary(self) -> bool:
        """4yz: the same may succeed later."""
        return 400 <= self.code < 500

    @property
    def permanent(self) -> bool:
        """5yz: the same will not succeed."""
        return self.code >= 500

    @property
    def text(self) -> str:
        """The lines as one, for logs and reports."""
        return " ".join(self.lines)

    def wire(self) -> bytes:
        """The octets to send. The enhanced code stands on every line (RFC 2034 4).

        Non-ASCII becomes "?": replies are ASCII outside SMTPUTF8 sessions (RFC 6531 3.7.4).
        """
        if len(self.lines) == 1 and self.enhanced and self.lines[0].isascii() and self.lines[0].isprintable():
            return f"{self.code} {self.enhanced} {self.lines[0]}".rstrip().encode("ascii")[:MAX_LINE_OCTETS] + b"\r\n"
        out = bytearray()
        last = len(self.lines) - 1
        for position, line in enumerate(self.lines):
            separator = " " if position == last else "-"
            enhanced = f"{self.enhanced} " if self.enhanced else ""
            clean = "".join(c if " " <= c < "\x7f" else "?" for c in line)
            out += f"{self.code}{separator}{enhanced}{clean}".rstrip().encode("ascii")[:MAX_LINE_OCTETS]
            if not clean and not enhanced:
                out += b" " if separator == " " else b""
            out += b"\r\n"
        return bytes(out)

    def __str__(self) -> str:
        return f"{self.code} {self.enhanced + ' ' if self.enhanced else ''}{self.text}"


ACCEPTED = Reply.of(250, "2.0.0", "Ok")
OUR_FAULT = Reply.of(451, "4.3.0", "Not sent yet: the gateway has a problem of its own; please try again")
"""What a client sees of any error of ours: nothing but that it is ours and temporary."""
DISK_FULL = Reply.of(452, "4.3.1", "Not sent yet: no room here at present; please try again")
SHUTTING_DOWN = Reply.of(421, "4.3.2", "Closing; please try again")
