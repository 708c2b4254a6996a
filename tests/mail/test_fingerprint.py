"""Fingerprints: the same content is found however it is dressed up, and different notes are told apart."""

from __future__ import annotations

import base64
import itertools

import pytest

from gatekeeper.mail.fingerprint import SAME_TEXT, Fingerprint, bands, fingerprint_of, similarity
from gatekeeper.mail.message import Message
from tests.kinds.written_mails import all_written, written

PARAGRAPHS = (
    "After many years in the trade I have opened a small studio for furniture made to measure, down at the old "
    "harbour.",
    "We build tables, shelves and beds from local ash and oak, and we repair what others would throw away.",
    "On Saturday the doors are open all day: come and see the machines, try the chairs and have a glass of "
    "cider with us.",
    "If you know somebody who is looking for a craftsman, I would be glad if you told them about the studio.",
)
BODY = "\n\n".join(PARAGRAPHS)
HTML = "Content-Type: text/html; charset=utf-8"


def mark(body: str, header: str = "", subject: str = "Studio") -> Fingerprint:
    return fingerprint_of(Message.read(written(subject=subject, body=body, header=header)))


def alike(one: Fingerprint, other: Fingerprint) -> bool:
    """As a campaign compares them: a shared band first, then the estimate."""
    return bool(set(bands(one.text)) & set(bands(other.text))) and similarity(one.text, other.text) >= SAME_TEXT


PLAIN = mark(f"Hi Bob,\n\n{BODY}\n\nBest regards,\nAnn\n")


def _homoglyphs(text: str) -> str:
    return text.translate(str.maketrans({"a": "а", "e": "е", "o": "о", "i": "і", "c": "с"}))


