"""The level that is written is not that of the score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.framework.framework import Framework, Level
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.scores import computed
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "C04"
TITLE = Sentence("ระดับผลการประเมินไม่ตรงกับคะแนน", "The level is not that of the score")
WHY = Sentence(
    "ระดับขึ้นกับคะแนนรวมและคะแนนของแต่ละแบบวัด และเกณฑ์เปลี่ยนตั้งแต่ปี ๒๕๖๖",
    "The level follows from the total and the scores of the instruments; the rules changed in 2566.",
)
EXAMPLE = Example("คะแนน ๘๖.๗๓ อยู่ในระดับผ่านดีเยี่ยม", "คะแนน ๘๖.๗๓ อยู่ในระดับผ่าน")

_SAID = re.compile(
    r"คะแนน\s?(?:รวม)?\s?(?P<total>\d{2,3}\.\d{1,2})\s?(?:คะแนน)?\s?(?:และ)?\s?(?:อยู่)?\s?(?:ใน)?\s?ระดับ\s?(?:ผล\S{0,12}\s?)?"
    r"[“\"(]?(?P<level>ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง|AA|[A-F])(?![A-Za-z])"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a sentence that tells both. Where the instruments are not known only the total is held to it."""
    framework = subject.framework
    if framework is None:
        return
    for text in subject.texts:
        for found in _SAID.finditer(to_arabic(text.text)):
            total = Decimal(found["total"])
            level = next((one for one in framework.levels if one.name == found["level"]), None)
            right = _levels(subject, framework, total)
            if total > 100 or level in right or (level is None and subject.provisional):
                continue
            names = "/".join(dict.fromkeys(one.name for one in right))
            what = Sentence(
                f"คะแนน {to_thai(found['total'])} อยู่ในระดับ “{names}” ไม่ใช่ “{found['level']}” "
                f"ตามเกณฑ์ปี {to_thai(framework.year)} โปรดแก้",
                f"{found['total']} of {framework.year} is “{names}”, not “{found['level']}”. Please put it right.",
            )
            yield subject.finding(CODE, Severity.ERROR, text, what, text.text[found.start() : found.end()])


def _levels(subject: Subject, framework: Framework, total: Decimal) -> list[Level]:
    """The level, where the instruments are known; else all that the total allows."""
    result = computed(subject)
    if result is not None and abs(result.total - total) <= Decimal("0.011"):
        return [result.level]
    possible: list[Level] = []
    for level in framework.levels:
        if total >= level.total:
            possible.append(level)
            if level.each_instrument is None:
                break
    return possible or [framework.levels[-1]]
