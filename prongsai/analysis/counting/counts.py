"""Counts in memory: a matrix of whole numbers, a row an agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Counts:
    """``agencies``: numbers, rising. ``values``: a row an agency, a column a name (``respondents``, ``i1a_1`` …)."""

    agencies: Whole
    names: tuple[str, ...]
    values: Whole

    @classmethod
    def none(cls, names: Sequence[str]) -> Counts:
        """Of nobody."""
        return cls(np.zeros(0, np.int32), tuple(names), np.zeros((0, len(names)), np.int32))

    def of(self, names: Sequence[str]) -> Whole:
        """The columns of those names, side by side."""
        places = {name: place for place, name in enumerate(self.names)}
        return self.values[:, [places[name] for name in names]]

    def __add__(self, other: Counts) -> Counts:
        """Both together, agency by agency."""
        return _merged(self, other, self.values.shape[1])

    def replaced(self, other: Counts) -> Counts:
        """These, but of the agencies of the other what the other says."""
        kept = ~np.isin(self.agencies, other.agencies)
        return Counts(self.agencies[kept], self.names, self.values[kept]) + other


def _merged(one: Counts, other: Counts, width: int) -> Counts:
    if one.names != other.names:
        raise ValueError("counts of different questions cannot be added")
    agencies = np.union1d(one.agencies, other.agencies).astype(np.int32)
    values = np.zeros((len(agencies), width), np.int32)
    for each in (one, other):
        values[np.searchsorted(agencies, each.agencies)] += each.values
    return Counts(agencies, one.names, values)
