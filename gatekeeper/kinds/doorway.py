"""A doorway: whether a link leads into a group, an event or a network, or to a form that asks for an answer.

Platforms name such addresses alike in every language, so the link says what the words around it may not. A link
into a call is none: people meet there, and become members of nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from gatekeeper.mail.link import Link


class Doorway(StrEnum):
    """What a link asks of the reader."""

    ACCEPT = "accept"
    """To say yes to somebody's request."""
    JOIN = "join"
    POLL = "poll"
    """To answer a survey, to sign a petition, to vote, to give."""


_GROUP_HOSTS: Final = ("chat.whatsapp.com", "discord.gg", "signal.group", "invite.viber.com", "join.slack.com")
"""Every address at these admits to a group."""
_GROUP_ADDRESSES: Final = (
    "t.me/+",
    "telegram.me/+",
    "line.me/ti/g",
    "line.me/r/ti/g",
    "open.kakao.com/o/",
    "m.me/j/",
    "discord.com/invite/",
    "facebook.com/groups/",
)
_CALL = re.compile(r"meetup-join|/(?:wc|j|w|meeting|webappng)/|(?:^|\.)(?:webex|zoom|whereby|meet|jitsi|gotomeeting)\.")
_ACCEPT = r"accept\w*|annehmen|aceptar|accett\w*|aceitar|accepte\w*|przyjmij|zaakceptuj|prinyat|kabul"
_JOIN = (
    r"join\w*|u?n?invit\w*|rsvp|regist\w*|rejestr\w*|signup|sign-up|attend\w*|connect|einlad\w*|anmeld\w*|beitr\w*|"
    r"inscri\w*|inscrev\w*|iscri\w*|rejoindre|unirse|unete|aanmeld\w*|zapros\w*|zapis\w*|davet\w*|kayit|convit\w*|"
    r"convid\w*|referr?als?|ref|parrain\w*|freunde-werben|isd"
)
_POLL = (
    r"surveys?|questionnaires?|polls?|petitions?|peti[cz]\w*|umfragen?|befragung|sondage|enquete|encuesta|sondaggio|"
    r"pesquisa|ankiet\w*|anket|opros|votes?|voting|abstimm\w*|donat\w*|donate|fundrais\w*|spenden?|cagnotte|collecte|"
    r"donar|donativo\w*|doar|doneer|doneren|zbiork\w*|wesprzyj|bagis"
)
_WORD = re.compile(rf"(?:^|[/_.?&=-])(?:(?P<accept>{_ACCEPT})|(?P<join>{_JOIN})|(?P<poll>{_POLL}))(?:[/_.?&=-]|$)")


def doorway_of(link: Link) -> Doorway | None:
    """The doorway that `link` leads to; None for any other address."""
    exact = link.exact.lower()
    if is_group_address(link):
        return Doorway.JOIN
    # What the site itself is called says nothing of the page.
    site = link.host.rsplit(".", 2)[0] if link.host.count(".") > 1 else ""
    address = site + exact[len(link.host) :]
    match = _WORD.search(address)
    if match is None or _CALL.search(exact):
        return None
    return Doorway(match.lastgroup or "")


def is_group_address(link: Link) -> bool:
    """Whether the address is one that a well-known messenger gives out for its groups."""
    return link.host in _GROUP_HOSTS or link.exact.lower().startswith(_GROUP_ADDRESSES)
