"""A conversation: the commands of SMTP and LMTP that move mail, up to the reply after the dot (RFC 5321 4.1, 2033)."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from gatekeeper.mail.address import PathError, canonical, parse_path_and_rest
from gatekeeper.mail.envelope import Envelope, Path, Recipient, Session
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.smtpd.connection import FOREVER, octets_of
from gatekeeper.smtpd.dataphase import TOO_BIG, Body
from gatekeeper.smtpd.handover import hand_over, was_read
from gatekeeper.smtpd.identity import authenticated_sender
from gatekeeper.smtpd.introduction import BAD_ARGUMENT, HELLO_FIRST, NO_ARGUMENT, OK, Introduction
from gatekeeper.smtpd.parameters import (
    NO_MAIL_PARAMETERS,
    MailParameters,
    ParameterError,
    mail_parameters,
    rcpt_parameters,
)

SENDER_OK = Reply.of(250, "2.1.0", "Sender ok")
RECIPIENT_OK = Reply.of(250, "2.1.5", "Recipient ok")
GO_AHEAD = Reply.of(354, "", "End data with <CR><LF>.<CR><LF>")
BYE = Reply.of(221, "2.0.0", "Bye")
HELP = Reply.of(214, "2.0.0", "See RFC 5321")
CANNOT_VERIFY = Reply.of(252, "2.5.2", "Cannot verify; send and see")
NOT_DONE_HERE = Reply.of(502, "5.5.1", "Not done here")
MAIL_ALREADY = Reply.of(503, "5.5.1", "Sender already given")
MAIL_FIRST = Reply.of(503, "5.5.1", "Need MAIL first")
NO_RECIPIENTS = Reply.of(554, "5.5.1", "No valid recipients")
PARAMETERS_NEED_EHLO = Reply.of(501, "5.5.4", "Parameters need EHLO")
NEEDS_SMTPUTF8 = Reply.of(553, "5.6.7", "Addresses outside ASCII need the SMTPUTF8 parameter")
RELAY_DENIED = Reply.of(550, "5.7.1", "Relaying denied: this network may not send here")
AUTH_REQUIRED = Reply.of(530, "5.7.0", "Authentication required")
TOO_MANY_RECIPIENTS = Reply.of(452, "4.5.3", "Too many recipients in one message")
OWED_SECONDS = 10.0
"""A message is not kept for longer than about this only because its client might not have read the reply."""

Owed = tuple[Session, Envelope, bytes, tuple[Reply, ...]]


class Conversation(Introduction):
    """What one client says, and what it is told."""

    sender: Path | None = None
    mail: MailParameters = NO_MAIL_PARAMETERS
    most_recipients = 0
    owed: Owed | None = None
    """The last message's replies, until the client shows that it goes on."""
    owed_since = 0.0
    body: Body | None = None
    """The message on its way in, from DATA to its end."""

    # -- the transaction ------------------------------------------------------------------------------

    def _set_rset_state(self) -> None:
        super()._set_rset_state()
        self.sender = None
        self.mail = NO_MAIL_PARAMETERS
        self.recipients: list[Recipient] = []
        self.in_transaction = False
        self.transaction_deadline = FOREVER

    def take_MAIL(self, arg: str) -> None:
        if not self.helo:
            return self.say(HELLO_FIRST)
        if self.sender is not None:
            return self.say(MAIL_ALREADY)
        if not self.may_relay:
            denial = AUTH_REQUIRED if self.reception.authenticate is not None else RELAY_DENIED
            self.tell_refused(denial)
            return self.say(denial)
        octets = octets_of(arg)
        if octets[:5].upper() != b"FROM:":
            return self.say(BAD_ARGUMENT)
        try:
            sender, rest = parse_path_and_rest(
                octets[5:].lstrip(b" "), smtputf8=self.options.smtputf8, null_allowed=True
            )
            mail = mail_parameters(rest, self.offered) if rest else NO_MAIL_PARAMETERS
        except (PathError, ParameterError) as error:
            return self.say(error.reply)
        if rest and not self.extended:
            return self.say(PARAMETERS_NEED_EHLO)
        if not mail.smtputf8 and not sender.octets.isascii():
            return self.say(NEEDS_SMTPUTF8)
        if mail.size_octets > self.limits.message_octets:
            return self.say(TOO_BIG)
        self.sender, self.mail, self.recipients = sender, mail, []
        most = self.reception.most_recipients(self.login or sender.address)
        self.most_recipients = min(most or self.limits.recipients, self.limits.recipients)
        self.in_transaction = True
        self.transaction_deadline = self.loop.time() + self.limits.transaction_seconds
        return self.say(SENDER_OK)

    def take_RCPT(self, arg: str) -> None:
        if self.sender is None:
            return self.say(MAIL_FIRST)
        octets = octets_of(arg)
        if octets[:3].upper() != b"TO:":
            return self.say(BAD_ARGUMENT)
        if len(self.recipients) >= self.most_recipients:
            return self.say(TOO_MANY_RECIPIENTS)
        smtputf8 = self.mail.smtputf8
        try:
            path, rest = parse_path_and_rest(octets[3:].lstrip(b" "), smtputf8=smtputf8)
            if not rest:
                recipient = Recipient(path=path)
            elif not self.extended:
                return self.say(PARAMETERS_NEED_EHLO)
            else:
                asked = rcpt_parameters(rest, self.offered, smtputf8=smtputf8)
                recipient = Recipient(path=path, notify=asked.notify, orcpt=asked.orcpt)
        except (PathError, ParameterError) as error:
            return self.say(error.reply)
        self.recipients.append(recipient)
        return self.say(RECIPIENT_OK)

    def take_DATA(self, arg: str) -> None:
        if self.sender is None:
            return self.say(MAIL_FIRST)
        if arg:
            return self.say(NO_ARGUMENT)
        if not self.recipients:
            return self.say(MAIL_FIRST if self.is_lmtp else NO_RECIPIENTS)
        self.say(GO_AHEAD)
        self.flush()
        traffic = self.traffic
        self.body = Body(limit_octets=self.limits.message_octets, reserve=traffic.reserve, release=traffic.release)
        self.in_content = True
        return None

    def hear_content(self) -> Coroutine[Any, Any, None] | None:
        assert self.body is not None
        self._reset_timeout(self.limits.data_seconds)
        if not self.body.feed(self.inlet.take()):
            return None
        self.inlet.put_back(self.body.rest)
        content = self.body.message(line_endings=self.options.line_endings, line_octets=self.limits.line_octets)
        if not isinstance(content, Reply):
            # From here on the message is in our hands, though the conversation has yet to wake.
            self.receiving = True
            return self._conclude(content)
        self._answer((content,))
        self._end_message()
        return None

    def _end_message(self) -> None:
        body, self.body = self.body, None
        if body is not None:
            self.traffic.release(body.held_octets)
        self.in_content = False
        self.junk_count = 0
        self._set_rset_state()

    async def _conclude(self, content: bytes) -> None:
        """The one call of each message, and its replies."""
        try:
            session, envelope = self._session(content), self._envelope()
            replies = await hand_over(self.traffic, self.reception, session, envelope, content)
            if not self.is_open:
                return self.reception.unanswered(session, envelope, content, replies)
            self._answer(replies)
            self.flush()
        finally:
            self.receiving = False
            self._reset_timeout()
            self._end_message()
        self.owed = (session, envelope, content, replies)
        self.owed_since = self.loop.time()
        if self.inlet.ended:
            await self.part()
        return None

    def _answer(self, replies: tuple[Reply, ...]) -> None:
        """One reply over SMTP, one for each recipient over LMTP (RFC 2033 4.2)."""
        if not replies:
            replies = (OUR_FAULT,)
        if not self.is_lmtp:
            return self.say(replies[0])
        if len(replies) != len(self.recipients):
            replies = (replies[0],) * len(self.recipients)
        for reply in replies:
            self.say(reply)
        return None

    async def part(self) -> None:
        """Makes sure of the last reply to a client that closes without another word."""
        if self.owed is not None and self.transport is not None and not await was_read(self.transport):
            self._tell_unanswered()
        self.owed = None

    def _timeout_cb(self) -> None:
        if self.owed is not None and self.loop.time() - self.owed_since > OWED_SECONDS:
            self.owed = None
        super()._timeout_cb()

    def _tell_unanswered(self) -> None:
        owed, self.owed = self.owed, None
        if owed is not None:
            self.reception.unanswered(*owed)

    def data_received(self, data: bytes) -> None:
        self.owed = None
        super().data_received(data)

    def connection_lost(self, error: BaseException | None) -> None:
        """A connection that broke before the client said another word may have lost the last reply."""
        super().connection_lost(error)
        if self.body is not None and not self.receiving:
            self._end_message()
        if error is not None:
            self._tell_unanswered()

    # -- what the call gets ---------------------------------------------------------------------------

    def _envelope(self) -> Envelope:
        assert self.sender is not None
        mail = self.mail
        return Envelope(
            sender=self.sender,
            recipients=tuple(self.recipients),
            body=mail.body,
            smtputf8=mail.smtputf8,
            ret=mail.ret,
            envid=mail.envid,
        )

    def _session(self, content: bytes) -> Session:
        claims, forwarded = self.claims, self.forwarded
        login, source = self._login(content)
        said_address = forwarded.address if forwarded.address is not None else claims.address
        address_is_known = bool(said_address) if said_address is not None else self._speaks_for_itself
        return Session(
            listener=self.options.name,
            protocol=self._protocol(),
            peer_address=self.peer_address,
            client_address=said_address if said_address is not None else self.peer_address,
            client_name=forwarded.name or claims.name or "",
            helo=forwarded.helo or claims.helo or self.helo,
            tls=self.tls,
            login=login,
            login_source=source,
            client_is_person=self.login is not None,
            client_address_is_known=address_is_known,
        )

    @property
    def _speaks_for_itself(self) -> bool:
        """Whether the peer is the client: it authenticated, or it is no front and no program on this host."""
        if self.login is not None:
            return True
        return not self.may_name_the_sender and not self.peer_address.startswith(("127.", "::1"))

    def _login(self, content: bytes) -> tuple[str | None, str]:
        """Who authenticated, and by whose word: AUTH, XCLIENT LOGIN, MAIL AUTH=, the trusted header."""
        if self.login is not None:
            return _compared(self.login), "AUTH"
        if self.claims.login:
            return _compared(self.claims.login), "XCLIENT"
        if self.may_name_the_sender:
            if self.mail.auth:
                return _compared(self.mail.auth), "MAIL AUTH"
            if self.options.trusted_header and (name := authenticated_sender(content)):
                return _compared(name), "header"
        return None, ""

    def _protocol(self) -> str:
        """The `with` of Received (RFC 3848, RFC 6531 4.3); LMTP keeps its name first, UTF-8 or not."""
        if not self.extended:
            return "SMTP"
        secured = ("S" if self.tls is not None else "") + ("A" if self.login is not None else "")
        if self.is_lmtp:
            return "LMTP" + secured
        return ("UTF8SMTP" if self.mail.smtputf8 else "ESMTP") + secured

    # -- the rest -------------------------------------------------------------------------------------

    def take_RSET(self, arg: str) -> None:
        if arg:
            return self.say(NO_ARGUMENT)
        self._set_rset_state()
        return self.say(OK)

    def take_NOOP(self, arg: str) -> None:
        self.say(OK)

    def take_QUIT(self, arg: str) -> None:
        if arg:
            return self.say(NO_ARGUMENT)
        return self.leave(BYE)

    def take_HELP(self, arg: str) -> None:
        self.say(HELP)

    def take_VRFY(self, arg: str) -> None:
        self.say(CANNOT_VERIFY if arg else BAD_ARGUMENT)

    def take_EXPN(self, arg: str) -> None:
        self.say(NOT_DONE_HERE)


def _compared(name: str) -> str:
    """A login as addresses compare, where it is one."""
    return canonical(name) or name
