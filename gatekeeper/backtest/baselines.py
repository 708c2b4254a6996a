"""What is used elsewhere, as contenders: so many recipients an hour, so many new contacts, pen pals only.

They are what a policy must beat: the rate limits stop one blast in one hour and no slow one, and pen pals
alone refuse every sixth genuine mail (model.md, How success is measured).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from gatekeeper.policy.evidence import What
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.policy.verdict import Because, Reason, RecipientRuling, Ruling, Verdict
from gatekeeper.store.case import Case, Lessons, Settlement

HOUR_SECONDS = 3600.0


class RecipientsAnHour:
    """At most `limit` recipients of one sender in any hour; what is over is refused."""

    def __init__(self, limit: int) -> None:
        self.name = f"{limit} recipients an hour"
        self._limit = limit
        self._sent: dict[str, tuple[tuple[float, int], ...]] = {}

    def judge(self, case: Case) -> Verdict:
        recent = tuple(one for one in self._sent.get(case.sender, ()) if one[0] > case.now - HOUR_SECONDS)
        used = sum(count for _, count in recent)
        over = used + len(case.recipients) > self._limit
        if not over:
            recent = (*recent, (case.now, len(case.recipients)))
        self._sent[case.sender] = recent
        return verdict_of(case, range(len(case.recipients)) if over else (), Because.RATE)

    def settle(self, settlement: Settlement) -> None:
        """What was accepted has been counted."""

    def learn(self, lessons: Lessons) -> None:
        """A rate limit learns nothing."""

    def fork(self) -> RecipientsAnHour:
        twin = RecipientsAnHour(self._limit)
        twin._sent = dict(self._sent)
        return twin


class NewContacts:
    """A bucket of `capacity` people never in touch before, filled by `per_day`; what is over is refused."""

    def __init__(self, capacity: int, per_day: int) -> None:
        self.name = f"{capacity} new contacts + {per_day} a day"
        self._capacity = float(capacity)
        self._per_day = float(per_day)
        self._before_the_fork: Mapping[str, AbstractSet[str]] = {}
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        self._left: dict[str, tuple[float, float]] = {}

    def judge(self, case: Case) -> Verdict:
        before, known = self._before_the_fork.get(case.sender, frozenset()), self._known[case.sender]
        new = [index for index, one in enumerate(case.recipients) if one not in known and one not in before]
        left, at = self._left.get(case.sender, (self._capacity, case.now))
        left = min(self._capacity, left + (case.now - at) * self._per_day / DAY_SECONDS)
        if len(new) > left:
            return verdict_of(case, new, Because.CREDIT_LONG)
        self._left[case.sender] = (left - len(new), case.now)
        known.update(case.recipients[index] for index in new)
        return verdict_of(case, (), Because.CREDIT_LONG)

    def settle(self, settlement: Settlement) -> None:
        """What was accepted has been counted."""

    def learn(self, lessons: Lessons) -> None:
        for exchange in lessons.exchanges:
            for one in exchange.evidence:
                self._known[one.sender].add(one.contact)

    def fork(self) -> NewContacts:
        twin = NewContacts(int(self._capacity), int(self._per_day))
        twin._before_the_fork = self._known  # a fork is thrown away before the trunk goes on
        twin._left = dict(self._left)
        return twin


class PenPals:
    """Only people who have written may be written to."""

    def __init__(self) -> None:
        self.name = "pen pals only"
        self._wrote: set[tuple[str, str]] = set()

    def judge(self, case: Case) -> Verdict:
        strangers = [index for index, one in enumerate(case.recipients) if (case.sender, one) not in self._wrote]
        return verdict_of(case, strangers, Because.STAGE)

    def settle(self, settlement: Settlement) -> None:
        """One's own mail shows nothing about the other."""

    def learn(self, lessons: Lessons) -> None:
        for exchange in lessons.exchanges:
            self._wrote.update((one.sender, one.contact) for one in exchange.evidence if one.what is What.WROTE)

    def fork(self) -> PenPals:
        twin = PenPals()
        twin._wrote = self._wrote  # nobody answers on a fork
        return twin


def verdict_of(case: Case, refused: Sequence[int], because: Because) -> Verdict:
    """Refused for those at the positions `refused`, if there are any."""
    ruling = Ruling.REFUSE if refused else Ruling.ACCEPT
    positions = frozenset(refused)
    reasons = (Reason(rule="baseline", because=because, ruling=ruling, recipients=tuple(refused)),) if refused else ()
    return Verdict(
        ruling=ruling,
        would=ruling,
        kind=case.kind,
        recipients=tuple(
            RecipientRuling(
                address=address,
                stage=Stage.STRANGER,
                ruling=ruling if index in positions else Ruling.ACCEPT,
                because=because if index in positions else Because.KNOWN_WELL,
            )
            for index, address in enumerate(case.recipients)
        ),
        reasons=reasons,
    )
