"""What the header of a message declares it to be: by a machine, for a list, by a person's mail program.

Each finding is a signal with points for one kind. Points of 10 decide by themselves; the rest are weighed in
`mail.kind`. Header names are those that mail systems are known to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gatekeeper.mail.message import Message


class Kind(StrEnum):
    """What a message is for: the columns of the chart."""

    NOTE = "note"
    INVITATION = "invitation"
    MEETING = "meeting"
    NEWSLETTER = "newsletter"
    BULK = "bulk"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing seen in a message, for a person to read: `name` from a closed set, `detail` as found."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A signal and how much it speaks for a kind; negative points speak against."""

    signal: Signal
    kind: Kind
    points: float


DECISIVE: Final = 10.0

_DECISIVE_FIELDS: Final = frozenset(
    {
        "x-failed-recipients",
        "x-autoreply",
        "x-autorespond",
        "x-autoreply-from",
        "x-autoresponder",
        "x-mail-autoreply",
        "x-auto-reply",
        "x-auto-reply-from",
        "x-autoresponse",
        "x-ms-exchange-inbox-rules-loop",
        "x-vacation",
        "x-dsncontext",
        "x-ms-exchange-message-is-ndr",
        "x-challenge",
        "x-tmda-confirm",
    }
)
"""Fields that only automatic answers and delivery reports carry."""

_ROBOT_PREFIXES: Final = (
    "x-otrs-",
    "rt-",
    "x-rt-",
    "x-jira-",
    "x-github-",
    "x-gitlab-",
    "x-zammad-",
    "x-servicenow-",
    "x-zendesk-",
    "x-freshdesk-",
    "x-bugzilla-",
    "x-redmine-",
    "x-trac-",
    "x-phabricator-",
    "x-gerrit-",
    "x-cron-",
    "x-sentry-",
    "x-nagios-",
    "x-icinga-",
    "x-zabbix-",
    "x-jenkins-",
    "x-launchpad-",
    "x-pagerduty-",
    "x-discourse-",
    "x-rhn-",
    "x-mantis-",
    "x-shopify-",
)
"""Beginnings of field names by which ticket systems, build servers and monitors know their own mail."""

_CAMPAIGN_FIELDS: Final = frozenset(
    {
        "x-campaign",
        "x-campaignid",
        "x-campaign-id",
        "x-mc-user",
        "x-mailer-lid",
        "x-mailer-sid",
        "x-mailer-recptid",
        "x-csa-complaints",
        "x-accounttype",
        "x-roving-id",
        "x-rpcampaign",
        "x-sfmc-stack",
        "x-job",
        "x-jobid",
        "x-cid",
        "x-mailingid",
        "x-mailing-id",
        "x-listmember",
        "x-listid",
        "x-list-id",
        "x-bulkmail",
        "x-bulkid",
        "x-mj-mid",
        "x-mailjet-campaign",
        "x-sib-id",
        "x-mailin-campaign",
        "x-mailin-client",
        "x-sendinblue-id",
        "x-hs-cid",
        "x-hubspot-campaign",
        "x-mailgun-tag",
        "x-mailgun-batch-check",
        "x-smtpapi",
        "x-cm-messageid",
        "x-getresponse-id",
        "x-emarsys-identify",
        "x-emarsys-environment",
        "x-ez-mailer",
        "x-newsletter",
        "x-newsletter-id",
        "x-subscription",
        "x-subscriber-id",
        "x-subscriber",
        "x-messagereference",
        "x-listprocessor-version",
        "x-lyris-message-id",
        "x-keenlist-info",
        "x-em-registration",
        "x-unsubscribe-web",
        "x-unsubscribe",
        "x-list-unsubscribe",
        "x-complaints-to-list",
        "x-klaviyo-message-id",
        "x-mandrill-user",
        "x-ses-campaign",
        "x-maillist-id",
        "x-et-route",
        "x-virtualservergroup",
        "x-destination-id",
        "x-innovyx-campaignid",
        "x-cheetahmailer",
        "x-responsys-campaign",
    }
)
"""Fields of the mass mailers and sending services."""

