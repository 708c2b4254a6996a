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

    The call runs in a task of its own. When whoever awaits this is cancelled, it goes on to its end,
    and its replies are reported as unanswered.
    """
    task = asyncio.get_running_loop().create_task(_received(reception, session, envelope, content))
    traffic.receiving.add(task)
    task.add_done_callback(traffic.receiving.discard)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if task.cancelled():
            return (OUR_FAULT,)
        task.add_done_callback(
            lambda done: None if done.cancelled() else reception.unanswered(session, envelope, content, done.result())
        )
        raise


async def _received(reception: Reception, session: Session, envelope: Envelope, content: bytes) -> tuple[Reply, ...]:
    try:
        return await reception.receive(session, envelope, content)
    except Exception as error:
        reception.on_error("receive", error)
        return (OUR_FAULT,)


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
