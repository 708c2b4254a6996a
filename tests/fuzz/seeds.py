"""What the fuzzers of the parsers begin with: texts of our own, small, one of each form."""

from __future__ import annotations

from tests.kinds.dialects import DIALECTS
from tests.kinds.written_mails import all_written
from tests.learn.keys import signed

PATHS = (
    b"<ann@example.org> SIZE=10", b"<>", b'<"a b"@example.org>', b"<@relay.example:ann@example.org> BODY=8BITMIME",
    b"<ann+tag@[192.0.2.1]>", b"<ann@[IPv6:2001:db8::1]>", "<ann@exämple.org> SMTPUTF8".encode(),
    "<änn@example.org>".encode(), b"<postmaster>", rb'<"a\"b"@example.org>', b"<=?utf-8?q?x?=@example.org>",
)  # fmt: skip
PARAMETERS = (
    b"SIZE=1000 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=QQ314159 AUTH=<>", b"AUTH=e+3Dmc2@example.com",
    b"NOTIFY=SUCCESS,DELAY ORCPT=rfc822;Carol@Ivory.EDU", b"NOTIFY=NEVER", b"ORCPT=utf-8;b+20c",
    b"NAME=spike.example ADDR=192.0.2.7 PROTO=ESMTP HELO=spike", b"ADDR=IPV6:2001:db8::1 LOGIN=ann+40example.org",
    b"NAME=[UNAVAILABLE] PORT=25 IDENT=4x SOURCE=REMOTE",
)  # fmt: skip
LETTER = (
    b"From: Ann <ann@friend.example>\r\nTo: Bert <bert@example.org>\r\nSubject: plans\r\n"
    b"Date: Mon, 05 Jan 2026 10:00:00 +0000\r\nMessage-ID: <p1@friend.example>\r\n\r\nSee you on Monday.\r\n"
)
_BORDER = (
    b"Authentication-Results: mx.example.org; dkim=pass header.d=friend.example;\r\n"
    b"\tspf=pass smtp.mailfrom=friend.example;\r\n"
    b"\tdmarc=pass (p=none) header.from=friend.example\r\n"
    b"Received: from mx.friend.example (mx.friend.example [192.0.2.9]) by mx.example.org with ESMTPS id 1;\r\n"
    b"\tMon, 05 Jan 2026 10:00:01 +0000\r\n"
)
_SEALED = (
    b"ARC-Seal: i=1; a=rsa-sha256; cv=none; d=hub.example; s=s; b=QUJD\r\n"
    b"ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=hub.example; s=s; h=from:to; bh=QUJD; b=QUJD\r\n"
    b"ARC-Authentication-Results: i=1; hub.example; dkim=pass header.d=friend.example\r\n"
)
SIGNED = (signed(LETTER, "friend.example"), _BORDER + LETTER, _SEALED + LETTER, _BORDER + _SEALED + LETTER)


def _mail(kind: str, *parts: tuple[str, str]) -> bytes:
    body = "".join(f"--b\r\nContent-Type: {type_}\r\n\r\n{text}\r\n" for type_, text in parts)
    head = "Return-Path: <>\r\nFrom: mailer-daemon@mx.example\r\nTo: ann@example.org\r\nSubject: Undelivered mail\r\n"
    return f'{head}Content-Type: multipart/report; report-type={kind}; boundary="b"\r\n\r\n{body}--b--\r\n'.encode()


