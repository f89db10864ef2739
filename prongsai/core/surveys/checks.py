"""What a questionnaire must be before it is opened; every fault names its question and says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, Section, SurveyQuestion

#: Kinds that are answered by choosing among options: only on these may another question depend.
CHOOSABLE: Final = frozenset({AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.SCALE, AnswerKind.YES_NO})
KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,29}")

MOST_SECTIONS: Final = 30
MOST_QUESTIONS: Final = 200
MOST_OPTIONS: Final = 30
LONGEST_TITLE: Final = 300
LONGEST_TEXT: Final = 1_000
LONGEST_INTRODUCTION: Final = 4_000
#: Letters that one open answer may have at most.
LONGEST_ANSWER: Final = 5_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong. ``section`` and ``question`` are places from 0; None where the whole, or a section, is meant."""

    sentence: Sentence
    section: int | None = None
    question: int | None = None


def faults_of(questionnaire: Questionnaire) -> tuple[Fault, ...]:
    """Every fault, in the order of the questionnaire; none: it may be opened."""
    return (*_whole(questionnaire), *_sections(questionnaire))


def faults_of_question(question: SurveyQuestion, before: tuple[SurveyQuestion, ...]) -> tuple[Sentence, ...]:
    """The faults of one question, given the questions that stand before it."""
    return tuple(sentence for check in CHECKS for sentence in check(question, before))


def _whole(questionnaire: Questionnaire) -> Iterator[Fault]:
    if not questionnaire.title.th.strip():
        yield _fault("โปรดตั้งชื่อแบบสำรวจ", "Please give the survey a title.")
    if _longest(questionnaire.title) > LONGEST_TITLE:
        yield _fault(f"ชื่อแบบสำรวจยาวเกิน {LONGEST_TITLE} ตัวอักษร", f"The title is over {LONGEST_TITLE} letters.")
    if _longest(questionnaire.introduction) > LONGEST_INTRODUCTION:
        yield _fault(
            f"คำชี้แจงยาวเกิน {LONGEST_INTRODUCTION} ตัวอักษร", f"The introduction is over {LONGEST_INTRODUCTION} letters."
        )
    count = sum(1 for _ in questionnaire.questions)
    if not count:
        yield _fault("ยังไม่มีคำถาม โปรดเพิ่มอย่างน้อย 1 ข้อ", "There is no question yet. Please add at least one.")
    if count > MOST_QUESTIONS:
        yield _fault(f"มี {count} ข้อ เกิน {MOST_QUESTIONS} ข้อ", f"There are {count} questions, over {MOST_QUESTIONS}.")
    if len(questionnaire.sections) > MOST_SECTIONS:
        yield _fault(f"มีเกิน {MOST_SECTIONS} ตอน", f"There are over {MOST_SECTIONS} sections.")


def _sections(questionnaire: Questionnaire) -> Iterator[Fault]:
    before: tuple[SurveyQuestion, ...] = ()
    asked = any(section.questions for section in questionnaire.sections)
    for at, section in enumerate(questionnaire.sections):
        for sentence in _section(section, at + 1, asked):
            yield Fault(sentence, at)
        for place, question in enumerate(section.questions):
            for sentence in faults_of_question(question, before):
                yield Fault(sentence, at, place)
            before = (*before, question)


def _section(section: Section, number: int, asked: bool) -> Iterator[Sentence]:
    if not section.title.th.strip():
        yield Sentence(f"โปรดตั้งชื่อตอนที่ {number}", f"Please give section {number} a title.")
    if asked and not section.questions:
        yield Sentence(
            f"ตอนที่ {number} ยังไม่มีคำถาม โปรดเพิ่มคำถาม หรือลบตอนนี้",
            f"Section {number} has no question. Please add one, or remove the section.",
        )
    if max(_longest(section.title), _longest(section.help)) > LONGEST_TEXT:
        yield Sentence(
            f"ชื่อหรือคำอธิบายของตอนที่ {number} ยาวเกิน {LONGEST_TEXT} ตัวอักษร",
            f"The title or help of section {number} is over {LONGEST_TEXT} letters.",
        )


def _key(question: SurveyQuestion, before: tuple[SurveyQuestion, ...]) -> Iterator[Sentence]:
    if not KEY.fullmatch(question.key):
        yield Sentence(
            f"รหัสข้อ “{question.key}” ใช้ได้เฉพาะ a-z ตัวเลข และ _ ขึ้นต้นด้วย a-z ไม่เกิน 30 ตัว",
            f"The key “{question.key}” may have a-z, digits and _ only, begins with a-z, and has at most 30 letters.",
        )
    if any(one.key == question.key for one in before):
        yield Sentence(
            f"รหัสข้อ “{question.key}” ซ้ำกับข้อก่อนหน้า โปรดตั้งรหัสใหม่",
            f"The key “{question.key}” is taken by an earlier question. Please give it another.",
        )


