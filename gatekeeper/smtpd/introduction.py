"""An introduction: what is said before any mail: hello, STARTTLS, AUTH, XCLIENT and XFORWARD."""

from __future__ import annotations

import ssl
from functools import cached_property

from gatekeeper.mail.reply import Reply
from gatekeeper.smtpd import authentication
from gatekeeper.smtpd.connection import Connection, octets_of
from gatekeeper.smtpd.credentials import Credentials, Outcome
from gatekeeper.smtpd.identity import (
    NO_CLAIMS,
    XCLIENT_ATTRIBUTES,
    XFORWARD_ATTRIBUTES,
    ClaimError,
    Claims,
    xclient,
    xforward,
)
from gatekeeper.smtpd.inlet import LineTooLong
from gatekeeper.smtpd.options import Protocol, Role, within
from gatekeeper.smtpd.parameters import Extension

OK = Reply.of(250, "2.0.0", "Ok")
READY_FOR_TLS = Reply.of(220, "2.0.0", "Ready to start TLS")
NO_TLS = Reply.of(502, "5.5.1", "TLS is not offered here")
TLS_ALREADY = Reply.of(503, "5.5.1", "TLS is in use already")
HELLO_FIRST = Reply.of(503, "5.5.1", "Say hello first")
WRONG_HELLO = Reply.of(500, "5.5.1", "This is the other protocol: LMTP says LHLO, SMTP says EHLO")
NO_ARGUMENT = Reply.of(501, "5.5.4", "No argument allowed")
BAD_ARGUMENT = Reply.of(501, "5.5.4", "Syntax error in the argument")
NOT_ALLOWED = Reply.of(550, "5.7.1", "Not allowed from your address")
MAX_HELO_OCTETS = 255
HANDSHAKE_SECONDS = 30.0


