"""Sentences: what a verdict means, for the sender. One reason, one sentence, one place; the SMTP reply, the
report, the why page and `explain` all take theirs from here (voice.md: outcome, fact, way out, link).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from gatekeeper.mail.reply import Reply
from gatekeeper.policy.relation import ADMIN
from gatekeeper.policy.verdict import Because, Reason, Ruling, Verdict

MOST_OCTETS = 500
"""A reply in all: Postfix cuts at about 2 KB, and some clients show only one line (smtp.md, Replies)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A verdict in words: `outcome` is one sentence, `way_out` what can be done now."""

    outcome: str
    way_out: str
    facts: tuple[str, ...] = ()


def clock(moment: float, now: float) -> str:
    """A time as people read it at `now`, with its zone; with its year when that is another."""
    local, today = (datetime.fromtimestamp(one, tz=UTC).astimezone() for one in (moment, now))
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local:%a %d %b}{year} {local:%H:%M} ({local.tzname() or 'UTC'})"


def explanation(verdict: Verdict) -> Explanation:
    """The words for `verdict`. Pure but for the local time zone of the machine."""
    deciding = verdict.deciding
    if deciding is None or verdict.ruling is Ruling.ACCEPT:
        return Explanation(outcome="Sent.", way_out="", facts=_facts(verdict))
    outcome, way_out = _sentence(deciding, verdict)
    return Explanation(outcome=outcome, way_out=way_out, facts=_facts(verdict))


def reply_to(verdict: Verdict, link: str) -> Reply:
    """The reply for a verdict that does not accept. `link` stands alone at the end of the first and last line.

    RFC 5321 4.2.1, RFC 3463. ASCII, at most 4 lines and 500 characters. Raises ValueError when it accepts.
    """
    deciding = verdict.deciding
    if deciding is None or verdict.ruling is Ruling.ACCEPT:
        raise ValueError("an accepted message has no refusal")
    words = explanation(verdict)
    code, enhanced = _code(deciding, verdict.ruling)
    first = f"{words.outcome} {link}".rstrip()
    last = f"Who, why and what to do: {link}" if link else "Your mail admin can tell you more."
    several = verdict.ruling is Ruling.REFUSE and len(verdict.recipients) > 1
    nobody = " This message went to nobody." if several else ""
    return Reply.of(code, enhanced, first, f"{words.way_out}{nobody}".strip(), last)


def reply_for_one(verdict: Verdict, index: int, link: str) -> Reply:
    """The reply about one recipient over LMTP, where each has his own (RFC 2033 4.2)."""
    mine = [reason for reason in verdict.reasons if index in reason.recipients and reason.enforced]
    ruling = verdict.recipients[index].ruling
    deciding = next((reason for reason in mine if reason.because is verdict.recipients[index].because), None)
    if ruling is Ruling.ACCEPT or deciding is None:
        raise ValueError("this recipient was accepted")
    outcome, way_out = _sentence(deciding, verdict)
    code, enhanced = _code(deciding, ruling)
    last = f"Who, why and what to do: {link}" if link else "Your mail admin can tell you more."
    return Reply.of(code, enhanced, f"{outcome} {link}".rstrip(), way_out, last)


def sentence(reason: Reason, verdict: Verdict) -> str:
    """The one sentence for `reason`."""
    return _sentence(reason, verdict)[0]


def _facts(verdict: Verdict) -> tuple[str, ...]:
    return tuple(
        _sentence(reason, verdict)[0] + ("" if reason.enforced else " (observed only)") for reason in verdict.reasons
    )


def _code(reason: Reason, ruling: Ruling) -> tuple[int, str]:
    if reason.because is Because.TOO_MANY_RECIPIENTS:
        return 550, "5.5.3"
    if ruling is Ruling.REFUSE:
        return 550, "5.7.28" if reason.because in {Because.RATE_CEILING, Because.FLOOD} else "5.7.1"
    return 450, "4.7.28" if reason.because is Because.FLOOD_WAIT else "4.7.1"


WRITE_EACH = "Write to each in your own words first, or ask them to sign up."


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _of(number: int, of: int) -> tuple[str, str]:
    """Whom it concerns, and whether they "has" or "have": the only recipient, or so many of all."""
    if of <= 1:
        return "this person", "has"
    return f"{number} of {of} recipients", "has" if number == 1 else "have"


def _silence(reason: Reason) -> str:
    """What strangers have not done: never written, or not for so long that it counts no more (see `rules`)."""
    days, _, some = reason.detail.partition(" ")
    if not days:
        return "never written to you"
    return f"never written to you, or not for {_period(days)}" if some else f"not written to you for {_period(days)}"


def _silence_to_sender(reason: Reason) -> str:
    days, _, some = reason.detail.partition(" ")
    if not days:
        return "never wrote to its sender"
    return f"{'never wrote to its sender, or not' if some else 'have not written to its sender'} for {_period(days)}"


def _period(days: str) -> str:
    years, rest = divmod(float(days), 365.0)
    if not years or rest:
        return f"{days} days"
    return {1: "a year", 2: "two years", 3: "three years"}.get(int(years), f"{years:.0f} years")


def _sentence(reason: Reason, verdict: Verdict) -> tuple[str, str]:
    """What happened with its number, and the way out that is real today."""
    number, of = round(reason.number), round(reason.of)
    who, have = _of(number, of)
    match reason.because:
        case Because.INVITE_ALL:
            return f"Not sent: {who} {have} {_silence(reason)}.", WRITE_EACH
        case Because.CAMPAIGN:
            have = "has" if number == 1 else "have"
            return (
                f"Not sent: you are sending the same to {_people(number)} who {have} {_silence(reason)}.",
                WRITE_EACH,
            )
        case Because.CAMPAIGN_SHARED:
            return (
                f"Not sent: the same mail goes from your site to {_people(number)} who {_silence_to_sender(reason)}.",
                WRITE_EACH,
            )
        case Because.STAGE:
            return (
                f"Not sent: {who} {have} {_silence(reason)}.",
                "Write a personal note first; when they answer, this can go.",
            )
        case Because.NO_CONSENT:
            return (
                f"Not sent: no sign-up on record for {who}.",
                "Ask them to sign up, or send it to those who did." if of > 1 else "Ask them to sign up first.",
            )
        case Because.NOT_LATELY:
            return (
                f"Not sent: {who} {have} not written to you in the last {reason.detail} days.",
                "A personal note can go; when they answer, this can go too.",
            )
        case Because.NO_UNSUBSCRIBE:
            return (
                "Not sent: such mail must offer a way to unsubscribe, and this one has none.",
                "Add a List-Unsubscribe header (RFC 2369) and send it again.",
            )
        case Because.NO_ONE_CLICK:
            return (
                "Not sent: such mail must offer to unsubscribe with one click, and this one does not.",
                "Add List-Unsubscribe and List-Unsubscribe-Post headers (RFC 8058) and send it again.",
            )
        case Because.NO_SUBJECT_TAG:
            return (
                f"Not sent: the subject of such mail must begin with {reason.detail}.",
                "Change the subject and send it again.",
            )
        case Because.CLOSED if reason.detail == ADMIN:
            return (
                f"Not sent: your mail admin has closed {who} for your mail.",
                "Send it to the others, or ask your mail admin." if of > number else "Please ask your mail admin.",
            )
        case Because.CLOSED:
            return (
                f"Not sent: {who} asked not to get mail from you.",
                "Send it to the others." if of > number else "When they write to you again, you can answer.",
            )
        case Because.TOO_OFTEN:
            return (
                f"Not sent: {who} {have} had as many of these from you as may be sent for now.",
                "Send it to the others, or write a personal note." if of > number else "A personal note can go.",
            )
        case Because.FLOOD:
            have = "has" if number == 1 else "have"
            return (
                f"Not sent: that is {_people(number)} within one hour who {have} {_silence(reason)}.",
                f"Mail to people you know still goes; to new people again after {clock(reason.until, verdict.at)}.",
            )
        case Because.FLOOD_WAIT:
            return (
                f"Waiting until {clock(reason.until, verdict.at)}: you wrote to many new people within one hour.",
                "Mail to people you know still goes.",
            )
        case Because.CREDIT:
            return (
                f"Waiting: you have written to about {max(1, number)} new people lately.",
                f"The next one can go on {clock(reason.until, verdict.at)}, or as soon as somebody answers.",
            )
        case Because.CREDIT_LONG:
            strangers = len(reason.recipients)
            have = "has" if strangers == 1 else "have"
            lately = f", and you have written to about {number} new people lately" if number > 1 else ""
            way_out = "Write to fewer new people in one message."
            if reason.until:
                way_out = f"To new people again on {clock(reason.until, verdict.at)}, or as soon as somebody answers."
            return f"Not sent: {_people(strangers)} here {have} {_silence(reason)}{lately}.", way_out
        case Because.PAUSE:
            return (
                f"Waiting until {clock(reason.until, verdict.at)}: the first of these messages are just arriving at "
                "people who do not know you yet.",
                "It can go then.",
            )
        case Because.VOLUME:
            days = float(reason.detail or 1.0)
            period = f"{days * 24:.0f} hours" if days < 2 else f"{days:g} days"
            return (
                f"Not sent: that would be {number} recipients within {period}; the limit here is {of}.",
                "Send it to fewer people, or ask your mail admin.",
            )
        case Because.RATE | Because.RATE_CEILING:
            return _rate(reason, verdict.at)
        case Because.TOO_MANY_RECIPIENTS:
            return f"Not sent: {number} recipients in one message; the limit here is {of}.", "Send it in parts."
        case Because.FROZEN:
            return (
                "Waiting: your account does things it has never done.",
                "Mail to people you know still goes. Please ask your mail admin.",
            )
        case Because.NULL_FORM:
            return (
                "Not sent: only a report to one person may have an empty return path.",
                "Send it with your own address as the sender.",
            )
        case Because.REVIEW:
            return "Waiting: your mail admin will look at this message first.", "Nothing to do."
        case Because.INTERNAL:
            return "Sent: mail between colleagues is not counted.", ""
        case Because.KNOWN_WELL:
            return "Sent: they have written to you.", ""
        case Because.CONSENT:
            return "Sent: they signed up for this.", ""
        case Because.ALLOWED:
            return "Sent: your mail admin has vouched for this contact.", ""
        case Because.EXEMPT:
            return "Sent: this address can always be written to.", ""
        case Because.CITED:
            return "Sent: this answers a mail that came in.", ""
        case Because.SERVICE:
            return "Sent: a service account of the site writes to its own circle.", ""
        case Because.INTRODUCTION:
            return "Sent: a first mail to somebody new.", ""


_WHOSE = {
    "sender": "your limit is",
    "domain": "the limit for all of your domain is",
    "client": "the limit for your network address is",
    "service": "the limit for this service account is",
    "consented": "your limit for mail to subscribers is",
}


def _rate(reason: Reason, now: float) -> tuple[str, str]:
    """ "your limit is 40 messages an hour at present; 12 left, full again on ...": people can check it."""
    name, whose, full_at = (*reason.detail.split(), "", "", "")[:3]
    number = round(reason.number)
    unit, _, period = name.partition("_per_")
    unit = {"contacts": "new contacts"}.get(unit, unit)
    unit = unit.removesuffix("s") if number == 1 else unit
    limit = (
        f"{_WHOSE.get(whose, 'your limit is')} {number} {unit} {'a day' if period == 'day' else 'an hour'} at present"
    )
    when = f"The next one can go on {clock(reason.until, now)}." if reason.until else "Please send it again later."
    if reason.because is Because.RATE_CEILING:
        return f"Not sent: {limit}.", when
    if full_at:
        limit += f"; {round(reason.of)} left, full again on {clock(float(full_at), now)}"
    return f"Waiting: {limit}.", when
