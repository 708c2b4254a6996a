"""Long fuzzing: `python -m tests.fuzz [--minutes 60] [--at-once 2] [--folder DIR] [NAME]...`.

Each fuzzer runs in a process of its own (tests/fuzz/long.py) at the lowest priority; the table at the end says how many
cases it tried and what it found. Mistakes are kept in the folder. The parsers need atheris: `make fuzz` installs it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.long import MACHINES
from tests.fuzz.targets import TARGETS

SPARE_SECONDS = 300
HEADING = "| what | cases | mistakes | minutes | of them at work |\n|---|--:|--:|--:|--:|"


def run(name: str, minutes: float, folder: Path) -> str:
    """One fuzzer, and its line of the table."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["nice", "-n", "19", sys.executable, "-m", "tests.fuzz.long", name, str(round(minutes * 60)), str(folder)]
    with (folder / "log").open("wb") as log:
        subprocess.run(command, stdout=log, stderr=log, timeout=minutes * 60 + SPARE_SECONDS, check=False)
    told = folder / "progress.json"
    if not told.exists():
        return f"| {name} | did not run: see {folder / 'log'} | 1 | | |"
    facts = json.loads(told.read_text(encoding="ascii"))
    minutes_used, at_work = facts["wall_seconds"] / 60, facts["cpu_seconds"] / 60
    return f"| {name} | {facts['cases']:,} | {facts['findings']} | {minutes_used:.0f} | {at_work:.1f} |"


def main() -> int:
    """See the module. 1 when a mistake was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", choices=[[], *MACHINES, *TARGETS], metavar="NAME")
    parser.add_argument("--minutes", type=float, default=60.0, help="for each")
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where corpora and mistakes are kept; a temporary one by default")
    chosen = parser.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="gatekeeper-fuzz-"))
    names = chosen.names or [*MACHINES, *TARGETS]
    with ThreadPoolExecutor(chosen.at_once) as pool:
        lines = list(pool.map(lambda name: run(name, chosen.minutes, folder / name), names))
    print(f"{HEADING}\n" + "\n".join(lines) + f"\n\nkept in {folder}")
    return int(any(line.split("|")[3].strip() != "0" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
