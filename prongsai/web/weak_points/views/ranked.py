"""The ranked list of weak points."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.weak_points.point import WeakKind
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries import plan_of
from prongsai.web.site.access import requires
from prongsai.web.weak_points import queries
from prongsai.web.weak_points.views.common import head_of, may_make, sight_asked

PER_PAGE = 25


@require_safe
@requires(Permission.SEE_AGENCY)
def weak_points(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The ranked list for the plan of a year."""
    sight = sight_asked(request, seat, year)
    points = sight.weakness.points if sight.weakness else ()
    kind = request.GET.get("kind", "")
    shown = [one for one in points if kind not in set(WeakKind) or one.kind == kind]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    plan = plan_of(seat.agency, year)
    context = {
        **head_of(sight),
        "page": page,
        "rows": queries.rows_for(sight, list(page)),
        "kind": kind if kind in set(WeakKind) else "",
        "counts": [(one.value, sum(point.kind is one for point in points)) for one in WeakKind],
        "all": len(points),
        "first": page.start_index() if page.paginator.count else 0,
        "may_make": may_make(seat, plan),
        "may_enter": seat.may(Permission.EDIT_PLAN),
        "may_write": seat.may(Permission.WRITE_REPORT),
    }
    return render(request, "weak_points/list.html", context)
