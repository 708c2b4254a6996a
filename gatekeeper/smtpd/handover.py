"""The handover: the one call for each message, which nothing that happens to the connection can stop."""

from __future__ import annotations

import asyncio
import socket
import struct

from gatekeeper.mail.envelope import Envelope, Session
from gatekeeper.mail.reply import OUR_FAULT, Reply
from gatekeeper.smtpd.traffic import Reception, Traffic

READ_CHECK_SECONDS = (0.0, 0.01, 0.05, 0.2, 0.5, 1.0, 2.0)
"""When to look whether a client that has closed its half took the reply: a slow round trip and more."""
_TCP_CLOSE = 7
_UNACKED_OFFSET = 24
_NO_TCP_INFO = -1


async def hand_over(
    traffic: Traffic, reception: Reception, session: Session, envelope: Envelope, content: bytes
) -> tuple[Reply, ...]:
    """The replies of `reception.receive`. An exception there becomes 451 4.3.0 and is reported.

    Nothing but the end of the loop cancels a conversation: the call goes on to its end when the connection is gone,
    and is counted as long as it runs for who waits for the last of them.
    """
    traffic.receiving += 1
    try:
        return await reception.receive(session, envelope, content)
    except Exception as error:
        reception.on_error("receive", error)
        return (OUR_FAULT,)
    finally:
        traffic.receiving -= 1


async def was_read(transport: asyncio.Transport) -> bool:
    """Whether the client's host took all that was written, for a client that has closed its half.

    One that only closed its half acknowledges the octets; one that is gone resets the connection. Where
    the kernel does not tell (no TCP, no Linux), the answer is no.
    """
    for seconds in READ_CHECK_SECONDS:
        await asyncio.sleep(seconds)
        if transport.is_closing():
            return False
        if transport.get_write_buffer_size():
            continue
        state, unacknowledged = _tcp_info(transport)
        if state in {_NO_TCP_INFO, _TCP_CLOSE}:
            return False
        if not unacknowledged:
            return True
    return False


def _tcp_info(transport: asyncio.Transport) -> tuple[int, int]:
    """State and unacknowledged segments of the connection (tcp(7), struct tcp_info)."""
    raw_socket = transport.get_extra_info("socket")
    try:
        info = raw_socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 104)
    except (AttributeError, OSError, TypeError, ValueError):
        return _NO_TCP_INFO, 0
    if len(info) < _UNACKED_OFFSET + 4:
        return _NO_TCP_INFO, 0
    return info[0], struct.unpack_from("=I", info, _UNACKED_OFFSET)[0]
