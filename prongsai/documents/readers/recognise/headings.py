"""Which row is a header, and which column is which field: by likeness to the headings of the layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz import fuzz

from prongsai.core.reports.layout import Column, Grammar, Holds
from prongsai.core.reports.reading import Status
from prongsai.documents.readers.document import Cell, Row
from prongsai.layouts import load_tables

#: Below this likeness (0 to 100) a heading is not recognised; from here on it is certain.
LEAST, CERTAIN = 70, 92
_NOISE = re.compile(r"[\s๐-๙0-9()\[\]{}.,:;/\\|*\"'“”‘’_–—-]+|การ|ใน|หรือ|และ|ของ|ตาม")
_SPLIT = re.compile(r"\s+")
#: Boxes, bullets, dates and codes stand in rows, not in headings.
_NO_HEADING = re.compile(r"[☐☑]|^\s*[-•]|[๐-๙0-9]{3}|[๐-๙0-9][/:][๐-๙0-9]|^[Oo0๐][๐-๙0-9]")


class Kind(StrEnum):
    """What the rows of a table are."""

    MEASURES = "measures"
    DISCLOSURES = "disclosures"
    SCORES = "scores"


_KINDS = {
    Holds.MEASURES: Kind.MEASURES,
    Holds.INDICATORS: Kind.MEASURES,
    Holds.DISCLOSURES: Kind.DISCLOSURES,
    Holds.SCORES: Kind.SCORES,
}

#: Headings of columns that no layout writes, but offices do: the status in words or boxes, and remarks.
_ALSO: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.MEASURES: {
        "boxes": ("สถานะ", "สถานะการดำเนินการ", "สถานะการดำเนินงาน", "ดำเนินการ/ยังไม่ดำเนินการ"),
        "ignored": ("หมายเหตุ", "งบประมาณ", "เอกสารอ้างอิง", "หลักฐาน", "ช่องทางเผยแพร่"),
    },
    Kind.DISCLOSURES: {
        "boxes": ("สถานะ", "สถานะการดำเนินการ"),
        "ignored": ("หมายเหตุ", "ลิงก์", "URL", "Link", "ลำดับ"),
    },
    Kind.SCORES: {"indicator": ("ตัวชี้วัดที่",), "name": ("ชื่อตัวชี้วัด",), "ignored": ("หมายเหตุ", "ระดับ", "แบบวัด", "เครื่องมือ")},
}

#: Without one of these a table is not of that kind.
_NEEDED = {
    Kind.MEASURES: ({"title", "indicator"}, {"procedure", "result", "responsible", "monitoring"}),
    Kind.DISCLOSURES: ({"code", "components"}, {"name", "components", "progress"}),
    Kind.SCORES: ({"score"}, {"indicator", "name"}),
}


#: Words that tell a field where no heading of the layouts is like the text; the first that is found counts.
_TELLING: dict[Kind, tuple[tuple[str, re.Pattern[str]], ...]] = {
    Kind.MEASURES: (
        ("suggestion", re.compile("ข้อเสนอ|อุปสรรค")),
        ("responsible", re.compile("รับผิดชอบ|รับผิด|เจ้าภาพ|ผู้ดำเนินการ")),
        ("period", re.compile("เวลา|กำหนดแล้ว|วันที่|ห้วง")),
        ("monitoring", re.compile("กำกับ|ติดตาม")),
        ("outcome", re.compile("ผลลัพธ์|ความสำเร็จ|ผลสำเร็จ|ผลสัมฤทธิ์|ผลที่|ประโยชน์")),
        ("result", re.compile("ผล.{0,3}(?:การ)?(?:ดำเนิน|ปฏิบัติ)|รายงานผล|ความก้าวหน้า")),
        ("procedure", re.compile("วิธี|ขั้นตอน|แนวทาง|รายละเอียด")),
        ("indicator", re.compile("ตัวชี้วัด")),
        ("title", re.compile("มาตรการ|กิจกรรม|โครงการ|ประเด็น|เรื่อง")),
        ("number", re.compile("^ลำดับ|^ที่$")),
    ),
    Kind.DISCLOSURES: (
        ("responsible", re.compile("รับผิดชอบ|รับผิด|เจ้าภาพ")),
        ("components", re.compile("องค์ประกอบ")),
        ("progress", re.compile("ความก้าวหน้า|ผล.{0,3}(?:การ)?(?:ดำเนิน|ปฏิบัติ)|การดำเนินการ")),
        ("name", re.compile("ข้อมูล|รายการ|ชื่อ")),
        ("code", re.compile("^ข้อ$|รหัส|^O$|^OIT$")),
    ),
    Kind.SCORES: (
        ("score", re.compile("คะแนน")),
        ("name", re.compile("ตัวชี้วัด|รายการ|ประเด็น")),
        ("indicator", re.compile("^ลำดับ|^ที่$|^ข้อ")),
    ),
}
#: How sure such a word makes us, and the place of the one heading that is left over.
_TOLD, _LEFT_OVER = 66.0, 40.0


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading that is known: the field it stands for, and how its letters are compared."""

    field: str
    key: str
    text: str
    squeezed: str


