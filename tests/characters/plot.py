"""The plot: what each account was allowed over the year. Needs matplotlib (the extra `plot`)."""

from __future__ import annotations

from pathlib import Path

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot
from matplotlib.axes import Axes

from tests.characters.chronicle import Chronicle, Sample
from tests.characters.world import BEGINNING, DAY

COLUMNS = 2


def draw(chronicle: Chronicle, path: Path) -> None:
    """One panel for each account: messages an hour, and room for new people, by the day."""
    # The same figures make the same file.
    matplotlib.rcParams["svg.hashsalt"] = "characters"
    matplotlib.rcParams.update({"font.size": 8, "axes.spines.top": False})
    rows = -(-len(chronicle.samples) // COLUMNS)
    figure, axes = pyplot.subplots(rows, COLUMNS, figsize=(9.0, 1.75 * rows), sharex=True)
    for panel, (account, samples) in zip(axes.flat, chronicle.samples.items(), strict=False):
        names = [tally.hand.name for hand, tally in chronicle.tallies.items() if hand.account == account]
        _panel(panel, names[0], samples)
    for panel in axes[-1]:
        panel.set_xlabel("day")
    figure.suptitle("left scale: messages an hour (line); right scale: room for new people (dashed)", fontsize=9)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None, "Creator": None})


def _panel(panel: Axes, name: str, samples: list[Sample]) -> None:
    days = [(one.at - BEGINNING) / DAY for one in samples]
    panel.plot(days, [one.messages_per_hour for one in samples], color="tab:blue", drawstyle="steps-post")
    panel.set_ylim(0, 210)
    panel.set_title(name, loc="left", fontsize=9)
    room = panel.twinx()
    room.plot(
        days, [one.credit_capacity for one in samples], color="tab:orange", linestyle="--", drawstyle="steps-post"
    )
    room.set_ylim(0, 26)
    for one in samples:
        if one.is_frozen:
            panel.axvline((one.at - BEGINNING) / DAY, color="tab:red", linewidth=1.0)
