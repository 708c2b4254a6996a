"""Many messages at once: what 250 and 5yz said is what the next hop has, for every single one."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections import Counter
from pathlib import Path

import pytest
import trustme
import uvloop

from tests.load.client import LoadClient, Report
from tests.load.daemon import Daemon
from tests.load.reconciliation import reconcile
from tests.load.sink import CountingSink
from tests.load.town import Town

MESSAGES = 30_000
SESSIONS = 50


def certificate(folder: Path) -> tuple[tuple[Path, Path], ssl.SSLContext]:
    """Files with a certificate and its key, and a client context that believes them."""
    authority = trustme.CA()
    issued = authority.issue_cert("gate.example.org")
    pem, key = folder / "certificate.pem", folder / "key.pem"
    issued.cert_chain_pems[0].write_to_path(pem)
    issued.private_key_pem.write_to_path(key)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return (pem, key), context


@pytest.mark.xdist_group("load")
def test_thirty_thousand_messages_over_fifty_sessions_are_all_accounted_for(tmp_path: Path) -> None:
    files, context = certificate(tmp_path)
    town = Town(seed=3)

    async def play() -> tuple[Report, Counter[str]]:
        async with CountingSink() as sink:
            daemon = Daemon(folder=tmp_path, next_hop=sink.port, tls=files)
            engine = daemon.engine()
            town.settle(engine, time.time())
            engine.dispose()
            daemon.configure()
            await asyncio.to_thread(daemon.start)
            try:
                client = LoadClient(daemon.port, sessions=SESSIONS, tls=context)
                report = await client.send(town.letters(MESSAGES, size_bytes=2_048))
            finally:
                assert await asyncio.to_thread(daemon.stop) == 0
            return report, sink.delivered

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        report, delivered = runner.run(play())
    found = reconcile(report, delivered)
    print(found, dict(report.refusals))
    assert found.is_whole, found
    assert not found.twice, found
    assert found.letters == MESSAGES
    assert found.accepted + found.deferred + found.refused == MESSAGES
    # Some strangers have to wait, because a few of the senders meet several of them at once; the rest passes.
    assert found.accepted > 0.99 * MESSAGES, found
