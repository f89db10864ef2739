"""Single agencies among the many: who is missing, who rose or fell, who is first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

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
