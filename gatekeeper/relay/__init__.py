"""The relay: a message is handed to the next hop, and its replies come back as values.

    relay = open_relay("smtp://127.0.0.1:10026", RelayOptions(hostname="gate.example.org"))
    delivery = await relay.deliver(envelope, (trace_header, message))

A 250 in `delivery.replies` is the next hop's own; a refusal means that it delivered to nobody, unless
`delivery.certain` is False.
"""

from __future__ import annotations

from typing import assert_never

from gatekeeper.relay.delivery import Delivery, Relay
from gatekeeper.relay.maildir import MaildirRelay
from gatekeeper.relay.options import RelayOptions, TimeLimits, Tls
from gatekeeper.relay.smtp import ServerRelay
from gatekeeper.relay.url import MaildirFolder, Server, next_hop_of

__all__ = ["Delivery", "Relay", "RelayOptions", "TimeLimits", "Tls", "next_hop_of", "open_relay"]


def open_relay(url: str, options: RelayOptions) -> Relay:
    """The relay to the next hop at `url`; connects nowhere yet. To be called inside the event loop or before it.

    Raises UsageError for a URL, CA file or folder that cannot be used.
    """
    next_hop = next_hop_of(url)
    match next_hop:
        case Server():
            return ServerRelay(next_hop, options)
        case MaildirFolder():
            return MaildirRelay(next_hop.path, options.hostname)
        case _:
            assert_never(next_hop)
