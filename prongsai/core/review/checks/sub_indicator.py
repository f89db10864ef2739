"""The number of a sub-indicator does not go with its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.framework.framework import Framework, SubIndicator
from prongsai.core.review.alike import held
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "N02"
TITLE = Sentence("เลขตัวชี้วัดย่อยไม่มีในกรอบหรือไม่ตรงชื่อ", "The number of a sub-indicator is unknown or not of its name")
WHY = Sentence(
    "หัวข้อตัวชี้วัดย่อยที่เลขผิดทำให้ผู้ตรวจไม่ทราบว่ารายการอยู่ใต้ตัวชี้วัดใด",
    "Under a heading with a wrong number nobody knows to which indicator the items belong.",
)
EXAMPLE = Example("ตัวชี้วัดย่อยที่ ๘.๑ ข้อมูลพื้นฐาน", "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน")

_NUMBERED = re.compile(r"ตัวชี้วัด\s?(?:ย่อย)?\s?(?:ที่)?\s?(?P<code>\d{1,2}\.\d)(?!\d)\s?(?P<after>[^0-9]{0,70})")
#: So much of a name (0 to 1) must stand behind the number for it to be that name.
_NAMED = 0.75


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a place: of numbers that the year does not have, and of numbers with another one's name."""
    framework = subject.framework
    if framework is None or subject.provisional:
        return
    for text in subject.texts:
        for found in _NUMBERED.finditer(to_arabic(text.text)):
            own = framework.sub_indicator(found["code"])
            meant = _meant(found["after"], framework)
            if own is None or (meant is not None and meant is not own and held(own.name, found["after"]) < _NAMED):
                yield _finding(subject, text, text.text[found.start() : found.end("code")], meant)


def _meant(after: str, framework: Framework) -> SubIndicator | None:
    best = max(framework.sub_indicators, key=lambda one: (held(one.name, after), len(one.name)), default=None)
    return best if best is not None and held(best.name, after) >= _NAMED else None


def _finding(subject: Subject, text: Text, written: str, meant: SubIndicator | None) -> Finding:
    hint = Sentence("", "")
    if meant is not None:
        hint = Sentence(f" ชื่อนี้คือ {to_thai(meant.code)} {meant.name}", f" That name is {meant.code}'s.")
    what = Sentence(
        f"“{written}” ไม่ตรงกับกรอบการประเมิน{hint.th} โปรดแก้เลข",
        f"“{written}” is not what the framework says.{hint.en} Please put the number right.",
    )
    return subject.finding(CODE, Severity.WARNING, text, what, written)
