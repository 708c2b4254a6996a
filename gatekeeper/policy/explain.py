"""Sentences: what a verdict means, for the sender. One reason, one sentence, one place; the SMTP reply, the
report, the why page and `explain` all take theirs from here (voice.md: outcome, fact, way out, link).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from gatekeeper.mail.reply import Reply
from gatekeeper.policy.verdict import Because, Reason, Ruling, Verdict

MOST_OCTETS = 500
"""A reply in all: Postfix cuts at about 2 KB, and some clients show only one line (smtp.md, Replies)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A verdict in words: `outcome` is one sentence, `way_out` what can be done now."""

    outcome: str
    way_out: str
    facts: tuple[str, ...] = ()


def clock(moment: float) -> str:
    """A time as people read it, with its zone: the day is named when it is not soon."""
    local = datetime.fromtimestamp(moment, tz=UTC).astimezone()
    return f"{local:%a %d %b %H:%M} ({local.tzname() or 'UTC'})"


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
    nobody = "" if verdict.ruling is not Ruling.REFUSE else " This message went to nobody."
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
        return 452, "4.5.3"
    if ruling is Ruling.REFUSE:
        return 550, "5.7.28" if reason.because is Because.RATE_CEILING else "5.7.1"
    return 450, "4.7.28" if reason.because is Because.FLOOD_WAIT else "4.7.1"


WRITE_EACH = "Write to each in your own words first, or ask them to sign up."


def _sentence(reason: Reason, verdict: Verdict) -> tuple[str, str]:
    number, of = round(reason.number), round(reason.of)
    who = "recipient has" if number == 1 else "recipients have"
    strangers = len(reason.recipients)
    match reason.because:
        case Because.INVITE_ALL:
            fact = f"{number} of {of} recipients have never written to you."
            return f"Not sent: {fact}", WRITE_EACH
        case Because.CAMPAIGN:
            return (
                f"Not sent: you are sending the same to {number} people who have never written to you.",
                WRITE_EACH,
            )
        case Because.CAMPAIGN_SHARED:
            return (
                f"Not sent: the same message goes from your site to {number} people who have never written to its "
                "senders.",
                WRITE_EACH,
            )
        case Because.STAGE:
            verb = "has" if number == 1 and of == 1 else "have"
            people = "this person has" if of == 1 else f"{number} of {of} recipients {verb}"
            return (
                f"Not sent: {people} never written to you.",
                "Write a personal note first; when they answer, this can go.",
            )
        case Because.NO_CONSENT:
            count = "for this person" if of == 1 else f"for {number} of {of} recipients"
            return (
                f"Not sent: no sign-up on record {count}.",
                "Ask them to sign up, or send it to those who did.",
            )
        case Because.NO_UNSUBSCRIBE:
            return (
                "Not sent: this newsletter has no way to unsubscribe.",
                "Add a List-Unsubscribe header (RFC 8058) and send it again.",
            )
        case Because.CLOSED:
            people = "this person" if of == 1 else f"{number} of {of} recipients"
            return (
                f"Not sent: {people} asked not to get mail from you.",
                "Send it to the others; a person who writes to you again can be answered.",
            )
        case Because.TOO_OFTEN:
            people = "this person" if of == 1 else f"{number} of {of} recipients"
            return (
                f"Not sent: {people} got such a message from you a short while ago.",
                "Send it to the others, or write a personal note.",
            )
        case Because.FLOOD:
            return (
                f"Not sent: {number} people who have never written to you in one hour.",
                f"Mail to people you know still goes; new people again after {clock(reason.until)}.",
            )
        case Because.FLOOD_WAIT:
            return (
                f"Waiting until {clock(reason.until)}: many new people within one hour.",
                "Mail to people you know still goes.",
            )
        case Because.CREDIT:
            return (
                f"Waiting: you have written to about {max(1, number)} new people lately.",
                f"The next one can go on {clock(reason.until)}, or as soon as somebody answers.",
            )
        case Because.CREDIT_LONG:
            when = f"on {clock(reason.until)}" if reason.until else "one at a time"
            return (
                f"Not sent: {strangers} {'person' if strangers == 1 else 'people'} here never wrote to you, and you "
                f"have written to about {max(1, number)} new people lately.",
                f"New people again {when}, or as soon as somebody answers.",
            )
        case Because.PAUSE:
            return (
                f"Waiting until {clock(reason.until)}: the first of these messages are just arriving at people who "
                "do not know you yet.",
                "Nothing to do: it can go then.",
            )
        case Because.VOLUME:
            return (
                f"Not sent: {number} people in {reason.detail} days; the limit here is {of}.",
                "Send it to fewer people, or ask your mail admin.",
            )
        case Because.RATE | Because.RATE_CEILING:
            unit, _, period = reason.detail.partition("_per_")
            return (
                f"Waiting: your limit is {number} {unit} {'a day' if period == 'day' else 'an hour'} at present.",
                f"The next one can go on {clock(reason.until)}.",
            )
        case Because.TOO_MANY_RECIPIENTS:
            return f"Waiting: {number} recipients in one message; the limit here is {of}.", "Send it in parts."
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
        case (
            Because.INTERNAL
            | Because.KNOWN_WELL
            | Because.CONSENT
            | Because.ALLOWED
            | Because.EXEMPT
            | Because.CITED
            | Because.INTRODUCTION
        ):
            return f"{number} {who} a reason to get this.", ""
