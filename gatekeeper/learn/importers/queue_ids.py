"""Queue ids: the lines of an MTA's log about one message, joined while they come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_OPEN = 100_000
"""Queue ids followed at once; the oldest is closed when there are more."""
FILTER_SECONDS = 3600.0
"""By then a content filter has given a message back."""
LIFETIME_SECONDS = 10 * 86_400.0
"""No MTA tries longer; Postfix gives up after 5 days."""


@dataclass(slots=True, kw_only=True)
class Logged:
    """One queue id. `results` holds (recipient, "sent" or "bounced", permanent, seconds since 1970); `place` is the
    number of the file and the octet at which its first line stands."""

    id: str
    at: float = 0.0
    place: tuple[int, int] = (0, 0)
    sender: str | None = None
    login: str = ""
    message_id: str = ""
    results: list[tuple[str, str, bool, float]] = field(default_factory=list)


class Queue:
    """The queue ids that are open while a log is read, oldest first; and who logged in for which message.

    `place` is where the line that is being read stands: set by whoever reads.
    """

    def __init__(self) -> None:
        self.place = (0, 0)
        self._open: OrderedDict[str, Logged] = OrderedDict()
        self._logins: OrderedDict[str, Logged] = OrderedDict()
        self._latest = 0.0

    def get(self, id_: str, at: float) -> Logged:
        mail = self._open.get(id_)
        if mail is None:
            mail = self._open[id_] = Logged(id=id_, at=at, place=self.place)
            self._latest = max(self._latest, at)
        return mail

    def close(self, id_: str) -> Logged | None:
        """The mail whose last line was read, None where its first ones were in no file."""
        mail = self._open.pop(id_, None)
        return self._known(mail) if mail else None

    def overdue(self) -> Iterator[Logged]:
        """What has to be closed because too much is open, or it has been open for longer than mail is tried."""
        while self._open:
            oldest = next(iter(self._open.values()))
            if len(self._open) <= MAX_OPEN and oldest.at > self._latest - LIFETIME_SECONDS:
                return
            yield self._known(self._open.popitem(last=False)[1])

    def rest(self) -> Iterator[Logged]:
        while self._open:
            yield self._known(self._open.popitem(last=False)[1])

    def unfinished(self) -> tuple[int, int] | None:
        """Where to begin again so that nothing that is open is torn apart; None where nothing is.

        A login without a message is a client that left: it is forgotten after an hour. Who logged in for a message
        is needed for as long, in case that a content filter gives it back under another queue id.
        """
        recent = self._latest - FILTER_SECONDS
        for id_ in [one.id for one in self._open.values() if one.sender is None and one.at < recent]:
            del self._open[id_]
        places = [one.place for one in self._open.values()]
        places += [one.place for one in self._logins.values() if one.at >= recent]
        return min(places, default=None)

    def _known(self, mail: Logged) -> Logged:
        # A content filter gives a message a second queue id, on which nobody logged in.
        if mail.login and mail.message_id:
            self._logins[mail.message_id] = mail
            if len(self._logins) > MAX_OPEN:
                self._logins.popitem(last=False)
        elif mail.message_id and (first := self._logins.get(mail.message_id)):
            mail.login = first.login
        return mail
