"""Means and quantiles of whole numbers, half-up, as whole numbers: the arithmetic of ``core.country.hundredths``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def mean(column: ir.IntegerColumn) -> ir.IntegerScalar:
    """The mean of what is not null: twice the sum and once the count, by twice the count, rounded down."""
    return ((column.sum() * 2 + column.count()) // (column.count() * 2)).cast("int32")


def quantile(column: ir.IntegerColumn, share: float) -> ir.IntegerScalar:
    """The value below which that share lies, straight between neighbours (type 7 of Hyndman and Fan 1996).

    Shares of a quarter, a half and three quarters give quarters of whole numbers, which floating point holds exactly.
    """
    return (column.quantile(share) + 0.5).floor().cast("int32")
