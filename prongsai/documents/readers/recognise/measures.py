"""Drafts → measures. Conventions: docs/reference/reading.md, 2 to 8."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.reports.reading import NoteKind, ReadMeasure, Status
from prongsai.documents.readers.recognise.boxes import Boxes, boxes, is_tick
from prongsai.documents.readers.recognise.drafts import Draft, drafts, title_span
from prongsai.documents.readers.recognise.grid import FieldRow
from prongsai.documents.readers.recognise.headings import tick_status
from prongsai.documents.readers.recognise.indicators import number_alone, own_number, without_number
from prongsai.documents.readers.recognise.items import items
from prongsai.documents.readers.recognise.paper import Paper
from prongsai.documents.readers.recognise.span import Span, all_places, joined, squeeze
from prongsai.documents.readers.recognise.units import units

_LISTS = ("procedure", "monitoring", "outcome")


def measures(rows: list[FieldRow], paper: Paper) -> tuple[ReadMeasure, ...]:
    """The measures of all tables, in order, with places and notes on the paper."""
    found = [draft for draft in drafts(rows) if not _is_blank(draft)]
    return tuple(_measure(draft, f"measures[{at}]", paper) for at, draft in enumerate(found))


def _is_blank(draft: Draft) -> bool:
    return not any(spans for name, spans in draft.cells.items() if name != "number")


def _measure(draft: Draft, path: str, paper: Paper) -> ReadMeasure:
    found = _status(draft, path, paper)
    title, number, indicator = _heading(draft, path, paper)
    lists = {name: paper.values(f"{path}.{name}", items(draft.cells.get(name, []))) for name in _LISTS}
    result = paper.values(f"{path}.result", items(found.rest))
    _notes(draft, path, paper)
    return ReadMeasure(
        number=number,
        indicator=indicator,
        title=title,
        responsible=paper.values(f"{path}.responsible", units(draft.cells.get("responsible", []))),
        period=paper.value(f"{path}.period", once(draft.cells.get("period", []))),
        status=found.status,
        result=result,
        suggestion=paper.value(f"{path}.suggestion", _text(draft.cells.get("suggestion", []))),
        **lists,
    )


def _heading(draft: Draft, path: str, paper: Paper) -> tuple[str | None, int | None, int | None]:
    """Title, own number and indicator. In a row of an indicator the number is the indicator's."""
    span = title_span(draft)
    numbers = draft.cells.get("number", [])
    written = number_alone(" ".join(one.text for one in numbers)) if numbers else None
    text = span.text if span else ""
    title = paper.value(f"{path}.title", Span(without_number(text), span.places) if span else None)
    if draft.named is not None:
        if span is not None:
            paper.at(f"{path}.indicator", (*span.places, *all_places(draft.cells.get("indicator", []))))
        both = bool(draft.cells.get("title") and draft.cells.get("indicator"))
        number = (written or own_number(text)) if both else None
        return title, number, draft.named.number
    if draft.columns.fields.count("indicator") and not draft.cells.get("title"):
        return title, None, written if written in range(1, 11) else None
    number = written if written is not None else (None if draft.inherited else own_number(text))
    if number is not None:
        paper.at(f"{path}.number", all_places(numbers) or (span.places if span else ()))
    return title, number, None


def _text(spans: Sequence[Span]) -> Span | None:
    """A text that is one value, its bullet taken off."""
    found = items(spans)
    if len(found) == 1:
        return found[0]
    return joined(spans) if spans else None


def once(spans: Sequence[Span]) -> Span | None:
    """A cell as one text; one that says the same several times says it once."""
    if not spans:
        return None
    distinct: list[Span] = []
    for span in spans:
        if squeeze(span.text) not in {squeeze(other.text) for other in distinct}:
            distinct.append(span)
    whole = joined(distinct)
    words = whole.text.split(" ")
    for times in (3, 2):
        size, rest = divmod(len(words), times)
        if size and not rest and all(words[at] == words[at % size] for at in range(len(words))):
            return Span(" ".join(words[:size]), whole.places)
    return whole


def _status(draft: Draft, path: str, paper: Paper) -> Boxes:
    """The status of tick columns, of a column of boxes, or of boxes in the cell of the result."""
    in_result = boxes(draft.cells.get("result", []))
    beside = boxes(draft.cells.get("boxes", []))
    ticked = _ticked(draft)
    statuses = [status for status, _ in ticked] or [found.status for found in (beside, in_result) if found.status]
    places = [place for _, span in ticked for place in span.places] or [*beside.places, *in_result.places]
    status = statuses[0] if statuses else None
    if status is not None:
        paper.at(f"{path}.status", places)
    if len(set(statuses)) > 1 or in_result.conflict or beside.conflict:
        paper.note(NoteKind.OTHER, "ติ๊กสถานะไว้มากกว่าหนึ่งช่อง", places, f"{path}.status")
    if status is Status.NOT_STARTED and in_result.rest:
        paper.note(
            NoteKind.STATUS_CONTRADICTS_TEXT,
            "ติ๊กว่ายังไม่ดำเนินการ แต่มีข้อความผลการดำเนินการ",
            places,
            f"{path}.status",
        )
    return Boxes(status, tuple(places), False, in_result.rest)


def _ticked(draft: Draft) -> list[tuple[Status, Span]]:
    made = []
    for name, spans in draft.cells.items():
        status = tick_status(name)
        if status is not None:
            made += [(status, span) for span in spans if is_tick(span.text)]
    return made


def _notes(draft: Draft, path: str, paper: Paper) -> None:
    for row in draft.repeated:
        paper.note(NoteKind.DUPLICATE_TEXT, "แถวนี้พิมพ์ซ้ำกับแถวก่อน จึงรวมเป็นมาตรการเดียว", (row.where,), path)
    for name, row in draft.differing:
        what = f"แถวต่อเนื่องเขียน “{row.text(name)[:80]}” ต่างจากแถวแรก จึงใช้ตามแถวแรก"
        paper.note(NoteKind.OTHER, what, (row.where,), f"{path}.{name}")
    empty = {"procedure": "วิธีดำเนินการ", "responsible": "ผู้รับผิดชอบ", "period": "ระยะเวลา"}
    for name, word in empty.items():
        if name in draft.columns.fields and not draft.cells.get(name):
            paper.note(NoteKind.MISSING_CELL, f"ไม่มีข้อความในช่อง{word}", (draft.rows[0].where,), path)
