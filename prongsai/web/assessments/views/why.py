"""Where a figure of a result comes from: shown to everybody of the agency."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments import queries
from prongsai.web.assessments.explaining import TOTAL, explanation
from prongsai.web.assessments.models import Assessment
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def why(request: HttpRequest, seat: Seat, year: int, code: str = TOTAL) -> HttpResponse:
    """One figure with what it was made of; ``?kind=mock`` unfolds the mock result instead."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in Assessment.Kind.values else Assessment.Kind.OFFICIAL
    row = next((one for one in queries.results_in(seat.agency, (year,)) if one.kind == kind), None)
    told = explanation(row) if row else None
    figure = told.find(code) if told else None
    if told and figure is None and not told.asks(code):
        raise Http404
    context = {
        "year": year,
        "kind": kind,
        "result": row,
        "official": kind == Assessment.Kind.OFFICIAL,
        "told": told,
        "figure": figure,
        "code": code,
        "is_total": code.lower() == TOTAL,
    }
    return render(request, "assessments/why.html", context)
