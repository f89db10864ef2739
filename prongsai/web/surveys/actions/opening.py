"""A survey is opened to answers and closed; opening freezes its questionnaire."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.surveys.checks import faults_of
from prongsai.core.surveys.workflow import TRANSITIONS, SurveyState
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.site import clock
from prongsai.web.site.refusals import refuse
from prongsai.web.surveys.actions.answering import forget_keys
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of


@transaction.atomic
def open_survey(*, by: Person, survey: Survey) -> Survey:
    """Open it with its newest questionnaire, which never changes from now on.

    Of a survey that is open, it gives out the version that was written since. Refused, with the first fault, where the
    questionnaire cannot be asked. Doing it twice changes nothing.
    """
    survey = _locked(survey)
    newest = newest_version(survey)
    if survey.state == Survey.State.OPEN and newest.frozen:
        return survey
    if faults := faults_of(questionnaire_of(newest)):
        raise refuse(f"ยังเปิดรับคำตอบไม่ได้: {faults[0].sentence.th}", f"It cannot be opened yet: {faults[0].sentence.en}")
    newest.frozen = True
    newest.save(update_fields=("frozen",))
    before = survey.state
    today = clock.today()
    survey.state = Survey.State.OPEN
    survey.opens_on = survey.opens_on or today
    if survey.closes_on and survey.closes_on < today:  # opened once more: its old last day would close it at once
        survey.closes_on = None
    _save(survey)
    after = {"state": survey.state, "number": newest.number}
    record(
        by=by, agency=survey.agency, kind=EventKind.SURVEY_OPENED, subject=survey, before={"state": before}, after=after
    )
    return survey


@transaction.atomic
def close_survey(*, by: Person, survey: Survey) -> Survey:
    """Take no more answers, and forget which forms were sent. Doing it twice changes nothing."""
    survey = _locked(survey)
    if SurveyState.CLOSED not in TRANSITIONS[SurveyState(survey.state)]:
        return survey
    before = survey.state
    survey.state = Survey.State.CLOSED
    survey.first_closed_on = survey.first_closed_on or clock.today()
    _save(survey)
    forget_keys(by=by, survey=survey)
    after = {"state": survey.state}
    record(
        by=by, agency=survey.agency, kind=EventKind.SURVEY_CLOSED, subject=survey, before={"state": before}, after=after
    )
    return survey


def _locked(survey: Survey) -> Survey:
    return Survey.objects.of(survey.agency_id).select_for_update().select_related("agency").get(pk=survey.pk)


def _save(survey: Survey) -> None:
    values: dict[str, Any] = {
        "state": survey.state,
        "opens_on": survey.opens_on,
        "closes_on": survey.closes_on,
        "first_closed_on": survey.first_closed_on,
    }
    Survey.objects.of(survey.agency_id).filter(pk=survey.pk).update(version=F("version") + 1, **values)
    survey.refresh_from_db()