@dataclass(frozen=True, slots=True)
class Columns:
    """A header that was recognised. ``fields`` has one entry a column: the field, or None for an unknown heading."""

    kind: Kind
    fields: tuple[str | None, ...]
    headings: tuple[str, ...]
    sure: tuple[float, ...]

    @property
    def key(self) -> tuple[Kind, tuple[str | None, ...]]:
        """What two headers of the same table have in common."""
        return self.kind, self.fields


def key_of(text: str) -> str:
    """A heading as it is compared: no white space, digits or punctuation, without การ and ใน."""
    return _NOISE.sub("", text)


@cache
def known(kind: Kind) -> tuple[Heading, ...]:
    """Every heading of the layouts of that kind."""
    made: dict[tuple[str, str], Heading] = {}
    for table in load_tables():
        if _KINDS[table.holds] is kind:
            for column in table.columns:
                for text in (column.heading, *column.variants):
                    field = _field(column)
                    made.setdefault((field, text), _heading(field, text))
    for field, texts in _ALSO.get(kind, {}).items():
        for text in texts:
            made.setdefault((field, text), _heading(field, text))
    if kind is Kind.MEASURES:
        made.setdefault(("status:done", "ดำเนินการ"), _heading("status:done", "ดำเนินการ"))
    return tuple(made.values())


def _heading(field: str, text: str) -> Heading:
    squeezed = _SPLIT.sub("", text)
    return Heading(field, key_of(text) or squeezed, text, squeezed)


def _field(column: Column) -> str:
    if column.grammar is Grammar.TICK:
        return f"status:{column.value}"
    return "indicator" if column.grammar is Grammar.INDICATOR else column.field


def tick_status(field: str) -> Status | None:
    """The status of a tick column."""
    return Status(field.removeprefix("status:")) if field.startswith("status:") else None


def header(row: Row, before: Columns | None = None) -> Columns | None:
    """The columns that a row names, or None where it is no header.

    ``before`` is the header of the page before: a damaged repetition of it is one too, and what is unreadable in the
    repetition is taken from it.
    """
    found = _header(row)
    if before is None or len(row.cells) != len(before.fields):
        return found
    if found is None:
        return before if _is_repeated(row, before) else None
    if found.kind is not before.kind:
        return found
    fields = tuple(
        field or (old if old not in found.fields else None)
        for field, old in zip(found.fields, before.fields, strict=True)
    )
    return Columns(found.kind, fields, found.headings, found.sure)


def _is_repeated(row: Row, before: Columns) -> bool:
    """Whether the cells are the headings of the page before, with slips."""
    pairs = [(key_of(cell.text), key_of(text)) for cell, text in zip(row.cells, before.headings, strict=True) if text]
    return len(pairs) > 1 and sum(fuzz.ratio(*pair) for pair in pairs) / len(pairs) >= LEAST


def _header(row: Row) -> Columns | None:
    texts = [cell.text for cell in row.cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text) > 120 or _NO_HEADING.search(text) for text in filled):
        return None
    found = [columns for kind in Kind if (columns := _columns(kind, texts)) is not None]
    return max(found, key=lambda columns: (sum(columns.sure), len(columns.fields)), default=None)


def is_slipped(text: str, columns: Columns) -> bool:
    """Whether a paragraph of a cell is the heading of a column that the header lacks."""
    squeezed = _SPLIT.sub("", text)
    return len(squeezed) > 8 and any(
        heading.field not in columns.fields
        and not heading.field.startswith("status:")
        and fuzz.ratio(squeezed, _SPLIT.sub("", heading.text)) >= 95
        for heading in known(columns.kind)
    )


