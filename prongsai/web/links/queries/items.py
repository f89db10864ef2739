"""The links of items: what each item of a year shows, and how that stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.links.models import Link, State, Watch
from prongsai.web.links.queries.words import said_of

#: The states from the worst: what needs a hand comes first.
WORST_FIRST = (State.BROKEN, State.DOUBTFUL, State.UNKNOWN, State.FINE)


@dataclass(frozen=True, slots=True)
class ItemLinks:
    """The links that an item shows, in its order."""

    code: str
    links: tuple[Link, ...]

    def count(self, state: State) -> int:
        """How many are in that state."""
        return sum(link.state == state for link in self.links)

    @property
    def fine(self) -> int:
        """How many open well."""
        return self.count(State.FINE)

    @property
    def doubtful(self) -> int:
        """How many open, but should be looked at."""
        return self.count(State.DOUBTFUL)

    @property
    def broken(self) -> int:
        """How many do not open."""
        return self.count(State.BROKEN)

    @property
    def unknown(self) -> int:
        """How many were not looked at yet, or ask not to be."""
        return self.count(State.UNKNOWN)

    @property
    def worst(self) -> State:
        """The worst state of any; UNKNOWN where there is no link."""
        states = {link.state for link in self.links}
        return next((state for state in WORST_FIRST if state in states), State.UNKNOWN)

    @property
    def since(self) -> datetime | None:
        """Since when the worst state holds: of the link that has been in it the longest."""
        return min((link.since for link in self._worst if link.since), default=None)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What was noticed of the links in the worst state, each with the way out, once."""
        found = [sentence for link in self._worst for sentence in said_of(link)]
        return tuple(dict.fromkeys(found))

    @property
    def _worst(self) -> list[Link]:
        return [link for link in self.links if link.state == self.worst]


def links_at(agency: Agency, urls: Collection[str]) -> dict[str, Link]:
    """The links of these addresses; an address that is not watched is not among them."""
    return {link.url: link for link in Link.objects.of(agency).filter(url__in=urls)}


def links_of_items(agency: Agency, fiscal_year: int) -> dict[str, list[Link]]:
    """Code of an item to the links that it shows that year; one query."""
    found: dict[str, list[Link]] = {}
    for watch in Watch.objects.of(agency).filter(fiscal_year=fiscal_year).select_related("link").order_by("id"):
        found.setdefault(watch.code, []).append(watch.link)
    return found


def states_of_items(agency: Agency, fiscal_year: int) -> dict[str, ItemLinks]:
    """Code of an item to how the links stand that it shows that year; items without links are not in it. One query."""
    return {code: ItemLinks(code, tuple(links)) for code, links in links_of_items(agency, fiscal_year).items()}


def names_of(agency: Agency, watches: Iterable[Watch]) -> list[tuple[Watch, str]]:
    """Each watch with the name of its item in that year; empty where the year's framework has no such item."""
    found = []
    for watch in watches:
        framework, _provisional = framework_for(agency, watch.fiscal_year)
        item = framework.item(watch.code)
        found.append((watch, item.name if item else ""))
    return found


def broken_by_year(agency: Agency, division_id: int | None) -> list[tuple[int, int]]:
    """(fiscal year, how many of its links were found broken twice), newest first; of a division where one is named."""
    watches = Watch.objects.of(agency).filter(link__state=State.BROKEN, link__failures__gte=2)
    if division_id is not None:
        watches = watches.filter(division=division_id)
    counted = watches.values("fiscal_year").annotate(number=Count("link", distinct=True)).order_by("-fiscal_year")
    return [(row["fiscal_year"], row["number"]) for row in counted]
