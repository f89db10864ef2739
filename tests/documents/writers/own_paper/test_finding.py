"""What is found in a Word report, what is told of it, and which files are no form."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from prongsai.core.reports.layout import Grammar, Holds
from prongsai.core.reports.reading import Status
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.writers import own_paper
from prongsai.layouts import parse_form, to_yaml
from tests.documents.writers.own_paper import papers
from tests.documents.writers.own_paper.test_writing import REPORT


def fields(paper):
    """The fields of the columns of the first table."""
    return [column.field for column in own_paper.find(paper()).tables[0].columns]


def test_it_finds_the_memo_and_what_its_parts_are():
    found = own_paper.find(papers.with_memo())
    assert found.memo == ("office", "number", "date", "subject", "to", "body", "signatories")
    assert found.layout.memo and found.year == 2565 and found.layout.title == papers.TITLE


def test_it_finds_the_columns_by_their_headings():
    assert fields(papers.plain) == ["title", "procedure", "responsible", "period", "result"]
    ticks = ["status:not_started", "status:in_progress", "status:done"]
    assert fields(papers.two_header_rows)[5:8] == ticks


def test_the_layout_says_how_cells_are_written():
    layout = own_paper.find(papers.plain()).layout
    columns = layout.tables[0].table.columns
    assert columns[0].grammar is Grammar.NUMBERED_TITLE and columns[0].heading == "มาตรการ/กิจกรรม"
    assert 99 < sum(column.width for column in columns) < 101
    ticks = own_paper.find(papers.two_header_rows()).layout.tables[0].table
    assert ticks.holds is Holds.INDICATORS and [one.value for one in ticks.columns[5:8]] == list(Status)


@pytest.mark.parametrize("paper", papers.PAPERS, ids=lambda paper: paper.__name__)
def test_the_layout_is_one_that_the_loader_takes(paper):
    layout = own_paper.find(paper()).layout
    again = parse_form(to_yaml(layout, "ours"), "ours")
    assert [place.table.columns for place in again.tables] == [place.table.columns for place in layout.tables]


def test_tables_of_sub_indicators_are_one_of_the_form():
    found = own_paper.find(papers.disclosures())
    assert len(found.tables) == 1 and found.tables[0].tables == 3 and found.layout.tables[0].by_sub_indicator
    assert found.layout.tables[0].table.columns[4].grammar is Grammar.BOXES_AND_ITEMS


def test_it_tells_of_a_column_that_it_does_not_know_and_of_pieces():
    assert any("หมายเหตุ" in one.th for one in own_paper.find(papers.with_scores()).doubts)
    assert any("แบ่งเป็น ๒ ส่วน" in one.th for one in own_paper.find(papers.cut_in_two()).doubts)


def test_it_tells_where_the_old_year_stays():
    remarks = [one.th for one in own_paper.find(papers.plain()).remarks]
    assert any("ในย่อหน้า “หมายเหตุ ข้อมูลสิ้นสุด" in one for one in remarks)
    assert any("ในหัวกระดาษ" in one for one in remarks) and len(remarks) == 2


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        own_paper.find(data, "report.docx")
    return refusal.value.sentence.th


def test_a_document_without_memo_and_tables_is_refused_with_the_way_out():
    word = Document()
    word.add_paragraph("ขอเชิญประชุม")
    assert "ไม่พบทั้งบันทึกข้อความและตาราง" in refused(papers.saved(word))


def with_part(name: str, text: bytes, *, instead: tuple[bytes, bytes] | None = None) -> bytes:
    """A paper with one more part in its package, or another text in one."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(papers.plain())) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, data.replace(*instead) if instead and entry.filename == name else data)
        if not instead:
            new.writestr(name, text)
    return made.getvalue()


def test_a_file_with_macros_is_refused():
    assert "แมโคร" in refused(with_part("word/vbaProject.bin", b"x"))


def test_a_template_is_refused():
    instead = (b"document.main+xml", b"template.main+xml")
    assert "แม่แบบ" in refused(with_part("[Content_Types].xml", b"", instead=instead))


def test_a_file_that_is_signed_digitally_is_refused():
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        b'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    )
    assert "ลายมือชื่อดิจิทัล" in refused(with_part("_rels/.rels", b"", instead=(b"</Relationships>", relation)))


def test_other_kinds_of_files_are_refused():
    assert "ไม่ใช่เอกสาร Word" in refused("รายงาน\tมาตรการ".encode())
    assert "10 MB" in refused(papers.plain() + b"\0" * (10 * 1024 * 1024))


def test_a_refused_file_is_not_written_in_either():
    with pytest.raises(Refusal):
        own_paper.write(papers.saved(Document()), REPORT)
