"""What the pages of weak points share."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from prongsai.core.access.decision import Decision
from prongsai.core.access.permissions import Permission
from prongsai.core.measures.planning import needed_to_edit
from prongsai.core.measures.workflow import PlanState
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries import Plan
from prongsai.web.site.numbers import number_in
from prongsai.web.weak_points import queries
from prongsai.web.weak_points.queries import Sight


def may_make(seat: Seat, plan: Plan | None) -> Decision:
    """Whether the seat may add measures to the plan as it is; to begin one is to edit it."""
    return seat.may(needed_to_edit(PlanState(plan.state)) if plan else Permission.EDIT_PLAN)


def sight_asked(request: HttpRequest, seat: Seat, year: int) -> Sight:
    """What the plan of a year has to look at; ``?of=`` chooses another result than that of the year before."""
    return queries.sight_of(seat.agency, year, number_in(request.GET.get("of", "")))


def head_of(sight: Sight) -> dict[str, Any]:
    """What both pages tell of the result."""
    return {
        "year": sight.year,
        "sight": sight,
        "last_year": sight.year - 1,
        "result": sight.weakness.result if sight.weakness else None,
        "missing": sight.missing,
        "fewest": sight.fewest,
    }
