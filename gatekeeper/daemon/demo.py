"""The demo: a fictional sender with a history, a daemon on free ports, and a few scenes over real SMTP.

What an admin shows his boss in one minute. Everything is in a throw-away folder; nothing outside is touched.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from gatekeeper.config import Config
from gatekeeper.config.settings import Listener, NextHop, WebSettings
from gatekeeper.daemon.house import House
from gatekeeper.events import Events
from gatekeeper.mail.message import message_key
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What

ANN = "ann@notworking.example"
FRIENDS = tuple(f"{name}@friends.example" for name in ("bea", "carl", "dora", "emil", "fred", "gina"))
CONTACTS = tuple(f"contact{number:02}@elsewhere.example" for number in range(1, 31))
DAY_SECONDS = 86_400.0

INVITATION = (
    "Hello,\n\nI would like to invite you to join my network on ConnectEverybody. Accept the invitation here:\n"
    "https://connecteverybody.example/join?token=7f3a9c\n\nSee you there\nAnn\n"
)
LETTER = (
    "Hello,\n\nafter years in the trade I have opened my own office for company celebrations, and I would be glad to\n"
    "plan your next one. Until the end of the month every booking comes with a free rehearsal dinner for two.\n"
    "Ring me whenever it suits you, I am looking forward to it.\n\nAnn\n"
)
NEWSLETTER = (
    "Ann's monthly news, number 12\n\nIn this issue: our autumn offers, three tips for your profile, and more.\n"
    "You receive this newsletter because you are a contact of Ann's.\nUnsubscribe: https://notworking.example/leave\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail of a scene."""

    recipients: tuple[str, ...]
    subject: str
    text: str
    header: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A title, what is sent, and what it means."""

    title: str
    mails: tuple[Mail, ...]
    meaning: str
    brief: bool = False
    """Only the answer to each mail, not the whole dialog."""


SCENES = (
    Scene(
        title="A note to a friend",
        mails=(
            Mail(
                recipients=FRIENDS[:1],
                subject="Friday",
                text="Hello Bea,\n\nshall we have lunch on Friday? The usual place, at one.\n\nAnn\n",
            ),
        ),
        meaning="Bea has answered Ann before: it goes at once.",
    ),
    Scene(
        title="A first note to a stranger",
        mails=(
            Mail(
                recipients=("helen@new.example",),
                subject="Your talk in Lyon",
                text="Dear Helen,\n\nyour talk on hedgehogs made me think. May I ask you a question?\n\nAnn\n",
            ),
        ),
        meaning="Every friendship starts like this. It takes one introduction credit; an answer gives back two.",
    ),
    Scene(
        title="Invite all, in one message",
        mails=(Mail(recipients=FRIENDS + CONTACTS, subject="Join my network", text=INVITATION),),
        meaning="36 recipients, 30 of whom have never written to Ann: refused, and the reply says what to do.",
    ),
    Scene(
        title="Invite all, in pieces: one by one",
        mails=tuple(Mail(recipients=(one,), subject="Something new", text=LETTER) for one in CONTACTS[:20]),
        brief=True,
        meaning="After the first few the next must wait ten minutes; meanwhile the twenty together show what they are, "
        "and whatever still waits is refused, too. Two people were reached, not twenty.",
    ),
    Scene(
        title="A newsletter that nobody signed up for",
        mails=(
            Mail(
                recipients=FRIENDS + CONTACTS[:10],
                subject="Ann's news, number 12",
                text=NEWSLETTER,
                header="List-Unsubscribe: <https://notworking.example/leave>\nPrecedence: bulk\n",
            ),
        ),
        meaning="A newsletter goes to those who signed up; `gatekeeper import consent` records who did.",
    ),
)


def play(tell: Callable[[str], None]) -> None:
    """Play every scene; `tell` gets the lines. Raises UsageError when the daemon cannot start."""
    with tempfile.TemporaryDirectory(prefix="gatekeeper-demo-") as folder:
        asyncio.run(_play(Path(folder), tell))


async def _play(folder: Path, tell: Callable[[str], None]) -> None:
    house = House(_config(folder), Events.unheard())
    async with AsyncExitStack() as stack:
        await house.start()
        stack.push_async_callback(house.stop)
        await house.bench.learn(history(time.time()), batch=1)
        outbound = house.places[0]
        tell(
            f"A gatekeeper listens on {outbound}; Ann has written with 6 friends, and to 30 people who never answered."
        )
        for number, scene in enumerate(SCENES, 1):
            tell(f"\n{number}. {scene.title}")
            for mail in scene.mails:
                said = await dialog(outbound, mail)
                if scene.brief:
                    answer = said[said.index("C: DATA") + 3]
                    said = [f"C: (to {mail.recipients[0]})  {answer.partition(' https:')[0]}"]
                for line in said:
                    tell(f"   {line}")
            tell(f"   => {scene.meaning}")
        delivered = len(list((folder / "delivered" / "new").iterdir()))
        tell(f"\nDelivered to the next hop: {delivered} messages. Nothing of this is kept.")
        tell("With your own mail: gatekeeper import mbox YOUR.mbox --owner YOU@YOUR.DOMAIN, then gatekeeper serve.")


def _config(folder: Path) -> Config:
    return Config(
        hostname="gate.notworking.example",
        local_domains=("notworking.example",),
        database=f"sqlite:///{folder / 'gatekeeper.db'}",
        next_hop=NextHop(url=f"maildir:{folder / 'delivered'}"),
        listener=(Listener(address="127.0.0.1:0", trusted=("127.0.0.0/8",)),),
        web=WebSettings(address="127.0.0.1:0", public_url="https://gate.notworking.example"),
    )


def history(now: float) -> tuple[Exchange, ...]:
    """What Ann's mailbox would have taught: mail both ways with friends, and one way to the rest."""
    found = []
    for one in FRIENDS:
        for days in (150, 90, 40, 12):
            found.append(_exchange(one, now - days * DAY_SECONDS, What.SENT))
            found.append(_exchange(one, now - (days - 1) * DAY_SECONDS, What.WROTE))
    found += [_exchange(one, now - 100 * DAY_SECONDS, What.SENT) for one in CONTACTS]
    return tuple(found)


