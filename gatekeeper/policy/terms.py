"""The terms of a policy: the numbers that the judge reads, each with its default from model.md and its unit."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from gatekeeper.kinds.kind import Kind

DAY_SECONDS = 86_400.0
HOUR_SECONDS = 3600.0


class Terms(BaseModel):
    """A table of a policy file: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StageTerms(Terms):
    """When evidence makes a stage (model.md, Evidence)."""

    half_life_days: float = Field(365.0, gt=0)
    lapse_days: float = Field(730.0, gt=0)
    introduced_days: float = Field(30.0, ge=0)
    trusted_exchange: float = Field(3.0, gt=0, description="sqrt(I*O) from which a liked contact is trusted")
    trusted_spread_days: float = Field(14.0, ge=0)
    unauthenticated_history: Literal["nothing", "known", "full"] = Field(
        "known", description="what imported mail without proof is worth; the site's configuration sets it"
    )

    @cached_property
    def half_life_seconds(self) -> float:
        return self.half_life_days * DAY_SECONDS

    @cached_property
    def lapse_seconds(self) -> float:
        return self.lapse_days * DAY_SECONDS

    @cached_property
    def introduced_seconds(self) -> float:
        return self.introduced_days * DAY_SECONDS

    @cached_property
    def trusted_spread_seconds(self) -> float:
        return self.trusted_spread_days * DAY_SECONDS


class CampaignTerms(Terms):
    """Sums of weight over distinct persons attempted (model.md, Campaigns). 0 switches a sum off."""

    window_days: float = Field(14.0, gt=0)
    sender_limit: float = Field(10.0, ge=0, description="same content, one sender")
    shared_limit: float = Field(14.0, ge=0, description="same content, one domain or client address")
    hour_limit: float = Field(10.0, ge=0, description="any content, one sender, one hour")
    same_text: float = Field(0.5, gt=0, le=1, description="share of the shorter text from which two texts are one")
    unanswered_start: float = Field(0.6, ge=0, le=1)
    unanswered_factor: float = Field(0.7, ge=0, le=1)
    unanswered_floor: float = Field(0.2, ge=0, le=1)
    named_share: float = Field(0.2, ge=0, le=1, description="x of who was only named in a mail that is answered")
    group_share: float = Field(0.4, gt=0, le=1, description="(1 - f) / this is the factor m")
    group_floor: float = Field(0.2, ge=0, le=1)
    group_others: int = Field(2, ge=1, description="how many others must have addressed two people together")


class PauseTerms(Terms):
    """The short wait that lets a campaign show itself before it has arrived. 0 minutes switches it off."""

    minutes: float = Field(10.0, ge=0)
    delivered_weight: float = Field(2.0, ge=0)
    with_this_weight: float = Field(3.0, ge=0)


class CreditTerms(Terms):
    """Introduction credits: how many new people a person may write to (model.md)."""

    capacity: float = Field(6.0, ge=0, description="times h")
    refill_per_day: float = Field(0.25, ge=0, description="times h")
    most_h: float = Field(4.0, ge=1)
    newcomer_h: float = Field(2.0, ge=1, description="h is at least this in a sender's first days")
    newcomer_days: float = Field(60.0, ge=0)
    person_days: float = Field(30.0, gt=0, description="a person is charged once in so many days")
    refund: float = Field(2.0, ge=0)
    refund_days: float = Field(30.0, ge=0)
    longest_wait_hours: float = Field(48.0, ge=0, description="a longer wait is a refusal that names the date")
    silent_cost: float = Field(0.2, ge=0, description="the cost of a contact written to before who never answered")
    introduced_share: float = Field(1.0, ge=0, le=1, description="of a stranger's cost, for whom a friend has named")


class RampTerms(Terms):
    """The cold start of model.md: observe first, then limits `factor` times as high."""

    observe_days: float = Field(30.0, ge=0)
    double_days: float = Field(90.0, ge=0)
    factor: float = Field(2.0, ge=1)


class CountTerms(Terms):
    """What published norms count: recipients that one sender's mail of these kinds went to in so many days, of the
    same content or of any. A recipient of two messages counts twice, as the norms count messages."""

    kinds: tuple[Kind, ...] = tuple(Kind)
    days: float = Field(1.0, gt=0, description="the window that slides; 0.0417 is an hour")
    content: Literal["same", "any"] = "any"
    strangers_only: bool = Field(False, description="count only who never wrote and never signed up")


class VolumeTerms(CountTerms):
    """A plain limit: at most so many recipients in the window."""

    recipients: int = Field(gt=0)


class RequireTerms(CountTerms):
    """What a message must carry: always, or once more than `above_recipients` are counted in the window."""

    unsubscribe: bool = Field(False, description="a List-Unsubscribe header (RFC 2369)")
    one_click: bool = Field(False, description="List-Unsubscribe-Post as well (RFC 8058)")
    subject_tag: str = Field("", max_length=40, description='how the subject must begin, such as "<ADV>"')
    above_recipients: int = Field(0, ge=0)


