"""Paper: the mails of the simulation in octets, as mail programs, robots and mailbox providers write them."""

from __future__ import annotations

import random
from email.utils import formatdate

SITE = "example.org"
MX = f"mx.{SITE}"

_WORDS = """
about after again along already although among answer apple around autumn bakery balance basket because before
behind below bench between bicycle board bottle bread bridge bright brother building calendar candle captain
careful castle chair change chapter cheese church circle clear clever coast coffee colour corner country cousin
daughter decide dinner doctor door draft early engine evening expect family farmer father figure finger finish
flower follow forest friend garden gentle glass glove golden ground guitar hammer happen harbour hello history
holiday hospital house hundred island journey kitchen ladder language later laugh leather lemon letter library
light listen little lunch machine market meadow meeting middle minute mirror moment money month morning mother
mountain museum music narrow near neighbour number ocean office orange order painter paper parcel party pencil
people perhaps piano picture place plan plant player pocket point poster potato present printer problem promise
quarter question quiet railway rather ready reason record remember report river road room sailor school second
season seven shelf shoe silver sister small soft soon spring square station stone story street summer supper
table teacher theatre thing ticket together tomorrow tower train travel tree uncle under until valley village
violin voice wagon waiter warm water weather wednesday weekend whistle window winter wooden worker write yellow
yesterday
"""
WORDS = tuple(_WORDS.split())
"""Enough different words that two letters written by chance are never the same text."""


def words(chance: random.Random, sentences: int = 5) -> str:
    """So many sentences in somebody's own words."""
    found = []
    for _ in range(sentences):
        some = chance.choices(WORDS, k=chance.randint(7, 14))
        found.append(" ".join(some).capitalize() + ".")
    return " ".join(found)


def letter(
    *, sender: str, to: str, subject: str, body: str, message_id: str, at: float, cites: str = "", header: str = ""
) -> bytes:
    """One mail. `header` are further lines, each with its line end; `cites` is the Message-ID that it answers."""
    name = sender.partition("@")[0].capitalize()
    answered = f"In-Reply-To: {cites}\nReferences: {cites}\n" if cites else ""
    text = (
        f"{header}From: {name} <{sender}>\nTo: {to}\nSubject: {subject}\nDate: {formatdate(at)}\n"
        f"Message-ID: {message_id}\n{answered}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    )
    return text.replace("\n", "\r\n").encode()


def arrived(contact: str, at: float) -> str:
    """What the site's own MX writes above a mail whose author it could authenticate."""
    domain = contact.rpartition("@")[2]
    return (
        f"Authentication-Results: {MX}; dmarc=pass header.from={domain}\n"
        f"Received: from mail.{domain} (mail.{domain} [185.199.4.9]) by {MX} with ESMTPS; {formatdate(at)}\n"
    )


def failure(*, account: str, contact: str, gate_id: str, message_id: str, at: float, number: int) -> bytes:
    """The report of the contact's server that there is no such address (RFC 3464)."""
    domain = contact.rpartition("@")[2]
    text = (
        f"Return-Path: <>\nReceived: from mx.{domain} by {MX} with ESMTPS; {formatdate(at)}\n"
        f"From: MAILER-DAEMON@mx.{domain}\nTo: {account}\nSubject: Undelivered Mail Returned to Sender\n"
        f"Message-ID: <failure-{number}@mx.{domain}>\nDate: {formatdate(at)}\nAuto-Submitted: auto-replied\n"
        'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\nThe mail could not be delivered to {contact}.\n"
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.{domain}\n\n"
        f"Final-Recipient: rfc822; {contact}\nAction: failed\nStatus: 5.1.1\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nGatekeeper-Id: {gate_id}\nFrom: {account}\nTo: {contact}\n"
        f"Message-ID: {message_id}\nSubject: returned\n\n--b--\n"
    )
    return text.replace("\n", "\r\n").encode()


def complaint(*, account: str, contact: str, gate_id: str, message_id: str, at: float, number: int) -> bytes:
    """The feedback report of a mailbox provider whose reader pressed the button (RFC 5965)."""
    domain = contact.rpartition("@")[2]
    text = (
        f"Received: from fbl.{domain} by {MX} with ESMTPS; {formatdate(at)}\n"
        f"From: feedback@{domain}\nTo: abuse@{SITE}\nSubject: Complaint\nMessage-ID: <complaint-{number}@{domain}>\n"
        f"Date: {formatdate(at)}\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; "
        f'boundary="b"\n\n--b\nContent-Type: text/plain\n\nThis is an abuse report.\n'
        "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: Feedback/1\nVersion: 1\n"
        f"Original-Mail-From: <{account}>\nOriginal-Rcpt-To: <{contact}>\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nGatekeeper-Id: {gate_id}\nFrom: {account}\nTo: {contact}\n"
        f"Message-ID: {message_id}\nSubject: returned\n\n--b--\n"
    )
    return text.replace("\n", "\r\n").encode()
