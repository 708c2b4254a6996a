"""The Maildir for trials."""

from __future__ import annotations

import errno
import mailbox
import os
from pathlib import Path

import pytest

from gatekeeper.errors import UsageError
from gatekeeper.relay import open_relay
from tests.relay.letters import NOTE, TRACE, envelope, options

pytestmark = pytest.mark.asyncio


async def test_a_message_becomes_one_file_byte_for_byte(tmp_path: Path) -> None:
    relay = open_relay(f"maildir:{tmp_path}/box", options())
    delivery = await relay.deliver(envelope("a@far.example", "b@far.example"), (TRACE, NOTE))
    await relay.deliver(envelope(sender=""), (TRACE, NOTE))
    await relay.close()
    assert delivery.accepted and len(delivery.replies) == 2
    names = sorted((tmp_path / "box/new").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    assert names[0].name in delivery.replies[0].text
    on_top = b"Return-Path: <ann@home.example>\r\nDelivered-To: a@far.example\r\nDelivered-To: b@far.example\r\n"
    assert names[0].read_bytes() == on_top + TRACE + NOTE
    assert names[1].read_bytes().startswith(b"Return-Path: <>\r\n")
    assert list((tmp_path / "box/tmp").iterdir()) == []
    assert len(mailbox.Maildir(tmp_path / "box")) == 2


@pytest.mark.parametrize(("number", "expected"), [(errno.ENOSPC, "452 4.3.1"), (errno.EIO, "451 4.3.0")])
@pytest.mark.parametrize("call", ["fsync", "rename"])
async def test_a_failing_disk_delivers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, expected: str
) -> None:
    relay = open_relay(f"maildir:{tmp_path}", options())

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    delivery = await relay.deliver(envelope(), (NOTE,))
    assert str(delivery.replies[0]).startswith(expected)
    assert os.strerror(number) in delivery.reason
    assert list((tmp_path / "new").iterdir()) == list((tmp_path / "tmp").iterdir()) == []


async def test_probe_says_whether_the_folder_can_be_written(tmp_path: Path) -> None:
    relay = open_relay(f"maildir:{tmp_path}", options())
    assert await relay.probe() == ""
    (tmp_path / "new").rmdir()
    assert await relay.probe() != ""


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="file/box cannot be made"):
        open_relay(f"maildir:{tmp_path}/file/box", options())
