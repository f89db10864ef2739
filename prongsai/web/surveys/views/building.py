"""Building the questionnaire: its words, sections and questions, as a form or as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.core.access.permissions import Permission
from prongsai.core.surveys import editing
from prongsai.core.surveys.checks import faults_of, faults_of_question
from prongsai.core.surveys.from_framework import INSTRUMENTS
from prongsai.core.surveys.questionnaire import Questionnaire, SurveyKind
from prongsai.questionnaires import to_yaml
from prongsai.web.agencies.queries import Seat
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site.access import requires
from prongsai.web.site.numbers import number_in
from prongsai.web.site.refusals import Stale, said
from prongsai.web.surveys.actions.building import change_questionnaire
from prongsai.web.surveys.forms.building import KIND_WORDS, BringForm, HeadForm, QuestionForm, SectionForm
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of, questionnaires_of
from prongsai.web.surveys.views.conflicts import conflict_rows
from prongsai.web.surveys.views.fetching import survey_or_404
from prongsai.web.surveys.views.listing import read_into

Edit = Callable[[Questionnaire], Questionnaire]


@require_safe
@requires(Permission.MANAGE_SURVEYS)
def build(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The whole questionnaire, to change piece by piece."""
    return _build_page(request, seat, year, survey_or_404(seat, pk), BringForm())


