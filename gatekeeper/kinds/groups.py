"""Groups of signals: what those have in common that a balance asks for together.

A signal's name may stand in several groups, and most stand in none.
"""

from __future__ import annotations

from typing import Final

PLUMBING: Final = frozenset(
    {
        "list-unsubscribe",
        "one-click",
        "list-id",
        "precedence",
        "list-return-path",
        "return-path-by-recipient",
        "errors-to",
        "to-many",
        "unsubscribe-link",
        "unsubscribe-wording",
        "way-out",
    }
)
"""Signals that a discussion list leaves on every mail, whoever wrote it."""
LEAVING: Final = frozenset({"list-unsubscribe", "unsubscribe-wording", "unsubscribe-link", "way-out"})
MACHINES: Final = frozenset(
    {
        "auto-submitted",
        "system-header",
        "robot-author",
        "daemon",
        "null-sender",
        "robot-wording",
        "web-form",
        "list-office",
    }
)
NOTICES: Final = frozenset(
    {"notice", "notice-in-subject", "robot-in-subject", "ticket-subject", "system-header", "form", "severity", "code"}
)
DECLARES: Final = frozenset(
    {
        "list-unsubscribe",
        "list-id",
        "precedence",
        "mass-mailer",
        "mass-mailer-header",
        "newsletter-in-subject",
        "editor-author",
    }
)
"""Signals of mailings that notices do not bear; both have footers, pixels and tables."""
OFFICES: Final = frozenset({"brand-author", "role-author", "robot-author", "machine-host", "addresses-by-address"})
"""Signals that nobody in person writes: a notice needs less to be one."""
SYSTEMS: Final = (
    OFFICES | MACHINES | {"organisation-author", "answering-machine", "undelivered", "form", "numbered-subject"}
)
"""Signals that take more than words: a notice without any of them must say more."""
PERSONS_TOOLS: Final = frozenset({"mail-program", "quotes"})
"""What a person writes with, and answers to."""
FORMAL: Final = OFFICES | {
    "inviting-author",
    "editor-author",
    "list-id",
    "list-unsubscribe",
    "invites-in-subject",
    "when-and-where",
}
"""Signals that more than one person stands behind an invitation, or that it has an invitation's form."""
ANSWERING: Final = frozenset({"answering-machine", "undelivered"})
INVITING: Final = frozenset(
    {
        "invites-in-subject",
        "invitation-in-subject",
        "network-in-subject",
        "event-in-subject",
        "invites",
        "network",
        "invitation",
        "event",
        "when-and-where",
        "gathers",
        "calls-crowd",
        "asks-to-join",
        "asks-to-answer",
        "inviting-link",
        "inviting-button",
        "inviting-author",
        "calendar-file",
    }
)
SAYS_OUTRIGHT: Final = INVITING - {"event", "event-in-subject", "gathers", "calls-crowd", "when-and-where"}
ASKED_FOR_ANOTHER: Final = frozenset({"network", "network-in-subject", "invites-in-subject", "inviting-link"})
"""What a platform says that somebody wants of the reader."""
TO_MANY: Final = frozenset({"recipients-hidden", "to-crowd"})
NAMES_INVITATION: Final = frozenset({"invitation-in-subject", "invitation"})
SPEAKS_OF: Final = frozenset({"invites", "invitation", "event"})
SAYS_WELCOME: Final = frozenset({"invites", "invitation", "event", "gathers", "calls-crowd"})
MAGAZINE: Final = frozenset({"long-read", "many-links", "dense-links", "many-pictures", "laid-out", "sections"})
"""What looks like something to leaf through."""
FURNITURE: Final = (
    PLUMBING
    | MAGAZINE
    | {
        "one-click",
        "feedback-id",
        "sending-service",
        "mass-mailer-header",
        "mass-mailer",
        "mailing-host",
        "browser-wording",
        "counted-links",
        "counting-pixel",
        "link-names-reader",
        "brand-author",
        "role-author",
    }
) - {"long-read", "sections"}
"""What mailings and the notices of platforms have alike: the way out, the layout, and who sends them."""
EDITORIAL: Final = frozenset({"newsletter-in-subject", "newsletter-wording", "issue-subject", "long-read"})

OFFERING: Final = frozenset(
    {
        "pitch",
        "sales-wording",
        "press-release",
        "press-release-in-subject",
        "pictures-only",
        "hidden-text",
        "office-to-hidden",
        "many-recipients",
    }
)
"""Signals of bulk mail that more than its greeting and its readers show."""
SELLING: Final = frozenset({"pitch", "sales-wording"})
TITLED: Final = frozenset({"invites-in-subject", "invitation-in-subject", "network-in-subject"})
DOORS: Final = frozenset({"inviting-link", "inviting-button", "asks-to-join", "asks-to-answer", "network"})
"""What a platform shows to whom it asks in."""
REGISTERS: Final = frozenset({"invitation", "gathers", "inviting-link", "inviting-button"})
ENTITLED: Final = frozenset({"newsletter-in-subject", "issue-subject"})
"""What only a subject says."""
SENT_OUT: Final = LEAVING | DECLARES
"""What mailings bear, and notices do not."""
UNEDITED: Final = ENTITLED | {"precedence"}
"""The disks of a machine have volumes, and its reports numbers; "Precedence: bulk" asks answering machines not to
answer (RFC 3834 5), which a machine wants, too."""
SURELY_SENT_OUT: Final = SENT_OUT - UNEDITED
"""Without what machines bear, too."""
ISSUED: Final = LEAVING | MAGAZINE | DECLARES - {"editor-author", "newsletter-in-subject"}
"""What makes an issue of something that also sells."""
EDITED: Final = LEAVING | EDITORIAL | MAGAZINE | {"editor-author", "mass-mailer", "mass-mailer-header"}
"""What has items: one of them may invite."""
LEAFED_THROUGH: Final = EDITORIAL | MAGAZINE
SAYS_SO: Final = frozenset({"generated", "robot-wording", "machine-host"})
"""What says of itself that a machine wrote it."""
ASSEMBLED: Final = TO_MANY | {"list-id", "to-list"}
PUBLIC: Final = FORMAL | TO_MANY | {"many-recipients", "to-list", "speaks-to-all", "organisation-author", "rsvp"}
"""What is more than one person's word to another."""
NOT_A_ROBOT: Final = MACHINES - {"robot-author"}
