"""Figures of the queue: `python -m tests.faults --figures`, on SQLite. Run it on a machine that does nothing else.

By SMTP: a real daemon whose next hop is down takes messages of 4 KB from 50 sessions for its queue, and drains them
when the next hop is back. In one process: the bench puts messages that the judge tells to wait, puts rows without any
judgement, and the outbox drains. Memory and start: a real daemon over 100,000 waiting rows with their verdicts.

The processor's time is the figure to compare: rates swing with whatever else the machine does.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sqlite3
import statistics
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import uvloop
from sqlalchemy import Engine

from gatekeeper.events import Events
from gatekeeper.gate.brief import Briefs, GateSettings, read
from gatekeeper.ids import Ids
from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.policyfile import Policy
from gatekeeper.queue.outbox import Outbox, OutboxSettings
from gatekeeper.queue.reports import Reporter, ReporterSettings
from gatekeeper.relay import Relay, RelayOptions, open_relay
from gatekeeper.signing.signer import Signer
from gatekeeper.store import queue, schema
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Queued
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms
from gatekeeper.store.parcel import Parcel
from gatekeeper.store.rows import Rows
from tests.load.client import LoadClient
from tests.load.daemon import Daemon
from tests.load.sink import CountingSink
from tests.load.town import Letter, Town
from tests.servers import free_port

MESSAGES = 10_000
SMTP_MESSAGES = 5_000
SMTP_WARM = 200
ROWS = 100_000
AT_ONCE = 200
WAIT = Reply.of(450, "4.7.1", "Waiting.")
PERSON = Session(listener="", protocol="ESMTPSA", client_is_person=True)


def main() -> int:
    """Measure, and print one line each."""
    with tempfile.TemporaryDirectory() as name, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        folder = Path(name)
        print(f"fsync of one block: {fsync_seconds(folder) * 1000:.1f} ms (median)")
        runner.run(by_smtp(folder / "smtp"))
        runner.run(accepted_and_drained(folder))
        runner.run(many_rows(folder / "rows"))
    return 0


def fsync_seconds(folder: Path) -> float:
    """What the disk takes for one group commit at least."""
    times = []
    with (folder / "probe").open("wb", buffering=0) as file:
        for _ in range(100):
            file.write(b"\0" * 4096)
            started = time.perf_counter()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - started)
    return statistics.median(times)


class Office:
    """The bench, the outbox and a next hop in one process."""

    signer = Signer(())

    def __init__(self, engine: Engine, port: int) -> None:
        self.now = time.time()
        terms = Terms(policy=Policy(name="figures"), local_domains=frozenset({"site.example"}), ramp=False)
        self.bench = Bench(engine, terms)
        self.bench.start()
        self.relay = open_relay(f"smtp://127.0.0.1:{port}", RelayOptions(hostname="gate.example.org"))
        ids = Ids(b"figures")
        settings = GateSettings(hostname="gate.example.org", queue=True)
        self.briefs = Briefs(settings, ids, lambda: terms.policy, time.time)
        reporter = Reporter(ids, ReporterSettings(hostname="gate.example.org"))
        self.outbox = Outbox(
            self.bench, lambda: self, reporter, Events.unheard(), ids, OutboxSettings(node="figures"),
            clock=lambda: self.now,
        )  # fmt: skip

    def way_of(self, listener: str) -> tuple[Relay, Briefs]:
        return self.relay, self.briefs


async def accepted_and_drained(folder: Path) -> None:
    """How fast messages come into the queue, and how fast they leave it."""
    engine = open_database(f"sqlite:///{folder / 'figures.db'}")
    upgrade(engine)
    town = Town()
    town.settle(engine, time.time())
    async with CountingSink() as sink:
        office = Office(engine, sink.port)
        letters = [town.letter(serial) for serial in range(MESSAGES)]
        waits: list[float] = []
        numbers = iter(range(MESSAGES))

        async def client() -> None:
            for number in numbers:
                letter = letters[number]
                started = time.perf_counter()
                message, finding, digest = read(letter.content)
                envelope = Envelope(
                    sender=parse_path(f"<{letter.sender}>".encode()),
                    recipients=tuple(Recipient(path=parse_path(f"<{one}>".encode())) for one in letter.recipients),
                )
                case = office.briefs.case(
                    f"figure{number:08}", PERSON, envelope, message, finding, digest, may_wait=True
                )
                # Every message waits here, as a person's does whose pause is not over.
                parcel = office.briefs.parcel_of_rest(
                    case.id, PERSON, envelope, (WAIT,), "", account=case.sender, arrived=case.now
                )
                found = await office.bench.judge(_queued(case, parcel, letter.content))
                assert isinstance(found, Judged) and found.queued is Queued.YES
                waits.append(time.perf_counter() - started)

        started, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(client() for _ in range(AT_ONCE)))
        _tell("accepted, judgement and all", started, cpu)
        waits.sort()
        print(f"  from DATA to 250: median {waits[len(waits) // 2] * 1000:.0f} ms with {AT_ONCE} at once")
        office.now += 3600
        started, cpu = time.perf_counter(), time.process_time()
        served = 0
        while served < MESSAGES:
            served += await office.outbox.run(office.now)
        await office.outbox.drain()
        assert sum(sink.delivered.values()) == MESSAGES, (served, sink.delivered.total())
        _tell("drained, next hop in the same process", started, cpu)
        started, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(_put(office, letters, first) for first in range(AT_ONCE)))
        _tell("put without a judgement", started, cpu)
        print(f"  memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        await office.relay.close()
        await asyncio.to_thread(office.bench.stop)
    engine.dispose()


async def _put(office: Office, letters: list[Letter], first: int) -> None:
    """What is left of accepting when nothing is read or judged: the rows and their commit."""
    for number in range(first, MESSAGES, AT_ONCE):
        sender, to = (
            parse_path(f"<{one}>".encode()) for one in (letters[number].sender, letters[number].recipients[0])
        )
        parcel = _parcel(f"put{number:011}", Envelope(sender=sender, recipients=(Recipient(path=to),)), office.now)
        put = partial(office.bench.room.add, parcel=parcel, content=letters[number].content)
        assert await office.bench.run(put) is Queued.YES


async def by_smtp(folder: Path) -> None:
    """What a client and a next hop see of it, and what it costs the daemon."""
    folder.mkdir()
    town = Town()
    daemon = Daemon(folder=folder, next_hop=free_port())
    engine = daemon.engine()
    town.settle(engine, time.time())
    engine.dispose()
    daemon.configure()
    file = folder / "gatekeeper.toml"
    settings = file.read_text(encoding="utf-8").replace("[[listener]]\n", "[[listener]]\nqueue_when_down = true\n", 1)
    file.write_text(settings, encoding="utf-8")
    await asyncio.to_thread(daemon.start)
    client = LoadClient(daemon.port, sessions=50, pipelining=False)
    await client.send(town.letters(SMTP_WARM))
    started, cpu = time.perf_counter(), daemon.cpu_seconds()
    report = await client.send(town.letters(SMTP_MESSAGES, first=SMTP_WARM))
    _tell("accepted by SMTP, next hop down", started, cpu, daemon.cpu_seconds(), SMTP_MESSAGES)
    assert len(report.codes(250, 251)) == SMTP_WARM + SMTP_MESSAGES, report.refusals
    await asyncio.to_thread(daemon.stop)
    with sqlite3.connect(folder / "gatekeeper.db") as connection:
        connection.execute("UPDATE queue SET due = 0")
    connection.close()
    async with CountingSink(daemon.next_hop) as sink:
        await asyncio.to_thread(daemon.start)
        await _delivered(sink, SMTP_WARM)
        started, cpu, before = time.perf_counter(), daemon.cpu_seconds(), sink.delivered.total()
        await _delivered(sink, SMTP_WARM + SMTP_MESSAGES)
        _tell("drained by the daemon", started, cpu, daemon.cpu_seconds(), sink.delivered.total() - before)
        await asyncio.to_thread(daemon.stop)


async def _delivered(sink: CountingSink, messages: int) -> None:
    while sink.delivered.total() < messages:
        await asyncio.sleep(0.01)


async def many_rows(folder: Path) -> None:
    """A daemon starts over so many waiting rows, and lives with them."""
    folder.mkdir()
    async with CountingSink() as sink:
        daemon = Daemon(folder=folder, next_hop=sink.port)
        engine = daemon.engine()
        daemon.configure()
        started = time.perf_counter()
        await asyncio.to_thread(daemon.start)
        empty_seconds, empty = time.perf_counter() - started, daemon.resident_bytes()
        await asyncio.to_thread(daemon.stop)
        _fill(engine)
        engine.dispose()
        started = time.perf_counter()
        await asyncio.to_thread(daemon.start)
        full_seconds = time.perf_counter() - started
        await asyncio.sleep(5)
        full = daemon.resident_bytes()
        await asyncio.to_thread(daemon.stop)
        rows = f"{ROWS:,} rows waiting"
        print(f"start until the port answers: {empty_seconds:.2f} s empty, {full_seconds:.2f} s with {rows}")
        print(f"memory: {empty / 2**20:.0f} MB empty, {full / 2**20:.0f} MB with {rows}, after 5 s")
        with sqlite3.connect(folder / "gatekeeper.db") as connection:
            connection.execute("UPDATE queue SET due = 0")
        connection.close()
        await asyncio.to_thread(daemon.start)
        started, peak = time.perf_counter(), 0
        while time.perf_counter() - started < 20:
            await asyncio.sleep(0.5)
            peak = max(peak, daemon.resident_bytes())
        gone = sum(sink.delivered.values())
        await asyncio.to_thread(daemon.stop)
        print(f"a daemon drains {gone / 20:,.0f} messages/s over {rows}, {peak / 2**20:.0f} MB at most")


def _queued(case: Case, parcel: Parcel, content: bytes) -> Case:
    return replace(case, parcel=lambda verdict: (replace(parcel, due=case.now + 60), content))


def _fill(engine: Engine) -> None:
    now, ids = time.time(), Ids(b"figures")
    for start in range(0, ROWS, 5_000):
        with engine.begin() as connection:
            messages, verdicts = [], []
            for number in range(start, start + 5_000):
                to = parse_path(f"<contact{number}@homes.example>".encode())
                sender = parse_path(f"<person{number % 1000}@site.example>".encode())
                id_ = ids.new(now + number / 1000)
                parcel = _parcel(id_, Envelope(sender=sender, recipients=(Recipient(path=to),)), now)
                verdicts.append(
                    (id_, now, sender.address, number, "accept", "accept", "note", "", f'[["{to.address}","stranger",'
                     '"accept","introduction"]]', "[]", "", 0.0, "")
                )  # fmt: skip
                content = b"Message-ID: <%d@site.example>\r\n\r\n" % number + b"x" * 70 + b"\r\n"
                messages.append((parcel, content + b"y" * 4_000 + b"\r\n"))
            queue.put_all(connection, messages)
            Rows(connection).save(schema.ledger, verdicts)


def _parcel(id_: str, envelope: Envelope, now: float) -> Parcel:
    return Parcel(
        id=id_, account=envelope.sender.address, session=PERSON, envelope=envelope,
        arrived=now, due=now + 86_400, until=now + 5 * 86_400, judged=True,
    )  # fmt: skip


def _tell(what: str, started: float, cpu: float, until: float | None = None, messages: int = 0) -> None:
    """Since `started`, with the processor's seconds from `cpu` to `until` (None: this process's now)."""
    messages = messages or MESSAGES
    worked = (time.process_time() if until is None else until) - cpu
    seconds = time.perf_counter() - started
    print(f"{what}: {messages / seconds:,.0f} messages/s ({worked / messages * 1000:.2f} ms of processor each)")
