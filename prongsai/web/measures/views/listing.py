"""The measures of a year as the table that officials know, narrowed and exported."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.measures.filters import Filters
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.assessments.queries import indicator_names
from prongsai.web.measures import exporting
from prongsai.web.measures.queries.listing import list_rows, measures_of
from prongsai.web.measures.queries.plans import plan_for, plan_of
from prongsai.web.site import clock
from prongsai.web.site.access import requires

PER_PAGE = 25
_KINDS = {
    "csv": ("text/csv; charset=utf-8", exporting.as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", exporting.as_xlsx),
}


@require_safe
@requires(Permission.SEE_AGENCY)
def measures(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The list, 25 a page."""
    plan, filters, today = plan_of(seat.agency, year), Filters.read(request.GET.dict()), clock.today()
    if plan is None:
        return render(request, "measures/list.html", {"year": year, "plan": None})
    page = Paginator(measures_of(plan, filters, today), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "plan": plan,
        "filters": filters,
        "query": urlencode(filters.query()),
        "page": page,
        "rows": list_rows(page, today),
        "divisions": list(divisions(seat.agency)),
        "indicators": [(int(number), name) for number, name in indicator_names(year).items()],
    }
    return render(request, "measures/list.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def export(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """The narrowed list as a file, all pages of it."""
    if kind not in _KINDS:
        raise Http404
    plan, today = plan_for(seat, year), clock.today()
    found = measures_of(plan, Filters.read(request.GET.dict()), today)
    content_type, write = _KINDS[kind]
    response = HttpResponse(write(list_rows(found, today, most=None)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{_file_name(seat.agency.slug, year, today)}.{kind}"'
    return response


def _file_name(slug: str, year: int, today: date) -> str:
    return f"measures-{slug}-{year}-{today:%Y%m%d}"
