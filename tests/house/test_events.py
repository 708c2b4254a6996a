"""Events: one happening moves its metric and writes its line, and nothing in a mail can forge one."""

from __future__ import annotations

import io
import logging
import re

import pytest

from gatekeeper.events import Events
from gatekeeper.kinds.kind import Kind
from gatekeeper.log import open_log
from gatekeeper.mail.reply import ACCEPTED, OUR_FAULT, Reply
from gatekeeper.metrics import Metrics, Source, Where
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Reason, RecipientRuling, Ruling, Verdict

NAMES = (
    "gatekeeper_messages_total",
    "gatekeeper_recipients_total",
    "gatekeeper_decision_seconds_count",
    "gatekeeper_relay_seconds_count",
    "gatekeeper_sessions",
    "gatekeeper_queue_messages",
    "gatekeeper_evidence_total",
    "gatekeeper_observed_total",
    "gatekeeper_errors_total",
    "gatekeeper_policy_reload_success",
    "gatekeeper_coverage_ratio",
    "gatekeeper_senders",
    "gatekeeper_rate_deferred_total",
    "gatekeeper_next_hop_up",
    "gatekeeper_job_last_success_timestamp_seconds",
    "gatekeeper_build_info",
)
ADDRESS = re.compile(r"[\w.]+@[\w.]+")


def verdict(ruling: Ruling, *, would: Ruling | None = None, because: Because = Because.INVITE_ALL) -> Verdict:
    return Verdict(
        ruling=ruling,
        would=would or ruling,
        kind=Kind.INVITATION,
        recipients=(
            RecipientRuling(address="bob@example.net", stage=Stage.STRANGER, ruling=ruling, because=because),
            RecipientRuling(address="eve@example.net", stage=Stage.LIKED, ruling=ruling, because=because),
        ),
        reasons=(Reason(rule="campaign", because=because, ruling=ruling, recipients=(0,)),),
    )


def shown(events: Events) -> dict[str, float]:
    lines = events.metrics.page().decode().splitlines()
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


@pytest.mark.parametrize("name", NAMES)
def test_every_metric_is_there_from_the_start(name: str) -> None:
    series = {key: value for key, value in shown(Events.unheard()).items() if key.split("{")[0] == name}
    assert series
    if name != "gatekeeper_build_info":
        assert set(series.values()) == {0.0}


def test_closed_labels_are_preset_for_each_value() -> None:
    figures = shown(Events.unheard())
    for ruling in Ruling:
        for kind in Kind:
            assert figures[f'gatekeeper_messages_total{{kind="{kind}",verdict="{ruling}"}}'] == 0.0
        for stage in Stage:
            assert figures[f'gatekeeper_recipients_total{{ruling="{ruling}",stage="{stage}"}}'] == 0.0


def test_a_refusal_is_counted_by_message_recipient_and_time() -> None:
    events = Events.unheard()
    events.judged(verdict(Ruling.REFUSE), seconds=0.002)
    figures = shown(events)
    assert figures['gatekeeper_messages_total{kind="invitation",verdict="refuse"}'] == 1.0
    assert figures['gatekeeper_recipients_total{ruling="refuse",stage="stranger"}'] == 1.0
    assert figures['gatekeeper_recipients_total{ruling="refuse",stage="liked"}'] == 1.0
    assert figures["gatekeeper_decision_seconds_count"] == 1.0
    assert figures['gatekeeper_observed_total{kind="invitation",verdict="refuse"}'] == 0.0


def test_observe_mode_counts_what_would_have_been_done() -> None:
    events = Events.unheard()
    events.judged(verdict(Ruling.ACCEPT, would=Ruling.REFUSE), seconds=0.002)
    figures = shown(events)
    assert figures['gatekeeper_observed_total{kind="invitation",verdict="refuse"}'] == 1.0
    assert figures['gatekeeper_messages_total{kind="invitation",verdict="accept"}'] == 1.0


def test_a_delay_is_counted_by_its_limit() -> None:
    events = Events.unheard()
    events.judged(verdict(Ruling.DEFER, because=Because.PAUSE), seconds=0.002)
    assert shown(events)['gatekeeper_rate_deferred_total{limit="pause"}'] == 1.0


def test_two_gates_in_one_process_count_apart() -> None:
    one, other = Events.unheard(), Events.unheard()
    one.learned(Source.LISTENER, new=3, repeated=1)
    assert shown(one)['gatekeeper_evidence_total{outcome="new",source="listener"}'] == 3.0
    assert shown(other)['gatekeeper_evidence_total{outcome="new",source="listener"}'] == 0.0


def heard(environ: dict[str, str] | None = None, level: str = "info") -> tuple[Events, io.StringIO]:
    stream = io.StringIO()
    return Events(open_log(level, stream=stream, environ=environ or {}), Metrics()), stream


