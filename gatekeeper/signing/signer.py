"""The signer: which keys sign a message, and that signing keeps nobody waiting (RFC 6376).

The signature is a header in front of the message; no octet of what passes is touched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gatekeeper.mail.address import canonical, domain_of
from gatekeeper.mail.message import Message

if TYPE_CHECKING:
    # What signs brings OpenSSL's bindings along, 7 MB: only who has a key needs them.
    from gatekeeper.signing.key import SigningKey

THREAD_SIZE_BYTES = 262_144


class Signer:
    """Signs with the keys of one configuration. Pure but for the time in the signature."""

    def __init__(self, keys: Sequence[SigningKey]) -> None:
        self._keys = tuple(keys)
        self.signs_passing = any(key.passing for key in keys)

    def own(self, content: bytes) -> bytes:
        """One of our own messages with a signature in front, where a key of its author's domain is there."""
        return b"".join((*self._signatures(content, passing=False), content))

    async def signature(self, content: bytes) -> bytes:
        """`passing`, in a thread where the message is large: else the way there costs more than what it frees."""
        if not self.signs_passing:
            return b""
        if len(content) > THREAD_SIZE_BYTES:
            return await asyncio.to_thread(self.passing, content)
        return self.passing(content)

    def passing(self, content: bytes) -> bytes:
        """The signature headers for a message that passes, b"" where no key is for its author."""
        return b"".join(self._signatures(content, passing=True))

    def _signatures(self, content: bytes, *, passing: bool) -> list[bytes]:
        if not self._keys:
            return []
        authors = Message.read(content).addresses("from")
        domain = domain_of(canonical(authors[0])) if len(authors) == 1 else ""
        return [key.signature(content) for key in self._keys if key.domain == domain and (key.passing or not passing)]
