"""The rules: each is one function from the people of a message to reasons; RULES is where they are registered.

Every rule runs and every reason is kept. Exemptions are explicit in the policy (`unless`), so no early permit
hides a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gatekeeper.kinds.kind import Kind
from gatekeeper.policy import credits, rates
from gatekeeper.policy.campaign import Scope, added_weight
from gatekeeper.policy.chart import Permission
from gatekeeper.policy.facts import Facts
from gatekeeper.policy.guard import finding, hash_of
from gatekeeper.policy.metering import load_of, meters_of
from gatekeeper.policy.people import Hearing, Person
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.relation import ADMIN, Closed, Stage, times
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.policy.verdict import Because, Reason, Ruling

HOUR_SECONDS = 3600.0
FREE = (Permission.YES, Permission.CREDIT)
"""What the chart itself has nothing against."""
CONSENT_KINDS = frozenset({Kind.NEWSLETTER, Kind.BULK})
"""What recorded consent turns into a yes."""


def _null_sender(hearing: Hearing) -> Iterator[Reason]:
    # A null return path is for reports (RFC 5321 4.5.5): one recipient, and the form of one. Anything else that
    # uses it would be a blast that no bounce ever reaches.
    facts = hearing.facts
    if facts.null_sender and not (facts.report_form and len(facts.recipients) == 1):
        yield _reason("null-sender", Because.NULL_FORM, Ruling.REFUSE, hearing.subject_to("null-sender"))


def _chart(hearing: Hearing) -> Iterator[Reason]:
    # Know me, like me, trust me: the row is what the contact has shown, the column what is sent.
    facts, policy = hearing.facts, hearing.policy
    cells, kind = policy.cells, facts.kind
    found: dict[Because, list[Person]] = {}
    for person in hearing.subject_to("chart"):
        if cells[person.stage, kind].permission in FREE:
            continue
        because = _forbidden(person, facts, policy)
        if because is not None:
            found.setdefault(because, []).append(person)
    total = float(len(hearing.people))
    for because, people in found.items():
        detail = ""
        if because is Because.NOT_LATELY:
            detail = f"{max(policy.cell(person.stage, facts.kind).window_days for person in people):g}"
        elif because is Because.STAGE:
            detail = _lapsed(people, policy)
        elif because is Because.CLOSED:
            detail = _closed_by(people, facts.now)
        yield _reason("chart", because, Ruling.REFUSE, people, number=float(len(people)), of=total, detail=detail)


def _closed_by(people: list[Person], now: float) -> str:
    """Who said no to this sender: "admin" where nobody but an admin did."""

    def by_admin(person: Person) -> bool:
        relation = person.facts.relation
        if person.facts.suppressed or relation is None:
            return False
        return relation.closed_why == ADMIN or (relation.closed == Closed.OPEN and relation.closed_until > now)

    return ADMIN if all(map(by_admin, people)) else ""


def _forbidden(person: Person, facts: Facts, policy: Policy) -> Because | None:
    cell = policy.cell(person.stage, facts.kind)
    if person.stage is not Stage.CLOSED and person.facts.consents and facts.kind in CONSENT_KINDS:
        return None
    if person.serviced and person.stage is not Stage.CLOSED:
        return None
    match cell.permission:
        case Permission.YES | Permission.CREDIT:
            return None
        case Permission.NO:
            if person.stage is Stage.CLOSED:
                return Because.CLOSED
            return Because.NO_CONSENT if facts.kind in CONSENT_KINDS else Because.STAGE
        case Permission.CONSENT:
            return None if person.facts.consents else Because.NO_CONSENT
        case Permission.UNSUBSCRIBE:
            return None if facts.has_unsubscribe else Because.NO_UNSUBSCRIBE
        case Permission.AT_MOST:
            relation = person.facts.relation
            if relation is None:
                return None
            text = relation.bulked if facts.kind in CONSENT_KINDS else relation.invited
            inside = sum(1 for at in times(text) if at > facts.now - cell.window_days * DAY_SECONDS)
            if inside >= cell.per_window:
                return Because.TOO_OFTEN
            all_of_them = len(times(text)) if facts.kind in CONSENT_KINDS else relation.invited_total
            return Because.TOO_OFTEN if cell.in_all and all_of_them >= cell.in_all else None
        case Permission.WITHIN:
            relation = person.facts.relation
            heard = relation.heard_last(policy.stages) if relation is not None else 0.0
            return None if heard > facts.now - cell.window_days * DAY_SECONDS else Because.NOT_LATELY


def _campaign(hearing: Hearing) -> Iterator[Reason]:
    # The same content to people who never wrote, summed over distinct persons attempted, refused ones included;
    # friends never lower the sum, so padding a blast with them gains nothing.
    facts, terms = hearing.facts, hearing.policy.campaign
    people = hearing.weighty("campaign")
    if not people:
        return
    weights = [(person.facts.address, person.weight) for person in people]
    for scope, campaign in facts.campaigns:
        limit = (terms.sender_limit if scope is Scope.SENDER else terms.shared_limit) * hearing.factor
        if not limit:
            continue
        before = campaign.weight(facts.now, terms) if campaign is not None else 0.0
        if before + added_weight(campaign, weights, facts.now, terms) < limit:
            continue
        persons = campaign.count(facts.now, terms) if campaign is not None else 0
        new = sum(1 for address, _ in weights if campaign is None or not campaign.has(address, facts.now, terms))
        number, detail = float(persons + new), _lapsed(people, hearing.policy, persons + new)
        if scope is not Scope.SENDER:
            yield _reason("campaign", Because.CAMPAIGN_SHARED, Ruling.REFUSE, people, number=number, detail=detail)
        elif before:
            yield _reason("campaign", Because.CAMPAIGN, Ruling.REFUSE, people, number=number, detail=detail)
        else:
            yield _reason(
                "campaign",
                Because.INVITE_ALL,
                Ruling.REFUSE,
                people,
                number=float(len(people)),
                of=float(len(hearing.people)),
                detail=_lapsed(people, hearing.policy),
            )


def _flood(hearing: Hearing) -> Iterator[Reason]:
    # Any content, one sender, one hour: who rewords each message still reaches strangers one after another.
    facts, terms = hearing.facts, hearing.policy.campaign
    people = hearing.weighty("flood")
    if not people or not terms.hour_limit:
        return
    sender = facts.sender
    if sender.flooded_until > facts.now:
        yield _reason("flood", Because.FLOOD_WAIT, Ruling.DEFER, people, until=sender.flooded_until)
        return
    recent = sender.attempted_within_hour(facts.now)
    added = sum(person.weight for person in people if person.facts.address not in recent)
    if sender.hour_weight(facts.now) + added >= terms.hour_limit * hearing.factor:
        new = sum(1 for person in people if person.facts.address not in recent)
        yield _reason(
            "flood",
            Because.FLOOD,
            Ruling.REFUSE,
            people,
            number=float(len(recent) + new),
            until=facts.now + HOUR_SECONDS,
            detail=_lapsed(people, hearing.policy, len(recent) + new),
        )


def _credits(hearing: Hearing) -> Iterator[Reason]:
    # A personal note to a stranger is how every friendship starts; a person may always write a few of them.
    facts, terms = hearing.facts, hearing.policy.credits
    people = [person for person in hearing.weighty("credits") if person.cost]
    if not people:
        return
    cost = sum(person.cost for person in people)
    held = credits.account(facts.sender, facts.now, terms, hearing.factor)
    if held.passes(cost):
        return
    wait = held.wait_seconds(cost)
    spent = sum(amount for day, amount in facts.sender.spent.items() if day > facts.now // DAY_SECONDS - 30)
    if wait <= terms.longest_wait_hours * HOUR_SECONDS:
        until = facts.now + wait
        yield _reason("credits", Because.CREDIT, Ruling.DEFER, people, number=spent, of=cost, until=until)
    else:
        until = facts.now + wait if wait != float("inf") else 0.0
        detail = _lapsed(people, hearing.policy)
        yield _reason(
            "credits", Because.CREDIT_LONG, Ruling.REFUSE, people, number=spent, of=cost, until=until, detail=detail
        )


def _pause(hearing: Hearing) -> Iterator[Reason]:
    # Ten minutes let a campaign show itself while only two or three of its people have been reached (without
    # the pause S2 goes from 3 to 10).
    facts, terms = hearing.facts, hearing.policy.pause
    people = hearing.weighty("pause")
    if not people or not terms.minutes:
        return
    if facts.release_at:
        if facts.release_at > facts.now:
            yield _reason("pause", Because.PAUSE, Ruling.DEFER, people, until=facts.release_at)
        return
    reached = facts.sender.delivered_weights(facts.now, terms.minutes)
    delivered = sum(reached.values())
    this = sum(person.weight for person in people if person.facts.address not in reached)
    if not this:
        return
    if delivered >= terms.delivered_weight or delivered + this > terms.with_this_weight:
        yield _reason("pause", Because.PAUSE, Ruling.DEFER, people, until=facts.now + terms.minutes * 60.0)


def _volume(hearing: Hearing) -> Iterator[Reason]:
    # Published norms count plain numbers of messages by kind and time; a policy states them as such.
    facts = hearing.facts
    for rule, before in zip(hearing.policy.volume, facts.volumes, strict=False):
        if facts.kind not in rule.kinds:
            continue
        people = [person for person in hearing.subject_to("volume") if person.weight or not rule.strangers_only]
        if people and before + len(people) > rule.recipients:
            yield _reason(
                "volume",
                Because.VOLUME,
                Ruling.REFUSE,
                people,
                number=float(before + len(people)),
                of=float(rule.recipients),
                detail=f"{rule.days:g}",
            )


def _require(hearing: Hearing) -> Iterator[Reason]:
    # A way out belongs into mass mail (RFC 8058), and some laws want a mark on it; what kind of mail, and from how
    # many recipients on, is for the policy to say.
    facts = hearing.facts
    for rule, before in zip(hearing.policy.require, facts.required, strict=False):
        if facts.kind not in rule.kinds:
            continue
        people = [person for person in hearing.subject_to("require") if person.weight or not rule.strangers_only]
        if not people or before + len(people) <= rule.above_recipients:
            continue
        if rule.subject_tag and not facts.subject.lstrip().casefold().startswith(rule.subject_tag.casefold()):
            yield _reason("require", Because.NO_SUBJECT_TAG, Ruling.REFUSE, people, detail=rule.subject_tag)
        if rule.one_click and not (facts.has_unsubscribe and facts.has_one_click):
            yield _reason("require", Because.NO_ONE_CLICK, Ruling.REFUSE, people)
        elif rule.unsubscribe and not facts.has_unsubscribe:
            yield _reason("require", Because.NO_UNSUBSCRIBE, Ruling.REFUSE, people)


def _rates(hearing: Hearing) -> Iterator[Reason]:
    # Reputation scales the rates and nothing else: it can neither buy a blast nor forbid a note.
    facts, terms = hearing.facts, hearing.policy.rates
    people = hearing.subject_to("rates")
    if not people:
        return
    # The listener says 452 at RCPT, where a client sends the rest in a message of its own (RFC 5321 4.5.3.1.10). What
    # gets here is refused: after the dot, a client that is told to wait would bring the same recipients for days.
    if terms.recipients_per_message and len(hearing.people) > terms.recipients_per_message:
        yield _reason(
            "rates",
            Because.TOO_MANY_RECIPIENTS,
            Ruling.REFUSE,
            people,
            number=float(len(hearing.people)),
            of=float(terms.recipients_per_message),
        )
    if not facts.meters and rates.is_full(facts.sender, facts.now):
        return
    load = load_of(facts, len(people), [person.facts for person in hearing.weighty("rates")])
    meters = meters_of(facts, hearing.policy, [person.because for person in people], hearing.factor)
    late = rates.longest(meters, facts.now, load)
    if late is None:
        return
    detail = f"{late.name} {late.whose} {late.full_at:.0f}"
    high = rates.ceiling(meters[0], facts.now, terms, load) if not facts.waits_for_rate else None
    if high is not None:
        yield _reason(
            "rates", Because.RATE_CEILING, Ruling.REFUSE, people, number=late.limit, until=late.until, detail=detail
        )
    else:
        yield _reason(
            "rates",
            Because.RATE,
            Ruling.DEFER,
            people,
            number=late.limit,
            of=late.left,
            until=late.until,
            detail=detail,
        )


def _frozen(hearing: Hearing) -> Iterator[Reason]:
    # An account that does things it has never done may be somebody else's by now: new contacts wait, mail to
    # people it knows still goes.
    facts, terms = hearing.facts, hearing.policy.guard
    people = hearing.weighty("frozen")
    if not terms.enabled or not people:
        return
    if facts.sender.frozen_until > facts.now:
        yield _reason("frozen", Because.FROZEN, Ruling.DEFER, people, until=facts.sender.frozen_until)
    elif facts.habits is not None:
        strangers = [hash_of(person.facts.address) for person in people]
        why = finding(facts.sender, facts.habits, facts.now, terms, network=facts.network, strangers=strangers)
        if why:
            until = facts.now + terms.freeze_hours * HOUR_SECONDS
            yield _reason("frozen", Because.FROZEN, Ruling.DEFER, people, until=until, detail=why)


def _closed(hearing: Hearing) -> Iterator[Reason]:
    # Before there is any content only one row of the chart can be read: who said no has said it to everything.
    people = [person for person in hearing.subject_to("chart") if person.stage is Stage.CLOSED]
    if people:
        number, of = float(len(people)), float(len(hearing.people))
        yield _reason("chart", Because.CLOSED, Ruling.REFUSE, people, number=number, of=of)


Rule = Callable[[Hearing], Iterator[Reason]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("null-sender", _null_sender),
    ("campaign", _campaign),
    ("chart", _chart),
    ("require", _require),
    ("volume", _volume),
    ("flood", _flood),
    ("credits", _credits),
    ("rates", _rates),
    ("frozen", _frozen),
    ("pause", _pause),
)
"""In the order in which equal rulings explain themselves: the campaign says more than the chart's cell."""

BEFORE_CONTENT: tuple[tuple[str, Rule], ...] = (("chart", _closed), ("rates", _rates), ("frozen", _frozen))
"""For an MTA that asks at RCPT."""


def _lapsed(people: list[Person], policy: Policy, of: int = 0) -> str:
    """Whether they have written, but so long ago that it counts no more: the days if all have ("730"), "730 some" if
    some of them or of `of` people have, "" if none."""
    lapsed = sum(person.lapsed for person in people)
    if not lapsed:
        return ""
    return f"{policy.stages.lapse_days:g}" + (" some" if lapsed < max(len(people), of) else "")


def _reason(
    rule: str,
    because: Because,
    ruling: Ruling,
    people: list[Person],
    *,
    number: float = 0.0,
    of: float = 0.0,
    until: float = 0.0,
    detail: str = "",
) -> Reason:
    return Reason(
        rule=rule,
        because=because,
        ruling=ruling,
        recipients=tuple(person.index for person in people),
        number=number,
        of=of,
        until=until,
        detail=detail,
    )
