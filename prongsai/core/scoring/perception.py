"""Counted answers → the scores of questions. Source: ita.md §1.5."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prongsai.core.framework.framework import Framework, Part, Question
from prongsai.core.framework.rules import Scale
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.figure import Chosen, Figure, Grade, How
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.unfold import least_sure, mean

if TYPE_CHECKING:
    from collections.abc import Mapping


def question_figures(framework: Framework, answers: Tally) -> dict[str, Figure]:
    """The score of every question that somebody answered, by code.

    A part is the mean over those who answered it; a question is the mean of its parts. NotScored where the framework
    has no scale for an answered question, or the scale has no such choice.
    """
    found = ((question.code, _question(framework, question, answers)) for question in framework.questions)
    return {code: figure for code, figure in found if figure is not None}


def _question(framework: Framework, question: Question, answers: Tally) -> Figure | None:
    pairs = zip(question.keys, question.parts, strict=True)
    parts = tuple(_answer(framework, question, key, part, answers.of(key)) for key, part in pairs if answers.of(key))
    if not parts:
        return None
    if len(question.parts) == 1:
        return parts[0]
    value = mean(parts)
    shown = rounded(value, framework.rules)
    sure = question.origin.confidence
    return Figure(
        Grade.QUESTION, question.code, question.text, How.MEAN, value, shown, Fraction(1), sure, parts=parts
    )  # fmt: skip


def _answer(framework: Framework, question: Question, key: str, part: Part, counts: Mapping[int, int]) -> Figure:
    """The answers to one part; of a question with one part, they are the question."""
    scale = _scale(framework, question, part)
    if unknown := sorted(set(counts) - {choice.value for choice in scale.choices}):
        raise NotScored(
            f"ข้อ {key} มีคำตอบ {unknown[0]} ซึ่งไม่มีในตัวเลือก โปรดแก้คำตอบให้เป็นตัวเลือกของข้อนี้",
            f"{key} has the answer {unknown[0]}, which is no choice of it. Please correct the answer.",
        )
    chosen = tuple(Chosen(choice, counts.get(choice.value, 0)) for choice in scale.choices)
    people = sum(one.times for one in chosen)
    value = sum((Fraction(one.choice.points) * one.times for one in chosen), Fraction(0)) / people
    single = len(question.parts) == 1
    return Figure(
        Grade.QUESTION if single else Grade.ANSWER,
        key,
        question.text if single else part.label,
        How.ANSWERS,
        value,
        rounded(value, framework.rules),
        Fraction(1),
        least_sure(question.origin.confidence, scale.origin.confidence),
        respondents=people,
        chosen=chosen,
    )


def _scale(framework: Framework, question: Question, part: Part) -> Scale:
    scale = framework.scale(part.coding)
    if scale is None:
        raise NotScored(
            f"กรอบ {framework.kind}/{framework.year} ยังไม่มีค่าคะแนนของตัวเลือกแบบ {part.coding} (ข้อ {question.code}) "
            "โปรดเพิ่ม scales ใน framework.yaml หรือใช้คะแนนรายตัวชี้วัดแทน",
            f"The framework {framework.kind}/{framework.year} does not say what the choices of {part.coding} questions "
            f"({question.code}) are worth. Please add them under scales, or score the indicators instead.",
        )
    return scale
