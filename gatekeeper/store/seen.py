"""Seen: the pieces of evidence that were counted, so that each counts once, whatever source shows it."""

from __future__ import annotations

from collections.abc import Iterable

from gatekeeper.policy.evidence import What
from gatekeeper.store import schema
from gatekeeper.store.rows import Row, Rows

Piece = tuple[str, str, int, str]
"""Sender, contact, message key, and what it was."""


class CountedBefore(Exception):
    """What was taken for new is known."""


class Seen:
    """The evidence that the cases of one transaction ask for and add; over rows, over a parent, or over nothing.

    With `trusting` a mail that went out is taken to be the first of its Message-ID: most are, and to look each of its
    recipients up costs as much as to write him down. `write` finds out.
    """

    def __init__(self, rows: Rows | None, parent: Seen | None, *, trusting: bool) -> None:
        self._rows = rows
        self._parent = parent
        self.trusting = trusting
        self._seen: dict[Piece, bool] = {}
        self._new: list[Row] = []

    def recall(self, pieces: Iterable[Piece]) -> None:
        wanted = [one for one in set(pieces) if one not in self._seen]
        if self._rows is not None and wanted:
            for one in wanted:
                self._seen[one] = False
            by = ("sender", "contact", "message_key", "what")
            for row in self._rows.find(schema.evidence, by, wanted):
                self._seen[row[0], row[1], row[2], row[3]] = True

    def is_new(self, sender: str, contact: str, message_key: int, what: str) -> bool:
        """Whether this piece was never counted; from now on it has been."""
        piece = (sender, contact, message_key, what)
        if piece not in self._seen and not (self.trusting and what == What.SENT):
            if self._parent is not None and self._parent._seen.get(piece):
                return False
            self.recall((piece,))
        if self._seen.get(piece):
            return False
        self._seen[piece] = True
        return True

    def has(self, sender: str, contact: str, message_key: int, what: str) -> bool:
        """Whether this piece is known; it stays as new as it was."""
        piece = (sender, contact, message_key, what)
        if piece not in self._seen:
            if self._parent is not None and self._parent.has(*piece):
                return True
            self.recall((piece,))
        return self._seen.get(piece, False)

    def keep(self, row: Row) -> None:
        """A row of the evidence, to be written."""
        if self._rows is not None:
            self._new.append(row)

    def write(self) -> None:
        """Raises CountedBefore where trust was misplaced: the transaction is then to be done again without it."""
        if self._rows is None:
            return
        written = self._rows.save(schema.evidence, self._new, replace=False)
        if self.trusting and written < len(self._new):
            raise CountedBefore
