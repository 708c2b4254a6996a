"""Bad input costs bounded time: no message of 5 MB takes more than 50 ms of CPU from its octets to its fingerprint."""

from __future__ import annotations

from time import process_time

import pytest

from gatekeeper.kinds.glance import note_at_a_glance
from gatekeeper.kinds.kind import kind_of
from gatekeeper.mail.fingerprint import fingerprint_of
from gatekeeper.mail.message import MAX_ADDRESSES, Message, content_digest
from gatekeeper.mail.text import text_of
from gatekeeper.mail.trace import is_looping
from tests.mail.hostile import HOSTILE

ALLOWED_MS = 50
CALIBRATION_MS = 40
"""What `_calibration` takes where 50 ms are allowed. A machine that is slower, or busy, is given as much more."""


def _calibration() -> float:
    begun = process_time()
    sum(number * number for number in range(1_000_000))
    return process_time() - begun


def _read(content: bytes) -> float:
    """Seconds of CPU that the whole way of reading takes."""
    begun = process_time()
    message = Message.read(content)
    for name in ("from", "to", "cc"):
        assert len(message.addresses(name)) <= MAX_ADDRESSES
    _ = message.key, message.date, message.cites, message.text("subject")
    content_digest(content)
    is_looping(message, "mx.example.net")
    note_at_a_glance(message)
    kind_of(message)
    text_of(message)
    fingerprint_of(message)
    return process_time() - begun


@pytest.mark.parametrize("trick", HOSTILE)
def test_a_hostile_message_costs_bounded_time(trick: str) -> None:
    content = HOSTILE[trick]()
    shares = []
    for _ in range(5):
        shares.append(_read(content) * CALIBRATION_MS / (_calibration() * ALLOWED_MS))
        if shares[-1] < 1:
            return
    pytest.fail(f"{min(shares):.2f} times the time allowed, at best")
