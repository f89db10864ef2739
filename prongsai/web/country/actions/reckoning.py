"""Summaries are made with the results, in the same transaction: no page ever adds up thousands of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from django.db.models import ExpressionWrapper, F, OuterRef, SmallIntegerField, Subquery

from prongsai.core.country.outliers import outliers
from prongsai.core.country.scope import Scope, scopes_of
from prongsai.core.country.summary import Row, summarise
from prongsai.web.country.models import Body, BodyResult, YearSummary
from prongsai.web.country.queries.bodies import expected

_COLUMNS = ("body_id", "kind", "province", "total", "level", "change", *(f"i{number}" for number in range(1, 11)))


def reckon(years: Iterable[int], provinces: Iterable[str]) -> None:
    """Make the changes and summaries of these years, and of those that follow on them, anew.

    ``provinces`` are all in which a changed body is or was (see ``provinces_of``): other scopes than theirs stay.
    """
    wanted = set(years)
    scopes = {scope for province in provinces for scope in scopes_of(province)}
    known = set(BodyResult.objects.order_by().values_list("fiscal_year", flat=True).distinct())
    for year in sorted(wanted | {one + 1 for one in wanted} & known):
        _set_changes(year)
        _summarise(year, scopes)


def provinces_of(bodies: Iterable[Body]) -> set[str]:
    """Where these bodies are, and were in the years of their results."""
    known = {one.pk: one.province for one in bodies}
    then = BodyResult.objects.order_by().filter(body__in=list(known)).values_list("province", flat=True)
    return {*known.values(), *then.distinct()}


def _set_changes(year: int) -> None:
    before = BodyResult.objects.filter(body=OuterRef("body"), fiscal_year=year - 1).values("total")[:1]
    change = ExpressionWrapper(F("total") - Subquery(before), output_field=SmallIntegerField())
    BodyResult.objects.filter(fiscal_year=year).update(change=change)


def _summarise(year: int, wanted: set[Scope]) -> None:
    scopes: dict[Scope, list[Row]] = {}
    for row in _rows(year):
        for scope in wanted.intersection(scopes_of(row.province)):
            scopes.setdefault(scope, []).append(row)
    YearSummary.objects.filter(fiscal_year=year, scope__in=[scope.key for scope in wanted]).delete()
    YearSummary.objects.bulk_create([_summary(scope, year, rows) for scope, rows in scopes.items()])


def _rows(year: int) -> Iterator[Row]:
    """Every body of the year, those with a result first."""
    with_result = set()
    for body, kind, province, total, level, change, *indicators in BodyResult.objects.filter(
        fiscal_year=year
    ).values_list(*_COLUMNS):
        with_result.add(body)
        yield Row(body, kind, province, total, tuple(indicators), level, change)
    for body, kind, province in expected(year).values_list("pk", "kind", "province"):
        if body not in with_result:
            yield Row(body, kind, province)


def _summary(scope: Scope, year: int, rows: list[Row]) -> YearSummary:
    found = summarise(rows)
    return YearSummary(
        scope=scope.key,
        fiscal_year=year,
        bodies=found.bodies,
        with_result=found.with_result,
        mean=found.mean,
        median=found.median,
        figures=found.as_json(),
        outliers=[asdict(one) for one in outliers(rows)],
    )


def years_missing(bodies: Iterable[Body]) -> set[int]:
    """The years in which one of these bodies is expected and has no result: there its kind and province count."""
    known = {one.pk: one for one in bodies}
    years = set(YearSummary.objects.order_by().values_list("fiscal_year", flat=True).distinct())
    has = set(BodyResult.objects.filter(body__in=list(known)).values_list("body_id", "fiscal_year"))
    return {year for year in years for pk, one in known.items() if year >= one.since_year and (pk, year) not in has}
