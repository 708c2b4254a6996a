"""The log when its disk is full: no error of the log may become one of the mail."""

from __future__ import annotations

import errno
import io

from gatekeeper.log import open_log


class FullDisk(io.StringIO):
    full = True

    def write(self, text: str) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(text)


def test_a_full_disk_under_the_log_disturbs_nothing_and_is_told_afterwards() -> None:
    stream = FullDisk()
    log = open_log(stream=stream, environ={})
    log.info("first")
    log.info("second")
    stream.full = False
    log.info("third")
    log.info("fourth")
    lines = stream.getvalue().splitlines()
    assert lines[0] == "2 entries could not be written to the log"
    assert [line.rpartition(" ")[2] for line in lines[1:]] == ["third", "fourth"]
