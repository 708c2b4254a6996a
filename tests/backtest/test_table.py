"""Reading archives: the table, mbox, folders of mail."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from gatekeeper.backtest.archive import read_archive
from gatekeeper.backtest.letter import subject_token
from gatekeeper.errors import UsageError
from gatekeeper.kinds.kind import Kind
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.message import message_key

HEADER = "time\tsender\trecipients\tmessage_id\tin_reply_to\tsubject\n"
NOW = 1_800_000_000.0
SETTINGS = LearnSettings(local_domains=frozenset({"site.example"}))


def test_a_table_is_read_in_time_order_each_message_once(tmp_path: Path) -> None:
    table = tmp_path / "mail.tsv"
    table.write_text(
        HEADER
        + "2017-07-15T10:00:00Z\tAnna@Site.example\tben@b.example,anna@site.example,Ben@B.example"
        + "\t<2@x>\t<1@x>\tRe: Tea\n"
        + "1500000000\tben@b.example\tanna@site.example\t<1@x>\t\tTea\n"
        + "1500000000\tben@b.example\tanna@site.example\t<1@x>\t\tTea\n"
        + "never\tben@b.example\tanna@site.example\t<3@x>\t\tno time\n"
    )
    archive = read_archive([table], SETTINGS, now=NOW)
    assert (archive.unusable, archive.repeated) == (1, 1)
    first, second = archive.letters
    assert first.at == 1_500_000_000.0
    assert second.recipients == ("ben@b.example",)
    assert second.cites == (message_key("<1@x>"),)


def test_a_table_without_recipients_says_what_is_missing(tmp_path: Path) -> None:
    table = tmp_path / "mail.tsv"
    table.write_text("time\tsender\n1\ta@b.example\n")
    with pytest.raises(UsageError, match="no column recipients"):
        read_archive([table], SETTINGS, now=NOW)


def test_an_archive_with_nothing_in_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.tsv").write_text(HEADER)
    with pytest.raises(UsageError, match="no message"):
        read_archive([tmp_path / "empty.tsv"], SETTINGS, now=NOW)


ANNA, BEN = "anna@example.org", "ben@example.org"


@pytest.mark.parametrize("subject", ["FW: RE[2]: room 99", "WG: Room  7", "room 7"])
def test_prefixes_case_and_digits_make_no_other_content(subject: str) -> None:
    assert subject_token(subject, 1, BEN) == subject_token("Room 1", 2, ANNA)


def test_an_answer_is_its_authors_own_words() -> None:
    assert subject_token("Re: Room 12", 1, ANNA) == subject_token("AW: Re: room 7", 2, ANNA)
    assert subject_token("Re: Room 12", 1, BEN) != subject_token("Re: Room 12", 2, ANNA)
    assert subject_token("Re: Room 12", 1, ANNA) != subject_token("Room 12", 2, ANNA)


def test_two_letters_without_subject_have_nothing_in_common() -> None:
    assert subject_token("", 1, ANNA) != subject_token("Re: ", 2, ANNA)


def _mail(number: int, *, subject: str = "Harvest") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Anna <anna@site.example>"
    mail["To"] = "Ben <ben@b.example>, Cleo <cleo@c.example>"
    mail["Date"] = f"Sat, 15 Jul 2017 10:00:{number:02} +0000"
    mail["Message-ID"] = f"<{number}@site.example>"
    mail["Subject"] = subject
    mail.set_content("The apples are ripe. Come and pick some with us on Sunday, and bring a basket.\n")
    return mail


def test_mbox_maildir_and_eml_give_the_same_letters(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "archive.mbox")
    folder = mailbox.Maildir(tmp_path / "maildir")
    (tmp_path / "eml").mkdir()
    for number in range(3):
        box.add(_mail(number))
        folder.add(_mail(number))
        (tmp_path / "eml" / f"{number}.eml").write_bytes(_mail(number).as_bytes())
    box.close()
    expected = [(f"<{number}@site.example>", ("ben@b.example", "cleo@c.example")) for number in range(3)]
    for path in ("archive.mbox", "maildir", "eml"):
        letters = read_archive([tmp_path / path], SETTINGS, now=NOW).letters
        assert [(one.key, one.recipients) for one in letters] == [(message_key(id_), who) for id_, who in expected]
        assert letters[1].paper.kind() is Kind.NOTE
        assert letters[1].paper.content().text == letters[2].paper.content().text


def test_a_lists_copy_is_judged_as_it_left_its_author(tmp_path: Path) -> None:
    mail = _mail(1)
    mail["List-Id"] = "Growers <growers.lists.example>"
    mail["List-Post"] = "<mailto:growers@lists.example>"
    mail["List-Unsubscribe"] = "<mailto:growers-leave@lists.example>"
    mail["Precedence"] = "list"
    (tmp_path / "1.eml").write_bytes(mail.as_bytes())
    (letter,) = read_archive([tmp_path / "1.eml"], SETTINGS, now=NOW).letters
    assert letter.paper.list_address() == "growers@lists.example"
    assert letter.paper.kind() is Kind.NOTE
    assert not letter.paper.has_unsubscribe()
    assert not letter.paper.content().tokens
    assert letter.paper.is_human()
