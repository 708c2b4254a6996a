"""Hostile messages of 5 MB: each a way to make a reader work far harder than its size deserves."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Final

SIZE_OCTETS = 5_000_000

_HEAD = "From: Ann <ann@example.com>\r\nTo: bob@example.net\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def _filled(piece: str, size_octets: int = SIZE_OCTETS) -> str:
    return piece * (size_octets // len(piece.encode()))


def _message(body: str, content_type: str = "text/plain; charset=utf-8", header: str = "") -> bytes:
    return f"{_HEAD}{header}Content-Type: {content_type}\r\n\r\n{body}".encode()


def _html(body: str) -> bytes:
    return _message(body, "text/html; charset=utf-8")


def _deep(depth: int) -> bytes:
    opening = "".join(
        f'--b{level}\r\nContent-Type: multipart/mixed; boundary="b{level + 1}"\r\n\r\n' for level in range(depth)
    )
    return _message(opening + _filled("text\r\n"), 'multipart/mixed; boundary="b0"')


def _parts(piece: str, content_type: str) -> bytes:
    return _message(_filled(f"--b\r\nContent-Type: {content_type}\r\n\r\n{piece}\r\n"), 'multipart/mixed; boundary="b"')


def _field(name: str, value: str) -> bytes:
    return f"{_HEAD}{name}: {value}\r\n\r\ntext\r\n".encode()


HOSTILE: Final[dict[str, Callable[[], bytes]]] = {
    "MIME 1,000 deep": lambda: _deep(1_000),
    "thousands of parts": lambda: _parts("x", "text/plain"),
    "thousands of HTML parts": lambda: _parts("<p>x</p>", "text/html"),
    "20,000 parameters": lambda: _message(_filled("x "), "text/plain" + "; a=b" * 20_000),
    "20,000 numbered parameters": lambda: _message(
        _filled("x "), "text/plain" + "".join(f"; n*{number}*=%41" for number in range(20_000))
    ),
    "16,000 addresses": lambda: _field("Cc", ", ".join(f"u{number}@site.example" for number in range(16_000))),
    "addresses without end": lambda: _field("Cc", _filled("a@a,")),
    "open quotation in an address": lambda: _field("Cc", '"' + _filled("\\")),
    "nested comments in an address": lambda: _field("Cc", _filled("(")),
    "encoded words": lambda: _field("Subject", _filled("=?utf-8?q?=41?= ")),
    "encoded words that never close": lambda: _field("Subject", _filled("=?utf-8?b?")),
    "fields without end": lambda: (_HEAD + _filled("X-A: b\r\n") + "\r\ntext").encode(),
    "one folded field": lambda: _field("Subject", _filled("x\r\n ")),
    "references": lambda: _field("References", _filled("<a@b> ")),
    "one line": lambda: _message(_filled("x")),
    "one line of words": lambda: _message(_filled("join us ")),
    "empty lines": lambda: _message(_filled("\r\n")),
    "spaces": lambda: _message(_filled(" ")),
    "opening angles": lambda: _message(_filled("<")),
    "opening angles in HTML": lambda: _html(_filled("<")),
    "opening angles and letters": lambda: _html(_filled("<a ")),
    "at signs": lambda: _message(_filled("a@a,")),
    "quotation marks": lambda: _message(_filled("> ")),
    "attributions": lambda: _message(_filled("On 1 Jan 2024 at 10:00 a@b wrote:\r\n")),
    "forwards": lambda: _message(
        _filled("---------- Forwarded message ---------\r\nFrom: a\r\nTo: b\r\nSubject: c\r\n\r\n")
    ),
    "base64": lambda: _message(
        b64encode(_filled("words and more ", 3_600_000).encode()).decode(),
        header="Content-Transfer-Encoding: base64\r\n",
    ),
    "base64 of one letter": lambda: _message(_filled("A"), header="Content-Transfer-Encoding: base64\r\n"),
    "soft breaks": lambda: _message(_filled("=\r\n"), header="Content-Transfer-Encoding: quoted-printable\r\n"),
    "quoted octets": lambda: _message(_filled("=E2=80=8B"), header="Content-Transfer-Encoding: quoted-printable\r\n"),
    "zero-width characters": lambda: _message(_filled("\u200b")),
    "zero-width characters between letters": lambda: _message(_filled("a\u200b")),
    "combining marks": lambda: _message("a" + _filled("\u0301")),
    "addresses of pages": lambda: _message(_filled("https://a.example/join/8a7b6c5d?x=1&y=2 ")),
    "one address of a page": lambda: _message("https://a.example/" + _filled("a-")),
    "links": lambda: _html(_filled('<a href="https://a.example/join/8a7b6c5d">x</a>')),
    "tables": lambda: _html(_filled("<table><tr><td>")),
    "closed tables": lambda: _html(_filled("<table><tr><td>x</td></tr></table>")),
    "comments": lambda: _html(_filled("<!-- x -->")),
    "a comment that never closes": lambda: _html("<!--" + _filled("-")),
    "style sheets": lambda: _html(f"<style>{_filled('.a{display:none}', 60_000)}</style>" + _filled("<p class=a>x")),
    "selectors": lambda: _html(
        f"<style>{_filled('div div div>*:not(a){display:none}', 60_000)}</style>" + _filled("<div>x")
    ),
    "styled elements": lambda: _html(_filled('<p style="color:#fff;background:#fff;font-size:0">x</p>')),
    "attributes": lambda: _html("<p " + _filled('a="b" ') + ">x"),
    "deep elements": lambda: _html(_filled("<div>")),
    "entities": lambda: _html(_filled("&#119;")),
    "a calendar": lambda: _message(_filled("BEGIN:VEVENT\r\n"), "text/calendar; charset=utf-8"),
    "a folded calendar": lambda: _message(
        "BEGIN:VCALENDAR\r\nMETHOD:" + _filled("\r\n x"), "text/calendar; charset=utf-8"
    ),
    "labels": lambda: _message(_filled("When: ")),
    "Japanese": lambda: _message(_filled("招待します。")),
    "Korean": lambda: _message(_filled("초대")),
    "ligatures": lambda: _message(_filled("\ufdfa")),
    "encoded words of idna": lambda: _field("Subject", "=?idna?q?" + "a" * 500_000 + "?="),
    "quotations in an address": lambda: _field("To", '\\"' * 60_000),
    "near boundaries": lambda: _message(_filled("--bb\r\n"), "multipart/mixed; boundary=b"),
    "numbered attributes": lambda: _html("<a " + "a%d=1 " * 800_000),
    "nested quotation marks": lambda: _message(_filled("> > > >\r\n")),
    "half attributions": lambda: _message(_filled("On 2024 a@b wrote\r\n")),
    "dashes": lambda: _message(_filled("----- ")),
    "header blocks": lambda: _message(_filled("From: a\r\nTo: b\r\n")),
    "digits": lambda: _message(_filled("1.1,1")),
    "greetings": lambda: _message(_filled("hi \n")),
    "closings": lambda: _message(_filled("regards\n")),
    "a folded UID": lambda: _message(_filled("UID:\r\n "), "text/calendar"),
    "a base64 file": lambda: _message(
        _filled("QUJD" * 19 + "\r\n"), "application/pdf; name=a.pdf", "Content-Transfer-Encoding: base64\r\n"
    ),
    "plain text": lambda: _message(_filled("The quick brown fox jumps over the lazy dog again today.\r\n")),
}
"""Each by a name for its trick; made when called, for together they are large."""
