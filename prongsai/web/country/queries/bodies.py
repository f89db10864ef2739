"""Bodies and their results, within a scope, narrowed and in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from prongsai.core.country.kinds import KINDS
from prongsai.core.country.regions import region_of
from prongsai.core.country.scope import Reach, Scope
from prongsai.web.country.models import Body, BodyResult

#: How a list may be ordered: change first, since progress says more than rank.
SORTS = ("-change", "change", "-total", "total")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; empty: not narrowed. ``missing``: bodies without a result."""

    q: str = ""
    kind: str = ""
    level: str = ""
    province: str = ""
    missing: bool = False
    sort: str = SORTS[0]

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Filters:
        """From the query of an address; what is not known counts as not asked."""
        kind, province, sort = asked.get("kind", ""), asked.get("province", ""), asked.get("sort", "")
        return cls(
            q=" ".join(asked.get("q", "").replace("\0", "").split())[:_LONGEST],
            kind=kind if kind in KINDS else "",
            level=asked.get("level", "").replace("\0", "")[:_LONGEST],
            province=province if region_of(province) else "",
            missing=asked.get("state") == "missing",
            sort=sort if sort in SORTS else SORTS[0],
        )

    def query(self) -> dict[str, str]:
        """The query of an address that asks for the same."""
        found = {"q": self.q, "kind": self.kind, "level": self.level, "province": self.province}
        found |= {"state": "missing"} if self.missing else {"sort": self.sort} if self.sort != SORTS[0] else {}
        return {key: value for key, value in found.items() if value}

    def sorted_by(self, sort: str) -> Filters:
        """The same in another order."""
        return replace(self, sort=sort)


def within(scope: Scope) -> Q:
    """The rows of a scope, of bodies as of results."""
    if scope.reach is Reach.PROVINCE:
        return Q(province=scope.name)
    return Q(region=scope.name) if scope.reach is Reach.REGION else Q()


def results_of(scope: Scope, year: int, filters: Filters) -> QuerySet[BodyResult]:
    """The results of a year in that scope, narrowed and in order."""
    found = BodyResult.objects.filter(within(scope), fiscal_year=year)
    if filters.q:
        found = found.filter(body__name__icontains=filters.q)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.level:
        found = found.filter(level=filters.level)
    if filters.province:
        found = found.filter(province=filters.province)
    column = F(filters.sort.removeprefix("-"))
    first = column.desc(nulls_last=True) if filters.sort.startswith("-") else column.asc(nulls_last=True)
    return found.order_by(first, "-total", "body_id")


def missing_of(scope: Scope, year: int, filters: Filters) -> QuerySet[Body]:
    """The bodies of that scope that are expected to have a result of the year and have none."""
    has = BodyResult.objects.filter(body=OuterRef("pk"), fiscal_year=year)
    found = expected(year).filter(within(scope)).filter(~Exists(has))
    if filters.q:
        found = found.filter(name__icontains=filters.q)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.province:
        found = found.filter(province=filters.province)
    return found.order_by("province", "name", "pk")


def expected(year: int) -> QuerySet[Body]:
    """The bodies that the assessment of that year covers."""
    return Body.objects.filter(since_year__lte=year).filter(Q(until_year=None) | Q(until_year__gte=year))


def improved_of(scope: Scope, year: int, most: int) -> list[BodyResult]:
    """The results that rose most since the year before."""
    found = BodyResult.objects.filter(within(scope), fiscal_year=year, change__gt=0)
    return list(found.select_related("body").order_by("-change", "body_id")[:most])


def body_at(pk: int) -> Body | None:
    """The body of that number."""
    return Body.objects.filter(pk=pk).first()


def bodies_at(numbers: list[int], year: int) -> dict[int, BodyResult]:
    """The results of a year of these bodies, by the body's number."""
    found = BodyResult.objects.filter(body_id__in=numbers, fiscal_year=year).select_related("body")
    return {one.body_id: one for one in found}


def results_over_years(body: Body) -> list[BodyResult]:
    """All results of a body, the newest first."""
    return list(BodyResult.objects.filter(body=body).order_by("-fiscal_year"))
