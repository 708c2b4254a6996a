"""The cast: ten characters of one site, and the years that they live through together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.characters.chronicle import Chronicle
from tests.characters.dishonest import compromised, list_buyer, slow_dripper
from tests.characters.honest import list_admin, networker, newcomer, newsletter, quiet, recruiter, support
from tests.characters.world import World

Character = Callable[[World, int], None]

CAST: tuple[Character, ...] = (
    newcomer,
    networker,
    recruiter,
    newsletter,
    list_buyer,
    slow_dripper,
    compromised,
    quiet,
    support,
    list_admin,
)


def simulate(folder: Path, seed: int, days: int, cast: Sequence[Character] = CAST) -> Chronicle:
    """So many days with these characters, in a database of their own in `folder`."""
    world = World(folder, seed)
    try:
        for character in cast:
            character(world, days)
        world.run(days)
    finally:
        world.close()
    return world.chronicle
