"""The way in, SMTP from the border and LMTP to the mailboxes: nobody is refused what he has, and nothing is lost."""

from __future__ import annotations

import asyncio
import io

import pytest

from gatekeeper.config.file import read as config_of
from gatekeeper.daemon.wiring import listener_options
from gatekeeper.errors import TemporaryFailure
from gatekeeper.events import Events
from gatekeeper.gate.brief import GateSettings
from gatekeeper.gate.passage import Passage
from gatekeeper.log import open_log
from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Metrics
from gatekeeper.relay import RelayOptions, open_relay
from gatekeeper.store.queue import QueueState
from tests.queue.conftest import Office
from tests.servers import free_port

ANN, TIM = "ann@example.org", "tim@example.org"
BORDER = Session(listener="inbound-2", protocol="ESMTP")
TOO_BIG, LATER = b"552 5.2.2 mailbox full", b"452 4.2.2 mailbox full for now"
LETTER = (
    b"From: bob@example.net\r\nTo: ann@example.org, tim@example.org\r\nSubject: Tea\r\n"
    b"Message-ID: <1@example.net>\r\n\r\nAt four?\r\n"
)

pytestmark = [pytest.mark.asyncio, pytest.mark.parametrize("lmtp_next_hop", [True])]


class Entrance:
    """A pass-through in front of the office's next hop, with what it logs."""

    def __init__(self, office: Office, *, queue: bool = True, url: str = "") -> None:
        self.told = io.StringIO()
        events = Events(open_log("info", stream=self.told), Metrics())
        relay = open_relay(url, RelayOptions(hostname="gate.example.org")) if url else office.relay
        settings = GateSettings(hostname="gate.example.org", queue=queue)
        self._passage = Passage(office.bench, relay, events, office.ids, settings, clock=lambda: office.now)

    async def bring(self, *recipients: str) -> Reply:
        envelope = Envelope(
            sender=parse_path(b"<bob@example.net>"),
            recipients=tuple(Recipient(path=parse_path(f"<{one}>".encode())) for one in recipients),
        )
        (reply,) = (await self._passage.forward(BORDER, envelope, LETTER)).replies
        # The log is written at the end of the loop's turn.
        await asyncio.sleep(0)
        return reply

    @property
    def line(self) -> str:
        """The one line about the message."""
        (line,) = [line for line in self.told.getvalue().splitlines() if "from=<bob@example.net>" in line]
        return line


async def test_a_mailbox_that_is_full_for_good_is_reported_and_the_mail_not_refused(office: Office) -> None:
    office.sink.delivery_replies = {TIM.encode(): TOO_BIG}
    entrance = Entrance(office)
    reply = await entrance.bring(ANN, TIM)
    assert reply.code == 250, "Ann has it: a refusal would be a lie"
    assert "status=partly-sent (552 5.2.2 mailbox full" in entrance.line
    await office.later(1)
    await office.later(1)
    assert office.arrived() == [ANN.encode()], "and nobody gets it twice"
    (report,) = office.reports()
    assert report["To"] == "<bob@example.net>"
    assert "552 5.2.2 mailbox full" in str(report)


async def test_a_mailbox_that_is_full_for_now_is_tried_again_from_the_queue(office: Office) -> None:
    office.sink.delivery_replies = {TIM.encode(): LATER}
    assert (await Entrance(office).bring(ANN, TIM)).code == 250
    office.sink.delivery_replies = {}
    await office.later(3600)
    assert office.arrived() == [ANN.encode(), TIM.encode()]
    assert office.queued(QueueState.DONE) and not office.reports()


async def test_what_nobody_has_stays_the_clients(office: Office) -> None:
    office.sink.delivery_replies = {ANN.encode(): TOO_BIG, TIM.encode(): LATER}
    entrance = Entrance(office)
    assert (await entrance.bring(ANN, TIM)).code == 452
    assert "status=deferred" in entrance.line
    assert not office.queued()


async def test_a_dead_next_hop_leaves_a_line_about_the_message(office: Office) -> None:
    entrance = Entrance(office, url=f"lmtp://127.0.0.1:{free_port()}")
    assert (await entrance.bring(ANN)).code == 451
    assert "relay=127.0.0.1:" in entrance.line and "status=deferred (451 4.4.1" in entrance.line
    assert "onnect" in entrance.line, "with our side of the story"


@pytest.mark.parametrize(("enabled", "recipients"), [(True, 1000), (False, 1)])
async def test_without_a_queue_the_client_brings_each_recipient_by_himself(
    lmtp_next_hop: bool, enabled: bool, recipients: int
) -> None:
    inbound = {"address": "127.0.0.1:2526", "role": "inbound", "next_hop": "lmtp://127.0.0.1:24"}
    config = config_of({"queue": {"enabled": enabled}, "listener": [inbound]}, "test")
    assert listener_options(config, 0).limits.recipients == recipients


async def test_where_what_is_left_cannot_be_kept_it_is_said_who_will_get_it_twice(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(work: object) -> None:
        raise TemporaryFailure("database: gone")

    office.sink.delivery_replies = {TIM.encode(): LATER}
    monkeypatch.setattr(office.bench, "run", gone)
    entrance = Entrance(office)
    with pytest.raises(TemporaryFailure):
        await entrance.bring(ANN, TIM)
    await asyncio.sleep(0)
    assert "1 of 2 recipients have it, and will get it twice" in entrance.told.getvalue()
