"""The links of a year, as the list shows them: each once, with all items that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit

from django.utils import timezone

from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, State, Watch
from prongsai.web.links.queries.items import WORST_FIRST
from prongsai.web.links.queries.words import said_of

#: Whoever has waited so long for a look may ask again: the checker was stopped.
PATIENCE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link with the items that show it, in their order, and its host."""

    link: Link
    watches: tuple[Watch, ...]

    @property
    def host(self) -> str:
        """The name of the server, as the address has it; empty where the address has none."""
        return host_of(self.link.url)

    @property
    def readable(self) -> str:
        """The address with its Thai letters as letters, for people; the address itself where that cannot be."""
        try:
            text = unquote(self.link.url, errors="strict")
        except UnicodeDecodeError:
            return self.link.url
        return text if text.isprintable() else self.link.url

    @property
    def is_web(self) -> bool:
        """Whether a browser may be led there: what else an address can be, such as ``javascript:``, is only shown."""
        return self.link.url.lower().startswith(("http://", "https://"))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the items, each once."""
        return tuple(dict.fromkeys(one.code for one in self.watches))

    @property
    def label(self) -> str:
        """The words that lead to it; else the title of its page, else nothing."""
        return next((one.label for one in self.watches if one.label), self.link.title)

    @property
    def divisions(self) -> tuple[str, ...]:
        """The names of the divisions that answer for it."""
        return tuple(dict.fromkeys(one.division.name for one in self.watches if one.division))

    @property
    def division_ids(self) -> set[int]:
        """The divisions that answer for it, by number."""
        return {one.division_id for one in self.watches if one.division_id is not None}

    @property
    def is_awaited(self) -> bool:
        """Whether somebody has asked for a look and still waits for it."""
        return is_awaited(self.link)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What was noticed, the gravest first, each with the way out."""
        return said_of(self.link)


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the list somebody wants to see; empty: all."""

    state: str = ""
    code: str = ""
    division: int | None = None
    host: str = ""

    def fits(self, line: LinkLine) -> bool:
        """Whether the line is wanted."""
        return (
            self.state in ("", line.link.state)
            and (not self.code or self.code in line.codes)
            and (self.division is None or self.division in line.division_ids)
            and self.host in ("", line.host)
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """How many links of a list are in each state, how many wait for a look, and when the newest look was."""

    fine: int
    doubtful: int
    broken: int
    unknown: int
    awaited: int
    checked_at: datetime | None

    @property
    def total(self) -> int:
        """All of them."""
        return self.fine + self.doubtful + self.broken + self.unknown


def figures_of(lines: Collection[LinkLine]) -> Figures:
    """The figures of a list."""
    states = Counter(line.link.state for line in lines)
    return Figures(
        fine=states[State.FINE],
        doubtful=states[State.DOUBTFUL],
        broken=states[State.BROKEN],
        unknown=states[State.UNKNOWN],
        awaited=sum(is_awaited(line.link) for line in lines),
        checked_at=max((line.link.checked_at for line in lines if line.link.checked_at), default=None),
    )


def is_awaited(link: Link) -> bool:
    """Whether somebody has asked for a look and still waits for it."""
    return link.wanted_at is not None and link.wanted_at >= timezone.now() - PATIENCE


def lines_of(agency: Agency, fiscal_year: int) -> list[LinkLine]:
    """All links of a year, the broken first, then in the order of the items. One query."""
    watches = Watch.objects.of(agency).filter(fiscal_year=fiscal_year).select_related("link", "division")
    return _lines(watches)


def lines_of_links(agency: Agency, links: Collection[Link]) -> list[LinkLine]:
    """These links with all items that show them now, in the order of the list. One query."""
    watches = Watch.objects.of(agency).filter(link__in=links).select_related("link", "division")
    return _lines(watches)


def line_of(agency: Agency, fiscal_year: int, link_id: int) -> LinkLine | None:
    """One link that the year shows, with the items that show it; None where the year shows no such link."""
    watches = Watch.objects.of(agency).filter(fiscal_year=fiscal_year, link__pk=link_id)
    return next(iter(_lines(watches.select_related("link", "division"))), None)


def host_of(url: str) -> str:
    """The name of the server in an address, in small letters; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # such as a broken IPv6 address
        return ""


def _lines(watches: Iterable[Watch]) -> list[LinkLine]:
    ordered = sorted(watches, key=lambda one: (one.fiscal_year, _number(one.code), one.code, one.pk))
    grouped: dict[int, list[Watch]] = {}
    for watch in ordered:
        grouped.setdefault(watch.link_id, []).append(watch)
    lines = [LinkLine(found[0].link, tuple(found)) for found in grouped.values()]
    return sorted(lines, key=lambda line: WORST_FIRST.index(State(line.link.state)))


def _number(code: str) -> int:
    figures = code[1:]
    return int(figures) if figures.isascii() and figures.isdigit() else 0