@pytest.mark.parametrize(
    ("story", "body", "header"),
    [
        ("another name in the greeting", f"Dear Mrs Eleanor van der Meer,\n\n{BODY}\n\nBest regards,\nAnn\n", ""),
        ("another greeting and closing", f"Good morning Kim!\n\n{BODY}\n\nCheers\nAnn Lee\n+44 20 1234\n", ""),
        ("synonyms", BODY.replace("small", "tiny").replace("glad", "happy").replace("throw away", "discard"), ""),
        ("shuffled paragraphs", "\n\n".join(PARAGRAPHS[::-1]), ""),
        ("homoglyphs", _homoglyphs(BODY), ""),
        ("zero width", BODY.replace("e", "e\u200b"), ""),
        ("full width", "".join(chr(ord(c) + 0xFEE0) if "a" <= c <= "z" else c for c in BODY), ""),
        ("accents", BODY.replace("e", "e\u0301"), ""),
        ("capitals", BODY.upper(), ""),
        ("HTML", "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), HTML),
        ("split by tags", "".join(f"<p>{p.replace('e', '<b></b>e')}</p>" for p in PARAGRAPHS), HTML),
        (
            "hidden text",
            "".join(
                f"<p>{p}</p><div style='font-size:0'>{i * 977} lorem ipsum dolor sit</div>"
                for i, p in enumerate(PARAGRAPHS)
            ),
            HTML,
        ),
        (
            "white on white",
            f"<p>{BODY}</p><p style='color:#fefefe'>Completely other words that nobody can read stand here in "
            f"great number</p>",
            HTML,
        ),
        ("a forward", f"---------- Forwarded message ---------\nFrom: x@example.org\n\n{BODY}\n", ""),
        (
            "made to look like an answer",
            f"{BODY}\n\nOn Mon, 3 Jun 2024, Bob <bob@example.net> wrote:\n> Hello Ann, how are you?\n",
            "",
        ),
        ("all of it quoted", "".join(f"> {line}\n" for line in BODY.split("\n")), ""),
        (
            "text as an attachment",
            "--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: text/plain; name=a.txt\n"
            f"Content-Disposition: attachment; filename=a.txt\n\n{BODY}\n--b--\n",
            "Content-Type: multipart/mixed; boundary=b",
        ),
        (
            "base64",
            base64.encodebytes(BODY.encode()).decode(),
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
        ),
    ],
)
def test_the_same_text_is_found(story: str, body: str, header: str) -> None:
    other = mark(body, header)
    assert alike(PLAIN, other), f"{story}: {similarity(PLAIN.text, other.text):.2f}"


def test_different_notes_are_told_apart() -> None:
    mails = [fingerprint_of(Message.read(mail.content)) for mail in all_written()]
    pairs = [(a, b) for a, b in itertools.combinations(mails, 2) if a.text and b.text]
    assert not [pair for pair in pairs if alike(*pair)]


def test_short_notes_with_the_same_signature_and_legal_notice_are_different() -> None:
    notice = (
        "\n\nThis e-mail is confidential and intended only for the person it is addressed to. If you are not "
        "the intended "
        "recipient please delete it, tell the sender, and do not copy it or use what it says for any purpose "
        "whatsoever.\n"
    )
    signature = "\n\nKind regards,\nAnn Lee\nHead of Furniture\nHarbour Studio Ltd, 1 Quay Street\nTel. 020 1234 5678\n"
    one = mark(f"Bob, can you send me the drawings of the oak table until Friday, please?{signature}{notice}")
    two = mark(f"Carol, the saw blade is broken, so the shelves will be a week late, sorry.{signature}{notice}")
    assert not alike(one, two)


def test_texts_without_spaces_are_compared_too() -> None:
    text = "港の近くに小さな家具の工房を開きました。土曜日は一日中開いていますので、ぜひ機械や椅子を見に来てください。"
    one, two = mark(f"田中様\n{text}"), mark(f"佐藤様\n{text}")
    assert alike(one, two)


def test_short_texts_have_no_text_mark() -> None:
    assert mark("Thanks, see you tomorrow!").text == b""


PICTURE = base64.encodebytes(bytes(range(256)) * 16).decode()


def _with_part(kind: str, body: str, text: str = "Hello") -> str:
    return (
        f"--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n"
        f"Content-Disposition: attachment; filename=a\n\n{body}\n--b--\n"
    )


def test_an_attached_file_marks_the_content() -> None:
    header = "Content-Type: multipart/mixed; boundary=b"
    one, two = (
        mark(_with_part("application/pdf", PICTURE, text), header) for text in ("Hi Bob", "Dear Carol, see file")
    )
    assert one.tokens == two.tokens != frozenset()
    assert not mark(_with_part("application/pgp-signature", PICTURE), header).tokens


def test_a_picture_alone_is_the_content_and_a_logo_is_not() -> None:
    header = "Content-Type: multipart/related; boundary=b"
    picture = f"--b\nContent-Type: image/png\nContent-ID: <p>\nContent-Transfer-Encoding: base64\n\n{PICTURE}\n--b--\n"
    alone = mark(f"--b\nContent-Type: text/html\n\n<img src='cid:p'>\n{picture}", header)
    logo = mark(f"--b\nContent-Type: text/html\n\n<p>{BODY}</p><img src='cid:p'>\n{picture}", header)
    assert alone.tokens and not logo.tokens


def test_calendar_uid_list_and_campaign_mark_the_content() -> None:
    event = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:{}\nEND:VEVENT\nEND:VCALENDAR\n"
    header = "Content-Type: text/calendar; method=REQUEST"
    assert mark(event.format("a@x"), header).tokens == mark(event.format("a@x"), header).tokens
    assert mark(event.format("a@x"), header).tokens != mark(event.format("b@x"), header).tokens
    assert mark("x", "List-Id: <a.example>").tokens == mark("y", "List-Id: A <A.example>").tokens != frozenset()
    assert mark("x", "Feedback-ID: c1:77:bulk:svc").tokens
    assert not mark("x", "Feedback-ID: i68a:Provider").tokens, "some providers mark every mail of a person like that"


def test_links_with_tokens_share_their_shape() -> None:
    one, two = (
        mark(f"Join: https://net.example/invite/{token}?utm_source=x") for token in ("8a7b6c5d4e", "1122334455")
    )
    assert one.links & two.links
    home = mark("Hello\n\nhttps://www.example.com/\nhttps://www.linkedin.com/\n")
    assert (
        not mark("https://docs.google.com/document/d/1aB2cD3eF4").links
        & mark("https://docs.google.com/document/d/9zY8").links
    )
    assert home.links == frozenset(), "a signature: the own home page, the icon of a network"


def test_links_of_a_quotation_are_the_others() -> None:
    answer = mark("Fine, Ann\n\nOn Mon, 3 Jun 2024, Bob <bob@example.net> wrote:\n> see https://b.example/page/one\n")
    assert not answer.links


def test_similarity_and_bands_take_empty_marks() -> None:
    assert similarity(b"", PLAIN.text) == 0.0
    assert bands(b"") == ()
    assert len(set(bands(PLAIN.text))) == 42
    assert all(0 <= band < 1 << 63 for band in bands(PLAIN.text))
