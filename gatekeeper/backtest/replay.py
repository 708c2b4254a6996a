"""The replay: the letters of an archive in time order before one contender, with the retries of a mail server.

Nothing looks into the future: what is refused or still waits has not been delivered, so it teaches nobody
anything, and its recipients have not been written to.
"""

from __future__ import annotations

import heapq
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gatekeeper.backtest.circle import Circles
from gatekeeper.backtest.contender import Contender, delivered
from gatekeeper.backtest.letter import Letter
from gatekeeper.mail.address import domain_of, organisational_domain
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What, weight_of_addressees
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.store.case import Case, Lessons
from gatekeeper.store.hearing import Terms

RETRY_SECONDS = (600.0, 1800.0, *(3600.0 * hour for hour in range(1, 49)))
"""When a mail server tries again, counted from the first attempt: 10, 30, 60 minutes, then hourly for two days."""

MOST_PEOPLE = 51
"""Beyond an author and so many others, who is addressed together is not stored (model.md, Campaigns)."""


class Fate(StrEnum):
    """What became of a letter in the end."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    HELD = "held"
    EXPIRED = "expired"
    """It still waited after two days: counted as refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The fate of one judged letter. `waited_for` are the reasons of its deferrals, none when it went at once."""

    letter: Letter
    fate: Fate
    delay_seconds: float
    verdict: Verdict
    waited_for: frozenset[Because]

    @property
    def refused(self) -> bool:
        return self.fate in {Fate.REFUSED, Fate.EXPIRED}

    @property
    def paused(self) -> bool:
        """Delivered after the short wait alone."""
        return self.fate is Fate.DELIVERED and self.waited_for == {Because.PAUSE}

    @property
    def deferred(self) -> bool:
        """Delivered after a wait for anything else."""
        return self.fate is Fate.DELIVERED and bool(self.waited_for - {Because.PAUSE})


@dataclass(slots=True, kw_only=True)
class _Waiting:
    """A letter on its way: what happens to it at the next attempt."""

    letter: Letter
    number: int
    attempt: int = 0
    waited_for: frozenset[Because] = frozenset()


class Replay:
    """One contender's world. `now` is the simulated clock, `circles` who knows whom in this world."""

    def __init__(self, contender: Contender, terms: Terms) -> None:
        self.contender = contender
        self.terms = terms
        self.now = 0.0
        self.circles = Circles(terms.is_account, terms.is_internal)
        self.outcomes: list[Outcome] = []
        self.judging_seconds = 0.0
        self._readers_of: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
        self._listed: dict[int, Letter] = {}
        self._posts_of: defaultdict[str, dict[str, Letter]] = defaultdict(dict)
        self._retries: list[tuple[float, int, _Waiting]] = []

    def learn(self, letters: Iterable[Letter]) -> None:
        """The history, as an import of both directions teaches it."""
        for letter in letters:
            self.now = letter.at
            self._known(letter, batch=1)

    def judge(
        self,
        letters: Sequence[Letter],
        *,
        points: Collection[int] = (),
        visit: Callable[[int], None] = lambda point: None,
        progress: Callable[[int], None] = lambda letters: None,
    ) -> list[Outcome]:
        """Judge `letters`; `visit` is called after each of those at `points`. Gives the outcomes in time order."""
        for number, letter in enumerate(letters):
            self._retry_until(letter.at)
            self.now = letter.at
            if self.terms.is_account(letter.author):
                self.circles.sent(letter)
                self._catch_up(letter)
                self._attempt(_Waiting(letter=letter, number=number))
            else:
                self._arrived(letter, batch=0)
            if number in points:
                visit(number)
            if number % 100 == 99:
                progress(100)
        self._retry_until(float("inf"))
        self.outcomes.sort(key=lambda one: one.letter.at)
        return self.outcomes

    def _retry_until(self, moment: float) -> None:
        while self._retries and self._retries[0][0] <= moment:
            self.now, _, waiting = heapq.heappop(self._retries)
            self._attempt(waiting)

    def _attempt(self, waiting: _Waiting) -> None:
        letter = waiting.letter
        case = case_of(letter, self.now)
        before = time.perf_counter()
        verdict = self.contender.judge(case)
        self.judging_seconds += time.perf_counter() - before
        if verdict.ruling is Ruling.ACCEPT:
            self.contender.settle(delivered(case, verdict, self.now))
            self._arrived(letter, batch=0)
            self._done(waiting, Fate.DELIVERED, verdict)
        elif verdict.ruling is Ruling.DEFER:
            waiting.waited_for |= {one.because for one in verdict.reasons if one.enforced}
            if waiting.attempt == len(RETRY_SECONDS):
                self._done(waiting, Fate.EXPIRED, verdict)
                return
            again = letter.at + RETRY_SECONDS[waiting.attempt]
            waiting.attempt += 1
            heapq.heappush(self._retries, (again, waiting.number, waiting))
        else:
            self._done(waiting, Fate.REFUSED if verdict.ruling is Ruling.REFUSE else Fate.HELD, verdict)

    def _done(self, waiting: _Waiting, fate: Fate, verdict: Verdict) -> None:
        self.outcomes.append(
            Outcome(
                letter=waiting.letter,
                fate=fate,
                delay_seconds=self.now - waiting.letter.at,
                verdict=verdict,
                waited_for=waiting.waited_for,
            )
        )

    def _known(self, letter: Letter, batch: int) -> None:
        if self.terms.is_account(letter.author):
            self.circles.sent(letter)
            self.contender.learn(Lessons(exchanges=(_outbound(letter),), batch=batch))
        self._arrived(letter, batch)

    def _arrived(self, letter: Letter, batch: int) -> None:
        self.circles.received(letter)
        accounts = [one for one in letter.recipients if self.terms.is_account(one)]
        readers = self._readers(letter, accounts)
        if (accounts or readers) and letter.paper.is_human():
            self.contender.learn(Lessons(exchanges=(_inbound(letter, accounts, readers, self.now),), batch=batch))

    def _readers(self, letter: Letter, accounts: Sequence[str]) -> tuple[str, ...]:
        """The accounts that must hear now that the letter came through a list: those it names, and who has joined
        the list by writing to it, until authors of two houses make it a list for him. The others hear of it when
        they answer it (`_catch_up`)."""
        list_address = letter.paper.list_address()
        if not list_address:
            return ()
        self._listed[letter.key] = letter
        readers = self._readers_of[list_address]
        house = _house(letter)
        self._posts_of[list_address][house] = letter
        new = (one for one, houses in readers.items() if len(houses) < 2 and house not in houses)
        hearing = tuple(dict.fromkeys((*accounts, *new)))
        for one in hearing:
            readers[one] = readers.get(one, frozenset()) | {house}
        if self.terms.is_account(letter.author):
            readers.setdefault(letter.author, frozenset())
        return hearing

    def _catch_up(self, letter: Letter) -> None:
        """What its author has read on a list and answers now had arrived for him too.

        Teaching every reader of every list mail at once comes to the same and takes forty times as long.
        """
        for cited in letter.cites:
            listed = self._listed.get(cited)
            if listed is None or letter.author not in (readers := self._readers_of[listed.paper.list_address()]):
                continue
            # Who answers has read the list for a while: it is one for him.
            posts = self._posts_of[listed.paper.list_address()] if len(readers[letter.author]) < 2 else {}
            for post in (listed, *posts.values()):
                exchange = _inbound(post, (), (letter.author,), post.at)
                self.contender.learn(Lessons(exchanges=(exchange,), batch=0))
                readers[letter.author] |= {_house(post)}


