"""The queue's states, driven at random: whatever happens in whatever order, each recipient has one end.

A gate, an outbox and a real next hop; the machine sends, lets the next hop refuse and fall silent, lets nodes die
with claims in their hands, plays the admin, and moves the clock. `FUZZ=20` makes it twenty times as long.
"""

from __future__ import annotations

import asyncio
import email
import re
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from gatekeeper.policy.policyfile import Policy
from gatekeeper.store import queue, release
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.parcel import Fate, Parcel, QueueState
from tests.fuzz.measure import TIMES
from tests.queue.conftest import MTA, PERSON, Office
from tests.servers import DROP, Phase, RecordingSink

FAULTS = [b"451 4.3.2 not now", b"554 5.3.0 never", DROP]
WHERE = [Phase.CONNECT, Phase.EHLO, Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.CONTENT]
"""Faults after which it is certain that nobody got the message: the others make duplicates that are nobody's fault."""
OPEN = {QueueState.WAITING, QueueState.HELD, QueueState.DELIVERING}
BLAST = "Dear all, our new club opens its doors in spring and everybody is welcome to come and see the rooms " * 3

_template: list[Path] = []


def fresh_database(folder: Path) -> Path:
    """A migrated database; the migrations run once."""
    if not _template:
        _template.append(Path(tempfile.mkdtemp(prefix="gatekeeper-fuzz-")) / "template.db")
        engine = open_database(f"sqlite:///{_template[0]}")
        upgrade(engine)
        engine.dispose()
    return Path(shutil.copy(_template[0], folder / "queue.db"))


