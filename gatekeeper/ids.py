"""Ids: what a message is called in logs and headers, and the token of its why page."""

from __future__ import annotations

import base64
import hashlib
import hmac
import random

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's 32 letters: no i, l, o or u, so that an id survives a telephone."""

TIME_LETTERS = 9
RANDOM_LETTERS = 5
MAC_LETTERS = 12
"""60 bits that nobody can guess without the site's secret."""


class Ids:
    """Ids in order of time, and tokens that only this site can make."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def new(self, now: float) -> str:
        """A new id: milliseconds since 1970, then 25 random bits."""
        # The random part keeps the ids of one millisecond and of several nodes apart; what must not be guessed is
        # the token's, so no system call is spent here.
        return _letters(int(now * 1000), TIME_LETTERS) + _letters(random.getrandbits(25), RANDOM_LETTERS)

    def first(self, moment: float) -> str:
        """Ids made before `moment` sort before it, and those made from then on do not."""
        return _letters(int(moment * 1000), TIME_LETTERS)

    def token(self, id_: str) -> str:
        """The unguessable token of the message `id_`."""
        return id_ + self._mac(id_)

    def id_of(self, token: str) -> str | None:
        """The id that a token is for, None when this site did not make it."""
        length = TIME_LETTERS + RANDOM_LETTERS
        id_, mac = token[:length], token[length:]
        return id_ if hmac.compare_digest(mac.encode(), self._mac(id_).encode()) else None

    def seal(self, *words: str) -> str:
        """`words` as a token that only this site can make; none of them has a line break."""
        payload = base64.urlsafe_b64encode("\n".join(words).encode()).decode().rstrip("=")
        return f"{payload}.{self._mac(payload)}"

    def unseal(self, token: str) -> tuple[str, ...] | None:
        """The words of a sealed token, None when this site did not make it."""
        payload, _, mac = token.partition(".")
        if not hmac.compare_digest(mac.encode(), self._mac(payload).encode()):
            return None
        return tuple(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode().split("\n"))

    def _mac(self, id_: str) -> str:
        digest = hmac.new(self._secret, id_.encode(), hashlib.sha256).digest()
        return _letters(int.from_bytes(digest[:8], "big"), MAC_LETTERS)


def time_of(id_: str) -> float:
    """When an id was made, in seconds since 1970. Raises ValueError for what is no id."""
    value = 0
    for letter in id_[:TIME_LETTERS]:
        value = value * 32 + ALPHABET.index(letter)
    return value / 1000


def _letters(value: int, count: int) -> str:
    return "".join([ALPHABET[(value >> shift) & 31] for shift in range(5 * (count - 1), -1, -5)])