def _columns(kind: Kind, texts: list[str]) -> Columns | None:
    filled = sum(bool(text) for text in texts)
    chosen = _assigned(kind, texts)
    _left_over(kind, texts, chosen)
    if len(chosen) < max(2, round(filled * 0.6)):
        return None
    if sum(sure >= LEAST for _, sure in chosen.values()) < max(2, len(chosen) / 2):
        return None  # words alone make no header: the text of a row has them too
    names = {field for field, _ in chosen.values()}
    if not all(names & needed for needed in _NEEDED[kind]):
        return None
    fields = tuple(chosen[at][0] if at in chosen else None for at in range(len(texts)))
    sure = tuple(chosen[at][1] if at in chosen else 0.0 for at in range(len(texts)))
    return Columns(kind, fields, tuple(texts), sure)


def _left_over(kind: Kind, texts: list[str], chosen: dict[int, tuple[str, float]]) -> None:
    """Where all else is known and only the name of the rows is missing, it is the first heading that is left."""
    names = {field for field, _ in chosen.values()}
    if kind is not Kind.MEASURES or names & {"title", "indicator"} or len(names - {"ignored"}) < 3:
        return
    unknown = next((at for at, text in enumerate(texts) if at not in chosen and text), None)
    if unknown is not None:
        chosen[unknown] = ("title", _LEFT_OVER)


def _assigned(kind: Kind, texts: list[str]) -> dict[int, tuple[str, float]]:
    """Columns to fields, the likest pairs first, each field once. A heading that stands twice is read once."""
    pairs = sorted(
        ((score, -at, field) for at, text in enumerate(texts) for field, score in _scores(kind, text)), reverse=True
    )
    chosen: dict[int, tuple[str, float]] = {}
    taken: dict[str, str] = {}
    twins: set[int] = set()
    for score, minus, field in pairs:
        at, text = -minus, _SPLIT.sub("", texts[-minus])
        if at in chosen or at in twins:
            continue
        if field not in taken or field == "ignored":
            chosen[at] = (field, score)
            taken[field] = text
        elif taken[field] == text:
            twins.add(at)
    return chosen


def _scores(kind: Kind, text: str) -> Iterator[tuple[str, float]]:
    best: dict[str, float] = {}
    squeezed = _SPLIT.sub("", text)
    key = key_of(text) or squeezed
    for heading in known(kind) if key else ():
        score = 101.0 if squeezed == heading.squeezed else _likeness(key, heading.key)
        if score >= LEAST and score > best.get(heading.field, 0):
            best[heading.field] = score
    told = next((field for field, word in _TELLING[kind] if word.search(squeezed)), None)
    if told is not None and told not in best and len(squeezed) < 60:
        best[told] = _TOLD
    return iter(best.items())


def _likeness(first: str, second: str) -> float:
    if ("ไม่" in first) != ("ไม่" in second):
        return 0.0
    return fuzz.ratio(first, second, score_cutoff=LEAST)


def merged(first: Columns, second: Columns) -> Columns:
    """A header of two rows: the second says more where it names a column."""
    pairs = list(zip(first.fields, second.fields, strict=True))
    return Columns(
        first.kind,
        tuple(below or above for above, below in pairs),
        tuple(below or above for above, below in zip(first.headings, second.headings, strict=True)),
        tuple(max(pair) for pair in zip(first.sure, second.sure, strict=True)),
    )


def second_row(columns: Columns, cells: Sequence[Cell]) -> Columns | None:
    """The columns when ``cells`` are a second row of the header, with headings below a common one."""
    texts = [cell.text for cell in cells]
    if len(texts) != len(columns.fields) or not any(texts) or any(len(text) > 120 for text in texts):
        return None
    ticks = {at: pair for at, pair in _assigned(Kind.MEASURES, texts).items() if pair[0].startswith("status:")}
    if len(ticks) < 2 or len(ticks) < sum(bool(text) for text in texts):
        return None
    below = Columns(
        columns.kind,
        tuple(ticks[at][0] if at in ticks else None for at in range(len(texts))),
        tuple(texts),
        tuple(ticks[at][1] if at in ticks else 0.0 for at in range(len(texts))),
    )
    return merged(columns, below)
