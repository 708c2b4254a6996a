"""A town: made-up senders with the people they know, and the mail they write. The same seed gives the same mail.

1,000 senders with 100 contacts each; of the recipients 90% are liked, 8% known and 2% strangers; every text is one
of its own, so that no two letters are the same content.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine

from gatekeeper.policy.relation import Relation
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.store import schema
from gatekeeper.store.rows import Rows, relation_row

SITE = "site.example"
LIKED_SHARE = 0.90
KNOWN_SHARE = 0.08
SENTENCES = 4_000
ROWS_AT_ONCE = 50_000

_BEGINNINGS = (
    "Yesterday", "On Monday", "After lunch", "Before the rain came", "In the old kitchen", "At the station",
    "Last winter", "Near the river", "This morning", "Between two meetings", "Behind the barn",
    "On the way home", "In the small archive", "By the window", "Over the holidays",
    "At the end of the corridor",
)  # fmt: skip
_PEOPLE = (
    "the gardener", "my sister", "our neighbour", "the new colleague", "a tall carpenter", "the librarian",
    "Mister Odell", "the baker's son", "somebody from accounting", "the choir", "an old friend", "the plumber",
    "Ida", "the night nurse", "one of the twins", "the whole team",
)  # fmt: skip
_DEEDS = (
    "found", "repaired", "lost", "painted", "measured", "described", "forgot", "carried", "sorted",
    "photographed", "borrowed", "returned", "compared", "cleaned", "hid", "counted",
)  # fmt: skip
_THINGS = (
    "the blue ladder", "seven chairs", "a broken clock", "the second draft", "a map of the valley",
    "the spare keys", "three boxes of apples", "the cellar lamp", "a letter from Oslo", "the garden fence",
    "an accordion", "the tax folder", "a jar of nails", "the winter tyres", "some very dry bread",
    "the projector",
)  # fmt: skip
_ENDS = (
    "and nobody minded", "which took longer than planned", "while the kettle boiled",
    "so we can go on tomorrow", "although the door was locked", "before anybody else was awake",
    "and wrote it down at once", "to everyone's surprise", "because the shop was shut",
    "as we had agreed in spring", "without a word", "and then it began to snow",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail: `serial` stands in its Message-ID."""

    serial: int
    message_id: str
    sender: str
    recipients: tuple[str, ...]
    content: bytes


class Town:
    """See the module. Contacts are numbered: the first ones are known, all others liked."""

    def __init__(self, *, senders: int = 1_000, contacts: int = 100, seed: int = 1, name: str = "") -> None:
        self.senders = senders
        self.contacts = contacts
        self.seed = seed
        self.name = name or f"load{seed}"
        self._known = max(1, round(contacts * KNOWN_SHARE))
        self._random = random.Random(seed)
        self._sentences = [self._sentence() for _ in range(SENTENCES)]

    def sender(self, number: int) -> str:
        return f"person{number}@{SITE}"

    def contact(self, sender: int, number: int) -> str:
        return f"contact{number}.of{sender}@homes{number % 20}.example"

    def relations(self, now: float) -> Iterator[Relation]:
        """What every sender and his contacts have shown each other."""
        for sender in range(self.senders):
            for number in range(self.contacts):
                wrote = now - (10 + number % 50) * DAY_SECONDS
                one = Relation(
                    sender=self.sender(sender), contact=self.contact(sender, number),
                    in_sum=2.0, in_first=wrote - 5 * DAY_SECONDS, in_last=wrote,
                )  # fmt: skip
                if number >= self._known:
                    one.out_sum, one.out_first, one.out_last = 2.0, wrote - 8 * DAY_SECONDS, wrote - 2 * DAY_SECONDS
                yield one

    def settle(self, engine: Engine, now: float) -> int:
        """Write the relations into an upgraded database; gives their number."""
        return save_relations(engine, self.relations(now))

    def letters(self, count: int, *, size_bytes: int = 4_096, first: int = 0) -> Iterator[Letter]:
        """`count` letters of about `size_bytes`, the mix of the module."""
        for serial in range(first, first + count):
            yield self.letter(serial, size_bytes=size_bytes)

    def letter(self, serial: int, *, size_bytes: int = 4_096) -> Letter:
        """The letter of that number, to one recipient."""
        choice = random.Random(f"{self.name} {serial}")
        sender = choice.randrange(self.senders)
        share = choice.random()
        if share < LIKED_SHARE:
            recipient = self.contact(sender, choice.randrange(self._known, self.contacts))
        elif share < LIKED_SHARE + KNOWN_SHARE:
            recipient = self.contact(sender, choice.randrange(self._known))
        else:
            recipient = f"stranger{serial}@away{serial % 50}.example"
        message_id = f"<{self.name}.{serial}@{SITE}>"
        answered = f"In-Reply-To: <answered.{serial}@away.example>\r\n" if choice.random() < 0.3 else ""
        header = (
            f"From: Person {sender} <{self.sender(sender)}>\r\n"
            f"To: {recipient}\r\n"
            f"Subject: {choice.choice(_THINGS)}, {choice.choice(_BEGINNINGS).lower()}\r\n"
            "Date: Tue, 03 Mar 2026 10:00:00 +0000\r\n"
            f"Message-ID: {message_id}\r\n{answered}"
            "User-Agent: Thunderbird\r\nMIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
        )
        average = len(self._sentences[0])
        lines = choice.choices(self._sentences, k=max(1, (size_bytes - len(header)) // average))
        return Letter(
            serial=serial,
            message_id=message_id,
            sender=self.sender(sender),
            recipients=(recipient,),
            content=(header + "\r\n".join(lines) + "\r\n").encode(),
        )

    def _sentence(self) -> str:
        choose = self._random.choice
        parts = (choose(_BEGINNINGS), choose(_PEOPLE), choose(_DEEDS), choose(_THINGS), choose(_ENDS))
        return f"{parts[0]} {parts[1]} {parts[2]} {parts[3]} {parts[4]}, number {self._random.randrange(10_000)}."


def save_relations(engine: Engine, relations: Iterator[Relation]) -> int:
    """Write relations in bulk; gives their number."""
    count = 0
    batch: list[tuple[object, ...]] = []
    with engine.begin() as connection:
        rows = Rows(connection)
        for one in relations:
            batch.append(relation_row(one))
            count += 1
            if len(batch) == ROWS_AT_ONCE:
                rows.save(schema.relations, batch)
                batch = []
        rows.save(schema.relations, batch)
    return count
