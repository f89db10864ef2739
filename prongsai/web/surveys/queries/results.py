"""The results of a survey. They change once a day at most, so a process counts the answers once a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from prongsai.core.surveys.counts import count
from prongsai.core.surveys.questionnaire import Questionnaire
from prongsai.core.surveys.questionnaire_json import parse
from prongsai.core.surveys.results import VERSIONS, Asked, Results, choices_to_group_by, results
from prongsai.core.thai.digits import to_arabic
from prongsai.web.surveys.models import Answer, Survey, SurveyVersion

_A_DAY = 24 * 60 * 60
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One person's answers by key, as far as they are told. ``shown_version`` is None where the version is not."""

    version: int
    shown_version: int | None
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """The results of a survey on a day, and the questionnaires that were given out, by the version's number.

    ``answers`` are all that came in, those of today too; ``settled`` those of the days that are over.
    """

    answers: int
    settled: int
    results: Results | None
    questionnaires: dict[int, Questionnaire]


@dataclass(frozen=True, slots=True)
class OpenText:
    """What somebody wrote. ``token`` names it on the page and says nothing of what else the same person answered."""

    token: str
    text: str


def results_on(survey: Survey, today: date) -> Counted:
    """What may be told on that day; ``results`` is None where no version was given out yet."""
    versions = _given_out(survey)
    found = Answer.objects.of(survey.agency_id).filter(survey=survey)
    answers, settled = found.count(), found.filter(day__lt=today).count()
    questionnaires = {one.number: parse(one.content) for one in versions}
    if not versions:
        return Counted(answers, settled, None, {})
    key = f"surveys:results:{survey.pk}:{today}:{settled}:{survey.first_closed_on}:{max(questionnaires)}"
    told = cache.get(key)
    if told is None:
        counts = count(_rows(survey, versions, today), questionnaires)
        told = results(counts, questionnaires, today, survey.first_closed_on)
        cache.set(key, told, _A_DAY)
    return Counted(answers, settled, told, questionnaires)


def texts_of(survey: Survey, asked: Asked, search: str = "") -> list[OpenText]:
    """What was written to an open question, by lot; only what may be told, and what holds the words searched for."""
    if asked.told is None or asked.until is None:
        return []
    key = f"surveys:texts:{survey.pk}:{asked.question.key}:{asked.versions}:{asked.until}:{survey.version}"
    texts = cache.get(key)
    if texts is None:
        texts = sorted(_texts(survey, asked, asked.until), key=lambda one: one.token)
        cache.set(key, texts, _A_DAY)
    wanted = _plain(search)
    return [one for one in texts if wanted in _plain(one.text)]


def rows_told(survey: Survey, told: Results, questionnaires: dict[int, Questionnaire]) -> Iterator[ToldRow]:
    """The answers of everybody of whom is told, by lot and without a day.

    A question that is not told yet is left out, and so is the answer by which somebody would stand in a group that may
    not be shown: whoever sorts the rows by it has such a group before them.
    """
    numbers = {one.pk: one.number for one in _given_out(survey)}
    until = {(number, one.question.key): one.until for one in told.asked for number in one.versions}
    places = {question.key: place for place, question in choices_to_group_by(questionnaires)}
    found = Answer.objects.of(survey.agency_id).filter(survey=survey, day__lte=told.until).order_by("id")
    for version, day, content in found.values_list("version_id", "day", "content").iterator(_CHUNK):
        number, answers = numbers[version], json.loads(content)
        one_version = len(questionnaires) == 1 or (VERSIONS, number) in told.group_sizes
        kept = {
            key: value
            for key, value in answers.items()
            if (end := until.get((number, key))) is not None
            and day <= end
            and (key not in places or (places[key], value) in told.group_sizes)
        }
        yield ToldRow(number, number if one_version else None, kept)


def token_of(survey: Survey, key: str, answer_id: int) -> str:
    """The name of one text on the page."""
    return salted_hmac("prongsai.web.surveys.texts", f"{survey.pk}:{key}:{answer_id}").hexdigest()[:20]


def _given_out(survey: Survey) -> list[SurveyVersion]:
    return list(SurveyVersion.objects.of(survey.agency_id).filter(survey=survey, frozen=True))


def _rows(survey: Survey, versions: list[SurveyVersion], today: date) -> Iterator[tuple[int, date, dict[str, Any]]]:
    numbers = {one.pk: one.number for one in versions}
    found = Answer.objects.of(survey.agency_id).filter(survey=survey, day__lt=today).order_by()
    for version, day, content in found.values_list("version_id", "day", "content").iterator(_CHUNK):
        yield numbers[version], day, json.loads(content)


def _texts(survey: Survey, asked: Asked, until: date) -> Iterator[OpenText]:
    key = asked.question.key
    found = Answer.objects.of(survey.agency_id).filter(
        survey=survey, version__number__in=asked.versions, day__lte=until
    )
    for pk, content in found.order_by().values_list("pk", "content").iterator(_CHUNK):
        if text := json.loads(content).get(key):
            yield OpenText(token_of(survey, key, pk), text)


def _plain(text: str) -> str:
    return to_arabic(text).casefold().strip()
