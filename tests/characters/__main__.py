"""`python -m tests.characters [--days 365] [--seed 1] [--plot FILE.svg] [--json FILE]`: ten characters, a year."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.characters.cast import simulate
from tests.characters.figures import facts_of, table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.characters", description=__doc__)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path, help="write the limits over time as SVG; needs matplotlib")
    parser.add_argument("--json", type=Path, help="write all figures and samples")
    chosen = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        chronicle = simulate(Path(folder), chosen.seed, chosen.days)
    for line in table(chronicle):
        print(line)
    print(f"\n{chosen.days} days, seed {chosen.seed}, in {time.monotonic() - begun:.0f} s")
    if chosen.json:
        told = {"characters": facts_of(chronicle)}
        told["samples"] = {account: [asdict(one) for one in some] for account, some in chronicle.samples.items()}
        chosen.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    if chosen.plot:
        from tests.characters.plot import draw

        draw(chronicle, chosen.plot)


if __name__ == "__main__":
    main()
