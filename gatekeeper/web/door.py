"""The door of the admin's pages: HTTP Basic (RFC 7617) against a password file, and forms that only our pages can send.

Guessing is bounded for each client and for all together: each failure takes from a bucket that fills slowly. What
the buckets count is in memory, and each worker's own.
"""

from __future__ import annotations

import base64
import binascii
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from ipaddress import ip_address, ip_network
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from gatekeeper.ids import Ids
from gatekeeper.policy.rates import Buckets, Load, Meter, MeterName, give_back, longest, take
from gatekeeper.policy.terms import RateLimits
from gatekeeper.web.paper import Paper

CHALLENGE = {"WWW-Authenticate": 'Basic realm="gatekeeper", charset="UTF-8"'}
FAILURES = RateLimits(messages_per_hour=20)
"""For one client: a handful of typing mistakes, and then one guess in three minutes."""
ALL_FAILURES = RateLimits(messages_per_hour=600)
"""For all clients together, but for those who have been let in since: each verification costs tens of milliseconds."""
MOST_CLIENTS = 10_000
"""Remembered at once; the longest unseen is forgotten first."""
MOST_LETTERS = 1024
FORM_SECONDS = 12 * 3600.0
MARK = "form"

Kept = TypeVar("Kept")

Verify = Callable[[str, str], Awaitable[bool]]
"""Whether a name and a password are an admin's."""


class Door:
    """Lets admins in. `verify` is None while no password file is configured."""

    def __init__(self, paper: Paper, verify: Callable[[], Verify | None], ids: Ids, clock: Callable[[], float]) -> None:
        self._paper = paper
        self._verify = verify
        self._ids = ids
        self._clock = clock
        self._clients: OrderedDict[str, Meter] = OrderedDict()
        self._let_in: OrderedDict[str, None] = OrderedDict()
        self._all = Meter(name=MeterName.CLIENT, buckets=Buckets(), limits=ALL_FAILURES)

    async def admin(self, request: Request) -> str | Response:
        """The admin's name, or what he is answered instead."""
        verify = self._verify()
        if verify is None:
            return self._paper.plain(
                404,
                "The admin's pages are off.",
                'To turn them on, name a password file in the configuration: [web] users = "admins.passwd".',
                "Put a name into it with: gatekeeper user add NAME --file admins.passwd",
            )
        credentials = _credentials(request)
        if credentials is None:
            return self._challenge("Please log in.")
        client = _client(request)
        meters = [self._meter(client)] if client in self._let_in else [self._meter(client), self._all]
        now, one = self._clock(), Load()
        late = longest(meters, now, one)
        if late is not None:
            answer = self._paper.plain(429, "Too many wrong passwords.", "Please try again in a few minutes.")
            answer.headers["Retry-After"] = str(int(late.until - now) + 1)
            return answer
        # Taken before the answer is known: guesses that come at once are counted at once.
        for meter in meters:
            take(meter, now, one)
        if not await verify(*credentials):
            return self._challenge("The name or the password is wrong.")
        for meter in meters:
            give_back(meter, one)
        _remember(self._let_in, client, None)
        return credentials[0]

    def form(self, admin: str, *what: str) -> str:
        """What a form must bring back, so that no other site's page can send it in the admin's name."""
        return self._ids.seal(MARK, str(int(self._clock())), admin, *what)

    def is_ours(self, request: Request, form: str, admin: str, *what: str) -> bool:
        """Whether a form that this admin was shown, for this very thing, has come back in time."""
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or not form.isascii():
            return False
        words = self._ids.unseal(form) if len(form) <= MOST_LETTERS else None
        if words is None or len(words) < 3 or words[0] != MARK or words[2:] != (admin, *what):
            return False
        return 0.0 <= self._clock() - int(words[1]) < FORM_SECONDS

    def _challenge(self, sentence: str) -> Response:
        answer = self._paper.plain(401, sentence, "These pages are for the site's mail admins.")
        answer.headers.update(CHALLENGE)
        return answer

    def _meter(self, client: str) -> Meter:
        meter = self._clients.get(client) or Meter(name=MeterName.CLIENT, buckets=Buckets(), limits=FAILURES)
        _remember(self._clients, client, meter)
        return meter


def _remember(known: OrderedDict[str, Kept], client: str, what: Kept) -> None:
    known[client] = what
    known.move_to_end(client)
    if len(known) > MOST_CLIENTS:
        known.popitem(last=False)


def _client(request: Request) -> str:
    """Who asks: an address, of IPv6 the network that one customer has."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else host


def _credentials(request: Request) -> tuple[str, str] | None:
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic" or len(rest) > MOST_LETTERS:
        return None
    try:
        name, colon, password = base64.b64decode(rest.strip(), validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if colon and name and name.isprintable() else None
