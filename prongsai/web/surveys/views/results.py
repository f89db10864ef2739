"""The results of a survey: figures, open texts, and the way to the mock result."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.surveys.anonymity import LEAST, Group
from prongsai.core.surveys.counts import HIDDEN
from prongsai.core.surveys.questionnaire import AnswerKind
from prongsai.core.surveys.results import Asked
from prongsai.web.agencies.queries import Seat
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said
from prongsai.web.surveys import exporting
from prongsai.web.surveys.actions.results import hide_text, use_as_mock
from prongsai.web.surveys.drawing import Grouping, drawn_sections, groupings_of, words
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.results import results_on, texts_of
from prongsai.web.surveys.queries.samples import sample_of
from prongsai.web.surveys.queries.scores import mock_score
from prongsai.web.surveys.views.fetching import survey_or_404

PER_PAGE = 25


@require_safe
@requires(Permission.SEE_AGENCY)
def results(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """What everybody answered, and what groups did once the survey was closed."""
    survey = survey_or_404(seat, pk)
    counted = results_on(survey, clock.today())
    told = counted.results
    groupings = groupings_of(counted.questionnaires)
    by = next((one for one in groupings if one.name == request.GET.get("by")), None)
    context = {
        "year": year,
        "survey": survey,
        "counted": counted,
        "answered": counted.answers,
        "waiting": counted.answers - (told.people if told else 0),
        "told": told if told and told.until else None,
        "sample": sample_of(survey, counted.answers),
        "least": LEAST,
        "groupings": groupings,
        "by": by,
        "groups_told": survey.first_closed_on is not None and survey.first_closed_on < clock.today(),
        "may_manage": seat.may(Permission.MANAGE_SURVEYS),
        "parquet": exporting.parquet_is_there(),
    }
    if told and told.until:
        newest = counted.questionnaires[max(counted.questionnaires)]
        score = mock_score(survey, told.tally())
        scores = score.by_key if score else {}
        context["sections"] = list(drawn_sections(told, newest, len(counted.questionnaires), by, scores))
        context["sizes"] = _sizes(by, told.group_sizes)
        context["score"] = score
        context["from_memory"] = newest.from_memory
    return render(request, "surveys/results.html", context)


@require_safe
@requires(Permission.SEE_AGENCY)
def texts(request: HttpRequest, seat: Seat, year: int, pk: int, key: str) -> HttpResponse:
    """What was written to an open question, 25 a page, in an order that says nothing."""
    survey = survey_or_404(seat, pk)
    asked = _open_question(survey, key)
    search = request.GET.get("q", "")[:100]
    page = Paginator(texts_of(survey, asked, search), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "survey": survey,
        "key": key,
        "question": words(asked.question.text),
        "told": asked.told,
        "page": page,
        "search": search,
        "least": LEAST,
        "hidden": HIDDEN,
        "may_manage": seat.may(Permission.MANAGE_SURVEYS),
    }
    return render(request, "surveys/texts.html", context)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def hide(request: HttpRequest, seat: Seat, year: int, pk: int, key: str) -> HttpResponse:
    """Hide a text that tells of somebody."""
    survey = survey_or_404(seat, pk)
    token, reason = request.POST.get("text", ""), request.POST.get("reason", "")
    try:
        hide_text(by=seat.person, survey=survey, key=key, token=token, reason=reason)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    else:
        messages.success(request, _("The text is hidden. It is not kept anywhere."))
    return redirect("surveys:texts", seat.agency.slug, year, pk, key)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def as_mock(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Take what the answers give as the mock result of the year."""
    survey = survey_or_404(seat, pk)
    try:
        use_as_mock(by=seat.person, survey=survey)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("surveys:results", seat.agency.slug, year, pk)
    messages.success(request, _("The mock result of the year was kept. Each figure there unfolds down to the answers."))
    return redirect(reverse("assessments:result", args=[seat.agency.slug, survey.fiscal_year]) + "?kind=mock")


def _open_question(survey: Survey, key: str) -> Asked:
    """The open question of that key, or 404; its newest wording where versions differ."""
    told = results_on(survey, clock.today()).results
    found = (one for one in told.asked if one.question.key == key) if told else iter(())
    asked = next((one for one in found if one.question.kind is AnswerKind.TEXT), None)
    if asked is None:
        raise Http404
    return asked


def _sizes(by: Grouping | None, sizes: Mapping[Group, int]) -> list[tuple[str, int | None]]:
    """The groups of a grouping with how many they are; None where that may not be told."""
    return [(word, sizes.get((by.place, value))) for value, word in by.groups] if by else []