def finished(
    events: Events,
    *replies: Reply,
    of: Verdict | None,
    certain: bool = True,
    kept: bool = False,
    sender: str = "",
) -> None:
    events.finished(
        "k3f9q2",
        sender=sender or "ann@example.org",
        recipients=("bob@example.net", "eve@example.net"),
        replies=replies,
        verdict=of,
        delay_seconds=0.0123,
        relay="127.0.0.1:10026",
        certain=certain,
        kept=kept,
    )


def test_one_line_tells_a_message_as_postfix_would() -> None:
    events, stream = heard()
    finished(events, Reply.of(250, "2.0.0", "Ok: queued as 1"), of=verdict(Ruling.ACCEPT))
    assert stream.getvalue().split(" ", 1)[1] == (
        "k3f9q2: from=<ann@example.org>, to=<bob@example.net>,<eve@example.net>, nrcpt=2, kind=invitation, "
        "verdict=accept, relay=127.0.0.1:10026, delay=0.012, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1)\n"
    )


@pytest.mark.parametrize(
    ("replies", "judged", "certain", "status"),
    [
        ((ACCEPTED,), Ruling.ACCEPT, True, "sent"),
        ((OUR_FAULT,), Ruling.ACCEPT, True, "deferred"),
        ((OUR_FAULT,), Ruling.ACCEPT, False, "unknown"),
        ((Reply.of(550, "5.7.1", "No"),), Ruling.REFUSE, True, "refused"),
        ((ACCEPTED, Reply.of(550, "5.7.1", "No")), Ruling.ACCEPT, True, "partly-sent"),
    ],
)
def test_the_status_tells_what_became_of_it(
    replies: tuple[Reply, ...], judged: Ruling, certain: bool, status: str
) -> None:
    events, stream = heard()
    finished(events, *replies, of=verdict(judged), certain=certain)
    assert f" status={status} (" in stream.getvalue()


def test_what_is_kept_here_has_not_been_sent() -> None:
    for ruling, status in ((Ruling.DEFER, "waiting"), (Ruling.ACCEPT, "waiting"), (Ruling.HOLD, "held")):
        events, stream = heard()
        finished(events, ACCEPTED, of=verdict(ruling), kept=True)
        assert f" status={status} (" in stream.getvalue()


def test_a_client_that_may_not_have_read_its_250_puts_no_delivery_in_doubt() -> None:
    events, log = heard()
    events.unread("<1@example.org>", sender="ann@example.org")
    assert "<1@example.org>: taken, and unknown whether its client has read that" in log.getvalue()
    assert "unknown whether it was delivered" not in log.getvalue()


def test_nothing_in_a_mail_can_forge_a_line_of_the_log() -> None:
    events, stream = heard()
    finished(events, ACCEPTED, of=None, sender="a\n<0>evil\x1b[31m@example.org")
    assert len(stream.getvalue().splitlines()) == 1
    assert "a?<0>evil?[31m@example.org" in stream.getvalue()


def test_under_systemd_each_line_has_its_priority_and_no_time() -> None:
    events, stream = heard({"JOURNAL_STREAM": "8:1"})
    events.started(["127.0.0.1:2525"])
    try:
        raise ValueError("two\nlines")
    except ValueError as error:
        events.error(Where.GATE, error)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "<6>ready: listening=127.0.0.1:2525"
    assert lines[1] == "<3>error in the gate: reason=ValueError: two?lines"
    assert len(lines) > 3 and all(line.startswith("<3>  ") for line in lines[2:])


def test_an_error_is_counted_by_room() -> None:
    events = Events.unheard()
    events.error(Where.BENCH, "the disk is full")
    assert shown(events)['gatekeeper_errors_total{where="bench"}'] == 1.0


def test_a_reload_that_fails_shows_in_a_metric_until_one_succeeds() -> None:
    events, stream = heard()
    events.started([])
    events.reload_failed("policy.toml: chart: missing\nmode: wrong")
    assert shown(events)["gatekeeper_policy_reload_success"] == 0.0
    assert stream.getvalue().count("not reloaded, the old configuration stays") == 2
    events.reloaded("notworking")
    assert shown(events)["gatekeeper_policy_reload_success"] == 1.0


def test_libraries_tell_no_addresses_whatever_the_level() -> None:
    _, stream = heard(level="debug")
    for name in ("mail.log", "aiosmtplib", "sqlalchemy.engine"):
        logging.getLogger(name).debug("to bob@example.net")
        logging.getLogger(name).info("to bob@example.net")
    assert not ADDRESS.search(stream.getvalue())
    logging.getLogger("asyncio").warning("slow")
    assert "asyncio: slow" in stream.getvalue()
