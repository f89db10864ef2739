"""An order whose number is of another year than its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import ERA

CODE = "Y08"
TITLE = Sentence("ปีในเลขที่คำสั่งไม่ตรงกับวันที่", "The year in an order's number is not that of its date")
WHY = Sentence(
    "เลขที่คำสั่งใช้ปีปฏิทินที่ออกคำสั่ง หากไม่ตรงกับวันที่ลงนาม ผู้ตรวจจะหาคำสั่งนั้นไม่พบ",
    "Orders are numbered by the calendar year in which they are signed: an assessor cannot find one that disagrees.",
)
EXAMPLE = Example("คำสั่งที่ ๒๗๐/๒๕๖๕ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖", "คำสั่งที่ ๒๗๐/๒๕๖๖ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๖")

_ORDER = re.compile(r"คำสั่ง[^0-9]{0,60}ที่\s?(\d{1,5})\s?/\s?(25\d\d)(?!\d)")
_DATED = re.compile(r"^[\s,]{0,3}(?:เรื่อง[^0-9]{0,150})?ลง(?:วันที่)?\s?$")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding an order that stands with its date behind it."""
    for text in subject.texts:
        plain = to_arabic(text.text)
        dates = find_dates(text.text)
        for order in _ORDER.finditer(plain):
            after = next((one for one in dates if one[0] >= order.end()), None)
            if after is None or not _DATED.match(plain[order.end() : after[0]].replace("วันที่", "")):
                continue
            year = after[2].year + ERA
            if int(order[2]) != year:
                what = Sentence(
                    f"เลขที่คำสั่งเป็นปี {to_thai(order[2])} แต่ลงวันที่ในปี {to_thai(year)} โปรดตรวจเลขที่และวันที่ของคำสั่ง",
                    f"The order is numbered in {order[2]} but dated in {year}. Please look at its number and date.",
                )
                yield subject.finding(CODE, Severity.ERROR, text, what, text.text[order.start() : after[1]])
