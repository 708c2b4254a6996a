"""The delegate: answers an MTA that asks about one recipient at a time (Postfix' policy delegation protocol).

For sites that want no filter in the path of their mail. Only logged-in senders are judged; everybody else, and
every question that is not about a recipient, gets DUNNO: no opinion.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from ipaddress import ip_address

from gatekeeper.events import Events
from gatekeeper.gate.accounts import Accounts
from gatekeeper.ids import Ids
from gatekeeper.mail.address import canonical
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Session
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.metrics import Where
from gatekeeper.policy.explain import explanation, reply_to
from gatekeeper.policy.verdict import Ruling, Verdict
from gatekeeper.store.admission import admit, question
from gatekeeper.store.bench import Bench

DUNNO = "DUNNO"
MESSAGES_REMEMBERED = 10_000
"""Of which the first recipient has been counted."""
MOST_CHARACTERS = 450


class Delegate:
    """One policy listener's judge. `answer` never raises."""

    def __init__(
        self,
        bench: Bench,
        events: Events,
        ids: Ids,
        accounts: Accounts,
        *,
        public_url: str = "",
        pass_on_failure: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._bench = bench
        self._events = events
        self._ids = ids
        self._accounts = accounts
        self._public_url = public_url
        self._pass_on_failure = pass_on_failure
        self._clock = clock
        self._begun: OrderedDict[str, None] = OrderedDict()

    async def answer(self, asked: Mapping[str, str]) -> str:
        """The action for a request (SMTPD_POLICY_README): DUNNO, or a reply code with its text."""
        login, recipient = asked.get("sasl_username", ""), canonical(asked.get("recipient", ""))
        if asked.get("protocol_state") != "RCPT" or not login or not recipient:
            return DUNNO
        session = Session(listener="policy", login=canonical(login) or login, login_source="policy")
        account = self._accounts.of(session, Envelope(sender=NULL_PATH, recipients=()), "")
        now, instance = self._clock(), asked.get("instance", "")
        id_ = self._ids.new(now)
        client = _telling(asked.get("client_address", ""))
        case = question(id_=id_, now=now, sender=account, client=client, recipient=recipient)
        is_first = not instance or instance not in self._begun
        try:
            terms = self._bench.terms
            verdict: Verdict = await self._bench.run(partial(admit, case=case, terms=terms, is_first=is_first))
        except Exception as error:
            self._events.error(Where.GATE, error, id=id_)
            return DUNNO if self._pass_on_failure else f"{OUR_FAULT.code} {OUR_FAULT.enhanced} {OUR_FAULT.text}"
        if verdict.ruling is Ruling.ACCEPT:
            self._remember(instance)
            return DUNNO
        return self._told(id_, account, recipient, verdict, asked.get("sender", ""))

    def _told(self, id_: str, account: str, recipient: str, verdict: Verdict, sender: str) -> str:
        link = f"{self._public_url}/why/{self._ids.token(id_)}" if self._public_url else ""
        reply, words = reply_to(verdict, link), explanation(verdict)
        told = " ".join(filter(None, (words.outcome, words.way_out)))[:MOST_CHARACTERS]
        self._events.judged(verdict, seconds=0.0)
        self._events.finished(
            id_,
            sender=sender or account,
            recipients=[recipient],
            replies=(Reply.of(reply.code, reply.enhanced, words.outcome),),
            verdict=verdict,
            delay_seconds=0.0,
            reason=f"asked by the MTA about {account}",
        )
        return " ".join(filter(None, (str(reply.code), reply.enhanced, told, link)))

    def _remember(self, instance: str) -> None:
        if instance:
            self._begun[instance] = None
            if len(self._begun) > MESSAGES_REMEMBERED:
                self._begun.popitem(last=False)


def _telling(client: str) -> str:
    """The client's address where it says something about the sender."""
    try:
        address = ip_address(client)
    except ValueError:
        return ""
    return "" if address.is_loopback or address.is_unspecified else str(address)
