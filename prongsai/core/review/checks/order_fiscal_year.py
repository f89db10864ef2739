"""An order dated outside the fiscal year that it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import FiscalYear

CODE = "Y09"
TITLE = Sentence("คำสั่งลงวันที่หลังปีงบประมาณที่ระบุ", "An order dated after the fiscal year that it is for")
WHY = Sentence(
    "คำสั่งแต่งตั้งคณะทำงานของปีหนึ่งแต่ลงวันที่ในปีถัดไป ถือว่าไม่มีคณะทำงานในปีนั้น",
    "A working group appointed after its year has ended did not exist in that year.",
)
EXAMPLE = Example(
    "คำสั่งแต่งตั้งคณะทำงาน ปีงบประมาณ พ.ศ. ๒๕๖๘ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๙",
    "คำสั่งแต่งตั้งคณะทำงาน ปีงบประมาณ พ.ศ. ๒๕๖๙ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๙",
)

_FOR_YEAR = re.compile(r"คำสั่ง.{0,200}?ปีงบประมาณ\s?(?:พ\.?\s?ศ\.?)?\s?(25\d\d)(?!\d)", re.DOTALL)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text that names one order, one fiscal year and one date."""
    for text in subject.texts:
        plain = to_arabic(text.text)
        years, dates = _FOR_YEAR.findall(plain), find_dates(text.text)
        if len(years) != 1 or len(dates) != 1 or plain.count("คำสั่ง") > 2 or plain.count("ปีงบประมาณ") != 1:
            continue
        year, (start, end, day) = int(years[0]), dates[0]
        if "ลง" in plain[max(0, start - 12) : start + 4] and day > FiscalYear(year).end:
            what = Sentence(
                f"คำสั่งของปีงบประมาณ {to_thai(year)} ลงวันที่ {text.text[start:end]} ซึ่งพ้นปีนั้นแล้ว โปรดตรวจปีและวันที่",
                f"The order is for the fiscal year {year} but dated after it. Please look at the year and the date.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, text.text[:160])
