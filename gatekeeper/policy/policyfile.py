"""A policy file: the chart, the limits and the exemptions, read from TOML with a closed vocabulary.

Every number of the shipped policies carries its source as a comment in the file. Keys that are left out take
the defaults of model.md; unknown keys are refused with the file, the key and what is allowed.
"""

from __future__ import annotations

import json
import tomllib
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError, model_validator

from gatekeeper.errors import EX_CONFIG, UsageError
from gatekeeper.kinds.kind import Kind
from gatekeeper.mistakes import sentences
from gatekeeper.policy.chart import Cell, Chart, parse_cell
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.terms import (
    CampaignTerms,
    ConsentTerms,
    CreditTerms,
    GuardTerms,
    PauseTerms,
    RampTerms,
    RateTerms,
    RequireTerms,
    ServiceTerms,
    StageTerms,
    Terms,
    VolumeTerms,
)


def _cell(text: str) -> str:
    parse_cell(text)
    return text


RuleName = Literal[
    "chart", "campaign", "flood", "credits", "pause", "volume", "require", "rates", "frozen", "null-sender"
]
"""The rules that a policy can make exceptions from, or only observe."""

CellText = Annotated[str, AfterValidator(_cell)]


class Row(Terms):
    """One row of the chart: what a contact of this stage may be sent, by kind."""

    note: CellText
    invitation: CellText
    meeting: CellText
    newsletter: CellText
    bulk: CellText
    automatic: CellText


class ChartTerms(Terms):
    """The chart: a row for each stage."""

    stranger: Row = Row(
        note="on credit",
        invitation="on credit x4",
        meeting="on credit",
        newsletter="NO",
        bulk="NO",
        automatic="on credit",
    )
    known: Row = Row(
        note="yes",
        invitation="at most 1 per 14 d, 2 in all",
        meeting="yes",
        newsletter="with consent",
        bulk="with consent",
        automatic="yes",
    )
    liked: Row = Row(
        note="yes",
        invitation="at most 1 per 14 d, 4 in all",
        meeting="yes",
        newsletter="with consent",
        bulk="at most 2 per 30 d",
        automatic="yes",
    )
    trusted: Row = Row(
        note="yes", invitation="yes", meeting="yes", newsletter="with unsubscribe", bulk="yes", automatic="yes"
    )
    closed: Row = Row(note="NO", invitation="NO", meeting="NO", newsletter="NO", bulk="NO", automatic="NO")


class Unless(Terms):
    """An explicit exemption from named rules. All conditions given must hold; patterns are shell patterns
    over canonical addresses."""

    rules: tuple[RuleName, ...] = Field(min_length=1)
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    forwarded: bool = Field(False, description="only what was seen to arrive for an account here, and goes on from it")
    reason: str = Field(min_length=3, description="shown by explain")

    @model_validator(mode="after")
    def _has_a_condition(self) -> Unless:
        if not (self.senders or self.recipients or self.kinds or self.forwarded):
            raise ValueError("an exemption needs at least one of senders, recipients, kinds, forwarded")
        return self

    def covers(self, rule: str, sender: str, recipient: str, kind: Kind, *, forwarded: bool) -> bool:
        """Whether this exemption takes `recipient` out of `rule`."""
        return (
            rule in self.rules
            and (forwarded or not self.forwarded)
            and (not self.kinds or kind in self.kinds)
            and (not self.senders or any(fnmatchcase(sender, pattern) for pattern in self.senders))
            and (not self.recipients or any(fnmatchcase(recipient, pattern) for pattern in self.recipients))
        )


class Policy(Terms):
    """One policy, whole."""

    name: str = Field(min_length=1, max_length=40, pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str = ""
    about: str = ""
    internal: Literal["exempt", "judge"] = Field("exempt", description="mail between own addresses")
    mixed: Literal["refuse", "deliver-known"] = "refuse"
    action: Literal["refuse", "hold"] = "refuse"
    observe: tuple[RuleName, ...] = Field((), description="rules that only record")
    stages: StageTerms = StageTerms()
    chart: ChartTerms = ChartTerms()
    campaign: CampaignTerms = CampaignTerms()
    pause: PauseTerms = PauseTerms()
    credits: CreditTerms = CreditTerms()
    ramp: RampTerms = RampTerms()
    rates: RateTerms = RateTerms()
    guard: GuardTerms = GuardTerms()
    consent: ConsentTerms = ConsentTerms()
    volume: tuple[VolumeTerms, ...] = ()
    require: tuple[RequireTerms, ...] = ()
    unless: tuple[Unless, ...] = ()
    service: tuple[ServiceTerms, ...] = ()

    def excepts(self, rule: str, sender: str, recipient: str, kind: Kind, *, forwarded: bool = False) -> bool:
        """Whether an exemption takes `recipient` out of `rule`. `forwarded`: see `Facts`."""
        return any(one.covers(rule, sender, recipient, kind, forwarded=forwarded) for one in self.unless)

    def service_of(self, sender: str) -> ServiceTerms | None:
        """The service account that `sender` is."""
        for one in self.service:
            if any(fnmatchcase(sender, pattern) for pattern in one.senders):
                return one
        return None

    def most_recipients(self, sender: str) -> int:
        """How many recipients one message of `sender` may have, as far as that can be said before they are known; 0
        for no limit."""
        if "rates" in self.observe or self.unless or self.service_of(sender) is not None:
            return 0
        return self.rates.recipients_per_message

    @cached_property
    def cells(self) -> Chart:
        """The chart as the judge reads it."""
        return {
            (stage, kind): parse_cell(getattr(getattr(self.chart, stage.value), kind.value))
            for stage in Stage
            for kind in Kind
        }

    def cell(self, stage: Stage, kind: Kind) -> Cell:
        return self.cells[stage, kind]

    def with_history_worth(self, worth: Literal["nothing", "known", "full"]) -> Policy:
        """The same policy at a site that says what unauthenticated history is worth."""
        if worth == self.stages.unauthenticated_history:
            return self
        return self.model_copy(update={"stages": self.stages.model_copy(update={"unauthenticated_history": worth})})


def read_policy(path: Path) -> Policy:
    """The policy in the file at `path`. Raises UsageError naming file, key and what would be right."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot read this policy file: {error.strerror}", exit_code=EX_CONFIG) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: a policy file is UTF-8; byte {error.start} is not", exit_code=EX_CONFIG) from error
    return parse_policy(text, str(path))


def parse_policy(text: str, where: str) -> Policy:
    """The policy that the TOML `text` means; `where` names it in errors. Raises UsageError, a line for each mistake."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not TOML: {error}", exit_code=EX_CONFIG) from error
    try:
        return Policy.model_validate(table)
    except ValidationError as error:
        lines = (f"{where}: {line}" for line in sentences(error, Policy))
        raise UsageError("\n".join(lines), exit_code=EX_CONFIG) from error


def policy_schema() -> str:
    """The JSON Schema of a policy file, for editors."""
    return json.dumps(Policy.model_json_schema(), indent=2)
