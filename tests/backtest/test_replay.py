"""The replay: what is learnt, what waits, what is never delivered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gatekeeper.backtest.baselines import verdict_of
from gatekeeper.backtest.contender import Product
from gatekeeper.backtest.letter import Letter, Line
from gatekeeper.backtest.replay import RETRY_SECONDS, Fate, Replay
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.evidence import What
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.verdict import Because, Reason, RecipientRuling, Ruling, Verdict
from gatekeeper.store.case import Case, Lessons, Settlement
from tests.backtest.archives import ANNA, contact, letter, office, terms


class Post(Line):
    """A line that came through a list."""

    def list_address(self) -> str:
        return "talk@lists.example"


def on_the_list(one: Letter) -> Letter:
    return replace(one, paper=Post(content_token=one.key))


@dataclass(slots=True)
class Scripted:
    """A contender that says what it is told to, and remembers what it was asked and taught."""

    rulings: list[Ruling]
    name: str = "scripted"
    asked: list[float] = field(default_factory=list)
    learnt: list[tuple[What, str, str]] = field(default_factory=list)
    settled: int = 0

    def judge(self, case: Case) -> Verdict:
        ruling = self.rulings[min(len(self.asked), len(self.rulings) - 1)]
        self.asked.append(case.now)
        people = [
            RecipientRuling(address=one, stage=Stage.STRANGER, ruling=ruling, because=Because.PAUSE)
            for one in case.recipients
        ]
        reason = Reason(rule="pause", because=Because.PAUSE, ruling=ruling, recipients=(0,))
        reasons = () if ruling is Ruling.ACCEPT else (reason,)
        return Verdict(ruling=ruling, would=ruling, kind=Kind.NOTE, recipients=tuple(people), reasons=reasons)

    def settle(self, settlement: Settlement) -> None:
        self.settled += 1

    def learn(self, lessons: Lessons) -> None:
        self.learnt += [(one.what, one.sender, one.contact) for e in lessons.exchanges for one in e.evidence]

    def fork(self) -> Scripted:
        return self


def test_a_paused_letter_is_delivered_on_its_retry() -> None:
    letters = [letter(0, ANNA, [contact(1)], "hello")]
    contender = Scripted([Ruling.DEFER, Ruling.ACCEPT])
    (outcome,) = Replay(contender, terms(letters)).judge(letters)
    assert outcome.fate is Fate.DELIVERED
    assert outcome.paused and not outcome.deferred
    assert outcome.delay_seconds == 600.0
    assert contender.settled == 1


def test_what_still_waits_after_two_days_counts_as_refused() -> None:
    letters = [letter(0, ANNA, [contact(1)], "hello")]
    contender = Scripted([Ruling.DEFER])
    (outcome,) = Replay(contender, terms(letters)).judge(letters)
    assert outcome.fate is Fate.EXPIRED and outcome.refused
    assert contender.asked == [letters[0].at, *(letters[0].at + seconds for seconds in RETRY_SECONDS)]
    assert RETRY_SECONDS[:4] == (600.0, 1800.0, 3600.0, 7200.0)
    assert RETRY_SECONDS[-1] == 48 * 3600.0


def test_refused_mail_teaches_nobody() -> None:
    letters = [letter(0, ANNA, ["ben@site.example", contact(1)], "hello")]
    contender = Scripted([Ruling.REFUSE])
    (outcome,) = Replay(contender, terms(letters)).judge(letters)
    assert outcome.refused
    assert contender.learnt == []
    assert contender.settled == 0


def test_mail_from_outside_is_learnt_and_not_judged() -> None:
    letters = [letter(0, contact(1), [ANNA, contact(2)], "hello")]
    contender = Scripted([Ruling.ACCEPT])
    assert Replay(contender, terms(letters)).judge(letters) == []
    assert contender.learnt == [(What.WROTE, ANNA, contact(1))]


def test_a_list_is_one_for_whoever_answers_on_it() -> None:
    """He has read it all along: before his first answer he hears of posts by two houses."""
    talk = "talk@lists.example"
    first = on_the_list(letter(1, "bob@one.example", (talk,), "Pears"))
    second = on_the_list(letter(2, "carol@two.example", (talk, ANNA), "Plums"))
    answer = on_the_list(letter(3, ANNA, ("carol@two.example", talk), "Re: Plums"))
    contender = Scripted([Ruling.ACCEPT])
    letters = [first, second, replace(answer, cites=(second.key,))]
    Replay(contender, terms(letters)).judge(letters)
    assert contender.learnt.count((What.LIST_POST, ANNA, talk)) >= 3


def test_history_teaches_both_directions() -> None:
    letters = [letter(0, ANNA, ["ben@site.example"], "hello")]
    contender = Scripted([Ruling.ACCEPT])
    Replay(contender, terms(letters)).learn(letters)
    assert contender.learnt == [(What.SENT, ANNA, "ben@site.example"), (What.WROTE, "ben@site.example", ANNA)]


def test_a_fork_leaves_no_trace() -> None:
    letters = office()
    outcomes = []
    for forked in (False, True):
        contender = Product("p", terms(letters))
        replay = Replay(contender, terms(letters))

        def visit(point: int, contender: Product = contender, replay: Replay = replay, forked: bool = forked) -> None:
            if forked:
                everybody = [contact(number) for number in range(30)]
                other = Replay(contender.fork(), replay.terms)
                other.judge([letter(100, ANNA, everybody, "come to my sale")])

        replay.learn(letters[:150])
        found = replay.judge(letters[150:], points={100, 101}, visit=visit)
        outcomes.append([(one.fate, one.delay_seconds) for one in found])
    assert outcomes[0] == outcomes[1]


def test_a_verdict_without_refused_people_accepts() -> None:
    replayed = letter(0, ANNA, [contact(1)], "hello")
    contender = Scripted([Ruling.ACCEPT])
    Replay(contender, terms([replayed])).judge([replayed])
    case = Case(
        id="",
        now=0.0,
        sender=ANNA,
        domain="site.example",
        client="",
        recipients=(contact(1),),
        message_key=1,
        digest=b"",
        cites=(),
        kind=Kind.NOTE,
        signals=(),
        content=replayed.paper.content,
    )
    assert verdict_of(case, (), Because.STAGE).ruling is Ruling.ACCEPT
    assert verdict_of(case, (0,), Because.STAGE).ruling is Ruling.REFUSE
