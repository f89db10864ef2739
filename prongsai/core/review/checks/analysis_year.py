"""The analysis is of a result that is not there yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai

CODE = "Y14"
TITLE = Sentence("วิเคราะห์ผลการประเมินของปีเดียวกัน", "The analysis is of the same year's result")
WHY = Sentence(
    "มาตรการของปีหนึ่งมาจากผลการประเมินของปีก่อน เพราะผลของปีนั้นประกาศเมื่อใกล้สิ้นปี",
    "The measures of a year follow from the result of the year before: its own is announced when it is nearly over.",
)
EXAMPLE = Example("(ปีงบประมาณ ๒๕๖๙) วิเคราะห์ผลการประเมิน ITA ปี ๒๕๖๙", "วิเคราะห์ผลการประเมิน ITA ปี ๒๕๖๘")

_ANALYSED = re.compile(
    r"วิเคราะห์\s?ผล(?:การ|คะแนน)?\s?ประเมิน[^0-9]{0,90}ปี\s?(?:งบประมาณ)?\s?(?:พ\.?\s?ศ\.?)?\s?(25\d\d)(?!\d)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a text that names the year of the report, or a later one."""
    year = subject.reading.fiscal_year
    for text in subject.values if year else ():
        found = _ANALYSED.search(to_arabic(text.text))
        if found and year and int(found[1]) >= year:
            written = text.text[found.start() : found.end()]
            what = Sentence(
                f"วิเคราะห์ผลของปี {to_thai(found[1])} ในเอกสารของปี {to_thai(year)} "
                f"โดยปกติใช้ผลของปี {to_thai(year - 1)} โปรดตรวจปี",
                f"The result of {found[1]} is analysed in a paper of {year}; that of {year - 1} is due. Please look.",
            )
            yield subject.finding(CODE, Severity.REMARK, text, what, written)
