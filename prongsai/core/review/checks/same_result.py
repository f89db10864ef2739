"""Two rows report the same result word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from prongsai.core.measures.search import needle
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.rows import Row, rows_of
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "S08"
TITLE = Sentence("ผลซ้ำกันสองแถว", "The same result in two rows")
WHY = Sentence(
    "ผลของสองข้อที่เหมือนกันทุกคำมักวางผิดช่อง ผู้ตรวจจะถือว่ามีข้อหนึ่งไม่มีผล",
    "Two items with one result mostly mean a slip: an assessor takes one of them for empty.",
)
EXAMPLE = Example("O40 และ O41: รายงานการประเมินจริยธรรม", "O40: ตั้งคณะทำงานขับเคลื่อนจริยธรรม · O41: รายงานการประเมินจริยธรรม")

#: Shorter texts are phrases that many items share ("เผยแพร่บนเว็บไซต์แล้ว").
_SHORTEST = 40
#: In more rows than this the text is a phrase that was meant for all.
_MOST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """At the second and third of the rows, naming the first. Rows of one indicator may share a result."""
    same: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(subject):
        text = needle(" ".join(row.results)).replace("-", "")
        if len(text) >= _SHORTEST:
            same[text].append(row)
    for rows in same.values():
        for row in rows[1:] if len(rows) <= _MOST else ():
            first = rows[0].called[:60]
            what = Sentence(
                f"ผลซ้ำกับ “{first}” ทุกคำ โปรดตรวจว่าเป็นผลของข้อใด แล้วแก้อีกข้อ",
                f"The result is that of “{first}” word by word. Please see whose it is, and put the other right.",
            )
            at = f"{row.path}.{row.field}"
            yield subject.finding(CODE, Severity.WARNING, at, what, " ".join(row.results)[:120])
