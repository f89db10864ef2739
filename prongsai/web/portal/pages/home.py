"""The home of an agency's public pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _

from prongsai.core.publication.content import Chart, Content
from prongsai.web.portal.keeping import Asked, Made, kept, rendered
from prongsai.web.portal.queries import Entry, Publication, entries_of
from prongsai.web.published.queries import shown_of

#: So many of the newest are told.
NEWS = 6


@dataclass(frozen=True, slots=True)
class Year:
    """A year with how much of it is public, and since when the newest of it is."""

    year: int
    count: int
    newest: datetime


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The newest plan or result in one picture, and where the whole of it stands."""

    entry: Entry
    content: Content
    chart: Chart | None


@kept
def home(asked: Asked) -> Made:
    """Search, the years, what is new, how far the plan is, what came out, and how to take part."""
    entries = [one for one in entries_of(asked.agency) if not one.withdrawn]
    context = {
        "years": _years(entries),
        "news": sorted(entries, key=lambda one: one.published_at, reverse=True)[:NEWS],
        "plan": _glimpse(asked, entries, Publication.Kind.PLAN),
        "scores": _glimpse(asked, entries, Publication.Kind.SCORES),
        "reports": [one for one in entries if one.publication.kind == Publication.Kind.REPORT][:4],
        "description": _("What %(agency)s shows the public: services, money, staff, complaints, and how it improves")
        % {"agency": asked.agency.name},
        "path": f"{asked.agency.slug}/",
    }
    return rendered(asked, "home.html", context, modified=asked.shelf.changed_at)


def _years(entries: list[Entry]) -> list[Year]:
    by_year = ((year, list(group)) for year, group in groupby(entries, lambda one: one.publication.fiscal_year))
    return [Year(year, len(group), max(one.published_at for one in group)) for year, group in by_year]


def _glimpse(asked: Asked, entries: list[Entry], kind: str) -> Glimpse | None:
    newest = next((one for one in entries if one.publication.kind == kind), None)
    if newest is None:
        return None
    content = shown_of(asked.agency, [newest.publication])[0].content
    chart = next((chart for section in content.sections for chart in section.charts), None)
    return Glimpse(newest, content, chart)
