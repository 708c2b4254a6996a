"""Sign-ups: somebody confirms by a sealed link that he wants a sender's mail (confirmed opt-in).

The site's sign-up form asks for the link; the person opens it and presses the button. Only that records consent, with
its time and its source, and counts for the sender: who typed an address into a form has shown nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection

from gatekeeper.ids import Ids
from gatekeeper.mail.notice import notice
from gatekeeper.policy.evidence import Exchange, opted_in
from gatekeeper.policy.rates import Load, Meter, MeterName, longest, take
from gatekeeper.policy.relation import Closed
from gatekeeper.policy.terms import DAY_SECONDS, RateLimits
from gatekeeper.store import queue
from gatekeeper.store.memory import Memory
from gatekeeper.store.parcel import own_mail
from gatekeeper.store.rows import Rows

MARK = "join"
"""The first word of a sealed sign-up: no other sealed link can be taken for one."""
LINK_DAYS = 14
KEPT_SECONDS = 2 * DAY_SECONDS
REQUESTS = RateLimits(messages_per_hour=100)
"""For one sender: a form that robots fill in must not make the gate write to half the world."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signup:
    """A wish that waits for its confirmation. `purpose` is a List-Id or the sender; `asked` seconds since 1970."""

    sender: str
    contact: str
    purpose: str
    asked: int

    def token(self, ids: Ids) -> str:
        """The sealed link's last part."""
        return ids.seal(MARK, self.sender, self.contact, self.purpose, str(self.asked))

    def confirmed(self, now: float) -> Exchange:
        """What the confirmation teaches."""
        return opted_in(self.sender, self.contact, self.purpose, self.asked, now)


def signup_of(token: str, ids: Ids, now: float) -> Signup | None:
    """The sign-up that a link is for, None when this site did not make it or it is over."""
    words = ids.unseal(token)
    if words is None or len(words) != 5 or words[0] != MARK:
        return None
    found = Signup(sender=words[1], contact=words[2], purpose=words[3], asked=int(words[4]))
    return found if now - found.asked < LINK_DAYS * DAY_SECONDS else None


def has_said_no(connection: Connection, one: Signup) -> bool:
    """Whether the person does not want to hear from this sender, or from anybody here: then he is not asked."""
    memory = Memory(Rows(connection))
    everybody = memory.choices(one.contact).get("*")
    relation = memory.relation(one.sender, one.contact)
    return bool((everybody and not everybody.yes) or (relation and relation.closed == Closed.ALL))


def ask(
    connection: Connection,
    one: Signup,
    link: str,
    hostname: str,
    now: float,
    *,
    sign: Callable[[bytes], bytes] = lambda content: content,
) -> bool:
    """Put the mail into the queue that asks the person to confirm; once a day for each sender and person, whatever a
    form is filled with. False when the sender has asked too many in this hour."""
    day = int(now // DAY_SECONDS)
    id_ = f"join-{day}-{sha256(f'{one.sender} {one.contact}'.encode()).hexdigest()[:16]}"
    if queue.find(connection, id_) is not None:
        return True
    memory = Memory(Rows(connection))
    scope = f"joins:{one.sender}"
    meter = Meter(name=MeterName.SERVICE, buckets=memory.meter(scope), limits=REQUESTS)
    if longest((meter,), now, Load()) is not None:
        return False
    take(meter, now, Load())
    memory.write()
    what = one.sender if one.purpose == one.sender else f"{one.purpose} ({one.sender})"
    text = (
        f"Somebody, probably you, asked for mail from {what}.\n\n"
        f"If it was you, open this page and press the button:\n{link}\n\n"
        f"If it was not, do nothing: then nothing is sent. The link is good for {LINK_DAYS} days.\n"
    )
    content = notice(
        to=one.contact, hostname=hostname, id_=id_, now=now, subject=f"Please confirm: mail from {what}", text=text
    )
    parcel = own_mail(id_=id_, to=one.contact, now=now, kept_seconds=KEPT_SECONDS, reason="a sign-up to be confirmed")
    queue.put(connection, parcel, sign(content))
    return True
