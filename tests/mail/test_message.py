"""Messages: headers, addresses, ids and parts. What hostile mail costs is in `test_bad_input`."""

from __future__ import annotations

from gatekeeper.mail.message import Message, content_digest, message_key

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
