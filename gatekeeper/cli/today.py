"""Today: times as whoever types a command reads them now."""

from __future__ import annotations

import time


def clock(moment: float) -> str:
    """The time in the configured zone, with its year when that is not this one."""
    from gatekeeper.policy import explain

    return explain.clock(moment, time.time())
