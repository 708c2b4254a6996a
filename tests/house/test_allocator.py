"""The allocator: what large messages needed is given back."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from pathlib import Path
from gatekeeper.daemon.allocator import return_large_blocks
if not return_large_blocks():
    print(0)
    raise SystemExit
bytes(25_000_000)
for _ in range(3):
    messages, small = [bytearray() for _ in range(10)], []
    for _ in range(100):
        for one in messages:
            one += bytes(100_000)
            small.append(bytes(5_000))
    del messages
print(int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 2**20)
"""


def test_the_memory_of_large_messages_goes_back_to_the_system() -> None:
    """Ten of 10 MB grow side by side, three times, with small things between them."""
    said = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True)
    assert int(said.stdout) < 60, f"{said.stdout} MB"