@requires(Permission.MANAGE_SURVEYS)
def edit_head(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Title and introduction."""
    survey = survey_or_404(seat, pk)
    now = questionnaire_of(newest_version(survey))
    shown = HeadForm.of(now, survey.version)
    form = HeadForm(request.POST) if request.method == "POST" else shown
    context = {"heading": _("Title and introduction")}
    if request.method == "POST" and form.is_valid():

        def edit(old: Questionnaire) -> Questionnaire:
            return editing.with_head(old, form.said("title"), form.said("introduction"))

        if _saved(request, seat, survey, form, edit):
            return redirect("surveys:build", seat.agency.slug, year, pk)
        return _conflict(request, seat, year, pk, form, shown, context)
    return _form_page(request, year, survey, form, context)


@requires(Permission.MANAGE_SURVEYS)
def edit_section(request: HttpRequest, seat: Seat, year: int, pk: int, at: int = 0) -> HttpResponse:
    """The heading of a section, counted from 1; without a number a new one."""
    survey = survey_or_404(seat, pk)
    now = questionnaire_of(newest_version(survey))
    place = at - 1 if at else None
    if place is not None and not place < len(now.sections):
        raise Http404
    empty = SectionForm(initial={"version": survey.version})
    shown = empty if place is None else SectionForm.of(now.sections[place], survey.version)
    form = SectionForm(request.POST) if request.method == "POST" else shown
    context = {"heading": _("Section %(number)s") % {"number": at} if at else _("New section")}
    if request.method == "POST" and form.is_valid():

        def edit(old: Questionnaire) -> Questionnaire:
            return editing.with_section(old, place, form.said("title"), form.said("help"))

        if _saved(request, seat, survey, form, edit):
            return redirect("surveys:build", seat.agency.slug, year, pk)
        return _conflict(request, seat, year, pk, form, shown, context)
    return _form_page(request, year, survey, form, context)


@requires(Permission.MANAGE_SURVEYS)
def add_question(request: HttpRequest, seat: Seat, year: int, pk: int, at: int) -> HttpResponse:
    """A new question at the end of a section, counted from 1."""
    survey = survey_or_404(seat, pk)
    questionnaires = questionnaires_of(survey)
    now = questionnaires[max(questionnaires)]
    if not 1 <= at <= len(now.sections):
        raise Http404
    key = editing.next_key(*questionnaires.values())
    earlier = editing.before(now, None, at - 1)
    empty = QuestionForm(initial={"version": survey.version, "required": True}, earlier=earlier)
    form = QuestionForm(request.POST, earlier=earlier) if request.method == "POST" else empty
    return _question_page(request, seat, year, survey, now, (form, empty), (key, at - 1))


@requires(Permission.MANAGE_SURVEYS)
def edit_question(request: HttpRequest, seat: Seat, year: int, pk: int, key: str) -> HttpResponse:
    """One question."""
    survey = survey_or_404(seat, pk)
    now = questionnaire_of(newest_version(survey))
    question = now.question(key)
    if question is None or key in official_keys(survey):
        raise Http404
    at, _place = editing.place_of(now, key)
    earlier = editing.before(now, key, at)
    shown = QuestionForm.of(question, earlier, survey.version)
    form = QuestionForm(request.POST, earlier=earlier, old=question) if request.method == "POST" else shown
    return _question_page(request, seat, year, survey, now, (form, shown), (key, at))


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def arrange(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """Move a question or a section up or down, or take it out."""
    survey = survey_or_404(seat, pk)
    edit = _arrangement(request.POST.get("what", ""), request.POST.get("act", ""))
    version = number_in(request.POST.get("version", ""))
    if edit is None or version is None:
        raise Http404
    try:
        changed = edit(questionnaire_of(newest_version(survey)))
        change_questionnaire(by=seat.person, survey=survey, questionnaire=changed, version=version)
    except LookupError:
        messages.error(request, _("It is no longer there. Please look at the questionnaire as it is now."))
    except Stale:
        messages.error(request, _("Somebody has changed the questionnaire before you. Please look at it once more."))
    return redirect("surveys:build", seat.agency.slug, year, pk)


@require_POST
@requires(Permission.MANAGE_SURVEYS)
def bring_into(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """A file in place of the whole questionnaire. The survey stays of its kind."""
    survey = survey_or_404(seat, pk)
    form = BringForm(request.POST, request.FILES)
    version = number_in(request.POST.get("version", ""))
    if form.is_valid() and version is not None and (brought := read_into(form)):
        if str(brought.kind) != survey.kind:
            form.add_error(
                "file", _("The file is of another kind of survey. Please write kind: %(kind)s") % {"kind": survey.kind}
            )
        else:
            try:
                change_questionnaire(by=seat.person, survey=survey, questionnaire=brought, version=version)
            except Stale:
                form.add_error(
                    "file",
                    _("Somebody has changed the questionnaire before you. Please bring the file once more."),
                )
            else:
                messages.success(request, _("The questionnaire was taken from the file."))
                return redirect("surveys:build", seat.agency.slug, year, pk)
    return _build_page(request, seat, year, survey, form)


@require_safe
@requires(Permission.SEE_AGENCY)
def yaml_file(request: HttpRequest, seat: Seat, year: int, pk: int) -> HttpResponse:
    """The questionnaire as YAML."""
    survey = survey_or_404(seat, pk)
    text = to_yaml(questionnaire_of(newest_version(survey)))
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="survey-{survey.pk}.yaml"'
    return response


def official_keys(survey: Survey) -> frozenset[str]:
    """The questions of the instrument in a mock survey: they are asked as they are, or they could not be scored."""
    code = INSTRUMENTS.get(SurveyKind(survey.kind))
    if code is None:
        return frozenset()
    framework, _provisional = framework_for(survey.agency, survey.fiscal_year)
    numbers = {one.number for one in framework.indicators_of(code)}
    return frozenset(key for one in framework.questions if one.indicator in numbers for key in one.keys)


def _question_page(
    request: HttpRequest,
    seat: Seat,
    year: int,
    survey: Survey,
    now: Questionnaire,
    forms: tuple[QuestionForm, QuestionForm],
    place: tuple[str, int],
) -> HttpResponse:
    """The form of a question: ``forms`` are what was sent and what is saved, ``place`` its key and section."""
    (form, shown), (key, section) = forms, place
    heading = _("Change the question") if now.question(key) else _("Add a question")
    context: dict[str, Any] = {"heading": heading, "question": True}
    if request.method == "POST" and form.is_valid():
        question = form.question(key)
        for sentence in faults_of_question(question, editing.before(now, key, section)):
            form.add_error(None, said(sentence))
        if not form.errors:
            if _saved(request, seat, survey, form, lambda old: editing.with_question(old, question, section)):
                return redirect("surveys:build", seat.agency.slug, year, survey.pk)
            return _conflict(request, seat, year, survey.pk, form, shown, context)
    return _form_page(request, year, survey, form, context)


def _saved(request: HttpRequest, seat: Seat, survey: Survey, form: Form, edit: Edit) -> bool:
    """Whether it was written; somebody else may have written first."""
    changed = edit(questionnaire_of(newest_version(survey)))
    try:
        change_questionnaire(by=seat.person, survey=survey, questionnaire=changed, version=form.cleaned_data["version"])
    except Stale:
        return False
    messages.success(request, _("Saved."))
    return True


def _conflict(
    request: HttpRequest, seat: Seat, year: int, pk: int, form: Form, theirs: Form, context: dict[str, Any]
) -> HttpResponse:
    """What stands there now beside what was written; saving once more puts the second in place of the first."""
    survey = survey_or_404(seat, pk)
    rows = {"rows": conflict_rows(form, theirs), "newest": survey.version}
    return render(
        request, "surveys/form.html", {**context, **rows, "year": year, "survey": survey, "form": form}, status=409
    )


def _form_page(request: HttpRequest, year: int, survey: Survey, form: Form, context: dict[str, Any]) -> HttpResponse:
    page = {**context, "year": year, "survey": survey, "form": form}
    return render(request, "surveys/form.html", page, status=422 if form.errors else 200)


def _build_page(request: HttpRequest, seat: Seat, year: int, survey: Survey, form: BringForm) -> HttpResponse:
    version = newest_version(survey)
    questionnaire = questionnaire_of(version)
    official = official_keys(survey)
    sections = [
        (section, [(one, KIND_WORDS[one.kind], one.key in official) for one in section.questions])
        for section in questionnaire.sections
    ]
    context = {
        "year": year,
        "survey": survey,
        "version": version,
        "questionnaire": questionnaire,
        "sections": sections,
        "faults": [said(fault.sentence) for fault in faults_of(questionnaire)],
        "form": form,
    }
    return render(request, "surveys/build.html", context, status=422 if form.errors else 200)


def _arrangement(what: str, act: str) -> Edit | None:
    """``question:q3`` or ``section:2`` with ``up``, ``down`` or ``remove``."""
    sort, _colon, name = what.partition(":")
    by = {"up": -1, "down": 1}.get(act)
    if sort == "question" and name:
        if by is not None:
            return lambda old: editing.with_question_moved(old, name, by)
        return (lambda old: editing.without_question(old, name)) if act == "remove" else None
    at = number_in(name)
    if sort != "section" or not at:
        return None
    if by is not None:
        return lambda old: editing.with_section_moved(old, at - 1, by)
    return (lambda old: editing.without_section(old, at - 1)) if act == "remove" else None
