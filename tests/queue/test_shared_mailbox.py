"""A shared mailbox: several people log in as themselves and answer what came for one address of the site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatekeeper.mail.address import parse_path
from gatekeeper.mail.envelope import Envelope, Recipient
from gatekeeper.mail.message import message_key
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.store.case import Lessons
from tests.queue.conftest import NOW, PERSON, Office

INFO = "info@example.org"
CUSTOMERS = [f"customer{number}@house{number}.example" for number in range(13)]


def asked(office: Office, customer: str) -> None:
    """The customer has written to the shared mailbox, with proof."""
    evidence = Evidence(
        sender=INFO, contact=customer, at=NOW - 60, what=What.WROTE, proof=Proof.AUTHENTICATED, source="listener"
    )
    exchange = Exchange(
        message_key=message_key(f"<question.{customer}>"),
        at=NOW - 60,
        author=customer,
        outbound=False,
        people=(INFO,),
        evidence=(evidence,),
    )
    office.bench.put(Lessons(exchanges=(exchange,))).result()


async def answer(office: Office, customer: str, cited: str, *, author: str = INFO) -> Reply:
    """Ann, logged in as herself, writes in the name of `author`."""
    content = (
        f"From: <{author}>\r\nTo: <{customer}>\r\nSubject: Re: A question\r\n"
        f"Message-ID: <answer.{customer}.{author}>\r\n"
        f"In-Reply-To: {cited}\r\n\r\nYes, we have it for {customer}.\r\n"
    )
    envelope = Envelope(
        sender=parse_path(f"<{author}>".encode()),
        recipients=(Recipient(path=parse_path(f"<{customer}>".encode())),),
    )
    (reply,) = await office.gate.receive(PERSON, envelope, content.encode())
    return reply


@pytest.mark.asyncio
async def test_who_reads_a_shared_mailbox_answers_all_who_wrote_to_it(office: Office) -> None:
    for customer in CUSTOMERS:
        asked(office, customer)
        reply = await answer(office, customer, f"<question.{customer}>")
        assert (reply.code, "kept here" in str(reply)) == (250, False), str(reply)


@pytest.mark.asyncio
async def test_a_message_id_that_never_arrived_for_the_mailbox_opens_nothing(office: Office) -> None:
    replies = []
    for customer in CUSTOMERS:
        asked(office, customer)
        replies.append(await answer(office, customer, "<made.up@house.example>"))
    assert sum(reply.code == 250 and "kept here" not in str(reply) for reply in replies) <= 3


@pytest.mark.asyncio
async def test_a_listener_may_hold_every_login_to_its_own_addresses(office: Office) -> None:
    asked(office, CUSTOMERS[0])
    office.gate.settings = replace(office.gate.settings, own_addresses_only=True)
    reply = await answer(office, CUSTOMERS[0], f"<question.{CUSTOMERS[0]}>")
    assert (reply.code, reply.enhanced) == (550, "5.7.1")
    assert reply.lines[0] == f"Not sent: {INFO} is not an address of yours; you are logged in as ann@example.org."
    own = await answer(office, CUSTOMERS[0], f"<question.{CUSTOMERS[0]}>", author="ann@example.org")
    assert own.code == 250


@pytest.mark.asyncio
async def test_the_mailbox_must_be_one_of_the_site(office: Office) -> None:
    replies = []
    for customer in CUSTOMERS:
        asked(office, customer)
        replies.append(await answer(office, customer, f"<question.{customer}>", author="info@elsewhere.example"))
    assert sum(reply.code == 250 and "kept here" not in str(reply) for reply in replies) <= 3
