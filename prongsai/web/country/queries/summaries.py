"""The summaries of a scope: one year, and all years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.country.outliers import Outlier, Rule
from prongsai.core.country.scope import COUNTRY, Reach, Scope
from prongsai.core.country.summary import Group, Summary, from_json
from prongsai.web.assessments.queries import KindMean
from prongsai.web.country.models import YearSummary

#: The mean of fewer agencies would tell of single ones.
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class YearHead:
    """A year of a scope in short; scores in hundredths."""

    fiscal_year: int
    bodies: int
    with_result: int
    mean: int | None
    median: int | None


def years_of(scope: Scope) -> list[YearHead]:
    """The years with results in that scope, the oldest first."""
    rows = YearSummary.objects.filter(scope=scope.key, with_result__gt=0).order_by("fiscal_year")
    return [YearHead(*row) for row in rows.values_list("fiscal_year", "bodies", "with_result", "mean", "median")]


def summaries_of(scope: Scope, *years: int) -> dict[int, Summary]:
    """The summaries of these years, as far as there are."""
    rows = YearSummary.objects.filter(scope=scope.key, fiscal_year__in=years).values_list("fiscal_year", "figures")
    return {year: from_json(figures) for year, figures in rows}


def outliers_of(scope: Scope, year: int) -> list[Outlier]:
    """Results that stand far from those of their kind within the scope, the farthest first."""
    stored = YearSummary.objects.filter(scope=scope.key, fiscal_year=year).values_list("outliers", flat=True).first()
    return [Outlier(**{**one, "rule": Rule(one["rule"])}) for one in stored or ()]


def means_of_kind(kind: str, years: Sequence[int]) -> dict[int, KindMean]:
    """The mean of that kind over the whole country, of the years in which enough of them have a result."""
    found = {year: summary.kind(kind) for year, summary in summaries_of(COUNTRY, *years).items()}
    return {
        year: KindMean(group.mean, group.with_result)
        for year, group in found.items()
        if group and group.mean is not None and group.with_result >= _FEWEST
    }


def regions_of(year: int) -> dict[str, Group]:
    """The regions of the country in a year, by code, each as one group."""
    prefix = f"{Reach.REGION}:"
    rows = YearSummary.objects.filter(scope__startswith=prefix, fiscal_year=year).values_list(
        "scope", "bodies", "with_result", "mean", "median", "figures__change"
    )
    return {
        scope.removeprefix(prefix): Group(scope.removeprefix(prefix), bodies, with_result, mean, median, change, ())
        for scope, bodies, with_result, mean, median, change in rows
    }
