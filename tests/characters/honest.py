"""Seven honest characters, each as a function that plans his year."""

from __future__ import annotations

from functools import partial

from gatekeeper.policy.evidence import opted_in, opted_out
from tests.characters import paper
from tests.characters.chronicle import Hand
from tests.characters.life import Life, Reception
from tests.characters.world import BEGINNING, DAY, HOUR, World

NEWS_ID, TALK_ID = f"news.{paper.SITE}", f"talk.{paper.SITE}"


def newcomer(world: World, days: int) -> None:
    """Has just begun, and knows nobody: two new people each working day in the first month, three a week until the
    third is over, then one. 30% answer within a month (10-27% of genuine first mails are answered within a week)."""
    life = Life(world, Hand(name="the newcomer", account=f"nora@{paper.SITE}"), days)
    asked = Reception(answers=0.30, then=life.befriend)

    def work(day: int) -> None:
        new = 2 if day < 30 else (1 if day % 7 in ((0, 2, 4) if day < 90 else (1,)) else 0)
        for one in life.people(new):
            life.write(life.hours(), (one,), asked)
        life.chat(2)

    life.every_day(work)


def networker(world: World, days: int) -> None:
    """Knows 60 people, meets eight new ones at an event every other week and writes to each the next morning: 60%
    answer, for they have met. Once a quarter he invites 25 of those he knows."""
    life = Life(world, Hand(name="the networker", account=f"nick@{paper.SITE}"), days)
    life.knows(60)
    met = Reception(answers=0.60, then=life.befriend)

    def work(day: int) -> None:
        if day % 14 == 3:
            for number, one in enumerate(life.people(8)):
                life.write(life.hours(9.0, 9.1) + number * 300.0, (one,), met)
        if day % 90 == 36:
            body = (
                f"Dear friends, I would like to invite you to our garden party on Saturday in two weeks, from three "
                f"o'clock on. {paper.words(world.chance, 2)} Please tell me whether you can come."
            )
            guests = world.chance.sample(life.friends, 25)
            life.write(
                life.hours(10, 11), guests, Reception(answers=0.5), subject="Invitation: garden party", body=body
            )
        life.chat(6)

    life.every_day(work)


def recruiter(world: World, days: int) -> None:
    """Writes to five candidates each working day whom nobody here knows; 20% answer. Each vacancy goes to four of
    them, with a paragraph of their own before the same description; who is silent gets one more letter in a week."""
    life = Life(world, Hand(name="the recruiter", account=f"rita@{paper.SITE}"), days)
    life.knows(80)
    vacancy = [paper.words(world.chance, 6)]
    written: list[str] = []

    def work(day: int) -> None:
        for one in life.people(5, dead=0.03):
            if len(written) % 4 == 0:
                vacancy[0] = paper.words(world.chance, 6)
            written.append(one)
            body = f"{paper.words(world.chance, 4)}\n\n{vacancy[0]}"
            life.write(life.hours(), (one,), Reception(answers=0.20, then=life.befriend, complaints=0.002), body=body)
        if len(written) > 30:
            silent = [one for one in written[-30:-25] if one not in life.friends and one not in life.dead]
            for one in silent[:2]:
                life.write(life.hours(), (one,), Reception(answers=0.10, then=life.befriend))
        life.chat(5)

    life.every_day(work)


def newsletter(world: World, days: int) -> None:
    """250 subscribers, all confirmed. An issue each Tuesday, one mail for each, a mail every two seconds: 0.2% leave
    by the link, 0.02% complain (providers ask for less than 0.1%), 0.2% of the addresses have died since. Five new
    people confirm each week."""
    life = Life(world, Hand(name="the newsletter", account=f"news@{paper.SITE}"), days)
    account = life.hand.account
    readers = life.people(250)
    since = world.now - 90 * DAY
    world.agrees(*(opted_in(account, one, NEWS_ID, since, since) for one in readers), imported=True)
    header = (
        f"List-Id: <{NEWS_ID}>\nList-Unsubscribe: <https://gate.example.org/leave/token>\n"
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\nPrecedence: bulk\n"
    )

    def leave(one: str) -> None:
        if one in readers:
            readers.remove(one)
            world.leaves(opted_out(account, one, world.now))

    def join(one: str) -> None:
        world.agrees(opted_in(account, one, NEWS_ID, world.now - HOUR, world.now))
        readers.append(one)

    def issue() -> None:
        body, subject = paper.words(world.chance, 20), f"News of day {int((world.now - BEGINNING) // DAY)}"
        for number, one in enumerate(readers):
            if world.chance.random() < 0.002:
                life.dead.add(one)
            moment, got = world.now + number * 2.0, Reception(complaints=0.0002)
            life.write(moment, (one,), got, body=body, subject=subject, header=header, by_server=True)
            if world.chance.random() < 0.002:
                world.at(moment + world.chance.uniform(0.1, 30) * HOUR, partial(leave, one))
        readers[:] = _living(readers, life)
        for one in life.people(5):
            world.at(world.now + world.chance.uniform(1, 140) * HOUR, partial(join, one))

    for day in range(1, days, 7):
        world.at(BEGINNING + day * DAY + 9 * HOUR, issue)


