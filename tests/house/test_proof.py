"""The proof: the link in a refusal names nobody; a second link, mailed to the sender, names everybody for an hour."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from email import message_from_bytes
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from aiosmtplib import SMTP, SMTPDataError
from sqlalchemy import Connection, select

from gatekeeper.config import Config
from gatekeeper.config.settings import Listener, NextHop, WebSettings
from gatekeeper.daemon.house import House
from gatekeeper.events import Events
from gatekeeper.letters import proof
from gatekeeper.store import schema
from gatekeeper.store.queue import content_of

ANN = "ann@example.org"
CROWD = [f"person{number}@elsewhere{number}.example" for number in range(20)]
INVITATION = (
    f"From: {ANN}\r\nTo: undisclosed-recipients:;\r\nSubject: Join my network\r\nMessage-ID: <join@example.org>\r\n\r\n"
    "I would like to add you to my professional network. Please accept my invitation today, and bring your friends.\r\n"
)


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    config = Config(
        hostname="gate.example.org",
        database=f"sqlite:///{tmp_path / 'gatekeeper.db'}",
        local_domains=("example.org",),
        ramp="off",
        # Nobody listens there: what is queued can be looked at in peace.
        next_hop=NextHop(url="smtp://127.0.0.1:1"),
        listener=(Listener(address="127.0.0.1:0", trusted=("127.0.0.0/8",)),),
        web=WebSettings(address="127.0.0.1:0"),
    )
    house = House(config, Events.unheard())
    await house.start()
    yield house
    await house.stop()


async def refused(house: House, sender: str = ANN) -> str:
    """The why page of an invite-all that `sender` has just been refused."""
    host, _, port = house.places[0].rpartition(":")
    async with SMTP(hostname=host, port=int(port), use_tls=False, start_tls=False) as client:
        with pytest.raises(SMTPDataError) as raised:
            await client.sendmail(sender, CROWD, INVITATION.encode())
    found = re.search(r"/why/(\w+)", raised.value.message)
    assert found
    return f"http://{house.web_address}/why/{found[1]}"


async def mailed(house: House) -> list[tuple[str, str]]:
    """(to, link) of every proof that was queued."""

    def read(connection: Connection) -> list[tuple[str, str]]:
        people = schema.queue_recipients
        rows = connection.execute(select(people.c.id, people.c.address).where(people.c.id.startswith("who-"))).all()
        texts = [(row.address, message_from_bytes(content_of(connection, row.id))) for row in rows]
        return [(to, re.findall(r"/why/\S+", _text(mail))[0]) for to, mail in texts]

    found: list[tuple[str, str]] = await house.bench.run(read)
    return found


def _text(mail: object) -> str:
    payload = mail.get_payload(decode=True)  # type: ignore[attr-defined]  # a parsed mail
    return str(payload, "utf-8")


@pytest.mark.asyncio
async def test_the_link_in_the_reply_names_nobody_and_the_mailed_one_everybody(house: House) -> None:
    url = await refused(house)
    async with httpx.AsyncClient(base_url=f"http://{house.web_address}") as client:
        looked = (await client.get(url)).text
        assert "20 here" in looked and "Was it you?" in looked
        assert not any(address in looked for address in (ANN, *CROWD))
        assert await mailed(house) == [], "a look sends nothing"
        assert (await client.post(url)).status_code == 200
        ((to, link),) = await mailed(house)
        assert to == ANN
        shown = (await client.get(link)).text
        assert all(address in shown for address in CROWD)
        assert "20 of 20 recipients have never written to you." in shown and "has never written to you" in shown


@pytest.mark.asyncio
async def test_the_sender_is_not_mailed_more_than_he_can_bear(house: House) -> None:
    url = await refused(house)
    async with httpx.AsyncClient() as client:
        answers = {(await client.post(url)).text for _ in range(5)}
    assert len(answers) == 1 and len(await mailed(house)) == 1
    now = time.time()
    for message in range(20):
        await house.bench.run(
            lambda connection, id_=f"m{message}": proof.mail_link(connection, id_, ANN, "x", "h", now)
        )
    assert len(await house.bench.run(lambda c: c.execute(select(schema.queue.c.id)).all())) == 6


@pytest.mark.asyncio
async def test_a_stranger_to_the_site_gets_no_mail_and_the_same_answer(house: House) -> None:
    ours, foreign = await refused(house), await refused(house, "forged@elsewhere.example")
    async with httpx.AsyncClient() as client:
        assert (await client.post(ours)).text == (await client.post(foreign)).text
    assert [to for to, _ in await mailed(house)] == [ANN]


@pytest.mark.asyncio
async def test_a_proof_is_for_one_message_and_one_hour(house: House) -> None:
    url = await refused(house)
    token = url.rpartition("/")[2]
    id_, now = house._ids.id_of(token), time.time()
    assert id_ is not None
    other = proof.seal_of("another", house._ids, now)
    old = proof.seal_of(id_, house._ids, now - proof.VALID_SECONDS - 1)
    signup = house._ids.seal("join", id_, str(int(now)))
    async with httpx.AsyncClient() as client:
        for seal in (other, old, signup, "x.y"):
            assert (await client.get(f"{url}/{seal}")).status_code == 404
        assert (await client.get(f"{url}/{proof.seal_of(id_, house._ids, now)}")).status_code == 200
