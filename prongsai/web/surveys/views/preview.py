"""The questionnaire as those who answer will see it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.site.access import requires
from prongsai.web.surveys.pages import draw, style_of
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of
from prongsai.web.surveys.views.fetching import survey_or_404


@require_safe
@requires(Permission.SEE_AGENCY)
def preview(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The page that is answered, without the button that sends."""
    survey = survey_or_404(seat, pk)
    questionnaire = questionnaire_of(newest_version(survey))
    context = {
        "year": year,
        "survey": survey,
        "language": get_language() or "th",
        "questionnaire": questionnaire,
        "sections": draw(questionnaire, lambda _name: (), {}),
    }
    return render(request, "surveys/preview.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def style(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """By which questions appear as they are called for."""
    questionnaire = questionnaire_of(newest_version(survey_or_404(seat, pk)))
    return HttpResponse(style_of(questionnaire), content_type="text/css; charset=utf-8")
