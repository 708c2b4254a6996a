"""Copies of inbound mail from a real Postfix teach gatekeeper who writes to whom."""

from __future__ import annotations

import smtplib
import time
from pathlib import Path

import pytest

from tests.postfix.gate import gatekeeper, incoming, outgoing
from tests.postfix.instance import postfix, snippet
from tests.servers import RecordingSink, free_port, sink_in_thread

ANN, BEN = "ann@home.example", "ben@home.example"
LEARNT = 'gatekeeper_evidence_total{outcome="new",source="listener"}'


def test_copies_of_inbound_mail_are_learnt_and_the_mail_goes_its_way(tmp_path: Path) -> None:
    port = free_port()
    with (
        sink_in_thread(RecordingSink()) as mailboxes,
        sink_in_thread(RecordingSink()) as world,
        gatekeeper(tmp_path, f"smtp://127.0.0.1:{world.port}") as gate,
    ):
        strangers = [f"s{n}@far{n}.example" for n in range(20)]
        with smtplib.SMTP("127.0.0.1", gate.smtp) as client:
            with pytest.raises(smtplib.SMTPDataError):
                client.sendmail(ANN, strangers, outgoing(ANN, *strangers, text="Join me on Example"))

        copies = snippet("gatekeeper-copies.regexp", {r"example\.org": r"home\.example"})
        main = snippet(
            "inbound-copies.main.cf",
            {"/etc/postfix/gatekeeper-copies.regexp": "{folder}/copies.regexp", "2526": str(gate.inbound)},
        )
        table = tmp_path / "copies.regexp"
        table.write_text(copies)
        # Postfix's own user must be able to read it.
        for folder in (tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
        main = main.replace("{folder}", str(tmp_path)) + f"relayhost = [127.0.0.1]:{mailboxes.port}\n"
        with postfix("mx", main=main, port=port) as mx:
            with smtplib.SMTP("127.0.0.1", mx.port) as client:
                for stranger in strangers:
                    client.sendmail(stranger, [ANN, BEN], incoming(stranger, ANN))
            deadline = time.monotonic() + 20
            while (gate.metric(LEARNT) < 20 or len(mailboxes.messages) < 20) and time.monotonic() < deadline:
                time.sleep(0.1)
            log = mx.log + gate.log
            assert len(mailboxes.messages) == 20, log
            assert {address for message in mailboxes.messages for address in message.recipients} == {
                ANN.encode(),
                BEN.encode(),
            }, "no copy goes where the mail goes"
            assert gate.metric(LEARNT) >= 20, log
            mx.wait_for(r"to=<copy\+ann=home\.example@gatekeeper\.invalid>.*status=sent")

        with smtplib.SMTP("127.0.0.1", gate.smtp) as client:
            assert client.sendmail(ANN, strangers, outgoing(ANN, *strangers, text="Dinner at my place")) == {}
        assert len(world.messages) == 1
        assert len(world.messages[0].recipients) == 20
