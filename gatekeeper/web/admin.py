"""The admin's pages: how the site stands, what was not sent, senders and pairs, the queue, and the audit log.

A GET changes nothing but the audit log: each page that shows who writes to whom leaves a line with the admin's name,
in the transaction that reads it.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlencode

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gatekeeper.config import Config
from gatekeeper.ids import Ids
from gatekeeper.letters.portrait import contact_lines, sender_lines
from gatekeeper.mail.address import canonical
from gatekeeper.policy.coldstart import cold_start
from gatekeeper.policy.explain import clock, explanation
from gatekeeper.store import counts, journal, queue, roster
from gatekeeper.store.bench import Bench
from gatekeeper.store.coverage import readiness
from gatekeeper.store.ledger import Entry, entry, stopped
from gatekeeper.store.parcel import Parcel, QueueState
from gatekeeper.store.people import contact_facts, sender_facts
from gatekeeper.store.release import UNCLAIMED, Word, say
from gatekeeper.web.door import Door, Verify
from gatekeeper.web.page import fate_of
from gatekeeper.web.paper import Paper
from gatekeeper.web.people import groups_for_admin

DAY_SECONDS = 86_400.0
RECENT_DAYS = 7
REFUSALS_SHOWN = 25
SENDERS_SHOWN = 25
PARCELS_SHOWN = 200
AUDIT_SHOWN = 200
MOST_FORM_OCTETS = 8192
OPEN_STATES = (QueueState.HELD, QueueState.WAITING, QueueState.DELIVERING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What the admin's pages need from the rest of the house. `verify` gives None while no admin is configured."""

    bench: Bench
    ids: Ids
    config: Callable[[], Config]
    verify: Callable[[], Verify | None]
    clock: Callable[[], float] = time.time


