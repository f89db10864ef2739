"""A report as the public reads it: the memo in words, tables with every cell, who signed and when."""

from __future__ import annotations

from prongsai.core.publication.content import Kind
from prongsai.core.publication.report import PublicReport, Signed, report_content
from prongsai.core.reports.reading import Memo, Reading, ReadMeasure, Status
from prongsai.core.reports.sheet import SignatureBlock, cells
from prongsai.layouts import load_form

READING = Reading(
    agency="เทศบาลตำบลท่าโขง",
    fiscal_year=2569,
    title="รายงานผลการดำเนินการ",
    memo=Memo(office="สำนักปลัด", number="ลบ ๕๔๒๐๑/๑", subject="รายงานผล", to="นายกเทศมนตรี", body=("เรียนมาเพื่อทราบ",)),
    measures=(
        ReadMeasure(1, None, "คู่มือบริการ", ("สำรวจ",), ("กองช่าง",), "ปี ๒๕๖๙", (), Status.DONE, ("แล้วเสร็จ",)),
        ReadMeasure(2, None, "อบรม", (), ("สำนักปลัด",), "ปี ๒๕๖๙", (), Status.NOT_STARTED),
    ),
)
ABOUT = PublicReport(3, "รายงานรอบ ๖ เดือน", 2569, "รอบ 6 เดือน (ตุลาคม – มีนาคม)")
SIGNED = (Signed("นายประเสริฐ ตั้งมั่น", "นายกเทศมนตรีตำบลท่าโขง", "10 เมษายน 2569"),)
BLOCKS = (SignatureBlock("นายประเสริฐ ตั้งมั่น", "นายกเทศมนตรี", opinion="ความเห็นภายใน", signed=True),)


def _content() -> tuple[list[str], list[tuple[str, ...]]]:
    content = report_content(ABOUT, cells(READING, load_form("half-year-with-memo"), signatures=BLOCKS), SIGNED)
    rows = [row for section in content.sections for table in section.tables for row in table.rows]
    return [text for section in content.sections for text in section.paragraphs], rows


def test_it_has_an_address_of_its_own() -> None:
    content = report_content(ABOUT, cells(READING, load_form("half-year-with-memo")), SIGNED)
    assert (content.kind, content.code, content.order) == (Kind.REPORT, "report-3", 3)
    assert content.lead == "รอบ 6 เดือน (ตุลาคม – มีนาคม) ลงนามรับทราบเมื่อ 10 เมษายน 2569"


def test_the_memo_stands_there_in_words() -> None:
    paragraphs, _rows = _content()
    assert "เรียน: นายกเทศมนตรี" in paragraphs
    assert "เรียนมาเพื่อทราบ" in paragraphs
    assert "- ลงนามแล้ว: นายประเสริฐ ตั้งมั่น นายกเทศมนตรีตำบลท่าโขง เมื่อ 10 เมษายน 2569" in paragraphs


def test_what_signers_wrote_is_not_for_the_public() -> None:
    paragraphs, rows = _content()
    assert "ความเห็นภายใน" not in "\n".join(paragraphs) + str(rows)


def test_every_cell_of_the_tables_is_there() -> None:
    _paragraphs, rows = _content()
    assert len(rows) == len(READING.measures)
    assert all(title in " ".join(row) for row, title in zip(rows, ("คู่มือบริการ", "อบรม"), strict=True))
    assert "แล้วเสร็จ" in " ".join(rows[0])
