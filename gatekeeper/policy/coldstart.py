"""The cold start of a site: what is enforced for senders of whom nothing was imported, and until when."""

from __future__ import annotations

from dataclasses import dataclass

from gatekeeper.policy.facts import phase_after
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, RampTerms

NOBODY = Sender(address="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColdStart:
    """Where a site stands. `phase` is as in a verdict; `phase_ends` and `ends` are 0.0 when there is nothing to end."""

    phase: str
    phase_ends: float = 0.0
    ends: float = 0.0
    factor: float = 1.0

    def sentence(self, clock: str, last: str) -> str:
        """What it means. `clock` and `last` are the two times as people read them."""
        imported = "Who has 90 days imported is judged in full."
        if self.phase == "observe":
            return (
                f"Only observing until {clock}: nothing is refused but what somebody has said no to, or rates. "
                f"Then limits {self.factor:g} times as high until {last}. {imported}"
            )
        if self.phase == "double":
            return (
                f"Limits are {self.factor:g} times as high until {clock}; who has 90 days imported is judged in full."
            )
        return "Over: all limits are as the policy has them."


def cold_start(since: float, now: float, terms: RampTerms, *, ramp: bool) -> ColdStart:
    """Where a site stands at `now` that is seen since `since`."""
    where = phase_after((now - since) / DAY_SECONDS, NOBODY, terms, ramp)
    ends = since + terms.double_days * DAY_SECONDS
    if where == "enforce":
        return ColdStart(phase=where)
    phase_ends = since + terms.observe_days * DAY_SECONDS if where == "observe" else ends
    return ColdStart(phase=where, phase_ends=phase_ends, ends=ends, factor=terms.factor)
