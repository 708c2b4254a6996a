"""A delivery status notification: what becomes of a message that was accepted, told to its sender (RFC 3464, 6522).

The first part is for people: the sentences of the SMTP reply, recipients grouped by what happened to them, as
text and as HTML. The second is for machines. The third is the message or its header, byte for byte.
"""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.charset import QP, Charset
from email.header import Header
from email.message import Message as Part
from email.utils import formatdate
from enum import StrEnum

from gatekeeper.mail.envelope import Path
from gatekeeper.mail.reply import Reply


class Action(StrEnum):
    """What happened for a recipient (RFC 3464 2.3.3)."""

    FAILED = "failed"
    DELAYED = "delayed"
    RELAYED = "relayed"
    DELIVERED = "delivered"


GROUPS = (
    (Action.FAILED, "Not sent to"),
    (Action.DELAYED, "Not sent yet to"),
    (Action.RELAYED, "Sent to"),
    (Action.DELIVERED, "Arrived at"),
)
EIGHT_BIT = "Content-Transfer-Encoding: 8bit\r\n"
_URL = re.compile(r"(https?://[^\s<>&\"']+)")
MOST_WORDS_CHARACTERS = 900
MOST_RETURNED_OCTETS = 2**20
"""A larger message comes back as its header, whatever RET says: its report must not be too large to be delivered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientReport:
    """One recipient: what happened, and the next hop's or our own words. `orcpt` as the client wrote it
    (RFC 3461 4.2); `retry_until` is when a delayed one is given up, seconds since 1970."""

    path: Path
    action: Action
    reply: Reply
    orcpt: bytes | None = None
    remote_mta: str = ""
    retry_until: float = 0.0
    at: float = 0.0

    @property
    def status(self) -> str:
        """RFC 3463; from the reply's class where the reply has no enhanced code."""
        return self.reply.enhanced or f"{self.reply.code // 100}.0.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One notification. `content` is the message as it was received; `whole` returns all of it, else its header
    (RET, RFC 3461 4.3). `outcome` and `way_out` are the verdict's explanation, or say what failed; `about` is the
    sentence by which the sender knows his message."""

    to: Path
    hostname: str
    id: str
    now: float
    arrived: float
    outcome: str
    way_out: str
    link: str
    recipients: tuple[RecipientReport, ...]
    about: str
    content: bytes
    whole: bool = False
    envid: bytes | None = None
    smtputf8: bool = False
    help_contact: str = ""


def notification(report: Report) -> bytes:
    """The message to send from the null path to `report.to`, with CRLF. Raises ValueError for a null recipient:
    nobody is told about a report (RFC 5321 4.5.5)."""
    if report.to.is_null:
        raise ValueError("no notification about a message with a null return path")
    parts = (
        _words_part(report),
        _machine_part(report),
        _returned(report),
    )
    boundary = _boundary(f"{report.id}_report", parts)
    body = _multipart(boundary, parts)
    header = (
        f"From: Mail gateway <postmaster@{report.hostname}>\r\n"
        f"To: <{report.to.octets.decode('utf-8', 'replace')}>\r\n"
        f"Subject: {_subject(report)}\r\n"
        f"Date: {formatdate(report.now, localtime=True)}\r\n"
        f"Message-ID: <{report.id}@{report.hostname}>\r\n"
        "Auto-Submitted: auto-replied\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=delivery-status;\r\n"
        f'\tboundary="{boundary}"\r\n'
        # RFC 2045 6.4: a whole with such a part says so.
        f"{'' if body.isascii() else EIGHT_BIT}"
    ).encode("utf-8", "replace")
    return header + b"\r\n" + body


def _subject(report: Report) -> str:
    subject = report.outcome.rstrip(".")
    return subject if subject.isascii() else Header(subject, "utf-8").encode(linesep="\r\n")


def _boundary(name: str, parts: Sequence[bytes]) -> str:
    """A line that none of the parts has, whoever wrote them (RFC 2046 5.1.1)."""
    boundary, number = f"=_{name}", 0
    while any(boundary.encode() in part for part in parts):
        number += 1
        boundary = f"=_{name}_{number}"
    return boundary


def _multipart(boundary: str, parts: Sequence[bytes]) -> bytes:
    line = f"--{boundary}".encode()
    body = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    return body + line + b"--\r\n"


def _words_part(report: Report) -> bytes:
    parts = (_text_part(_text(report), "plain"), _text_part(_html(report), "html"))
    boundary = _boundary(f"{report.id}_words", parts)
    return f'Content-Type: multipart/alternative; boundary="{boundary}"\r\n\r\n'.encode() + _multipart(boundary, parts)


def _text_part(text: str, subtype: str) -> bytes:
    part = Part()
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part["Content-Type"] = f'text/{subtype}; charset="utf-8"'
    part.set_payload(text, charset)
    del part["MIME-Version"]
    return part.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _address(path: Path) -> str:
    return path.octets.decode("utf-8", "replace")


def _words(reply: Reply) -> str:
    """A reply on one line, which no server can break, nor make longer than RFC 5322 2.1.1 allows."""
    line = f"{reply.code} {reply.enhanced} {reply.text}".replace("  ", " ").strip()
    return "".join(one if one.isprintable() else "?" for one in line)[:MOST_WORDS_CHARACTERS]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Recipients to whom the same happened: the title, who they are, and why, line by line."""

    title: str
    people: tuple[str, ...]
    why: tuple[str, ...]


