"""The wiring: what follows from several settings together."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatekeeper.config import load
from gatekeeper.daemon.wiring import listener_options


@pytest.mark.parametrize(
    ("url", "queue", "most"), [("lmtp", "false", 1), ("lmtp", "true", 1000), ("smtp", "false", 1000)]
)
@pytest.mark.parametrize("role", ["outbound", "inbound"])
def test_where_mailboxes_answer_one_by_one_and_nothing_can_wait_recipients_come_one_by_one(
    tmp_path: Path, role: str, url: str, queue: str, most: int
) -> None:
    file = tmp_path / "gatekeeper.toml"
    file.write_text(
        f'[queue]\nenabled = {queue}\n[[listener]]\nrole = "{role}"\nnext_hop = "{url}://127.0.0.1:24"\n',
        encoding="utf-8",
    )
    assert listener_options(load(str(file)), 0).limits.recipients == most