def _house(letter: Letter) -> str:
    return organisational_domain(domain_of(letter.author))


def case_of(letter: Letter, now: float) -> Case:
    """The case that the gate would make of `letter` at `now`."""
    paper = letter.paper
    return Case(
        id="",
        identity=letter.identity,
        now=now,
        sender=letter.author,
        domain=letter.author.rpartition("@")[2],
        client="",
        recipients=letter.recipients,
        message_key=letter.key,
        digest=b"",
        cites=letter.cites,
        kind=paper.kind(),
        signals=(),
        content=paper.content,
        has_unsubscribe=paper.has_unsubscribe(),
    )


def _outbound(letter: Letter) -> Exchange:
    return Exchange(
        message_key=letter.key,
        at=letter.at,
        author=letter.author,
        outbound=True,
        people=_people(letter),
        cites=letter.cites,
        evidence=tuple(
            Evidence(
                sender=letter.author,
                contact=one,
                at=letter.at,
                what=What.SENT,
                proof=Proof.AUTHENTICATED,
                source="backtest",
            )
            for one in letter.recipients
        ),
    )


def _inbound(letter: Letter, accounts: Sequence[str], readers: Sequence[str], now: float) -> Exchange:
    weight = weight_of_addressees(len(letter.recipients))
    list_address = letter.paper.list_address()

    def seen(account: str, contact: str, what: What, weight: float = 1.0) -> Evidence:
        proof = Proof.AUTHENTICATED
        return Evidence(
            sender=account, contact=contact, at=now, what=what, proof=proof, source="backtest", weight=weight
        )

    evidence = [seen(one, letter.author, What.WROTE, weight) for one in accounts]
    evidence += [seen(one, list_address, What.LIST_POST) for one in readers]
    return Exchange(
        message_key=letter.key,
        at=now,
        author=letter.author,
        outbound=False,
        people=_people(letter),
        cites=letter.cites,
        evidence=tuple(evidence),
        list_address=list_address,
    )


def _people(letter: Letter) -> tuple[str, ...]:
    return (letter.author, *letter.recipients) if len(letter.recipients) < MOST_PEOPLE else ()