class Introduction(Connection):
    """Who the client is, by its own word or by that of a peer that may speak for it, and what it may do."""

    helo = ""
    extended = False
    tls: str | None = None
    login: str | None = None
    """Who authenticated here with AUTH."""
    auth_failures = 0
    claims: Claims = NO_CLAIMS
    """By XCLIENT or PROXY: they hold for the rest of the session."""
    forwarded: Claims = NO_CLAIMS
    """By XFORWARD: they hold for one message."""
    _last_asked: tuple[str, bool] = ("", False)
    """The address whose trust was last looked up, and the answer: it is asked once for each message."""

    # -- who is there ---------------------------------------------------------------------------------

    @property
    def client_address(self) -> str:
        """The address whose rights count: the true client's where XCLIENT or PROXY named it."""
        return self.peer_address if self.claims.address is None else self.claims.address

    @cached_property
    def may_name_the_sender(self) -> bool:
        return within(self.peer_address, self.options.identity_from)

    @property
    def may_relay(self) -> bool:
        """No open relay: only who authenticated, or comes from a trusted network."""
        return (
            self.options.role is Role.INBOUND
            or self.login is not None
            or bool(self.claims.login)
            or self._is_trusted(self.client_address)
        )

    def _is_trusted(self, address: str) -> bool:
        if self._last_asked[0] != address:
            self._last_asked = (address, within(address, self.options.trusted))
        return self._last_asked[1]

    @cached_property
    def offered(self) -> frozenset[Extension]:
        """The extensions whose parameters are understood."""
        options = self.options
        said = (
            (Extension.EIGHT_BIT_MIME, options.eight_bit_mime),
            (Extension.SMTPUTF8, options.smtputf8),
            (Extension.DSN, options.dsn),
            (Extension.AUTH, self.reception.authenticate is not None or self.may_name_the_sender),
        )
        return frozenset(extension for extension, is_offered in said if is_offered)

    def proxied(self, address: str) -> None:
        """Takes the client's address from the PROXY handshake; an unknown client has no rights."""
        self.claims = Claims(address=address)

    # -- hello ----------------------------------------------------------------------------------------

    async def greet(self) -> None:
        """RFC 5321 4.3.1; the word ESMTP tells old clients that EHLO is worth a try."""
        if (secured := self._tls_in_words()) is not None:
            self.tls = secured
        self.say(Reply.of(220, "", f"{self.hostname} {'LMTP' if self.is_lmtp else 'ESMTP'} gatekeeper"))

    @property
    def is_lmtp(self) -> bool:
        return self.options.protocol is Protocol.LMTP

    def take_HELO(self, arg: str) -> None:
        if self.is_lmtp:
            return self.say(WRONG_HELLO)
        if self._heard_hello(arg):
            self.extended = False
            self.say(Reply.of(250, "", self.hostname))
        return None

    def take_EHLO(self, arg: str) -> None:
        if self.is_lmtp:
            return self.say(WRONG_HELLO)
        return self._extended_hello(arg)

    def take_LHLO(self, arg: str) -> None:
        if not self.is_lmtp:
            return self.say(WRONG_HELLO)
        return self._extended_hello(arg)

    def _extended_hello(self, arg: str) -> None:
        if self._heard_hello(arg):
            self.extended = True
            self.say(Reply.of(250, "", self.hostname, *self._extensions()))

    def _heard_hello(self, arg: str) -> bool:
        if not arg or len(arg) > MAX_HELO_OCTETS or not arg.isprintable():
            self.say(BAD_ARGUMENT)
            return False
        self._set_rset_state()
        self.helo = arg
        return True

    def _extensions(self) -> list[str]:
        """What EHLO tells: nothing that an option has turned off."""
        options = self.options
        lines = ["PIPELINING", f"SIZE {self.limits.message_octets}"]
        if options.tls_context is not None and self.tls is None:
            lines.append("STARTTLS")
        if self._auth_is_possible:
            lines.append("AUTH " + " ".join(authentication.MECHANISMS))
        lines.append("ENHANCEDSTATUSCODES")
        for extension in (Extension.EIGHT_BIT_MIME, Extension.SMTPUTF8, Extension.DSN):
            if extension in self.offered:
                lines.append(extension.value)
        if self.may_name_the_sender:
            lines.append("XCLIENT " + " ".join(XCLIENT_ATTRIBUTES))
            lines.append("XFORWARD " + " ".join(XFORWARD_ATTRIBUTES))
        return lines

    def _set_rset_state(self) -> None:
        """Forgets what held for one message; Postfix forgets XFORWARD with it."""
        self.forwarded = NO_CLAIMS

    # -- STARTTLS -------------------------------------------------------------------------------------

    async def smtp_STARTTLS(self, arg: str) -> None:
        """RFC 3207 4. What was sent in the clear behind the command is thrown away, not obeyed later."""
        context = self.options.tls_context
        if arg:
            return self.say(NO_ARGUMENT)
        if self.tls is not None:
            return self.say(TLS_ALREADY)
        if context is None or self.transport is None:
            return self.say(NO_TLS)
        if self.in_transaction:
            return self.say(authentication.IN_TRANSACTION)
        self.inlet.take()
        self.say(READY_FOR_TLS)
        self.flush()
        try:
            secured = await self.loop.start_tls(
                self.transport, self, context, server_side=True, ssl_handshake_timeout=HANDSHAKE_SECONDS
            )
        except (ssl.SSLError, OSError):
            return self.cut_off()
        if secured is None:
            return self.cut_off()
        self.transport = secured
        self.inlet.attach(secured)
        self.tls = self._tls_in_words()
        self.helo, self.extended, self.login = "", False, None
        return None

    def _tls_in_words(self) -> str | None:
        cipher = self.transport.get_extra_info("cipher") if self.transport is not None else None
        return f"{cipher[1]} {cipher[0]}" if cipher else None

    # -- AUTH -----------------------------------------------------------------------------------------

    @property
    def _auth_is_possible(self) -> bool:
        return self.reception.authenticate is not None and (self.tls is not None or self.options.auth_without_tls)

    async def smtp_AUTH(self, arg: str) -> None:
        """RFC 4954 4."""
        words = arg.split()
        if (refusal := self._refusal_of_auth(words)) is not None:
            return self.say(refusal)
        initial = octets_of(words[1]) if len(words) == 2 else None
        try:
            name, password = await authentication.name_and_password(words[0].upper(), initial, self._ask)
        except authentication.ExchangeError as error:
            if error.reply is authentication.REFUSED:
                return self._auth_failed()
            return self.say(error.reply)
        outcome = await self._authenticated(name, password)
        if outcome is Outcome.UNAVAILABLE:
            return self.say(authentication.UNAVAILABLE)
        if outcome is Outcome.REFUSED:
            return self._auth_failed()
        self.login = name
        return self.say(authentication.SUCCEEDED)

    def _refusal_of_auth(self, words: list[str]) -> Reply | None:
        if self.reception.authenticate is None:
            return authentication.NOT_OFFERED
        if not self.extended:
            return HELLO_FIRST
        if self.in_transaction:
            return authentication.IN_TRANSACTION
        if self.login is not None:
            return authentication.ALREADY_DONE
        if not 1 <= len(words) <= 2:
            return BAD_ARGUMENT
        if not self._auth_is_possible:
            return authentication.NEEDS_TLS
        if words[0].upper() not in authentication.MECHANISMS:
            return authentication.UNKNOWN_MECHANISM
        return None

    async def _authenticated(self, name: str, password: str) -> Outcome:
        assert self.reception.authenticate is not None
        shown = Credentials(
            name=name, password=password, client_address=self.client_address, secured=self.tls is not None
        )
        self.flush()
        try:
            return await self.reception.authenticate(shown)
        except Exception as error:
            self.reception.on_error("authentication", error)
            return Outcome.UNAVAILABLE

    def _auth_failed(self) -> None:
        self.auth_failures += 1
        self.tell_refused(authentication.REFUSED)
        if self.auth_failures >= self.limits.auth_attempts:
            self.say(authentication.REFUSED)
            return self.leave(authentication.TOO_MANY_ATTEMPTS)
        return self.say(authentication.REFUSED)

    async def _ask(self, challenge: bytes) -> bytes | None:
        await self.push(b"334 " + challenge)
        self.flush()
        while not self.inlet.ended:
            try:
                line = self.inlet.line()
            except LineTooLong:
                return None
            if line is not None:
                return line
            await self.inlet.more()
        return None

    # -- XCLIENT, XFORWARD ----------------------------------------------------------------------------

    async def smtp_XCLIENT(self, arg: str) -> None:
        """The session starts anew, as the client that is named (Postfix XCLIENT_README)."""
        if self.in_transaction:
            return self.say(authentication.IN_TRANSACTION)
        if not self.may_name_the_sender:
            return self.say(NOT_ALLOWED)
        try:
            self.claims = xclient(octets_of(arg), self.claims)
        except ClaimError as error:
            return self.say(error.reply)
        self.helo, self.extended, self.login = "", False, None
        self._set_rset_state()
        return await self.greet()

    def take_XFORWARD(self, arg: str) -> None:
        """Who sent this message to the peer; for the record, with no rights (Postfix XFORWARD_README)."""
        if self.in_transaction:
            return self.say(authentication.IN_TRANSACTION)
        if not self.may_name_the_sender:
            return self.say(NOT_ALLOWED)
        try:
            self.forwarded = xforward(octets_of(arg), self.forwarded)
        except ClaimError as error:
            return self.say(error.reply)
        return self.say(OK)
