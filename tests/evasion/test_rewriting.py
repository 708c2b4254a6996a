"""However a blast is dressed up, its messages are recognised as one content, or its kind as what it is; and what no
content betrays, the hour and the credits still bound.
"""

from __future__ import annotations

import base64
import random

import pytest

from gatekeeper.kinds.kind import Kind, kind_of
from gatekeeper.mail.message import Message
from gatekeeper.policy.verdict import Because, Ruling
from tests.evasion.stage import BODY, PARAGRAPHS, Letter, Stage, letter, strangers

FAST, SLOW = 4, 13
NAMES = ("Bob", "Mrs van der Meer", "Kim", "Professor Okafor", "Li Wei", "Señor García", "Zoë", "Ahmed")
LOOKALIKES = str.maketrans({"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "p": "р"})
SYNONYMS = (
    ("small", "tiny"), ("glad", "happy"), ("opened", "started"), ("glass", "cup"), ("throw away", "discard"),
    ("many years", "a long time"), ("come and see", "have a look at"),
)  # fmt: skip
PICTURE = base64.b64encode(bytes(random.Random(7).randbytes(6000))).decode()
INVITATION = (
    "I'd like to add you to my professional network.\nAccept: https://circlely.example/invite/accept/8f3a9c1d2e"
)


def greeting(number: int) -> bytes:
    return letter(f"Dear {NAMES[number % len(NAMES)]},\n\n{BODY}\n\nBest regards,\nAnna\n")


def reworded_greeting(number: int) -> bytes:
    hello = ("Hi there!", "Good morning,", "Hello again -", f"Dear friend no. {number},")[number % 4]
    return letter(
        f"{hello}\n\n{BODY}\n\n{('Cheers', 'Yours', 'All the best')[number % 3]}\nAnna\n", subject=f"News {number}"
    )


def synonyms(number: int) -> bytes:
    text = BODY
    for position, (word, other) in enumerate(SYNONYMS):
        if number >> position & 1:
            text = text.replace(word, other)
    return letter(text)


def shuffled(number: int) -> bytes:
    order = list(PARAGRAPHS)
    random.Random(number).shuffle(order)
    return letter("\n\n".join(order))


def homoglyphs(number: int) -> bytes:
    return letter("".join(c.translate(LOOKALIKES) if (i + number) % 3 == 0 else c for i, c in enumerate(BODY)))


def other_words(number: int, count: int) -> str:
    words = random.Random(number)
    return " ".join(
        f"{words.choice('bcdfgklmnprst')}{words.choice('aeiou')}{words.choice('lmnrs')}" for _ in range(count)
    )


def padded_with_other_text(number: int) -> bytes:
    """Three quarters as many words more in each message, every time others."""
    more = other_words(number, len(BODY.split()) * 3 // 4)
    return letter(f"{BODY}\n\n{more}" if number % 2 else f"{more}\n\n{BODY}")


def hidden_in_a_longer_text(number: int) -> bytes:
    """The first goes as it is, the others with twice as many words around it."""
    more = other_words(number, len(BODY.split()))
    return letter(f"{more}\n\n{BODY}\n\n{other_words(-number, len(BODY.split()))}" if number else BODY)


def zero_width(number: int) -> bytes:
    return letter("".join(c + "\u200b" if (i + number) % 4 == 0 else c for i, c in enumerate(BODY)))


def hidden_text(number: int) -> bytes:
    noise = " ".join(str(random.Random(number * 100 + i).random()) for i in range(200))
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return letter(f"<div style='display:none'>{noise}</div>{body}", content_type="text/html; charset=utf-8")


def white_on_white(number: int) -> bytes:
    noise = " ".join(str(random.Random(number * 100 + i).random()) for i in range(200))
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return letter(
        f"<body bgcolor='#ffffff'>{body}<font color='#ffffff'>{noise}</font></body>",
        content_type="text/html; charset=utf-8",
    )


def now_html_now_plain(number: int) -> bytes:
    if number % 2:
        return letter("".join(f"<p>{one}</p>" for one in PARAGRAPHS), content_type="text/html; charset=utf-8")
    return letter()


def mixed(*parts: str) -> bytes:
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return letter(body, content_type='multipart/mixed; boundary="b"')


def image_only(number: int) -> bytes:
    return mixed(
        f'Content-Type: text/html\n\n<img src="cid:{number}">',
        f"Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-ID: <{number}>\n\n{PICTURE}",
    )


def text_as_attachment(number: int) -> bytes:
    content = base64.b64encode(BODY.encode()).decode()
    return mixed(
        f"Content-Type: text/plain\n\nSee the attachment, {NAMES[number % len(NAMES)]}.",
        f'Content-Type: text/plain; name="n{number}.txt"\nContent-Disposition: attachment; filename="n{number}.txt"\n'
        f"Content-Transfer-Encoding: base64\n\n{content}",
    )


def link_only(number: int) -> bytes:
    return letter(f"{NAMES[number % len(NAMES)]}, look: https://studio-opening.example/open-day?ref={number}")


def forwarded(number: int) -> bytes:
    return letter(
        f"{NAMES[number % len(NAMES)]}, what do you think?\n\n---------- Forwarded message ---------\nFrom: Circlely\n"
        f"Subject: Join us\n\n{INVITATION}{number}\n\n{BODY}",
        subject="Fwd: Join us",
    )


@pytest.mark.parametrize(
    "write",
    [greeting, reworded_greeting, synonyms, shuffled, padded_with_other_text, hidden_in_a_longer_text,
     homoglyphs, zero_width, hidden_text, white_on_white,
     now_html_now_plain, image_only, text_as_attachment, link_only, forwarded],
    ids=lambda write: write.__name__,
)  # fmt: skip
def test_a_blast_in_disguise(write: Letter) -> None:
    assert Stage().blast(write, strangers(), every=1.0) <= FAST
    slow = Stage()
    assert slow.blast(write, strangers(30), every=720.0) <= SLOW
    assert slow.becauses() & {Because.CAMPAIGN, Because.CAMPAIGN_SHARED}, "not recognised as one content"


def test_a_text_written_anew_for_each_is_bounded_by_the_hour_and_the_credits() -> None:
    """Content cannot tell: an open problem, and the reason for the other two sums."""

    def anew(number: int) -> bytes:
        words = random.Random(number)
        return letter(
            " ".join(f"{words.choice('bcdfgklmnprst')}{words.choice('aeiou')}{words.randrange(999)}" for _ in range(60))
        )

    assert Stage().blast(anew, strangers(15), every=1.0) <= FAST
    assert Stage().blast(anew, strangers(30), every=720.0) <= SLOW


def test_an_invitation_costs_four_times_as_much_however_it_is_sent() -> None:
    def invitation(number: int) -> bytes:
        return letter(
            f"Hi {NAMES[number % len(NAMES)]}, {INVITATION}{number}", subject="Let's stay in touch on Circlely"
        )

    assert kind_of(Message.read(invitation(0))).kind is Kind.INVITATION
    assert Stage().blast(invitation, strangers(15), every=1.0) <= FAST
    assert Stage().blast(invitation, strangers(20), every=3 * 3600.0) <= 5


def test_a_calendar_invitation_to_everybody() -> None:
    def meeting(number: int) -> bytes:
        event = (
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:open-day-1@example.org\n"
            f"DTSTAMP:20260302T090000Z\nDTSTART:20260307T1{number % 10}0000Z\nSUMMARY:Open day {number}\n"
            "END:VEVENT\nEND:VCALENDAR\n"
        )
        return mixed("Content-Type: text/plain\n\nCome!", f"Content-Type: text/calendar; method=REQUEST\n\n{event}")

    assert kind_of(Message.read(meeting(0))).kind is Kind.MEETING
    stage = Stage()
    assert stage.blast(meeting, strangers(), every=1.0) <= FAST
    assert Stage().blast(meeting, strangers(), at_once=40) == 0


def test_an_unsubscribe_header_that_looks_proper_makes_a_newsletter_and_strangers_get_none() -> None:
    def proper(_: int) -> bytes:
        return letter(
            header="List-Unsubscribe: <https://studio.example/out>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
            "List-Id: Studio <news.studio.example>\nPrecedence: bulk"
        )

    stage = Stage()
    assert stage.blast(proper, strangers(), every=1.0) == 0
    assert Because.NO_CONSENT in stage.becauses()


def test_an_empty_return_path_is_no_way_around() -> None:
    stage = Stage()
    verdict = stage.send(letter(), strangers(1)[0], account="", login=False)
    assert verdict.ruling is Ruling.REFUSE
    assert Because.NULL_FORM in stage.becauses()


def test_a_signature_that_everybody_has_makes_no_campaign() -> None:
    """The other side: different short notes that share a signature and a logo go, one after another."""

    def note(number: int) -> bytes:
        words = random.Random(number)
        text = " ".join(words.choice(("yes", "no", "perhaps", "tomorrow", "lunch", "draft")) for _ in range(8))
        return letter(f"{text}\n\n-- \nAnna, Example Ltd.\nhttps://www.example.org/\n", subject=text)

    stage = Stage()
    friends = stage.friends(20)
    for number, friend in enumerate(friends):
        stage.now += 600.0
        assert stage.send(note(number), friend).ruling is Ruling.ACCEPT
    for number, person in enumerate(strangers(10)):
        stage.now += 40 * 3600.0
        stage.send(note(100 + number), person)
        assert not stage.becauses() & {Because.CAMPAIGN, Because.CAMPAIGN_SHARED, Because.INVITE_ALL}
