"""Surveys are begun, changed, copied and removed. What was given out never changes: a change makes a new version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.sentence import Sentence
from prongsai.core.surveys.checks import LONGEST_TITLE
from prongsai.core.surveys.questionnaire import Questionnaire
from prongsai.core.surveys.questionnaire_json import canonical, sha256
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.site.refusals import Stale, refuse
from prongsai.web.surveys.codes import new_code
from prongsai.web.surveys.models import OneTimeLink, Survey, SurveyVersion
from prongsai.web.surveys.queries.surveys import answers_to, newest_version, questionnaire_of


@dataclass(frozen=True, slots=True)
class Settings:
    """How a survey is asked: how many could answer, from when until when, and whether each needs a link of the own."""

    population: int | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    one_time: bool = False


@transaction.atomic
def begin_survey(*, by: Person, agency: Agency, fiscal_year: int, questionnaire: Questionnaire) -> Survey:
    """A draft survey with the first version of its questionnaire."""
    survey = Survey.objects.add(
        agency=agency,
        kind=str(questionnaire.kind),
        fiscal_year=fiscal_year,
        title=_title(questionnaire),
        code=new_code(agency.pk),
        created_by=by,
    )
    _add_version(survey, questionnaire, 1)
    after = {"title": survey.title, "kind": survey.kind, "fiscal_year": fiscal_year, **_told(questionnaire, 1)}
    record(by=by, agency=agency, kind=EventKind.SURVEY_CREATED, subject=survey, after=after)
    return survey


@transaction.atomic
def copy_survey(*, by: Person, survey: Survey, fiscal_year: int) -> Survey:
    """The same questionnaire for another year; figures of the old year in its title become those of the new."""
    old = questionnaire_of(newest_version(survey))
    title = Sentence(
        *(text.replace(str(survey.fiscal_year), str(fiscal_year)) for text in (old.title.th, old.title.en))
    )
    return begin_survey(by=by, agency=survey.agency, fiscal_year=fiscal_year, questionnaire=replace(old, title=title))


@transaction.atomic
def change_questionnaire(*, by: Person, survey: Survey, questionnaire: Questionnaire, version: int) -> SurveyVersion:
    """Write the questionnaire. Where its newest version was given out, this is the next one, not given out yet.

    Raises Stale when somebody else wrote first. Saving the same again changes nothing.
    """
    newest = newest_version(survey)
    before = questionnaire_of(newest)
    if before == questionnaire:
        return newest
    _take_turn(survey, version, title=_title(questionnaire))
    if newest.frozen:
        written = _add_version(survey, questionnaire, newest.number + 1)
    else:
        newest.content, newest.sha256 = canonical(questionnaire), sha256(questionnaire)
        newest.save(update_fields=("content", "sha256"))
        written = newest
    record(
        by=by,
        agency=survey.agency,
        kind=EventKind.SURVEY_CHANGED,
        subject=survey,
        before={"title": _title(before), **_told(before, newest.number)},
        after={"title": _title(questionnaire), **_told(questionnaire, written.number), "sha256": written.sha256},
    )
    return written


@transaction.atomic
def change_settings(*, by: Person, survey: Survey, settings: Settings, version: int) -> None:
    """Keep how the survey is asked. Raises Stale when somebody else wrote first, Refused for dates that cannot be."""
    if settings.opens_on and settings.closes_on and settings.closes_on < settings.opens_on:
        raise refuse(
            "วันปิดอยู่ก่อนวันเปิด โปรดแก้ไขวันใดวันหนึ่ง", "The last day is before the first. Please correct one of them."
        )
    before = _settings(survey)
    values: dict[str, Any] = {
        "population": settings.population,
        "opens_on": settings.opens_on,
        "closes_on": settings.closes_on,
        "one_time": settings.one_time,
    }
    _take_turn(survey, version, **values)
    record(
        by=by,
        agency=survey.agency,
        kind=EventKind.SURVEY_CHANGED,
        subject=survey,
        before=before,
        after=_settings(survey),
    )


@transaction.atomic
def remove_survey(*, by: Person, survey: Survey) -> None:
    """Remove a survey that nobody has answered; the history keeps that it was there."""
    if answered := answers_to(survey):
        raise refuse(
            f"แบบสำรวจนี้มีผู้ตอบแล้ว {answered} คน จึงลบไม่ได้ หากไม่ใช้แล้ว โปรดปิดรับคำตอบแทน",
            f"{answered} people have answered this survey, so it is not removed. Please close it instead.",
        )
    before = {"title": survey.title, "kind": survey.kind, "fiscal_year": survey.fiscal_year}
    record(by=by, agency=survey.agency, kind=EventKind.SURVEY_REMOVED, subject=survey, before=before)
    OneTimeLink.objects.of(survey.agency_id).filter(survey=survey).delete()
    SurveyVersion.objects.of(survey.agency_id).filter(survey=survey).delete()
    survey.delete()


def _take_turn(survey: Survey, version: int, **values: Any) -> None:
    """Write these values where nobody wrote since that version was read; Stale otherwise."""
    rows = Survey.objects.of(survey.agency_id).filter(pk=survey.pk, version=version)
    if not rows.update(version=F("version") + 1, **values):
        raise Stale
    survey.refresh_from_db()


def _add_version(survey: Survey, questionnaire: Questionnaire, number: int) -> SurveyVersion:
    return SurveyVersion.objects.add(
        agency=survey.agency,
        survey=survey,
        number=number,
        content=canonical(questionnaire),
        sha256=sha256(questionnaire),
    )


def _title(questionnaire: Questionnaire) -> str:
    return questionnaire.title.th.strip()[:LONGEST_TITLE]


def _told(questionnaire: Questionnaire, number: int) -> dict[str, Any]:
    return {"number": number, "questions": sum(1 for _ in questionnaire.questions)}


def _settings(survey: Survey) -> dict[str, Any]:
    days = {name: getattr(survey, name) for name in ("opens_on", "closes_on")}
    return {
        "population": survey.population,
        "one_time": survey.one_time,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }
