"""A glance: what is known for a note by its words alone, and what never is."""

from __future__ import annotations

import pytest

from gatekeeper.kinds.glance import note_at_a_glance
from gatekeeper.kinds.kind import Kind, kind_of
from gatekeeper.mail.message import Message

LETTER = (
    b"From: Ann <ann@site.example>\r\nTo: Bo <bo@homes.example>\r\nSubject: The ladder\r\n"
    b"Message-ID: <1@site.example>\r\nUser-Agent: Thunderbird\r\n\r\n"
    b"Dear Bo,\r\n\r\nthe blue ladder is behind the barn, as you said. I will carry it over when the rain stops.\r\n"
)


def glanced(content: bytes) -> Kind | None:
    found = note_at_a_glance(Message.read(content))
    return found.kind if found is not None else None


def test_an_invitation_in_the_middle_of_a_long_letter_is_seen() -> None:
    rain = b"It has rained since Monday, and the river is high again.\r\n" * 60
    long = LETTER.replace(b"\r\n\r\nDear Bo,", b"\r\n\r\nDear Bo,\r\n" + rain)
    assert glanced(long) is Kind.NOTE
    assert glanced(long + b"You are cordially invited to my birthday party.\r\n" + rain) is None


def test_a_plain_letter_is_a_note_at_a_glance_and_read_whole() -> None:
    assert glanced(LETTER) is Kind.NOTE
    assert kind_of(Message.read(LETTER)).kind is Kind.NOTE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"The ladder", b"You are invited to our summer party"),
        (b"The ladder", b"[ticket 7781] The ladder"),
        (b"the blue ladder", b"I invite you to join my network"),
        (b"the blue ladder", b"https://homes.example/ladder the blue ladder"),
        (b"User-Agent: Thunderbird", b"List-Unsubscribe: <mailto:leave@site.example>"),
        (b"User-Agent: Thunderbird", b"Auto-Submitted: auto-replied"),
        (b"User-Agent: Thunderbird", b"Content-Type: text/html"),
        (b"User-Agent: Thunderbird", b"Content-Type: multipart/mixed; boundary=x"),
        (b"User-Agent: Thunderbird", b"Content-Transfer-Encoding: base64"),
        (b"To: Bo <bo@homes.example>", b"To: undisclosed-recipients:;"),
        (b"ann@site.example>\r\nTo", b"noreply@site.example>\r\nTo"),
    ],
)
def test_whatever_could_be_more_than_a_note_is_read_whole(old: bytes, new: bytes) -> None:
    changed = LETTER.replace(old, new, 1)
    assert changed != LETTER
    assert glanced(changed) is None


def test_what_makes_a_pitch_or_calls_a_crowd_is_no_note_at_a_glance() -> None:
    ordinary = LETTER + b"Shall I come on Saturday? Our customers like the mill.\r\n"
    assert glanced(ordinary) is Kind.NOTE
    assert glanced(LETTER + b"We are a family firm. Prices from 40. Call us for a quote.\r\n") is None
    assert glanced(LETTER + b"There is a barbecue on Saturday, bring a friend.\r\n") is None
    assert glanced(LETTER.replace(b"The ladder", b"Now 5% off") + b"Half price until May.\r\n") is None
