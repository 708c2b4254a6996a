"""The allocator: the memory of a large message goes back to the system when the message is done with."""

from __future__ import annotations

import ctypes

M_MMAP_THRESHOLD = -3
"""mallopt(3)."""
LARGE_OCTETS = 2**20


def return_large_blocks() -> bool:
    """Let each block of a megabyte or more be a mapping of its own; whether this C library can do that.

    glibc raises that limit by itself, to 32 MB, as soon as one such block was freed. From then on large messages lie
    in the heap with all the rest, in pieces of what earlier ones left: after messages of 25 MB a daemon kept 440 to
    510 MB and had 930 MB at most, with this 190 MB and 570 MB.
    """
    try:
        return bool(ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_OCTETS))
    except (AttributeError, OSError):
        return False
