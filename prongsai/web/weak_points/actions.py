"""Making measures of weak points."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from prongsai.core.measures.content import MeasureContent
from prongsai.core.weak_points.point import WeakPoint
from prongsai.core.weak_points.proposal import proposal
from prongsai.web.accounts.models import Person
from prongsai.web.measures import actions as measures
from prongsai.web.measures.queries import Measure, Plan, measures_in, plan_of
from prongsai.web.site.refusals import refuse
from prongsai.web.weak_points.models import WeakPointMeasure
from prongsai.web.weak_points.queries import Sight, measures_made, rows_for


def make_measures(*, by: Person, sight: Sight, codes: Sequence[str], reason: str = "") -> list[Measure]:
    """A measure in the plan of the year for each weak point, in that order; one that has a measure keeps it.

    The plan is begun where there is none. ``reason`` is needed once it is approved. Raises Refused for a code that is
    no weak point of the result, for none at all, and for whatever a plan refuses; then nothing is made.
    """
    points = _points(sight, codes)
    try:
        return _made(by, sight, points, reason)
    except IntegrityError:  # somebody else made them at the same moment: theirs count
        return _made(by, sight, points, reason)


@transaction.atomic
def _made(by: Person, sight: Sight, points: Sequence[WeakPoint], reason: str) -> list[Measure]:
    there = measures_made(sight)
    fresh = [one for one in points if one.code not in there]
    if fresh:
        plan = plan_of(sight.agency, sight.year)
        plan = plan or measures.create_plan(by=by, agency=sight.agency, fiscal_year=sight.year)
        added = measures.add_measures(by=by, plan=plan, contents=_contents(sight, plan, fresh), reason=reason)
        for point, measure in zip(fresh, added, strict=True):
            _link(sight, point, measure)
            there[point.code] = measure
    return [there[one.code] for one in points]


def _points(sight: Sight, codes: Sequence[str]) -> list[WeakPoint]:
    found = {one.code: one for one in sight.weakness.points} if sight.weakness else {}
    if unknown := [code for code in codes if code not in found]:
        raise refuse(
            f"{unknown[0][:20]} ไม่เป็นจุดอ่อนของผลปี {sight.of} โปรดเลือกจากรายการอีกครั้ง",
            f"{unknown[0][:20]} is no weak point of the result of {sight.of}. Please choose from the list again.",
        )
    if not codes:
        raise refuse("โปรดเลือกประเด็นอย่างน้อย ๑ ประเด็น", "Please choose at least one weak point.")
    return [found[code] for code in dict.fromkeys(codes)]


def _contents(sight: Sight, plan: Plan, points: Sequence[WeakPoint]) -> list[MeasureContent]:
    """What the new measures say, numbered after the last of the plan, or by indicator alone as its others are."""
    numbers = [one.number for one in measures_in(plan)]
    known = [number for number in numbers if number is not None]
    first = None if numbers and not known else max(known, default=0) + 1
    return [
        proposal(
            row.point, sight.year, None if first is None else first + at, row.bearing, next(iter(row.former), None)
        )
        for at, row in enumerate(rows_for(sight, points))
    ]


def _link(sight: Sight, point: WeakPoint, measure: Measure) -> None:
    """Keep which measure it is; one that was taken out of the plan gives its place up."""
    place = {"fiscal_year": sight.year, "result_year": sight.of, "code": point.code}
    rows = WeakPointMeasure.objects.of(sight.agency).filter(**place)
    if not rows.update(measure=measure):
        WeakPointMeasure.objects.add(agency=sight.agency, measure=measure, **place)
