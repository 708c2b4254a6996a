"""Messages: headers, addresses, ids and parts, of honest and of hostile mail."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from gatekeeper.mail.fingerprint import fingerprint_of
from gatekeeper.mail.kind import kind_of
from gatekeeper.mail.message import MAX_ADDRESSES, Message, content_digest, message_key

MAIL = (
    b"Received: from a\r\n\tby b; Mon, 3 Jun 2024 09:00:00 +0000\r\n"
    b"From: =?utf-8?q?J=C3=B6rg?= <Joerg@Example.COM>\r\n"
    b'To: "Lee, Ann" <ann@example.com>, bob@example.net (Bob),\r\n team: carol@example.org, dave@example.org;\r\n'
    b"Subject: =?utf-8?b?R3LDvMOfZQ==?= =?iso-8859-1?q?_aus_K=F6ln?=\r\n"
    b"Date: Mon, 3 Jun 2024 09:00:00 +0200\r\n"
    b"Message-ID: <1@example.com>\r\nIn-Reply-To: <0@example.net>\r\n"
    b"References: <9@example.net>\r\n <0@example.net>\r\n"
    b"Content-Type: multipart/mixed; boundary=out\r\n\r\n"
    b"--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
    b"--in\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"\r\nGr=FC=DFe\r\n"
    b"--in\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--in--\r\n"
    b"--out\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
    b"Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf\r\n\r\nSGVsbG8=\r\n--out--\r\n"
)


def test_headers_are_unfolded_and_found_by_lower_case_name() -> None:
    message = Message.read(MAIL)
    assert message.get("received") == "from a\tby b; Mon, 3 Jun 2024 09:00:00 +0000"
    assert message.get("list-id") is None
    assert message.text("subject") == "Grüße aus Köln"
    assert not message.unparsed


def test_addresses_come_out_of_comments_quotes_and_groups_in_one_form() -> None:
    message = Message.read(MAIL)
    assert message.addresses("from") == ("joerg@example.com",)
    assert message.addresses("to") == ("ann@example.com", "bob@example.net", "carol@example.org", "dave@example.org")


def test_ids_and_date_are_read() -> None:
    message = Message.read(MAIL)
    assert message.message_id == "<1@example.com>"
    assert message.key == message_key("1@example.com")
    assert message.cites == (message_key("<0@example.net>"), message_key("<9@example.net>"))
    assert message.date == 1717398000.0


def test_parts_are_the_leaves_decoded() -> None:
    text, html, pdf = Message.read(MAIL).parts
    assert (text.content_type, text.text.strip()) == ("text/plain", "Grüße")
    assert text.alternative == html.alternative != 0
    assert (pdf.filename, pdf.payload, pdf.is_attachment) == ("café.pdf", b"Hello", True)


def test_the_digest_does_not_see_trace_fields() -> None:
    other = b"Delivered-To: x@example.com\r\nReceived: from c\r\n by d\r\n" + MAIL
    assert content_digest(other) == content_digest(MAIL)
    assert content_digest(MAIL.replace(b"Hello", b"Hullo")) != content_digest(MAIL)
    assert Message.read(b"From: a@example.com\r\n\r\nx").key > 0


def test_what_has_no_header_is_unparsed() -> None:
    assert Message.read(b"").unparsed
    assert Message.read(b"\r\n\r\nbody").unparsed
    assert Message.read(b"no header at all\r\n").unparsed
    assert Message.read(b"X: y\r\n" * 5_000).unparsed


SIZE = 5_000_000
HTML = b"From: a@example.com\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
TEXT = b"From: a@example.com\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"

BASE64 = b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"


def _filled(head: bytes, unit: bytes) -> bytes:
    return head + unit * (SIZE // len(unit))


def _deep(depth: int) -> bytes:
    head = b"From: a@example.com\r\n"
    for level in range(depth):
        head += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
    return head + b"\r\nx"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "depth 1,000": lambda: _deep(1_000) + b"y" * SIZE,
    "20,000 parameters": lambda: (
        b"From: a@b.example\r\nContent-Type: text/plain"
        + b"".join(b"; p*%d*=x" % i for i in range(20_000))
        + b"\r\n\r\nx"
    ),
    "16,000 addresses": lambda: (
        b"To: " + b", ".join(b'"N" <a%d@example.com>' % i for i in range(16_000)) + b"\r\n\r\nx"
    ),
    "encoded words": lambda: b"Subject: " + b"=?utf-8?b?" * 90_000 + b"\r\n\r\nx",
    "encoded words of idna": lambda: b"Subject: " + b"=?idna?q?" + b"a" * 500_000 + b"?=\r\n\r\nx",
    "quotes": lambda: b"To: " + b'\\"' * 60_000 + b"\r\n\r\nx",
    "boundaries": lambda: b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 1_000_000,
    "near boundaries": lambda: b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--bb\r\n" * 800_000,
    "header lines": lambda: b"A: b\r\n" * 800_000,
    "folded lines": lambda: b"Subject: a" + b"\r\n b" * 250_000 + b"\r\n\r\n",
    "tags": lambda: _filled(HTML, b"<div>"),
    "attributes": lambda: HTML + b"<a " + b"a%d=1 " * 800_000,
    "openings": lambda: _filled(HTML, b"<"),
    "styles": lambda: _filled(HTML, b"<p style='color:white;font-size:0'>hi</p>"),
    "comments": lambda: _filled(HTML, b"<!--"),
    "quotations": lambda: _filled(TEXT, b"> > > >\r\n"),
    "attributions": lambda: _filled(TEXT, b"On 2024 a@b wrote\r\n"),
    "dashes": lambda: _filled(TEXT, b"----- "),
    "colons": lambda: _filled(TEXT, b"From: a\r\nTo: b\r\n"),
    "addresses in text": lambda: _filled(TEXT, b"a@a."),
    "links": lambda: _filled(TEXT, b"http://a.example/b "),
    "one word": lambda: _filled(TEXT, b"a"),
    "digits": lambda: _filled(TEXT, b"1.1,1"),
    "spaces": lambda: _filled(TEXT, b" "),
    "empty lines": lambda: _filled(TEXT, b"\r\n"),
    "greetings": lambda: _filled(TEXT, b"hi \n"),
    "closings": lambda: _filled(TEXT, b"regards\n"),
    "combining marks": lambda: _filled(TEXT, "e\u0301".encode()),
    "ligatures": lambda: _filled(TEXT, "\ufdfa".encode()),
    "ideographs": lambda: _filled(TEXT, "招待状".encode()),
    "base64": lambda: _filled(BASE64, b"QUJD" * 19 + b"\r\n"),
    "calendar": lambda: _filled(b"Content-Type: text/calendar\r\n\r\n", b"UID:\r\n "),
    "plain 5 MB": lambda: _filled(TEXT, b"The quick brown fox jumps over the lazy dog again and again today.\r\n"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_costs_bounded_time(name: str) -> None:
    content = HOSTILE[name]()
    best = min(_seconds(content) for _ in range(2))
    # 50 ms of CPU is the aim for one reading; three readings are made here, on machines that are busy.
    assert best < 0.4, f"{best * 1000:.0f} ms"


def _seconds(content: bytes) -> float:
    start = time.process_time()
    message = Message.read(content)
    assert len(message.addresses("to")) <= MAX_ADDRESSES
    message.text("subject"), message.cites, message.date, message.key
    kind_of(message)
    fingerprint_of(message)
    return time.process_time() - start
