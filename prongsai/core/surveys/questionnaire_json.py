"""A questionnaire as JSON, and back: what a version is stored as, and its hash.

What has its default is left out, so that a value that the type learns later changes no hash of an older questionnaire.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256 as _sha256
from typing import Any

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import (
    SILENT,
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyKind,
    SurveyQuestion,
)


def canonical(questionnaire: Questionnaire) -> str:
    """The one text of a questionnaire: the same questionnaire is the same text, letter for letter."""
    return json.dumps(to_json(questionnaire), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(questionnaire: Questionnaire) -> str:
    """The hash of the canonical text, 64 hexadecimal digits."""
    return _sha256(canonical(questionnaire).encode()).hexdigest()


def parse(text: str) -> Questionnaire:
    """The questionnaire of a text that ``canonical`` wrote."""
    return from_json(json.loads(text))


def to_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """The questionnaire as values of JSON."""
    return _without_defaults(
        {
            "kind": str(questionnaire.kind),
            "title": _said(questionnaire.title),
            "introduction": _said(questionnaire.introduction),
            "sections": [_section(section) for section in questionnaire.sections],
            "from_memory": questionnaire.from_memory,
        }
    )


def from_json(values: Mapping[str, Any]) -> Questionnaire:
    """The questionnaire of values that ``to_json`` made; KeyError or ValueError where it did not make them."""
    return Questionnaire(
        kind=SurveyKind(values["kind"]),
        title=_sentence(values.get("title")),
        introduction=_sentence(values.get("introduction")),
        sections=tuple(_section_of(section) for section in values.get("sections", ())),
        from_memory=values.get("from_memory", False),
    )


def _section(section: Section) -> dict[str, Any]:
    return _without_defaults(
        {
            "title": _said(section.title),
            "help": _said(section.help),
            "questions": [_question(question) for question in section.questions],
        }
    )


def _section_of(values: Mapping[str, Any]) -> Section:
    questions = tuple(_question_of(question) for question in values.get("questions", ()))
    return Section(_sentence(values.get("title")), questions, _sentence(values.get("help")))


def _question(question: SurveyQuestion) -> dict[str, Any]:
    shown_if = question.shown_if
    return _without_defaults(
        {
            "key": question.key,
            "kind": str(question.kind),
            "text": _said(question.text),
            "options": [{"value": one.value, "label": _said(one.label)} for one in question.options],
            "optional": not question.required,
            "lead": _said(question.lead),
            "shown_if": {"key": shown_if.key, "values": list(shown_if.values)} if shown_if else None,
            "least": None if question.least is None else str(question.least),
            "most": None if question.most is None else str(question.most),
        }
    )


def _question_of(values: Mapping[str, Any]) -> SurveyQuestion:
    shown_if = values.get("shown_if")
    return SurveyQuestion(
        key=values["key"],
        kind=AnswerKind(values["kind"]),
        text=_sentence(values.get("text")),
        options=tuple(Option(one["value"], _sentence(one["label"])) for one in values.get("options", ())),
        required=not values.get("optional", False),
        lead=_sentence(values.get("lead")),
        shown_if=ShownIf(shown_if["key"], tuple(shown_if["values"])) if shown_if else None,
        least=_number(values.get("least")),
        most=_number(values.get("most")),
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _said(sentence: Sentence) -> list[str]:
    return [] if sentence == SILENT else [sentence.th, sentence.en]


def _sentence(values: list[str] | None) -> Sentence:
    return Sentence(*values) if values else SILENT


def _without_defaults(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty, False or None: that is what it is read back as."""
    return {name: value for name, value in values.items() if value not in ([], {}, False, None, "")}
