"""A sheet as plain text: a line a paragraph, a line a row of a table, tabs between cells."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.reading import Memo
from prongsai.core.reports.sheet import Sheet, SheetTable
from prongsai.documents.writers.signing import signature_lines


def write_txt(sheet: Sheet, form: FormLayout) -> bytes:
    """The paper as UTF-8 text with tabs, for people who paste into other programs, and for reading back."""
    blocks = [*_memo(sheet), list(sheet.title), *(list(_table(table)) for table in sheet.tables)]
    return "\n\n".join("\n".join(block) for block in blocks if block).encode() + b"\n"


def _memo(sheet: Sheet) -> Iterator[list[str]]:
    if sheet.memo is None:
        return
    yield ["บันทึกข้อความ", *_memo_head(sheet.memo)]
    yield list(sheet.memo.body)
    for block in sheet.signatures:
        made = signature_lines(block)
        yield [*made.opinion, *made.lines]


def _memo_head(memo: Memo) -> Iterator[str]:
    yield _labelled("ส่วนราชการ", memo.office)
    yield f"{_labelled('ที่', memo.number)} {_labelled('วันที่', memo.date_text)}".rstrip()
    yield _labelled("เรื่อง", memo.subject)
    if memo.period:
        yield _labelled("รอบรายงาน", memo.period)
    yield _labelled("เรียน", memo.to)


def _labelled(label: str, value: str | None) -> str:
    return f"{label} {value or ''}".rstrip()


def _table(table: SheetTable) -> Iterator[str]:
    yield from table.headings
    yield "\t".join(column.heading for column in table.columns)
    for row in table.rows:
        yield "\t".join(" ".join(cell.lines) for cell in row)
    yield from table.notes
