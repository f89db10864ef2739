"""A short file to begin with: what of a year has no source, written out so that only texts and days are put in."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps

from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.framework import Framework, Question
from prongsai.core.framework.origin import Confidence
from prongsai.core.framework.rules import Mechanics
from prongsai.frameworks import SCHEMA

_HEAD = """# กติกาของปี {year} เฉพาะที่ต่างจากระบบ แก้ข้อความหรือวันให้ตรงกับประกาศ ใส่ชื่อประกาศใน source
# แล้วนำไฟล์กลับมาที่หน้า “กติกาของปี”
# ลบรายการที่ไม่ได้แก้ออกได้ ส่วนที่ไม่เขียนใช้ของระบบ; ไม่ต้องการคำถามใด ใส่ใน leave_out: [e14, e15]
schema: {schema}
kind: {kind}
year: {year}
extends: {kind}/{year}
"""


def starter_text(framework: Framework) -> str:
    """YAML of the questions that are from memory and the days that were not announced; it can be read as it is."""
    lines = [_HEAD.format(year=framework.year, schema=SCHEMA, kind=framework.kind)]
    remembered = [one for one in framework.questions if one.origin.confidence is Confidence.MEMORY]
    questions = [one for one in remembered if one.mechanics == Mechanics()]  # the others stay as they are
    days = [one for one in framework.calendar if one.origin.confidence is not Confidence.CERTAIN]
    for name, entries in (("questions", map(_question, questions)), ("calendar", map(_phase, days))):
        written = [line for entry in entries for line in entry]
        lines += [f"{name}:", *written, ""] if written else []
    return "\n".join(lines)


def _question(question: Question) -> Iterator[str]:
    yield f"  - code: {question.code}"
    yield f"    indicator: {question.indicator}"
    yield f"    text: {_quoted(question.text)}"
    yield "    parts:"
    for part in question.parts:
        yield f"      - {{label: {_quoted(part.label)}, coding: {part.coding.value}}}"
    yield f"    source: {_quoted(question.origin.source)}"
    yield f"    confidence: {question.origin.confidence.value}"


def _phase(phase: Phase) -> Iterator[str]:
    yield f"  - code: {phase.code}"
    yield f"    name: {_quoted(phase.name)}"
    yield f"    name_en: {_quoted(phase.name_en)}"
    yield f"    opens: {phase.opens}"
    yield f"    closes: {phase.closes}"
    yield f"    agency_acts: {str(phase.agency_acts).lower()}"
    yield f"    source: {_quoted(phase.origin.source)}"
    yield f"    confidence: {phase.origin.confidence.value}"


def _quoted(text: str) -> str:
    """The text as YAML has it: JSON's quotes are YAML's too."""
    return dumps(text, ensure_ascii=False)
