"""The ledger, read: a verdict as it was given, with all its reasons, for `explain` and the why page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Reason, RecipientRuling, Ruling, Verdict
from gatekeeper.store import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger. `outcome` is what the next hop made of it: "", sent, refused, deferred, unknown."""

    id: str
    at: float
    sender: str
    verdict: Verdict
    signals: tuple[str, ...]
    outcome: str


def entry(connection: Connection, id_: str) -> Entry | None:
    """The verdict on the message `id_`, None when there is none (any more)."""
    return entries(connection, [id_]).get(id_)


def entries(connection: Connection, ids: Sequence[str]) -> dict[str, Entry]:
    """The verdicts on several messages, by their ids."""
    table = schema.ledger
    rows = connection.execute(select(table).where(table.c.id.in_(ids))).mappings()
    return {row["id"]: _entry(row) for row in rows}


def stopped(connection: Connection, since_id: str, most: int) -> list[Entry]:
    """Messages that were not accepted, of those with `since_id` or a later one; the newest first."""
    table = schema.ledger
    wanted = select(table).where(table.c.id >= since_id, table.c.verdict != str(Ruling.ACCEPT))
    rows = connection.execute(wanted.order_by(table.c.id.desc()).limit(most)).mappings()
    return [_entry(row) for row in rows]


def _entry(row: RowMapping) -> Entry:
    recipients = tuple(
        RecipientRuling(address=address, stage=Stage(stage), ruling=Ruling(ruling), because=Because(because))
        for address, stage, ruling, because in json.loads(row["recipients"])
    )
    everybody = tuple(range(len(recipients)))
    reasons = tuple(
        Reason(
            rule=rule,
            because=Because(because),
            ruling=Ruling(ruling),
            recipients=everybody if positions == "all" else tuple(positions),
            number=number,
            of=of,
            until=until,
            detail=detail,
            enforced=enforced,
        )
        for rule, because, ruling, positions, number, of, until, detail, enforced in json.loads(row["reasons"])
    )
    return Entry(
        id=row["id"],
        at=row["at"],
        sender=row["sender"],
        verdict=Verdict(
            ruling=Ruling(row["verdict"]),
            would=Ruling(row["would"]),
            kind=Kind(row["kind"]),
            recipients=recipients,
            reasons=reasons,
            until=row["until"],
            at=row["at"],
            phase=row["phase"],
        ),
        signals=tuple(row["signals"].split()),
        outcome=row["outcome"],
    )
