"""The admin's pages: who may come in, what they show, what they change, and what they leave in the audit log."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from aiosmtplib import SMTP, SMTPDataError

from gatekeeper.config import Config
from gatekeeper.config.settings import Listener, NextHop, WebSettings
from gatekeeper.daemon.house import House
from gatekeeper.errors import UsageError
from gatekeeper.events import Events
from gatekeeper.policy.evidence import Exchange, opted_in
from gatekeeper.smtpd import users
from gatekeeper.store import journal, queue
from gatekeeper.store.journal import Line
from gatekeeper.store.parcel import Addressee, Parcel, QueueState, own_mail
from gatekeeper.web.door import FAILURES

ANN, BOB = "ann@example.org", "bob@example.net"
CROWD = [f"person{number}@elsewhere{number}.example" for number in range(20)]
INVITATION = (
    f"From: {ANN}\r\nTo: undisclosed-recipients:;\r\nSubject: Join my network\r\nMessage-ID: <join@example.org>\r\n\r\n"
    "I would like to add you to my professional network. Please accept my invitation today, and bring your friends.\r\n"
)
ROOT = httpx.BasicAuth("root", "correct horse")
ROOMS = ("/admin/", "/admin/senders", "/admin/sender?address=" + ANN, "/admin/queue", "/admin/audit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running gate with one admin."""

    house: House
    browser: httpx.AsyncClient

    async def audit(self) -> list[Line]:
        found: list[Line] = await self.house.bench.run(journal.lines)
        return found

    async def refuse(self) -> str:
        """The id of an invite-all of Ann's that is refused now."""
        host, _, port = self.house.places[0].rpartition(":")
        async with SMTP(hostname=host, port=int(port), use_tls=False, start_tls=False) as client:
            with pytest.raises(SMTPDataError) as raised:
                await client.sendmail(ANN, CROWD, INVITATION.encode())
        found = re.search(r"/why/(\w{14})", raised.value.message)
        assert found
        return found[1]

    async def hold(self, id_: str) -> None:
        parcel = own_mail(id_=id_, to=BOB, now=time.time() - 60, kept_seconds=86_400.0, reason="Waiting: a trial.")
        held = Parcel(
            **{name: getattr(parcel, name) for name in Parcel.__dataclass_fields__}
            | {"account": ANN, "state": QueueState.HELD, "due": time.time() + 86_400.0},
        )
        await self.house.bench.run(lambda connection: queue.put(connection, held, b"Subject: x\r\n\r\nx\r\n"))


def config(folder: Path, **web: str) -> Config:
    return Config(
        hostname="gate.example.org",
        database=f"sqlite:///{folder / 'gatekeeper.db'}",
        local_domains=("example.org",),
        ramp="off",
        next_hop=NextHop(url=f"maildir:{folder / 'delivered'}"),
        listener=(Listener(address="127.0.0.1:0", trusted=("127.0.0.0/8",)),),
        web=WebSettings(address="127.0.0.1:0", **web),
    )


@pytest_asyncio.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    users.add(tmp_path / "admins.passwd", "root", "correct horse")
    house = House(config(tmp_path, users=str(tmp_path / "admins.passwd")), Events.unheard())
    await house.start()
    async with httpx.AsyncClient(base_url=f"http://{house.web_address}", auth=ROOT) as browser:
        yield Site(house=house, browser=browser)
    await house.stop()


@pytest.mark.asyncio
async def test_without_a_password_file_the_pages_are_off_and_say_how_to_turn_them_on(tmp_path: Path) -> None:
    house = House(config(tmp_path), Events.unheard())
    await house.start()
    try:
        async with httpx.AsyncClient(base_url=f"http://{house.web_address}", auth=ROOT) as browser:
            for room in ROOMS:
                answer = await browser.get(room)
                assert answer.status_code == 404 and "[web] users" in answer.text and "user add" in answer.text
    finally:
        await house.stop()


