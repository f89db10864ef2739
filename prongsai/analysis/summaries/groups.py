"""Scores by kind, province, region, size, level and year: how many, how high, how spread, how changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from prongsai.analysis.summaries.whole import mean, quantile
from prongsai.analysis.table import MEASURES

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What scores can be grouped by, and drilled down to.
GROUPS = ("year", "kind", "size", "province", "region", "level")
#: The width of a bar of the distribution: five points. A score of 100 stands in the last bar.
BAR = 500
_FULL = 10_000


def narrowed(scores: ir.Table, **wanted: Sequence[str | int]) -> ir.Table:
    """Only the rows with one of the wanted values in each of these columns; a column without wanted values is free."""
    for column, values in wanted.items():
        if values:
            scores = scores.filter(scores[column].isin(list(values)))
    return scores


def summary(scores: ir.Table, by: Sequence[str], measure: str = "total") -> ir.Table:
    """A row a group: how many ``agencies`` have the measure, ``mean``, ``least`` to ``most``, how many ``passed``."""
    known = scores.filter(scores[measure].notnull())
    score = known[measure]
    return known.group_by(list(by)).aggregate(
        agencies=known.count().cast("int32"),
        mean=mean(score),
        least=score.min(),
        lower_quarter=quantile(score, 0.25),
        median=quantile(score, 0.5),
        upper_quarter=quantile(score, 0.75),
        most=score.max(),
        passed=known.passed.cast("int32").sum().cast("int32"),
    )


def summary_of_measures(scores: ir.Table, by: Sequence[str], measures: Sequence[str] = MEASURES) -> ir.Table:
    """The summaries of several measures, below each other, each row with its ``measure``."""
    import ibis

    tables = [
        summary(scores, by, measure).mutate(measure=ibis.literal(measure), place=ibis.literal(place).cast("int32"))
        for place, measure in enumerate(measures)
    ]
    return reduce(lambda one, other: one.union(other), tables)


def with_change(groups: ir.Table, by: Sequence[str]) -> ir.Table:
    """A summary by year and more, with ``before``, the mean of the group in the year before, and the ``change``."""
    before = groups.select(
        *(groups[name] for name in by if name != "year"), year=groups.year + 1, before=groups["mean"]
    )
    joined = groups.left_join(before, list(by))
    kept = [joined[name] for name in groups.columns]
    return joined.select(*kept, joined.before, change=joined["mean"] - joined.before)


def histogram(scores: ir.Table, by: Sequence[str], measure: str = "total") -> ir.Table:
    """How many agencies stand in each bar: ``bar`` is its lower end in hundredths. Empty bars have no row."""
    known = scores.filter(scores[measure].notnull())
    lower = (known[measure] // BAR).cast("int32")
    last = _FULL // BAR - 1
    known = known.mutate(bar=(lower > last).ifelse(last, lower).cast("int32") * BAR)
    return known.group_by([*by, "bar"]).aggregate(agencies=known.count().cast("int32"))
