"""Rows of disclosures → disclosures. Conventions: docs/reference/reading.md, 10."""

from __future__ import annotations

import re

from prongsai.core.reports.reading import NoteKind, Place, ReadDisclosure, Status
from prongsai.documents.readers.recognise.boxes import Boxes, boxes, is_tick
from prongsai.documents.readers.recognise.codes import framework_of, numbers, written_number
from prongsai.documents.readers.recognise.grid import FieldRow
from prongsai.documents.readers.recognise.headings import tick_status
from prongsai.documents.readers.recognise.items import items
from prongsai.documents.readers.recognise.merge import Cells, add, text_of
from prongsai.documents.readers.recognise.paper import Paper
from prongsai.documents.readers.recognise.span import Span, all_places, joined
from prongsai.documents.readers.recognise.sub_indicators import Headings, is_heading
from prongsai.documents.readers.recognise.units import units

#: More than a garbled code: words.
_WORDS = re.compile(r"[ก-ฮ][ก-๛]{3}")


def disclosures(rows: list[FieldRow], year: int | None, paper: Paper) -> tuple[ReadDisclosure, ...]:
    """The disclosures of all tables, in order; ``year`` is the fiscal year that the paper is of."""
    drafts = _drafts(rows)
    written, names = ([text_of(cells, field) for cells, _ in drafts] for field in ("code", "name"))
    framework, provisional = framework_of(written, names, year)
    codes = numbers(written, names, framework, provisional=provisional)
    headings = Headings(framework, provisional=provisional)
    made = []
    for at, ((cells, row), number) in enumerate(zip(drafts, codes, strict=True)):
        path = f"disclosures[{at}]"
        sub = headings.of(number, row.above)
        made.append(_disclosure(cells, row, number, sub, path, paper))
        if headings.differs(row.above, sub):
            what = f"หัวข้อตัวชี้วัดย่อยเขียนเลขไม่ตรงกับกรอบการประเมิน ใช้ {sub} ตามกรอบ"
            paper.note(NoteKind.WRONG_ITEM_NUMBER, what, (row.where,), f"{path}.sub_indicator")
    return tuple(made)


def _drafts(rows: list[FieldRow]) -> list[tuple[Cells, FieldRow]]:
    """One a code: rows without a code, or with the same one again, go on with the one before."""
    made: list[tuple[Cells, FieldRow]] = []
    above = ""
    for row in rows:
        code = row.text("code")
        if is_heading(row):
            above = " ".join(row.text(name) for name in row.cells)
        if is_heading(row) or _is_group_heading(row):
            continue
        row.above = above or row.above
        if made and (not code or _is_same(made[-1][0], row)):
            add(made[-1][0], row, cut_name=None if code else "name")
        else:
            made.append(({name: list(spans) for name, spans in row.cells.items()}, row))
    return made


def _is_group_heading(row: FieldRow) -> bool:
    """Whether a row says nothing but words in the column of the codes: the heading of a group, or a note."""
    filled = [name for name, spans in row.cells.items() if spans]
    return filled == ["code"] and written_number(row.text("code")) is None and bool(_WORDS.search(row.text("code")))


def _is_same(cells: Cells, row: FieldRow) -> bool:
    before, now = text_of(cells, "code"), row.text("code")
    return written_number(before) == written_number(now) is not None


def _disclosure(cells: Cells, row: FieldRow, number: int, sub: str | None, path: str, paper: Paper) -> ReadDisclosure:
    found = _status(cells, path, paper)
    code = f"O{number}"
    paper.spans(f"{path}.code", cells.get("code", []) or cells.get("name", []))
    if sub is not None:
        paper.at(f"{path}.sub_indicator", (row.where,))
    written = text_of(cells, "code")
    if written_number(written) != number:
        paper.note(
            NoteKind.WRONG_ITEM_NUMBER,
            f"รหัสที่พิมพ์คือ “{written}” อ่านเป็น {code} ตามลำดับ",
            all_places(cells.get("code", [])) or (row.where,),
            f"{path}.code",
        )
    _missing(cells, row, path, paper)
    return ReadDisclosure(
        code=code,
        name=paper.value(f"{path}.name", _name(cells)),
        sub_indicator=sub,
        components=paper.values(f"{path}.components", items(cells.get("components", []))),
        responsible=paper.values(f"{path}.responsible", units(cells.get("responsible", []))),
        status=found.status,
        progress=paper.values(f"{path}.progress", items(found.rest)),
    )


def _name(cells: Cells) -> Span | None:
    spans = cells.get("name", [])
    return joined(spans) if spans else None


def _status(cells: Cells, path: str, paper: Paper) -> Boxes:
    found, beside, ticked = boxes(cells.get("progress", [])), boxes(cells.get("boxes", [])), _ticked(cells)
    status = ticked[0] or beside.status or found.status
    places = ticked[1] or beside.places or found.places
    if status is not None:
        paper.at(f"{path}.status", places)
    if found.conflict:
        paper.note(NoteKind.OTHER, "ติ๊กสถานะไว้มากกว่าหนึ่งช่อง", places, f"{path}.status")
    if status is Status.NOT_STARTED and found.rest:
        what = "ติ๊กว่ายังไม่ดำเนินการ แต่มีข้อความผลการดำเนินการ"
        paper.note(NoteKind.STATUS_CONTRADICTS_TEXT, what, places, f"{path}.status")
    return Boxes(status, places, False, found.rest)


def _ticked(cells: Cells) -> tuple[Status | None, tuple[Place, ...]]:
    """The status of the tick columns, and where it is ticked."""
    for name, spans in cells.items():
        if (status := tick_status(name)) and any(is_tick(span.text) for span in spans):
            return status, all_places(spans)
    return None, ()


def _missing(cells: Cells, row: FieldRow, path: str, paper: Paper) -> None:
    words = {"components": "องค์ประกอบด้านข้อมูล", "responsible": "ผู้รับผิดชอบ", "progress": "ความก้าวหน้า"}
    for name, word in words.items():
        if name in row.columns.fields and not cells.get(name):
            paper.note(NoteKind.MISSING_CELL, f"ไม่มีข้อความในช่อง{word}", (row.where,), path)
