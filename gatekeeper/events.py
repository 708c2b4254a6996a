"""The events: one function per happening, which writes its log line and moves its metric.

No other module logs or counts. What a message went through is one line, in Postfix' manner:

    k3f9q2: from=<ann@example.org>, to=<bob@example.net>, nrcpt=1, kind=note, verdict=accept,
    relay=127.0.0.1:10026, delay=0.012, dsn=2.0.0, status=sent (250 2.0.0 Ok)
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from typing import Any, Self

from gatekeeper.log import Log, open_log, silent_log
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Limit, Metrics, Outcome, QueueState, Source, Where
from gatekeeper.policy.reputation import Tier
from gatekeeper.policy.verdict import Because, Ruling, Verdict

MAX_RECIPIENTS_LOGGED = 5
TRACE_LINES = 40

LIMITS = {
    Because.CREDIT: Limit.CREDIT,
    Because.CREDIT_LONG: Limit.CREDIT,
    Because.FLOOD: Limit.FLOOD,
    Because.FLOOD_WAIT: Limit.FLOOD,
    Because.PAUSE: Limit.PAUSE,
    Because.RATE: Limit.RATE,
    Because.RATE_CEILING: Limit.RATE,
    Because.VOLUME: Limit.VOLUME,
    Because.FROZEN: Limit.FROZEN,
}


class Events:
    """What happens at one gate."""

    def __init__(self, log: Log, metrics: Metrics) -> None:
        self.log = log
        self.metrics = metrics
        self._silent: dict[str, bool] = {}

    @classmethod
    def to_stderr(cls, level: str = "info") -> Self:
        """For the daemon."""
        return cls(open_log(level), Metrics())

    @classmethod
    def unheard(cls) -> Self:
        """For one-off commands and tests: counts, and logs nothing."""
        return cls(silent_log(), Metrics())

    # The daemon's life

    def started(self, places: Sequence[str]) -> None:
        self.metrics.policy_reload_success.set(1)
        self.log.info("ready", listening=" ".join(places))

    def reloaded(self, policy: str) -> None:
        self.metrics.policy_reload_success.set(1)
        self.log.info("reloaded", policy=policy)

    def reload_failed(self, reason: str) -> None:
        """The old configuration and policy stay."""
        self.metrics.policy_reload_success.set(0)
        self.metrics.errors[Where.RELOAD].inc()
        for line in reason.splitlines():
            self.log.error("not reloaded, the old configuration stays", reason=line)

    def noted(self, what: str, **values: Any) -> None:
        """Something an admin should read once, at start or reload."""
        self.log.warning(what, **values)

    def stopping(self, *, open_sessions: int) -> None:
        self.log.info("stopping", sessions=open_sessions)

    def stopped(self) -> None:
        self.log.info("stopped")

    def error(self, where: Where, reason: str | BaseException, **values: Any) -> None:
        """Something of ours went wrong: the client got 451 4.3.0. An exception brings its traceback."""
        self.metrics.errors[where].inc()
        if isinstance(reason, BaseException):
            trace = "".join(traceback.format_exception(reason)).splitlines()[-TRACE_LINES:]
            self.log.error(f"error in the {where}", reason=_named(reason), **values, trace="\n".join(trace))
        else:
            self.log.error(f"error in the {where}", reason=reason, **values)

    # Sessions

    def turned_away(self, listener: str, client: str, reply: str) -> None:
        """A client was denied something by a listener: limits, relaying, a wrong password."""
        self.log.info("turned away", listener=listener, client=client, reply=reply)

    def sessions_are(self, count: int) -> None:
        """A client came or went."""
        self.metrics.sessions.set(count)

    # Messages

    def judged(self, verdict: Verdict, *, seconds: float) -> None:
        """The judge has spoken; `finished` writes the line when the message's fate is known."""
        metrics = self.metrics
        metrics.messages[verdict.ruling, verdict.kind].inc()
        metrics.decision_seconds.observe(seconds)
        for recipient in verdict.recipients:
            metrics.recipients[recipient.ruling, recipient.stage].inc()
        if verdict.would is not verdict.ruling:
            metrics.observed[verdict.would, verdict.kind].inc()
        if verdict.ruling is Ruling.DEFER:
            because = verdict.deciding
            metrics.rate_deferred[LIMITS.get(because.because, Limit.OTHER) if because else Limit.OTHER].inc()

    def relayed(self, *, seconds: float) -> None:
        """The next hop has answered, whatever it said."""
        self.metrics.relay_seconds.observe(seconds)

    def next_hops_are(self, probed: Mapping[str, str]) -> None:
        """What the probes found, by name: why one takes no mail, "" where it does. Only changes are logged."""
        self.metrics.next_hop_up.set(not any(probed.values()))
        for name, reason in probed.items():
            if reason and not self._silent.get(name):
                self.log.warning("the next hop does not answer", relay=name, reason=reason)
            elif not reason and self._silent.get(name):
                self.log.warning("the next hop answers again", relay=name)
        self._silent = {name: bool(reason) for name, reason in probed.items()}

    def finished(
        self,
        message: str,
        *,
        sender: str,
        recipients: Sequence[str],
        replies: Sequence[Reply],
        verdict: Verdict | None,
        delay_seconds: float,
        relay: str = "none",
        certain: bool = True,
        kept: bool = False,
        reason: str = "",
    ) -> None:
        """The canonical line of one message. `replies` is one for all, or one for each recipient; `reason` our
        side of the story; `certain` False: the next hop may have it although it did not say so; `kept`: our 250 says
        that it waits here, and a line of its own will tell its end."""
        reply = _telling(replies)
        shown = ",".join(f"<{address}>" for address in recipients[:MAX_RECIPIENTS_LOGGED])
        if len(recipients) > MAX_RECIPIENTS_LOGGED:
            shown += ",..."
        judged = f"kind={verdict.kind}, verdict={verdict.ruling}" if verdict else "kind=unknown, verdict=none"
        if verdict and verdict.would is not verdict.ruling:
            judged += f", would={verdict.would}"
        told = f"{reply}; {reason}" if reason else str(reply)
        self.log.info(
            f"{message}: from=<{sender}>, to={shown}, nrcpt={len(recipients)}, {judged}, relay={relay}, "
            f"delay={delay_seconds:.3f}, dsn={reply.enhanced or _bare_status(reply)}, "
            f"status={_status(replies, verdict, certain=certain, kept=kept)} ({told})"
        )

    def unanswered(self, message: str, *, relay: str) -> None:
        """The final dot was sent and no reply came: a copy may arrive twice."""
        self.log.warning(f"{message}: unknown whether it was delivered", relay=relay)

    def halfway(self, message: str, *, taken: int, recipients: int, relay: str) -> None:
        """The next hop has it for some, and what it has not for the others cannot be kept: the client sends again."""
        self.log.warning(
            f"{message}: {taken} of {recipients} recipients have it, and will get it twice",
            relay=relay,
            reason="it cannot be kept for the others, so its client is told to send it again",
        )

    def unread(self, message: str, *, sender: str) -> None:
        """Our 250 was given, and the client's connection broke before it said another word."""
        self.log.info(f"{message}: taken, and unknown whether its client has read that", **{"from": f"<{sender}>"})

    def answered_from_record(self, message: str, *, sender: str) -> None:
        """A retry of a message that the next hop has: answered, not sent again."""
        self.log.info(f"{message}: already delivered, answered from the record", **{"from": f"<{sender}>"})

    # Learning, counting, jobs

    def learned(self, source: Source, *, new: int = 0, repeated: int = 0, skipped: int = 0) -> None:
        evidence = self.metrics.evidence
        evidence[source, Outcome.NEW].inc(new)
        evidence[source, Outcome.REPEATED].inc(repeated)
        evidence[source, Outcome.SKIPPED].inc(skipped)
        self.log.debug("learned", source=source, new=new, repeated=repeated, skipped=skipped)

    def counted(
        self,
        *,
        tiers: Mapping[Tier, int] | None = None,
        limits: Mapping[tuple[str, Tier], float] | None = None,
        frozen: int = 0,
        queue: Mapping[QueueState, int] | None = None,
        coverage: float | None = None,
    ) -> None:
        """What a job has counted in the store."""
        for tier, senders in (tiers or {}).items():
            self.metrics.senders[tier].set(senders)
        for pair, limit in (limits or {}).items():
            self.metrics.rate_limits[pair].set(limit)
        self.metrics.frozen_senders.set(frozen)
        for state, messages in (queue or {}).items():
            self.metrics.queue[state].set(messages)
        if coverage is not None:
            self.metrics.coverage_ratio.set(coverage)

    def job_done(self, job: str, *, at: float, seconds: float) -> None:
        self.job_known(job, at=at, seconds=seconds)
        self.log.debug("job done", job=job, seconds=f"{seconds:.3f}")

    def job_known(self, job: str, *, at: float, seconds: float) -> None:
        """When a job last succeeded, on this node or, for one of the whole site, on another."""
        self.metrics.job_last_success[job].set(at)
        self.metrics.job_seconds[job].set(seconds)

    def job_failed(self, job: str) -> None:
        """`error` writes the line."""
        self.metrics.job_failures[job].inc()


def _telling(replies: Sequence[Reply]) -> Reply:
    """The reply that tells most: a refusal before a delay before a success."""
    return max(replies, key=lambda reply: reply.code)


def _status(replies: Sequence[Reply], verdict: Verdict | None, *, certain: bool, kept: bool) -> str:
    if not certain:
        return "unknown"
    if any(reply.positive for reply in replies):
        if kept:
            return "held" if verdict and verdict.ruling is Ruling.HOLD else "waiting"
        return "sent" if all(reply.positive for reply in replies) else "partly-sent"
    return "refused" if _telling(replies).permanent else "deferred"


def _bare_status(reply: Reply) -> str:
    """The status of a reply without an enhanced code (RFC 3463: the class is the first digit)."""
    return f"{reply.code // 100}.0.0"


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
