"""A memo is read alike however its head is kept in place: by tabs, by line breaks, by a table, by cells of Excel."""

import pytest

from prongsai.documents.readers import read
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.sheets import read_sheets
from prongsai.documents.readers.word import read_word
from tests.documents.readers.office.made import docx, p, run, tbl, tc, tr, xlsx

HEAD = (
    (("ส่วนราชการ", "สำนักปลัด เทศบาลตำบลท่าโขง"),),
    (("ที่", "ลบ ๕๙๙๐๑/๑๒"), ("วันที่", "๕ เมษายน ๒๕๖๖")),
    (("เรื่อง", "รายงานผลการดำเนินการตามมาตรการ"),),
    (("เรียน", "นายกเทศมนตรีตำบลท่าโขง"),),
)
BODY = ("ตามที่เทศบาลตำบลท่าโขงได้รับการประเมิน นั้น", "จึงเรียนมาเพื่อโปรดทราบ")
SIGNED = ("(ลงชื่อ)....................", "(นายก้าน กล้าดี)", "นิติกรชำนาญการ")
TABLE = (
    ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ"),
    ("จัดทำคู่มือ", "จัดทำคู่มือการให้บริการ", "สำนักปลัด", "ต.ค. ๖๕ - ก.ย. ๖๖", "จัดทำแล้ว ๑ เล่ม"),
)
TAIL = "".join(map(p, (*BODY, *SIGNED))) + p() + p("รายงานผลการดำเนินการตามมาตรการ") + tbl(*(tr(*row) for row in TABLE))
NO_LINES = "<w:tblPr/>"


def of_text():
    head = [" ".join(word for pair in line for word in pair) for line in HEAD]
    table = ["\t".join(row) for row in TABLE]
    lines = ["บันทึกข้อความ", *head, *BODY, *SIGNED, "", "รายงานผลการดำเนินการตามมาตรการ", *table]
    return read("\n".join(lines).encode()).reading


def with_tabs():
    lines = (run(f"  {label}") + "<w:r><w:tab/></w:r>" + run(value) for line in HEAD for label, value in line)
    first, number, date, *rest = lines
    return "".join(p(inside=line) for line in (first, number + "<w:r><w:tab/></w:r>" + date, *rest))


def with_breaks():
    texts = ("<w:tab/>".join(f"<w:t>{label}</w:t><w:tab/><w:t>{value}</w:t>" for label, value in line) for line in HEAD)
    return p(inside=f"<w:r>{'<w:br/>'.join(texts)}</w:r>")


def in_a_table():
    return tbl(*(tr(*(cell for pair in line for cell in pair)) for line in HEAD), properties=NO_LINES)


def in_a_table_with_number_and_date_beside():
    first, second, *rest = HEAD
    rows = (
        tr(tc(" ".join(first[0]))),
        tr(*(" ".join(pair) for pair in second)),
        *(tr(" ".join(one[0])) for one in rest),
    )
    return tbl(*rows, properties=NO_LINES)


@pytest.mark.parametrize("head", [with_tabs, with_breaks, in_a_table, in_a_table_with_number_and_date_beside])
def test_it_is_the_memo_that_the_same_text_would_be(head):
    expected = of_text()
    found, _ = recognise(read_word(docx(p("บันทึกข้อความ") + head() + TAIL)).document)
    assert found.memo == expected.memo
    assert found.measures == expected.measures
    assert found.memo.number == "ลบ ๕๙๙๐๑/๑๒"
    assert [one.name for one in found.memo.signatories] == ["นายก้าน กล้าดี"]


def test_it_is_the_same_memo_in_cells():
    def fill(book):
        page, look = book.add_worksheet(), book.add_format({"border": 1})
        page.merge_range(0, 0, 0, 4, "บันทึกข้อความ")
        for at, line in enumerate(HEAD, 1):
            page.write_row(at, 0, [word for pair in line for word in pair])
        for at, line in enumerate((*BODY, *SIGNED), 5):
            page.merge_range(at, 0, at, 4, line)
        page.write(12, 0, "รายงานผลการดำเนินการตามมาตรการ")
        for at, row in enumerate(TABLE, 13):
            page.write_row(at, 0, row, look)

    found, _ = recognise(read_sheets(xlsx(fill)).document)
    assert (found.memo, found.measures) == (of_text().memo, of_text().measures)
