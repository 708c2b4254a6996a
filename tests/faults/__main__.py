"""The fault bench: `python -m tests.faults [--share 0.1] [--only NAME]... [--database sqlite|postgresql] [--figures]`.

Every scene plays on a daemon in a process of its own, with real sockets, and counts every message at the end. The
table goes to the standard output; the exit code is 1 when a message was lost, a refused one delivered, or one
delivered twice of which nobody can say why.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import uvloop

from tests.databases import BINARIES
from tests.faults import figures
from tests.faults.playbill import BOTH, POSTGRESQL_ONLY, SQLITE_ONLY, database, missing, play
from tests.faults.stage import HEADING

DISK_OCTETS = 48 * 2**20


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of `DISK_OCTETS` of its own. Raises CalledProcessError where mounting is not allowed."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_OCTETS}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--share", type=float, default=1.0, help="how much of the long run")
    parser.add_argument("--only", action="append", choices=[*BOTH, *SQLITE_ONLY, *POSTGRESQL_ONLY])
    parser.add_argument("--database", choices=["sqlite", "postgresql"])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--figures", action="store_true", help="what the queue costs, instead of faults")
    chosen = parser.parse_args()
    if chosen.figures:
        return figures.main()
    whole = True
    print(HEADING)
    with ExitStack() as stack, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        top = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for kind, names in (("sqlite", {**BOTH, **SQLITE_ONLY}), ("postgresql", {**BOTH, **POSTGRESQL_ONLY})):
            if chosen.database not in (None, kind) or (kind == "postgresql" and not BINARIES):
                continue
            for name in names:
                if (chosen.only and name not in chosen.only) or missing(name):
                    continue
                with ExitStack() as scene:
                    folder = top / f"{name}-{kind}"
                    if name == "disk-full":
                        folder = scene.enter_context(small_disk(folder))
                    cluster = scene.enter_context(database(name, kind))
                    rows = runner.run(play(name, folder, cluster=cluster, share=chosen.share, seed=chosen.seed))
                for row in rows:
                    whole = whole and row.is_whole
                    print(row.line(), flush=True)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
