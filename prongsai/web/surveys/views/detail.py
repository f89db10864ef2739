"""One survey: where it stands, how it is asked, and opening and closing it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.surveys.anonymity import LEAST
from prongsai.core.surveys.checks import faults_of
from prongsai.web.agencies.queries import Seat
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import Stale, said
from prongsai.web.surveys.actions import building, opening
from prongsai.web.surveys.forms.building import SettingsForm
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.samples import sample_of
from prongsai.web.surveys.queries.surveys import answers_to, newest_version, questionnaire_of
from prongsai.web.surveys.views.conflicts import conflict_rows
from prongsai.web.surveys.views.fetching import survey_or_404


@require_safe
@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The page of a survey."""
    survey = survey_or_404(seat, pk)
    version = newest_version(survey)
    questionnaire = questionnaire_of(version)
    answered = answers_to(survey)
    context = {
        "year": year,
        "survey": survey,
        "version": version,
        "questions": sum(1 for _ in questionnaire.questions),
        "from_memory": questionnaire.from_memory,
        "faults": [said(fault.sentence) for fault in faults_of(questionnaire)],
        "answered": answered,
        "sample": sample_of(survey, answered),
        "over": bool(survey.closes_on and survey.closes_on < clock.today()),
        "least": LEAST,
        "may_manage": seat.may(Permission.MANAGE_SURVEYS),
    }
    return render(request, "surveys/detail.html", context)


@requires(Permission.MANAGE_SURVEYS)
def settings(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """How many could answer, the days, and whether by one-time links."""
    survey = survey_or_404(seat, pk)
    form = SettingsForm(request.POST) if request.method == "POST" else SettingsForm.of(survey)
    context = {"year": year, "survey": survey, "form": form}
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        version = values.pop("version")
        try:
            building.change_settings(
                by=seat.person, survey=survey, settings=building.Settings(**values), version=version
            )
        except Stale:
            now = survey_or_404(seat, pk)
            rows = conflict_rows(form, SettingsForm.of(now))
            return render(
                request, "surveys/settings.html", {**context, "rows": rows, "newest": now.version}, status=409
            )
        except Refused as refusal:
            form.add_error("closes_on", said(refusal.why))
        else:
            messages.success(request, _("Saved."))
            return redirect("surveys:detail", seat.agency.slug, year, pk)
    return render(request, "surveys/settings.html", context, status=422 if form.errors else 200)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def open_to_answers(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Open it, or give out what was changed since."""
    survey = survey_or_404(seat, pk)
    try:
        opening.open_survey(by=seat.person, survey=survey)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
    else:
        messages.success(request, _("The survey is open. Give the link or the QR code to those who should answer."))
    return redirect("surveys:detail", seat.agency.slug, year, pk)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def close(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Take no more answers."""
    survey = survey_or_404(seat, pk)
    if survey.state != Survey.State.OPEN:
        messages.info(request, _("The survey is not open."))
        return redirect("surveys:detail", seat.agency.slug, year, pk)
    opening.close_survey(by=seat.person, survey=survey)
    messages.success(request, _("The survey is closed. The results of its last day are shown from tomorrow."))
    return redirect("surveys:detail", seat.agency.slug, year, pk)
