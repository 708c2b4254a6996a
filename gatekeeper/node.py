"""A node: what this process is called in claims, and whether the process behind another name is dead."""

from __future__ import annotations

import os
import socket


def this_node() -> str:
    """A name for this process in claims, by which others on this machine see whether it is still there."""
    return f"{socket.gethostname()}/{os.getpid()}"


def is_dead(node: str) -> bool:
    """Whether a node was a process of this machine that is no more. Of other machines nothing is known."""
    machine, _, process = node.rpartition("/")
    if machine != socket.gethostname() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False
