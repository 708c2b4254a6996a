"""The metrics: every series that /metrics shows, at 0 from the start for each value of its closed labels.

Addresses, domains and ids are never labels. Each Metrics has a registry of its own, so that two gates in one
process (tests, demo) do not share figures. Only `events` moves them.

Several workers of one daemon keep their figures in files of one folder (prometheus_client's multiprocess mode, chosen
by its environment variable), and whichever answers /metrics adds them up.
"""

from __future__ import annotations

import os
import platform
from enum import StrEnum
from itertools import product

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, multiprocess

from gatekeeper import __version__
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.reputation import Tier
from gatekeeper.policy.terms import RateLimits
from gatekeeper.policy.verdict import Ruling


class Where(StrEnum):
    """In which room an error of ours happened."""

    LISTENER = "listener"
    GATE = "gate"
    BENCH = "bench"
    STORE = "store"
    RELAY = "relay"
    LEARN = "learn"
    WEB = "web"
    JOB = "job"
    RELOAD = "reload"


class Source(StrEnum):
    """Where evidence came from. The importers count as one: their names are in the log."""

    LISTENER = "listener"
    IMPORT = "import"
    CONSENT = "consent"
    ADMIN = "admin"


class Outcome(StrEnum):
    """What became of a message that could teach something."""

    NEW = "new"
    REPEATED = "repeated"
    SKIPPED = "skipped"


class Limit(StrEnum):
    """Which limit made a message wait."""

    CREDIT = "credit"
    FLOOD = "flood"
    FROZEN = "frozen"
    PAUSE = "pause"
    RATE = "rate"
    VOLUME = "volume"
    OTHER = "other"


class QueueState(StrEnum):
    """Why a queued message waits."""

    WAITING = "waiting"
    HELD = "held"
    DELIVERING = "delivering"


SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The environment variable by which prometheus_client keeps figures in files."""

JOBS = ("prune", "digest", "report", "count", "probe", "queue")
"""The names of the jobs; `daemon.chores` says what they do."""
DECISION_BUCKETS_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
RELAY_BUCKETS_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300)


class Metrics:
    """The figures of one gate. The hot ones are dictionaries by enum, which spares a look-up by label text."""

    def __init__(self) -> None:
        # A third of all series would be times of birth that nobody reads.
        prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]  # the library lacks it
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)

        messages = Counter(
            "gatekeeper_messages", "Messages judged, by what was done", ["verdict", "kind"], registry=registry
        )
        self.messages = {pair: messages.labels(*pair) for pair in product(Ruling, Kind)}
        observed = Counter(
            "gatekeeper_observed",
            "Messages that passed because a rule only observes, by what would have been done",
            ["verdict", "kind"],
            registry=registry,
        )
        self.observed = {pair: observed.labels(*pair) for pair in product(Ruling, Kind)}
        recipients = Counter(
            "gatekeeper_recipients",
            "Recipients judged, by what was found for each",
            ["ruling", "stage"],
            registry=registry,
        )
        self.recipients = {pair: recipients.labels(*pair) for pair in product(Ruling, Stage)}
        rate_deferred = Counter(
            "gatekeeper_rate_deferred", "Messages told to come later, by the limit", ["limit"], registry=registry
        )
        self.rate_deferred = {limit: rate_deferred.labels(limit) for limit in Limit}
        evidence = Counter(
            "gatekeeper_evidence", "Messages that could teach something", ["source", "outcome"], registry=registry
        )
        self.evidence = {pair: evidence.labels(*pair) for pair in product(Source, Outcome)}
        errors = Counter("gatekeeper_errors", "Errors of our own, by room", ["where"], registry=registry)
        self.errors = {where: errors.labels(where) for where in Where}

        self.decision_seconds = Histogram(
            "gatekeeper_decision_seconds",
            "From the end of a message's data to its verdict",
            buckets=DECISION_BUCKETS_SECONDS,
            registry=registry,
        )
        self.relay_seconds = Histogram(
            "gatekeeper_relay_seconds",
            "From the verdict to the next hop's reply",
            buckets=RELAY_BUCKETS_SECONDS,
            registry=registry,
        )
        self.sessions = Gauge(
            "gatekeeper_sessions",
            "Connections open at the listeners",
            registry=registry,
            multiprocess_mode="livesum",
        )
        queue = Gauge(
            "gatekeeper_queue_messages",
            "Messages that wait here",
            ["state"],
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        self.queue = {state: queue.labels(state) for state in QueueState}
        self.policy_reload_success = Gauge(
            "gatekeeper_policy_reload_success",
            "1 if the last reload was taken over, 0 if the old one stays",
            registry=registry,
            multiprocess_mode="livemin",
        )
        self.coverage_ratio = Gauge(
            "gatekeeper_coverage_ratio",
            "Share of outbound recipients that the evidence knows",
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        senders = Gauge(
            "gatekeeper_senders",
            "Senders by reputation",
            ["tier"],
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        self.senders = {tier: senders.labels(tier) for tier in Tier}
        rate_limits = Gauge(
            "gatekeeper_rate_limit",
            "What a sender of a tier may send, on average",
            ["limit", "tier"],
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        self.rate_limits = {pair: rate_limits.labels(*pair) for pair in product(RateLimits.model_fields, Tier)}
        self.frozen_senders = Gauge(
            "gatekeeper_frozen_senders",
            "Senders whom the takeover guard keeps from new people",
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        self.next_hop_up = Gauge(
            "gatekeeper_next_hop_up",
            "1 if the next hop answered last time",
            registry=registry,
            multiprocess_mode="livemin",
        )
        last_success = Gauge(
            "gatekeeper_job_last_success_timestamp_seconds",
            "When a job last succeeded",
            ["job"],
            registry=registry,
            multiprocess_mode="max",
        )
        self.job_last_success = {job: last_success.labels(job) for job in JOBS}
        job_seconds = Gauge(
            "gatekeeper_job_seconds",
            "How long its last run took",
            ["job"],
            registry=registry,
            multiprocess_mode="livemostrecent",
        )
        self.job_seconds = {job: job_seconds.labels(job) for job in JOBS}
        job_failures = Counter(
            "gatekeeper_job_failures", "Runs of a job that failed on this node", ["job"], registry=registry
        )
        self.job_failures = {job: job_failures.labels(job) for job in JOBS}
        build = Gauge(
            "gatekeeper_build_info",
            "Which program this is",
            ["version", "python"],
            registry=registry,
            multiprocess_mode="max",
        )
        build.labels(__version__, platform.python_version()).set(1)

    def page(self) -> bytes:
        """The metrics in Prometheus' text format. Big pages take long: call it in a thread."""
        registry = self.registry
        if SHARED_FOLDER in os.environ:
            registry = CollectorRegistry()
            multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library lacks it
        return prometheus_client.generate_latest(registry)
