"""A report as the public reads it: the memo in words and the tables of the paper, from what was signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.publication.content import Content, Kind, Section, Table
from prongsai.core.reports.cell import Kind as CellKind
from prongsai.core.reports.reading import Memo
from prongsai.core.reports.sheet import Sheet, SheetTable


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed, as what, and on which day in words. What they wrote beside it is not for the public."""

    name: str
    position: str
    on: str


@dataclass(frozen=True, slots=True)
class PublicReport:
    """What is told of a report: its ``number`` among those of its year, its name, its period in words."""

    number: int
    title: str
    fiscal_year: int
    about: str


def report_content(report: PublicReport, sheet: Sheet, signed: Sequence[Signed]) -> Content:
    """The memo without pictures of signatures, the tables as they stand on the paper, and who signed."""
    return Content(
        kind=Kind.REPORT,
        fiscal_year=report.fiscal_year,
        code=f"report-{report.number}",
        title=f"{report.title} ปีงบประมาณ {report.fiscal_year}",
        lead=f"{report.about} ลงนามรับทราบเมื่อ {signed[-1].on}" if signed else report.about,
        order=report.number,
        facts=(("เรื่อง", report.about), *(("ลงนามโดย", f"{one.position} เมื่อ {one.on}") for one in signed)),
        sections=report_sections(sheet, signed),
    )


def report_sections(sheet: Sheet, signed: Sequence[Signed]) -> tuple[Section, ...]:
    """The title of the paper, its memo, then each of its tables under its heading."""
    found = [] if sheet.memo is None else [Section("บันทึกข้อความ", tuple(_memo(sheet.memo, signed)))]
    return (*found, *(_tables(sheet)))


def _memo(memo: Memo, signed: Sequence[Signed]) -> Iterator[str]:
    for label, value in (
        ("ส่วนราชการ", memo.office),
        ("ที่", memo.number),
        ("วันที่", memo.date_text),
        ("เรื่อง", memo.subject),
        ("เรียน", memo.to),
    ):
        if value:
            yield f"{label}: {value}"
    yield from memo.body
    yield from (f"- ลงนามแล้ว: {one.name} {one.position} เมื่อ {one.on}" for one in signed)


def _tables(sheet: Sheet) -> Iterator[Section]:
    """A section a table; headings above a cut table are told together."""
    title = " ".join(sheet.title)
    for table in sheet.tables:
        heading = " · ".join(" ".join(one.split()) for one in table.headings)
        yield Section(heading or title, tables=(_table(table, heading or title),))


def _table(table: SheetTable, title: str) -> Table:
    columns = tuple(" ".join(column.heading.split()) for column in table.columns)
    rows = tuple(tuple(cell.text for cell in row) for row in table.rows)
    figures = tuple(at for at in range(len(columns)) if any(row[at].kind is CellKind.FIGURE for row in table.rows))
    return Table(title, columns, rows, figures, "\n".join(table.notes))
