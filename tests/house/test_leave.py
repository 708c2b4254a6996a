"""One-click unsubscribe: a sealed link is a no, by POST alone, and nobody can make one for somebody else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from gatekeeper.config import Config
from gatekeeper.config.settings import Listener, NextHop, WebSettings
from gatekeeper.daemon.house import House
from gatekeeper.events import Events
from gatekeeper.policy.relation import Closed
from gatekeeper.store.people import contact_facts

ANN, BOB = "ann@example.org", "bob@example.net"


@pytest.mark.asyncio
async def test_a_click_closes_newsletters_and_a_look_changes_nothing(tmp_path: Path) -> None:
    config = Config(
        hostname="gate.example.org",
        database=f"sqlite:///{tmp_path / 'gatekeeper.db'}",
        next_hop=NextHop(url=f"maildir:{tmp_path / 'delivered'}"),
        listener=(Listener(address="127.0.0.1:0", trusted=("127.0.0.0/8",)),),
        web=WebSettings(address="127.0.0.1:0"),
    )
    house = House(config, Events.unheard())
    await house.start()
    try:
        token = house._ids.seal(ANN, BOB)

        async def closed() -> str:
            policy = house.bench.terms.policy
            facts = await house.bench.run(lambda connection: contact_facts(connection, ANN, BOB, 2e9, policy))
            return str(facts.relation.closed)

        async with httpx.AsyncClient(base_url=f"http://{house.web_address}") as client:
            looked = await client.get(f"/leave/{token}")
            assert looked.status_code == 200 and ANN in looked.text and await closed() == Closed.OPEN
            forged = house._ids.seal("eve@example.org", BOB).split(".")[0] + "." + token.split(".")[1]
            assert (await client.post(f"/leave/{forged}")).status_code == 404
            clicked = await client.post(f"/leave/{token}", content="List-Unsubscribe=One-Click")
            assert clicked.status_code == 200 and await closed() == Closed.BULK
            assert (await client.post(f"/leave/{token}")).status_code == 200
    finally:
        await house.stop()


def test_the_command_gives_the_header_lines(tmp_path: Path) -> None:
    config = tmp_path / "gatekeeper.toml"
    config.write_text(f'hostname = "gate.example.org"\ndatabase = "sqlite:///{tmp_path / "gatekeeper.db"}"\n')
    gatekeeper = [sys.executable, "-m", "gatekeeper", "--config", str(config)]
    subprocess.run([*gatekeeper, "db", "upgrade"], capture_output=True, check=True)
    command = [*gatekeeper, "leave-link", ANN, BOB]
    first, second = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert first.startswith("List-Unsubscribe: <http://127.0.0.1:8025/leave/") and first.endswith(">")
    assert second == "List-Unsubscribe-Post: List-Unsubscribe=One-Click"
