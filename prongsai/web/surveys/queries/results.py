"""The results of a survey. They change once a day at most, so a process counts the answers once a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from prongsai.core.surveys.blanking import kept
from prongsai.core.surveys.counts import count
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire
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


def rows_told(survey: Survey, told: Results, questionnaires: dict[int, Questionnaire]) -> list[ToldRow]:
    """The answers of everybody of whom is told, by lot and without a day.

    A question that is not told yet is left out. So are choices, numbers and the version, by which rows could be told
    apart that belong to fewer than five people; before the survey was closed, all of them. What tells of them goes with
    them: a question that only some are asked tells what they chose, and one of some versions which version they had.
    """
    numbers = {one.pk: one.number for one in _given_out(survey)}
    until = {(number, one.question.key): one.until for one in told.asked for number in one.versions}
    found = Answer.objects.of(survey.agency_id).filter(survey=survey, day__lte=told.until).order_by("id")
    rows, closed = [], []
    for version, day, content in found.values_list("version_id", "day", "content").iterator(_CHUNK):
        number, answers = numbers[version], json.loads(content)
        ends = ((key, until.get((number, key))) for key in answers)
        rows.append(ToldRow(number, None, {key: answers[key] for key, end in ends if end is not None and day <= end}))
        closed.append(told.groups_until is not None and day <= told.groups_until)
    order = _telling(questionnaires)
    choices = [_choices(row, order, told) for row, is_closed in zip(rows, closed, strict=True) if is_closed]
    many = iter([given[:most] for given, most in zip(choices, kept(choices), strict=True)])
    alone = max(questionnaires) if len(questionnaires) == 1 else None
    shown = (
        _without(row, order, next(many) if is_closed else (), alone, questionnaires[row.version])
        for row, is_closed in zip(rows, closed, strict=True)
    )
    of_all = {one.question.key for one in told.asked if len(one.versions) == len(questionnaires)}
    return [row if row.shown_version is not None else _of_any_version(row, of_all) for row in shown]


def _telling(questionnaires: dict[int, Questionnaire]) -> list[str]:
    """The questions by which people may be known, that of the groups first: those of one choice, then numbers."""
    asked = [one for each in questionnaires.values() for one in each.questions]
    found = [question.key for _place, question in choices_to_group_by(questionnaires)]
    for kind in (AnswerKind.CHOICE, AnswerKind.NUMBER):  # an age or a salary tells of somebody even alone
        found += sorted({one.key for one in asked if one.kind is kind} - set(found))
    return found


def _choices(row: ToldRow, order: list[str], told: Results) -> tuple[Any, ...]:
    """Version and choices of a row; None for those of groups that the results do not show either."""
    given = [row.version, *(_comparable(row.answers.get(key)) for key in order)]
    shown = [one if (at, one) in told.group_sizes else None for at, one in enumerate(given[:2], VERSIONS)]
    return (*shown, *given[2:])


def _comparable(value: Any) -> Any:
    """A value that can be compared; a key may be of one choice in a version, and of many in another."""
    return tuple(value) if isinstance(value, list) else value


def _without(
    row: ToldRow, order: list[str], kept_choices: tuple[Any, ...], version: int | None, asked: Questionnaire
) -> ToldRow:
    """The row with no other choices than those that are kept, and without answers that stand below one that is not."""
    shown = dict(zip(order, kept_choices[1:], strict=False))
    answers = {key: value for key, value in row.answers.items() if key not in order or shown.get(key) is not None}
    for question in asked.questions:  # in order: what stands below the first may have questions below it
        if question.shown_if is not None and question.shown_if.key not in answers:
            answers.pop(question.key, None)
    return ToldRow(row.version, version or next(iter(kept_choices), None), answers)


def _of_any_version(row: ToldRow, of_all: set[str]) -> ToldRow:
    """The row with no answers but to questions that every version asked in the same way."""
    return replace(row, answers={key: value for key, value in row.answers.items() if key in of_all})


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
