"""A page is read as a person holds it, however it lies in the file."""

import io

import pypdfium2
import pytest

from prongsai.documents.readers.pdf import open_pdf
from tests.documents.readers.pdf.drawn import RULED, blocks_of, drawn

BODY = "<p>รายงานผลการดำเนินงาน</p><table><tr><td>ลำดับ<td>มาตรการ<tr><td>๑<td>จัดทำคู่มือ</table>"
READ = ["รายงานผลการดำเนินงาน", [["ลำดับ", "มาตรการ"], ["๑", "จัดทำคู่มือ"]]]


def rotated(data, degrees):
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.set_rotation(degrees)
    made = io.BytesIO()
    document.save(made)
    document.close()
    return made.getvalue()


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_says_it_is_turned_is_read(degrees):
    assert blocks_of(rotated(drawn(BODY, RULED), degrees)) == READ


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_text_that_is_drawn_turned_is_read(degrees):
    turned = f'<div style="transform:rotate({degrees}deg);width:12cm;height:12cm;margin:3cm">{BODY}</div>'
    assert blocks_of(drawn(turned, RULED)) == READ


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_heading_on_its_side_is_read_in_its_cell(degrees):
    side = f'<div style="transform:rotate({degrees}deg);width:3cm;height:3cm">ดำเนินการแล้วเสร็จ</div>'
    body = f"<table><tr><td>ลำดับ<td>{side}<td>ผล<tr><td>๑<td>✓<td>จัดอบรมแล้ว</table>"
    assert blocks_of(drawn(body, RULED)) == [[["ลำดับ", "ดำเนินการแล้วเสร็จ", "ผล"], ["๑", "✓", "จัดอบรมแล้ว"]]]


def test_a_stamp_across_the_page_is_not_text():
    stamp = '<div style="position:absolute;transform:rotate(-40deg);font-size:60pt;color:#ddd">ร่าง</div>'
    assert blocks_of(drawn(stamp + BODY, RULED)) == READ


def test_the_picture_of_a_turned_page_is_upright_and_not_too_large():
    with open_pdf(rotated(drawn(BODY), 90), "") as file:
        picture = file.picture(1, 100)
        assert picture.mode == "L"
        assert picture.width > picture.height
        assert file.picture(1, 5000).width * file.picture(1, 5000).height <= 40_500_000
