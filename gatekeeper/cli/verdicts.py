"""Verdicts, told: as facts for programs and as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from gatekeeper.mail.reply import Reply
    from gatekeeper.policy.verdict import Verdict


def facts(verdict: Verdict) -> dict[str, Any]:
    """The verdict as JSON has it."""
    from gatekeeper.policy.explain import sentence

    return {
        "verdict": str(verdict.ruling),
        "would": str(verdict.would),
        "kind": str(verdict.kind),
        "phase": verdict.phase,
        "recipients": [
            {
                "address": one.address,
                "stage": str(one.stage),
                "ruling": str(one.ruling),
                "because": str(one.because),
            }
            for one in verdict.recipients
        ],
        "reasons": [
            {
                "rule": reason.rule,
                "because": str(reason.because),
                "ruling": str(reason.ruling),
                "recipients": len(reason.recipients),
                "enforced": reason.enforced,
                "sentence": sentence(reason, verdict),
            }
            for reason in verdict.reasons
        ],
    }


def tell(verdict: Verdict, *, signals: tuple[str, ...] = ()) -> None:
    """The verdict at length, for people."""
    from gatekeeper.policy.explain import explanation

    words = explanation(verdict)
    click.echo(f"Verdict     {verdict.ruling}" + (f" (would be: {verdict.would})" if _differs(verdict) else ""))
    click.echo(f"Kind        {verdict.kind}" + (f" ({', '.join(signals)})" if signals else ""))
    click.echo(f"Outcome     {words.outcome}")
    if words.way_out:
        click.echo(f"Way out     {words.way_out}")
    for fact in words.facts:
        click.echo(f"Reason      {fact}")
    for one in verdict.recipients:
        click.echo(f"Recipient   {one.ruling:7} {one.stage:9} {one.because:20} {one.address}")
    if verdict.phase != "enforce":
        click.echo(f"Cold start  {verdict.phase}: not all limits are enforced for this sender yet")


def reply_facts(reply: Reply) -> dict[str, Any]:
    """A reply as JSON has it."""
    return {"code": reply.code, "enhanced": reply.enhanced, "text": reply.text}


def _differs(verdict: Verdict) -> bool:
    return verdict.would is not verdict.ruling
