"""The house: all rooms of one gate, opened from the store up and closed in the other order."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from gatekeeper.config import Config
from gatekeeper.config.place import endpoint
from gatekeeper.daemon import wiring
from gatekeeper.daemon.chores import Chores
from gatekeeper.daemon.doors import Doors
from gatekeeper.daemon.why import WhyPages
from gatekeeper.errors import GatekeeperError, UsageError
from gatekeeper.events import Events
from gatekeeper.ids import Ids
from gatekeeper.jobs import Jobs
from gatekeeper.letters.signup import signup_of
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.metrics import Where
from gatekeeper.policy.evidence import opted_out
from gatekeeper.queue.outbox import Outbox
from gatekeeper.queue.reports import Reporter, ReporterSettings
from gatekeeper.smtpd.delegation import Delegation
from gatekeeper.smtpd.listeners import Listeners
from gatekeeper.smtpd.options import Role
from gatekeeper.store.aftermath import LOOK_BACK_SECONDS, left_open
from gatekeeper.store.bench import Bench
from gatekeeper.store.database import open_database, upgrade
from gatekeeper.store.hearing import Terms
from gatekeeper.store.site import SiteFacts, site_facts
from gatekeeper.web.admin import Office
from gatekeeper.web.app import Site, application
from gatekeeper.web.door import Verify
from gatekeeper.web.server import WebServer

FIRST_PROBE_SECONDS = 2.0
DATABASE_ANSWER_SECONDS = 2.0
NEEDS_RESTART = ("hostname", "database", "workers", "max_connections", "max_bytes_in_flight", "timezone", "log_level")
"""Keys that a reload cannot take over, besides where the listeners and the web are and what they offer."""
RELOADED_OF_LISTENERS = frozenset({"next_hop", "tls_certificate", "tls_key"})


class House:
    """One gate. `places` and `web_address` say where it listens once it is open."""

    def __init__(self, config: Config, events: Events, *, passed: Sequence[socket.socket] = ()) -> None:
        """`passed` are listening sockets that somebody else opened, taken for the addresses that they have."""
        self.config = config
        self.events = events
        self.places: tuple[str, ...] = ()
        self.web_address = ""
        self._passed = tuple(passed)
        self._opened = AsyncExitStack()
        self._next_hops_up = False
        self._options = tuple(
            wiring.listener_options(config, position, self._passed) for position in range(len(config.listener))
        )

    async def start(self) -> None:
        """Opens everything. Raises UsageError; what was opened is closed again."""
        try:
            await self._open_store()
            self.doors = Doors(self.config, self._options, self.bench, self.events, self._ids)
            self._opened.push_async_callback(self._close_doors)
            self._open_queue()
            self._open_jobs()
            await self._open_web()
            await self._open_listeners()
        except BaseException:
            await self._opened.aclose()
            raise
        try:
            await self._chores.count(time.time())
        except GatekeeperError as error:
            # Mail comes in already: a database that is away for a moment must not end the daemon now.
            self.events.error(Where.JOB, error, job="count")
        for line in self.config.advice:
            self.events.noted(line)
        self.events.started((*self.places, f"http://{self.web_address}"))

    async def stop(self) -> None:
        """Drains: the listeners first, then what they rely on. Messages in hand get their answers."""
        self.events.stopping(open_sessions=self.listeners.sessions)
        await self._opened.aclose()
        self.events.stopped()

    async def reload(self, config: Config) -> None:
        """Takes `config` over for the next message. Raises UsageError, and then nothing has changed."""
        terms = self._terms(config)
        doors = Doors(config, self._options, self.bench, self.events, self._ids)
        admins = wiring.admins(config)
        self._renew_certificates(config)
        for key in self._not_taken_over(config):
            self.events.noted("changed, and needs a restart", key=key)
        self.bench.change_terms(terms)
        old, self.doors = self.doors, doors
        self._why.config = self.config = config
        self._admins = admins
        self.events.reloaded(terms.policy.name)
        await old.close()
        await self._probe(time.time())

    # Opening, in this order --------------------------------------------------------------------------------------

    async def _open_store(self) -> None:
        engine = open_database(self.config.database)
        self._opened.callback(engine.dispose)

        def prepared() -> SiteFacts:
            upgrade(engine)
            with engine.begin() as connection:
                facts = site_facts(connection, time.time())
                for id_ in left_open(connection, Ids(facts.secret).first(time.time() - LOOK_BACK_SECONDS)):
                    self.events.unanswered(id_, relay="the last run")
                return facts

        self._facts = await asyncio.to_thread(prepared)
        self._ids = Ids(self._facts.secret)
        self.bench = Bench(engine, self._terms(self.config))
        self.bench.start()
        self._opened.push_async_callback(asyncio.to_thread, self.bench.stop)

    def _terms(self, config: Config) -> Terms:
        terms = wiring.terms(config, self._facts.since, forgotten=self._facts.forgotten, secret=self._facts.secret)
        return replace(terms, notices=wiring.notice_terms(config, lambda content: self.doors.signer.own(content)))

    async def _close_doors(self) -> None:
        await self.doors.close()

    def _open_queue(self) -> None:
        self.bench.room.most_messages = self.config.queue.max_messages
        self.bench.room.most_octets = self.config.queue.max_bytes
        settings = ReporterSettings(hostname=self.config.hostname, help_contact=self.config.help_contact)
        self._outbox = Outbox(
            self.bench,
            lambda: self.doors,
            Reporter(self._ids, settings, sign=lambda content: self.doors.signer.own(content)),
            self.events,
            self._ids,
            wiring.outbox_settings(self.config),
        )

    async def _run_queue(self, now: float) -> None:
        await self._outbox.run(now)

    def _open_jobs(self) -> None:
        self._chores = Chores(
            lambda: self.config, self.bench, self.events, self._ids, sign=lambda content: self.doors.signer.own(content)
        )
        jobs = Jobs(self._chores.jobs(probe=self._probe, run_queue=self._run_queue), self.bench, self.events)
        jobs.start()
        self._opened.push_async_callback(jobs.stop)
        # Before that: what the queue delivers at present ends, and nothing more is begun.
        self._opened.push_async_callback(self._outbox.drain)

    async def _open_web(self) -> None:
        self._admins = wiring.admins(self.config)
        listening = self._web_socket()
        self._opened.callback(listening.close)
        self.web_address = wiring.address_of(listening)
        self._why: WhyPages = WhyPages(
            self.bench, self._ids, self.config, sign=lambda content: self.doors.signer.own(content)
        )
        site = Site(
            hostname=self.config.hostname,
            why=self._why.page,
            prove=self._why.prove,
            policy=lambda: self.bench.terms.policy,
            readiness=self.not_ready,
            join=self._join,
            leave=self._leave,
            office=Office(bench=self.bench, ids=self._ids, config=lambda: self.config, verify=self._verify),
            events=self.events,
        )
        server = WebServer(application(site), listening)
        await server.start()
        self._opened.push_async_callback(server.stop)

    def _web_socket(self) -> socket.socket:
        for one in self._passed:
            if wiring.address_of(one) == self.config.web.address:
                return one
        place = endpoint(self.config.web.address)
        try:
            family = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0][0]
            return socket.create_server((place.host, place.port), family=family, reuse_port=self.config.workers > 1)
        except OSError as error:
            failure = wiring.cannot_listen(str(place), error)
            raise UsageError(f"web.address: {failure.reason}", exit_code=failure.exit_code) from error

    async def _open_listeners(self) -> None:
        # A next hop that does not answer must not keep the listeners from telling so.
        await asyncio.wait({asyncio.create_task(self._probe(time.time()))}, timeout=FIRST_PROBE_SECONDS)
        self.listeners = Listeners(
            on_error=lambda step, error: self.events.error(Where.LISTENER, error, step=step),
            unanswered=self._unanswered,
            on_refused=self.events.turned_away,
            max_connections=self.config.max_connections,
            max_body_octets=self.config.max_bytes_in_flight,
            on_sessions=self.events.sessions_are,
        )
        self._opened.push_async_callback(self._drain)
        self._delegation = Delegation(lambda step, error: self.events.error(Where.LISTENER, error, step=step))
        self._opened.push_async_callback(self._delegation.stop, self.config.drain_seconds)
        for position, options in enumerate(self._options):
            try:
                if options.role is Role.POLICY:
                    host, port = await self._delegation.open(options, partial(self._asked, options.name))
                else:
                    limit = self._most_recipients if options.role is Role.OUTBOUND else None
                    host, port = await self.listeners.open(options, self._receive, most_recipients=limit)
            except OSError as error:
                key = wiring.key_of(position, "address")
                failure = wiring.cannot_listen(options.address, error)
                raise UsageError(f"{key}: {failure.reason}", exit_code=failure.exit_code) from error
            self.places = (*self.places, f"[{host}]:{port}" if ":" in host else f"{host}:{port}")

    async def _drain(self) -> None:
        if not await self.listeners.drain(self.config.drain_seconds):
            self.events.noted("cut off what was not done in time", seconds=self.config.drain_seconds)

    # Serving -----------------------------------------------------------------------------------------------------

    async def _receive(self, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
        return await self.doors.receive(session, envelope, content)

    def _most_recipients(self, sender: str) -> int:
        terms = self.bench.terms
        return terms.policy.most_recipients(sender) if terms.enforce else 0

    async def _asked(self, listener: str, attributes: Mapping[str, str]) -> str:
        return await self.doors.asked(listener, attributes)

    def _unanswered(self, session: Session, envelope: Envelope, content: bytes, replies: tuple[Reply, ...]) -> None:
        self.doors.unanswered(session, envelope, content, replies)

    async def _probe(self, now: float) -> None:
        probed = await self.doors.probe()
        self._next_hops_up = not any(probed.values())
        self.events.next_hops_are(probed)

    async def _join(self, token: str, is_yes: bool) -> str | None:
        """A sealed link of `gatekeeper join-link`: who holds it confirms that he wants the sender's mail."""
        now = time.time()
        wish = signup_of(token, self._ids, now)
        if wish is not None and is_yes:
            await self.bench.learn((wish.confirmed(now),))
        return wish.sender if wish is not None else None

    async def _leave(self, token: str, is_no: bool) -> str | None:
        """A sealed link of `gatekeeper leave-link`: who holds it says no to the sender's newsletters for himself."""
        words = self._ids.unseal(token)
        if words is None or len(words) != 2:
            return None
        sender, contact = words
        if is_no:
            await self.bench.learn((opted_out(sender, contact, time.time()),))
        return sender

    def _verify(self) -> Verify | None:
        """Who tells whether a name and a password are an admin's; nobody while no password file is configured."""
        return partial(wiring.is_admin, self._admins) if self._admins is not None else None

    async def not_ready(self) -> Mapping[str, str]:
        """What keeps mail from passing now."""
        missing = {}
        if not self._next_hops_up:
            missing["next_hop"] = "It did not answer the last probe."
        try:
            async with asyncio.timeout(DATABASE_ANSWER_SECONDS):
                # The bench's transactions are write transactions from their first statement.
                await self.bench.run(lambda connection: connection.execute(text("SELECT 1")).scalar_one())
        except (TimeoutError, SQLAlchemyError, GatekeeperError):
            missing["database"] = "It cannot be written at present."
        return missing

    # Reloading ---------------------------------------------------------------------------------------------------

    def _renew_certificates(self, config: Config) -> None:
        """New connections use the certificates that are on the disk now."""
        for position, (options, listener) in enumerate(zip(self._options, config.listener, strict=False)):
            if options.tls_context is not None and listener.tls_certificate:
                wiring.load_certificate(options.tls_context, listener, position)

    def _not_taken_over(self, config: Config) -> list[str]:
        """Keys that have changed and will count only after a restart."""
        changed = [key for key in NEEDS_RESTART if getattr(config, key) != getattr(self.config, key)]
        if config.web.address != self.config.web.address:
            changed.append("web.address")
        old = [listener.model_dump(exclude=set(RELOADED_OF_LISTENERS)) for listener in self.config.listener]
        new = [listener.model_dump(exclude=set(RELOADED_OF_LISTENERS)) for listener in config.listener]
        return [*changed, *(["listener"] if old != new else [])]
