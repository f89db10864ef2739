"""What ``prongsai analyse`` is asked, and the expression that answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from prongsai.analysis.summaries.agencies import WHO, changes, missing, ranks
from prongsai.analysis.summaries.groups import histogram, narrowed, summary, summary_of_measures, with_change
from prongsai.analysis.table import INDICATORS, INSTRUMENTS

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Show(StrEnum):
    """What is shown."""

    SUMMARY = "summary"  # a row a group
    DISTRIBUTION = "distribution"  # how many agencies between which scores
    SCORES = "scores"  # every agency with everything
    RANKS = "ranks"
    CHANGES = "changes"  # since the year before
    OUTLIERS = "outliers"
    MISSING = "missing"  # agencies of the register without a total


@dataclass(frozen=True, slots=True)
class Question:
    """``by``: groups, of ``GROUPS`` or ``indicator``. ``only``: column to values to narrow to. Empty ``years``: all."""

    show: Show
    by: Sequence[str]
    measure: str
    years: Sequence[int]
    only: Mapping[str, Sequence[str]]


def answer(question: Question, scores: ir.Table, register: ir.Table, years: Sequence[int]) -> ir.Table:
    """The rows that answer, in their order; ``years``: all that the country has. Outliers are no expression."""
    wanted = list(question.years or years)
    if question.show is Show.MISSING:
        # Who is missing has no level: of the register only what the register knows is narrowed.
        bodies = narrowed(register, **{name: values for name, values in question.only.items() if name in WHO})
        return missing(bodies, scores, wanted).order_by("year", "code")
    if question.show is Show.SUMMARY:
        return _summary(question, narrowed(scores, **question.only), wanted)
    if question.show is Show.DISTRIBUTION:
        by = ["year", *(name for name in question.by if name not in ("year", "indicator"))]
        some = narrowed(scores, **question.only, year=wanted)
        return histogram(some, by, question.measure).order_by(*by, "bar")
    # A rank, and what is usual, are of the whole country, whatever part of it is looked at.
    rows, order = _agencies(question, scores)
    return narrowed(rows, **question.only, year=wanted).order_by("year", *order, "code")


def _summary(question: Question, scores: ir.Table, years: Sequence[int]) -> ir.Table:
    import ibis

    within = [name for name in question.by if name not in ("year", "indicator")]
    by = ["year", *within]
    if "indicator" in question.by:
        groups = summary_of_measures(scores, by, ("total", *INSTRUMENTS, *INDICATORS))
        rows = narrowed(with_change(groups, [*by, "measure"]), year=years)
        return rows.order_by(*by, "place").drop("place", "passed")
    rows = narrowed(with_change(summary(scores, by, question.measure), by), year=years)
    return rows.order_by("year", ibis.desc("mean"), *within)


def _agencies(question: Question, scores: ir.Table) -> tuple[ir.Table, list[Any]]:
    """The agencies of the whole country, and in which order they stand."""
    import ibis

    if question.show is Show.CHANGES:
        return changes(scores, question.measure), [ibis.desc("change")]
    if question.show is Show.RANKS:
        return ranks(scores, question.measure), ["place"]
    return scores.drop("number"), []
