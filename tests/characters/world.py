"""The world: one site with the product's bench on a real database, a clock that the simulation turns, and the mail
that passes between its accounts and people outside.

There is no formula of limits here. A message is read, judged and settled as the gate does it; what comes back is
read and learnt as the inbound listener does it; how an account stands is what `gatekeeper sender --json` prints.
"""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from gatekeeper.cli.sender import as_facts
from gatekeeper.config import policy_file
from gatekeeper.config.settings import RetentionSettings
from gatekeeper.gate.brief import Briefs, GateSettings, read
from gatekeeper.ids import Ids
from gatekeeper.learn.intake import heard
from gatekeeper.learn.lesson import outbound
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Path, Recipient, Session
from gatekeeper.mail.message import Message
from gatekeeper.policy.evidence import Exchange
from gatekeeper.policy.policyfile import Policy, read_policy
from gatekeeper.policy.verdict import Because, Ruling
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Case, Judged, Lessons, Settlement
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms
from gatekeeper.store.notices import NoticeTerms
from gatekeeper.store.people import sender_facts
from gatekeeper.store.retention import Retention, prune, steps
from gatekeeper.store.thaw import thaw
from tests.characters import paper
from tests.characters.chronicle import Chronicle, Hand, Sample

HOUR = 3600.0
DAY = 86_400.0
BEGINNING = 1_799_020_800.0
"""Monday 4 January 2027, 00:00 UTC."""
SITE_AGE_DAYS = 400.0
"""The gate has seen this site's mail for longer than a cold start lasts."""
SERVER_RETRIES = (600.0, 1800.0, *(HOUR * hour for hour in range(1, 49)))
"""When a mail server tries again after a 450, counted from the first attempt; then it gives up."""
PERSON_WAITS = 5 * DAY
"""How long the gate's queue keeps the mail of a person's mail program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message that somebody sends. `to` are its recipients, `hand` who really wrote it."""

    hand: Hand
    account: str
    to: tuple[str, ...]
    subject: str
    body: str
    message_id: str
    cites: str = ""
    header: str = ""
    client: str = "198.51.100.7"
    by_server: bool = False
    """Handed over by a mail server that nobody logged in to, and that comes again by itself; else by a mail program,
    whose mail waits in the gate's queue."""
    delivered: Callable[[Letter, str, str], None] | None = None
    """Told of each recipient who got it, with the id that the gate gave the message."""


@dataclass(slots=True, kw_only=True)
class Underway:
    """A letter that has been tried."""

    letter: Letter
    case: Case
    first: float
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """A letter that waits for its next attempt."""

    world: World
    way: Underway

    def __call__(self) -> None:
        self.world.attempt(self.way)