def _grouped(report: Report) -> list[_Group]:
    """What happened, worst first; those of one fate for one reason stand together, the reason once behind them."""
    groups: list[_Group] = []
    for action, title in GROUPS:
        by_reason: dict[tuple[str, ...], list[str]] = {}
        for one in report.recipients:
            if one.action is action:
                by_reason.setdefault(_why(report, one), []).append(_address(one.path))
        for why, people in by_reason.items():
            if len(report.recipients) > 1:
                groups.append(_Group(title=f"{title} {len(people)}:", people=tuple(people), why=why))
            else:
                # The outcome names a single recipient.
                groups.append(_Group(title="", people=(), why=why))
    return groups


def _why(report: Report, one: RecipientReport) -> tuple[str, ...]:
    """The next server's own words as it said them; ours as sentences, unless the report begins with them."""
    if one.reply.positive or (not one.remote_mta and report.way_out):
        return ()
    if not one.remote_mta:
        # A reply has its link on its first and its last line; here once is enough.
        first, *more = one.reply.lines
        link = more[-1].rpartition(" ")[2] if more else ""
        return (first.removesuffix(link).rstrip() if link.startswith("http") else first, *more)
    return (f"{one.remote_mta} said: {_words(one.reply)}",)


def _text(report: Report) -> str:
    lines = [report.outcome, ""]
    lines += [part for part in (report.way_out, _link(report)) if part]
    for group in _grouped(report):
        indent = "  " if group.people else ""
        lines += ["", *([group.title] if group.people else []), *(f"    {one}" for one in group.people)]
        lines += [f"{indent}{line}" for line in group.why]
    if report.help_contact:
        lines += ["", f"Who can help: {report.help_contact}"]
    lines += ["", report.about]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _link(report: Report) -> str:
    return f"Who, why and what to do: {report.link}" if report.link else ""


def _html(report: Report) -> str:
    def escaped(text: str) -> str:
        return html.escape(text, quote=True)

    def linked(text: str) -> str:
        return _URL.sub(r'<a href="\1">\1</a>', escaped(text))

    out = [
        '<!doctype html><html><head><meta charset="utf-8"></head>',
        '<body style="font-family:sans-serif;line-height:1.4;max-width:40em;margin:1em">',
        f'<p style="font-size:1.2em"><strong>{escaped(report.outcome)}</strong></p>',
    ]
    out += [f"<p>{linked(part)}</p>" for part in (report.way_out, _link(report)) if part]
    for group in _grouped(report):
        if group.people:
            people = "".join(f"<li>{escaped(one)}</li>" for one in group.people)
            out.append(f'<p style="margin-bottom:0"><strong>{escaped(group.title)}</strong></p>')
            out.append(f'<ul style="margin-top:0">{people}</ul>')
        if group.why:
            out.append("<p>" + "<br>".join(linked(line) for line in group.why) + "</p>")
    if report.help_contact:
        out.append(f"<p>Who can help: {escaped(report.help_contact)}</p>")
    out.append(f'<p style="color:#555"><small>{escaped(report.about)}</small></p>')
    out.append("</body></html>")
    return "\n".join(out) + "\n"


