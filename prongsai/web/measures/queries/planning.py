"""What the page of a plan shows: its measures with what is still to be looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from prongsai.core.measures.search import needle
from prongsai.core.measures.todos import Todo, todos_of
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.measures.queries.measures import content_of, measures_in


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A measure in its plan; ``place`` counts from 1."""

    measure: Measure
    place: int
    owners: tuple[str, ...]
    todos: tuple[Todo, ...]
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """All measures of a plan; how many have each thing to do; responsible texts of measures that nobody owns."""

    rows: tuple[PlanRow, ...]
    todos: tuple[tuple[Todo, int], ...]
    unknown: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CarryRow:
    """A measure that can be carried over. ``there``: the plan has it; ``twin``: an earlier row has the same title."""

    measure: Measure
    owners: tuple[str, ...]
    there: bool
    twin: bool


def plan_view(plan: Plan) -> PlanView:
    """The plan as a page shows it, in three queries whatever the data."""
    measures = list(measures_in(plan).select_related("carried_from__plan"))
    rows = tuple(_row(one, place, len(measures)) for place, one in enumerate(measures, start=1))
    counts = Counter(todo for row in rows for todo in row.todos)
    ownerless = [row for row in rows if Todo.NO_DIVISION in row.todos]
    unknown = Counter(text for row in ownerless for text in dict.fromkeys(row.owners))
    return PlanView(rows, tuple((todo, counts[todo]) for todo in Todo if counts[todo]), tuple(unknown.most_common(12)))


def _row(measure: Measure, place: int, total: int) -> PlanRow:
    owners = list(measure.responsibles.all())
    todos = todos_of(
        content_of(measure),
        has_division=any(one.division_id or one.everyone for one in owners),
        has_dates=measure.starts_on is not None,
        came_from=measure.carried_from.plan.fiscal_year if measure.carried_from else None,
    )
    return PlanRow(measure, place, tuple(one.text for one in owners), todos, place == 1, place == total)


def carry_rows(source: Plan, target: Plan | None) -> tuple[CarryRow, ...]:
    """The measures of an earlier plan, with what is in the target already and what stands there twice."""
    present = list(measures_in(target)) if target else []
    carried = {one.carried_from_id for one in present}
    titles = {needle(one.title) for one in present}
    seen: set[str] = set()
    rows = []
    for measure in measures_in(source):
        title = needle(measure.title)
        owners = tuple(one.text for one in measure.responsibles.all())
        rows.append(CarryRow(measure, owners, measure.pk in carried or title in titles, title in seen))
        seen.add(title)
    return tuple(rows)