class World:
    """See the module. `at` plans, `run` lets the time pass."""

    def __init__(self, folder: FilePath, seed: int, policy: Policy | None = None) -> None:
        self.now = BEGINNING
        self.chance = random.Random(seed)
        self.chronicle = Chronicle()
        self.numbers = itertools.count(1)
        self.discarded: set[Hand] = set()
        self._plans: list[tuple[float, int, Callable[[], None]]] = []
        self._ids = Ids(b"characters" * 4)
        self.policy = policy or read_policy(policy_file("notworking"))
        self._engine = open_database(f"sqlite:///{folder / 'characters.db'}")
        upgrade(self._engine)
        domains = frozenset({paper.SITE})
        self._learning = LearnSettings(local_domains=domains, authserv_ids=frozenset({paper.MX}))
        self._terms = Terms(
            policy=self.policy,
            local_domains=domains,
            site_since=BEGINNING - SITE_AGE_DAYS * DAY,
            notices=NoticeTerms(hostname="gate.example.org", local_domains=domains, admin=f"admin@{paper.SITE}"),
        )
        self._bench = Bench(self._engine, self._terms, clock=lambda: self.now)
        self._riding: list[Any] = []
        settings = GateSettings(hostname="gate.example.org")
        self._briefs = Briefs(settings, self._ids, lambda: self.policy, lambda: self.now)
        self._wrote: set[tuple[str, str]] = set()
        self._agreed: set[tuple[str, str]] = set()

    def close(self) -> None:
        """The world ends."""
        self._engine.dispose()

    # Time ---------------------------------------------------------------------------------------------------------

    def at(self, moment: float, plan: Callable[[], None]) -> None:
        """`plan` happens at `moment`, or now if that is over."""
        heapq.heappush(self._plans, (max(moment, self.now), next(self.numbers), plan))

    def run(self, days: int, *, sample_days: int = 7) -> None:
        """Let so many days pass; the accounts are looked at every `sample_days`, and once a month what is over is
        deleted, as the daemon's job does."""
        for day in range(0, days + 1, sample_days):
            self.at(BEGINNING + day * DAY, self.look)
        for day in range(30, days, 30):
            self.at(BEGINNING + day * DAY, self._prune)
        end = BEGINNING + days * DAY
        while self._plans and self._plans[0][0] <= end:
            self.now, _, plan = heapq.heappop(self._plans)
            plan()
        self.chronicle.notices = self._do(_notices)

    def look(self) -> None:
        """Write down how every account stands now."""
        for account in self.chronicle.accounts:
            self.chronicle.samples.setdefault(account, []).append(Sample.of(self.now, self.standing(account)))

    def standing(self, account: str) -> dict[str, Any]:
        """What `gatekeeper sender --json` prints."""
        since = self._terms.site_since
        facts = self._do(lambda connection: sender_facts(connection, account, self.now, self.policy, site_since=since))
        return as_facts(account, facts, self.now)

    def _prune(self) -> None:
        for table, is_over in steps(Retention(**RetentionSettings().model_dump()), self.now):
            while self._do(partial(prune, table=table, is_over=is_over)):
                pass

    def _do(self, item: Any) -> Any:
        """The bench's answer to `item`, in one transaction with the settlements and lessons that wait for one.

        In this thread: a year has a hundred thousand transactions, and to wake the bench's own for each takes longer
        than to hear it.
        """
        items, self._riding = [*self._riding, item], []
        return self._bench._transact(items)[-1]

    # Out ----------------------------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """A Message-ID of a mail program here."""
        return f"<m{next(self.numbers)}@{paper.SITE}>"

    def send(self, letter: Letter) -> None:
        """The letter comes to the outbound listener now; what is told to wait comes again as its sender would."""
        shown = ", ".join(letter.to[:3]) if len(letter.to) <= 3 else "undisclosed-recipients:;"
        content = paper.letter(
            sender=letter.account,
            to=shown,
            subject=letter.subject,
            body=letter.body,
            message_id=letter.message_id,
            at=self.now,
            cites=letter.cites,
            header=letter.header,
        )
        message, finding, digest = read(content)
        session = Session(
            listener="outbound-1",
            login=None if letter.by_server else letter.account,
            client_is_person=not letter.by_server,
            client_address=letter.client,
            client_address_is_known=True,
        )
        people = tuple(Recipient(path=_path(one)) for one in letter.to)
        envelope = Envelope(sender=_path(letter.account), recipients=people)
        id_ = self._ids.new(self.now)
        case = self._briefs.case(id_, session, envelope, message, finding, digest)
        self.chronicle.tried(letter.hand, self.now)
        self.attempt(Underway(letter=letter, case=case, first=self.now))

    def attempt(self, way: Underway) -> None:
        """Hear the letter now, and do what the verdict says."""
        letter = way.letter
        if letter.hand in self.discarded:
            self.chronicle.discarded(letter.hand)
            return
        case = replace(way.case, now=self.now)
        answer = self._do(case)
        assert isinstance(answer, Judged)
        verdict = answer.verdict
        deciding = verdict.deciding
        if verdict.ruling is Ruling.ACCEPT:
            everybody = tuple(range(len(case.recipients)))
            self._riding.append(Settlement(judged=answer, now=self.now, delivered=everybody, outcome="sent"))
            strangers = [
                one.address
                for one in verdict.recipients
                if one.because is not Because.CITED and not self._knows(letter.account, one.address)
            ]
            self.chronicle.passed(letter.hand, self.now, self.now - way.first, len(letter.to), strangers)
            if letter.delivered is not None:
                for address in case.recipients:
                    letter.delivered(letter, address, case.id)
            return
        assert deciding is not None
        if verdict.ruling is Ruling.DEFER:
            self.chronicle.told_to_wait(letter.hand, self.now, str(deciding.because), first=not way.tries)
            again = self._again(way, verdict.until)
            if again:
                way.tries += 1
                self.at(again, Retry(world=self, way=way))
                return
        self.chronicle.refused(letter.hand, self.now, str(deciding.because))

    def _again(self, way: Underway, until: float) -> float:
        """When the letter is tried again; 0.0 when its sender has given up."""
        if not way.letter.by_server:
            due = max(until, self.now + 60.0)
            return due if due < way.first + PERSON_WAITS else 0.0
        return way.first + SERVER_RETRIES[way.tries] if way.tries < len(SERVER_RETRIES) else 0.0

    def _knows(self, account: str, contact: str) -> bool:
        return (account, contact) in self._wrote or (account, contact) in self._agreed

    # In -----------------------------------------------------------------------------------------------------------

    def write(self, contact: str, account: str, *, cites: str = "", subject: str = "", body: str = "") -> str:
        """Somebody outside writes to an account; gives the Message-ID."""
        id_ = f"<c{next(self.numbers)}@{contact.rpartition('@')[2]}>"
        content = paper.letter(
            sender=contact,
            to=account,
            subject=subject or f"{'Re: ' if cites else ''}{paper.words(self.chance, 1)[:30]}",
            body=body or paper.words(self.chance, 3),
            message_id=id_,
            at=self.now,
            cites=cites,
            header=paper.arrived(contact, self.now),
        )
        self._wrote.add((account, contact))
        self._learn(content, account)
        return id_

    def fails(self, letter: Letter, contact: str, gate_id: str) -> None:
        """The contact's server reports that there is no such address."""
        content = paper.failure(
            account=letter.account,
            contact=contact,
            gate_id=gate_id,
            message_id=letter.message_id,
            at=self.now,
            number=next(self.numbers),
        )
        self._learn(content, letter.account)

    def complains(self, letter: Letter, contact: str, gate_id: str) -> None:
        """The contact presses the button that says junk, and his provider tells the site."""
        content = paper.complaint(
            account=letter.account,
            contact=contact,
            gate_id=gate_id,
            message_id=letter.message_id,
            at=self.now,
            number=next(self.numbers),
        )
        self._learn(content, f"abuse@{paper.SITE}")

    def agrees(self, *choices: Exchange, imported: bool = False) -> None:
        """Sign-ups: confirmed by the link, or imported from a list of consents."""
        for exchange in choices:
            for one in exchange.evidence:
                self._agreed.add((one.sender, one.contact))
        self._do(Lessons(exchanges=choices, batch=1 if imported else 0))

    def leaves(self, exchange: Exchange) -> None:
        """Somebody uses the link by which he leaves a newsletter."""
        self._do(Lessons(exchanges=(exchange,)))

    def thaw(self, account: str) -> None:
        """The admin has spoken with the owner: what waits in the queue for him is heard again now."""
        self._do(lambda connection: thaw(connection, account, self.now, author="admin", reason="spoken with the owner"))
        waiting = [one for one in self._plans if isinstance(one[2], Retry) and one[2].way.letter.account == account]
        self._plans = [one for one in self._plans if one not in waiting]
        heapq.heapify(self._plans)
        for _, _, retry in sorted(waiting):
            self.at(self.now, retry)

    def _learn(self, content: bytes, recipient: str) -> None:
        lesson = heard(content, (recipient,), self._learning, lambda name: None, self.now)
        self._riding.append(Lessons(exchanges=lesson.exchanges))

    def remember(self, account: str, contacts: tuple[str, ...], days: float = 200.0) -> None:
        """The account and its contacts have exchanged mail for so many days before: an import of its mailbox."""
        owner = replace(self._learning, owners=(account,))
        exchanges: list[Exchange] = []
        now = self.now
        for contact in contacts:
            for back in (days, days / 2, days / 8):
                moment = now - back * DAY * self.chance.uniform(0.8, 1.0)
                sent = self._old(account, contact, moment)
                found = outbound(Message.read(sent), account, owner, at=moment, source="import")
                assert found is not None
                later = moment + self.chance.uniform(1, 3) * DAY
                answer = paper.arrived(contact, later).encode().replace(b"\n", b"\r\n") + self._old(
                    contact, account, later
                )
                lesson = heard(answer, (account,), owner, lambda name: None, later)
                exchanges += [found, *lesson.exchanges]
            self._wrote.add((account, contact))
        self._do(Lessons(exchanges=tuple(exchanges), batch=1))

    def _old(self, author: str, to: str, moment: float) -> bytes:
        return paper.letter(
            sender=author,
            to=to,
            subject=paper.words(self.chance, 1)[:30],
            body=paper.words(self.chance, 3),
            message_id=f"<o{next(self.numbers)}@{author.rpartition('@')[2]}>",
            at=moment,
        )


def _notices(connection: Any) -> dict[str, int]:
    """How many notices each account got: what the gate has put into its own queue."""
    from collections import Counter

    from gatekeeper.store import schema

    rows = connection.execute(
        schema.queue_recipients.select().where(schema.queue_recipients.c.id.startswith("notice-"))
    )
    return dict(Counter(row.address for row in rows))


def _path(address: str) -> Path:
    return Path(octets=address.encode(), address=canonical(address))
