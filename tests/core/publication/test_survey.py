"""Results of a survey for the public: of everybody, as far as they may be told, and no open text."""

from __future__ import annotations

from prongsai.core.publication.survey import survey_sections
from tests.core.surveys.test_results import ASKED, person, told


def test_nothing_is_told_of_four_people() -> None:
    found = told([(1, person()) for _ in range(4)])
    assert survey_sections("ความพึงพอใจ", found, ASKED) == ()


def test_choices_become_pictures_with_counts_and_shares() -> None:
    rows = [(1, person(1, came=1, how=4)) for _ in range(6)] + [(1, person(2, came=0)) for _ in range(6)]
    head, part = survey_sections("ความพึงพอใจ", told(rows), ASKED)
    assert head.paragraphs[0].startswith("ผู้ตอบ 12 คน")
    charts = {chart.title: chart for chart in part.charts}
    assert [(bar.label, bar.value) for bar in charts["กอง (ผู้ตอบ 12 คน)"].bars] == [
        ("ตัวเลือก 1 (6 คน)", "50.0"),
        ("ตัวเลือก 2 (6 คน)", "50.0"),
        ("ตัวเลือก 3 (0 คน)", "0.0"),
    ]
    assert "- พอใจ: ค่าเฉลี่ย 4.00 (ผู้ตอบ 6 คน)" in part.paragraphs


def test_a_question_that_too_few_answered_shows_nothing() -> None:
    rows = [(1, person(1, came=1, how=5)) for _ in range(3)] + [(1, person(1, came=0)) for _ in range(6)]
    _head, part = survey_sections("ความพึงพอใจ", told(rows), ASKED)
    assert any(text.startswith("- พอใจ: มีผู้ตอบข้อนี้น้อย") for text in part.paragraphs)
    assert not any("พอใจ" in chart.title for chart in part.charts)


def test_open_texts_stay_inside() -> None:
    rows = [(1, person(1, came=0, words="ชื่อของฉันคือทดสอบ")) for _ in range(8)]
    assert "ทดสอบ" not in str(survey_sections("ความพึงพอใจ", told(rows), ASKED))
