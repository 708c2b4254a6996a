"""Blasts: the styles, and how far they get."""

from __future__ import annotations

from gatekeeper.backtest.baselines import NewContacts, PenPals, RecipientsAnHour
from gatekeeper.backtest.blast import Style, reached, shots
from gatekeeper.backtest.contender import Product
from gatekeeper.backtest.replay import Replay
from gatekeeper.backtest.trial import Blasts, fork_points, run
from gatekeeper.kinds.kind import Kind
from tests.backtest.archives import ANNA, BEN, contact, office, terms

BOOK = tuple(contact(number) for number in range(25))
FRIENDS = BOOK[:5]


def test_every_style_mails_every_stranger_once() -> None:
    for style in Style:
        sent = list(shots(style, ANNA, BOOK, FRIENDS, BEN))
        reached_strangers = [one for shot in sent for one in shot.recipients if one not in FRIENDS]
        assert sorted(reached_strangers) == sorted(set(BOOK) - set(FRIENDS)), style


def test_styles_are_split_as_they_say() -> None:
    def spread(style: Style) -> tuple[int, float, int]:
        sent = list(shots(style, ANNA, BOOK, FRIENDS, BEN))
        return len(sent), sent[1].after_seconds if len(sent) > 1 else 0.0, len({shot.content for shot in sent})

    assert spread(Style.S1) == (1, 0.0, 1)
    assert spread(Style.S2) == (25, 1.0, 1)
    assert spread(Style.S3) == (3, 300.0, 1)
    assert spread(Style.S4) == (25, 720.0, 1)
    assert spread(Style.S5) == (25, 1.0, 25)
    assert spread(Style.S6) == (25, 10_800.0, 25)
    assert {len(shot.recipients) for shot in shots(Style.S7, ANNA, BOOK, FRIENDS, BEN)} == {2}
    assert {shot.sender for shot in shots(Style.S8, ANNA, BOOK, FRIENDS, BEN)} == {ANNA, BEN}
    assert {shot.sender for shot in shots(Style.S8, ANNA, BOOK, FRIENDS, "")} == {ANNA}


def _reach(style: Style, kind: Kind = Kind.NOTE) -> int:
    letters = office()
    replay = Replay(Product("p", terms(letters)), terms(letters))
    replay.learn(letters)
    strangers = replay.circles.strangers(ANNA)
    assert len(strangers) == 30
    book = replay.circles.book(ANNA)
    got = reached(replay.contender.fork(), tuple(shots(style, ANNA, book, (), "")), replay.now, kind)
    return len(got & strangers)


def test_one_message_to_everybody_reaches_no_stranger() -> None:
    assert _reach(Style.S1) == 0
    assert _reach(Style.S1, Kind.INVITATION) == 0


def test_single_messages_reach_a_few_before_the_pause() -> None:
    assert 1 <= _reach(Style.S2) <= 4


def test_rewording_each_message_gains_nothing() -> None:
    assert 1 <= _reach(Style.S5) <= 4


def test_a_slow_drip_is_bounded_by_credits() -> None:
    assert _reach(Style.S6) <= 10
    assert _reach(Style.S6, Kind.INVITATION) <= 5


def test_a_run_is_the_same_every_time() -> None:
    letters = office()
    site = terms(letters)
    points = fork_points(letters, site, 1, seed=7)
    assert len(points) == 1
    assert points == fork_points(letters, site, 1, seed=7)
    runs = [
        run(Product("p", site), letters, site, blasts=Blasts(points=points, styles=tuple(Style))).runs for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert all(one.possible >= 20 for found in runs[0].values() for one in found)


def test_baselines_are_what_their_names_say() -> None:
    letters = office()
    site = terms(letters)

    def reach(contender: RecipientsAnHour | NewContacts | PenPals, style: Style) -> int:
        replay = Replay(contender, site)
        replay.learn(letters)
        book = replay.circles.book(ANNA)
        got = reached(replay.contender.fork(), tuple(shots(style, ANNA, book, (), "")), replay.now, Kind.NOTE)
        return len(got & replay.circles.strangers(ANNA))

    assert reach(RecipientsAnHour(100), Style.S1) == 30
    assert reach(RecipientsAnHour(20), Style.S1) == 0
    assert reach(RecipientsAnHour(20), Style.S2) == 20
    assert reach(RecipientsAnHour(20), Style.S4) == 30
    assert reach(NewContacts(20, 20), Style.S1) == 0
    assert reach(NewContacts(20, 20), Style.S2) == 20
    assert reach(NewContacts(20, 20), Style.S6) == 30
    assert reach(PenPals(), Style.S2) == 0
