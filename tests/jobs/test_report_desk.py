"""The report on request: who logs in and mails the desk gets his own report, and nobody else's."""

from __future__ import annotations

import email
from email.message import Message

import pytest
from sqlalchemy import Engine, select

from gatekeeper.gate.accounts import Accounts
from gatekeeper.letters.personal import ReportDesk
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Path, Recipient, Session
from gatekeeper.store import schema
from gatekeeper.store.queue import content_of
from tests.store.conftest import DAY, NOW, Post

DESK, ANN = "gatekeeper-report@example.org", "ann@example.org"
LOGGED_IN = Session(listener="outbound-1", login=ANN, client_is_person=True)


def path(address: str) -> Path:
    return Path(octets=address.encode(), address=address)


def asked(*to: str, sender: Path | None = None) -> Envelope:
    return Envelope(sender=sender or path(ANN), recipients=tuple(Recipient(path=path(one)) for one in to))


def mail(header: str = "") -> bytes:
    text = f"From: Ann <eve@example.net>\nReply-To: eve@example.net\nMessage-ID: <ask@example.org>\n{header}\nPlease.\n"
    return text.replace("\n", "\r\n").encode()


def desk(post: Post, address: str = DESK, *, now: float = NOW) -> ReportDesk:
    accounts = Accounts(local_domains=("example.org",))
    return ReportDesk(post.bench, "gate.example.org", address, accounts, clock=lambda: now)


def sent(engine: Engine) -> list[tuple[str, Message]]:
    """What the queue has: (to, mail)."""
    people = schema.queue_recipients
    with engine.begin() as connection:
        rows = connection.execute(select(people.c.id, people.c.address).order_by(people.c.id)).all()
        return [(row.address, email.message_from_bytes(content_of(connection, row.id))) for row in rows]


@pytest.mark.asyncio
async def test_the_report_goes_to_the_account_itself_and_answers_the_mail(post: Post, engine: Engine) -> None:
    post.deliver(post.judge(post.case(ANN, ["bob@example.net"], now=NOW - 3 * DAY)))
    post.learn(post.wrote("bob@example.net", ANN, NOW - 2 * DAY))
    reply = await desk(post).answer(LOGGED_IN, asked(DESK), mail())
    assert reply.code == 250 and ANN in reply.text
    ((to, report),) = sent(engine)
    assert to == ANN and report["To"] == f"<{ANN}>"
    assert (report["Auto-Submitted"], report["In-Reply-To"]) == ("auto-replied", "<ask@example.org>")
    text = report.get_payload(decode=True)
    assert isinstance(text, bytes) and b"1 new person written to, 1 answered so far." in text and b"  #\r\n" in text


@pytest.mark.asyncio
async def test_it_comes_once_an_hour_however_often_it_is_asked_for(post: Post, engine: Engine) -> None:
    for now in (NOW, NOW + 60.0, NOW + 3600.0):
        assert (await desk(post, now=now).answer(LOGGED_IN, asked(DESK), mail())).code == 250
    assert len(sent(engine)) == 2


@pytest.mark.asyncio
async def test_who_has_not_logged_in_is_told_to(post: Post, engine: Engine) -> None:
    reply = await desk(post).answer(Session(listener="outbound-1"), asked(DESK), mail())
    assert (reply.code, reply.enhanced) == (550, "5.7.1")
    assert not sent(engine)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "header", ["Auto-Submitted: auto-replied\n", "Precedence: bulk\n", "List-Id: <x.example.org>\n", "X-Vacation: 1\n"]
)
async def test_a_machine_is_not_answered(post: Post, engine: Engine, header: str) -> None:
    assert (await desk(post).answer(LOGGED_IN, asked(DESK), mail(header))).code == 250
    assert (await desk(post).answer(LOGGED_IN, asked(DESK, sender=NULL_PATH), mail())).code == 250
    assert not sent(engine)


def test_only_a_mail_for_the_desk_alone_is_its_own(post: Post) -> None:
    assert desk(post).is_asked(asked(DESK))
    assert not desk(post).is_asked(asked(DESK, "bob@example.net"))
    assert not desk(post).is_asked(asked("bob@example.net"))
    assert not desk(post, "").is_asked(asked(DESK))
