"""The takeover guard: when an account does things it has never done, and who is spared while that lasts.

A stolen account writes to strangers, to addresses that were never right, from a network and at an hour that its
owner never used. Each of these happens to honest people too: somebody travels, works late, meets a whole fair of
new people, imports an old address book. So one sign is never enough, but for the hundred wrong addresses within
an hour that no person writes to; and only an account with a quiet history can do something it has never done.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import ip_address, ip_network

from gatekeeper.policy.sender import Sender
from gatekeeper.policy.terms import DAY_SECONDS, GuardTerms

HOUR_SECONDS = 3600.0
NETWORKS_KEPT = 8
KEPT_MOST = 300
"""Strangers and wrong addresses kept for an hour: beyond any threshold."""
NEW_NETWORK_SECONDS = DAY_SECONDS
"""A network is usual from its second day on: who has stolen a password must not make his own usual in an hour."""


@dataclass(slots=True, kw_only=True)
class Habits:
    """What is usual for one account, and the last hour of what may be unusual. Times are seconds since 1970."""

    sender: str
    hours: dict[int, int] = field(default_factory=dict)
    """Hour of the day (UTC): on how many days the account wrote in it."""
    networks: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Networks of its clients: first and last use."""
    tried: dict[int, float] = field(default_factory=dict)
    """Strangers attempted in the last hour, by hash."""
    unknown: dict[int, float] = field(default_factory=dict)
    """Addresses that turned out not to exist in the last hour, by hash."""
    last: float = 0.0

    def note_use(self, now: float, network: str) -> bool:
        """The account wrote to people it knows. Gives whether anything changed that must be kept: at most once an
        hour, so that the guard costs a busy account next to nothing."""
        changed = int(now // HOUR_SECONDS) > int(self.last // HOUR_SECONDS)
        if changed:
            hour = int(now // HOUR_SECONDS) % 24
            self.hours[hour] = self.hours.get(hour, 0) + 1
            self.last = now
        if network:
            first, last = self.networks.get(network, (now, 0.0))
            if now - last > DAY_SECONDS / 2:
                self.networks[network] = (first, now)
                changed = True
                if len(self.networks) > NETWORKS_KEPT:
                    del self.networks[min(self.networks, key=lambda name: self.networks[name][1])]
        return changed

    def note_tried(self, strangers: Collection[int], now: float) -> None:
        _keep(self.tried, strangers, now)
        self.last = max(self.last, now) if self.last else now

    def note_unknown(self, address: int, now: float) -> None:
        _keep(self.unknown, (address,), now)
        self.last = max(self.last, now) if self.last else now


def finding(
    sender: Sender, habits: Habits, now: float, terms: GuardTerms, *, network: str = "", strangers: Collection[int] = ()
) -> str:
    """Why the account is to be frozen, in words for the admin; "" when nothing is wrong. `strangers` are those of
    the message at hand."""
    horizon = now - HOUR_SECONDS
    unknown = sum(1 for at in habits.unknown.values() if at > horizon)
    if terms.unknown_alone and unknown >= terms.unknown_alone:
        return f"{unknown} addresses that do not exist within an hour"
    if not _is_known(sender, habits, now, terms):
        return ""
    tried = len({one for one, at in habits.tried.items() if at > horizon} | set(strangers))
    loud, quiet = [], []
    if terms.strangers_sign and tried >= max(terms.strangers_sign, terms.jump_times * _most_in_a_day(sender, now)):
        loud.append(f"{tried} strangers within an hour")
    if terms.unknown_sign and unknown >= terms.unknown_sign:
        loud.append(f"{unknown} addresses that do not exist within an hour")
    if not loud:
        return ""
    if network and _is_new(habits, network, now):
        quiet.append("a network never used before")
    if _is_unusual_hour(habits, now, terms):
        quiet.append("an hour of the day never used before")
    return ", ".join((*loud, *quiet)) if len(loud) + len(quiet) >= 2 else ""


def hash_of(address: str) -> int:
    """The address, short: 32 bits, equal on all nodes."""
    return zlib.crc32(address.encode())


@lru_cache(maxsize=4096)
def network_of(client: str) -> str:
    """The client's network: /24, or /48 with IPv6; "" where the address says nothing."""
    try:
        address = ip_address(client)
    except ValueError:
        return ""
    return str(ip_network((address, 24 if address.version == 4 else 48), strict=False))


def _keep(kept: dict[int, float], new: Collection[int], now: float) -> None:
    horizon = now - HOUR_SECONDS
    for one in [one for one, at in kept.items() if at <= horizon]:
        del kept[one]
    for one in new:
        if len(kept) < KEPT_MOST:
            kept.setdefault(one, now)


def _is_known(sender: Sender, habits: Habits, now: float, terms: GuardTerms) -> bool:
    """Whether there is a history to compare with."""
    since = min((at for at in (sender.first_seen, sender.sent_first) if at), default=now)
    return now - since >= terms.history_days * DAY_SECONDS


def _most_in_a_day(sender: Sender, now: float) -> float:
    """The most that the account spent on new people on any day before today: who meets many is used to it."""
    today = int(now // DAY_SECONDS)
    return max((amount for day, amount in sender.spent.items() if day < today), default=0.0)


def _is_new(habits: Habits, network: str, now: float) -> bool:
    usual = [name for name, (first, _) in habits.networks.items() if now - first >= NEW_NETWORK_SECONDS]
    return bool(usual) and network not in usual


def _is_unusual_hour(habits: Habits, now: float, terms: GuardTerms) -> bool:
    """Never at this hour, nor the one before or after, in enough hours to know."""
    if sum(habits.hours.values()) < terms.hours_known:
        return False
    hour = int(now // HOUR_SECONDS) % 24
    return not any(habits.hours.get((hour + near) % 24) for near in (-1, 0, 1))
