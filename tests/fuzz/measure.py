"""How long fuzzing lasts: minutes of CI by default; `FUZZ=20 pytest tests/fuzz` tries twenty times as much."""

from __future__ import annotations

import os

TIMES = max(1, int(os.environ.get("FUZZ", "1")))
