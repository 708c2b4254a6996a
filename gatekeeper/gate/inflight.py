"""Messages in flight: two copies of one message never travel at the same time."""

from __future__ import annotations

import asyncio

VERDICT_OF_CLIENT_SECONDS = 0.05
"""How long the listener may take to notice that a client is gone."""


InFlight = dict[tuple[str, int], "asyncio.Future[None] | None"]
"""Messages on their way, by sender and identity, and the end of each for which a copy waits."""


class Alone:
    """Two copies of one message at the same time: the second waits for the first, whose client may be gone.

    When that client never read the answer, the second finds it in the record; when it did, the second was sent
    on purpose and is a mail of its own.
    """

    def __init__(self, in_flight: InFlight, key: tuple[str, int]) -> None:
        self._in_flight = in_flight
        self._key = key

    async def __aenter__(self) -> None:
        while self._key in self._in_flight:
            end = self._in_flight[self._key]
            if end is None:
                end = self._in_flight[self._key] = asyncio.get_running_loop().create_future()
            await asyncio.shield(end)
        self._in_flight[self._key] = None

    async def __aexit__(self, *_: object) -> None:
        end = self._in_flight.pop(self._key)
        if end is not None:
            # The listener finds out in its next steps whether the answer could be given.
            asyncio.get_running_loop().call_later(VERDICT_OF_CLIENT_SECONDS, end.set_result, None)
