"""The commands: facts for people and programs, one line for each mistake, and the exit codes of sysexits.h."""

from __future__ import annotations

import json
import mailbox
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from gatekeeper.cli import main as cli

ANN = "ann@example.org"
BOB = "bob@example.net"
STRANGERS = tuple(f"person{number}@elsewhere{number}.example" for number in range(30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> Any:
        """The one line of JSON that it printed."""
        (line,) = self.out.splitlines()
        return json.loads(line)


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs commands in a folder of a site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gatekeeper.toml").write_text('local_domains = ["example.org"]\nramp = "off"\n', encoding="utf-8")

    def command(*arguments: str) -> Done:
        monkeypatch.setattr("sys.argv", ["gatekeeper", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capfd.readouterr()
        assert "Traceback" not in told.err
        return Done(code=int(ended.value.code or 0), out=told.out, err=told.err)

    yield command


def mail(author: str, to: str, subject: str, *, date: str = "Mon, 02 Nov 2026 10:00:00 +0000") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = author, to, subject, date
    made["Message-ID"] = f"<{abs(hash((author, to, subject)))}@{author.partition('@')[2]}>"
    made.set_content("Tea tomorrow?\n")
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Ann wrote to Bob, and Bob answered; a broken piece between."""
    path = tmp_path / "archive.mbox"
    box = mailbox.mbox(path)
    box.add(mail(ANN, BOB, "Tea"))
    box.add(mail(BOB, ANN, "Re: Tea", date="Tue, 03 Nov 2026 10:00:00 +0000"))
    box.add(mail(BOB, ANN, "Undated", date="Mon, 01 Jan 1900 10:00:00 +0000"))
    box.close()
    return path


def test_an_archive_is_imported_once_and_taken_back(run: Run, archive: Path) -> None:
    first = run("import", "mbox", str(archive), "--owner", ANN, "--json").facts
    assert (first["messages"], first["new"], first["evidence"]) == (3, 2, 2)
    assert [one["why"] for one in first["skipped"]] == ["no date between 1990 and now"]
    again = run("import", "mbox", str(archive), "--owner", ANN, "--json").facts
    assert (again["new"], again["repeated"]) == (0, 2)
    pair = run("contact", ANN, BOB, "--json").facts
    assert pair["stage"] == "known"
    assert [one["what"] for one in pair["evidence"]] == ["sent", "wrote"]
    listed = [json.loads(line) for line in run("import", "list", "--json").out.splitlines()]
    assert [one["id"] for one in listed] == [2, 1]
    assert run("import", "undo", "1", "--json").facts == {"batch": 1, "evidence": 2}
    assert run("contact", ANN, BOB, "--json").facts["stage"] == "stranger"


def test_a_dry_run_reads_and_keeps_nothing(run: Run, archive: Path) -> None:
    done = run("import", "mbox", str(archive), "--owner", ANN, "--dry-run")
    assert "Nothing was kept" in done.out
    run("db", "upgrade")
    assert run("status", "--json").facts["evidence"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",), ("sender", ANN), ("contact", ANN, BOB), ("allow", ANN, BOB), ("close", ANN, BOB), ("thaw", ANN),
        ("explain", "1m84c76n3cex9p"), ("export", ANN), ("forget", ANN), ("queue", "list"), ("held", "list"),
        ("import", "list"), ("import", "undo", "1"), ("jobs", "list"), ("jobs", "run", "prune"),
        ("leave-link", ANN, BOB), ("join-link", ANN, BOB),
    ],
)  # fmt: skip
def test_a_mistyped_database_is_told_and_not_made(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (66, "")
    assert done.err.startswith("gatekeeper: database: there is no var/gatekeeper.db; if the path is right, ")
    assert not (tmp_path / "var").exists()


def test_what_makes_a_new_database_says_so(run: Run, archive: Path) -> None:
    told = "database: var/gatekeeper.db is a new one\n"
    assert run("import", "mbox", str(archive), "--owner", ANN).err == told
    assert run("import", "mbox", str(archive), "--owner", ANN).err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("nonsense",), 64, "No such command 'nonsense'"),
        (("sender",), 64, "Missing argument 'ADDRESS'"),
        (("sender", "nobody"), 64, '"nobody" is not an address'),
        (("import", "mbox", "gone.mbox", "--owner", ANN), 66, "gone.mbox: there is no such file or folder"),
        (("import", "mbox", "gatekeeper.toml", "--owner", "ann"), 64, '--owner: "ann" is not an address'),
        (("import", "undo", "7"), 64, "there is no batch 7"),
        (("explain", "nothing"), 65, "nothing: no message of this id is on record"),
        (("try", "gone.eml"), 66, "gone.eml: No such file or directory"),
        (("learn", "gone.eml"), 66, "gone.eml: No such file or directory"),
        (("policy", "show", "nowt"), 78, 'no shipped policy is called "nowt"'),
        (("user", "list"), 78, "no listener has a password file"),
        (("--config", "gone.toml", "status"), 78, "gone.toml: cannot read the configuration"),
        (("status", "--config", "gone.toml"), 78, "gone.toml: cannot read the configuration"),
    ],
)
def test_a_mistake_is_one_line_and_an_exit_code(run: Run, arguments: tuple[str, ...], code: int, line: str) -> None:
    run("db", "upgrade")
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert line in done.err.splitlines()[-1]


def test_an_error_of_ours_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the roof fell in")

    run("db", "upgrade")
    monkeypatch.setattr("gatekeeper.store.counts.site_counts", broken)
    done = run("status")
    assert (done.code, done.err) == (
        70,
        "gatekeeper: unexpected error: RuntimeError: the roof fell in; --debug shows where\n",
    )


def test_try_judges_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    everybody = mail(ANN, ", ".join(STRANGERS), "Join my network")
    (tmp_path / "all.eml").write_bytes(everybody.as_bytes())
    (tmp_path / "note.eml").write_bytes(mail(ANN, BOB, "Tea").as_bytes())
    done = run("try", "all.eml", "note.eml", "all.eml", "--json")
    assert done.err == "database: there is no var/gatekeeper.db yet: judged as if nobody had ever written\n"
    assert not (tmp_path / "var").exists()
    run("db", "upgrade")
    assert run("try", "all.eml", "note.eml", "all.eml", "--json").err == ""
    lines = [json.loads(line) for line in done.out.splitlines()]
    refused, accepted, again = lines
    assert (refused["verdict"], accepted["verdict"], again["verdict"]) == ("refuse", "accept", "refuse")
    assert refused["reply"]["code"] == 550 and refused["reply"]["enhanced"] == "5.7.1"
    assert "30 of 30 recipients have never written to you" in refused["reply"]["text"]
    assert {one["stage"] for one in refused["recipients"]} == {"stranger"}
    assert accepted["recipients"] == [
        {"address": BOB, "stage": "stranger", "ruling": "accept", "because": accepted["recipients"][0]["because"]}
    ]
    assert refused["reasons"] == again["reasons"], "the first try must not count for the second"
    counts = run("status", "--json").facts
    assert (counts["senders"], sum(counts["verdicts"].values())) == (0, 0)


def test_try_takes_the_envelope_that_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.eml").write_bytes(mail(ANN, BOB, "Tea").as_bytes())
    told = run("try", "note.eml", "--sender", "Eve@Example.org", "--recipient", "CAROL@example.net", "--json").facts
    assert [one["address"] for one in told["recipients"]] == ["carol@example.net"]
    assert "Verdict     accept" in run("try", "note.eml").out


def test_learn_tells_what_a_mail_teaches(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.eml").write_bytes(mail(BOB, ANN, "Re: Tea").as_bytes())
    run("db", "upgrade")
    told = run("learn", "in.eml", "--dry-run", "--json").facts
    assert (told["file"], told["class"], told["authenticated"], told["bounce"]) == ("in.eml", "human", False, None)
    assert told["evidence"] == [{"sender": ANN, "contact": BOB, "what": "wrote", "counts": False}]
    assert run("contact", ANN, BOB, "--json").facts["evidence"] == []
    assert "kept, builds nothing" in run("learn", "in.eml").out
    (kept,) = run("contact", ANN, BOB, "--json").facts["evidence"]
    assert (kept["what"], kept["proof"]) == ("wrote", "none")


def test_an_admin_allows_and_closes_a_pair(run: Run, tmp_path: Path) -> None:
    run("db", "upgrade")
    assert run("close", ANN, BOB, "--reason", "he asked us").code == 0
    assert run("contact", ANN, BOB, "--json").facts["closed"]
    (tmp_path / "note.eml").write_bytes(mail(ANN, BOB, "Tea").as_bytes())
    assert run("try", "note.eml", "--json").facts["verdict"] == "refuse"
    assert f"{ANN} may write to {BOB} until" in run("allow", ANN, BOB, "--days", "10").out
    assert run("try", "note.eml", "--json").facts["verdict"] == "accept"


def test_facts_for_people_have_no_braces(run: Run) -> None:
    run("db", "upgrade")
    for arguments in (("status",), ("sender", ANN), ("contact", ANN, BOB), ("policy", "list"), ("import", "list")):
        done = run(*arguments)
        assert done.code == 0, done.err
        assert "{" not in done.out


def test_users_are_added_listed_and_removed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse\n"))
    assert run("user", "add", "ann", "--password-stdin", "--file", "users").out == "ann: added\n"
    assert (tmp_path / "users").stat().st_mode & 0o077 == 0
    assert run("user", "list", "--file", "users", "--json").facts == ["ann"]
    assert run("user", "remove", "ann", "--file", "users").out == "ann: removed\n"
    assert run("user", "remove", "ann", "--file", "users").code == 65


def test_the_schema_of_policies_is_json(run: Run) -> None:
    assert json.loads(run("policy", "schema").out)["properties"]["chart"]


def test_the_database_is_upgraded_twice_without_harm(run: Run) -> None:
    assert run("db", "upgrade").code == run("db", "upgrade").code == 0


def test_help_names_every_command(run: Run) -> None:
    told = run("--help").out
    assert all(f"\n  {name} " in told for name in cli.COMMANDS)


def test_sign_ups_and_address_books_are_imported_for_what_they_are(run: Run, tmp_path: Path) -> None:
    rows = "address,purpose,date\nbob@example.net,news,2026-01-02\nbroken,,\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    told = run("import", "consent", "list.csv", "--json").facts
    assert (told["evidence"], len(told["skipped"])) == (1, 1)
    (tmp_path / "book.csv").write_text("Name,E-mail\nBob,bob@example.net\n", encoding="utf-8")
    told = run("import", "contacts", "book.csv", "--owner", ANN, "--json").facts
    assert (told["claims"], told["evidence"]) == (1, 0)
    assert run("contact", ANN, BOB, "--json").facts["stage"] == "stranger"


@pytest.mark.parametrize("dry_run", [(), ("--dry-run",)])
@pytest.mark.parametrize(
    ("kind", "file", "why"),
    [
        ("mbox", "noise", "no From line where a message should begin"),
        ("postfix-log", "noise", "none of its first lines begins with a time"),
        ("exim-log", "noise", "none of its first lines begins with a time"),
        ("maildir", "folder", "no Maildir: nothing in it is called cur or new"),
        ("thunderbird", "folder", "no profile or mail folder of Thunderbird"),
        ("contacts", "noise", "not text, as CSV and vCard are"),
        ("contacts", "words", "no address in it"),
        ("consent", "words", "needs columns named address, purpose and date"),
    ],
)
def test_what_an_importer_does_not_recognise_is_wrong_data(
    run: Run, tmp_path: Path, kind: str, file: str, why: str, dry_run: tuple[str, ...]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "words").write_text("nothing\n", encoding="utf-8")
    (tmp_path / "words").write_text("nothing, nobody\n", encoding="utf-8")
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 40 + b"me@you.example\n")
    done = run("import", kind, file, "--owner", ANN, *dry_run)
    assert (done.code, why in done.out) == (65, True), done
    assert done.err.splitlines()[-1].endswith(f"nothing there is what {kind} reads")


def test_a_folder_given_for_a_file_is_told_before_a_batch_is_begun(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "words").write_text("nothing\n", encoding="utf-8")
    run("db", "upgrade")
    for kind, name, told in (
        (
            "mbox",
            "folder",
            'folder: a folder; "import mbox" reads files, "import maildir", "eml" and "thunderbird" read',
        ),
        ("contacts", "folder", 'folder: a folder; "import contacts" reads files'),
        ("maildir", "words", 'words: a file; "import maildir" reads folders'),
    ):
        done = run("import", kind, name, "--owner", ANN)
        assert done.code == 65 and done.err.startswith(f"gatekeeper: {told}")
    assert run("import", "list").out == ""


def test_nothing_new_in_a_log_is_no_mistake(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mail.log").write_text("Nov  1 10:00:00 mx postfix/smtpd[1]: connect from unknown\n", encoding="utf-8")
    (tmp_path / "empty.mbox").write_bytes(b"")
    for _ in range(2):
        assert run("import", "postfix-log", "mail.log").code == 0
    assert run("import", "mbox", "empty.mbox").code == 0


def test_without_local_domains_it_is_said_that_nobody_here_is_an_account(run: Run, tmp_path: Path) -> None:
    run("db", "upgrade")
    told = "local_domains is empty: nobody here is an account, so incoming mail teaches nothing"
    assert told not in run("check", "--running").err + run("status").out
    (tmp_path / "gatekeeper.toml").write_text("", encoding="utf-8")
    checked = run("check", "--running")
    assert (checked.code, checked.err.startswith(f"gatekeeper.toml: {told}")) == (0, True)
    assert f"Advice      {told}" in run("status").out
    assert run("check", "--running", "--json").facts["advice"] == run("status", "--json").facts["advice"] != []
