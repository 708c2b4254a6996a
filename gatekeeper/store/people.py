"""People: what is known of a sender or a pair, and what an admin may do about them, each act in the audit log."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, or_, select

from gatekeeper.policy import credits, rates
from gatekeeper.policy.evidence import Proof, What
from gatekeeper.policy.metering import scope_of
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.rates import MeterName
from gatekeeper.policy.relation import Closed, Relation, Stage
from gatekeeper.policy.reputation import Cause
from gatekeeper.policy.sender import Sender
from gatekeeper.store import schema
from gatekeeper.store.closing import EVERYBODY, Closing, Reach, closings
from gatekeeper.store.coverage import Coverage, coverage
from gatekeeper.store.forgotten import hashed
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows, authors_from, authors_text, relation_from

CAUSES_SHOWN = 10
VIEW = "view"
"""The act of a line in the audit log that a look at somebody's relations left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of evidence behind a stage."""

    at: float
    what: What
    proof: Proof
    weight: float
    source: str
    batch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """A pair: its stage, what is behind it, and when that lapses (0.0: nothing to lapse)."""

    relation: Relation
    stage: Stage
    evidence: tuple[Piece, ...]
    lapses_at: float
    choices: tuple[tuple[str, bool, float, str], ...]
    """(purpose, yes, at, source); an admin's no that is over is none."""

    acts: tuple[tuple[float, str, str, str, float], ...] = ()
    """What admins did about the pair: (at, act, author, reason, until or 0.0), the oldest first; no looks."""
    closings: tuple[Closing, ...] = ()
    """Why the contact may not be written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One change of a reputation. `message` is the id of the mail that it is about, or ""."""

    at: float
    cause: Cause
    contact: str
    weight: float
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderFacts:
    """An account: his circles, credits, standing and rates."""

    sender: Sender
    circles: dict[Stage, int]
    credit: credits.Account
    rates: tuple[rates.Rate, ...]
    verdicts: tuple[tuple[str, float, str, str], ...]
    """The last ones: (id, at, verdict, outcome)."""
    coverage: Coverage
    """How much of the answers to this account the gate sees."""
    causes: tuple[Moved, ...] = ()
    """What moved the reputation last, the newest first."""


def contact_facts(connection: Connection, sender: str, contact: str, now: float, policy: Policy) -> ContactFacts:
    """What is known of the pair; empty facts when nothing is."""
    relation = Memory(Rows(connection)).relation(sender, contact) or Relation(sender=sender, contact=contact)
    table = schema.evidence
    pieces = connection.execute(
        select(table).where(table.c.sender == sender, table.c.contact == contact).order_by(table.c.at)
    )
    said = connection.execute(select(schema.choices).where(schema.choices.c.contact == contact))
    did = schema.audit
    about = (did.c.contact == contact, did.c.sender.in_((sender, EVERYBODY)), did.c.act != VIEW)
    rows = connection.execute(select(did).where(*about).order_by(did.c.at, did.c.id))
    acts = tuple((row.at, row.act, row.author, row.reason, row.until) for row in rows)
    closed = closings(connection, relation, acts, now)
    is_closed = any(one.reach is not Reach.SENDERS_BULK for one in closed)
    return ContactFacts(
        relation=relation,
        stage=Stage.CLOSED if is_closed else relation.stage(now, policy.stages),
        evidence=tuple(
            Piece(
                at=row.at,
                what=What(row.what),
                proof=Proof(row.proof),
                weight=row.weight,
                source=row.source,
                batch=row.batch,
            )
            for row in pieces
        ),
        lapses_at=relation.lapses_at(policy.stages),
        choices=tuple(
            (row.purpose, bool(row.yes), row.at, row.source) for row in said if not row.until or now < row.until
        ),
        acts=acts,
        closings=closed,
    )


