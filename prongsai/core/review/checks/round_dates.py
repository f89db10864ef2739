"""Six months that are not a half of the fiscal year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import format_period
from prongsai.core.thai.written import Endpoint, endpoints

CODE = "Y13"
TITLE = Sentence("ช่วงของรอบ ๖ เดือนไม่ตรงกับปีงบประมาณ", "The six months are not those of the fiscal year")
WHY = Sentence(
    "รอบ ๖ เดือนต้องเป็น ตุลาคม–มีนาคม หรือ เมษายน–กันยายน ของปีที่รายงาน",
    "Six months are October to March or April to September of the year reported.",
)
EXAMPLE = Example("(ปีงบประมาณ ๒๕๖๙) รอบ ๖ เดือน (ตุลาคม ๒๕๖๗ – มีนาคม ๒๕๖๘)", "รอบ ๖ เดือน (ตุลาคม ๒๕๖๘ – มีนาคม ๒๕๖๙)")


def check(subject: Subject) -> Iterator[Finding]:
    """In the title, the memo's subject and its period, where they name two months with their years."""
    year, memo = subject.reading.fiscal_year, subject.reading.memo
    if year is None:
        return
    halves = [round_dates(year, kind) for kind in (RoundKind.SIX_MONTHS, RoundKind.SECOND_HALF)]
    texts = {"title": subject.reading.title}
    if memo is not None:
        texts |= {"memo.subject": memo.subject, "memo.period": memo.period}
    for path, text in texts.items():
        plain = to_arabic(text or "")
        months = endpoints(plain) if "6 เดือน" in plain else None
        if months and len(months) == 2 and not any(_is(months, half) for half in halves):
            wanted = format_period(halves[0])
            what = Sentence(
                f"รอบ ๖ เดือนที่เขียนไม่ใช่ของปีงบประมาณ {to_thai(year)} ({wanted}) โปรดแก้เดือนและปี",
                f"The six months are not of the fiscal year {year} ({wanted}). Please put months and years right.",
            )
            yield subject.finding(CODE, Severity.ERROR, path, what, text or "")
            return


def _is(months: list[Endpoint], half: Period) -> bool:
    first, last = months
    begins = first.month == half.start.month and first.year in (None, half.start.year)
    return begins and last.month == half.end.month and last.year in (None, half.end.year)
