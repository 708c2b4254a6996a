"""Accounts: whose mail it is, where one sender has several addresses or somebody writes for him."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.message import Message

_SENT_ON_BY = ("delivered-to", "x-sieve-redirected-from", "resent-from")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """All addresses canonical. `aliases` maps a further address of an account to its first; `delegates` an account
    to those who write in its name: an assistant and the person she writes for share one circle."""

    local_domains: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    delegates: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def first(self, address: str) -> str:
        """The account that an address belongs to: itself unless it is an alias."""
        return self.aliases.get(address, address)

    def of(self, session: Session, envelope: Envelope, author: str) -> str:
        """The account that is judged: who logged in, whatever MAIL FROM says, else the envelope sender.

        `author` is the one address in From. It counts only where the configuration says that this login may write
        in its name: else anybody could spend another's good name by a header.
        """
        login = self._login(session)
        account = self.first(login if login is not None else envelope.sender.address)
        principal = self.first(author)
        if principal != account and account in self.delegates.get(principal, frozenset()):
            return principal
        return account

    def foreign(self, session: Session, envelope: Envelope, authors: Iterable[str]) -> str:
        """The first address in the return path or in From that is not one of the login's: neither its own, nor
        configured as its alias, nor of somebody for whom it writes. "" for none, or where nobody logged in."""
        login = self._login(session)
        if login is None:
            return ""
        account = self.first(login)
        for address in (envelope.sender.address, *authors):
            owner = self.first(address)
            if address and owner != account and account not in self.delegates.get(owner, frozenset()):
                return address
        return ""

    def joins(self, session: Session, author: str, account: str) -> str:
        """The address of the site that a login's mail names in From and that the configuration gives to nobody: it may
        be another one of `account`'s; "" for none."""
        if session.login is None or author == account or author.rpartition("@")[2] not in self.local_domains:
            return ""
        owned = author in self.aliases or author in self.aliases.values() or author in self.delegates
        return "" if owned or account.rpartition("@")[2] not in self.local_domains else author

    def forwarders(self, session: Session, sender: str, message: Message) -> tuple[str, ...]:
        """The accounts here that a mail says it goes on from (Postfix, Sieve, RFC 5322 3.6.6), where nobody logged in
        and its sender is not of the site. Only a claim: that it arrived for one of them must be on record."""
        if session.login is not None or sender.rpartition("@")[2] in self.local_domains:
            return ()
        named = (address for field in _SENT_ON_BY for address in message.addresses(field))
        accounts = (self.first(address) for address in named)
        return tuple(dict.fromkeys(one for one in accounts if one.rpartition("@")[2] in self.local_domains))[:5]

    def _login(self, session: Session) -> str | None:
        if session.login is None:
            return None
        if "@" in session.login or not self.local_domains:
            return canonical(session.login) or session.login
        return canonical(f"{session.login}@{self.local_domains[0]}") or session.login
