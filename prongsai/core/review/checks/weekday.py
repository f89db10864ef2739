"""A date whose weekday is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import find_dates
from prongsai.core.thai.months import WEEKDAYS

CODE = "Y06"
TITLE = Sentence("วันในสัปดาห์ไม่ตรงกับวันที่", "The weekday is not that of the date")
WHY = Sentence(
    "วันประชุมที่วันกับวันที่ไม่ตรงกันทำให้สงสัยว่าจัดจริงหรือไม่",
    "A meeting whose weekday and date disagree makes one doubt that it was held.",
)
EXAMPLE = Example("วันจันทร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๖", "วันอังคารที่ ๑๔ กุมภาพันธ์ ๒๕๖๖")

_WEEKDAY = re.compile(rf"วัน({'|'.join(WEEKDAYS)})")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a date."""
    for text in subject.texts:
        for start, end, day in find_dates(text.text):
            written = text.text[start:end]
            found, right = _WEEKDAY.match(written), WEEKDAYS[day.weekday()]
            if found and found[1] != right:
                what = Sentence(
                    f"“{written}” ตรงกับวัน{right} โปรดตรวจวันและวันที่",
                    f"“{written}” was a วัน{right}. Please look at weekday and date.",
                )
                yield subject.finding(CODE, Severity.ERROR, text, what, written)
