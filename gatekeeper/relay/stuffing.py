"""Dot-stuffing: content as it stands after DATA (RFC 5321 4.5.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

LINE_END = b"\r\n"


def stuffed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of one content with each leading dot doubled; `ending` comes after them.

    Right wherever the borders between the pieces fall. A piece without a leading dot is passed on as it is,
    not copied. Bare CR and LF are not line ends and pass unchanged: a listener refuses them.
    """
    tail = LINE_END
    for piece in pieces:
        if not piece:
            continue
        if tail == LINE_END:
            if piece.startswith(b"."):
                yield b"."
        elif tail.endswith(b"\r") and piece.startswith(b"\n."):
            yield b"\n."
            tail = LINE_END
            piece = piece[1:]
        yield piece.replace(b"\r\n.", b"\r\n..")
        tail = (tail + piece)[-2:] if len(piece) < 2 else piece[-2:]


def ending(pieces: Sequence[bytes]) -> bytes:
    """What ends the content: the final dot, on a line of its own whether or not the content ended its last line."""
    tail = b""
    for piece in reversed(pieces):
        tail = piece[-2:] + tail
        if len(tail) >= 2:
            break
    return b".\r\n" if not tail or tail.endswith(LINE_END) else b"\r\n.\r\n"
