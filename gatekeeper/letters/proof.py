"""The proof: whoever can read the sender's mail is the sender, and may see whom his message was for.

The link in a refusal travels: it is quoted in answers and stands in logs, so the page behind it names nobody. From
there a sealed link can be mailed to the sender's own address, which shows the people for an hour.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from gatekeeper.ids import Ids
from gatekeeper.mail.address import canonical
from gatekeeper.mail.notice import notice
from gatekeeper.policy.rates import Load, Meter, MeterName, longest, take
from gatekeeper.policy.terms import RateLimits
from gatekeeper.store import queue
from gatekeeper.store.memory import Memory
from gatekeeper.store.parcel import own_mail
from gatekeeper.store.rows import Rows

MARK = "who"
"""The first word of a sealed proof: no other sealed link can be taken for one."""
VALID_SECONDS = 3600.0
AGAIN_SECONDS = 600.0
"""For one message at most one mail in so long: who has the link must not fill the sender's mailbox."""
REQUESTS = RateLimits(messages_per_hour=6)
"""For one sender, whatever his messages."""


def seal_of(id_: str, ids: Ids, now: float) -> str:
    """What proves, for an hour from `now`, that its holder reads the mail of the sender of message `id_`."""
    return ids.seal(MARK, id_, str(int(now)))


def is_proof(seal: str, id_: str, ids: Ids, now: float) -> bool:
    """Whether `seal` is one for the message, and not over."""
    words = ids.unseal(seal)
    if words is None or len(words) != 3 or words[:2] != (MARK, id_):
        return False
    return 0.0 <= now - int(words[2]) < VALID_SECONDS


def mail_link(
    connection: Connection, id_: str, sender: str, link: str, hostname: str, now: float, *,
    sign: Callable[[bytes], bytes] = lambda content: content,
) -> bool:  # fmt: skip
    """Put the mail with `link` into the queue; False when the sender has no address or has had enough of them."""
    parcel_id = f"{MARK}-{id_}-{int(now // AGAIN_SECONDS)}"
    if "@" not in sender or not canonical(sender) or queue.find(connection, parcel_id) is not None:
        return False
    memory = Memory(Rows(connection))
    meter = Meter(name=MeterName.SERVICE, buckets=memory.meter(f"proofs:{sender}"), limits=REQUESTS)
    if longest((meter,), now, Load()) is not None:
        return False
    take(meter, now, Load())
    memory.write()
    text = (
        f"Somebody, probably you, wants to see whom your message {id_} was for.\n\n"
        f"This page shows it:\n{link}\n\n"
        "It is for you alone, and good for an hour. If it was not you, there is nothing to do.\n"
    )
    content = notice(
        to=sender, hostname=hostname, id_=parcel_id, now=now, subject="Whom your message was for", text=text
    )
    parcel = own_mail(id_=parcel_id, to=sender, now=now, kept_seconds=VALID_SECONDS, reason="a link for the sender")
    queue.put(connection, parcel, sign(content))
    return True
