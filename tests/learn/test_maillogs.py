"""Logs of MTAs: lines joined by queue id, rotated files, filters, failures; and what is left out."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.learn.importers import Progress, Skipped, exim_log, logged, postfix_log
from gatekeeper.learn.importers.logged import syslog_time
from gatekeeper.learn.importers.queue_ids import Queue
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.message import message_key
from gatekeeper.policy.evidence import Exchange, Proof, What

NOW = 1_780_000_000.0
SITE = LearnSettings(local_domains=frozenset({"example.org"}), aliases={"a.smith@example.org": "anna@example.org"})
Reader = Callable[..., Iterator[Exchange | Skipped]]


def stamp(second: int) -> str:
    return f"2026-01-05T10:00:{second:02}.000000+00:00 mx"


def postfix(
    id_: str, sender: str, *recipients: str, login: str = "", status: str = "dsn=2.0.0, status=sent (250 ok)"
) -> str:
    login = f", sasl_method=PLAIN, sasl_username={login}" if login else ""
    lines = [
        f"{stamp(1)} postfix/smtpd[1]: {id_}: client=host[192.0.2.1]{login}",
        f"{stamp(2)} postfix/cleanup[2]: {id_}: message-id=<{id_}@example.org>",
        f"{stamp(3)} postfix/qmgr[3]: {id_}: from=<{sender}>, size=99, nrcpt=1 (queue active)",
        *(
            f"{stamp(4)} postfix/smtp[4]: {id_}: to=<{r}>, relay=mx.x[192.0.2.9]:25, delay=1, {status}"
            for r in recipients
        ),
        f"{stamp(5)} postfix/qmgr[3]: {id_}: removed",
    ]
    return "".join(line + "\n" for line in lines)


def read(reader: Reader, paths: Sequence[Path], site: LearnSettings = SITE) -> list[Exchange]:
    items = list(reader(paths, site, Progress(), now=NOW))
    assert not any(isinstance(item, Skipped) for item in items)
    return [item for item in items if isinstance(item, Exchange)]


def evidence(tmp_path: Path, text: str, reader: Reader = postfix_log.read) -> list[tuple[str, str, What]]:
    (tmp_path / "log").write_text(text)
    return [(e.sender, e.contact, e.what) for x in read(reader, [tmp_path / "log"]) for e in x.evidence]


def test_what_was_delivered_was_sent(tmp_path: Path):
    (tmp_path / "log").write_text(postfix("ABC123", "anna@example.org", "bert@friend.example", "carl@x.example"))
    (exchange,) = read(postfix_log.read, [tmp_path / "log"])
    assert exchange.outbound
    assert exchange.message_key == message_key("<ABC123@example.org>")
    assert [(e.contact, e.what, e.proof, e.at) for e in exchange.evidence] == [
        (contact, What.SENT, Proof.AUTHENTICATED, 1_767_607_204.0)
        for contact in ("bert@friend.example", "carl@x.example")
    ]


def test_the_login_is_the_sender_whatever_the_envelope_says(tmp_path: Path):
    text = postfix("ABC123", "news@example.org", "bert@friend.example", login="a.smith@example.org")
    assert evidence(tmp_path, text) == [("anna@example.org", "bert@friend.example", What.SENT)]


def test_a_content_filter_in_between_neither_hides_nor_doubles(tmp_path: Path):
    first = postfix("ABC123", "anna@example.org", "bert@friend.example", login="anna@example.org")
    first = first.replace("relay=mx.x[192.0.2.9]", "relay=127.0.0.1[127.0.0.1]")
    second = postfix("DEF456", "anna@example.org", "bert@friend.example").replace("<DEF456@", "<ABC123@")
    assert evidence(tmp_path, first + second) == [("anna@example.org", "bert@friend.example", What.SENT)]


@pytest.mark.parametrize(
    ("status", "permanent"), [("dsn=5.1.1, status=bounced (no)", True), ("dsn=4.4.1, status=bounced (no)", False)]
)
def test_what_bounced_was_not_sent(tmp_path: Path, status: str, permanent: bool):
    (tmp_path / "log").write_text(postfix("ABC123", "anna@example.org", "bert@friend.example", status=status))
    (exchange,) = read(postfix_log.read, [tmp_path / "log"])
    assert [(e.what, e.permanent) for e in exchange.evidence] == [(What.BOUNCED, permanent)]


def test_what_is_deferred_is_nothing_yet(tmp_path: Path):
    assert (
        evidence(
            tmp_path, postfix("ABC123", "anna@example.org", "b@x.example", status="dsn=4.4.1, status=deferred (x)")
        )
        == []
    )


def test_who_wrote_to_us_is_a_claim(tmp_path: Path):
    (tmp_path / "log").write_text(postfix("ABC123", "bert@friend.example", "anna@example.org"))
    (exchange,) = read(postfix_log.read, [tmp_path / "log"])
    assert [(e.sender, e.contact, e.what, e.proof) for e in exchange.evidence] == [
        ("anna@example.org", "bert@friend.example", What.WROTE, Proof.CLAIMED)
    ]


@pytest.mark.parametrize(
    "sender",
    [
        "",
        "no-reply@shop.example",
        "bounce-123456@news.example",
        "list-bounces@lists.example",
        "anna=example.org@srs.example",
        "owner-talk@x.example",
    ],
)
def test_machines_are_left_out(tmp_path: Path, sender: str):
    assert evidence(tmp_path, postfix("ABC123", sender, "anna@example.org")) == []


def test_queue_ids_join_across_rotated_files_in_any_order(tmp_path: Path):
    lines = postfix("ABC123", "anna@example.org", "bert@friend.example").splitlines(keepends=True)
    (tmp_path / "mail.log").write_text("".join(lines[3:]))
    with gzip.open(tmp_path / "mail.log.1.gz", "wt") as file:
        file.write("".join(lines[:3]))
    assert len(read(postfix_log.read, [tmp_path / "mail.log", tmp_path / "mail.log.1.gz"])) == 1


def test_mails_without_a_message_id_are_not_one_mail(tmp_path: Path):
    first = postfix("ABC123", "anna@example.org", "bert@friend.example", login="anna@example.org")
    second = postfix("DEF456", "bert@friend.example", "anna@example.org")
    text = (first + second).replace("<ABC123@example.org>", "<>").replace("<DEF456@example.org>", "<>")
    found = evidence(tmp_path, text)
    assert [one[2] for one in found] == [What.SENT, What.WROTE], "nor does the login of one stand for the other"


def _rotated(folder: Path) -> list[Path]:
    """Three files of one log, the oldest packed: mails that overlap, one that waits through all of them, a client
    that logs in and leaves, and a mail that goes through a filter."""
    slow = postfix("5107AA", "anna@example.org", "slow@friend.example", login="anna@example.org").splitlines(True)
    lines = [*slow[:3], f"{stamp(1)} postfix/smtpd[1]: 901111: client=x[192.0.2.1], sasl_username=anna@example.org\n"]
    for number in range(60):
        contact = f"friend{number}@friend.example"
        pair = ("anna@example.org", contact) if number % 3 else (contact, "anna@example.org")
        mail = postfix(f"{0xA00000 + number:06X}", *pair).splitlines(True)
        lines[-2:] = [mail[0], *lines[-2:], *mail[1:]]  # the lines of neighbours stand among each other
    passed = postfix("F11E01", "news@example.org", "fritz@friend.example", login="anna@example.org")
    lines += passed.replace("mx.x[192.0.2.9]", "127.0.0.1[127.0.0.1]").splitlines(True)
    again = postfix("F11E02", "news@example.org", "fritz@friend.example").replace("<F11E02@", "<F11E01@")
    lines += [*again.splitlines(True), *slow[3:]]
    paths = [folder / "mail.log.2.gz", folder / "mail.log.1", folder / "mail.log"]
    for number, path in enumerate(paths):
        text = "".join(lines[number * 110 : (number + 1) * 110 if number < 2 else None])
        for second in range(1, 6):  # each file is an hour later than the one before
            text = text.replace(stamp(second), stamp(second).replace("T10:", f"T1{number}:"))
        path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return paths


def _pieces(found: Iterator[Exchange | Skipped]) -> Iterator[tuple[int, str, str, str]]:
    for item in found:
        assert isinstance(item, Exchange)
        yield from ((item.message_key, one.sender, one.contact, str(one.what)) for one in item.evidence)


def test_an_interrupted_import_of_rotated_logs_goes_on_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(logged, "LINES_BETWEEN_LOOKS", 5)
    monkeypatch.setattr(logged, "LINES_BETWEEN_PLACES", 10)
    paths = _rotated(tmp_path)
    whole = list(_pieces(postfix_log.read(paths, SITE, Progress(), now=NOW)))
    assert len(whole) == len(set(whole)) == 62
    read_again = []
    for stop in range(1, len(whole) + 1):
        progress = Progress()
        reading = _pieces(postfix_log.read(paths, SITE, progress, now=NOW))
        first = [next(reading) for _ in range(stop)]
        later = Progress(position=dict(progress.position))
        second = list(_pieces(postfix_log.read(paths, SITE, later, now=NOW)))
        assert set(first) | set(second) == set(whole), f"stopped after {stop}"
        read_again.append(stop + len(second) - len(whole))
    assert read_again[-1] <= len(whole)


def test_a_log_that_grew_and_was_rotated_is_read_from_where_it_ended(tmp_path: Path):
    old = "".join(postfix(f"{n:06X}", "anna@example.org", f"p{n}@friend.example") for n in range(0xA000, 0xA100))
    (tmp_path / "mail.log").write_text(old)
    first = Progress()
    assert len(list(postfix_log.read([tmp_path / "mail.log"], SITE, first, now=NOW))) == 256
    (tmp_path / "mail.log.1.gz").write_bytes(gzip.compress(old.encode()))
    new = postfix("BBBBBB", "anna@example.org", "new@friend.example").replace("T10:", "T12:")
    (tmp_path / "mail.log").write_text(new)
    second = Progress(position=first.position)
    paths = [tmp_path / "mail.log", tmp_path / "mail.log.1.gz"]
    found = list(_pieces(postfix_log.read(paths, SITE, second, now=NOW)))
    assert [one[2] for one in found] == ["new@friend.example"]
    assert list(postfix_log.read(paths, SITE, Progress(position=second.position), now=NOW)) == []


def test_a_line_that_is_being_written_is_read_when_it_is_whole(tmp_path: Path):
    text = postfix("ABC123", "anna@example.org", "bert@friend.example")
    (tmp_path / "log").write_text(text[:-20])
    progress = Progress()
    first = list(_pieces(postfix_log.read([tmp_path / "log"], SITE, progress, now=NOW)))
    (tmp_path / "log").write_text(text)
    second = list(_pieces(postfix_log.read([tmp_path / "log"], SITE, progress, now=NOW)))
    assert set(first) | set(second) == {
        (message_key("<ABC123@example.org>"), "anna@example.org", "bert@friend.example", "sent")
    }


def test_a_stamp_without_a_year_is_the_last_such_day():
    latest = 1_767_600_000.0  # 5 January 2026
    december, january = syslog_time("Dec 31 23:00:00", latest), syslog_time("Jan  2 01:00:00", latest)
    assert december is not None
    assert january is not None
    assert december < january < latest
    assert syslog_time("Foo 99 1:2:3", latest) is None


def test_a_line_from_a_year_to_come_teaches_nothing(tmp_path: Path):
    text = postfix("ABC123", "anna@example.org", "bert@friend.example")
    assert len(evidence(tmp_path, text)) == 1
    assert evidence(tmp_path, text.replace("2026-01-05", "2826-01-05")) == []


def test_a_traditional_syslog_is_read_by_its_files_year(tmp_path: Path):
    text = postfix("ABC123", "anna@example.org", "bert@friend.example")
    for second in range(1, 6):
        text = text.replace(stamp(second), f"Jan  5 10:00:{second:02} mx")
    path = tmp_path / "log"
    path.write_text(text)
    os.utime(path, (1_420_500_000, 1_420_500_000))  # 6 January 2015
    (exchange,) = read(postfix_log.read, [path])
    assert 1_420_400_000 < exchange.at < 1_420_500_000


EXIM = """\
2026-01-05 10:00:01 1vAbCd-000AFB-07 <= anna@example.org H=pc [192.0.2.1] A=plain:a.smith@example.org id=q1@example.org
2026-01-05 10:00:02 1vAbCd-000AFB-07 => bert@friend.example R=dnslookup T=remote_smtp H=mx [192.0.2.9] C="250 ok"
2026-01-05 10:00:02 1vAbCd-000AFB-07 -> carl@x.example R=dnslookup T=remote_smtp H=mx [192.0.2.9] C="250 ok"
2026-01-05 10:00:03 1vAbCd-000AFB-07 ** dora@y.example R=dnslookup T=remote_smtp: 550 unknown user
2026-01-05 10:00:03 1vAbCd-000AFB-07 Completed
2026-01-05 10:00:04 1vAbCe-00000000AFB-0007 <= bert@friend.example H=mx [192.0.2.9] P=esmtps S=99 id=q2@friend.example
2026-01-05 10:00:05 1vAbCe-00000000AFB-0007 => anna <anna@example.org> R=localuser T=local_delivery
2026-01-05 10:00:05 1vAbCe-00000000AFB-0007 Completed
2026-01-05 10:00:06 1vAbCf-000AFB-09 <= <> R=1vAbCd-000AFB-07 U=mail P=local S=99
2026-01-05 10:00:06 1vAbCf-000AFB-09 => anna <anna@example.org> R=localuser T=local_delivery
"""


def test_an_exim_log(tmp_path: Path):
    assert evidence(tmp_path, EXIM, exim_log.read) == [
        ("anna@example.org", "bert@friend.example", What.SENT),
        ("anna@example.org", "carl@x.example", What.SENT),
        ("anna@example.org", "dora@y.example", What.BOUNCED),
        ("anna@example.org", "bert@friend.example", What.WROTE),
    ]


def test_a_packed_log_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path):
    text = "".join(postfix(f"{n:06X}", "anna@example.org", f"p{n * 7919}@friend.example") for n in range(500))
    path = tmp_path / "mail.log.1.gz"
    path.write_bytes(gzip.compress(text.encode())[:-2_000])
    items = list(postfix_log.read([path], SITE, Progress(), now=NOW))
    assert sum(isinstance(item, Exchange) for item in items) > 100
    assert [item.why[:28] for item in items if isinstance(item, Skipped)] == ["the file ends or breaks here"]


@pytest.mark.parametrize("take", [postfix_log.take_line, exim_log.take_line])
@given(
    st.sampled_from([*postfix("ABC123", "a@example.org", "b@x.example").splitlines(), *EXIM.split("\n")]),
    st.integers(0, 200),
    st.text(max_size=40),
)
@settings(max_examples=200, deadline=None)
def test_a_line_of_noise_never_raises(take: Callable[[str, float, Queue], object], line: str, at: int, noise: str):
    take(line[:at] + noise + line[at:], NOW, Queue())
