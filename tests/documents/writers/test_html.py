"""The HTML is the paper for the screen: semantic tables that say which row and column a cell is in."""

import re

import pytest
from lxml import html

from prongsai.core.reports.reading import Reading, ReadMeasure
from prongsai.documents.writers import cells, write
from prongsai.documents.writers.html import fragment
from tests.documents.writers.expected import bare, body_text, head_text
from tests.documents.writers.forms import FORMS, form_with
from tests.documents.writers.sample import NAMES, REPORT


def opened(form, reading=REPORT):
    return html.document_fromstring(write(reading, form, "html", names=NAMES).decode())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_its_tables_are_the_paper_cell_by_cell(form):
    page, sheet = opened(form), cells(REPORT, form, NAMES)
    for found, made in zip(page.iter("table"), sheet.tables, strict=True):
        assert [cell.text_content() for cell in found.iterfind("thead/tr/th")] == [c.heading for c in made.columns]
        rows = [[bare(cell.text_content()) for cell in row] for row in found.iterfind("tbody/tr")]
        assert rows == [[bare(cell.text) for cell in row] for row in made.rows]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_it_says_everything_in_order(form):
    page, sheet = opened(form), cells(REPORT, form, NAMES)
    text = bare(page.find("body").text_content())
    for head in {head_text(table.columns) for table in sheet.tables}:
        text = text.replace(head, "")
    assert text == body_text(sheet)


def test_tables_are_named_and_headers_have_a_scope():
    page = opened(FORMS[0])
    assert page.get("lang") == "th"
    for table in page.iter("table"):
        assert table.find("caption") is not None or table.get("aria-labelledby")
    assert {cell.get("scope") for cell in page.iter("th")} == {"col", "row"}


def test_it_needs_nothing_from_outside():
    made = write(REPORT, FORMS[0], "html").decode()
    assert not re.search(r"(src=|href|url\((?!data:)|@import|<script)", made)
    assert made.count("data:font/woff2;base64,") == 2


def test_markup_in_a_report_is_text():
    nasty = "<script>alert(1)</script>&amp;"
    page = opened(form_with(), Reading(title=nasty, measures=(ReadMeasure(title=nasty),)))
    assert not list(page.iter("script"))
    assert page.find(".//h1").text_content() == nasty


def test_a_fragment_leaves_the_first_heading_to_the_page_around_it():
    part = fragment(cells(REPORT, form_with(memo=True)), form_with(memo=True), level=2)
    assert "<h1" not in part and "<main" not in part and "style=" not in part


def test_an_empty_reading_is_an_empty_paper_not_an_error():
    assert not list(opened(form_with(memo=True), Reading()).iter("table"))
