"""A notice: a short mail of the gate's own, which nobody has to answer."""

from __future__ import annotations

from email.charset import QP, Charset
from email.message import Message as Mail
from email.utils import formatdate


def notice(
    *, to: str, hostname: str, id_: str, now: float, subject: str, text: str, author: str = "", answers: str = ""
) -> bytes:
    """The message, with CRLF. `Auto-Submitted` tells machines not to answer (RFC 3834 5), as the null return path
    under which it goes does. `author` is the address in From, postmaster's if not given; `answers` the Message-ID
    of a mail that asked for it (RFC 3834 3.1.5)."""
    mail = Mail()
    mail["From"] = f"Mail gateway <{author or f'postmaster@{hostname}'}>"
    mail["To"] = f"<{to}>"
    mail["Subject"] = subject
    mail["Date"] = formatdate(now, localtime=True)
    mail["Message-ID"] = f"<{id_}@{hostname}>"
    if answers:
        mail["In-Reply-To"] = mail["References"] = answers
    mail["Auto-Submitted"] = "auto-replied" if answers else "auto-generated"
    mail["MIME-Version"] = "1.0"
    charset = Charset("utf-8")
    charset.body_encoding = QP
    mail.set_payload(text, charset)
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
