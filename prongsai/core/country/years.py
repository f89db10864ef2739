"""A table of several years → one table a year, as ``read_table`` reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prongsai.core.country.cells import read_year
from prongsai.core.country.columns import LABELS, YEAR
from prongsai.core.country.table import FEWEST_HEADINGS, Remark, SheetRow, find_header
from prongsai.core.framework.framework import Framework
from prongsai.core.sentence import Sentence


def by_year(
    sheet: Sequence[SheetRow], framework: Framework, year: int | None
) -> tuple[Mapping[int, Sequence[SheetRow]], tuple[Remark, ...]]:
    """Fiscal year to the headings and the rows of that year; and the rows that tell none, as faults.

    ``year`` is that of all rows where no column tells it. ``framework``: any year's, to know the row of headings by.
    A sheet without headings or rows comes back whole: ``read_table`` says what is wrong with it.
    """
    at, header = find_header(sheet, framework)
    column = header.columns.get(YEAR)
    if column is None:
        if year is None and len(header.columns) >= FEWEST_HEADINGS:
            return {}, (_no_column(sheet[at].number),)
        return {year or framework.year: sheet}, ()
    years: dict[int, list[SheetRow]] = {}
    faults = []
    for row in sheet[at + 1 :]:
        told = read_year(row.cells.get(column, ""))
        if told is not None:
            years.setdefault(told, list(sheet[: at + 1])).append(row)
        elif any(text.strip() for text in row.cells.values()):
            faults.append(_no_year(row, column, header.headings[column]))
    return (years if years or faults else {framework.year: sheet}), tuple(faults)


def _no_column(row: int) -> Remark:
    what = Sentence(
        f"ไม่มีคอลัมน์ “{LABELS[YEAR].th}” โปรดเพิ่ม หรือระบุปีของทั้งตารางด้วย --year",
        f"There is no column “{LABELS[YEAR].en}”. Please add it, or give the year of the whole table with --year.",
    )
    return Remark(row, 0, "", what)


def _no_year(row: SheetRow, column: int, heading: str) -> Remark:
    text = row.cells.get(column, "")[:20]
    what = Sentence(f"“{text}” ไม่ใช่ปีงบประมาณ โปรดเขียนเช่น 2566", f"“{text}” is no fiscal year. Please write it as 2566.")
    return Remark(row.number, column, heading, what)
