"""A policy file that cannot be used says so in plain sentences, all of them at once."""

from __future__ import annotations

import pytest

from gatekeeper.errors import UsageError
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.chart import FORMS
from gatekeeper.policy.policyfile import parse_policy

POLICY_MISTAKES = """
internal = "maybe"
observe = "chart"
[campaign]
window_days = 0
sender_limt = 3
hour_limit = "many"
[chart.stranger]
note = "perhaps"
invitation = "NO"
meeting = "NO"
newsletter = "NO"
bulk = "NO"
[unless]
rules = ["pause"]
[[service]]
name = "Robot 1"
senders = []
recipients = ["*"]
reason = "it is one"
[[volume]]
kinds = ["notes"]
recipients = 3
"""


def test_a_policy_file_names_all_its_mistakes_in_sentences() -> None:
    with pytest.raises(UsageError) as caught:
        parse_policy(POLICY_MISTAKES, "x.toml")
    kinds = ", ".join(f'"{kind}"' for kind in list(Kind)[:-1]) + f' or "{list(Kind)[-1]}"'
    assert sorted(caught.value.reason.splitlines()) == sorted(
        [
            "x.toml: name: is missing; it has no default",
            'x.toml: internal: "maybe" is not allowed; allowed: "exempt" or "judge"',
            'x.toml: observe: must be a list such as ["chart"], not "chart"',
            "x.toml: campaign.window_days: must be greater than 0, not 0",
            'x.toml: campaign.sender_limt: unknown key; did you mean "sender_limit"?',
            'x.toml: campaign.hour_limit: must be a number, not "many"',
            f'x.toml: chart.stranger.note: "perhaps" is not one of {", ".join(FORMS)}',
            "x.toml: chart.stranger.automatic: is missing; it has no default",
            "x.toml: unless: must be a list of tables, each under [[unless]], not a table",
            'x.toml: service 1: name: must have the form [a-z0-9][a-z0-9-]*, not "Robot 1"',
            "x.toml: service 1: senders: must have at least one entry",
            f'x.toml: volume 1: kinds 1: "notes" is not allowed; allowed: {kinds}',
        ]
    )
