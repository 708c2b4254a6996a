"""The why pages' content: a verdict of the ledger in the sentences of its reply; addresses only for its sender."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from gatekeeper.config import Config
from gatekeeper.ids import Ids
from gatekeeper.kinds.kind import Kind
from gatekeeper.letters import proof
from gatekeeper.policy.explain import explanation, sentence
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.store.bench import Bench
from gatekeeper.store.ledger import Entry, entry
from gatekeeper.web.circles import drawing
from gatekeeper.web.page import Count, WhyPage, fate_of
from gatekeeper.web.people import groups_for_sender

ANSWER_SECONDS = 5.0
SAID_OF_STAGES = {
    Stage.STRANGER: "have never written to you, or not for years",
    Stage.KNOWN: "have written to you",
    Stage.LIKED: "are in touch with you",
    Stage.TRUSTED: "know you well",
}
"""What only passed between these two; that a contact is closed is in the sentence where it matters, and not counted."""


class WhyPages:
    """Finds the page of a token, and proves senders. Blocks on the bench: called in a thread."""

    def __init__(
        self,
        bench: Bench,
        ids: Ids,
        config: Config,
        *,
        sign: Callable[[bytes], bytes] = lambda content: content,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._bench = bench
        self._ids = ids
        self.config = config
        self._sign = sign
        self._clock = clock

    def page(self, token: str, seal: str) -> WhyPage | None:
        """The page of the link; with the seal that was mailed to the sender, it names the people."""
        found = self._found(token)
        if found is None:
            return None
        if seal and not proof.is_proof(seal, found.id, self._ids, self._clock()):
            return None
        return page_of(found, self.config, self._bench.terms.policy, is_proven=bool(seal))

    def prove(self, token: str) -> bool:
        """Mail the sender the link that names the people; False only for a link that is no page's. Who asks is not
        told whether a mail went: to whom it could not go is nobody else's business."""
        found = self._found(token)
        if found is None:
            return False
        now = self._clock()
        if self.config.queue.enabled and self._is_ours(found.sender):
            link = f"{self.config.public_url}/why/{token}/{proof.seal_of(found.id, self._ids, now)}"
            self._bench.put(
                lambda connection: proof.mail_link(
                    connection, found.id, found.sender, link, self.config.hostname, now, sign=self._sign
                )
            ).result(ANSWER_SECONDS)
        return True

    def _found(self, token: str) -> Entry | None:
        id_ = self._ids.id_of(token)
        if id_ is None:
            return None
        found: Entry | None = self._bench.put(lambda connection: entry(connection, id_)).result(ANSWER_SECONDS)
        if found is None or found.verdict.ruling is Ruling.ACCEPT:
            return None
        is_over = self._clock() > found.at + timedelta(days=self.config.web.why_days).total_seconds()
        return None if is_over else found

    def _is_ours(self, sender: str) -> bool:
        """An address from outside may be forged; where no domain is named as the site's own, any may be its own."""
        terms = self._bench.terms
        return not terms.local_domains or terms.is_account(sender)


def page_of(found: Entry, config: Config, policy: Policy, *, is_proven: bool = False) -> WhyPage:
    """What the page says about `found`, of which `policy` is in force now."""
    words = explanation(found.verdict)
    judged_at = datetime.fromtimestamp(found.at, UTC).astimezone()
    return WhyPage(
        fate=fate_of(found),
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
        chart=drawing(policy, numbers=_numbers(found.verdict), of=found.verdict.kind),
        can_prove=config.queue.enabled,
        groups=groups_for_sender(found.verdict) if is_proven else (),
    )


def _numbers(verdict: Verdict) -> dict[tuple[Stage, Kind], int]:
    """How many recipients stand in each cell of the chart."""
    numbers = Counter((one.stage, verdict.kind) for one in verdict.recipients)
    deciding = verdict.deciding
    if deciding is None or deciding.because is not Because.CLOSED:
        # That somebody is closed is in the sentence where it matters.
        numbers.pop((Stage.CLOSED, verdict.kind), None)
    return numbers


def _reasons(verdict: Verdict, outcome: str) -> tuple[str, ...]:
    """The further reasons for this outcome; what a milder rule would have done does not help the reader."""
    told = (
        sentence(reason, verdict) for reason in verdict.reasons if reason.enforced and reason.ruling is verdict.ruling
    )
    further = (one.removeprefix("Not sent: ") for one in dict.fromkeys(told) if one != outcome)
    return tuple(one[:1].upper() + one[1:] for one in further)


def _counts(verdict: Verdict) -> tuple[Count, ...]:
    of = len(verdict.recipients)
    if of < 2:
        return ()
    numbers = {stage: sum(one.stage is stage for one in verdict.recipients) for stage in SAID_OF_STAGES}
    return tuple(
        Count(label=label, number=numbers[stage], of=of) for stage, label in SAID_OF_STAGES.items() if numbers[stage]
    )
