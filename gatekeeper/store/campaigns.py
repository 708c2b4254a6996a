"""Campaigns, remembered: one content and whom it went to, how it is found again, and which links are ordinary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gatekeeper.policy.campaign import Campaign
from gatekeeper.store import schema
from gatekeeper.store.rows import Row, Rows, campaign_from, campaign_row

COMPARED = 0
"""The key of a sender's campaigns that are compared one by one. No content hashes to it by more than chance."""

COMPARED_MOST = 64
"""So many open campaigns of a sender are compared one by one, which misses nothing; those that a busy service
starts beyond them are found by their keys, as in the shared scopes: with thousands a day nothing else is bounded."""

COMMON = 16
"""A key that so many open campaigns of one scope bear already, as the link in the signature of a whole house, tells
no content from another: no more are found by it."""


class Campaigns:
    """The campaigns that the cases of one transaction read and change; over rows, over a parent, or over nothing."""

    def __init__(self, rows: Rows | None, parent: Campaigns | None) -> None:
        self._rows = rows
        self._parent = parent
        self._campaigns: dict[int, Campaign] = {}
        self._keys: dict[tuple[str, int], list[int]] = {}
        self._links: dict[tuple[str, int], float | None] = {}
        self._changed: set[int] = set()
        self._new_keys: list[Row] = []
        self._new_links: dict[tuple[str, int], Row] = {}

    def by_key(self, scope: str, keys: Iterable[int], since: float) -> list[Campaign]:
        """The open campaigns of `scope` that were started under one of `keys`."""
        keys = list(keys)
        missing = [(scope, key) for key in keys if (scope, key) not in self._keys]
        if missing:
            for one in missing:
                self._keys[one] = list(self._parent.ids_by_key(one)) if self._parent else []
            if self._rows is not None:
                for row in self._rows.find(schema.campaign_keys, ("scope", "key"), missing):
                    self._keys[row[0], row[1]].append(row[2])
        ids = {campaign for key in keys for campaign in self._keys[scope, key]}
        unknown = [one for one in ids if one not in self._campaigns]
        if unknown and self._rows is not None:
            self._take(self._rows.find(schema.campaigns, ("id",), unknown))
        return [one for one in map(self._campaign, sorted(ids)) if one is not None and one.last > since]

    def ids_by_key(self, key: tuple[str, int]) -> list[int]:
        if key not in self._keys and self._parent is not None:
            return self._parent.ids_by_key(key)
        return self._keys.get(key, [])

    def start(self, campaign: Campaign, keys: Iterable[int], since: float) -> None:
        """Begin `campaign`, to be found by those of `keys` that tell something (COMMON)."""
        keys = list(keys)
        is_open = {one.id for one in self.by_key(campaign.scope, keys, since)}
        self._campaigns[campaign.id] = campaign
        for key in keys:
            held = self._keys[campaign.scope, key]
            if key != COMPARED and len(held) >= COMMON and len(is_open.intersection(held)) >= COMMON:
                continue
            held.append(campaign.id)
            self._new_keys.append((campaign.scope, key, campaign.id))
        self._changed.add(campaign.id)

    def joined(self, campaign: Campaign) -> None:
        self._changed.add(campaign.id)

    def _campaign(self, number: int) -> Campaign | None:
        """None when it is over and deleted, though not yet the keys that led to it."""
        found = self._campaigns.get(number)
        theirs = self._parent._campaign(number) if found is None and self._parent is not None else None
        if theirs is not None:
            found = self._campaigns[number] = replace(theirs, persons=dict(theirs.persons))
        return found

    def _take(self, rows: Iterable[Row]) -> None:
        assert self._rows is not None
        new = [campaign_from(row) for row in rows if row[0] not in self._campaigns]
        self._campaigns.update((one.id, one) for one in new)
        for row in self._rows.find(schema.campaign_persons, ("campaign",), [one.id for one in new]):
            self._campaigns[row[0]].persons[row[1]] = (row[2], row[3])

    def link_known_since(self, sender: str, link: int) -> float:
        """When the sender's ordinary mail first carried this link, 0.0 if it never did."""
        key = (sender, link)
        if key not in self._links:
            if self._parent is not None:
                return self._parent.link_known_since(sender, link)
            self._links[key] = None
            if self._rows is not None:
                for row in self._rows.find(schema.sender_links, ("sender", "link"), [key]):
                    self._links[key] = row[2]
        return self._links[key] or 0.0

    def carry_links(self, sender: str, links: Iterable[int], at: float, batch: int = 0) -> None:
        """The sender's ordinary mail carries `links`. What was seen live stays as it is when an import shows it too,
        so that taking the import back changes nothing."""
        links = tuple(links)
        missing = [(sender, link) for link in links if (sender, link) not in self._links]
        if self._rows is not None and self._parent is None and missing:
            self._links |= dict.fromkeys(missing)
            for row in self._rows.find(schema.sender_links, ("sender", "link"), missing):
                self._links[row[0], row[1]] = row[2]
        for link in links:
            known = self.link_known_since(sender, link)
            if not known or (at < known and not batch):
                self._links[sender, link] = at
                self._new_links[sender, link] = (sender, link, at, batch)

    def write(self) -> None:
        """Write the changed campaigns, their keys and persons, and new ordinary links."""
        if self._rows is None:
            return
        changed = [self._campaigns[number] for number in sorted(self._changed)]
        self._rows.save(schema.campaigns, [campaign_row(one) for one in changed])
        persons = [(one.id, person, *held) for one in changed for person, held in one.persons.items()]
        self._rows.save(schema.campaign_persons, persons)
        self._rows.save(schema.campaign_keys, self._new_keys, replace=False)
        self._rows.save(schema.sender_links, list(self._new_links.values()))
