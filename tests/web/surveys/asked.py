"""Surveys with answers, made through the actions, for tests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from prongsai.core.surveys.questionnaire import Questionnaire, SurveyKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.site import clock
from prongsai.web.surveys.actions.building import begin_survey
from prongsai.web.surveys.actions.opening import close_survey, open_survey
from prongsai.web.surveys.bringing import first_questionnaire
from prongsai.web.surveys.models import Answer, Survey
from prongsai.web.surveys.queries.surveys import newest_version

YEAR = 2569
#: Answers that a whole satisfaction survey may have.
CONTENT: dict[str, Any] = {
    "service": 1,
    "channel": 1,
    "first": 1,
    **dict.fromkeys(("steps", "time", "staff", "answers", "fair", "place", "overall"), 4),
}


def draft(by: Person, agency: Agency, kind: SurveyKind = SurveyKind.SATISFACTION, year: int = YEAR) -> Survey:
    """A survey as it is begun."""
    return begin_survey(by=by, agency=agency, fiscal_year=year, questionnaire=first_questionnaire(agency, year, kind))


def of(by: Person, agency: Agency, questionnaire: Questionnaire, year: int = YEAR) -> Survey:
    """A draft of a questionnaire of one's own."""
    return begin_survey(by=by, agency=agency, fiscal_year=year, questionnaire=questionnaire)


def answered_survey(by: Person, agency: Agency, year: int = YEAR, people: int = 6, good: str = "บริการดี") -> Survey:
    """An open satisfaction survey with that many answers of yesterday, each with a text."""
    survey = open_survey(by=by, survey=draft(by, agency, year=year))
    answer(survey, [{**CONTENT, "good": good}] * people)
    return survey


def answer(survey: Survey, answers: Iterable[Mapping[str, Any]], days_ago: int = 1) -> None:
    """Answers to the newest version, of a day that is over."""
    version = newest_version(survey)
    day = clock.today() - timedelta(days=days_ago)
    Answer.objects.add_all(
        [
            Answer(
                agency=survey.agency,
                survey=survey,
                version=version,
                day=day,
                content=json.dumps(one, ensure_ascii=False, sort_keys=True),
            )
            for one in answers
        ]
    )


def closed_days_ago(by: Person, survey: Survey, days: int) -> Survey:
    """The survey closed, as if it had been on an earlier day."""
    survey = close_survey(by=by, survey=survey)
    survey.first_closed_on = clock.today() - timedelta(days=days)
    survey.save(update_fields=("first_closed_on",))
    return survey
