"""The Maildir relay: a next hop for trials, where each message becomes one file (https://cr.yp.to/proto/maildir.html)."""

from __future__ import annotations

import asyncio
import errno
import itertools
import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gatekeeper.errors import UsageError
from gatekeeper.mail.envelope import Envelope
from gatekeeper.mail.reply import DISK_FULL, OUR_FAULT, Reply
from gatekeeper.relay.delivery import Delivery

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
WRITERS = 4
"""Threads that wait for the disk."""

_count = itertools.count()


class MaildirRelay:
    """A `Relay` into a Maildir folder.

    One file for each message, whatever the number of its recipients. The message stays byte for byte, with its
    CRLFs; on top of it stand what final delivery adds: `Return-Path:` (RFC 5321 4.4) and one `Delivered-To:`
    for each recipient. The 250 is given when file and folder are on the disk.
    """

    def __init__(self, path: str, hostname: str) -> None:
        """Makes the folder. Raises UsageError when that is impossible."""
        self._folder = Path(path)
        self._hostname = hostname.replace("/", "\\057").replace(":", "\\072")
        self._threads = ThreadPoolExecutor(max_workers=WRITERS, thread_name_prefix="maildir")
        try:
            for name in ("tmp", "new", "cur"):
                (self._folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"the Maildir {path} cannot be made: {error.strerror}") from error

    async def deliver(self, envelope: Envelope, content: Sequence[bytes]) -> Delivery:
        """See `Relay.deliver`. 452 4.3.1 when the disk is full, 451 4.3.0 with any other trouble."""
        loop = asyncio.get_running_loop()
        pieces = (_delivery_lines(envelope), *content)
        try:
            name = await loop.run_in_executor(self._threads, self._write, pieces)
        except OSError as error:
            reply = DISK_FULL if error.errno in FULL else OUR_FAULT
            return Delivery.alike(reply, envelope, next_hop=str(self._folder), reason=f"maildir: {error.strerror}")
        return Delivery.alike(Reply.of(250, "2.0.0", f"Ok: delivered as {name}"), envelope, next_hop=str(self._folder))

    @property
    def is_down(self) -> bool:
        """A folder says so at once, each time."""
        return False

    @property
    def name(self) -> str:
        """The folder."""
        return str(self._folder)

    async def probe(self) -> str:
        """Why no files can be made there; "" when they can."""
        folders = (self._folder / "tmp", self._folder / "new")
        return next((f"{one} cannot be written" for one in folders if not os.access(one, os.W_OK | os.X_OK)), "")

    async def close(self) -> None:
        """Waits for what is being written."""
        await asyncio.to_thread(self._threads.shutdown)

    def _write(self, pieces: Sequence[bytes]) -> str:
        now = time.time()
        seconds, microseconds = int(now), int(now % 1 * 1e6)
        name = f"{seconds}.M{microseconds}P{os.getpid()}Q{next(_count)}.{self._hostname}"
        draft, final = self._folder / "tmp" / name, self._folder / "new" / name
        try:
            with draft.open("xb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            draft.rename(final)
            _sync_folder(final.parent)
        except BaseException:
            # Refused means that nobody has it (RFC 5321 6.1), so a half-made delivery is taken back.
            draft.unlink(missing_ok=True)
            final.unlink(missing_ok=True)
            raise
        return name


def _delivery_lines(envelope: Envelope) -> bytes:
    lines = [b"Return-Path: <" + envelope.sender.octets + b">\r\n"]
    lines += [b"Delivered-To: " + recipient.path.octets + b"\r\n" for recipient in envelope.recipients]
    return b"".join(lines)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
