"""How good each made-up agency is in each year: near the national means that were published, with spread and habit.

National means of the total: ita.md §5, where 2569 is guessed. How missing points fall on instruments and indicators is
guessed too, from one region's figures of 2564 (ita.md §5: IIT 89.88, indicator 9 82.30, indicator 10 67.28, total 81).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from prongsai.analysis.register import Registered

Floats = npt.NDArray[np.float64]
#: Fiscal year to the national mean of the total.
MEANS = {2562: 66.7, 2563: 67.90, 2564: 81.25, 2565: 87.57, 2566: 90.19, 2567: 93.05, 2568: 93.82, 2569: 94.2}
#: What instruments lack of 100, as a multiple of what the total lacks; weighted 0.3, 0.3, 0.4 it gives 1.
_LACKS = {"IIT": 0.6, "EIT": 0.75, "OIT": 1.4875}
#: The same within the OIT; the mean of both is 1.
_OF_DISCLOSURE = {9: 0.7, 10: 1.3}
#: Kinds whose agencies have worked at it for longer, and sizes that have fewer hands.
_KINDS = {"city_municipality": 0.75, "town_municipality": 0.85, "provincial_organisation": 0.8, "department": 0.7}
_SIZES = {"S": 1.15, "M": 1.0, "L": 0.92}
#: How far agencies lie apart, and how much of it lasts from year to year.
_SPREAD, _LASTING = 0.55, 0.8
#: One in so many agencies has no result in a year.
_ABSENT = 250


@dataclass(frozen=True, slots=True)
class Quality:
    """Of one year, by agency: ``lacks`` multiplies what the nation lacks of 100; ``present``: whether it took part."""

    mean_lack: float
    lacks: Floats
    present: npt.NDArray[np.bool_]

    def expected(self, instrument: str, indicator: int) -> Floats:
        """The share of points (0 to 1) to be expected of each agency in an indicator."""
        lack = self.mean_lack * _LACKS.get(instrument, 1.0) * _OF_DISCLOSURE.get(indicator, 1.0)
        return np.clip(1 - lack * self.lacks, 0.03, 1.0)


def quality(agencies: list[Registered], year: int, seed: int) -> Quality:
    """How good the agencies are in a year; the lasting part is the same in all years of a seed."""
    lasting = np.random.default_rng([seed, 2]).standard_normal(len(agencies))
    draw = np.random.default_rng([seed, 3, year])
    yearly = draw.standard_normal(len(agencies))
    spread = np.exp(_SPREAD * (_LASTING * lasting + (1 - _LASTING**2) ** 0.5 * yearly))
    lacks = spread * [_KINDS.get(one.kind, 1.0) * _SIZES.get(one.size, 1.0) for one in agencies]
    known = [one for one in MEANS if one <= year] or [min(MEANS)]
    return Quality((100 - MEANS[max(known)]) / 100, lacks / lacks.mean(), draw.integers(0, _ABSENT, len(agencies)) > 0)


def respondents(
    agencies: list[Registered], present: npt.NDArray[np.bool_], count: int, draw: np.random.Generator
) -> npt.NDArray[np.int64]:
    """How many answer in each agency, more in larger ones; they add up to the count where anybody takes part."""
    weight = np.array([{"S": 0.6, "M": 1.0, "L": 1.6}.get(one.size, 1.0) for one in agencies])
    weight = np.where(present, weight * np.exp(0.5 * draw.standard_normal(len(agencies))), 0.0)
    if not weight.any():
        return np.zeros(len(agencies), np.int64)
    ends = np.floor(np.cumsum(weight) / weight.sum() * count + 0.5).astype(np.int64)
    return np.asarray(np.diff(ends, prepend=0), np.int64)
