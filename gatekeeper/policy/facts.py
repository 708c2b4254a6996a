"""The facts of one case: everything the judge may look at, `now` included. Nothing else reaches him."""

from __future__ import annotations

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.campaign import Campaign, Scope
from gatekeeper.policy.guard import Habits
from gatekeeper.policy.rates import Buckets, MeterName
from gatekeeper.policy.relation import Relation
from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, RampTerms, ServiceTerms
from gatekeeper.values import value


@value
class RecipientFacts:
    """One recipient as he is remembered. `relation` is None when nothing is."""

    address: str
    relation: Relation | None
    internal: bool = False
    """An address of the site itself."""
    consents: bool = False
    """He signed up for this list or purpose, on record."""
    suppressed: bool = False
    """He said no to the whole site."""
    cited: bool = False
    """The author, or one of the To/Cc, of a message that this one answers and that we saw arrive."""
    named: bool = False
    """Named in such a message by somebody whom the sender does not like (yet)."""
    known_together: int = 0
    """Of the co-recipients, how many at least two others have addressed together with him."""
    is_postmaster: bool = False
    """postmaster@ or abuse@ of the site: a blocked sender must be able to ask for help."""


@value
class Facts:
    """One message before the judge. The mutable records in it are only read."""

    now: float
    sender: Sender
    kind: Kind
    recipients: tuple[RecipientFacts, ...]
    null_sender: bool = False
    report_form: bool = True
    """A DSN, an MDN or an automatic reply: what a null sender may be."""
    has_unsubscribe: bool = False
    has_one_click: bool = False
    """A List-Unsubscribe-Post header (RFC 8058)."""
    subject: str = ""
    """Only where the policy asks for a tag in it."""
    forwarded: bool = False
    """This very message, by its id and author, was seen to arrive for an account here a few days ago at most, and names
    that account as the one who sends it on."""
    divisible: bool = False
    """Each recipient has his own reply: those whom nothing stands against get the message."""
    campaigns: tuple[tuple[Scope, Campaign | None], ...] = ()
    """The campaign that this content belongs to in each scope, None where it starts one. Empty when nobody
    among the recipients weighs anything: then no content was looked at."""
    volumes: tuple[int, ...] = ()
    """For each volume rule of the policy, how many recipients it already counts, without this message's."""
    required: tuple[int, ...] = ()
    """The same for each of the policy's requirements."""
    release_at: float = 0.0
    """When this very message was told to come again; 0.0 when it was not."""
    site_since: float = 0.0
    """Since when the gate sees the whole site's mail."""
    service: ServiceTerms | None = None
    """The service account that the sender is."""
    meters: tuple[tuple[MeterName, Buckets], ...] = ()
    """The rates that the policy limits besides the sender's own, as they stand."""
    habits: Habits | None = None
    """What is usual for the sender; None where the guard is off."""
    network: str = ""
    """The client's, where it says something about the sender."""
    is_counted: bool = False
    """The rates have counted this message already, with another recipient."""
    waits_for_rate: bool = False
    """This very message was told before to wait for a rate."""
    waits_for_credit: bool = False
    """This very message was told before to wait for introduction credits, and for nothing else."""


def phase(facts: Facts, terms: RampTerms, ramp: bool) -> str:
    """ "observe", "double" or "enforce": how far the gate trusts its own memory of this sender.

    With no history everybody looks like a stranger: refusals in the first 30 days of an empty start were
    0.5-1.5% at the plain limits and 0-0.2% at double. What counts is for how long this sender's mail has been
    seen, by import or since the gate sees the whole site: a newcomer at an old site is a newcomer, and a blast
    from a new account must not run free for a month.
    """
    seen_days = (facts.now - facts.site_since) / DAY_SECONDS if facts.site_since else 0.0
    return phase_after(seen_days, facts.sender, terms, ramp)


def phase_after(seen_days: float, sender: Sender, terms: RampTerms, ramp: bool) -> str:
    """The phase of `sender` at a site that is seen since so many days."""
    if not ramp or seen_days >= terms.double_days or sender.imported_days_both_ways() >= terms.double_days:
        return "enforce"
    return "double" if seen_days >= terms.observe_days or sender.has_partial_history else "observe"
