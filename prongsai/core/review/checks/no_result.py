"""A row of a report with neither a status nor a result."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.rows import rows_of
from prongsai.core.review.subject import About, Subject
from prongsai.core.sentence import Sentence

CODE = "S03"
TITLE = Sentence("ไม่มีทั้งสถานะและผลการดำเนินการ", "Neither a status nor a result")
WHY = Sentence(
    "แถวที่ว่างถือว่าไม่ได้ดำเนินการ แม้ส่วนราชการจะทำแล้วแต่ลืมกรอก",
    "An empty row counts as not done, even where the division only forgot to write.",
)
EXAMPLE = Example("O38 — (ว่าง)", "O38 — ☑ ดำเนินการแล้ว จัดทำรายงานและเผยแพร่บนเว็บไซต์")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a row, of a report only; where no row has either, one for the whole paper."""
    if subject.about is not About.REPORT:
        return
    rows = list(rows_of(subject))
    empty = [row for row in rows if row.status is None and not any(text.strip(" -–") for text in row.results)]
    if rows and len(empty) == len(rows):
        what = Sentence(
            "ทั้งเอกสารไม่มีสถานะหรือผลการดำเนินการ หากเป็นแผน ไม่ต้องแก้ หากเป็นรายงาน โปรดกรอกผล",
            "No row has a status or a result. Of a plan none is asked; of a report please fill them in.",
        )
        yield subject.finding(CODE, Severity.WARNING, None, what)
        return
    for row in empty:
        what = Sentence(
            "ไม่มีทั้งสถานะและผลการดำเนินการ โปรดกรอกผล หรือเขียนเหตุที่ยังไม่ดำเนินการ",
            "There is neither a status nor a result. Please tell the result, or why nothing was done.",
        )
        yield subject.finding(CODE, Severity.ERROR, f"{row.path}.{row.field}", what, row.called[:100])
