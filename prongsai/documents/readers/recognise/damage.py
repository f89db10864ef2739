"""Damage and contradictions in what was read → notes; no text is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace

from prongsai.core.reports.reading import Memo, NoteKind, Places, ReadDisclosure, Reading, ReadMeasure
from prongsai.documents.readers.recognise.agency import foreign
from prongsai.documents.readers.recognise.grid import Grid
from prongsai.documents.readers.recognise.headings import CERTAIN
from prongsai.documents.readers.recognise.paper import Paper
from prongsai.documents.readers.recognise.span import Span, alike
from prongsai.documents.readers.recognise.title import Line

#: What officials call the columns. One that is left out is not called anything.
_CALLED = {
    "number": "ลำดับ",
    "title": "มาตรการ",
    "indicator": "ตัวชี้วัด",
    "procedure": "วิธีดำเนินการ",
    "responsible": "ผู้รับผิดชอบ",
    "period": "ระยะเวลา",
    "monitoring": "การกำกับติดตาม",
    "boxes": "สถานะ",
    "status:not_started": "ยังไม่ดำเนินการ",
    "status:in_progress": "อยู่ระหว่างดำเนินการ",
    "status:done": "ดำเนินการแล้ว",
    "result": "ผลการดำเนินการ",
    "outcome": "ผลลัพธ์",
    "suggestion": "ข้อเสนอแนะ",
    "code": "ข้อ",
    "name": "รายการ",
    "components": "องค์ประกอบ",
    "progress": "ความก้าวหน้า",
    "score": "คะแนน",
}
#: Letters that are neither Thai nor Latin nor common signs.
_FOREIGN_LETTER = re.compile("[Ͱ-ߏऀ-\u0dffĀ-ɏ\u0e80-\u0effက-႟ក-៿぀-ヿ一-鿿가-힯]")
_BROKEN = re.compile(r"(?:^|\s)[ัิ-ฺ็-๎ะาำๅ]|(?:(?<=\s)[ก-ฮเ-ไ]\s){2,}")
_MOST_NOTES = 300


def damage(reading: Reading, memo: Memo, found: Grid, lines: list[Line], paper: Paper) -> tuple[Reading, Places]:
    """The Reading with its notes, in the order of its values, and the places."""
    spans = dict(_texts(reading, paper))
    for path, span in spans.items():
        if _FOREIGN_LETTER.search(span.text):
            paper.note(NoteKind.OCR_GARBLE, "มีตัวอักษรของภาษาอื่นปนอยู่", span.places, path)
        elif _BROKEN.search(span.text):
            paper.note(NoteKind.OCR_GARBLE, "สระหรือพยัญชนะแยกออกจากคำ", span.places, path)
    if reading.agency:
        _other_agencies(reading.agency, spans, lines, paper)
    _headings(found, paper)
    _same_twice(reading, paper)
    return replace(reading, notes=tuple(paper.notes[:_MOST_NOTES])), paper.places


def _texts(reading: Reading, paper: Paper) -> Iterator[tuple[str, Span]]:
    """Every text of measures and disclosures by path."""
    rows: list[tuple[str, ReadMeasure | ReadDisclosure]]
    rows = [(f"measures[{at}]", row) for at, row in enumerate(reading.measures)]
    rows += [(f"disclosures[{at}]", row) for at, row in enumerate(reading.disclosures)]
    for where, row in rows:
        for name in (field.name for field in fields(row)):
            value, path = getattr(row, name), f"{where}.{name}"
            if isinstance(value, tuple):
                for index, text in enumerate(value):
                    yield f"{path}[{index}]", Span(text, paper.places.get(f"{path}[{index}]", ()))
            elif isinstance(value, str) and name not in ("status", "code", "sub_indicator"):
                yield path, Span(value, paper.places.get(path, ()))


def _other_agencies(own: str, spans: dict[str, Span], lines: list[Line], paper: Paper) -> None:
    for path, span in spans.items():
        for name, _ in foreign([span], own):
            paper.note(NoteKind.FOREIGN_AGENCY, f"กล่าวถึง “{name}” ในรายงานของ{own}", span.places, path)
    for name, span in foreign((line.span for line in lines), own):
        paper.note(NoteKind.FOREIGN_AGENCY, f"กล่าวถึง “{name}” ในรายงานของ{own}", span.places)


def _headings(found: Grid, paper: Paper) -> None:
    """Headings that were only similar to a known one, and those that are unknown."""
    told: set[str] = set()
    for columns, place in found.headers:
        for field, text, sure in zip(columns.fields, columns.headings, columns.sure, strict=True):
            if not text or text in told or (field and sure >= CERTAIN):
                continue
            told.add(text)
            if called := _CALLED.get(field or ""):
                what = f"หัวตาราง “{text}” คล้ายกับที่รู้จัก จึงอ่านเป็นช่อง “{called}”"
                paper.note(NoteKind.OCR_GARBLE, what, (place,))
            elif columns.headings.count(text) > 1:
                paper.note(NoteKind.OTHER, f"หัวตาราง “{text}” พิมพ์ไว้สองช่อง จึงอ่านช่องแรก", (place,))
            else:
                paper.note(NoteKind.OTHER, f"ไม่รู้จักหัวตาราง “{text}” จึงไม่ได้อ่านช่องนี้", (place,))


def _same_twice(reading: Reading, paper: Paper) -> None:
    """Results of different disclosures in the same words."""
    seen: dict[str, str] = {}
    for at, row in enumerate(reading.disclosures):
        text = " ".join(row.progress)
        if len(text) > 40 and text in seen:
            path = f"disclosures[{at}].progress"
            what = f"ข้อความเดียวกันกับ {seen[text]}"
            paper.note(NoteKind.DUPLICATE_TEXT, what, paper.places.get(f"{path}[0]", ()), path)
        seen.setdefault(text, row.code)
    for at, measure in enumerate(reading.measures):
        if measure.procedure and alike(" ".join(measure.procedure), " ".join(measure.result)) > 0.95:
            path = f"measures[{at}].result"
            what = "ผลการดำเนินการเหมือนวิธีดำเนินการเกือบทุกคำ"
            paper.note(NoteKind.DUPLICATE_TEXT, what, paper.places.get(f"{path}[0]", ()), path)
