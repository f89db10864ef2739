"""All links of a year: what is broken first, and what to do about it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.links import queries
from prongsai.web.links.forms import WishForm
from prongsai.web.links.rights import may_check_line, may_check_some
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def index(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The links, 25 a page, by state, item, division and site."""
    lines = queries.lines_of(seat.agency, year)
    form = WishForm(request.GET, lines=lines)
    wish = form.wish()
    found = [line for line in lines if wish.fits(line)]
    page = Paginator(found, 25).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "form": form,
        "page": page,
        "rows": [(line, may_check_line(seat, line)) for line in page],
        "figures": queries.figures_of(lines),
        "wish": wish,
        "may_check": may_check_some(seat),
        "own_only": seat.role.division_only,
        "whole": len(found) == len(lines),
    }
    return render(request, "links/list.html", context)
