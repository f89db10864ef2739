"""The page where officials copy what to paste into their website."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.portal.embeds.code import codes_of
from prongsai.web.portal.embeds.counting import years_shown
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def embed_code(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Code of the newest year, or of the one that is chosen; of all of it or of one sub-indicator."""
    years = years_shown(seat.agency)
    found = next((one for one in years if str(one.year) == request.GET.get("of")), years[0] if years else None)
    part = request.GET.get("part", "")
    part = part if found and found.part(part) else ""
    context = {
        "years": years,
        "found": found,
        "part": part,
        "codes": codes_of(seat.agency, found, part) if found else [],
    }
    return render(request, "portal/embed_code.html", context)
