"""Rules become rows and columns: faint, broken and crossed by a stamp."""

import cv2
import numpy as np
import pytest

from prongsai.documents.readers.scan.clean import clean
from prongsai.documents.readers.scan.grid import grids
from prongsai.documents.readers.scan.rules import rules
from tests.documents.readers.scan.paper import blank, pages_of, rule, table, text_like
from tests.documents.writers.forms import FORMS
from tests.factories.scans import scanned

XS, YS = (100, 300, 600, 1100), (100, 200, 350, 600)


def found(page, letter=18):
    return [(grid.rows, grid.columns, len(grid.cells)) for grid in grids(rules(page, letter), letter)]


def places(page):
    (grid,) = grids(rules(page, 18), 18)
    return {(cell.row, cell.column) for cell in grid.cells}


def test_it_counts_rows_and_columns():
    page = blank()
    table(page, XS, YS)
    assert found(page) == [(3, 3, 9)]


def test_cells_stand_where_they_are_drawn():
    page = blank()
    table(page, XS, YS)
    (grid,) = grids(rules(page, 18), 18)
    first, last = grid.cells[0].box, grid.cells[-1].box
    assert (first.left, first.top) == pytest.approx((XS[0], YS[0]), abs=8)
    assert (last.right, last.bottom) == pytest.approx((XS[-1], YS[-1]), abs=8)
    assert first.left > XS[0] + 1  # the rule itself is left out


def test_a_cell_that_spans_is_written_once_in_its_first_row_and_column():
    page = blank()
    table(page, XS, YS)
    cv2.line(page, (XS[1], YS[0] + 4), (XS[1], YS[1] - 4), (250,), 7)  # first two cells of the first row
    cv2.line(page, (XS[2] + 4, YS[2]), (XS[3] - 4, YS[2]), (250,), 7)  # last two cells of the last column
    assert places(page) == {(0, 0), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1)}


def test_two_tables_on_a_page_are_two():
    page = blank(height=1200)
    table(page, XS, YS)
    table(page, (100, 700, 1100), (700, 800, 900))
    assert found(page) == [(3, 3, 9), (2, 2, 4)]


def test_rules_under_a_heading_are_no_table():
    page = blank()
    for y in (200, 240, 280):
        rule(page, (100, y), (1100, y))
    assert found(page) == []


def test_a_row_cut_by_the_end_of_the_page_ends_where_its_rules_end():
    page = blank()
    table(page, XS, YS[:-1])
    for x in XS:
        rule(page, (x, YS[-2]), (x, 560))
    assert found(page) == [(3, 3, 9)]


def test_a_table_without_rules_at_its_sides_has_all_of_its_columns():
    page = blank()
    for y in YS:
        rule(page, (XS[0], y), (XS[-1], y))
    for x in XS[1:-1]:
        rule(page, (x, YS[0]), (x, YS[-1]))
    assert found(page) == [(3, 3, 9)]


def test_faint_and_broken_rules_are_found_in_noise():
    page = blank()
    table(page, XS, YS, dark=190)
    page[:, 450:456] = 250
    page[150:156, :] = 250
    noisy = page + np.random.default_rng(1).normal(0, 6, page.shape)
    assert found(np.clip(noisy, 0, 255).astype(np.uint8)) == [(3, 3, 9)]


def test_rules_that_bend_a_little_are_found():
    page = blank()
    for y in YS:
        bent = np.array([(x, y + round(5 * np.sin(x / 350))) for x in range(XS[0], XS[-1] + 1)], np.int32)
        cv2.polylines(page, [bent.reshape(-1, 1, 2)], False, (60,), 2)
    for x in XS:
        rule(page, (x, YS[0]), (x, YS[-1]))
    assert found(page) == [(3, 3, 9)]


def test_a_stamp_over_a_table_adds_no_cells():
    page = blank()
    table(page, XS, YS)
    for radius in (60, 90, 110):
        cv2.circle(page, (620, 340), radius, (90,), 4, cv2.LINE_AA)
    assert found(page) == [(3, 3, 9)]


def test_lines_of_text_are_no_rules():
    page = blank()
    for y in range(100, 800, 40):
        text_like(page, 100, y, 50)
    made = rules(page, 18)
    assert not made.across
    assert not made.down


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_the_tables_of_our_papers_are_found_on_dirty_scans(form):
    page = clean(scanned(pages_of(form)[-1], 5, stamp=True, signature=True, dirt=True))
    columns = {len(place.table.columns) for place in form.tables}
    made = grids(rules(page, 18), 18)
    assert made
    assert {grid.columns for grid in made} <= columns
    assert all(len(grid.cells) == grid.rows * grid.columns for grid in made)
