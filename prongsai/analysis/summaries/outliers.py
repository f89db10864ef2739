"""Agencies far from their kind, by the rules of ``core.country.outliers``: what the overseer's pages name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as arrow

from prongsai.analysis.summaries.agencies import WHO
from prongsai.analysis.table import INDICATORS
from prongsai.core.country.outliers import outliers
from prongsai.core.country.summary import Row

_SCHEMA = arrow.schema(
    [
        *((name, arrow.int32() if name == "number" else arrow.string()) for name in WHO),
        ("year", arrow.int32()),
        *((name, arrow.string()) for name in ("level", "rule")),
        *((name, arrow.int32()) for name in ("indicator", "score", "middle")),
        ("times", arrow.string()),
    ]
)


def far(scores: arrow.Table, years: Iterable[int], only: Mapping[str, Sequence[str]]) -> arrow.Table:
    """What is far within its kind in the whole country, of ``years``, the farthest first; ``only``: see ``Question``.

    ``score`` and ``middle`` are the value and the middle of an ``Outlier``, in hundredths; ``indicator`` is null for
    a change. ``scores`` need the years before, too.
    """
    known = [one for one in scores.to_pylist() if one["total"] is not None and None not in _indicators(one)]
    totals = {(one["year"], one["number"]): one["total"] for one in known}
    found = [row for year in sorted(years) for row in _of_year([one for one in known if one["year"] == year], totals)]
    kept = [one for one in found if all(one[name] in values for name, values in only.items() if values)]
    return arrow.Table.from_pylist(kept, _SCHEMA)


def _of_year(known: Sequence[Mapping[str, Any]], totals: Mapping[tuple[int, int], int]) -> Iterator[dict[str, Any]]:
    agencies = {one["number"]: one for one in known}
    for one in outliers([_row(agency, totals) for agency in known]):
        agency = agencies[one.body]
        who = {name: agency[name] for name in (*WHO, "year", "level")}
        where = {"rule": str(one.rule), "indicator": one.indicator or None}
        yield {**who, **where, "score": one.value, "middle": one.middle, "times": one.times}


def _row(agency: Mapping[str, Any], totals: Mapping[tuple[int, int], int]) -> Row:
    total, before = agency["total"], totals.get((agency["year"] - 1, agency["number"]))
    change = None if before is None else total - before
    return Row(
        agency["number"], agency["kind"], agency["province"], total, _indicators(agency), agency["level"], change
    )


def _indicators(agency: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(agency[name] for name in INDICATORS)
