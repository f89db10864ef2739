"""Single agencies among the many: who is missing, who stands out, who rose or fell, who is first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from prongsai.analysis.summaries.whole import divided, quantile

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: A group (kind and year) of fewer agencies has no outliers: its middle says too little.
ENOUGH = 10
#: The robust z in ten-thousandths of a unit: 0.6745 × distance from the median / median of the distances, beyond ± 3.5.
#: Source of both numbers: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
SCALE, BEYOND = 6745, 35_000
WHO = ("number", "code", "name", "kind", "size", "province", "region")


def missing(register: ir.Table, scores: ir.Table, years: Sequence[int]) -> ir.Table:
    """Agencies of the register without a total in a year. ``begun``: something is known, but not enough for a total."""
    import ibis

    tables = []
    for year in years:
        of_year = scores.filter(scores.year == year)
        begun = of_year.filter(of_year.total.isnull()).select(number="number", begun=ibis.literal(True))
        absent = register.anti_join(of_year.filter(of_year.total.notnull()), "number")
        told = absent.left_join(begun, "number")
        rows = told.select(*(told[name] for name in WHO), begun=told.begun.fill_null(False))
        tables.append(rows.mutate(year=ibis.literal(year).cast("int32")))
    return reduce(lambda one, other: one.union(other), tables)


def outliers(scores: ir.Table, measure: str = "total") -> ir.Table:
    """Agencies far from others of their kind and year: ``score``, ``median`` of those, and ``z`` in hundredths.

    The rule is above. Where more than half of a group have the very same score there is no scale, and no outlier.
    """
    by = ["kind", "year"]
    known = scores.filter(scores[measure].notnull())
    middle = known.group_by(by).aggregate(median=quantile(known[measure], 0.5), among=known.count().cast("int32"))
    joined = known.join(middle, by)
    away = joined.mutate(distance=(joined[measure] - joined.median).abs())
    usual = away.group_by(by).aggregate(usual=quantile(away.distance, 0.5))
    judged = away.join(usual, by)
    far = judged.filter(
        (judged.among >= ENOUGH) & (judged.usual > 0) & (judged.distance * SCALE > judged.usual * BEYOND)
    )
    z = divided(far.distance * SCALE, far.usual * 100)
    return far.select(
        *(far[name] for name in WHO),
        far.year,
        far.level,
        far.median,
        score=far[measure],
        z=(far[measure] < far.median).ifelse(-z, z).cast("int32"),
    )


def changes(scores: ir.Table, measure: str = "total") -> ir.Table:
    """Each agency's ``score``, the one of the year ``before``, and the ``change``; only where both are known."""
    known = scores.filter(scores[measure].notnull())
    before = known.select(number="number", year=known.year + 1, before=known[measure])
    joined = known.join(before, ["number", "year"])
    return joined.select(
        *(joined[name] for name in WHO),
        joined.year,
        joined.level,
        joined.before,
        score=joined[measure],
        change=joined[measure] - joined.before,
    )


def ranks(scores: ir.Table, measure: str = "total") -> ir.Table:
    """Each agency's place in its year: of ``all``, among its ``kind``, in its ``province``; equal scores share one."""
    import ibis

    known = scores.filter(scores[measure].notnull())

    def place(*within: str) -> ir.IntegerColumn:
        window = ibis.window(group_by=["year", *within], order_by=ibis.desc(known[measure]))
        return (ibis.rank().over(window) + 1).cast("int32")

    return known.select(
        *(known[name] for name in WHO),
        known.year,
        known.level,
        score=known[measure],
        place=place(),
        place_in_kind=place("kind"),
        place_in_province=place("province"),
    )
