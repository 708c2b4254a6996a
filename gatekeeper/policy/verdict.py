"""A verdict: what is done with a message, for whom, and every reason that was found."""

from __future__ import annotations

from enum import StrEnum

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage
from gatekeeper.values import value


class Ruling(StrEnum):
    """What happens to a recipient, or to the message. Ordered: the strictest enforced one wins (design.md)."""

    ACCEPT = "accept"
    DEFER = "defer"
    HOLD = "hold"
    REFUSE = "refuse"


STRICTNESS = {Ruling.ACCEPT: 0, Ruling.DEFER: 1, Ruling.HOLD: 2, Ruling.REFUSE: 3}


class Because(StrEnum):
    """The closed list of reasons. Each has one sentence in `explain`; ledgers and policies use these names."""

    INTERNAL = "internal"
    KNOWN_WELL = "known-well"
    CONSENT = "consent"
    ALLOWED = "allowed"
    EXEMPT = "exempt"
    CITED = "answers-a-mail"
    INTRODUCTION = "introduction"
    SERVICE = "service"
    CLOSED = "closed"
    NO_CONSENT = "no-consent"
    NO_UNSUBSCRIBE = "no-unsubscribe"
    NO_ONE_CLICK = "no-one-click"
    NO_SUBJECT_TAG = "no-subject-tag"
    NOT_LATELY = "not-lately"
    STAGE = "stage"
    TOO_OFTEN = "too-often"
    INVITE_ALL = "invite-all"
    CAMPAIGN = "campaign"
    CAMPAIGN_SHARED = "campaign-shared"
    FLOOD = "flood"
    FLOOD_WAIT = "flood-wait"
    CREDIT = "credit"
    CREDIT_LONG = "credit-long"
    PAUSE = "pause"
    VOLUME = "volume"
    RATE = "rate"
    RATE_CEILING = "rate-ceiling"
    TOO_MANY_RECIPIENTS = "too-many-recipients"
    FROZEN = "frozen"
    NULL_FORM = "null-form"
    REVIEW = "review"


@value
class Reason:
    """One finding of one rule. `recipients` are positions in the case; `number` and `of` are the figures the
    sentence names; `until` is when it is over (seconds, 0.0 if it does not end by itself)."""

    rule: str
    because: Because
    ruling: Ruling
    recipients: tuple[int, ...]
    number: float = 0.0
    of: float = 0.0
    until: float = 0.0
    detail: str = ""
    enforced: bool = True
    """False for a rule in observe mode: it is recorded and changes nothing."""


@value
class RecipientRuling:
    """What was found for one recipient. `weight` is his w of model.md, `cost` the credits he would take."""

    address: str
    stage: Stage
    ruling: Ruling
    because: Because
    weight: float = 0.0
    cost: float = 0.0


@value
class Verdict:
    """The judge's answer. `ruling` is what is done, `would` what would be done were everything enforced."""

    ruling: Ruling
    would: Ruling
    kind: Kind
    recipients: tuple[RecipientRuling, ...]
    reasons: tuple[Reason, ...]
    until: float = 0.0
    at: float = 0.0
    """When it was given: dates of another year are told with it."""
    phase: str = "enforce"
    """"enforce", "double" (limits twice as high) or "observe": where the sender's cold start stands."""

    @property
    def deciding(self) -> Reason | None:
        """The reason that decides: the first of the strictest enforced ones; None when nothing was found."""
        best: Reason | None = None
        for reason in self.reasons:
            if reason.enforced and (best is None or STRICTNESS[reason.ruling] > STRICTNESS[best.ruling]):
                best = reason
        return best
