"""What is known of all agencies of a year, row by row in one order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from prongsai.analysis.counting.columns import AnswerColumn
from prongsai.analysis.counting.counts import Counts, Whole
from prongsai.analysis.scoring.tree import Integers, Mask
from prongsai.core.framework.framework import Framework

#: An item that does not apply to an agency.
NOT_APPLICABLE = -1


@dataclass(frozen=True, slots=True)
class Items:
    """Results of disclosure items: ``agencies`` rising, ``values`` a row an agency, a column each of ``codes``.

    Values are hundredths of 0 to 100, or NOT_APPLICABLE.
    """

    agencies: Whole
    codes: tuple[str, ...]
    values: Whole


@dataclass(frozen=True, slots=True)
class Evidence:
    """``agencies`` (numbers) are the rows of everything here. ``kinds``: of each agency.

    ``answers``: key of a part of a question to its counts, a column a value in the order of ``columns``. ``items``:
    code to hundredths. ``judged``: whose items have results.
    """

    agencies: Whole
    kinds: Sequence[str]
    columns: Mapping[str, AnswerColumn]
    answers: Mapping[str, Whole]
    items: Mapping[str, Whole]
    judged: Mask

    def rows(self, mask: Mask) -> Evidence:
        """Of some agencies only."""
        return Evidence(
            self.agencies[mask],
            [kind for kind, kept in zip(self.kinds, mask, strict=True) if kept],
            self.columns,
            {key: values[mask] for key, values in self.answers.items()},
            {code: values[mask] for code, values in self.items.items()},
            self.judged[mask],
        )


def evidence(
    agencies: Whole,
    kinds: Sequence[str],
    columns: Mapping[str, Sequence[AnswerColumn]],
    counts: Mapping[str, Counts],
    items: Items | None,
) -> Evidence:
    """Counts by instrument and items, brought to the rows of the agencies (numbers, rising, of those kinds)."""
    answers: dict[str, Whole] = {}
    for instrument, some in columns.items():
        rows = _Rows(agencies, counts[instrument].agencies)
        places = {name: place for place, name in enumerate(counts[instrument].names)}
        for one in some:
            first = places[one.counted[0]]
            answers[one.key] = rows.moved(counts[instrument].values[:, first : first + len(one.counted)], 0)
    flat = {one.key: one for some in columns.values() for one in some}
    if items is None:
        return Evidence(agencies, kinds, flat, answers, {}, np.zeros(len(agencies), bool))
    rows = _Rows(agencies, items.agencies)
    by_code = {code: rows.moved(items.values[:, place], NOT_APPLICABLE) for place, code in enumerate(items.codes)}
    return Evidence(agencies, kinds, flat, answers, by_code, np.isin(agencies, items.agencies))


class _Rows:
    """Where the rows of ``numbers`` stand among the agencies; rows of others are dropped."""

    def __init__(self, agencies: Whole, numbers: Whole) -> None:
        self._same = np.array_equal(agencies, numbers)
        self._kept = np.flatnonzero(np.isin(numbers, agencies))
        self._places = np.searchsorted(agencies, numbers[self._kept])
        self._count = len(agencies)

    def moved(self, values: Whole, nothing: int) -> Whole:
        """Some columns brought to the rows of the agencies; ``nothing`` where there is no row."""
        if self._same:
            return values
        result = np.full((self._count, *values.shape[1:]), nothing, np.int32)
        result[self._places] = values[self._kept]
        return result


def unknown_items(framework: Framework, given: Evidence) -> Mask:
    """A mask of agencies of which no item has a result; everybody where the table lacks an item of the framework."""
    if any(one.code not in given.items for one in framework.items):
        return np.ones(len(given.agencies), bool)
    return np.asarray(~given.judged, bool)


def points(column: AnswerColumn, counts: Whole, unit: int) -> Integers:
    """Points of an answer column, times ``unit`` so that they are whole."""
    return np.asarray(counts.astype(np.int64) @ np.array([int(one * unit) for one in column.points], np.int64))
