"""A questionnaire survives the way to JSON and back, and the same questionnaire has the same hash."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)
from prongsai.core.surveys.questionnaire_json import canonical, from_json, parse, sha256, to_json

YES_NO = (Option(0, Sentence("ไม่เคย", "Never")), Option(1, Sentence("เคย", "Yes")))
FULL = Questionnaire(
    kind=SurveyKind.OWN,
    title=Sentence("แบบสอบถาม “ทดลอง”", "A trial"),
    introduction=Sentence("โปรดตอบตามจริง", ""),
    sections=(
        Section(
            Sentence("ส่วนที่ ๑", "Part 1"),
            (
                SurveyQuestion("q1", AnswerKind.YES_NO, Sentence("เคยมาหรือไม่", "Have you come?"), YES_NO),
                SurveyQuestion(
                    "q2",
                    AnswerKind.NUMBER,
                    Sentence("กี่ครั้ง", "How often?"),
                    required=False,
                    lead=Sentence("หากเคย", "If so"),
                    shown_if=ShownIf("q1", (1,)),
                    least=Decimal("0"),
                    most=Decimal("99.5"),
                ),
            ),
            Sentence("คำอธิบาย", "Help"),
        ),
        Section(Sentence("ว่าง", "Empty"), ()),
    ),
    from_memory=True,
)


def test_it_comes_back_as_it_went() -> None:
    assert parse(canonical(FULL)) == FULL
    assert from_json(to_json(FULL)) == FULL


def test_a_bound_of_nought_is_kept() -> None:
    question = parse(canonical(FULL)).question("q2")
    assert question is not None and question.least == Decimal(0)


def test_the_same_questionnaire_has_the_same_hash_and_another_has_another() -> None:
    assert sha256(FULL) == sha256(parse(canonical(FULL)))
    assert sha256(FULL) != sha256(replace(FULL, from_memory=False))
    assert len(sha256(FULL)) == 64


def test_what_has_its_default_is_not_written() -> None:
    bare = Questionnaire(SurveyKind.OWN, Sentence("ก", "a"), Sentence("", ""), ())
    assert to_json(bare) == {"kind": "own", "title": ["ก", "a"]}
