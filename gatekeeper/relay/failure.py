"""The failures of a next hop: each with the reply the client sees and the reason the log gets."""

from __future__ import annotations

from gatekeeper.errors import TemporaryFailure
from gatekeeper.mail.reply import Reply

SILENT = Reply.of(451, "4.4.1", "Not sent yet: the next server does not answer")
DROPPED = Reply.of(451, "4.4.2", "Not sent yet: the next server closed the connection")
UNKNOWN_OUTCOME = Reply.of(451, "4.4.2", "The next server took the message and did not say what became of it")
NOT_8BIT = Reply.of(554, "5.6.3", "Not sent: the next server takes no 8-bit content")
NOT_UTF8 = Reply.of(550, "5.6.7", "Not sent: the next server takes no internationalised addresses or headers")


class NextHopFailure(TemporaryFailure):
    """The next hop cannot be used at present."""


class NextHopSilent(NextHopFailure):
    """Not reached, or no answer in time: 451 4.4.1."""

    default_reply = SILENT


class NextHopDropped(NextHopFailure):
    """It closed the connection, or said what is no SMTP: 451 4.4.2."""

    default_reply = DROPPED


class NextHopMisconfigured(NextHopFailure):
    """It refuses us, not the message (greeting, EHLO, TLS, AUTH): an admin's work, so 451 4.3.0, never a 5yz."""
