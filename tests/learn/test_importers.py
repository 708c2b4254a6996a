"""Archives of every form: whole, broken, quoted, packed, taken up again."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.learn.importers import Claim, Progress, Skipped, consent, contacts, folder, mbox, thunderbird
from gatekeeper.learn.importers.archive import exchanges_of, is_counted_folder
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.policy.evidence import Exchange, Proof, What

NOW = 1_780_000_000.0
OWNER = LearnSettings(owners=("anna@example.org", "a.smith@example.org"))
SITE = LearnSettings(local_domains=frozenset({"example.org"}))
FROM_LINE = b"From bert@friend.example Mon Jan  5 10:00:00 2026\n"


def letter(number: int = 1, body: str = "Hello!\n", **header: str) -> bytes:
    fields = {"From": "bert@friend.example", "To": "anna@example.org", "Date": "Mon, 5 Jan 2026 10:00:00 +0000"}
    fields |= {"Message-ID": f"<{number}@friend.example>", "Subject": "hi"} | header
    return "".join(f"{name}: {text}\n" for name, text in fields.items() if text).encode() + b"\n" + body.encode()


def found(items: object) -> tuple[list[Exchange], list[Skipped]]:
    items = list(items)  # type: ignore[call-overload]  # any iterable of both
    return [i for i in items if isinstance(i, Exchange)], [i for i in items if isinstance(i, Skipped)]


def read_mbox(
    path: Path, site: LearnSettings = OWNER, progress: Progress | None = None
) -> tuple[list[Exchange], list[Skipped]]:
    return found(mbox.read([path], site, progress or Progress(), now=NOW))


def split(data: bytes) -> list[bytes | None]:
    return [content for _, content in mbox.messages(io.BytesIO(data))]


# One message ---------------------------------------------------------------------------------------------------


def one(content: bytes, site: LearnSettings) -> tuple[list[Exchange], list[Skipped]]:
    return found(exchanges_of(content, site, source="eml", place="here", now=NOW))


def test_what_the_owner_sent_went_out_to_everybody_in_to_cc_and_bcc():
    content = letter(
        From="Anna <A.Smith@example.org>", To="bert@friend.example", Cc="carl@x.example", Bcc="dora@y.example"
    )
    (exchange,), _ = one(content, OWNER)
    assert exchange.outbound
    assert exchange.author == "anna@example.org"
    assert [(e.contact, e.what, e.proof) for e in exchange.evidence] == [
        (c, What.SENT, Proof.AUTHENTICATED) for c in ("bert@friend.example", "carl@x.example", "dora@y.example")
    ]
    assert "dora@y.example" not in exchange.people


def test_what_others_wrote_came_in_as_claimed():
    (exchange,), _ = one(letter(), OWNER)
    assert not exchange.outbound
    assert [(e.sender, e.contact, e.what, e.proof) for e in exchange.evidence] == [
        ("anna@example.org", "bert@friend.example", What.WROTE, Proof.CLAIMED)
    ]


@pytest.mark.parametrize(("worth", "proof"), [("nothing", Proof.NONE), ("full", Proof.AUTHENTICATED)])
def test_history_without_proof_is_worth_what_the_site_says(worth: str, proof: Proof):
    site = LearnSettings(owners=("anna@example.org",), unauthenticated_history=worth)  # type: ignore[arg-type]
    assert one(letter(), site)[0][0].evidence[0].proof is proof


def test_without_an_owner_the_domain_says_who_is_ours_on_both_sides():
    exchanges, _ = one(letter(From="carl@example.org", To="anna@example.org, dora@y.example"), SITE)
    assert [(e.outbound, e.author) for e in exchanges] == [(True, "carl@example.org"), (False, "carl@example.org")]
    assert [e.contact for e in exchanges[0].evidence] == ["anna@example.org", "dora@y.example"]
    assert [(e.sender, e.contact) for e in exchanges[1].evidence] == [("anna@example.org", "carl@example.org")]


@pytest.mark.parametrize("date", ["Tue, 1 Jan 1980 00:00:00 +0000", "Fri, 1 Jan 2100 00:00:00 +0000", "yesterday", ""])
def test_mail_without_a_usable_date_is_skipped_and_told(date: str):
    exchanges, skipped = one(letter(Date=date), OWNER)
    assert exchanges == []
    assert [(s.place, s.why) for s in skipped] == [("here", "no date between 1990 and now")]


def test_the_time_is_when_our_own_server_took_it():
    received = b"Received: from out ([8.8.8.8]) by mx.example.org; Tue, 6 Jan 2026 09:00:00 +0000\n"
    (exchange,), _ = one(received + letter(), SITE)
    assert exchange.at == 1_767_690_000.0


def test_newsletters_and_robots_in_an_archive_teach_nothing():
    assert one(letter(**{"List-Unsubscribe": "<https://n.example>"}), OWNER) == ([], [])
    assert one(letter(From="no-reply@shop.example"), OWNER) == ([], [])


# mbox ----------------------------------------------------------------------------------------------------------


def test_an_mbox_gives_its_messages(tmp_path: Path):
    path = tmp_path / "in"
    path.write_bytes(b"".join(FROM_LINE + letter(n) + b"\n" for n in range(5)))
    progress = Progress()
    exchanges, skipped = read_mbox(path, progress=progress)
    assert (len(exchanges), skipped) == (5, [])
    assert (progress.messages, progress.done, progress.total) == (5, path.stat().st_size, path.stat().st_size)


def test_quoted_from_lines_come_back_as_they_were():
    data = FROM_LINE + letter(body="x\n\n>From here on\n>>From there\n") + b"\n" + FROM_LINE + letter(2)
    first, second = split(data)
    assert first is not None
    assert b"\nFrom here on\n>From there\n" in first
    assert second is not None


def test_a_line_that_begins_with_from_ends_no_message():
    data = (
        FROM_LINE
        + letter(body="x\n\nFrom what I hear, at 10:30 all is well.\nFrom then on.\n")
        + b"\n"
        + FROM_LINE
        + letter(2)
    )
    assert len(split(data)) == 2


def test_a_content_length_covers_lines_that_look_like_separators():
    body = "one\n\n" + FROM_LINE.decode() + "two\n"
    data = FROM_LINE + letter(body=body, **{"Content-Length": str(len(body))}) + b"\n" + FROM_LINE + letter(2)
    first, second = split(data)
    assert first is not None
    assert first.rstrip().endswith(b"two")
    assert second is not None


def test_a_content_length_that_lies_is_not_believed():
    data = FROM_LINE + letter(**{"Content-Length": "3"}) + b"\n" + FROM_LINE + letter(2)
    assert len(split(data)) == 2


@pytest.mark.parametrize(
    "line", [b"From - Mon Jan 05 10:00:00 2026\n", b"From MAILER-DAEMON Mon Jan 5 10:00:00 2026\r\n"]
)
def test_from_lines_of_other_programs(line: bytes):
    assert len(split(line + letter() + b"\n" + line + letter(2))) == 2


def test_a_long_message_is_read_in_constant_memory_and_the_next_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mbox, "CHUNK_OCTETS", 1_000)
    monkeypatch.setattr(mbox, "MAX_KEPT_OCTETS", 3_000)
    data = FROM_LINE + letter(body="line\n" * 10_000) + b"\n" + FROM_LINE + letter(2) + b"\n" + FROM_LINE + letter(3)
    pieces = list(mbox.messages(io.BytesIO(data)))
    assert next(len(content or b"") for _, content in pieces) == 3_000
    assert [data[offset : offset + 5] for offset, _ in pieces] == [b"From "] * 3
    assert pieces[1][1] == letter(2) + b"\n"


def test_a_packed_archive_and_one_that_was_cut_off(tmp_path: Path):
    data = b"".join(FROM_LINE + letter(n, body=f"{n * 7919} " * 500) + b"\n" for n in range(200))
    packed = gzip.compress(data)
    path = tmp_path / "in.gz"
    path.write_bytes(packed)
    assert len(read_mbox(path)[0]) == 200
    path.write_bytes(packed[: len(packed) // 2])
    exchanges, skipped = read_mbox(path)
    assert 0 < len(exchanges) < 200
    assert len(skipped) == 1
    assert "ends or breaks here" in skipped[0].why


def test_rubbish_before_the_first_message_is_told_with_its_place(tmp_path: Path):
    path = tmp_path / "in"
    path.write_bytes(b"rubbish\n\n" + FROM_LINE + letter())
    exchanges, skipped = read_mbox(path)
    assert len(exchanges) == 1
    assert [s.place for s in skipped] == [f"{path}: byte 0"]


def test_an_import_is_taken_up_where_it_stopped(tmp_path: Path):
    path = tmp_path / "in"
    path.write_bytes(b"".join(FROM_LINE + letter(n) + b"\n" for n in range(50)))
    progress = Progress()
    first = []
    for item in mbox.read([path], OWNER, progress, now=NOW):
        first.append(item)
        if len(first) == 20:
            break
    rest, _ = read_mbox(path, progress=Progress(position=dict(progress.position)))
    keys = {i.message_key for i in [*first, *rest] if isinstance(i, Exchange)}
    assert len(keys) == 50
    assert len(rest) <= 31


@given(
    st.lists(
        st.sampled_from([FROM_LINE, b"\n", b"From x\n", b"Content-Length: 9\n", b"a: b\n", b"\r\n", b"\xff"]),
        max_size=40,
    )
)
@settings(max_examples=150, deadline=None)
def test_splitting_loses_no_octet_and_ends(pieces: list[bytes]):
    data = b"".join(pieces)
    offsets = [offset for offset, _ in mbox.messages(io.BytesIO(data))]
    assert offsets == sorted(set(offsets))
    assert not data or offsets[0] == 0


@given(st.binary(max_size=800))
@settings(max_examples=150, deadline=None)
def test_importing_noise_never_raises(noise: bytes):
    for site in (OWNER, SITE):
        one(noise, site)
        one(letter() + noise, site)
        one(b"From: anna@example.org\nDate: " + noise, site)


# Folders -------------------------------------------------------------------------------------------------------


def test_a_maildir_tree_without_drafts_and_junk(tmp_path: Path):
    for number, name in enumerate(["", ".Work", ".Work.2025", ".Junk", ".Drafts"]):
        for part in ("cur", "new", "tmp"):
            (tmp_path / name / part).mkdir(parents=True)
            (tmp_path / name / part / f"{number}{part}:2,S").write_bytes(
                letter(10 * number + len(part) * 3 + (part == "new"))
            )
    progress = Progress()
    exchanges, skipped = found(folder.read_maildir([tmp_path], OWNER, progress, now=NOW))
    assert (len(exchanges), skipped, progress.messages) == (6, [], 6)
    assert (progress.unit, progress.done, progress.total) == ("messages", 6, 6)


def test_eml_files_given_and_below_directories(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.eml").write_bytes(letter(1))
    (tmp_path / "a" / "notes.txt").write_bytes(letter(2))
    (tmp_path / "3.EML").write_bytes(letter(3))
    exchanges, _ = found(folder.read_eml([tmp_path / "a", tmp_path / "3.EML"], OWNER, Progress(), now=NOW))
    assert len(exchanges) == 2


def test_a_thunderbird_profile(tmp_path: Path):
    mail = tmp_path / "Mail" / "Local Folders"
    (mail / "Archive.sbd").mkdir(parents=True)
    for name in ("Inbox", "Archive.sbd/2025", "Junk", "Drafts"):
        (mail / name).write_bytes(FROM_LINE.replace(b"bert@friend.example", b"-") + letter(len(name)))
    (mail / "Inbox.msf").write_bytes(b"// <!-- index -->")
    (tmp_path / "prefs.js").write_bytes(b"From nothing")
    exchanges, skipped = found(thunderbird.read([tmp_path], OWNER, Progress(), now=NOW))
    assert (len(exchanges), skipped) == (2, [])


@pytest.mark.parametrize(
    "name", [".Junk", "Junk E-mail", "Spam", ".INBOX.Drafts", "Entwürfe", "[Gmail]/Spam", "Brouillons", "下書き"]
)
def test_folders_that_do_not_count(name: str):
    assert not is_counted_folder(name)


@pytest.mark.parametrize("name", ["Inbox", "Sent", ".Sent Items", "Projects", "Spam reports from customers", "Archive"])
def test_folders_that_count(name: str):
    assert is_counted_folder(name)


# Address books and consent -------------------------------------------------------------------------------------


def test_an_address_book_is_a_claim_and_builds_nothing(tmp_path: Path):
    (tmp_path / "a.csv").write_text("Name,E-mail\nBert,Bert@Friend.example\nCarl,carl@x.example\n", encoding="utf-8")
    (tmp_path / "b.vcf").write_text("BEGIN:VCARD\nEMAIL;TYPE=work:dora@y.example\nitem1.EMAIL:e@z.example\nEND:VCARD\n")
    items = list(contacts.read([tmp_path / "a.csv", tmp_path / "b.vcf"], OWNER, Progress(), now=NOW))
    assert {item.contact for item in items if isinstance(item, Claim)} == {
        "bert@friend.example",
        "carl@x.example",
        "dora@y.example",
        "e@z.example",
    }
    assert not any(isinstance(item, Exchange) for item in items)


def test_a_consent_list(tmp_path: Path):
    path = tmp_path / "consent.csv"
    path.write_text(
        "Email;List;Date;Source;Double opt-in\nbert@friend.example;news;2025-05-01;fair;yes\n"
        "carl@x.example;news;2025-05-01T10:00:00+02:00;form;no\nnobody;news;2025-05-01;form;no\ndora@y.example;news;1970-01-01;;\n"
    )
    exchanges, skipped = found(consent.read([path], SITE, Progress(), now=NOW))
    assert [(e.evidence[0].contact, e.evidence[0].purpose, e.evidence[0].permanent) for e in exchanges] == [
        ("bert@friend.example", "news", True),
        ("carl@x.example", "news", False),
    ]
    assert [s.place for s in skipped] == [f"{path}: line 4", f"{path}: line 5"]


def test_a_list_without_the_columns_is_told(tmp_path: Path):
    (tmp_path / "c.csv").write_text("bert@friend.example\n")
    _, skipped = found(consent.read([tmp_path / "c.csv"], SITE, Progress(), now=NOW))
    assert "columns" in skipped[0].why


@pytest.mark.parametrize("reader", [contacts.read, consent.read])
@given(noise=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_tables_of_noise_never_raise(
    reader: Callable[..., object], noise: bytes, tmp_path_factory: pytest.TempPathFactory
):
    path = tmp_path_factory.mktemp("noise") / "x.csv"
    for content in (noise, b"address,purpose,date\n" + noise):
        path.write_bytes(content)
        list(reader([path], OWNER, Progress(), now=NOW))  # type: ignore[call-overload]  # both readers give iterators


def test_the_links_of_archived_answers_are_a_signature_and_those_of_a_blast_are_not():
    ours = {"From": "anna@example.org", "To": "bert@friend.example", "Subject": "Re: hi"}
    body = "Yes.\n-- \nAnna, https://anna.example/about/me\n"
    answers = [letter(n, body, **ours, **{"In-Reply-To": "<7@friend.example>"}) for n in range(100)]
    blast = [letter(n, body, **ours) for n in range(100, 200)]
    carried = [[bool(one(content, OWNER)[0][0].links) for content in mails] for mails in (answers, blast)]
    assert 2 <= sum(carried[0]) <= 40, "one in eight"
    assert sum(carried[1]) == 0
