"""All results of an agency over the years."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments import queries
from prongsai.web.assessments.trend import judged_years, trend
from prongsai.web.site import clock
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def history(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Totals, indicators and items over the years, beside what is known of the whole country."""
    known = queries.history(seat.agency)
    context = {
        "trend": trend(seat.agency, known) if known else None,
        "judged": judged_years(known),
        "last_year": clock.this_fiscal_year() - 1,
    }
    return render(request, "assessments/history.html", context)