_MASS_MAILERS = re.compile(
    r"mailchimp|phplist|sendy|constant contact|roving|lyris|listserv|l-soft|lsmtp|nlserver|exacttarget|mailman|"
    r"majordomo|"
    r"cheetahmail|responsys|emarsys|getresponse|aweber|acymailing|mailpoet|interspire|gammadyne|group mail|groupmail|"
    r"sarbacane|worldmerge|mailworkz|massmail|mass mail|bulk ?mail|atomic ?mail|turbo-?mailer|sendblaster|"
    r"mailing manager|"
    r"inxmail|optivo|cleverreach|rapidmail|newsletter|campaign|infacta|lstech|accucast|dartmail|unity ?mail|"
    r"campaigner|"
    r"supermailer|mailloop|dada mail|openemm|mailwizz|unisender|sendpulse|mindbox|benchmark",
    re.IGNORECASE,
)
_MAIL_PROGRAMS = re.compile(
    r"thunderbird|mozilla|apple mail|iphone mail|ipad mail|outlook|mutt|evolution|kmail|claws|sylpheed|gnus|"
    r"emacs|pine|"
    r"git-send-email|roundcube|squirrelmail|horde|zimbra|eudora|lotus notes|the bat|becky|airmail|foxmail|entourage|"
    r"ximian|nmh|exmh|opera mail|k-9|fairemail|mailspring|postbox|spark|webmail|sogo|open-xchange|mailbird|"
    r"gnome|balsa|"
    r"pegasus|dtmail|elm |vm [0-9]|wanderlust|mew |internet mail service|alpine|rainloop|snappymail|mailmate|canary|"
    r"b4 |stgit|quilt|yahoomailclassic|atlas mailer|protonmail|aol|hotmail|squirrel|incredimail|emclient|em client",
    re.IGNORECASE,
)
_PROGRAMS_OF_MACHINES = re.compile(
    r"phpmailer|sap |zend|swift ?mailer|drupal|wordpress|rails|django|nodemailer|mime-tools|mime::lite|"
    r"aspmail|"
    r"cdonts|\bcdo\b|vbmhtml|microsoft cdo|sharepoint|magento|otrs|zammad|jira|confluence|service-?now|"
    r"salesforce|zendesk|"
    r"php/|perl|python|curl|blat|sendemail|libwww|cron|postie|crystal|oracle|peoplesoft|webform|formmail|php$",
    re.IGNORECASE,
)
_MACHINE_MESSAGE_ID = re.compile(r"swift\.generated|phpmailer|@localhost|@www-data|\.nodemailer|@drupal", re.IGNORECASE)
_ROBOT_AUTHOR = re.compile(
    r"(?:no|not|do[-_.]?not|don?t|never)[-_.]?(?:reply|respond|antworten)\w*|nepasrepondre|nicht-?antworten|"
    r"no[-_.]?responda\w*|"
    r"mailer[-_.]?daemon|post_?master|mail[-_.]?daemon|daemon|root|cron|nobody|bounces?|robot|bot|automailer|"
    r"autoresponder|"
    r"auto[-_.]?(?:reply|mail|confirm|notify|response)|notif(?:y|ication|ications|ier)|alerts?|system|service-?desk|"
    r"helpdesk|tickets?|orders?|billing|invoices?|invoicing|receipts?|rechnung(?:en)?|shipping|"
    r"security|account-?(?:security|update|info)?s?|confirm(?:ation)?s?|verify|password|jira|bugzilla|jenkins|"
    r"gitlab|monitoring|nagios|zabbix|backup|www-data|apache|wordpress|server|webform|order-?(?:update|confirm)\w*|"
    r"reservations?|bookings?|payments?|mail-?system|ship-confirm|errors?",
    re.IGNORECASE,
)
_ROLE_AUTHOR = re.compile(
    r"(?:customer[-_.]?)?(?:service|support|care|team)|kundenservice|kundendienst|shop|store|accounts?|check-?in|ci|builds?|"
    r"pbx|scanner|fax|voicemail|messaging|welcome|registration|registrierung|admin(?:istrator)?|info",
    re.IGNORECASE,
)
_EDITOR_AUTHOR = re.compile(
    r"(?:e?-?news\w*|\w*newsletter\w*|e?lists?(?:-admin)?|mailing(?:list)?s?|updates?|digest|daily\w*|weekly\w*|"
    r"marketing|"
    r"promo\w*|offers?|deals|specials?|headlines|subscriptions?|subscribe|editor\w*|bulletin|campaigns?|announce\w*|"
    r"mail(?:ings?|er)|e-?mail|info|online|communications?|press|media|publications?|webmaster|members?|community|"
    r"aktion|angebote|nachrichten|noticias|novedades|boletin|hello|team|insights?|store|shop|sales|vip|rewards|club)"
    r"(?:[-_+.].*)?",
    re.IGNORECASE,
)
_INVITING_AUTHOR = re.compile(
    r"(?:invit\w*|e?vite|rsvp|events?|webinars?|webcasts?|seminars?|conference|einladung(?:en)?|friends?|"
    r"connections?|"
    r"groups?-noreply|"
    r"meetup|veranstaltung(?:en)?|registration|member[-_]?invite)(?:[-_+.].*)?",
    re.IGNORECASE,
)
_LIST_RETURN_PATH = re.compile(
    r"bounces?[-+=_.@]|[-+](?:bounces?|return|owner|errors?|admin)[-+=@.]|owner-|list-?errors?|[-.](?:bounces?|"
    r"reply)\.|"
    r"@(?:bounces?|mailer|lists?|email|e?news|newsletter|em\d*|mail-?ing|mkt|emessages?|campaigns?)\.",
    re.IGNORECASE,
)
REPLY_SUBJECT = re.compile(
    r"^\s*(?:\[[^\]]{1,60}\]\s*)*(?:re|aw|antw|antwort|sv|vs|ynt|yan|odp|rif|res|ref|r|回复|回覆|答复|返信|답장|"
    r"回信|отв|ответ)"
    r"\s*(?:\[\d+\]|\(\d+\))?\s*[:：]",
    re.IGNORECASE,
)
SUBJECT_TAG = re.compile(r"\[[^\]]{2,60}\]")