class ConsentTerms(Terms):
    """How long a recorded consent holds, and which one counts. 0 days: for ever."""

    expires_days: float = Field(0.0, ge=0)
    expires_days_by_source: dict[str, float] = Field(
        default_factory=dict, description="by the source on record, such as { purchase = 730.0, inquiry = 182.0 }"
    )
    confirmed_only: bool = Field(False, description="only consent that was confirmed by a mail back (double opt-in)")

    def holds(self, at: float, source: str, confirmed: bool, now: float) -> bool:
        """Whether consent given `at` to `source` counts `now`."""
        if self.confirmed_only and not confirmed:
            return False
        days = self.expires_days_by_source.get(source, self.expires_days)
        return not days or now - at < days * DAY_SECONDS


RATES = (
    ("messages_per_hour", "messages_hour", HOUR_SECONDS, "messages"),
    ("recipients_per_hour", "recipients_hour", HOUR_SECONDS, "recipients"),
    ("contacts_per_hour", "contacts_hour", HOUR_SECONDS, "contacts"),
    ("messages_per_day", "messages_day", DAY_SECONDS, "messages"),
    ("recipients_per_day", "recipients_day", DAY_SECONDS, "recipients"),
    ("contacts_per_day", "contacts_day", DAY_SECONDS, "contacts"),
)
"""Each rate's name here, the attribute of a sender that keeps its time, its period, and what it counts."""


class RateLimits(Terms):
    """Messages, recipients and new contacts in a time. 0: no limit."""

    messages_per_hour: int = Field(0, ge=0)
    recipients_per_hour: int = Field(0, ge=0)
    contacts_per_hour: int = Field(0, ge=0, description="people who never wrote and were never written to")
    messages_per_day: int = Field(0, ge=0)
    recipients_per_day: int = Field(0, ge=0)
    contacts_per_day: int = Field(0, ge=0)

    @cached_property
    def is_set(self) -> bool:
        """Whether anything is limited."""
        return bool(self.set_ones)

    @cached_property
    def set_ones(self) -> tuple[tuple[str, str, float, str, int], ...]:
        """Those of RATES that are limited, each with its limit."""
        return tuple((*rate, limit) for rate in RATES if (limit := getattr(self, rate[0])))


class RateTerms(RateLimits):
    """Rates of one sender, before reputation scales them (model.md, Reputation). 0: no limit."""

    messages_per_hour: int = Field(100, ge=0)
    recipients_per_hour: int = Field(300, ge=0)
    messages_per_day: int = Field(500, ge=0)
    recipients_per_day: int = Field(2000, ge=0)
    recipients_per_message: int = Field(0, ge=0)
    reputation_least: float = Field(0.25, gt=0, le=1, description="reputation makes a rate at least so many times")
    reputation_most: float = Field(2.0, ge=1, description="and at most so many times what is written here")
    ceiling_times: float = Field(
        10.0, ge=0, description="who tries so many times his hourly limit is refused instead of told to wait"
    )
    warm_up_days: float = Field(14.0, ge=0, description="a sender's first days at a site that is older than that")
    warm_up_share: float = Field(0.5, gt=0, le=1, description="what he has of his rates on the first of them")
    domain: RateLimits = Field(RateLimits(), description="all senders of one domain together")
    client: RateLimits = Field(RateLimits(), description="everything from one client address")
    consented: RateLimits = Field(
        RateLimits(
            messages_per_hour=2000, recipients_per_hour=2000, messages_per_day=20_000, recipients_per_day=20_000
        ),
        description="mail to people who all signed up for it, instead of the sender's own rates",
    )


class GuardTerms(Terms):
    """When an account looks stolen, so that its new contacts wait (policy/guard.py). 0 switches a sign off."""

    enabled: bool = True
    unknown_alone: int = Field(100, ge=0, description="addresses that do not exist within an hour: enough alone")
    unknown_sign: int = Field(10, ge=0, description="so many of them are one sign")
    strangers_sign: int = Field(20, ge=0, description="so many strangers tried within an hour are one sign")
    jump_times: float = Field(4.0, ge=1, description="if that is so many times the most of any day before")
    hours_known: int = Field(40, ge=0, description="hours of use, before an hour never used is a sign")
    history_days: float = Field(14.0, ge=0, description="an account must have been seen for so long")
    freeze_hours: float = Field(12.0, gt=0, description="after so long it ends by itself")


class ServiceTerms(Terms):
    """A service account: a robot or an office whose mail to its own circle is its work. Inside its scope it has
    rates of its own and meets nobody new; outside it is judged like anybody. A no is honoured everywhere."""

    name: str = Field(min_length=1, max_length=40, pattern=r"^[a-z0-9][a-z0-9-]*$")
    senders: tuple[str, ...] = Field(min_length=1, description="shell patterns over canonical addresses")
    recipients: tuple[str, ...] = Field(min_length=1, description="whom it may write to, as such patterns")
    rates: RateLimits = RateLimits()
    reason: str = Field(min_length=3, description="shown by explain")

    def reaches(self, address: str) -> bool:
        """Whether `address` is in its scope."""
        return any(fnmatchcase(address, pattern) for pattern in self.recipients)
