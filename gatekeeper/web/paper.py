"""The paper: every page is a template of ours, filled in and escaped, and kept by nobody on the way."""

from __future__ import annotations

import time
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse

from gatekeeper.policy.explain import clock

if TYPE_CHECKING:
    from jinja2 import Environment


class Paper:
    """Makes pages for the gate called `hostname`."""

    def __init__(self, hostname: str) -> None:
        self._hostname = hostname

    @cached_property
    def _templates(self) -> Environment:
        # Imported here: it takes 2 MB, and nobody may ever ask for a page.
        from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

        templates = Environment(
            loader=PackageLoader("gatekeeper.web"),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.filters["moment"] = _moment
        templates.filters["clock"] = lambda moment: clock(moment, time.time())
        return templates

    def page(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        """The template `name` with `values`."""
        text = self._templates.get_template(name).render(hostname=self._hostname, **values)
        return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})

    def plain(self, status: int, title: str, *sentences: str) -> HTMLResponse:
        """A heading and some sentences."""
        return self.page("plain.html", status, title=title, sentences=sentences)


def _moment(at: datetime) -> str:
    """As a person writes a time: "Tue 4 Mar 2025, 14:05 (CET)"."""
    return f"{at:%a} {at.day} {at:%b %Y, %H:%M} ({at:%Z})"