def _signal(name: str, detail: str, kind: Kind, points: float) -> Weighed:
    return Weighed(signal=Signal(name=name, detail=detail[:100]), kind=kind, points=points)


def _local_part(message: Message) -> str:
    authors = message.addresses("from")
    return authors[0].partition("@")[0] if authors else ""


def declared_automatic(message: Message) -> Iterator[Weighed]:
    """Signals of a machine as the author (RFC 3834, 3461, 8098)."""
    automatic = Kind.AUTOMATIC
    content_type = (message.get("content-type") or "").lower()
    if content_type.startswith("multipart/report"):
        yield _signal("report", content_type[:80], automatic, DECISIVE)
    submitted = (message.get("auto-submitted") or "no").lower()
    if submitted.startswith(("auto-replied", "auto-generated (")):
        yield _signal("auto-submitted", submitted, automatic, DECISIVE)
    elif not submitted.startswith("no"):
        yield _signal("auto-submitted", submitted, automatic, 4)
    for name in sorted(_DECISIVE_FIELDS & message.names)[:1]:
        yield _signal("answering-machine-header", name, automatic, DECISIVE)
    precedence = (message.get("precedence") or "").lower()
    if precedence.startswith("auto"):
        yield _signal("precedence", precedence, automatic, DECISIVE)
    if (message.get("return-path") or "").replace(" ", "") == "<>":
        yield _signal("null-sender", "Return-Path: <>", automatic, 5)
    suppress = message.get("x-auto-response-suppress")
    if suppress:
        yield _signal("auto-response-suppress", suppress, automatic, 2)
    for name, value in message.headers:
        if name.startswith(_ROBOT_PREFIXES):
            yield _signal("system-header", f"{name}: {value[:60].decode('latin-1').strip()}", automatic, 5)
            break
    if message.get("x-php-originating-script") or message.get("x-php-script"):
        yield _signal("web-form", "written by a PHP script", automatic, 2)
    program = f"{message.get('x-mailer') or ''} {message.get('x-generator') or ''}".strip()
    if program and _PROGRAMS_OF_MACHINES.search(program[:200]):
        yield _signal("machine-program", program, automatic, 1.5)
    elif _MACHINE_MESSAGE_ID.search(message.message_id):
        yield _signal("machine-program", message.message_id, automatic, 1)
    local = _local_part(message)
    if local.startswith(("mailer-daemon", "mail-daemon", "maildaemon")):
        yield _signal("daemon", local, automatic, 8)
    elif local and _ROBOT_AUTHOR.fullmatch(local):
        yield _signal("robot-author", local, automatic, 4 if local.startswith("post") else 3)
    elif local and _ROLE_AUTHOR.fullmatch(local):
        yield _signal("role-author", local, automatic, 1)
    elif local and "reply" in local and re.search(r"no[-_.]?t?[-_.]?reply", local):
        yield _signal("robot-author", local, automatic, 3)


