"""A bench on each kind of database, with a clock that the test sets."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Learnt, Lessons, Repeated, Settlement, identity_of
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms
from gatekeeper.store.sameness import content_key
from tests.databases import cluster, database_url

__all__ = ["cluster", "database_url"]

NOW = 1_790_000_000.0
DAY = 86_400.0


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    upgrade(engine)
    yield engine
    engine.dispose()


class Post:
    """Mail of one site, on a bench: writes down what happened, sends, and gives the verdicts."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.numbers = itertools.count(1)

    def case(
        self, sender: str, recipients: list[str], *, content: str = "", now: float = NOW, **changes: object
    ) -> Case:
        number = next(self.numbers)
        case = Case(
            id=f"case{number:09}",
            now=now,
            sender=sender,
            domain=sender.rpartition("@")[2],
            client="",
            recipients=tuple(recipients),
            message_key=number,
            digest=b"d" * 16,
            cites=(),
            kind=Kind.NOTE,
            signals=("words",),
            content=lambda: Fingerprint(
                digest=b"", text=b"", tokens=frozenset({content_key(content or f"own {number}")}), links=frozenset()
            ),
            identity=identity_of(number, b"", recipients),
        )
        return replace(case, **changes)  # type: ignore[arg-type]  # names of the dataclass

    def judge(self, case: Case) -> Judged:
        answer = self.bench.put(case).result(20)
        assert isinstance(answer, Judged)
        return answer

    def answer(self, case: Case) -> Judged | Repeated:
        found: Judged | Repeated = self.bench.put(case).result(20)
        return found

    def deliver(
        self,
        judged: Judged,
        *,
        positions: tuple[int, ...] | None = None,
        outcome: str = "sent",
        failed: tuple[tuple[int, str], ...] = (),
    ) -> None:
        everybody = tuple(range(len(judged.case.recipients)))
        settlement = Settlement(
            judged=judged,
            now=judged.case.now,
            delivered=everybody if positions is None else positions,
            outcome=outcome,
            failed=failed,
        )
        self.bench.put(settlement).result(20)

    def learn(self, *exchanges: Exchange, batch: int = 0) -> Learnt:
        learnt: Learnt = self.bench.put(Lessons(exchanges=exchanges, batch=batch)).result(20)
        return learnt

    def wrote(self, contact: str, account: str, at: float, *, proof: Proof = Proof.AUTHENTICATED) -> Exchange:
        """The contact wrote to the account."""
        return self._exchange(account, contact, at, What.WROTE, proof, outbound=False)

    def sent(self, account: str, contact: str, at: float) -> Exchange:
        """The account wrote to the contact, and it arrived."""
        return self._exchange(account, contact, at, What.SENT, Proof.AUTHENTICATED, outbound=True)

    def _exchange(self, account: str, contact: str, at: float, what: What, proof: Proof, *, outbound: bool) -> Exchange:
        evidence = Evidence(sender=account, contact=contact, at=at, what=what, proof=proof, source="test")
        return Exchange(
            message_key=1_000_000 + next(self.numbers),
            at=at,
            author=account if outbound else contact,
            outbound=outbound,
            people=(account, contact),
            evidence=(evidence,),
        )


@pytest.fixture
def terms() -> Terms:
    return Terms(policy=Policy(name="test"), local_domains=frozenset({"example.org"}), ramp=False)


@pytest.fixture
def open_bench(engine: Engine, terms: Terms) -> Iterator[Callable[[], Bench]]:
    """Opens benches on the same database; all are stopped afterwards."""
    opened: list[Bench] = []

    def open_one() -> Bench:
        bench = Bench(engine, terms)
        bench.start()
        opened.append(bench)
        return bench

    yield open_one
    for bench in opened:
        bench.stop()


@pytest.fixture
def post(open_bench: Callable[[], Bench]) -> Post:
    return Post(open_bench())
