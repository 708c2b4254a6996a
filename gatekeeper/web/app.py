"""The web application: why pages, metrics, health. GET changes nothing; no page needs anything from elsewhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gatekeeper.events import Events
from gatekeeper.metrics import Where
from gatekeeper.policy.policyfile import Policy
from gatekeeper.web.admin import Admin, Office
from gatekeeper.web.circles import drawing
from gatekeeper.web.page import Prove, Why
from gatekeeper.web.paper import Paper

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
MAX_TOKEN_CHARACTERS = 64
MAX_SEAL_CHARACTERS = 1024
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

Readiness = Callable[[], Awaitable[Mapping[str, str]]]
"""What is not ready: a short name -> a sentence without secrets. Empty when everything is."""


Choose = Callable[[str, bool], Awaitable[str | None]]
"""Whose mail a sealed link is about, None for one that this site did not make or that is over; with True the choice
is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the pages need from the rest of the house."""

    hostname: str
    why: Why
    prove: Prove
    policy: Callable[[], Policy]
    """The one in force."""
    readiness: Readiness
    join: Choose
    leave: Choose
    office: Office
    events: Events


def application(site: Site) -> ASGIApp:
    """The web application of `site`."""
    pages = _Pages(site)
    app = Starlette(
        routes=[
            Route("/", pages.landing),
            Route("/chart", pages.chart),
            Route("/why/{token}", pages.why, methods=["GET", "POST"]),
            Route("/why/{token}/{seal}", pages.why),
            Route("/join/{token}", pages.join, methods=["GET", "POST"]),
            Route("/leave/{token}", pages.leave, methods=["GET", "POST"]),
            Route("/metrics", pages.metrics),
            Route("/healthz", pages.healthy),
            Route("/readyz", pages.ready),
            *Admin(site.office, pages.paper).routes,
            Mount("/static", StaticFiles(packages=[("gatekeeper.web", "static")])),
        ],
        exception_handlers={HTTPException: pages.refused, Exception: pages.failed},
    )
    return _Guard(app)


class _Pages:
    def __init__(self, site: Site) -> None:
        self._site = site
        self.paper = Paper(site.hostname)

    async def landing(self, request: Request) -> Response:
        return self.paper.plain(
            200,
            "This gate looks after outgoing mail.",
            "It lets mail through to people who are in touch with its sender, and to a few new ones at a time. "
            "It stops the same message to many people who have never written to the sender.",
            "If a message of yours did not go out, the reply you got has a link that says why, and what you can do.",
        )

    async def chart(self, request: Request) -> Response:
        return self.paper.page("chart.html", chart=drawing(self._site.policy()))

    async def why(self, request: Request) -> Response:
        """Counts and the chart; with the seal of a proof the people, too. A POST mails that proof to the sender."""
        token: str = request.path_params["token"]
        seal: str = request.path_params.get("seal", "")
        page = None
        if len(token) <= MAX_TOKEN_CHARACTERS and len(seal) <= MAX_SEAL_CHARACTERS and f"{token}{seal}".isascii():
            if request.method == "POST" and await run_in_threadpool(self._site.prove, token):
                return self.paper.plain(
                    200,
                    "If the sender has a mailbox here, a link is on its way to it.",
                    "It shows whom the message was for, and is good for an hour. It comes once in ten minutes at most.",
                )
            page = await run_in_threadpool(self._site.why, token, seal)
        if page is None:
            return self.paper.plain(
                404,
                "Nothing is shown here any more.",
                "The link is over, or a character of it got lost on the way.",
                "Copy the whole link from the reply; it ends after the last letter or digit. "
                "Sending the message again gives a new one.",
            )
        return self.paper.page("why.html", page=page)

    async def join(self, request: Request) -> Response:
        """A confirmed opt-in: a POST is the yes; a GET only asks, for programs that look at links press no button."""
        sender = await self._choice(request, self._site.join)
        if sender is None:
            return self.paper.plain(
                404,
                "This link is over, or not whole.",
                "Copy all of it: it ends after the last letter or digit. Signing up again gives a new one.",
            )
        if request.method == "POST":
            return self.paper.plain(200, "Done.", f"{sender} may send you what you have asked for.")
        return self.paper.page("join.html", sender=sender)

    async def leave(self, request: Request) -> Response:
        """One-click unsubscribe (RFC 8058): a POST is the no, whatever its body; a GET only asks."""
        sender = await self._choice(request, self._site.leave)
        if sender is None:
            return self.paper.plain(
                404, "This link is not whole.", "Copy all of it: it ends after the last letter or digit."
            )
        if request.method == "POST":
            return self.paper.plain(
                200, "Done.", f"{sender} will not send you newsletters or invitations through this gate any more."
            )
        return self.paper.page("leave.html", sender=sender)

    @staticmethod
    async def _choice(request: Request, choose: Choose) -> str | None:
        """Whose mail the link is about; the choice is recorded by a POST."""
        token: str = request.path_params["token"]
        known = len(token) <= MAX_SEAL_CHARACTERS and token.isascii()
        return await choose(token, request.method == "POST") if known else None

    async def metrics(self, request: Request) -> Response:
        body = await run_in_threadpool(self._site.events.metrics.page)
        return Response(body, headers={"Content-Type": METRICS_TYPE, "Cache-Control": "no-store"})

    async def healthy(self, request: Request) -> Response:
        """The event loop turns: that is all a liveness probe should ask."""
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})

    async def ready(self, request: Request) -> Response:
        missing = dict(await self._site.readiness())
        body = {"status": "waiting" if missing else "ok", "missing": missing}
        return JSONResponse(body, status_code=503 if missing else 200, headers={"Cache-Control": "no-store"})

    async def refused(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if status == 405:
            return self.paper.plain(405, "This page can only be looked at.", "Nothing was changed.")
        return self.paper.plain(status, "There is no such page here.", "The link in the reply begins with /why/.")

    async def failed(self, request: Request, error: Exception) -> Response:
        # The path may hold a token: it stays out of the log.
        self._site.events.error(Where.WEB, error)
        return self.paper.plain(
            500, "The gateway has a problem of its own.", "Nothing is wrong with your message. Please try again later."
        )


class _Guard:
    """Puts the security headers on every answer, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answered = False

        async def guarded(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = True
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers[name] = value
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception:
            # Starlette raises what its handler has answered and logged once more, for the server to log.
            if not answered:
                raise