class QueueMachine(RuleBasedStateMachine):
    """See the module."""

    @initialize(
        policy=st.sampled_from([Policy(name="fuzz"), Policy(name="fuzz", mixed="deliver-known")]),
        down=st.booleans(),
        lmtp=st.booleans(),
    )
    def open(self, policy: Policy, down: bool, lmtp: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.loop = asyncio.new_event_loop()
        self.engine = open_database(f"sqlite:///{fresh_database(Path(self.folder.name))}")
        self.sink = RecordingSink(lmtp=lmtp)
        self.loop.run_until_complete(self.sink.__aenter__())
        self.office = Office(engine=self.engine, sink=self.sink, policy=policy, listener_down=down)
        self.run(self._start())
        self.taken: set[str] = set()
        self.refused: set[str] = set()
        self.discarded: set[str] = set()
        self.silent: set[str] = set()
        self.addresses = 0

    async def _start(self) -> None:
        self.office.start()

    def run(self, coroutine: object) -> object:
        return self.loop.run_until_complete(coroutine)  # type: ignore[call-overload]  # any coroutine of the office's

    def parcels(self) -> list[Parcel]:
        return self.office.queued()

    # What happens ------------------------------------------------------------------------------------------------

    @rule(number=st.integers(1, 4), person=st.booleans(), blast=st.booleans(), never=st.booleans())
    def send(self, number: int, person: bool, blast: bool, never: bool) -> None:
        to = [f"r{self.addresses + index}@example.net" for index in range(number)]
        self.addresses += number
        reply = self.run(
            self.office.send(
                *to,
                text=BLAST if blast else "",
                session=PERSON if person else MTA,
                notify=b"NEVER" if never else None,
            )
        )
        assert reply.code in (250, 450, 550, 554, 451), reply  # type: ignore[attr-defined]  # a reply
        (self.taken if reply.code == 250 else self.refused).update(to)  # type: ignore[attr-defined]  # a reply
        if never:
            self.silent.update(to)

    @rule(phase=st.sampled_from(WHERE), fault=st.sampled_from(FAULTS))
    def next_hop_fails(self, phase: Phase, fault: object) -> None:
        # After a reply in the middle of the content this sink would read on, and take it.
        self.sink.faults = {phase: DROP if phase is Phase.CONTENT else fault}  # type: ignore[dict-item]  # one of the faults
        self.sink.drop_connections()

    @rule()
    def next_hop_recovers(self) -> None:
        self.sink.faults, self.sink.recipient_replies = {}, {}

    @precondition(lambda self: self.addresses)
    @rule(data=st.data(), reply=st.sampled_from([b"550 5.1.1 gone", b"450 4.2.1 full"]))
    def somebody_is_refused(self, data: st.DataObject, reply: bytes) -> None:
        number = data.draw(st.integers(0, self.addresses + 3))
        self.sink.recipient_replies = {**self.sink.recipient_replies, b"r%d@example.net" % number: reply}

    @rule(seconds=st.sampled_from([1, 301, 700, 4000, 90_000]))
    def time_passes(self, seconds: int) -> None:
        self.run(self.office.later(seconds))

    @rule()
    def a_node_dies_with_claims(self) -> None:
        with self.engine.begin() as connection:
            queue.claim(connection, self.office.now, "a-node-that-dies", 3)

    @rule()
    def two_nodes_run(self) -> None:
        async def both() -> None:
            other = self.office.new_outbox("node-b")
            await asyncio.gather(self.office.outbox.run(self.office.now), other.run(self.office.now))

        self.run(both())

    @rule(data=st.data(), known=st.booleans())
    def the_admin_acts(self, data: st.DataObject, known: bool) -> None:
        waiting = [one for one in self.parcels() if one.state in {QueueState.WAITING, QueueState.HELD} and one.account]
        if not waiting:
            return
        one = data.draw(st.sampled_from(waiting))
        match data.draw(st.sampled_from(["release", "discard", "retry"])):
            case "release":
                with self.engine.begin() as connection:
                    release.release(connection, one.id, self.office.now, judged=known)
            case "retry":
                with self.engine.begin() as connection:
                    release.retry_now(connection, self.office.now, one.id)
            case _:
                with self.engine.begin() as connection:
                    assert release.discard(connection, one, self.office.now)
                self.discarded.update(each.recipient.address for each in one.addressees if each.fate is Fate.WAITING)

    # What always holds -------------------------------------------------------------------------------------------

    @invariant()
    def rows_and_octets_agree(self) -> None:
        if not hasattr(self, "office"):
            return
        with self.engine.begin() as connection:
            for one in queue.listed(connection, tuple(QueueState)):
                has_octets = one.id in queue.contents_of(connection, [one.id])
                assert has_octets is (one.state in OPEN), one
                if one.state in {QueueState.DONE, QueueState.BOUNCED}:
                    assert not one.waiting, one

    @invariant()
    def nobody_gets_it_twice_nor_is_reported_twice(self) -> None:
        if not hasattr(self, "office"):
            return
        arrived = Counter(one.decode() for one in self.office.arrived())
        assert not [address for address, count in arrived.items() if count > 1], arrived
        assert not self.refused & set(arrived), "refused, and delivered"
        failed = self.reported()
        assert not [address for address, count in failed.items() if count > 1], failed
        assert not self.silent & set(failed)

    def reported(self) -> Counter[str]:
        """How often each recipient was reported as failed."""
        found: Counter[str] = Counter()
        for one in self.sink.messages:
            if not one.sender:
                machine = email.message_from_bytes(one.content).get_payload(1)
                found.update(re.findall(r"Final-Recipient: rfc822; (\S+)\s+Action: failed", str(machine)))
        return found

    def teardown(self) -> None:
        if not hasattr(self, "office"):
            return
        try:
            self.everything_has_its_end()
        finally:
            self.run(self.office.relay.close())
            self.office.bench.stop()
            self.run(self.sink.__aexit__(None, None, None))
            self.engine.dispose()
            self.loop.close()
            self.folder.cleanup()

    def everything_has_its_end(self) -> None:
        """The next hop recovers, and six days go by: whoever was accepted got it, or his sender knows."""
        self.next_hop_recovers()
        for _ in range(12):
            self.time_passes(50_000)
        assert not [one for one in self.parcels() if one.state in OPEN], self.parcels()
        self.rows_and_octets_agree()
        self.nobody_gets_it_twice_nor_is_reported_twice()
        arrived = {one.decode() for one in self.office.arrived()}
        failed = set(self.reported())
        missing = self.taken - arrived - failed - self.discarded - self.silent
        # A report whose lifetime is over, too: the next hop refused everything for ten days.
        given_up = [one for one in self.parcels() if not one.envelope.sender.address and one.due >= one.until - 50_000]
        assert not missing or given_up, missing
        assert not arrived & failed


QueueMachine.TestCase.settings = settings(
    max_examples=15 * TIMES,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestQueueStates = QueueMachine.TestCase
