"""The poster of a survey, and its picture for phones."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.documents.writers.errors import WriterUnavailable
from prongsai.web.agencies.queries import Seat
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said
from prongsai.web.surveys import handouts
from prongsai.web.surveys.queries.sharing import address_of
from prongsai.web.surveys.views.fetching import survey_or_404


@require_safe
@requires(Permission.MANAGE_SURVEYS)
def poster(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The poster as a page that a browser prints."""
    return HttpResponse(handouts.poster(survey_or_404(seat, pk), screen=True))


@require_safe
@requires(Permission.MANAGE_SURVEYS)
def poster_file(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The poster as PDF."""
    survey = survey_or_404(seat, pk)
    try:
        made = handouts.poster_pdf(survey)
    except WriterUnavailable as missing:
        messages.error(request, said(missing.sentence))
        return redirect("surveys:share", seat.agency.slug, year, pk)
    return _file(made, "application/pdf", f"poster-{survey.code}.pdf")


@require_safe
@requires(Permission.MANAGE_SURVEYS)
def picture(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The QR code as SVG."""
    survey = survey_or_404(seat, pk)
    return _file(handouts.picture_file(address_of(survey)), "image/svg+xml", f"qr-{survey.code}.svg")


def _file(data: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        data, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
