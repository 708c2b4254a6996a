"""A delivery status notification: what becomes of a message that was accepted, told to its sender (RFC 3464, 6522).

The first part is for people: the sentences of the SMTP reply, recipients grouped by what happened to them, as
text and as HTML. The second is for machines. The third is the message or its header, byte for byte.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from email.charset import QP, Charset
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
    (Action.FAILED, "It did not go to"),
    (Action.DELAYED, "It still waits for"),
    (Action.RELAYED, "It went to"),
    (Action.DELIVERED, "It arrived at"),
)


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
    (RET, RFC 3461 4.3). `sentences` and `way_out` come from the verdict's explanation, or say what failed."""

    to: Path
    hostname: str
    id: str
    now: float
    arrived: float
    outcome: str
    sentences: tuple[str, ...]
    way_out: str
    link: str
    recipients: tuple[RecipientReport, ...]
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
    boundary = f"=_{report.id}_report"
    other = f"=_{report.id}_words"
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
    ).encode("utf-8", "replace")
    parts = (
        f'Content-Type: multipart/alternative; boundary="{other}"\r\n\r\n'.encode()
        + _multipart(other, (_text_part(_text(report), "plain"), _text_part(_html(report), "html"))),
        _machine_part(report),
        _returned(report),
    )
    return header + b"\r\n" + _multipart(boundary, parts)


def _subject(report: Report) -> str:
    subject = report.outcome.rstrip(".")
    return subject if subject.isascii() else "Delivery status of your message"


def _multipart(boundary: str, parts: Sequence[bytes]) -> bytes:
    line = f"--{boundary}".encode()
    body = b"".join(line + b"\r\n" + part.removesuffix(b"\r\n") + b"\r\n" for part in parts)
    return body + line + b"--\r\n"


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
    return f"{reply.code} {reply.enhanced} {reply.text}".replace("  ", " ").strip()


def _grouped(report: Report) -> list[tuple[str, list[RecipientReport]]]:
    found = []
    for action, title in GROUPS:
        people = [one for one in report.recipients if one.action is action]
        if people:
            found.append((title, people))
    return found


def _text(report: Report) -> str:
    lines = [report.outcome, ""]
    lines += [sentence for sentence in report.sentences if sentence != report.outcome]
    lines += [part for part in (report.way_out, report.link) if part]
    for title, people in _grouped(report):
        lines += ["", f"{title}:"]
        for one in people:
            lines.append(f"  {_address(one.path)}")
            if not one.reply.positive:
                lines.append(f"    {_words(one.reply)}")
    if report.help_contact:
        lines += ["", f"Somebody who can help: {report.help_contact}"]
    lines += [
        "",
        f"Your message reached the mail gateway {report.hostname} on {formatdate(report.arrived, localtime=True)}.",
    ]
    return "\n".join(lines) + "\n"


def _html(report: Report) -> str:
    def escaped(text: str) -> str:
        return html.escape(text, quote=True)

    out = ['<!doctype html><html><body style="font-family:sans-serif;max-width:40em">']
    out.append(f"<p><strong>{escaped(report.outcome)}</strong></p>")
    out += [f"<p>{escaped(sentence)}</p>" for sentence in report.sentences if sentence != report.outcome]
    if report.way_out:
        out.append(f"<p>{escaped(report.way_out)}</p>")
    if report.link:
        out.append(f'<p><a href="{escaped(report.link)}">{escaped(report.link)}</a></p>')
    for title, people in _grouped(report):
        out.append(f"<p>{escaped(title)}:</p><ul>")
        for one in people:
            why = "" if one.reply.positive else f"<br><small>{escaped(_words(one.reply))}</small>"
            out.append(f"<li>{escaped(_address(one.path))}{why}</li>")
        out.append("</ul>")
    if report.help_contact:
        out.append(f"<p>Somebody who can help: {escaped(report.help_contact)}</p>")
    arrived = formatdate(report.arrived, localtime=True)
    out.append(f"<p><small>Your message reached the mail gateway {escaped(report.hostname)} on {arrived}.</small></p>")
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
            lines.append(f"Remote-MTA: dns; {one.remote_mta}")
        if not one.reply.positive:
            lines.append(f"Diagnostic-Code: smtp; {_words(one.reply)}")
        if one.at:
            lines.append(f"Last-Attempt-Date: {formatdate(one.at, localtime=True)}")
        if one.retry_until and one.action is Action.DELAYED:
            lines.append(f"Will-Retry-Until: {formatdate(one.retry_until, localtime=True)}")
    body = "\r\n".join(lines) + "\r\n"
    encoding = "Content-Transfer-Encoding: 8bit\r\n" if report.smtputf8 else ""
    return f"Content-Type: message/{kind}\r\n{encoding}\r\n".encode() + body.encode(
        "utf-8" if report.smtputf8 else "ascii", "replace"
    )


def _returned(report: Report) -> bytes:
    """The message as it came, or its header; labelled 8bit where it has such octets (RFC 6522 3)."""
    if report.whole:
        kind, returned = ("message/global" if report.smtputf8 else "message/rfc822"), report.content
    else:
        end = report.content.find(b"\r\n\r\n")
        kind = "message/global-headers" if report.smtputf8 else "text/rfc822-headers"
        returned = report.content[: end + 2] if end >= 0 else report.content
    encoding = b"" if returned.isascii() else b"Content-Transfer-Encoding: 8bit\r\n"
    return (
        f"Content-Type: {kind}\r\n".encode()
        + encoding
        + b"\r\n"
        + returned
        + (b"" if returned.endswith(b"\r\n") else b"\r\n")
    )


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
