"""A large archive: what `gatekeeper import mbox` needs in memory and time, from the first gigabyte to the last.

    python -m tests.bench.archive --gigabytes 10

Writes a mailbox of that size, imports it with the command itself, kills the import once on the way and starts it
again, and prints what it took and the resident memory at a tenth, at half and at the end.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

OWNER = "owner@site.example"
CORRESPONDENTS = 20_000
FIRST_DAY = 1_500_000_000
SPAN_SECONDS = 150_000_000
LOOKS_A_SECOND = 2
KILLED_AT = 0.3
MEBIBYTE = 2**20
GIBIBYTE = 2**30
_TEXT = (
    "about after again agenda already answer autumn because before between bridge budget building choice church "
    "contract corner country decision dinner draft early evening everybody figures finally garden harbour heavy "
    "invoice island journey kitchen letter little market meeting minutes morning mountain number office orange "
    "paper people planning please question railway reading report river school season second shoulder signed "
    "simple station summer supper Thursday timetable together tomorrow translation travel usually village visit "
    "waiting weather weekend whether window winter without writing yesterday"
)
_WORDS = tuple(_TEXT.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """How far the import was, in octets of the mailbox and in messages, and what its process held."""

    seconds: float
    cpu_seconds: float
    """Of this process, user and system; a killed one's are not in it."""
    octets: int
    messages: int
    resident_bytes: int


def messages(seed: int = 7) -> Iterator[bytes]:
    """Mail of all sizes, both ways, without end: most of it short, some with pages of HTML, some with files."""
    choice = random.Random(seed)
    noise = choice.randbytes(4 * MEBIBYTE)
    number = 0
    while True:
        number += 1
        other = f"person{choice.randrange(CORRESPONDENTS)}@{choice.choice(('homes', 'works', 'away'))}.example"
        sender, recipient = (OWNER, other) if choice.random() < 0.4 else (other, OWNER)
        at = FIRST_DAY + int(SPAN_SECONDS * choice.random())
        size = choice.random()
        text = "\n".join(" ".join(choice.choices(_WORDS, k=12)) for _ in range(choice.randrange(3, 90)))
        answers = f"In-Reply-To: <{choice.randrange(number)}@mail.example>\n" if choice.random() < 0.5 else ""
        head = (
            f"From {sender} {time.asctime(time.gmtime(at))}\n"
            f"Received: from a.example by mx.site.example; {formatdate(at)}\nFrom: {sender}\nTo: {recipient}\n"
            f"Date: {formatdate(at)}\nMessage-ID: <{number}@mail.example>\n{answers}"
            f"Subject: {' '.join(choice.choices(_WORDS, k=4))}\nMIME-Version: 1.0\n"
        )
        if size < 0.8:
            yield f"{head}Content-Type: text/plain\n\n{text}\n\n>From here on it is a quotation.\n\n".encode()
        elif size < 0.95:
            rows = "".join(f"<tr><td>{word}</td></tr>\n" for word in choice.choices(_WORDS, k=1_500))
            page = f'<html><p>{text}</p><a href="https://site.example/us">us</a><table>{rows}</table></html>'
            yield f"{head}Content-Type: text/html\n\n{page}\n\n".encode()
        else:
            octets = choice.randrange(150_000, 400_000) if size < 0.995 else choice.randrange(1, 4) * MEBIBYTE
            start = choice.randrange(len(noise) - octets + 1)
            boundary = f"part{number}"
            yield (
                (
                    f"{head}Content-Type: multipart/mixed; boundary={boundary}\n\n--{boundary}\n\n"
                    f"{text}\n--{boundary}\n"
                    "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n"
                ).encode()
                + base64.encodebytes(noise[start : start + octets])
                + f"--{boundary}--\n\n".encode()
            )


def write_mailbox(path: Path, size_bytes: int) -> int:
    """A mailbox of at least so many octets; gives how many messages it has."""
    written = 0
    with path.open("wb") as file:
        for number, message in enumerate(messages(), 1):
            written += file.write(message)
            if written >= size_bytes:
                return number
    raise AssertionError("unreachable: there is always another message")


def import_once(folder: Path, mailbox: Path, began: float, *, kill_at: float = 0.0) -> list[Sample]:
    """Runs the import and looks at it; kills it when this share of the mailbox is read, if one is given."""
    command = [sys.executable, "-m", "gatekeeper", "import", "mbox", str(mailbox), "--owner", OWNER, "--json"]
    command += ["--config", str(folder / "gatekeeper.toml")]
    with (folder / "told").open("wb") as told:
        running = subprocess.Popen(command, stdout=told)
        samples: list[Sample] = []
        while running.poll() is None:
            time.sleep(1 / LOOKS_A_SECOND)
            if (found := _look(folder, running.pid, began)) is not None:
                samples.append(found)
                if kill_at and found.octets >= kill_at * mailbox.stat().st_size:
                    running.send_signal(signal.SIGKILL)
                    running.wait()
                    return samples
    if running.returncode:
        raise SystemExit(f"the import ended with {running.returncode}")
    return samples


def _look(folder: Path, process: int, began: float) -> Sample | None:
    try:
        status = Path(f"/proc/{process}/status").read_text()
        resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
        with sqlite3.connect(f"file:{folder / 'gatekeeper.db'}?mode=ro", uri=True, timeout=5) as connection:
            position, count = connection.execute("SELECT position, messages FROM batches").fetchone()
    except (OSError, StopIteration, sqlite3.OperationalError, TypeError):
        return None
    ticks = sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]))
    octets = max(json.loads(position).values(), default=0) if position else 0
    return Sample(
        seconds=time.monotonic() - began,
        cpu_seconds=ticks / os.sysconf("SC_CLK_TCK"),
        octets=octets,
        messages=count,
        resident_bytes=resident * 1024,
    )


def main() -> None:
    """Runs what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.archive", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gigabytes", type=float, default=10.0, help="how large the mailbox is")
    parser.add_argument("--mailbox", type=Path, help="one that this command wrote before, instead of a new one")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "gatekeeper.toml").write_text(f'database = "sqlite:///{folder / "gatekeeper.db"}"\n')
        mailbox = chosen.mailbox or folder / "large.mbox"
        if not mailbox.exists():
            print(f"{write_mailbox(mailbox, int(chosen.gigabytes * GIBIBYTE)):,} messages written", flush=True)
        size, began = mailbox.stat().st_size, time.monotonic()
        samples = import_once(folder, mailbox, began, kill_at=KILLED_AT)
        killed = samples[-1]
        print(f"killed after {killed.octets / GIBIBYTE:.1f} GiB, started again", flush=True)
        again = time.monotonic()
        samples += import_once(folder, mailbox, began)
        print("| read | messages | after | CPU | messages a CPU second | resident |\n|---|---|---|---|---|---|")
        for share in (0.1, 0.5, 1.0):
            at = next((one for one in samples if one.octets >= share * size), samples[-1])
            cpu = at.cpu_seconds + (killed.cpu_seconds if at.octets > killed.octets else 0.0)
            resident = f"{at.resident_bytes / MEBIBYTE:.0f} MiB"
            took = f"{at.seconds:.0f} s | {cpu:.0f} s | {at.messages / cpu:,.0f}"
            print(f"| {at.octets / GIBIBYTE:.1f} GiB | {at.messages:,} | {took} | {resident} |")
        print(f"highest: {max(one.resident_bytes for one in samples) / MEBIBYTE:.0f} MiB")
        print(f"the second run took {time.monotonic() - again:.0f} s: {(folder / 'told').read_text().strip()}")


if __name__ == "__main__":
    main()
