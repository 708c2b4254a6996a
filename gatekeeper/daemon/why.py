"""The why pages' content: a verdict of the ledger in the sentences of its reply, without any address."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from gatekeeper.config import Config
from gatekeeper.ids import Ids
from gatekeeper.policy.explain import explanation, sentence
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.store.bench import Bench
from gatekeeper.store.ledger import Entry, entry
from gatekeeper.web.page import Count, Fate, WhyPage

ANSWER_SECONDS = 5.0
SAID_OF_STAGES = {
    Stage.STRANGER: "have never written to you",
    Stage.KNOWN: "have written to you",
    Stage.LIKED: "are in touch with you",
    Stage.TRUSTED: "know you well",
}
"""What only passed between these two; that a contact is closed is in the sentence where it matters, and not counted."""


class WhyPages:
    """Finds the page of a token. Blocks on the bench: called in a thread."""

    def __init__(self, bench: Bench, ids: Ids, config: Config, clock: Callable[[], float] = time.time) -> None:
        self._bench = bench
        self._ids = ids
        self.config = config
        self._clock = clock

    def __call__(self, token: str) -> WhyPage | None:
        id_ = self._ids.id_of(token)
        if id_ is None:
            return None
        found: Entry | None = self._bench.put(lambda connection: entry(connection, id_)).result(ANSWER_SECONDS)
        if found is None or found.verdict.ruling is Ruling.ACCEPT:
            return None
        is_over = self._clock() > found.at + timedelta(days=self.config.web.why_days).total_seconds()
        return None if is_over else page_of(found, self.config)


def page_of(found: Entry, config: Config) -> WhyPage:
    """What the page says about `found`."""
    words = explanation(found.verdict)
    judged_at = datetime.fromtimestamp(found.at, UTC).astimezone()
    return WhyPage(
        fate=_fate(found),
        headline=words.outcome,
        sentences=_reasons(found.verdict, words.outcome),
        way_out=(words.way_out,) if words.way_out else (),
        counts=_counts(found.verdict),
        kind=str(found.verdict.kind),
        judged_at=judged_at,
        valid_until=judged_at + timedelta(days=config.web.why_days),
        help_contact=config.help_contact,
        signup_url=config.signup_url,
        message_id=found.id,
    )


def _reasons(verdict: Verdict, outcome: str) -> tuple[str, ...]:
    """The further reasons for this outcome; what a milder rule would have done does not help the reader."""
    told = (
        sentence(reason, verdict) for reason in verdict.reasons if reason.enforced and reason.ruling is verdict.ruling
    )
    further = (one.removeprefix("Not sent: ") for one in dict.fromkeys(told) if one != outcome)
    return tuple(one[:1].upper() + one[1:] for one in further)


def _fate(found: Entry) -> Fate:
    match found.verdict.ruling:
        case Ruling.ACCEPT:
            return Fate.SENT
        case Ruling.REFUSE:
            return Fate.PARTLY_SENT if found.outcome == "sent" else Fate.NOT_SENT
        case Ruling.DEFER | Ruling.HOLD:
            return Fate.WAITING


def _counts(verdict: Verdict) -> tuple[Count, ...]:
    of = len(verdict.recipients)
    if of < 2:
        return ()
    numbers = {stage: sum(one.stage is stage for one in verdict.recipients) for stage in SAID_OF_STAGES}
    return tuple(
        Count(label=label, number=numbers[stage], of=of) for stage, label in SAID_OF_STAGES.items() if numbers[stage]
    )
