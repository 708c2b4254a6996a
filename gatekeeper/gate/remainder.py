"""The remainder: what the next hop has not taken, of a message that shall not go back to the client, waits here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from gatekeeper.errors import GatekeeperError
from gatekeeper.events import Events
from gatekeeper.gate.brief import Briefs
from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import DISK_FULL, Reply
from gatekeeper.mail.trace import received_line
from gatekeeper.relay import Delivery
from gatekeeper.store.bench import Bench
from gatekeeper.store.case import Queued


class Remainder:
    """Puts into the queue what a next hop left."""

    def __init__(self, bench: Bench, briefs: Briefs, events: Events) -> None:
        self._bench = bench
        self._briefs = briefs
        self._events = events

    async def keep(
        self,
        id_: str,
        session: Session,
        envelope: Envelope,
        content: bytes,
        delivery: Delivery,
        *,
        account: str,
        now: float,
    ) -> tuple[Reply, ...]:
        """The reply for what went into the queue instead of back to the client; () when nothing did.

        A next hop that answers for each recipient may take the message for some of them: then a refusal would be a
        lie, and only a report can tell about the others. One that is down keeps nobody waiting where the listener says
        `queue_when_down`. `account` is whose mail it is, "" for mail on its way in.

        Raises GatekeeperError when the database is gone. The client then sends again, and who has the message gets it
        twice: the log says so.
        """
        settings = self._briefs.settings
        some = delivery.accepted and not all(reply.positive for reply in delivery.replies)
        down = settings.queue_when_down and delivery.certain and one_reply(delivery).temporary
        if not settings.queue or not (some or (down and not delivery.accepted)):
            return ()
        parcel = self._briefs.parcel_of_rest(
            id_, session, envelope, delivery.replies, delivery.next_hop, account=account, arrived=now
        )
        trace = received_line(session, envelope, settings.hostname, id_, now)
        # What the next hop took for some cannot be refused any more, whether there is room for the rest or not.
        put = partial(self._bench.room.add, parcel=parcel, content=trace + content, must=some)
        try:
            queued = await self._bench.run(put)
        except GatekeeperError:
            if some:
                taken = sum(reply.positive for reply in delivery.replies)
                self._events.halfway(id_, taken=taken, recipients=len(delivery.replies), relay=delivery.next_hop)
            raise
        if queued is not Queued.YES:
            return (DISK_FULL,)
        return (kept_for_later(id_),)


def kept_for_later(id_: str) -> Reply:
    """The reply for what waits here for the next hop."""
    return Reply.of(250, "2.0.0", f"Ok: kept here as {id_}; what is not delivered now is tried again")


def is_kept(replies: Sequence[Reply]) -> bool:
    """Whether what `Remainder.keep` answered says that the message is durable here."""
    return bool(replies) and replies[0].positive


def one_reply(delivery: Delivery) -> Reply:
    """One reply for everybody: 4yz before 5yz before 2yz, so that a refusal means that nobody got it."""
    return min(delivery.replies, key=lambda reply: 0 if reply.temporary else 1 if reply.permanent else 2)
