"""The people of one message as a page lists them: together who shares a ruling and its reason, each with his stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gatekeeper.policy.explain import sentence
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import STRICTNESS, Because, Reason, RecipientRuling, Ruling, Verdict

SAID_TO_SENDER = {
    Stage.STRANGER: "has never written to you, or not for years",
    Stage.KNOWN: "has written to you",
    Stage.LIKED: "is in touch with you",
    Stage.TRUSTED: "knows you well",
    Stage.CLOSED: "gets no mail from you",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One recipient, what is said of him, and the page about him, "" for none."""

    address: str
    said: str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Recipients with one ruling for one reason."""

    ruling: Ruling
    sentence: str
    people: tuple[Named, ...]


def groups_for_sender(verdict: Verdict) -> tuple[Group, ...]:
    """Who, in the words of the reply."""
    return _groups(verdict, lambda one: Named(address=one.address, said=SAID_TO_SENDER[one.stage]))


def groups_for_admin(verdict: Verdict, link: Callable[[str], str]) -> tuple[Group, ...]:
    """Who, in the words of the policy; `link` is the page about the pair."""
    return _groups(
        verdict,
        lambda one: Named(
            address=one.address, said=f"{one.stage}, {one.ruling}, {one.because}", link=link(one.address)
        ),
    )


def _groups(verdict: Verdict, named: Callable[[RecipientRuling], Named]) -> tuple[Group, ...]:
    found: dict[tuple[Ruling, Because], list[int]] = {}
    for index, one in enumerate(verdict.recipients):
        found.setdefault((one.ruling, one.because), []).append(index)
    strictest = sorted(found.items(), key=lambda item: -STRICTNESS[item[0][0]])
    return tuple(
        Group(
            ruling=ruling,
            sentence=_sentence(verdict, ruling, because, positions[0]),
            people=tuple(named(verdict.recipients[index]) for index in positions),
        )
        for (ruling, because), positions in strictest
    )


def _sentence(verdict: Verdict, ruling: Ruling, because: Because, position: int) -> str:
    for reason in verdict.reasons:
        if reason.because is because and reason.enforced and position in reason.recipients:
            return sentence(reason, verdict)
    told = sentence(Reason(rule="", because=because, ruling=ruling, recipients=(position,)), verdict)
    # The message went to nobody on account of the others.
    return told if verdict.ruling is Ruling.ACCEPT else told.replace("Sent: ", "Can be sent: ", 1)
