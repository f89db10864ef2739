"""Pieces of ink become lines, boxes to tick, ticks, and what is no text at all."""

import cv2
import numpy as np
import pytest

from prongsai.documents.readers.scan.ink import Box, ink, letter_height, pieces
from prongsai.documents.readers.scan.layout import layout
from prongsai.documents.readers.scan.lines import inked, lines
from prongsai.documents.readers.scan.tickboxes import is_tick, tick_boxes
from tests.documents.readers.scan.paper import blank, pages_of, table, text_like
from tests.documents.writers.forms import FORMS

BOXED = next(form for form in FORMS if form.id == "full-with-disclosures")


def lines_of(page, letter=18):
    found = inked(ink(page, letter))
    own = np.ones(len(found.stats), dtype=bool)
    own[0] = False
    return lines(found, own, letter)


def boxes_of(page, letter=18):
    return [box.ticked for box in tick_boxes(inked(ink(page, letter)), letter)]


def square(page, left, top, size=22):
    cv2.rectangle(page, (left, top), (left + size, top + size), (50,), 2)


def tick(page, left, top):
    cv2.polylines(
        page, [np.array([[left, top + 9], [left + 6, top + 15], [left + 16, top]], np.int32)], False, (30,), 3
    )


def test_lines_come_from_top_to_bottom():
    page = blank()
    for top in (400, 100, 250):
        text_like(page, 100, top, 12)
    assert [line.top for line in lines_of(page)] == pytest.approx([100, 250, 400], abs=4)


def test_a_mark_high_above_a_letter_belongs_to_its_line_though_the_foot_of_the_line_above_is_near():
    page = blank()
    for top in (100, 142):
        text_like(page, 100, top, 12)
    cv2.rectangle(page, (120, 134), (127, 138), (40,), -1)  # a vowel above the second line
    cv2.rectangle(page, (120, 126), (127, 130), (40,), -1)  # a tone mark on that vowel
    first, second = lines_of(page)
    assert second.box.top < 128
    assert first.box.bottom < 124


def test_the_lines_of_a_real_page_are_counted_right():
    page = pages_of(next(form for form in FORMS if form.id == "half-year-with-memo"))[0]
    _, stats = pieces(ink(page))
    found = layout(page, letter_height(stats))
    assert len(found.outside.lines) == 30
    assert not found.grids


def test_holes_dark_edges_and_signatures_are_no_text():
    page = blank()
    text_like(page, 100, 100, 20)
    cv2.circle(page, (40, 300), 24, (10,), -1)
    page[:, -15:] = 30
    cv2.ellipse(page, (700, 500), (150, 60), 20, 0, 300, (60,), 4)
    assert len(layout(page, 18).outside.lines) == 1


def test_what_is_drawn_over_a_cell_is_told():
    page = blank()
    table(page, (100, 500, 1100), (100, 400, 700))
    text_like(page, 130, 150, 10)
    cv2.ellipse(page, (300, 260), (120, 60), 20, 0, 300, (60,), 4)
    (cells,) = layout(page, 18).cells
    assert [len(cell.drawings) for cell in cells] == [1, 0, 0, 0]


def test_boxes_are_empty_or_ticked():
    page = blank()
    square(page, 100, 100)
    square(page, 100, 150)
    tick(page, 104, 153)
    square(page, 100, 200)
    cv2.line(page, (104, 204), (118, 218), (30,), 3)
    cv2.line(page, (118, 204), (104, 218), (30,), 3)
    assert boxes_of(page) == [False, True, True]


def test_a_tick_may_reach_out_of_its_box():
    page = blank()
    square(page, 100, 150)
    cv2.polylines(page, [np.array([[106, 158], [112, 168], [130, 140]], np.int32)], False, (30,), 3)
    assert boxes_of(page) == [True]


def test_round_letters_are_no_boxes():
    page = blank()
    cv2.circle(page, (110, 110), 11, (50,), 2)
    cv2.putText(page, "OD0QBU", (150, 120), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (50,), 2)
    assert boxes_of(page) == []


def test_the_boxes_of_a_real_page_are_all_found():
    page = pages_of(BOXED)[2]
    _, stats = pieces(ink(page))
    assert [box.ticked for box in sorted(layout(page, letter_height(stats)).boxes, key=lambda box: box.box.top)] == [
        *(False, True, False),
        *(False, True),
        *(False, True),
    ]


def test_a_tick_alone_in_a_cell_is_seen():
    page = blank()
    table(page, (100, 300, 500), (100, 200, 300))
    tick(page, 190, 140)
    text_like(page, 330, 140, 1)
    (cells,) = layout(page, 18).cells
    assert [cell.tick for cell in cells] == [True, False, False, False]


@pytest.mark.parametrize("sign", ["/", "V", "L", "-", "W"])
def test_signs_like_a_tick_are_none(sign):
    page = blank(100, 100)
    cv2.putText(page, sign, (30, 60), cv2.FONT_HERSHEY_SIMPLEX, 1, (30,), 3)
    mask = ink(page) > 0
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    assert not is_tick(Box(columns[0], rows[0], columns[-1] + 1, rows[-1] + 1).cut(mask))
