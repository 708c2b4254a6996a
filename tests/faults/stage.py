"""The stage of a fault: a daemon in a process, a next hop, clients, and the count of every message at the end."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from gatekeeper.store.database import open_database
from tests.databases import Cluster
from tests.faults.sink import FaultySink
from tests.load.client import NO_REPLY, LoadClient
from tests.load.daemon import Daemon
from tests.load.town import Letter, Town
from tests.servers import Fault, Phase

EMPTY_SECONDS = 180.0
LOAD_SECONDS = 180.0
IN_FLIGHT_SECONDS = 3.0
"""A copy that the next hop took so long before a kill may have been under way when it fell."""
_UNKNOWN = re.compile(r"(\w{14}): unknown whether it was delivered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. Numbers are of messages; `told` of duplicates whose doubt stands in the log."""

    fault: str
    database: str
    sent: int
    accepted: int
    lost: int
    phantom: int
    twice: int
    told: int
    excused: int
    """Duplicates of what was under way when a process was killed: who was killed cannot log."""
    note: str = ""

    @property
    def is_whole(self) -> bool:
        return self.lost == 0 and self.phantom == 0 and self.twice == self.told + self.excused

    def line(self) -> str:
        cells = (self.fault, self.database, self.sent, self.accepted, self.lost, self.phantom, self.twice)
        return "| " + " | ".join(str(cell) for cell in (*cells, self.told, self.excused, self.note)) + " |"


HEADING = (
    "| fault | database | messages | accepted | lost | phantom | duplicates | of these logged as unknown "
    "| in flight at a kill | |\n|---|---|--:|--:|--:|--:|--:|--:|--:|---|"
)


class QueueingDaemon(Daemon):
    """Keeps what the next hop does not take now, gives up soon on one that hangs, and tries again soon."""

    def configure(self) -> None:
        super().configure()
        file = self.folder / "gatekeeper.toml"
        settings = file.read_text(encoding="utf-8")
        settings = settings.replace(
            "[[listener]]\n", "[[listener]]\nqueue_when_down = true\nmax_size_bytes = 60000000\n", 1
        )
        limits = "connect_seconds = 1.0\ncommand_seconds = 1.0\ndelivery_seconds = 2.0\n[[listener]]"
        file.write_text(settings.replace("[[listener]]", limits, 1), encoding="utf-8")


@dataclass
class Stage:
    """See the module. `cluster` None: SQLite in the folder."""

    folder: Path
    sink: FaultySink
    cluster: Cluster | None = None
    seed: int = 7
    changes: dict[str, str] = field(default_factory=dict)
    kills: list[float] = field(default_factory=list)
    size_bytes: int = 4_096
    neighbour: Stage | None = None
    """Another node on the same database."""

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        url = self.cluster.new_database() if self.cluster is not None else ""
        self.town = Town(senders=200, contacts=50, seed=self.seed)
        self.daemon = QueueingDaemon(folder=self.folder, next_hop=self.sink.port, database=url, changes=self.changes)
        engine = self.daemon.engine()
        self.town.settle(engine, time.time())
        engine.dispose()
        self.daemon.configure()
        self.client = LoadClient(self.daemon.port, sessions=20)
        self._letters = self.letters()

    @property
    def database(self) -> str:
        return "SQLite" if self.cluster is None else "PostgreSQL"

    def letters(self) -> Iterator[Letter]:
        serial = 0
        while True:
            yield self.town.letter(serial, size_bytes=self.size_bytes)
            serial += 1

    async def start(self) -> None:
        await asyncio.to_thread(self.daemon.start)

    async def stop(self) -> None:
        await asyncio.to_thread(self.daemon.stop)

    async def kill(self) -> None:
        self.kills.append(time.time())
        await asyncio.to_thread(self.daemon.kill)

    async def send(self, count: int) -> None:
        """That many letters, on twenty connections; what is not answered is sent again."""
        await self.client.send(islice(self._letters, count), until_answered=True)

    def sending(self) -> tuple[asyncio.Task[object], asyncio.Event]:
        """Load until the event is set."""
        over = asyncio.Event()

        def until_over() -> Iterator[Letter]:
            while not over.is_set():
                yield next(self._letters)

        return asyncio.create_task(self.client.send(until_over(), until_answered=True)), over

    async def resend(self, letters: Iterator[Letter]) -> None:
        """Letters that were sent before."""
        await self.client.send(letters, until_answered=True)

    async def empty_the_queue(self, faults: dict[Phase, Fault] | None = None) -> None:
        """The fault is over, or becomes `faults`: everything that waits is due now; returns when nothing waits."""
        self.sink.faults, self.sink.dot_seconds = faults or {}, 0.0
        until = time.monotonic() + EMPTY_SECONDS
        while time.monotonic() < until:
            with suppress(SQLAlchemyError):
                if not await asyncio.to_thread(self.hurry):
                    return
            await asyncio.sleep(0.3)

    async def ended(
        self, load: asyncio.Task[object], over: asyncio.Event, fault: str, note: str = "", seconds: float = LOAD_SECONDS
    ) -> Row:
        """The fault is over: the clients finish, the queue empties, and everything is counted."""
        await asyncio.sleep(0.5)
        over.set()
        # A daemon that died must fail the scene, not make its clients try for ever.
        await asyncio.wait_for(load, seconds)
        await self.empty_the_queue()
        await self.stop()
        return self.row(fault, note)

    def hurry(self) -> int:
        """Make what waits due now; gives how much there is."""
        engine = open_database(self.daemon.url)
        try:
            with engine.begin() as connection:
                connection.execute(text("UPDATE queue SET due = 0 WHERE state = 'waiting'"))
                waits = text("SELECT count(*) FROM queue WHERE state IN ('waiting', 'delivering')")
                return int(connection.execute(waits).scalar_one())
        finally:
            engine.dispose()

    def told(self) -> set[str]:
        """Our ids of which a log says that nobody knows whether they were delivered."""
        daemons = (self.daemon, *([self.neighbour.daemon] if self.neighbour is not None else []))
        logs = (one.log.read_text(encoding="utf-8", errors="replace") for one in daemons)
        return {found for log in logs for found in _UNKNOWN.findall(log)}

    def row(self, fault: str, note: str = "", *, since: dict[str, list[int]] | None = None) -> Row:
        """The count: what the clients were told against what the next hop has."""
        told, copies = self.told(), self.sink.copies
        delivered = self.sink.delivered
        lost = phantom = twice = logged = excused = 0
        everything = self.client.report.attempts
        attempts = {id_: codes for id_, codes in everything.items() if since is None or id_ not in since}
        for id_, codes in attempts.items():
            count, least = delivered[id_], min(1, codes.count(250))
            if count < least:
                lost += 1
            mine = [one for one in copies if one.message_id == id_] if count > least else []
            doubtful = sum(one.gate_id in told for one in mine)
            under_way = sum(any(0 <= kill - one.at < IN_FLIGHT_SECONDS for kill in self.kills) for one in mine)
            if count and not least and not (doubtful or under_way or NO_REPLY in codes):
                phantom += 1
            if count > 1:
                twice += 1
                logged += bool(doubtful)
                excused += bool(not doubtful and (under_way or NO_REPLY in codes))
        accepted = sum(250 in codes for codes in attempts.values())
        return Row(
            fault=fault, database=self.database, sent=len(attempts), accepted=accepted, lost=lost, phantom=phantom,
            twice=twice, told=logged, excused=excused, note=note,
        )  # fmt: skip
