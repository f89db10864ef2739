"""Results of surveys as content of items: only closed ones, only what may be told, no open text."""

from __future__ import annotations

from prongsai.web.disclosures.sources import offers_of, sections_of
from prongsai.web.surveys.actions.opening import close_survey
from prongsai.web.surveys.models import Survey
from tests.cast import Cast
from tests.web.surveys.asked import YEAR, answered_survey


def _closed(cast: Cast, people: int = 6) -> Survey:
    survey = answered_survey(cast.somying, cast.agency, people=people, good="ชื่อของฉันอยู่ในข้อความ")
    return close_survey(by=cast.somying, survey=survey)


def _code(survey: Survey) -> str:
    return f"survey:{survey.pk}"


def test_a_closed_survey_is_offered_and_told(cast: Cast) -> None:
    survey = _closed(cast)
    assert (_code(survey), survey.title) in [(one.code, one.title) for one in offers_of(cast.agency, YEAR)]
    sections = sections_of(cast.agency, YEAR, _code(survey))
    assert sections[0].paragraphs[0].startswith("ผู้ตอบ 6 คน")
    assert any(section.charts for section in sections)


def test_open_texts_stay_inside(cast: Cast) -> None:
    assert "ชื่อของฉัน" not in str(sections_of(cast.agency, YEAR, _code(_closed(cast))))


def test_an_open_survey_is_not_told(cast: Cast) -> None:
    survey = answered_survey(cast.somying, cast.agency)
    assert _code(survey) not in [one.code for one in offers_of(cast.agency, YEAR)]
    assert sections_of(cast.agency, YEAR, _code(survey)) == ()


def test_of_four_people_nothing_is_told(cast: Cast) -> None:
    assert sections_of(cast.agency, YEAR, _code(_closed(cast, people=4))) == ()


def test_another_agency_and_another_year_find_nothing(cast: Cast) -> None:
    survey = _closed(cast)
    assert sections_of(cast.neighbour, YEAR, _code(survey)) == ()
    assert sections_of(cast.agency, YEAR - 1, _code(survey)) == ()
    assert sections_of(cast.agency, YEAR, "survey:x") == ()
