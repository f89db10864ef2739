"""The surveys of the demo: a satisfaction survey that was closed, and a mock IIT that is open, with made-up answers."""

from __future__ import annotations

import random
from datetime import date, timedelta

from prongsai.core.surveys.answering import Answers, is_shown
from prongsai.core.surveys.answering import to_text as answer_text
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, SurveyKind, SurveyQuestion
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site import clock
from prongsai.web.surveys.actions import building, opening
from prongsai.web.surveys.bringing import first_questionnaire
from prongsai.web.surveys.models import Answer, Survey
from prongsai.web.surveys.queries.surveys import newest_version

#: Key of a question's part to value to points.
Points = dict[str, dict[int, int]]

_GOOD = ("เจ้าหน้าที่พูดจาดี อธิบายเข้าใจง่าย", "บริการรวดเร็ว", "มีเก้าอี้นั่งรอเพียงพอ", "โทรมาแจ้งเมื่อเสร็จ", "ยิ้มแย้มทุกครั้งที่มา")
_BETTER = (
    "ที่จอดรถน้อย",
    "อยากให้เปิดช่วงพักเที่ยง",
    "ป้ายบอกทางไม่ชัด",
    "เอกสารที่ต้องใช้ควรแจ้งไว้บนเว็บไซต์",
    "รอนานช่วงต้นเดือน",
    "ขอให้จ่ายภาษีออนไลน์ได้",
)


def make_surveys(agency: Agency, by: Person, fiscal_year: int) -> None:
    """Both surveys, answered over the last weeks."""
    chance = random.Random(2569)  # noqa: S311  # made-up answers, the same in every demo
    closed = _asked(agency, by, fiscal_year, SurveyKind.SATISFACTION, 42, chance, population=900)
    opening.close_survey(by=by, survey=closed)
    Survey.objects.of(agency).filter(pk=closed.pk).update(first_closed_on=clock.today() - timedelta(days=3))
    _asked(agency, by, fiscal_year, SurveyKind.MOCK_IIT, 17, chance, population=64)


def _asked(
    agency: Agency, by: Person, year: int, kind: SurveyKind, people: int, chance: random.Random, population: int
) -> Survey:
    questionnaire = first_questionnaire(agency, year, kind)
    survey = building.begin_survey(by=by, agency=agency, fiscal_year=year, questionnaire=questionnaire)
    settings = building.Settings(population=population, opens_on=clock.today() - timedelta(days=20))
    building.change_settings(by=by, survey=survey, settings=settings, version=survey.version)
    survey = opening.open_survey(by=by, survey=survey)
    version = newest_version(survey)
    points = _points(agency, year)
    Answer.objects.add_all(
        [
            Answer(
                agency=agency,
                survey=survey,
                version=version,
                day=_day(chance),
                content=answer_text(_answers(questionnaire, points, chance)),
            )
            for _one in range(people)
        ]
    )
    return survey


def _day(chance: random.Random) -> date:
    return clock.today() - timedelta(days=chance.randint(4, 18))


def _points(agency: Agency, year: int) -> Points:
    """What each answer of the instruments is worth: by that, most people of the demo are content."""
    framework, _provisional = framework_for(agency, year)
    found: Points = {}
    for question in framework.questions:
        for key, part in zip(question.keys, question.parts, strict=True):
            if scale := framework.scale(part.coding):
                found[key] = {choice.value: int(choice.points) for choice in scale.choices}
    return found


def _answers(questionnaire: Questionnaire, points: Points, chance: random.Random) -> Answers:
    answers: Answers = {}
    for question in questionnaire.questions:
        if is_shown(question, answers) and (question.required or chance.random() < 0.6):
            answers[question.key] = _answer(question, points.get(question.key, {}), chance)
    return answers


def _answer(question: SurveyQuestion, points: dict[int, int], chance: random.Random) -> int | str | tuple[int, ...]:
    if question.kind is AnswerKind.TEXT:
        return chance.choice(_GOOD if question.key == "good" else _BETTER)
    values = sorted(one.value for one in question.options)
    if question.kind is AnswerKind.CHOICES:
        return tuple(sorted(chance.sample(values, chance.randint(1, 2))))
    if question.kind is AnswerKind.SCALE:
        return chance.choices(values, weights=[points.get(value, value * 20) ** 2 + 200 for value in values])[0]
    return chance.choices(values, weights=[points.get(value, 50) + 15 for value in values])[0]
