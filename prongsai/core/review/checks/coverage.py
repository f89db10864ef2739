"""Indicators of which the report says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai

CODE = "N07"
TITLE = Sentence("ไม่ครบทุกตัวชี้วัด", "Not all indicators are there")
WHY = Sentence(
    "มาตรการต้องมาจากการวิเคราะห์ผลทุกตัวชี้วัด ตัวที่ไม่กล่าวถึงดูเหมือนไม่ได้วิเคราะห์",
    "Measures follow from all ten indicators; one that is not named looks as if nobody had looked at it.",
)
EXAMPLE = Example("มีเฉพาะตัวชี้วัดที่ ๑–๔", "ตัวชี้วัดที่ ๑–๑๐ หรือเขียนว่าตัวที่เหลือได้คะแนนเต็ม")

#: Fewer rows of indicators do not make a table by indicators.
_LEAST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """At most one remark. Indicators of the items that the paper lists (9, 10) are there with them."""
    framework = subject.framework
    rows = {row.indicator for _, row in subject.measures() if row.indicator is not None}
    if framework is None or len(rows) < _LEAST:
        return
    items = (framework.item(row.code) for _, row in subject.disclosures())
    parts = (framework.sub_indicator(item.sub_indicator) for item in items if item is not None)
    there = rows | {part.indicator for part in parts if part is not None}
    missing = [one for one in framework.indicators if one.number not in there]
    if missing:
        names = ", ".join(f"{to_thai(one.number)} {one.name}" for one in missing)
        what = Sentence(
            f"ไม่มีตัวชี้วัดที่ {names} หากตั้งใจทำเฉพาะบางตัว โปรดเขียนเหตุผลไว้ในเอกสาร",
            f"Indicators {', '.join(str(one.number) for one in missing)} are missing. "
            "Where only some are meant, please say why.",
        )
        yield subject.finding(CODE, Severity.REMARK, None, what, names)
