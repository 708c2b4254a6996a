"""A transcript: stories that test a policy, in lines that an admin can read and write (docs/policies.md).

Facts in (who wrote to whom and when, sign-ups, complaints, time that passes), messages sent, and the verdict that is
expected. Only the words here; `store.rehearsal` plays them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Ruling


class Circle(StrEnum):
    """Who somebody without a name is to the sender: what a story may write after a number."""

    STRANGER = "stranger"
    ACQUAINTANCE = "acquaintance"
    """Wrote once, a month ago."""
    FRIEND = "friend"
    """Answered a mail, a month ago."""
    CONFIDANT = "confidant"
    """Wrote and was written to five times in the last two months."""
    SUBSCRIBER = "subscriber"
    """Signed up with the sender a month ago, and never wrote."""
    COLLEAGUE = "colleague"
    """At the site itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """So many new people of a circle, never seen before in this story."""

    count: int
    circle: Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An address, or the name of a group that the story has made."""

    name: str


People = tuple[Some | Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """`club = 12 strangers`"""

    line: int
    name: str
    people: Some
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """`bob@example.net wrote to anna@example.org 3 times over 20 days, 5 days ago`; both directions."""

    line: int
    authors: People
    to: People
    times: int = 1
    over_seconds: float = 0.0
    ago_seconds: float = 0.0
    proven: bool = True


class Act(StrEnum):
    """What a contact does about a sender, in the words of a transcript."""

    SIGNED_UP = "signed up with"
    UNSUBSCRIBED = "unsubscribed from"
    COMPLAINED = "complained about"
    BOUNCED = "bounced for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """`bob@example.net signed up with anna@example.org as purchase, 5 days ago`. An empty `sender`: the whole site."""

    line: int
    people: People
    act: Act
    sender: str
    ago_seconds: float = 0.0
    source: str = "consent"
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """`bob@example.net introduced carol@example.com to anna@example.org`"""

    line: int
    author: str
    people: People
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """`after 10 minutes`"""

    line: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteAge:
    """`the gate is 10 days old`"""

    line: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sends:
    """`anna@example.org sends an invitation "party" to 40 strangers; one by one; every 5 minutes; retrying`"""

    line: int
    sender: str
    kind: Kind
    to: People
    content: str = ""
    """"" is a content of its own for each such line."""
    at_once: int = 0
    """Recipients in one message; 0 all of them."""
    pieces: bool = False
    """The parts are one message, split by an MTA."""
    every_seconds: float = 1.0
    reworded: bool = False
    retrying: bool = False
    unsubscribe: bool = False
    one_click: bool = False
    subject: str = ""
    answers: str = ""
    made_up_citation: bool = False
    null_sender: bool = False
    over_lmtp: bool = False
    client: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectVerdict:
    """`expect refuse because invite-all`; with `would`, what would have been done were all of it enforced."""

    line: int
    ruling: Ruling
    because: tuple[Because, ...] = ()
    would: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectReached:
    """`expect reached at most 3`: how many people the last `sends` line reached."""

    line: int
    least: int = 0
    most: int | None = None
    """None: everybody."""
    everybody: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectWait:
    """`expect wait 10 minutes`"""

    line: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectWords:
    """`expect says "have never written to you"`"""

    line: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectStage:
    """`expect bob@example.net counts as liked for anna@example.org`"""

    line: int
    contact: str
    stage: Stage
    account: str


Expectation = ExpectVerdict | ExpectReached | ExpectWait | ExpectWords | ExpectStage
Step = Group | Wrote | Acted | Introduced | Passes | SiteAge | Sends | Expectation


@dataclass(slots=True, kw_only=True)
class Story:
    """One story: it starts with an empty memory, at a gate that has seen its site for years."""

    title: str
    line: int
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A file of stories. `policy` is "" when the file does not name one: then it has the name of the file."""

    where: str
    policy: str
    site: str
    stories: tuple[Story, ...]
    lines: tuple[str, ...]
