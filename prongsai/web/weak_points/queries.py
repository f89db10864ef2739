"""The weak points of a result, as the plan of a year sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.framework.framework import Framework
from prongsai.core.reports.reading import Status
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.sentence import Sentence
from prongsai.core.weak_points.bearing import Borne, items_for
from prongsai.core.weak_points.former import FormerMeasure, FormerMeasures
from prongsai.core.weak_points.next_level import Fewest, Missing, fewest_to_next, missing_to, next_level
from prongsai.core.weak_points.point import WeakPoint
from prongsai.core.weak_points.ranking import Weakness, weakness_of
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments import queries as assessments
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.measures import queries as measures
from prongsai.web.measures.queries import Measure
from prongsai.web.weak_points.models import WeakPointMeasure


@dataclass(frozen=True, slots=True)
class Sight:
    """What the plan of ``year`` has to look at: the result of ``of`` and its weak points.

    ``years`` are all earlier years with a result. ``weakness`` is None where the result is missing, or where
    ``problem`` says what it lacks. ``provisional``: the framework of another year serves.
    """

    agency: Agency
    year: int
    of: int
    years: tuple[int, ...]
    framework: Framework
    provisional: bool
    planned: Framework
    known: KnownResult | None
    weakness: Weakness | None
    problem: Sentence | None

    @property
    def missing(self) -> Missing | None:
        """What is missing to the next level; None above the best and without a result."""
        if self.weakness is None:
            return None
        level = next_level(self.framework, self.weakness.result.level)
        return missing_to(self.framework, level, self.weakness.result) if level else None

    @property
    def fewest(self) -> Fewest | None:
        """The fewest weak points whose mending reaches the next level."""
        if self.weakness is None:
            return None
        return fewest_to_next(self.framework, self.weakness.result, self.weakness.points)


@dataclass(frozen=True, slots=True)
class Row:
    """A weak point with all that helps to mend it; ``measure`` is the one that was made for it."""

    point: WeakPoint
    bearing: tuple[Borne, ...]
    former: tuple[FormerMeasure, ...]
    measure: Measure | None


def sight_of(agency: Agency, year: int, of: int | None = None) -> Sight:
    """The result of ``of``, by default of the year before, for the plan of ``year``."""
    chosen = of or year - 1
    results = {one.fiscal_year: one for one in assessments.history(agency) if one.fiscal_year < year}
    known = results.get(chosen)
    framework, provisional = framework_for(agency, chosen)
    planned, _provisional = framework_for(agency, year)
    weakness, problem = _weakness(framework, known, agency)
    years = tuple(sorted(results, reverse=True))
    return Sight(agency, year, chosen, years, framework, provisional, planned, known, weakness, problem)


def _weakness(
    framework: Framework, known: KnownResult | None, agency: Agency
) -> tuple[Weakness | None, Sentence | None]:
    if known is None:
        return None, None
    try:
        return weakness_of(framework, known, agency.kind), None
    except NotScored as lacking:
        return None, lacking.why


def rows_for(sight: Sight, points: Sequence[WeakPoint]) -> list[Row]:
    """The weak points with items, former measures and the measures made for them, in at most four queries."""
    made = measures_made(sight)
    former = FormerMeasures(former_measures(sight.agency, sight.year) if points else ())
    return [
        Row(one, items_for(one, sight.framework, sight.planned), former.alike(one), made.get(one.code))
        for one in points
    ]


def measures_made(sight: Sight) -> dict[str, Measure]:
    """Code of a weak point to the measure that the plan of the year has for it."""
    found = WeakPointMeasure.objects.of(sight.agency).filter(fiscal_year=sight.year, result_year=sight.of)
    return {one.code: one.measure for one in found.filter(measure__removed_at=None).select_related("measure")}


def former_measures(agency: Agency, year: int) -> list[FormerMeasure]:
    """The measures of all earlier plans as the core compares them."""
    return [
        FormerMeasure(one.pk, one.plan.fiscal_year, measures.content_of(one), one.status == Status.DONE.value)
        for one in measures.before(agency, year)
    ]