def _text(question: SurveyQuestion, before: tuple[SurveyQuestion, ...]) -> Iterator[Sentence]:
    if not question.text.th.strip():
        yield Sentence(
            f"ข้อ “{question.key}” ยังไม่มีข้อความคำถามภาษาไทย", f"Question “{question.key}” has no Thai text yet."
        )
    if max(_longest(question.text), _longest(question.lead)) > LONGEST_TEXT:
        yield Sentence(
            f"ข้อ “{question.key}” ยาวเกิน {LONGEST_TEXT} ตัวอักษร",
            f"Question “{question.key}” is over {LONGEST_TEXT} letters.",
        )


def _options(question: SurveyQuestion, before: tuple[SurveyQuestion, ...]) -> Iterator[Sentence]:
    key, options = question.key, question.options
    if question.kind not in CHOOSABLE:
        if options:
            yield Sentence(f"ข้อ “{key}” ไม่ใช่ข้อเลือกตอบ จึงไม่มีตัวเลือก", f"Question “{key}” is not chosen from options.")
        return
    if not 2 <= len(options) <= MOST_OPTIONS:
        yield Sentence(
            f"ข้อ “{key}” ต้องมีตัวเลือก 2 ถึง {MOST_OPTIONS} ตัว", f"Question “{key}” needs 2 to {MOST_OPTIONS} options."
        )
    values = [one.value for one in options]
    if len(set(values)) < len(values) or any(not 0 <= value <= 999 for value in values):
        yield Sentence(
            f"ค่าของตัวเลือกในข้อ “{key}” ต้องไม่ซ้ำกัน และเป็น 0 ถึง 999",
            f"The values of the options of “{key}” are 0 to 999, each once.",
        )
    if question.kind is AnswerKind.YES_NO and sorted(values) != [0, 1]:
        yield Sentence(
            f"ข้อ “{key}” เป็นใช่/ไม่ใช่ จึงต้องมี 2 ตัวเลือก ค่า 0 และ 1",
            f"Question “{key}” is yes or no: it has two options, 0 and 1.",
        )
    if any(not one.label.th.strip() or _longest(one.label) > LONGEST_TITLE for one in options):
        yield Sentence(
            f"ทุกตัวเลือกของข้อ “{key}” ต้องมีข้อความภาษาไทย ไม่เกิน {LONGEST_TITLE} ตัวอักษร",
            f"Every option of “{key}” needs a Thai text of at most {LONGEST_TITLE} letters.",
        )


def _branching(question: SurveyQuestion, before: tuple[SurveyQuestion, ...]) -> Iterator[Sentence]:
    """Only what stands earlier may decide: so there is no loop, and a page knows what to show when it is drawn."""
    if question.shown_if is None:
        return
    key, other = question.key, question.shown_if.key
    deciding = next((one for one in before if one.key == other), None)
    if deciding is None:
        yield Sentence(
            f"ข้อ “{key}” แสดงตามคำตอบของข้อ “{other}” ซึ่งไม่ได้อยู่ก่อนหน้า โปรดย้ายข้อ หรือเลือกข้อที่อยู่ก่อน",
            f"Question “{key}” depends on “{other}”, which is not before it. Please move it, or choose an earlier one.",
        )
    elif deciding.kind not in CHOOSABLE:
        yield Sentence(
            f"ข้อ “{key}” แสดงตามคำตอบของข้อ “{other}” ซึ่งไม่ใช่ข้อเลือกตอบ โปรดเลือกข้ออื่น",
            f"Question “{key}” depends on “{other}”, which has no options. Please choose another.",
        )
    elif not question.shown_if.values or set(question.shown_if.values) - {one.value for one in deciding.options}:
        yield Sentence(
            f"ข้อ “{key}” แสดงตามตัวเลือกที่ข้อ “{other}” ไม่มี โปรดเลือกตัวเลือกใหม่",
            f"Question “{key}” depends on an option that “{other}” does not have. Please choose anew.",
        )


def _bounds(question: SurveyQuestion, before: tuple[SurveyQuestion, ...]) -> Iterator[Sentence]:
    key, least, most = question.key, question.least, question.most
    if question.kind is AnswerKind.NUMBER:
        if least is not None and most is not None and least > most:
            yield Sentence(
                f"ข้อ “{key}” ค่าต่ำสุดมากกว่าค่าสูงสุด โปรดสลับกัน", f"In “{key}” the least is above the most. Please swap them."
            )
    elif question.kind is AnswerKind.TEXT:
        if least is not None or (most is not None and not 1 <= most <= LONGEST_ANSWER):
            yield Sentence(
                f"ข้อ “{key}” กำหนดความยาวได้ 1 ถึง {LONGEST_ANSWER} ตัวอักษร",
                f"“{key}” may allow 1 to {LONGEST_ANSWER} letters.",
            )
    elif least is not None or most is not None:
        yield Sentence(
            f"ข้อ “{key}” เป็นข้อเลือกตอบ จึงไม่มีค่าต่ำสุดหรือสูงสุด", f"“{key}” is chosen from options and has no bounds."
        )


#: Every check of a question.
CHECKS: Final[tuple[Callable[[SurveyQuestion, tuple[SurveyQuestion, ...]], Iterator[Sentence]], ...]] = (
    _key,
    _text,
    _options,
    _branching,
    _bounds,
)


def _fault(th: str, en: str) -> Fault:
    return Fault(Sentence(th, en))


def _longest(sentence: Sentence) -> int:
    return max(len(sentence.th), len(sentence.en))
