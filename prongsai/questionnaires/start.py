"""A questionnaire as YAML, to change by hand and bring back; ``parse`` reads it as the same questionnaire."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import SILENT, Questionnaire, Section, SurveyQuestion


def to_yaml(questionnaire: Questionnaire) -> str:
    """The whole questionnaire, with the comments that say what may be written."""
    top: dict[str, Any] = {
        "schema": 1,
        "kind": str(questionnaire.kind),
        "title": _said(questionnaire.title),
        **_if_said("introduction", questionnaire.introduction),
        **({"from_memory": True} if questionnaire.from_memory else {}),
        "sections": [_section(section) for section in questionnaire.sections],
    }
    return _HEAD + yaml.safe_dump(top, allow_unicode=True, sort_keys=False, width=1000)


_HEAD = """\
# แบบสอบถาม: แก้ไขแล้วนำกลับเข้าระบบได้ (A questionnaire: change it and bring it back.)
# kind ของข้อ: choice เลือกหนึ่ง, choices เลือกได้หลายข้อ, scale ระดับ, yes_no ใช่หรือไม่ใช่, number ตัวเลข, text ข้อความ
# shown_if: {key: q1, values: [1]} แสดงข้อนี้เฉพาะเมื่อข้อ q1 ตอบ 1 (Shown only where q1 was answered with 1.)
"""


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": _said(section.title),
        **_if_said("help", section.help),
        "questions": [_question(question) for question in section.questions],
    }


def _question(question: SurveyQuestion) -> dict[str, Any]:
    made: dict[str, Any] = {"key": question.key, "kind": str(question.kind), **_if_said("lead", question.lead)}
    made["text"] = _said(question.text)
    if question.options:
        made["options"] = [{"value": one.value, "label": _said(one.label)} for one in question.options]
    if not question.required:
        made["required"] = False
    if question.shown_if is not None:
        made["shown_if"] = {"key": question.shown_if.key, "values": list(question.shown_if.values)}
    bounds = (("least", question.least), ("most", question.most))
    return made | {name: _number(value) for name, value in bounds if value is not None}


def _number(value: Decimal) -> int | str:
    """A whole number as it is; another in quotes, for YAML would make it binary."""
    return int(value) if value == value.to_integral_value() else str(value)


def _if_said(name: str, sentence: Sentence) -> dict[str, Any]:
    return {} if sentence == SILENT else {name: _said(sentence)}


def _said(sentence: Sentence) -> str | dict[str, str]:
    return {"th": sentence.th, "en": sentence.en} if sentence.en else sentence.th
