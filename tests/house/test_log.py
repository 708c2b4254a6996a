"""The log when its disk is full: no error of the log may become one of the mail."""

from __future__ import annotations

import asyncio
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


def test_a_line_that_a_loop_has_not_written_goes_with_the_next_ones() -> None:
    stream = io.StringIO()
    log = open_log(stream=stream, environ={})

    async def end() -> None:
        # The loop stops with this task's end: it has no turn left for what is said after it.
        task = asyncio.current_task()
        assert task is not None
        task.add_done_callback(lambda _: log.info("first"))

    async def say() -> None:
        log.info("second")

    ended = asyncio.new_event_loop()
    ended.run_until_complete(end())
    ended.close()
    assert stream.getvalue() == ""
    asyncio.run(say())
    assert [line.rpartition(" ")[2] for line in stream.getvalue().splitlines()] == ["first", "second"]
