"""Circles: whom each account has in its address book, and who of them has ever written to it.

This is the truth that contenders are measured by, kept apart from what they remember.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from gatekeeper.backtest.letter import Letter

LEAST_STRANGERS = 20
"""Smaller books are left out: a blast to a few people is no invite-all (model.md, How success is measured)."""


class Circles:
    """The address books of all accounts: everyone mailed, heard from or co-addressed up to now."""

    def __init__(self, is_account: Callable[[str], bool], is_internal: Callable[[str], bool]) -> None:
        self._is_account = is_account
        self._is_internal = is_internal
        self._book: defaultdict[str, set[str]] = defaultdict(set)
        self._wrote: defaultdict[str, set[str]] = defaultdict(set)
        self._active: defaultdict[str, dict[str, None]] = defaultdict(dict)

    def sent(self, letter: Letter) -> None:
        """An account has tried to send `letter`: whom it mails stands in its book."""
        self._book[letter.author].update(letter.recipients)
        self._active[letter.author.rpartition("@")[2]][letter.author] = None

    def received(self, letter: Letter) -> None:
        """`letter` has reached its recipients."""
        for account in letter.recipients:
            if self._is_account(account):
                book = self._book[account]
                book.update(letter.recipients)
                book.add(letter.author)
                self._wrote[account].add(letter.author)

    def book(self, account: str) -> tuple[str, ...]:
        """The whole book, alphabetically; the account's own site is not in it."""
        return tuple(
            sorted(one for one in self._book.get(account, ()) if one != account and not self._is_internal(one))
        )

    def strangers(self, account: str) -> frozenset[str]:
        """Those of the book who have never written to the account."""
        return frozenset(self.book(account)) - self._wrote.get(account, set())

    def wrote_to(self, account: str) -> frozenset[str]:
        return frozenset(self._wrote.get(account, ()))

    def colleagues(self, account: str) -> tuple[str, ...]:
        """The other accounts of the same domain that have sent mail, in the order in which they appeared."""
        return tuple(one for one in self._active[account.rpartition("@")[2]] if one != account)

    def has_strangers(self, account: str, least: int) -> bool:
        """Whether at least so many of the book have never written."""
        return len(self._book.get(account, ())) >= least and len(self.strangers(account)) >= least
