"""Boxes to tick come as letters, as pictures of symbol fonts, and as drawings."""

import pytest

from prongsai.documents.readers.pdf.symbols import symbol
from tests.documents.readers.pdf.drawn import RULED, blocks_of, drawn

FRAME = '<rect x="1" y="1" width="12" height="12" fill="none" stroke="#000"/>'
TICK = '<path d="M3 7 L6 11 L12 3" fill="none" stroke="#000"/>'
CROSS = '<path d="M3 3 L11 11 M3 11 L11 3" fill="none" stroke="#000"/>'


def box(inside=""):
    return f'<svg width="14" height="14">{FRAME}{inside}</svg>'


def cell_of(inside):
    return blocks_of(drawn(f"<table><tr><td>ผล<tr><td>{inside}</table>", RULED))[0][1][0]


@pytest.mark.parametrize("mark", [TICK, CROSS])
def test_a_drawn_box_is_a_letter(mark):
    found = cell_of(f"<p>{box(mark)} ดำเนินการ</p><p>{box()} ยังไม่ดำเนินการ</p><p>๑. จัดทำแล้ว</p>")
    assert found == "☑ ดำเนินการ ¶ ☐ ยังไม่ดำเนินการ ¶ ๑. จัดทำแล้ว"


def test_a_tick_that_is_a_letter_goes_into_its_drawn_box():
    tick = '<span style="position:absolute;left:2pt;top:2pt;font-size:9pt">✓</span>'
    ticked = f'<span style="position:relative">{box()}{tick}</span>'
    assert cell_of(f"<p>{ticked} ดำเนินการ</p>") == "☑ ดำเนินการ"


def test_a_dark_square_is_no_box():
    bullet = '<svg width="10" height="10"><rect width="9" height="9" fill="#000"/></svg>'
    assert cell_of(f"<p>{bullet} ดำเนินการ</p>") == "ดำเนินการ"


@pytest.mark.parametrize(
    ("code", "font", "letter"),
    [
        (0xF0FE, "ABCDEF+Wingdings-Regular", "☑"),
        (0xA8, "ABCDEF+Wingdings", "☐"),
        (0xF0A8, "Unknown", "☐"),
        (0xF052, "Wingdings2", "☑"),
        (0x34, "ZapfDingbats", "✔"),
        (0xF0B7, "SymbolMT", "•"),
        (0xF70A, "AngsanaUPC", "่"),
        (0xE123, "Odd", None),
        (0x1F, "Odd", None),
        (0xFFFE, "Sarabun", "-"),
        (0x61, "Sarabun", "a"),
    ],
)
def test_a_code_of_a_symbol_font_is_the_picture_that_it_draws(code, font, letter):
    assert symbol(code, font) == letter
