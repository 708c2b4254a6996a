"""Scenes of a next hop that fails, ours in every phase and Postfix's smtp-sink by its own faults; of a silent DNS."""

from __future__ import annotations

import asyncio
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import text

from gatekeeper.store.database import open_database
from tests.faults.stage import Row, Stage
from tests.learn.keys import signed
from tests.load.client import LoadClient
from tests.load.town import SITE, Letter
from tests.servers import DROP, HANG, Fault, Phase, free_port, smtp_sink

PHASES = (Phase.CONNECT, Phase.EHLO, Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.CONTENT, Phase.DOT, Phase.QUIT)
FAULTS: tuple[tuple[str, Fault], ...] = (
    ("4yz", b"451 4.3.2 not now"), ("5yz", b"554 5.3.0 never"), ("drops", DROP), ("hangs", HANG),
)  # fmt: skip
CELLS_IN_SHORT = ((Phase.CONNECT, 2), (Phase.RCPT, 0), (Phase.DATA, 1), (Phase.DOT, 2))

SMTP_SINK = (
    ("-f", "MAIL"), ("-f", "RCPT"), ("-f", "DATA"), ("-f", "."), ("-r", "MAIL"), ("-r", "RCPT"), ("-r", "."),
    ("-q", "MAIL"), ("-q", "DATA"), ("-q", "."), ("-Q", "RCPT"), ("-Q", "DATA"), ("-Q", "."), ("-W", "RCPT:4"),
    ("-W", ".:4"), ("-A", "0"), ("-H", "4"),
)  # fmt: skip
"""See smtp-sink(1). Time-outs of the stage are one second for a command and two for a delivery."""
SMTP_SINK_IN_SHORT = (("-f", "."), ("-Q", "DATA"), ("-W", ".:4"))
SILENT_RESOLVER = "127.53.53.53"
DOMAINS = 100


async def next_hop(stage: Stage, share: float) -> list[Row]:
    """Every fault of the next hop in every phase; what was kept goes out when it is over."""
    await stage.start()
    cells = [(phase, *fault) for phase in PHASES for fault in FAULTS]
    if share < 1:
        cells = [(phase, *FAULTS[number]) for phase, number in CELLS_IN_SHORT]
    rows = []
    for phase, name, fault in cells:
        before = dict(stage.client.report.attempts)
        stage.sink.hang_up()
        stage.sink.faults = {phase: fault}
        await stage.send(20)
        await stage.empty_the_queue()
        rows.append(stage.row(f"next hop {name} at {phase.value}", since=before))
    await stage.stop()
    return rows


async def postfix_sink(stage: Stage, share: float) -> list[Row]:
    """Postfix's own faulty next hop, which keeps what it takes in files; afterwards ours, in its place."""
    await stage.start()
    await stage.sink.__aexit__()
    rows = []
    for flag, value in SMTP_SINK if share == 1 else SMTP_SINK_IN_SHORT:
        before = dict(stage.client.report.attempts)
        with tempfile.TemporaryDirectory() as name:
            taken = Path(name)
            # It gives its privileges up.
            taken.chmod(0o777)
            with smtp_sink(flag, value, "-d", f"{taken}/%H%M%S.", port=stage.sink.port):
                await stage.send(20)
            # What it refused after the dot it has written down all the same.
            refused = value == "." and flag in ("-f", "-r", "-Q")
            for file in () if refused else sorted(taken.iterdir()):
                head = file.read_bytes()[:16_384]
                stage.sink.take(head, report=b"\nX-Mail-Args: <>" in head)
        async with stage.sink:
            await stage.empty_the_queue()
        rows.append(stage.row(f"smtp-sink {flag} {value}", since=before))
    await stage.stop()
    await stage.sink.__aenter__()
    return rows


async def silent_dns(stage: Stage, share: float) -> list[Row]:
    """Signed mail comes in through a pass-through, and no resolver answers about a key: it must pass all the same,
    and the mail that goes out, too."""
    door = free_port()
    stage.daemon.more = (
        f'[[listener]]\naddress = "127.0.0.1:{door}"\nrole = "inbound"\ntrusted = ["127.0.0.0/8"]\n'
        f'next_hop = "smtp://127.0.0.1:{stage.sink.port}"\n'
    )
    stage.daemon.configure()
    resolvers = stage.folder / "resolv.conf"
    resolvers.write_text(f"nameserver {SILENT_RESOLVER}\n", encoding="ascii")
    own_place = f'mount --bind {resolvers} /etc/resolv.conf && exec "$@"'
    stage.daemon.wrapper = ("unshare", "--mount", "--propagation", "private", "sh", "-c", own_place, "sh")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind((SILENT_RESOLVER, 53))
        await stage.start()
        inward = LoadClient(door, sessions=20)
        inward.report = stage.client.report
        count = max(100, round(2_000 * share))
        # Signed beforehand: it takes longer than the mail does.
        letters = list(incoming(count))
        started = time.monotonic()
        await asyncio.gather(inward.send(iter(letters), until_answered=True), stage.send(count))
        seconds = time.monotonic() - started
        await stage.empty_the_queue()
        await stage.stop()
        silent.setblocking(False)
        asked = 0
        while asked < 100_000:
            try:
                silent.recv(4_096)
            except BlockingIOError:
                break
            asked += 1
    proofs = await asyncio.to_thread(_proofs, stage.daemon.url)
    assert asked and proofs["unknown"] and not proofs["authenticated"], (asked, proofs)
    note = f"{2 * count} messages in {seconds:.0f} s, half of them signed; {asked} questions, none answered"
    return [stage.row("DNS silent while signatures are verified", note)]


def incoming(count: int) -> Iterator[Letter]:
    """Signed mail of people outside to people here."""
    for serial in range(count):
        author, domain = f"friend{serial}@silent{serial % DOMAINS}.example", f"silent{serial % DOMAINS}.example"
        message_id, to = f"<in.{serial}@{domain}>", f"person{serial % 200}@{SITE}"
        content = (
            f"From: {author}\r\nTo: {to}\r\nSubject: a letter of {serial}\r\nMessage-ID: {message_id}\r\n"
            f"Date: Tue, 03 Mar 2026 10:00:00 +0000\r\n\r\nDear friend, this is what I wanted to say: {serial}.\r\n"
        )
        yield Letter(
            serial=serial, message_id=message_id, sender=author, recipients=(to,),
            content=signed(content.encode(), domain),
        )  # fmt: skip


def _proofs(url: str) -> Counter[str]:
    engine = open_database(url)
    with engine.begin() as connection:
        rows = connection.execute(text("SELECT proof, count(*) FROM evidence WHERE what = 'wrote' GROUP BY proof"))
        found = Counter({str(proof): int(number) for proof, number in rows})
    engine.dispose()
    return found
