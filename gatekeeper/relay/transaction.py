"""A transaction: one envelope and its content told to the next hop over one connection (RFC 5321 3.3, RFC 2033)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from gatekeeper.mail.envelope import Envelope
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.relay.answer import Answer
from gatekeeper.relay.commands import mail_command, needs_smtputf8, rcpt_commands
from gatekeeper.relay.connection import BLOCK_OCTETS
from gatekeeper.relay.delivery import Delivery
from gatekeeper.relay.failure import NOT_8BIT, NOT_UTF8, UNKNOWN_OUTCOME, NextHopDropped, NextHopFailure
from gatekeeper.relay.options import TimeLimits
from gatekeeper.relay.pool import Lease
from gatekeeper.relay.stuffing import ending, stuffed
from gatekeeper.relay.url import Server


class StaleConnection(Exception):
    """A reused connection was dead before anything was answered: a fresh one may do it all again."""


class Transaction:
    """One message to one next hop. `keep` says after `run` whether the connection is still in step."""

    def __init__(
        self,
        server: Server,
        limits: TimeLimits,
        envelope: Envelope,
        content: Sequence[bytes],
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self.keep = False
        self._server = server
        self._limits = limits
        self._envelope = envelope
        self._content = content
        self._size_octets = sum(map(len, content))
        self._loop = loop

    async def run(self, lease: Lease, deadline: float) -> Delivery:
        """Deliver over `lease`. Raises StaleConnection, or NextHopFailure: it is then certain that nobody got it."""
        self.keep = False
        self._connection = lease.connection
        self._deadline = deadline
        self._connection.messages += 1
        unsuitable = self._unsuitable()
        if unsuitable is not None:
            self.keep = True
            return self._alike(unsuitable)
        answers = await self._tell_envelope(lease)
        count = len(self._envelope.recipients)
        refusal = self._refusal(answers[0], answers[1 : count + 1])
        data = answers[count + 1] if len(answers) > count + 1 else None
        if refusal is not None:
            if data is None or data.code != 354:
                await self._reset()
            return refusal
        if data is None:
            data = (await self._ask(b"DATA\r\n", 1, self._limits.data_seconds))[0]
        if data.code != 354:
            if not data.refusal:
                raise NextHopDropped(f"DATA answered with {data}")
            await self._reset()
            return self._refused_content(answers[1 : count + 1], data)
        return await self._tell_content(answers[1 : count + 1])

    def _unsuitable(self) -> Reply | None:
        """Why this next hop cannot take this message at all."""
        capabilities = self._connection.capabilities
        if not capabilities.smtputf8 and needs_smtputf8(self._envelope, self._content):
            return NOT_UTF8
        if not capabilities.eight_bit_mime and not self._is_ascii():
            return NOT_8BIT
        if 0 < capabilities.max_size_octets < self._size_octets:
            limit = capabilities.max_size_octets
            return Reply.of(552, "5.3.4", f"Not sent: the next server takes no more than {limit} octets")
        return None

    def _is_ascii(self) -> bool:
        return all(map(bytes.isascii, self._content))

    async def _tell_envelope(self, lease: Lease) -> list[Answer]:
        """MAIL, the RCPTs and, where it may ride along, DATA. Returns the answers to MAIL, each RCPT, perhaps DATA."""
        envelope, capabilities = self._envelope, self._connection.capabilities
        eight_bit = envelope.body == "8BITMIME" or (capabilities.eight_bit_mime and not self._is_ascii())
        mail = mail_command(envelope, capabilities, eight_bit=eight_bit, size_octets=self._size_octets)
        rcpts = rcpt_commands(envelope, capabilities)
        if capabilities.pipelining:
            # DATA rides along for a single recipient only: after a 354 nothing can be taken back (RFC 2920 3.1).
            groups = [[mail, *rcpts, b"DATA\r\n"] if len(rcpts) == 1 else [mail, *rcpts]]
        else:
            groups = [[mail], *([rcpt] for rcpt in rcpts)]
        answers: list[Answer] = []
        for group in groups:
            try:
                answers += await self._ask(b"".join(group), len(group), self._limits.command_seconds)
            except NextHopFailure as failure:
                answers += self._connection.answers
                dead_on_arrival = isinstance(failure, NextHopDropped) and not answers
                if lease.reused and (dead_on_arrival or (answers and answers[0].code == 421)):
                    raise StaleConnection from failure
                # Said and hung up: a refused MAIL speaks for all, a 421 for all that follow it, a RCPT for itself.
                missing = 1 + len(rcpts) - len(answers)
                if not answers or not (answers[0].refusal or answers[-1].code == 421 or missing <= 0):
                    raise
                if missing <= 0 and not any(answer.refusal for answer in answers):
                    raise
                return answers + [answers[-1]] * missing
            if lease.reused and answers[0].code == 421:
                raise StaleConnection
            if answers[0].refusal:
                return answers + [answers[0]] * len(rcpts)
        return answers

    def _refusal(self, mail: Answer, rcpts: Sequence[Answer]) -> Delivery | None:
        """What becomes of the message if MAIL or RCPTs were refused; None where there is content to send."""
        for answer in (mail, *rcpts):
            if not (answer.positive or answer.refusal):
                raise NextHopDropped(f"MAIL or RCPT answered with {answer}")
            if answer.code == 530:
                # It wants AUTH or TLS from us: an admin's work, not the sender's.
                return self._alike(OUR_FAULT, reason=f"the next hop refuses us: {answer}")
        if mail.refusal:
            return self._alike(mail.reply())
        refused = tuple(position for position, answer in enumerate(rcpts) if answer.refusal)
        if not refused:
            return None
        if self._server.lmtp:
            if len(refused) < len(rcpts):
                return None
            return self._per_recipient(rcpts, rcpts)
        answers = [rcpts[position] for position in refused]
        worst = next((answer for answer in answers if answer.code < 500), answers[0]).reply()
        if len(rcpts) > 1:
            worst = _for_everybody(worst, refused, len(rcpts))
        return self._alike(worst, refused=refused, own=tuple(answer.reply() for answer in answers))

    async def _tell_content(self, rcpts: Sequence[Answer]) -> Delivery:
        """The content, the dot, and what is answered to it: once over SMTP, once per accepted recipient over LMTP."""
        accepted = sum(answer.positive for answer in rcpts)
        count = accepted if self._server.lmtp else 1
        last = ending(self._content)
        pieces = stuffed(self._content)
        if self._size_octets <= BLOCK_OCTETS:
            # One write for content and dot; what came before it (a 421 behind the 354) is still heard.
            last, pieces = b"".join((*pieces, last)), iter(())
        if not await self._connection.tell(pieces, self._limits.block_seconds, self._deadline):
            early = self._connection.answers[0]
            if not early.refusal:
                raise NextHopDropped(f"the unfinished content answered with {early}")
            return self._refused_content(rcpts, early)
        reason = ""
        try:
            answers = await self._ask(last, count, self._limits.dot_seconds)
        except NextHopFailure as failure:
            # The dot is out: from here on nobody can know, until somebody tells.
            answers, reason = self._connection.answers, failure.reason
        answers = [answer for answer in answers if answer.positive or answer.refusal]
        certain = len(answers) >= count
        self.keep = certain and all(answer.code != 421 for answer in answers)
        if not self._server.lmtp:
            reply = answers[0].reply() if certain else UNKNOWN_OUTCOME
            return self._alike(reply, certain=certain, reason=reason)
        each = iter(answers)
        final = [next(each, None) if answer.positive else None for answer in rcpts]
        return self._per_recipient(rcpts, final, certain=certain, reason=reason)

    def _refused_content(self, rcpts: Sequence[Answer], answer: Answer) -> Delivery:
        """DATA or the content was refused, for all who were accepted till then."""
        if self._server.lmtp:
            return self._per_recipient(rcpts, [answer] * len(rcpts))
        return self._alike(answer.reply())

    async def _reset(self) -> None:
        """Clear a refused transaction, so that the connection can serve the next. Failing here changes no outcome."""
        try:
            answer = (await self._ask(b"RSET\r\n", 1, self._limits.reset_seconds))[0]
        except NextHopFailure:
            return
        self.keep = answer.positive

    async def _ask(self, octets: bytes, count: int, seconds: float) -> list[Answer]:
        return await self._connection.ask(octets, count, min(self._deadline, self._loop.time() + seconds))

    def _alike(
        self,
        reply: Reply,
        *,
        certain: bool = True,
        refused: tuple[int, ...] = (),
        own: tuple[Reply, ...] = (),
        reason: str = "",
    ) -> Delivery:
        replies = (reply,) * len(self._envelope.recipients)
        return Delivery(
            replies=replies,
            certain=certain,
            next_hop=self._server.name,
            refused=refused,
            own=own,
            reason=reason,
            reports=self._connection.capabilities.dsn,
        )

    def _per_recipient(
        self, rcpts: Sequence[Answer], final: Sequence[Answer | None], *, certain: bool = True, reason: str = ""
    ) -> Delivery:
        """LMTP: each recipient's refusal at RCPT, else what was answered to the content for him (None: nothing)."""
        replies = []
        refused = []
        for position, (rcpt, answer) in enumerate(zip(rcpts, final, strict=False)):
            decisive = rcpt if rcpt.refusal else answer
            replies.append(UNKNOWN_OUTCOME if decisive is None else decisive.reply())
            if decisive is not None and decisive.refusal:
                refused.append(position)
        return Delivery(
            replies=tuple(replies),
            certain=certain,
            next_hop=self._server.name,
            refused=tuple(refused),
            reason=reason,
            reports=self._connection.capabilities.dsn,
        )


def _for_everybody(reply: Reply, refused: Sequence[int], count: int) -> Reply:
    """One recipient's refusal as the reply for all: over SMTP there is only one, so it says how many it was about."""
    numbers = ", ".join(str(position + 1) for position in refused[:5]) + (", ..." if len(refused) > 5 else "")
    which = f"number {numbers} of {count}"
    first = f"Not sent to anybody: the next server refused {len(refused)} of {count} recipients ({which})"
    return Reply(code=reply.code, enhanced=reply.enhanced, lines=(first, *reply.lines))
