"""A rehearsal: the stories of a transcript, played through the very hearing that `serve` uses, with a clock of
their own and nothing behind the memory.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gatekeeper.errors import EX_DATAERR, UsageError
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What, weight_of_addressees
from gatekeeper.policy.explain import reply_to
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.terms import DAY_SECONDS
from gatekeeper.policy.transcript import (
    Act,
    Acted,
    Circle,
    ExpectReached,
    ExpectStage,
    ExpectVerdict,
    ExpectWait,
    ExpectWords,
    Group,
    Introduced,
    Passes,
    People,
    Sends,
    SiteAge,
    Some,
    Step,
    Story,
    Transcript,
    Wrote,
)
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.store import hearing
from gatekeeper.store.case import Case, Judged, Lessons, Settlement, identity_of
from gatekeeper.store.lessons import learn, settle
from gatekeeper.store.memory import Memory
from gatekeeper.store.sameness import content_key

BEGINNING = 1_772_442_000.0
"""Monday, 2 March 2026, 09:00 UTC: when every story begins."""

SEEN_DAYS = 1000.0
"""How long the gate has seen its site, unless the story says otherwise."""

RETRY_MINUTES = (10.0, 30.0, *(60.0 * hour for hour in range(1, 49)))
"""When what waits is sent again, counted from the first attempt: as an MTA does, for two days."""

LINK = "https://gate.example.org/why/transcript"
CIRCLE_TIMES: dict[Circle, tuple[int, int]] = {
    Circle.STRANGER: (0, 0),
    Circle.COLLEAGUE: (0, 0),
    Circle.SUBSCRIBER: (0, 0),
    Circle.ACQUAINTANCE: (0, 1),
    Circle.FRIEND: (1, 1),
    Circle.CONFIDANT: (5, 5),
}
"""How often the sender wrote to such a person, and how often the person wrote back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """An expectation that did not hold."""

    where: str
    line: int
    story: str
    expected: str
    found: str
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As a diff: what was expected, and what was found instead."""
        return "\n".join(
            (
                f"{self.where}:{self.line}: {self.story}",
                f"- {self.expected}",
                f"+ {self.found}",
                *(f"  {one}" for one in self.details),
            )
        )


def rehearse(transcript: Transcript, policy: Policy) -> list[Miss]:
    """Play every story under `policy`; gives what did not hold. Raises UsageError for a story about nobody."""
    return [miss for story in transcript.stories for miss in Play(transcript, story, policy).run()]


class Play:
    """One story on the stage. Its memory, clock and people live as long as it does."""

    def __init__(self, transcript: Transcript, story: Story, policy: Policy) -> None:
        self._transcript = transcript
        self._story = story
        self._policy = policy
        self._memory = Memory()
        self._now = BEGINNING
        self._since = BEGINNING - SEEN_DAYS * DAY_SECONDS
        self._numbers = itertools.count(1)
        self._groups: dict[str, tuple[str, ...]] = {}
        self._last_message: dict[tuple[str, str], int] = {}
        self._last_sent: dict[tuple[str, str], int] = {}
        self._verdict: Verdict | None = None
        self._asked = 0
        self._reached: set[str] = set()
        self._line = story.line

    def run(self) -> list[Miss]:
        """The expectations that did not hold."""
        return [miss for step in self._story.steps if (miss := self._take(step)) is not None]

    def _take(self, step: Step) -> Miss | None:
        self._line = step.line
        match step:
            case Group():
                self._groups[step.name] = self._new(step.people, step.of)
            case Wrote():
                self._wrote(step)
            case Acted():
                self._acted(step)
            case Introduced():
                people = (step.author, step.account, *self._addresses(step.people, step.account))
                self._heard(step.author, (step.account,), people, self._now)
            case Passes():
                self._now += step.seconds
            case SiteAge():
                self._since = self._now - step.seconds
            case Sends():
                self._sends(step)
            case _:
                return self._expect(step)
        return None

    # People ---------------------------------------------------------------------------------------------------

    def _addresses(self, people: People, sender: str) -> tuple[str, ...]:
        found: list[str] = []
        for one in people:
            if isinstance(one, Some):
                found += self._new(one, sender)
            elif "@" in one.name:
                found.append(one.name)
            elif one.name in self._groups:
                found += self._groups[one.name]
            else:
                raise UsageError(
                    f"{self._transcript.where}:{self._line}: nobody is called {one.name!r} here; a group is made by: "
                    f"{one.name} = 12 strangers",
                    exit_code=EX_DATAERR,
                )
        return tuple(dict.fromkeys(found))

    def _new(self, some: Some, sender: str) -> tuple[str, ...]:
        domain = self._transcript.site if some.circle is Circle.COLLEAGUE else "{circle}-{number}.example"
        found = []
        for _ in range(some.count):
            number = next(self._numbers)
            address = f"{some.circle}-{number}@" + domain.format(circle=some.circle, number=number)
            found.append(address)
            sent, heard = CIRCLE_TIMES[some.circle]
            for time in range(max(sent, heard)):
                at = self._now - (60.0 - 30.0 * (time + 1) / max(sent, heard)) * DAY_SECONDS
                if time < sent:
                    self._sent(sender, (address,), at - DAY_SECONDS)
                if time < heard:
                    self._heard(address, (sender,), (address, sender), at)
            if some.circle is Circle.SUBSCRIBER:
                self._chose(address, sender, What.OPTED_IN, self._now - 30.0 * DAY_SECONDS, "consent", confirmed=False)
        return tuple(found)

    def _is_account(self, address: str) -> bool:
        return address.rpartition("@")[2] == self._transcript.site

    # Facts ----------------------------------------------------------------------------------------------------

    def _wrote(self, step: Wrote) -> None:
        authors = self._addresses(step.authors, "")
        proof = Proof.AUTHENTICATED if step.proven else Proof.CLAIMED
        for author in authors:
            to = self._addresses(step.to, author)
            for time in range(step.times):
                share = (step.times - 1 - time) / (step.times - 1) if step.times > 1 else 0.0
                at = self._now - step.ago_seconds - step.over_seconds * share
                if self._is_account(author):
                    self._sent(author, to, at)
                else:
                    accounts = tuple(one for one in to if self._is_account(one))
                    self._heard(author, accounts, (author, *to), at, proof)

    def _acted(self, step: Acted) -> None:
        at = self._now - step.ago_seconds
        for contact in self._addresses(step.people, step.sender):
            match step.act:
                case Act.SIGNED_UP:
                    purpose = step.sender or self._transcript.site
                    self._chose(contact, purpose, What.OPTED_IN, at, step.source, confirmed=step.confirmed)
                case Act.UNSUBSCRIBED if not step.sender:
                    self._chose(contact, "*", What.OPTED_OUT, at, step.source, confirmed=True)
                case Act.UNSUBSCRIBED:
                    self._chose(contact, step.sender, What.OPTED_OUT, at, step.source, confirmed=True)
                case Act.COMPLAINED:
                    self._chose(contact, step.sender, What.COMPLAINED, at, step.source, confirmed=True)
                case Act.BOUNCED:
                    self._chose(contact, step.sender, What.BOUNCED, at, step.source, confirmed=True)

    def _sent(self, account: str, to: tuple[str, ...], at: float) -> None:
        key = next(self._numbers)
        evidence = tuple(_evidence(account, one, at, What.SENT) for one in to)
        self._learn(
            Exchange(message_key=key, at=at, author=account, outbound=True, people=(account, *to), evidence=evidence)
        )
        self._last_sent.update({(account, one): key for one in to})

    def _heard(
        self,
        author: str,
        accounts: tuple[str, ...],
        people: tuple[str, ...],
        at: float,
        proof: Proof = Proof.AUTHENTICATED,
    ) -> None:
        key = next(self._numbers)
        weight = weight_of_addressees(len(people) - 1)
        evidence = tuple(_evidence(account, author, at, What.WROTE, proof=proof, weight=weight) for account in accounts)
        kept = people if len(people) <= 51 else ()
        self._learn(Exchange(message_key=key, at=at, author=author, outbound=False, people=kept, evidence=evidence))
        for account in accounts:
            self._last_message[account, author] = key

    def _chose(self, contact: str, purpose: str, what: What, at: float, source: str, *, confirmed: bool) -> None:
        sender = purpose if "@" in purpose else ""
        one = Evidence(
            sender=sender,
            contact=contact,
            at=at,
            what=what,
            proof=Proof.AUTHENTICATED,
            source=source,
            permanent=confirmed,
            about=self._last_sent.get((sender, contact), 0),
            purpose=purpose if what in {What.OPTED_IN, What.OPTED_OUT} else "",
        )
        self._learn(Exchange(message_key=next(self._numbers), at=at, author=contact, outbound=False, evidence=(one,)))

    def _learn(self, exchange: Exchange) -> None:
        learn(self._memory, Lessons(exchanges=(exchange,)), self._terms())

    # Messages -------------------------------------------------------------------------------------------------

    def _terms(self) -> hearing.Terms:
        return hearing.Terms(
            policy=self._policy, local_domains=frozenset({self._transcript.site}), site_since=self._since
        )

    def _sends(self, step: Sends) -> None:
        people = self._addresses(step.to, step.sender)
        self._asked = len(people)
        self._reached = set()
        size = step.at_once or len(people)
        content = step.content or f"line {step.line} {next(self._numbers)}"
        whole = next(self._numbers)
        begun = self._now
        due: list[tuple[float, int, int, Case]] = []
        for number, start in enumerate(range(0, len(people), size)):
            words = f"{content} {number}" if step.reworded else content
            key = whole if step.pieces else next(self._numbers)
            at = begun + (0.0 if step.pieces else number * step.every_seconds)
            due.append((at, number, 0, self._case(step, people[start : start + size], words, key, at)))
        heapq.heapify(due)
        while due:
            at, number, tries, case = heapq.heappop(due)
            self._now = max(self._now, at)
            case = replace(case, now=self._now)
            waits = self._pass(case)
            if waits and step.retrying and tries < len(RETRY_MINUTES):
                first = begun + (0.0 if step.pieces else number * step.every_seconds)
                heapq.heappush(due, (first + RETRY_MINUTES[tries] * 60.0, number, tries + 1, case))

    def _pass(self, case: Case) -> bool:
        """Judge and deliver; whether the message was told to come again."""
        verdict = hearing.judge(self._memory, case, self._terms(), lambda: next(self._numbers))
        self._verdict = verdict
        delivered = tuple(
            index
            for index, one in enumerate(verdict.recipients)
            if verdict.ruling is Ruling.ACCEPT or (case.divisible and one.ruling is Ruling.ACCEPT)
        )
        if delivered:
            judged = Judged(case=case, verdict=verdict)
            settlement = Settlement(judged=judged, now=case.now, delivered=delivered, outcome="sent")
            settle(self._memory, settlement, self._terms())
            self._reached.update(case.recipients[index] for index in delivered)
            self._last_sent.update({(case.sender, case.recipients[index]): case.message_key for index in delivered})
        return verdict.ruling is Ruling.DEFER

    def _case(self, step: Sends, recipients: tuple[str, ...], content: str, key: int, at: float) -> Case:
        cites = (self._last_message.get((step.sender, step.answers), 0),) if step.answers else ()
        if step.made_up_citation:
            cites = (next(self._numbers) + 1_000_000,)
        account = "" if step.null_sender else step.sender
        return Case(
            id=f"{self._line}-{key}",
            identity=identity_of(key, content.encode(), recipients),
            now=at,
            sender=account,
            domain=account.rpartition("@")[2],
            client=step.client,
            recipients=recipients,
            message_key=key,
            digest=content.encode(),
            cites=cites,
            kind=step.kind,
            signals=(),
            content=lambda: Fingerprint(digest=content.encode(), tokens=frozenset({content_key(content)})),
            has_unsubscribe=step.unsubscribe,
            has_one_click=step.one_click,
            subject=lambda: step.subject,
            purposes=tuple(filter(None, (account, account.rpartition("@")[2]))),
            null_sender=step.null_sender,
            report_form=step.kind.value == "automatic",
            divisible=step.over_lmtp,
        )

    # Expectations ---------------------------------------------------------------------------------------------

    def _expect(self, step: ExpectVerdict | ExpectReached | ExpectWait | ExpectWords | ExpectStage) -> Miss | None:
        if isinstance(step, ExpectStage):
            relation = self._memory.relation(step.account, step.contact)
            stage = relation.stage(self._now, self._policy.stages) if relation is not None else "stranger"
            return None if stage == step.stage else self._miss(f"{step.contact} counts as {stage} for {step.account}")
        if self._verdict is None:
            raise UsageError(
                f"{self._transcript.where}:{step.line}: nothing was sent yet in this story", exit_code=EX_DATAERR
            )
        verdict = self._verdict
        match step:
            case ExpectVerdict():
                ruling = verdict.would if step.would else verdict.ruling
                found = {one.because for one in verdict.reasons if one.enforced or step.would}
                found |= {one.because for one in verdict.recipients}
                if ruling is step.ruling and found.issuperset(step.because):
                    return None
                because = ", ".join(dict.fromkeys(_causes(verdict, would=step.would)))
                return self._miss(f"{'would ' if step.would else ''}{ruling} because {because}")
            case ExpectReached():
                reached = len(self._reached)
                most = self._asked if step.everybody or step.most is None else step.most
                least = self._asked if step.everybody else step.least
                return None if least <= reached <= most else self._miss(f"reached {reached} of {self._asked}")
            case ExpectWait():
                waits = verdict.until - self._now if verdict.until else 0.0
                right = abs(waits - step.seconds) <= max(1.0, 0.01 * step.seconds)
                return None if right else self._miss(f"wait {waits / 60.0:.1f} minutes")
            case ExpectWords():
                text = reply_to(verdict, LINK).text if verdict.ruling is not Ruling.ACCEPT else "250 accepted"
                return None if step.words in text else self._miss(f'says "{text}"')

    def _miss(self, found: str) -> Miss:
        details: list[str] = []
        if self._verdict is not None:
            details = [f"ruling: {self._verdict.ruling}"]
            details += [
                f"reason: {one.rule}: {one.because} for {len(one.recipients)} ({one.number:g} of {one.of:g})"
                + ("" if one.enforced else ", observed only")
                for one in self._verdict.reasons
            ]
        return Miss(
            where=self._transcript.where,
            line=self._line,
            story=self._story.title,
            expected=self._transcript.lines[self._line - 1].strip().removeprefix("expect "),
            found=found,
            details=tuple(details),
        )


def _evidence(
    sender: str, contact: str, at: float, what: What, *, proof: Proof = Proof.AUTHENTICATED, weight: float = 1.0
) -> Evidence:
    return Evidence(sender=sender, contact=contact, at=at, what=what, proof=proof, source="listener", weight=weight)


def _causes(verdict: Verdict, *, would: bool) -> Iterable[str]:
    yield from (one.because for one in verdict.reasons if one.enforced or would)
    yield from (one.because for one in verdict.recipients)
