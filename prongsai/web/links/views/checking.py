"""The button that has links opened now."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.links import actions, queries
from prongsai.web.links.rights import division_of, may_check_line
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import said


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def check(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Have one link (``link``), those of an item (``code``), or all of the year opened in the background."""
    link_id, code = _link(request, seat, year), request.POST.get("code", "")[:4]
    try:
        number = actions.want_check(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            code=code,
            link_id=link_id,
            division_id=division_of(seat),
        )
    except Refused as refusal:
        messages.info(request, said(refusal.why))
    else:
        messages.success(
            request,
            ngettext(
                "%(number)s link is being opened. Please open this page again in a moment.",
                "%(number)s links are being opened. Please open this page again in a moment.",
                number,
            )
            % {"number": number},
        )
    return redirect(_back(seat, year, link_id, code))


def _link(request: HttpRequest, seat: Seat, year: int) -> int | None:
    """The number of the link that was named: 404 where the year shows none, 403 for another division's."""
    named = request.POST.get("link", "")
    if not named:
        return None
    number = number_in(named)
    line = queries.line_of(seat.agency, year, number) if number is not None else None
    if line is None:
        raise Http404
    decision = may_check_line(seat, line)
    if not decision:
        raise PermissionDenied(decision.why)
    return number


def _back(seat: Seat, year: int, link_id: int | None, code: str) -> str:
    if link_id is not None:
        return reverse("links:detail", args=[seat.agency.slug, year, link_id])
    return reverse("links:list", args=[seat.agency.slug, year]) + (f"?code={code}" if code.isalnum() else "")
