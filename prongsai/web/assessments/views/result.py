"""The result of one year: shown to everybody of the agency."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments import queries
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.shown import shown
from prongsai.web.assessments.stored import known_of
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site import clock
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def result(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The total with its level, and where it comes from; ``?kind=mock`` shows the mock result instead."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in Assessment.Kind.values else Assessment.Kind.OFFICIAL
    found = queries.results_in(seat.agency, (year - 1, year))
    of_year = {row.kind: row for row in found if row.fiscal_year == year}
    before = next((row for row in found if row.fiscal_year == year - 1 and row.kind == kind), None)
    row = of_year.get(kind)
    framework, provisional = framework_for(seat.agency, year)
    context = {
        "year": year,
        "kind": kind,
        "kinds": [one for one in of_year.values() if one.kind != kind],
        "result": row,
        "shown": shown(seat.agency, known_of(row), known_of(before) if before else None) if row else None,
        "known": known_of(row) if row else None,
        "framework_year": framework.year if provisional else None,
        "may_edit": bool(seat.may(Permission.EDIT_PLAN)),
        "may_publish": row is not None and kind == Assessment.Kind.OFFICIAL and seat.may(Permission.PUBLISH),
        "official": kind == Assessment.Kind.OFFICIAL,
        "running": year >= clock.this_fiscal_year(),
        "last_year": clock.this_fiscal_year() - 1,
    }
    return render(request, "assessments/result.html", context)
