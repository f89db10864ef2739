"""Rows of indicators out of order, and an indicator's number with another one's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.framework.framework import Framework, Indicator
from prongsai.core.review.alike import held
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "N03"
TITLE = Sentence("เลขตัวชี้วัดสลับลำดับหรือไม่ตรงชื่อ", "The number of an indicator is out of order or not of its name")
WHY = Sentence(
    "ผู้ตรวจอ่านตามตัวชี้วัดที่ ๑–๑๐ หากเลขกับชื่อไม่ตรงกัน จะถือว่าวิเคราะห์ผิดตัวชี้วัด",
    "Assessors go by indicators 1 to 10: a number with another name is an analysis of the wrong one.",
)
EXAMPLE = Example("ตัวชี้วัดที่ ๖ การใช้งบประมาณ", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ")

_NUMBERED = re.compile(r"ตัวชี้วัดที่\s?(?P<number>10|[1-9])(?![\d.])\s?(?P<after>[^0-9]{4,60})")
#: So much of a name (0 to 1) must stand behind the number for it to be that name.
_NAMED = 0.85


def check(subject: Subject) -> Iterator[Finding]:
    """Rows first, then every number that stands with a name."""
    yield from _rows(subject)
    framework = subject.framework
    for text in subject.texts if framework is not None else ():
        for found in _NUMBERED.finditer(to_arabic(text.text)):
            own, meant = _own_and_meant(int(found["number"]), found["after"], framework)
            if own is None or meant is None or meant is own or held(own.name, found["after"]) > 0.5:
                continue
            written = text.text[found.start() : found.end()]
            what = Sentence(
                f"ตัวชี้วัดที่ {to_thai(own.number)} คือ “{own.name}” ส่วน “{meant.name}” "
                f"คือตัวชี้วัดที่ {to_thai(meant.number)} โปรดแก้เลขหรือชื่อ",
                f"Indicator {own.number} is “{own.name}”; “{meant.name}” is {meant.number}. Please correct one.",
            )
            yield subject.finding(CODE, Severity.ERROR, text, what, written)


def _own_and_meant(number: int, after: str, framework: Framework | None) -> tuple[Indicator | None, Indicator | None]:
    if framework is None:
        return None, None
    best = max(framework.indicators, key=lambda one: (held(one.name, after), len(one.name)))
    return framework.indicator(number), best if held(best.name, after) >= _NAMED else None


def _rows(subject: Subject) -> Iterator[Finding]:
    last = 0
    for path, row in subject.measures():
        if row.indicator is not None and row.indicator < last:
            what = Sentence(
                f"ตัวชี้วัดที่ {to_thai(row.indicator)} อยู่หลังตัวชี้วัดที่ {to_thai(last)} โปรดเรียงตามลำดับ",
                f"Indicator {row.indicator} stands behind {last}. Please put the rows in order.",
            )
            yield subject.finding(CODE, Severity.WARNING, f"{path}.indicator", what, row.title or "")
        last = max(last, row.indicator or 0)
