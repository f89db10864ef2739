"""Whole pages: what stands on them, where, and how sure it is. Text itself is read where tesseract is."""

import time
from dataclasses import replace

import pytest

from prongsai.documents.readers.document import Spot
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.scan import clean, read_picture
from prongsai.documents.writers import cells, project, write
from tests.documents.readers.scan.paper import blank, needs_tesseract, pages_of
from tests.documents.writers.forms import FORMS
from tests.documents.writers.sample import NAMES, REPORT
from tests.factories.scans import compared, drawn, scanned

MEMO = next(form for form in FORMS if form.id == "half-year-with-memo")


def read(page, seconds=60.0):
    return read_picture(clean(page), deadline=time.monotonic() + seconds, resolution=200)


def small(form):
    """Two measures and two items, on as few pages as there can be."""
    kept = replace(REPORT, memo=None, measures=REPORT.measures[1:5:2], disclosures=REPORT.disclosures[:2], scores=None)
    return project(kept, form)


@needs_tesseract
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_scan_of_each_form_is_read_nearly_as_it_was_written_and_whole(form):
    kept = small(form)
    (page, *_) = drawn(write(kept, form, "pdf", names=NAMES))
    source = read(scanned(page, 7))
    found = compared(cells(kept, form, NAMES), source.document)
    assert found.cells
    assert found.likeness >= 0.95, found.worst[:5]
    reading, _ = recognise(source.document)
    assert len(reading.measures) == len(kept.measures)
    assert [one.status for one in reading.measures] == [one.status for one in kept.measures]
    assert reading.fiscal_year == kept.fiscal_year


@needs_tesseract
def test_the_memo_of_a_scan_is_understood_and_every_line_has_its_region():
    source = read(scanned(pages_of(MEMO)[0], 4))
    memo = recognise(source.document)[0].memo
    assert memo is not None
    assert memo.date == REPORT.memo.date
    assert memo.number == REPORT.memo.number
    assert [one.name for one in memo.signatories][3] == "นายทำนอง มาหากิน"
    assert set(source.regions) == {Spot(line) for line in range(1, len(source.lines) + 1)}
    tops = [region.top for region in source.regions.values()]
    assert tops == sorted(tops)
    assert all(
        0 <= region.left < region.right <= 1 and region.top < region.bottom <= 1 for region in source.regions.values()
    )


@needs_tesseract
def test_every_cell_has_its_region_and_its_row_is_a_line():
    source = read(scanned(pages_of(MEMO)[1], 1, stamp=True, signature=True))
    (table,) = source.document.tables
    assert (len(table.rows), {len(row.cells) for row in table.rows}) == (4, {5})
    for row in table.rows:
        assert source.lines[row.line - 1] == "\t".join(cell.text for cell in row.cells)
        assert {para.line for cell in row.cells for para in cell.paras} <= {row.line}
        assert all(Spot(row.line, column) in source.regions for column in range(1, 6))
    stamped = [word for word in source.doubtful if not word.text]
    assert stamped, "what the stamp covers is told"


def test_an_empty_page_is_empty():
    assert read_picture(blank(), deadline=time.monotonic() + 5, resolution=200).lines == ()


@needs_tesseract
def test_where_time_is_over_the_rest_is_empty_doubtful_and_told():
    source = read(pages_of(MEMO)[1], seconds=0.0)
    assert len(source.document.tables) == 1
    assert any(word.text == "" and word.confidence == 0 for word in source.doubtful)
    assert len(source.remarks) == 1
