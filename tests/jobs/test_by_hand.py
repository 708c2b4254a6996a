"""Jobs by hand: listed and run from the command line, beside a daemon or without one; and what the chores do."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from gatekeeper.cli import main as cli
from gatekeeper.config import Config
from gatekeeper.daemon.chores import Chores
from gatekeeper.errors import EX_UNAVAILABLE, EX_USAGE
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.mail.envelope import Envelope, Recipient, Session
from gatekeeper.mail.envelope import Path as MailPath
from gatekeeper.metrics import JOBS
from gatekeeper.policy.reputation import Cause
from gatekeeper.store import lease, queue, schema
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.lease import LEASE_SECONDS
from gatekeeper.store.memory import Memory
from gatekeeper.store.queue import Parcel, QueueState
from gatekeeper.store.rows import Rows
from tests.store.conftest import DAY, NOW, Post

IDS = Ids(b"s" * 32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'var/gatekeeper.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], database: Engine
) -> Iterator[Run]:
    """Runs `gatekeeper jobs` in a folder of a site that was first seen two weeks ago."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TZ", raising=False)
    keys = 'local_domains = ["example.org"]\nhostname = "gate.example.org"\nadmin_address = "admin@example.org"\n'
    (tmp_path / "gatekeeper.toml").write_text(keys, encoding="utf-8")
    with database.begin() as connection:
        since = {"name": "since", "value": repr(time.time() - 14 * DAY)}
        connection.execute(schema.site.insert(), [since, {"name": "secret", "value": "00" * 32}])

    def command(*arguments: str) -> Done:
        monkeypatch.setattr("sys.argv", ["gatekeeper", "jobs", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capfd.readouterr()
        assert "Traceback" not in told.err
        return Done(code=int(ended.value.code or 0), out=told.out, err=told.err)

    yield command


def test_each_job_is_listed_with_what_is_known_of_it(run: Run) -> None:
    before = {line.split()[0]: line for line in run("list").out.splitlines()}
    assert set(before) == set(JOBS)
    assert before["prune"] == "prune    every day, on one node; never done"
    assert before["probe"] == "probe    every 30 seconds, on each node; its metrics tell when it ran"
    assert run("run", "prune").code == 0
    facts = {one["job"]: one for one in map(json.loads, run("list", "--json").out.splitlines())}
    assert time.time() - 60 < facts["prune"]["finished"] <= time.time()
    assert (facts["prune"]["failures"], facts["prune"]["holder"]) == (0, None)


def test_every_job_runs_by_hand_and_can_run_again(run: Run) -> None:
    for _ in range(2):
        for job in JOBS:
            done = run("run", job)
            assert (done.code, done.err) == (0, "")
            assert done.out.startswith(f"{job}: done in ")


def test_who_is_at_it_is_named_and_nothing_is_run(run: Run, database: Engine) -> None:
    with database.begin() as connection:
        assert lease.take(connection, "prune", "other.example.org/17/c0ffee", time.time())
    done = run("run", "prune")
    assert (done.code, done.out) == (EX_UNAVAILABLE, "")
    assert done.err.startswith("gatekeeper: prune is running on other.example.org/17/c0ffee; its lease lasts until ")
    assert "running on other.example.org/17/c0ffee, lease until " in run("list").out
    with database.begin() as connection:
        held = lease.held(connection, "prune", time.time())
    assert held is not None and held.until < time.time() + LEASE_SECONDS


def test_an_unknown_job_is_a_mistake_and_the_known_ones_are_named(run: Run) -> None:
    done = run("run", "sweep")
    assert (done.code, done.err) == (
        EX_USAGE,
        'gatekeeper: there is no job "sweep"; there are: ' + ", ".join(JOBS) + "\n",
    )


def test_the_digest_arrives_once(run: Run, tmp_path: Path) -> None:
    for job in ("digest", "queue", "digest", "queue"):
        assert run("run", job).code == 0
    (arrived,) = (tmp_path / "var/delivered/new").iterdir()
    content = arrived.read_bytes()
    assert b"\r\nTo: <admin@example.org>\r\n" in content and b"\r\nAuto-Submitted: auto-generated\r\n" in content


def parcel(number: int, state: QueueState, due: float) -> Parcel:
    to = Recipient(path=MailPath(octets=b"bob@example.net", address="bob@example.net"))
    ann = MailPath(octets=b"ann@example.org", address="ann@example.org")
    return Parcel(
        id=f"queued{number}",
        account="ann@example.org",
        session=Session(listener="outbound-1"),
        envelope=Envelope(sender=ann, recipients=(to,)),
        arrived=NOW,
        due=due,
        until=NOW + DAY,
        judged=True,
        state=state,
    )


def filled(engine: Engine) -> None:
    states = (QueueState.WAITING, QueueState.WAITING, QueueState.HELD, QueueState.DONE, QueueState.BOUNCED)
    with engine.begin() as connection:
        for number, state in enumerate(states):
            queue.put(connection, parcel(number, state, NOW), b"Subject: Tea\r\n\r\nTea?\r\n")


@pytest.mark.asyncio
async def test_the_count_shows_the_queue_by_state(post: Post, engine: Engine) -> None:
    await asyncio.to_thread(filled, engine)
    events = Events.unheard()
    await Chores(Config, post.bench, events, IDS).count(NOW)
    shown = {
        state: events.metrics.registry.get_sample_value("gatekeeper_queue_messages", {"state": state})
        for state in ("waiting", "held", "delivering")
    }
    assert shown == {"waiting": 2.0, "held": 1.0, "delivering": 0.0}


@pytest.mark.asyncio
async def test_the_queues_records_are_pruned_and_what_waits_is_not(post: Post, engine: Engine) -> None:
    await asyncio.to_thread(filled, engine)
    chores = Chores(Config, post.bench, Events.unheard(), IDS)

    def left() -> tuple[list[str], list[str]]:
        with engine.begin() as connection:
            rows = connection.scalars(select(schema.queue.c.id).order_by(schema.queue.c.id)).all()
            people = connection.scalars(select(schema.queue_recipients.c.id).order_by(schema.queue_recipients.c.id))
            return list(rows), list(people.all())

    days = Config().retention.verdicts_days
    await chores.prune(NOW + (days - 1) * DAY)
    assert len(left()[0]) == 5
    await chores.prune(NOW + (days + 1) * DAY)
    assert left() == (["queued0", "queued1", "queued2"], ["queued0", "queued1", "queued2"])


@pytest.mark.asyncio
async def test_the_count_shows_the_rates_in_force_and_who_is_frozen(post: Post, engine: Engine) -> None:
    def stands() -> None:
        with engine.begin() as connection:
            memory = Memory(Rows(connection))
            for name, cause, until in (("ann", Cause.COMPLAINT, NOW + 60.0), ("bert", Cause.ANSWERED, NOW - 60.0)):
                one = memory.sender(f"{name}@example.org")
                one.standing.add(cause, NOW)
                one.frozen_until = until
                memory.changed(one)
            memory.write()

    await asyncio.to_thread(stands)
    events = Events.unheard()
    await Chores(Config, post.bench, events, IDS).count(NOW)

    def shown(name: str, **labels: str) -> float | None:
        return events.metrics.registry.get_sample_value(name, labels)

    # Ann: 2 * 2 / (2 + 2 + 5) of what is written; Bert: 2 * 3 / (3 + 2).
    assert shown("gatekeeper_rate_limit", limit="messages_per_hour", tier="poor") == pytest.approx(100 * 4 / 9)
    assert shown("gatekeeper_rate_limit", limit="messages_per_day", tier="good") == pytest.approx(500 * 6 / 5)
    assert shown("gatekeeper_rate_limit", limit="messages_per_hour", tier="excellent") == 0.0
    assert shown("gatekeeper_rate_limit", limit="contacts_per_hour", tier="poor") == 0.0
    assert shown("gatekeeper_frozen_senders") == 1.0
