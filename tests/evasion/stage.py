"""A stage for blasts: real mail in octets, read and judged as the gate does, with a clock that a test can wait on."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from gatekeeper.gate.brief import Briefs, GateSettings, read
from gatekeeper.ids import Ids
from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import Envelope, Path, Recipient, Session
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.policyfile import Policy
from gatekeeper.policy.verdict import Because, Ruling, Verdict
from gatekeeper.store import hearing
from gatekeeper.store.case import Judged, Lessons, Settlement
from gatekeeper.store.lessons import learn, settle
from gatekeeper.store.memory import Memory

DAY = 86_400.0
BEGINNING = 1_772_442_000.0
SITE = "example.org"
ANNA = f"anna@{SITE}"
POLICY = Policy(name="test")
RETRY_SECONDS = (600.0, 1800.0, *(3600.0 * hour for hour in range(1, 49)))

PARAGRAPHS = (
    "After many years in the trade I have opened a small studio for furniture made to measure, at the old harbour.",
    "We build tables, shelves and beds from local ash and oak, and we repair what others would throw away.",
    "On Saturday the doors are open all day: come and see the machines, try the chairs and have a glass of cider.",
    "If you know somebody who is looking for a craftsman, I would be glad if you told them about the studio.",
)
BODY = "\n\n".join(PARAGRAPHS)
NUMBERS = itertools.count(1)

Letter = Callable[[int], bytes]
"""The octets of the message number so many."""


def letter(
    body: str = BODY,
    *,
    subject: str = "The studio",
    sender: str = ANNA,
    header: str = "",
    content_type: str = "text/plain; charset=utf-8",
) -> bytes:
    """One message as a mail program writes it, with a Message-ID of its own."""
    lines = [
        f"From: Anna <{sender}>",
        f"Subject: {subject}",
        "Date: Mon, 02 Mar 2026 09:00:00 +0000",
        f"Message-ID: <{next(NUMBERS)}@{SITE}>",
        "MIME-Version: 1.0",
        f"Content-Type: {content_type}",
        *([header] if header else []),
    ]
    return ("\n".join(lines) + "\n\n" + body).replace("\n", "\r\n").encode()


def strangers(count: int = 40) -> tuple[str, ...]:
    """People whom nobody here has ever heard of, each at a domain of his own."""
    return tuple(f"person{number}@place{number}.example.net" for number in range(count))


@dataclass(slots=True)
class Stage:
    """An old site with an empty memory, the default policy and nothing behind it."""

    policy: Policy = POLICY
    now: float = BEGINNING
    memory: Memory = field(default_factory=Memory)
    reached: set[str] = field(default_factory=set)
    verdict: Verdict | None = None

    def __post_init__(self) -> None:
        settings = GateSettings(hostname="gate.example.org")
        self._briefs = Briefs(settings, Ids(b"0" * 32), lambda: self.policy, lambda: self.now)
        self._terms = hearing.Terms(
            policy=self.policy, local_domains=frozenset({SITE}), site_since=BEGINNING - 1000 * DAY
        )

    _briefs: Briefs = field(init=False)
    _terms: hearing.Terms = field(init=False)

    # What happened before ---------------------------------------------------------------------------------------

    def heard(
        self, author: str, account: str = ANNA, *, days: float = 10, people: Sequence[str] = (), key: int = 0
    ) -> int:
        """`author` wrote to `account`, and to `people` as well; gives the message's key."""
        at = self.now - days * DAY
        evidence = Evidence(
            sender=account, contact=author, at=at, what=What.WROTE, proof=Proof.AUTHENTICATED, source="listener"
        )
        return self._learn(author, (author, account, *people), at, (evidence,), outbound=False, key=key)

    def heard_through_a_list(
        self, author: str, list_address: str, *, people: Sequence[str] = (), key: int = 0, proven: bool = True
    ) -> None:
        """A post that reached Anna through what calls itself a list; `proven` where the author vouches for himself and
        not the list alone."""
        post = Evidence(
            sender=ANNA,
            contact=list_address,
            at=self.now,
            what=What.LIST_POST,
            proof=Proof.AUTHENTICATED,
            source="listener",
            weight=1.0 if proven else 0.5,
        )
        exchange = Exchange(
            message_key=key or next(NUMBERS),
            at=self.now,
            author=author,
            outbound=False,
            people=(author, list_address, *people),
            evidence=(post,),
            list_address=list_address,
        )
        learn(self.memory, Lessons(exchanges=(exchange,)), self._terms)

    def sent(self, contacts: Sequence[str], account: str = ANNA, *, days: float = 20) -> None:
        """`account` wrote to `contacts` in one mail, and it was delivered."""
        at = self.now - days * DAY
        evidence = tuple(
            Evidence(sender=account, contact=one, at=at, what=What.SENT, proof=Proof.AUTHENTICATED, source="listener")
            for one in contacts
        )
        self._learn(account, (account, *contacts), at, evidence, outbound=True)

    def friends(self, count: int, account: str = ANNA) -> tuple[str, ...]:
        """People who answered a mail of the account's."""
        found = tuple(f"friend{number}@home{number}.example.com" for number in range(count))
        for one in found:
            self.sent((one,), account)
            self.heard(one, account)
        return found

    def _learn(
        self,
        author: str,
        people: tuple[str, ...],
        at: float,
        evidence: tuple[Evidence, ...],
        *,
        outbound: bool,
        key: int = 0,
    ) -> int:
        key = key or next(NUMBERS)
        exchange = Exchange(
            message_key=key,
            at=at,
            author=author,
            outbound=outbound,
            people=people if len(people) <= 51 else (),
            evidence=evidence,
        )
        learn(self.memory, Lessons(exchanges=(exchange,)), self._terms)
        return key

    # Sending ----------------------------------------------------------------------------------------------------

    def send(
        self, content: bytes, *recipients: str, account: str = ANNA, login: bool = True, client: str = ""
    ) -> Verdict:
        """One message, judged now; whom it reached is kept."""
        message, finding, digest = read(content)
        session = Session(
            listener="outbound",
            login=account if login else None,
            client_address=client,
            client_address_is_known=bool(client),
        )
        envelope = Envelope(sender=_path(account), recipients=tuple(Recipient(path=_path(one)) for one in recipients))
        case = self._briefs.case(f"id-{next(NUMBERS)}", session, envelope, message, finding, digest)
        verdict = hearing.judge(self.memory, case, self._terms, lambda: next(NUMBERS))
        if verdict.ruling is Ruling.ACCEPT:
            everybody = tuple(range(len(case.recipients)))
            judged = Judged(case=case, verdict=verdict)
            settle(
                self.memory, Settlement(judged=judged, now=self.now, delivered=everybody, outcome="sent"), self._terms
            )
            self.reached.update(case.recipients)
        self.verdict = verdict
        return verdict

    def blast(
        self,
        write: Letter,
        people: Sequence[str],
        *,
        at_once: int = 1,
        every: float = 1.0,
        padding: Sequence[str] = (),
        accounts: Sequence[str] = (ANNA,),
        login: bool = True,
        client: str = "",
    ) -> int:
        """`write` to all `people`, so many in one message and so fast, the accounts in turn; what waits is sent again
        for two days. Gives how many of them it reached."""
        due = []
        begun = self.now
        for number, start in enumerate(range(0, len(people), at_once)):
            to = (*people[start : start + at_once], *(padding[number : number + at_once] if padding else ()))
            due.append((begun + number * every, number, 0, write(number), to))
        heapq.heapify(due)
        while due:
            at, number, tries, content, to = heapq.heappop(due)
            self.now = max(self.now, at)
            account = accounts[number % len(accounts)]
            verdict = self.send(content, *to, account=account, login=login, client=client)
            if verdict.ruling is Ruling.DEFER and tries < len(RETRY_SECONDS):
                again = begun + number * every + RETRY_SECONDS[tries]
                heapq.heappush(due, (again, number, tries + 1, content, to))
        return len(self.reached & {canonical(one) for one in people})

    def becauses(self) -> set[Because]:
        """The reasons of the last verdict."""
        return {reason.because for reason in self.verdict.reasons} if self.verdict is not None else set()


def _path(address: str) -> Path:
    return Path(octets=address.encode(), address=canonical(address))