def sender_facts(
    connection: Connection, address: str, now: float, policy: Policy, *, site_since: float = 0.0
) -> SenderFacts:
    """What is known of the account; an unknown one has empty circles and a newcomer's credits."""
    memory = Memory(Rows(connection))
    sender = memory.sender(address)
    rows = connection.execute(select(schema.relations).where(schema.relations.c.sender == address))
    circles = Counter(relation_from(tuple(row)).stage(now, policy.stages) for row in rows)
    table = schema.ledger
    last = connection.execute(
        select(table.c.id, table.c.at, table.c.verdict, table.c.outcome)
        .where(table.c.sender == address)
        .order_by(table.c.at.desc())
        .limit(10)
    )
    moved = schema.causes
    causes = connection.execute(
        select(moved).where(moved.c.sender == address).order_by(moved.c.at.desc()).limit(CAUSES_SHOWN)
    )
    return SenderFacts(
        sender=sender,
        circles={stage: circles.get(stage, 0) for stage in Stage},
        credit=credits.account(sender, now, policy.credits),
        rates=_rates(memory, sender, now, policy, site_since),
        verdicts=tuple((row.id, row.at, row.verdict, row.outcome) for row in last),
        coverage=coverage(connection, address),
        causes=tuple(
            Moved(at=row.at, cause=Cause(row.cause), contact=row.contact, weight=row.weight, message=row.message)
            for row in causes
        ),
    )


def _rates(memory: Memory, sender: Sender, now: float, policy: Policy, site_since: float) -> tuple[rates.Rate, ...]:
    """The account's own rates, and those that count some of its mail in their place: a service account's always, those
    of mail to people who signed up while some of them is used."""
    found = list(rates.standing(sender, now, policy.rates, site_since=site_since))
    service = policy.service_of(sender.address) if policy.service else None
    limits = {MeterName.CONSENTED: (policy.rates.consented, rates.scale_of(sender, now, policy.rates))}
    if service is not None:
        limits[MeterName.SERVICE] = (service.rates, 1.0)
    for name, (limited, scale) in limits.items():
        buckets = memory.meter(scope_of(name, sender.address, service=service))
        meter = rates.Meter(name=name, buckets=buckets, limits=limited, scale=scale)
        read = rates.readings(meter, now, rates.Load())
        found += [one for one in read if one.full_at > now or name is MeterName.SERVICE]
    return tuple(found)


def allow(
    connection: Connection, sender: str, contact: str, now: float, *, until: float, author: str, reason: str
) -> None:
    """An admin vouches for the pair until `until`: open again, and without weight."""
    memory = Memory(Rows(connection))
    relation = memory.relation_or_new(sender, contact)
    relation.allowed_until = until
    relation.closed, relation.closed_why, relation.closed_until = Closed.OPEN, "", 0.0
    memory.write()
    audit(connection, now, author, "allow", sender, contact, reason, until)


def close(
    connection: Connection, sender: str, contact: str, now: float, *, until: float = 0.0, author: str, reason: str
) -> None:
    """Close the contact for the sender, or with sender "*" for the whole site; until `until` where that is not 0.0.

    After that the contact is what its evidence says: a complaint, a no of its own and an earlier closing without
    end are not shortened by one that ends.
    """
    memory = Memory(Rows(connection))
    if sender == "*":
        held = memory.choices(contact).get("*")
        if held is None or held.yes or held.until:
            memory.choose(contact, "*", False, now, "admin", double=False, batch=0, until=until)
    else:
        relation = memory.relation_or_new(sender, contact)
        relation.allowed_until = 0.0
        relation.closed_until = until
        if not until:
            relation.close(Closed.ALL, now, "admin")
    memory.write()
    audit(connection, now, author, "close", sender, contact, reason, until)


def audit(
    connection: Connection,
    now: float,
    author: str,
    act: str,
    sender: str,
    contact: str,
    reason: str,
    until: float,
) -> None:
    """One line in the audit log."""
    connection.execute(
        schema.audit.insert().values(
            at=now, author=author, act=act, sender=sender, contact=contact, reason=reason, until=until
        )
    )


