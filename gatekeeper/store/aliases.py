"""Aliases: further addresses of accounts that the configuration does not name, learnt or said by an admin.

Who logs in and writes From an address of the site that no other account owns has it joined to his account. That says
whose incoming mail it is and nothing else: who sends is judged by login or envelope as ever. It must be worth nothing
to somebody who takes a colleague's address: what comes to a learnt alias counts for its account only from people whom
that account has written to (their answers go where From said), and a learnt alias ends with the first mail that the
address sends by itself. What an admin joins counts in full.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from gatekeeper.policy.evidence import Exchange, What
from gatekeeper.store import schema
from gatekeeper.store.memory import Memory
from gatekeeper.store.people import audit
from gatekeeper.store.remembered import Alias
from gatekeeper.store.rows import Rows

MOST_LEARNT = 5
"""Addresses that one account learns: people have a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An address and the account that it is joined to, since `at`; `author` is the admin, "" where it was learnt."""

    address: str
    account: str
    at: float
    author: str


def learn_alias(connection: Connection, account: str, address: str, now: float) -> bool:
    """`account` logged in and wrote From `address`. False where that joins nothing: the address sends by itself, is
    joined already or was parted by an admin, or the account has learnt enough."""
    memory = Memory(Rows(connection))
    memory.recall_aliases((address,))
    if memory.alias(address) is not None or memory.sender(address).first_seen:
        return False
    table = schema.aliases
    learnt = select(func.count()).select_from(table).where(table.c.account == account, table.c.author == "")
    if connection.execute(learnt).scalar_one() >= MOST_LEARNT:
        return False
    memory.join(Alias(account=account, at=now, author="", joined=True), address)
    memory.write()
    return True


def join(connection: Connection, account: str, address: str, now: float, *, author: str, reason: str) -> None:
    """An admin says that `address` is another of `account`'s."""
    _set(connection, address, Alias(account=account, at=now, author=author, joined=True))
    audit(connection, now, author, "join", account, address, reason, 0.0)


def part(connection: Connection, address: str, now: float, *, author: str, reason: str) -> str:
    """An admin parts the address from its account for good; gives the account, "" when it had none."""
    held = _alias(connection, address)
    account = held.account if held is not None and held.joined else ""
    _set(connection, address, Alias(account=account, at=now, author=author, joined=False))
    audit(connection, now, author, "part", account, address, reason, 0.0)
    return account


def joined_to(connection: Connection, account: str) -> tuple[Joined, ...]:
    """The addresses that are joined to `account`, the oldest first; or what `account` itself is joined to."""
    table = schema.aliases
    rows = connection.execute(
        select(table)
        .where((table.c.account == account) | (table.c.address == account), table.c.joined.is_(True))
        .order_by(table.c.at)
    )
    return tuple(Joined(address=row.address, account=row.account, at=row.at, author=row.author) for row in rows)


def as_joined(memory: Memory, exchanges: Iterable[Exchange]) -> list[Exchange]:
    """The exchanges as they concern accounts: evidence for an alias becomes evidence for its account."""
    exchanges = list(exchanges)
    memory.recall_aliases({one.sender for exchange in exchanges for one in exchange.evidence if one.sender})
    return [_as_joined(memory, exchange) for exchange in exchanges]


def _as_joined(memory: Memory, exchange: Exchange) -> Exchange:
    accounts = [_account(memory, one.sender, one.contact, one.what) for one in exchange.evidence]
    if all(account == one.sender for account, one in zip(accounts, exchange.evidence, strict=True)):
        return exchange
    evidence = tuple(
        replace(one, sender=account)
        for account, one in zip(accounts, exchange.evidence, strict=True)
        # A mail to oneself under another address shows nothing.
        if account != one.contact
    )
    return replace(exchange, evidence=evidence)


def _account(memory: Memory, address: str, contact: str, what: What) -> str:
    alias = memory.alias(address)
    if alias is None or not alias.joined:
        return address
    if alias.author:
        return alias.account
    if what is What.SENT or memory.sender(address).first_seen:
        return address
    relation = memory.relation(alias.account, contact)
    return alias.account if contact == alias.account or (relation is not None and relation.out_last) else address


def _alias(connection: Connection, address: str) -> Alias | None:
    memory = Memory(Rows(connection))
    memory.recall_aliases((address,))
    return memory.alias(address)


def _set(connection: Connection, address: str, alias: Alias) -> None:
    memory = Memory(Rows(connection))
    memory.join(alias, address)
    memory.write()
