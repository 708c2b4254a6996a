"""Mails whose shape matters more than their words: (kind, name, octets)."""

from __future__ import annotations

from tests.kinds.written_mails import written

HTML = "Content-Type: text/html; charset=utf-8"


def _calendar(method: str, *, kind: str = "text/calendar; charset=utf-8", text: str = "", name: str = "") -> bytes:
    """A mail with one calendar part, after a text when there is one."""
    disposition = f'\nContent-Disposition: attachment; filename="{name}"' if name else ""
    ics = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Ours//EN\n{method}BEGIN:VEVENT\nUID:81@site.example\n"
        "DTSTART:20250612T100000Z\nSUMMARY:Quarterly review\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    if not text:
        return written(subject="Quarterly review", header=f"Content-Type: {kind}{disposition}", body=ics)
    return written(
        subject="Quarterly review",
        header='Content-Type: multipart/mixed; boundary="b1"',
        body=f"--b1\nContent-Type: text/plain\n\n{text}\n--b1\nContent-Type: {kind}{disposition}\n\n{ics}--b1--\n",
    )


def _picture(link: str, *, alt: str = "", words: str = "") -> str:
    return (
        f'<html><body><center><a href="{link}"><img src="https://pics.example/card.png" width="600" alt="{alt}">'
        f"</a></center>{words}</body></html>"
    )


SHAPES: list[tuple[str, str, bytes]] = [
    ("meeting", "a request without any text", _calendar("METHOD:REQUEST\n")),
    ("meeting", "a method in small letters", _calendar("method:request\n")),
    ("meeting", "a method with white space", _calendar("METHOD: REQUEST \n")),
    ("meeting", "add", _calendar("METHOD:ADD\n")),
    ("meeting", "decline a counter", _calendar("METHOD:DECLINECOUNTER\n")),
    ("meeting", "a method nobody has heard of", _calendar("METHOD:X-INVITE\n")),
    ("meeting", "a method only in the header", _calendar("", kind="text/calendar; method=REQUEST")),
    ("meeting", "a quoted method", _calendar("", kind='text/calendar; method="PUBLISH"')),
    (
        "meeting",
        "a request attached as octets",
        _calendar("METHOD:REQUEST\n", kind="application/octet-stream", name="invite.ics", text="Please accept."),
    ),
    (
        "meeting",
        "application/ics",
        _calendar("METHOD:REQUEST\n", kind="application/ics", name="invite.ics", text="See attached."),
    ),
    ("automatic", "an answer", _calendar("METHOD:REPLY\n", text="Kim has accepted this invitation.")),
    ("automatic", "an answer in small letters", _calendar("method:reply\n")),
    (
        "note",
        "a saved date without method",
        _calendar("", name="review.ics", text="Hi Kim, here is the date for your calendar.\n\nAnn"),
    ),
    (
        "invitation",
        "one picture that leads to a place to join",
        written(
            subject="Come to our housewarming",
            header=HTML,
            body=_picture("https://parties.example/rsvp/81bc?guest=kim", alt="You're invited"),
        ),
    ),
    (
        "invitation",
        "one picture, no words in it",
        written(
            subject="Ann invited you",
            header=HTML,
            body=_picture("https://groups.example/join/81bc02aa"),
        ),
    ),
    (
        "bulk",
        "one picture of an offer",
        written(
            subject="Last chance: 30% off everything",
            sender="Lamps & More <shop@lampsandmore.example>",
            header=HTML,
            body=_picture("https://lampsandmore.example/?utm_source=mail", alt="30% off until Sunday"),
        ),
    ),
    (
        "note",
        "a photograph and a line",
        written(
            subject="look who came by",
            header='Content-Type: multipart/mixed; boundary="b2"',
            body="--b2\nContent-Type: text/plain\n\nThe hedgehog is back!\n\nAnn\n--b2\nContent-Type: image/jpeg; "
            'name="IMG_8812.jpg"\nContent-Disposition: attachment; filename="IMG_8812.jpg"\n'
            "Content-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRgABAQAAAQ==\n--b2--\n",
        ),
    ),
    (
        "note",
        "a photograph and nothing else",
        written(
            subject="",
            header='Content-Type: image/jpeg; name="IMG_8813.jpg"\nContent-Transfer-Encoding: base64',
            body="/9j/4AAQSkZJRgABAQAAAQ==\n",
        ),
    ),
    (
        "invitation",
        "only in html, with a button",
        written(
            subject="Ann shared a workspace with you",
            sender="Ann Lee via Worktop <notify@worktop.example>",
            header=HTML,
            body="<html><body><div>Ann Lee has invited you to join the workspace <b>Kitchen plans</b></div>"
            '<div style="background:#07c;padding:9px"><a href="https://worktop.example/i/8aKd72bq?t=81bc02aa91" '
            'style="color:#fff">Join workspace</a></div></body></html>',
        ),
    ),
    (
        "invitation",
        "a button and hardly a word",
        written(
            subject="Ann Lee",
            sender="Ann Lee <ann@site.example>",
            header=HTML,
            body='<html><body><a href="https://circles.example/invite/8aKd72bq81">Accept invitation</a></body></html>',
        ),
    ),
    (
        "note",
        "a vcard from a friend",
        written(
            subject="the plumber's number",
            header='Content-Type: multipart/mixed; boundary="b3"',
            body="--b3\nContent-Type: text/plain\n\nHere he is. Say I sent you.\n\nBob\n--b3\nContent-Type: "
            'text/vcard; name="plumber.vcf"\nContent-Disposition: attachment; filename="plumber.vcf"\n\n'
            "BEGIN:VCARD\nVERSION:3.0\nFN:Joe Pipe\nTEL:555-0100\nEND:VCARD\n--b3--\n",
        ),
    ),
]
