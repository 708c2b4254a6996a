"""From names another address than the login: it is joined to the account when the mail is out."""

from __future__ import annotations

import asyncio

import pytest

from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient, Session
from gatekeeper.store.aliases import joined_to
from tests.queue.conftest import MTA, PERSON, Office


async def send_as(office: Office, author: str, session: Session = PERSON, number: int = 1) -> None:
    content = f"From: <{author}>\r\nTo: bob@example.net\r\nMessage-ID: <{author}.{number}>\r\n\r\nTea at four?\r\n"
    recipients = (Recipient(path=parse_path(b"<bob@example.net>")),)
    envelope = Envelope(sender=parse_path(f"<{author}>".encode()), recipients=recipients)
    (reply,) = await office.gate.receive(session, envelope, content.encode())
    assert reply.positive
    await asyncio.wrap_future(office.bench.put(lambda _: None))


def joined(office: Office) -> list[str]:
    with office.engine.begin() as connection:
        return [one.address for one in joined_to(connection, "ann@example.org")]


@pytest.mark.asyncio
async def test_an_address_that_a_login_writes_from_joins_its_account(office: Office) -> None:
    await send_as(office, "a.smith@example.org")
    await send_as(office, "a.smith@example.org", number=2)
    assert joined(office) == ["a.smith@example.org"]


@pytest.mark.asyncio
async def test_without_a_login_or_outside_the_site_nothing_is_joined(office: Office) -> None:
    await send_as(office, "a.smith@example.org", MTA)
    await send_as(office, "ann@elsewhere.example")
    assert joined(office) == []


@pytest.mark.asyncio
async def test_a_colleague_who_sends_himself_is_not_joined(office: Office) -> None:
    await send_as(office, "carl@example.org", MTA)
    await send_as(office, "carl@example.org", number=2)
    assert joined(office) == []