def _exchange(contact: str, at: float, what: What) -> Exchange:
    outbound = what is What.SENT
    evidence = Evidence(sender=ANN, contact=contact, at=at, what=what, proof=Proof.AUTHENTICATED, source="demo")
    return Exchange(
        message_key=message_key(f"<{at:.0f}.{what}@{contact}>"),
        at=at,
        author=ANN if outbound else contact,
        outbound=outbound,
        people=(ANN, contact),
        evidence=(evidence,),
    )


async def dialog(place: str, mail: Mail) -> list[str]:
    """Send one mail, and give what was said: `C:` the client, `S:` the gate."""
    host, _, port = place.rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    said: list[str] = []

    async def hear() -> int:
        while True:
            line = (await reader.readline()).decode("ascii", "replace").rstrip()
            said.append(f"S: {line}")
            if line[3:4] != "-":
                return int(line[:3] or 421)

    async def say(line: str, shown: str = "") -> int:
        writer.write(f"{line}\r\n".encode())
        said.append(f"C: {shown or line}")
        return await hear()

    try:
        await hear()
        said.clear()
        await say("HELO ann-laptop.notworking.example")
        said.clear()
        await say(f"MAIL FROM:<{ANN}>")
        for position, one in enumerate(mail.recipients):
            await say(f"RCPT TO:<{one}>")
            if 1 <= position < len(mail.recipients) - 1:
                del said[-2:]
                if position == 1:
                    said.append(f"   ... and so on, {len(mail.recipients)} recipients")
        await say("DATA")
        date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
        message = (
            f"From: Ann <{ANN}>\nTo: {', '.join(mail.recipients)}\nSubject: {mail.subject}\nDate: {date}\n"
            f"Message-ID: <{time.monotonic_ns()}@notworking.example>\n{mail.header}\n{mail.text}."
        )
        await say(message.replace("\n", "\r\n"), shown=f"(the message: {mail.subject!r}) .")
        writer.write(b"QUIT\r\n")
    finally:
        writer.close()
    return said
