"""Whole dialogues, as files: "C:" is said, "S:" is how the answer begins and, after "|", what its lines hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gatekeeper.smtpd.options import Protocol
from tests.smtpd.post import LOCAL, Post

DIALOGUES = sorted((Path(__file__).parent / "dialogues").glob("*.txt"))
OPTIONS: dict[str, dict[str, Any]] = {
    "identity_from": {"identity_from": LOCAL},
    "stranger": {"trusted": ()},
    "lmtp": {"protocol": Protocol.LMTP},
}


@pytest.mark.asyncio
@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
async def test_dialogue(path: Path, post: Post) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    options: dict[str, Any] = {}
    for line in lines:
        if line.startswith("# options: "):
            for name in line.removeprefix("# options: ").split():
                options |= OPTIONS[name]
    await post.open(**options)
    client = await post.client(hello=None)
    for number, line in enumerate(lines, start=1):
        who, _, what = line.partition(":")
        if who == "C":
            client.send(what.removeprefix(" ").encode() + b"\r\n")
        elif who == "S":
            begins, *holds = what.strip().split("|")
            reply = await client.reply()
            assert (reply[:3] + " " + reply[4:]).startswith(begins), f"{path.name}:{number}: {reply}"
            said = {part[4:] for part in reply.splitlines()}
            assert said >= set(holds), f"{path.name}:{number}: {reply}"
    assert post.errors == []
