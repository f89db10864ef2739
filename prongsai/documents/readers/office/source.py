"""Paragraphs and tables as a reader finds them → a source: every one with its line, in bearable numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Cell, Document, Para, Row, Source, Table
from prongsai.documents.readers.kinds import called, empty
from prongsai.documents.readers.package import Package
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.text.decode import MOST_CELLS, too_many_cells

#: The most letters that are read of one file.
MOST_LETTERS = 5_000_000

#: What is never seen: marks where a Thai line may break, soft hyphens, marks of direction.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))


def clean(text: str) -> str:
    """The text without what cannot be seen, white space of every kind collapsed."""
    return " ".join(text.translate(_UNSEEN).split())


@dataclass
class _Lines:
    """The lines so far, and what they hold."""

    name: str
    lines: list[str] = field(default_factory=list)
    letters: int = 0
    cells: int = 0
    tables: int = 0

    def para(self, para: Para) -> Para:
        self._add(para.text)
        return _at(para, len(self.lines))

    def table(self, table: Table) -> Table:
        self.tables += 1
        return Table(self.tables, tuple(map(self._row, table.rows)))

    def _row(self, row: Row) -> Row:
        self.cells += len(row.cells)
        if self.cells > MOST_CELLS:
            raise too_many_cells(self.name)
        self._add("\t".join(cell.text for cell in row.cells))
        line = len(self.lines)
        return Row(tuple(Cell(tuple(_at(para, line) for para in cell.paras)) for cell in row.cells), line)

    def _add(self, line: str) -> None:
        self.letters += len(line)
        if self.letters > MOST_LETTERS:
            raise _too_long(self.name)
        self.lines.append(line)


def source_of(blocks: Iterable[Para | Table], package: Package, remarks: Sequence[Sentence] = ()) -> Source:
    """The source of these blocks: lines and numbers are given here. Refusal where there is nothing, or too much."""
    made = _Lines(package.name)
    found = tuple(made.para(block) if isinstance(block, Para) else made.table(block) for block in blocks)
    if not made.letters:
        raise _only_pictures(package.name) if package.has_pictures() else empty(package.name)
    return Source(Document(found), tuple(made.lines), remarks=(*package.remarks, *remarks))


def _at(para: Para, line: int) -> Para:
    return Para(para.text, line, para.block, para.depth, para.gap)


def _only_pictures(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}มีแต่ภาพ ไม่มีข้อความ โปรดบันทึกเป็น PDF แล้วเลือกไฟล์ PDF เพื่ออ่านจากภาพ",
        f"{name or 'The file'} has pictures and no text. Please save it as PDF and choose that, to be read as a scan.",
    )


def _too_long(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}มีข้อความมากกว่า {MOST_LETTERS:,} ตัวอักษร ซึ่งเกินที่รับได้ โปรดตัดเฉพาะส่วนที่เป็นรายงานแล้วลองใหม่",
        f"{name or 'The file'} has more than {MOST_LETTERS:,} letters. Please keep only the part that is the report.",
    )
