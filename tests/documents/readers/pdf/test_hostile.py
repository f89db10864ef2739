"""Whatever a file holds, it ends in pages or in a Refusal that says what to do."""

import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.pdf import file as pdf_file
from prongsai.documents.readers.pdf import grid, letters, open_pdf
from tests.documents.readers.pdf.drawn import RULED, drawn, pages_of

LOCKED = (
    b"%PDF-1.4"
    + b"""
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
"""
    % (b"41" * 32, b"42" * 32)
)


def blank(pages):
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(100, 100)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LOCKED, "รหัสผ่าน"),
        (b"%PDF-1.7\nnothing", "เสียหาย"),
        (b"", "เสียหาย"),
        (drawn("<p>ก")[:300], "เสียหาย"),
        (blank(201), "โปรดแบ่งไฟล์"),
    ],
    ids=["locked", "nothing", "empty", "cut off", "too many pages"],
)
def test_it_refuses_with_the_way_out(data, said):
    with pytest.raises(Refusal) as told:
        open_pdf(data, "report.pdf")
    assert said in told.value.sentence.th
    assert "report.pdf" in told.value.sentence.th
    assert "report.pdf" in told.value.sentence.en


def test_it_takes_two_hundred_pages():
    with open_pdf(blank(200), "") as file:
        assert file.page_count == 200


def test_a_damaged_page_costs_no_other(monkeypatch):
    read = pdf_file.rules
    calls = []

    def fails_once(page, turn):
        calls.append(turn)
        if len(calls) == 1:
            raise ValueError("cannot convert float NaN to integer")
        return read(page, turn)

    monkeypatch.setattr(pdf_file, "rules", fails_once)
    first, second = pages_of(drawn('<p>หนึ่ง</p><p style="break-before:page">สอง</p>'))
    assert first.lines == ()
    assert "หน้า 1" in first.remarks[0].th
    assert second.lines == ("สอง",)


def test_a_page_with_too_much_to_draw_is_read_as_a_scan(monkeypatch):
    monkeypatch.setattr(pdf_file, "MOST_OBJECTS", 3)
    assert pages_of(drawn("<table><tr><td>ก<td>ข<tr><td>ค<td>ง</table>", RULED)) == [None]


def test_a_page_with_too_many_letters_is_read_as_a_scan(monkeypatch):
    monkeypatch.setattr(letters, "MOST_LETTERS", 20)
    assert pages_of(drawn("<p>รายงานผลการดำเนินการตามมาตรการ")) == [None]


def test_a_grid_with_too_many_places_is_read_as_text(monkeypatch):
    monkeypatch.setattr(grid, "_MOST_PLACES", 3)
    (page,) = pages_of(drawn("<table><tr><td>ก<td>ข<tr><td>ค<td>ง</table>", RULED))
    assert page.document.tables == ()
    assert "".join(page.lines).replace(" ", "") == "กขคง"


SOUND = drawn("<p>รายงานผล</p><table><tr><td>ลำดับ<td>ผล<tr><td>๑<td>จัดทำแล้ว</table>", RULED)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_changed_bytes_end_in_pages_or_a_refusal(changes):
    data = bytearray(SOUND)
    for at, value in changes:
        data[at] = value
    try:
        pages_of(bytes(data))
    except Refusal as told:
        assert told.sentence.th
