"""Memory: the records that the cases of one transaction read and change.

It reads through to the rows (or to a parent, for a fork that is thrown away, as the backtest's blasts are),
keeps each record once, and writes the changed ones at the end. A miss in the bulk recall costs one more
statement and never a wrong answer.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from typing import Any

from gatekeeper.mail.reply import Reply
from gatekeeper.policy.guard import Habits
from gatekeeper.policy.rates import Buckets
from gatekeeper.policy.relation import Relation
from gatekeeper.policy.sender import Sender
from gatekeeper.store import schema
from gatekeeper.store.campaigns import Campaigns
from gatekeeper.store.companies import Companies
from gatekeeper.store.notices import Notice
from gatekeeper.store.remembered import Alias, Choice, HeardMessage, Relayed
from gatekeeper.store.rows import (
    Row,
    Rows,
    habits_from,
    habits_row,
    relation_from,
    relation_row,
    sender_from,
    sender_row,
)
from gatekeeper.store.seen import Seen


class Memory:
    """See the module. Not shared between threads."""

    def __init__(self, rows: Rows | None = None, parent: Memory | None = None, *, trusting: bool = False) -> None:
        self._rows = rows
        self._parent = parent
        self.campaigns: Campaigns = Campaigns(rows, parent.campaigns if parent is not None else None)
        self.companies: Companies = Companies(rows, parent.companies if parent is not None else None)
        self.seen: Seen = Seen(rows, parent.seen if parent is not None else None, trusting=trusting)
        self._senders: dict[str, Sender] = {}
        self._relations: dict[tuple[str, str], Relation | None] = {}
        self._heard: dict[tuple[str, int], HeardMessage | None] = {}
        self._choices: dict[str, dict[str, Choice]] = {}
        self._aliases: dict[str, Alias | None] = {}
        self._volumes: dict[tuple[str, int, int], dict[int, int]] = {}
        self._meters: dict[str, Buckets] = {}
        self._habits: dict[str, Habits] = {}
        self._changed_habits: set[str] = set()
        self.notices: list[Notice] = []
        self._waiting: dict[tuple[str, int], float] = {}
        self._answers: dict[tuple[str, int], Reply | None] = {}
        self._outcomes: list[Row] = []
        self._changed_senders: set[str] = set()
        self._changed_relations: set[tuple[str, str]] = set()
        self._new: dict[str, list[Row]] = {}

    def passed_on(self, rows: Rows, *, trusting: bool = False) -> Memory | None:
        """A memory for the next transaction, that knows of people and pairs what this one has read and written, if
        nobody else has written since; None when that has become too much.

        What is written in fewer digits than it has is read again, so that a restart changes no verdict.
        """
        if len(self._relations) + len(self._choices) + len(self._senders) > MOST_PASSED_ON:
            return None
        for address in self._changed_senders:
            if not self._senders[address].is_plain:
                del self._senders[address]
        for address in self._changed_habits:
            del self._habits[address]
        twin = Memory(rows, trusting=trusting)
        twin._senders, twin._relations = self._senders, self._relations
        twin._habits, twin._choices = self._habits, self._choices
        twin.companies = self.companies.passed_on(rows)
        return twin

    def lock(self, senders: Iterable[str], scopes: Iterable[str]) -> None:
        """See `Rows.lock`."""
        if self._rows is not None:
            self._rows.lock(senders, scopes)

    # Recall, in bulk ------------------------------------------------------------------------------------------

    def recall_senders(self, addresses: Iterable[str]) -> None:
        wanted = [address for address in set(addresses) if address not in self._senders]
        if self._rows is not None and wanted:
            for address in wanted:
                self._senders[address] = Sender(address=address)
            for row in self._rows.find(schema.senders, ("address",), wanted):
                self._senders[row[0]] = sender_from(row)

    def recall_habits(self, addresses: Iterable[str]) -> None:
        wanted = [address for address in set(addresses) if address not in self._habits]
        if self._rows is not None and wanted:
            for address in wanted:
                self._habits[address] = Habits(sender=address)
            for row in self._rows.find(schema.habits, ("sender",), wanted):
                self._habits[row[0]] = habits_from(row)

    def recall_relations(self, keys: Iterable[tuple[str, str]]) -> None:
        wanted = [key for key in set(keys) if key not in self._relations]
        if self._rows is not None and wanted:
            for key in wanted:
                self._relations[key] = None
            for row in self._rows.find(schema.relations, ("sender", "contact"), wanted):
                self._relations[row[0], row[1]] = relation_from(row)

    def recall_heard(self, keys: Iterable[tuple[str, int]]) -> None:
        wanted = [key for key in set(keys) if key not in self._heard]
        if self._rows is not None and wanted:
            for key in wanted:
                self._heard[key] = None
            for row in self._rows.find(schema.heard, ("account", "message_key"), wanted):
                self._heard[row[0], row[1]] = HeardMessage(
                    author=row[2], people=tuple(row[3].split("\n")) if row[3] else (), at=row[4]
                )

    def recall_choices(self, contacts: Iterable[str]) -> None:
        wanted = [contact for contact in set(contacts) if contact not in self._choices]
        if self._rows is not None and wanted:
            for contact in wanted:
                self._choices[contact] = {}
            for row in self._rows.find(schema.choices, ("contact",), wanted):
                self._choices[row[0]][row[1]] = Choice(
                    yes=bool(row[2]), at=row[3], source=row[4], confirmed=bool(row[5]), until=row[7]
                )

    def recall_aliases(self, addresses: Iterable[str]) -> None:
        wanted = [address for address in set(addresses) if address not in self._aliases]
        if self._rows is not None and wanted:
            self._aliases |= dict.fromkeys(wanted)
            for row in self._rows.find(schema.aliases, ("address",), wanted):
                self._aliases[row[0]] = Alias(account=row[1], at=row[2], author=row[3], joined=bool(row[4]))

    def recall_waiting(self, keys: Iterable[tuple[str, int]]) -> None:
        wanted = [key for key in set(keys) if key not in self._waiting]
        if self._rows is not None and wanted:
            for key in wanted:
                self._waiting[key] = 0.0
            for row in self._rows.find(schema.waiting, ("sender", "message"), wanted):
                self._waiting[row[0], row[1]] = row[2]

    def recall_answers(self, keys: Iterable[tuple[str, int]], since: float) -> None:
        wanted = [key for key in set(keys) if key not in self._answers]
        if self._rows is not None and wanted:
            for key in wanted:
                self._answers[key] = None
            for row in self._rows.find(schema.answered, ("sender", "message"), wanted):
                if row[2] > since:
                    code, enhanced, line = row[3].split(" ", 2)
                    self._answers[row[0], row[1]] = Reply.of(int(code), enhanced, line)

    # One record -----------------------------------------------------------------------------------------------

    def sender(self, address: str) -> Sender:
        """The record of an account, a new one if nothing is remembered."""
        found = self._senders.get(address)
        if found is None:
            if self._parent is not None:
                found = self._parent.sender(address).twin()
            else:
                self.recall_senders((address,))
                found = self._senders.get(address) or Sender(address=address)
            self._senders[address] = found
        return found

    def relation(self, sender: str, contact: str) -> Relation | None:
        key = (sender, contact)
        found = self._relations.get(key)
        if found is not None or key in self._relations:
            return found
        if self._parent is not None:
            parents = self._parent.relation(sender, contact)
            self._relations[key] = copy.copy(parents) if parents is not None else None
        else:
            self.recall_relations((key,))
        return self._relations.get(key)

    def relation_or_new(self, sender: str, contact: str) -> Relation:
        """The record of a pair, for changing it."""
        key = (sender, contact)
        relation = self._relations.get(key) or self.relation(sender, contact)
        if relation is None:
            relation = self._relations[key] = Relation(sender=sender, contact=contact)
        self._changed_relations.add(key)
        return relation

    def changed(self, sender: Sender) -> None:
        self._changed_senders.add(sender.address)

    def tell(self, sender: Sender, notice: Notice, now: float) -> None:
        """A notice to be put in the queue at the end of the transaction."""
        sender.noticed = now
        self._changed_senders.add(sender.address)
        self.notices.append(notice)

    def heard(self, account: str, message_key: int) -> HeardMessage | None:
        key = (account, message_key)
        if key not in self._heard:
            if self._parent is not None:
                self._heard[key] = self._parent.heard(account, message_key)
            else:
                self.recall_heard((key,))
        return self._heard.get(key)

    def remember_heard(self, account: str, message_key: int, message: HeardMessage, batch: int) -> None:
        if self.heard(account, message_key) is None:
            self._heard[account, message_key] = message
            people = "\n".join(message.people)
            self._add(schema.heard.name, (account, message_key, message.author, people, message.at, batch))

    def choices(self, contact: str) -> dict[str, Choice]:
        found = self._choices.get(contact)
        if found is None:
            if self._parent is not None:
                return self._parent.choices(contact)
            self.recall_choices((contact,))
            found = self._choices.setdefault(contact, {})
        return found

    def choose(
        self,
        contact: str,
        purpose: str,
        yes: bool,
        at: float,
        source: str,
        double: bool,
        batch: int,
        until: float = 0.0,
    ) -> None:
        """Record what a person chose for himself; the last word counts. `until` is for an admin's no that ends."""
        held = self._choices[contact] = dict(self.choices(contact))
        held[purpose] = Choice(yes=yes, at=at, source=source, confirmed=double, until=until)
        self._add(schema.choices.name, (contact, purpose, yes, at, source, double, batch, until))

    def alias(self, address: str) -> Alias | None:
        """Whose a further address is, of those recalled."""
        return self._aliases.get(address)

    def join(self, alias: Alias, address: str) -> None:
        self._aliases[address] = alias
        self._add(schema.aliases.name, (address, alias.account, alias.at, alias.author, alias.joined))

    def volume(self, sender: str, rule: int, content: int) -> dict[int, int]:
        """Recipients counted for one rule (and one content, 0 for any), by slot."""
        key = (sender, rule, content)
        found = self._volumes.get(key)
        if found is None:
            if self._parent is not None:
                found = dict(self._parent.volume(sender, rule, content))
            else:
                found = {}
                if self._rows is not None:
                    for row in self._rows.find(schema.volumes, ("sender", "rule", "content"), [key]):
                        found[row[3]] = row[4]
            self._volumes[key] = found
        return found

    def add_volume(self, sender: str, rule: int, content: int, slot: int, recipients: int, until: float) -> None:
        slots = self.volume(sender, rule, content)
        slots[slot] = slots.get(slot, 0) + recipients
        self._add(schema.volumes.name, (sender, rule, content, slot, slots[slot], until))

    def habits(self, sender: str) -> Habits:
        """What is usual for an account."""
        if sender not in self._habits:
            if self._parent is not None:
                self._habits[sender] = copy.deepcopy(self._parent.habits(sender))
            else:
                self.recall_habits((sender,))
                self._habits.setdefault(sender, Habits(sender=sender))
        return self._habits[sender]

    def changed_habits(self, habits: Habits) -> None:
        self._changed_habits.add(habits.sender)

    def meter(self, scope: str) -> Buckets:
        """The rates of what is no sender, for reading and changing."""
        found = self._meters.get(scope)
        if found is None:
            if self._parent is not None:
                found = copy.copy(self._parent.meter(scope))
            else:
                found = Buckets()
                if self._rows is not None:
                    for row in self._rows.find(schema.meters, ("scope",), [scope]):
                        found = Buckets(**dict(zip(Buckets.__slots__, row[1:], strict=True)))
            self._meters[scope] = found
        return found

    def release_at(self, sender: str, message: int) -> float:
        """When this very message was told to come again, 0.0 if it was not."""
        key = (sender, message)
        found = self._waiting.get(key)
        if found is None:
            if self._parent is not None:
                return self._parent.release_at(sender, message)
            self.recall_waiting((key,))
            found = self._waiting.get(key, 0.0)
        return found

    def wait(self, sender: str, message: int, release_at: float, until: float) -> None:
        self._waiting[sender, message] = release_at
        self._add(schema.waiting.name, (sender, message, release_at, until))

    def answer(self, sender: str, message: int) -> Reply | None:
        """The final reply that the client of this very message never read."""
        return self._answers.get((sender, message))

    def keep_answer(self, sender: str, message: int, reply: Reply, at: float) -> None:
        self._answers[sender, message] = reply
        self._add(schema.answered.name, (sender, message, at, f"{reply.code} {reply.enhanced} {reply.text}"))

    def keep_outcome(self, verdict_id: str, outcome: str) -> None:
        """What the next hop made of a message that the ledger knows."""
        self._outcomes.append((outcome, verdict_id))

    def relayed(self, verdict_id: str) -> Relayed | None:
        """The accepted message of that id, as far as the ledger of earlier transactions knows it."""
        if self._rows is not None:
            for row in self._rows.find(schema.ledger, ("id",), [verdict_id]):
                people = tuple(one[0] for one in json.loads(row[8]) if one[2] == "accept")
                return Relayed(sender=row[2], recipients=people) if people else None
        return None

    def keep_cause(self, row: Row) -> None:
        """Why a reputation moved: (sender, at, cause, contact, weight, message)."""
        self._add(schema.causes.name, row)

    def keep_verdict(self, row: Row) -> None:
        self._add(schema.ledger.name, row)

    # Writing --------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write every change to the rows; the caller commits."""
        rows = self._rows
        if rows is None:
            return
        rows.save(schema.senders, [sender_row(self._senders[one]) for one in sorted(self._changed_senders)])
        changed = (self._relations[key] for key in sorted(self._changed_relations))
        rows.save(schema.relations, [relation_row(one) for one in changed if one is not None])
        self.seen.write()
        self.companies.write()
        self.campaigns.write()
        rows.save(schema.habits, [habits_row(self._habits[one]) for one in sorted(self._changed_habits)])
        meters = ((scope, *(getattr(one, name) for name in Buckets.__slots__)) for scope, one in self._meters.items())
        rows.save(schema.meters, sorted(meters))
        for name, added in self._new.items():
            rows.save(schema.metadata.tables[name], added, replace=name != schema.heard.name)
        rows.set(schema.ledger, "outcome", self._outcomes)

    def _add(self, table: str, row: tuple[Any, ...]) -> None:
        if self._rows is not None:
            self._new.setdefault(table, []).append(row)


MOST_PASSED_ON = 3_000
"""Records that go from one transaction to the next: some two megabytes."""