BY_PERSON = (
    (schema.senders, ("address",)),
    (schema.aliases, ("address", "account")),
    (schema.habits, ("sender",)),
    (schema.causes, ("sender", "contact")),
    (schema.relations, ("sender", "contact")),
    (schema.evidence, ("sender", "contact")),
    (schema.heard, ("account", "author")),
    (schema.sender_links, ("sender",)),
    (schema.choices, ("contact",)),
    (schema.waiting, ("sender",)),
    (schema.answered, ("sender",)),
    (schema.volumes, ("sender",)),
    (schema.campaign_persons, ("person",)),
    (schema.audit, ("sender", "contact")),
)
"""Where a person stands in a column of his own; companies, ledger and message people are searched as text."""


def export(connection: Connection, address: str) -> dict[str, list[dict[str, Any]]]:
    """Everything that is held about a person, by table (GDPR Art. 15 and 20)."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, columns in BY_PERSON:
        where = or_(*(table.c[column] == address for column in columns))
        rows = [dict(row._mapping) for row in connection.execute(select(table).where(where))]
        if rows:
            found[table.name] = rows
    ledger = schema.ledger
    rows = [
        dict(row._mapping)
        for row in connection.execute(
            select(ledger).where(or_(ledger.c.sender == address, ledger.c.recipients.contains(f'"{address}"')))
        )
    ]
    if rows:
        found["ledger"] = rows
    companies = connection.execute(select(schema.companies).where(schema.companies.c.authors.contains(f" {address}")))
    rows = [dict(row._mapping) for row in companies if address in authors_from(row.authors)]
    if rows:
        found["companies"] = rows
    return found


def forget(connection: Connection, address: str, now: float, *, author: str, secret: bytes) -> int:
    """Remove a person from every table; gives the number of rows. Where he said no, a keyed hash of the
    address keeps the no (GDPR Art. 17(3)(b): the objection must go on being honoured)."""
    said_no = (
        connection.execute(
            select(schema.choices.c.contact).where(
                schema.choices.c.contact == address, schema.choices.c.purpose == "*", schema.choices.c.yes.is_(False)
            )
        ).first()
        is not None
        or connection.execute(
            select(schema.relations.c.contact).where(
                schema.relations.c.contact == address, schema.relations.c.closed == str(Closed.ALL)
            )
        ).first()
        is not None
    )
    gone = 0
    for table, columns in BY_PERSON:
        where = or_(*(table.c[column] == address for column in columns))
        gone += connection.execute(delete(table).where(where)).rowcount
    ledger = schema.ledger
    gone += connection.execute(delete(ledger).where(ledger.c.sender == address)).rowcount
    for row in connection.execute(
        select(ledger.c.id, ledger.c.recipients).where(ledger.c.recipients.contains(f'"{address}"'))
    ).all():
        changed = row.recipients.replace(f'"{address}"', '"(forgotten)"')
        connection.execute(ledger.update().where(ledger.c.id == row.id).values(recipients=changed))
        gone += 1
    heard = schema.heard
    for message in connection.execute(select(heard).where(heard.c.people.contains(address))).all():
        people = [person for person in message.people.split("\n") if person != address]
        connection.execute(
            heard.update()
            .where(heard.c.account == message.account, heard.c.message_key == message.message_key)
            .values(people="\n".join(people))
        )
    companies = schema.companies
    for pair in connection.execute(select(companies).where(companies.c.authors.contains(f" {address}"))).all():
        authors = {name: at for name, at in authors_from(pair.authors).items() if name != address}
        connection.execute(
            companies.update().where(companies.c.pair == pair.pair).values(authors=authors_text(authors))
        )
    if said_no:
        memory = Memory(Rows(connection))
        memory.choose(hashed(address, secret), "*", False, now, "forgotten", double=False, batch=0)
        memory.write()
    audit(connection, now, author, "forget", "", hashed(address, secret), "", 0.0)
    return gone
