"""A measure stands twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from prongsai.core.measures.search import needle
from prongsai.core.reports.reading import NoteKind, ReadMeasure
from prongsai.core.review.alike import alike
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "S10"
TITLE = Sentence("มาตรการซ้ำกัน", "A measure stands twice")
WHY = Sentence(
    "แถวที่ซ้ำทำให้จำนวนมาตรการผิด และหากระยะเวลาต่างกัน จะไม่ทราบว่าข้อใดถูก",
    "A row printed twice makes the count wrong; where its periods differ, nobody knows which is right.",
)
EXAMPLE = Example("แถวการยืมทรัพย์สินพิมพ์สองครั้ง ต่างกันที่ระยะเวลา", "เหลือแถวเดียว ระยะเวลาเดียว")

#: From this likeness of title and steps on (0 to 1) it is the same measure.
_SAME = 0.9
#: Shorter ones say too little to be told apart.
_SHORTEST = 60
#: So many rows that begin or end alike are compared: one that is printed twice is printed soon.
_NEAREST = 40
_WHOLE_ROW = re.compile(r"measures\[\d+\]")


def check(subject: Subject) -> Iterator[Finding]:
    """At the later of two; also where the reader has joined a row that was printed twice."""
    seen: dict[str, list[ReadMeasure]] = defaultdict(list)
    for path, row in subject.measures():
        text = _text(row)
        near = [one for key in _keys(row) for one in seen[key][:_NEAREST]] if len(text) > _SHORTEST else []
        first = next((one for one in near if alike(_text(one), text) >= _SAME), None)
        for key in _keys(row):
            seen[key].append(row)
        if first is not None:
            called = (first.title or "")[:60]
            what = Sentence(
                f"เหมือนมาตรการ “{called}” เกือบทุกคำ โปรดรวมเป็นแถวเดียว หรือแก้ให้เห็นความต่าง",
                f"It is nearly the measure “{called}”. Please make them one, or show how they differ.",
            )
            yield subject.finding(CODE, Severity.WARNING, path, what, (row.title or "")[:100])
    for note in subject.reading.notes:
        if (
            note.kind is NoteKind.DUPLICATE_TEXT
            and note.path
            and note.path.startswith("measures")
            and note.path[-1] == "]"
        ):
            what = Sentence(
                f"แถวนี้พิมพ์ไว้สองครั้ง ({note.where}) โปรดลบแถวที่ซ้ำ และตรวจระยะเวลาให้เหลือค่าเดียว",
                f"This row is printed twice ({note.where}). Please take one away, and keep one period.",
            )
            yield subject.finding(CODE, Severity.WARNING, note.path, what, _title(subject, note.path))


def _keys(row: ReadMeasure) -> set[str]:
    """What two rows of one measure share at least one of: how their titles and steps begin and end."""
    title, steps = needle(row.title or ""), needle(" ".join(row.procedure))
    return {key for key in (title[:10], title[-10:], steps[:12], steps[-12:]) if key}


def _text(row: ReadMeasure) -> str:
    return " ".join((row.title or "", *row.procedure))


def _title(subject: Subject, path: str) -> str:
    return next((row.title or "" for at, row in subject.measures() if at == path), "")[:100]
