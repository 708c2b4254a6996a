"""A node that is killed between the state and the report: there are both or neither, and in the end one report."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys

import pytest
from sqlalchemy import Engine

from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient
from gatekeeper.mail.reply import Reply
from gatekeeper.store import queue
from gatekeeper.store.parcel import Addressee, Fate, Parcel, QueueState
from tests.queue.conftest import ANN, MTA, NOW, Office
from tests.queue.dying import MOMENTS

pytestmark = pytest.mark.asyncio
GONE = Reply.of(550, "5.1.1", "nobody of that name")


def bounced(engine: Engine) -> Parcel:
    """A message in the queue that nobody waits for any more: one has it, one was refused."""
    people = tuple(Recipient(path=parse_path(f"<{one}@example.net>".encode())) for one in ("good", "gone"))
    parcel = Parcel(
        id="1m324zzzzzzzzz", account="ann@example.org", session=MTA,
        envelope=Envelope(sender=parse_path(ANN), recipients=people),
        arrived=NOW - 60, due=NOW - 1, until=NOW + 86_400, judged=True,
        addressees=(
            Addressee(recipient=people[0], fate=Fate.SENT, reply=Reply.of(250, "2.0.0", "Ok")),
            Addressee(recipient=people[1], fate=Fate.FAILED, reply=GONE),
        ),
    )  # fmt: skip
    with engine.begin() as connection:
        queue.put(connection, parcel, b"From: Ann <ann@example.org>\r\nSubject: Keys\r\n\r\nWhere are they?\r\n")
    return parcel


@pytest.mark.parametrize(
    ("database_url", "moment"),
    # PostgreSQL's fsync is not this process's own.
    [
        (kind, moment)
        for kind in ("sqlite", "postgresql")
        for moment in MOMENTS
        if (kind, moment) != ("postgresql", "fsync")
    ],
    indirect=["database_url"],
)
async def test_a_kill_leaves_both_state_and_report_or_neither(
    engine: Engine, database_url: str, office: Office, moment: str
) -> None:
    if moment == "fsync" and not shutil.which("strace"):
        pytest.skip("no strace here")
    parcel = bounced(engine)
    command = [sys.executable, "-m", "tests.queue.dying", database_url, moment]
    died = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, timeout=120)
    assert died.returncode == -signal.SIGKILL, died.stderr
    left = office.queued()
    states = {one.id: one.state for one in left}
    reports = [one for one in left if one.envelope.sender.is_null]
    # At the fsync itself it is the disk's choice, but one choice for both.
    both = bool(reports) if moment == "fsync" else moment == "committed"
    assert states[parcel.id] is (QueueState.BOUNCED if both else QueueState.DELIVERING)
    assert len(reports) == both
    for _ in range(3):
        await office.later(queue.CLAIM_SECONDS + 1)
    (report,) = office.reports()
    assert "Final-Recipient: rfc822; gone@example.net" in str(report.get_payload(1))  # type: ignore[arg-type]  # a multipart has parts
    assert {one.state for one in office.queued()} == {QueueState.BOUNCED, QueueState.DONE}
