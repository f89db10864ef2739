"""A page comes out straight, upright and white, however it lay on the glass."""

import numpy as np
import pytest

from prongsai.documents.readers.scan.clean import _letters, askew, clean
from prongsai.documents.readers.scan.ink import even, ink, letter_height, pieces
from tests.documents.readers.scan.paper import blank, pages_of
from tests.documents.writers.forms import FORMS
from tests.factories.scans import scanned, turned

MEMO = next(form for form in FORMS if form.id == "half-year-with-memo")


@pytest.mark.parametrize("degrees", [-4.7, -1.3, 0.0, 0.35, 0.7, 3.2])
def test_it_tells_how_a_page_lies_to_a_tenth_of_a_degree(degrees):
    page = turned(pages_of(MEMO)[1], degrees)
    found, _ = askew(_letters(ink(even(page))))
    assert found == pytest.approx(degrees, abs=0.1)


def test_a_cleaned_page_is_straight():
    page = clean(scanned(pages_of(MEMO)[1], 3, degrees=2.4))
    assert askew(_letters(ink(page)))[0] == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_was_put_in_sideways_or_upside_down_comes_out_upright(quarters):
    upright = clean(pages_of(MEMO)[1])
    other = clean(np.ascontiguousarray(np.rot90(pages_of(MEMO)[1], quarters)))
    assert abs(other.shape[1] - upright.shape[1]) < 10
    height, width = (min(one, two) for one, two in zip(upright.shape, other.shape, strict=True))
    same = (upright[:height, :width] < 128) == (other[:height, :width] < 128)
    assert same.mean() > 0.97


def test_grey_paper_with_a_shadow_becomes_white():
    page = np.minimum(pages_of(MEMO)[1], 235).astype(np.float32)
    page *= np.linspace(0.6, 1, page.shape[1])
    made = even(page.astype(np.uint8))
    assert np.percentile(made, 40) > 235
    assert np.percentile(made[:, :200], 40) > 235


def test_a_page_of_very_many_pixels_is_made_smaller():
    assert clean(np.full((6000, 5000), 255, np.uint8)).size <= 16_100_000


def test_an_empty_page_stays_as_it_is():
    assert clean(blank()).shape == blank().shape


def test_the_height_of_letters_is_that_of_consonants():
    _, stats = pieces(ink(pages_of(MEMO)[1]))
    assert 14 <= letter_height(stats) <= 22


def test_a_page_without_letters_has_no_height_of_them():
    _, stats = pieces(ink(blank()))
    assert letter_height(stats) is None
