"""Made-up surveys that stand open, and what a browser sends to answer them."""

from __future__ import annotations

from typing import Any

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.answering import field
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)
from prongsai.core.surveys.questionnaire_json import canonical, sha256
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.surveys.codes import new_code
from prongsai.web.surveys.models import Survey, SurveyVersion

KEY = "a-key-of-a-form-by-lot"
DEGREES = tuple(
    Option(value, Sentence(th, en))
    for value, (th, en) in enumerate(
        [("น้อยที่สุด", "Least"), ("น้อย", "Little"), ("ปานกลาง", "Middling"), ("มาก", "Much"), ("มากที่สุด", "Most")], 1
    )
)
YES_NO = (Option(1, Sentence("ใช่", "Yes")), Option(0, Sentence("ไม่ใช่", "No")))
SHORT = Questionnaire(
    SurveyKind.SATISFACTION,
    Sentence("ความพึงพอใจผู้มาติดต่อ", "Satisfaction of visitors"),
    Sentence("ขอความเห็นของท่าน", "Please tell us"),
    (
        Section(
            Sentence("การให้บริการ", "Service"),
            (
                SurveyQuestion("polite", AnswerKind.SCALE, Sentence("เจ้าหน้าที่สุภาพ", "Polite"), DEGREES),
                SurveyQuestion("came", AnswerKind.YES_NO, Sentence("เคยมาติดต่อหรือไม่", "Have you come?"), YES_NO),
                SurveyQuestion(
                    "waited", AnswerKind.NUMBER, Sentence("รอกี่นาที", "Minutes?"), shown_if=ShownIf("came", (1,))
                ),
            ),
        ),
        Section(
            Sentence("ข้อเสนอแนะ", "Suggestions"),
            (SurveyQuestion("more", AnswerKind.TEXT, Sentence("อยากบอกอะไรอีก", "Anything else?"), required=False),),
        ),
    ),
)


def thirty() -> Questionnaire:
    """Thirty questions, of which the last is open: as long as the official survey of staff."""
    text = Sentence("เจ้าหน้าที่ปฏิบัติงานและให้บริการตามขั้นตอนและระยะเวลาที่กำหนดไว้ มากน้อยเพียงใด", "Are the steps and times kept?")
    scales = tuple(SurveyQuestion(f"i{n}", AnswerKind.SCALE, text, DEGREES) for n in range(1, 30))
    more = SurveyQuestion("more", AnswerKind.TEXT, Sentence("ข้อเสนอแนะ", "Suggestions"), required=False)
    parts = (scales[:10], scales[10:20], (*scales[20:], more))
    sections = tuple(Section(Sentence(f"ตอนที่ {n}", f"Part {n}"), part) for n, part in enumerate(parts, 1))
    return Questionnaire(SurveyKind.MOCK_IIT, Sentence("แบบวัดทดลอง", "A mock survey"), Sentence("", ""), sections)


def open_survey(agency: Agency, by: Person, questionnaire: Questionnaire = SHORT, **values: Any) -> Survey:
    """A survey that takes answers to that questionnaire."""
    given = {
        "kind": str(questionnaire.kind),
        "fiscal_year": 2569,
        "title": questionnaire.title.th,
        "code": new_code(agency.pk),
        "state": "open",
    }
    survey = Survey.objects.add(agency=agency, created_by=by, **given | values)
    add_version(survey, questionnaire, 1)
    return survey


def add_version(survey: Survey, questionnaire: Questionnaire, number: int) -> SurveyVersion:
    """A version that was opened."""
    return SurveyVersion.objects.add(
        agency=survey.agency,
        survey=survey,
        number=number,
        content=canonical(questionnaire),
        sha256=sha256(questionnaire),
        frozen=True,
    )


def filled(*answers: str, key: str = KEY, **more: str) -> dict[str, str]:
    """What a browser sends: the answers in the order of the questions."""
    fields = {field(position): answer for position, answer in enumerate(answers)}
    return {"key": key, "version": "1", "lang": "th", **fields, **more}