@pytest.mark.asyncio
async def test_only_an_admin_comes_in(site: Site) -> None:
    for room in ROOMS:
        stranger = await site.browser.get(room, auth=httpx.BasicAuth("root", "guess"))
        assert stranger.status_code == 401 and stranger.headers["www-authenticate"].startswith("Basic realm=")
        nobody = await site.browser.get(room, auth=httpx.BasicAuth("", ""))
        assert nobody.status_code == 401 and "correct" not in nobody.text
    for room in ROOMS:
        answer = await site.browser.get(room)
        assert answer.status_code == 200, room
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert "<script" not in answer.text and "style=" not in answer.text


@pytest.mark.asyncio
async def test_guessing_is_bounded_for_a_client_and_not_for_others(site: Site) -> None:
    guess = httpx.BasicAuth("root", "guess")
    answers = [
        (await site.browser.get("/admin/", auth=guess, headers={"X-Forwarded-For": "192.0.2.1"})).status_code
        for _ in range(FAILURES.messages_per_hour + 3)
    ]
    assert answers == [401] * FAILURES.messages_per_hour + [429] * 3
    right = await site.browser.get("/admin/", headers={"X-Forwarded-For": "192.0.2.1"})
    assert right.status_code == 429 and int(right.headers["retry-after"]) > 0
    for _ in range(3):
        assert (await site.browser.get("/admin/", headers={"X-Forwarded-For": "192.0.2.2"})).status_code == 200


@pytest.mark.asyncio
async def test_the_status_says_what_is_enforced_and_what_was_not_sent(site: Site) -> None:
    id_ = await site.refuse()
    text = (await site.browser.get("/admin/")).text
    for said in (
        "Enforcing",
        "Over: all limits are as the policy has them.",
        "Whether enforcing is safe is not known yet",
        ANN,
        id_,
    ):
        assert said in text
    assert "20 of 20 recipients have never written to you." in text
    assert not any(person in text for person in CROWD), "who it was for is on the page that leaves a line"
    assert [one.act for one in await site.audit()] == []


@pytest.mark.asyncio
async def test_every_look_at_a_relationship_is_in_the_audit_log(site: Site) -> None:
    id_ = await site.refuse()
    await site.hold("held1")
    details = (await site.browser.get(f"/admin/message/{id_}")).text
    assert all(person in details for person in CROWD) and "stranger, refuse, invite-all" in details
    await site.browser.get("/admin/sender", params={"address": ANN})
    await site.browser.get("/admin/contact", params={"sender": ANN, "contact": BOB})
    assert BOB in (await site.browser.get("/admin/queue/held1")).text
    await site.browser.get("/admin/audit")
    lines = [(one.author, one.act, one.sender, one.contact, one.reason) for one in await site.audit()]
    assert lines == [
        ("root", "view", "", "", "/admin/: the audit log"),
        ("root", "view", ANN, "", "/admin/: message held1 in the queue"),
        ("root", "view", ANN, BOB, "/admin/: the page of a pair"),
        ("root", "view", ANN, "", "/admin/: the page of a sender"),
        ("root", "view", ANN, "", f"/admin/: message {id_}"),
    ]


@pytest.mark.asyncio
async def test_a_sender_and_a_pair_are_shown_with_what_is_behind_them(site: Site) -> None:
    await site.house.bench.learn((_signed_up(),))
    await site.refuse()
    listed = (await site.browser.get("/admin/senders")).text
    assert ANN in listed and "poor" in listed, "a refused campaign costs reputation"
    found = await site.browser.get("/admin/senders", params={"address": "Ann@Example.ORG"})
    assert found.status_code == 303 and found.headers["location"] == "/admin/sender?address=ann%40example.org"
    sender = (await site.browser.get(found.headers["location"])).text
    assert "Reputation" in sender and "Circles" in sender and "Credits" in sender and "details" in sender
    pair = (await site.browser.get("/admin/contact", params={"sender": ANN, "contact": BOB})).text
    assert BOB in pair and "yes to" in pair
    assert (await site.browser.get("/admin/contact", params={"sender": ANN, "contact": "<b>"})).status_code == 404


