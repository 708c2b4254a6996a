"""The data phase: octets in any pieces give the same message, and memory has a bound."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatekeeper.mail.reply import Reply
from gatekeeper.smtpd.dataphase import SLICE_OCTETS, Body, has_lone_line_ending, longest_line_octets
from gatekeeper.smtpd.options import LineEndings

LINES = st.lists(
    st.sampled_from([b"", b".", b"..", b".x", b"a", b"a.", b"x" * 70, b"\r", b"\n", b"\n.\n"]), max_size=12
)


def stuffed(message: bytes) -> bytes:
    """`message` as a client sends it: written independently of the reader, line by line."""
    lines = message.split(b"\r\n")
    return b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines)


def read(octets: bytes, cuts: list[int], *, limit: int = 10_000) -> tuple[bytes | Reply, bytes, Body]:
    body = Body(limit_octets=limit, reserve=lambda octets: True)
    rest = b""
    for start, end in zip([0, *cuts], [*cuts, len(octets)], strict=True):
        if body.ended:
            rest += octets[start:end]
        elif end > start and body.feed(octets[start:end]):
            rest = body.rest
    return body.message(line_endings=LineEndings.KEEP), rest, body


@given(LINES, st.data())
def test_any_chunking_gives_the_same_octets(lines: list[bytes], data: st.DataObject) -> None:
    message = b"".join(line + b"\r\n" for line in lines)
    octets = stuffed(message) + b".\r\n" + b"QUIT\r\n.\r\n"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(octets)), max_size=10)))
    assert read(octets, cuts)[:2] == (message, b"QUIT\r\n.\r\n")


@given(LINES)
def test_octet_by_octet_gives_the_same_octets(lines: list[bytes]) -> None:
    message = b"".join(line + b"\r\n" for line in lines)
    octets = stuffed(message) + b".\r\n"
    assert read(octets, list(range(1, len(octets))))[:2] == (message, b"")


def test_a_lone_dot_at_once_is_an_empty_message() -> None:
    assert read(b".\r\n", [])[0] == b""


@pytest.mark.parametrize("fake_end", [b"\n.\r\n", b"\r\n.\n", b"\n.\n", b"\r.\r\n", b"\r\n.\r", b"\r\n\0.\r\n"])
def test_only_crlf_dot_crlf_ends_a_message(fake_end: bytes) -> None:
    octets = b"a" + fake_end + b"MAIL FROM:<smuggled@example.org>\r\n.\r\n"
    content, rest, _ = read(octets, [])
    assert isinstance(content, bytes)
    assert b"smuggled" in content
    assert rest == b""


@pytest.mark.parametrize("content", [b"a\nb\r\n", b"a\rb\r\n", b"\n\r", b"a\r\r\nb\r\n", b"a\r\n\nb\r\n"])
def test_a_bare_line_ending_is_refused_or_normalised(content: bytes) -> None:
    def given_to(line_endings: LineEndings) -> bytes | Reply:
        body = Body(limit_octets=1000, reserve=lambda octets: True)
        assert body.feed(content + b"\r\n.\r\n")
        return body.message(line_endings=line_endings)

    refusal = given_to(LineEndings.REFUSE)
    assert isinstance(refusal, Reply)
    assert str(refusal).startswith("550 5.6.0")
    normalised = given_to(LineEndings.NORMALISE)
    assert isinstance(normalised, bytes)
    assert normalised.count(b"\r\n") == normalised.count(b"\r") == normalised.count(b"\n")
    assert given_to(LineEndings.KEEP) == content + b"\r\n"


@pytest.mark.parametrize("position", [0, 1, 16_384, 262_143, 262_144, 262_145, 524_288, 599_999])
@pytest.mark.parametrize("lone", [b"\r", b"\n"])
def test_a_bare_line_ending_is_found_anywhere_in_a_big_message(position: int, lone: bytes) -> None:
    content = bytearray(b"x" * 600_000)
    assert not has_lone_line_ending(bytes(content))
    content[position : position + 1] = lone
    assert has_lone_line_ending(bytes(content))


@given(st.lists(st.sampled_from([b"\r\n", b"x", b"\r", b"\n"]), max_size=8).map(b"".join), st.integers(0, 3))
def test_big_and_small_messages_are_judged_alike(piece: bytes, shift: int) -> None:
    big = b"x" * (SLICE_OCTETS - shift) + piece + b"x"
    assert has_lone_line_ending(big) == has_lone_line_ending(b"x" + piece + b"x")


def test_stuffed_dots_do_not_count_for_the_size() -> None:
    message = b".\r\n" * 100
    assert read(stuffed(message) + b".\r\n", [], limit=len(message))[0] == message
    assert read(stuffed(message) + b".\r\n", [], limit=len(message) - 1)[0] != message


def test_what_is_too_big_is_read_on_and_thrown_away() -> None:
    octets = b"x" * 5000 + b"\r\n.\r\nQUIT\r\n"
    content, rest, _ = read(octets, list(range(100, 5000, 100)), limit=1000)
    assert str(content).startswith("552 5.3.4")
    assert rest == b"QUIT\r\n"


def test_without_room_the_message_is_temporarily_refused() -> None:
    body = Body(limit_octets=1000, reserve=lambda octets: False)
    assert body.feed(b"a\r\n.\r\n")
    assert str(body.message(line_endings=LineEndings.REFUSE)).startswith("452 4.3.1")
    assert body.held_octets == 0


@pytest.mark.parametrize("line", [b"\r\n", b".\r\n", b"x" * 998 + b"\r\n", b"x"])
def test_memory_is_bounded_by_the_size_whatever_the_lines(line: bytes) -> None:
    size = 32 * 2**20
    piece = (line * (65_536 // len(line) + 1))[: 65_536 // len(line) * len(line)]
    body = Body(limit_octets=size * 2, reserve=lambda octets: True)
    tracemalloc.start()
    try:
        for _ in range(size // len(piece)):
            body.feed(piece.replace(b".", b".."))
        assert body.feed(b"\r\n.\r\n")
        content = body.message(line_endings=LineEndings.KEEP)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(content, bytes)
    assert peak < 3 * 45 * 2**20


def test_the_longest_line_is_measured() -> None:
    assert longest_line_octets(b"") == 0
    assert longest_line_octets(b"abc\r\nab\r\nabcde") == 5


def test_large_messages_that_come_together_do_not_all_starve_each_other() -> None:
    room = 1_010

    def reserve(octets: int) -> bool:
        nonlocal room
        room -= octets if (granted := octets <= room) else 0
        return granted

    def release(octets: int) -> None:
        nonlocal room
        room += octets

    bodies = [Body(limit_octets=1_000, reserve=reserve, release=release) for _ in range(10)]
    for _ in range(5):
        for body in bodies:
            body.feed(b"x" * 98 + b"\r\n")
    for body in bodies:
        assert body.feed(b".\r\n")
    taken = [body for body in bodies if isinstance(body.message(line_endings=LineEndings.KEEP), bytes)]
    assert len(taken) == 2, "as many as there is room for"
    assert room + sum(body.held_octets for body in bodies) == 1_010
