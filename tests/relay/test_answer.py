"""Answers of the next hop: read in any pieces, bounded, passed on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatekeeper.mail.reply import Reply
from gatekeeper.relay.answer import AnswerReader, Garbled
from gatekeeper.relay.capabilities import capabilities_of


def only_reply(octets: bytes) -> Reply:
    (answer,) = AnswerReader().feed(octets)
    return answer.reply()


def test_code_enhanced_code_and_all_lines_are_passed_on() -> None:
    octets = b"550-5.7.1 First line\r\n550-5.7.1 second\r\n550 5.7.1 http://far.example/why\r\n"
    assert only_reply(octets) == Reply.of(550, "5.7.1", "First line", "second", "http://far.example/why")
    assert only_reply(octets).wire() == octets


def test_a_missing_enhanced_code_is_supplied() -> None:
    assert only_reply(b"450 Greylisted, come back\r\n") == Reply.of(450, "4.0.0", "Greylisted, come back")
    assert only_reply(b"250\r\n") == Reply.of(250, "2.0.0", "")


def test_an_enhanced_code_of_another_class_is_text() -> None:
    assert only_reply(b"450 5.1.1 odd\r\n") == Reply.of(450, "4.0.0", "5.1.1 odd")


def test_421_is_the_next_hops_closing_not_ours() -> None:
    assert only_reply(b"421 4.3.2 Closing\r\n") == Reply.of(451, "4.3.2", "Closing")


def test_a_reply_is_capped_and_ascii() -> None:
    long_lines = b"".join(b"550-" + b"x" * 900 + b"\r\n" for _ in range(30)) + b"550 end\r\n"
    reply = only_reply(long_lines)
    assert len(reply.lines) <= 8
    assert len(reply.text) < 2000
    assert only_reply("550 5.1.1 nicht möglich\x07\r\n".encode()).text == "nicht m??glich?"


@pytest.mark.parametrize(
    "octets",
    [
        b"hello\r\n",
        b"25\r\n",
        b"2500 ok\r\n",
        b"150 x\r\n",
        b"250-a\r\n550 b\r\n",
        b"250-x\r\n" * 300,
        b"250 " + b"x" * 5000,
        b"250 " + b"x" * 5000 + b"\r\n",
    ],
)
def test_what_is_no_reply_is_refused(octets: bytes) -> None:
    with pytest.raises(Garbled):
        AnswerReader().feed(octets)


@given(st.lists(st.integers(min_value=0, max_value=60)))
def test_answers_are_the_same_however_they_are_cut(borders: list[int]) -> None:
    octets = b"250-one\r\n250 two\r\n354\r\n550 5.1.1 no such user\r\n"
    reader = AnswerReader()
    places = sorted({min(border, len(octets)) for border in borders} | {0, len(octets)})
    answers = []
    for start, end in pairwise(places):
        answers += reader.feed(octets[start:end])
    assert [(answer.code, answer.lines) for answer in answers] == [
        (250, [b"one", b"two"]),
        (354, [b""]),
        (550, [b"5.1.1 no such user"]),
    ]
    assert reader.is_between_answers


@given(st.binary())
def test_no_octets_break_the_reader(octets: bytes) -> None:
    try:
        answers = AnswerReader().feed(octets)
    except Garbled:
        return
    for answer in answers:
        assert answer.reply().wire().isascii()


def test_capabilities_are_read_in_any_case_and_spelling() -> None:
    lines = [b"far.example", b"Pipelining", b"size 1000", b"AUTH=login", b"AUTH PLAIN", b"8bitMIME", b"", b"DSN"]
    found = capabilities_of(lines)
    assert found.pipelining and found.eight_bit_mime and found.dsn and not found.smtputf8
    assert found.max_size_octets == 1000
    assert found.auth == {"LOGIN", "PLAIN"}
    assert capabilities_of([b"x", b"SIZE"]).max_size_octets == 0
    assert capabilities_of([b"x", b"SIZE lots"]).size
