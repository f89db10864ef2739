"""The surveys of an agency, and the versions of their questionnaires."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from prongsai.core.surveys.questionnaire import Questionnaire
from prongsai.core.surveys.questionnaire_json import parse
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.surveys.models import Answer, Survey, SurveyVersion


def surveys_of(agency: Agency, fiscal_year: int) -> QuerySet[Survey]:
    """The surveys of a year, the newest first, each with its number of answers as ``answered``."""
    found = Survey.objects.of(agency).filter(fiscal_year=fiscal_year)
    return found.annotate(answered=Count("answers")).order_by("-created_at", "-id")


def survey_for(seat: Seat, pk: int) -> Survey | None:
    """A survey of the person's agency; None where there is none of that number."""
    return Survey.objects.of(seat.agency).filter(pk=pk).first()


def to_copy(agency: Agency, fiscal_year: int) -> QuerySet[Survey]:
    """Surveys of the year before that may be asked again. Mock surveys are not: each year has questions of its own."""
    mocks = (Survey.Kind.MOCK_IIT, Survey.Kind.MOCK_EIT)
    found = Survey.objects.of(agency).filter(fiscal_year=fiscal_year - 1).exclude(kind__in=mocks)
    return found.order_by("title", "id")


def newest_version(survey: Survey) -> SurveyVersion:
    """The version that is edited: the one given out, or the next one while it is being written."""
    found = SurveyVersion.objects.of(survey.agency_id).filter(survey=survey).order_by("-number").first()
    if found is None:
        raise SurveyVersion.DoesNotExist
    return found


def questionnaire_of(version: SurveyVersion) -> Questionnaire:
    """The questionnaire of a version."""
    return parse(version.content)


def given_out(survey: Survey) -> dict[int, Questionnaire]:
    """The questionnaires of every version that could be answered, by the version's number."""
    found = SurveyVersion.objects.of(survey.agency_id).filter(survey=survey, frozen=True)
    return {version.number: parse(version.content) for version in found}


def answers_to(survey: Survey) -> int:
    """How many answers there are, those included that are not told yet."""
    return Answer.objects.of(survey.agency_id).filter(survey=survey).count()


def questionnaires_of(survey: Survey) -> dict[int, Questionnaire]:
    """The questionnaires of every version, given out or not, by number."""
    found = SurveyVersion.objects.of(survey.agency_id).filter(survey=survey)
    return {version.number: parse(version.content) for version in found}
