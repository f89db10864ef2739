"""Tables of results, made up."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.country.table import Checked, SheetRow, read_table
from prongsai.frameworks import load
from prongsai.places import load as places

HEADINGS = ("รหัส", "ชื่อหน่วยงาน", "ประเภท", "จังหวัด", *(f"ตัวชี้วัดที่ {number}" for number in range(1, 11)), "คะแนนรวม")
SCORES = ("90.00",) * 10


def sheet(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> list[SheetRow]:
    """Headings and rows as a file has them; empty cells are not there."""
    lines = [headings, *rows]
    return [
        SheetRow(number, {at: text for at, text in enumerate(cells, 1) if text})
        for number, cells in enumerate(lines, 1)
    ]


def row(code: str = "001", name: str = "ทต.สมมุติ", scores: Sequence[str] = SCORES, *, total: str = "") -> list[str]:
    """A row of a subdistrict municipality in ลพบุรี."""
    return [code, name, "เทศบาลตำบล", "ลพบุรี", *scores, total]


def read(*rows: Sequence[str], headings: Sequence[str] = HEADINGS, year: int = 2566) -> Checked:
    """What is read of them."""
    return read_table(sheet(*rows, headings=headings), year, load("ita", 2566), places())