def _machine_part(report: Report) -> bytes:
    kind = "global-delivery-status" if report.smtputf8 else "delivery-status"
    lines = [f"Reporting-MTA: dns; {report.hostname}", f"Arrival-Date: {formatdate(report.arrived, localtime=True)}"]
    if report.envid is not None:
        lines.insert(0, f"Original-Envelope-Id: {_from_xtext(report.envid)}")
    for one in report.recipients:
        lines.append("")
        if one.orcpt is not None:
            form, _, address = one.orcpt.decode("ascii", "replace").partition(";")
            lines.append(f"Original-Recipient: {form}; {_from_xtext(address.encode())}")
        lines.append(f"Final-Recipient: {'utf-8' if report.smtputf8 else 'rfc822'}; {_address(one.path)}")
        lines.append(f"Action: {one.action}")
        lines.append(f"Status: {one.status}")
        if one.remote_mta:
            lines.append(f"Remote-MTA: {_mta(one.remote_mta)}")
        if not one.reply.positive:
            lines.append(f"Diagnostic-Code: smtp; {_words(one.reply)}")
        if one.at:
            lines.append(f"Last-Attempt-Date: {formatdate(one.at, localtime=True)}")
        if one.retry_until and one.action is Action.DELAYED:
            lines.append(f"Will-Retry-Until: {formatdate(one.retry_until, localtime=True)}")
    body = "\r\n".join(lines) + "\r\n"
    encoding = "" if body.isascii() else EIGHT_BIT
    return f"Content-Type: message/{kind}\r\n{encoding}\r\n".encode() + body.encode(
        "utf-8" if report.smtputf8 else "ascii", "replace"
    )


def _mta(place: str) -> str:
    """RFC 3464 2.1.2: a host's name, or its address in brackets; the port of "host:port" is nobody's business."""
    host, colon, port = place.rpartition(":")
    host = host if colon and port.isdigit() else place
    return f"dns; {host}" if any(c.isalpha() for c in host) and ":" not in host else f"dns; [{host.strip('[]')}]"


def _returned(report: Report) -> bytes:
    """The message as it came, or its header (RFC 6522 3, 4).

    What a next hop of 7 bits refused for its 8 bits would be refused again inside the report: only the header
    comes back then, and a header with such octets is encoded.
    """
    seven_bit_only = any(one.status == "5.6.3" for one in report.recipients) and not report.content.isascii()
    if report.whole and not seven_bit_only and len(report.content) <= MOST_RETURNED_OCTETS:
        kind, returned = ("message/global" if report.smtputf8 else "message/rfc822"), report.content
        encoding = "" if returned.isascii() else EIGHT_BIT
    else:
        end = report.content.find(b"\r\n\r\n")
        kind = "message/global-headers" if report.smtputf8 else "text/rfc822-headers"
        returned = report.content[: end + 2] if end >= 0 else report.content[:MOST_RETURNED_OCTETS]
        encoding = ""
        if not returned.isascii():
            encoding = "Content-Transfer-Encoding: quoted-printable\r\n"
            returned = quopri.encodestring(returned.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    end_of_line = b"" if returned.endswith(b"\r\n") else b"\r\n"
    return f"Content-Type: {kind}\r\n{encoding}\r\n".encode() + returned + end_of_line


def _from_xtext(value: bytes) -> str:
    """RFC 3461 4: `+XX` is the octet with that hexadecimal number; controls become "?"."""
    out = bytearray()
    position = 0
    while position < len(value):
        octet = value[position]
        if octet == 0x2B and position + 2 < len(value):
            try:
                out.append(int(value[position + 1 : position + 3], 16))
                position += 3
                continue
            except ValueError:
                pass
        out.append(octet)
        position += 1
    return "".join(chr(c) if 0x20 <= c < 0x7F else "?" for c in out)
