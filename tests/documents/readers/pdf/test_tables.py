"""Tables are read as they are seen: by their lines, by the edges of shaded cells, or by white space."""

import pytest

from tests.documents.readers.pdf.drawn import RULED, blocks_of, drawn

ROWS = [["ลำดับ", "มาตรการ"], ["๑", "จัดทำคู่มือ"], ["๒", "ติดตามผล"]]


def table(rows):
    return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows) + "</table>"


@pytest.mark.parametrize(
    "border",
    [
        "td{border:.5pt solid #000}",
        "td{border:1pt dotted #333}",
        "td{border:1pt dashed #333}",
        "td{border:3pt double #333}",
        "td{border:.3pt solid #bbb}",
        "td{border:1pt solid #fff;background:#cfd5ea} tr:first-child td{background:#2f5597;color:#fff}",
        "table{border-collapse:separate!important} td{border:.5pt solid #000}",
        "td{border:.5pt solid #000} td:first-child{border-left:0} td:last-child{border-right:0}",
    ],
)
def test_it_reads_borders_of_every_kind(border):
    css = "table{border-collapse:collapse;border-spacing:0} td{padding:3pt}" + border
    assert blocks_of(drawn(table(ROWS), css)) == [ROWS]


def test_a_merged_cell_is_printed_once_in_its_first_row_and_column():
    body = (
        "<table><tr><th rowspan=2>ลำดับ<th colspan=2>สถานะ<th rowspan=2>ผล<tr><th>ทำแล้ว<th>ยังไม่ทำ"
        "<tr><td rowspan=2>๑<td>✓<td><td>จัดอบรมแล้ว<tr><td><td>✓<td>รอประกาศ</table>"
    )
    assert blocks_of(drawn(body, RULED)) == [
        [
            ["ลำดับ", "สถานะ", "", "ผล"],
            ["", "ทำแล้ว", "ยังไม่ทำ", ""],
            ["๑", "✓", "", "จัดอบรมแล้ว"],
            ["", "", "✓", "รอประกาศ"],
        ]
    ]


def test_two_tables_of_a_page_are_two_with_the_text_between_them():
    first, second = ROWS[:2], [["รหัส", "รายการ", "คะแนน"], ["O1", "โครงสร้าง", "๑๐๐"]]
    body = f"<p>ก่อนหน้า</p>{table(first)}<p>ระหว่างตาราง</p>{table(second)}<p>ท้ายสุด</p>"
    assert blocks_of(drawn(body, RULED)) == ["ก่อนหน้า", first, "ระหว่างตาราง", second, "ท้ายสุด"]


def test_tables_beside_each_other_are_read_from_the_left():
    second = [["รหัส", "รายการ"], ["O1", "โครงสร้าง"]]
    body = f'<div style="display:flex;gap:1cm">{table(ROWS)}{table(second)}</div>'
    assert blocks_of(drawn(body, RULED)) == [ROWS, second]


def test_a_table_inside_a_cell_is_text_of_that_cell():
    inner = '<table style="width:4cm"><tr><td>ก<td>ข</table>'
    found = blocks_of(drawn(table([["ลำดับ", "ผล"], ["๑", inner]]), RULED + "td{padding:6pt}"))
    assert len(found) == 1
    assert found[0][1] == ["๑", "ก ข"]


def test_a_frame_around_text_is_no_table():
    body = '<div style="border:1pt solid;padding:5pt;width:8cm"><p>ประกาศเทศบาล</p></div>'
    assert blocks_of(drawn(body)) == ["ประกาศเทศบาล"]


def test_underlined_text_is_no_table():
    body = "<p><u>บันทึกข้อความ</u></p><p style='border-bottom:1pt dotted;width:10cm'>เรื่อง รายงานผล</p>"
    assert blocks_of(drawn(body)) == ["บันทึกข้อความ", "เรื่อง รายงานผล"]


def test_a_row_that_the_page_cut_open_goes_on_with_empty_cells():
    lines = "".join(f"<p>{at}. ติดตามผลการดำเนินการครั้งนี้</p>" for at in range(10, 99))
    css = RULED + " td{vertical-align:top} @page{size:A4;margin:2cm}"
    first, second = blocks_of(drawn(table([["ลำดับ", "ผล"], ["๑", lines]]), css))[:2]
    assert first[0] == ["ลำดับ", "ผล"]
    assert first[1][0] == "๑"
    assert second[0][0] == ""
    cut = first[1][1].split(" ¶ ") + second[0][1].split(" ¶ ")
    assert cut == [f"{at}. ติดตามผลการดำเนินการครั้งนี้" for at in range(10, 99)]


WITHOUT = "td{padding:3pt 8pt;vertical-align:top;text-align:left} td:nth-child(2){width:5cm}"
LONG = "จัดทำคู่มือการให้บริการประชาชนให้ครบทุกงานที่ให้บริการและเผยแพร่"


@pytest.mark.parametrize(
    "css",
    [
        WITHOUT,
        WITHOUT + "table{border-collapse:collapse} td{border-top:.5pt solid;border-bottom:.5pt solid}",
        WITHOUT + "td{padding-top:0;padding-bottom:0} table{border-spacing:0}",
    ],
    ids=["nothing", "lines between rows", "not even room between rows"],
)
def test_a_table_without_lines_down_is_read_by_its_columns(css):
    rows = [
        ["ลำดับ", "มาตรการ", "ผู้รับผิดชอบ", "ผล"],
        ["๑", LONG, "สำนักปลัด", "จัดทำแล้ว ๑ ฉบับ"],
        ["๒", "ประชาสัมพันธ์แผนการใช้จ่ายงบประมาณ", "กองคลัง", "เผยแพร่บนเว็บไซต์แล้ว"],
        ["๓", "ทบทวนประกาศ", "กองช่าง", "ยังไม่ดำเนินการ"],
    ]
    after = "ข้อความหลังตารางซึ่งยาวพอที่จะไม่ใช่ส่วนหนึ่งของตารางข้างบนนี้อย่างแน่นอน"
    assert blocks_of(drawn(f"<p>รายงานผล</p>{table(rows)}<p>{after}</p>", css)) == ["รายงานผล", rows, after]


def test_two_signatures_beside_each_other_are_no_table():
    body = (
        '<div style="display:flex;gap:4cm"><div><p>(นายทำนอง มาหากิน)</p><p>ปลัดเทศบาล</p><p>ผู้รายงาน</p></div>'
        "<div><p>(นางญาณี ป้องศรี)</p><p>นายกเทศมนตรี</p><p>ผู้รับรอง</p></div></div>"
    )
    assert all(isinstance(block, str) for block in blocks_of(drawn(body)))
