"""My work: the measures of the own division, the most urgent first, one button each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries import my_work as queries
from prongsai.web.measures.queries.rounds import collecting_round
from prongsai.web.site import clock
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def my_work(request: HttpRequest, seat: Seat, year: int | None = None) -> HttpResponse:
    """What is to do, what is finished; after a recording, that it was saved and what comes next."""
    today = clock.today()
    plan = queries.plan_to_work_on(seat.agency, year or clock.this_fiscal_year())
    shown = plan.fiscal_year if plan else year or clock.this_fiscal_year()
    may_plan = bool(seat.may(Permission.EDIT_PLAN))
    context: dict[str, Any] = {"plan": plan, "year": shown, "today": today, "may_plan": may_plan}
    if plan is not None:
        collecting = collecting_round(plan)
        work = queries.work_of(plan, seat.division, collecting, today)
        saved = request.GET.get("saved", "")
        context |= {
            "work": work,
            "round": collecting,
            "may_record": bool(seat.may(Permission.RECORD_PROGRESS)),
            "saved": next((row for row in (*work.todo, *work.finished) if str(row.measure.pk) == saved), None),
            "next": next((row for row in work.todo if str(row.measure.pk) != saved), None) if saved else None,
        }
    return render(request, "measures/my_work.html", context)
