"""The letters in the memo's number are another province's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "A07"
TITLE = Sentence("อักษรย่อจังหวัดในที่หนังสือไม่ตรงจังหวัด", "The letters of the memo's number are another province's")
WHY = Sentence(
    "เลขที่หนังสือขึ้นต้นด้วยอักษรย่อของจังหวัดอื่น จึงอาจคัดลอกมาจากหน่วยงานอื่น",
    "The number begins with the letters of another province: the memo may have been copied.",
)
EXAMPLE = Example("(จังหวัดลพบุรี) ที่ ขก ๕๔๒๐๑/๓๒๔", "ที่ ลบ ๕๔๒๐๑/๓๒๔")

_LETTERS = re.compile(r"^([ก-ฮ]{2,3})\s?[0-9๐-๙]")


def check(subject: Subject) -> Iterator[Finding]:
    """At most one, and only where both the letters and the province are known."""
    number = subject.reading.memo.number if subject.reading.memo else None
    name = subject.agency.province or subject.reading.province
    found = _LETTERS.match(number.strip()) if number else None
    own = subject.gazetteer.province(name) if name else None
    if found is None or own is None:
        return
    other = subject.gazetteer.with_letters(found[1])
    if other is None or other is own:
        return
    what = Sentence(
        f"“{found[1]}” เป็นอักษรย่อของจังหวัด{other.name} ส่วนจังหวัด{own.name}ใช้ “{own.short}” โปรดตรวจเลขที่หนังสือ",
        f"“{found[1]}” are the letters of {other.name}, those of {own.name} “{own.short}”. Please look at the number.",
    )
    yield subject.finding(CODE, Severity.WARNING, "memo.number", what, number or "")
