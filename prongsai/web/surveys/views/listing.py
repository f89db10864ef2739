"""The surveys of a year, and the ways to begin one."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.surveys.questionnaire import Questionnaire, SurveyKind
from prongsai.strict_yaml import Faulty
from prongsai.web.agencies.queries import Seat
from prongsai.web.site.access import requires
from prongsai.web.site.refusals import said
from prongsai.web.surveys.actions import building
from prongsai.web.surveys.bringing import LARGEST, first_questionnaire, read_file
from prongsai.web.surveys.forms.building import BringForm
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.surveys import surveys_of, to_copy
from prongsai.web.surveys.views.fetching import survey_or_404

PER_PAGE = 25
#: What each kind is for, in the order in which they are offered.
PURPOSES = {
    SurveyKind.MOCK_IIT: gettext_lazy("Staff answer the questions of the IIT before the real one."),
    SurveyKind.MOCK_EIT: gettext_lazy("People who come for service answer the questions of the EIT."),
    SurveyKind.SATISFACTION: gettext_lazy("How satisfied people are with a service. Ready to use."),
    SurveyKind.TRAINING: gettext_lazy("What staff wish to learn, for the development plan. Ready to use."),
    SurveyKind.OWN: gettext_lazy("An empty questionnaire, for anything else."),
}


@require_safe
@requires(Permission.SEE_AGENCY)
def surveys(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The list, 25 a page."""
    return list_page(request, seat, year, BringForm())


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def begin(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Begin a survey of a kind."""
    kind = request.POST.get("kind", "")
    if kind not in list(SurveyKind):
        raise Http404
    try:
        questionnaire = first_questionnaire(seat.agency, year, SurveyKind(kind))
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("surveys:list", seat.agency.slug, year)
    survey = building.begin_survey(by=seat.person, agency=seat.agency, fiscal_year=year, questionnaire=questionnaire)
    messages.success(request, _("The survey is ready. Look it over, then open it."))
    return redirect("surveys:detail", seat.agency.slug, year, survey.pk)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def bring(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Begin a survey from a file."""
    form = BringForm(request.POST, request.FILES)
    if form.is_valid() and (questionnaire := read_into(form)):
        survey = building.begin_survey(
            by=seat.person, agency=seat.agency, fiscal_year=year, questionnaire=questionnaire
        )
        messages.success(request, _("The survey is ready. Look it over, then open it."))
        return redirect("surveys:detail", seat.agency.slug, year, survey.pk)
    return list_page(request, seat, year, form)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def copy(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Begin a survey as one of last year was."""
    number = request.POST.get("survey", "")
    survey = next((one for one in to_copy(seat.agency, year) if str(one.pk) == number), None)
    if survey is None:
        raise Http404
    made = building.copy_survey(by=seat.person, survey=survey, fiscal_year=year)
    messages.success(request, _("The survey is ready. Look it over, then open it."))
    return redirect("surveys:detail", seat.agency.slug, year, made.pk)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def remove(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Remove a survey that nobody has answered."""
    survey = survey_or_404(seat, pk)
    try:
        building.remove_survey(by=seat.person, survey=survey)
    except Refused as refusal:
        messages.error(request, said(refusal.why))
        return redirect("surveys:detail", seat.agency.slug, year, pk)
    messages.success(request, _("The survey was removed."))
    return redirect("surveys:list", seat.agency.slug, year)


def list_page(request: HttpRequest, seat: Seat, year: int, form: BringForm) -> HttpResponse:
    """The page of surveys, with the faults of a file that was brought."""
    context = {
        "year": year,
        "page": Paginator(surveys_of(seat.agency, year), PER_PAGE).get_page(request.GET.get("page")),
        "may_manage": seat.may(Permission.MANAGE_SURVEYS),
        "kinds": [(str(kind), said_kind(kind), why) for kind, why in PURPOSES.items()],
        "to_copy": list(to_copy(seat.agency, year)[:PER_PAGE]),
        "form": form,
    }
    return render(request, "surveys/list.html", context, status=422 if form.errors else 200)


def said_kind(kind: SurveyKind) -> str:
    """The word for a kind of survey."""
    return str(Survey.Kind(str(kind)).label)


def read_into(form: BringForm) -> Questionnaire | None:
    """The questionnaire of the file, or None with its faults in the form."""
    file = form.cleaned_data["file"]
    try:
        return read_file(file.read(LARGEST + 1), file.name)
    except Faulty as faulty:
        for fault in faulty.faults:
            form.add_error("file", _("Line %(line)s: %(what)s") % {"line": fault.line, "what": said(fault.sentence)})
    except Refused as refusal:
        form.add_error("file", said(refusal.why))
    return None
