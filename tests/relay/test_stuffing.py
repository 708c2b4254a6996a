"""Dot-stuffing, wherever the borders between pieces fall."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from gatekeeper.relay.stuffing import ending, stuffed

WORDS = (b".", b"\r\n", b"\r", b"\n", b"x", b"..", b"\r\n.", b"long line of text")
CONTENT = st.lists(st.sampled_from(WORDS)).map(b"".join)


def cut(content: bytes, borders: list[int]) -> list[bytes]:
    places = sorted({border % (len(content) + 1) for border in borders})
    starts = [0, *places]
    return [content[start:end] for start, end in zip(starts, [*places, len(content)], strict=True)]


def as_a_server_reads(wire: bytes) -> bytes:
    """The content up to the final dot, unstuffed line by line (RFC 5321 4.5.2); nothing may follow the dot."""
    lines = []
    rest = wire
    while True:
        line, found, rest = rest.partition(b"\r\n")
        assert found, "the content never ends"
        if line == b".":
            assert rest == b"", "commands could be smuggled behind the dot"
            return b"".join(lines)
        lines.append(line.removeprefix(b".") + b"\r\n")


@given(CONTENT, st.lists(st.integers(min_value=0)))
@example(b"a\r\n.b", [2])
@example(b"a\r\n.b", [1, 2, 3])
@example(b".", [])
@example(b"", [])
@example(b"a\r", [])
@example(b"\r\n.\r\n", [0, 1, 2, 3, 4, 5])
def test_a_server_reads_what_was_sent(content: bytes, borders: list[int]) -> None:
    pieces = cut(content, borders)
    expected = content if not content or content.endswith(b"\r\n") else content + b"\r\n"
    assert as_a_server_reads(b"".join(stuffed(pieces)) + ending(pieces)) == expected


def test_a_piece_without_dots_is_not_copied() -> None:
    piece = b"x" * 1000 + b"\r\n"
    assert next(iter(stuffed([piece]))) is piece
