"""Replies: outcome, number, way out, link; short, plain and about mail, never about people."""

from __future__ import annotations

import re
from typing import Any

import pytest

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.decide import decide
from gatekeeper.policy.explain import MOST_OCTETS, explanation, reply_for_one, reply_to, sentence
from gatekeeper.policy.facts import RecipientFacts
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Reason, RecipientRuling, Ruling, Verdict
from tests.policy.cast import NOW, POLICY, facts, friends, of_sender, relation, strangers

LINK = "https://gate.example.org/why/" + "x" * 51
"""As long as a link may be: 80 characters."""

DETAILS = {
    Because.RATE: "messages_per_hour",
    Because.RATE_CEILING: "recipients_per_day",
    Because.NO_SUBJECT_TAG: "<ADV>",
    Because.NOT_LATELY: "182",
    Because.VOLUME: "7",
}
GOOD = {
    Because.INTERNAL,
    Because.KNOWN_WELL,
    Because.CONSENT,
    Because.ALLOWED,
    Because.EXEMPT,
    Because.CITED,
    Because.INTRODUCTION,
    Because.SERVICE,
}
"""Why somebody gets a mail; all others are why he does not."""

WAITS = {Because.CREDIT, Because.PAUSE, Because.RATE, Because.FLOOD_WAIT, Because.FROZEN, Because.REVIEW}
UNKIND = re.compile(r"spam|abuse|violat|blacklist|suspicio|score|probab|illegal|forbidden|policy|error", re.IGNORECASE)


def verdict(because: Because, *, number: float = 12, of: float = 52, people: int = 52, **more: Any) -> Verdict:
    ruling = Ruling.DEFER if because in WAITS else Ruling.REFUSE
    reason = Reason(
        rule="test",
        because=because,
        ruling=ruling,
        recipients=tuple(range(min(people, int(number) or 1))),
        number=number,
        of=of,
        until=NOW,
        detail=DETAILS.get(because, ""),
        **more,
    )
    one = RecipientRuling(address="bob@example.net", stage=Stage.STRANGER, ruling=ruling, because=because)
    return Verdict(ruling=ruling, would=ruling, kind=Kind.NOTE, recipients=(one,) * people, reasons=(reason,))


@pytest.mark.parametrize("because", sorted(set(Because) - GOOD))
@pytest.mark.parametrize("number", [0, 1, 2, 9999])
@pytest.mark.parametrize("link", ["", LINK], ids=["no link", "link"])
def test_every_reply_is_short_and_every_line_says_what_it_must(because: Because, number: int, link: str) -> None:
    for reply in (
        reply_to(verdict(because, number=number, of=max(number, 1)), link),
        reply_for_one(verdict(because, number=number, of=number + 1), 0, link),
    ):
        assert 2 <= len(reply.lines) <= 4
        wire = reply.wire()
        assert len(wire) - len(reply.lines) * 2 <= MOST_OCTETS + len(reply.lines) * len("550-5.7.28 ")
        assert sum(map(len, reply.lines)) <= MOST_OCTETS
        assert wire.isascii() and b"?" not in wire
        assert re.fullmatch(r"[45]\.\d+\.\d+", reply.enhanced)
        assert all(line[4:].startswith(reply.enhanced.encode()) for line in wire.splitlines())
        assert str(reply.code)[0] == reply.enhanced[0]
        assert all(reply.lines)
        if link:
            assert len(link) <= 80
            assert reply.lines[0].endswith(f" {link}")
            assert reply.lines[-1].endswith(f" {link}")
            assert not any(link in line for line in reply.lines[1:-1])


def told(*recipients: RecipientFacts, kind: Kind) -> str:

    return explanation(decide(facts(*recipients, kind=kind), POLICY, ramp=False)).outcome


def long_silent(number: int) -> RecipientFacts:
    address = f"silent-{number}@example.net"
    return RecipientFacts(address=address, relation=relation(heard=(800,), sent=(810,), contact=address))


def test_who_wrote_long_ago_is_not_told_to_have_never_written() -> None:
    silent, hour = tuple(map(long_silent, range(12))), "Not sent: that is 12 people within one hour who"
    assert told(*silent, kind=Kind.NOTE) == f"{hour} have not written to you for two years."
    mixed = told(*silent[:6], *strangers(6), kind=Kind.NOTE)
    assert mixed == f"{hour} have never written to you, or not for two years."
    assert told(*strangers(12), kind=Kind.NOTE) == f"{hour} have never written to you."


@pytest.mark.parametrize("because", sorted(set(Because) - GOOD))
def test_every_reason_says_first_what_became_of_the_mail(because: Because) -> None:
    words = explanation(verdict(because))
    assert words.outcome.startswith("Waiting" if because in WAITS else "Not sent:")
    assert words.outcome.endswith(".")
    assert words.way_out.endswith(".")
    assert words.facts == (words.outcome,)


