"""A life: one character's account, how he writes, and what comes back by the rates that the character states."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.characters import paper
from tests.characters.chronicle import Hand
from tests.characters.world import BEGINNING, DAY, HOUR, Letter, World

WORKING_DAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """What comes back, as shares of the mails that arrive: answers within 30 days, complaints; and what happens on
    an answer: the contact and the Message-ID are told."""

    answers: float = 0.0
    complaints: float = 0.0
    then: Callable[[str, str], None] | None = None


class Life:
    """One character at work. `days` is how long the simulation lasts."""

    def __init__(self, world: World, hand: Hand, days: int) -> None:
        self.world = world
        self.hand = hand
        self.days = days
        self.friends: list[str] = []
        self.dead: set[str] = set()
        self._people = 0
        world.chronicle.begin(hand)

    @property
    def chance(self) -> random.Random:
        return self.world.chance

    def people(self, number: int, *, dead: float = 0.0) -> list[str]:
        """So many people whom nobody here has heard of; for a share of them the address does not work."""
        found = []
        for _ in range(number):
            self._people += 1
            one = f"{self.hand.name.split()[-1]}{self._people}@home{self._people % 97}.example"
            if self.chance.random() < dead:
                self.dead.add(one)
            found.append(one)
        return found

    def knows(self, number: int) -> None:
        """He has exchanged mail with so many people over the last half year; the mailbox was imported."""
        self.friends = self.people(number)
        self.world.remember(self.hand.account, tuple(self.friends))

    def every_day(self, work: Callable[[int], None], *, weekend: bool = False) -> None:
        """`work` is told each (working) day's number, at its midnight."""
        for day in range(self.days):
            if weekend or day % 7 < WORKING_DAYS:
                self.world.at(BEGINNING + day * DAY, lambda day=day: work(day))  # type: ignore[misc]  # bound at once

    def hours(self, first: float = 8.0, last: float = 18.0) -> float:
        """Some time of today, in seconds since 1970."""
        today = BEGINNING + (self.world.now - BEGINNING) // DAY * DAY
        return today + self.chance.uniform(first, last) * HOUR

    def write(
        self,
        moment: float,
        to: Sequence[str],
        reception: Reception = Reception(),
        *,
        body: str = "",
        subject: str = "",
        cites: str = "",
        header: str = "",
        by_server: bool = False,
        client: str = "198.51.100.7",
        message_id: str = "",
    ) -> None:
        """One message at `moment`, in words of its own if no `body` is given."""

        def send() -> None:
            self.world.send(
                Letter(
                    hand=self.hand,
                    account=self.hand.account,
                    to=tuple(to),
                    subject=subject or paper.words(self.chance, 1)[:40],
                    body=body or paper.words(self.chance),
                    message_id=message_id or self.world.new_id(),
                    cites=cites,
                    header=header,
                    by_server=by_server,
                    client=client,
                    delivered=lambda letter, contact, id_: self._came(letter, contact, id_, reception),
                )
            )

        self.world.at(moment, send)

    def _came(self, letter: Letter, contact: str, gate_id: str, reception: Reception) -> None:
        world, chance = self.world, self.chance
        if contact in self.dead:
            world.at(world.now + chance.uniform(30, 600), lambda: world.fails(letter, contact, gate_id))
            return
        if chance.random() < reception.complaints:
            moment = world.now + chance.uniform(0.5, 48) * HOUR
            world.at(moment, lambda: world.complains(letter, contact, gate_id))
        elif chance.random() < reception.answers:
            world.at(world.now + self._answer_seconds(), lambda: self._answered(letter, contact, reception))

    def _answered(self, letter: Letter, contact: str, reception: Reception) -> None:
        id_ = self.world.write(contact, self.hand.account, cites=letter.message_id)
        if reception.then is not None:
            reception.then(contact, id_)

    def _answer_seconds(self) -> float:
        """40% of the replies come within 24 hours and 90% within two weeks (amavis' pen pals); the rest in 30 days."""
        which = self.chance.random()
        if which < 0.4:
            return self.chance.uniform(0.2, 24) * HOUR
        return self.chance.uniform(1, 14) * DAY if which < 0.9 else self.chance.uniform(14, 30) * DAY

    def befriend(self, contact: str, message_id: str) -> None:
        """Somebody new has answered: he belongs to the circle now."""
        if contact not in self.friends:
            self.friends.append(contact)

    def chat(self, number: int, *, answers: float = 0.6) -> None:
        """So many mails to friends over today, answered as friends do."""
        for friend in self.chance.sample(self.friends, min(number, len(self.friends))):
            self.write(self.hours(), (friend,), Reception(answers=answers))
