"""A result report, made up here as PDF and Word: figures with their place, doubts told, nothing guessed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from lxml import etree, html

from prongsai.documents.readers import Refusal
from prongsai.documents.results import Received, read_result
from prongsai.frameworks import load
from tests.documents.readers.pdf.drawn import drawn

FRAMEWORK = load("ita", 2566)
SCORES = ("98.10", "92.35", "95.20", "94.66", "93.07", "96.41", "88.25", "85.90", "97.50", "93.75")
NAMES = [one.name for one in FRAMEWORK.indicators]
TOTAL = "93.71"


def _table(rows: Sequence[Sequence[str]]) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{cells}</table>"


def _page(total: str = TOTAL, level: str = "ผ่านดี", item_again: str = "100") -> str:
    indicators = [("ลำดับ", "ตัวชี้วัด", "คะแนน")]
    indicators += [(str(at), name, score) for at, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1)]
    items = [
        ("ข้อ", "รายการ", "คะแนน", "ข้อเสนอแนะของผู้ตรวจ"),
        ("O๑", "โครงสร้าง", "๑๐๐", ""),
        ("๐๑๒", "รายงานการกำกับติดตาม รอบ 6 เดือน", "๐", "ไม่พบงบประมาณที่ใช้"),
        ("O1", "โครงสร้าง", item_again, ""),
    ]
    questions = [("ข้อ", "ประเด็น", "คะแนน"), ("e15", "การมีส่วนร่วม", "81.25"), ("i7", "รู้แผนงบประมาณ", "77.10")]
    years = [("ปีงบประมาณ", "คะแนน"), ("2564", "85.11"), ("2565", "90.20")]
    return (
        "<p>รายงานผลการประเมิน ITA เทศบาลตำบลท่าโขง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖</p>"
        f"<p>คะแนนภาพรวม {total} คะแนน อยู่ในระดับ {level}</p>"
        + _table(indicators)
        + "<p>คะแนนรายการเปิดเผยข้อมูล</p>"
        + _table(items)
        + "<p>คะแนนรายข้อคำถาม</p>"
        + _table(questions)
        + "<p>คะแนนย้อนหลัง</p>"
        + _table(years)
        + "<p>ข้อเสนอแนะ</p><p>E๑๕ ประเด็น การมีส่วนร่วม ควรเปิดช่องทางรับฟัง (อ้างอิงจาก ๐๓๐)</p>"
        "<p>และเผยแพร่ผล (อ้างอิงจาก O๑๗)</p>"
        "<p>I๗ ประเด็น แผนงบประมาณ ควรแจ้งเวียน (อ้างอิงจาก O11)</p>"
        "<p>ข้อเสนอแนะสำหรับ OIT</p><p>ไม่มี</p>"
    )


def _drawn(page: str) -> bytes:
    made: bytes = drawn(page)  # type: ignore[no-untyped-call]  # a helper without types
    return made


def _pdf(page: str) -> bytes:
    return _drawn(f"<style>table {{ border-collapse: collapse }} td {{ border: 1px solid }}</style>{page}")


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _word(page: str) -> bytes:
    """The same in Word: a paragraph each, and tables with lines."""
    document = docx.Document()
    for element in html.fromstring(f"<div>{page}</div>"):
        if element.tag == "p":
            document.add_paragraph(_words(element))
            continue
        rows = [[_words(cell) for cell in row] for row in element]
        table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _scores(received: Received) -> dict[str, Decimal | None]:
    return {one.code: one.value.score for one in received.found}


EXPECTED = {str(at): Decimal(score) for at, score in enumerate(SCORES, 1)} | {
    "total": Decimal(TOTAL), "O1": Decimal(100), "O12": Decimal(0), "e15": Decimal("81.25"), "i7": Decimal("77.1"),
}  # fmt: skip


@pytest.mark.parametrize("write", [_pdf, _word, lambda page: page.encode(), lambda page: page.encode("cp874")])
def test_every_figure_of_the_report_is_read_whatever_the_file(write: object) -> None:
    received = read_result(write(_page()), "รายงานผล", FRAMEWORK, 2566)  # type: ignore[operator]  # all take the page
    assert _scores(received) == EXPECTED
    assert (received.level, received.fiscal_year, received.agency) == ("ผ่านดี", 2566, "เทศบาลตำบลท่าโขง")
    assert received.other_years == {2564: Decimal("85.11"), 2565: Decimal("90.20")}
    assert [(one.code, one.items) for one in received.recommendations] == [("e15", ("O30", "O17")), ("i7", ("O11",))]
    assert "เผยแพร่ผล" in received.recommendations[0].text
    item = next(one for one in received.found if one.code == "O12")
    assert item.value.remark == "ไม่พบงบประมาณที่ใช้"
    assert not [one.code for one in received.found if one.doubt]
    assert received.level_doubt is None


def test_the_place_names_page_and_row_of_a_pdf() -> None:
    received = read_result(_pdf(_page()), "ผล.pdf", FRAMEWORK, 2566)
    assert next(one for one in received.found if one.code == "2").where.th == "หน้า 1 ตารางที่ 1 แถว 3"


def test_what_does_not_agree_with_itself_is_doubtful() -> None:
    received = read_result(_page(total="97.02", level="ผ่านดีเยี่ยม", item_again="0").encode(), "ผล", FRAMEWORK, 2566)
    doubts = {one.code: one.doubt.th for one in received.found if one.doubt}
    assert set(doubts) == {"total", "O1"}
    assert TOTAL in doubts["total"]
    assert received.level_doubt is not None
    assert "ผ่านดี" in received.level_doubt.th


def test_a_table_without_a_heading_of_scores_gives_nothing() -> None:
    page = "<p>เทศบาลตำบลท่าโขง</p>" + _table([("ข้อ", "รายการ", "จำนวน"), ("O1", "โครงสร้าง", "5"), ("e15", "ถาม", "7")])
    received = read_result(page.encode(), "ผล", FRAMEWORK, 2566)
    assert (received.found, received.level, received.recommendations) == ((), "", ())


def test_pages_that_are_not_read_in_time_are_told() -> None:
    pages = '<p style="page-break-after: always">หน้าแรก</p><p>หน้าสอง</p>'
    ticks = iter([0.0, *[100.0] * 5])
    received = read_result(_drawn(pages), "ผล.pdf", FRAMEWORK, 2566, patience=1, clock=lambda: next(ticks))
    assert any("1 หน้าแรก" in one.th for one in received.remarks)


def test_no_report_at_all_is_refused() -> None:
    with pytest.raises(Refusal):
        read_result(b"%PDF-1.7 broken", "ผล.pdf", FRAMEWORK, 2566)
    with pytest.raises(Refusal):
        read_result(b"", "ผล.pdf", FRAMEWORK, 2566)


def test_the_annex_of_a_real_report_is_read(reports_folder: Path) -> None:
    received = read_result((reports_folder / "001.txt").read_bytes(), "001.txt", FRAMEWORK, 2566)
    scores = _scores(received)
    wanted = ("100", "97.89", "99.83", "98.77", "99.56", "98.32", "97.65", "98.25", "100", "100")
    assert scores == {str(at): Decimal(one) for at, one in enumerate(wanted, 1)} | {"total": Decimal("99.18")}
    assert (received.level, received.fiscal_year, received.level_doubt) == ("ผ่านดีเยี่ยม", 2566, None)
    assert [(one.code, one.items) for one in received.recommendations] == [("e15", ("O36", "O35"))]
