"""Three characters whom the gate is there for; each has honest mail, too, which must go."""

from __future__ import annotations

from functools import partial

from tests.characters import paper
from tests.characters.chronicle import Hand
from tests.characters.life import Life, Reception
from tests.characters.world import BEGINNING, DAY, HOUR, World

BOUGHT = Reception(answers=0.002, complaints=0.005)
"""Of a bought list: half a percent complain (Amazon pauses a sender from there on)."""
ELSEWHERE = "203.0.113.66"
"""The thief's network: nobody at the site has ever used it."""


def list_buyer(world: World, days: int) -> None:
    """Has bought addresses, a fifth of them dead. Each Monday he sends an offer to the next 150, one by one; from the
    ninth week on each in other words. In between he writes to his 20 friends."""
    life = Life(world, Hand(name="the list buyer", account=f"len@{paper.SITE}", honest=False), days)
    friendly = _honest_side(world, life, days, 20)

    def work(day: int) -> None:
        if day % 7 == 0:
            body = paper.words(world.chance, 8)
            start = life.hours(10.0, 10.01)
            for number, one in enumerate(life.people(150, dead=0.2)):
                own = "" if day >= 56 else body
                life.write(start + number * 10.0, (one,), BOUGHT, body=own, subject="An offer", by_server=False)
        friendly.chat(2)

    life.every_day(work)


def slow_dripper(world: World, days: int) -> None:
    """Eight strangers every day, each in other words: the open problem of the model. 1% answer, 0.3% complain, 5% of
    the addresses are dead. In between he writes to his 20 friends."""
    life = Life(world, Hand(name="the slow dripper", account=f"dora@{paper.SITE}", honest=False), days)
    friendly = _honest_side(world, life, days, 20)

    def work(day: int) -> None:
        for one in life.people(8, dead=0.05):
            life.write(life.hours(), (one,), Reception(answers=0.01, complaints=0.003))
        friendly.chat(2)

    life.every_day(work)


def compromised(world: World, days: int) -> None:
    """A quiet account with 25 friends. One night somebody else has its password: 600 mails from a network never used
    before, one every five seconds, each in other words, a tenth of the addresses wrong. At half past eight the admin,
    who was told, changes the password, throws away what the thief has in the queue and thaws the account. The owner
    writes to his friends all along, and on that very morning to somebody new."""
    night = min(200, days * 2 // 3) // 7 * 7 + 2
    owner = Life(world, Hand(name="the owner", account=f"carl@{paper.SITE}"), days)
    owner.knows(25)
    thief = Life(world, Hand(name="the thief", account=owner.hand.account, honest=False), days)

    def work(day: int) -> None:
        owner.chat(3)
        if day == night:
            begun = BEGINNING + day * DAY + 2 * HOUR
            for number, one in enumerate(thief.people(600, dead=0.1)):
                thief.write(begun + number * 5.0, (one,), Reception(complaints=0.005), client=ELSEWHERE)
            for friend in owner.friends[:3]:
                owner.write(begun + 3 * HOUR, (friend,))
            world.at(begun + HOUR, world.look)
            world.at(begun + 6.5 * HOUR, partial(world.discarded.add, thief.hand))
            owner.write(begun + 7.0 * HOUR, owner.people(1), Reception(answers=0.5))
            world.at(begun + 7.5 * HOUR, partial(world.thaw, owner.hand.account))

    owner.every_day(work)


def _honest_side(world: World, life: Life, days: int, friends: int) -> Life:
    """The same account's mail to people it knows."""
    side = Life(world, Hand(name=f"{life.hand.name}'s friends", account=life.hand.account), days)
    side.knows(friends)
    return side
