"""The zone in which everybody here reads times: in replies, on pages, in what commands print."""

from __future__ import annotations

import os
import time

from gatekeeper.config.settings import Config


def use_time_zone(config: Config) -> None:
    """Makes the configured zone this process's own."""
    if config.timezone:
        os.environ["TZ"] = config.timezone
        time.tzset()
