"""From what every candidate may be to what the line says: sums and best rows over all ways to put the pieces together.

A way through the line goes from piece to piece, reading a candidate or passing over one piece. Its weight is the
product of the odds of what it reads against 'no whole glyph'; passing over weighs one. So every way is measured
against the same thing, however many candidates it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, log

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.digits.candidates import Candidate

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The candidates of a line in the order of their first piece, over ``pieces`` pieces."""

    candidates: Sequence[Candidate]
    pieces: int

    def total(self, weights: Floats) -> Floats:
        """Logarithm of the summed weight of all ways from the start to before each piece, and to the end."""
        row, sums = weights.tolist(), [-inf] * (self.pieces + 1)
        sums[0] = 0.0
        ending = self._ending()
        for place in range(1, self.pieces + 1):
            ways = [sums[place - 1], *(sums[self.candidates[c].first] + row[c] for c in ending[place])]
            sums[place] = _summed(ways)
        return np.array(sums)

    def remaining(self, weights: Floats) -> Floats:
        """Logarithm of the summed weight of all ways from each piece to the end."""
        row, sums = weights.tolist(), [-inf] * (self.pieces + 1)
        sums[-1] = 0.0
        starting = self._starting()
        for place in range(self.pieces - 1, -1, -1):
            ways = [sums[place + 1], *(sums[self.candidates[c].last] + row[c] for c in starting[place])]
            sums[place] = _summed(ways)
        return np.array(sums)

    def shares(self, weights: Floats) -> Floats:
        """How much of the weight of all ways reads each candidate, 0 to 1."""
        before, after = self.total(weights), self.remaining(weights)
        first = np.array([c.first for c in self.candidates], np.intp)
        last = np.array([c.last for c in self.candidates], np.intp)
        return np.asarray(np.exp(np.minimum(before[first] + weights + after[last] - before[-1], 0.0)))

    def best(self, weights: Floats) -> tuple[float, list[int]]:
        """The weight (a logarithm) of the heaviest way, and which candidates it reads, from left to right."""
        sums, came = [0.0], [-1]
        ending = self._ending()
        for place in range(1, self.pieces + 1):
            ways = [(sums[place - 1], -1), *((sums[self.candidates[c].first] + weights[c], c) for c in ending[place])]
            weight, candidate = max(ways)
            sums.append(float(weight))
            came.append(candidate)
        return sums[-1], self._row(came)

    def _row(self, came: Sequence[int]) -> list[int]:
        row, place = [], self.pieces
        while place > 0:
            candidate = came[place]
            if candidate >= 0:
                row.append(candidate)
            place = self.candidates[candidate].first if candidate >= 0 else place - 1
        return row[::-1]

    def _ending(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(self.pieces + 1)]
        for index, candidate in enumerate(self.candidates):
            found[candidate.last].append(index)
        return found

    def _starting(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(self.pieces + 1)]
        for index, candidate in enumerate(self.candidates):
            found[candidate.first].append(index)
        return found


def _summed(logarithms: list[float]) -> float:
    most = max(logarithms)
    return most + log(sum(exp(one - most) for one in logarithms))
