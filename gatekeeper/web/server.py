"""The web server: uvicorn on our own event loop, without hands of its own on signals and logs."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

STOP_SECONDS = 3.0
MAX_HEADER_OCTETS = 16_384


class _QuietServer(uvicorn.Server):
    """uvicorn takes SIGTERM over and raises it again; here the daemon alone decides when to stop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class WebServer:
    """One application on one listening socket."""

    def __init__(self, app: ASGIApp, listening: socket.socket) -> None:
        self._listening = listening
        self._server = _QuietServer(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                ws="none",
                http="h11",
                h11_max_incomplete_event_size=MAX_HEADER_OCTETS,
                timeout_keep_alive=15,
                timeout_graceful_shutdown=int(STOP_SECONDS),
            )
        )
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Serve from now on."""
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._listening]), name="web")
        while not self._server.started and not self._serving.done():  # noqa: ASYNC110  # uvicorn has no event for it
            await asyncio.sleep(0.005)
        if self._serving.done():
            await self._serving

    async def stop(self) -> None:
        """Finish what is being answered, for a few seconds at most."""
        if self._serving is None:
            return
        self._server.should_exit = True
        await self._serving
