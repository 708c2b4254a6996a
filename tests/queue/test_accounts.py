"""Whose mail it is: aliases and delegates."""

from __future__ import annotations

from gatekeeper.gate.accounts import Accounts
from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient, Session

ACCOUNTS = Accounts(
    local_domains=("example.org",),
    aliases={"a.smith@example.org": "ann@example.org"},
    delegates={"ann@example.org": frozenset({"pa@example.org"})},
)


def judged_as(*, login: str | None, mail_from: str, author: str) -> str:
    envelope = Envelope(
        sender=parse_path(f"<{mail_from}>".encode()), recipients=(Recipient(path=parse_path(b"<bob@example.net>")),)
    )
    return ACCOUNTS.of(Session(listener="outbound-1", login=login), envelope, author)


def test_who_logged_in_is_judged_whatever_the_envelope_and_from_say() -> None:
    assert judged_as(login="eve", mail_from="ann@example.org", author="ann@example.org") == "eve@example.org"


def test_an_alias_is_the_same_sender() -> None:
    assert judged_as(login=None, mail_from="a.smith@example.org", author="a.smith@example.org") == "ann@example.org"


def test_an_assistant_shares_the_circle_of_the_person_she_writes_for() -> None:
    assert (
        judged_as(login="pa@example.org", mail_from="pa@example.org", author="a.smith@example.org") == "ann@example.org"
    )
    assert judged_as(login="pa@example.org", mail_from="pa@example.org", author="pa@example.org") == "pa@example.org"
    assert judged_as(login="pa@example.org", mail_from="pa@example.org", author="boss@example.org") == "pa@example.org"


def may_join(author: str, *, login: str | None = "ann@example.org", account: str = "ann@example.org") -> bool:
    return bool(ACCOUNTS.joins(Session(listener="outbound-1", login=login), author, account))


def test_an_address_in_from_may_join_a_login_where_nobody_has_it() -> None:
    assert may_join("ann.smith@example.org")
    assert not may_join("ann@example.org")
    assert not may_join("ann.smith@elsewhere.example"), "not of this site"
    assert not may_join("a.smith@example.org", login="eve@example.org", account="eve@example.org"), "configured"
    assert not may_join("ann@example.org", login="eve@example.org", account="eve@example.org"), "an account"
    assert not may_join("ann.smith@example.org", login=None), "nobody logged in"


def test_whoever_changes_from_is_one_sender_all_the_same() -> None:
    names = [f"name{number}@example.org" for number in range(20)]
    assert {judged_as(login="eve", mail_from=name, author=name) for name in names} == {"eve@example.org"}


def foreign(*, login: str | None, mail_from: str, author: str) -> str:
    envelope = Envelope(
        sender=parse_path(f"<{mail_from}>".encode()), recipients=(Recipient(path=parse_path(b"<bob@example.net>")),)
    )
    return ACCOUNTS.foreign(Session(listener="outbound-1", login=login), envelope, (author,))


def test_an_address_is_foreign_to_a_login_unless_it_is_its_own_or_lent_to_it() -> None:
    assert foreign(login="ann", mail_from="ann@example.org", author="a.smith@example.org") == ""
    assert foreign(login="pa", mail_from="pa@example.org", author="ann@example.org") == ""
    assert foreign(login="eve", mail_from="eve@example.org", author="ann@example.org") == "ann@example.org"
    assert foreign(login="eve", mail_from="a.smith@example.org", author="eve@example.org") == "a.smith@example.org"
    assert foreign(login=None, mail_from="ann@example.org", author="boss@example.org") == ""
