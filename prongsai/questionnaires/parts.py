"""From YAML to a questionnaire, part by part; every fault is noted where it stands.

A text is ``{th: …, en: …}``, or only the Thai. Options may be written as texts alone: they then count from 1. A
question of yes or no needs none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.answering import MOST_DIGITS
from prongsai.core.surveys.checks import faults_of
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
from prongsai.strict_yaml import Marked, Reader

E = TypeVar("E", bound=StrEnum)

_TEXT = (str, Marked)
_TOP = {"schema": int, "kind": str, "title": _TEXT, "introduction": _TEXT, "from_memory": bool, "sections": list}
_SECTION = {"title": _TEXT, "help": _TEXT, "questions": list}
_QUESTION = {
    "key": str,
    "kind": str,
    "text": _TEXT,
    "lead": _TEXT,
    "options": list,
    "required": bool,
    "shown_if": Marked,
    "least": (int, float, str),
    "most": (int, float, str),
}
_MAY_LACK = frozenset({"lead", "options", "required", "shown_if", "least", "most"})
_OPTION = {"value": int, "label": _TEXT}
_SHOWN_IF = {"key": str, "values": list}
_SENTENCE = {"th": str, "en": str}

#: Letters of a faulty value that its fault repeats.
_SHOWN = 30
#: What a question of yes or no offers where its file says nothing.
YES_NO = (Option(1, Sentence("ใช่", "Yes")), Option(0, Sentence("ไม่ใช่", "No")))


@dataclass(slots=True)
class _Lines:
    """The line of each section and question, so that what the checks find is told by line."""

    sections: list[int] = field(default_factory=list)
    questions: list[list[int]] = field(default_factory=list)

    def of(self, section: int | None, question: int | None) -> int:
        if section is None:
            return 1
        return self.sections[section] if question is None else self.questions[section][question]


def the_questionnaire(reader: Reader) -> Questionnaire:
    """The questionnaire of a file; Faulty with every fault by line, those of its sense too."""
    root = reader.read()
    if not root.values:
        reader.done()  # what is no YAML lacks everything: that need not be told key by key
    top = reader.take(root, _TOP, optional=frozenset({"introduction", "from_memory"}))
    if top.get("schema", 1) != 1:
        reader.fault(root.lines["schema"], "schema ต้องเป็น 1", "schema is 1")
    lines = _Lines()
    made = Questionnaire(
        kind=_member(reader, SurveyKind, top.get("kind"), root.lines.get("kind", 1)),
        title=_sentence(reader, top.get("title")),
        introduction=_sentence(reader, top.get("introduction")),
        sections=tuple(_section(reader, part, lines) for part in top.get("sections", ())),
        from_memory=top.get("from_memory", False),
    )
    if not reader.faults:  # a value that was left out as faulty would be told a second time as missing
        for fault in faults_of(made):
            reader.fault(lines.of(fault.section, fault.question), fault.sentence.th, fault.sentence.en)
    reader.done()
    return made


def _section(reader: Reader, part: Any, lines: _Lines) -> Section:
    if not isinstance(part, Marked):
        reader.fault(1, "แต่ละตอนต้องเป็นรายการ “ชื่อ: ค่า”", "a section is a mapping")
        return Section(SILENT, ())
    values = reader.take(part, _SECTION, optional=frozenset({"help"}))
    questions = values.get("questions", [])
    lines.sections.append(part.line)
    lines.questions.append([one.line if isinstance(one, Marked) else part.line for one in questions])
    return Section(
        _sentence(reader, values.get("title")),
        tuple(_question(reader, one, part.line) for one in questions),
        _sentence(reader, values.get("help")),
    )


def _question(reader: Reader, part: Any, line: int) -> SurveyQuestion:
    if not isinstance(part, Marked):
        reader.fault(line, "แต่ละข้อต้องเป็นรายการ “ชื่อ: ค่า”", "a question is a mapping")
        return SurveyQuestion("", AnswerKind.TEXT, SILENT)
    values = reader.take(part, _QUESTION, optional=_MAY_LACK)
    kind = _member(reader, AnswerKind, values.get("kind"), part.lines.get("kind", part.line))
    options = tuple(_option(reader, one, at, part.line) for at, one in enumerate(values.get("options", ()), 1))
    return SurveyQuestion(
        key=values.get("key", ""),
        kind=kind,
        text=_sentence(reader, values.get("text")),
        options=YES_NO if kind is AnswerKind.YES_NO and not options else options,
        required=values.get("required", True),
        lead=_sentence(reader, values.get("lead")),
        shown_if=_shown_if(reader, values.get("shown_if")),
        least=_number(reader, values.get("least"), part),
        most=_number(reader, values.get("most"), part),
    )


def _option(reader: Reader, part: Any, at: int, line: int) -> Option:
    if isinstance(part, str):
        return Option(at, Sentence(part, ""))
    if not isinstance(part, Marked):
        reader.fault(
            line, f"ตัวเลือกที่ {at} ต้องเป็นข้อความ โปรดใส่ในเครื่องหมายคำพูด", f"option {at} is a text; put it in quotes"
        )
        return Option(at, SILENT)
    if "value" not in part.values and "label" not in part.values:  # only the two languages
        return Option(at, _sentence(reader, part))
    values = reader.take(part, _OPTION)
    return Option(values.get("value", at), _sentence(reader, values.get("label")))


def _shown_if(reader: Reader, part: Marked | None) -> ShownIf | None:
    if part is None:
        return None
    values = reader.take(part, _SHOWN_IF)
    chosen = values.get("values", [])
    if any(isinstance(one, bool) or not isinstance(one, int) for one in chosen):
        reader.fault(part.line, "values ต้องเป็นตัวเลขของตัวเลือก", "values are the numbers of options")
        return None
    return ShownIf(values.get("key", ""), tuple(chosen))


def _sentence(reader: Reader, value: str | Marked | None) -> Sentence:
    if isinstance(value, Marked):
        values = reader.take(value, _SENTENCE, optional=frozenset({"en"}))
        return Sentence(values.get("th", "").strip(), values.get("en", "").strip())
    return Sentence(value.strip(), "") if value else SILENT


def _number(reader: Reader, value: float | str | None, part: Marked) -> Decimal | None:
    if value is None:
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS or len(number.as_tuple().digits) > MOST_DIGITS:
        shown = str(value)[:_SHOWN]
        reader.fault(
            part.line,
            f"“{shown}” ไม่ใช่ตัวเลขที่ใช้ได้ โปรดเขียนไม่เกิน {MOST_DIGITS} หลัก",
            f"{shown!r} is no number of at most {MOST_DIGITS} digits",
        )
        return None
    return number


def _member(reader: Reader, kind: type[E], value: str | None, line: int) -> E:
    if value is not None and value not in list(kind):
        known = ", ".join(kind)
        reader.fault(line, f"ไม่รู้จัก “{value}” ใช้ได้เฉพาะ {known}", f"unknown {value!r}; known are {known}")
    return kind(value) if value in list(kind) else next(iter(kind))
