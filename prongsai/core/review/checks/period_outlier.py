"""One period differs where all the others are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import parse_period

CODE = "Y05"
TITLE = Sentence("ระยะเวลาต่างจากมาตรการอื่นทั้งหมด", "One period differs from all others")
WHY = Sentence(
    "ระยะเวลาที่ต่างอยู่แถวเดียวอาจพิมพ์ผิด หากตั้งใจให้ต่างก็ไม่ต้องแก้",
    "A period that differs in one row only may be a slip; where it is meant, nothing need be done.",
)
EXAMPLE = Example("ทุกมาตรการ ต.ค. ๖๘ - ก.ย. ๖๙ เว้นข้อเดียว ก.พ. - มี.ค. ๖๙", "ต.ค. ๖๘ - ก.ย. ๖๙ ทุกมาตรการ")

#: With fewer measures nobody can tell what is usual.
_LEAST = 6


def check(subject: Subject) -> Iterator[Finding]:
    """At most one: of the only measure whose two dates are not those of every other."""
    year = subject.reading.fiscal_year
    read = {path: (row, parse_period(row.period, year)) for path, row in subject.measures() if row.period}
    known = {path: period for path, (_, period) in read.items() if isinstance(period, Period)}
    counts = Counter(known.values()).most_common(2)
    if len(known) < _LEAST or len(counts) != 2 or counts[1][1] != 1 or counts[0][1] != len(known) - 1:
        return
    odd = next(path for path, period in known.items() if period == counts[1][0])
    written = read[odd][0].period or ""
    usual = next(read[path][0].period for path, period in known.items() if period == counts[0][0])
    what = Sentence(
        f"ระยะเวลา “{written}” ต่างจากมาตรการอื่นทั้งหมด (“{usual}”) โปรดตรวจว่าตั้งใจให้ต่าง",
        f"The period “{written}” differs from that of all others (“{usual}”). Please see that this is meant.",
    )
    yield subject.finding(CODE, Severity.REMARK, f"{odd}.period", what, written)