_RETURNED = "From: ann@example.org\r\nTo: bert@friend.example\r\nMessage-ID: <q1@example.org>\r\nSubject: plans\r\n"
_FAILED = (
    "Reporting-MTA: dns; mx.example\r\nOriginal-Envelope-Id: E1\r\n\r\n"
    "Original-Recipient: rfc822;bert@friend.example\r\n"
    "Final-Recipient: rfc822; b@mailbox.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\nFinal-Recipient: rfc822;c@d.example\r\nAction: delayed\r\n"
    "Status: 4.4.1\r\nWill-Retry-Until: Mon, 12 Jan 2026 10:00:00 +0000\r\n"
)
_PROSE = (
    b"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: ann@example.org\r\nSubject: failure notice\r\n\r\n"
    b"<bert@friend.example>:\r\n192.0.2.1 said: 550 5.1.1 no such user\r\n\r\n"
    b"--- Below this line is a copy of the message.\r\n\r\n" + _RETURNED.encode()
)
_NOTICE = (
    b'From: no-reply@notices.example\r\nTo: ann@example.org\r\n\r\n{"notificationType":"Bounce","bounce":{"bounceType":'
    b'"Permanent","bouncedRecipients":[{"emailAddress":"bert@friend.example","status":"5.1.1"}]},"mail":{"source":'
    b'"ann@example.org","commonHeaders":{"messageId":"<q1@example.org>"}}}\r\n'
)
BOUNCES = (
    _mail("delivery-status", ("text/plain", "x"), ("message/delivery-status", _FAILED), ("message/rfc822", _RETURNED)),
    _mail("delivery-status", ("message/delivery-status", _FAILED), ("text/rfc822-headers", _RETURNED)),
    _mail("delivery-status", ("message/global-delivery-status", _FAILED.replace("rfc822;", "utf-8;"))),
    _PROSE, _NOTICE,
)  # fmt: skip
COMPLAINTS = (
    _mail(
        "feedback-report",
        ("text/plain", "This is a report."),
        ("message/feedback-report", "Feedback-Type: abuse\r\nUser-Agent: x\r\nVersion: 1\r\n"
         "Original-Mail-From: <ann@example.org>\r\nOriginal-Rcpt-To: bert@friend.example\r\n"),
        ("message/rfc822", _RETURNED),
    ),
    _mail(
        "disposition-notification",
        ("message/disposition-notification", "Final-Recipient: rfc822; bert@friend.example\r\n"
         "Original-Message-ID: <q1@example.org>\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"),
    ),
    _NOTICE.replace(b"Bounce", b"Complaint").replace(b'"bounce"', b'"complaint"').replace(b"bounced", b"complained"),
)  # fmt: skip
MAILS = (
    *(mail.content for mail in all_written()[::4]),
    *(text for _, _, text in DIALECTS[::2]),
    *BOUNCES, *COMPLAINTS, *SIGNED,
)  # fmt: skip
PAGES = (
    b"<!doctype html><style>.a{display:none}</style><p class=a>hidden</p><p>Hello <a href='https://a.example/x?u=1'>here"
    b"</a><img src='https://a.example/1.gif' width=1 height=1></p>",
    b"<table bgcolor=#ffffff><tr><td style='color:rgb(255,255,254);font-size:1px'>x</td></tr></table>",
    b"<div style='display:none;mso-hide:all'>a</div><blockquote type=cite>On 2026 b wrote:<br>c</blockquote>",
)
_EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:e1@example.org\r\n"
    "DTSTAMP:20260105T100000Z\r\nDTSTART;TZID=Europe/Paris:20260106T100000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
    "ORGANIZER:mailto:ann@example.org\r\n"
    'ATTENDEE;CN="Bert, B";PARTSTAT={state};X-A=1:mailto:bert@friend.\r\n example\r\n'
    "SUMMARY:a\\, b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CALENDARS = tuple(
    _EVENT.format(method=method, state=state).encode()
    for method, state in (("REPLY", "ACCEPTED"), ("COUNTER", "TENTATIVE"), ("REQUEST", "NEEDS-ACTION"), ("CANCEL", ""))
)
LOGS = (
    b"Jan  5 10:00:01 host postfix/smtpd[1]: ABC123: client=host[192.0.2.1], sasl_username=ann@example.org\n"
    b"Jan  5 10:00:01 host postfix/cleanup[2]: ABC123: message-id=<q1@example.org>\n"
    b"Jan  5 10:00:01 host postfix/qmgr[3]: ABC123: from=<ann@example.org>, size=99, nrcpt=1 (queue active)\n"
    b"Jan  5 10:00:02 host postfix/smtp[4]: ABC123: to=<bert@friend.example>, relay=mx.x[192.0.2.9]:25, delay=1, "
    b"dsn=2.0.0, status=sent (250 ok)\nJan  5 10:00:02 host postfix/qmgr[3]: ABC123: removed\n",
    b"2026-01-05T10:00:02.123456+01:00 host postfix/lmtp[4]: 4XyZ123abcD: to=<c@d.example>, orig_to=<e@f.example>, "
    b"relay=127.0.0.1[127.0.0.1]:24, delay=1, dsn=5.1.1, status=bounced (550 no)\n",
    b"2026-01-05 10:00:01 1vAbCd-000AFB-07 <= ann@example.org H=pc A=plain:ann@example.org id=q1@example.org\n"
    b"2026-01-05 10:00:02.5 +0100 [7] 1vAbCd-000AFB-07 => bert <bert@friend.example> R=dns T=smtp H=mx [192.0.2.9]\n"
    b"2026-01-05 10:00:03 1vAbCd-000AFB-07 ** dora@y.example R=dnslookup T=smtp: 550 unknown user\n"
    b"2026-01-05 10:00:03 1vAbCd-000AFB-07 Completed\n",
    b"2026-01-05 10:00:06 1vAbCf-00000000AFB-0007 <= <> R=1vAbCd-000AFB-07 U=mail P=local S=99\n",
)
ARCHIVES = (
    b"From ann@example.org Mon Jan  5 10:00:00 2026\n" + LETTER + b"\nFrom bert@friend.example Tue Jan  6 10:00:00 2026"
    b"\nContent-Length: 9\n\n>From x\n.\n\n",
    b"From - Mon Jan 05 10:00:00 2026\r\nX-Mozilla-Status: 0001\r\n" + LETTER,
)
REPLIES = (
    b"220 mx.example ESMTP\r\n250-mx.example\r\n250-PIPELINING\r\n250-SIZE 1000\r\n250-AUTH PLAIN LOGIN\r\n250 DSN\r\n",
    b"550-5.7.1 no\r\n550 5.7.1 really\r\n", b"421 4.4.2 idle\n", b"354\r\n",
    b"250 2.0.0 Ok: queued as 1\r\n450 4.2.1 x\r\n",
)  # fmt: skip
CONTENTS = (
    b"Subject: x\r\n\r\n..\r\n.a\r\n.\r\nQUIT\r\n", b".\r\n", b"a\r\n\r\n.\r\n.\r\n", b"x\n.\nMAIL FROM:<a@b>\r\n.\r\n",
)  # fmt: skip

