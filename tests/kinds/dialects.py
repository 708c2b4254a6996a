"""Mails in the dialects of well-known platforms and programs, in wording of our own: (kind, name, octets)."""

from __future__ import annotations

from tests.kinds.written_mails import written

NOTE, INVITATION, MEETING = "note", "invitation", "meeting"
NEWSLETTER, BULK, AUTOMATIC = "newsletter", "bulk", "automatic"

ICS = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{method}BEGIN:VEVENT\nUID:42@example.com\n"
    "DTSTART:20240610T090000Z\nSUMMARY:Planning\nEND:VEVENT\nEND:VCALENDAR\n"
)


def _calendar(method: str) -> bytes:
    return written(
        subject="Planning",
        header=f"Content-Type: text/calendar; charset=utf-8{'; method=' + method if method else ''}",
        body=ICS.format(method=f"METHOD:{method}\n" if method else ""),
    )


def _html(body: str) -> str:
    return f"<html><body>{body}</body></html>"


HTML = "Content-Type: text/html; charset=utf-8"

DIALECTS: list[tuple[str, str, bytes]] = [
    (MEETING, "request", _calendar("REQUEST")),
    (MEETING, "cancel", _calendar("CANCEL")),
    (MEETING, "publish", _calendar("PUBLISH")),
    (AUTOMATIC, "reply", _calendar("REPLY")),
    (AUTOMATIC, "counter", _calendar("COUNTER")),
    (
        INVITATION,
        "professional network",
        written(
            sender="Dana Fox via ProLink <invitations@prolink.example>",
            subject="Dana Fox would like to connect with you",
            header=f"List-Unsubscribe: <https://prolink.example/u/1>\nAuto-Submitted: auto-generated\n{HTML}",
            body=_html(
                "<p>Hi Bob, I'd like to add you to my professional network.</p>"
                "<a href='https://prolink.example/comm/invite/accept/Ax81Kd02'>Accept</a>"
                "<p style='font-size:10px'>You are receiving invitation emails. Unsubscribe</p>"
            ),
        ),
    ),
    (
        INVITATION,
        "friend request",
        written(
            sender="Facepage <friendrequest+abc@facepagemail.example>",
            subject="Ana Ruiz wants to be friends on Facepage",
            header=HTML,
            body=_html(
                "<p>Ana Ruiz sent you a friend request.</p>"
                "<a href='https://facepage.example/confirm?req=819283741'>Confirm request</a>"
            ),
        ),
    ),
    (
        INVITATION,
        "chat workspace",
        written(
            sender="Teamtalk <feedback@teamtalk.example>",
            subject="Ana has invited you to work with her in Teamtalk",
            header=f"Feedback-ID: 1:invite:tt\n{HTML}",
            body=_html(
                "<h1>Join Acme on Teamtalk</h1>"
                "<a href='https://join.teamtalk.example/t/acme/invite/eQ82mz9Kx'>Join now</a>"
            ),
        ),
    ),
    (
        INVITATION,
        "code hosting",
        written(
            sender="Codehub <noreply@codehub.example>",
            subject="[Codehub] ana has invited you to collaborate on the ana/tools repository",
            body="You can accept or decline this invitation:\nhttps://codehub.example/ana/tools/invitations\n",
        ),
    ),
    (
        INVITATION,
        "ticket platform",
        written(
            sender="Happenings <orders@happenings.example>",
            subject="You're invited to Jazz Night (Jun 12, 2024)",
            header=f"X-Mailer: happenings\nList-Id: <invites.happenings.example>\n{HTML}",
            body=_html(
                "<p>Paul Reyes invites you to Jazz Night</p><p>When: June 12, 8:00 PM</p><p>Where: Blue Room</p>"
                "<a href='https://happenings.example/e/8127391?rsvp=1'>RSVP</a>"
            ),
        ),
    ),
    (
        INVITATION,
        "web seminar",
        written(
            sender="Acme Events <webinars@acme.example>",
            subject="Webinar: five steps to safer backups - register now",
            body="Join us for a live webinar on backups.\nDate: June 20\nTime: 2:00 PM\n"
            "Register: https://zoommeet.example/webinar/register/WN_8sd7f6g5\n",
        ),
    ),
    (
        INVITATION,
        "group chat from a person",
        written(
            subject="New group for the choir",
            body="Hi all,\nI made a group for the choir. Please join my group here: "
            "https://chat.example/invite/AbC123xYz789\nTom\n",
        ),
    ),
    (
        INVITATION,
        "forwarded",
        written(
            subject="Fwd: You are invited to Netcircle",
            body="FYI\n\n---------- Forwarded message ---------\nFrom: Sam <sam@example.org>\nDate: Mon, 3 Jun "
            "2024\n"
            "Subject: You are invited to Netcircle\nTo: Ann\n\nI invite you to join my network on Netcircle:\n"
            "https://netcircle.example/join/99aa88bb77\n",
        ),
    ),
    (
        INVITATION,
        "said to be a reply",
        written(
            subject="Re: Join me on Netcircle",
            header="In-Reply-To: <made-up@example.org>",
            body="I'd like to add you to my professional network on Netcircle. You are invited!\n"
            "Accept the invitation: https://netcircle.example/invite/99aa88bb77\n",
        ),
    ),
    (
        AUTOMATIC,
        "Exchange absence",
        written(
            subject="Automatic reply: Budget",
            header="X-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated\nIn-Reply-To: <1@example.net>",
            body="I am away until Monday.\n",
        ),
    ),
    (
        AUTOMATIC,
        "vacation without header",
        written(
            subject="Re: Budget",
            header="In-Reply-To: <1@example.net>",
            body="Thank you for your message. I am out of the office until 4 June and will be back on Monday. "
            "In my absence "
            "please write to Carol.\n",
        ),
    ),
    (
        AUTOMATIC,
        "sieve vacation",
        written(subject="Auto: Budget", header="Auto-Submitted: auto-replied (vacation)", body="Back next week.\n"),
    ),
    (
        AUTOMATIC,
        "ticket opened",
        written(
            sender="Acme Support <support@acme.example>",
            subject="[Ticket#2024060310] We have received your request",
            body="Thank you for contacting us. A ticket has been created for your request. Please keep the "
            "number in the subject.\n",
        ),
    ),
    (
        AUTOMATIC,
        "read receipt",
        written(
            subject="Read: Budget",
            header="Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
            body="--b\nContent-Type: text/plain\n\nYour message was read.\n--b\nContent-Type: "
            "message/disposition-notification\n\n"
            "Disposition: manual-action/MDN-sent-manually; displayed\n--b--\n",
        ),
    ),
    (
        AUTOMATIC,
        "bug tracker",
        written(
            sender="Jira <jira@acme.example>",
            subject="[JIRA] (OPS-812) Disk full on db3",
            header="X-JIRA-FingerPrint: 0a1b2c",
            body="Ana commented on OPS-812\n",
        ),
    ),
    (
        AUTOMATIC,
        "password",
        written(
            sender="Webshop <noreply@webshop.example>",
            subject="Reset your password",
            body="Somebody asked for a new password for your account. If you did not request it, ignore this "
            "message.\n",
        ),
    ),
    (
        AUTOMATIC,
        "backup report",
        written(sender="root <root@db3.example>", subject="Backup report for db3: success", body="0 errors\n"),
    ),
    (
        NEWSLETTER,
        "sending service",
        written(
            sender="Coffee News <hello@coffee.example>",
            subject="Fresh beans in June",
            header=f"List-Unsubscribe: <https://s.example/u/1>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
            f"Feedback-ID: 12:34:campaign:svc\nX-Mailer: Mailchimp Mailer\n{HTML}",
            body=_html(
                "<p>Hello, here is what we roasted this month.</p><a href='https://s.example/t/1'>Read more</a>"
            ),
        ),
    ),
    (
        NEWSLETTER,
        "before any service touched it",
        written(
            sender="Harbour Museum <news@harbour-museum.example>",
            subject="Harbour Museum newsletter, June",
            body="In this issue: three new ships, a lecture series, and opening hours.\n\n"
            "To unsubscribe from this newsletter write to leave@harbour-museum.example\n",
        ),
    ),
    (
        BULK,
        "pictures only",
        written(
            sender="Offers <sales@lamps.example>",
            subject="50% off all lamps",
            header=HTML,
            body=_html("<a href='https://lamps.example/'><img src='https://lamps.example/all.png'></a>"),
        ),
    ),
    (
        NOTE,
        "dinner with friends",
        written(
            subject="Saturday",
            body="Hi Bob, would you and Kim like to come to dinner on Saturday? I have invited Peter too.\nAnn\n",
        ),
    ),
    (
        NOTE,
        "lunch",
        written(subject="Lunch?", body="Want to join us for lunch today? We meet at noon downstairs.\nAnn\n"),
    ),
    (
        NOTE,
        "about an invitation",
        written(
            subject="Re: Invitation to the opening",
            header="In-Reply-To: <7@example.net>\nUser-Agent: Mozilla Thunderbird",
            body="Thanks for the invitation, I'll be there.\n\nOn Mon, 3 Jun 2024 at 09:00, Bob "
            "<bob@example.net> wrote:\n"
            "> You are cordially invited to the opening.\n> When: Friday, 7 pm\n> Where: Gallery\n> RSVP\n",
        ),
    ),
    (
        NOTE,
        "about a newsletter",
        written(
            subject="Draft of the newsletter",
            body="Hi Bob, here is my text for page two. Is 300 words too long?\nAnn\n",
        ),
    ),
    (
        NOTE,
        "about an invoice",
        written(
            subject="Invoice 2291",
            body="Hello Bob,\nI think there is a mistake in line 3, we only had two nights. Could you check?\nAnn\n",
        ),
    ),
    (
        NOTE,
        "through a discussion list",
        written(
            subject="[sailors] Rigging question",
            sender="Ann Lee <ann@example.com>",
            header="List-Id: <sailors.lists.example>\nList-Post: <mailto:sailors@lists.example>\nPrecedence: list\n"
            "List-Unsubscribe: <https://lists.example/options/sailors>\nX-Mailman-Version: 2.1.39",
            body="Does anybody know how to splice 12 mm rope?\n\nAnn\n_______________________________________________\n"
            "sailors mailing list\nTo unsubscribe: https://lists.example/options/sailors\n",
        ),
    ),
    (
        NOTE,
        "patch",
        written(
            subject="[PATCH v2 1/3] net: fix order of removal",
            header="X-Mailer: git-send-email 2.40.0\nList-Id: <dev.lists.example>\nPrecedence: list",
            body="Signed-off-by: Ann Lee <ann@example.com>\n---\n a.c | 2 +-\n1 file changed\n",
        ),
    ),
    (
        NOTE,
        "forwarded offer",
        written(
            subject="Fw: Special offer",
            body="Bob, is this the printer you were looking for?\n\n-----Original Message-----\nFrom: "
            "Shop\nSent: Monday\n"
            "To: Ann\nSubject: Special offer\n\nSave up to 40%! Order now. Unsubscribe here.\n",
        ),
    ),
    (
        NOTE,
        "away tomorrow",
        written(
            subject="Tomorrow",
            body="Bob, I will be out of the office tomorrow, so let us talk on Friday instead.\nAnn\n",
        ),
    ),
    (
        NOTE,
        "sales person to one customer",
        written(
            subject="Your question about the X200",
            body="Hello Bob,\nit was good to speak to you. The X200 would cost 900 with the discount we talked "
            "about, and I can "
            "have it with you by Friday. Shall I go ahead?\nAnn\n",
        ),
    ),
    (
        NOTE,
        "own words above a bounce",
        written(
            subject="Fwd: Undelivered Mail Returned to Sender",
            body="Bob, your other address does not work any more?\n\n---------- Forwarded message ---------\n"
            "From: MAILER-DAEMON@example.org\nDate: Mon\nSubject: Undelivered Mail\n\nYour message could not be "
            "delivered.\n",
        ),
    ),
]