def _signed_up() -> Exchange:
    return opted_in(ANN, BOB, ANN, int(time.time()), time.time())


def forms(text: str) -> dict[str, str]:
    """The seal in each form of a page, by the word that it says."""
    return {
        word: form for form, word in re.findall(r'name="form" value="([^"]+)"><[^>]*name="word" value="([^"]+)"', text)
    }


@pytest.mark.asyncio
async def test_an_admin_releases_and_discards_by_forms_of_ours_alone(site: Site) -> None:
    await site.hold("held1")
    await site.hold("held2")
    one, two = [forms((await site.browser.get(f"/admin/queue/held{number}")).text) for number in (1, 2)]
    assert set(one) == {"release", "release to known", "discard"}

    async def say(id_: str, word: str, form: str, *, reason: str = "", **headers: str) -> int:
        fields = {"word": word, "form": form, "reason": reason}
        return (await site.browser.post(f"/admin/queue/{id_}", data=fields, headers=headers)).status_code

    assert await say("held1", "release", "") == 403
    assert await say("held1", "release", two["release"]) == 403, "a form for another message"
    assert await say("held1", "discard", one["release"], reason="x") == 403, "a form for another word"
    assert await say("held1", "release", one["release"], **{"Sec-Fetch-Site": "cross-site"}) == 403
    assert await say("held1", "release", site.house._ids.seal("form", "0", "root", "held1", "release")) == 403, "old"
    assert await say("held2", "discard", two["discard"]) == 400, "nobody is told, so say why"
    assert not [line for line in await site.audit() if line.act != "view"]
    assert await say("held1", "release", one["release"], reason="a partner") == 303
    assert await say("held2", "discard", two["discard"], reason="a test") == 303
    assert await say("held2", "discard", two["discard"], reason="again") == 409
    done = [(line.author, line.act, line.sender, line.contact, line.reason) for line in await site.audit()]
    assert ("root", "release", ANN, "held1", "a partner") in done
    assert ("root", "discard", ANN, "held2", "a test") in done


@pytest.mark.asyncio
async def test_a_look_changes_nothing_and_a_huge_form_is_not_read(site: Site) -> None:
    await site.hold("held1")
    await site.browser.get("/admin/queue/held1", params={"word": "discard", "reason": "x"})
    found: Parcel = await site.house.bench.run(lambda connection: queue.find(connection, "held1"))
    assert found.state is QueueState.HELD and isinstance(found.addressees[0], Addressee)
    answer = await site.browser.post("/admin/queue/held1", content=b"form=" + b"x" * 100_000)
    assert answer.status_code == 403


@pytest.mark.asyncio
async def test_a_reload_takes_another_password_file(site: Site, tmp_path: Path) -> None:
    users.add(tmp_path / "others.passwd", "eve", "battery staple")
    await site.house.reload(config(tmp_path, users=str(tmp_path / "others.passwd")))
    assert (await site.browser.get("/admin/")).status_code == 401
    assert (await site.browser.get("/admin/", auth=httpx.BasicAuth("eve", "battery staple"))).status_code == 200
    with pytest.raises(UsageError, match="web.users"):
        await site.house.reload(config(tmp_path, users=str(tmp_path / "gone.passwd")))


@pytest.mark.parametrize("file", ["dovecot:/run/auth", "mailboxes.passwd"])
def test_who_has_a_mailbox_is_no_admin(tmp_path: Path, file: str) -> None:
    with pytest.raises(ValueError, match="who is an admin|no admin yet"):
        Config(
            listener=(Listener(users="mailboxes.passwd", auth_requires_tls=False),),
            web=WebSettings(users=file),
        )
