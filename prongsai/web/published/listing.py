"""Which agencies have something public now, for the directory of an installation; and of which years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from prongsai.web.agencies.models import Agency
from prongsai.web.published.models import Searchable, Shelf


@dataclass(frozen=True, slots=True)
class Shows:
    """How much an agency shows now: publications, its newest fiscal year, and when it last published one of them."""

    count: int
    newest_year: int
    last: datetime


def agencies_showing() -> QuerySet[Agency]:
    """The agencies of which something is public now: not those that have withdrawn everything."""
    return Agency.objects.filter(Exists(Searchable.objects.of(OuterRef("pk"))))


def provinces_showing() -> list[tuple[str, int]]:
    """(province, how many agencies there show something), in no order."""
    counted = agencies_showing().order_by().values_list("province").annotate(count=Count("pk"))
    return [(province, count) for province, count in counted]


def kinds_showing() -> dict[str, int]:
    """How many agencies of each kind show something."""
    counted = agencies_showing().order_by().values_list("kind").annotate(count=Count("pk"))
    return dict(counted)


def shows_of(agencies: Iterable[Agency]) -> dict[int, Shows]:
    """How much each of these agencies shows, by its id. One query."""
    found = Searchable.objects.everywhere().filter(agency__in=[one.pk for one in agencies]).values_list("agency")
    counted = found.annotate(Count("pk"), Max("fiscal_year"), Max("published_at"))
    return {agency: Shows(count, year, last) for agency, count, year, last in counted}


def years_found(agency: Agency) -> list[int]:
    """The fiscal years of which something is public, the newest first."""
    years = Searchable.objects.of(agency).order_by("-fiscal_year").values_list("fiscal_year", flat=True)
    return list(years.distinct())


def shelves_showing(most: int) -> list[tuple[int, str, datetime]]:
    """(id and slug of the agency, its last act) of the agencies of which something is public now, by their slugs."""
    showing = Exists(Searchable.objects.of(OuterRef("agency")))
    found = Shelf.objects.everywhere().filter(showing).order_by("agency__slug")
    return list(found.values_list("agency", "agency__slug", "changed_at")[:most])
