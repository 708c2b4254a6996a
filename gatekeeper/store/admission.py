"""Admission: one recipient judged before there is any content, for an MTA that only asks.

What can be said then: whether he said no, whether the sender is over a rate or frozen. Who knows whom and what is
a campaign needs the message itself.
"""

from __future__ import annotations

from sqlalchemy import Connection

from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.policy import effects
from gatekeeper.policy.decide import decide
from gatekeeper.policy.facts import Facts
from gatekeeper.policy.rules import BEFORE_CONTENT
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.store import hearing
from gatekeeper.store.case import Case, Judged
from gatekeeper.store.memory import Memory
from gatekeeper.store.rows import Rows
from gatekeeper.store.sameness import scopes_of

NO_CONTENT = Fingerprint(digest=b"")


def question(*, id_: str, now: float, sender: str, client: str, recipient: str, kind: Kind = Kind.NOTE) -> Case:
    """The case of one recipient of a message that nobody has seen yet."""
    return Case(
        id=id_,
        now=now,
        sender=sender,
        domain=sender.rpartition("@")[2],
        client=client,
        recipients=(recipient,),
        message_key=0,
        digest=b"",
        cites=(),
        kind=kind,
        signals=(),
        content=lambda: NO_CONTENT,
    )


def admit(connection: Connection, case: Case, terms: hearing.Terms, *, is_first: bool) -> Verdict:
    """The verdict, in the caller's transaction; what passes is taken out of the rates, the message itself with its
    first recipient only. Only what did not pass stands in the ledger."""
    rows = Rows(connection)
    rows.lock([case.sender], [name for _, name in scopes_of(case)[1:]])
    memory = Memory(rows)
    policy, sender = terms.policy, memory.sender(case.sender)
    service = policy.service_of(case.sender) if policy.service else None
    facts = Facts(
        now=case.now,
        sender=sender,
        kind=case.kind,
        recipients=hearing.recipient_facts(memory, case, terms, frozenset(), frozenset()),
        site_since=terms.site_since,
        service=service,
        meters=hearing.meters_of_case(memory, case, service, policy),
        is_counted=not is_first,
    )
    verdict = decide(facts, policy, ramp=terms.ramp, enforce=terms.enforce, rules=BEFORE_CONTENT)
    if verdict.ruling is Ruling.ACCEPT:
        sender.first_seen = sender.first_seen or case.now
        effects.take_rates(facts, verdict, policy, (0,))
        memory.changed(sender)
    else:
        memory.keep_verdict(hearing.ledger_row(Judged(case=case, verdict=verdict)))
    memory.write()
    return verdict
