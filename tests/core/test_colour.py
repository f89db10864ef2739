"""Colours that can be read, whatever an agency chooses."""

from __future__ import annotations

from itertools import product

import pytest

from prongsai.core.colour import BLACK, GROUND, LEAST, WHITE, contrast, palette, read_colour


def test_contrast_is_that_of_the_recommendation() -> None:
    assert contrast(BLACK, WHITE) == 21
    assert contrast(WHITE, WHITE) == 1
    assert round(contrast((0x76, 0x76, 0x76), WHITE), 2) == 4.54  # the lightest grey that passes, as WebAIM tells


@pytest.mark.parametrize("text", ["#0b4f5c", "0B4F5C", " #0b4f5c "])
def test_it_reads_a_colour(text: str) -> None:
    assert read_colour(text) == (11, 79, 92)


@pytest.mark.parametrize("text", ["", "red", "#12345", "#1234567", "#12345g", "url(x)", "#12345๖"])
def test_it_reads_nothing_else(text: str) -> None:
    assert read_colour(text) is None


def test_every_colour_gives_pages_that_can_be_read() -> None:
    steps = (0, 51, 102, 119, 153, 204, 255)
    for chosen in product(steps, steps, steps):
        found = palette(chosen)
        bar, on_bar, ink, deep, tint = (
            read_colour(one) for one in (found.bar, found.on_bar, found.ink, found.deep, found.tint)
        )
        assert bar and on_bar and ink and deep and tint
        assert bar == chosen and contrast(bar, on_bar) >= LEAST
        for ground in (WHITE, GROUND, tint):
            assert contrast(ink, ground) >= LEAST and contrast(deep, ground) >= LEAST
        assert contrast(ink, WHITE) >= LEAST  # letters of buttons


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert palette((11, 79, 92)).ink == "#0b4f5c"
