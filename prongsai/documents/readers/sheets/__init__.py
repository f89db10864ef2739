"""Excel workbooks, straight from their XML, and sparse: a library that fills the cells between would not survive it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai
from prongsai.documents.readers.document import Source
from prongsai.documents.readers.office.source import source_of
from prongsai.documents.readers.package import open_package
from prongsai.documents.readers.sheets.blocks import Block, blocks
from prongsai.documents.readers.sheets.cells import Grid, read_grid
from prongsai.documents.readers.sheets.workbook import open_workbook

#: So many framed rows make a table; one alone may be a box around a title.
_ROWS_OF_TABLE = 2


def read_sheets(data: bytes, name: str = "") -> Source:
    """The text and tables of a workbook, sheet after sheet as they stand; what is hidden is left out, with a remark.

    ``name`` is the file's name, for messages only. Raises Refusal, and nothing else, where the file cannot be read.
    """
    package = open_package(data, name)
    book = open_workbook(package)
    grids = [read_grid(package, page.part, book) for page in book.pages if not page.hidden]
    hidden = sum(page.hidden for page in book.pages)
    return source_of(_blocks(grids, name), package, tuple(_remarks(grids, hidden)))


def _blocks(grids: Sequence[Grid], name: str) -> Iterator[Block]:
    # Where no table of the workbook is framed, the lack of lines says nothing.
    lines_matter = any(len(grid.framed & grid.rows.keys()) >= _ROWS_OF_TABLE for grid in grids)
    for grid in grids:
        yield from blocks(grid, name, lines_matter=lines_matter)


def _remarks(grids: Sequence[Grid], hidden: int) -> Iterator[Sentence]:
    """What was left out, in sentences."""
    if hidden:
        yield Sentence(
            f"ไม่ได้อ่านแผ่นงานที่ซ่อนไว้ {to_thai(hidden)} แผ่น หากเป็นส่วนของรายงาน โปรดเลิกซ่อนแล้วเลือกไฟล์ใหม่",
            f"Hidden worksheets were not read: {hidden}. If they belong to the report, please unhide them.",
        )
    if cells := sum(grid.hidden for grid in grids):
        yield Sentence(
            f"ไม่ได้อ่านช่องในแถวหรือคอลัมน์ที่ซ่อนหรือกรองไว้ {to_thai(cells)} ช่อง หากต้องการ โปรดเลิกซ่อนแล้วเลือกไฟล์ใหม่",
            f"Cells in hidden or filtered rows or columns were not read: {cells}. If needed, please show them.",
        )
    if faults := sum(grid.faults for grid in grids):
        yield Sentence(
            f"มีช่องที่แสดงข้อผิดพลาดของสูตร เช่น #REF! {to_thai(faults)} ช่อง จึงถือว่าว่าง โปรดแก้สูตรแล้วเลือกไฟล์ใหม่",
            f"Cells that show an error such as #REF! were taken as empty: {faults}. Please mend their formulas.",
        )
    if unknown := sum(grid.unknown for grid in grids):
        yield Sentence(
            f"มีสูตรที่ยังไม่ได้คำนวณ {to_thai(unknown)} ช่อง จึงถือว่าว่าง โปรดเปิดใน Excel บันทึก แล้วเลือกไฟล์ใหม่",
            f"Formulas without a result were taken as empty: {unknown}. Please open the file in Excel and save it.",
        )
