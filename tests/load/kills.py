"""The kills: SIGKILL at seeded random moments under load, and what that does to mail in flight.

    python -m tests.load.kills --kills 200 --seed 7 [--postgresql]

The daemon is started again after each kill; clients send again what was not acknowledged, with the same Message-ID,
as an MTA does. At the end every id is reconciled between clients and next hop: lost and phantom must be 0, and a
message may be there twice only where a kill fell between the next hop's 250 and ours.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import uvloop

from tests.databases import running_cluster
from tests.load.client import NO_REPLY, NOT_SENT, LoadClient, Report
from tests.load.daemon import Daemon
from tests.load.reconciliation import Reconciliation, reconcile
from tests.load.sink import CountingSink
from tests.load.town import Letter, Town

SESSIONS = 20
LEAST_SECONDS = 0.05
MOST_SECONDS = 0.6
"""A kill falls so long after the daemon has answered again."""
ANSWERS = 10
ANSWER_SECONDS = 60.0
"""On a busy machine a daemon that is killed by the clock alone would be killed before it has done anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run of kills did."""

    kills: int
    found: Reconciliation
    attempts: int
    without_reply: int
    """Attempts whose final dot was sent and whose reply never came: each was in flight when a kill fell."""
    not_sent: int
    """Attempts that the end of the connection cut off earlier, or that found nobody listening."""
    told: int
    """Messages that the daemon named after a kill: "unknown whether it was delivered"."""
    seconds: float

    def table(self) -> str:
        found = self.found
        rows = (
            ("kills", self.kills),
            ("messages", found.letters),
            ("attempts", self.attempts),
            ("in flight at a kill (no reply to the dot)", self.without_reply),
            ("cut off before the dot, or nobody listening", self.not_sent),
            ("accepted in the end", found.accepted),
            ("deferred or refused in the end", found.deferred + found.refused),
            ("lost (250, and not at the next hop)", len(found.lost)),
            ("phantom (refused, and at the next hop)", len(found.phantom)),
            ("duplicates without a missing reply", len(found.doubled)),
            ("duplicates after a missing reply", len(found.twice)),
            ("at the next hop, and never sent", len(found.spare)),
            ("logged as unknown", self.told),
        )
        lines = [f"| {what:<44} | {number:>8} |" for what, number in rows]
        return "\n".join(lines) + f"\n{self.seconds:.0f} s"


async def run(folder: Path, *, kills: int, seed: int, database: str = "") -> Outcome:
    """Play it: load on `SESSIONS` connections until the last kill is over and everything was answered."""
    began = time.monotonic()
    town = Town(senders=200, contacts=50, seed=seed)
    choice = random.Random(seed)
    async with CountingSink() as sink:
        daemon = Daemon(folder=folder, next_hop=sink.port, database=database)
        engine = daemon.engine()
        town.settle(engine, time.time())
        engine.dispose()
        daemon.configure()
        await asyncio.to_thread(daemon.start)
        over = asyncio.Event()

        def letters() -> Iterator[Letter]:
            serial = 0
            while not over.is_set():
                yield town.letter(serial, size_bytes=2_048)
                serial += 1

        client = LoadClient(daemon.port, sessions=SESSIONS)
        load = asyncio.create_task(client.send(letters(), until_answered=True))
        try:
            for _ in range(kills):
                await _answers(client.report)
                await asyncio.sleep(choice.uniform(LEAST_SECONDS, MOST_SECONDS))
                daemon.kill()
                await asyncio.to_thread(daemon.start)
            over.set()
            report = await load
        finally:
            load.cancel()
            await asyncio.to_thread(daemon.stop)
        told = daemon.log.read_text(encoding="utf-8").count("unknown whether it was delivered")
        return _outcome(kills, report, sink.delivered, told, time.monotonic() - began)


async def _answers(report: Report) -> None:
    """Return when the clients have had some more 250s, or not for a long time."""
    enough, until = len(report.seconds) + ANSWERS, time.monotonic() + ANSWER_SECONDS
    while len(report.seconds) < enough and time.monotonic() < until:
        await asyncio.sleep(0.01)


def _outcome(kills: int, report: Report, delivered: Counter[str], told: int, seconds: float) -> Outcome:
    codes = Counter(code for attempts in report.attempts.values() for code in attempts)
    return Outcome(
        kills=kills,
        found=reconcile(report, delivered),
        attempts=codes.total(),
        without_reply=codes[NO_REPLY],
        not_sent=codes[NOT_SENT],
        told=told,
        seconds=seconds,
    )


def play(folder: Path, *, kills: int, seed: int, database: str = "") -> Outcome:
    """`run` in a loop of its own."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run(folder, kills=kills, seed=seed, database=database))


def main() -> int:
    """Runs the kills that the command line asks for, and prints the table; 1 where mail was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.kills", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--postgresql", action="store_true", help="on a private PostgreSQL instead of SQLite")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(running_cluster()).new_database() if chosen.postgresql else ""
        outcome = play(folder, kills=chosen.kills, seed=chosen.seed, database=database)
    print(f"seed {chosen.seed}, {'PostgreSQL' if chosen.postgresql else 'SQLite'}")
    print(outcome.table())
    return 0 if outcome.found.is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
