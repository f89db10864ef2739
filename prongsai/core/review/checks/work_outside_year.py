"""Work that is reported with a date of another fiscal year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates
from prongsai.core.thai.digits import to_thai
from prongsai.core.thai.fiscal import FiscalYear

CODE = "Y10"
TITLE = Sentence("วันที่ของผลงานอยู่นอกปีงบประมาณ", "Work dated outside the fiscal year")
WHY = Sentence(
    "ผลการดำเนินการต้องเป็นของปีที่รายงาน วันที่ของปีอื่นมักมาจากการคัดลอกรายงานเดิม",
    "Results must be of the year reported; a date of another year mostly comes from a copied report.",
)
EXAMPLE = Example("(ปีงบประมาณ ๒๕๖๙) จัดประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖", "จัดประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๙")

_WHEN = re.compile(r"(?:เมื่อ|จัดขึ้น|ประชุม|อบรม|กิจกรรม)\s?(?:ใน)?\s?$")


#: Within so many days of the year work may have been prepared, or reported late.
_NEAR = 120


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a date on which, by the words before it, something was done."""
    year = subject.reading.fiscal_year
    if year is None:
        return
    for text in subject.values:
        if text.field not in ("result", "outcome", "progress"):
            continue
        for start, end, day in find_dates(text.text):
            whole = FiscalYear(year)
            if not _WHEN.search(text.text[:start]) or whole.contains(day):
                continue
            away = (whole.start - day).days if day < whole.start else (day - whole.end).days
            severity = Severity.WARNING if away > _NEAR else Severity.REMARK
            written = text.text[start:end]
            what = Sentence(
                f"“{written}” อยู่นอกปีงบประมาณ {to_thai(year)} โปรดตรวจว่าเป็นผลงานของปีนี้",
                f"“{written}” is outside the fiscal year {year}. Please see that this is work of the year.",
            )
            yield subject.finding(CODE, severity, text, what, written)
