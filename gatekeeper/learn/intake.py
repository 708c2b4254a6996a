"""The intake: what the inbound listener does with a copy of incoming mail: learn, commit, then say 250.

How a copy says whom it was for: the front MTA's `recipient_bcc_maps` sends it to `copy+LOCAL=DOMAIN@HOST`, HOST
being any name that leads here (gatekeeper.invalid in the snippets); deploy/postfix/gatekeeper-copies.regexp is the
map for Postfix.

A recipient of that form is decoded. Every other recipient stands for itself when it is an address of the site
(a pass-through); `always_bcc` to one fixed address tells nothing, and To and Cc within the local domains count.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from gatekeeper.errors import GatekeeperError
from gatekeeper.learn.authentication import vouched_live
from gatekeeper.learn.lesson import NEEDS_PROOF, UNVOUCHED, Lesson, inbound, list_address_of
from gatekeeper.learn.mailclass import MailClass, class_of
from gatekeeper.learn.resolver import TxtLookup, txt_record
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.address import canonical, domain_of
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.message import Message
from gatekeeper.mail.reply import ACCEPTED, OUR_FAULT, Reply
from gatekeeper.policy.evidence import Exchange, Proof

COPY_PREFIX = "copy+"
SOURCE = "listener"
THREADS = 8
MAX_LEARNING = 200
"""Mails of a pass-through that are learnt from at once; more wait with their reply."""

Learn = Callable[[Sequence[Exchange]], Awaitable[object]]
"""Keeps exchanges and returns when they are committed; raises where it cannot."""
Heard = Callable[[Lesson | None, Exception | None], None]
"""Told of every mail: its lesson, or the error that kept us from it. For the log and the counters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What became of a mail that goes through: the `replies` for the client, and whether it was `taken` for anybody."""

    replies: tuple[Reply, ...]
    taken: bool


Forward = Callable[[Session, Envelope, bytes], Awaitable[Passed]]
"""Hands the message, unchanged, to the next hop of a pass-through listener."""


def recipient_of(address: str) -> str:
    """The address that a copy's recipient stands for: decoded where it is `copy+local=domain@...`, else itself."""
    local_part, _, _ = address.rpartition("@")
    if local_part.startswith(COPY_PREFIX):
        local, equals, domain = local_part[len(COPY_PREFIX) :].rpartition("=")
        return canonical(f"{local}@{domain}") if equals else ""
    return address


def heard(
    content: bytes, recipients: tuple[str, ...], settings: LearnSettings, lookup: TxtLookup, now: float
) -> Lesson:
    """The lesson of one mail that just came in. Blocking where a signature has to be verified."""
    message = Message.read(content)
    classed = class_of(message, settings)
    vouched = UNVOUCHED
    if classed.mail_class in NEEDS_PROOF:
        vouched = vouched_live(message, settings, lookup)
    domain = domain_of(list_address_of(message)) if classed.mail_class is MailClass.LIST else ""
    by_list = False
    if domain and vouched.proof is not Proof.AUTHENTICATED:
        # Lists change what they pass on, and sign it themselves: it is the list that becomes a contact here.
        by_the_list = vouched_live(message, settings, lookup, domain=domain)
        by_list = by_the_list.proof is Proof.AUTHENTICATED
        vouched = by_the_list if by_list else vouched
    return inbound(message, classed, vouched, settings, at=now, source=SOURCE, recipients=recipients, by_list=by_list)


class Intake:
    """One inbound listener's receiver. `settings` may be replaced at any time, by a reload."""

    def __init__(
        self,
        learn: Learn,
        settings: LearnSettings,
        *,
        forward: Forward | None = None,
        told: Heard | None = None,
        lookup: TxtLookup = txt_record,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.settings = settings
        self._learn = learn
        self._forward = forward
        self._told = told
        self._lookup = lookup
        self._clock = clock
        # Threads of our own: mail whose keys DNS is slow about must not hold up anything else.
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="intake")
        self._learning: set[asyncio.Task[bool]] = set()

    async def receive(self, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
        """250 when what the copy teaches is committed, 451 4.3.0 when it could not be; never raises.

        A pass-through gives the replies of its way onward and learns only from what was taken: nothing that goes
        wrong here keeps the mail from its reader, and a failure to learn is told to `told`, not to the client.
        """
        if self._forward is None:
            reply = ACCEPTED if await self._learnt(envelope, content) else OUR_FAULT
            return self._for_each(session, envelope, reply)
        try:
            passed = await self._forward(session, envelope, content)
        except Exception as error:
            self._tell(None, error)
            return self._for_each(session, envelope, error.reply if isinstance(error, GatekeeperError) else OUR_FAULT)
        if passed.taken:
            await self._learn_later(envelope, content)
        return passed.replies

    async def finish(self) -> None:
        """Wait for what a pass-through still learns: before the store is closed."""
        while self._learning:
            await asyncio.wait(self._learning)

    async def _learn_later(self, envelope: Envelope, content: bytes) -> None:
        """Learn beside the reply: a slow DNS must not make the client try again what was delivered."""
        while len(self._learning) >= MAX_LEARNING:
            await asyncio.wait(self._learning, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(self._learnt(envelope, content))
        self._learning.add(task)
        task.add_done_callback(self._learning.discard)

    async def _learnt(self, envelope: Envelope, content: bytes) -> bool:
        recipients = tuple(dict.fromkeys(filter(None, (recipient_of(r.address) for r in envelope.recipients))))
        try:
            hear = partial(heard, content, recipients, self.settings, self._lookup, self._clock())
            lesson = await asyncio.get_running_loop().run_in_executor(self._threads, hear)
            if lesson.exchanges:
                await self._learn(lesson.exchanges)
        except Exception as error:
            self._tell(None, error)
            return False
        self._tell(lesson, None)
        return True

    def _tell(self, lesson: Lesson | None, error: Exception | None) -> None:
        if self._told is not None:
            self._told(lesson, error)

    @staticmethod
    def _for_each(session: Session, envelope: Envelope, reply: Reply) -> tuple[Reply, ...]:
        return (reply,) * len(envelope.recipients) if session.protocol.startswith("LMTP") else (reply,)