class Admin:
    """The rooms behind the door."""

    def __init__(self, office: Office, paper: Paper) -> None:
        self._office = office
        self._paper = paper
        self._door = Door(paper, office.verify, office.ids, office.clock)

    @property
    def routes(self) -> list[Route]:
        return [
            Route("/admin/", self._room(self._status)),
            Route("/admin/message/{id}", self._room(self._message)),
            Route("/admin/senders", self._room(self._senders)),
            Route("/admin/sender", self._room(self._sender)),
            Route("/admin/contact", self._room(self._contact)),
            Route("/admin/queue", self._room(self._queue)),
            Route("/admin/queue/{id}", self._room(self._parcel), methods=["GET", "POST"]),
            Route("/admin/audit", self._room(self._audit)),
        ]

    def _room(self, show: Callable[[Request, str], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def room(request: Request) -> Response:
            admin = await self._door.admin(request)
            return admin if isinstance(admin, Response) else await show(request, admin)

        return room

    async def _ask(self, work: Callable[[Connection], Any]) -> Any:
        return await self._office.bench.run(work)

    # The rooms ---------------------------------------------------------------------------------------------------

    async def _status(self, request: Request, admin: str) -> Response:
        config, terms, now = self._office.config(), self._office.bench.terms, self._office.clock()
        found = await self._ask(partial(counts.site_counts, now=now))
        in_queue = await self._ask(queue.counts)
        since_id = self._office.ids.first(now - RECENT_DAYS * DAY_SECONDS)
        refusals: list[Entry] = await self._ask(partial(stopped, since_id=since_id, most=REFUSALS_SHOWN))
        start = cold_start(terms.site_since, now, terms.policy.ramp, ramp=terms.ramp)
        is_safe, sentence = readiness(found.coverage, (now - terms.site_since) / DAY_SECONDS)
        return self._paper.page(
            "admin_status.html",
            config=config,
            policy=terms.policy,
            since=terms.site_since,
            phase=start.phase if terms.enforce else "observe",
            cold_start=start.sentence(clock(start.phase_ends, now), clock(start.ends, now)),
            is_safe=is_safe,
            coverage=sentence,
            counts=found,
            queue=[(state, in_queue.get(state, 0)) for state in OPEN_STATES],
            refusals=[(one, explanation(one.verdict).outcome, fate_of(one)) for one in refusals],
            days=RECENT_DAYS,
        )

    async def _message(self, request: Request, admin: str) -> Response:
        id_: str = request.path_params["id"]

        def look(connection: Connection) -> Entry | None:
            found = entry(connection, id_)
            if found is not None:
                self._seen(connection, admin, f"message {id_}", sender=found.sender)
            return found

        found: Entry | None = await self._ask(look)
        if found is None:
            return self._gone("No message of this id is on record (any more).")
        words = explanation(found.verdict)
        link = partial(_pair, found.sender)
        return self._paper.page(
            "admin_message.html",
            entry=found,
            words=words,
            fate=fate_of(found),
            groups=groups_for_admin(found.verdict, link),
        )

    async def _senders(self, request: Request, admin: str) -> Response:
        wanted = request.query_params.get("address", "").strip()
        if wanted:
            return RedirectResponse(_sender(canonical(wanted) or wanted), status_code=303)
        after = request.query_params.get("after", "")
        now, policy = self._office.clock(), self._office.bench.terms.policy
        addresses = await self._ask(partial(roster.addresses, after=after, most=SENDERS_SHOWN + 1))
        # One at a time: mail is judged between them.
        members = [
            await self._ask(partial(roster.member, address=one, now=now, policy=policy))
            for one in addresses[:SENDERS_SHOWN]
        ]
        more = addresses[SENDERS_SHOWN - 1] if len(addresses) > SENDERS_SHOWN else ""
        return self._paper.page("admin_senders.html", members=members, more=more and urlencode({"after": more}))

    async def _sender(self, request: Request, admin: str) -> Response:
        account = canonical(request.query_params.get("address", "").strip())
        if not account:
            return self._gone("This is not an address.")
        now, terms = self._office.clock(), self._office.bench.terms

        def look(connection: Connection) -> Any:
            self._seen(connection, admin, "the page of a sender", sender=account)
            return sender_facts(connection, account, now, terms.policy, site_since=terms.site_since)

        facts = await self._ask(look)
        lines = [line for line in sender_lines(account, facts, now) if line[0] not in ("Sender", "Verdict")]
        return self._paper.page("admin_sender.html", account=account, lines=lines, verdicts=facts.verdicts)

    async def _contact(self, request: Request, admin: str) -> Response:
        account = canonical(request.query_params.get("sender", "").strip())
        other = canonical(request.query_params.get("contact", "").strip())
        if not account or not other:
            return self._gone("One of these is not an address.")
        now, policy = self._office.clock(), self._office.bench.terms.policy

        def look(connection: Connection) -> Any:
            self._seen(connection, admin, "the page of a pair", sender=account, contact=other)
            return contact_facts(connection, account, other, now, policy)

        facts = await self._ask(look)
        lines = [line for line in contact_lines(account, other, facts, now) if line[0] != "Pair"]
        return self._paper.page("admin_contact.html", account=account, other=other, stage=facts.stage, lines=lines)

    async def _queue(self, request: Request, admin: str) -> Response:
        parcels: list[Parcel] = await self._ask(partial(queue.listed, states=OPEN_STATES, most=PARCELS_SHOWN))
        parcels.sort(key=lambda one: (OPEN_STATES.index(one.state), one.arrived))
        return self._paper.page("admin_queue.html", parcels=parcels, most=PARCELS_SHOWN)

    async def _parcel(self, request: Request, admin: str) -> Response:
        id_: str = request.path_params["id"]
        if request.method == "POST":
            return await self._said(request, admin, id_)

        def look(connection: Connection) -> Parcel | None:
            found = queue.find(connection, id_)
            if found is not None:
                self._seen(connection, admin, f"message {id_} in the queue", sender=found.account)
            return found

        found: Parcel | None = await self._ask(look)
        if found is None:
            return self._gone("There is no such message in the queue (any more).")
        return self._paper.page(
            "admin_parcel.html",
            parcel=found,
            pair=partial(_pair, found.account) if found.account else None,
            words=[(word, self._door.form(admin, id_, word)) for word in Word] if found.state in UNCLAIMED else [],
        )

    async def _said(self, request: Request, admin: str, id_: str) -> Response:
        """An admin's word about a message in the queue."""
        fields = await _fields(request)
        word = next((one for one in Word if one == fields.get("word")), None)
        if word is None or not self._door.is_ours(request, fields.get("form", ""), admin, id_, word):
            return self._paper.plain(
                403,
                "Nothing was done.",
                "The form did not come from this site's page, or it is too old: open it again.",
            )
        reason = fields.get("reason", "").strip()
        if word is Word.DISCARD and not reason:
            return self._paper.plain(400, "Nothing was done.", "Nobody is told of what is discarded, so say why.")

        def act(connection: Connection) -> bool:
            found = queue.find(connection, id_)
            return found is not None and say(connection, found, word, self._office.clock(), author=admin, reason=reason)

        if not await self._ask(act):
            return self._paper.plain(
                409, "Nothing was done.", "The message does not wait any more, or nobody knows it."
            )
        return RedirectResponse("/admin/queue", status_code=303)

    async def _audit(self, request: Request, admin: str) -> Response:
        def look(connection: Connection) -> list[journal.Line]:
            found = journal.lines(connection, last=AUDIT_SHOWN)
            self._seen(connection, admin, "the audit log")
            return found

        return self._paper.page("admin_audit.html", lines=await self._ask(look))

    def _seen(self, connection: Connection, admin: str, what: str, *, sender: str = "", contact: str = "") -> None:
        journal.viewed(connection, self._office.clock(), admin, sender=sender, contact=contact, what=f"/admin/: {what}")

    def _gone(self, sentence: str) -> Response:
        return self._paper.plain(404, "Nothing is shown here.", sentence)


def _sender(address: str) -> str:
    return f"/admin/sender?{urlencode({'address': address})}"


def _pair(sender: str, contact: str) -> str:
    return f"/admin/contact?{urlencode({'sender': sender, 'contact': contact})}"


async def _fields(request: Request) -> dict[str, str]:
    """The fields of a form; none when it is larger than any of ours."""
    octets = b""
    async for piece in request.stream():
        octets += piece
        if len(octets) > MOST_FORM_OCTETS:
            return {}
    found = parse_qs(octets.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    return {name: values[0] for name, values in found.items()}
