"""Fuzz: no message, however broken, makes the readers raise or forget their bounds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.kinds.kind import kind_of
from gatekeeper.mail.encoded import charset_text, decoded_text
from gatekeeper.mail.fingerprint import bands, fingerprint_of, similarity
from gatekeeper.mail.letters import folded
from gatekeeper.mail.link import link_of
from gatekeeper.mail.message import MAX_ADDRESSES, MAX_CITED, Message
from gatekeeper.mail.mime import MAX_PARTS
from gatekeeper.mail.page import page_of
from gatekeeper.mail.quotation import taken_apart
from tests.kinds.dialects import DIALECTS
from tests.kinds.written_mails import all_written

SEEDS = [mail.content for mail in all_written()] + [content for _, _, content in DIALECTS]
CRUMBS = [
    b"\r\n", b"\n", b"\r", b"\x00", b"--b", b"--b--", b"=?utf-8?q?", b"?=", b"<", b">",
    b"<div style='display:none'>", b"</", b"Content-Type: multipart/mixed; boundary=b\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"; charset=idna", b"; filename*0*=utf-8''%",
    b"; a*99999999999=b", b"BEGIN:VCALENDAR\r\nMETHOD:", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b$B", b"&#xd800;",
    b"On 2024 a@b wrote:\r\n> ", b"-----Original Message-----\r\n", b"https://[::1]/%zz?",
    b"https://a.example/%F0%9F", b"(", b'"', b"\\", b"<style>@media{.a{display:none}</style>",
    b"color:rgb(999,0,0)", b"Date: Mon, 99 Jun 99999 99:99:99 +9999\r\n", b"Content-Type: x\r\n",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A mail with pieces cut out and crumbs thrown in."""
    content = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        gone = draw(st.integers(0, 40))
        crumb = draw(st.one_of(st.sampled_from(CRUMBS), st.binary(max_size=12)))
        content = content[:at] + crumb + content[at + gone :]
    return content


def read_all(content: bytes) -> None:
    message = Message.read(content)
    assert 0 <= message.header_size <= len(message.content)
    for name, value in message.headers:
        assert name == name.lower() and b"\n" not in value
        message.text(name)
    assert len(message.addresses("to")) <= MAX_ADDRESSES
    assert len(message.cites) <= MAX_CITED
    assert 0 <= message.key < 1 << 63
    assert message.date is None or isinstance(message.date, float)
    assert len(message.parts) <= MAX_PARTS
    assert len(message.digest) == 16
    first, second = kind_of(message), kind_of(Message.read(content))
    assert first == second, "the same message, the same kind"
    mark = fingerprint_of(message)
    assert mark == fingerprint_of(Message.read(content))
    assert len(mark.text) in (0, 512)
    assert all(0 <= value < 1 << 63 for value in (*mark.tokens, *mark.links, *bands(mark.text)))
    assert similarity(mark.text, mark.text) == (1.0 if mark.text else 0.0)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=2_000))
def test_any_octets_can_be_read(content: bytes) -> None:
    read_all(content)


@settings(deadline=None, max_examples=300)
@given(mutated())
def test_any_damaged_mail_can_be_read(content: bytes) -> None:
    read_all(content)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=1_000))
def test_any_text_can_be_folded_taken_apart_shown_and_linked(text: str) -> None:
    folded(text)
    decoded_text(text)
    page_of(text)
    taken_apart(text)
    taken_apart(text, forward=True)
    link_of(text)
    link_of("https://" + text)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_octets_are_text_in_any_character_set(octets: bytes, charset: str) -> None:
    for name in (
        charset,
        "utf-7",
        "iso-2022-jp",
        "hz",
        "gb2312",
        "utf-16",
        "idna",
        "rot13",
        "base64",
        "unicode-escape",
    ):
        charset_text(octets, name).encode()
