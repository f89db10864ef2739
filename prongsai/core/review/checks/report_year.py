"""An item whose data must be of one year names another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.framework.framework import DisclosureItem, YearRule
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.remembered import as_sure_as
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "Y01"
TITLE = Sentence("ปีของรายงานไม่ตรงกับที่กรอบการประเมินกำหนด", "The report is of another year than the framework asks")
WHY = Sentence(
    "รายงานประจำปีต้องเป็นของปีก่อนปีที่รับการประเมิน ส่วนแผนต้องเป็นของปีที่รับการประเมิน ปีผิดถือว่าไม่มีข้อมูล",
    "Yearly reports must be of the year before the assessed one, plans of that one: a wrong year counts as none.",
)
EXAMPLE = Example("(ปีงบประมาณ ๒๕๖๖) เป็นรายงานผลของปี พ.ศ. ๒๕๖๖", "เป็นรายงานผลของปี พ.ศ. ๒๕๖๕")

_REPORT = re.compile(r"รายงาน\s?ผล[^0-9]{0,60}?ปี(?:\s?งบประมาณ)?\s?(?:พ\.?\s?ศ\.?)?\s?(25\d\d)(?!\s?[-–])")
_OF_YEAR = re.compile(r"(?:ของ|ใน|สำหรับ|ครอบคลุม|ใช้)\s?ปี(?:\s?งบประมาณ)?\s?(?:พ\.?\s?ศ\.?)?\s?(25\d\d)(?!\s?[-–])")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text of a disclosure. Only years that stand as the year of the data are looked at."""
    year, framework = subject.reading.fiscal_year, subject.framework
    if year is None or framework is None or subject.provisional:
        return
    for path, row in subject.disclosures():
        item = framework.item(row.code)
        if item is None or item.year_rule not in (YearRule.PREVIOUS, YearRule.CURRENT, YearRule.FIRST_SIX_MONTHS):
            continue
        wanted = year - 1 if item.year_rule is YearRule.PREVIOUS else year
        for text in (text for text in subject.values_of(path) if text.field in ("components", "progress")):
            found = wrong_year(text.text, item.year_rule, wanted)
            if found is not None:
                yield _finding(subject, text, item, found, wanted)


def wrong_year(text: str, rule: YearRule, wanted: int) -> int | None:
    """The first year (Buddhist era) that stands in a text as the year of the data, where it is not the one wanted."""
    pattern = _REPORT if rule is YearRule.PREVIOUS else _OF_YEAR
    found = pattern.search(to_arabic(text))
    return int(found[1]) if found and int(found[1]) != wanted else None


def _finding(subject: Subject, text: Text, item: DisclosureItem, written: int, wanted: int) -> Finding:
    what = Sentence(
        f"ข้อ {item.code} ต้องเป็นข้อมูลของปี {to_thai(wanted)} แต่เขียนปี {to_thai(written)} โปรดตรวจปีของเอกสารที่เผยแพร่",
        f"Item {item.code} asks for data of {wanted}, but {written} is written. Please look at the year published.",
    )
    severity, what = as_sure_as(Severity.WARNING, what, item.year_rule_sure)
    return subject.finding(CODE, severity, text, what, text.text[:120])