def quiet(world: World, days: int) -> None:
    """Writes to one of 15 friends on most days, and to somebody new once in four weeks; half of those answer."""
    life = Life(world, Hand(name="the quiet one", account=f"quinn@{paper.SITE}"), days)
    life.knows(15)

    def work(day: int) -> None:
        if world.chance.random() < 0.8:
            life.chat(1)
        if day % 28 == 9:
            life.write(life.hours(), life.people(1), Reception(answers=0.5, then=life.befriend))

    life.every_day(work)


def support(world: World, days: int) -> None:
    """25 people a working day write to the desk who never did before, and all are answered within hours; a quarter
    write again. On two days something has broken, 300 ask within two hours and get the same answer."""
    life = Life(world, Hand(name="the support desk", account=f"support@{paper.SITE}"), days)

    def answer(contact: str, message_id: str, body: str = "", within: float = 6.0) -> None:
        again = Reception(answers=0.25, then=partial(answer, within=3.0)) if within > 3.0 else Reception()
        moment = world.now + world.chance.uniform(0.1, within) * HOUR
        life.write(moment, (contact,), again, cites=message_id, subject="Re: a question", body=body)

    def ask(contact: str, body: str) -> None:
        message_id = world.write(contact, life.hand.account)
        answer(contact, message_id, body, within=2.0 if body else 6.0)

    def work(day: int) -> None:
        for one in life.people(25):
            world.at(life.hours(7, 17), partial(ask, one, ""))
        if day in (22, 253):
            body = paper.words(world.chance, 8)
            for one in life.people(300):
                world.at(life.hours(9, 11), partial(ask, one, body))

    life.every_day(work)


def list_admin(world: World, days: int) -> None:
    """A discussion list with 200 confirmed members, three posts a day; the list server hands each on in pieces of
    fifty. Two people join a week and one leaves; 0.5% of the members' addresses die in a month."""
    life = Life(world, Hand(name="the list", account=f"talk-bounces@{paper.SITE}"), days)
    account = life.hand.account
    members = life.people(200)
    since = world.now - 300 * DAY
    world.agrees(*(opted_in(account, one, TALK_ID, since, since) for one in members), imported=True)
    header = (
        f"List-Id: <{TALK_ID}>\nList-Post: <mailto:talk@{paper.SITE}>\n"
        f"List-Unsubscribe: <mailto:talk-leave@{paper.SITE}>\nPrecedence: list\n"
    )

    def join(one: str) -> None:
        world.agrees(opted_in(account, one, TALK_ID, world.now - HOUR, world.now))
        members.append(one)

    def work(day: int) -> None:
        for _ in range(3):
            body, subject, id_ = paper.words(world.chance, 6), paper.words(world.chance, 1)[:30], world.new_id()
            moment = life.hours(7, 22)
            for start in range(0, len(members), 50):
                piece = tuple(members[start : start + 50])
                life.write(moment, piece, body=body, subject=subject, header=header, by_server=True, message_id=id_)
        if day % 7 == 2:
            for one in life.people(2):
                world.at(life.hours(), partial(join, one))
            gone = members.pop(world.chance.randrange(len(members)))
            world.leaves(opted_out(account, gone, world.now))
        if day % 30 == 15:
            life.dead.add(world.chance.choice(members))
            # A list server takes out who has bounced for some days.
            world.at(BEGINNING + (day + 4) * DAY, lambda: members.__setitem__(slice(None), _living(members, life)))

    life.every_day(work, weekend=True)


def _living(people: list[str], life: Life) -> list[str]:
    return [one for one in people if one not in life.dead]