HEADER_WORDS = (
    b"Received: from ", b" by ", b"Authentication-Results: ", b"DKIM-Signature: ", b"=?utf-8?b?", b"=?iso-2022-jp?q?",
    b"?=", b"In-Reply-To: <", b"References: ", b"List-Id: <", b"Auto-Submitted: ", b"Precedence: bulk", b"Reply-To: ",
    b"Group: ;", b"\r\n\t", b"(comment (nested))", b"Date: Mon, 99 Jun 99999 99:99:99 +9999", b"Resent-From: ",
    b"Return-Path: <>", b" i=1; a=rsa-sha256; d=friend.example; s=s; h=from; bh=", b"; l=0", b"; t=s:y", b"dkim=pass",
    b"header.d=",
)  # fmt: skip
MIME_WORDS = (
    b"Content-Type: multipart/mixed; boundary=b\r\n", b"--b\r\n", b"--b--", b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n", b"; charset=idna", b"; charset=utf-7",
    b"; filename*0*=utf-8''%", b"; name=\"", b"message/rfc822", b"text/html", b"=\r\n", b"=E4", b"\x1b$B",
    b"\r\n\r\n", b"uuencode", b"begin 644 x\n", b"On 2026 a@b wrote:\r\n> ", b"-----Original Message-----\r\n",
)  # fmt: skip
PAGE_WORDS = (
    b"<div style='display:none'>", b"</div>", b"<style>", b"</style>", b"<!--", b"-->", b"<a href=", b"<img ",
    b"&#xd800;", b"rgb(999,0,0)", b"<template>", b"<svg>", b"<math>", b"@media", b":not(", b"<blockquote>",
    b"<noscript>", b"\0", b"*{",
)  # fmt: skip
REPORT_WORDS = (
    b"Final-Recipient: rfc822; ", b"Action: failed\r\n", b"Status: 5.1.1\r\n", b"Feedback-Type: abuse\r\n",
    b"\r\n\r\n", b"Original-Rcpt-To: ", b"Diagnostic-Code: smtp; ", b"message/delivery-status",
    b"message/feedback-report", b"--b\r\n", b"Original-Message-ID: <", b'{"notificationType":"Bounce"', b"[[[[", b"{",
    b"<bert@friend.example>: ", b"550 5.1.1",
)  # fmt: skip
CALENDAR_WORDS = (
    b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR", b"BEGIN:VEVENT\r\n", b"END:VEVENT", b"METHOD:REPLY\r\n", b"\r\n ",
    b";TZID=", b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:", b"RRULE:FREQ=YEARLY;COUNT=999999999\r\n", b"DTSTART:", b"UID:",
    b"RDATE:", b"\\n", b"DURATION:P", b"BEGIN:VTIMEZONE\r\n", b"TZOFFSETTO:+9999\r\n", b"GEO:1;2", b"TRIGGER:-PT15M",
    b"CN=\"",
)  # fmt: skip
POLICY_WORDS = (
    b"name = ", b"[rates]\n", b"[campaign]\n", b"[[unless]]\n", b"1e999", b"nan", b"-1", b"inf", b"{", b"}",
    b"'hold'", b"story ", b"expect ", b"[next_hop]\nurl = ", b"[[listener]]\n", b"address = ", b"2026-13-99",
    b"\"\"\"", b"\\u0000", b"9" * 400, b"messages_per_hour = ", b"action = ", b"true", b"after ", b" writes to ",
    b"#",
)  # fmt: skip
