"""A gate with its queue, a clock that the test sets, and a real next hop that records what it takes."""

from __future__ import annotations

import asyncio
import email
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from email.message import Message as Mail

import pytest
import pytest_asyncio
from sqlalchemy import Engine

from gatekeeper.events import Events
from gatekeeper.gate.accounts import Accounts
from gatekeeper.gate.brief import Briefs, GateSettings
from gatekeeper.gate.outbound import Gate
from gatekeeper.ids import Ids
from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.policyfile import Policy
from gatekeeper.queue.outbox import Outbox, OutboxSettings
from gatekeeper.queue.reports import Reporter, ReporterSettings
from gatekeeper.relay import Relay, RelayOptions, TimeLimits, open_relay
from gatekeeper.signing.signer import Signer
from gatekeeper.store import queue
from gatekeeper.store.bench import Bench
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms
from gatekeeper.store.queue import Parcel, QueueState
from tests.databases import cluster, database_url
from tests.servers import RecordingSink

__all__ = ["cluster", "database_url"]

NOW = 1_790_000_000.0
ANN = b"<ann@example.org>"
PERSON = Session(
    listener="outbound-1", protocol="ESMTPSA", login="ann@example.org", login_source="AUTH", client_is_person=True
)
MTA = Session(listener="outbound-1", protocol="ESMTP")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_database(database_url)
    upgrade(engine)
    yield engine
    engine.dispose()


@dataclass
class Office:
    """Everything between a client and the next hop, with hands on the clock."""

    engine: Engine
    sink: RecordingSink
    policy: Policy
    listener_down: bool = False
    now: float = NOW
    down_seconds: float = 0.0
    """How long a failed connection is remembered, by the clock on the wall."""
    numbers: list[int] = field(default_factory=lambda: [0])

    def start(self) -> None:
        terms = Terms(policy=self.policy, local_domains=frozenset({"example.org"}), ramp=False)
        self.bench = Bench(self.engine, terms, clock=lambda: self.now)
        self.bench.start()
        scheme = "lmtp" if self.sink.lmtp else "smtp"
        self.relay: Relay = open_relay(
            f"{scheme}://127.0.0.1:{self.sink.port}",
            RelayOptions(hostname="gate.example.org", limits=TimeLimits(down_seconds=self.down_seconds)),
        )
        self.ids = Ids(b"secret")
        self.events = Events.unheard()
        settings = GateSettings(
            hostname="gate.example.org",
            accounts=Accounts(local_domains=("example.org",)),
            public_url="https://gate.example.org",
            queue=True,
            queue_when_down=self.listener_down,
        )
        self.gate = Gate(self.bench, self.relay, self.events, self.ids, settings, clock=lambda: self.now)
        self.outbox = self.new_outbox("node-a")

    def new_outbox(self, node: str) -> Outbox:
        reporter = Reporter(
            self.ids, ReporterSettings(hostname="gate.example.org", help_contact="Post office, ext. 12")
        )
        settings = OutboxSettings(node=node)
        return Outbox(self.bench, lambda: self, reporter, self.events, self.ids, settings, clock=lambda: self.now)

    signer = Signer(())

    def way_of(self, listener: str) -> tuple[Relay, Briefs]:
        return self.relay, self.gate.briefs

    async def send(
        self,
        *recipients: str,
        text: str = "",
        session: Session = PERSON,
        subject: str = "Hello",
        notify: bytes | None = None,
        ret: bytes | None = None,
    ) -> Reply:
        """One message by Ann; gives the reply."""
        self.numbers[0] += 1
        number = self.numbers[0]
        words = text or f"This is number {number}, a letter about one thing only, and no other has it: {number * 7919}."
        content = (
            f"From: Ann <ann@example.org>\r\nTo: {', '.join(recipients)}\r\nSubject: {subject}\r\n"
            f"Message-ID: <{number}@example.org>\r\nDate: Mon, 21 Sep 2026 14:13:20 +0000\r\n\r\n{words}\r\n"
        )
        envelope = Envelope(
            sender=parse_path(ANN),
            recipients=tuple(
                Recipient(path=parse_path(f"<{one}>".encode()), notify=notify, orcpt=b"rfc822;" + one.encode())
                for one in recipients
            ),
            ret=ret,
            envid=b"env" + str(number).encode(),
        )
        replies = await self.gate.receive(session, envelope, content.encode())
        return replies[0]

    def forget_the_outage(self) -> None:
        """As if `down_seconds` had passed."""
        self.relay._down_until = 0.0  # type: ignore[attr-defined]  # the clock on the wall is not the test's

    async def later(self, seconds: float) -> int:
        """Let time pass, and the queue run."""
        self.now += seconds
        return await self.outbox.run(self.now)

    def queued(self, *states: QueueState) -> list[Parcel]:
        with self.engine.begin() as connection:
            return queue.listed(connection, states or tuple(QueueState))

    def arrived(self) -> list[bytes]:
        """Who got mail from people at the next hop, in order."""
        return [one for message in self.sink.messages if message.sender for one in message.recipients]

    def reports(self) -> list[Mail]:
        """The reports that the next hop took for Ann, parsed by the standard library."""
        return [email.message_from_bytes(one.content) for one in self.sink.messages if not one.sender]


@pytest.fixture
def policy() -> Policy:
    return Policy(name="test")


@pytest.fixture
def lmtp_next_hop() -> bool:
    return False


@pytest.fixture
def when_down() -> bool:
    return False


@pytest.fixture
def down_seconds() -> float:
    return 0.0


@pytest_asyncio.fixture
async def office(
    engine: Engine, policy: Policy, lmtp_next_hop: bool, when_down: bool, down_seconds: float
) -> AsyncIterator[Office]:
    async with RecordingSink(lmtp=lmtp_next_hop) as sink:
        office = Office(engine=engine, sink=sink, policy=policy, listener_down=when_down, down_seconds=down_seconds)
        office.start()
        yield office
        await office.relay.close()
        await asyncio.to_thread(office.bench.stop)