@pytest.mark.parametrize("because", sorted(GOOD))
def test_a_mail_that_goes_is_explained_too(because: Because) -> None:
    said = verdict(because)
    assert sentence(said.reasons[0], said).startswith("Sent: ")


@pytest.mark.parametrize("because", sorted(Because))
def test_no_word_blames_anybody_or_names_our_own_insides(because: Because) -> None:
    words = explanation(verdict(because))
    assert not UNKIND.search(words.outcome + words.way_out)


def test_no_two_reasons_say_the_same() -> None:
    said: dict[str, set[Because]] = {}
    for because in set(Because) - GOOD:
        words = explanation(verdict(because))
        said.setdefault(words.outcome + words.way_out, set()).add(because)
    assert [twins for twins in said.values() if len(twins) > 1] == []


@pytest.mark.parametrize(
    ("because", "number", "of", "said"),
    [
        (Because.INVITE_ALL, 37, 52, "Not sent: 37 of 52 recipients have never written to you."),
        (Because.STAGE, 1, 1, "Not sent: this person has never written to you."),
        (Because.STAGE, 1, 5, "Not sent: 1 of 5 recipients has never written to you."),
        (Because.STAGE, 2, 5, "Not sent: 2 of 5 recipients have never written to you."),
        (Because.NO_CONSENT, 118, 120, "Not sent: no sign-up on record for 118 of 120 recipients."),
        (Because.NO_CONSENT, 1, 1, "Not sent: no sign-up on record for this person."),
        (Because.CLOSED, 1, 1, "Not sent: this person asked not to get mail from you."),
        (Because.CAMPAIGN, 11, 0, "Not sent: you are sending the same to 11 people who have never written to you."),
        (Because.FLOOD, 10, 0, "Not sent: that is 10 people within one hour who have never written to you."),
        (Because.RATE, 40, 0, "Waiting: your limit is 40 messages an hour at present."),
        (Because.RATE, 1, 0, "Waiting: your limit is 1 message an hour at present."),
        (Because.NO_SUBJECT_TAG, 1, 1, "Not sent: the subject of such mail must begin with <ADV>."),
        (Because.NOT_LATELY, 1, 1, "Not sent: this person has not written to you in the last 182 days."),
        (Because.VOLUME, 501, 500, "Not sent: that would be 501 recipients within 7 days; the limit here is 500."),
    ],
)
def test_the_sentences(because: Because, number: float, of: float, said: str) -> None:
    assert explanation(verdict(because, number=number, of=of)).outcome == said


def test_the_way_out_is_for_who_is_there() -> None:
    assert "the others" in explanation(verdict(Because.CLOSED, number=1, of=5)).way_out
    assert "the others" not in explanation(verdict(Because.CLOSED, number=1, of=1)).way_out
    assert "the others" not in explanation(verdict(Because.TOO_OFTEN, number=5, of=5)).way_out


def test_a_refusal_to_several_says_that_nobody_got_it() -> None:
    case = decide(facts(*strangers(37), *friends(15), campaigns=of_sender(None)), POLICY)
    reply = reply_to(case, LINK)
    assert (reply.code, reply.enhanced) == (550, "5.7.1")
    assert reply.lines[0] == f"Not sent: 37 of 52 recipients have never written to you. {LINK}"
    assert reply.lines[1].endswith("This message went to nobody.")
    assert reply.lines[2] == f"Who, why and what to do: {LINK}"


def test_what_waits_is_temporary_and_names_the_time_with_its_zone() -> None:
    reply = reply_to(decide(facts(*strangers(5)), POLICY), LINK)
    assert (reply.code, reply.enhanced) == (450, "4.7.1")
    assert re.search(r"Waiting until \w{3} \d\d \w{3} \d\d:\d\d \([^)]+\)", reply.lines[0])


def test_too_many_recipients_have_their_own_code() -> None:
    reply = reply_to(verdict(Because.TOO_MANY_RECIPIENTS), LINK)
    assert (reply.code, reply.enhanced) == (550, "5.5.3")


def test_each_recipient_has_his_own_reply_over_lmtp() -> None:
    case = decide(facts(*strangers(12), *friends(1), campaigns=of_sender(None), divisible=True), POLICY)
    assert reply_for_one(case, 0, LINK).code == 550
    with pytest.raises(ValueError, match="accepted"):
        reply_for_one(case, 12, LINK)


def test_what_was_accepted_has_no_refusal() -> None:
    with pytest.raises(ValueError, match="no refusal"):
        reply_to(decide(facts(*friends(2)), POLICY), LINK)


def test_what_was_only_observed_says_so() -> None:
    case = decide(facts(*strangers(12), campaigns=of_sender(None)), POLICY, enforce=False)
    assert explanation(case).outcome == "Sent."
    assert all(fact.endswith("(observed only)") for fact in explanation(case).facts)


def test_no_reply_names_a_recipient() -> None:
    case = decide(facts(*strangers(12), campaigns=of_sender(None)), POLICY)
    assert "@" not in reply_to(case, LINK).text
