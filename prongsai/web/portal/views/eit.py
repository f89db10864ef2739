"""The QR code of the public survey of the assessment (EIT): to look at, to print as a poster, to put on a website."""

from __future__ import annotations

import io
import re

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.publication.eit import doubt_of_eit
from prongsai.web.agencies.queries import Seat
from prongsai.web.portal.models import Front
from prongsai.web.portal.queries import front_of, portal_of
from prongsai.web.site.access import requires


@require_safe
@requires(Permission.SEE_AGENCY)
def eit(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The link with its QR code and whatever is doubtful of it; without a link, where to get and to write it."""
    front = front_of(seat.agency)
    context = {
        "front": front,
        "doubt": doubt_of_eit(front.eit_url) if front.eit_url else None,
        "may_change": seat.may(Permission.MANAGE_AGENCY),
        "is_public": portal_of(seat.agency.slug) is not None,
    }
    return render(request, "portal/eit.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def poster(request: HttpRequest, seat: Seat) -> HttpResponse:
    """A poster of one page of A4, which the browser prints."""
    front = _with_link(seat)
    short = re.sub(r"^https?://", "", front.eit_url).rstrip("/")
    return render(request, "portal/eit_poster.html", {"front": front, "agency": seat.agency, "short": short})


@require_safe
@requires(Permission.SEE_AGENCY)
def picture(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The QR code as PNG, for websites, letters and LINE."""
    out = io.BytesIO()
    segno.make(_with_link(seat).eit_url, error="q", micro=False).save(out, kind="png", border=4, scale=16)
    headers = {"Content-Disposition": f'attachment; filename="eit-{seat.agency.slug}.png"'}
    return HttpResponse(out.getvalue(), content_type="image/png", headers=headers)


def _with_link(seat: Seat) -> Front:
    front = front_of(seat.agency)
    if not front.eit_url:
        raise Http404
    return front
