"""Confirmed opt-in: a sign-up counts when the person presses the button, and never by a look or a made-up link."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import select

from gatekeeper.config import Config
from gatekeeper.config.settings import Listener, NextHop, WebSettings
from gatekeeper.daemon.house import House
from gatekeeper.events import Events
from gatekeeper.letters.signup import LINK_DAYS, Signup
from gatekeeper.policy.evidence import opted_out
from gatekeeper.policy.relation import Closed
from gatekeeper.policy.reputation import Cause
from gatekeeper.store import schema
from gatekeeper.store.database import open_database
from gatekeeper.store.people import contact_facts, sender_facts
from gatekeeper.store.queue import content_of

NEWS, BOB = "news@example.org", "bob@example.net"
DAY = 86_400.0


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    config = Config(
        hostname="gate.example.org",
        database=f"sqlite:///{tmp_path / 'gatekeeper.db'}",
        next_hop=NextHop(url=f"maildir:{tmp_path / 'delivered'}"),
        listener=(Listener(address="127.0.0.1:0", trusted=("127.0.0.0/8",)),),
        web=WebSettings(address="127.0.0.1:0"),
    )
    house = House(config, Events.unheard())
    await house.start()
    yield house
    await house.stop()


def link(house: House, *, days_ago: float = 0.0, purpose: str = "news.example.org") -> str:
    wish = Signup(sender=NEWS, contact=BOB, purpose=purpose, asked=int(time.time() - days_ago * DAY))
    return f"http://{house.web_address}/join/{wish.token(house._ids)}"


async def known(house: House) -> tuple[list[str], list[tuple[str, bool, str]], str]:
    """(causes, what Bob has said, whether he is closed)."""
    policy, now = house.bench.terms.policy, time.time()
    sender = await house.bench.run(lambda connection: sender_facts(connection, NEWS, now, policy))
    pair = await house.bench.run(lambda connection: contact_facts(connection, NEWS, BOB, now, policy))
    said = [(purpose, yes, source) for purpose, yes, _, source in pair.choices]
    return [one.cause for one in sender.causes], said, pair.relation.closed


@pytest.mark.asyncio
async def test_the_button_is_a_yes_and_a_look_is_none(house: House) -> None:
    url = link(house)
    async with httpx.AsyncClient() as client:
        looked = await client.get(url)
        assert looked.status_code == 200 and NEWS in looked.text and '<form method="post">' in looked.text
        assert await known(house) == ([], [], Closed.OPEN)
        for _ in range(2):
            assert (await client.post(url)).status_code == 200
        assert await known(house) == ([Cause.OPTED_IN], [("news.example.org", True, "link")], Closed.OPEN)
        again = link(house, days_ago=1)
        assert (await client.post(again)).status_code == 200
    assert (await known(house))[0] == [Cause.OPTED_IN]


@pytest.mark.asyncio
async def test_who_has_left_may_come_back(house: House) -> None:
    await house.bench.learn((opted_out(NEWS, BOB, time.time() - 60),))
    assert (await known(house))[2] == Closed.BULK
    async with httpx.AsyncClient() as client:
        await client.post(link(house))
    assert (await known(house))[2] == Closed.OPEN


@pytest.mark.asyncio
async def test_a_link_that_is_old_forged_or_for_leaving_says_nothing(house: House) -> None:
    good, other = link(house), link(house, purpose="other.example.org")
    forged = good.rpartition(".")[0] + "." + other.rpartition(".")[2]
    leaving = f"http://{house.web_address}/join/{house._ids.seal(NEWS, BOB)}"
    async with httpx.AsyncClient() as client:
        for url in (forged, link(house, days_ago=LINK_DAYS + 1), leaving):
            assert (await client.post(url)).status_code == 404
        as_leave = good.replace("/join/", "/leave/")
        assert (await client.post(as_leave)).status_code == 404
    assert await known(house) == ([], [], Closed.OPEN)


Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    config = tmp_path / "gatekeeper.toml"
    config.write_text(f'hostname = "gate.example.org"\ndatabase = "sqlite:///{tmp_path / "site.db"}"\n')
    whole = [sys.executable, "-m", "gatekeeper", "--config", str(config)]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*whole, *arguments], capture_output=True, text=True, check=False)

    run("db", "upgrade")
    return run


def test_the_command_prints_the_link_or_mails_it_once_a_day(command: Command, tmp_path: Path) -> None:
    assert command("join-link", NEWS, BOB).stdout.startswith("http://127.0.0.1:8025/join/")
    for _ in range(2):
        sent = command("join-link", NEWS, BOB, "--list", "<News.example.org>", "--send")
        assert sent.stdout == f"{BOB} is asked by mail.\n"
    engine = open_database(f"sqlite:///{tmp_path / 'site.db'}")
    with engine.begin() as connection:
        (mail,) = connection.execute(select(schema.queue)).all()
        content = content_of(connection, mail.id)
    engine.dispose()
    assert mail.sender == b"" and b"/join/" in content and b"Auto-Submitted: auto-generated" in content


def test_who_said_no_to_everything_is_not_asked(command: Command) -> None:
    assert command("close", "*", BOB).returncode == 0
    done = command("join-link", NEWS, BOB, "--send")
    assert done.returncode == 65 and "has said no" in done.stderr