def declared_list(message: Message) -> Iterator[Weighed]:
    """Signals of mail to many who subscribed (RFC 2369, 2919, 8058)."""
    newsletter = Kind.NEWSLETTER
    unsubscribe = message.get("list-unsubscribe")
    if unsubscribe:
        yield _signal("list-unsubscribe", unsubscribe, newsletter, 4)
    if message.get("list-unsubscribe-post"):
        yield _signal("one-click", "List-Unsubscribe-Post", newsletter, 1)
    list_id = message.get("list-id") or message.get("mailing-list")
    if list_id:
        yield _signal("list-id", list_id, newsletter, 2)
    precedence = (message.get("precedence") or "").lower()
    if precedence in ("bulk", "list", "junk"):
        yield _signal("precedence", precedence, newsletter, 2)
    feedback = message.get("feedback-id")
    if feedback:
        yield _signal("feedback-id", feedback, newsletter, 1)
    for name in sorted(_CAMPAIGN_FIELDS & message.names)[:1]:
        yield _signal("mass-mailer-header", name, newsletter, 3)
    mailer = message.get("x-mailer") or ""
    if mailer and _MASS_MAILERS.search(mailer[:200]):
        yield _signal("mass-mailer", mailer, newsletter, 3)
    local = _local_part(message)
    if local and _EDITOR_AUTHOR.fullmatch(local):
        yield _signal("editor-author", local, newsletter, 2)
    if local and _INVITING_AUTHOR.fullmatch(local):
        yield _signal("inviting-author", local, Kind.INVITATION, 2)
    sender = f"{message.get('return-path') or ''} {message.get('sender') or ''} {message.get('errors-to') or ''}"
    if _LIST_RETURN_PATH.search(sender[:1_000]):
        yield _signal("list-return-path", sender.strip(), newsletter, 1.5)


def declared_person(message: Message) -> Iterator[Weighed]:
    """Signals of a person who writes: a mail program, an answer, a thread."""
    note = Kind.NOTE
    if message.get("in-reply-to") or message.get("references"):
        yield _signal("answers", "In-Reply-To or References", note, 3)
    subject = message.text("subject")
    if REPLY_SUBJECT.match(subject):
        yield _signal("reply-subject", subject, note, 2)
    program = f"{message.get('user-agent') or ''} {message.get('x-mailer') or ''}".strip()
    if program and _MAIL_PROGRAMS.search(program[:200]) and not _MASS_MAILERS.search(program[:200]):
        yield _signal("mail-program", program, note, 2)
    elif "@mail.gmail.com>" in message.message_id or message.get("x-gm-message-state"):
        yield _signal("mail-program", "Gmail", note, 2)
    if message.get("thread-index") or message.get("x-ms-has-attach") is not None or message.get("x-keepsent"):
        yield _signal("mail-program", "Exchange or Notes", note, 1)


def is_through_list(message: Message) -> bool:
    """Whether a discussion list passed the message on: it names itself, and where to post."""
    return (
        any(
            message.get(name) is not None
            for name in (
                "list-post",
                "x-beenthere",
                "x-mailman-version",
                "mailing-list",
                "x-mailing-list",
                "list-archive",
            )
        )
        or (message.get("precedence") or "").lower() == "list"
        or (message.get("list-id") is not None and SUBJECT_TAG.search(message.text("subject")) is not None)
    )
